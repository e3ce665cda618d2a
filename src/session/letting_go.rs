//! Opening panels, and closing what lies on top: Escape has one owner at a time.

use super::update::Scope;
use super::{Panel, ShowCommand};

impl Scope<'_> {
    /// Closes what lies on top, one thing at a time: dialogs, the search, words in hand, a lost link, a
    /// walk, what lies over a briefing, a detour from its scene, the briefing; or a scene's words,
    /// measuring, the comparison, the selection.
    pub(super) fn let_go(&mut self) {
        if self.close_dialog()
            || self.session.search.take().is_some()
            || self.session.correcting.take().is_some()
            || self.session.lost_in_hand.take().is_some()
            || self.session.unsure.take().is_some()
            || self.end_walk()
            || self.session.followed.take().is_some()
        {
            return;
        }
        if let Some(show) = &mut self.session.show {
            if show.close_top() {
                return;
            }
            let is_detour = show.is_detour(&self.session.stage, self.camera);
            self.present(if is_detour {
                ShowCommand::Return
            } else {
                ShowCommand::Leave
            });
        } else if self.session.scene_in_hand().is_some() {
            self.session.panels.notes = false;
        } else if self.session.measure.take().is_some() {
            // Measuring is over; the selection stays.
        } else {
            self.clear_selection();
        }
    }

    /// The comparison goes, or else the selection.
    pub(super) fn clear_selection(&mut self) {
        let stage = &self.session.stage;
        let (has_two, has_one) = (stage.compare.is_some(), stage.selection.is_some());
        if has_two || has_one {
            self.remember();
        }
        let stage = &mut self.session.stage;
        if has_two {
            stage.compare = None;
        } else {
            stage.selection = None;
        }
    }

    fn close_dialog(&mut self) -> bool {
        let panels = &mut self.session.panels;
        let on_top = [
            &mut panels.online,
            &mut panels.export,
            &mut panels.keys,
            &mut panels.about,
            &mut panels.problems,
            &mut panels.lost_links,
        ];
        let open = on_top.into_iter().find(|open| **open);
        open.is_some_and(std::mem::take)
    }

    pub(super) fn toggle_panel(&mut self, panel: Panel) {
        let panels = &mut self.session.panels;
        let open = match panel {
            Panel::Legend => &mut panels.legend,
            Panel::Reader => &mut panels.reader,
            Panel::Scenes => &mut panels.scenes,
            Panel::Notes => &mut panels.notes,
            Panel::About => &mut panels.about,
            Panel::Keys => &mut panels.keys,
            Panel::Problems => &mut panels.problems,
            Panel::LostLinks => &mut panels.lost_links,
            Panel::Online => &mut panels.online,
            Panel::Export => &mut panels.export,
        };
        *open = !*open;
    }
}
