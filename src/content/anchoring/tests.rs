//! Edits as people make them, and what becomes of the links.

use super::{Anchoring, Placed, Quote};

/// A paragraph with links in square brackets: the text, and what is linked.
fn linked(marked: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let (mut text, mut open, mut found) = (String::new(), Vec::new(), Vec::new());
    for letter in marked.chars() {
        match letter {
            '[' => open.push(text.len()),
            ']' => found.push(open.pop().unwrap()..text.len()),
            _ => text.push(letter),
        }
    }
    found.sort_by_key(|range: &std::ops::Range<usize>| (range.start, std::cmp::Reverse(range.end)));
    (text, found)
}

/// Links the old paragraphs as marked, and says how the new ones are then marked: links that are
/// lost are listed behind.
fn relinked(old: &[&str], new: &[&str]) -> (Vec<String>, Vec<String>) {
    let old: Vec<_> = old.iter().map(|marked| linked(marked)).collect();
    let texts: Vec<&str> = old.iter().map(|(text, _)| text.as_str()).collect();
    let anchoring = Anchoring::new(&texts, new);
    let asked: Vec<_> = old.iter().map(|(_, ranges)| ranges.clone()).collect();
    let (mut placed, mut lost): (Vec<Placed>, Vec<String>) = (Vec::new(), Vec::new());
    for ((text, ranges), found) in old.iter().zip(anchoring.place(&asked)) {
        for (range, found) in ranges.iter().zip(found) {
            match found {
                Some(found) => placed.push(found),
                None => lost.push(text[range.clone()].to_owned()),
            }
        }
    }
    let marked = new.iter().enumerate().map(|(at, text)| {
        let mut out = String::new();
        let here = || {
            placed
                .iter()
                .filter(|it| it.passage == at)
                .map(|it| &it.range)
        };
        for (byte, letter) in text.char_indices().chain([(text.len(), '\0')]) {
            let count = |is: &dyn Fn(usize, usize) -> bool| {
                here().filter(|it| is(it.start, it.end)).count()
            };
            out.push_str(&"]".repeat(count(&|_, end| end == byte)));
            out.push_str(&"[".repeat(count(&|start, _| start == byte)));
            out.push(letter);
        }
        out.trim_end_matches('\0').to_owned()
    });
    (marked.collect(), lost)
}

/// One paragraph before; the same after, as it should be marked; and what should be lost.
fn check(old: &str, expected: &str, lost: &[&str]) {
    let (new, _) = linked(expected);
    let (marked, gone) = relinked(&[old], &[&new]);
    assert_eq!(
        (marked[0].as_str(), gone.as_slice()),
        (
            expected,
            &lost.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..]
        ),
        "{old}"
    );
}

#[test]
fn an_edit_elsewhere_in_the_paragraph_leaves_the_links_where_they_are() {
    check(
        "[Russia] sold helicopters to [Pakistan], and [India] was not amused by that.",
        "In 2009 [Russia] sold some helicopters to [Pakistan], and [India] was far from amused by it.",
        &[],
    );
    check(
        "It was cold. [Moscow] and [Islamabad] talked about [drugs], trade and the war.",
        "[Moscow] and [Islamabad] talked about [drugs], trade and the war.",
        &[],
    );
    check("[India] won", "[India] won", &[]);
}

#[test]
fn one_of_two_lookalikes_that_is_deleted_is_lost_and_the_other_stays() {
    let old = "Russia sold arms to [India], and talks with [India] went on for years.";
    check(
        old,
        "Russia sold arms to [India], and talks went on for years.",
        &["India"],
    );
    check(
        old,
        "Russia sold arms, and talks with [India] went on for years.",
        &["India"],
    );
    let twice = "A met the deputy minister of [Russia] in May. B met the deputy minister of [Russia] in June.";
    check(
        twice,
        "B met the deputy minister of [Russia] in June.",
        &["Russia"],
    );
    check(
        twice,
        "A met the deputy minister of [Russia] in May.",
        &["Russia"],
    );
    check(
        twice,
        "B met the deputy minister of [Russia] in July.",
        &["Russia"],
    );
}

