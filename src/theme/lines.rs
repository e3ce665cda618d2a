//! How the map's lines look: ground lines by kind, feature lines by overlay, status and basis.

use egui::Color32;

use super::palette::{Arrow, Dash, Theme};
use crate::world::{
    Basis, Confidence, Direction, Feature, FeatureKind, Geometry, OverlayStyle, Status,
};

/// A line's colour, width in points and dash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineLook {
    pub color: Color32,
    pub width: f32,
    pub dash: Dash,
}

/// A feature's line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeatureLook {
    pub line: LineLook,
    pub arrow: Arrow,
    /// Drawn as two thin lines with ground between them: from outside the article.
    pub core: Option<f32>,
    /// Small signs along the line.
    pub marks: Marks,
    pub ends: Ends,
    pub way: Way,
}

/// Small signs set along a line: what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marks {
    None,
    /// Crosses: war.
    Crosses,
    /// Bars across the line: against each other.
    Bars,
    /// A question mark in the middle: not known, not announced.
    Question,
    /// Two rings linked: allied.
    Link,
    /// A plus: one backs the other.
    Plus,
    /// A tick: one recognises the other.
    Tick,
    /// Three dots: talks.
    Talks,
    /// Two points towards each other: growing closer.
    Closer,
    /// An open ring: an interest.
    Ring,
    /// Small triangles: militancy.
    Spikes,
    /// Joints: a pipeline.
    Joints,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ends {
    Open,
    /// With a bar: it is over.
    Barred,
}

/// How well the way of a line is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// As exactly as it is drawn.
    Sharp,
    /// It goes about there: drawn in a soft band.
    Schematic,
    /// After another source, by a few towns: it turns into a soft band where one looks closer.
    Rough,
}

const PROPOSED: Dash = &[9.0, 5.0];
const PARTLY_BUILT: Dash = &[16.0, 3.0, 3.0, 3.0];
const SUSPECTED: Dash = &[2.0, 4.5];

/// What is over is drawn so much thinner.
const ENDED_WIDTH: f32 = 0.62;

impl Theme {
    pub fn coast(&self) -> LineLook {
        LineLook {
            color: self.map.coast,
            width: 0.9,
            dash: &[],
        }
    }

    pub fn river(&self) -> LineLook {
        LineLook {
            color: self.map.river,
            width: 0.9,
            dash: &[],
        }
    }

    pub fn border(&self) -> LineLook {
        LineLook {
            color: self.map.border,
            width: 0.9,
            dash: &[],
        }
    }

    pub fn focus_border(&self) -> LineLook {
        LineLook {
            color: self.map.focus_border,
            width: 1.4,
            dash: &[],
        }
    }

    pub fn line_of_control(&self) -> LineLook {
        LineLook {
            color: self.map.focus_border,
            width: 1.9,
            dash: &[5.0, 3.0],
        }
    }

    pub fn disputed_line(&self) -> LineLook {
        LineLook {
            color: self.map.disputed,
            width: 1.2,
            dash: &[4.0, 3.0],
        }
    }

    pub fn claim_line(&self) -> LineLook {
        LineLook {
            color: self.map.disputed,
            width: 0.8,
            dash: &[1.5, 2.5],
        }
    }

    /// Meridians and parallels: there for who looks for them.
    pub fn graticule(&self) -> LineLook {
        LineLook {
            color: self.map.sea_label.gamma_multiply(0.32),
            width: 0.8,
            dash: &[],
        }
    }

    /// What one measures, told from anything the story draws by being no colour of its own.
    pub fn measured_line(&self) -> LineLook {
        LineLook {
            color: self.ui.text,
            width: 1.8,
            dash: &[],
        }
    }

    /// Land on the overview map, a step away from its sea.
    pub fn overview_land(&self) -> Color32 {
        self.map.sea.lerp_to_gamma(self.map.country_label, 0.45)
    }

