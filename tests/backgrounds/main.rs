//! Backgrounds from elsewhere: nothing without being asked, and nothing bad that comes of them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

#[path = "../harness/mod.rs"]
mod harness;
mod kept;
#[path = "../tile_server/mod.rs"]
mod tile_server;

use std::sync::mpsc::channel;
use std::time::Duration;

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use passage::app::Options;
use passage::tiles::TileServer;

use harness::{
    Program, SMALL, is_disabled, press, press_briefly, press_key, program_with, shows, until,
    until_it_shows,
};
use tile_server::{Manner, Server, bomb, png, tile_at};

const MAGENTA: [u8; 3] = [240, 20, 200];
const FAILS: &str = "OpenStreetMap does not answer; the built-in map stays.";

/// Nothing here takes long; what takes so long hangs.
const HANGS: Duration = Duration::from_mins(4);

fn options(server: &Server) -> Options {
    Options {
        tile_server: TileServer {
            address: server.address.clone(),
            patience: Duration::from_secs(1),
            ..TileServer::default()
        },
        ..Options::default()
    }
}

/// Chooses from the View menu, and closes it where it stays open.
fn choose(program: &mut Program, items: &[&str]) {
    if !shows(program, "Reduced motion") {
        press_briefly(program, "View");
    }
    for item in items {
        press_briefly(program, item);
    }
    if shows(program, "Reduced motion") {
        press_briefly(program, "View");
    }
}

fn ask_for_openstreetmap(program: &mut Program) {
    choose(program, &["Background", "OpenStreetMap (online)"]);
}

fn go_online(program: &mut Program) {
    ask_for_openstreetmap(program);
    press_briefly(program, "Show OpenStreetMap");
}

/// Waits until nothing is on its way any more: the note over the map says so to who points at it.
fn wait_for_tiles(program: &mut Program) {
    program.get_by_label("Online: OpenStreetMap").hover();
    until_it_shows(program, "is asked when the view moves");
    program.hover_at(egui::Pos2::ZERO);
    program.run_steps(2);
}

/// The program still does what it is for.
fn answers_clicks(program: &mut Program) {
    press(program, "Turkmenistan on the map");
    assert!(shows(program, "Capital Ashgabat"));
    press_key(program, Key::Escape);
}

