//! Whatever a text holds: no panic, whole characters, nothing that crosses.

use passage::linker::find_mentions;
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "Russia",
    "Moscow",
    "US",
    "U.S.",
    "Georgia",
    "Jordan",
    "’s",
    "'",
    "-",
    ",",
    ".",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "of",
    "the",
    "in",
    "Bank",
    "Côte",
    "d’Ivoire",
    "said",
    "French",
    "and",
    "\u{ad}",
    "\u{a0}",
    "\u{301}",
    "😀",
    "中国",
    "İ",
    "Republic",
    "Congo",
    "Pakistani",
    "Taliban",
    "$",
    "",
    "1",
    "A",
];

fn holds(paragraphs: &[&str]) {
    let found = find_mentions(paragraphs);
    assert_eq!(found.len(), paragraphs.len());
    for (text, mentions) in paragraphs.iter().zip(&found) {
        let mut open: Vec<std::ops::Range<usize>> = Vec::new();
        let mut last = 0;
        for mention in mentions {
            let range = mention.range.clone();
            assert!(
                text.get(range.clone())
                    .is_some_and(|words| !words.is_empty())
            );
            assert!(range.start >= last, "out of order");
            last = range.start;
            open.retain(|outer| outer.end > range.start);
            assert!(open.iter().all(|outer| range.end <= outer.end), "crossing");
            open.push(range);
        }
    }
}

proptest! {
    #[test]
    fn any_characters_are_read(text in any::<String>(), more in any::<String>()) {
        holds(&[&text, &more]);
    }

    #[test]
    fn any_order_of_our_own_words_is_read(
        words in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 0..60)
    ) {
        let spaces = |spaced: bool| if spaced { " " } else { "" };
        let text: String = words.iter().flat_map(|(word, spaced)| [*word, spaces(*spaced)]).collect();
        holds(&[&text]);
    }
}

#[test]
fn no_paragraphs_and_empty_paragraphs_are_read() {
    holds(&[]);
    holds(&["", " ", "\n"]);
}

#[test]
fn a_very_long_line_is_read_to_its_end() {
    let sentence = "Russia, China and Moscow said the French in Georgia. ";
    let text = sentence.repeat(20_000);
    let found = find_mentions(&[&text]);
    let last = text.rfind("Georgia").unwrap();
    assert!(found[0].iter().any(|mention| mention.range.start == last));
    assert_eq!(found[0].len() % 20_000, 0);
}
