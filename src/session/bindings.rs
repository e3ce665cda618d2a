//! One table of keys: what binds them, and what the list of keys shows.

use egui::{Event, InputState, Key, Modifiers};

use super::{Command, Panel, Step};

/// A key, what it does, and how the list of keys calls it.
#[derive(Clone, Debug)]
pub struct Binding {
    pub modifiers: Modifiers,
    pub key: Key,
    pub command: Command,
    pub name: &'static str,
    pub group: &'static str,
}

const fn bind(
    group: &'static str,
    name: &'static str,
    modifiers: Modifiers,
    key: Key,
    command: Command,
) -> Binding {
    Binding {
        modifiers,
        key,
        command,
        name,
        group,
    }
}

const fn plain(group: &'static str, name: &'static str, key: Key, command: Command) -> Binding {
    bind(group, name, Modifiers::NONE, key, command)
}

/// Every key the program knows.
pub const BINDINGS: &[Binding] = &[
    plain(
        "Map",
        "Move left",
        Key::ArrowLeft,
        Command::Pan { right: -1, down: 0 },
    ),
    plain(
        "Map",
        "Move right",
        Key::ArrowRight,
        Command::Pan { right: 1, down: 0 },
    ),
    plain(
        "Map",
        "Move up",
        Key::ArrowUp,
        Command::Pan { right: 0, down: -1 },
    ),
    plain(
        "Map",
        "Move down",
        Key::ArrowDown,
        Command::Pan { right: 0, down: 1 },
    ),
    plain("Map", "Zoom in", Key::Plus, Command::Zoom { steps: 0.5 }),
    plain("Map", "Zoom in", Key::Equals, Command::Zoom { steps: 0.5 }),
    plain("Map", "Zoom out", Key::Minus, Command::Zoom { steps: -0.5 }),
    plain("Map", "Opening view", Key::Home, Command::FlyHome),
    plain(
        "Map",
        "Change the projection",
        Key::M,
        Command::ToggleProjection,
    ),
    plain("Map", "Relief", Key::H, Command::ToggleRelief),
    plain(
        "Map",
        "Next view of disputed borders",
        Key::V,
        Command::NextWorldview,
    ),
    plain("Map", "Graticule", Key::X, Command::ToggleGraticule),
    plain("Map", "Overview map", Key::I, Command::ToggleOverview),
    plain("Map", "Measure distance", Key::D, Command::ToggleMeasure),
    plain(
        "Map",
        "Take back the last point measured",
        Key::Backspace,
        Command::MeasureBack,
    ),
    bind(
        "Going back",
        "Back",
        Modifiers::ALT,
        Key::ArrowLeft,
        Command::Back,
    ),
    bind(
        "Going back",
        "Forward",
        Modifiers::ALT,
        Key::ArrowRight,
        Command::Forward,
    ),
    plain(
        "Going back",
        "Close, or clear the selection",
        Key::Escape,
        Command::LetGo,
    ),
    plain(
        "Overlays",
        "First overlay",
        Key::Num1,
        Command::ToggleOverlayAt(0),
    ),
    plain(
        "Overlays",
        "Second overlay",
        Key::Num2,
        Command::ToggleOverlayAt(1),
    ),
    plain(
        "Overlays",
        "Third overlay",
        Key::Num3,
        Command::ToggleOverlayAt(2),
    ),
    plain(
        "Overlays",
        "Fourth overlay",
        Key::Num4,
        Command::ToggleOverlayAt(3),
    ),
    plain(
        "Overlays",
        "Fifth overlay",
        Key::Num5,
        Command::ToggleOverlayAt(4),
    ),
    plain(
        "Overlays",
        "Sixth overlay",
        Key::Num6,
        Command::ToggleOverlayAt(5),
    ),
    plain(
        "Overlays",
        "Seventh overlay",
        Key::Num7,
        Command::ToggleOverlayAt(6),
    ),
    plain(
        "Overlays",
        "Eighth overlay",
        Key::Num8,
        Command::ToggleOverlayAt(7),
    ),
    plain(
        "Overlays",
        "Ninth overlay",
        Key::Num9,
        Command::ToggleOverlayAt(8),
    ),
    plain("Overlays", "All overlays", Key::A, Command::ShowAllOverlays),
    plain(
        "Overlays",
        "No overlays",
        Key::Num0,
        Command::ShowNoOverlays,
    ),
    plain(
        "Overlays",
        "What is not in the article",
        Key::O,
        Command::ToggleOutside,
    ),
    plain("Overlays", "Next era", Key::E, Command::NextEra),
    plain(
        "Overlays",
        "What has happened since",
        Key::S,
        Command::ToggleAfterwards,
    ),
    plain(
        "Text",
        "Next passage",
        Key::N,
        Command::StepPassage(Step::Next),
    ),
    plain(
        "Text",
        "Previous passage",
        Key::P,
        Command::StepPassage(Step::Previous),
    ),
    plain(
        "Text",
        "Copy the passage",
        Key::C,
        Command::CopyCurrentPassage,
    ),
    plain(
        "Window",
        "Legend",
        Key::L,
        Command::TogglePanel(Panel::Legend),
    ),
    plain(
        "Window",
        "Reader",
        Key::R,
        Command::TogglePanel(Panel::Reader),
    ),
    plain("Window", "Light or dark", Key::T, Command::ToggleTheme),
    plain(
        "Window",
        "Preview for colour vision",
        Key::Y,
        Command::NextColorVision,
    ),
    plain(
        "Window",
        "Keys",
        Key::Questionmark,
        Command::TogglePanel(Panel::Keys),
    ),
    plain(
        "Window",
        "About Passage",
        Key::F1,
        Command::TogglePanel(Panel::About),
    ),
    plain("Window", "Full screen", Key::F11, Command::ToggleFullScreen),
    bind("Window", "Quit", Modifiers::COMMAND, Key::Q, Command::Quit),
];

