//! The reader's own copy of the article, laid over a story: the same passages in the article's own
//! words.
//!
//! In: which paragraph of a copy is which passage, what its words name, and where it tells of the
//! story's features. Out: reading the file (see `content`), finding names in any text (see
//! `linker`), what is corrected in it (see `content::copy_corrections`), and what is on show (see
//! `app`). No sentence of a copy is kept anywhere.

mod features;
mod linked;
mod names;
mod pieces;
mod recognise;
mod story_words;
mod tokens;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use self::recognise::{Part, Prints};
use crate::atlas::Atlas;
use crate::content::ArticleText;
use crate::world::{ArticleCopy, Id, Passage, Stranger, Table, World};

/// More strangers than these are no longer of help.
const MOST_STRANGERS: usize = 200;

/// A copy is one of the article when it has at least one in so many of the passages.
const COPY_PART: usize = 4;

/// A story in the words of a copy.
#[derive(Clone, Debug, Default)]
pub struct Overlaid {
    pub world: World,
    /// How many of the passages the copy has.
    pub recognised: usize,
    /// How many could have been recognised: those with a fingerprint.
    pub known: usize,
    /// How many paragraphs at the end of a very long copy were not looked at.
    pub left: usize,
}

impl Overlaid {
    /// How much of a copy was recognised. Why it is none, where nothing was, as a sentence without its
    /// full stop.
    pub fn summary(&self, path: &str, file: &str) -> Result<String, String> {
        let (recognised, known) = (self.recognised, self.known);
        if known == 0 {
            return Err(format!(
                "this story has no fingerprints of its article, so no copy of it can be recognised; \
                 {file} is left alone"
            ));
        }
        if recognised == 0 {
            return Err(format!(
                "{path} has no paragraph of this story\u{2019}s article"
            ));
        }
        let words = format!("{recognised} of {known} paragraphs recognised in {file}");
        let copy = self.world.copy.as_ref();
        let strange = copy.map_or(0, |copy| copy.strangers.len() + copy.more_strangers);
        let mut words = match strange {
            0 => words,
            1 => format!("{words}; one more is not known as the article\u{2019}s"),
            _ => format!("{words}; {strange} more are not known as the article\u{2019}s"),
        };
        match self.left {
            0 => {}
            1 => words.push_str(", and the last one was not looked at"),
            left => {
                let _ = write!(words, ", and the last {left} of them were not looked at");
            }
        }
        Ok(words)
    }
}

/// The story in the words of a copy from a file of that name. What the copy lacks stays in the
/// story's own words.
pub fn lay_over(world: &World, atlas: &Atlas, file: &str, copied: &ArticleText) -> Overlaid {
    let prints = Prints::of(world);
    let (parts, left) = recognise::parts(&prints, &copied.paragraphs);
    let mut texts: BTreeMap<Id<Passage>, String> = BTreeMap::new();
    let mut copy = ArticleCopy {
        file: file.to_owned(),
        ..ArticleCopy::default()
    };
    let mut after = None;
    for part in parts {
        match part {
            Part::Passage(id, text) => {
                after = Some(id);
                texts.insert(id, text);
            }
            Part::Line(text) if after.is_none() => copy.headline.push(text),
            Part::Line(text) => copy.credits.push(text),
            Part::Stranger(_) if copy.strangers.len() >= MOST_STRANGERS => copy.more_strangers += 1,
            Part::Stranger(text) => copy.strangers.push(Stranger { text, after }),
        }
    }
    copy.more_strangers += left;
    // A page's title is no paragraph of it.
    if copy.headline.is_empty() && prints.has_line(&copied.title) {
        copy.headline.push(copied.title.clone());
    }
    let mut overlaid = world.clone();
    if let [headline] = copy.headline.as_slice() {
        overlaid.article.title.clone_from(headline);
    }
    if !copy.credits.is_empty() {
        let credits = copy.credits.iter().map(|line| line.trim_end_matches('.'));
        overlaid.article.credits = credits.collect::<Vec<_>>().join("; ");
    }
    overlaid.copy = Some(copy);
    let recognised = texts.len();
    overlaid.passages = reworded(world, atlas, &texts);
    overlaid.derive_links();
    Overlaid {
        world: overlaid,
        recognised,
        known: known(world),
        left,
    }
}

