//! What is disputed, as it is met on the map with the pointer.

use egui::{Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Options, PassageApp};
use crate::atlas::Worldview;
use crate::geography::LonLat;
use crate::picture::View;
use crate::session::CameraGoal;

type Program = Harness<'static, PassageApp>;

/// The program near Kashmir, with its finest level there, and nothing drawn over the ground.
fn program(worldview: Worldview) -> Program {
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(400)
        .build_eframe(|creation| PassageApp::new(creation, &Options::default()).unwrap());
    program.run_steps(4);
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

fn screen(program: &Program, lon_deg: f64, lat_deg: f64) -> Pos2 {
    let rect = program.get_all_by_label("Map").next().unwrap().rect();
    let app = program.state();
    let projection = app.session.stage.projection;
    let center = projection.project(app.camera.center());
    let view = View::new(rect, center, app.camera.zoom());
    view.screen_from_map(projection.project(LonLat::new(lon_deg, lat_deg)))
}

fn hovered(program: &mut Program, at: Pos2) -> Option<String> {
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
    let mut neutral = program(Worldview::Neutral);
    let at = screen(&neutral, 75.6, 33.6);
    assert_eq!(hovered(&mut neutral, at).as_deref(), Some("dispute:IND-JK"));
    let mut pakistani = program(Worldview::Pakistani);
    let at = screen(&pakistani, 75.6, 33.6);
    assert_eq!(hovered(&mut pakistani, at).as_deref(), Some("country:PAK"));
}

#[test]
fn a_disputed_line_is_named_within_six_points_and_chosen_by_a_click() {
    let mut program = program(Worldview::Neutral);
    let line = screen(&program, ON_THE_LINE.0, ON_THE_LINE.1);
    assert_eq!(
        hovered(&mut program, line + vec2(0.0, 2.0)).as_deref(),
        Some("dispute:line-of-control")
    );
    let beside = line + vec2(0.0, 40.0);
    assert_eq!(
        hovered(&mut program, beside).as_deref(),
        Some("dispute:IND-JK")
    );
    program.hover_at(line);
    program.drag_at(line);
    program.run_steps(1);
    program.drop_at(line);
    program.run_steps(4);
    let said = program.query_by_label_contains("It ends at the point NJ9842");
    assert!(said.is_some());
}

#[test]
fn a_line_that_a_view_does_not_draw_is_not_there_for_the_pointer() {
    let mut indian = program(Worldview::Indian);
    let line = screen(&indian, ON_THE_LINE.0, ON_THE_LINE.1);
    assert_eq!(hovered(&mut indian, line).as_deref(), Some("country:IND"));
}

#[test]
fn the_card_of_a_country_lists_what_is_disputed_and_leads_to_it() {
    let mut program = program(Worldview::Neutral);
    program.get_by_label("India on the map").click_accesskit();
    program.run_steps(4);
    for name in ["Aksai Chin", "Arunachal Pradesh", "Line of Actual Control"] {
        assert!(program.query_by_label(name).is_some(), "{name}");
    }
    program.get_by_label("Aksai Chin").click_accesskit();
    program.run_steps(4);
    assert!(
        program
            .query_by_label_contains("China built a road")
            .is_some()
    );
    assert!(program.query_by_label("the 1950s").is_some());
    program.get_by_label("Close the card").click_accesskit();
    program.run_steps(4);
    assert!(
        program
            .query_by_label_contains("China built a road")
            .is_none()
    );
}
