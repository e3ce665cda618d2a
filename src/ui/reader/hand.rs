//! The words in hand: how they are marked, and how the keys choose others.

use std::ops::Range;

use egui::{EventFilter, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::choosing::{Choosing, Words};
use super::layout::rows;
use crate::session::{Command, CorrectCommand, CorrectingPage, WordStep};
use crate::theme::measures::{CORNER, RULE};
use crate::ui::{Outbox, UiContext};

/// What the keys do while words are being chosen by them.
const KEYS: [(Modifiers, Key, CorrectCommand); 10] = [
    (Modifiers::SHIFT, Key::ArrowRight, go(WordStep::More)),
    (Modifiers::SHIFT, Key::ArrowLeft, go(WordStep::Fewer)),
    (Modifiers::NONE, Key::ArrowRight, go(WordStep::Next)),
    (Modifiers::NONE, Key::ArrowLeft, go(WordStep::Previous)),
    (Modifiers::NONE, Key::ArrowDown, go(WordStep::NextPassage)),
    (Modifiers::NONE, Key::ArrowUp, go(WordStep::PreviousPassage)),
    (Modifiers::NONE, Key::Enter, CorrectCommand::FindMeaning),
    (Modifiers::NONE, Key::Space, CorrectCommand::FindMeaning),
    (Modifiers::NONE, Key::G, CorrectCommand::Close),
    (Modifiers::NONE, Key::Escape, CorrectCommand::Close),
];

const fn go(step: WordStep) -> CorrectCommand {
    CorrectCommand::Go(step)
}

/// Marks the words in hand, or those that are asked about, if they are of this paragraph. Call it after
/// all marks of mentions, which would cover them.
pub(super) fn paint_hand(ui: &Ui, context: UiContext<'_>, words: Words<'_>) {
    let id = words.0;
    let session = context.session;
    let hand = session.correcting.as_ref();
    let hand = hand.filter(|hand| hand.passage == id);
    let asked = session.unsure.as_ref().and_then(|walk| walk.words_in(id));
    if let Some(range) = hand.map(|hand| &hand.range).or(asked) {
        paint_words(ui, context, words, range);
    }
}

/// Notes where the words in hand are, if they are of this paragraph, and lets the keys choose others.
pub(super) fn hand_ui(
    ui: &Ui,
    context: UiContext<'_>,
    words: Words<'_>,
    choosing: &mut Choosing,
    outbox: &mut Outbox,
) {
    let (id, passage, galley, origin) = words;
    let hand = context.session.correcting.as_ref();
    let Some(hand) = hand.filter(|hand| hand.passage == id) else {
        return;
    };
    let rows = rows(galley, passage, &hand.range).into_iter();
    let around = rows.map(|(row, _)| row).reduce(Rect::union);
    let Some(rect) = around.map(|around| around.translate(origin.to_vec2())) else {
        return;
    };
    choosing.hand = Some(rect);
    if hand.page != CorrectingPage::Words {
        return;
    }
    let salt = ui.scope_id().with("words chosen by keys");
    let response = ui.interact(rect, salt, Sense::focusable_noninteractive());
    response.widget_info(|| {
        let chosen = passage.words(&hand.range);
        let does = if context.session.lost_in_hand.is_some() {
            "Enter puts the lost link on them"
        } else {
            "Enter says what they mean"
        };
        let words = format!("Chosen: {chosen}. Arrows choose others, {does}");
        WidgetInfo::labeled(Role::Label, true, words)
    });
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    } else {
        response.request_focus();
    }
    for (modifiers, key, command) in KEYS {
        if ui.input_mut(|input| input.consume_key(modifiers, key)) {
            ui.scroll_to_rect(rect, None);
            outbox.push(Command::Correct(command));
        }
    }
}

/// Marks words like chosen text, with a line beneath them.
pub(super) fn paint_words(
    ui: &Ui,
    context: UiContext<'_>,
    (_, passage, galley, origin): Words<'_>,
    range: &Range<usize>,
) {
    let theme = context.theme;
    for (row, _) in rows(galley, passage, range) {
        let ground = row.translate(origin.to_vec2()).expand2(vec2(RULE, -RULE));
        let corner = f32::from(CORNER) - 1.0;
        ui.painter()
            .rect_filled(ground, corner, theme.ui.selected_mark);
        let stroke = Stroke::new(2.0 * RULE, theme.ui.accent);
        ui.painter().hline(ground.x_range(), ground.max.y, stroke);
    }
}
