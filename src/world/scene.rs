//! The steps of a briefing, as a story holds them.

use super::{Feature, Id, Stage};
use crate::geography::{GeoBounds, LonLat};

/// One step of a briefing: what is on show and from where, and what the speaker wants to say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub title: String,
    /// What is on show when all of it has appeared.
    pub stage: Stage,
    pub view: SceneView,
    /// Features that are not there at first and then appear one by one, in this order.
    pub builds: Vec<Id<Feature>>,
    /// For the one who speaks.
    pub notes: String,
}

/// What the map frames.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum SceneView {
    /// The story's opening view.
    #[default]
    Opening,
    /// A box, with some air around it.
    Frame(GeoBounds),
    /// At least so much of the land around a point, in true metres there: what was in sight in a
    /// window of some other shape.
    Region {
        center: LonLat,
        width_m: f64,
        height_m: f64,
    },
}

/// No view is wider or higher than this: twice around the Earth.
pub const WIDEST_VIEW_M: f64 = 80_000e3;

impl SceneView {
    /// A stretch of land with as many digits as say something, which is what a file then holds: to
    /// the metre, and as far as a degree has metres. The opening view where there is no such stretch.
    pub fn region(center: LonLat, width_m: f64, height_m: f64) -> Self {
        let meters = |side_m: f64| side_m.min(WIDEST_VIEW_M).round() / 1e3 * 1e3;
        let (width_m, height_m) = (meters(width_m), meters(height_m));
        let degrees = |value: f64| (value * 1e5).round() / 1e5;
        let center = LonLat::new(degrees(center.lon_deg), degrees(center.lat_deg));
        // Not a number is no size either.
        if width_m > 0.0 && height_m > 0.0 {
            Self::Region {
                center,
                width_m,
                height_m,
            }
        } else {
            Self::Opening
        }
    }
}

impl Scene {
    /// What is on show once so many of its builds have appeared.
    pub fn stage_at(&self, step: usize) -> Stage {
        let yet_to_come = self.builds.iter().skip(step);
        Stage {
            withheld: yet_to_come.copied().collect(),
            ..self.stage.clone()
        }
    }
}
