//! What a mention is taken for, and what can be done about it.

use egui::{Response, Ui};

use super::super::meaning_row::{press_row, reach_ui};
use super::super::parts::{muted, rule};
use super::super::words::naming_words;
use super::super::{Outbox, UiContext};
use crate::session::{Command, CorrectCommand, Correcting, MentionEdit};
use crate::theme::measures::GRID;
use crate::world::{Mention, MentionAt, Reading};

pub(super) fn choices_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (hand, is_new): (&Correcting, bool),
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let Some(at) = hand.at() else {
        return;
    };
    let Some(mention) = world.mention(at) else {
        return;
    };
    facts_ui(ui, context, mention);
    rule(ui, theme);
    ui.add_space(GRID);
    let mut first = rows_ui(ui, context, hand, (at, mention), outbox);
    if is_new && let Some(first) = first.take() {
        first.request_focus();
    }
    if hand.others > 0 {
        ui.add_space(GRID);
        rule(ui, theme);
    }
    if reach_ui(ui, theme, hand.reach, hand.others) {
        outbox.push(Command::Correct(CorrectCommand::ToggleReach));
    }
}

/// What it is taken for, by what, and how surely.
fn facts_ui(ui: &mut Ui, context: UiContext<'_>, mention: &Mention) {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    ui.horizontal(|ui| {
        ui.add_space(2.0 * GRID);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = GRID / 2.0;
            let reading = world.reading_words(atlas, Reading::Subject(mention.subject));
            ui.add(egui::Label::new(reading).truncate());
            let by = naming_words(mention.kind);
            let percent = mention.confidence_percent;
            let words = if percent == 100 && !mention.is_unsure() {
                format!("{by} \u{00b7} sure")
            } else {
                format!("{by} \u{00b7} {percent} of 100 sure")
            };
            ui.label(muted(theme, words));
        });
    });
    ui.add_space(2.0 * GRID);
}

/// What can be done. Returns the first of it, which gets the keyboard.
fn rows_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    hand: &Correcting,
    (at, mention): (MentionAt, &Mention),
    outbox: &mut Outbox,
) -> Option<Response> {
    let UiContext { world, atlas, .. } = context;
    let reach = hand.reach;
    let own = world.reading_words(atlas, Reading::Subject(mention.subject));
    let mut rows: Vec<ChoiceRow> = Vec::new();
    if mention.is_unsure() || mention.confidence_percent < 100 {
        let about = "The words mean what they are taken for";
        let edit = MentionEdit::Confirm { at, reach };
        rows.push((
            "Confirm".to_owned(),
            own,
            about,
            Command::EditMentions(edit),
        ));
    }
    for reading in mention.readings().skip(1) {
        if let Reading::Subject(_) = reading {
            let to = reading.into();
            let edit = MentionEdit::Change { at, to, reach };
            let words = world.reading_words(atlas, reading);
            let about = "The words mean this instead";
            rows.push((
                words,
                "instead".to_owned(),
                about,
                Command::EditMentions(edit),
            ));
        }
    }
    let about = "Choose from all there is on the map, or something new";
    let command = Command::Correct(CorrectCommand::FindMeaning);
    rows.push(("Change\u{2026}".to_owned(), String::new(), about, command));
    let about =
        "By what the words name it: its name, its people, its seat of government, a former name";
    let command = Command::Correct(CorrectCommand::ChooseKind);
    rows.push((
        "Kind of mention\u{2026}".to_owned(),
        String::new(),
        about,
        command,
    ));
    let about = "The words are words like any other";
    let edit = Command::EditMentions(MentionEdit::Remove { at, reach });
    rows.push((
        "Remove".to_owned(),
        "nothing on the map".to_owned(),
        about,
        edit,
    ));
    press_rows(ui, context, rows, outbox)
}

/// Words, what is said of them at the right, what is said while they are pointed at, and what they do.
type ChoiceRow = (String, String, &'static str, Command);

fn press_rows(
    ui: &mut Ui,
    context: UiContext<'_>,
    rows: Vec<ChoiceRow>,
    outbox: &mut Outbox,
) -> Option<Response> {
    let mut first = None;
    for (words, more, about, command) in rows {
        let response = press_row(ui, context.theme, (&words, &more)).on_hover_text(about);
        if response.clicked() {
            outbox.push(command);
        }
        first.get_or_insert(response);
    }
    first
}
