//! Intentions, and what they ask of the outside.

use std::path::PathBuf;

use super::{
    Background, ColorVision, CorrectCommand, LostCommand, MeasuredPoint, MentionEdit, SceneEdit,
    SearchCommand, ShowCommand, ThemeChoice, UnsureCommand, WalkCommand, Way,
};
use crate::atlas::Worldview;
use crate::geography::{LonLat, MapProjection};
use crate::world::{Era, Id, Overlay, Passage, StoryChange, Subject};

/// What a view, a key or a test wants to happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Select: the side it was pointed at on stays, the other one follows.
    Select {
        subject: Subject,
        origin: Origin,
    },
    /// Let go: closes what is open on top, then the selection.
    LetGo,
    /// Closes the card: the comparison, or else the selection.
    ClearSelection,
    /// The next or previous passage about the selection ("2 of 7").
    StepPassage(Step),
    /// Go to a passage of the reader.
    ReadPassage(Id<Passage>),
    ToggleOverlay(Id<Overlay>),
    /// The n-th overlay of the legend, from 0: what the number keys do.
    ToggleOverlayAt(usize),
    ShowOnlyOverlay(Id<Overlay>),
    ShowAllOverlays,
    ShowNoOverlays,
    /// What the story shows when it opens.
    ShowOpeningOverlays,
    SetOpacity {
        overlay: Id<Overlay>,
        percent: u8,
    },
    /// Presets go by their names.
    ShowPreset(String),
    /// Keep what is on show of the overlays under a name, in place of what had it.
    KeepPreset(String),
    RenamePreset {
        from: String,
        to: String,
    },
    DeletePreset(String),
    BringBackPreset,
    /// Draw what is from outside the article, or not.
    ToggleOutside,
    /// Show what held in an era; in any time, without one.
    SetEra(Option<Id<Era>>),
    NextEra,
    /// Show what has happened since the article, or not.
    ToggleAfterwards,
    /// Choose two countries: only what joins them stays lit.
    CompareWith {
        subject: Subject,
        origin: Origin,
    },
    FlyTo(Subject),
    /// Look there at once, from as near as before.
    LookAt(LonLat),
    FlyHome,
    Pan {
        right: i8,
        down: i8,
    },
    Zoom {
        steps: f64,
    },
    Back,
    Forward,
    /// Puts a scene on show, by its place in the list, from 0.
    LookAtScene(usize),
    EditScenes(SceneEdit),
    /// Takes the last change to the scenes or to the mentions back.
    Undo,
    Redo,
    /// Gives a briefing, and what happens in one.
    Show(ShowCommand),
    Search(SearchCommand),
    Walk(WalkCommand),
    /// Goes through the mentions that may mean something else.
    Unsure(UnsureCommand),
    /// Chooses what words mean.
    Correct(CorrectCommand),
    /// Chooses words for a lost link.
    PutLost(LostCommand),
    EditMentions(MentionEdit),
    /// The map follows the paragraph in view, or stays.
    ToggleFollowing,
    /// Another paragraph is in view.
    Follow(Id<Passage>),
    CopyPassage(Id<Passage>),
    /// The passage that is being read.
    CopyCurrentPassage,
    /// The article's own words from the reader's copy, or the story's.
    ToggleWords,
    ShowOriginal(Switch),
    /// Asks for the reader's own copy of the article.
    ChooseArticle,
    ShowArticle(PathBuf),
    CloseArticle,
    ToggleTheme,
    /// The theme for projectors in lit rooms, or the one before it.
    ToggleHighContrast,
    ToggleProjection,
    SetProjection(MapProjection),
    SetBackground(Background),
    ToggleRelief,
    /// Meridians and parallels.
    ToggleGraticule,
    ToggleOverview,
    /// Clicks measure, or select again.
    ToggleMeasure,
    /// One leg more, to there.
    MeasureAt(MeasuredPoint),
    /// One leg less.
    MeasureBack,
    /// The person agrees to ask OpenStreetMap for tiles, for this sitting.
    AllowOnline,
    /// Ask anew for the tiles that did not come.
    RetryTiles,
    ChooseMapFile,
    ShowMapFile(PathBuf),
    /// The address of the terms of OpenStreetMap's data.
    CopyTileTerms,
    /// Whose view of disputed borders is drawn.
    SetWorldview(Worldview),
    NextWorldview,
    SetTheme(ThemeChoice),
    /// Previews the picture as other eyes see it.
    SetColorVision(ColorVision),
    NextColorVision,
    SetReducedMotion(Switch),
    TogglePanel(Panel),
    ToggleFullScreen,
    /// Asks for a story or an article to open.
    ChooseStory,
    /// Opens a story, or an article in which mentions are then found.
    OpenStory(PathBuf),
    OpenBundledStory,
    /// Opens what the clipboard holds as an article: asks the system for it.
    PasteArticle,
    OpenPasted(String),
    /// Writes the scenes into the story's file.
    SaveStory,
    /// Asks for a file to write the whole story into.
    SaveStoryAs,
    SaveStoryTo(PathBuf),
    /// Asks for a file with another version of the text.
    ChooseNewText,
    PutTextUnder(PathBuf),
    /// Gives a lost link up, by its place in the list.
    LetLinkGo(usize),
    /// Asks for a file to write the features into, as data.
    ExportData,
    ExportDataTo(PathBuf),
    /// Writes what the export dialog has chosen.
    ExportTo(PathBuf),
    /// The scenes of the file again, in place of those made since.
    RevertScenes,
    Quit,
}

/// Which side a subject was pointed at on; the other side is the one that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Map,
    /// The reader, at a mention of this passage.
    Reader(Id<Passage>),
    /// The legend or the card.
    Panel,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Next,
    Previous,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    Legend,
    Reader,
    /// The strip of scenes.
    Scenes,
    /// The words of the scene one is at, and what appears by itself in it.
    Notes,
    About,
    Keys,
    /// The list of what is wrong with the story.
    Problems,
    /// The list of links that have lost their words.
    LostLinks,
    /// What going online means.
    Online,
    /// What leaves the program.
    Export,
}

/// What a command asks of the world outside the session.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Words for the clipboard, and what to say of it.
    CopyText {
        text: String,
        notice: String,
    },
    /// Changes what words of the story are taken for, and says so.
    ChangeStory {
        change: Box<StoryChange>,
        words: String,
    },
    /// Words that say what was done.
    Say(String),
    /// One more command, once the words that are wanted now are on show.
    Then(Box<Command>),
    ToggleFullScreen,
    RetryTiles,
    /// Ask the system for a map file.
    ChooseMapFile,
    /// Ask the system for a copy of the article.
    ChooseArticle,
    ShowArticle(PathBuf),
    /// A story file; the bundled story without one.
    OpenStory(Option<PathBuf>),
    /// Ask the system for a file to open.
    ChooseStoryToOpen,
    /// Ask the system for what is on the clipboard.
    AskForPaste,
    OpenPasted(String),
    SaveStory,
    /// Ask the system for a file to save the story as.
    ChooseStoryFile,
    SaveStoryTo(PathBuf),
    /// Ask the system for a file with another version of the text.
    ChooseNewText,
    PutTextUnder(PathBuf),
    /// Takes the new text under the story back, or puts it there again.
    TurnText(Way),
    /// Ask the system for a file to write data into.
    ChooseDataFile,
    ExportDataTo(PathBuf),
    ExportTo(PathBuf),
    Quit,
}
