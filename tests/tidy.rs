//! What must stay true of the house itself: which way `use` points, how long files are, where
//! colours and clocks live.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// Longer files hold more than one idea.
const MOST_LINES: usize = 400;

/// Each folder, and what it may not know.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "geography",
        &[
            "egui",
            "serde",
            "crate::atlas",
            "crate::world",
            "crate::session",
            "crate::ui",
        ],
    ),
    (
        "atlas",
        &[
            "egui",
            "crate::world",
            "crate::session",
            "crate::content",
            "crate::ui",
        ],
    ),
    (
        "world",
        &[
            "egui",
            "serde",
            "crate::session",
            "crate::content",
            "crate::picture",
            "crate::ui",
        ],
    ),
    (
        "content",
        &["egui", "crate::session", "crate::picture", "crate::ui"],
    ),
    (
        "original",
        &[
            "egui",
            "serde",
            "std::fs",
            "crate::session",
            "crate::picture",
            "crate::theme",
            "crate::export",
            "crate::ui",
            "crate::app",
        ],
    ),
    (
        "session",
        &[
            "egui::Ui",
            "crate::picture",
            "crate::ui",
            "crate::content",
            "crate::theme",
        ],
    ),
    (
        "tiles",
        &[
            "egui::Ui",
            "crate::session",
            "crate::world",
            "crate::content",
            "crate::ui",
            "crate::app",
        ],
    ),
    (
        "theme",
        &["egui::Ui", "crate::session", "crate::picture", "crate::ui"],
    ),
    (
        "picture",
        &["egui::Ui", "crate::ui", "crate::content", "crate::app"],
    ),
    ("export", &["egui::Ui", "crate::ui", "crate::app"]),
    ("ui", &["&mut Session", "crate::app"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with its path below `src` and its lines.
fn files() -> Vec<(String, Vec<String>)> {
    let found = files_of("src");
    assert!(
        found.len() > 50,
        "only {} source files were found",
        found.len()
    );
    found
}

/// Every Rust file of a folder with its path below it and its lines.
fn files_of(folder: &str) -> Vec<(String, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    sources(&root, &mut found);
    found.sort();
    found
        .iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            let text = fs::read_to_string(path).unwrap();
            (name, text.lines().map(str::to_owned).collect())
        })
        .collect()
}

/// Whether a line names a path, alone or in a group: `egui::Ui` in `use egui::{Response, Ui};`.
fn is_named(line: &str, path: &str) -> bool {
    let ends = |rest: &str| rest.starts_with([':', ';', ',', ')', '}', ' ', '<', '{']);
    let alone = line.match_indices(path).any(|(at, _)| {
        let after = line.get(at + path.len()..).unwrap_or_default();
        after.is_empty() || ends(after)
    });
    let grouped = path.rsplit_once("::").is_some_and(|(parent, name)| {
        let group = line.split_once(&format!("{parent}::{{"));
        group.is_some_and(|(_, names)| {
            let mut names = names.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            names.any(|other| other == name)
        })
    });
    alone || grouped
}

#[test]
fn use_points_one_way_and_no_folder_knows_what_it_should_not() {
    let mut wrong = Vec::new();
    for (name, lines) in files() {
        for (folder, words) in FORBIDDEN {
            if !name.starts_with(&format!("{folder}/")) && name != format!("{folder}.rs") {
                continue;
            }
            // Tests at the end of a file may bring their own.
            let own = lines
                .iter()
                .take_while(|line| !line.contains("#[cfg(test)]"));
            for line in own.filter(|line| !line.trim_start().starts_with("//")) {
                let knows = |word: &&&str| is_named(line, word);
                wrong.extend(
                    words
                        .iter()
                        .filter(knows)
                        .map(|word| format!("{name} knows {word}: {line}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words that have their place, and the folders where that is.
const KEPT: &[(&str, &[&str], &str)] = &[
    ("Color32::from_", &["theme/"], "colours live in the theme"),
    ("Instant::now", &[], "time is an argument"),
    // What a server lets one keep, it lets one keep until a date.
    ("SystemTime", &["tiles/"], "time is an argument"),
    ("HttpTiles", &[], "no network unless it was asked for"),
    ("reqwest", &["tiles/"], "no network unless it was asked for"),
    (
        "Source::Server",
        &["tiles/", "app/tiles.rs", "ui/map/tile_notes.rs"],
        "one place goes online",
    ),
    ("TcpStream", &[], "no network unless it was asked for"),
    ("UdpSocket", &[], "no network unless it was asked for"),
];

#[test]
fn colours_clocks_and_connections_are_where_they_belong() {
    let mut wrong = Vec::new();
    for (name, lines) in files() {
        for line in lines
            .iter()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            let kept = KEPT.iter().filter(|(word, places, _)| {
                line.contains(word) && !places.iter().any(|place| name.starts_with(place))
            });
            wrong.extend(kept.map(|(.., why)| format!("{name}: {why}: {line}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let all = ["src", "tests", "benches"].map(files_of);
    let long: Vec<String> = all
        .iter()
        .flatten()
        .filter(|(_, lines)| lines.len() > MOST_LINES)
        .map(|(name, lines)| format!("{name}: {}", lines.len()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    for (name, lines) in files() {
        assert!(
            lines.first().is_some_and(|line| line.starts_with("//!")),
            "{name}"
        );
    }
}
