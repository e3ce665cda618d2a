//! Words in XML and HTML: whatever a name holds, it comes out as a name.

use std::fmt::{self, Display, Formatter, Write as _};

use crate::world::Source;

/// Words as text, or as the value of an attribute in double quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars().filter(|letter| is_allowed(*letter)) {
            match letter {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                '>' => formatter.write_str("&gt;")?,
                '"' => formatter.write_str("&quot;")?,
                // A reader of XML would make spaces or new lines of these.
                '\t' => formatter.write_str("&#9;")?,
                '\n' => formatter.write_str("&#10;")?,
                '\r' => formatter.write_str("&#13;")?,
                letter => formatter.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// Whether XML 1.0 can hold it at all; no reference to it would be allowed either.
fn is_allowed(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => true,
        '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => false,
        letter => letter >= ' ',
    }
}

/// A source in HTML: with a link where there is an address, and to nothing but the web.
pub(super) fn source_link(source: &Source) -> String {
    let mut words = source.title.clone();
    if !source.date.is_empty() {
        let _ = write!(words, ", {}", source.date);
    }
    let words = Escaped(&words);
    let schemes = ["https://", "http://"];
    if schemes.iter().any(|scheme| source.url.starts_with(scheme)) {
        let url = Escaped(&source.url);
        format!("<a href=\"{url}\" rel=\"noopener noreferrer\">{words}</a>")
    } else {
        words.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(words: &str) -> String {
        Escaped(words).to_string()
    }

    #[test]
    fn marks_of_xml_become_words() {
        assert_eq!(
            escaped("</text><script a=\"1\">&amp;"),
            "&lt;/text&gt;&lt;script a=&quot;1&quot;&gt;&amp;amp;"
        );
    }

    #[test]
    fn what_xml_forbids_is_dropped_and_marks_of_direction_stay() {
        assert_eq!(escaped("a\0b\u{1b}c\u{ffff}d\u{fffe}\u{9f}"), "abcd");
        assert_eq!(
            escaped("\u{202b}\u{2067}א\u{2069}"),
            "\u{202b}\u{2067}א\u{2069}"
        );
        assert_eq!(escaped("one\ntwo\tthree\r"), "one&#10;two&#9;three&#13;");
    }
}