    /// How a feature of an overlay of that style looks: it points where the article says it goes.
    pub fn of_feature(&self, style: OverlayStyle, feature: &Feature) -> FeatureLook {
        let mut look = self.feature(style, Some(feature.kind), feature.status, feature.basis);
        look.arrow = match (feature.direction, look.arrow) {
            (Direction::None, _) => Arrow::None,
            (Direction::Both, _) => Arrow::Both,
            (Direction::Forward, Arrow::Along) => Arrow::Along,
            (Direction::Forward, _) => Arrow::End,
        };
        let is_line = matches!(feature.geometry, Geometry::Lines(_));
        if look.way == Way::Rough && (!is_line || feature.confidence == Confidence::High) {
            look.way = Way::Sharp;
        }
        if feature.is_afterwards {
            look = self.afterwards(look);
        }
        look
    }

    /// The look of what has happened since: hollow like all that is not in the article, in a
    /// colour that no overlay has, so that it is never taken for the article's time.
    fn afterwards(&self, look: FeatureLook) -> FeatureLook {
        FeatureLook {
            line: LineLook {
                color: self.map.afterwards,
                ..look.line
            },
            ..look
        }
    }

    /// How a kind of feature of an overlay looks: the overlay gives colour, width and arrow, the
    /// status the dash and the ends, the kind its signs; what is from outside the article is drawn
    /// hollow, and a way that is ours lies in a soft band. The overlay itself, which has no kind,
    /// looks as most of its features do.
    pub fn feature(
        &self,
        style: OverlayStyle,
        kind: Option<FeatureKind>,
        status: Status,
        basis: Basis,
    ) -> FeatureLook {
        let overlay = self.overlay(style);
        let dash: Dash = match status {
            Status::Proposed => PROPOSED,
            Status::PartlyBuilt => PARTLY_BUILT,
            Status::Suspected | Status::Unannounced => SUSPECTED,
            Status::InForce | Status::Ended => &[],
        };
        let (ends, part) = match status {
            Status::Ended => (Ends::Barred, ENDED_WIDTH),
            _ => (Ends::Open, 1.0),
        };
        let is_outside = basis == Basis::Outside;
        let width = if is_outside {
            // Room for the ground between its two lines.
            (overlay.width * part).max(2.4) + 0.8
        } else {
            overlay.width * part
        };
        FeatureLook {
            line: LineLook {
                color: overlay.color,
                width,
                dash,
            },
            arrow: overlay.has_arrow,
            core: is_outside.then_some(width * 0.42),
            marks: match status {
                Status::Unannounced => Marks::Question,
                _ => marks_of(style, kind),
            },
            ends,
            way: match basis {
                Basis::Stated => Way::Sharp,
                Basis::Schematic => Way::Schematic,
                Basis::Outside => Way::Rough,
            },
        }
    }
}

/// The signs of a kind; those of the overlay where the kind has none of its own.
fn marks_of(style: OverlayStyle, kind: Option<FeatureKind>) -> Marks {
    match (kind, style) {
        (Some(FeatureKind::Backed), _) => Marks::Plus,
        (Some(FeatureKind::Opposed), _) => Marks::Bars,
        (Some(FeatureKind::Recognised), _) => Marks::Tick,
        (Some(FeatureKind::Thaw), _) => Marks::Closer,
        (Some(FeatureKind::Talks), _) => Marks::Talks,
        (Some(FeatureKind::Interest), OverlayStyle::Diplomacy) => Marks::Ring,
        (Some(FeatureKind::Allied), _) | (_, OverlayStyle::Alliances) => Marks::Link,
        // Forces in a country are no war between the two.
        (Some(FeatureKind::Presence), OverlayStyle::Wars)
        | (_, OverlayStyle::Arms | OverlayStyle::DrugRoutes) => Marks::None,
        (_, OverlayStyle::Wars) => Marks::Crosses,
        (_, OverlayStyle::Militancy) => Marks::Spikes,
        (_, OverlayStyle::Pipelines) => Marks::Joints,
        (_, OverlayStyle::Diplomacy) => Marks::Talks,
    }
}
