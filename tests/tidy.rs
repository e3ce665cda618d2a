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
        "theme",
        &["egui::Ui", "crate::session", "crate::picture", "crate::ui"],
    ),
    (
        "picture",
        &["egui::Ui", "crate::ui", "crate::content", "crate::app"],
    ),
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

/// Every source file with its path below `src` and its lines that are not comments.
fn files() -> Vec<(String, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    assert!(
        found.len() > 50,
        "only {} source files were found",
        found.len()
    );
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
                let knows = |word: &&&str| {
                    line.contains(&format!("{word}::"))
                        || line.contains(&format!("{word};"))
                        || line.contains(&format!("{word},"))
                        || line.contains(&format!("{word})"))
                };
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

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let long: Vec<String> = files()
        .iter()
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
