//! By what a mention names what it means.

use egui::Ui;

use super::super::meaning_row::{press_row, reach_ui};
use super::super::parts::rule;
use super::super::words::{naming_words, with_capital};
use super::super::{Outbox, UiContext};
use crate::session::{Command, CorrectCommand, Correcting, MentionEdit};
use crate::theme::measures::GRID;
use crate::world::MentionKind;

pub(super) fn kinds_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (hand, is_new): (&Correcting, bool),
    outbox: &mut Outbox,
) {
    let Some(at) = hand.at() else {
        return;
    };
    let Some(mention) = context.world.mention(at) else {
        return;
    };
    let reach = hand.reach;
    for kind in MentionKind::ALL {
        let is_own = kind == mention.kind;
        let words = with_capital(naming_words(kind));
        let more = if is_own {
            "as it is".to_owned()
        } else {
            format!("such as {}", example(kind))
        };
        let response = press_row(ui, context.theme, (&words, &more));
        if is_own && is_new {
            response.request_focus();
        }
        if response.on_hover_text(about(kind)).clicked() {
            let edit = MentionEdit::SetKind { at, kind, reach };
            outbox.push(Command::EditMentions(edit));
        }
    }
    if hand.others > 0 {
        ui.add_space(GRID);
        rule(ui, context.theme);
    }
    if reach_ui(ui, context.theme, reach, hand.others) {
        outbox.push(Command::Correct(CorrectCommand::ToggleReach));
    }
}

/// Words of that kind, for Pakistan and what else there is.
fn example(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Direct => "Pakistan",
        MentionKind::Demonym => "Pakistani",
        MentionKind::Metonym => "Islamabad",
        MentionKind::Historical => "Soviet Union",
        MentionKind::PartOfName => "Bank of Georgia",
        MentionKind::Described => "the pipeline",
    }
}

/// What follows from it.
fn about(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Direct => "The words are its name",
        MentionKind::Demonym => "The words are of its people, or of that country",
        MentionKind::Metonym => "The city stands for the government: a dashed line beneath",
        MentionKind::Historical => "A state that is no more: a dashed line beneath",
        MentionKind::PartOfName => {
            "A country in another name is not counted as named: a dotted line beneath"
        }
        MentionKind::Described => "The words say what it is, without its name",
    }
}
