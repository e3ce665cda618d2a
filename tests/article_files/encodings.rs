//! The encodings that texts are saved in.

use super::{read, utf_16};

const TEXT: &str = "Pakistan’s “café” cost 3 €.\nNaïve – Москва, اسلام آباد, 北京, 😀.";

/// In Windows-1252.
const WESTERN: &[u8] = b"Pakistan\x92s \x93caf\xe9\x94 cost 3 \x80.\nNa\xefve \x96 Zia\x85";

fn lines() -> Vec<&'static str> {
    TEXT.lines().collect()
}

#[test]
fn utf_8_is_read_with_a_mark_and_without() {
    let plain = read("utf-8.txt", TEXT);
    assert_eq!(plain.paragraphs, lines());
    assert!(plain.notes.is_empty());
    assert_eq!(read("utf-8-mark.txt", format!("\u{feff}{TEXT}")), plain);
}

#[test]
fn utf_16_is_read_in_either_order_with_a_mark_and_without() {
    for (name, bytes_of) in [
        ("UTF-16LE", u16::to_le_bytes as fn(u16) -> [u8; 2]),
        ("UTF-16BE", u16::to_be_bytes),
    ] {
        let words = [
            "Pakistan and Russia.",
            "Россия и Пакистан: что дальше?",
            "روسيا وباكستان، بعد الحرب",
        ];
        for text in words.into_iter().chain([TEXT]) {
            for mark in ["", "\u{feff}"] {
                let article = read("utf-16.txt", utf_16(&format!("{mark}{text}\r\n"), bytes_of));
                let lines: Vec<&str> = text.lines().collect();
                assert_eq!(article.paragraphs, lines, "{name} {mark:?}");
                assert_eq!(article.notes, [format!("Read as {name}")]);
            }
        }
    }
}

#[test]
fn utf_16_is_read_of_pages_and_markdown_too() {
    let page = utf_16(
        "<!doctype html><meta charset=utf-16><p>One — two",
        u16::to_le_bytes,
    );
    assert_eq!(read("utf-16.html", &page).paragraphs, ["One — two"]);
    assert_eq!(read("utf-16-page", &page).paragraphs, ["One — two"]);
    let marks = utf_16("\u{feff}# One\n\n*two*", u16::to_be_bytes);
    assert_eq!(read("utf-16.md", marks).paragraphs, ["One", "two"]);
}

#[test]
fn what_is_no_utf_8_is_windows_1252_and_it_is_said_so() {
    let article = read("western.txt", WESTERN);
    assert_eq!(
        article.paragraphs,
        ["Pakistan’s “café” cost 3 €.", "Naïve – Zia…"]
    );
    assert_eq!(article.notes, ["Read as Windows-1252"]);
    assert_eq!(read("western.md", WESTERN).notes, ["Read as Windows-1252"]);
    assert_eq!(
        read("western.html", WESTERN).paragraphs,
        ["Pakistan’s “café” cost 3 €. Naïve – Zia…"]
    );
}

#[test]
fn a_bad_byte_costs_itself_and_not_the_encoding_of_a_text() {
    let mut bytes = format!("{TEXT}\n").into_bytes();
    bytes.extend_from_slice(b"Bad \xff and \xc3( words.");
    let article = read("bad-bytes.txt", bytes);
    assert_eq!(article.paragraphs[..2], lines());
    assert_eq!(article.paragraphs[2], "Bad \u{fffd} and \u{fffd}( words.");
    assert_eq!(article.notes, ["2 characters could not be read"]);
    let mut cut = utf_16("\u{feff}Pakistan", u16::to_le_bytes);
    cut.push(b'!');
    let article = read("cut.txt", cut);
    assert_eq!(
        article.notes,
        ["Read as UTF-16LE", "1 character could not be read"]
    );
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_says() {
    let cyrillic = b"<p>\xd2\xcf\xd3\xd3\xc9\xd1";
    for head in [
        "<meta charset=koi8-r>",
        "<!-- charset=utf-8 --><META CharSet = 'KOI8-R' >",
        "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'/>",
        "<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>",
    ] {
        let article = read("koi8.html", [head.as_bytes(), cyrillic].concat());
        assert_eq!(article.paragraphs, ["россия"], "{head}");
        assert_eq!(article.notes, ["Read as KOI8-R"]);
    }
    let japanese = b"<meta charset=shift_jis><p>\x83\x8d\x83V\x83A".as_slice();
    assert_eq!(read("japanese.html", japanese).paragraphs, ["ロシア"]);
    let gbk = b"<meta charset=gb2312><p>\xc1\xaa\xcd\xa8".as_slice();
    assert_eq!(read("chinese.html", gbk).paragraphs, ["联通"]);
}

#[test]
fn a_page_that_says_a_wrong_encoding_or_none_there_is_is_read_all_the_same() {
    let utf_8 = read(
        "anew.html",
        format!("<meta charset=iso-8859-1><p>{}", "Café “Москва”"),
    );
    assert_eq!(utf_8.paragraphs, ["Café “Москва”"]);
    assert!(utf_8.notes.is_empty());
    let unknown = read(
        "unknown.html",
        b"<meta charset=klingon><p>caf\xe9".as_slice(),
    );
    assert_eq!(unknown.paragraphs, ["café"]);
    let not_it = read(
        "not-utf-8.html",
        b"<meta charset=utf-8><p>caf\xe9 \x96 x".as_slice(),
    );
    assert_eq!(not_it.paragraphs, ["café – x"]);
    let wide = read("not-wide.html", "<meta charset=utf-16><p>café");
    assert_eq!(wide.paragraphs, ["café"]);
}

#[test]
fn what_a_text_says_of_encodings_is_only_text() {
    let text = b"<meta charset=koi8-r> caf\xe9".as_slice();
    assert_eq!(read("says.txt", text).notes, ["Read as Windows-1252"]);
}
