//! The field for the name of a preset, and what is wrong with what stands in it.

use egui::{Key, RichText, TextEdit, Ui};

use super::parts::muted;
use super::presets::OPENING_PRESET;
use super::{Outbox, UiContext};
use crate::session::{Command, LONGEST_PRESET_NAME, NameFault, Session, preset_name};
use crate::theme::measures::GRID;

/// What is pasted is cut here: long enough to be told what is wrong with it.
const MOST_LETTERS: usize = 400;

/// A name that is being written.
#[derive(Clone, Debug)]
pub(super) struct Naming {
    /// The preset that gets it; none for a new one.
    of: Option<String>,
    text: String,
    /// Whether the field has had the keyboard.
    has_begun: bool,
}

impl Naming {
    pub(super) fn new() -> Self {
        Self {
            of: None,
            text: String::new(),
            has_begun: false,
        }
    }

    /// Another name for a preset.
    pub(super) fn of(name: &str) -> Self {
        Self {
            of: Some(name.to_owned()),
            text: name.to_owned(),
            has_begun: false,
        }
    }

    pub(super) fn is_new(&self) -> bool {
        self.of.is_none()
    }

    pub(super) fn is_of(&self, name: &str) -> bool {
        self.of.as_deref() == Some(name)
    }

    fn verdict(&self, session: &Session) -> Verdict {
        let name = match preset_name(&self.text) {
            Ok(name) => name,
            Err(NameFault::Empty) => return Verdict::Empty,
            Err(NameFault::TooLong(letters)) => return Verdict::TooLong(letters),
        };
        // Those the menu always has.
        let built_in = ["All", "None", OPENING_PRESET];
        if let Some(built_in) = built_in
            .iter()
            .find(|known| known.eq_ignore_ascii_case(&name))
        {
            return Verdict::Taken((*built_in).to_owned());
        }
        match (&self.of, session.preset(&name)) {
            (None, Some(other)) => Verdict::Replaces(other.name.clone()),
            (Some(of), Some(other)) if other.name != *of => Verdict::Taken(other.name.clone()),
            _ => Verdict::Good(name),
        }
    }

    fn command(&self, name: &str) -> Command {
        match &self.of {
            None => Command::KeepPreset(name.to_owned()),
            Some(from) => Command::RenamePreset {
                from: from.clone(),
                to: name.to_owned(),
            },
        }
    }
}

/// What can be done with what stands in the field.
enum Verdict {
    Empty,
    TooLong(usize),
    Good(String),
    /// The name is another's, which has to be asked for.
    Replaces(String),
    /// The name is another's.
    Taken(String),
}

impl Verdict {
    /// What a reader is told.
    fn words(&self) -> Option<String> {
        match self {
            Self::Good(_) | Self::Empty => None,
            Self::TooLong(letters) => Some(format!(
                "{letters} letters; a name has {LONGEST_PRESET_NAME} at most"
            )),
            Self::Replaces(name) => Some(format!(
                "There is \u{201c}{name}\u{201d} already. Replace it?"
            )),
            Self::Taken(name) => Some(format!("There is \u{201c}{name}\u{201d} already")),
        }
    }
}

/// The field, what is wrong with the name, and the buttons beneath.
pub(super) fn name_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    naming: &mut Option<Naming>,
    outbox: &mut Outbox,
) {
    let Some(mut one) = naming.take() else {
        return;
    };
    let theme = context.theme;
    let label = match &one.of {
        None => "Keep these as".to_owned(),
        Some(of) => format!("New name of {of}"),
    };
    ui.add_space(GRID);
    let label = ui.add(egui::Label::new(muted(theme, label)).truncate());
    let field = TextEdit::singleline(&mut one.text)
        .char_limit(MOST_LETTERS)
        .hint_text("Name")
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(6, 4));
    let response = ui.add(field).labelled_by(label.id);
    if !one.has_begun {
        one.has_begun = true;
        response.request_focus();
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let verdict = one.verdict(context.session);
    if let Some(words) = verdict.words() {
        ui.label(
            RichText::new(words)
                .size(theme.sizes.small)
                .color(theme.ui.caution),
        );
    }
    let (is_done, is_over) = buttons_ui(ui, &verdict, &one);
    match verdict {
        Verdict::Good(name) if is_done || is_entered => outbox.push(one.command(&name)),
        Verdict::Replaces(name) if is_done => outbox.push(one.command(&name)),
        _ if is_over => {}
        _ => {
            // Enter on a name that will not do leaves one where one can put it right.
            if is_entered {
                response.request_focus();
            }
            *naming = Some(one);
        }
    }
}

/// Whether it is done, and whether it is given up.
fn buttons_ui(ui: &mut Ui, verdict: &Verdict, naming: &Naming) -> (bool, bool) {
    let (words, about) = match verdict {
        Verdict::Replaces(_) => ("Replace", "Keep what is on show in its place"),
        _ if naming.is_new() => ("Keep", "Keep what is on show under this name (Enter)"),
        _ => ("Rename", "Give it this name (Enter)"),
    };
    let may = matches!(verdict, Verdict::Good(_) | Verdict::Replaces(_));
    ui.horizontal(|ui| {
        ui.spacing_mut().button_padding.x = 3.0 * GRID;
        let keep = ui.add_enabled(may, egui::Button::new(words));
        let missing = "Write a name first";
        let keep = keep.on_hover_text(about).on_disabled_hover_text(missing);
        let cancel = ui.button("Cancel").on_hover_text("Keep nothing (Escape)");
        (keep.clicked(), cancel.clicked())
    })
    .inner
}
