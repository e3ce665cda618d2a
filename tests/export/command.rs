//! `passage export` as a shell sees it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use passage::content;

/// Without a display, whatever the machine has.
pub(crate) fn export(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_passage"))
        .arg("export")
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// An empty folder of this test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).collect()
}

#[test]
fn the_end_of_a_name_says_the_format_and_a_file_that_is_there_is_only_written_over_by_force() {
    let folder = folder("names");
    for name in ["a.geojson", "a.kml", "a.csv", "B.CSV"] {
        let path = folder.join(name);
        let path = path.to_str().unwrap();
        let output = export(&["--to", path]);
        assert!(output.status.success(), "{}", complained(&output));
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(said, format!("51 features in {path}\n"));
        let before = fs::read(path).unwrap();
        fs::write(path, "mine").unwrap();
        let output = export(&["--to", path]);
        assert_eq!(output.status.code(), Some(1));
        let words = format!("passage: {path} is there already; --force writes over it\n");
        assert_eq!(complained(&output), words);
        assert_eq!(fs::read_to_string(path).unwrap(), "mine");
        assert!(export(&["--to", path, "--force"]).status.success());
        assert!(fs::read(path).unwrap() == before);
    }
    assert_eq!(names_in(&folder).len(), 4);
}

#[test]
fn what_can_not_be_written_is_said_by_name_and_leaves_nothing_behind() {
    let folder = folder("faults");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    fs::create_dir(folder.join("taken.csv")).unwrap();
    for (arguments, words) in [
        (
            vec!["--to", &path("a.shp")],
            "a.shp is in no format there is: it takes a name that ends in .png, .svg, .pdf, .html, \
             .geojson, .kml or .csv",
        ),
        (vec!["--to", &path("a")], "a is in no format there is"),
        (
            vec!["--to", &path("no/a.csv")],
            "no/a.csv can not be written: its folder is not there",
        ),
        (
            vec!["--to", &path("taken.csv")],
            "taken.csv is there already",
        ),
        (
            vec!["--to", &path("taken.csv"), "--force"],
            "taken.csv is a folder",
        ),
        (
            vec!["--to", "-"],
            "--to - needs --format: png, svg, pdf, html, geojson, kml, csv",
        ),
        (
            vec!["--to", &path("a.csv"), "--scene", "99"],
            "there is no scene 99: the story has 13",
        ),
        (
            vec!["missing.story.json", "--to", &path("a.csv")],
            "missing.story.json:1:1: can not be read",
        ),
    ] {
        let output = export(&arguments);
        assert_eq!(output.status.code(), Some(1), "{words}");
        let said = complained(&output);
        assert!(said.contains(words) && said.lines().count() == 1, "{said}");
        assert!(output.stdout.is_empty(), "{words}");
    }
    assert_eq!(names_in(&folder), ["taken.csv"]);
}

/// The limit on a file's size stands for a disk that fills up in the middle of it.
#[cfg(target_os = "linux")]
#[test]
fn where_the_disk_has_no_room_the_file_of_before_stays_whole() {
    let folder = folder("full");
    let path = folder.join("a.geojson");
    fs::write(&path, "of before").unwrap();
    let program = env!("CARGO_BIN_EXE_passage");
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec '{program}' export --to '{}' --force",
        path.display()
    );
    let output = Command::new("bash").args(["-c", &script]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let words = complained(&output);
    assert!(words.contains("a.geojson can not be written"), "{words}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "of before");
    assert_eq!(names_in(&folder), ["a.geojson"]);
}

#[test]
fn standard_output_has_the_data_and_nothing_else() {
    let folder = folder("output");
    let path = folder.join("a.kml");
    assert!(export(&["--to", path.to_str().unwrap()]).status.success());
    let output = export(&["--to", "-", "--format", "kml"]);
    assert!(output.stdout == fs::read(path).unwrap());
    assert_eq!(complained(&output), "");
}

#[test]
fn the_worldview_is_named_and_the_shapes_do_not_depend_on_it() {
    let features = |worldview: &str| {
        let output = export(&["--to", "-", "--format", "geojson", "--worldview", worldview]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(json["worldview"], worldview);
        json["features"].clone()
    };
    assert_eq!(features("indian"), features("pakistani"));
    assert_eq!(
        export(&["--to", "-", "--worldview", "lunar"]).status.code(),
        Some(2)
    );
}

#[test]
fn what_a_story_has_wrong_is_left_out_and_said() {
    let story = std::str::from_utf8(content::BUNDLED.1).unwrap();
    let folder = folder("wrong");
    let path = folder.join("melt.story.json");
    fs::write(
        &path,
        story.replace("\"kind\": \"thaw\"", "\"kind\": \"melt\""),
    )
    .unwrap();
    let to = folder.join("a.csv");
    let output = export(&[path.to_str().unwrap(), "--to", to.to_str().unwrap()]);
    assert!(output.status.success());
    let words = complained(&output);
    assert!(
        words.contains("melt.story.json: what is wrong there is left out"),
        "{words}"
    );
    assert_eq!(crate::read::from_csv(&fs::read(to).unwrap()).len(), 50);
}
