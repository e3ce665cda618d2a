//! Colours as other eyes see them.
//!
//! In: one colour or image, and how it looks to somebody who lacks a kind of cone, or on paper
//! without colour. Out: which colours a theme has (see `palette`), and who asks for a preview.
#![expect(clippy::disallowed_methods, reason = "this is where colours live")]

use egui::{Color32, ColorImage, Rgba};

/// The eyes a picture is seen with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sight {
    /// All three kinds of cones.
    #[default]
    Full,
    /// Without the cones for middle wavelengths: red and green alike, the commonest kind.
    Deuteranopia,
    /// Without the cones for long wavelengths: red and green alike, and red dark.
    Protanopia,
    /// Without the cones for short wavelengths: blue and green alike; rare.
    Tritanopia,
    /// By lightness alone, as a black and white printer has it.
    Greyscale,
}

type Matrix = [[f32; 3]; 3];

/// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: "A physiologically-based model for
/// simulation of color vision deficiency", IEEE Transactions on Visualization and Computer
/// Graphics 15 (6), 2009; the matrices of severity 1.0, for linear light.
const DEUTERANOPIA: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const PROTANOPIA: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const TRITANOPIA: Matrix = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

/// Relative luminance of sRGB's primaries (IEC 61966-2-1), in each channel.
const GREYSCALE: Matrix = [[0.2126, 0.7152, 0.0722]; 3];

impl Sight {
    pub const ALL: [Self; 5] = [
        Self::Full,
        Self::Deuteranopia,
        Self::Protanopia,
        Self::Tritanopia,
        Self::Greyscale,
    ];

    fn matrix(self) -> Option<&'static Matrix> {
        match self {
            Self::Full => None,
            Self::Deuteranopia => Some(&DEUTERANOPIA),
            Self::Protanopia => Some(&PROTANOPIA),
            Self::Tritanopia => Some(&TRITANOPIA),
            Self::Greyscale => Some(&GREYSCALE),
        }
    }

    /// How a colour looks; its opacity stays.
    pub fn seen(self, color: Color32) -> Color32 {
        let Some(matrix) = self.matrix() else {
            return color;
        };
        let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
        let [red, green, blue, _] = Rgba::from(Color32::from_rgb(red, green, blue)).to_array();
        let [red, green, blue] =
            matrix.map(|[r, g, b]| (r * red + g * green + b * blue).clamp(0.0, 1.0));
        let [red, green, blue, _] = Rgba::from_rgb(red, green, blue).to_srgba_unmultiplied();
        Color32::from_rgba_unmultiplied(red, green, blue, alpha)
    }

    /// How a picture looks: for textures that are not made from a theme's colours.
    pub fn seen_image(self, mut image: ColorImage) -> ColorImage {
        if self != Self::Full {
            for pixel in &mut image.pixels {
                *pixel = self.seen(*pixel);
            }
        }
        image
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: Color32 = Color32::from_rgb(0xd0, 0x20, 0x20);

    #[test]
    fn greys_look_the_same_to_every_eye() {
        for sight in Sight::ALL {
            for level in [0_u8, 1, 77, 128, 254, 255] {
                let parts = sight.seen(Color32::from_gray(level)).to_array();
                let off = |part: u8| part.abs_diff(level);
                assert!(parts[..3].iter().all(|&part| off(part) <= 1), "{parts:?}");
            }
        }
    }

    #[test]
    fn a_red_is_dark_without_long_wavelengths_and_grey_on_paper_without_colour() {
        assert_eq!(Sight::Full.seen(RED), RED);
        let [red, green, ..] = Sight::Protanopia.seen(RED).to_array();
        assert!(red < 0x70 && green < 0x70, "{red} {green}");
        let [red, green, blue, _] = Sight::Greyscale.seen(RED).to_array();
        assert!(red == green && green == blue);
    }

    #[test]
    fn what_is_seen_through_stays_so() {
        for sight in Sight::ALL {
            assert_eq!(sight.seen(Color32::TRANSPARENT), Color32::TRANSPARENT);
            assert_eq!(
                sight.seen(RED.gamma_multiply(0.5)).a(),
                RED.gamma_multiply(0.5).a()
            );
        }
    }

    #[test]
    fn an_image_is_seen_pixel_by_pixel() {
        let image = ColorImage::filled([2, 2], RED);
        let seen = Sight::Tritanopia.seen_image(image.clone());
        assert!(
            seen.pixels
                .iter()
                .all(|&pixel| pixel == Sight::Tritanopia.seen(RED))
        );
        assert_eq!(Sight::Full.seen_image(image.clone()), image);
    }
}
