//! JSON laid out as the file it goes into: the same indentation, line ends and colons.
//!
//! Out: where in the file it goes (see `save`).

use super::json_text::{Member, Piece, Slips};

/// A list of plain values that fits into such a line stays on one.
const LONGEST_LINE: usize = 100;

/// How a file lays its members out.
pub(super) struct Layout {
    /// Before each member, by depth; none where all of it stands on one line.
    indent: Option<String>,
    newline: &'static str,
    /// With the white space behind it.
    colon: String,
}

impl Layout {
    /// As a member of the outermost object is written; as stories are where it has none.
    pub(super) fn of(text: &str, member: Option<&Member<'_>>) -> Self {
        let newline = match text.split_once('\n') {
            Some((line, _)) if line.ends_with('\r') => "\r\n",
            _ => "\n",
        };
        let before = |member: &Member<'_>| text.get(..member.key.at)?.rsplit_once('\n');
        let own_line = member.and_then(before).map(|(_, lead)| lead);
        let indent = match own_line {
            Some(lead) if lead.trim().is_empty() => Some(lead.to_owned()),
            _ => text.trim().contains('\n').then(|| "  ".to_owned()),
        };
        let colon = member.and_then(|member| text.get(member.key.end()..member.value.at));
        let colon = colon.filter(|colon| !colon.contains('\n'));
        Self {
            indent,
            newline,
            colon: colon.unwrap_or(": ").to_owned(),
        }
    }

    /// A key with its value, as one member of the outermost object.
    pub(super) fn member(&self, key: &str, json: &str) -> String {
        format!("\"{key}\"{}{}", self.colon, self.value(json))
    }

    /// The outermost object itself.
    pub(super) fn whole(&self, json: &str) -> String {
        let mut out = String::with_capacity(json.len() * 2);
        self.write(Piece::new(json, 0), 0, &mut out);
        out
    }

    /// The value of a member of the outermost object.
    pub(super) fn value(&self, json: &str) -> String {
        let mut out = String::with_capacity(json.len() * 2);
        self.write(Piece::new(json, 0), 1, &mut out);
        out
    }

    /// What stands between the bracket or comma before a part and the part.
    pub(super) fn before_part(&self, depth: usize) -> String {
        let lead = |indent: &String| format!("{}{}", self.newline, indent.repeat(depth));
        self.indent.as_ref().map(lead).unwrap_or_default()
    }

    /// What stands between a comma and the next part of the same line.
    pub(super) fn space(&self) -> &'static str {
        if self.colon.ends_with(' ') { " " } else { "" }
    }

    fn write(&self, piece: Piece<'_>, depth: usize, out: &mut String) {
        let mut slips = Slips::default();
        let members = piece.members(&mut slips);
        let elements = piece.elements(&mut slips);
        let keyed = members.iter().map(|member| (member.key.text, member.value));
        let bare = elements.iter().map(|&element| ("", element));
        let parts: Vec<(&str, Piece<'_>)> = keyed.chain(bare).collect();
        if parts.is_empty() {
            out.push_str(piece.text);
            return;
        }
        let is_plain = |part: &Piece<'_>| !part.text.starts_with(['{', '[']);
        let is_short = piece.text.len() <= LONGEST_LINE;
        let stays = is_short && members.is_empty() && elements.iter().all(is_plain);
        let (open, close) = if members.is_empty() {
            ('[', ']')
        } else {
            ('{', '}')
        };
        let (before, after) = if stays || self.indent.is_none() {
            (String::new(), String::new())
        } else {
            (self.before_part(depth + 1), self.before_part(depth))
        };
        out.push(open);
        for (index, (key, value)) in parts.into_iter().enumerate() {
            if index > 0 {
                out.push(',');
                out.push_str(if before.is_empty() { self.space() } else { "" });
            }
            out.push_str(&before);
            if !key.is_empty() {
                out.push_str(key);
                out.push_str(&self.colon);
            }
            self.write(value, depth + 1, out);
        }
        out.push_str(&after);
        out.push(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"[{"title":"A, [b]","stage":{"frame":[1.5,2,3,4]},"builds":[]}]"#;

    fn laid_out(text: &str) -> String {
        let members = Piece::new(text, 0).members(&mut Slips::default());
        Layout::of(text, members.last()).value(JSON)
    }

    #[test]
    fn a_value_is_laid_out_as_the_file_around_it() {
        let wide = "[\n    {\n      \"title\": \"A, [b]\",\n      \"stage\": {\n        \
                    \"frame\": [1.5, 2, 3, 4]\n      },\n      \"builds\": []\n    }\n  ]";
        let tabs = wide.replace("  ", "\t");
        let one_line = r#"[{"title": "A, [b]", "stage": {"frame": [1.5, 2, 3, 4]}, "builds": []}]"#;
        for (text, expected) in [
            ("{\n  \"a\": 1\n}", wide),
            ("{\n\t\"a\": 1\n}", &tabs),
            ("{\r\n  \"a\": 1\r\n}", &wide.replace('\n', "\r\n")),
            ("{\n}", wide),
            ("{\"a\": 1,\n \"b\": 2, \"c\": 3\n}", wide),
            (r#"{"a": 1}"#, one_line),
            ("{\"a\":1}\n", JSON),
        ] {
            assert_eq!(laid_out(text), expected, "{text}");
        }
    }

    #[test]
    fn a_list_too_long_for_a_line_has_a_line_for_each() {
        let keys = ["a-key-of-some-length"; 9].map(|key| format!("\"{key}\""));
        let list = format!("[{}]", keys.join(","));
        let layout = Layout::of("{\n  \"a\": 1\n}", None);
        assert_eq!(layout.value(&list).lines().count(), 11);
    }
}
