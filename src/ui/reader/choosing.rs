//! Choosing words of a paragraph with the pointer: by a drag over them, a double click, or a click with
//! Shift held.
//!
//! In: which words. Out: what they may mean (see `ui::correcting`), and choosing by keys (see `hand`).

use std::ops::Range;

use egui::text::CCursor;
use egui::{CursorIcon, Galley, PointerButton, Pos2, Rect, Response, Sense, Ui};

use super::hand::paint_words;
use crate::session::{Command, CorrectCommand, Correcting, CorrectingPage};
use crate::ui::{Outbox, UiContext};
use crate::world::{Id, Passage};

/// A paragraph's text where it is drawn.
pub(super) type Words<'a> = (Id<Passage>, &'a Passage, &'a Galley, Pos2);

/// A second press within so many seconds belongs to a double click.
const DOUBLE_SECS: f64 = 0.5;

/// Which panel is open: of these words, and of which page.
type Shown = (Id<Passage>, Range<usize>, bool);

/// What is being chosen, kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choosing {
    /// Where the pointer went down last: a passage, a byte of it, and when. What was under the first
    /// press of a double click may have moved before the second.
    pressed: Option<(Id<Passage>, usize, f64)>,
    /// The passage over whose words the pointer is drawn, and the byte where that began.
    dragged: Option<(Id<Passage>, usize)>,
    /// Where the words in hand are on the screen, in this frame.
    pub(super) hand: Option<Rect>,
    /// What stood before the panel opened that has to get the keyboard back.
    keyboard_of: Option<egui::Id>,
    /// The panel that was shown last.
    shown: Option<Shown>,
    /// The unsure words that were asked about last, and the answer that has the keyboard.
    asked: Option<(Id<Passage>, Range<usize>)>,
    answering: Option<egui::Id>,
}

impl Choosing {
    /// A panel was opened by keys from there.
    pub(super) fn note_keyboard_of(&mut self, id: Option<egui::Id>) {
        self.keyboard_of = id.or(self.keyboard_of);
    }

    /// Where the words in hand are on the screen.
    pub(crate) fn hand(&self) -> Option<Rect> {
        self.hand
    }

    /// Whether the panel has just opened, or turned to its other page: the keyboard goes there.
    pub(crate) fn note_shown(&mut self, hand: &Correcting) -> bool {
        let is_list = hand.page != CorrectingPage::Choices;
        let shown = (hand.passage, hand.range.clone(), is_list);
        let is_new = self.shown.as_ref() != Some(&shown);
        self.shown = Some(shown);
        is_new
    }

    /// No panel is open. What keys have opened it from gets the keyboard back, once.
    pub(crate) fn note_closed(&mut self) -> Option<egui::Id> {
        self.shown.take()?;
        self.hand = None;
        self.keyboard_of.take()
    }

    /// Whether other words are asked about than in the last frame.
    pub(crate) fn note_asked(&mut self, passage: Id<Passage>, range: &Range<usize>) -> bool {
        let asked = Some((passage, range.clone()));
        let is_new = self.asked != asked;
        self.asked = asked;
        is_new
    }

    /// Nothing is asked about.
    pub(crate) fn note_nothing_asked(&mut self) {
        self.asked = None;
    }

    /// The answer that has the keyboard. Returns the one that had it in the last frame.
    pub(crate) fn note_answering(&mut self, answer: Option<egui::Id>) -> Option<egui::Id> {
        std::mem::replace(&mut self.answering, answer)
    }
}

/// Where a finger scrolls, it chooses no words; and in a briefing nobody does.
pub(super) fn sense_of(ui: &Ui, context: UiContext<'_>) -> Sense {
    let may = context.session.show.is_none() && !ui.input(egui::InputState::has_touch_screen);
    if may {
        Sense::CLICK | Sense::DRAG
    } else {
        Sense::hover()
    }
}

