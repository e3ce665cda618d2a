//! Copies in all the ways they are made, and what is no part of the article.

use passage::content::ArticleText;
use passage::original::{is_copy_of, lay_over};
use passage::world::World;

use crate::made::{
    ATLAS, CREDITS, HEADLINE, PARAGRAPHS, copy_of, laid_over, story, whole, wrapped,
};

fn texts(world: &World) -> Vec<String> {
    let passages = world.passages.iter();
    passages.map(|(_, passage)| passage.text.clone()).collect()
}

fn strangers(world: &World) -> Vec<String> {
    let copy = world.copy.as_ref().unwrap();
    copy.strangers.iter().map(|it| it.text.clone()).collect()
}

/// All four paragraphs, the headline and the credits are recognised, and nothing else is there.
fn assert_whole(text: &str) {
    let over = laid_over(text);
    let copy = over.world.copy.as_ref().unwrap();
    assert_eq!((over.recognised, over.known), (4, 4), "{text}\n{copy:?}");
    assert_eq!((copy.headline.len(), copy.credits.len()), (1, 1), "{text}");
    assert!(copy.strangers.is_empty(), "{text}\n{copy:?}");
}

#[test]
fn a_copy_is_recognised_whatever_its_quotes_dashes_spaces_and_line_breaks() {
    let whole = whole();
    let ways: &[&dyn Fn(&str) -> String] = &[
        &|text| text.to_owned(),
        &|text| text.replace('\n', "\n\n\n"),
        &|text| text.replace('\n', "\r\n"),
        &|text| text.replace("\"It's a start.\"", "\u{201c}It\u{2019}s a start.\u{201d}"),
        &|text| text.replace("--", "\u{2014}").replace(" - ", " \u{2013} "),
        &|text| text.replace(" -- ", "\u{2014}"),
        &|text| text.replace(" -- ", "--"),
        &|text| {
            text.replace(" a ", "\u{a0}a\u{2009} ")
                .replace('\n', "  \n\t")
        },
        &|text| {
            text.replace("fi", "\u{fb01}")
                .replace("o\u{fb03}ce", "o\u{ad}ffice")
        },
        &|text| {
            text.replace("ffi", "\u{fb03}")
                .replace("under", "un\u{ad}der")
        },
        &|text| {
            format!(
                "\u{feff}{}",
                text.replace("gas", "\u{200b}g\u{200d}as\u{2060}")
            )
        },
        &|text| wrapped(text, 72),
        &|text| wrapped(text, 30),
        &|text| text.replace("co-operation", "co-\noperation"),
        &|text| text.replace("well under", "well un-\nder"),
        &|text| {
            text.replace("ten years", "ten\nyears")
                .replace(" -- the", " --\nthe")
        },
    ];
    for way in ways {
        assert_whole(&way(&whole));
    }
}

#[test]
fn paragraphs_that_were_run_together_are_found_in_each_other() {
    let [one, two, three, four] = PARAGRAPHS;
    assert_whole(&format!(
        "{HEADLINE}\n{one} {two}\n{three} {four}\n{CREDITS}"
    ));
    let over = laid_over(&format!("{one} By our man. {two}"));
    assert_eq!(over.recognised, 2);
    assert_eq!(strangers(&over.world), ["By our man."]);
}

#[test]
fn the_words_are_those_of_the_copy_and_are_shown_without_what_does_not_show() {
    let text = wrapped(&whole(), 40)
        .replace("office", "o\u{fb03}ce")
        .replace("bid", "b\u{ad}id")
        .replace(" -- ", " \u{2014} ");
    let texts = texts(&laid_over(&text).world);
    assert!(
        texts[0].contains("Ana Costa \u{2014} the first in ten years \u{2014} came"),
        "{}",
        texts[0]
    );
    assert!(texts[1].contains("bid, and Morocco"), "{}", texts[1]);
    assert_eq!(texts[2], PARAGRAPHS[2]);
}

