//! The elements of a page, and what each means to its text.

use html5gum::State;

/// What an element does to the text in and around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Text in a line.
    Inline,
    /// Its own paragraph, which the next block ends.
    Line,
    /// A paragraph's end in itself, without an end tag.
    Rule,
    /// A line's end; two of them end a paragraph.
    LineEnd,
    /// It holds other blocks.
    Block,
    /// A page's headline.
    Headline,
    /// A cell of a table's row.
    Cell,
    /// Its lines are as they stand.
    Preformatted,
    /// The article itself.
    Article,
    /// What the page is there for.
    Main,
    /// What every page of the place has around its text.
    Furniture,
    /// Nothing that a reader reads: controls, and what is shown only instead of something.
    Unseen,
    /// A drawing, whose names mean something else.
    Drawing,
    /// Text in a drawing, which may be a page of its own.
    DrawnText,
    /// The page's title.
    Title,
}

impl Role {
    pub(super) const COUNT: usize = Self::Title as usize + 1;

    /// Whether the paragraph before and after it is another one.
    pub(super) fn ends_paragraph(self) -> bool {
        !matches!(
            self,
            Self::Inline
                | Self::Unseen
                | Self::Drawing
                | Self::DrawnText
                | Self::Title
                | Self::LineEnd
                | Self::Cell
        )
    }

    /// Whether its text is nobody's to read.
    pub(super) fn is_dropped(self) -> bool {
        matches!(
            self,
            Self::Furniture | Self::Unseen | Self::Drawing | Self::Title
        )
    }

    /// Whether it stays open until its end tag.
    pub(super) fn has_end(self) -> bool {
        !matches!(self, Self::Rule | Self::LineEnd)
    }
}

/// In the order of their names.
pub(super) const ELEMENTS: &[(&str, Role)] = &[
    ("address", Role::Block),
    ("article", Role::Article),
    ("aside", Role::Furniture),
    ("audio", Role::Unseen),
    ("blockquote", Role::Block),
    ("body", Role::Rule),
    ("br", Role::LineEnd),
    ("button", Role::Unseen),
    ("canvas", Role::Unseen),
    ("caption", Role::Block),
    ("center", Role::Block),
    ("datalist", Role::Unseen),
    ("dd", Role::Line),
    ("details", Role::Block),
    ("dialog", Role::Unseen),
    ("dir", Role::Block),
    ("div", Role::Block),
    ("dl", Role::Block),
    ("dt", Role::Line),
    ("fieldset", Role::Block),
    ("figcaption", Role::Block),
    ("figure", Role::Block),
    ("footer", Role::Furniture),
    ("foreignobject", Role::DrawnText),
    ("form", Role::Block),
    ("h1", Role::Headline),
    ("h2", Role::Block),
    ("h3", Role::Block),
    ("h4", Role::Block),
    ("h5", Role::Block),
    ("h6", Role::Block),
    ("header", Role::Block),
    ("hgroup", Role::Block),
    ("hr", Role::Rule),
    ("iframe", Role::Unseen),
    ("label", Role::Inline),
    ("legend", Role::Block),
    ("li", Role::Line),
    ("listing", Role::Preformatted),
    ("main", Role::Main),
    ("menu", Role::Block),
    ("meter", Role::Unseen),
    ("nav", Role::Furniture),
    ("noembed", Role::Unseen),
    ("noframes", Role::Unseen),
    ("noscript", Role::Unseen),
    ("object", Role::Unseen),
    ("ol", Role::Block),
    ("p", Role::Line),
    ("plaintext", Role::Preformatted),
    ("pre", Role::Preformatted),
    ("progress", Role::Unseen),
    ("script", Role::Unseen),
    ("search", Role::Furniture),
    ("section", Role::Block),
    ("select", Role::Unseen),
    ("span", Role::Inline),
    ("style", Role::Unseen),
    ("summary", Role::Block),
    ("svg", Role::Drawing),
    ("table", Role::Block),
    ("tbody", Role::Block),
    ("td", Role::Cell),
    ("template", Role::Unseen),
    ("textarea", Role::Unseen),
    ("tfoot", Role::Block),
    ("th", Role::Cell),
    ("thead", Role::Block),
    ("title", Role::Title),
    ("tr", Role::Block),
    ("ul", Role::Block),
    ("video", Role::Unseen),
    ("xmp", Role::Preformatted),
];

/// An element by its place in [`ELEMENTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element(u8);

impl Element {
    /// None of a name that means nothing to the text.
    pub(super) fn of_name(name: &[u8]) -> Option<Self> {
        let known = ELEMENTS.binary_search_by(|(known, _)| known.as_bytes().cmp(name));
        known.ok().map(|index| Self(index as u8))
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    pub(super) fn name(self) -> &'static str {
        ELEMENTS.get(self.index()).map_or("", |(name, _)| name)
    }

    pub(super) fn role(self) -> Role {
        let known = ELEMENTS.get(self.index());
        known.map_or(Role::Inline, |(_, role)| *role)
    }

    /// How what is in it is to be split up where that is not as tags and text.
    pub(super) fn state(self) -> Option<State> {
        Some(match self.name() {
            "script" => State::ScriptData,
            "style" | "iframe" | "noembed" | "noframes" | "xmp" => State::RawText,
            "title" | "textarea" => State::RcData,
            "plaintext" => State::PlainText,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_in_the_order_of_their_names_and_each_is_found() {
        assert!(ELEMENTS.is_sorted_by(|one, next| one.0 < next.0));
        for (name, role) in ELEMENTS {
            let element = Element::of_name(name.as_bytes()).unwrap();
            assert_eq!((element.name(), element.role()), (*name, *role));
        }
        assert_eq!(Element::of_name(b"b"), None);
    }
}
