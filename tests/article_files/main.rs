//! Any article's text: files as people have them on their disks, opened as the program opens them, and
//! what `passage link` prints of them.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod any_bytes;
mod chosen;
mod encodings;
mod html;
mod large;
mod markdown;
mod not_articles;
mod text;

use std::path::PathBuf;

use passage::content::{ArticleText, read_article_file};

/// A folder of this test run.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("article_files");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A file of that content.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// A file of that content as it is read. Each test takes a name of its own.
fn read(name: &str, content: impl AsRef<[u8]>) -> ArticleText {
    read_article_file(&file(name, content)).unwrap()
}

/// What is said of a file of that content.
fn complaint(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = file(name, content);
    let complaint = read_article_file(&path).unwrap_err();
    assert!(
        complaint.starts_with(&path.display().to_string()),
        "{complaint}"
    );
    assert_eq!(complaint.lines().count(), 1);
    complaint
}

/// The words of a sentence in UTF-16, without a mark.
fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}
