//! Looking for words while a map or a briefing is on show, and what was found so far.

use super::update::Scope;
use super::{Effect, Origin, ShowCommand};
use crate::world::{Found, Id, Passage, Subject};

/// What is being looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    pub query: String,
    pub found: Vec<Found>,
    /// Which of them Enter shows.
    pub chosen: usize,
}

/// What somebody who looks for words wants to happen.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchCommand {
    Open,
    Close,
    Ask(String),
    /// So many further down the list.
    Move(isize),
    /// Show what is chosen.
    Show,
    /// Show one of the list.
    ShowAt(usize),
}

impl Scope<'_> {
    pub(super) fn search(&mut self, command: SearchCommand) -> Option<Effect> {
        match command {
            SearchCommand::Open => {
                // One thing at a time has the keyboard.
                self.session.correcting = None;
                self.session.search = Some(Search::default());
            }
            SearchCommand::Close => self.session.search = None,
            SearchCommand::Ask(query) => {
                let found = self.world.find(self.atlas, &query);
                self.session.search = Some(Search {
                    query,
                    found,
                    chosen: 0,
                });
            }
            SearchCommand::Move(by) => {
                if let Some(search) = &mut self.session.search {
                    let last = search.found.len().saturating_sub(1);
                    search.chosen = search.chosen.saturating_add_signed(by).min(last);
                }
            }
            SearchCommand::Show => {
                let chosen = self.session.search.as_ref().map(|search| search.chosen);
                return self.show_found(chosen?);
            }
            SearchCommand::ShowAt(at) => return self.show_found(at),
        }
        None
    }

    /// Closes the search and shows what was found: in a briefing as an answer.
    fn show_found(&mut self, at: usize) -> Option<Effect> {
        let &found = self.session.search.as_ref()?.found.get(at)?;
        let era = self.session.stage.era;
        self.session.search = None;
        self.end_walk();
        match found {
            Found::Subject(subject) => {
                self.select(subject, Origin::Panel);
                if let Some(passage) = self.session.stage.passage
                    && self.session.show.is_some()
                {
                    self.present(ShowCommand::Answer(passage));
                    self.session.stage.selection = Some(subject);
                }
            }
            Found::Passage(passage) if self.session.show.is_some() => {
                self.present(ShowCommand::Answer(passage));
            }
            Found::Passage(passage) => {
                self.remember();
                self.session.followed = None;
                self.show_passage(passage);
            }
        }
        self.era_left(era)
    }

    /// Reads a passage, with all that it names on the map and in view.
    pub(super) fn show_passage(&mut self, passage: Id<Passage>) {
        let subjects = self.world.subjects_in(passage);
        for &subject in &subjects {
            self.show_overlay_of(subject);
            self.show_time_of(subject);
            if let Subject::Feature(id) = subject {
                self.session.stage.withheld.remove(&id);
            }
        }
        self.read(passage);
        self.frame(&self.world.framed_by(passage));
    }
}
