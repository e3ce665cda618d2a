//! Where the map of an article looks: at what the article is about, in the window as in what leaves it.

use super::articles::opened;
use super::{Program, press_key, shows};
use crate::app::exports::opening;
use crate::export::data::StoryData;
use crate::geography::{LonLat, MapProjection};
use crate::picture::View;
use crate::session::{Command, WalkCommand};
use crate::world::{SceneView, Subject};
use egui::Key;

const SEA: &str = "South China Sea: who holds which reef\n\n\
    China claims almost all of it. Vietnam, the Philippines, Malaysia, Brunei and Taiwan claim parts.\n\n\
    Beijing ignored a ruling. Hanoi has built on a reef, and Taipei holds another.\n\n\
    The United States sails through the Taiwan Strait. Australia looks on.\n";

const PACT: &str = "Mercosur weighs a pact\n\n\
    BUENOS AIRES \u{2013} Ministers from Argentina, Brazil, Paraguay and Uruguay met for talks on Thursday.\n\n\
    Argentina and Brazil had barely spoken. Brazil waits, and so does Paraguay.\n\n\
    The talks go on next week, officials of the bloc said.\n\n\
    Chile wants talks with Japan and South Korea. Argentina and Brazil do not.\n";

/// Keys of what the map frames, without their kinds.
fn about(program: &Program) -> Vec<String> {
    let app = program.state();
    let subjects = app.world.is_about(&app.atlas).iter();
    let keys = subjects.filter_map(|&subject| app.world.key_of(&app.atlas, subject));
    let mut keys: Vec<String> = keys.collect();
    keys.sort();
    keys
}

/// Whether a place is on the map.
fn is_seen(program: &Program, [lon_deg, lat_deg]: [f64; 2]) -> bool {
    let app = program.state();
    let projection = app.session.stage.projection;
    let rect = super::rect(program, "Map");
    let (center, zoom) = app.camera.destination(projection);
    let view = View::new(rect, projection.project(center), zoom);
    rect.contains(view.screen_from_map(projection.project(LonLat { lon_deg, lat_deg })))
}

#[test]
fn the_map_frames_what_the_article_is_about_and_not_what_it_names_once_and_far_away() {
    let program = opened("sea", SEA);
    let about = about(&program);
    for code in ["CHN", "VNM", "PHL", "MYS", "BRN", "TWN"] {
        assert!(
            about.contains(&format!("country:{code}")),
            "{code}: {about:?}"
        );
    }
    assert!(!about.contains(&"country:USA".to_owned()), "{about:?}");
    // Both ends of it, and not the other side of the world.
    assert!(is_seen(&program, [114.0, 4.0]) && is_seen(&program, [122.0, 52.0]));
    assert!(!is_seen(&program, [-77.0, 38.9]));
    assert!(shows(&program, "United States"));
}

#[test]
fn what_leaves_the_window_is_drawn_as_the_window_opens() {
    for (name, words) in [
        ("out-sea", SEA),
        ("out-pact", PACT),
        ("out-none", "Bake bread.\n"),
    ] {
        let program = opened(name, words);
        let app = program.state();
        let story = StoryData {
            atlas: &app.atlas,
            world: &app.world,
            scenes: &[],
            is_bundled: false,
        };
        let (stage, goal) = opening(story).unwrap();
        assert_eq!(stage.projection, app.session.stage.projection, "{name}");
        assert_eq!(stage.projection, MapProjection::WebMercator, "{name}");
        let mut camera = app.camera.clone();
        camera.jump_to(&goal, stage.projection);
        let apart = camera.center().lon_deg - app.camera.center().lon_deg;
        assert!(apart.abs() < 1e-6, "{name}: {apart}");
    }
}

#[test]
fn an_article_of_towns_alone_frames_these_and_one_of_no_place_shows_the_world() {
    let program = opened(
        "towns",
        "The band will play in Osaka, Lagos and Cape Town.\n",
    );
    for at in [[135.5, 34.7], [3.4, 6.5], [18.4, -33.9]] {
        assert!(is_seen(&program, at), "{at:?}");
    }
    assert!(shows(&program, "The text names no country in English."));
    let program = opened("bread", "Take flour, water and salt.\n");
    for at in [
        [-58.4, -34.6],
        [-0.1, 51.5],
        [139.7, 35.7],
        [151.2, -33.9],
        [-122.4, 37.8],
    ] {
        assert!(is_seen(&program, at), "{at:?}");
    }
    assert!(shows(&program, "The text names no country in English."));
}

#[test]
fn the_whole_width_of_the_world_can_be_framed() {
    let program = opened(
        "width",
        "The United States and Japan signed. Japan and the United States.\n",
    );
    for at in [[-167.0, 65.0], [145.0, 43.0], [130.5, 31.2]] {
        assert!(is_seen(&program, at), "{at:?}");
    }
}

#[test]
fn a_country_of_islands_is_framed_with_all_large_ones() {
    let program = opened("islands", "Japan");
    // The south of Kyushu, and the north of Hokkaido.
    assert!(is_seen(&program, [130.6, 31.1]) && is_seen(&program, [141.9, 45.4]));
}

#[test]
fn a_map_that_follows_the_text_frames_a_paragraph_s_countries_with_its_places() {
    let mut program = opened("follow", PACT);
    let ids: Vec<_> = program.state().world.passages.ids().collect();
    press_key(&mut program, Key::F);
    program.state_mut().run(Command::Follow(ids[1]));
    program.run_steps(6);
    let brazil = [[-70.0, -9.0], [-35.5, -8.0]];
    for at in [[-68.0, -54.0], brazil[0], brazil[1]] {
        assert!(is_seen(&program, at), "{at:?}");
    }
    // It speaks of talks and of a bloc, and so do others that name Japan.
    assert!(!is_seen(&program, [138.0, 36.0]));
    let app = program.state();
    assert_eq!(app.world.framed_by(ids[3]), []);
    for subject in app.world.framed_by(ids[1]) {
        assert!(
            matches!(subject, Subject::Country(_) | Subject::Place(_)),
            "{subject:?}"
        );
    }
}

#[test]
fn a_walk_does_not_leave_a_paragraph_for_what_is_only_talked_of() {
    let mut program = opened("talks", PACT);
    let last = program.state().world.passages.ids().nth(3).unwrap();
    program.state_mut().session.stage.passage = Some(last);
    let before = program.state().camera.center();
    press_key(&mut program, Key::J);
    let app = program.state();
    assert!(matches!(
        app.session.stage.selection,
        Some(Subject::Overlay(_))
    ));
    let (center, _) = app.camera.destination(app.session.stage.projection);
    assert!(
        (center.lon_deg - before.lon_deg).abs() < 1e-6,
        "{center:?} {before:?}"
    );
}

#[test]
fn scenes_of_a_walk_frame_what_their_paragraphs_name() {
    let mut program = opened("scenes", PACT);
    program
        .state_mut()
        .run(Command::Walk(WalkCommand::MakeScenes));
    let scenes = program.state().session.briefing.scenes();
    let SceneView::Frame(bounds) = scenes[1].view else {
        panic!("{:?}", scenes[1].view);
    };
    assert!(
        bounds.west_deg < -70.0 && bounds.east_deg > -40.0 && bounds.east_deg < 0.0,
        "{bounds:?}"
    );
    assert_eq!(scenes[3].view, SceneView::Opening);
}

#[test]
fn a_map_of_one_day_says_which_beside_an_article_of_another() {
    let program = opened("day", "In 2024 Kenya and Uganda signed a treaty.\n");
    assert!(shows(&program, "The map is of January 2011."));
    assert!(!shows(&program, "after the article"));
}
