//! One mention: its mark behind the words, its underline, and what makes it alive.

use egui::{
    Align2, Color32, CursorIcon, FontId, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::session::{Command, CorrectCommand, Emphasis};
use crate::theme::measures::{
    CORNER, COUNTRY_UNDERLINE, DOTTED, DOUBT_RISE, DOUBT_SIZE, FEATURE_UNDERLINE, METONYM_DASH,
    UNDERLINE, UNDERLINE_DROP, UNDERLINE_STEP, UNDERLINED_ROW,
};
use crate::theme::{Dash, LineLook, fonts, mix};
use crate::ui::feature_row::look_of;
use crate::ui::symbol::paint_line;
use crate::ui::words::{doubt_words, mention_meaning, one_line};
use crate::ui::{Origin, Outbox, UiContext};
use crate::world::{Id, Mention, MentionAt, MentionKind, Passage, Subject};

/// Where a mention lies in its paragraph.
pub(super) struct MentionPlace {
    /// Among the paragraph's mentions.
    pub index: usize,
    /// 0 for an innermost mention; each that encloses another is one more.
    pub level: u8,
    /// A rectangle for each row it runs over and the height of the baseline there, relative to
    /// the text.
    pub rows: Vec<(Rect, f32)>,
}

/// Paints the mark behind the words of what is selected or pointed at.
pub(super) fn paint_mark(
    ui: &Ui,
    context: UiContext<'_>,
    mention: &Mention,
    place: &MentionPlace,
    origin: Pos2,
) {
    let theme = context.theme;
    let mark = match context.session.emphasis(context.world, mention.subject) {
        Emphasis::Selected => theme.ui.selected_mark,
        Emphasis::Hovered => theme.ui.hover_mark,
        Emphasis::Quiet | Emphasis::Normal | Emphasis::Related => return,
    };
    for (row, _) in &place.rows {
        let ground = row.translate(origin.to_vec2()).expand2(vec2(2.0, -1.0));
        let corner = f32::from(CORNER) - 1.0;
        ui.painter().rect_filled(ground, corner, mark);
    }
}

/// Paints the line under the words. Call it after all marks, which would cover it. Under small type
/// it is finer and nearer: a row of text is as high as its size.
pub(super) fn paint_underlines(
    ui: &Ui,
    context: UiContext<'_>,
    (mention, place): (&Mention, &MentionPlace),
    (origin, row_px): (Pos2, f32),
) {
    let Some(look) = underline(context, mention) else {
        return;
    };
    let part = (row_px / UNDERLINED_ROW).min(1.0);
    let look = LineLook {
        width: look.width * part,
        ..look
    };
    let drop = part * (UNDERLINE_DROP + UNDERLINE_STEP * f32::from(place.level));
    for (row, baseline) in &place.rows {
        let y = origin.y + baseline + drop;
        let [left, right] = [row.min.x, row.max.x].map(|x| pos2(origin.x + x, y));
        paint_line(ui.painter(), Rect::from_min_max(left, right), look);
    }
}

/// Marks by kind: countries by their tint, what is drawn on the map by its overlay's colour and
/// dash, actors by a thin line, places by dots. What is switched off is not marked, but stays
/// alive: a click turns it on.
fn underline(context: UiContext<'_>, mention: &Mention) -> Option<LineLook> {
    let UiContext {
        world,
        session,
        theme,
        ..
    } = context;
    let line = |color: Color32, width: f32, dash: Dash| Some(LineLook { color, width, dash });
    match mention.subject {
        Subject::Country(id) => {
            let index = world.focus.iter().position(|focus| focus.country == id);
            let tint = index.map_or(theme.map.border, |index| theme.focus_tint(index));
            let color = mix(tint, theme.map.focus_border, 0.42);
            line(color, COUNTRY_UNDERLINE, dash_of(mention.kind))
        }
        Subject::Feature(id) => {
            let feature = world.features.get(id)?;
            let look = session
                .shows(world, id)
                .then(|| look_of(context, feature))??;
            line(
                look.line.color,
                COUNTRY_UNDERLINE,
                short_dash(look.line.dash),
            )
        }
        Subject::Overlay(id) => {
            let overlay = world.overlays.get(id)?;
            let is_on = session.stage.overlays.contains(&id);
            let look = is_on.then(|| theme.overlay(overlay.style))?;
            line(look.color, FEATURE_UNDERLINE, &[])
        }
        Subject::Actor(_) => line(theme.ui.muted, UNDERLINE, dash_of(mention.kind)),
        Subject::Place(_) | Subject::Dispute(_) => line(theme.ui.muted, UNDERLINE, DOTTED),
    }
}

/// Named by its name, or by something else.
fn dash_of(kind: MentionKind) -> Dash {
    match kind {
        MentionKind::Direct | MentionKind::Demonym | MentionKind::Described => &[],
        MentionKind::Metonym | MentionKind::Historical => METONYM_DASH,
        MentionKind::PartOfName => DOTTED,
    }
}

/// The map's dashes are too long for an underline: short words would show no gap.
fn short_dash(dash: Dash) -> Dash {
    match dash {
        [] => &[],
        [first, ..] if *first < 4.0 => DOTTED,
        _ => METONYM_DASH,
    }
}

/// A small question mark at the end of words that may mean something else.
pub(super) fn paint_doubt(
    ui: &Ui,
    context: UiContext<'_>,
    (mention, place): (&Mention, &MentionPlace),
    (origin, row_px): (Pos2, f32),
) {
    let (Some((row, baseline)), true) = (place.rows.last(), mention.is_unsure()) else {
        return;
    };
    let theme = context.theme;
    let part = row_px / UNDERLINED_ROW;
    let font = FontId::new(DOUBT_SIZE * part, fonts::sans_semibold());
    let at = origin + vec2(row.max.x, *baseline - DOUBT_RISE * part);
    ui.painter()
        .text(at, Align2::LEFT_BOTTOM, "?", font, theme.ui.accent);
}

/// What of a mention is going on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Alive {
    pub has_focus: bool,
    /// The widget from which keys have opened what can be done with it.
    pub opened_by_keys: Option<egui::Id>,
}

