//! Colours and pens as attributes.

use egui::Color32;

use super::number::number;
use crate::picture::Pen;

/// Adds ` fill="#rrggbb"` or ` stroke="#rrggbb"`, and how far one sees through it.
pub(super) fn color(text: &mut String, attribute: &str, color: Color32) {
    let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
    text.push(' ');
    text.push_str(attribute);
    text.push_str("=\"#");
    for part in [red, green, blue] {
        for half in [part >> 4, part & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    text.push('"');
    if alpha < u8::MAX {
        text.push(' ');
        text.push_str(attribute);
        text.push_str("-opacity=\"");
        number(text, f32::from(alpha) / f32::from(u8::MAX));
        text.push('"');
    }
}

pub(super) fn fill(text: &mut String, fill: Option<Color32>) {
    match fill {
        Some(fill) => color(text, "fill", fill),
        None => text.push_str(" fill=\"none\""),
    }
}

/// Adds what a pen draws like; no pen adds nothing.
pub(super) fn pen(text: &mut String, pen: Option<&Pen>) {
    let Some(pen) = pen.filter(|pen| pen.is_seen()) else {
        return;
    };
    color(text, "stroke", pen.color);
    attribute(text, "stroke-width", pen.width);
    text.push_str(" stroke-linejoin=\"round\"");
    if !pen.is_dashed() {
        // Round ends would fill the gaps of dashes.
        text.push_str(" stroke-linecap=\"round\"");
        return;
    }
    text.push_str(" stroke-dasharray=\"");
    for (index, length) in pen.dash.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        number(text, *length);
    }
    text.push('"');
}

/// Adds ` name="number"`.
pub(super) fn attribute(text: &mut String, name: &str, value: f32) {
    text.push(' ');
    text.push_str(name);
    text.push_str("=\"");
    number(text, value);
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_written_as_they_are_seen_and_say_how_far_one_sees_through() {
        let mut text = String::new();
        color(&mut text, "fill", Color32::RED);
        color(&mut text, "stroke", Color32::WHITE.gamma_multiply(0.5));
        assert_eq!(
            text,
            " fill=\"#ff0000\" stroke=\"#ffffff\" stroke-opacity=\"0.5\""
        );
    }

    #[test]
    fn dashes_have_square_ends_and_unbroken_lines_round_ones() {
        let written = |dash: &[f32]| {
            let mut text = String::new();
            pen(
                &mut text,
                Some(&Pen {
                    width: 1.5,
                    color: Color32::BLACK,
                    dash: dash.to_vec(),
                }),
            );
            text
        };
        assert_eq!(
            written(&[4.0, 2.5]),
            " stroke=\"#000000\" stroke-width=\"1.5\" stroke-linejoin=\"round\" \
             stroke-dasharray=\"4 2.5\""
        );
        for unbroken in [&[][..], &[0.0, 0.0], &[f32::NAN, 1.0]] {
            let text = written(unbroken);
            assert!(text.ends_with("stroke-linecap=\"round\""), "{text}");
        }
    }
}
