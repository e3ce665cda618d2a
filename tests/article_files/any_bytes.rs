//! Whatever a file holds, it is read or refused.

use passage::content::{ArticleFormat, read_article};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that mean something to one of the readers.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<nav>",
    "</nav>",
    "<article>",
    "</article>",
    "<main>",
    "<svg>",
    "</svg>",
    "<svg/>",
    "<title>",
    "</title>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<br>",
    "<td>",
    "<li hidden>",
    "<span style=display:none>",
    "<pre>",
    "<textarea>",
    "<plaintext>",
    "<",
    ">",
    "&amp;",
    "&#x202e;",
    "&#0;",
    "&",
    "<?xml encoding=",
    "<meta charset=utf-16>",
    "<meta charset=\"gbk",
    "# ",
    "* ",
    "> ",
    "```\n",
    "~~~",
    "---\n",
    "[a]: b\n",
    "[^a]: ",
    "[a](",
    "](",
    "![",
    "|a|b|\n|-|-|\n",
    "`",
    "*",
    "_",
    "\n",
    "\n\n",
    "\r",
    "    ",
    "\t",
    " ",
    "\u{2028}",
    "\u{feff}",
    "\u{ad}",
    "\u{200d}",
    "\u{fffd}",
    "é",
    "Ж",
    "漢",
    "😀",
    "word",
    "title: x\n",
    "\u{0}",
    "\u{b}",
    "\u{85}",
    "</",
    "/>",
    "='",
    "\"",
];

fn check(bytes: &[u8]) {
    for format in [
        ArticleFormat::Text,
        ArticleFormat::Markdown,
        ArticleFormat::Html,
    ] {
        match read_article(bytes, format) {
            Ok(article) => {
                assert!(!article.paragraphs.is_empty());
                for text in article.paragraphs {
                    assert!(!text.is_empty() && text.trim() == text, "{text:?}");
                    assert!(
                        !text.contains(['\n', '\r', '\0', '\u{1b}', '\u{202e}', '\u{2028}']),
                        "{text:?}"
                    );
                }
            }
            Err(complaint) => assert!(complaint.starts_with("the article "), "{complaint}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        check(&bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        check(text.as_bytes());
    }

    #[test]
    fn any_order_of_marks_is_read_or_refused(
        pieces in vec(select(PIECES), 0..60),
        mark in select(vec![&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]),
    ) {
        let text = pieces.concat();
        check(text.as_bytes());
        check(&[mark, text.as_bytes()].concat());
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide);
    }
}
