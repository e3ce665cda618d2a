//! Where an overlay is from and how far it can be trusted, in words derived from its features: so
//! they hold for any story.
//!
//! Out: how they are set (see `facts`), and what the signs mean (see `signs`).

use std::collections::BTreeSet;

use crate::atlas::Atlas;
use crate::picture::FeatureForm;
use crate::session::Stage;
use crate::ui::words::{basis_word, confidence_word, joined, status_word, with_capital};
use crate::world::{Basis, Confidence, Feature, Geometry, Id, Overlay, Source, Status, World};

/// A card names no more periods or claims than this, and says how many more there are.
const MOST_NAMED: usize = 7;

/// The features of an overlay that a stage tells of, in the story's order.
pub(super) fn features_of<'a>(
    world: &'a World,
    stage: &Stage,
    overlay: Id<Overlay>,
) -> Vec<&'a Feature> {
    let features = world.links.in_overlay(overlay).iter();
    let features = features.filter_map(|&id| world.features.get(id));
    features.filter(|feature| stage.tells_of(feature)).collect()
}

fn count(features: &[&Feature], is_one: impl Fn(&Feature) -> bool) -> usize {
    features.iter().filter(|feature| is_one(feature)).count()
}

/// "6 stated in the article, 1 schematic, 5 outside the article": how many there are of each, and
/// only of those there are.
fn counted<const N: usize>(all: usize, parts: [(usize, &str); N]) -> String {
    let there: Vec<(usize, &str)> = parts.into_iter().filter(|(count, _)| *count > 0).collect();
    match there.as_slice() {
        [] => String::new(),
        [(1, word)] => with_capital(word),
        [(count, word)] if *count == all => format!("All {all} {word}"),
        _ => {
            let words: Vec<String> = there
                .iter()
                .map(|(count, word)| format!("{count} {word}"))
                .collect();
            words.join(", ")
        }
    }
}

/// On what it rests, and what its lines are.
pub(super) fn how_drawn(world: &World, atlas: &Atlas, features: &[&Feature]) -> String {
    if features.is_empty() {
        return "Nothing is drawn: the story has no features of it.".to_owned();
    }
    let of = |basis| count(features, |feature| feature.basis == basis);
    let bases = [Basis::Stated, Basis::Schematic, Basis::Outside];
    let parts = bases.map(|basis| (of(basis), basis_word(basis)));
    let mut words = format!("{}.", counted(features.len(), parts));
    if of(Basis::Schematic) > 0 {
        words.push_str(" Schematic: the article names the ends, the way between them is ours.");
    }
    let is_curve = |feature: &Feature| {
        feature.geometry == Geometry::Ends && FeatureForm::of(world, atlas, feature).has_line
    };
    if count(features, is_curve) > 0 {
        words.push_str(" Curves join two sides and are no routes.");
    }
    words
}

/// The article's date, and the years and periods the features are of.
pub(super) fn as_of(world: &World, features: &[&Feature]) -> String {
    let date = &world.article.date;
    let mut sentences = vec![if date.is_empty() {
        "The story gives no date of the article.".to_owned()
    } else {
        format!("The article\u{2019}s date, {date}.")
    }];
    let periods = features.iter().map(|feature| &feature.period);
    let years = periods.flat_map(|period| [period.from_year, period.to_year]);
    let years: Vec<i32> = years.flatten().collect();
    if let (Some(first), Some(last)) = (years.iter().min(), years.iter().max())
        && first < last
    {
        sentences.push(format!("Years from {first} to {last}."));
    }
    let mut spread: Vec<(Option<i32>, &str)> = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for feature in features {
        let text = feature.period.text.as_str();
        if !text.is_empty() && seen.insert(text) {
            spread.push((feature.period.from_year.or(feature.period.to_year), text));
        }
    }
    // In the order of time; what has no year is of the time of the article.
    spread.sort_by_key(|(year, _)| year.unwrap_or(i32::MAX));
    let texts: Vec<&str> = spread.into_iter().map(|(_, text)| text).collect();
    if !texts.is_empty() {
        sentences.push(format!("Periods: {}.", named(&texts, " \u{00b7} ")));
    }
    sentences.join(" ")
}

/// The first few of a list, and how many more there are.
fn named(list: &[&str], between: &str) -> String {
    let shown: Vec<&str> = list.iter().take(MOST_NAMED).copied().collect();
    let more = list.len() - shown.len();
    let words = shown.join(between);
    if more == 0 {
        words
    } else {
        format!("{words}{between}{more} more")
    }
}

