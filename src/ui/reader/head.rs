//! What stands over the text: whose words it is in, the walk through it, and whether the map follows it.

use egui::{Align, FontId, Layout, Rect, Ui, vec2};

use crate::session::{Command, LostCommand, Switch, UnsureCommand, WalkCommand};
use crate::theme::fonts;
use crate::theme::measures::{GRID, SMALL_ROW_HEIGHT};
use crate::ui::parts::{hint, link, one_line, paint_left, switch};
use crate::ui::segments::{Segment, segments};
use crate::ui::{Outbox, UiContext};

/// Draws what stands over the text.
pub(super) fn head_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    if context.session.has_original() {
        words_ui(ui, context, outbox);
    }
    line_ui(ui, context, outbox);
    if context.session.unsure.is_none() {
        unsure_ui(ui, context, outbox);
    }
    if context.session.lost_in_hand.is_none() {
        lost_ui(ui, context, outbox);
    }
}

/// How many links have lost their words, and the way to them.
fn lost_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let words = match context.world.orphans.len() {
        0 => return,
        1 => "1 link is lost".to_owned(),
        count => format!("{count} links are lost"),
    };
    let command = Command::PutLost(LostCommand::Next);
    let response = link(ui, context.theme, &words, &words);
    let about = "Their words are not in the text any more: put them on others";
    if response.on_hover_text(hint(about, &command)).clicked() {
        outbox.push(command);
    }
}

/// How many mentions a person should look at, and the way to them.
fn unsure_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let count = context.world.links.unsure.len();
    if count == 0 {
        return;
    }
    let words = match count {
        1 => "1 mention is unsure".to_owned(),
        _ => format!("{count} mentions are unsure"),
    };
    let command = Command::Unsure(UnsureCommand::Next);
    let response = link(ui, context.theme, &words, &words);
    let about = "Go through them and say what they mean";
    if response.on_hover_text(hint(about, &command)).clicked() {
        outbox.push(command);
    }
}

fn line_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    let height = vec2(ui.available_width(), SMALL_ROW_HEIGHT);
    ui.allocate_ui_with_layout(height, Layout::left_to_right(Align::Center), |ui| {
        let walk = Command::Walk(WalkCommand::Next);
        let response = link(ui, theme, "Walk the article", "Walk the article");
        let about = "From mention to mention, the map following";
        if response.on_hover_text(hint(about, &walk)).clicked() {
            outbox.push(walk);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = "Map follows the text";
            let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
            let words = one_line(ui, name, font, theme.ui.muted, ui.available_width());
            let size = vec2(words.size().x + 10.0 * GRID, SMALL_ROW_HEIGHT);
            let (_, rect) = ui.allocate_space(size);
            let state = context.session.follows_reading.into();
            let response = switch(ui, theme, rect, name, state);
            let words_at = Rect::from_min_max(rect.min, rect.max);
            paint_left(ui, words_at, words, theme.ui.muted);
            let command = Command::ToggleFollowing;
            let about = "As you read, the map turns to what the paragraph in view names";
            if response.on_hover_text(hint(about, &command)).clicked() {
                outbox.push(command);
            }
        });
    });
}

/// The article's own words, or ours.
fn words_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let is_original = context.session.shows_original();
    let all = [
        (
            Switch::On,
            "Original",
            "The article\u{2019}s own words, from your copy of it",
            is_original,
        ),
        (
            Switch::Off,
            "Our words",
            "The story\u{2019}s own telling of each paragraph",
            !is_original,
        ),
    ];
    ui.horizontal(|ui| {
        let all = all.map(|(which, name, about, is_on)| Segment {
            name,
            about,
            state: is_on.into(),
            command: Command::ShowOriginal(which),
        });
        segments(ui, context.theme, all, outbox);
    });
}