/// What the keys pressed in this frame ask for, in their order. Ask only while no text field has
/// the keyboard.
///
/// Each press brings its own modifiers: a quick Alt+Left is over before the frame that hears of
/// it, and then the frame's own modifiers no longer have the Alt.
pub fn commands_from(input: &InputState) -> Vec<Command> {
    let pressed = input.events.iter().filter_map(|event| match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => Some((*key, *modifiers)),
        _ => None,
    });
    pressed
        .filter_map(|(key, modifiers)| {
            let is_it =
                |binding: &&Binding| binding.key == key && has_modifiers(modifiers, binding);
            BINDINGS.iter().find(is_it)
        })
        .map(|binding| binding.command.clone())
        .collect()
}

/// Whether a command moves the map by an arrow key, which moves the focus instead while a control
/// has the keyboard.
pub fn is_arrow(command: &Command) -> bool {
    matches!(command, Command::Pan { .. })
}

/// Shift does not count: some keyboards need it for `+` and `?`.
fn has_modifiers(pressed: Modifiers, binding: &Binding) -> bool {
    pressed.alt == binding.modifiers.alt && pressed.command == binding.modifiers.command
}

/// The key of a command, as a tooltip gives it.
pub fn key_text(command: &Command) -> Option<String> {
    BINDINGS
        .iter()
        .find(|binding| &binding.command == command)
        .map(Binding::key_text)
}

impl Binding {
    pub fn key_text(&self) -> String {
        let key = match self.key {
            Key::ArrowLeft => "Left",
            Key::ArrowRight => "Right",
            Key::ArrowUp => "Up",
            Key::ArrowDown => "Down",
            other => other.symbol_or_name(),
        };
        if self.modifiers.alt {
            format!("Alt+{key}")
        } else if self.modifiers.command {
            format!("Ctrl+{key}")
        } else {
            key.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_bindings_share_a_key_and_each_has_a_name() {
        for (index, binding) in BINDINGS.iter().enumerate() {
            assert!(!binding.name.is_empty() && !binding.group.is_empty());
            for other in &BINDINGS[..index] {
                let is_same = other.key == binding.key && other.modifiers == binding.modifiers;
                assert!(!is_same, "{} and {}", other.name, binding.name);
            }
        }
    }
}
