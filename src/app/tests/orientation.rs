//! Where one is, which way is north, how far it is.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Program, click_at, on_screen, press_key, program, rect, shows};
use crate::geography::MapProjection;

fn looked(program: &Program) -> (f64, f64, f64) {
    let camera = &program.state().camera;
    let center = camera.center();
    (center.lon_deg, center.lat_deg, camera.zoom())
}

#[test]
fn m_changes_the_projection_around_the_same_centre_and_twice_m_is_as_if_nothing_had_been() {
    let mut program = program();
    let before = looked(&program);
    press_key(&mut program, Key::M);
    let after = looked(&program);
    assert_eq!(
        program.state().session.stage.projection,
        MapProjection::WebMercator
    );
    assert!((after.0 - before.0).abs() < 1e-9 && (after.1 - before.1).abs() < 1e-9);
    for name in ["Pakistan", "India", "Iran", "Turkmenistan", "Afghanistan"] {
        assert!(shows(&program, &format!("{name} on the map")), "{name}");
    }
    press_key(&mut program, Key::M);
    assert_eq!(looked(&program), before);
}

#[test]
fn x_shows_a_graticule_whose_degrees_stand_at_the_edge_and_on_nothing_else() {
    let mut program = program();
    assert!(program.state().map.label_rects()[1].is_empty());
    press_key(&mut program, Key::X);
    for _ in 0..2 {
        let [names, degrees] = program.state().map.label_rects();
        assert!(degrees.len() > 4, "{degrees:?}");
        let map = rect(&program, "Map");
        let furniture = ["Overview map", "Zoom in", "Measure distance"];
        let furniture: Vec<_> = furniture.map(|name| rect(&program, name)).into();
        for (index, label) in degrees.iter().enumerate() {
            assert!(map.contains_rect(*label));
            assert!(!map.shrink(8.0).contains_rect(*label), "{label:?}");
            let others = names.iter().chain(&furniture).chain(&degrees[..index]);
            for other in others {
                assert!(!label.intersects(*other), "{label:?} {other:?}");
            }
        }
        press_key(&mut program, Key::M);
    }
    press_key(&mut program, Key::X);
    assert!(program.state().map.label_rects()[1].is_empty());
}

#[test]
fn a_click_in_the_overview_map_looks_there_and_its_arrows_move_on_and_i_hides_it() {
    let mut program = program();
    let (_, _, zoom) = looked(&program);
    let small = rect(&program, "Overview map");
    click_at(&mut program, small.lerp_inside(egui::vec2(0.2, 0.5)));
    let (lon, lat, same_zoom) = looked(&program);
    // West Africa; the map under the overview was not clicked.
    assert!(lon < 30.0 && (-20.0..40.0).contains(&lat), "{lon} {lat}");
    assert!((zoom - same_zoom).abs() < 1e-9);
    assert_eq!(program.state().session.stage.selection, None);
    program.get_by_label("Overview map").focus();
    program.run_steps(2);
    press_key(&mut program, Key::ArrowRight);
    press_key(&mut program, Key::ArrowRight);
    assert!(
        looked(&program).0 > lon + 5.0,
        "{lon} {:?}",
        looked(&program)
    );
    assert!(
        program
            .get_by_label("Overview map")
            .accesskit_node()
            .is_focused()
    );
    press_key(&mut program, Key::I);
    assert!(program.query_by_label("Overview map").is_none());
}

#[test]
fn the_way_to_where_the_overview_map_was_clicked_is_one_step_back() {
    let mut program = program();
    let (lon, lat, _) = looked(&program);
    let small = rect(&program, "Overview map");
    click_at(&mut program, small.lerp_inside(egui::vec2(0.2, 0.5)));
    assert!((looked(&program).0 - lon).abs() > 20.0);
    program.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowLeft);
    program.run_steps(200);
    let (back_lon, back_lat, _) = looked(&program);
    assert!((back_lon - lon).abs() < 1e-6, "{lon} {back_lon}");
    assert!((back_lat - lat).abs() < 1e-6, "{lat} {back_lat}");
}

#[test]
fn a_view_of_nearly_all_the_world_needs_no_overview_map() {
    let mut program = program();
    assert!(program.query_by_label("Overview map").is_some());
    for _ in 0..12 {
        press_key(&mut program, Key::Minus);
    }
    program.run_steps(30);
    assert!(program.query_by_label("Overview map").is_none());
}

