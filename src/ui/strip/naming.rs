//! Writing a scene's title where it stands.

use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{FontId, Id, Key, Margin, Rect, TextEdit, Ui};

use super::{StripState, focus};
use crate::session::{Command, LONGEST_TITLE, SceneEdit};
use crate::theme::fonts;
use crate::ui::{Outbox, UiContext};

/// A title that is being written.
#[derive(Clone, Debug)]
pub(super) struct Naming {
    at: usize,
    /// What it was before.
    title: String,
    /// Whether the field has the keyboard.
    has_begun: bool,
}

impl Naming {
    pub(super) fn of(at: usize, title: &str) -> Self {
        Self {
            at,
            title: title.to_owned(),
            has_begun: false,
        }
    }

    pub(super) fn is_of(&self, at: usize) -> bool {
        self.at == at
    }
}

/// The field. The scene has each letter at once; Escape gives it its title back.
pub(super) fn naming_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    place: Rect,
    strip: &mut StripState,
    outbox: &mut Outbox,
) {
    let Some(mut naming) = strip.naming.take() else {
        return;
    };
    let at = naming.at;
    let Some(scene) = context.session.briefing.scene(at) else {
        return;
    };
    let mut title = scene.title.clone();
    let id = Id::unique("title of a scene of the strip");
    let field = TextEdit::singleline(&mut title)
        .id(id)
        .char_limit(LONGEST_TITLE)
        .font(FontId::new(context.theme.sizes.small, fonts::sans()))
        .margin(Margin::symmetric(3, 1));
    let response = ui.put(place, field);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(format!("Title of scene {}", at + 1));
    });
    if response.changed() {
        outbox.push(Command::EditScenes(SceneEdit::Rename { at, title }));
    }
    if !naming.has_begun {
        naming.has_begun = true;
        response.request_focus();
        choose_all(ui, id, &scene.title);
    } else if !response.has_focus() {
        let is_given_up = ui.input(|input| input.key_pressed(Key::Escape));
        if is_given_up {
            let title = naming.title;
            outbox.push(Command::EditScenes(SceneEdit::Rename { at, title }));
        }
        if is_given_up || ui.input(|input| input.key_pressed(Key::Enter)) {
            focus(ui, strip, at);
        }
        return;
    }
    strip.naming = Some(naming);
}

/// Chooses all of the text, so that a new title can be typed at once, and forgets what was written in
/// the field before.
fn choose_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::select_all_str(text);
    state.cursor.set_char_range(Some(all));
    state.clear_undoer();
    state.store(ui.ctx(), id);
}
