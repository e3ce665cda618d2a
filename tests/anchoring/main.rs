//! Another version of the text under a story, as somebody at a shell puts it there.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{self, BUNDLED};
use passage::world::World;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("anchoring-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The bundled story as a file of its own, and its text as another one.
fn story_and_text(folder: &Path) -> (PathBuf, PathBuf, String) {
    let story = folder.join("mine.story.json");
    fs::write(&story, BUNDLED.1).unwrap();
    let paragraphs: Vec<String> = read(&story)
        .passages
        .iter()
        .map(|(_, passage)| passage.text.clone())
        .collect();
    let text = paragraphs.join("\n\n");
    let path = folder.join("article.txt");
    fs::write(&path, &text).unwrap();
    (story, path, text)
}

fn read(story: &Path) -> World {
    let (world, problems) = content::read_story_file(story, &ATLAS);
    assert!(problems.is_empty(), "{problems:?}");
    world
}

fn passage(arguments: &[&Path]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passage"));
    command.args(arguments).output().unwrap()
}

fn relink(story: &Path, text: &Path, more: &[&Path]) -> Output {
    let arguments = [&[Path::new("relink"), story, text], more].concat();
    passage(&arguments)
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn count(world: &World) -> usize {
    let passages = world.passages.iter();
    passages.map(|(_, passage)| passage.mentions.len()).sum()
}

#[test]
fn the_same_text_changes_not_a_byte_of_the_story() {
    let (story, text, _) = story_and_text(&folder("same"));
    let output = relink(&story, &text, &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains(" 0 lost"), "{}", said(&output));
    assert_eq!(fs::read(&story).unwrap(), BUNDLED.1);
}

#[test]
fn an_edited_text_keeps_the_links_says_which_are_lost_and_leaves_a_sound_story() {
    let folder = folder("edited");
    let (story, path, text) = story_and_text(&folder);
    let before = read(&story);
    // A word more in the first sentence, a name gone, and a paragraph in front.
    let edited = text.replacen("was due in", "was soon due in", 1);
    let edited = edited.replacen("Sergei Ryabkov", "a man", 1);
    fs::write(&path, format!("Something new to begin with.\n\n{edited}")).unwrap();
    let output = relink(&story, &path, &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        said(&output).contains("\u{201c}Sergei Ryabkov\u{201d}"),
        "{}",
        said(&output)
    );
    let after = read(&story);
    assert_eq!(after.passages.len(), before.passages.len() + 1);
    assert_eq!(after.orphans.len(), 1, "{:?}", after.orphans);
    assert_eq!(count(&after) + 1, count(&before));
    assert_eq!(
        after.topics[0].passages.len(),
        before.topics[0].passages.len() + 1
    );
    // Only the new paragraph hangs in the air.
    let check = passage(&[Path::new("check"), &story]);
    assert!(said(&check).contains("0 problems"), "{}", said(&check));
}

#[test]
fn another_story_file_is_written_where_it_is_asked_for_and_over_none() {
    let folder = folder("to");
    let (story, path, text) = story_and_text(&folder);
    fs::write(&path, text.replacen("was due in", "was soon due in", 1)).unwrap();
    let other = folder.join("other.story.json");
    let to = Path::new("--to");
    let output = relink(&story, &path, &[to, &other]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(fs::read(&story).unwrap(), BUNDLED.1);
    assert_eq!(count(&read(&other)), count(&read(&story)));
    fs::write(&other, "theirs").unwrap();
    let output = relink(&story, &path, &[to, &other]);
    assert!(!output.status.success());
    assert!(
        said(&output).contains("is there already; --force"),
        "{}",
        said(&output)
    );
    assert_eq!(fs::read(&other).unwrap(), b"theirs");
    let output = relink(&story, &path, &[to, &other, Path::new("--force")]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(read(&other).orphans.is_empty());
}

#[test]
fn files_that_are_no_good_are_named_and_nothing_is_written() {
    let folder = folder("bad");
    let (story, path, _) = story_and_text(&folder);
    let none = folder.join("none.txt");
    for (one, other) in [
        (&none, &path),
        (&story, &none),
        (&path, &path),
        (&story, &story),
    ] {
        let output = relink(one, other, &[]);
        assert!(!output.status.success());
        let words = said(&output);
        assert!(
            words.starts_with("passage: ") && words.contains("right would be")
                || words.contains("can not be read"),
            "{words}"
        );
    }
    // What could not be read of a part would be gone with it.
    let damaged = String::from_utf8(BUNDLED.1.to_vec()).unwrap();
    let damaged = damaged.replacen("(country:RUS)", "(country:RUSS)", 1);
    fs::write(&story, &damaged).unwrap();
    fs::write(&path, "All of it is new.").unwrap();
    let output = relink(&story, &path, &[]);
    assert!(
        said(&output).contains("has passages that could not be read"),
        "{}",
        said(&output)
    );
    assert_eq!(fs::read_to_string(&story).unwrap(), damaged);
}

#[test]
fn any_two_stretches_of_bytes_are_read_without_a_panic() {
    let folder = folder("bytes");
    let (story, path, _) = story_and_text(&folder);
    for bytes in [
        &b"\xff\xfe\x00"[..],
        b"\0\0\0",
        b"",
        b"(((((",
        &[b'a'; 9_000],
    ] {
        fs::write(&path, bytes).unwrap();
        let output = relink(
            &story,
            &path,
            &[
                Path::new("--to"),
                &folder.join("o.story.json"),
                Path::new("--force"),
            ],
        );
        assert!(
            output.status.code().is_some_and(|code| code < 2),
            "{}",
            said(&output)
        );
    }
}

#[test]
fn a_text_of_something_else_is_warned_of_and_the_right_one_brings_every_link_back() {
    let folder = folder("wrong");
    let (story, path, _) = story_and_text(&folder);
    let all = count(&read(&story));
    let wrong = folder.join("wrong.txt");
    fs::write(&wrong, "Of something else altogether.").unwrap();
    let output = relink(&story, &wrong, &[]);
    assert!(output.status.success(), "{}", said(&output));
    let warning = String::from_utf8_lossy(&output.stderr);
    assert!(
        warning.starts_with("passage: no link of ") && warning.contains("wrong.txt"),
        "{warning}"
    );
    // Each of them hangs in the air, at a place of the file.
    let check = passage(&[Path::new("check"), &story]);
    assert_eq!(check.status.code(), Some(1));
    let words = said(&check);
    let lost = words.lines().filter(|line| {
        let place = line.strip_prefix(&format!("{}:", story.display()));
        let number = place.and_then(|place| place.split(':').next()?.parse::<usize>().ok());
        number.is_some_and(|number| number > 1) && line.contains("is lost; right would be ")
    });
    assert_eq!(lost.count(), all, "{words}");
    assert!(words.contains(&format!(", {all} lost links")), "{words}");
    let output = relink(&story, &path, &[]);
    assert!(output.stderr.is_empty(), "{}", said(&output));
    let report = format!("{all} links kept, 0 lost, {all} of those lost before found again");
    assert!(said(&output).contains(&report), "{}", said(&output));
    let after = read(&story);
    assert_eq!((count(&after), after.orphans.len()), (all, 0));
}

#[test]
fn what_a_new_paragraph_of_an_article_names_is_linked_and_of_a_told_story_it_is_not() {
    let folder = folder("article");
    let article = folder.join("article.txt");
    let old = "Envoys of Georgia met officials in Tbilisi.";
    fs::write(&article, old).unwrap();
    let text = content::read_article_file(&article).unwrap();
    let world = content::story_of(&text, "article.txt", &ATLAS);
    let story = folder.join("article.story.json");
    fs::write(&story, content::story_json(&world, &ATLAS)).unwrap();
    let before = count(&read(&story));
    fs::write(
        &article,
        format!("{old}\n\nLater they went to Kenya and to Peru."),
    )
    .unwrap();
    let output = relink(&story, &article, &[]);
    assert!(output.status.success(), "{}", said(&output));
    let after = read(&story);
    assert_eq!((count(&after), after.orphans.len()), (before + 2, 0));
    let (told, path, text) = story_and_text(&folder);
    let before = count(&read(&told));
    fs::write(
        &path,
        format!("{text}\n\nLater they went to Kenya and to Peru."),
    )
    .unwrap();
    assert!(relink(&told, &path, &[]).status.success());
    assert_eq!(count(&read(&told)), before);
}
