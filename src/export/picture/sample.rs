//! A small drawing with one of everything, for tests.

use egui::{Color32, Rect, Vec2, pos2, vec2};

use crate::picture::{Drawing, DrawingGroup, DrawingLayer, Face, Mark, PathMark, Pen, TextMark};

/// White, 200 × 100, with a red square of 40 in its middle and two texts.
pub(super) fn drawing() -> Drawing {
    let square = Rect::from_center_size(pos2(100.0, 50.0), Vec2::splat(40.0));
    let mut turned = text("Amu Darya");
    turned.at = pos2(20.0, 60.0);
    turned.turn = Some((-30.0, pos2(20.0, 60.0)));
    turned.face = Face::SerifItalic;
    turned.halo = Some((Color32::WHITE, 1.5));
    let mut marks = layer(vec![
        filled(square, Color32::RED),
        Mark::Circle {
            center: pos2(170.0, 50.0),
            radius: 4.5,
            fill: Some(Color32::BLUE),
            pen: None,
        },
        Mark::Path(PathMark {
            runs: vec![vec![pos2(-5.0, 90.0), pos2(205.25, 90.125)]],
            is_closed: false,
            fill: None,
            pen: Some(Pen {
                width: 1.0,
                color: Color32::BLACK,
                dash: vec![4.0, 2.0],
            }),
        }),
    ]);
    marks.groups[0].subject = Some("feature:tapi".to_owned());
    marks.groups[0].overlay = Some("pipelines".to_owned());
    marks.groups[0].title = Some("A pipeline & more".to_owned());
    marks.clip = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(180.0, 100.0)));
    let mut names = layer(vec![text("Kābul").into(), turned.into()]);
    "names".clone_into(&mut names.key);
    "Names \"of\" places".clone_into(&mut names.name);
    Drawing {
        size: vec2(200.0, 100.0),
        title: "Gas <to> India".to_owned(),
        description: "A square & two names.".to_owned(),
        background: Color32::WHITE,
        layers: vec![marks, names],
        places: Vec::new(),
        map: Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 100.0)),
    }
}

pub(super) fn layer(marks: Vec<Mark>) -> DrawingLayer {
    DrawingLayer {
        key: "marks".to_owned(),
        name: "Marks".to_owned(),
        clip: None,
        groups: vec![DrawingGroup {
            marks,
            ..DrawingGroup::default()
        }],
    }
}

pub(super) fn filled(rect: Rect, color: Color32) -> Mark {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
    ];
    Mark::Path(PathMark {
        runs: vec![corners.to_vec()],
        is_closed: true,
        fill: Some(color),
        pen: None,
    })
}

/// Words in the upper left, as long as they are.
pub(super) fn text(words: &str) -> TextMark {
    TextMark {
        words: words.to_owned(),
        at: pos2(10.0, 20.0),
        length: 0.0,
        face: Face::Sans,
        size: 12.0,
        spacing: 0.0,
        color: Color32::BLACK,
        halo: None,
        turn: None,
    }
}

impl From<TextMark> for Mark {
    fn from(text: TextMark) -> Self {
        Self::Text(text)
    }
}
