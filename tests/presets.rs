//! Sets of overlays that a reader keeps by name: chosen, changed, and there at the next start.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;
mod opacity;

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use harness::{
    Program, folder, is_disabled, is_on, press, press_briefly, press_key, program_in, shows,
};
use opacity::{opacity, set_opacity};

fn type_name(program: &mut Program, name: &str) {
    program.get_by_role(Role::TextInput).focus();
    program.run_steps(2);
    program.event(Event::Text(name.to_owned()));
    program.run_steps(4);
}

fn keep(program: &mut Program, name: &str) {
    press(program, "Presets");
    press(program, "Keep these as\u{2026}");
    type_name(program, name);
    press_key(program, Key::Enter);
    press_key(program, Key::Escape);
}

#[test]
fn a_preset_outlives_a_restart_and_brings_overlays_opacity_and_switch_back() {
    let folder = folder("presets");
    let mut first = program_in(&folder);
    press(&mut first, "Pipelines");
    set_opacity(&mut first, "Pipelines", 60.0);
    press(&mut first, "Show Arms");
    press(&mut first, "Draw what is not in the article");
    // Letters and figures of a name are no shortcuts.
    keep(&mut first, "Gas 0 and arms VAT");
    assert!(is_on(&first, "Show Arms") && is_on(&first, "Show Pipelines"));
    press(&mut first, "Presets");
    assert!(is_on(&first, "Gas 0 and arms VAT"));
    press(&mut first, "None");
    drop(first);

    let mut second = program_in(&folder);
    press(&mut second, "Pipelines");
    press(&mut second, "Presets");
    press(&mut second, "Opening view\u{2019}s overlays");
    assert!((opacity(&second, "Pipelines") - 100.0).abs() < 0.1);
    assert!(!is_on(&second, "Show Arms") && is_on(&second, "Show Pipelines"));
    press(&mut second, "Presets");
    press(&mut second, "Gas 0 and arms VAT");
    assert!(is_on(&second, "Show Arms") && is_on(&second, "Show Pipelines"));
    assert!(is_on(&second, "Draw what is not in the article"));
    assert!((opacity(&second, "Pipelines") - 60.0).abs() < 0.1);
}

#[test]
fn a_preset_is_renamed_deleted_and_brought_back() {
    let folder = folder("changed");
    let mut program = program_in(&folder);
    keep(&mut program, "Gas");
    press(&mut program, "Show Wars");
    keep(&mut program, "Wars and gas");
    press(&mut program, "Presets");
    press(&mut program, "Rename Gas");
    type_name(&mut program, " only");
    press_key(&mut program, Key::Enter);
    assert!(shows(&program, "Gas only") && program.query_by_label("Rename Gas").is_none());
    press_briefly(&mut program, "Delete Gas only");
    assert!(shows(&program, "Gas only\u{201d} deleted"));
    assert!(program.query_by_label("Rename Gas only").is_none());
    press(&mut program, "Bring back \u{201c}Gas only\u{201d}");
    assert!(program.query_by_label("Rename Gas only").is_some());
    press(&mut program, "Gas only");
    assert!(!is_on(&program, "Show Wars") && is_on(&program, "Show Pipelines"));
}

#[test]
fn a_name_that_is_taken_asks_before_it_replaces() {
    let folder = folder("taken");
    let mut program = program_in(&folder);
    keep(&mut program, "Gas");
    press(&mut program, "Show Wars");
    press(&mut program, "Presets");
    press(&mut program, "Keep these as\u{2026}");
    type_name(&mut program, "gas");
    assert!(shows(
        &program,
        "There is \u{201c}Gas\u{201d} already. Replace it?"
    ));
    press_key(&mut program, Key::Enter);
    assert!(!is_on(&program, "Gas"), "Enter replaced it without asking");
    press(&mut program, "Replace");
    assert!(is_on(&program, "Gas"));
    assert_eq!(program.query_all_by_label("Rename Gas").count(), 1);
}

#[test]
fn hostile_names_are_refused_or_cleaned() {
    let folder = folder("hostile");
    let mut program = program_in(&folder);
    press(&mut program, "Presets");
    press(&mut program, "Keep these as\u{2026}");
    type_name(&mut program, &"long ".repeat(20));
    assert!(shows(&program, "99 letters; a name has 40 at most"));
    assert!(is_disabled(&program, "Keep"));
    press(&mut program, "Cancel");
    press(&mut program, "Keep these as\u{2026}");
    assert!(is_disabled(&program, "Keep"));
    type_name(&mut program, "\u{202e}\u{200b}\u{2066}");
    assert!(is_disabled(&program, "Keep"));
    press(&mut program, "Cancel");
    press_key(&mut program, Key::Escape);
    keep(&mut program, "a\u{202e}b  c");
    keep(&mut program, "Газ и нефть");
    press(&mut program, "Presets");
    assert!(is_on(&program, "ab c") && is_on(&program, "Газ и нефть"));
}

#[test]
fn bad_values_of_a_kept_preset_cost_themselves_and_no_others() {
    let folder = folder("bad-values");
    let stage = r#"{"story": "", "overlays": ["pipelines"],
        "opacity": {"pipelines": "dim", "arms": 40, "wars": 7, "gone": 50},
        "presets": [
            7,
            {"name": 3, "overlays": ["arms"]},
            {"name": "  \u202e ", "overlays": ["arms"]},
            {"name": "Sound", "overlays": ["wars", 9, "gone"], "opacity": {"wars": 300},
             "shows_outside": "yes"},
            {"name": "SOUND", "overlays": []},
            {"name": "Arms", "overlays": ["arms"], "opacity": {"arms": 35}}
        ]}"#;
    let text = format!("{{\"theme\": \"dark\", \"stages\": [{stage}]}}");
    std::fs::write(folder.join("session.json"), text).unwrap();
    let mut program = program_in(&folder);
    assert!(is_on(&program, "Show Pipelines") && !is_on(&program, "Show Arms"));
    press(&mut program, "Presets");
    let rows = program.query_all_by_label_contains("Rename ");
    let rows: Vec<String> = rows
        .map(|node| node.accesskit_node().label().unwrap())
        .collect();
    assert_eq!(rows, ["Rename Sound", "Rename Arms"]);
    press(&mut program, "Sound");
    assert!(is_on(&program, "Show Wars") && !is_on(&program, "Show Pipelines"));
    press(&mut program, "Wars");
    assert!((opacity(&program, "Wars") - 100.0).abs() < 0.1);
    press(&mut program, "Presets");
    let arms = program.query_all_by_role_and_label(Role::MenuItem, "Arms");
    arms.into_iter().next().unwrap().click_accesskit();
    program.run_steps(8);
    press(&mut program, "Arms");
    assert!((opacity(&program, "Arms") - 35.0).abs() < 0.1);
}
