//! "Where does it say that?": the passages behind what is on show, with their paragraph numbers.

use egui::{ScrollArea, Ui};

use crate::session::{Command, Show, ShowCommand};
use crate::theme::measures::GRID;
use crate::ui::parts::{heading, hint, link, muted};
use crate::ui::reader::one_passage_ui;
use crate::ui::{Outbox, ReaderState, UiContext};
use crate::world::{Id, Passage, Stage, Subject, World};

/// The passages behind a stage, worked out when another one comes.
#[derive(Default)]
pub struct Sources {
    of: Option<Stage>,
    passages: Vec<Id<Passage>>,
}

impl Sources {
    fn find(&mut self, world: &World, stage: &Stage) -> &[Id<Passage>] {
        if self.of.as_ref() != Some(stage) {
            self.passages = passages_behind(world, stage);
            self.of = Some(stage.clone());
        }
        &self.passages
    }
}

/// The scene's own passage first, then all others that speak of what it shows.
pub(super) fn sources_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    show: &Show,
    (sources, reader): (&mut Sources, &mut ReaderState),
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let Some(scene) = context.session.briefing.scene(show.scene) else {
        return;
    };
    let passages = sources.find(world, &scene.stage);
    ui.label(heading(theme, "Where the article says it"));
    if passages.is_empty() {
        ui.label(muted(theme, "No passage speaks of what this scene shows."));
        return;
    }
    ScrollArea::vertical()
        .id_salt(("presenter passages", show.scene))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for &id in passages {
                let Some(passage) = world.passages.get(id) else {
                    continue;
                };
                let size_px = theme.sizes.body;
                one_passage_ui(ui, context, reader, (id, size_px), outbox);
                let command = Command::Show(ShowCommand::Answer(id));
                let name = format!("Show paragraph {} to the audience", passage.number);
                let response = link(ui, theme, "Show to the audience", &name);
                let about = hint(
                    "The passage fills the screen; R brings the scene back",
                    &command,
                );
                if response.on_hover_text(about).clicked() {
                    outbox.push(command);
                }
                ui.add_space(GRID);
            }
        });
}

/// Passages about the features a stage shows, or about what it has selected; its own one first.
pub fn passages_behind(world: &World, stage: &Stage) -> Vec<Id<Passage>> {
    let features = world.features.iter().filter(|(_, feature)| {
        stage.overlays.contains(&feature.overlay)
            && stage.tells_of(feature)
            && world.holds_in(feature, stage.era)
    });
    let subjects = features.map(|(id, _)| Subject::Feature(id));
    let subjects = subjects.chain(stage.selection).chain(stage.compare);
    let mut found: Vec<Id<Passage>> = subjects
        .flat_map(|subject| world.links.passages(subject))
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found.retain(|&id| Some(id) != stage.passage);
    stage.passage.into_iter().chain(found).collect()
}
