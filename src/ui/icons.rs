//! Icons, drawn as strokes: they follow the theme's colours and need no font.

use egui::{Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    Back,
    Forward,
    Close,
    Copy,
    /// A half-lit disc: light or dark.
    Theme,
    LeftPanel,
    RightPanel,
    BottomPanel,
    /// A row whose content is folded away, or shown.
    Folded,
    Unfolded,
    Previous,
    Next,
    Check,
    /// A ruler: measuring.
    Ruler,
    /// A magnifying glass.
    Find,
    /// A pencil.
    Rename,
    /// A bin.
    Delete,
    Undo,
    Redo,
    /// A plus.
    Add,
    Up,
    Down,
    /// Three dots: what else can be done.
    More,
}

/// The ruler in one stroke: round it, then along its upper edge and down every mark.
const RULER: &[(f32, f32)] = &[
    (0.02, 0.3),
    (0.02, 0.7),
    (0.98, 0.7),
    (0.98, 0.3),
    (0.78, 0.3),
    (0.78, 0.5),
    (0.78, 0.3),
    (0.59, 0.3),
    (0.59, 0.5),
    (0.59, 0.3),
    (0.41, 0.3),
    (0.41, 0.5),
    (0.41, 0.3),
    (0.22, 0.3),
    (0.22, 0.5),
    (0.22, 0.3),
    (0.02, 0.3),
];

/// What is seen of the sheet behind another one.
const COPIED: &[(f32, f32)] = &[
    (0.2, 0.68),
    (0.08, 0.68),
    (0.08, 0.06),
    (0.66, 0.06),
    (0.66, 0.18),
];

/// Draws an icon into a square.
pub(super) fn paint(painter: &Painter, square: Rect, icon: Icon, stroke: Stroke) {
    let at = |(x, y): (f32, f32)| -> Pos2 { square.min + vec2(x, y) * square.width() };
    let line = |points: &[(f32, f32)]| {
        painter.add(Shape::line(
            points.iter().copied().map(at).collect(),
            stroke,
        ));
    };
    let frame = |min: (f32, f32), max: (f32, f32)| {
        let rect = Rect::from_min_max(at(min), at(max));
        painter.rect_stroke(rect, 1.5, stroke, StrokeKind::Middle);
    };
    match icon {
        Icon::Back => {
            line(&[(0.9, 0.5), (0.12, 0.5)]);
            line(&[(0.42, 0.2), (0.12, 0.5), (0.42, 0.8)]);
        }
        Icon::Forward => {
            line(&[(0.1, 0.5), (0.88, 0.5)]);
            line(&[(0.58, 0.2), (0.88, 0.5), (0.58, 0.8)]);
        }
        Icon::Close => {
            line(&[(0.2, 0.2), (0.8, 0.8)]);
            line(&[(0.8, 0.2), (0.2, 0.8)]);
        }
        Icon::Copy => {
            frame((0.34, 0.32), (0.92, 0.94));
            line(COPIED);
        }
        Icon::Theme => half_lit(painter, square, stroke),
        Icon::LeftPanel | Icon::RightPanel | Icon::BottomPanel => {
            frame((0.04, 0.14), (0.96, 0.86));
            line(match icon {
                Icon::LeftPanel => &[(0.36, 0.14), (0.36, 0.86)],
                Icon::RightPanel => &[(0.64, 0.14), (0.64, 0.86)],
                _ => &[(0.04, 0.62), (0.96, 0.62)],
            });
        }
        Icon::Folded | Icon::Next => line(&[(0.36, 0.2), (0.66, 0.5), (0.36, 0.8)]),
        Icon::Previous => line(&[(0.64, 0.2), (0.34, 0.5), (0.64, 0.8)]),
        Icon::Check => line(&[(0.1, 0.55), (0.4, 0.85), (0.92, 0.15)]),
        Icon::Ruler => line(RULER),
        Icon::More => {
            for x in [0.2, 0.5, 0.8] {
                painter.circle_filled(at((x, 0.5)), stroke.width, stroke.color);
            }
        }
        Icon::Find => lens(painter, square, stroke),
        Icon::Unfolded | Icon::Down => line(&[(0.2, 0.36), (0.5, 0.66), (0.8, 0.36)]),
        Icon::Up => line(&[(0.2, 0.64), (0.5, 0.34), (0.8, 0.64)]),
        _ => {
            for points in tool(icon) {
                line(points);
            }
        }
    }
}

/// A magnifying glass.
fn lens(painter: &Painter, square: Rect, stroke: Stroke) {
    let side = square.width();
    let middle = square.min + vec2(0.42, 0.42) * side;
    painter.circle_stroke(middle, 0.32 * side, stroke);
    let handle = [0.66, 0.94].map(|part| square.min + vec2(part, part) * side);
    painter.line_segment(handle, stroke);
}

fn half_lit(painter: &Painter, square: Rect, stroke: Stroke) {
    let radius = square.width() * 0.4;
    painter.circle_stroke(square.center(), radius, stroke);
    let half = (0..=16).map(|step| {
        let angle = std::f32::consts::PI * (step as f32 / 16.0 - 0.5);
        square.center() + vec2(angle.cos(), angle.sin()) * radius
    });
    let half = half.collect();
    painter.add(Shape::convex_polygon(half, stroke.color, Stroke::NONE));
}

/// The strokes of what changes a thing one has made.
fn tool(icon: Icon) -> &'static [&'static [(f32, f32)]] {
    match icon {
        Icon::Rename => &[
            &[
                (0.1, 0.9),
                (0.16, 0.66),
                (0.7, 0.12),
                (0.88, 0.3),
                (0.34, 0.84),
                (0.1, 0.9),
            ],
            &[(0.56, 0.26), (0.74, 0.44)],
        ],
        Icon::Delete => &[
            &[(0.08, 0.22), (0.92, 0.22)],
            &[(0.36, 0.22), (0.36, 0.06), (0.64, 0.06), (0.64, 0.22)],
            &[(0.18, 0.22), (0.24, 0.94), (0.76, 0.94), (0.82, 0.22)],
        ],
        Icon::Undo => UNDO,
        Icon::Redo => REDO,
        Icon::Add => &[&[(0.5, 0.1), (0.5, 0.9)], &[(0.1, 0.5), (0.9, 0.5)]],
        _ => &[],
    }
}

/// Back along a bow, and the same seen in a mirror.
const UNDO: &[&[(f32, f32)]] = &[
    &[(0.34, 0.12), (0.08, 0.36), (0.34, 0.6)],
    &[
        (0.08, 0.36),
        (0.62, 0.36),
        (0.76, 0.4),
        (0.86, 0.5),
        (0.9, 0.62),
        (0.86, 0.74),
        (0.76, 0.84),
        (0.62, 0.88),
        (0.34, 0.88),
    ],
];
const REDO: &[&[(f32, f32)]] = &[
    &[(0.66, 0.12), (0.92, 0.36), (0.66, 0.6)],
    &[
        (0.92, 0.36),
        (0.38, 0.36),
        (0.24, 0.4),
        (0.14, 0.5),
        (0.1, 0.62),
        (0.14, 0.74),
        (0.24, 0.84),
        (0.38, 0.88),
        (0.66, 0.88),
    ],
];

/// A square for an icon in the middle of a rectangle, on whole points.
pub(super) fn square_in(rect: Rect, side: f32) -> Rect {
    let corner = rect.center() - vec2(side, side) / 2.0;
    Rect::from_min_size(pos2(corner.x.round(), corner.y.round()), vec2(side, side))
}
