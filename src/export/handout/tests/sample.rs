//! Handouts for tests: a small one, and one of the bundled story's own passages.

use egui::{Color32, Rect, pos2, vec2};

use super::super::*;
use crate::atlas::Atlas;
use crate::content;
use crate::picture::{Drawing, DrawingGroup, DrawingLayer, Face, Mark, PathMark, Pen, TextMark};
use crate::theme::{Theme, ThemeKind};

pub(crate) fn passage(number: usize, text: &str) -> HandoutPassage {
    HandoutPassage {
        number,
        text: text.to_owned(),
        source: "A publisher, 2011".to_owned(),
    }
}

pub(crate) fn page(title: &str) -> HandoutPage {
    HandoutPage {
        title: title.to_owned(),
        map: map(title),
        legend: None,
        callouts: vec![Callout {
            at: pos2(300.0, 260.0),
            name: "TAPI pipeline".to_owned(),
            passages: vec![14],
        }],
        passages: vec![passage(14, "Gas would flow south.")],
        notes: None,
    }
}

fn on_sheet(lon: f32, lat: f32) -> egui::Pos2 {
    pos2((lon - 45.0) * 15.0, (46.0 - lat) * 18.0)
}

fn words(text: &str, at: egui::Pos2, (face, size, spacing): (Face, f32, f32)) -> TextMark {
    let colors = Theme::new(ThemeKind::Light).map;
    TextMark {
        words: text.to_owned(),
        at,
        length: 60.0,
        face,
        size,
        spacing,
        color: colors.focus_label,
        halo: Some((colors.halo, 1.5)),
        turn: None,
    }
}

fn path(points: &[(f32, f32)], fill: Option<Color32>, pen: Option<Pen>) -> Mark {
    let run = points.iter().map(|&(lon, lat)| on_sheet(lon, lat));
    Mark::Path(PathMark {
        runs: vec![run.collect()],
        is_closed: fill.is_some(),
        fill,
        pen,
    })
}

/// A map with a bit of everything.
#[expect(clippy::too_many_lines, reason = "a list of what is drawn")]
pub(crate) fn map(title: &str) -> Drawing {
    let theme = Theme::new(ThemeKind::Light);
    let pen = |width, color, dash: &[f32]| {
        let dash = dash.to_vec();
        Some(Pen { width, color, dash })
    };
    let border = pen(0.8, theme.map.border, &[]);
    let [fill, other] = [theme.map.focus[0], theme.map.focus[1]].map(Some);
    let pakistan = [
        (61.0, 29.0),
        (66.5, 29.5),
        (71.0, 34.0),
        (74.5, 37.0),
        (75.0, 32.5),
        (71.0, 28.0),
        (68.0, 24.0),
        (61.5, 25.0),
    ];
    let afghanistan = [
        (61.0, 29.0),
        (66.5, 29.5),
        (71.0, 34.0),
        (74.5, 37.0),
        (71.0, 38.0),
        (66.0, 37.3),
        (61.0, 35.5),
    ];
    let pipeline = [
        (62.0, 37.5),
        (62.5, 34.0),
        (65.7, 31.6),
        (71.5, 30.2),
        (74.0, 30.4),
    ];
    let mut turned = words(
        "Amu Darya",
        on_sheet(63.0, 39.0),
        (Face::SerifItalic, 11.0, 0.5),
    );
    turned.turn = Some((0.4, turned.at));
    let marks = vec![
        path(&pakistan, fill, border.clone()),
        path(&afghanistan, other, border),
        path(&pipeline, None, pen(2.4, theme.ui.accent, &[7.0, 4.0])),
        Mark::Circle {
            center: on_sheet(69.2, 34.5),
            radius: 3.0,
            fill: Some(theme.map.city_dot),
            pen: pen(1.0, theme.map.halo, &[]),
        },
        Mark::Text(words(
            "PAKISTAN",
            on_sheet(66.5, 28.0),
            (Face::SerifSemibold, 15.0, 3.0),
        )),
        Mark::Text(words(
            "Kabul",
            on_sheet(69.5, 34.4),
            (Face::Sans, 11.0, 0.0),
        )),
        Mark::Text(turned),
        Mark::Text(words(title, on_sheet(47.0, 24.0), (Face::Sans, 11.0, 0.0))),
    ];
    let size = vec2(660.0, 440.0);
    let group = DrawingGroup {
        marks,
        ..DrawingGroup::default()
    };
    let layer = DrawingLayer {
        key: "all".to_owned(),
        name: "All".to_owned(),
        clip: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
        groups: vec![group],
    };
    Drawing {
        size,
        title: title.to_owned(),
        description: "A map of six countries".to_owned(),
        background: theme.map.sea,
        layers: vec![layer],
        places: Vec::new(),
        map: Rect::from_min_size(egui::Pos2::ZERO, size),
    }
}

/// A row of signs, as a legend is.
fn legend() -> Drawing {
    let mut legend = map("Legend");
    let at = pos2(40.0, 18.0);
    let text = words("Pipelines, proposed", at, (Face::Sans, 12.0, 0.0));
    let line = PathMark {
        runs: vec![vec![pos2(4.0, 14.0), pos2(32.0, 14.0)]],
        is_closed: false,
        fill: None,
        pen: Some(Pen {
            width: 2.4,
            color: Theme::new(ThemeKind::Light).ui.accent,
            dash: vec![7.0, 4.0],
        }),
    };
    legend.size = vec2(300.0, 28.0);
    legend.background = crate::theme::handout_sizes::PAPER;
    legend.layers[0].groups[0].marks = vec![Mark::Path(line), Mark::Text(text)];
    legend
}

/// The bundled story's scenes with its own words, on maps that are not its own.
pub(crate) fn bundled() -> Handout {
    let atlas = Atlas::load().unwrap();
    let world = content::bundled(&atlas).0;
    let scenes = world.scenes.iter().enumerate();
    let all: Vec<_> = world.passages.iter().map(|(_, passage)| passage).collect();
    let pages = scenes.map(|(at, scene)| {
        let few = all.iter().cycle().skip(3 * at).take(3 + at % 3);
        let passages: Vec<HandoutPassage> = few
            .map(|passage| self::passage(passage.number as usize, &passage.text))
            .collect();
        let names = [
            "TAPI pipeline",
            "Kabul",
            "Pakistan and the United States, allied",
        ];
        let callouts = names
            .iter()
            .zip(&passages)
            .zip([(62.5, 34.0), (69.2, 34.5), (69.3, 34.4)]);
        HandoutPage {
            title: scene.title.clone(),
            map: map(&scene.title),
            legend: (at % 2 == 0).then(legend),
            callouts: callouts
                .map(|((name, passage), (lon, lat))| Callout {
                    at: on_sheet(lon, lat),
                    name: (*name).to_owned(),
                    passages: vec![passage.number, 99],
                })
                .collect(),
            passages,
            notes: Some(scene.notes.clone()).filter(|notes| !notes.is_empty()),
        }
    });
    Handout {
        title: world.article.title.clone(),
        subtitle: format!(
            "{}, {}",
            world.article.publisher,
            world.article.year.unwrap_or(0)
        ),
        language: "en".to_owned(),
        pages: pages.collect(),
        notes: vec![
            "Borders are drawn neutrally: disputed lines are dashed, and no claim is taken up."
                .to_owned(),
            "Ways marked as schematic are ours: the article names only their ends.".to_owned(),
        ],
        credits: vec![
            "Natural Earth, public domain. Typefaces: Source Serif 4 and Source Sans 3.".to_owned(),
        ],
    }
}
