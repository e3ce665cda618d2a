//! How the map's lines look: ground lines by kind, feature lines by overlay, status and basis.

use egui::Color32;

use super::palette::{Arrow, Dash, Theme};
use crate::world::{Basis, Direction, Feature, FeatureKind, OverlayStyle, Status};

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
    /// The overlay's own sign, set along the line.
    pub sign: Sign,
    pub marks: Marks,
}

/// The sign of an overlay, which tells it from the others without colour: dashes say how sure a
/// feature is and arrows which way it goes, so neither is an overlay's alone. Only alliances are
/// plain lines, and drug routes have arrows all along instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    None,
    /// Arms.
    Diamonds,
    /// War.
    Crosses,
    /// Forces in a country, which are no war between the two.
    Squares,
    /// Militancy.
    Teeth,
    /// Pipelines.
    Discs,
    /// Diplomacy.
    Rings,
    /// A drug route that says of no direction.
    Ticks,
}

/// What a line says beside its overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marks {
    None,
    /// Bars across the line: against each other.
    Bars,
    /// A question mark in the middle: not known, not announced.
    Question,
}

/// Wide gaps: what is in force has small ones, or none.
const PROPOSED: Dash = &[8.0, 6.0];
const PARTLY_BUILT: Dash = &[16.0, 4.0, 3.0, 4.0];
const SUSPECTED: Dash = &[2.0, 5.0];

/// What is from outside the article is hollow: its core is so much of its width. What has happened
/// since is nearly all core.
const OUTSIDE_CORE: f32 = 0.42;
const AFTERWARDS_CORE: f32 = 0.62;

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

    /// How a feature of an overlay of that style looks.
    pub fn of_feature(&self, style: OverlayStyle, feature: &Feature) -> FeatureLook {
        let look = self.feature(style, Some(feature.kind), feature.status, feature.basis);
        let look = look.pointing(feature.direction);
        if feature.is_afterwards {
            self.afterwards(look)
        } else {
            look
        }
    }

    /// The look of what has happened since: hollow like all that is not in the article, in a
    /// colour that no overlay has, so that it is never taken for the article's time.
    fn afterwards(&self, look: FeatureLook) -> FeatureLook {
        FeatureLook {
            line: LineLook {
                color: self.map.afterwards,
                ..look.line
            },
            core: Some(look.line.width * AFTERWARDS_CORE),
            ..look
        }
    }

    /// How a kind of feature of an overlay looks: the overlay gives colour, width, sign and arrow, the status
    /// the dash, the kind its marks, and what is from outside the article is drawn hollow. The
    /// overlay itself, which has no kind, looks as most of its features do.
    pub fn feature(
        &self,
        style: OverlayStyle,
        kind: Option<FeatureKind>,
        status: Status,
        basis: Basis,
    ) -> FeatureLook {
        let overlay = self.overlay(style);
        let dash = match status {
            Status::Proposed => PROPOSED,
            Status::PartlyBuilt => PARTLY_BUILT,
            Status::Suspected | Status::Unannounced => SUSPECTED,
            Status::InForce | Status::Ended => overlay.dash,
        };
        let marks = match (kind, status) {
            (_, Status::Unannounced) => Marks::Question,
            (Some(FeatureKind::Opposed), _) => Marks::Bars,
            _ => Marks::None,
        };
        let is_outside = basis == Basis::Outside;
        let width = if is_outside {
            overlay.width + 0.8
        } else {
            overlay.width
        };
        FeatureLook {
            line: LineLook {
                color: overlay.color,
                width,
                dash,
            },
            arrow: overlay.has_arrow,
            core: is_outside.then_some(width * OUTSIDE_CORE),
            sign: sign_of(style, kind),
            marks,
        }
    }
}

fn sign_of(style: OverlayStyle, kind: Option<FeatureKind>) -> Sign {
    match (style, kind) {
        (OverlayStyle::Alliances | OverlayStyle::DrugRoutes, _) => Sign::None,
        (OverlayStyle::Arms, _) => Sign::Diamonds,
        (OverlayStyle::Wars, None | Some(FeatureKind::Fought)) => Sign::Crosses,
        (OverlayStyle::Wars, _) => Sign::Squares,
        (OverlayStyle::Militancy, _) => Sign::Teeth,
        (OverlayStyle::Pipelines, _) => Sign::Discs,
        (OverlayStyle::Diplomacy, _) => Sign::Rings,
    }
}

impl FeatureLook {
    /// With arrows as the feature has a direction, whether its overlay has arrows or not.
    pub fn pointing(self, direction: Direction) -> Self {
        match (direction, self.arrow) {
            (Direction::None, Arrow::Along) => Self {
                arrow: Arrow::None,
                sign: self.sign_of_place(),
                ..self
            },
            (Direction::None, _) => Self {
                arrow: Arrow::None,
                ..self
            },
            (_, Arrow::None) => Self {
                arrow: Arrow::End,
                ..self
            },
            _ => self,
        }
    }

    /// The sign where there is no line that could have arrows: of a site, and around an area.
    pub fn sign_of_place(self) -> Sign {
        match (self.sign, self.arrow) {
            (Sign::None, Arrow::Along) => Sign::Ticks,
            (sign, _) => sign,
        }
    }
}
