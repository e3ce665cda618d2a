//! What stands under the map of a sheet: whose view of borders it is, what is not known exactly, and
//! where all of it is from.

use std::fmt::Write as _;

use egui::{Align, FontId, Sense, Ui, text::LayoutJob, vec2};

use super::UiContext;
use crate::atlas::Atlas;
use crate::session::{Background, Session};
use crate::theme::{Theme, ThemeKind, fonts};
use crate::world::{Basis, Stage, World};

/// Smaller than the legend: to be read on paper, not from the last row.
const SIZE_PART: f32 = 0.66;

/// What a sheet says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetNotes {
    /// Whose view of borders it is, and what is not known exactly: a paragraph each.
    pub notes: Vec<String>,
    /// Where all of it is from.
    pub source: String,
}

impl SheetNotes {
    /// Those of a map without hills.
    pub fn of_map(atlas: &Atlas, world: &World, stage: &Stage) -> Self {
        let stage = Stage {
            background: Background::None,
            ..stage.clone()
        };
        Self::of(UiContext {
            atlas,
            world,
            session: &Session::of_map(stage, world),
            theme: &Theme::new(ThemeKind::Light),
        })
    }

    fn of(context: UiContext<'_>) -> Self {
        let UiContext { world, session, .. } = context;
        let worldview = session.stage.worldview;
        let mut borders = format!("Borders: {} view. {}.", worldview.name(), worldview.basis());
        if let Some(note) = worldview.note() {
            let _ = write!(borders, " {note}.");
        }
        let of_map = world.map_date_note().map(str::to_owned);
        let mut notes: Vec<String> = of_map.into_iter().chain([borders]).collect();
        let is_drawn = |basis: Basis| {
            let features = session.on_show.features().iter();
            let mut features = features.filter_map(|&id| world.features.get(id));
            features.any(|feature| feature.basis == basis)
        };
        for (basis, words) in [(Basis::Schematic, SCHEMATIC), (Basis::Outside, OUTSIDE)] {
            if is_drawn(basis) {
                notes.push(words.to_owned());
            }
        }
        let mut source = match world.article.citation().as_str() {
            "" => String::new(),
            citation => format!("Source: {citation}. "),
        };
        source.push_str(GROUND);
        if session.stage.background == Background::Relief {
            source.push_str(HILLS);
        }
        source.push('.');
        Self { notes, source }
    }

    fn lines(self) -> impl Iterator<Item = String> {
        self.notes.into_iter().chain([self.source])
    }
}

const SCHEMATIC: &str = "Soft lines are schematic: the article names their ends, the way is ours.";
const OUTSIDE: &str = "Hollow lines are not in the article; their sources are named in the story.";
const GROUND: &str =
    "Map: Passage. Land and water after Natural Earth, places \u{00a9} GeoNames (CC BY 4.0)";
const HILLS: &str = ", relief after SRTM (NASA)";

/// How high the notes are at a width.
pub(super) fn notes_px(ui: &Ui, context: UiContext<'_>, width_px: f32) -> f32 {
    let set = |line: String| ui.painter().layout_job(job(context, line, width_px));
    let lines = SheetNotes::of(context).lines();
    lines.map(|line| set(line).size().y).sum()
}

pub(super) fn notes_ui(ui: &mut Ui, context: UiContext<'_>) {
    let width_px = ui.available_width();
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    for line in SheetNotes::of(context).lines() {
        let galley = ui.painter().layout_job(job(context, line, width_px));
        let (place, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter()
            .galley(place.min, galley, context.theme.ui.muted);
    }
}

fn job(context: UiContext<'_>, words: String, width_px: f32) -> LayoutJob {
    let theme = context.theme;
    let font = FontId::new(theme.sizes.small * SIZE_PART, fonts::sans());
    let mut job = LayoutJob::simple(words, font, theme.ui.muted, width_px);
    job.halign = Align::LEFT;
    job
}
