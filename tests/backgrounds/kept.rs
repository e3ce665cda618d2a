//! Tiles on the disk: kept as the server allows, and healed when they are broken.

use std::path::Path;

use crate::harness::{SMALL, folder, program_with, shows};
use crate::tile_server::{Manner, Server, png};
use crate::{FAILS, MAGENTA, go_online, options, wait_for_tiles, within_reason};

#[test]
fn what_may_be_kept_is_kept_and_the_next_start_is_offline_until_asked() {
    within_reason(|| {
        let server = Server::start(Manner::Picture(png(256, MAGENTA)));
        let mut kept = options(&server);
        kept.data_dir = Some(folder("kept"));
        let mut program = program_with(SMALL, kept.clone());
        go_online(&mut program);
        wait_for_tiles(&mut program);
        drop(program);

        let (asked, connected) = (server.requests().len(), server.connections());
        assert!(asked > 8);
        let mut program = program_with(SMALL, kept);
        assert!(shows(&program, "it stays off until you choose it in View"));
        program.run_steps(40);
        assert!(!shows(&program, "Online: OpenStreetMap"));
        assert_eq!(
            (server.requests().len(), server.connections()),
            (asked, connected)
        );
        let mut paths = server.paths();
        paths.sort();
        let count = paths.len();
        paths.dedup();
        assert_eq!(paths.len(), count, "a tile is asked for once");

        go_online(&mut program);
        wait_for_tiles(&mut program);
        assert_eq!(
            server.requests().len(),
            asked,
            "what is kept is not asked for"
        );
    });
}

/// Cuts the pictures in a folder of kept tiles short, and leaves the server's terms as they are.
fn break_pictures(folder: &Path) {
    let mut count = 0;
    for entry in std::fs::read_dir(folder.join("tiles")).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = std::fs::read(&path).unwrap();
        let terms = bytes.iter().position(|&byte| byte == b'\n').unwrap();
        bytes.truncate(terms + 20);
        std::fs::write(&path, bytes).unwrap();
        count += 1;
    }
    assert!(count > 8, "{count} are kept");
}

#[test]
fn what_is_out_of_date_is_confirmed_by_the_server_and_what_is_broken_is_fetched_anew() {
    within_reason(|| {
        let server = Server::start(Manner::Confirmed(png(256, MAGENTA)));
        let folder = folder("healed");
        let mut kept = options(&server);
        kept.data_dir = Some(folder.clone());
        // Are all requests of a start with the condition that the tile has changed?
        let start = |kept| {
            let before = server.requests().len();
            let mut program = program_with(SMALL, kept);
            go_online(&mut program);
            wait_for_tiles(&mut program);
            assert!(!shows(&program, FAILS));
            drop(program);
            let requests = server.requests().split_off(before);
            assert!(requests.len() > 8);
            let has_condition = |request: &String| request.contains("if-none-match");
            let with = requests.iter().filter(|it| has_condition(it)).count();
            (with, requests.len())
        };
        assert_eq!(start(kept.clone()).0, 0);
        let (with, all) = start(kept.clone());
        assert_eq!(with, all, "what is kept is confirmed");
        break_pictures(&folder);
        assert_eq!(start(kept.clone()).0, 0, "what is broken is no picture");
        let (with, all) = start(kept);
        assert_eq!(with, all, "it is whole again");
    });
}
