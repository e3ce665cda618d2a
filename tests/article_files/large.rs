//! Large and deep files. Not timed: only against what takes for ever, or all memory, or overflows.

use passage::content::{ArticleFormat, ArticleText, read_article};

const MILLION: usize = 1_000_000;

fn read(text: &str, format: ArticleFormat) -> ArticleText {
    read_article(text.as_bytes(), format).unwrap()
}

#[test]
fn a_line_of_ten_megabytes_is_a_paragraph_in_every_format() {
    let line = "Words of ten. ".repeat(MILLION * 10 / 14);
    for format in [
        ArticleFormat::Text,
        ArticleFormat::Markdown,
        ArticleFormat::Html,
    ] {
        assert_eq!(read(&line, format).paragraphs, [line.trim_end()]);
    }
}

#[test]
fn a_million_paragraphs_are_a_million_in_every_format() {
    for (paragraph, format) in [
        ("a\n", ArticleFormat::Text),
        ("a\n\n", ArticleFormat::Markdown),
        ("<p>a", ArticleFormat::Html),
    ] {
        let article = read(&paragraph.repeat(MILLION), format);
        assert_eq!(article.paragraphs.len(), MILLION);
    }
}

#[test]
fn a_million_tags_in_each_other_are_read() {
    for tag in [
        "<div>",
        "<b>",
        "<p>",
        "<ul><li>",
        "<span>",
        "<table><tr><td>",
        "<svg>",
        "<nav>",
        "<a href=x>",
    ] {
        let text = tag.repeat(MILLION) + "x" + &"</div></nav>".repeat(MILLION / 10);
        let end = "</svg></span><p>end";
        let article = read(&(text + end), ArticleFormat::Html);
        assert_eq!(article.paragraphs.last().unwrap(), "end", "{tag}");
    }
}

#[test]
fn hidden_tags_in_each_other_are_not_counted_through_for_each_block() {
    let text = "<span>".repeat(MILLION) + &"<div></div>".repeat(MILLION) + "x";
    assert_eq!(read(&text, ArticleFormat::Html).paragraphs, ["x"]);
}

#[test]
fn marks_without_an_end_are_read() {
    for (marks, format) in [
        ("[", ArticleFormat::Markdown),
        ("*a_", ArticleFormat::Markdown),
        ("> ", ArticleFormat::Markdown),
        ("- ", ArticleFormat::Markdown),
        ("![a](", ArticleFormat::Markdown),
        ("`` ` ", ArticleFormat::Markdown),
        ("<!-- a", ArticleFormat::Markdown),
        ("&", ArticleFormat::Html),
        ("<", ArticleFormat::Html),
        ("<a b=c ", ArticleFormat::Html),
        ("<!--<script>", ArticleFormat::Html),
        ("<title>", ArticleFormat::Html),
    ] {
        let text = format!("Words.\n\n{}", marks.repeat(2 * MILLION));
        assert!(
            read(&text, format).paragraphs[0].starts_with("Words."),
            "{marks}"
        );
    }
}

#[test]
fn a_part_of_markdown_with_more_marks_than_an_article_has_shows_them() {
    let article = read(
        &("*a* ".repeat(MILLION) + "\n\n*b*"),
        ArticleFormat::Markdown,
    );
    assert!(article.paragraphs[0].starts_with("*a* *a*"));
    assert_eq!(article.paragraphs[1], "b");
    assert_eq!(article.notes.len(), 1);
}

#[test]
fn a_list_of_more_lines_than_any_article_has_is_refused() {
    let text = "a\n".repeat(MILLION * 6 + 1);
    let complaint = read_article(text.as_bytes(), ArticleFormat::Text).unwrap_err();
    assert_eq!(
        complaint,
        "the article has more than 6 million paragraphs; right would be an article"
    );
}
