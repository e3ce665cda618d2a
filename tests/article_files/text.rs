//! Plain text.

use std::path::Path;

use passage::content::{ArticleFormat, is_article_name, read_article};

use super::{file, read};

#[test]
fn every_line_that_is_not_blank_is_a_paragraph_without_the_space_around_it() {
    let article = read(
        "lines.txt",
        "One.\n\n \t\u{a0}\u{3000}\n  Two  words.\t\n\u{2003}Three.",
    );
    assert_eq!(article.paragraphs, ["One.", "Two  words.", "Three."]);
    assert_eq!(article.title, "");
    assert!(article.notes.is_empty());
}

#[test]
fn lines_end_as_on_any_system() {
    let article = read(
        "ends.txt",
        "a\r\nb\rc\nd\u{2028}e\u{2029}f\u{c}g\u{b}h\u{85}i\r\n\r\n",
    );
    assert_eq!(
        article.paragraphs,
        ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
    );
}

#[test]
fn a_mark_at_the_beginning_and_between_joined_files_is_no_letter() {
    let article = read("marks.txt", "\u{feff}One.\n\u{feff} Two.\n\u{feff}\n");
    assert_eq!(article.paragraphs, ["One.", "Two."]);
}

#[test]
fn text_that_runs_from_right_to_left_stays_as_it_is() {
    let lines = [
        "وقالت باكستان إن روسيا \u{600}١٢",
        "בישראל (ירושלים) 1948",
        "می\u{200c}خواهم",
    ];
    let article = read("right-to-left.txt", lines.join("\n"));
    assert_eq!(article.paragraphs, lines);
    assert!(article.notes.is_empty());
}

#[test]
fn what_does_not_show_or_turns_text_around_is_left_out_and_it_is_said_so() {
    let article = read(
        "hidden.txt",
        "Pak\u{ad}istan \u{202e}and\u{202c} Rus\u{200b}sia\u{1b}[31m.\0\n\u{200b}\n",
    );
    assert_eq!(article.paragraphs, ["Pakistan and Russia[31m."]);
    assert_eq!(article.notes, ["7 hidden characters were left out"]);
    let article = read("hidden-once.txt", "Pak\u{ad}istan");
    assert_eq!(article.notes, ["1 hidden character was left out"]);
}

#[test]
fn signs_of_two_characters_and_joined_pictures_stay_whole() {
    let line = "e\u{301}a 👩\u{200d}🚀 🇵🇰 “q” ❤\u{fe0f}";
    assert_eq!(read("signs.txt", line).paragraphs, [line]);
}

#[test]
fn marks_of_other_formats_are_text_in_plain_text() {
    let article = read("marked.text", "# A *b* <b>c</b> &amp;\n- d");
    assert_eq!(article.paragraphs, ["# A *b* <b>c</b> &amp;", "- d"]);
}

#[test]
fn names_tell_articles_in_letters_of_any_size() {
    for name in ["a.txt", "a.TEXT", "a.md", "a.b.Markdown", "a.html", "A.HTM"] {
        assert!(is_article_name(Path::new(name)), "{name}");
    }
    for name in [
        "a",
        "txt",
        ".txt",
        "a.pdf",
        "a.story.json",
        "a.docx",
        "a.txt/",
    ] {
        let path = Path::new(name);
        assert!(!is_article_name(path) || name.ends_with('/'), "{name}");
    }
}

#[test]
fn a_file_whose_name_tells_nothing_is_a_page_if_it_begins_like_one_and_else_text() {
    assert_eq!(read("no-ending", "a <b>\nb").paragraphs, ["a <b>", "b"]);
    let page = read("page", " <!DOCTYPE html>\n<p>a<p>b");
    assert_eq!(page.paragraphs, ["a", "b"]);
    assert_eq!(read("notes.log", "<a>\n<html>").paragraphs.len(), 2);
}

#[test]
fn what_was_pasted_is_read_like_a_file() {
    let path = file("pasted.txt", "a\n\nb\n");
    let pasted = read_article(b"a\n\nb\n", ArticleFormat::Text);
    assert_eq!(pasted, passage::content::read_article_file(&path));
    let complaint = read_article(b" \n", ArticleFormat::Text).unwrap_err();
    assert_eq!(
        complaint,
        "the article has no words; right would be an article's text"
    );
}
