//! What is opened: a story, or an article in which mentions are then found.
//!
//! In: a path, or words from the clipboard. Out: how a story is then seen again (see `sitting`).

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use egui::{Ui, ViewportCommand};

use super::PassageApp;
use super::story_file::name_of;
use crate::atlas::Atlas;
use crate::content::{self, ArticleText, Problem};
use crate::original::is_copy_of;
use crate::session::write_whole;
use crate::world::World;

/// A longer article is none that somebody reads from a window, in characters.
const MOST_LETTERS: usize = 2_000_000;

/// A longer paragraph is none either.
const MOST_IN_PARAGRAPH: usize = 50_000;

/// So many files that were opened are listed.
const MOST_RECENT: usize = 12;

/// Words of a pasted text that its file is called by.
const WORDS_IN_NAME: usize = 6;

/// What was read: the bytes a story file has of it, the story, and what is wrong with it.
pub(super) struct Opened {
    pub(super) bytes: Cow<'static, [u8]>,
    pub(super) world: World,
    pub(super) problems: Vec<Problem>,
    /// What is to be said of it.
    pub(super) words: Option<String>,
}

impl Opened {
    pub(super) fn read(path: Option<&Path>, atlas: &Atlas) -> Self {
        let (bytes, (world, problems)) = match path {
            None => (content::BUNDLED.1.into(), content::bundled(atlas)),
            Some(path) if !content::holds_article(path) => content::open_story_file(path, atlas),
            Some(path) => return Self::article(path, atlas),
        };
        Self {
            bytes,
            world,
            problems,
            words: None,
        }
    }

    fn article(path: &Path, atlas: &Atlas) -> Self {
        match content::read_article_file(path).and_then(|text| within_reason(path, text)) {
            Ok(text) => {
                let world = content::story_of(&text, &name_of(path), atlas);
                let bytes = content::story_json(&world, atlas).into_bytes();
                let mut words = found_words(&world);
                for note in &text.notes {
                    words.push('\n');
                    words.push_str(note);
                }
                Self {
                    bytes: bytes.into(),
                    world,
                    problems: Vec::new(),
                    words: Some(words),
                }
            }
            Err(what) => Self {
                bytes: Cow::default(),
                world: World::default(),
                problems: vec![content::unreadable_article(path, &what)],
                words: None,
            },
        }
    }
}

/// The text, if a window can show it.
fn within_reason(path: &Path, text: ArticleText) -> Result<ArticleText, String> {
    let lengths = || text.paragraphs.iter().map(String::len);
    let (whole, longest) = (lengths().sum::<usize>(), lengths().max().unwrap_or(0));
    let name = name_of(path);
    let advice = "\u{201c}passage link\u{201d} lists the mentions of texts of any length";
    if whole > MOST_LETTERS {
        let (has, most) = (whole >> 20, MOST_LETTERS >> 20);
        return Err(format!(
            "{name} has {has} MB of text, and the window shows up to {most} MB; {advice}"
        ));
    }
    if longest > MOST_IN_PARAGRAPH {
        return Err(format!(
            "{name} has a paragraph of {longest} characters, and the window shows up to \
             {MOST_IN_PARAGRAPH}; with line breaks it would be read, and {advice}"
        ));
    }
    Ok(text)
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
    /// Words from the clipboard as an article of their own. They are kept as a file, so that they are
    /// among the recent ones, and there at the next start.
    pub(super) fn open_pasted(&mut self, ui: &Ui, words: &str) {
        if words.trim().is_empty() {
            return self.say(ui, "The clipboard holds no text".to_owned());
        }
        let folder = match &self.data_dir {
            Some(folder) => folder.join("pasted"),
            None => std::env::temp_dir().join("passage-pasted"),
        };
        let path = folder.join(file_name_of(words));
        let written =
            fs::create_dir_all(&folder).and_then(|()| write_whole(&path, words.as_bytes()));
        match written {
            Ok(()) => self.open(Some(path)),
            Err(error) => {
                let words = format!("The text can not be kept in {}: {error}", folder.display());
                self.say(ui, words);
            }
        }
    }

    /// A file that is a copy of the article that the open story, or the bundled one, is about: the
    /// story it belongs to, and the copy. Any other is a story of its own.
    pub(super) fn own_copy_of(
        &self,
        story: Option<PathBuf>,
        article: Option<PathBuf>,
    ) -> (Option<PathBuf>, Option<PathBuf>) {
        let path = match &story {
            Some(path) if article.is_none() && content::holds_article(path) => path.clone(),
            _ => return (story, article),
        };
        let Ok(text) = content::read_article_file(&path) else {
            return (story, article);
        };
        if is_copy_of(self.own_telling(), &text) {
            return (self.story.clone(), Some(path));
        }
        if self.story.is_some() && is_copy_of(&content::bundled(&self.atlas).0, &text) {
            return (None, Some(path));
        }
        (story, article)
    }

    /// The system brings what is on the clipboard with the next frame.
    pub(super) fn ask_for_paste(ui: &Ui) {
        ui.send_viewport_cmd(ViewportCommand::RequestPaste);
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

/// The first words of a text, and a number that differs from text to text.
fn file_name_of(text: &str) -> String {
    let is_json = text.trim_start().starts_with('{');
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(WORDS_IN_NAME);
    let name: String = words.collect::<Vec<_>>().join("-");
    let name: String = name.chars().take(60).collect();
    let digest = content::fingerprint(text);
    let number = digest.get(..8).unwrap_or_default();
    let ending = if is_json { "story.json" } else { "txt" };
    format!("{name}-{number}.{ending}")
}
