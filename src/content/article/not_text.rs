//! What a file seems to be that is no text, by how it begins.

const ADVICE: &str = "save its text as .txt";

/// How files begin, and what they then are.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "rich text (RTF)"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a document of an older Word or another office program",
    ),
    (b"%!PS", "PostScript"),
    (b"bplist00", "a web archive or a property list"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (Zstandard)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a\x07", "an archive (RAR)"),
    (b"SQLite format 3\0", "a database"),
    (b"ID3\x03", "a sound"),
    (b"ID3\x04", "a sound"),
    (b"OggS\0", "a sound or a film"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"\0asm", "a program"),
    (b"\xff\xfe\0\0", "text saved as UTF-32"),
    (b"\0\0\xfe\xff", "text saved as UTF-32"),
];

/// Names that an archive of a kind holds.
const ARCHIVES: &[(&[u8], &str)] = &[
    (b"word/", "a Word document"),
    (
        b"application/vnd.oasis.opendocument.text",
        "an OpenDocument text",
    ),
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"xl/", "an Excel table"),
    (b"ppt/", "a PowerPoint show"),
    (b"Index/Document.iwa", "a Pages document"),
];

/// How much of each end of an archive is searched for names.
const SEARCHED_BYTES: usize = 64 << 10;

/// What a file is that is no text and what would be right, as the rest of a sentence.
pub(super) fn kind_of(bytes: &[u8]) -> Option<String> {
    let kind = kind_of_beginning(bytes)?;
    Some(format!("is {kind}; {ADVICE}"))
}

fn kind_of_beginning(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        let start = bytes.get(..SEARCHED_BYTES).unwrap_or(bytes);
        let end = bytes.get(bytes.len().saturating_sub(SEARCHED_BYTES)..);
        let has = |name: &[u8]| {
            let mut ends = [start, end.unwrap_or_default()].into_iter();
            ends.any(|part| part.windows(name.len()).any(|here| here == name))
        };
        let known = ARCHIVES.iter().find(|(name, _)| has(name));
        return Some(known.map_or("an archive (ZIP)", |(_, kind)| kind));
    }
    if let [b'R', b'I', b'F', b'F', _, _, _, _, kind @ ..] = bytes {
        for (name, what) in [
            (b"WEBP", "a WebP picture"),
            (b"WAVE", "a sound"),
            (b"AVI ", "a film"),
        ] {
            if kind.starts_with(name) {
                return Some(what);
            }
        }
    }
    if let [_, _, _, _, b'f', b't', b'y', b'p', ..] = bytes {
        return Some("a film or a picture");
    }
    let known = BEGINNINGS.iter();
    let mut known = known.filter(|(beginning, _)| bytes.starts_with(beginning));
    known.next().map(|(_, kind)| *kind)
}

/// What is said of bytes of which too many are no letters: text has hardly any such.
pub(super) fn refuse_if_binary(bytes: &[u8]) -> Result<(), String> {
    let is_odd = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127);
    let odd = bytes.iter().filter(|byte| is_odd(byte)).count();
    if odd > 4 && odd > bytes.len() / 25 {
        return Err(format!("is no text; {ADVICE}"));
    }
    Ok(())
}
