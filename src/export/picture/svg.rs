//! A sheet as SVG: for a browser, a page, and a program that draws.
//!
//! Layers are layers of Inkscape too, and groups say what of the story they stand for. Words are
//! text, so that they can be found, read aloud and changed.

use std::fmt::Write as _;

use egui::{Pos2, Rect};

use super::marks::{self, place};
use super::number::number;
use super::paint::color;
use crate::export::markup::Escaped;
use crate::picture::{Drawing, DrawingGroup, DrawingLayer};

/// A file of its own.
pub fn svg(drawing: &Drawing) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    Sheet::new(drawing, Purpose::File).write(&mut text);
    text
}

/// An element of a page that holds others like it: ids begin with a prefix.
pub fn svg_element(drawing: &Drawing, id_prefix: &str) -> String {
    let mut text = String::new();
    Sheet::new(drawing, Purpose::Page(id_prefix)).write(&mut text);
    text
}

/// Some layers, with nothing but what is to be seen, and not clipped.
pub(super) fn bare(drawing: &Drawing, layers: &[DrawingLayer]) -> String {
    let mut text = String::new();
    open(&mut text, drawing);
    text.push_str(">\n");
    let groups = layers.iter().flat_map(|layer| &layer.groups);
    for mark in groups.flat_map(|group| &group.marks) {
        marks::add(&mut text, mark);
    }
    text.push_str("</svg>\n");
    text
}

/// What is left of a layer, on the sheet: one without bounds is clipped to the sheet.
pub(super) fn clip_of(drawing: &Drawing, layer: &DrawingLayer) -> Option<Rect> {
    let sheet = Rect::from_min_size(Pos2::ZERO, drawing.size);
    layer.clip.map(|clip| clip.intersect(sheet))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose<'a> {
    File,
    Page(&'a str),
}

struct Sheet<'a> {
    drawing: &'a Drawing,
    purpose: Purpose<'a>,
    /// Layers mostly share one.
    clips: Vec<Rect>,
}

impl<'a> Sheet<'a> {
    fn new(drawing: &'a Drawing, purpose: Purpose<'a>) -> Self {
        let mut clips = Vec::new();
        let layers = drawing.layers.iter();
        for clip in layers.filter_map(|layer| clip_of(drawing, layer)) {
            if !clips.contains(&clip) {
                clips.push(clip);
            }
        }
        Self {
            drawing,
            purpose,
            clips,
        }
    }

    fn write(&self, text: &mut String) {
        open(text, self.drawing);
        if self.purpose == Purpose::File {
            text.push_str(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"");
        }
        text.push_str(" role=\"img\" aria-labelledby=\"");
        self.id(text, TITLE);
        text.push(' ');
        self.id(text, DESCRIPTION);
        text.push_str("\">\n");
        for (element, key, words) in [
            ("title", TITLE, &self.drawing.title),
            ("desc", DESCRIPTION, &self.drawing.description),
        ] {
            text.extend(["<", element, " id=\""]);
            self.id(text, key);
            text.push_str("\">");
            let _ = write!(text, "{}", Escaped(words));
            text.extend(["</", element, ">\n"]);
        }
        for (index, clip) in self.clips.iter().enumerate() {
            text.push_str("<clipPath id=\"");
            self.id(text, &clip_key(index));
            text.push_str("\"><rect");
            place(text, *clip);
            text.push_str("/></clipPath>\n");
        }
        text.push_str("<rect width=\"100%\" height=\"100%\"");
        color(text, "fill", self.drawing.background);
        text.push_str("/>\n");
        for layer in &self.drawing.layers {
            self.layer(text, layer);
        }
        text.push_str("</svg>\n");
    }

    fn layer(&self, text: &mut String, layer: &DrawingLayer) {
        text.push_str("<g id=\"");
        self.id(text, &layer.key);
        text.push('"');
        if self.purpose == Purpose::File {
            text.push_str(" inkscape:groupmode=\"layer\" inkscape:label=\"");
            let _ = write!(text, "{}", Escaped(&layer.name));
            text.push('"');
        }
        let clip = clip_of(self.drawing, layer);
        if let Some(index) = self.clips.iter().position(|other| clip == Some(*other)) {
            text.push_str(" clip-path=\"url(#");
            self.id(text, &clip_key(index));
            text.push_str(")\"");
        }
        text.push_str(">\n");
        for drawn in &layer.groups {
            group(text, drawn);
        }
        text.push_str("</g>\n");
    }

    fn id(&self, text: &mut String, key: &str) {
        if let Purpose::Page(prefix) = self.purpose {
            push_id(text, prefix);
        }
        push_id(text, key);
    }
}

