//! `passage link`: what it prints, and how it ends.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::{file, folder, read};

fn passage(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passage"));
    command.args(arguments).output().unwrap()
}

fn link(path: &Path, more: &[&str]) -> Output {
    passage(&[&["link", path.to_str().unwrap()], more].concat())
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&printed(&link(path, &["--json"]))).unwrap()
}

/// The words of every mention with their entity, paragraph by paragraph.
fn mentions(answer: &Value) -> Vec<Vec<(String, String)>> {
    let word = |mention: &Value, key: &str| mention[key].as_str().unwrap().to_owned();
    let of_paragraph = |paragraph: &Value| {
        let mentions = paragraph["mentions"].as_array().unwrap();
        let found = mentions.iter();
        found
            .map(|mention| (word(mention, "text"), word(mention, "entity")))
            .collect()
    };
    answer["paragraphs"]
        .as_array()
        .unwrap()
        .iter()
        .map(of_paragraph)
        .collect()
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn json_has_one_line_with_every_paragraph_and_what_is_in_it() {
    let path = file(
        "shape.txt",
        "Pakistan and Russia.\n\nNothing here.\n  The Pakistani army.",
    );
    let text = printed(&link(&path, &["--json"]));
    assert_eq!(text.lines().count(), 1);
    assert!(text.starts_with(r#"{"paragraphs":[{"index":1,"mentions":[{"start":0,"len":8,"text":"Pakistan","entity":"PAK","kind":"direct","confidence":"#), "{text}");
    assert!(
        text.contains(r#"{"index":2,"mentions":[]},{"index":3,"#),
        "{text}"
    );
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(keys(&answer), ["paragraphs"]);
    for (index, paragraph) in answer["paragraphs"].as_array().unwrap().iter().enumerate() {
        assert_eq!(keys(paragraph), ["index", "mentions"]);
        assert_eq!(paragraph["index"], index + 1);
        for mention in paragraph["mentions"].as_array().unwrap() {
            let mut known = keys(mention);
            known.retain(|key| *key != "others");
            known.sort_unstable();
            assert_eq!(
                known,
                ["confidence", "entity", "kind", "len", "start", "text"]
            );
            let confidence = mention["confidence"].as_f64().unwrap();
            assert!((0.0..=1.0).contains(&confidence));
        }
    }
    let third = &answer["paragraphs"][2]["mentions"][0];
    assert_eq!(
        (&third["text"], &third["kind"]),
        (&"Pakistani".into(), &"demonym".into())
    );
    assert_eq!(third["start"], 4);
}

#[test]
fn a_mention_that_is_unsure_says_what_else_it_may_be() {
    let path = file("unsure.txt", "Georgia is far away.\nA visit to Georgia.");
    let answer = json(&path);
    let mentions = answer["paragraphs"].as_array().unwrap().iter();
    let mut others = mentions.flat_map(|paragraph| paragraph["mentions"].as_array().unwrap());
    let unsure = others
        .find(|mention| mention.get("others").is_some())
        .unwrap();
    assert!(
        unsure["others"]
            .as_array()
            .unwrap()
            .iter()
            .all(Value::is_string),
        "{unsure}"
    );
    let listing = printed(&link(&path, &[]));
    assert!(listing.contains("; unsure, may be Georgia"), "{listing}");
}

#[test]
fn places_count_code_points_and_words_are_what_stands_there() {
    let lines = [
        "“Moscow’s” café: 😀 Pakistan, e\u{301}te\u{301} 🇵🇰 Russia – Côte d’Ivoire 👩\u{200d}🚀 India",
        "اسلام آباد Pakistan ירושלים China",
        "\u{3000}  漢字 Afghanistan\t ",
        "so\u{ad}ft\u{ad}ly \u{200e}Iran\u{200f} and \u{200b}Af\u{ad}ghan\u{ad}i\u{ad}stan",
        "\u{200b} Iraq \u{2060}",
    ];
    let path = file("points.txt", lines.join("\r\n"));
    let answer = json(&path);
    let mut count = 0;
    for (line, paragraph) in lines.iter().zip(answer["paragraphs"].as_array().unwrap()) {
        let points: Vec<char> = line.trim().chars().collect();
        for mention in paragraph["mentions"].as_array().unwrap() {
            let start = mention["start"].as_u64().unwrap() as usize;
            let len = mention["len"].as_u64().unwrap() as usize;
            let words: String = points[start..start + len].iter().collect();
            assert_eq!(words, mention["text"].as_str().unwrap());
            count += 1;
        }
    }
    assert!(count >= 10, "{answer}");
    assert_eq!(
        mentions(&answer)[2],
        [("Afghanistan".to_owned(), "AFG".to_owned())]
    );
}

#[test]
fn paragraphs_are_those_that_the_program_reads_in_every_format() {
    for (name, content) in [
        ("same.md", "# Pakistan\n\n* *Russia*\n* India\n"),
        (
            "same.html",
            "<title>x</title><nav>China</nav><p>Pakistan<p>Russia&nbsp;and<br>India",
        ),
        ("same.text", "Pakistan\r\rRussia"),
    ] {
        let article = read(name, content);
        let found = mentions(&json(&file(name, content)));
        assert_eq!(found.len(), article.paragraphs.len(), "{name}");
        assert_eq!(found[0], [("Pakistan".to_owned(), "PAK".to_owned())]);
        assert!(!found.iter().flatten().any(|(_, entity)| entity == "CHN"));
    }
}

#[test]
fn the_listing_says_for_each_mention_where_it_is_and_what_it_is_taken_for() {
    let path = file(
        "listing.txt",
        b"Pakistan\x92s army.\n\nNothing.\nThe Pakistani army.".as_slice(),
    );
    let listing = printed(&link(&path, &[]));
    let lines: Vec<&str> = listing.lines().collect();
    assert_eq!(lines[0], "1  Pakistan: Pakistan (country), by name");
    assert_eq!(
        lines[1],
        "3  Pakistani: Pakistan (country), by its people or its adjective"
    );
    assert_eq!(
        lines[2..],
        [
            "",
            "3 paragraphs, 2 mentions, 1 country, 0 unsure",
            "Read as Windows-1252"
        ]
    );
    let young = printed(&link(&file("young.txt", "South Sudan."), &[]));
    assert!(
        young.starts_with("1  South Sudan: South Sudan (country), by name"),
        "{young}"
    );
    let nothing = printed(&link(&file("nothing.txt", "Nothing."), &[]));
    assert_eq!(nothing, "1 paragraph, 0 mentions, 0 countries, 0 unsure\n");
}

#[test]
fn plain_text_comes_from_standard_input_too() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passage"));
    command.args(["link", "-", "--json"]);
    let mut running = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = running.stdin.take().unwrap();
    input.write_all(b"# Pakistan\n<b>India</b>\n").unwrap();
    drop(input);
    let output = running.wait_with_output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["paragraphs"][0]["mentions"][0]["start"], 2);
    assert_eq!(answer["paragraphs"][1]["mentions"][0]["start"], 3);
}

#[test]
fn what_is_wrong_goes_to_standard_error_and_ends_with_one() {
    let folder = folder();
    for (path, words) in [
        (
            folder.join("not-there.txt"),
            "can not be read: there is no such file",
        ),
        (folder.clone(), "is a folder"),
        (
            file("link.pdf", "%PDF-1.4"),
            "is a PDF; save its text as .txt",
        ),
        (file("link-empty.txt", "\n"), "has no words"),
    ] {
        for more in [&[][..], &["--json"]] {
            let output = link(&path, more);
            assert_eq!(output.status.code(), Some(1), "{words}");
            assert!(output.stdout.is_empty());
            let complaint = String::from_utf8(output.stderr).unwrap();
            assert!(
                complaint.starts_with("passage: ") && complaint.contains(words),
                "{complaint}"
            );
            assert_eq!(complaint.lines().count(), 1);
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn one_who_reads_but_a_line_is_no_failure_and_a_full_disk_is() {
    let path = file("many.txt", "Pakistan and Russia.\n".repeat(20_000));
    let program = env!("CARGO_BIN_EXE_passage");
    for form in ["", "--json"] {
        let script = format!("'{program}' link '{}' {form} | head -c 20", path.display());
        let output = Command::new("sh").args(["-c", &script]).output().unwrap();
        assert_eq!(output.stdout.len(), 20);
        assert!(output.stderr.is_empty(), "{output:?}");
        let script = format!("'{program}' link '{}' {form} > /dev/full", path.display());
        let output = Command::new("sh").args(["-c", &script]).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(
            complaint.starts_with("passage: standard output can not be written: "),
            "{complaint}"
        );
    }
}

/// Not timed: only against counting a paragraph anew for each of its mentions, which would take hours.
#[test]
fn a_line_of_ten_megabytes_with_a_million_mentions_is_answered() {
    let path = file("long-line.txt", "Perú é ".repeat(1_000_000));
    let output = link(&path, &["--json"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.matches("\"entity\":\"PER\"").count(), 1_000_000);
    assert!(text.contains("\"start\":6999993,\"len\":4,"));
}

#[test]
fn help_says_what_can_be_read_and_how_json_looks() {
    let help = printed(&passage(&["link", "--help"]));
    for words in [
        "HTML",
        "--json",
        "\"paragraphs\"",
        "passage link article.txt",
    ] {
        assert!(help.contains(words), "{help}");
    }
    assert!(printed(&passage(&["--help"])).contains("passage link article.txt"));
}
