//! How the map's lines look: ground lines by kind, feature lines by overlay, kind, status and basis.

use egui::Color32;

use super::palette::{Arrow, Dash, Theme, ThemeKind};
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
    /// The overlay's own sign, set along the line.
    pub sign: Sign,
    /// What the line says beside it.
    pub marks: Marks,
    pub ends: Ends,
    pub way: Way,
}

/// The sign of an overlay, which tells it from the others without colour: dashes and ends say how
/// sure a feature is and arrows which way it goes, so neither is an overlay's alone. Only alliances
/// are plain lines, and drug routes have arrows all along instead.
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
    /// A drug route that does not go one way.
    Ticks,
}

/// What a line says beside its overlay, in its middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marks {
    None,
    /// Bars across the line, all along: against each other.
    Bars,
    /// A question mark: not known, not announced.
    Question,
    /// Two rings linked: allied.
    Link,
    /// A plus: one backs the other.
    Plus,
    /// A tick: one recognises the other.
    Tick,
    /// Two points towards each other: growing closer.
    Closer,
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

/// Dashes say the status and nothing else: what is in force has none.
const PROPOSED: Dash = &[8.0, 6.0];
const PARTLY_BUILT: Dash = &[16.0, 4.0, 3.0, 4.0];
const SUSPECTED: Dash = &[2.0, 5.0];

/// What is from outside the article is hollow: its core is so much of its width. What has happened
/// since is nearly all core.
const OUTSIDE_CORE: f32 = 0.42;
const AFTERWARDS_CORE: f32 = 0.62;

/// What is over is drawn so much thinner.
const ENDED_WIDTH: f32 = 0.62;

impl Theme {
    /// A line of the ground, wider where the theme has wider ones.
    fn ground_line(&self, color: Color32, width: f32, dash: Dash) -> LineLook {
        LineLook {
            color,
            width: width * self.kind.widening(),
            dash,
        }
    }

    pub fn coast(&self) -> LineLook {
        self.ground_line(self.map.coast, 0.9, &[])
    }

    pub fn river(&self) -> LineLook {
        self.ground_line(self.map.river, 0.9, &[])
    }

    pub fn border(&self) -> LineLook {
        self.ground_line(self.map.border, 0.9, &[])
    }

    pub fn focus_border(&self) -> LineLook {
        self.ground_line(self.map.focus_border, 1.4, &[])
    }

    pub fn line_of_control(&self) -> LineLook {
        self.ground_line(self.map.focus_border, 1.9, &[5.0, 3.0])
    }

    pub fn disputed_line(&self) -> LineLook {
        self.ground_line(self.map.disputed, 1.2, &[4.0, 3.0])
    }

    pub fn claim_line(&self) -> LineLook {
        self.ground_line(self.map.disputed, 0.8, &[1.5, 2.5])
    }

    /// Meridians and parallels: there for who looks for them.
    pub fn graticule(&self) -> LineLook {
        let strength = match self.kind {
            ThemeKind::Light | ThemeKind::Dark => 0.32,
            ThemeKind::Contrast => 0.5,
        };
        let color = self.map.sea_label.gamma_multiply(strength);
        self.ground_line(color, 0.8, &[])
    }

    /// What one measures, told from anything the story draws by being no colour of its own.
    pub fn measured_line(&self) -> LineLook {
        self.ground_line(self.ui.text, 1.8, &[])
    }

    /// Land on the overview map, a step away from its sea.
    pub fn overview_land(&self) -> Color32 {
        self.map.sea.lerp_to_gamma(self.map.country_label, 0.45)
    }

    /// How a feature of an overlay of that style looks: it points where the article says it goes.
    pub fn of_feature(&self, style: OverlayStyle, feature: &Feature) -> FeatureLook {
        let look = self.feature(style, Some(feature.kind), feature.status, feature.basis);
        let mut look = look.pointing(feature.direction);
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
    pub fn afterwards(&self, look: FeatureLook) -> FeatureLook {
        FeatureLook {
            line: LineLook {
                color: self.map.afterwards,
                ..look.line
            },
            core: Some(look.line.width * AFTERWARDS_CORE),
            ..look
        }
    }

    /// How a kind of feature of an overlay looks: the overlay gives colour, width, sign and arrow,
    /// the status the dash and the ends, the kind its marks; what is from outside the article is
    /// drawn hollow, and a way that is ours lies in a soft band. The overlay itself, which has no
    /// kind, has no marks.
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
            core: is_outside.then_some(width * OUTSIDE_CORE),
            sign: sign_of(style, kind),
            marks: marks_of(kind, status),
            ends,
            way: match basis {
                Basis::Stated => Way::Sharp,
                Basis::Schematic => Way::Schematic,
                Basis::Outside => Way::Rough,
            },
        }
    }
}

fn sign_of(style: OverlayStyle, kind: Option<FeatureKind>) -> Sign {
    match (style, kind) {
        (OverlayStyle::Alliances | OverlayStyle::DrugRoutes, _) => Sign::None,
        (OverlayStyle::Arms, _) => Sign::Diamonds,
        (OverlayStyle::Wars, Some(FeatureKind::Presence)) => Sign::Squares,
        (OverlayStyle::Wars, _) => Sign::Crosses,
        (OverlayStyle::Militancy, _) => Sign::Teeth,
        (OverlayStyle::Pipelines, _) => Sign::Discs,
        (OverlayStyle::Diplomacy, _) => Sign::Rings,
    }
}

fn marks_of(kind: Option<FeatureKind>, status: Status) -> Marks {
    match (kind, status) {
        (_, Status::Unannounced) => Marks::Question,
        (Some(FeatureKind::Allied), _) => Marks::Link,
        (Some(FeatureKind::Backed), _) => Marks::Plus,
        (Some(FeatureKind::Opposed), _) => Marks::Bars,
        (Some(FeatureKind::Recognised), _) => Marks::Tick,
        (Some(FeatureKind::Thaw), _) => Marks::Closer,
        _ => Marks::None,
    }
}

impl FeatureLook {
    /// With arrows as the feature has a direction, whether its overlay has arrows or not.
    pub fn pointing(self, direction: Direction) -> Self {
        let arrow = match (direction, self.arrow) {
            (Direction::None, _) => Arrow::None,
            (Direction::Both, _) => Arrow::Both,
            (Direction::Forward, Arrow::Along) => Arrow::Along,
            (Direction::Forward, _) => Arrow::End,
        };
        let sign = match arrow {
            Arrow::Along => self.sign,
            _ => self.sign_of_place(),
        };
        Self {
            arrow,
            sign,
            ..self
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
