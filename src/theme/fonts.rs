//! The two typefaces: a serif for reading and for names of lands and seas, a sans for the rest.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

pub use super::style::apply_style;

const FILES: [(&str, &[u8]); 5] = [
    (
        "serif",
        include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf"),
    ),
    (
        "serif italic",
        include_bytes!("../../assets/fonts/SourceSerif4-Italic.ttf"),
    ),
    (
        "serif semibold",
        include_bytes!("../../assets/fonts/SourceSerif4-SemiBold.ttf"),
    ),
    (
        "sans",
        include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf"),
    ),
    (
        "sans semibold",
        include_bytes!("../../assets/fonts/SourceSans3-SemiBold.ttf"),
    ),
];

/// The faces of the names of countries: spaced capitals, drawn once a size. Of other text every letter
/// is drawn for four places between two pixels, which such names do not need; they come in so many
/// sizes that this is most of the letters there are.
const OF_COUNTRIES: [(&str, &str); 2] = [
    ("countries", "serif"),
    ("countries in focus", "serif semibold"),
];

/// A file, as those who read fonts take it.
type FontFile = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// The files of the faces, for what draws words without egui: ours first, then those egui falls back
/// on, in its order.
pub(crate) fn files() -> Vec<FontFile> {
    let own = FILES.map(|(_, bytes)| Arc::new(bytes) as FontFile);
    let fallback = FontDefinitions::default();
    let names = fallback.families.get(&FontFamily::Proportional);
    let names = names.into_iter().flatten();
    let others = names.filter_map(|name| fallback.font_data.get(name));
    own.into_iter()
        .chain(others.map(|data| Arc::clone(&data.font)))
        .collect()
}

/// For names of countries.
pub fn countries() -> FontFamily {
    FontFamily::Name("countries".into())
}

/// For names of the countries that the story is about.
pub fn countries_in_focus() -> FontFamily {
    FontFamily::Name("countries in focus".into())
}

/// For reading.
pub fn serif() -> FontFamily {
    FontFamily::Name("serif".into())
}

/// For names of seas, and for asides.
pub fn serif_italic() -> FontFamily {
    FontFamily::Name("serif italic".into())
}

/// For titles.
pub fn serif_semibold() -> FontFamily {
    FontFamily::Name("serif semibold".into())
}

/// For the interface, and for names of cities.
pub fn sans() -> FontFamily {
    FontFamily::Proportional
}

/// For what stands out in the interface.
pub fn sans_semibold() -> FontFamily {
    FontFamily::Name("sans semibold".into())
}

/// Registers the faces. Call it before the first frame: egui panics on a family it does not know.
pub fn install(context: &egui::Context) {
    context.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let of_countries = OF_COUNTRIES.into_iter().filter_map(|(name, face)| {
        let (_, bytes) = FILES.into_iter().find(|(other, _)| *other == face)?;
        let tweak = FontTweak {
            subpixel_binning: Some(false),
            ..FontTweak::default()
        };
        Some((name, FontData::from_static(bytes).tweak(tweak)))
    });
    let faces = FILES.map(|(name, bytes)| (name, FontData::from_static(bytes)));
    for (name, data) in faces.into_iter().chain(of_countries) {
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
        let family = if name == "sans" {
            FontFamily::Proportional
        } else {
            FontFamily::Name(name.into())
        };
        // The sans has arrows and marks that the serif lacks; egui's own fonts come last.
        let mut faces = vec![name.to_owned()];
        if name != "sans" {
            faces.push("sans".to_owned());
        }
        faces.extend(fallback.iter().cloned());
        fonts.families.insert(family, faces);
    }
    fonts
}

#[cfg(test)]
mod tests {
    use egui::FontId;

    use super::*;

    #[test]
    fn every_face_has_what_the_names_of_six_countries_and_the_interface_need() {
        let context = egui::Context::default();
        install(&context);
        let letters = "Ashgabat Türkmenabat Mazār-e Sharīf Gīlgit Россия Ёлка ¶→←↔·–—…“”’×ə©";
        let mut output = context.run_ui(egui::RawInput::default(), |ui| {
            for family in [
                serif(),
                countries(),
                countries_in_focus(),
                serif_italic(),
                serif_semibold(),
                sans(),
                sans_semibold(),
            ] {
                let font = FontId::new(14.0, family);
                ui.fonts_mut(|fonts| {
                    for letter in letters.chars() {
                        assert!(fonts.has_glyph(&font, letter), "{font:?} lacks {letter}");
                    }
                });
            }
        });
        output.textures_delta.clear();
    }
}
