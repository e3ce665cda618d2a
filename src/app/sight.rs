//! From the preview that was chosen to the eyes the theme is seen with.

use crate::session::ColorVision;
use crate::theme::Sight;

/// The eyes a preview asks for.
pub(super) fn sight_of(vision: ColorVision) -> Sight {
    match vision {
        ColorVision::Full => Sight::Full,
        ColorVision::Deuteranopia => Sight::Deuteranopia,
        ColorVision::Protanopia => Sight::Protanopia,
        ColorVision::Tritanopia => Sight::Tritanopia,
        ColorVision::Greyscale => Sight::Greyscale,
    }
}
