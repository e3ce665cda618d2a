//! Placed labels onto the screen: faces, halos, and a real node for each that stands for
//! something one can select.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Align2, Color32, FontFamily, FontId, Galley, Painter, Pos2, Response, Ui, Vec2, vec2,
};

use super::label_images::LabelImages;
use super::marks::paint_city;
use super::name_fading::NameFading;
use super::name_picture::{HALO_PX, Lettering};
use super::node::{Pointed, is_pointer_click, node_ui};
use super::strength::{faded, name_strength};
use crate::picture::{LabelKind, LabelSource, LabelStyle, PlacedLabel, Setting, TextMeasure, View};
use crate::session::Emphasis;
use crate::theme::{Theme, fonts, measures};
use crate::ui::{Outbox, UiContext};
use crate::world::{Subject, World};

/// Sizes of labels, measured once per font scale.
#[derive(Default)]
pub(super) struct LabelSizes {
    sizes: HashMap<(usize, Setting), Vec2>,
    pixels_per_point: f32,
}

impl LabelSizes {
    pub(super) fn forget(&mut self) {
        self.sizes.clear();
    }
}

/// Measures with the fonts the screen uses.
pub(super) struct Measure<'a> {
    pub painter: &'a Painter,
    pub theme: &'a Theme,
    pub sizes: &'a mut LabelSizes,
}

impl TextMeasure for Measure<'_> {
    fn steps(&self, style: LabelStyle) -> u8 {
        let sizes = self.theme.sizes;
        let count = match style {
            LabelStyle::FocusCountry => sizes.map_focus.len(),
            LabelStyle::Country => sizes.map_country.len(),
            LabelStyle::Sea => sizes.map_sea.len(),
            _ => 1,
        };
        u8::try_from(count).unwrap_or(u8::MAX)
    }

    fn size(&mut self, index: usize, source: &LabelSource, setting: Setting) -> Vec2 {
        let pixels_per_point = self.painter.ctx().pixels_per_point();
        if (self.sizes.pixels_per_point - pixels_per_point).abs() > f32::EPSILON {
            self.sizes.sizes.clear();
            self.sizes.pixels_per_point = pixels_per_point;
        }
        *self.sizes.sizes.entry((index, setting)).or_insert_with(|| {
            let job = job(source, setting, self.theme, Color32::PLACEHOLDER);
            source.kind.turned_size(self.painter.layout_job(job).size())
        })
    }
}

/// Family, size, and the space between letters.
fn face(style: LabelStyle, step: u8, theme: &Theme) -> (FontFamily, f32, f32) {
    let sizes = theme.sizes;
    let stepped = |sizes: &[f32]| {
        let size = sizes.get(usize::from(step)).or(sizes.last());
        size.copied().unwrap_or(theme.sizes.small)
    };
    let (family, size, spacing) = match style {
        LabelStyle::FocusCountry => (
            fonts::countries_in_focus(),
            stepped(sizes.map_focus),
            measures::COUNTRY_SPACING,
        ),
        LabelStyle::Country => (
            fonts::countries(),
            stepped(sizes.map_country),
            measures::COUNTRY_SPACING,
        ),
        LabelStyle::Sea => (
            fonts::serif_italic(),
            stepped(sizes.map_sea),
            measures::SEA_SPACING,
        ),
        LabelStyle::Capital | LabelStyle::Feature => (fonts::sans_semibold(), sizes.map_city, 0.0),
        LabelStyle::City => (fonts::sans(), sizes.map_town, 0.0),
        LabelStyle::Region => (
            fonts::serif_italic(),
            sizes.map_region,
            measures::REGION_SPACING,
        ),
        LabelStyle::River => (
            fonts::serif_italic(),
            sizes.map_river,
            measures::SEA_SPACING,
        ),
        LabelStyle::Land => (
            fonts::serif_italic(),
            sizes.map_land,
            measures::REGION_SPACING,
        ),
    };
    (family, size, size * spacing)
}

