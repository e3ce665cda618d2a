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
    text: String,
    /// Whether the field has the keyboard.
    has_begun: bool,
}

impl Naming {
    pub(super) fn of(at: usize, title: &str) -> Self {
        Self {
            at,
            text: title.to_owned(),
            has_begun: false,
        }
    }

    pub(super) fn is_of(&self, at: usize) -> bool {
        self.at == at
    }
}

/// The field. Enter, or a click elsewhere, gives the scene the title; Escape does not.
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
    let id = Id::unique("title of a scene of the strip");
    let field = TextEdit::singleline(&mut naming.text)
        .id(id)
        .char_limit(LONGEST_TITLE)
        .font(FontId::new(context.theme.sizes.small, fonts::sans()))
        .margin(Margin::symmetric(3, 1));
    let response = ui.put(place, field);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(format!("Title of scene {}", naming.at + 1));
    });
    if !naming.has_begun {
        naming.has_begun = true;
        response.request_focus();
        choose_all(ui, id, &naming.text);
    } else if !response.has_focus() {
        let is_given_up = ui.input(|input| input.key_pressed(Key::Escape));
        let title = naming.text.trim();
        if !is_given_up && !title.is_empty() {
            let (at, title) = (naming.at, title.to_owned());
            outbox.push(Command::EditScenes(SceneEdit::Rename { at, title }));
        }
        let is_by_key = is_given_up || ui.input(|input| input.key_pressed(Key::Enter));
        if is_by_key {
            focus(ui, strip, naming.at);
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
