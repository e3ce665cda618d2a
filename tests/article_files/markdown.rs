//! Markdown.

use super::read;

fn paragraphs(name: &str, text: &str) -> Vec<String> {
    read(name, text).paragraphs
}

#[test]
fn every_block_is_a_paragraph_without_its_marks() {
    let article = read(
        "blocks.md",
        "# Russia *and* Pakistan {#top}\n\nA [thaw](http://example.org \"x\") of\nsorts, `said`\\\nhe.\n\n\
         * one\n* **two**\n\n  more\n    * three\n\n1) four\n\n> quoted\n> words\n>\n> again\n\nLower\n-----\n***\n~~gone~~",
    );
    assert_eq!(
        article.paragraphs,
        [
            "Russia and Pakistan",
            "A thaw of sorts, said he.",
            "one",
            "two",
            "more",
            "three",
            "four",
            "quoted words",
            "again",
            "Lower",
            "gone"
        ]
    );
    assert_eq!(article.title, "Russia and Pakistan");
}

#[test]
fn code_stays_line_by_line_and_a_table_row_by_row() {
    let text = "```text\nOne  line\n\n  another\n```\n\n    indented\n\n| a | b |\n|---|---|\n| c *d* | e |\n| | f |";
    assert_eq!(
        paragraphs("code.md", text),
        ["One line", "another", "indented", "a | b", "c d | e", "f"]
    );
}

#[test]
fn links_pictures_and_footnotes_leave_only_words() {
    let text = "See [the paper][1], <https://example.org>, ![a map](map.png) and [sic][].[^n]\n\n\
                [1]: http://example.org 'Title'\n\n[^n]: A *note*.";
    assert_eq!(
        paragraphs("links.md", text),
        [
            "See the paper, https://example.org, and [sic][].",
            "A note."
        ]
    );
}

#[test]
fn front_matter_is_no_paragraph_but_may_have_the_title_and_the_date() {
    let article = read(
        "front.md",
        "---\ntitle: \"A thaw\"\ndate: 2024-08-11\ntags:\n- x\n\nmore: 1\n---\n## First\n\nText.",
    );
    assert_eq!(article.paragraphs, ["First", "Text."]);
    assert_eq!(article.title, "A thaw");
    assert_eq!(article.date, "11 August 2024");
    let article = read(
        "front-dots.md",
        "\u{feff}---\r\ndate: 2011\r\n...\r\nText.\r\n",
    );
    assert_eq!(article.paragraphs, ["Text."]);
    assert_eq!(article.date, "2011");
    let rules = read("rules.md", "---\n\nText: one\n\n---\n\nText two.");
    assert_eq!(rules.paragraphs, ["Text: one", "Text two."]);
    let open = read("open.md", "---\nkey: value");
    assert_eq!(open.paragraphs, ["key: value"]);
}

#[test]
fn html_in_markdown_leaves_its_words_and_never_its_scripts() {
    let text = "A <b>bold</b> word<br>and <script>alert('no')</script>more &mdash; &copy;.\n\n\
                <div class=x>\nA block <i>of</i> a page\n<script>alert('no')</script></div>\n\n\
                <style>\np { color: red }\n\nq {}\n</style>\n\n<!-- a\n\ncomment -->\n\nEnd.";
    assert_eq!(
        paragraphs("page.md", text),
        ["A bold word and more — ©.", "A block of a page", "End."]
    );
}

#[test]
fn lines_end_as_on_any_system() {
    assert_eq!(
        paragraphs("ends.md", "# a\r\rb\r\n\r\nc\u{2029}d\u{2028}e\u{c}f"),
        ["a", "b", "c", "d e f"]
    );
}

#[test]
fn a_long_text_is_read_as_a_short_one_is() {
    let piece = "Words of [a paper][Far  Away] and [a](b)[^n].\n\n```\n# no heading\n\n\nstill *code*\n```\n\n\
                 <!-- a comment\n\nof *lines* -->\n\n- item\n\n  of two\n\n";
    let expected = [
        "Words of a paper and a.",
        "# no heading",
        "still *code*",
        "item",
        "of two",
    ];
    let count = 4000;
    let text = format!(
        "{}[far away]: http://example.org\n\n[^n]: A note.\n",
        piece.repeat(count)
    );
    let found = paragraphs("long.md", &text);
    assert_eq!(found.len(), expected.len() * count + 1);
    for part in found.chunks_exact(expected.len()) {
        assert_eq!(part, expected);
    }
    assert_eq!(found.last().unwrap(), "A note.");
}

#[test]
fn hidden_characters_are_left_out_even_if_they_are_spelled() {
    let article = read("hidden.md", "Pak&shy;istan&#x202e; &#0;and\u{200b}");
    assert_eq!(article.paragraphs, ["Pakistan \u{fffd}and"]);
    assert_eq!(article.notes, ["3 hidden characters were left out"]);
}