#[test]
fn d_measures_from_capital_to_capital_by_keyboard_and_escape_ends_it() {
    let mut program = program();
    press_key(&mut program, Key::D);
    assert!(shows(&program, "Click where to measure from"));
    for country in ["Pakistan", "Russia", "India"] {
        let label = format!("{country} on the map");
        program.get_by_label(&label).click_accesskit();
        program.run_steps(6);
    }
    // 3,654.5 km and 4,345.6 km by PROJ 9 geod between the cities' own positions.
    assert!(shows(
        &program,
        "Islamabad \u{2013} Moscow \u{2013} New Delhi: 8,000 km"
    ));
    press_key(&mut program, Key::Backspace);
    assert!(shows(
        &program,
        "Islamabad \u{2013} Moscow: 3,655 km \u{00b7} 2,271 mi"
    ));
    assert_eq!(program.state().session.stage.selection, None);
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "Islamabad \u{2013} Moscow"));
    assert_eq!(program.state().session.measure, None);
}

#[test]
fn clicks_measure_instead_of_selecting_until_d_is_pressed_again() {
    let mut program = program();
    press_key(&mut program, Key::D);
    let iran = rect(&program, "Iran on the map").center();
    let india = rect(&program, "India on the map").center();
    for at in [iran, india] {
        click_at(&mut program, at);
    }
    let session = &program.state().session;
    let measure = session.measure.clone().unwrap();
    assert_eq!((session.stage.selection, measure.legs().count()), (None, 1));
    assert!((2e6..4e6).contains(&measure.length_m()), "{measure:?}");
    press_key(&mut program, Key::M);
    let turned = &program.state().session.measure;
    assert_eq!(turned.as_ref(), Some(&measure));
    press_key(&mut program, Key::D);
    let india = rect(&program, "India on the map").center();
    click_at(&mut program, india);
    assert!(shows(&program, "Capital New Delhi"));
}

#[test]
fn a_click_beside_a_capital_measures_from_the_capital_itself() {
    let mut program = program();
    press_key(&mut program, Key::D);
    let app = program.state();
    let city = app.atlas.cities.iter().find(|city| city.name == "Tehran");
    let city = city.unwrap().at;
    let at = on_screen(&program, city.lon_deg, city.lat_deg) + egui::vec2(-5.0, 4.0);
    click_at(&mut program, at);
    let measure = program.state().session.measure.clone().unwrap();
    let point = &measure.points()[0];
    assert_eq!(point.name.as_deref(), Some("Tehran"));
    assert_eq!(point.at, city);
}

#[test]
fn a_click_beyond_the_edge_of_the_world_measures_nothing() {
    let mut program = program();
    let projection = program.state().session.stage.projection;
    let pole = crate::geography::LonLat::new(90.0, 84.0);
    program.state_mut().camera.look_at(pole, projection);
    program.run_steps(4);
    press_key(&mut program, Key::D);
    let map = rect(&program, "Map");
    // North of the pole.
    click_at(&mut program, map.center_top() + egui::vec2(0.0, 120.0));
    let measure = program.state().session.measure.clone().unwrap();
    assert!(measure.points().is_empty(), "{measure:?}");
}

#[test]
fn two_compared_countries_say_how_far_it_is_from_capital_to_capital() {
    let mut program = program();
    program
        .get_by_label("Pakistan on the map")
        .click_accesskit();
    program.run_steps(6);
    let app = program.state_mut();
    let india = app.atlas.country_by_code("IND").unwrap();
    let subject = crate::world::Subject::Country(india);
    let origin = crate::session::Origin::Panel;
    app.run(crate::session::Command::CompareWith { subject, origin });
    program.run_steps(6);
    assert!(
        shows(&program, "Islamabad \u{2013} New Delhi: 691 km"),
        "no distance"
    );
}

#[test]
fn a_pipeline_says_how_long_it_is_as_drawn_and_an_alliance_does_not() {
    let mut program = program();
    program
        .get_by_label("TAPI pipeline on the map")
        .click_accesskit();
    program.run_steps(6);
    assert!(shows(&program, "about 1,700 km \u{00b7} 1,100 mi as drawn"));
    let app = program.state();
    for (_, feature) in app.world.features.iter() {
        let has_way = matches!(feature.geometry, crate::world::Geometry::Lines(_));
        assert_eq!(feature.drawn_length().is_some(), has_way, "{}", feature.key);
    }
}
