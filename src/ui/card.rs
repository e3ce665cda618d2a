//! The card: what is selected, its part in the article, its relations, its passages.
//!
//! In: the frame every card shares. Out: what is told of each kind of subject (see `facts`).

mod afterwards;
mod disputes;
mod facts;
mod overlay_facts;
mod passages;
mod provenance;
mod signs;

use egui::{Align, FontId, Layout, ScrollArea, Ui};

use self::afterwards::afterwards_ui;
use self::disputes::disputes_ui;
use self::facts::{facts_ui, relations_ui};
pub(super) use self::signs::{Explained, paint_sign, signs_of};

use self::passages::{joining_passages_ui, stepper_ui};
use super::icons::Icon;
use super::parts::{heading, hint, icon_button, muted, reading, title, two_lines};
use super::words::{joined, subject_word};
use super::{Outbox, UiContext};
use crate::geography::distance_m;
use crate::picture::distance_words;
use crate::session::{Command, Switch, measured_at};
use crate::theme::fonts;
use crate::theme::measures::GRID;
use crate::world::{Feature, Id, Subject, shortened};

/// The card leaves the larger half of its panel to the article.
const LARGEST_PART: f32 = 0.5;

/// A heading of more letters is cut, and whole where it is pointed at.
const LONGEST_HEADING: usize = 160;

/// Names of more letters are set smaller, to leave room for what is told of them.
const LONG_NAME: usize = 30;

/// Room at the right, so that lines do not run under the scroll bar.
const RIGHT_MARGIN: f32 = 2.0 * GRID;

/// Draws the card of the selection, or an invitation to select something.
pub fn card_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let bottom = ui.cursor().min.y + ui.available_height() * LARGEST_PART;
    let stage = &context.session.stage;
    ui.add_space(2.0 * GRID);
    match (stage.selection, stage.compare) {
        (Some(one), Some(other)) => pair_ui(ui, context, (one, other), bottom, outbox),
        (Some(subject), None) => subject_ui(ui, context, subject, bottom, outbox),
        (None, _) => invitation_ui(ui, context),
    }
    ui.add_space(GRID);
}

fn invitation_ui(ui: &mut Ui, context: UiContext<'_>) {
    let UiContext { world, theme, .. } = context;
    let article = &world.article;
    let source = article.publisher_and_date();
    ui.label(muted(theme, source));
    // A heading of many lines would leave no room for the text.
    let words = shortened(&world.title, LONGEST_HEADING);
    let response = ui.label(title(theme, words.as_str()));
    if words != world.title {
        response.on_hover_text(&world.title);
    }
    ui.label(muted(
        theme,
        "Click a country or a line to read what the article says of it. Click words in the text \
         to see them on the map.",
    ));
    ui.add_space(GRID);
}

/// What it is, its name, and the way to let go of it.
fn head_ui(ui: &mut Ui, context: UiContext<'_>, kind: &str, name: &str, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        ui.label(muted(theme, kind));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button(ui, theme, Icon::Close, "Close the card", Switch::Off);
            if close
                .on_hover_text(hint("Close", &Command::LetGo))
                .clicked()
            {
                outbox.push(Command::ClearSelection);
            }
        });
    });
    ui.add_space(-2.0 * GRID);
    let size = if name.chars().count() > LONG_NAME {
        theme.sizes.heading + 1.0
    } else {
        theme.sizes.title
    };
    // However long it is, the article keeps its room.
    let font = FontId::new(size, fonts::serif_semibold());
    let words = two_lines(ui, name, font, theme.ui.text, ui.available_width());
    let is_cut = words.elided;
    let response = ui.label(words);
    if is_cut {
        response.on_hover_text(name);
    }
}

/// What scrolls, down to the card's largest height.
fn body_ui(ui: &mut Ui, salt: impl egui::AsIdSalt, bottom: f32, body: impl FnOnce(&mut Ui)) {
    let height = (bottom - ui.cursor().min.y).max(20.0 * GRID);
    ScrollArea::vertical()
        .id_salt(salt)
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - RIGHT_MARGIN);
            body(ui);
        });
}

fn subject_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    subject: Subject,
    bottom: f32,
    outbox: &mut Outbox,
) {
    let name = context.world.name_of(context.atlas, subject);
    head_ui(ui, context, subject_word(context, subject), name, outbox);
    stepper_ui(ui, context, subject, outbox);
    let features = features_of(context, subject);
    body_ui(ui, ("card", subject), bottom, |ui| {
        facts_ui(ui, context, subject, outbox);
        afterwards_ui(ui, context, subject, outbox);
        if !features.is_empty() {
            ui.add_space(GRID);
            ui.label(heading(context.theme, list_name(subject)));
            relations_ui(ui, context, subject, &features, outbox);
        }
        disputes_ui(ui, context, subject, outbox);
    });
}

/// What the features on a card are to its subject.
fn list_name(subject: Subject) -> &'static str {
    match subject {
        Subject::Overlay(_) => "Features",
        Subject::Feature(_) => "Variants",
        Subject::Country(_) | Subject::Actor(_) | Subject::Place(_) | Subject::Dispute(_) => {
            "Relations"
        }
    }
}

/// The features to list on the card of a subject; those of later times only where these are
/// wanted.
fn features_of(context: UiContext<'_>, subject: Subject) -> Vec<Id<Feature>> {
    let world = context.world;
    let is_listed = |feature: &Feature| context.session.stage.tells_of(feature);
    let all = match subject {
        Subject::Overlay(overlay) => world.links.in_overlay(overlay),
        Subject::Feature(main) => world.links.variants(main),
        Subject::Country(_) | Subject::Actor(_) | Subject::Place(_) | Subject::Dispute(_) => {
            world.links.features(subject)
        }
    };
    let all = all.iter().copied();
    all.filter(|&id| world.features.get(id).is_some_and(is_listed))
        .collect()
}

/// What joins two countries.
fn pair_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (one, other): (Subject, Subject),
    bottom: f32,
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let names = [one, other].map(|subject| world.name_of(context.atlas, subject));
    head_ui(ui, context, "Compared", &joined(&names), outbox);
    joining_passages_ui(ui, context, &world.passages_joining(one, other), outbox);
    let mut joining = features_of(context, one);
    joining.retain(|&id| world.joins(id, one, other));
    distance_ui(ui, context, [one, other]);
    body_ui(ui, "pair", bottom, |ui| {
        if joining.is_empty() {
            ui.label(reading(theme, "Nothing on the map joins the two."));
            return;
        }
        ui.label(heading(theme, "What joins them"));
        relations_ui(ui, context, one, &joining, outbox);
    });
}

/// How far it is from capital to capital.
fn distance_ui(ui: &mut Ui, context: UiContext<'_>, subjects: [Subject; 2]) {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    let [Some(from), Some(to)] = subjects.map(|subject| measured_at(world, atlas, subject)) else {
        return;
    };
    let length = distance_words(distance_m(from.at, to.at));
    let [from, to] = [from, to].map(|end| end.name.unwrap_or_default());
    ui.label(muted(theme, format!("{from} \u{2013} {to}: {length}")))
        .on_hover_text("From capital to capital, the shortest way over the ground");
}
