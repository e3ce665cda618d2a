//! Levels of detail, made on another thread and handed over when they are ready.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::atlas::{AreaIndex, Atlas, AtlasError, CountryId, Detail, Level};
use crate::picture::{Ground, GroundKey};

/// A level with its areas, and its ground for a projection and worldview.
#[derive(Clone)]
pub(super) struct Made {
    pub level: Arc<Level>,
    pub areas: Arc<AreaIndex>,
    pub ground: Arc<Ground>,
}

type Loaded = (Arc<Level>, Arc<AreaIndex>);

/// Asks for grounds and takes them.
pub(super) struct Levels {
    loaded: BTreeMap<Detail, Loaded>,
    focus: Vec<CountryId>,
    /// For the present focus.
    asked: Vec<GroundKey>,
    /// The number of the latest request; a thread that works on an older one leaves it.
    latest: Arc<AtomicU64>,
    context: egui::Context,
    sender: Sender<(Vec<CountryId>, Made)>,
    receiver: Receiver<(Vec<CountryId>, Made)>,
}

impl Levels {
    /// The coarsest level at once, so that the first frame has a map.
    pub(super) fn start(atlas: &Atlas, context: &egui::Context) -> Result<Self, AtlasError> {
        let (sender, receiver) = channel();
        let level = Arc::new(Level::load(Detail::Coarse, atlas)?);
        let areas = Arc::new(AreaIndex::new(&level));
        Ok(Self {
            loaded: BTreeMap::from([(Detail::Coarse, (level, areas))]),
            focus: Vec::new(),
            asked: Vec::new(),
            latest: Arc::default(),
            context: context.clone(),
            sender,
            receiver,
        })
    }

    /// Others of the same story, for a map with a projection and worldview of its own.
    pub(super) fn beside(&self) -> Self {
        let (sender, receiver) = channel();
        Self {
            loaded: self.loaded.clone(),
            focus: self.focus.clone(),
            asked: Vec::new(),
            latest: Arc::default(),
            context: self.context.clone(),
            sender,
            receiver,
        }
    }

    /// Takes over what others have loaded, so that no level is in memory twice.
    pub(super) fn share(&mut self, other: &Self) {
        for (&detail, loaded) in &other.loaded {
            self.loaded.entry(detail).or_insert_with(|| loaded.clone());
        }
    }

    pub(super) fn set_focus(&mut self, focus: Vec<CountryId>) {
        self.focus = focus;
        self.asked.clear();
        self.latest.fetch_add(1, Ordering::Relaxed);
    }

    /// What is ready for a projection and worldview, after asking for what is not.
    pub(super) fn made(&mut self, atlas: &Atlas, key: GroundKey) -> Vec<Made> {
        let mut ready = Vec::new();
        let mut missing = Vec::new();
        for detail in Detail::ALL
            .into_iter()
            .filter(|&detail| detail <= key.detail)
        {
            let key = GroundKey { detail, ..key };
            let is_asked = self.asked.contains(&key);
            if is_asked {
                continue;
            }
            // A ground for another projection or worldview is of no use any more.
            let is_wanted = |asked: &GroundKey| {
                asked.projection == key.projection && asked.worldview == key.worldview
            };
            if !self.asked.iter().all(is_wanted) {
                self.asked.retain(is_wanted);
                self.latest.fetch_add(1, Ordering::Relaxed);
            }
            self.asked.push(key);
            if detail == Detail::Coarse {
                ready.extend(self.coarse(atlas, key));
            } else {
                missing.push(key);
            }
        }
        if !missing.is_empty() {
            self.ask(atlas, missing);
        }
        for (focus, made) in self.receiver.try_iter() {
            self.loaded
                .insert(made.level.detail, (made.level.clone(), made.areas.clone()));
            let is_wanted = made.ground.key.projection == key.projection
                && made.ground.key.worldview == key.worldview
                && focus == self.focus;
            if is_wanted {
                ready.push(made);
            }
        }
        ready
    }

    fn coarse(&self, atlas: &Atlas, key: GroundKey) -> Option<Made> {
        let (level, areas) = self.loaded.get(&Detail::Coarse)?;
        let ground = Arc::new(Ground::build(level, atlas, &self.focus, key));
        Some(Made {
            level: level.clone(),
            areas: areas.clone(),
            ground,
        })
    }

    /// Makes levels one after another, the coarser first, on one other thread: the window needs
    /// the rest of a small machine.
    fn ask(&self, atlas: &Atlas, keys: Vec<GroundKey>) {
        let (atlas, focus) = (atlas.clone(), self.focus.clone());
        let (sender, context) = (self.sender.clone(), self.context.clone());
        let loaded = self.loaded.clone();
        let latest = self.latest.clone();
        let own = latest.load(Ordering::Relaxed);
        std::thread::spawn(move || {
            for key in keys {
                if latest.load(Ordering::Relaxed) != own {
                    return;
                }
                let made = match make(&atlas, &focus, key, loaded.get(&key.detail).cloned()) {
                    Ok(made) => made,
                    Err(error) => {
                        log::error!("{error}");
                        continue;
                    }
                };
                // The window may be gone by now; then nobody needs the rest.
                if sender.send((focus.clone(), made)).is_err() {
                    return;
                }
                context.request_repaint();
            }
        });
    }
}

fn make(
    atlas: &Atlas,
    focus: &[CountryId],
    key: GroundKey,
    loaded: Option<Loaded>,
) -> Result<Made, AtlasError> {
    let (level, areas) = if let Some(loaded) = loaded {
        loaded
    } else {
        let level = Level::load(key.detail, atlas)?;
        let areas = AreaIndex::new(&level);
        (Arc::new(level), Arc::new(areas))
    };
    let ground = Arc::new(Ground::build(&level, atlas, focus, key));
    Ok(Made {
        level,
        areas,
        ground,
    })
}
