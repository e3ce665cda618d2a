//! Ways that are not known exactly: the nearer one looks, the less of a line they are.
//!
//! In: how strong line and band are at a zoom. Out: whose way is soft (see `lines`).

use egui::Color32;

use super::lines::{FeatureLook, Way};

/// Up to this zoom a soft way is a line in a band, from the second on a band alone: a line over a
/// town's streets would claim to know which one.
const LINE_UP_TO_ZOOM: f64 = 5.5;
const BAND_FROM_ZOOM: f64 = 8.5;

/// How strong the line is in its band from afar: not as a stated one.
const LINE_PART: f32 = 0.82;

/// Half the band's width from afar and from near, in points, and how strong it is.
const HALF_WIDTH: [f32; 2] = [5.5, 16.0];
const STRENGTH: [f32; 2] = [0.26, 0.34];

/// The part of a band's width that no other line should stand on.
const ROOM_PART: f32 = 0.75;

/// The part of the band that is not its soft edge.
const BODY_PART: f32 = 0.45;

/// How strong the middle of a hollow band is, in parts of its body.
const HOLLOW: f32 = 0.3;

/// A soft way at a zoom.
#[derive(Clone, Debug, PartialEq)]
pub struct SoftLook {
    /// How strong the line in it still is, from 0 to 1.
    pub line: f32,
    /// Across the band from its left edge to its right: how far from the middle, in points, and
    /// in which colour there. None where there is no band.
    pub band: Vec<(f32, Color32)>,
}

impl FeatureLook {
    /// How a way that is not known exactly looks at a zoom; none for one that is.
    pub fn soft(&self, zoom: f64) -> Option<SoftLook> {
        let near = ((zoom - LINE_UP_TO_ZOOM) / (BAND_FROM_ZOOM - LINE_UP_TO_ZOOM)).clamp(0.0, 1.0);
        let near = (near * near * (3.0 - 2.0 * near)) as f32;
        let between = |[far, close]: [f32; 2]| far + (close - far) * near;
        let (line, strength, hollow) = match self.way {
            Way::Sharp => return None,
            Way::Schematic => (between([LINE_PART, 0.0]), between(STRENGTH), 1.0),
            // From afar it is a hollow line, as all that is from outside.
            Way::Rough => (1.0 - near, STRENGTH[1] * near, HOLLOW),
        };
        let half = between(HALF_WIDTH);
        let at = |part: f32, strength: f32| (half * part, self.line.color.gamma_multiply(strength));
        let band = if strength > 0.0 {
            vec![
                at(-1.0, 0.0),
                at(-BODY_PART, strength),
                at(0.0, strength * hollow),
                at(BODY_PART, strength),
                at(1.0, 0.0),
            ]
        } else {
            Vec::new()
        };
        Some(SoftLook { line, band })
    }

    /// How much room it takes across at a zoom, in points: its line or its band.
    pub fn room(&self, zoom: f64) -> f32 {
        let band = self.soft(zoom).map_or(Vec::new(), |soft| soft.band);
        let edges = band.iter().map(|&(off, _)| off * 2.0 * ROOM_PART);
        edges.fold(self.line.width, f32::max)
    }
}