#[test]
fn a_paragraph_that_was_changed_is_a_stranger_in_its_place_and_its_passage_is_told_in_our_words() {
    let ours = story();
    for text in [whole(), wrapped(&whole(), 50)] {
        let over = laid_over(&text.replace("Morocco", "Tunisia"));
        let world = &over.world;
        assert_eq!((over.recognised, over.known), (3, 4));
        let copy = world.copy.as_ref().unwrap();
        let stranger = copy.strangers.first().unwrap();
        assert_eq!(stranger.after.unwrap().index(), 0);
        assert!(
            strangers(world).concat().contains("Tunisia"),
            "{:?}",
            copy.strangers
        );
        let lacking: Vec<u32> = world
            .passages
            .iter()
            .filter(|(_, passage)| world.is_lacking(passage))
            .map(|(_, passage)| passage.number)
            .collect();
        assert_eq!(lacking, [2]);
        assert_eq!(texts(world)[1], texts(&ours)[1]);
        assert!(world.note().contains("copy.txt") && world.note().contains("Paragraph 2"));
        assert!(!ours.note().contains("copy.txt"));
    }
}

#[test]
fn a_changed_paragraph_over_several_lines_is_one_stranger() {
    let over = laid_over(&wrapped(
        &whole().replace("armed group", "unarmed band"),
        45,
    ));
    assert_eq!(
        strangers(&over.world),
        [PARAGRAPHS[3].replace("armed group", "unarmed band")]
    );
}

#[test]
fn a_passage_by_itself_says_whose_words_it_is_in() {
    let over = laid_over(&whole().replace("Morocco", "Tunisia"));
    let ids: Vec<_> = over.world.passages.ids().collect();
    let verbatim = over.world.citation(ids[0]).unwrap();
    assert!(
        verbatim.contains(HEADLINE) && verbatim.ends_with("paragraph 1."),
        "{verbatim}"
    );
    let retold = over.world.citation(ids[1]).unwrap();
    assert!(retold.contains("Told in the test's own words."), "{retold}");
}

#[test]
fn what_is_twice_in_a_copy_is_once_in_the_text_and_order_is_the_story_s() {
    let [one, two, three, four] = PARAGRAPHS;
    let over = laid_over(&[four, two, one, two, three].join("\n"));
    assert_eq!(over.recognised, 4);
    assert_eq!(texts(&over.world)[1], two);
    assert!(strangers(&over.world).is_empty());
}

#[test]
fn a_page_s_title_is_its_headline_where_it_is_the_article_s() {
    let copy = ArticleText {
        title: HEADLINE.to_owned(),
        ..copy_of(&PARAGRAPHS.join("\n"))
    };
    let over = lay_over(&story(), &ATLAS, "page.html", &copy);
    assert_eq!(over.world.copy.unwrap().headline, [HEADLINE]);
}

#[test]
fn a_quarter_of_the_article_makes_a_copy_and_another_text_does_not() {
    let story = story();
    assert!(is_copy_of(&story, &copy_of(PARAGRAPHS[2])));
    for text in ["", HEADLINE, "Another text.\nOf two lines."] {
        assert!(!is_copy_of(&story, &copy_of(text)), "{text}");
    }
    let no_prints = World::default();
    assert!(!is_copy_of(&no_prints, &copy_of(&whole())));
    assert_eq!(
        lay_over(&no_prints, &ATLAS, "c", &copy_of(&whole())).known,
        0
    );
}

#[test]
fn a_long_text_that_is_no_copy_is_done_with_in_no_time() {
    let line = "words -- and well-\nknown words \u{2014} go on. ".repeat(5_000);
    let over = laid_over(&format!("{line}\n{}", "a-\n".repeat(20_000)));
    assert_eq!(over.recognised, 0);
    let copy = over.world.copy.unwrap();
    assert!(copy.strangers.len() <= 200 && copy.more_strangers > 0);
}