// No layer's key has a digit in it.
const TITLE: &str = "title-1";
const DESCRIPTION: &str = "description-1";

fn clip_key(index: usize) -> String {
    format!("clip-{}", index + 1)
}

/// Begins the root, to which attributes may be added.
fn open(text: &mut String, drawing: &Drawing) {
    text.push_str(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         version=\"1.1\" width=\"",
    );
    number(text, drawing.size.x);
    text.push_str("\" height=\"");
    number(text, drawing.size.y);
    text.push_str("\" viewBox=\"0 0 ");
    number(text, drawing.size.x);
    text.push(' ');
    number(text, drawing.size.y);
    text.push_str("\" xml:space=\"preserve\"");
}

fn group(text: &mut String, group: &DrawingGroup) {
    if group.marks.is_empty() {
        return;
    }
    let is_told = group.subject.is_some() || group.overlay.is_some() || group.title.is_some();
    if is_told {
        text.push_str("<g");
        for (name, value) in [
            ("data-subject", &group.subject),
            ("data-overlay", &group.overlay),
        ] {
            if let Some(value) = value {
                text.extend([" ", name, "=\""]);
                let _ = write!(text, "{}", Escaped(value));
                text.push('"');
            }
        }
        text.push_str(">\n");
        if let Some(title) = &group.title {
            text.push_str("<title>");
            let _ = write!(text, "{}", Escaped(title));
            text.push_str("</title>\n");
        }
    }
    for mark in &group.marks {
        marks::add(text, mark);
    }
    if is_told {
        text.push_str("</g>\n");
    }
}

/// Adds what is safe as a part of an id, whatever it was.
fn push_id(text: &mut String, words: &str) {
    text.extend(words.chars().map(|letter| match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => letter,
        _ => '-',
    }));
}

#[cfg(test)]
mod tests {
    use egui::{Color32, pos2};

    use super::super::elements::{elements, named};
    use super::super::sample::{drawing, layer, text};
    use super::*;
    use crate::picture::{Mark, PathMark, Pen};

    #[test]
    fn every_text_is_text_at_its_place() {
        let drawing = drawing();
        let all = elements(&svg(&drawing));
        let texts = named(&all, "text");
        assert_eq!(texts.len(), drawing.texts().count());
        for (element, text) in texts.iter().zip(drawing.texts()) {
            assert_eq!(element.words, text.words);
            let number = |name| element.get(name).unwrap().parse::<f32>().unwrap();
            assert!((number("x") - text.at.x).abs() < 0.01, "{}", text.words);
            assert!((number("y") - text.at.y).abs() < 0.01, "{}", text.words);
            assert!((number("font-size") - text.size).abs() < 0.01);
        }
        assert_eq!(texts[1].get("transform"), Some("rotate(-30 20 60)"));
        assert_eq!(texts[1].get("font-style"), Some("italic"));
        assert_eq!(texts[1].get("stroke-width"), Some("3"));
        assert_eq!(texts[1].get("paint-order"), Some("stroke"));
    }

    #[test]
    fn only_words_of_more_than_one_letter_are_told_how_long_to_be() {
        let mut drawing = drawing();
        let (mut one, mut two) = (text("Ş"), text("Şu"));
        one.length = 7.0;
        two.length = 13.25;
        drawing.layers = vec![layer(vec![one.into(), two.into()])];
        let all = elements(&svg(&drawing));
        let lengths = named(&all, "text").into_iter();
        let lengths: Vec<_> = lengths.map(|text| text.get("textLength")).collect();
        assert_eq!(lengths, [None, Some("13.25")]);
    }

    #[test]
    fn names_that_would_end_an_element_come_out_as_words() {
        let hostile = "</text><script>alert(\"1\")</script>&lt;\u{1b}\n";
        let mut drawing = drawing();
        drawing.layers[0].groups[0].subject = Some(hostile.to_owned());
        drawing.layers[0].groups[0].title = Some(hostile.to_owned());
        drawing.layers[0].key = "a\"><script>".to_owned();
        drawing.layers[0].name = hostile.to_owned();
        drawing.title = hostile.to_owned();
        drawing.layers[1] = layer(vec![text(hostile).into()]);
        let words = hostile.replace('\u{1b}', "");
        for svg in [svg(&drawing), svg_element(&drawing, "p\"><script>")] {
            assert!(!svg.contains("<script"), "{svg}");
            let all = elements(&svg);
            assert_eq!(named(&all, "text")[0].words, words);
            assert_eq!(named(&all, "title")[0].words, words);
            assert_eq!(named(&all, "title")[1].words, words);
            let told = all.iter().find_map(|element| element.get("data-subject"));
            assert_eq!(told, Some(words.as_str()));
        }
    }