/// Makes a mention alive.
pub(super) fn mention_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, passage): (Id<Passage>, &Passage),
    place: &MentionPlace,
    origin: Pos2,
    outbox: &mut Outbox,
) -> Alive {
    let mut alive = Alive::default();
    let Some(mention) = passage.mentions.get(place.index) else {
        return alive;
    };
    let name = context.world.name_of(context.atlas, mention.subject);
    for (row_index, (row, _)) in place.rows.iter().enumerate() {
        // A mention over two lines is one stop of the keyboard, not two.
        let sense = if row_index == 0 {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let salt = ("mention", id.index(), place.index, row_index);
        let rect = row.translate(origin.to_vec2());
        let response = ui.interact(rect, ui.scope_id().with(salt), sense);
        response.widget_info(|| {
            let (number, index) = (passage.number, place.index + 1);
            let mut label = format!("{name}, paragraph {number}, mention {index}");
            if mention.is_unsure() {
                label.push_str(", unsure");
            }
            if row_index > 0 {
                label = format!("{label}, line {}", row_index + 1);
            }
            WidgetInfo::labeled(Role::Link, true, label)
        });
        if ui.input(|input| input.modifiers.shift) && response.hovered() {
            // A click with Shift held chooses words.
            outbox.hover = Some(mention.subject);
        } else {
            outbox.interact(&response, mention.subject, Origin::Reader(id));
        }
        open_ui(
            ui,
            context,
            (id, place.index),
            &response,
            (&mut alive, outbox),
        );
        if response.has_focus() {
            alive.has_focus = true;
            let stroke = Stroke::new(1.5, context.theme.ui.accent);
            let corner = f32::from(CORNER);
            ui.painter()
                .rect_stroke(rect, corner, stroke, StrokeKind::Outside);
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.hovered() {
            response
                .on_hover_cursor(CursorIcon::PointingHand)
                .on_hover_text(tooltip(context, mention, passage));
        }
    }
    alive
}

/// What can be done with a mention is asked by the other button of the pointer, or by the keys that do
/// as much.
fn open_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (passage, index): (Id<Passage>, usize),
    response: &Response,
    (alive, outbox): (&mut Alive, &mut Outbox),
) {
    if context.session.show.is_some() {
        return;
    }
    let by_keys = response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::SHIFT, Key::F10)
                || input.consume_key(Modifiers::NONE, Key::Menu)
        });
    if by_keys {
        alive.opened_by_keys = Some(response.id);
    }
    if by_keys || response.secondary_clicked() {
        let at = MentionAt { passage, index };
        outbox.push(Command::Correct(CorrectCommand::Open(at)));
    }
}

/// What the words stand for, and what that is.
fn tooltip(context: UiContext<'_>, mention: &Mention, passage: &Passage) -> String {
    let words = passage.text.get(mention.range.clone()).unwrap_or_default();
    let name = context.world.name_of(context.atlas, mention.subject);
    let line = one_line(context, mention.subject);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(mention_meaning(mention.kind, words, name));
    lines.push(line);
    if mention.is_unsure() {
        lines.push(doubt_words(context, mention, words));
    }
    if context.session.show.is_none() {
        lines.push("Right-click to say what it means (Shift+F10)".to_owned());
    }
    lines.join("\n")
}
