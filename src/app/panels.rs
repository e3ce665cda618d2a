//! What stands around the map: the top bar, problems, the legend, the reader.
//!
//! In: where, and how wide. Out: what they say (see `ui`).

use egui::{Frame, Margin, Panel as EguiPanel, Ui};

use super::PassageApp;
use crate::ui::{
    Outbox, card_ui, correcting_ui, fill_plain, legend_ui, lost_link_ui, problems_ui, reader_ui,
    top_bar_ui, unsure_ui, walk_ui,
};

/// Widths of the panels, in points, as they are at first. The legend's names need all of it.
const LEGEND_WIDTH: f32 = 270.0;
const READER_WIDTH: f32 = 400.0;
const READER_LEAST: f32 = 250.0;

/// Between the edge of a panel and what stands in it.
const MARGIN: Margin = Margin::symmetric(12, 4);

impl PassageApp {
    pub(super) fn panels_ui(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        let bare = Frame::NONE.inner_margin(MARGIN);
        let frame = bare.fill(self.theme.ui.panel);
        EguiPanel::top("top bar")
            .frame(frame)
            .show(ui, |ui| top_bar_ui(ui, self.context(), outbox));
        // A page of its own says what is wrong; panels about nothing would only be in its way.
        if self.has_nothing_to_show() {
            return;
        }
        if !self.problems.is_empty() || self.notice.is_some() {
            let mut is_closed = false;
            EguiPanel::top("problems").frame(frame).show(ui, |ui| {
                let notice = self.notice.as_deref();
                is_closed = problems_ui(ui, self.context(), &self.problems, notice, outbox);
            });
            if is_closed {
                self.problems.clear();
                self.notice = None;
                self.session.panels.problems = false;
            }
        }
        self.scenes_panel(ui, outbox);
        let room = ui.available_width();
        if self.session.panels.legend {
            let width = self.saved.legend_width.unwrap_or(LEGEND_WIDTH);
            // A small window is shared, so that the map keeps the larger part of it.
            let most = (room * 0.25).clamp(LEGEND_WIDTH, 420.0);
            let panel = EguiPanel::left("legend")
                .frame(bare)
                .default_size(width.min(most))
                .size_range(LEGEND_WIDTH..=most);
            let shown = panel.show(ui, |ui| {
                fill_plain(ui.painter(), ui.max_rect() + MARGIN, self.theme.ui.panel);
                legend_ui(ui, self.context(), outbox);
            });
            self.saved.legend_width = Some(shown.response.rect.width());
        }
        if self.session.panels.reader {
            self.reader_panel(ui, room, outbox);
        }
        self.scene_notes(ui, outbox);
    }

    fn reader_panel(&mut self, ui: &mut Ui, room: f32, outbox: &mut Outbox) {
        let width = self.saved.reader_width.unwrap_or(READER_WIDTH);
        let most = (room * 0.36).clamp(READER_LEAST, 640.0);
        let panel = EguiPanel::right("reader")
            .frame(Frame::NONE.inner_margin(MARGIN))
            .default_size(width.min(most))
            .size_range(READER_LEAST..=most);
        let mut reader = std::mem::take(&mut self.reader);
        let mut walk_reader = std::mem::take(&mut self.walk_reader);
        let shown = panel.show(ui, |ui| {
            fill_plain(ui.painter(), ui.max_rect() + MARGIN, self.theme.ui.panel);
            if let Some(walk) = &self.session.walk {
                walk_ui(ui, self.context(), walk, &mut walk_reader, outbox);
                correcting_ui(ui, self.context(), &mut walk_reader, outbox);
                return;
            }
            if let Some(hand) = &self.session.lost_in_hand {
                lost_link_ui(ui, self.context(), hand, outbox);
            } else if let Some(walk) = &self.session.unsure {
                unsure_ui(ui, self.context(), walk, &mut reader, outbox);
            } else {
                card_ui(ui, self.context(), outbox);
            }
            ui.separator();
            reader_ui(ui, self.context(), &mut reader, outbox);
            correcting_ui(ui, self.context(), &mut reader, outbox);
        });
        (self.reader, self.walk_reader) = (reader, walk_reader);
        self.saved.reader_width = Some(shown.response.rect.width());
    }
}
