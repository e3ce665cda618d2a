//! Nodes for what can be selected on the map: for the keyboard, and for those who do not see it.
//!
//! In: focus, names, and selecting by keyboard. Out: the pointer, for which a node is only another
//! part of the map (see `pointer`).

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo};

use crate::session::{Command, Origin, measured_at};
use crate::ui::{Outbox, UiContext};
use crate::world::Subject;

/// What the pointer does on the nodes of a frame.
#[derive(Clone, Copy, Default)]
pub(super) struct Pointed {
    /// Whose name it is on.
    pub named: Option<Subject>,
    /// Whether it clicked one; the map beneath does not hear of that.
    pub is_clicked: bool,
    /// Whether it is on any.
    pub is_on_node: bool,
}

/// A node at `rect`. One that stands for a name and one that stands for a line without room for
/// its name are the same, so that the keyboard stays on it when the name comes or goes.
pub(super) fn node_ui(
    ui: &Ui,
    context: UiContext<'_>,
    rect: Rect,
    (subject, name): (Subject, &str),
    outbox: &mut Outbox,
) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("node", subject)), Sense::click());
    let is_selected = context.session.stage.selection == Some(subject);
    let name = format!("{name} on the map");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &name));
    if response.has_focus() {
        outbox.hover = Some(subject);
    }
    if response.clicked() && !is_pointer_click(ui) {
        outbox.push(keyboard_click(context, subject));
    }
    response
}

/// Selects, or measures from where the subject is.
fn keyboard_click(context: UiContext<'_>, subject: Subject) -> Command {
    let point = measured_at(context.world, context.atlas, subject);
    match point.filter(|_| context.session.measure.is_some()) {
        Some(point) => Command::MeasureAt(point),
        None => Command::Select {
            subject,
            origin: Origin::Map,
        },
    }
}

/// Whether a click of this frame is one of the pointer: what that means depends on all that lies
/// there.
pub(super) fn is_pointer_click(ui: &Ui) -> bool {
    ui.input(|input| input.pointer.any_click())
}