    #[test]
    fn layers_carry_names_and_groups_what_they_stand_for() {
        let all = elements(&svg(&drawing()));
        let groups = named(&all, "g");
        let layers: Vec<_> = groups
            .iter()
            .filter(|group| group.get("inkscape:groupmode") == Some("layer"))
            .map(|group| (group.get("id"), group.get("inkscape:label")))
            .collect();
        assert_eq!(
            layers,
            [
                (Some("marks"), Some("Marks")),
                (Some("names"), Some("Names \"of\" places"))
            ]
        );
        assert_eq!(groups[1].get("data-subject"), Some("feature:tapi"));
        assert_eq!(groups[1].get("data-overlay"), Some("pipelines"));
        assert_eq!(groups.len(), 3, "a group that stands for nothing is none");
        let titles = named(&all, "title");
        assert_eq!(titles[1].words, "A pipeline & more");
    }

    #[test]
    fn a_picture_says_its_title_and_what_is_to_be_seen() {
        let all = elements(&svg(&drawing()));
        let root = &all[0];
        assert_eq!(root.get("role"), Some("img"));
        assert_eq!(
            (root.get("width"), root.get("height"), root.get("viewBox")),
            (Some("200"), Some("100"), Some("0 0 200 100"))
        );
        let ids: Vec<&str> = root.get("aria-labelledby").unwrap().split(' ').collect();
        let words = ids.iter().map(|id| {
            let element = all.iter().find(|element| element.get("id") == Some(*id));
            element.unwrap().words.as_str()
        });
        assert_eq!(
            words.collect::<Vec<_>>(),
            ["Gas <to> India", "A square & two names."]
        );
    }

    #[test]
    fn ids_in_a_page_begin_with_the_prefix_and_lead_somewhere() {
        let svg = svg_element(&drawing(), "scene-2-");
        assert!(!svg.contains("inkscape") && !svg.starts_with("<?"), "{svg}");
        let all = elements(&svg);
        let ids: Vec<&str> = all.iter().filter_map(|element| element.get("id")).collect();
        assert_eq!(ids.len(), 5);
        assert!(ids.iter().all(|id| id.starts_with("scene-2-")), "{ids:?}");
        let clip = all.iter().find_map(|element| element.get("clip-path"));
        let clip = clip.and_then(|clip| clip.strip_prefix("url(#")?.strip_suffix(')'));
        assert!(ids.contains(&clip.unwrap()), "{clip:?}");
    }

    #[test]
    fn the_same_drawing_makes_the_same_file() {
        assert_eq!(svg(&drawing()), svg(&drawing()));
        let mut other = drawing();
        other.background = Color32::BLACK;
        assert_ne!(svg(&drawing()), svg(&other));
    }

    #[test]
    fn lines_are_short_and_what_can_not_be_seen_is_left_out() {
        let line = |runs: &[&[(f32, f32)]], is_closed, width| {
            Mark::Path(PathMark {
                runs: runs
                    .iter()
                    .map(|run| run.iter().map(|(x, y)| pos2(*x, *y)).collect())
                    .collect(),
                is_closed,
                fill: None,
                pen: Some(Pen {
                    width,
                    color: Color32::BLACK,
                    dash: Vec::new(),
                }),
            })
        };
        let mut drawing = drawing();
        drawing.layers = vec![layer(vec![
            line(&[&[(0.0, 1.5), (-2.0, -3.25), (4.0, 5.0)]], true, 1.0),
            line(
                &[
                    &[(1.0, 1.0), (1.001, 1.0), (f32::NAN, 2.0), (2.0, 2.0)],
                    &[(3.0, 3.0), (3.0, 3.0)],
                    &[(4.0, 4.0), (5.0, 4.0)],
                ],
                false,
                1.0,
            ),
            line(&[&[(0.0, 0.0), (9.0, 9.0)]], false, 0.0),
            line(&[&[(7.0, 7.0)], &[]], true, 1.0),
        ])];
        let all = elements(&svg(&drawing));
        let paths: Vec<_> = named(&all, "path")
            .into_iter()
            .map(|path| path.get("d").unwrap())
            .collect();
        assert_eq!(paths, ["M0 1.5l-2-4.75 6 8.25Z", "M1 1l1 1M4 4l1 0"]);
    }

    #[test]
    fn an_id_holds_nothing_that_ends_it() {
        let mut text = String::new();
        push_id(&mut text, "a\" onload=\"b-1_C é");
        assert_eq!(text, "a--onload--b-1_C--");
    }
}
