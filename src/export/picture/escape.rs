//! Words in XML: whatever a name holds, it comes out as a name.

/// Adds words as text, or as the value of an attribute in double quotes.
pub(super) fn escape(text: &mut String, words: &str) {
    for letter in words.chars().filter(|letter| is_allowed(*letter)) {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            // A reader of XML would make spaces or new lines of these.
            '\t' => text.push_str("&#9;"),
            '\n' => text.push_str("&#10;"),
            '\r' => text.push_str("&#13;"),
            letter => text.push(letter),
        }
    }
}

/// Whether XML 1.0 can hold it at all; no reference to it would be allowed either.
fn is_allowed(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        letter => letter >= ' ',
    }
}

/// Adds what is safe as a part of an id, whatever it was.
pub(super) fn id(text: &mut String, words: &str) {
    text.extend(words.chars().map(|letter| match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => letter,
        _ => '-',
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(words: &str) -> String {
        let mut text = String::new();
        escape(&mut text, words);
        text
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
        assert_eq!(escaped("a\0b\u{1b}c\u{ffff}d\u{fffe}"), "abcd");
        assert_eq!(
            escaped("\u{202b}\u{2067}א\u{2069}"),
            "\u{202b}\u{2067}א\u{2069}"
        );
        assert_eq!(escaped("one\ntwo\tthree\r"), "one&#10;two&#9;three&#13;");
    }

    #[test]
    fn an_id_holds_nothing_that_ends_it() {
        let mut text = String::new();
        id(&mut text, "a\" onload=\"b-1_C é");
        assert_eq!(text, "a--onload--b-1_C--");
    }
}
