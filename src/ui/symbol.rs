//! The very symbols of the map, for legend and card.

use egui::{Painter, Rect, Response, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::theme::{Arrow, FeatureLook, Marks, Theme};

/// A short piece of a feature's line.
pub(super) fn symbol_ui(ui: &mut Ui, look: FeatureLook, theme: &Theme) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(38.0, 16.0), Sense::hover());
    paint(ui.painter(), rect, look, theme);
    response
}

fn paint(painter: &Painter, rect: Rect, look: FeatureLook, theme: &Theme) {
    let y = rect.center().y;
    let (from, to) = (pos2(rect.min.x + 1.0, y), pos2(rect.max.x - 1.0, y));
    let stroke = Stroke::new(look.line.width, look.line.color);
    if let [first, rest @ ..] = look.line.dash {
        let gap = rest.first().copied().unwrap_or(*first);
        painter.extend(Shape::dashed_line(&[from, to], stroke, *first, gap));
    } else {
        painter.line_segment([from, to], stroke);
    }
    if let Some(core) = look.core {
        painter.line_segment([from, to], Stroke::new(core, theme.ui.panel));
    }
    if look.arrow != Arrow::None {
        let tip = if look.arrow == Arrow::End {
            to
        } else {
            pos2(rect.center().x + 4.0, y)
        };
        painter.add(Shape::convex_polygon(
            vec![tip, tip + vec2(-9.0, 4.5), tip + vec2(-9.0, -4.5)],
            look.line.color,
            Stroke::NONE,
        ));
    }
    match look.marks {
        Marks::None => {}
        Marks::Crosses => {
            for arm in [vec2(4.0, 4.0), vec2(4.0, -4.0)] {
                let center = rect.center();
                painter.line_segment(
                    [center - arm, center + arm],
                    Stroke::new(2.0, look.line.color),
                );
            }
        }
        Marks::Question => {
            painter.circle(
                rect.center(),
                7.0,
                theme.ui.panel,
                Stroke::new(1.4, look.line.color),
            );
            let font = egui::FontId::proportional(11.0);
            let center = egui::Align2::CENTER_CENTER;
            painter.text(rect.center(), center, "?", font, look.line.color);
        }
    }
}
