//! What can be done with a scene: by its menu, and by keys while it has the keyboard.

use egui::{Ui, vec2};

use super::card::Card;
use super::naming::Naming;
use super::{StripState, focus};
use crate::session::{
    Command, Panel, SCENE_KEYS, SceneAct, SceneEdit, ShowCommand, Switch, scene_key_text,
};
use crate::theme::measures::GRID;
use crate::ui::parts::menu_line;
use crate::ui::{Outbox, UiContext};

/// A line that does nothing else than a key does.
type Row = (&'static str, SceneAct);

pub(super) fn card_menu_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    card: &Card<'_>,
    strip: &mut StripState,
    outbox: &mut Outbox,
) {
    ui.set_min_width(46.0 * GRID);
    ui.spacing_mut().item_spacing = vec2(0.0, GRID / 2.0);
    let mut rows = |ui: &mut Ui, outbox: &mut Outbox, rows: &[Row]| {
        for &(name, act) in rows {
            let add = |ui: &mut Ui| menu_line(ui, (name, Switch::Off), scene_key_text(act));
            let response = ui.add_enabled_ui(is_possible(card, act), add).inner;
            if response.clicked() {
                act_on(ui, card, act, strip, outbox);
                ui.close();
            }
        }
    };
    rows(ui, outbox, &[("Present from here", SceneAct::Present)]);
    ui.separator();
    let edit = Command::EditScenes;
    let line = |ui: &mut Ui, name: &str, about: &str| {
        let response = menu_line(ui, (name, Switch::Off), None).on_hover_text(about);
        if response.clicked() {
            ui.close();
        }
        response.clicked()
    };
    let about = "The scene becomes what is on show now; its title and notes stay";
    if line(ui, "Update to this view", about) {
        outbox.push(edit(SceneEdit::Update(card.at)));
    }
    rows(ui, outbox, &[("Rename\u{2026}", SceneAct::Rename)]);
    let about = "Title, notes, and what appears by itself";
    if line(ui, "Notes\u{2026}", about) {
        // The words are written beside what they are about.
        if context.session.briefing.current() != Some(card.at) {
            outbox.push(Command::LookAtScene(card.at));
        }
        if !context.session.panels.notes {
            outbox.push(Command::TogglePanel(Panel::Notes));
        }
    }
    ui.separator();
    let more = [
        ("Duplicate", SceneAct::Duplicate),
        ("Move left", SceneAct::MoveLeft),
        ("Move right", SceneAct::MoveRight),
        ("Delete", SceneAct::Delete),
    ];
    rows(ui, outbox, &more);
}

/// The keys of a scene in a sentence.
pub(in crate::ui) fn scene_keys_words() -> String {
    let keys = SCENE_KEYS.iter();
    let keys: Vec<String> = keys
        .map(|row| format!("{} {}", row.press.text(), row.name))
        .collect();
    format!(
        "On the scene of the strip that has the keyboard, {}.",
        keys.join(", ")
    )
}

/// Whether there is a place to go to.
fn is_possible(card: &Card<'_>, act: SceneAct) -> bool {
    match act {
        SceneAct::MoveLeft | SceneAct::Before => card.at > 0,
        SceneAct::MoveRight | SceneAct::After => card.at + 1 < card.count,
        _ => true,
    }
}

/// Does it, and lets the keyboard go along.
pub(super) fn act_on(
    ui: &Ui,
    card: &Card<'_>,
    act: SceneAct,
    strip: &mut StripState,
    outbox: &mut Outbox,
) {
    if !is_possible(card, act) {
        return;
    }
    let at = card.at;
    let mut edit = |edit: SceneEdit| outbox.push(Command::EditScenes(edit));
    match act {
        SceneAct::Present => outbox.push(Command::Show(ShowCommand::StartAt(at))),
        SceneAct::Rename => {
            strip.naming = Some(Naming::of(at, &card.scene.title));
            strip.sought = Some(at);
        }
        SceneAct::Duplicate => {
            edit(SceneEdit::Duplicate(at));
            focus(ui, strip, at + 1);
        }
        SceneAct::Delete => {
            edit(SceneEdit::Delete(at));
            focus(ui, strip, at.min(card.count.saturating_sub(2)));
        }
        SceneAct::MoveLeft => {
            edit(SceneEdit::Move {
                from: at,
                to: at - 1,
            });
            focus(ui, strip, at - 1);
        }
        SceneAct::MoveRight => {
            edit(SceneEdit::Move {
                from: at,
                to: at + 1,
            });
            focus(ui, strip, at + 1);
        }
        SceneAct::Before => focus(ui, strip, at - 1),
        SceneAct::After => focus(ui, strip, at + 1),
    }
}
