//! What is no article, and what is said of it.

use passage::content::read_article_file;

use super::{complaint, folder};

#[test]
fn a_file_that_is_no_text_is_named_for_what_it_is() {
    let archive = |name: &str| {
        [
            b"PK\x03\x04\x14\0\x06\0".as_slice(),
            name.as_bytes(),
            &[0; 40],
        ]
        .concat()
    };
    for (content, kind) in [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec(), "a PDF"),
        (archive("word/document.xml"), "a Word document"),
        (
            archive("mimetypeapplication/vnd.oasis.opendocument.textPK"),
            "an OpenDocument text",
        ),
        (archive("mimetypeapplication/epub+zip"), "an e-book (EPUB)"),
        (archive("xl/workbook.xml"), "an Excel table"),
        (archive("a.txt"), "an archive (ZIP)"),
        (b"{\\rtf1\\ansi Text}".to_vec(), "rich text (RTF)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(),
            "an older Word",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "a JPEG picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), "a WebP picture"),
        (b"\0\0\0\x18ftypmp42".to_vec(), "a film"),
        (b"\x7fELF\x02\x01\x01\0".to_vec(), "a program"),
        (b"\x1f\x8b\x08\0\0\0".to_vec(), "a compressed file"),
        (b"SQLite format 3\0".to_vec(), "a database"),
        (
            b"\xff\xfe\0\0P\0\0\0a\0\0\0".to_vec(),
            "text saved as UTF-32",
        ),
    ] {
        for name in ["not-text.txt", "not-text.html", "not-text.bin"] {
            let complaint = complaint(name, &content);
            let expected = format!("is {kind}");
            assert!(
                complaint.contains(&expected) || complaint.contains(kind),
                "{complaint}"
            );
            assert!(
                complaint.ends_with("; save its text as .txt"),
                "{complaint}"
            );
        }
    }
}

#[test]
fn bytes_that_are_no_letters_are_no_text() {
    let random = (0_u32..4000).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8);
    let random: Vec<u8> = [1, 0, 0, 2].into_iter().chain(random).collect();
    for content in [
        random,
        vec![0; 1000],
        [[1, 0, 0, 0], [7, 2, 0, 0]].concat().repeat(50),
    ] {
        let complaint = complaint("random.txt", content);
        assert!(
            complaint.ends_with(" is no text; save its text as .txt"),
            "{complaint}"
        );
    }
}

#[test]
fn a_text_that_only_begins_like_something_else_is_text() {
    for text in [
        "PK is short for Pakistan.",
        "MZ and BM are letters.",
        "GIF is a format.",
        "BZh",
        "RIFF raff",
    ] {
        assert_eq!(super::read("begins.txt", text).paragraphs, [text]);
    }
}

#[test]
fn an_empty_file_and_a_blank_one_have_no_words() {
    for (name, content) in [
        ("empty.txt", ""),
        ("blank.txt", " \n\t\u{feff}\u{2028}\u{200b}"),
        ("dashes.txt", "---\n***"),
        ("empty.md", "---\ntitle: A\n---\n"),
        ("mark.txt", "\u{feff}"),
    ] {
        let complaint = complaint(name, content);
        assert!(
            complaint.ends_with(" has no words; right would be an article's text"),
            "{complaint}"
        );
    }
}

#[test]
fn a_file_that_is_not_there_or_a_folder_or_a_story_is_answered_in_a_sentence() {
    let missing = read_article_file(&folder().join("missing.txt")).unwrap_err();
    assert!(
        missing.ends_with(
            "missing.txt can not be read: there is no such file; right would be the path of a text, Markdown \
             or HTML file"
        ),
        "{missing}"
    );
    let is_folder = read_article_file(&folder()).unwrap_err();
    assert!(
        is_folder.contains(" is a folder; right would be the path of a text"),
        "{is_folder}"
    );
    let story = complaint("a.story.json", passage::content::BUNDLED.1);
    assert!(
        story.contains(" is a story file; right would be"),
        "{story}"
    );
}

#[cfg(unix)]
#[test]
fn a_name_that_would_write_over_the_terminal_is_told_without_that() {
    let missing = read_article_file(&folder().join("a\u{1b}[2J\n\u{202e}b.txt")).unwrap_err();
    assert!(missing.contains("a[2Jb.txt can not be read"), "{missing}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_without_an_end_is_too_large_and_an_empty_one_has_no_words() {
    let zero = read_article_file(std::path::Path::new("/dev/zero")).unwrap_err();
    assert_eq!(
        zero,
        "/dev/zero is more than 64 MB large; right would be a text, Markdown or HTML file of under 64 MB"
    );
    let null = read_article_file(std::path::Path::new("/dev/null")).unwrap_err();
    assert!(null.contains("has no words"), "{null}");
}

#[test]
fn a_file_larger_than_anybody_writes_is_not_read() {
    let path = folder().join("huge.txt");
    let file = std::fs::File::create(&path).unwrap();
    // A hole, which takes no room.
    file.set_len(65 << 20).unwrap();
    drop(file);
    let complaint = read_article_file(&path).unwrap_err();
    std::fs::remove_file(&path).unwrap();
    assert!(
        complaint.contains(" is 65 MB large; right would be"),
        "{complaint}"
    );
}
