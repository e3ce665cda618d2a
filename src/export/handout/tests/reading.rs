//! A little of what a reader of PDF files sees, as far as streams are not compressed.

/// What was found in a file.
pub(crate) struct Seen {
    raw: Vec<u8>,
    pub pages: usize,
    pub links: usize,
    pub fonts: usize,
    pub font_files: usize,
    /// How often letters are drawn.
    pub shown: usize,
    pub bookmarks: Vec<String>,
    /// Words of spaced letters, as they can be copied and are read aloud.
    pub spaced: Vec<String>,
}

pub(crate) fn seen(bytes: &[u8]) -> Seen {
    let count = |needle: &str| places(bytes, needle).count();
    // Every bookmark but the root has a title and a parent.
    let items = places(bytes, " obj").filter_map(|at| {
        let rest = &bytes[at..];
        let end = places(rest, "endobj").next()?;
        let object = &rest[..end];
        let is_bookmark = ["/Title", "/Parent", "/Dest"];
        let mut has = is_bookmark.iter().map(|key| places(object, key).next());
        has.all(|found| found.is_some()).then_some(object)
    });
    let bookmarks = items.flat_map(|object| strings(object, "/Title"));
    Seen {
        pages: count("/Type/Page/"),
        links: count("/Subtype/Link"),
        fonts: count("/Subtype/Type0"),
        font_files: count("/FontFile2 ") + count("/FontFile3 "),
        shown: count(" TJ") + count("]TJ") + count(" Tj") + count(")Tj") + count(">Tj"),
        bookmarks: bookmarks.collect(),
        spaced: strings(bytes, "/ActualText").collect(),
        raw: bytes.to_vec(),
    }
}

impl Seen {
    pub(crate) fn has(&self, needle: &str) -> bool {
        places(&self.raw, needle).next().is_some()
    }
}

fn places<'a>(bytes: &'a [u8], needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let windows = bytes.windows(needle.len()).enumerate();
    windows.filter_map(move |(at, window)| (window == needle.as_bytes()).then_some(at))
}

/// The strings behind a key.
fn strings<'a>(bytes: &'a [u8], key: &'a str) -> impl Iterator<Item = String> + 'a {
    places(bytes, key).map(move |at| string(&bytes[at + key.len()..]))
}

/// A string as PDF files write it: in brackets or as digits, of single bytes or of pairs of them.
fn string(bytes: &[u8]) -> String {
    let mut raw = Vec::new();
    if bytes[0] == b'<' {
        let digits: Vec<u8> = bytes[1..]
            .iter()
            .copied()
            .take_while(|&b| b != b'>')
            .collect();
        for pair in digits.chunks(2) {
            let pair = std::str::from_utf8(pair).unwrap();
            raw.push(u8::from_str_radix(pair, 16).unwrap());
        }
    } else {
        let (mut depth, mut rest) = (0, bytes.iter().copied());
        while let Some(byte) = rest.next() {
            match byte {
                b'(' if depth == 0 => depth = 1,
                b'(' => depth += 1,
                b')' if depth == 1 => break,
                b')' => depth -= 1,
                _ => {}
            }
            match byte {
                b'\\' => match rest.next().unwrap() {
                    b'n' => raw.push(b'\n'),
                    b'r' => raw.push(b'\r'),
                    b't' => raw.push(b'\t'),
                    other => raw.push(other),
                },
                b'(' if raw.is_empty() && depth == 1 => {}
                other => raw.push(other),
            }
        }
    }
    if let Some(pairs) = raw.strip_prefix(&[0xfe, 0xff]) {
        let units = pairs
            .chunks(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units).map(Result::unwrap).collect();
    }
    raw.into_iter().map(char::from).collect()
}
