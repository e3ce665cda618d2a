//! SVG read back, for tests.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Each element's name and attributes, and the words right in it.
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) words: String,
}

impl Element {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let key = String::from_utf8(attribute.key.as_ref().to_vec()).unwrap();
            let value = String::from_utf8(attribute.value.to_vec()).unwrap();
            (key, quick_xml::escape::unescape(&value).unwrap().into())
        });
        Self {
            name: String::from_utf8(start.name().as_ref().to_vec()).unwrap(),
            attributes: attributes.collect(),
            words: String::new(),
        }
    }
}

pub(super) fn elements(svg: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(svg);
    let (mut found, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(found.len());
                found.push(Element::of(&start));
            }
            Event::Empty(start) => found.push(Element::of(&start)),
            Event::End(_) => drop(open.pop()),
            Event::Text(words) => {
                if let Some(at) = open.last() {
                    found[*at].words.push_str(&words.decode().unwrap());
                }
            }
            Event::GeneralRef(name) => {
                let name = format!("&{};", name.decode().unwrap());
                let at = *open.last().unwrap();
                let words = quick_xml::escape::unescape(&name).unwrap();
                found[at].words.push_str(&words);
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

pub(super) fn named<'a>(all: &'a [Element], name: &str) -> Vec<&'a Element> {
    all.iter().filter(|element| element.name == name).collect()
}
