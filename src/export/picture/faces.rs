//! The faces words are drawn in, and SVG made ready to be drawn in them.
//!
//! The faces of the screen come first, with those that stand in for them there. Those of the system
//! are looked through only when a letter is in none of these: that takes a while, and makes a picture
//! depend on the machine.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock};

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, Tree};
use ttf_parser::Face;
use unicode_general_category::{GeneralCategory, get_general_category};

use super::PictureFault;
use crate::picture::{Drawing, TextMark};
use crate::theme::fonts::files;

/// As the files name them, and as [`super::svg()`] does.
pub(super) const SERIF: &str = "Source Serif 4";
pub(super) const SANS: &str = "Source Sans 3";

/// The faces that come with the program.
pub fn fonts() -> Arc<Database> {
    static OWN: OnceLock<Arc<Database>> = OnceLock::new();
    let fonts = OWN.get_or_init(|| {
        let mut fonts = Database::new();
        for file in files() {
            fonts.load_font_source(Source::Binary(file));
        }
        fonts.set_serif_family(SERIF);
        fonts.set_sans_serif_family(SANS);
        Arc::new(fonts)
    });
    Arc::clone(fonts)
}

/// The faces a drawing needs: those of the system too when it has a letter that is in none of ours.
pub fn fonts_for(drawing: &Drawing) -> Arc<Database> {
    static ALL: OnceLock<Arc<Database>> = OnceLock::new();
    if are_enough(drawing.texts()) {
        return fonts();
    }
    let fonts = ALL.get_or_init(|| {
        let mut fonts = Database::clone(&fonts());
        fonts.load_system_fonts();
        Arc::new(fonts)
    });
    Arc::clone(fonts)
}

/// Whether our faces have every letter.
fn are_enough<'a>(texts: impl Iterator<Item = &'a TextMark>) -> bool {
    let mut missing: BTreeSet<char> = texts.flat_map(|text| text.words.chars()).collect();
    missing.retain(|letter| is_drawn(*letter));
    let fonts = fonts();
    for face in fonts.faces() {
        if missing.is_empty() {
            break;
        }
        fonts.with_face_data(face.id, |bytes, index| {
            if let Ok(face) = Face::parse(bytes, index) {
                missing.retain(|letter| face.glyph_index(*letter).is_none());
            }
        });
    }
    missing.is_empty()
}

/// Whether a letter leaves ink: marks of direction and the like need no face.
fn is_drawn(letter: char) -> bool {
    const VARIANTS: std::ops::RangeInclusive<char> = '\u{fe00}'..='\u{fe0f}';
    let is_silent = matches!(
        get_general_category(letter),
        GeneralCategory::Control | GeneralCategory::Format
    );
    !is_silent && !letter.is_whitespace() && !VARIANTS.contains(&letter)
}

/// Makes SVG ready to be drawn. It may hold pictures, but none is fetched from elsewhere.
pub fn tree(svg: &str, fonts: Arc<Database>) -> Result<Tree, PictureFault> {
    let options = Options {
        font_family: SANS.to_owned(),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: fallback(),
        },
        fontdb: fonts,
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| PictureFault::NotDrawn(error.to_string()))
}

/// Finds a face for a letter: one of ours, one that has helped before, or another; and of these the
/// most like.
fn fallback() -> resvg::usvg::FallbackSelectionFn<'static> {
    let found = Mutex::new(Vec::<ID>::new());
    Box::new(move |letter, used, fonts| {
        let base = fonts.face(*used.first()?)?;
        // Nothing is lost with what another thread did not finish: at worst a face is looked for
        // again.
        let mut found = found
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut others: Vec<&FaceInfo> = fonts
            .faces()
            .filter(|face| !used.contains(&face.id))
            .collect();
        others.sort_by_key(|face| {
            let is_own = matches!(face.source, Source::Binary(_));
            let unlike = (
                face.style != base.style,
                face.weight.0.abs_diff(base.weight.0),
            );
            (!is_own, !found.contains(&face.id), unlike)
        });
        let has = |face: &&FaceInfo| {
            let has = fonts.with_face_data(face.id, |bytes, index| {
                let face = Face::parse(bytes, index).ok();
                face.is_some_and(|face| face.glyph_index(letter).is_some())
            });
            has == Some(true)
        };
        let face = others.into_iter().find(has)?.id;
        if !found.contains(&face) {
            found.push(face);
        }
        Some(face)
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::text;
    use super::super::svg;
    use super::*;

    #[test]
    fn every_face_of_a_drawing_is_found_among_ours() {
        use resvg::usvg::fontdb::{Family, Query, Style, Weight};

        let fonts = fonts();
        for (family, style, weight, name) in [
            (SERIF, Style::Normal, 400, "SourceSerif4-Regular"),
            (SERIF, Style::Italic, 400, "SourceSerif4-It"),
            (SERIF, Style::Normal, 600, "SourceSerif4-Semibold"),
            (SANS, Style::Normal, 400, "SourceSans3-Regular"),
            (SANS, Style::Normal, 600, "SourceSans3-Semibold"),
        ] {
            let face = fonts.query(&Query {
                families: &[Family::Name(family)],
                weight: Weight(weight),
                style,
                ..Query::default()
            });
            let face = face.and_then(|face| fonts.face(face)).unwrap();
            assert!(
                face.post_script_name.eq_ignore_ascii_case(name)
                    || face.post_script_name.starts_with(name),
                "{} for {name}",
                face.post_script_name
            );
            assert_eq!((face.style, face.weight.0), (style, weight), "{name}");
        }
    }

    #[test]
    fn the_system_is_asked_only_for_letters_that_no_face_of_ours_has() {
        let enough = |words: &str| are_enough([&text(words)].into_iter());
        assert!(enough("Mazār-e Sharīf, Türkmenabat, Россия → ✔"));
        assert!(enough("a\u{202b}b\u{2069}\u{fe0f}\u{200d}\t "));
        assert!(!enough("中国"));
        assert!(!enough("افغانستان"));
    }

    #[test]
    fn a_letter_that_the_serif_lacks_is_drawn_in_the_sans_as_on_the_screen() {
        let mut drawing = super::super::sample::drawing();
        let mut words = text("✔");
        words.face = crate::picture::Face::Serif;
        drawing.layers = vec![super::super::sample::layer(vec![words.into()])];
        let tree = tree(&svg(&drawing), fonts()).unwrap();
        let mut names = Vec::new();
        each_face(tree.root(), &mut |face| {
            names.push(tree.fontdb().face(face).unwrap().post_script_name.clone());
        });
        assert_eq!(names, ["SourceSans3-Regular"]);
    }

    fn each_face(group: &resvg::usvg::Group, found: &mut impl FnMut(ID)) {
        for node in group.children() {
            match node {
                resvg::usvg::Node::Group(group) => each_face(group, found),
                resvg::usvg::Node::Text(text) => {
                    let spans = text.layouted().iter();
                    for glyph in spans.flat_map(|span| &span.positioned_glyphs) {
                        found(glyph.font);
                    }
                }
                _ => {}
            }
        }
    }
}