/// Chooses words of a paragraph, and marks those that the pointer is drawn over.
pub(super) fn choose_ui(
    ui: &Ui,
    context: UiContext<'_>,
    words: Words<'_>,
    response: &Response,
    choosing: &mut Choosing,
    outbox: &mut Outbox,
) {
    let (id, passage, ..) = words;
    if !response.sense.senses_drag() {
        return;
    }
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Text);
    }
    let now_secs = context.session.now_secs;
    let pointer = ui.input(|input| input.pointer.interact_pos());
    let byte = pointer.map(|at| byte_at(words, at));
    if let Some(byte) = byte
        && response.contains_pointer()
        && ui.input(|input| input.pointer.primary_pressed())
        && choosing
            .pressed
            .is_none_or(|(_, _, secs)| now_secs - secs > DOUBLE_SECS)
    {
        choosing.pressed = Some((id, byte, now_secs));
    }
    if response.drag_started_by(PointerButton::Primary) {
        let origin = ui.input(|input| input.pointer.press_origin());
        choosing.dragged = origin.map(|at| (id, byte_at(words, at)));
    }
    if !response.dragged() && !response.drag_stopped() {
        choosing.dragged = choosing.dragged.filter(|(of, _)| *of != id);
    }
    if let (Some((of, from)), Some(to)) = (choosing.dragged, byte)
        && of == id
    {
        let range = from.min(to)..from.max(to);
        if let Some(range) = passage.whole_words(&range) {
            paint_words(ui, context, words, &range);
        }
        if response.drag_stopped() {
            choosing.dragged = None;
            choose(id, range, outbox);
        } else if let Some(at) = pointer {
            // Beyond the edge of what is seen the text comes along.
            ui.scroll_to_rect(Rect::from_pos(at), None);
        }
    }
    clicks_ui(ui, context, words, response, byte, outbox);
}

/// Shift and a click go on from the words in hand to there, or choose the word; the other button does
/// the latter, too.
fn clicks_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, passage, ..): Words<'_>,
    response: &Response,
    byte: Option<usize>,
    outbox: &mut Outbox,
) {
    let (is_click, is_shift) = ui.input(|input| {
        let pointer = &input.pointer;
        let is_click = pointer.button_clicked(PointerButton::Primary);
        (is_click, input.modifiers.shift)
    });
    let extends = is_click && is_shift && response.contains_pointer();
    if !extends && !response.secondary_clicked() {
        return;
    }
    let Some(word) = byte.and_then(|byte| passage.word_at(byte)) else {
        return;
    };
    let hand = context.session.correcting.as_ref();
    let hand = hand.filter(|hand| extends && hand.passage == id);
    let range = hand.map_or(word.clone(), |hand| {
        hand.range.start.min(word.start)..hand.range.end.max(word.end)
    });
    choose(id, range, outbox);
}

/// A double click chooses the word that its first press was on. To be asked once a frame.
pub(super) fn double_click_ui(
    ui: &Ui,
    context: UiContext<'_>,
    choosing: &mut Choosing,
    outbox: &mut Outbox,
) {
    let is_double = ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
    let Some((id, byte, secs)) = choosing.pressed.filter(|_| is_double) else {
        return;
    };
    choosing.pressed = None;
    let is_recent = context.session.now_secs - secs < 2.0 * DOUBLE_SECS;
    let passage = context.world.passages.get(id).filter(|_| is_recent);
    if let Some(word) = passage.and_then(|passage| passage.word_at(byte)) {
        choose(id, word, outbox);
    }
}

fn choose(passage: Id<Passage>, range: Range<usize>, outbox: &mut Outbox) {
    outbox.push(Command::Correct(CorrectCommand::Choose { passage, range }));
}

/// The byte of a paragraph that a point of the screen is nearest to.
fn byte_at((_, passage, galley, origin): Words<'_>, at: Pos2) -> usize {
    let CCursor { index, .. } = galley.cursor_from_pos(at - origin);
    let mut letters = passage.text.char_indices();
    letters
        .nth(index.0)
        .map_or(passage.text.len(), |(byte, _)| byte)
}
