//! Precision and recall on marked paragraphs that look like the news of the world. A country
//! mention that was found is right where it overlaps a marked one of the same country, one to one.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use passage::linker::find_mentions;

use super::marked::{Mark, kind, parse};

#[derive(Default)]
struct Score {
    paragraphs: u32,
    right: u32,
    found: u32,
    marked: u32,
    same_kind: u32,
    faults: Vec<String>,
}

impl Score {
    fn of(file: &Path) -> Self {
        let mut score = Self::default();
        let text = fs::read_to_string(file).unwrap();
        // A line with a number sign names the article that starts there.
        let articles = text
            .split('#')
            .filter_map(|article| article.split_once('\n'));
        for (_, article) in articles {
            let lines: Vec<&str> = article
                .lines()
                .filter(|line| !line.trim().is_empty())
                .collect();
            score.add_article(&lines);
        }
        score
    }

    fn add_article(&mut self, lines: &[&str]) {
        let parsed: Vec<_> = lines.iter().map(|line| parse(line)).collect();
        let plain: Vec<&str> = parsed.iter().map(|(plain, _)| plain.as_str()).collect();
        for ((plain, marks), mentions) in parsed.iter().zip(find_mentions(&plain)) {
            self.paragraphs += 1;
            let (open_marks, marks): (Vec<&Mark>, Vec<&Mark>) =
                marks.iter().partition(|mark| mark.is_open);
            self.marked += u32::try_from(marks.len()).unwrap();
            let mut left = marks;
            for mention in &mentions {
                let Some(kind) = kind(mention) else { continue };
                let overlaps =
                    |mark: &&Mark| mark.start < mention.range.end && mention.range.start < mark.end;
                let is_same = |mark: &&Mark| overlaps(mark) && mark.code == mention.entity.key();
                let hit = left.iter().position(is_same);
                if hit.is_none() && open_marks.iter().any(overlaps) {
                    continue;
                }
                self.found += 1;
                match hit {
                    Some(index) => {
                        self.right += 1;
                        self.same_kind += u32::from(left.remove(index).kind == kind);
                    }
                    None => self.fault("found", &plain[mention.range.clone()], plain),
                }
            }
            for mark in left {
                self.fault("missed", &plain[mark.start..mark.end], plain);
            }
        }
    }

    fn add(&mut self, other: Self) {
        self.paragraphs += other.paragraphs;
        self.right += other.right;
        self.found += other.found;
        self.marked += other.marked;
        self.same_kind += other.same_kind;
        self.faults.extend(other.faults);
    }

    fn fault(&mut self, what: &str, words: &str, paragraph: &str) {
        let start: String = paragraph.chars().take(60).collect();
        self.faults.push(format!("{what} {words:?} in {start:?}"));
    }

    fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from(self.found)
    }

    fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from(self.marked)
    }

    fn say(&self, name: &str) {
        let kinds = f64::from(self.same_kind) / f64::from(self.right);
        let _ = writeln!(
            std::io::stderr(),
            "linker, {name}: {} paragraphs, precision {:.3}, recall {:.3}, kinds {kinds:.3}",
            self.paragraphs,
            self.precision(),
            self.recall()
        );
    }
}

/// In every file for itself: one that it reads well must not hide another.
#[test]
fn precision_and_recall_are_ninety_seven_of_a_hundred_or_better() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/linker/scored");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let mut all = Score::default();
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let score = Score::of(&file);
        score.say(&name);
        let (precision, recall) = (score.precision(), score.recall());
        assert!(score.paragraphs >= 15, "{name}: {}", score.paragraphs);
        assert!(
            precision >= 0.97,
            "{name}: {precision}: {:#?}",
            score.faults
        );
        assert!(recall >= 0.97, "{name}: {recall}: {:#?}", score.faults);
        all.add(score);
    }
    all.say("all");
    assert!(all.paragraphs >= 200);
}
