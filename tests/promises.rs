//! What the program promises on every screen: no network, a name on everything that can be
//! clicked, everything within reach of the keyboard, no name over another.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::collections::BTreeSet;

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use harness::{Program, SIZES, SMALL, press, press_key, program};

/// The program at a size, with all overlays on and every level of detail there.
fn with_all_overlays(size: Vec2) -> Program {
    let mut program = program(size);
    press(&mut program, "All overlays");
    program.run_steps(10);
    program
}

/// The names on the map that can be clicked, and where they stand.
fn names_on_the_map(program: &Program) -> Vec<(String, Rect)> {
    program
        .query_all_by_role(Role::Button)
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            let name = label.strip_suffix(" on the map")?.to_owned();
            // A line without room for its name has a small node without words.
            (node.rect().width() > 12.0).then(|| (name, node.rect()))
        })
        .collect()
}

/// Opens each screen in turn and looks at it.
fn on_every_screen(mut look: impl FnMut(&Program, &str)) {
    let mut program = with_all_overlays(SMALL);
    look(&program, "the first sight");
    press(&mut program, "Pakistan on the map");
    program.run_steps(10);
    look(&program, "a card");
    program.key_press_modifiers(Modifiers::SHIFT, Key::Questionmark);
    program.run_steps(3);
    look(&program, "the keys");
    press_key(&mut program, Key::Escape);
    press_key(&mut program, Key::F1);
    look(&program, "about");
    press_key(&mut program, Key::Escape);
    for name in ["View", "Background", "OpenStreetMap (online)"] {
        press(&mut program, name);
    }
    look(&program, "what going online would mean");
}

#[test]
fn everything_that_can_be_clicked_has_a_name() {
    on_every_screen(|program, screen| {
        let nameless: Vec<String> = program
            .root()
            .children_recursive()
            .filter(|node| {
                let node = node.accesskit_node();
                let is_for_clicks = node.data().supports_action(Action::Click);
                let is_bar = node.role() == Role::ScrollBar;
                is_for_clicks && !is_bar && node.label().unwrap_or_default().trim().is_empty()
            })
            .map(|node| format!("{:?} at {:?}", node.accesskit_node().role(), node.rect()))
            .collect();
        assert_eq!(nameless, Vec::<String>::new(), "on {screen}");
    });
}

#[test]
fn the_keyboard_reaches_map_legend_and_text() {
    let mut program = with_all_overlays(SMALL);
    let mut reached = BTreeSet::new();
    for _ in 0..400 {
        program.key_press(Key::Tab);
        program.run_steps(2);
        let focused = program
            .root()
            .children_recursive()
            .find(|node| node.accesskit_node().is_focused())
            .and_then(|node| node.accesskit_node().label());
        reached.extend(focused);
    }
    for name in [
        "File",
        "Pipelines",
        "Pakistan on the map",
        "Zoom in",
        "Reader",
    ] {
        assert!(
            reached.iter().any(|label| label.contains(name)),
            "{name} is not among {reached:#?}"
        );
    }
}

#[test]
fn no_name_on_the_map_lies_over_another_at_any_size() {
    for size in SIZES {
        let mut program = with_all_overlays(size);
        for zoom in 0..4 {
            let map = program.get_by_label("Map").rect();
            let names = names_on_the_map(&program);
            assert!(names.len() > 6, "{} names at {size}", names.len());
            for (index, (name, rect)) in names.iter().enumerate() {
                assert!(
                    map.expand(1.0).contains_rect(*rect),
                    "{name} is cut off at {size}, zoom {zoom}"
                );
                for (other, other_rect) in names.iter().skip(index + 1) {
                    assert!(
                        !rect.shrink(1.0).intersects(other_rect.shrink(1.0)),
                        "{name} and {other} at {size}, zoom {zoom}"
                    );
                }
            }
            press_key(&mut program, Key::Plus);
            program.run_steps(12);
        }
    }
}

#[test]
fn the_pipelines_the_story_opens_with_and_its_six_countries_are_named_at_first_sight() {
    for size in SIZES {
        let names = names_on_the_map(&program(size));
        for wanted in [
            "TAPI pipeline",
            "Iran\u{2013}Pakistan pipeline",
            "Pakistan",
            "India",
            "Iran",
            "Russia",
            "Afghanistan",
            "Turkmenistan",
        ] {
            assert!(
                names.iter().any(|(name, _)| name == wanted),
                "{wanted} is not among {names:#?} at {size}"
            );
        }
    }
}

/// Sockets of this process to anything but itself, as the kernel lists them.
#[cfg(target_os = "linux")]
fn sockets() -> Vec<String> {
    let own: Vec<String> = std::fs::read_dir("/proc/self/fd")
        .unwrap()
        .filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok())
        .filter_map(|link| {
            let link = link.to_str()?.to_owned();
            Some(
                link.strip_prefix("socket:[")?
                    .trim_end_matches(']')
                    .to_owned(),
            )
        })
        .collect();
    let mut sockets = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6"] {
        let rows = std::fs::read_to_string(format!("/proc/self/net/{table}")).unwrap_or_default();
        sockets.extend(
            rows.lines()
                .skip(1)
                .filter(|row| {
                    let inode = row.split_whitespace().nth(9).unwrap_or_default();
                    own.iter().any(|socket| socket == inode)
                })
                .map(str::to_owned),
        );
    }
    sockets
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_speaks_to_no_network() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert_eq!(sockets().len(), 1, "a socket is seen when there is one");
    drop(listener);
    on_every_screen(|_, screen| assert_eq!(sockets(), Vec::<String>::new(), "on {screen}"));
}
