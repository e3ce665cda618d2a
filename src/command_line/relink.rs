//! `passage relink`: another version of an article's text under the story that was made from it.
//!
//! In: arguments, the files they name, and what is said of the result. Out: where words stand in the
//! new text (see `passage::content::relink`).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use passage::atlas::Atlas;
use passage::content::{self, Part, Relinked};
use passage::session::{why_not_written, write_whole};
use passage::world::Tint;

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RelinkArguments {
    /// The story file
    story: PathBuf,
    /// The new text: a .txt, .md or .html file
    text: PathBuf,
    /// Write another story file instead, one that is not there yet
    #[arg(long, value_name = "OUT")]
    to: Option<PathBuf>,
    /// Write over the file that --to names
    #[arg(long, requires = "to")]
    force: bool,
}

const EXAMPLES: &str = "\
Examples:
  passage relink my.story.json corrected.md
  passage relink my.story.json corrected.html --to new.story.json";

impl RelinkArguments {
    pub(crate) fn run(self) -> Result<ExitCode, String> {
        let atlas = Atlas::load().map_err(|error| error.to_string())?;
        let name = self.story.display();
        let bytes = content::story_bytes(&self.story).map_err(|what| format!("{name} {what}"))?;
        let (world, problems) = content::load_story(&name.to_string(), &bytes, &atlas);
        if world.is_empty() {
            let first = problems.first().map(ToString::to_string);
            return Err(first.unwrap_or_else(|| format!("{name} has no text to be replaced")));
        }
        let article = content::read_article_file(&self.text)?;
        let mut relinked = content::relink(&world, &article.paragraphs);
        // As in the window: in an article all that it names is linked; of a told story somebody decides.
        if relinked.world.tint == Tint::Mentions {
            let new = relinked.new_passages();
            content::link_passages(&mut relinked.world, &new, &atlas);
        }
        let parts: Vec<(Part, String)> = Part::ALL
            .into_iter()
            .map(|part| (part, part.json(&relinked.world, &atlas)))
            .filter(|(part, json)| part.json(&world, &atlas) != *json)
            .collect();
        let known: Vec<(Part, String)> = parts
            .iter()
            .map(|&(part, _)| (part, part.json(&world, &atlas)))
            .collect();
        // What could not be read of a part would be gone with it.
        content::may_replace(&bytes, &known, &atlas)
            .and_then(|()| content::with_parts(&bytes, &parts, &atlas))
            .map_err(|refusal| format!("{name} {refusal}"))
            .and_then(|put| self.write(&put))?;
        let notes = article.notes.iter().map(|note| format!("{note}\n"));
        let said = notes.collect::<String>() + &report(&relinked, &atlas);
        super::export::print(said.as_bytes())?;
        if relinked.kept == 0 && relinked.lost > 0 {
            eprintln!(
                "passage: no link of {name} stands in {}, so it may be another article; the links are \
                 kept as lost ones, and come back with the text they were made in",
                self.text.display()
            );
        }
        Ok(ExitCode::SUCCESS)
    }

    fn write(&self, bytes: &[u8]) -> Result<(), String> {
        let path = self.to.as_deref().unwrap_or(&self.story);
        let name = path.display();
        let is_other = self.to.is_some() && !is_same_file(path, &self.story);
        if is_other && !self.force && path.exists() {
            return Err(format!("{name} is there already; --force writes over it"));
        }
        write_whole(path, bytes).map_err(|error| format!("{name} {}", why_not_written(&error)))
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    real(one).is_some() && real(one) == real(other)
}

/// How many links stand in the new text, and each that does not, with what stood around it.
fn report(relinked: &Relinked, atlas: &Atlas) -> String {
    let world = &relinked.world;
    let mut said = format!(
        "{} paragraphs, {} links kept, {} lost",
        world.passages.len(),
        relinked.kept,
        relinked.lost
    );
    // Writing into a text does not fail.
    let _ = match relinked.found_again {
        0 => writeln!(said),
        again => writeln!(said, ", {again} of those lost before found again"),
    };
    let known = world.orphans.len() - relinked.lost;
    for orphan in world.orphans.iter().skip(known) {
        let (number, exact) = (orphan.passage_number, &orphan.exact);
        let meant = world.name_of(atlas, orphan.subject);
        let (around, behind) = (orphan.before.trim_start(), orphan.after.trim_end());
        let _ = writeln!(
            said,
            "lost: paragraph {number}: \u{201c}{exact}\u{201d} ({meant}) in \u{201c}\u{2026}{around}\
             [{exact}]{behind}\u{2026}\u{201d}"
        );
    }
    for title in &relinked.topics_gone {
        let _ = writeln!(
            said,
            "gone: the heading \u{201c}{title}\u{201d}, of whose paragraphs none is left"
        );
    }
    said
}
