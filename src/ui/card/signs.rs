//! What dash, arrow, sign and hatch mean on an overlay: those only that it has.

use std::borrow::Cow;

use egui::{Rect, Ui, vec2};

use crate::picture::FeatureForm;
use crate::theme::{Arrow, FeatureLook, Marks, Sign, Theme};
use crate::ui::UiContext;
use crate::ui::legend_notes::note_ui;
use crate::ui::map::paint_site_key;
use crate::ui::sign_words::{BASES, MARKS, STATUSES, status_sign};
use crate::ui::symbol::{paint_feature, paint_hatch};
use crate::ui::words::with_capital;
use crate::world::{Basis, Direction, Feature, OverlayStyle, Status};

/// What is painted before the words.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Line(FeatureLook),
    Site(FeatureLook),
    Hatch(FeatureLook),
}

/// Signs of which an overlay has more than one.
const SIGNS: [(Sign, &str); 2] = [
    (Sign::Crosses, "Crosses: war"),
    (Sign::Squares, "Squares: forces in a country"),
];

/// A sign as it is painted, and what it means.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Explained(Key, Cow<'static, str>);

impl Explained {
    /// "War": what it means, without its name, where the sign stands beside.
    pub(in crate::ui) fn meaning(&self) -> String {
        let words = self.1.split_once(": ").map_or(&*self.1, |(_, means)| means);
        with_capital(words)
    }
}

/// Paints the sign alone.
pub(in crate::ui) fn paint_sign(ui: &Ui, theme: &Theme, rect: Rect, sign: &Explained) {
    paint_key(ui, theme, rect, sign.0);
}

/// The signs that features of an overlay have.
pub(in crate::ui) fn signs_of(
    context: UiContext<'_>,
    style: OverlayStyle,
    features: &[&Feature],
) -> Vec<Explained> {
    let form_of = |feature: &Feature| FeatureForm::of(context.world, context.atlas, feature);
    signs(context.theme, style, features, &form_of)
}

/// A line for each sign.
pub(in crate::ui) fn signs_ui(ui: &mut Ui, context: UiContext<'_>, signs: &[Explained]) {
    for Explained(key, words) in signs {
        note_ui(ui, context, words, |ui, rect| {
            paint_key(ui, context.theme, rect, *key);
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
) -> Vec<Explained> {
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
    for status in STATUSES {
        if has(&|one| one.status == status) {
            let mut look = bare(status, Basis::Stated);
            if status == Status::Unannounced {
                look.marks = Marks::Question;
            }
            found.push(Explained(Key::Line(look), status_sign(status).into()));
        }
    }
    for (sign, words) in SIGNS {
        if has(&|one| theme.of_feature(style, one).sign == sign) {
            let look = FeatureLook { sign, ..plain };
            found.push(Explained(Key::Line(look), words.into()));
        }
    }
    for (marks, words) in MARKS {
        if has(&|one| theme.of_feature(style, one).marks == marks) {
            let look = FeatureLook { marks, ..plain };
            found.push(Explained(Key::Line(look), words.into()));
        }
    }
    if let Some((arrow, words)) = arrows(theme, style, &lines) {
        let look = FeatureLook { arrow, ..plain };
        found.push(Explained(Key::Line(look), words.into()));
    }
    for (basis, words) in BASES {
        if has(&|one| one.basis == basis) {
            let look = bare(Status::InForce, basis);
            found.push(Explained(Key::Line(look), words.into()));
        }
    }
    if features.iter().any(|one| form_of(one).has_site) {
        let look = theme.feature(style, None, Status::InForce, Basis::Stated);
        let words = match look.sign_of_place() {
            Sign::None => "Disc: a place, or a group\u{2019}s",
            _ => "In a ring: a place, or a group\u{2019}s",
        };
        found.push(Explained(Key::Site(look), words.into()));
    }
    if features.iter().any(|one| form_of(one).has_area) {
        found.push(Explained(Key::Hatch(plain), "Hatched: an area".into()));
    }
    found
}

/// The heads that an overlay's lines have, and what they say.
fn arrows(theme: &Theme, style: OverlayStyle, lines: &[&Feature]) -> Option<(Arrow, &'static str)> {
    let points = |direction: Direction| lines.iter().any(|one| one.direction == direction);
    let words = match (points(Direction::Forward), points(Direction::Both)) {
        (true, false) => "Arrow: from one to the other",
        (true, true) => "Arrow: to the other; two: both ways",
        (false, true) => "An arrow at each end: both ways",
        (false, false) => return None,
    };
    let arrow = match theme.overlay(style).has_arrow {
        _ if !points(Direction::Forward) => Arrow::Both,
        Arrow::None => Arrow::End,
        other => other,
    };
    Some((arrow, words))
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
                .map(|Explained(_, words)| words.into_owned())
                .collect()
        };
        assert_eq!(
            words("pipelines"),
            [
                "Partly built",
                "Proposed",
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
        assert!(words("alliances").contains(&"Bars: opposed, not allied".to_owned()));
        assert!(words("wars").contains(&"Crosses: war".to_owned()));
    }
}
