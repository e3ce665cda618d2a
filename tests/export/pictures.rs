//! Pictures, handouts and pages, asked for as a person asks: on the command line, without a display.

use std::path::Path;

use crate::command::{export, folder};

fn written(arguments: &[&str], path: &Path) -> Vec<u8> {
    let mut all = vec!["--to", path.to_str().unwrap()];
    all.extend(arguments);
    let output = export(&all);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    // Nobody watches: no bar.
    assert_eq!(said, "");
    std::fs::read(path).unwrap()
}

#[test]
fn a_picture_has_the_size_that_is_asked_for_times_the_scale() {
    let folder = folder("sizes");
    for (size, scale, expected) in [
        ("1280x720", "1", (1280, 720)),
        ("640x400", "2", (1280, 800)),
    ] {
        let path = folder.join(format!("{size}-{scale}.png"));
        let bytes = written(&["--size", size, "--scale", scale, "--scene", "3"], &path);
        let image = image::load_from_memory(&bytes).unwrap();
        assert_eq!((image.width(), image.height()), expected);
        // Land, sea, words: no plain sheet.
        let image = image.into_rgb8();
        let colors: std::collections::BTreeSet<_> = image.pixels().map(|pixel| pixel.0).collect();
        assert!(colors.len() > 1_000, "{} colours", colors.len());
    }
}

#[test]
fn every_file_is_the_same_bytes_each_time() {
    let folder = folder("twice");
    for ending in ["svg", "png", "pdf", "html"] {
        let [first, second] = ["first", "second"].map(|name| {
            let path = folder.join(format!("{name}.{ending}"));
            written(&["--size", "640x400"], &path)
        });
        assert!(first == second, "{ending}");
    }
}

#[test]
fn a_drawing_has_named_layers_real_words_and_says_where_all_of_it_is_from() {
    let path = folder("drawing").join("scene.svg");
    let bytes = written(&["--scene", "3", "--worldview", "indian"], &path);
    let text = String::from_utf8(bytes).unwrap();
    for expected in [
        "inkscape:label=\"Borders\"",
        "inkscape:label=\"Alliances\"",
        "data-subject=\"country:PAK\"",
        "data-subject=\"feature:",
        ">AFGHANISTAN</text>",
        "The 1980s: bitter opponents over Afghanistan",
        "Indian view",
        "Reuters, \u{201c}Q+A on Russia and Pakistan\u{201d}, 23 January 2011",
        "Natural Earth",
        "<desc",
    ] {
        assert!(text.contains(expected), "{expected}");
    }
    let mut reader = quick_xml::Reader::from_str(&text);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
}

#[test]
fn other_colours_and_other_views_of_borders_make_other_pictures() {
    let folder = folder("others");
    let path = |name: &str| folder.join(name);
    let size = ["--size", "640x400", "--scene", "3"];
    let plain = written(&size, &path("plain.svg"));
    let dark = written(
        &[&size[..], &["--theme", "dark"]].concat(),
        &path("dark.svg"),
    );
    let chinese = written(
        &[&size[..], &["--worldview", "chinese"]].concat(),
        &path("chinese.svg"),
    );
    assert!(plain != dark && plain != chinese && dark != chinese);
}

#[test]
fn a_folder_gets_a_picture_for_each_scene_and_none_over_another() {
    let folder = folder("all").join("slides");
    let to = format!("{}/", folder.display());
    let arguments = ["--to", &to, "--format", "svg", "--size", "640x400"];
    let output = export(&arguments);
    assert!(output.status.success());
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 13, "{names:?}");
    assert!(
        names[0].starts_with("01-") && names[12].starts_with("13-"),
        "{names:?}"
    );
    let again = export(&arguments);
    let said = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(!again.status.success());
    assert!(said.contains("01-") && said.contains("--force"), "{said}");
}

#[test]
fn a_page_is_one_file_under_three_megabytes_that_asks_nobody_for_anything() {
    let path = folder("page").join("briefing.html");
    let text = String::from_utf8(written(&[], &path)).unwrap();
    assert!(text.len() < 3_000_000, "{} bytes", text.len());
    assert!(text.contains("Content-Security-Policy") && text.contains("default-src 'none'"));
    for from_elsewhere in ["src=\"http", "rel=\"stylesheet\"", "@import", "url(http"] {
        assert!(!text.contains(from_elsewhere), "{from_elsewhere}");
    }
    assert_eq!(text.matches("<svg").count(), 14);
}

#[test]
fn a_handout_is_a_pdf_with_a_bookmark_for_each_scene() {
    let path = folder("handout").join("handout.pdf");
    let bytes = written(&["--notes", "--paper", "letter"], &path);
    assert!(bytes.starts_with(b"%PDF-"));
    let has = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    assert!(has(b"/Outlines") && has(b"/Annots"));
    // The faces are in it.
    assert!(has(b"/FontFile2") || has(b"/FontFile3"));
}

#[test]
fn what_can_not_be_done_is_said_in_a_sentence_and_nothing_half_written_is_left() {
    let folder = folder("picture-faults");
    let at = |name: &str| folder.join(name).display().to_string();
    for (arguments, expected) in [
        (vec!["--to", &at("a.bmp")], ".png, .svg, .pdf"),
        (vec!["--to", &at("a.png"), "--scene", "99"], "no scene 99"),
        (vec!["--to", &at("a.png"), "--size", "10x10"], "pixels"),
        (vec!["--to", &at("a.png"), "--size", "wide"], "1920x1080"),
        (vec!["--to", &at("a.png"), "--scale", "-1"], "above 0"),
        (vec!["--to", &at("a.png"), "--scale", "100"], "pixels"),
        (vec!["--to", &at("a.png"), "--scene", "all"], "folder"),
        (vec!["--to", &at("a.png"), "--theme", "pink"], "light"),
        (vec!["--to", &at("none/a.png")], "none"),
    ] {
        let output = export(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}
