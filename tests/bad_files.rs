//! Two promises about files that are no good: nothing is dropped without a word, and no file takes
//! the machine's memory or the program's life.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;
use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{Problem, load_story};
use passage::world::World;
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

/// What every story begins with, and what the rows of each list refer to.
const HEAD: &str = r#"{"format": 1, "title": "t",
"article": {"publisher": "p", "title": "t", "date": "d"},
"#;

/// A list of a story.
struct List {
    name: &'static str,
    /// How many of its rows are there.
    loaded: fn(&World) -> usize,
    /// A row that is sound; `#` is its number.
    sound: &'static str,
    /// A text of the sound row and what stands there instead: each costs the row.
    faults: &'static [(&'static str, &'static str)],
}

/// In the order in which they stand in a story, so that the overlays are there for the features.
const LISTS: [List; 9] = [
    List {
        name: "sources",
        loaded: |world| world.sources.len(),
        sound: r#"{"key": "s#", "title": "t"}"#,
        faults: &[
            (r#""t""#, "3"),
            (r#", "title": "t""#, ""),
            ("s#", "s0"),
            ("{", ""),
            (r#""t""#, r#""\ud800""#),
        ],
    },
    List {
        name: "overlays",
        loaded: |world| world.overlays.len() - 1,
        sound: r#"{"key": "o#", "name": "n", "about": "a", "style": "arms"}"#,
        faults: &[
            ("arms", "wings"),
            (r#""arms""#, "null"),
            (r#""n","#, r#""n", "name": "n","#),
            (r#""n","#, r#""n""#),
            (r#""a""#, "[]"),
        ],
    },
    List {
        name: "actors",
        loaded: |world| world.actors.len(),
        sound: r#"{"key": "a#", "name": "n", "about": "a"}"#,
        faults: &[
            (r#""a""#, r#""a", "at": [1, 1e400]"#),
            (r#""a""#, r#""a", "is_person": 1"#),
            (r#""a""#, r#""a", "colour": 1"#),
            (r#"{"key": "a#", "name": "n", "about": "a"}"#, "7"),
        ],
    },
    List {
        name: "places",
        loaded: |world| world.places.len(),
        sound: r#"{"key": "p#", "name": "n", "about": "a", "at": [1, 2]}"#,
        faults: &[
            ("[1, 2]", "[1, 200]"),
            ("[1, 2]", "[1, 2, 3]"),
            ("[1, 2]", "[1, NaN]"),
            ("[1, 2]", "{}"),
        ],
    },
    List {
        name: "features",
        loaded: |world| world.features.len(),
        sound: r#"{"key": "f#", "name": "n", "short_name": "n", "overlay": "base", "kind": "allied", "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "period": {"text": "now"}, "basis": "stated", "status": "in-force", "confidence": "high", "about": "a"}"#,
        faults: &[
            ("[1, 2]", "[1]"),
            ("[1, 2], ", ""),
            ("[1, 2]", "[3, 4]"),
            ("[1, 2]", "[1, 91]"),
            ("LineString", "GeometryCollection"),
            ("[[1, 2], [3, 4]]", "[[[[[[1]]]]]]"),
            ("LineString\"", "Polygon\""),
            ("base", "none"),
            ("allied", "melted"),
            (r#"{"text": "now"}"#, "{}"),
            ("geometry", "geometri"),
            (
                r#"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#,
                "null",
            ),
        ],
    },
    List {
        name: "passages",
        loaded: |world| world.passages.len(),
        sound: r#"{"number": #, "text": "t"}"#,
        faults: &[
            (": #", ": -1"),
            (": #", ": 0"),
            (": #", r#": "1""#),
            (r#""t""#, r#""t" "u""#),
            (r#""t""#, r#""\udc00""#),
        ],
    },
    List {
        name: "orphans",
        loaded: |world| world.orphans.len(),
        sound: r#"{"passage": #, "exact": "e", "subject": "country:PAK", "kind": "direct"}"#,
        faults: &[("direct", "crooked"), (r#", "exact": "e""#, "")],
    },
    List {
        name: "scenes",
        loaded: |world| world.scenes.len(),
        sound: r#"{"title": "t#", "stage": {}}"#,
        faults: &[
            (r#", "stage": {}"#, ""),
            ("{}", "[1]"),
            ("{}", r#"{"frame": [1, 2, 3]}"#),
        ],
    },
    List {
        name: "topics",
        loaded: |world| {
            world
                .topics
                .iter()
                .filter(|topic| !topic.title.is_empty())
                .count()
        },
        sound: r#"{"title": "t#", "passages": []}"#,
        faults: &[
            (r#""t#""#, "null"),
            ("[]", "[true]"),
            (r#", "passages": []"#, ""),
        ],
    },
];

/// The rows of a list on a line each, and how many of them are faulty. A choice past the faults is
/// a sound row. The first row is always sound: others may take its key.
fn rows(list: &List, choices: &[u8]) -> (Vec<String>, Vec<bool>) {
    let chosen = choices.iter().map(|&choice| {
        list.faults
            .get(usize::from(choice) % (list.faults.len() * 2))
    });
    let mut rows = Vec::new();
    let mut is_faulty = Vec::new();
    for (number, fault) in std::iter::once(None).chain(chosen).enumerate() {
        let (from, to) = fault.copied().unwrap_or_default();
        assert!(list.sound.contains(from), "{from}");
        let row = list.sound.replacen(from, to, usize::from(!from.is_empty()));
        rows.push(row.replace('#', &number.to_string()));
        is_faulty.push(fault.is_some());
    }
    (rows, is_faulty)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    // P2
    #[test]
    fn every_row_is_loaded_or_said_with_its_line_and_column(
        choices in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..24), LISTS.len()),
    ) {
        let mut text = HEAD.to_owned();
        let mut bad_lines = Vec::new();
        let mut counts = Vec::new();
        let mut line = HEAD.matches('\n').count() + 1;
        for (list, choices) in LISTS.iter().zip(&choices) {
            let (mut rows, mut is_faulty) = rows(list, choices);
            if list.name == "overlays" {
                rows.insert(0, list.sound.replace("o#", "base"));
                is_faulty.insert(0, false);
            }
            let sound = is_faulty.iter().filter(|is_faulty| !**is_faulty).count();
            counts.push((list, rows.len(), sound));
            let faulty = is_faulty.iter().enumerate().filter(|(_, is_faulty)| **is_faulty);
            bad_lines.extend(faulty.map(|(index, _)| line + index));
            line += rows.len();
            writeln!(text, "\"{}\": [{}],", list.name, rows.join(",\n")).unwrap();
        }
        text.push_str("\"opening\": {}}");
        let (world, problems) = load_story("rows.story.json", text.as_bytes(), &ATLAS);
        for (list, total, sound) in counts {
            let base = usize::from(list.name == "overlays");
            prop_assert_eq!((list.loaded)(&world) + base, sound, "{} of {}: {}\n{}", list.name, total, said(&problems), text);
        }
        // The passages are under no topic, which costs none and is said as well.
        let mut lines: Vec<usize> = problems
            .iter()
            .filter(|problem| !problem.what.contains("under no topic"))
            .map(|problem| problem.line)
            .collect();
        lines.dedup();
        prop_assert_eq!(&lines, &bad_lines, "{}\n{}", said(&problems), text);
        prop_assert!(problems.iter().all(|problem| problem.column >= 1 && !problem.what.is_empty()));
    }
}

fn said(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

#[cfg(target_os = "linux")]
mod memory {
    use std::path::PathBuf;
    use std::process::{Child, Command, Stdio};

    /// Of each file, in bytes.
    const SIZE: usize = 10 << 20;

    /// Only against a program that hangs: nothing is timed.
    const WATCHDOG_SECS: u64 = 60;

    /// A file of about [`SIZE`] bytes: a head, a part as often as it fits, an end.
    fn large(head: &str, part: &[u8], end: &str) -> Vec<u8> {
        let mut bytes = head.as_bytes().to_vec();
        bytes.extend(part.repeat(SIZE / part.len()));
        bytes.extend(end.as_bytes());
        bytes
    }

    type BadFile = (&'static str, Vec<u8>);

    /// A feature that has still to get its shape.
    const FEATURE: &str = concat!(
        r#"{"overlays": [{"key": "o", "name": "n", "about": "a", "style": "arms"}],"#,
        r#""features": [{"key": "f", "name": "n", "short_name": "n", "overlay": "o","#,
        r#""kind": "allied", "period": {"text": "now"}, "basis": "stated","#,
        r#""status": "in-force", "confidence": "high", "about": "a","#,
    );

    fn broken_texts() -> Vec<BadFile> {
        vec![
            ("brackets", large("", b"[", "")),
            ("objects", large("", b"{\"a\":", "")),
            ("rows_of_brackets", large("{\"features\": ", b"[", "")),
            ("bytes", large("{\"", b"\xff", "\": 1}")),
            ("zeros", large("{", b"\0", "}")),
            ("quotes", large("{", b"\"", "}")),
            ("backslashes", large("{\"a", b"\\", "\"}")),
            ("parts", large("{", b"\"\":0,", "}")),
            ("long_number", large("{\"format\": ", b"9", "}")),
        ]
    }

    fn broken_rows() -> Vec<BadFile> {
        vec![
            ("commas", large("{\"actors\": [", b",", "]}")),
            ("spaces", large("{\"actors\": [", b"} ", "]}")),
            ("numbers", large("{\"passages\": [", b"1,", "1]}")),
            ("empty_rows", large("{\"actors\": [", b"{},", "{}]}")),
            (
                "members",
                large("{\"actors\": [{", b"\"a\":0,", "\"b\":0}]}"),
            ),
            (
                "keys",
                large(r#"{"sources": ["#, br#"{"key":"k","title":""},"#, "0]}"),
            ),
            (
                "ends",
                large(&format!("{FEATURE} \"from\": ["), b"\"x\",", "\"x\"]}]}"),
            ),
            (
                "names",
                large(&format!("{FEATURE} \"waypoints\": ["), b"\"\",", "\"\"]}]}"),
            ),
            (
                "topics",
                large(
                    "{\"topics\": [{\"title\": \"t\", \"passages\": [",
                    b"1,",
                    "1]}]}",
                ),
            ),
        ]
    }

    fn broken_features() -> Vec<BadFile> {
        let geometry = |kind: &str, open: &str| {
            format!(r#"{FEATURE} "geometry": {{"type": "{kind}", "coordinates": {open}"#)
        };
        vec![
            (
                "positions",
                large(&geometry("LineString", "["), b"[0,0],", "[0,900]]}}]}"),
            ),
            (
                "to_and_fro",
                large(
                    &geometry("LineString", "["),
                    b"[180,0],[-160,0],",
                    "[0,1]]}, \"x\": 0}]}",
                ),
            ),
            (
                "lines",
                large(
                    &geometry("MultiLineString", "["),
                    b"[[0,0],[1,1]],",
                    "[[0,0],[1,1]]]}}]}",
                ),
            ),
            (
                "rings",
                large(
                    &geometry("Polygon", "["),
                    b"[[0,0],[1,0],[1,1]],",
                    "[[0,0],[1,0],[1,1]]]}}]}",
                ),
            ),
            (
                "rings_in_a_long_ring",
                large(
                    &geometry(
                        "Polygon",
                        &format!("[[{}[0,1]],", "[0,0],[1,0],".repeat(200_000)),
                    ),
                    b"[[0,0],[1,0],[1,1]],",
                    "[[0,0],[1,0],[1,1]]]}}]}",
                ),
            ),
            (
                "windings",
                large(
                    &geometry("Polygon", "[["),
                    b"[0,0],[100,1],[200,0],",
                    "[0,0]]]}}]}",
                ),
            ),
        ]
    }

    fn broken_passages() -> Vec<BadFile> {
        let passage = r#"{"passages": [{"number": 1, "text": ""#;
        vec![
            ("mentions", large(passage, b"[x](y)", "\"}]}")),
            ("open_mentions", large(passage, b"[x](y", "\"}]}")),
            ("closed_mentions", large(passage, b"](", "\"}]}")),
            ("hidden", large(passage, "\u{202e}".as_bytes(), "\"}]}")),
            ("escapes", large(passage, b"\\u202e", "\"}]}")),
        ]
    }

    /// Starts `passage check` with ten times the file's size and 300 MB to live in.
    fn check(path: &PathBuf, size: usize) -> Child {
        let kilobytes = size * 10 / 1024 + 300 * 1024;
        Command::new("sh")
            .arg("-c")
            .arg(format!(
                "ulimit -v {kilobytes}; exec timeout -s KILL {WATCHDOG_SECS} \"$0\" check \"$1\""
            ))
            .arg(env!("CARGO_BIN_EXE_passage"))
            .arg(path)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    // P1
    #[test]
    fn no_bad_file_of_ten_megabytes_takes_the_memory_or_the_life_of_the_program() {
        let mut wrong = Vec::new();
        let makers = [broken_texts, broken_rows, broken_features, broken_passages];
        for (name, bytes) in makers.into_iter().flat_map(|make| make()) {
            let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.bad"));
            std::fs::write(&path, &bytes).unwrap();
            let output = check(&path, bytes.len()).wait_with_output().unwrap();
            std::fs::remove_file(&path).unwrap();
            let printed = String::from_utf8_lossy(&output.stdout);
            let printed = printed.lines().last().unwrap_or_default();
            let complained = String::from_utf8_lossy(&output.stderr);
            if output.status.code() != Some(1)
                || !printed.contains(" problem")
                || printed.contains(" 0 problems")
            {
                wrong.push(format!(
                    "{name}: {:?} {printed} {complained}",
                    output.status
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
