//! What dash, arrow, sign and hatch mean on an overlay: those only that it has.

use egui::{Rect, Ui, vec2};

use crate::picture::FeatureForm;
use crate::theme::{Arrow, FeatureLook, Marks, Sign, Theme};
use crate::ui::UiContext;
use crate::ui::legend_notes::note_ui;
use crate::ui::map::paint_site_key;
use crate::ui::symbol::{paint_feature, paint_hatch};
use crate::world::{Basis, Direction, Feature, OverlayStyle, Status};

/// What is painted before the words.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Line(FeatureLook),
    Site(FeatureLook),
    Hatch(FeatureLook),
}

/// What dash and ends say.
const STATUSES: [(Status, &str); 6] = [
    (Status::InForce, "Held at publication"),
    (Status::Ended, "Barred ends: past"),
    (Status::Proposed, "Proposed"),
    (Status::PartlyBuilt, "Partly built"),
    (Status::Suspected, "Suspected"),
    (Status::Unannounced, "Not announced"),
];

/// Signs of which an overlay has more than one.
const SIGNS: [(Sign, &str); 2] = [
    (Sign::Crosses, "Crosses: war"),
    (Sign::Squares, "Squares: forces in a country"),
];

const MARKS: [(Marks, &str); 5] = [
    (Marks::Link, "Linked rings: allied"),
    (Marks::Plus, "Plus: backing"),
    (Marks::Tick, "Tick: recognised"),
    (Marks::Bars, "Bars: opposed"),
    (Marks::Closer, "Points: growing closer"),
];

const BASES: [(Basis, &str); 2] = [
    (Basis::Schematic, "Soft band: the way is ours"),
    (Basis::Outside, "Hollow: not in the article"),
];

/// A sign as it is painted, and what it means.
#[derive(Clone, Debug)]
pub(super) struct Explained(Key, &'static str);

/// The signs that features of an overlay have.
pub(super) fn signs_of(
    context: UiContext<'_>,
    style: OverlayStyle,
    features: &[&Feature],
) -> Vec<Explained> {
    let form_of = |feature: &Feature| FeatureForm::of(context.world, context.atlas, feature);
    let found = signs(context.theme, style, features, &form_of).into_iter();
    found.map(|(key, words)| Explained(key, words)).collect()
}

/// A line for each sign.
pub(super) fn signs_ui(ui: &mut Ui, context: UiContext<'_>, signs: &[Explained]) {
    for &Explained(key, words) in signs {
        note_ui(ui, context, words, |ui, rect| {
            paint_key(ui, context.theme, rect, key);
        });
    }
}

fn paint_key(ui: &Ui, theme: &Theme, rect: Rect, key: Key) {
    match key {
        Key::Line(look) => paint_feature(ui.painter(), rect, look, theme),
        Key::Site(look) => paint_site_key(ui.painter(), rect.center(), look, theme),
        Key::Hatch(look) => {
            let patch = rect.shrink2(vec2(0.0, 1.5));
            let land = theme.map.land;
            paint_hatch(ui.painter(), patch, land, look.line, look.line);
        }
    }
}

fn signs(
    theme: &Theme,
    style: OverlayStyle,
    features: &[&Feature],
    form_of: &dyn Fn(&Feature) -> FeatureForm,
) -> Vec<(Key, &'static str)> {
    let all = features.iter().copied();
    let lines: Vec<&Feature> = all.filter(|one| form_of(one).has_line).collect();
    let has = |is_one: &dyn Fn(&Feature) -> bool| lines.iter().any(|one| is_one(one));
    let bare = |status, basis| FeatureLook {
        arrow: Arrow::None,
        marks: Marks::None,
        sign: Sign::None,
        ..theme.feature(style, None, status, basis)
    };
    let plain = bare(Status::InForce, Basis::Stated);
    let mut found = Vec::new();
    for (status, words) in STATUSES {
        if has(&|one| one.status == status) {
            let mut look = bare(status, Basis::Stated);
            if status == Status::Unannounced {
                look.marks = Marks::Question;
            }
            found.push((Key::Line(look), words));
        }
    }
    for (sign, words) in SIGNS {
        if has(&|one| theme.of_feature(style, one).sign == sign) {
            found.push((Key::Line(FeatureLook { sign, ..plain }), words));
        }
    }
    for (marks, words) in MARKS {
        if has(&|one| theme.of_feature(style, one).marks == marks) {
            found.push((Key::Line(FeatureLook { marks, ..plain }), words));
        }
    }
    let points = |direction: Direction| has(&|one| one.direction == direction);
    let words = match (points(Direction::Forward), points(Direction::Both)) {
        (true, false) => Some("Arrow: from one to the other"),
        (true, true) => Some("Arrow: to the other; two: both ways"),
        (false, true) => Some("An arrow at each end: both ways"),
        (false, false) => None,
    };
    let arrow = match theme.overlay(style).has_arrow {
        _ if !points(Direction::Forward) => Arrow::Both,
        Arrow::None => Arrow::End,
        other => other,
    };
    found.extend(words.map(|words| (Key::Line(FeatureLook { arrow, ..plain }), words)));
    for (basis, words) in BASES {
        if has(&|one| one.basis == basis) {
            found.push((Key::Line(bare(Status::InForce, basis)), words));
        }
    }
    if features.iter().any(|one| form_of(one).has_site) {
        let look = theme.feature(style, None, Status::InForce, Basis::Stated);
        let words = match look.sign_of_place() {
            Sign::None => "Disc: a place, or a group\u{2019}s",
            _ => "In a ring: a place, or a group\u{2019}s",
        };
        found.push((Key::Site(look), words));
    }
    if features.iter().any(|one| form_of(one).has_area) {
        found.push((Key::Hatch(plain), "Hatched: an area"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Atlas;
    use crate::content;
    use crate::session::Stage;
    use crate::theme::ThemeKind;
    use crate::ui::card::provenance::features_of;

    #[test]
    fn only_the_signs_that_an_overlay_has_are_explained() {
        let atlas = Atlas::load().unwrap();
        let world = content::bundled(&atlas).0;
        let theme = Theme::new(ThemeKind::Light);
        let words = |key: &str| -> Vec<String> {
            let mut overlays = world.overlays.iter();
            let (id, overlay) = overlays.find(|(_, overlay)| overlay.key == key).unwrap();
            let features = features_of(&world, &Stage::default(), id);
            let signs = signs(&theme, overlay.style, &features, &|feature: &Feature| {
                FeatureForm::of(&world, &atlas, feature)
            });
            signs
                .into_iter()
                .map(|(_, words)| words.to_owned())
                .collect()
        };
        assert_eq!(
            words("pipelines"),
            [
                "Proposed",
                "Partly built",
                "Arrow: from one to the other",
                "Soft band: the way is ours",
                "Hollow: not in the article"
            ]
        );
        let arms = [
            "Held at publication",
            "Not announced",
            "Arrow: from one to the other",
        ];
        assert_eq!(words("arms"), arms);
        assert!(words("alliances").contains(&"Bars: opposed".to_owned()));
        assert!(words("wars").contains(&"Crosses: war".to_owned()));
    }
}