pub(super) fn job(
    source: &LabelSource,
    setting: Setting,
    theme: &Theme,
    color: Color32,
) -> LayoutJob {
    let (family, size, spacing) = face(source.style, setting.step, theme);
    let format = TextFormat {
        font_id: FontId::new(size, family),
        extra_letter_spacing: spacing,
        color,
        ..Default::default()
    };
    let text = source.set_text(setting.lines).into_owned();
    LayoutJob {
        halign: Align::Center,
        ..LayoutJob::single_section(text, format)
    }
}

pub(super) fn ink(source: &LabelSource, world: &World, theme: &Theme) -> Color32 {
    match (source.style, source.subject) {
        (LabelStyle::Feature, Some(Subject::Feature(id))) => world
            .features
            .get(id)
            .and_then(|feature| Some((feature, world.overlays.get(feature.overlay)?)))
            .map_or(theme.map.focus_label, |(feature, overlay)| {
                theme.words_about(theme.of_feature(overlay.style, feature).line.color)
            }),
        (LabelStyle::FocusCountry, _) => theme.map.focus_label,
        (LabelStyle::Country, _) => theme.map.country_label,
        (LabelStyle::Sea | LabelStyle::River, _) => theme.map.sea_label,
        (LabelStyle::Land, _) => theme.map.land_label,
        (LabelStyle::Region, _) => theme.map.region_label,
        _ => theme.map.city_label,
    }
}

/// The names in a view.
pub(super) struct Names<'a> {
    pub sources: &'a [LabelSource],
    pub placed: &'a [PlacedLabel],
    pub fading: &'a NameFading,
    pub view: &'a View,
}

impl Names<'_> {
    fn placed(&self) -> impl Iterator<Item = (&PlacedLabel, &LabelSource)> {
        self.with_sources(self.placed)
    }

    fn with_sources<'a>(
        &'a self,
        labels: &'a [PlacedLabel],
    ) -> impl Iterator<Item = (&'a PlacedLabel, &'a LabelSource)> {
        let source = |label: &PlacedLabel| self.sources.get(label.source);
        labels
            .iter()
            .filter_map(move |label| Some((label, source(label)?)))
    }
}

pub(super) fn emphasis_of(context: UiContext<'_>, source: &LabelSource) -> Emphasis {
    source.subject.map_or(Emphasis::Normal, |subject| {
        context.session.emphasis(context.world, subject)
    })
}

/// Paints the labels, and makes those that stand for a subject alive. Returns what the pointer does
/// on them.
pub(super) fn labels_ui(
    ui: &Ui,
    context: UiContext<'_>,
    names: &Names<'_>,
    images: &mut LabelImages,
    outbox: &mut Outbox,
) -> Pointed {
    let (painter, theme) = (ui.painter(), context.theme);
    for (label, source) in names.placed() {
        if source.kind == LabelKind::BesideDot && source.style != LabelStyle::Feature {
            paint_city(painter, label.anchor, source.style, theme);
        }
    }
    paint_names(painter, context, names, images);
    let mut pointed = Pointed::default();
    for (label, source) in names.placed() {
        underline(painter, label.rect, emphasis_of(context, source), theme);
        if let Some(subject) = source.subject {
            let response = name_node(ui, context, label.rect, (subject, source), outbox);
            if response.hovered() {
                pointed.named = Some(subject);
                pointed.is_on_node = true;
            }
            pointed.is_clicked |= response.clicked() && is_pointer_click(ui);
        }
    }
    pointed
}

/// Of names that are new in a frame so many get their picture in it: after a change of everything
/// no frame has to make all of them.
const MOST_NEW: usize = 16;

