//! What a reader has corrected of a paragraph of their own copy of the article, without its words.
//!
//! The paragraph is known by its fingerprint, and each correction by how many letters and digits stand
//! before it and how many it has: these are the same in every copy that has that fingerprint, whatever
//! its quotes, dashes, spaces and line breaks. So it goes back to its very words, or nowhere.
//!
//! In: the paragraph as it was found and as it was corrected. Out: how corrections are made again (see
//! the module above).

use std::ops::Range;

use super::super::written::{Members, actor_json, list, passage_json, place_json};
use super::{CorrectionTexts, made_again, read};
use crate::atlas::Atlas;
use crate::world::{Id, Mention, Passage, Reading, StoryChange, Subject, World};

/// What stands for each letter of a copy.
const VEILED: &str = "x";

/// What `now` has been corrected of a paragraph of `found`; none where it is nothing.
pub fn copy_corrections(
    found: &World,
    now: &World,
    passage: Id<Passage>,
    atlas: &Atlas,
) -> Option<CorrectionTexts> {
    let (before, after) = (found.passages.get(passage)?, now.passages.get(passage)?);
    if before.mentions == after.mentions {
        return None;
    }
    let new = veiled(after, |mention| !before.mentions.contains(mention));
    let gone = veiled(before, |mention| !after.mentions.contains(mention));
    let needs = |subject: Subject| {
        let mut all = new.mentions.iter().flat_map(Mention::readings);
        all.any(|reading| reading == Reading::Subject(subject))
    };
    let actors = now.actors.iter().filter(|(id, row)| {
        let is_new = found.actors.get(*id) != Some(row);
        is_new && !row.is_blank() && needs(Subject::Actor(*id))
    });
    let places = now.places.iter().filter(|(id, row)| {
        let is_new = found.places.get(*id) != Some(row);
        is_new && !row.is_blank() && needs(Subject::Place(*id))
    });
    let passages = |world, passage| list([passage_json(world, atlas, passage)].into_iter());
    Some(CorrectionTexts {
        after: Members::default()
            .rows("actors", &list(actors.map(|(_, row)| actor_json(row))))
            .rows(
                "places",
                &list(places.map(|(_, row)| place_json(atlas, row))),
            )
            .json("passages", &passages(now, &new))
            .object(),
        before: Members::default()
            .json("passages", &passages(found, &gone))
            .object(),
    })
}

/// What such texts mean for a paragraph of a copy; none where that is another paragraph, or the story
/// has not all that they name.
pub fn read_copy_corrections(
    texts: &CorrectionTexts,
    world: &World,
    passage: Id<Passage>,
    atlas: &Atlas,
) -> Option<StoryChange> {
    let own = world.passages.get(passage).filter(|own| own.is_verbatim)?;
    let after = read(&texts.after, world, atlas)?;
    let before = read(&texts.before, world, atlas)?;
    if !after.is_whole {
        return None;
    }
    let unveiled = |passages: &[Passage]| -> Option<Vec<Passage>> {
        let all = passages.iter().map(|passage| unveiled(passage, own));
        all.collect()
    };
    let (after_words, before_words) = (unveiled(&after.passages)?, unveiled(&before.passages)?);
    let (mentions, lost) = made_again(world, &after_words, &before_words);
    lost.is_empty().then_some(StoryChange {
        mentions,
        actors: after.actors,
        places: after.places,
        lost: None,
    })
}

/// The bytes of each letter and digit.
fn letters(text: &str) -> Vec<Range<usize>> {
    let letters = text.char_indices();
    let letters = letters.filter(|(_, letter)| letter.is_alphanumeric());
    letters
        .map(|(at, letter)| at..at + letter.len_utf8())
        .collect()
}

/// Bytes of a text as places among its letters.
fn among(letters: &[Range<usize>], bytes: &Range<usize>) -> Range<usize> {
    let before = |byte: usize| letters.partition_point(|letter| letter.start < byte);
    before(bytes.start)..before(bytes.end)
}

/// A paragraph of so many letters, of which none can be read, with some of its mentions.
fn veiled(passage: &Passage, is_kept: impl Fn(&Mention) -> bool) -> Passage {
    let letters = letters(&passage.text);
    let mentions = passage.mentions.iter().filter(|mention| is_kept(mention));
    Passage {
        text: VEILED.repeat(letters.len()),
        mentions: mentions
            .map(|mention| Mention {
                range: among(&letters, &mention.range),
                ..mention.clone()
            })
            .collect(),
        ..passage.clone()
    }
}

