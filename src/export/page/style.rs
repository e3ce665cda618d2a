//! The page's style: the theme's colours as variables, the rules, and what differs from story to
//! story.

use std::fmt::Write as _;

use egui::Color32;

use super::PageContent;
use super::html::overlay_class;
use crate::theme::{Theme, ThemeKind, mix};

const RULES: &str = include_str!("page.css");

/// How much of a border's ink is in the line under a country's name; the reader has it so too.
const INK_OF_COUNTRY: f32 = 0.42;

/// All of it. A page is paper: always the light theme, as the maps are.
pub(super) fn style(content: &PageContent<'_>) -> String {
    let steps = content.world.steps_of_focus();
    let theme = Theme::new(ThemeKind::Light).tinted_by_steps(&steps);
    let mut style = String::from("\n:root {\n");
    let ui = &theme.ui;
    let country = mix(theme.map.border, theme.map.focus_border, INK_OF_COUNTRY);
    for (name, color) in [
        ("paper", ui.panel),
        ("raised", ui.raised),
        ("ink", ui.text),
        ("muted", ui.muted),
        ("rule", ui.rule),
        ("accent", ui.accent),
        ("selected", ui.selected_mark),
        ("hover", ui.hover_mark),
        ("caution", ui.caution),
        ("country", country),
    ] {
        let _ = writeln!(style, "  --{name}: {};", css(color));
    }
    style.push_str("}\n");
    style.push_str(RULES);
    for (index, _) in content.world.focus.iter().enumerate() {
        let color = mix(
            theme.focus_tint(index),
            theme.map.focus_border,
            INK_OF_COUNTRY,
        );
        let _ = writeln!(style, ".f{index} {{ --mark: {}; }}", css(color));
    }
    for (step, _) in content.world.naming_steps().iter().enumerate() {
        let color = css(theme.named_tint(step));
        let _ = writeln!(style, ".t{step} {{ background: {color}; }}");
    }
    for (id, overlay) in content.world.overlays.iter() {
        let class = overlay_class(id);
        let color = css(theme.overlay(overlay.style).color);
        let key = css_text(&overlay.key);
        // A switch works without the script.
        let _ = write!(
            style,
            ".{class} {{ --mark: {color}; }}\n\
             :root:has(#{class}:not(:checked)) #map [data-overlay=\"{key}\"] {{ display: none; }}\n\
             :root:has(#{class}:not(:checked)) .mention.{class} {{ --mark: transparent; }}\n"
        );
    }
    style
}

fn css(color: Color32) -> String {
    let [red, green, blue, _] = color.to_srgba_unmultiplied();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Words in a quoted text of a style: nothing in them can end it, nor the block it is in.
fn css_text(words: &str) -> String {
    words.chars().fold(String::new(), |mut text, letter| {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            text.push(letter);
        } else {
            let _ = write!(text, "\\{:06x}", u32::from(letter));
        }
        text
    })
}
