//! What is asked before the first connection: who will hear what.

use egui::Ui;

use super::dialog::dialog_ui;
use super::parts::outlined_button;
use super::{Outbox, UiContext};
use crate::session::{Command, Panel};
use crate::theme::measures::GRID;
use crate::tiles::TileServer;

/// Shows the dialog while it is open.
pub fn online_ui(ui: &Ui, context: UiContext<'_>, server: &TileServer, outbox: &mut Outbox) {
    if !context.session.panels.online {
        return;
    }
    let frame = ("Go online for OpenStreetMap?", Panel::Online);
    let mut answer = None;
    dialog_ui(ui, context, frame, 440.0, outbox, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0 * GRID;
        for paragraph in paragraphs(server) {
            ui.label(paragraph);
        }
        ui.horizontal(|ui| {
            let name = format!("Show {}", server.name);
            let hint = format!("Connect to {}", server.host());
            let agree = ui.add(outlined_button(context.theme, name));
            if agree.on_hover_text(hint).clicked() {
                answer = Some(Command::AllowOnline);
            }
            let not_now = ui.add(outlined_button(context.theme, "Not now"));
            if not_now.on_hover_text("Stay offline (Esc)").clicked() {
                answer = Some(Command::TogglePanel(Panel::Online));
            }
        });
    });
    outbox.commands.extend(answer);
}

fn paragraphs(server: &TileServer) -> [String; 4] {
    let host = server.host();
    [
        format!(
            "Passage makes no connection by itself. This background is fetched from {host}, piece \
             by piece, as you look around."
        ),
        format!(
            "{host} then learns this machine\u{2019}s address and which part of the map you look \
             at. Nothing of the article is sent."
        ),
        "The usage policy of the OpenStreetMap Foundation is kept to: each request names Passage, \
         at most four run at a time, nothing is fetched ahead, and what may be kept is kept on \
         this machine, 200 MB at most."
            .to_owned(),
        "You can switch it off on the map. Passage asks again after its next start.".to_owned(),
    ]
}
