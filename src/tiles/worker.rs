//! The thread that opens a source and gets its tiles. The window never waits for it.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use walkers::{Tile, TileId};

use super::download::Download;
use super::map_file::MapFile;
use super::{Facts, Source, Trouble};

/// What the thread has to say.
pub(super) enum Answer {
    Opened(Result<Facts, Trouble>),
    /// A tile, or none where the source has none.
    Tile(TileId, Result<Option<Tile>, Trouble>),
}

/// The other end of the thread. Letting go of it ends the thread, without waiting.
pub(super) struct Worker {
    pub asked: UnboundedSender<TileId>,
    /// Closed when the thread has ended, for whatever reason.
    pub answers: Receiver<Answer>,
}

/// An open source.
enum Fetcher {
    Download(Download),
    MapFile(MapFile),
}

impl Worker {
    pub(super) fn start(source: &Source, context: &egui::Context) -> Result<Self, Trouble> {
        let (asked, requests) = unbounded_channel();
        let (sender, answers) = channel();
        let (source, context) = (source.clone(), context.clone());
        std::thread::Builder::new()
            .name("tiles".to_owned())
            .spawn(move || work(source, requests, &sender, &context))
            .map_err(|error| Trouble::source(error.to_string()))?;
        Ok(Self { asked, answers })
    }
}

fn work(
    source: Source,
    requests: UnboundedReceiver<TileId>,
    answers: &Sender<Answer>,
    context: &egui::Context,
) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            let trouble = Trouble::source(error.to_string());
            let _ = answers.send(Answer::Opened(Err(trouble)));
            return;
        }
    };
    let opened = runtime.block_on(async { Fetcher::open(source, context.clone()) });
    let facts = opened.as_ref().map(Fetcher::facts).map_err(Clone::clone);
    let is_heard = answers.send(Answer::Opened(facts)).is_ok();
    context.request_repaint();
    if let Ok(fetcher) = opened
        && is_heard
    {
        runtime.block_on(serve(Arc::new(fetcher), requests, answers, context));
    }
    // A look-up of a name may still be under way; nobody waits for it.
    runtime.shutdown_background();
}

/// Gets what is asked for until nobody asks any more.
async fn serve(
    fetcher: Arc<Fetcher>,
    mut requests: UnboundedReceiver<TileId>,
    answers: &Sender<Answer>,
    context: &egui::Context,
) {
    while let Some(id) = requests.recv().await {
        let (fetcher, answers, context) = (fetcher.clone(), answers.clone(), context.clone());
        tokio::spawn(async move {
            // A task of its own: a tile that a decoder stumbles over costs that tile.
            let tile = tokio::spawn(async move { fetcher.tile(id).await }).await;
            let tile = tile.unwrap_or_else(|_| Err(Trouble::tile("one of its tiles is broken")));
            if answers.send(Answer::Tile(id, tile)).is_ok() {
                context.request_repaint();
            }
        });
    }
}

impl Fetcher {
    fn open(source: Source, context: egui::Context) -> Result<Self, Trouble> {
        match source {
            Source::Server {
                server,
                folder,
                sight,
            } => {
                let folder = folder.as_deref().map(Path::new);
                Download::new(server, folder, sight, context).map(Self::Download)
            }
            Source::File { path, kind, sight } => {
                MapFile::open(&path, (kind, sight), context).map(Self::MapFile)
            }
        }
    }

    fn facts(&self) -> Facts {
        match self {
            Self::Download(download) => download.facts(),
            Self::MapFile(file) => file.facts(),
        }
    }

    async fn tile(&self, id: TileId) -> Result<Option<Tile>, Trouble> {
        match self {
            Self::Download(download) => download.tile(id).await.map(Some),
            Self::MapFile(file) => file.tile(id),
        }
    }
}