#[test]
fn another_word_that_begins_or_ends_alike_is_another_word() {
    check(
        "The talks with [Pakistan] were over by the end of the week, he said.",
        "The talks with Pakistani were over by the end of the week, he said.",
        &["Pakistan"],
    );
    check(
        "The talks with [Niger] were over by the end of the week, he said.",
        "The talks with Nigeria were over by the end of the week, he said.",
        &["Niger"],
    );
    check(
        "The [Afghan]istan plan was made in the winter before the war.",
        "The [Afghan]istan plan was made in the spring before the war.",
        &[],
    );
}

#[test]
fn a_name_in_the_place_of_another_is_not_it() {
    check(
        "Russia bought tanks from [India] in 2003. Nobody in Delhi minded.",
        "Russia bought tanks from Iran in 2003. Nobody in India minded.",
        &["India"],
    );
    check(
        "[India] bought tanks. [Pakistan] bought planes.",
        "Pakistan bought tanks. [Pakistan] bought planes.",
        &["India"],
    );
}

#[test]
fn a_longer_quote_may_change_in_its_small_words_only() {
    let old = "For years [Russia had refused to sell arms to Pakistan] because of India.";
    check(
        old,
        "For years [Russia has refused to sell arms to Pakistan] because of India.",
        &[],
    );
    for changed in [
        "For years Russia had not refused to sell arms to Pakistan because of India.",
        "For years Russia had refused to sell arms to Iran and Pakistan because of India.",
        "For years Russia had never sold arms to Pakistan because of India.",
        "For years Iran had refused to sell arms to Pakistan because of India.",
    ] {
        check(
            old,
            changed,
            &["Russia had refused to sell arms to Pakistan"],
        );
    }
    check(
        "They spoke of [a pipeline of 1,700 km to the coast] and of gas.",
        "They spoke of a pipeline of 1,800 km to the coast and of gas.",
        &["a pipeline of 1,700 km to the coast"],
    );
}

#[test]
fn a_changed_quote_that_could_be_either_of_two_is_lost() {
    check(
        "In May [the ministers spoke about a pipeline] at length and went home.",
        "In May the ministers spoke of a pipeline. In June the ministers spoke on a pipeline.",
        &["the ministers spoke about a pipeline"],
    );
    // Nor is the place of one taken for that of another one that is gone.
    check(
        "In May [the ministers spoke about a pipeline]. In June [the ministers spoke about a pipeline] too.",
        "In June [the ministers spoke about a pipeline] too.",
        &["the ministers spoke about a pipeline"],
    );
}

#[test]
fn links_inside_of_others_go_with_them() {
    check(
        "So [[Pakistan] was an ally of [Washington]], and not of [Moscow], in those years.",
        "So, once, [[Pakistan] was an ally of [Washington]], and not of [Moscow], in those years.",
        &[],
    );
    // Both words stand outside too, where they mean something else.
    check(
        "Islamabad spoke. So [[Pakistan] was an ally of [Washington]] in those years.",
        "Pakistan spoke, as Washington did. So [[Pakistan] was an ally of [Washington]] then.",
        &[],
    );
    check(
        "So [[Pakistan] was for long an ally of [Washington]] in those years of war.",
        "So [[Pakistan] was for years an ally of [Washington]] in those years of war.",
        &[],
    );
}

#[test]
fn a_paragraph_that_moved_as_a_whole_takes_its_links_along() {
    let (marked, lost) = relinked(
        &[
            "[Russia] came first here.",
            "Then came [India] from the south.",
            "[Iran] was last of all.",
        ],
        &[
            "Iran was last of all.",
            "Russia came first here.",
            "Something new entirely.",
        ],
    );
    assert_eq!(
        marked,
        [
            "[Iran] was last of all.",
            "[Russia] came first here.",
            "Something new entirely."
        ]
    );
    assert_eq!(lost, ["India"]);
}

