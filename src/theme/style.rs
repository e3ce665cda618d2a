//! egui's own style, made from a [`Theme`].
//!
//! In: how egui's widgets look and are spaced. Out: colour values (see `palette`), typefaces.

use egui::style::{ScrollAnimation, Selection, WidgetVisuals};
use egui::{Color32, CornerRadius, FontId, Margin, Rangef, Shadow, Stroke, TextStyle, vec2};

use super::fonts::{sans, sans_semibold};
use super::measures::{CORNER, GRID, RULE};
use super::{Theme, ThemeKind};

/// Gives egui's widgets the theme's looks. Call it when the theme changes, not in every frame.
///
/// Both of egui's own themes get the same looks, because which of the two egui uses also depends
/// on the system, and a panel of one with the buttons of the other can not be read.
pub fn apply_style(context: &egui::Context, theme: &Theme) {
    context.set_theme(theme.kind.of_egui());
    context.all_styles_mut(|style| {
        text_styles(style, theme);
        spacing(style);
        style.visuals = visuals(theme);
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.35;
        style.scroll_animation = ScrollAnimation::new(2400.0, Rangef::new(0.15, 0.45));
    });
}

impl ThemeKind {
    /// The one of egui's own themes that it is nearest to.
    pub fn of_egui(self) -> egui::Theme {
        if self.is_dark() {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        }
    }
}

/// A colour between two; `part` 0 gives the first.
pub fn mix(first: Color32, second: Color32, part: f32) -> Color32 {
    first.lerp_to_gamma(second, part)
}

fn text_styles(style: &mut egui::Style, theme: &Theme) {
    let sizes = theme.sizes;
    for (text, size, family) in [
        (TextStyle::Small, sizes.small, sans()),
        (TextStyle::Body, sizes.body, sans()),
        (TextStyle::Button, sizes.body, sans()),
        (TextStyle::Heading, sizes.heading, sans_semibold()),
    ] {
        style.text_styles.insert(text, FontId::new(size, family));
    }
}

fn spacing(style: &mut egui::Style) {
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(2.0 * GRID, 1.5 * GRID);
    spacing.button_padding = vec2(2.0 * GRID, GRID);
    spacing.interact_size.y = 6.0 * GRID;
    spacing.window_margin = Margin::same(20);
    spacing.menu_margin = Margin::same(6);
    spacing.tooltip_width = 320.0;
    spacing.scroll.floating = true;
    spacing.scroll.bar_width = 8.0;
    spacing.scroll.floating_width = 4.0;
    spacing.scroll.foreground_color = false;
    // The bar and a fade say that there is more, before anybody points there.
    spacing.scroll.dormant_handle_opacity = 0.5;
    spacing.scroll.fade.strength = 0.9;
    spacing.scroll.fade.size = 7.0 * GRID;
}

fn visuals(theme: &Theme) -> egui::Visuals {
    let colors = &theme.ui;
    let is_dark = theme.kind.is_dark();
    let mut visuals = if is_dark {
        egui::Visuals::dark()
    } else {
        egui::Visuals::light()
    };
    widgets(&mut visuals.widgets, theme);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(colors.muted);
    visuals.selection = Selection {
        bg_fill: colors.selected_mark,
        stroke: Stroke::new(1.5, colors.text),
    };
    visuals.hyperlink_color = colors.accent;
    visuals.text_cursor.stroke.color = colors.text;
    visuals.faint_bg_color = mix(colors.panel, colors.text, 0.07);
    visuals.extreme_bg_color = colors.raised;
    visuals.code_bg_color = colors.raised;
    visuals.warn_fg_color = colors.caution;
    visuals.error_fg_color = colors.accent;
    visuals.panel_fill = colors.panel;
    visuals.window_fill = colors.raised;
    visuals.window_stroke = Stroke::new(RULE, colors.rule);
    visuals.window_corner_radius = CornerRadius::same(2 * CORNER);
    visuals.menu_corner_radius = CornerRadius::same(CORNER);
    visuals.window_highlight_topmost = false;
    let shade = Shadow {
        offset: [0, 4],
        blur: 18,
        spread: 0,
        color: Color32::from_black_alpha(if is_dark { 90 } else { 34 }),
    };
    visuals.window_shadow = shade;
    visuals.popup_shadow = Shadow { blur: 10, ..shade };
    visuals
}

fn widgets(widgets: &mut egui::style::Widgets, theme: &Theme) {
    let colors = &theme.ui;
    let ink = |part: f32| mix(colors.panel, colors.text, part);
    // The weak fill is behind buttons, which are bare words until pointed at; the other is the
    // rail of scroll bars.
    let widget = |fill: Color32, weak: Color32, edge: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: weak,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(CORNER),
        fg_stroke: Stroke::new(1.2, colors.text),
        expansion: 0.0,
    };
    let rule = Stroke::new(RULE, colors.rule);
    widgets.noninteractive = widget(colors.panel, colors.panel, rule);
    widgets.inactive = widget(ink(0.25), Color32::TRANSPARENT, Stroke::NONE);
    // A pale fill behind what is pointed at would not be seen.
    let pointed_at = match theme.kind {
        ThemeKind::Light | ThemeKind::Dark => Stroke::NONE,
        ThemeKind::Contrast => Stroke::new(1.5, colors.text),
    };
    widgets.hovered = widget(ink(0.4), ink(0.07), pointed_at);
    // egui shows the keyboard's place as it shows a press, so this one has a ring.
    widgets.active = widget(ink(0.5), ink(0.13), Stroke::new(1.5, colors.accent));
    widgets.open = widget(ink(0.07), ink(0.07), pointed_at);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_of_eguis_themes_look_as_ours() {
        let context = egui::Context::default();
        let theme = Theme::new(ThemeKind::Light);
        apply_style(&context, &theme);
        for slot in [egui::Theme::Light, egui::Theme::Dark] {
            assert_eq!(context.style_of(slot).visuals.panel_fill, theme.ui.panel);
        }
    }
}
