//! The program as a shell sees it: what it prints, and how it ends.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::PathBuf;
use std::process::{Command, Output};

fn passage(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_passage"))
        .args(arguments)
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file of that content in a folder of this test run.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn check_finds_nothing_wrong_with_the_bundled_story() {
    let output = passage(&["check"]);
    assert!(output.status.success());
    assert!(printed(&output).contains("0 problems, 0 gaps"));
}

#[test]
fn check_names_the_file_line_and_column_of_what_is_wrong_and_ends_with_one() {
    let story = std::str::from_utf8(passage::content::BUNDLED.1).unwrap();
    let path = file(
        "melt.story.json",
        story
            .replace("\"kind\": \"thaw\"", "\"kind\": \"melt\"")
            .as_bytes(),
    );
    let output = passage(&["check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let line = story
        .lines()
        .position(|line| line.contains("\"kind\": \"thaw\""))
        .unwrap()
        + 1;
    let place = format!("melt.story.json:{line}:15: ");
    assert!(
        printed(&output).lines().next().unwrap().contains(&place),
        "{}",
        printed(&output)
    );
}

#[test]
fn check_says_in_a_line_what_is_wrong_with_a_file_that_can_not_be_read() {
    let empty = file("empty.story.json", b"");
    let binary = file("binary.story.json", b"{\"title\": \"\xff\"}");
    let missing = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("missing.story.json");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (path, word) in [
        (empty, "empty"),
        (binary, "UTF-8"),
        (missing, "can not be read"),
        (folder, "folder"),
    ] {
        let output = passage(&["check", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{word}");
        assert!(printed(&output).contains(word), "{}", printed(&output));
    }
}

/// Not timed: only against a program that reads for ever and takes the machine's memory.
#[cfg(target_os = "linux")]
#[test]
fn check_says_of_a_device_without_an_end_that_it_is_too_large() {
    let output = passage(&["check", "/dev/zero"]);
    assert_eq!(output.status.code(), Some(1));
    let words = printed(&output);
    assert!(
        words.starts_with("/dev/zero:1:1: is more than 64 MB"),
        "{words}"
    );
}

/// A story is made of an article; of a list it would take the machine's memory.
#[test]
fn check_and_export_say_of_a_list_of_many_lines_that_it_is_no_article_and_link_takes_it() {
    let path = file("lines.txt", "Kenya\n".repeat(100_001).as_bytes());
    let path = path.to_str().unwrap();
    let says = "lines.txt:1:1: has 100,001 paragraphs, and up to 100,000 can be put on the map; \
                right would be a shorter text, or \u{201c}passage link\u{201d}";
    let checked = passage(&["check", path]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(printed(&checked).contains(says), "{}", printed(&checked));
    assert!(printed(&checked).contains("0 passages, 0 features, 1 problem, 0 gaps"));
    let exported = passage(&["export", path, "--to", "-", "--format", "csv"]);
    assert!(
        complained(&exported).contains(says),
        "{}",
        complained(&exported)
    );
    assert!(passage(&["link", path, "--json"]).status.success());
}

#[cfg(target_os = "linux")]
#[test]
fn check_reads_a_story_from_a_pipe_and_does_not_mind_one_who_reads_but_a_line() {
    let path = file("zero.story.json", b"{}");
    let program = env!("CARGO_BIN_EXE_passage");
    let script = format!("cat '{}' | '{program}' check /dev/stdin", path.display());
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert!(printed(&output).contains("/dev/stdin:1:1: the story has no \"format\""));
    let faults = vec!["{\"a\": 1}"; 20_000].join(",");
    let path = file(
        "many.story.json",
        format!("{{\"actors\": [{faults}]}}").as_bytes(),
    );
    let script = format!("'{program}' check '{}' | head -n 1", path.display());
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(printed(&output).lines().count(), 1);
    assert_eq!(complained(&output), "");
}

#[test]
fn where_answers_in_json_under_every_view() {
    for (worldview, expected) in [
        (
            "neutral",
            r#"{"area":"IND-JK","owner":"IND","claimed_by":["PAK"]}"#,
        ),
        (
            "pakistani",
            r#"{"area":"IND-JK","owner":"PAK","claimed_by":["IND"]}"#,
        ),
    ] {
        let output = passage(&["where", "75.3", "33.7", "--worldview", worldview, "--json"]);
        assert_eq!(printed(&output).trim(), expected, "{worldview}");
    }
    let at_sea = passage(&["where", "65", "15", "--json"]);
    assert_eq!(
        printed(&at_sea).trim(),
        r#"{"area":null,"owner":null,"claimed_by":[]}"#
    );
    let off_the_globe = passage(&["where", "0", "91"]);
    assert_eq!(off_the_globe.status.code(), Some(1));
    assert!(complained(&off_the_globe).contains("not on the globe"));
}

#[test]
fn where_knows_the_owner_of_every_disputed_area_under_every_view() {
    let views = [
        "neutral",
        "de-facto",
        "indian",
        "pakistani",
        "chinese",
        "russian",
    ];
    for (lon, lat, owners) in [
        ("74.8", "34.08", ["IND", "IND", "IND", "PAK", "IND", "IND"]),
        ("73.47", "34.37", ["PAK", "PAK", "IND", "PAK", "PAK", "IND"]),
        ("74.31", "35.92", ["PAK", "PAK", "IND", "PAK", "PAK", "IND"]),
        ("77.2", "35.35", ["IND", "IND", "IND", "PAK", "IND", "IND"]),
        ("79.2", "35", ["CHN", "CHN", "IND", "CHN", "CHN", "CHN"]),
        ("76.6", "36.1", ["CHN", "CHN", "IND", "CHN", "CHN", "CHN"]),
        ("94", "28", ["IND", "IND", "IND", "IND", "CHN", "IND"]),
        ("79.3", "32.8", ["IND", "IND", "IND", "IND", "CHN", "IND"]),
        ("34.2", "45.2", ["UKR", "UKR", "UKR", "UKR", "UKR", "RUS"]),
    ] {
        for (view, owner) in views.into_iter().zip(owners) {
            let output = passage(&["where", lon, lat, "--worldview", view, "--json"]);
            let answer = printed(&output);
            let wanted = format!("\"owner\":\"{owner}\"");
            assert!(answer.contains(&wanted), "{lon} {lat} {view}: {answer}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_so_in_one_line_and_ends_with_one() {
    for display in ["", ":7654"] {
        let output = Command::new(env!("CARGO_BIN_EXE_passage"))
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env("DISPLAY", display)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        let words = complained(&output);
        assert_eq!(words.lines().count(), 1, "{words}");
        assert!(words.contains("display"), "{words}");
    }
}
