//! From what is on show and where the camera looks to a list of shapes and placed labels.
//!
//! In: pure geometry in map space, made once per projection, and per view the placement of
//! labels and the answer to "what is under the pointer". The screen paints from this, and so can
//! any other painter.
//! Out: `egui::Ui`, and how a thing gets onto a GPU (see `ui::map`).

mod board;
mod border_pick;
mod chunk;
mod city_names;
mod clip;
mod corridor;
mod country_names;
mod curve;
mod distance;
mod drawing;
mod drawn;
mod fading;
mod fan;
mod form;
mod furniture;
mod graticule;
mod ground;
mod hatch;
mod labels;
mod land_names;
mod lanes;
mod line_grid;
mod nearby;
mod overlay;
mod pick;
mod placement;
mod relief;
mod room;
mod sea_names;
mod silhouette;
mod stripes;
mod tessellate;
mod thinning;
mod view;
mod waypoints;

pub use border_pick::{BorderPicker, PickedLine};
pub use chunk::{Chunk, ChunkLine, FillMesh, line_band};
pub use clip::{clipped_ring, thinned_points};
pub use country_names::OwnerAt;
pub use distance::{distance_words, rough_distance_words};
pub use drawing::{
    Drawing, DrawingGroup, DrawingLayer, DrawnPlace, Face, ImageMark, Mark, PathMark, Pen, TextMark,
};
pub use drawn::{DrawnShapes, Shown, zoom_band, zoom_of};
pub use fading::{Change, Fading, Sheet};
pub use form::FeatureForm;
pub use furniture::{ScaleBar, ScaleUnit, scale_bar};
pub use graticule::{Circle, GraticuleKey, GraticuleLine};
pub use ground::{FillRole, Ground, GroundKey, LineRole, project_rings};
pub use hatch::{hatch_lines, hatch_octave};
pub use labels::{
    LabelKind, LabelSource, LabelStyle, Lines, Setting, TextMeasure, label_sources, move_label,
};
pub use line_grid::LineGrid;
pub use nearby::FeatureIndex;
pub use overlay::{FeaturePath, FeatureShape, OverlayShapes};
pub use pick::{PICK_RADIUS_PX, Picker};
pub use placement::{Obstacles, PlacedLabel, place_labels};
pub use relief::{ReliefNet, ReliefPicture, ReliefPixels};
pub use room::{Anchor, Room};
pub use silhouette::silhouette;
pub use stripes::{Turn, hatch_stripes};
pub use thinning::Thinning;
pub use view::View;
