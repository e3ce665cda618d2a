//! The two typefaces: a serif for reading and for names of lands and seas, a sans for the rest.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle,
};

use super::{Theme, ThemeKind};

const FILES: [(&str, &[u8]); 5] = [
    (
        "serif",
        include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf"),
    ),
    (
        "serif italic",
        include_bytes!("../../assets/fonts/SourceSerif4-Italic.ttf"),
    ),
    (
        "serif semibold",
        include_bytes!("../../assets/fonts/SourceSerif4-SemiBold.ttf"),
    ),
    (
        "sans",
        include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf"),
    ),
    (
        "sans semibold",
        include_bytes!("../../assets/fonts/SourceSans3-SemiBold.ttf"),
    ),
];

pub fn serif() -> FontFamily {
    FontFamily::Name("serif".into())
}

pub fn serif_italic() -> FontFamily {
    FontFamily::Name("serif italic".into())
}

pub fn serif_semibold() -> FontFamily {
    FontFamily::Name("serif semibold".into())
}

pub fn sans() -> FontFamily {
    FontFamily::Proportional
}

pub fn sans_semibold() -> FontFamily {
    FontFamily::Name("sans semibold".into())
}

/// Registers the faces. What they lack comes from egui's own fonts.
pub fn install(context: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    for (name, bytes) in FILES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let family = if name == "sans" {
            FontFamily::Proportional
        } else {
            FontFamily::Name(name.into())
        };
        let mut faces = vec![name.to_owned()];
        faces.extend(fallback.iter().cloned());
        fonts.families.insert(family, faces);
    }
    context.set_fonts(fonts);
}

/// Gives egui's widgets the theme's looks.
pub fn apply_style(context: &egui::Context, theme: &Theme) {
    let egui_theme = match theme.kind {
        ThemeKind::Light => egui::Theme::Light,
        ThemeKind::Dark => egui::Theme::Dark,
    };
    context.set_theme(egui_theme);
    context.style_mut_of(egui_theme, |style| {
        let sizes = theme.sizes;
        for (text, size) in [
            (TextStyle::Heading, sizes.heading),
            (TextStyle::Body, sizes.body),
            (TextStyle::Button, sizes.body),
            (TextStyle::Small, sizes.small),
        ] {
            style.text_styles.insert(text, FontId::new(size, sans()));
        }
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        style.spacing.button_padding = egui::vec2(8.0, 4.0);
        style.spacing.interact_size.y = 24.0;
        let visuals = &mut style.visuals;
        let ui = &theme.ui;
        visuals.panel_fill = ui.panel;
        visuals.window_fill = ui.panel;
        visuals.extreme_bg_color = ui.raised;
        visuals.faint_bg_color = ui.raised;
        visuals.override_text_color = Some(ui.text);
        visuals.hyperlink_color = ui.accent;
        visuals.window_stroke = Stroke::new(1.0, ui.rule);
        visuals.selection.bg_fill = ui.selected_mark;
        visuals.selection.stroke = Stroke::new(1.0, ui.text);
        let radius = CornerRadius::same(3);
        for widget in [
            &mut visuals.widgets.noninteractive,
            &mut visuals.widgets.inactive,
            &mut visuals.widgets.hovered,
            &mut visuals.widgets.active,
            &mut visuals.widgets.open,
        ] {
            widget.corner_radius = radius;
            widget.bg_stroke = Stroke::new(1.0, ui.rule);
            widget.fg_stroke = Stroke::new(1.2, ui.text);
            widget.bg_fill = ui.rule;
            widget.weak_bg_fill = Color32::TRANSPARENT;
        }
        visuals.widgets.inactive.bg_stroke = Stroke::NONE;
        visuals.widgets.hovered.weak_bg_fill = ui.hover_mark;
        visuals.widgets.active.weak_bg_fill = ui.selected_mark;
        visuals.widgets.open.weak_bg_fill = ui.hover_mark;
    });
}