/// So much of a text is looked at to see whether it is worth the rest.
const BEGINNING_BYTES: usize = 8_000;

/// Whether a text is a copy of the story's article.
pub fn is_copy_of(world: &World, text: &ArticleText) -> bool {
    let prints = Prints::of(world);
    let recognised = |paragraphs: &[String]| {
        let (parts, _) = recognise::parts(&prints, paragraphs);
        let is_passage = |part: &&Part| matches!(part, Part::Passage(..));
        parts.iter().filter(is_passage).count()
    };
    // A copy has some of it near its beginning, and of any other text that is all that is looked at.
    let mut bytes = 0;
    let is_beginning = |paragraph: &&String| {
        bytes += paragraph.len();
        bytes <= BEGINNING_BYTES
    };
    let beginning = text
        .paragraphs
        .iter()
        .take_while(is_beginning)
        .count()
        .max(1);
    let beginning = text.paragraphs.get(..beginning).unwrap_or_default();
    if recognised(beginning) == 0 {
        return false;
    }
    let recognised = recognised(&text.paragraphs);
    recognised > 0 && recognised * COPY_PART >= known(world)
}

fn known(world: &World) -> usize {
    let passages = world.passages.iter();
    passages
        .filter(|(_, passage)| !passage.fingerprint.is_empty())
        .count()
}

/// The passages, under the same ids, in the words there are for them.
fn reworded(world: &World, atlas: &Atlas, texts: &BTreeMap<Id<Passage>, String>) -> Table<Passage> {
    let all: Vec<&str> = texts.values().map(String::as_str).collect();
    let mut named = linked::named_in(world, atlas, &all);
    named.reverse();
    let mut passages = Table::default();
    let words = story_words::StoryWords::of(world, atlas);
    let mut people = names::Introduced::default();
    for (id, ours) in world.passages.iter() {
        let Some(text) = texts.get(&id) else {
            passages.push(ours.clone());
            continue;
        };
        let found = named.pop().unwrap_or_default();
        let mut mentions = names::mentions(&words, &mut people, text, &found.names, ours);
        let features = features::mentions(world, text, &mentions, &found.triggers, ours);
        mentions.extend(features);
        mentions.sort_by_key(|mention| (mention.range.start, usize::MAX - mention.range.end));
        let touches = ours
            .mentions
            .iter()
            .map(|mention| mention.subject)
            .filter(|subject| mentions.iter().all(|mention| mention.subject != *subject));
        let mut each_once = Vec::new();
        for subject in touches {
            if !each_once.contains(&subject) {
                each_once.push(subject);
            }
        }
        passages.push(Passage {
            text: text.clone(),
            mentions,
            touches: each_once,
            is_verbatim: true,
            ..ours.clone()
        });
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::fingerprint;

    #[test]
    fn what_a_very_long_copy_has_at_its_end_is_counted_as_not_looked_at() {
        let atlas = Atlas::load().unwrap();
        let mut world = World::default();
        for number in 1..=2 {
            let text = format!("Paragraph {number} of the article.");
            world.passages.push(Passage {
                number,
                fingerprint: fingerprint(&text),
                text,
                mentions: Vec::new(),
                touches: Vec::new(),
                is_verbatim: false,
            });
        }
        let mut paragraphs = vec!["Paragraph 1 of the article.".to_owned()];
        paragraphs.extend((0..25_000).map(|at| format!("Another text, line {at}.")));
        paragraphs.push("Paragraph 2 of the article.".to_owned());
        let text = ArticleText {
            paragraphs,
            ..ArticleText::default()
        };
        let overlaid = lay_over(&world, &atlas, "long.txt", &text);
        let copy = overlaid.world.copy.as_ref().unwrap();
        assert_eq!(copy.strangers.len() + copy.more_strangers, 25_001);
        assert_eq!(overlaid.left, 25_002 - 20_000);
        assert_eq!(
            overlaid.summary("long.txt", "long.txt").unwrap(),
            "1 of 2 paragraphs recognised in long.txt; 25001 more are not known as the \
             article\u{2019}s, and the last 5002 of them were not looked at"
        );
    }
}
