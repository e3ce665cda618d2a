//! `passage link`: what an article's words name, without a display, a graphics card or a network.
//!
//! In: arguments, and which answer they ask for. Out: how text is read (see `passage::content`), how
//! names are found (see `passage::linker`), and how each answer is written (see `json` and `listing`).

mod json;
mod listing;

use std::io::{BufWriter, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use passage::atlas::Atlas;
use passage::content::{ArticleFormat, ArticleText, read_article_file, read_article_stream};
use passage::linker::find_mentions;

/// What stands for standard input in place of a file's name.
const STANDARD_INPUT: &str = "-";

/// So many paragraphs are no one article any more, which has to be looked at as a whole; and all that
/// is known of their words would take the machine's memory.
const MOST_AT_ONCE: usize = 100_000;

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct LinkArguments {
    /// The article: a text, Markdown or HTML file (.txt, .md, .html); - for plain text from standard
    /// input
    article: PathBuf,
    #[arg(long, help = JSON)]
    json: bool,
}

const JSON: &str = r#"Print one line of JSON: {"paragraphs":[{"index":1,"mentions":[{"start":0,"len":9,"text":"Islamabad","entity":"PAK","kind":"metonym","confidence":0.9}]}]}; start and len count code points, and an unsure mention has "others""#;

const EXAMPLES: &str = "\
Examples:
  passage link article.txt
  passage link saved-page.html --json
  pdftotext article.pdf - | passage link -";

impl LinkArguments {
    pub(crate) fn run(self) -> Result<ExitCode, String> {
        let article = self.read()?;
        let paragraphs: Vec<&str> = article.paragraphs.iter().map(String::as_str).collect();
        let parts = paragraphs.chunks(MOST_AT_ONCE);
        let mentions = parts.flat_map(find_mentions);
        let found: Vec<_> = paragraphs.iter().copied().zip(mentions).collect();
        let mut output = BufWriter::new(std::io::stdout().lock());
        let written = if self.json {
            json::write(&mut output, &found, &article)
        } else {
            let atlas = Atlas::load().map_err(|error| error.to_string())?;
            listing::write(&mut output, &found, &article.notes, &atlas)
        };
        // Whoever reads it may have read enough: `passage link | head` is no failure of ours.
        match written.and_then(|()| output.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(format!("standard output can not be written: {error}"))
            }
            _ => Ok(ExitCode::SUCCESS),
        }
    }

    fn read(&self) -> Result<ArticleText, String> {
        if self.article == Path::new(STANDARD_INPUT) {
            read_article_stream(std::io::stdin().lock(), ArticleFormat::Text)
        } else {
            read_article_file(&self.article)
        }
    }
}