/// Runs it on a thread of its own, so that a program that hangs, even while it is closed, fails
/// the test instead of stopping it.
fn within_reason(test: impl FnOnce() + Send + 'static) {
    let (sender, receiver) = channel();
    let thread = std::thread::spawn(move || {
        test();
        let _ = sender.send(());
    });
    let done = receiver.recv_timeout(HANGS);
    if matches!(done, Err(std::sync::mpsc::RecvTimeoutError::Timeout)) {
        panic!("it hangs");
    }
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn nothing_is_asked_of_anybody_before_a_person_agrees() {
    within_reason(|| {
        let server = Server::start(Manner::Picture(png(256, MAGENTA)));
        let mut program = program_with(SMALL, options(&server));
        for background in ["None", "Relief"] {
            choose(&mut program, &["Background", background]);
        }
        ask_for_openstreetmap(&mut program);
        let host = server.address.trim_start_matches("http://").to_owned();
        assert!(shows(&program, &host), "it says who would be asked");
        assert!(shows(&program, "which part of the map you look at"));
        press(&mut program, "Not now");
        assert!(!shows(&program, "Online: OpenStreetMap"));
        ask_for_openstreetmap(&mut program);
        press_key(&mut program, Key::Escape);
        assert!(!shows(&program, "Show OpenStreetMap"));
        assert!(!shows(&program, "Online: OpenStreetMap"));
        assert_eq!(server.connections(), 0);
    });
}

#[test]
fn once_agreed_it_says_that_it_is_online_whose_the_map_is_and_why_the_projection_changed() {
    within_reason(|| {
        let server = Server::start(Manner::Picture(png(256, MAGENTA)));
        let mut program = program_with(SMALL, options(&server));
        go_online(&mut program);
        assert!(shows(&program, "Web Mercator now"));
        until(&mut program, "tiles are asked for", |_| {
            server.requests().len() > 8
        });
        assert!(shows(&program, "Online: OpenStreetMap"));
        assert!(shows(&program, "\u{00a9} OpenStreetMap contributors"));
        wait_for_tiles(&mut program);
        assert!(server.most_at_a_time() <= 4, "{}", server.most_at_a_time());
        for request in server.requests() {
            assert!(request.contains("user-agent: passage/"), "{request}");
        }
        answers_clicks(&mut program);

        choose(&mut program, &["Projection", "Equal-area projection"]);
        assert!(shows(&program, "The map tiles are off"));
        assert!(!shows(&program, "Online: OpenStreetMap"));
        let asked = server.requests().len();
        program.key_press(Key::Plus);
        program.run_steps(40);
        assert!(
            server.requests().len() <= asked + 4,
            "only what was under way"
        );

        // Agreed is agreed, for this sitting.
        ask_for_openstreetmap(&mut program);
        assert!(shows(&program, "Online: OpenStreetMap"));
        press(&mut program, "Switch off");
        assert!(!shows(&program, "Online: OpenStreetMap"));
    });
}

#[test]
fn whatever_the_server_does_the_map_goes_on_and_says_so() {
    let picture = png(256, MAGENTA);
    let manners = [
        Manner::Silent,
        Manner::HalfOf(picture.clone()),
        Manner::Cut,
        Manner::Status(500),
        Manner::Status(404),
        Manner::Status(429),
        Manner::Called(b"<html><body>Please log in</body></html>".to_vec()),
        Manner::Called(Vec::new()),
        Manner::Called(png(1, MAGENTA)),
        Manner::Called(png(4000, MAGENTA)),
        Manner::Called(bomb()),
        Manner::ShortLength(picture),
        Manner::Flood,
        Manner::Garbage,
    ];
    for manner in manners {
        within_reason(move || {
            let server = Server::start(manner.clone());
            let mut program = program_with(SMALL, options(&server));
            go_online(&mut program);
            answers_clicks(&mut program);
            until(&mut program, &format!("{manner:?} is told"), |program| {
                shows(program, FAILS)
            });
            assert!(shows(&program, "The reason: "));
            let asked = server.connections();
            press_key(&mut program, Key::Plus);
            answers_clicks(&mut program);
            assert!(
                server.connections() <= asked + 4,
                "{manner:?}: a server that fails is left alone"
            );
            drop(program);
        });
    }
}

#[test]
fn a_server_that_is_not_there_is_told_and_can_be_tried_again() {
    within_reason(|| {
        let server = Server::start(Manner::Status(500));
        let mut program = program_with(SMALL, options(&server));
        go_online(&mut program);
        until_it_shows(&mut program, FAILS);
        server.change_to(Manner::Picture(png(256, MAGENTA)));
        let asked = server.requests().len();
        press(&mut program, "Retry");
        assert!(!shows(&program, FAILS));
        until(&mut program, "tiles are asked for", |_| {
            server.requests().len() > asked + 8
        });
        assert!(!shows(&program, FAILS));

        let mut nowhere = options(&server);
        nowhere.tile_server.address = "http://127.0.0.1:1".to_owned();
        let mut program = program_with(SMALL, nowhere);
        go_online(&mut program);
        until_it_shows(&mut program, FAILS);
        assert!(shows(&program, "there is no connection to it"));
    });
}

#[test]
fn a_host_that_was_not_named_is_not_asked_though_the_server_points_there() {
    within_reason(|| {
        let elsewhere = Server::start(Manner::Picture(png(256, MAGENTA)));
        let server = Server::start(Manner::Redirect(format!("{}/0/0/0.png", elsewhere.address)));
        let mut program = program_with(SMALL, options(&server));
        go_online(&mut program);
        until_it_shows(&mut program, FAILS);
        assert_eq!(elsewhere.connections(), 0);
    });
}

#[test]
fn closing_the_program_waits_for_nobody() {
    within_reason(|| {
        let server = Server::start(Manner::Silent);
        let mut patient = options(&server);
        // Longer than this test may take.
        patient.tile_server.patience = HANGS * 4;
        let mut program = program_with(SMALL, patient);
        go_online(&mut program);
        until(&mut program, "a tile is asked for", |_| {
            server.connections() > 0
        });
        press(&mut program, "Switch off");
        drop(program);
    });
}

#[test]
fn the_way_to_the_edges_of_the_world_and_back_keeps_asking_for_tiles_that_exist() {
    within_reason(|| {
        let server = Server::start(Manner::Picture(png(256, MAGENTA)));
        let mut program = program_with(SMALL, options(&server));
        go_online(&mut program);
        for (key, times) in [
            (Key::Minus, 12),
            (Key::ArrowRight, 30),
            (Key::ArrowUp, 20),
            (Key::Plus, 5),
            (Key::ArrowDown, 60),
            (Key::ArrowLeft, 80),
        ] {
            for _ in 0..times {
                program.key_press(key);
                program.run_steps(3);
            }
            std::thread::sleep(Duration::from_millis(100));
            program.run_steps(20);
        }
        only_tiles_that_exist(&server);
        assert!(shows(&program, "Online: OpenStreetMap"));
    });
}

fn only_tiles_that_exist(server: &Server) {
    let paths = server.paths();
    assert!(paths.len() > 20, "{}", paths.len());
    for path in paths {
        let Some([zoom, x, y]) = tile_at(&path) else {
            panic!("{path} is no tile");
        };
        assert!(zoom <= 19 && x < 1 << zoom && y < 1 << zoom, "{path}");
    }
}

#[test]
fn the_terms_can_be_copied() {
    within_reason(|| {
        let server = Server::start(Manner::Picture(png(256, MAGENTA)));
        let mut program = program_with(SMALL, options(&server));
        go_online(&mut program);
        let credit = "\u{00a9} OpenStreetMap contributors";
        until_it_shows(&mut program, credit);
        assert!(!is_disabled(&program, credit));
        press_briefly(&mut program, credit);
        assert!(shows(
            &program,
            "Address copied: https://www.openstreetmap.org/copyright"
        ));
    });
}
