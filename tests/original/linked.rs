//! What the words of a copy lead to.

use passage::world::{MentionKind, Subject, World};

use crate::made::{ATLAS, laid_over, story, whole};

/// "Costa > actor:costa": the words of a passage's mentions and what each leads to.
fn links(world: &World, number: u32) -> Vec<String> {
    let mut passages = world.passages.iter();
    let (_, passage) = passages.find(|(_, it)| it.number == number).unwrap();
    let mentions = passage.mentions.iter();
    mentions
        .map(|mention| {
            let words = &passage.text[mention.range.clone()];
            let key = world.key_of(&ATLAS, mention.subject).unwrap();
            format!("{words} > {key}")
        })
        .collect()
}

fn assert_links(world: &World, number: u32, wanted: &[&str]) {
    let links = links(world, number);
    for link in wanted {
        assert!(
            links.iter().any(|it| it == link),
            "{link} is not in {links:#?}"
        );
    }
}

#[test]
fn names_lead_to_countries_and_to_the_story_s_own_actors_and_places() {
    let world = laid_over(&whole()).world;
    assert_links(
        &world,
        1,
        &["Ana Costa > actor:costa", "Portuguese > country:PRT"],
    );
    assert_links(&world, 2, &["Costa > actor:costa", "Morocco > country:MAR"]);
    assert_links(
        &world,
        4,
        &["Hill League > actor:league", "Northern Hills > place:hills"],
    );
    // Before the report and after "to" stands the town.
    assert_links(&world, 1, &["MADRID > place:madrid"]);
}

#[test]
fn features_find_the_words_that_tell_of_them() {
    let world = laid_over(&whole()).world;
    assert_links(
        &world,
        1,
        &["gas pipeline from Spain to Portugal > feature:line"],
    );
    let links = links(&world, 2);
    let backing = links
        .iter()
        .find(|it| it.ends_with("feature:backing"))
        .unwrap();
    assert!(backing.contains("France backed Spain"), "{links:?}");
}

#[test]
fn an_overlay_s_words_lead_nowhere_where_the_passage_tells_nothing_of_it() {
    let world = laid_over(&whole()).world;
    assert!(
        links(&world, 3)
            .iter()
            .all(|link| !link.contains("drug-routes"))
    );
}

#[test]
fn what_finds_no_words_still_belongs_to_its_passage() {
    let (ours, world) = (story(), laid_over(&whole()).world);
    let (id, passage) = world.passages.iter().nth(3).unwrap();
    let line = ours.subject_of(&ATLAS, "feature:line").unwrap();
    assert_eq!(passage.touches, [line]);
    assert!(world.subjects_in(id).contains(&line) && !world.named_in(id).contains(&line));
    assert_every_link_is_kept(&ours, &world);
}

/// Whatever our words lead to, the copy's do too, or the passage still touches it.
pub(crate) fn assert_every_link_is_kept(ours: &World, world: &World) {
    for (subject, passages) in &ours.links.passages_about {
        let there = world.links.passages(*subject);
        for passage in passages {
            let key = ours.key_of(&ATLAS, *subject);
            assert!(there.contains(passage), "{key:?} in {passage:?}");
        }
    }
    assert_eq!(ours.links.features_of, world.links.features_of);
}

/// Mentions are in order, nest, lie on whole letters, and are certain where our words are.
pub(crate) fn assert_sound(ours: &World, world: &World) {
    for ((_, passage), (_, before)) in world.passages.iter().zip(ours.passages.iter()) {
        assert_eq!(passage.number, before.number);
        let starts = passage
            .mentions
            .iter()
            .map(|it| (it.range.start, usize::MAX - it.range.end));
        assert!(starts.is_sorted(), "{}", passage.number);
        for (at, mention) in passage.mentions.iter().enumerate() {
            assert!(passage.text.get(mention.range.clone()).is_some());
            let is_told = before
                .mentions
                .iter()
                .any(|it| it.subject == mention.subject);
            assert!(!is_told || !mention.is_unsure(), "{}", passage.number);
            for other in passage.mentions.iter().skip(at + 1) {
                let is_after = other.range.start >= mention.range.end;
                let is_inside = other.range.end <= mention.range.end;
                assert!(
                    is_after || is_inside,
                    "{}: {mention:?} {other:?}",
                    passage.number
                );
                assert!(
                    other.range != mention.range,
                    "{}: {other:?}",
                    passage.number
                );
            }
            if matches!(mention.subject, Subject::Feature(_)) {
                assert_eq!(mention.kind, MentionKind::Described);
            }
        }
    }
}

#[test]
fn mentions_nest_and_lie_on_whole_letters() {
    assert_sound(&story(), &laid_over(&whole()).world);
}