/// Paints those that have their places, and beneath them those that go: these are still to be seen,
/// and nothing to be taken hold of.
fn paint_names(
    painter: &Painter,
    context: UiContext<'_>,
    names: &Names<'_>,
    images: &mut LabelImages,
) {
    let (theme, egui) = (context.theme, painter.ctx());
    let going = names.fading.going(names.view);
    let all = || names.with_sources(&going).chain(names.placed());
    images.begin(egui);
    let lettering = |label: &PlacedLabel, source: &LabelSource| Lettering {
        galley: painter.layout_job(job(source, label.setting, theme, Color32::PLACEHOLDER)),
        ink: ink(source, context.world, theme),
        halo: theme.map.halo,
        kind: source.kind,
    };
    let mut waiting = all().filter(|(label, _)| !images.has(label.key()));
    let new: Vec<_> = waiting
        .by_ref()
        .take(MOST_NEW)
        .map(|(label, source)| (label.key(), lettering(label, source)))
        .collect();
    if waiting.next().is_some() {
        // Until their turn comes, names are drawn letter by letter.
        egui.request_repaint();
    }
    drop(waiting);
    images.make(egui, &new);
    for (label, source) in all() {
        let (at, emphasis) = (label.rect.min, emphasis_of(context, source));
        let strength = name_strength(context, source.subject, emphasis)
            * names.fading.strength(label, context.session.now_secs);
        if !images.add(label.key(), at, faded(Color32::WHITE, strength)) {
            let Lettering {
                galley, ink, halo, ..
            } = lettering(label, source);
            let [ink, halo] = [ink, halo].map(|color| faded(color, strength));
            haloed_text(painter, at, galley, ink, halo);
        }
    }
    for mesh in images.finish(egui) {
        painter.add(mesh);
    }
}

/// A line under a name that is pointed at or selected.
fn underline(painter: &Painter, rect: egui::Rect, emphasis: Emphasis, theme: &Theme) {
    let width = match emphasis {
        Emphasis::Selected => 2.0,
        Emphasis::Hovered => 1.0,
        _ => return,
    };
    let below = vec2(0.0, 1.0);
    let ends = [rect.left_bottom() + below, rect.right_bottom() + below];
    painter.line_segment(ends, egui::Stroke::new(width, theme.ui.accent));
}

/// Text that stays readable on any ground.
fn haloed_text(painter: &Painter, at: Pos2, galley: Arc<Galley>, ink: Color32, halo: Color32) {
    // Centred lines lie around the galley's origin.
    let at = at - galley.rect.min.to_vec2();
    for turn in 0..4_u8 {
        let offset = Vec2::angled((f32::from(turn) + 0.5) * std::f32::consts::FRAC_PI_2) * HALO_PX;
        painter.galley_with_override_text_color(at + offset, galley.clone(), halo);
    }
    painter.galley_with_override_text_color(at, galley, ink);
}

/// The node of a name; a country's goes by its own, not by the capitals it is set in.
fn name_node(
    ui: &Ui,
    context: UiContext<'_>,
    rect: egui::Rect,
    (subject, source): (Subject, &LabelSource),
    outbox: &mut Outbox,
) -> Response {
    let name = match subject {
        Subject::Country(id) => context.atlas.country_name(id),
        _ => &source.text,
    };
    let response = node_ui(ui, context, rect, (subject, name), outbox);
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, context.theme.ui.accent);
        ui.painter()
            .rect_stroke(rect.expand(3.0), 2.0, stroke, egui::StrokeKind::Outside);
    }
    response
}

/// Words at the map's edge that step back behind all names.
pub(super) fn quiet_text(painter: &Painter, at: Pos2, text: &str, theme: &Theme) {
    let galley = quiet_galley(painter, text, theme);
    haloed_text(painter, at, galley, theme.map.sea_label, theme.map.halo);
}

pub(super) fn quiet_text_size(painter: &Painter, text: &str, theme: &Theme) -> Vec2 {
    quiet_galley(painter, text, theme).size()
}

fn quiet_galley(painter: &Painter, text: &str, theme: &Theme) -> Arc<Galley> {
    let font = FontId::new(theme.sizes.small, fonts::sans());
    painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
}

pub(super) fn small_text_size(painter: &Painter, text: &str, theme: &Theme) -> Vec2 {
    quiet_text_size(painter, text, theme)
}

/// A line of small text with a halo, for the map's furniture.
pub(super) fn small_text(
    painter: &Painter,
    at: egui::Pos2,
    align: Align2,
    text: &str,
    theme: &Theme,
) {
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let galley = painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    let rect = align.anchor_size(at, galley.size());
    haloed_text(
        painter,
        rect.min,
        galley,
        theme.map.city_label,
        theme.map.halo,
    );
}
