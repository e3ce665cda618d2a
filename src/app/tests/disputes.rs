//! What is disputed, as it is met on the map with the pointer.

use egui::{Pos2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::{Program, click_at, on_screen, program, shows};
use crate::atlas::Worldview;
use crate::geography::LonLat;
use crate::session::CameraGoal;

/// The program near Kashmir, with its finest level there, and nothing drawn over the ground.
fn near_kashmir(worldview: Worldview) -> Program {
    let mut program = program();
    let app = program.state_mut();
    app.session.stage.worldview = worldview;
    app.session.stage.overlays.clear();
    let center = LonLat::new(75.5, 34.0);
    let goal = CameraGoal::View { center, zoom: 7.0 };
    app.camera.jump_to(&goal, app.session.stage.projection);
    for _ in 0..100 {
        program.run_steps(1);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    program
}

fn pointed_at(program: &mut Program, at: Pos2) -> Option<String> {
    program.hover_at(at);
    program.run_steps(3);
    let app = program.state();
    let subject = app.session.hover?;
    app.world.key_of(&app.atlas, subject)
}

/// A place on the Line of Control, east of Poonch.
const ON_THE_LINE: (f64, f64) = (75.2250, 34.6380);

#[test]
fn disputed_land_is_named_as_such_where_no_side_is_taken_and_is_a_countrys_in_its_own_view() {
    let mut neutral = near_kashmir(Worldview::Neutral);
    let at = on_screen(&neutral, 75.6, 33.6);
    assert_eq!(
        pointed_at(&mut neutral, at).as_deref(),
        Some("dispute:IND-JK")
    );
    let mut pakistani = near_kashmir(Worldview::Pakistani);
    let at = on_screen(&pakistani, 75.6, 33.6);
    assert_eq!(
        pointed_at(&mut pakistani, at).as_deref(),
        Some("country:PAK")
    );
}

#[test]
fn a_disputed_line_is_named_within_six_points_and_chosen_by_a_click() {
    let mut program = near_kashmir(Worldview::Neutral);
    let line = on_screen(&program, ON_THE_LINE.0, ON_THE_LINE.1);
    assert_eq!(
        pointed_at(&mut program, line + vec2(0.0, 2.0)).as_deref(),
        Some("dispute:line-of-control")
    );
    let beside = line + vec2(0.0, 40.0);
    assert_eq!(
        pointed_at(&mut program, beside).as_deref(),
        Some("dispute:IND-JK")
    );
    click_at(&mut program, line);
    assert!(shows(&program, "It ends at the point NJ9842"));
}

#[test]
fn a_line_that_a_view_does_not_draw_is_not_there_for_the_pointer() {
    let mut indian = near_kashmir(Worldview::Indian);
    let line = on_screen(&indian, ON_THE_LINE.0, ON_THE_LINE.1);
    assert_eq!(
        pointed_at(&mut indian, line).as_deref(),
        Some("country:IND")
    );
}

#[test]
fn the_card_of_a_country_lists_what_is_disputed_and_leads_to_it() {
    let mut program = near_kashmir(Worldview::Neutral);
    program.get_by_label("India on the map").click_accesskit();
    program.run_steps(4);
    for name in ["Aksai Chin", "Arunachal Pradesh", "Line of Actual Control"] {
        assert!(program.query_by_label(name).is_some(), "{name}");
    }
    program.get_by_label("Aksai Chin").click_accesskit();
    program.run_steps(4);
    assert!(shows(&program, "China built a road"));
    assert!(program.query_by_label("the 1950s").is_some());
    program.get_by_label("Close the card").click_accesskit();
    program.run_steps(4);
    assert!(!shows(&program, "China built a road"));
}
