//! Precision and recall on marked paragraphs that look like the news of the world. A country
//! mention that was found is right where it overlaps a marked one of the same country, one to one.

use std::fs;
use std::io::Write as _;

use passage::linker::find_mentions;

use super::marked::{kind, parse};

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
    fn add_article(&mut self, lines: &[&str]) {
        let parsed: Vec<_> = lines.iter().map(|line| parse(line)).collect();
        let plain: Vec<&str> = parsed.iter().map(|(plain, _)| plain.as_str()).collect();
        for ((plain, marks), mentions) in parsed.iter().zip(find_mentions(&plain)) {
            self.paragraphs += 1;
            self.marked += u32::try_from(marks.len()).unwrap();
            let mut open: Vec<_> = marks.iter().collect();
            for mention in &mentions {
                let Some(kind) = kind(mention) else { continue };
                self.found += 1;
                let hit = open.iter().position(|mark| {
                    mark.start < mention.range.end
                        && mention.range.start < mark.end
                        && mark.code == mention.entity.key()
                });
                match hit {
                    Some(index) => {
                        self.right += 1;
                        self.same_kind += u32::from(open.remove(index).kind == kind);
                    }
                    None => self.fault("found", &plain[mention.range.clone()], plain),
                }
            }
            for mark in open {
                self.fault("missed", &plain[mark.start..mark.end], plain);
            }
        }
    }

    fn fault(&mut self, what: &str, words: &str, paragraph: &str) {
        let start: String = paragraph.chars().take(60).collect();
        self.faults.push(format!("{what} {words:?} in {start:?}"));
    }
}

#[test]
fn precision_and_recall_are_ninety_seven_of_a_hundred_or_better() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/linker/scored");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let mut score = Score::default();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        // A line with a number sign names the article that starts there.
        for article in text.split("\n#") {
            let lines: Vec<&str> = article
                .lines()
                .filter(|line| !line.starts_with('#'))
                .skip(usize::from(!article.starts_with('#')))
                .collect();
            let lines: Vec<&str> = lines
                .into_iter()
                .filter(|line| !line.trim().is_empty())
                .collect();
            score.add_article(&lines);
        }
    }
    let precision = f64::from(score.right) / f64::from(score.found);
    let recall = f64::from(score.right) / f64::from(score.marked);
    let kinds = f64::from(score.same_kind) / f64::from(score.right);
    let words = format!(
        "linker: {} paragraphs, precision {precision:.4}, recall {recall:.4}, kinds {kinds:.4}",
        score.paragraphs
    );
    let _ = writeln!(std::io::stderr(), "{words}");
    assert!(
        score.paragraphs >= 30,
        "only {} paragraphs",
        score.paragraphs
    );
    assert!(
        precision >= 0.97,
        "precision {precision:.4}: {:#?}",
        score.faults
    );
    assert!(recall >= 0.97, "recall {recall:.4}: {:#?}", score.faults);
}
