//! The table of keys: the one place that says which key does what, and when.

use egui::Key;

use super::scene_keys::SceneKey;
use super::{ANY, Binding, EXPLORE, KeyPress, PRESENT, SceneAct};
use crate::session::{
    Blank, Command, CorrectCommand, LostCommand, Panel, SceneEdit, SearchCommand, ShowCommand,
    Step, Tool, UnsureCommand, WalkCommand,
};

const fn row(
    group: &'static str,
    name: &'static str,
    (mode, press): (super::Mode, KeyPress),
    command: Command,
) -> Binding {
    Binding {
        mode,
        press,
        command,
        name,
        group,
    }
}

/// Every key the program knows.
// One row a line: it is read as a table.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row("Going on", "Next", PRESENT.key(Key::ArrowRight), Command::Show(ShowCommand::Next)),
    row("Going on", "Next", PRESENT.key(Key::ArrowDown), Command::Show(ShowCommand::Next)),
    row("Going on", "Next", PRESENT.key(Key::PageDown), Command::Show(ShowCommand::Next)),
    row("Going on", "Next", PRESENT.key(Key::Space), Command::Show(ShowCommand::Next)),
    row("Going on", "Next, or to the scene typed or chosen", PRESENT.key(Key::Enter), Command::Show(ShowCommand::Confirm)),
    row("Going on", "Previous", PRESENT.key(Key::ArrowLeft), Command::Show(ShowCommand::Previous)),
    row("Going on", "Previous", PRESENT.key(Key::ArrowUp), Command::Show(ShowCommand::Previous)),
    row("Going on", "Previous", PRESENT.key(Key::PageUp), Command::Show(ShowCommand::Previous)),
    row("Going on", "Previous", PRESENT.key(Key::Backspace), Command::Show(ShowCommand::Previous)),
    row("Going on", "First scene", PRESENT.key(Key::Home), Command::Show(ShowCommand::First)),
    row("Going on", "Last scene", PRESENT.key(Key::End), Command::Show(ShowCommand::Last)),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num0), Command::Show(ShowCommand::Type(0))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num1), Command::Show(ShowCommand::Type(1))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num2), Command::Show(ShowCommand::Type(2))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num3), Command::Show(ShowCommand::Type(3))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num4), Command::Show(ShowCommand::Type(4))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num5), Command::Show(ShowCommand::Type(5))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num6), Command::Show(ShowCommand::Type(6))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num7), Command::Show(ShowCommand::Type(7))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num8), Command::Show(ShowCommand::Type(8))),
    row("Going on", "Number of a scene, then Enter or G", PRESENT.key(Key::Num9), Command::Show(ShowCommand::Type(9))),
    row("Going on", "To the scene typed", PRESENT.key(Key::G), Command::Show(ShowCommand::GoToTyped)),
    row("Going on", "All scenes", PRESENT.key(Key::Tab), Command::Show(ShowCommand::ToggleAllScenes)),
    row("Going on", "Goes on by itself", PRESENT.key(Key::A), Command::Show(ShowCommand::ToggleRunsByItself)),
    row("Audience", "Back to the scene", PRESENT.key(Key::R), Command::Show(ShowCommand::Return)),
    row("Audience", "Black screen", PRESENT.key(Key::B), Command::Show(ShowCommand::Blank(Blank::Black))),
    row("Audience", "Black screen", PRESENT.key(Key::Period), Command::Show(ShowCommand::Blank(Blank::Black))),
    row("Audience", "White screen", PRESENT.key(Key::W), Command::Show(ShowCommand::Blank(Blank::White))),
    row("Audience", "Freeze what the audience sees", PRESENT.key(Key::F), Command::Show(ShowCommand::ToggleFreeze)),
    row("Audience", "Larger text", PRESENT.key(Key::Z), Command::Show(ShowCommand::NextTextSize)),
    row("Audience", "Presenter\u{2019}s window", PRESENT.key(Key::P), Command::Show(ShowCommand::TogglePresenter)),
    row("Pointing", "Pointer", PRESENT.key(Key::L), Command::Show(ShowCommand::Take(Tool::Pointer))),
    row("Pointing", "Spotlight", PRESENT.key(Key::S), Command::Show(ShowCommand::Take(Tool::Spotlight))),
    row("Pointing", "Pen", PRESENT.key(Key::D), Command::Show(ShowCommand::Take(Tool::Pen))),
    row("Pointing", "Wipe off what was drawn", PRESENT.key(Key::Delete), Command::Show(ShowCommand::ClearInk)),
    row("Map", "Move left", EXPLORE.key(Key::ArrowLeft), Command::Pan { right: -1, down: 0 }),
    row("Map", "Move right", EXPLORE.key(Key::ArrowRight), Command::Pan { right: 1, down: 0 }),
    row("Map", "Move up", EXPLORE.key(Key::ArrowUp), Command::Pan { right: 0, down: -1 }),
    row("Map", "Move down", EXPLORE.key(Key::ArrowDown), Command::Pan { right: 0, down: 1 }),
    row("Map", "Zoom in", ANY.key(Key::Plus), Command::Zoom { steps: 0.5 }),
    row("Map", "Zoom in", ANY.key(Key::Equals), Command::Zoom { steps: 0.5 }),
    row("Map", "Zoom out", ANY.key(Key::Minus), Command::Zoom { steps: -0.5 }),
    row("Map", "Opening view", EXPLORE.key(Key::Home), Command::FlyHome),
    row("Map", "Change the projection", EXPLORE.key(Key::M), Command::ToggleProjection),
    row("Map", "Relief", EXPLORE.key(Key::H), Command::ToggleRelief),
    row("Map", "Next view of disputed borders", ANY.key(Key::V), Command::NextWorldview),
    row("Map", "Graticule", EXPLORE.key(Key::X), Command::ToggleGraticule),
    row("Map", "Overview map", EXPLORE.key(Key::I), Command::ToggleOverview),
    row("Map", "Measure distance", EXPLORE.key(Key::D), Command::ToggleMeasure),
    row("Map", "Take back the last point measured", EXPLORE.key(Key::Backspace), Command::MeasureBack),
    row("Going back", "Back", ANY.alt(Key::ArrowLeft), Command::Back),
    row("Going back", "Forward", ANY.alt(Key::ArrowRight), Command::Forward),
    row("Going back", "Close, or clear the selection", ANY.key(Key::Escape), Command::LetGo),
    row("Overlays", "First overlay", EXPLORE.key(Key::Num1), Command::ToggleOverlayAt(0)),
    row("Overlays", "Second overlay", EXPLORE.key(Key::Num2), Command::ToggleOverlayAt(1)),
    row("Overlays", "Third overlay", EXPLORE.key(Key::Num3), Command::ToggleOverlayAt(2)),
    row("Overlays", "Fourth overlay", EXPLORE.key(Key::Num4), Command::ToggleOverlayAt(3)),
    row("Overlays", "Fifth overlay", EXPLORE.key(Key::Num5), Command::ToggleOverlayAt(4)),
    row("Overlays", "Sixth overlay", EXPLORE.key(Key::Num6), Command::ToggleOverlayAt(5)),
    row("Overlays", "Seventh overlay", EXPLORE.key(Key::Num7), Command::ToggleOverlayAt(6)),
    row("Overlays", "Eighth overlay", EXPLORE.key(Key::Num8), Command::ToggleOverlayAt(7)),
    row("Overlays", "Ninth overlay", EXPLORE.key(Key::Num9), Command::ToggleOverlayAt(8)),
    row("Overlays", "All overlays", EXPLORE.key(Key::A), Command::ShowAllOverlays),
    row("Overlays", "No overlays", EXPLORE.key(Key::Num0), Command::ShowNoOverlays),
    row("Overlays", "What is not in the article", ANY.key(Key::O), Command::ToggleOutside),
    row("Overlays", "Next era", ANY.key(Key::E), Command::NextEra),
    row("Overlays", "What has happened since", EXPLORE.key(Key::S), Command::ToggleAfterwards),
    row("Text", "Find words", ANY.key(Key::Slash), Command::Search(SearchCommand::Open)),
    row("Text", "Find words", ANY.command(Key::F), Command::Search(SearchCommand::Open)),
    row("Text", "Walk on to the next mention", EXPLORE.key(Key::J), Command::Walk(WalkCommand::Next)),
    row("Text", "Walk back to the previous mention", EXPLORE.shift(Key::J), Command::Walk(WalkCommand::Previous)),
    row("Text", "Map follows the text", EXPLORE.key(Key::F), Command::ToggleFollowing),
    row("Text", "Next passage", EXPLORE.key(Key::N), Command::StepPassage(Step::Next)),
    row("Text", "Previous passage", EXPLORE.key(Key::P), Command::StepPassage(Step::Previous)),
    row("Text", "Whose words: the article\u{2019}s or ours", EXPLORE.key(Key::W), Command::ToggleWords),
    row("Text", "Whose words: the article\u{2019}s or ours", PRESENT.shift(Key::W), Command::ToggleWords),
    row("Text", "Next mention that is unsure", EXPLORE.key(Key::Q), Command::Unsure(UnsureCommand::Next)),
    row("Text", "Previous mention that is unsure", EXPLORE.shift(Key::Q), Command::Unsure(UnsureCommand::Previous)),
    row("Text", "Choose words and say what they mean", EXPLORE.key(Key::G), Command::Correct(CorrectCommand::ChooseByKeys)),
    row("Text", "Next lost link, to be put on words", EXPLORE.shift(Key::G), Command::PutLost(LostCommand::Next)),
    row("Text", "Copy the passage", ANY.key(Key::C), Command::CopyCurrentPassage),
    row("Text", "Open an article or a story", EXPLORE.command(Key::O), Command::ChooseStory),
    row("Text", "Paste an article", EXPLORE.command(Key::V), Command::PasteArticle),
    row("Scenes", "Present from the first scene", ANY.key(Key::F5), Command::Show(ShowCommand::Start)),
    row("Scenes", "Present from here", ANY.shift(Key::F5), Command::Show(ShowCommand::StartHere)),
    row("Scenes", "Add scene from this view", EXPLORE.command(Key::M), Command::EditScenes(SceneEdit::Add)),
    row("Scenes", "Take a change back", EXPLORE.command(Key::Z), Command::Undo),
    row("Scenes", "Make it again", EXPLORE.command_shift(Key::Z), Command::Redo),
    row("Scenes", "Make it again", EXPLORE.command(Key::Y), Command::Redo),
    row("Scenes", "Save", EXPLORE.command(Key::S), Command::SaveStory),
    row("Scenes", "Save as story", EXPLORE.command_shift(Key::S), Command::SaveStoryAs),
    row("Scenes", "Export pictures, handout or page", EXPLORE.command(Key::E), Command::TogglePanel(Panel::Export)),
    row("Window", "Legend", EXPLORE.key(Key::L), Command::TogglePanel(Panel::Legend)),
    row("Window", "Reader", EXPLORE.key(Key::R), Command::TogglePanel(Panel::Reader)),
    row("Window", "Strip of scenes", EXPLORE.key(Key::B), Command::TogglePanel(Panel::Scenes)),
    row("Window", "Light or dark", ANY.key(Key::T), Command::ToggleTheme),
    row("Window", "High contrast", ANY.key(Key::K), Command::ToggleHighContrast),
    row("Window", "Preview for colour vision", EXPLORE.key(Key::Y), Command::NextColorVision),
    row("Window", "Keys", ANY.key(Key::Questionmark), Command::TogglePanel(Panel::Keys)),
    row("Window", "About Passage", EXPLORE.key(Key::F1), Command::TogglePanel(Panel::About)),
    row("Window", "Full screen", ANY.key(Key::F11), Command::ToggleFullScreen),
    row("Window", "Quit", ANY.command(Key::Q), Command::Quit),
];

const fn scene_row(
    name: &'static str,
    (_, press): (super::Mode, KeyPress),
    act: SceneAct,
) -> SceneKey {
    SceneKey { press, act, name }
}

/// Keys of a scene in the strip, while it has the keyboard.
#[rustfmt::skip]
pub const SCENE_KEYS: &[SceneKey] = &[
    scene_row("presents from it", EXPLORE.key(Key::Enter), SceneAct::Present),
    scene_row("renames it", EXPLORE.key(Key::F2), SceneAct::Rename),
    scene_row("duplicates it", EXPLORE.command(Key::D), SceneAct::Duplicate),
    scene_row("deletes it", EXPLORE.key(Key::Delete), SceneAct::Delete),
    scene_row("moves it left", EXPLORE.command(Key::ArrowLeft), SceneAct::MoveLeft),
    scene_row("moves it right", EXPLORE.command(Key::ArrowRight), SceneAct::MoveRight),
    scene_row("goes to the one before", EXPLORE.key(Key::ArrowLeft), SceneAct::Before),
    scene_row("goes to the one after", EXPLORE.key(Key::ArrowRight), SceneAct::After),
];