/// How sure the story is of its features, which are no facts yet, and who says so.
pub(super) fn how_sure(features: &[&Feature]) -> String {
    if features.is_empty() {
        return "There is nothing to be sure of.".to_owned();
    }
    let parts = [Confidence::High, Confidence::Medium, Confidence::Low].map(|confidence| {
        let found = count(features, |feature| feature.confidence == confidence);
        (found, confidence_word(confidence))
    });
    let there: Vec<(usize, &str)> = parts.into_iter().filter(|(count, _)| *count > 0).collect();
    let all = features.len();
    let confidence = match there.as_slice() {
        [(1, word)] => format!("{} for the only feature", with_capital(word)),
        [(2, word)] => format!("{} for both features", with_capital(word)),
        [(_, word)] => format!("{} for all {all} features", with_capital(word)),
        _ => {
            let parts = there.iter().enumerate();
            let words = parts.map(|(at, (count, word))| match at {
                0 => format!("{} for {count} of {all} features", with_capital(word)),
                _ => format!("{word} for {count}"),
            });
            words.collect::<Vec<String>>().join(", ")
        }
    };
    let mut sentences = vec![format!("{confidence}.")];
    let open = [Status::Proposed, Status::Suspected, Status::Unannounced].map(|status| {
        let found = count(features, |feature| feature.status == status);
        (found, status_word(status))
    });
    let open: Vec<String> = open
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if !open.is_empty() {
        let open: Vec<&str> = open.iter().map(String::as_str).collect();
        sentences.push(format!("Of these {} only.", joined(&open)));
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let claims = features.iter().filter_map(|one| one.attribution.as_deref());
    let claims: Vec<&str> = claims.filter(|&claim| seen.insert(claim)).collect();
    if !claims.is_empty() {
        let who = named(&claims, "; ");
        sentences.push(format!("Told as what somebody says: {who}."));
    }
    sentences.join(" ")
}

/// A source other than the article: its title and date, and for what it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceUse {
    pub words: String,
    pub url: String,
}

/// The sources other than the article, in the order in which the features name them.
pub(super) fn sources_of(world: &World, features: &[&Feature]) -> Vec<SourceUse> {
    let mut found: Vec<Id<Source>> = Vec::new();
    for source in features.iter().filter_map(|feature| feature.source) {
        if !found.contains(&source) {
            found.push(source);
        }
    }
    let uses = found.into_iter().filter_map(|id| {
        let source = world.sources.get(id)?;
        let of = |basis| {
            let is_it = |one: &Feature| one.source == Some(id) && one.basis == basis;
            count(features, is_it)
        };
        let uses: Vec<String> = [
            ("not in the article:", of(Basis::Outside)),
            ("way of", of(Basis::Schematic)),
            ("additions to", of(Basis::Stated)),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word} {count}"))
        .collect();
        Some(SourceUse {
            words: format!("{} ({})", source_words(source), uses.join(", ")),
            url: source.url.clone(),
        })
    });
    uses.collect()
}

/// A source by name and date.
pub(super) fn source_words(source: &Source) -> String {
    if source.date.is_empty() {
        source.title.clone()
    } else {
        format!("{}, {}", source.title, source.date)
    }
}

/// The limits as the story has them.
pub(super) fn limits(overlay: &Overlay) -> &str {
    if overlay.limits.is_empty() {
        "The story names none."
    } else {
        &overlay.limits
    }
}

/// Who answers for a feature, where the story says so or the article does.
pub(super) fn who_says(feature: &Feature) -> &str {
    match (&feature.attribution, feature.basis) {
        (Some(attribution), _) => attribution,
        (None, Basis::Outside) => "the source named here, not the article",
        (None, Basis::Stated | Basis::Schematic) => "the article",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;

    fn bundled() -> (World, Atlas) {
        let atlas = Atlas::load().unwrap();
        (content::bundled(&atlas).0, atlas)
    }

    fn features<'a>(world: &'a World, key: &str) -> Vec<&'a Feature> {
        let mut overlays = world.overlays.iter();
        let (id, _) = overlays.find(|(_, overlay)| overlay.key == key).unwrap();
        features_of(world, &Stage::default(), id)
    }

    #[test]
    fn what_is_said_of_an_overlay_counts_its_features() {
        let (world, atlas) = bundled();
        let pipelines = features(&world, "pipelines");
        assert_eq!(
            how_drawn(&world, &atlas, &pipelines),
            "2 schematic, 4 outside the article. Schematic: the article names the ends, the way \
             between them is ours."
        );
        assert_eq!(
            how_sure(&pipelines),
            "Medium for 5 of 6 features, low for 1. Of these 5 proposed only."
        );
        let militancy = features(&world, "militancy");
        assert!(how_sure(&militancy).contains("Russia is concerned; Russia suspects"));
        let alliances = features(&world, "alliances");
        assert!(how_sure(&alliances).starts_with("High for all 11 features."));
        let told = as_of(&world, &alliances);
        let start = "The article\u{2019}s date, 23 January 2011. Years from 1947 to 2003. Periods: \
                     Cold War \u{00b7} Cold War to publication \u{00b7}";
        assert!(told.starts_with(start), "{told}");
    }

    #[test]
    fn each_source_is_named_once_with_what_it_stands_for() {
        let (world, _) = bundled();
        let routes = sources_of(&world, &features(&world, "drug-routes"));
        let words: Vec<&str> = routes.iter().map(|source| source.words.as_str()).collect();
        assert_eq!(words.len(), 2);
        assert!(words[0].ends_with("read 2026 (way of 1)"));
        assert!(words[1].ends_with("June 2018 (not in the article: 11)"));
    }

    #[test]
    fn an_overlay_without_features_says_so() {
        let (world, atlas) = (World::default(), bundled().1);
        assert!(how_drawn(&world, &atlas, &[]).starts_with("Nothing is drawn"));
        assert!(how_sure(&[]).starts_with("There is nothing"));
        let told = as_of(&world, &[]);
        assert_eq!(told, "The story gives no date of the article.");
    }
}