#[test]
fn a_sentence_that_went_into_another_paragraph_does_not_take_its_links_along() {
    let one = "The talks began on Monday and went on for most of the week in the old palace. [India] was not invited.";
    let other = "Gas was the first thing they spoke about, and the pipeline from the north was the second one.";
    let (marked, lost) = relinked(
        &[one, other],
        &[
            "The talks began on Monday and went on for most of the week in the old palace.",
            "India was not invited. Gas was the first thing they spoke about, and the pipeline from the north was the second one.",
        ],
    );
    assert!(!marked.concat().contains('['), "{marked:?}");
    assert_eq!(lost, ["India"]);
}

#[test]
fn a_paragraph_split_in_two_and_two_run_together_keep_their_links() {
    let one = "[Russia] sent its deputy minister to the talks. [Pakistan] sent the foreign secretary, who knew him well.";
    let halves = [
        "[Russia] sent its deputy minister to the talks.",
        "[Pakistan] sent the foreign secretary, who knew him well.",
    ];
    let plain = halves.map(|half| linked(half).0);
    let (marked, lost) = relinked(&[one], &[&plain[0], &plain[1]]);
    assert_eq!(
        (marked, lost.len()),
        (halves.map(str::to_owned).to_vec(), 0)
    );
    let (marked, lost) = relinked(&halves, &[&linked(one).0]);
    assert_eq!((marked, lost.len()), (vec![one.to_owned()], 0));
}

#[test]
fn paragraphs_that_stand_twice_are_told_apart_by_their_neighbours_or_lost() {
    let (marked, lost) = relinked(
        &[
            "First of all.",
            "[India] again.",
            "Second of all.",
            "[India] again.",
            "Third of all.",
        ],
        &["Second of all.", "India again.", "Third of all."],
    );
    assert_eq!(
        marked,
        ["Second of all.", "[India] again.", "Third of all."]
    );
    assert_eq!(lost, ["India"]);
    let (marked, lost) = relinked(
        &["[India] again.", "x y", "[India] again."],
        &["a b", "India again.", "c d"],
    );
    assert_eq!((marked[1].as_str(), lost.len()), ("India again.", 2));
}

#[test]
fn other_quotes_dashes_and_spaces_are_no_change() {
    check(
        "He called [Pakistan's \"strategic\" partner] - Russia - a friend of the country.",
        "He called [Pakistan\u{2019}s \u{201c}strategic\u{201d} partner] \u{2013} Russia \u{2013} a friend of the country.",
        &[],
    );
}

#[test]
fn what_is_not_there_at_all_is_lost_without_harm() {
    for new in [
        vec![],
        vec![""],
        vec!["Something else."],
        vec!["\u{1f600}"; 3],
    ] {
        let (_, lost) = relinked(&["[India] and [\u{1f600}]"], &new);
        assert_eq!(lost.len(), 2, "{new:?}");
    }
    let anchoring = Anchoring::new(&["a\u{e9}"], &["a\u{e9}b"]);
    // On no boundary of a letter, beyond the end, and in a paragraph there is not.
    assert_eq!(
        anchoring.place_of_one(0, &[2..3, 9..12, 3..3]),
        [None, None, None]
    );
    assert_eq!(
        anchoring.place_of_one(7, std::slice::from_ref(&(0..1))),
        [None]
    );
}

#[test]
fn a_quote_is_kept_with_what_stands_around_it() {
    let text =
        "So: \u{201c}Who knows?\u{201d} said the envoy of Russia, and left the room at once.";
    let at = text.find("Russia").unwrap();
    let quote = Quote::of(text, &(at..at + 6));
    assert_eq!(quote.exact, "Russia");
    assert_eq!(quote.before.chars().count(), 32);
    assert!(text.contains(&format!("{}Russia{}", quote.before, quote.after)));
    assert_eq!(Quote::of(text, &(at..9999)).exact, "");
}
