//! How opaque an overlay is, read and set at its slider as a screen reader does it.

use egui::Event;
use egui::accesskit::{Action, ActionData, ActionRequest, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::Program;

pub(crate) fn opacity(program: &Program, overlay: &str) -> f64 {
    let name = format!("Opacity of {overlay}");
    let slider = program.get_by_role_and_label(Role::Slider, &name);
    slider.accesskit_node().numeric_value().unwrap()
}

pub(crate) fn set_opacity(program: &mut Program, overlay: &str, percent: f64) {
    let name = format!("Opacity of {overlay}");
    let slider = program.get_by_role_and_label(Role::Slider, &name);
    let (target_node, target_tree) = slider.accesskit_node().locate();
    program.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::SetValue,
        target_tree,
        target_node,
        data: Some(ActionData::NumericValue(percent)),
    }));
    program.run_steps(8);
}