/// The same with the words of a copy; none where it is not that paragraph.
fn unveiled(veiled: &Passage, own: &Passage) -> Option<Passage> {
    let letters = letters(&own.text);
    if own.fingerprint != veiled.fingerprint || letters.len() != veiled.text.len() {
        return None;
    }
    let words_at = |places: &Range<usize>| {
        let is_it = |mention: &&Mention| among(&letters, &mention.range) == *places;
        if let Some(mention) = own.mentions.iter().find(is_it) {
            return Some(mention.range.clone());
        }
        let within = letters.get(places.clone())?;
        let bare = within.first()?.start..within.last()?.end;
        // The last point of "U.S." is no letter, and may belong to it.
        let has_point = own.text.get(bare.end..)?.starts_with('.');
        let chosen = bare.start..bare.end + usize::from(has_point);
        Some(own.whole_words(&chosen).unwrap_or(bare))
    };
    let mentions = veiled.mentions.iter().map(|mention| {
        Some(Mention {
            range: words_at(&mention.range)?,
            ..mention.clone()
        })
    });
    Some(Passage {
        mentions: mentions.collect::<Option<_>>()?,
        ..own.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{fingerprint, load_story};
    use crate::world::{Actor, MentionKind};

    const PLAIN: &str = "The \"U.S.\" envoy -- of Georgia -- went to Iran; Georgia said no.";
    const OTHERWISE: &str = "The \u{201c}U.S.\u{201d} envoy \u{2014} of Georgia \u{2014} went to Iran; Georgia said no.";

    fn atlas() -> Atlas {
        Atlas::load().unwrap()
    }

    /// A story whose only paragraph stands in the words of a copy.
    fn copy(atlas: &Atlas, text: &str) -> World {
        let story = r#"{"format": 1, "title": "T",
            "article": {"publisher": "", "title": "", "date": ""},
            "passages": [{"number": 1, "text": "Ours."}]}"#;
        let (mut world, problems) = load_story("", story.as_bytes(), atlas);
        assert_eq!(problems, []);
        let passage = world.passages.get_mut(Id::new(0)).unwrap();
        passage.text = text.to_owned();
        passage.fingerprint = fingerprint(text);
        passage.is_verbatim = true;
        let iran = Subject::Country(atlas.country_by_code("IRN").unwrap());
        let start = text.find("Iran").unwrap();
        let mention = Mention::sure(start..start + 4, iran, MentionKind::Direct);
        passage.mentions = vec![mention];
        world
    }

    /// "U.S." is a bank, which is new, the second Georgia the country, and Iran nothing.
    fn corrected(atlas: &Atlas) -> (World, World) {
        let found = copy(atlas, PLAIN);
        let mut now = found.clone();
        let georgia = Subject::Country(atlas.country_by_code("GEO").unwrap());
        let bank = Actor {
            key: "bank".to_owned(),
            name: "Bank".to_owned(),
            ..Actor::blank()
        };
        let (us, last) = (PLAIN.find("U.S.").unwrap(), PLAIN.rfind("Georgia").unwrap());
        let actor = Subject::Actor(Id::new(0));
        let mentions = vec![
            Mention::sure(us..us + 4, actor, MentionKind::Direct),
            Mention::sure(last..last + 7, georgia, MentionKind::Direct),
        ];
        now.apply(StoryChange {
            mentions: vec![(Id::new(0), mentions)],
            actors: vec![(Id::new(0), bank)],
            ..StoryChange::default()
        });
        (found, now)
    }

    fn texts(atlas: &Atlas) -> CorrectionTexts {
        let (found, now) = corrected(atlas);
        copy_corrections(&found, &now, Id::new(0), atlas).unwrap()
    }

    #[test]
    fn corrections_go_to_the_same_words_whatever_quotes_and_dashes_a_copy_has() {
        let atlas = atlas();
        let texts = texts(&atlas);
        for word in ["envoy", "Georgia", "U.S."] {
            assert!(!texts.after.contains(word) && !texts.before.contains(word));
        }
        for text in [PLAIN, OTHERWISE] {
            let mut world = copy(&atlas, text);
            let change = read_copy_corrections(&texts, &world, Id::new(0), &atlas).unwrap();
            world.apply(change);
            let passage = &world.passages[Id::new(0)];
            let last = text.rfind("Georgia").unwrap();
            let ranges: Vec<_> = passage.mentions.iter().map(|it| it.range.clone()).collect();
            let us = text.find("U.S.").unwrap();
            assert_eq!(ranges, [us..us + 4, last..last + 7]);
            assert_eq!(world.actors[Id::new(0)].name, "Bank");
        }
    }

    #[test]
    fn another_paragraph_or_a_story_without_what_is_meant_is_no_place_for_them() {
        let atlas = atlas();
        let texts = texts(&atlas);
        let place = |texts: &CorrectionTexts, world: &World| {
            read_copy_corrections(texts, world, Id::new(0), &atlas).is_some()
        };
        let mut other = copy(&atlas, &PLAIN.replace("said no", "said so"));
        assert!(!place(&texts, &other));
        // Not even one that passes for it.
        let short = PLAIN.replace("; Georgia said no", "; Georgia said");
        other = copy(&atlas, &short);
        other.passages.get_mut(Id::new(0)).unwrap().fingerprint = fingerprint(PLAIN);
        assert!(!place(&texts, &other));
        let mut ours = copy(&atlas, PLAIN);
        ours.passages.get_mut(Id::new(0)).unwrap().is_verbatim = false;
        assert!(!place(&texts, &ours));
        let unknown = CorrectionTexts {
            after: texts.after.replace("country:GEO", "feature:line"),
            before: texts.before.clone(),
        };
        assert!(!place(&unknown, &copy(&atlas, PLAIN)));
    }

    #[test]
    fn what_is_as_it_was_found_is_nothing_to_keep() {
        let atlas = atlas();
        let (found, _) = corrected(&atlas);
        assert_eq!(copy_corrections(&found, &found, Id::new(0), &atlas), None);
    }
}
