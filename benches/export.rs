//! What an export takes, the whole process: its time from start to end, and its memory at most.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench may panic, reads the clock, and prints what it measured"
)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Each is run so many times; the middle one counts.
const RUNS: usize = 7;

/// What was promised of each: milliseconds and megabytes.
const PROMISED: [(&str, &[&str], u64, Option<u64>); 3] = [
    (
        "a 1920 x 1080 PNG of scene 3",
        &["scene.png", "--scene", "3"],
        250,
        Some(200),
    ),
    ("the PDF of thirteen scenes", &["handout.pdf"], 2_000, None),
    ("the HTML page", &["page.html"], 1_000, None),
];

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export-bench");
    std::fs::create_dir_all(&folder).unwrap();
    for (what, arguments, most_ms, most_mb) in PROMISED {
        let (name, rest) = arguments.split_first().unwrap();
        let to = folder.join(name);
        let mut runs: Vec<(Duration, u64)> = (0..RUNS)
            .map(|_| run(&[&["--force", "--to", to.to_str().unwrap()], rest].concat()))
            .collect();
        runs.sort_unstable();
        let took = runs.get(RUNS / 2).unwrap().0;
        let memory_mb = runs.iter().map(|run| run.1).max().unwrap() / 1_024;
        let size_kb = std::fs::metadata(&to).unwrap().len() / 1_000;
        let promised = most_mb.map_or(String::new(), |mb| format!(", {mb} MB"));
        println!(
            "{what:32} {:5} ms  {memory_mb:4} MB  {size_kb:5} kB   (promised: {most_ms} ms{promised})",
            took.as_millis()
        );
    }
}

/// How long one run took, and how many kilobytes it had at most, as far as one who looks each
/// millisecond can see.
fn run(arguments: &[&str]) -> (Duration, u64) {
    let start = Instant::now();
    let mut process = Command::new(env!("CARGO_BIN_EXE_passage"))
        .arg("export")
        .args(arguments)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status_file = format!("/proc/{}/status", process.id());
    let mut most_kb = 0;
    loop {
        if let Some(status) = process.try_wait().unwrap() {
            assert!(status.success());
            return (start.elapsed(), most_kb);
        }
        let status = std::fs::read_to_string(&status_file).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|line| line.trim().split(' ').next()?.parse().ok());
        most_kb = most_kb.max(peak.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(1));
    }
}
