//! What is opened: a story, or an article in which mentions are then found.
//!
//! In: a path, and what is said where it leads to nothing. Out: how a story is then seen again (see
//! `sitting`), and words from the clipboard (see `pasting`).

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::PassageApp;
use super::story_file::{StoryOrigin, name_of};
use crate::atlas::Atlas;
use crate::content::{self, ArticleText, Problem};
use crate::original::is_copy_of;
use crate::world::World;

/// So many files that were opened are listed.
const MOST_RECENT: usize = 12;

/// Begins what is said of a file that is not opened, while another one stays open.
const NOT_OPENED: &str = "Not opened: ";

/// The text of an article, or what is wrong with it.
pub(super) type ReadText = Result<ArticleText, String>;

/// What a text is a copy of: the article of the open story, or of the bundled one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CopyOf {
    OpenStory,
    Bundled,
}

/// What was read: the bytes a story file has of it, the story, and what is wrong with it.
pub(super) struct Opened {
    pub(super) origin: StoryOrigin,
    pub(super) bytes: Cow<'static, [u8]>,
    pub(super) world: World,
    pub(super) problems: Vec<Problem>,
    /// What is to be said of it.
    pub(super) words: Option<String>,
}

impl Opened {
    /// A story file, or the bundled story.
    pub(super) fn story(path: Option<&Path>, atlas: &Atlas) -> Self {
        let (origin, (bytes, (world, problems))) = match path {
            None => (
                StoryOrigin::Bundled,
                (content::BUNDLED.1.into(), content::bundled(atlas)),
            ),
            Some(path) => (
                StoryOrigin::StoryFile,
                content::open_story_file(path, atlas),
            ),
        };
        Self {
            origin,
            bytes,
            world,
            problems,
            words: None,
        }
    }

    /// What `story_of` makes of an article.
    pub(super) fn article(
        path: &Path,
        text: &ReadText,
        atlas: &Atlas,
        story_of: impl FnOnce(&ArticleText) -> World,
    ) -> Self {
        let text = match text {
            Ok(text) => text,
            Err(what) => {
                return Self {
                    origin: StoryOrigin::Article,
                    bytes: Cow::default(),
                    world: World::default(),
                    problems: vec![content::unreadable_article(path, what)],
                    words: None,
                };
            }
        };
        let world = story_of(text);
        let bytes = content::story_json(&world, atlas).into_bytes();
        let mut words = found_words(&world);
        for note in &text.notes {
            words.push('\n');
            words.push_str(note);
        }
        Self {
            origin: StoryOrigin::Article,
            bytes: bytes.into(),
            world,
            problems: Vec::new(),
            words: Some(words),
        }
    }

    /// Whether there is nothing in it that could take the place of what is open.
    pub(super) fn is_nothing(&self) -> bool {
        self.world.is_empty() && !self.problems.is_empty()
    }
}

/// The text of a file, where it is an article. It is read once: a page can take a while.
pub(super) fn article_text(path: &Path) -> Option<ReadText> {
    let read = || content::read_article_file(path).and_then(ArticleText::for_a_window);
    content::holds_article(path).then(read)
}

/// "31 mentions of 9 countries, 2 of them unsure".
fn found_words(world: &World) -> String {
    let mentions: usize = world.namings.iter().map(|naming| naming.mentions).sum();
    let passages = world.passages.iter();
    let all = passages.flat_map(|(_, passage)| &passage.mentions);
    let unsure = all.filter(|mention| mention.is_unsure()).count();
    let mut words = match (mentions, world.namings.len()) {
        (0, _) => return "No country is named in this text".to_owned(),
        (1, _) => "One mention of a country".to_owned(),
        (mentions, 1) => format!("{mentions} mentions of one country"),
        (mentions, countries) => format!("{mentions} mentions of {countries} countries"),
    };
    match unsure {
        0 => {}
        1 => words.push_str("; one mention is unsure"),
        count => {
            let _ = write!(words, "; {count} mentions are unsure");
        }
    }
    words
}

impl PassageApp {
    /// The story that a text is a copy of the article of.
    pub(super) fn copy_of(&self, text: &ArticleText) -> Option<CopyOf> {
        if is_copy_of(self.own_telling(), text) {
            return Some(CopyOf::OpenStory);
        }
        let is_other = self.story.is_some();
        let is_copy = is_other && is_copy_of(&content::bundled(&self.atlas).0, text);
        is_copy.then_some(CopyOf::Bundled)
    }

    /// The story that is made of an article, which is called by its file or by its first words.
    pub(super) fn story_of(&self, path: &Path, text: &ArticleText) -> World {
        if self.is_pasted(path) {
            content::pasted_story_of(text, &self.atlas)
        } else {
            content::story_of(text, &name_of(path), &self.atlas)
        }
    }

    /// What is open stays so, with all that is new in it.
    pub(super) fn refuse(&mut self, path: &Path, opened: &Opened) {
        let Some(Problem {
            line,
            column,
            what,
            right,
            ..
        }) = opened.problems.first()
        else {
            return;
        };
        let name = name_of(path);
        // What is wrong with a file as a whole goes on from its name.
        let mut words = match (opened.bytes.is_empty(), line, column) {
            (true, ..) => format!("{name} {what}"),
            (false, 1, 1) => format!("{name}: {what}"),
            (false, ..) => format!("{name}, line {line}, column {column}: {what}"),
        };
        if !right.is_empty() {
            let _ = write!(words, ". Right would be {right}");
        }
        self.say_not_opened(&words);
        if !path.exists() {
            self.session.recent.retain(|recent| recent != path);
        }
    }

    /// Stays until it is hidden, or until something else is opened.
    pub(super) fn say_not_opened(&mut self, words: &str) {
        self.withdraw_refusal();
        let words = format!("{NOT_OPENED}{words}");
        match &self.notice {
            None => self.notice = Some(words),
            // What is said of work that is not saved weighs more.
            Some(_) => self.say_later(&words),
        }
    }

    pub(super) fn withdraw_refusal(&mut self) {
        self.notice.take_if(|notice| notice.starts_with(NOT_OPENED));
    }

    /// Files that were opened, the last one first, without the one that is open.
    pub(super) fn list_recent(&mut self) {
        let now = self.story_name();
        let stories = self.saved.stages.iter().map(|stage| &stage.story);
        let others = stories.filter(|story| !story.is_empty() && **story != now);
        self.session.recent = others.take(MOST_RECENT).map(PathBuf::from).collect();
    }

    /// An article far from Eurasia would stand askew on its equal-area map.
    pub(super) fn choose_projection(&mut self) {
        self.session.stage.projection = self.world.opening_projection(&self.atlas);
    }
}
