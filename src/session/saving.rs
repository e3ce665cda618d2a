//! Where sittings are kept: written on a thread of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{SavedState, write_whole};

const FILE: &str = "session.json";

/// A sitting is written when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(700);

/// Where sittings are kept.
#[derive(Clone, Debug)]
pub struct Saving {
    folder: PathBuf,
}

impl Saving {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The last sitting; a damaged file is set aside and said, and the sitting starts afresh.
    pub fn load(&self) -> (SavedState, Option<String>) {
        let path = self.folder.join(FILE);
        let Ok(text) = fs::read(&path) else {
            return (SavedState::default(), None);
        };
        if let Ok(state) = serde_json::from_slice(&text) {
            return (state, None);
        }
        let aside = self.free_name();
        let moved = match fs::rename(&path, &aside) {
            Ok(()) => format!("It was set aside as {}.", aside.display()),
            Err(error) => format!("It could not be set aside: {error}."),
        };
        let message = format!("What was on show last time could not be read. {moved}");
        (SavedState::default(), Some(message))
    }

    /// The last sitting if it can be read, touching nothing.
    pub fn peek(&self) -> SavedState {
        fs::read(self.folder.join(FILE))
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default()
    }

    /// A crash leaves the old file or the new one.
    pub fn save(&self, state: &SavedState) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let text = serde_json::to_vec_pretty(state)?;
        write_whole(&self.folder.join(FILE), &text)
    }

    fn free_name(&self) -> PathBuf {
        let name = |n: u32| self.folder.join(format!("session.damaged-{n}.json"));
        (1..1000)
            .map(name)
            .find(|path| !Path::exists(path))
            .unwrap_or_else(|| name(0))
    }
}

/// Keeps a sitting while it goes on, so that a program that is killed loses a second of it.
#[derive(Debug)]
pub struct Saver {
    last: SavedState,
    sender: Option<Sender<SavedState>>,
    thread: Option<JoinHandle<()>>,
    /// Why nothing is kept. Said once, not again with each change.
    failure: Receiver<String>,
}

impl Saver {
    /// `present` is what the file holds.
    pub fn start(saving: Saving, present: SavedState) -> Self {
        let (sender, receiver) = channel();
        let (failures, failure) = channel();
        let say = failures.clone();
        let thread = std::thread::Builder::new()
            .name("saving".to_owned())
            .spawn(move || keep(&saving, &receiver, &failures));
        if let Err(error) = &thread {
            // It is heard by this side, which is here.
            let _ = say.send(error.to_string());
        }
        Self {
            last: present,
            sender: Some(sender),
            thread: thread.ok(),
            failure,
        }
    }

    /// Why what is on show can not be kept, when that has come to light.
    pub fn take_failure(&self) -> Option<String> {
        self.failure.try_recv().ok()
    }

    /// Has the sitting written soon, if it has changed.
    pub fn note(&mut self, state: &SavedState) {
        if *state == self.last {
            return;
        }
        self.last = state.clone();
        if let Some(sender) = &self.sender {
            // The thread ends only after this side does, or was never there.
            let _ = sender.send(state.clone());
        }
    }
}

impl Drop for Saver {
    /// Waits until the last state is on the disk.
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// So many changes, one after the other without a pause, are written at the latest.
const MOST_CHANGES: u32 = 20;

/// Writes the newest state whenever it has been quiet for a while, after many changes, and at the
/// end.
fn keep(saving: &Saving, states: &Receiver<SavedState>, failures: &Sender<String>) {
    let mut has_failed = false;
    while let Ok(mut newest) = states.recv() {
        let mut kept_waiting = 0;
        let is_over = loop {
            match states.recv_timeout(QUIET) {
                // Whoever goes on without a pause loses no more than these either.
                Ok(newer) if kept_waiting < MOST_CHANGES => {
                    (newest, kept_waiting) = (newer, kept_waiting + 1);
                }
                Ok(newer) => {
                    newest = newer;
                    break false;
                }
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        if let Err(error) = saving.save(&newest) {
            log::error!("what is on show could not be saved: {error}");
            if !std::mem::replace(&mut has_failed, true) {
                // The window may be gone by now.
                let _ = failures.send(error.to_string());
            }
        }
        if is_over {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("passage-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_sitting_comes_back_as_it_was_saved() {
        let saving = Saving::new(folder("comes-back"));
        let state = SavedState {
            theme: "dark".into(),
            window: Some([1280.0, 720.0]),
            ..Default::default()
        };
        saving.save(&state).unwrap();
        assert_eq!(saving.load(), (state, None));
    }

    #[test]
    fn a_file_cut_off_anywhere_is_set_aside_and_said() {
        let folder = folder("cut-off");
        let saving = Saving::new(folder.clone());
        saving
            .save(&SavedState {
                theme: "dark".into(),
                ..Default::default()
            })
            .unwrap();
        let whole = fs::read(folder.join(FILE)).unwrap();
        for length in (0..whole.len()).step_by(7) {
            fs::write(folder.join(FILE), &whole[..length]).unwrap();
            let (state, message) = saving.load();
            assert_eq!(state, SavedState::default());
            assert!(message.unwrap().contains("damaged"), "cut at {length}");
            assert!(!folder.join(FILE).exists());
        }
    }

    #[test]
    fn a_sitting_is_on_the_disk_a_moment_after_it_changed_without_an_end() {
        let saving = Saving::new(folder("goes-on"));
        let mut saver = Saver::start(saving.clone(), SavedState::default());
        let state = SavedState {
            theme: "dark".into(),
            ..Default::default()
        };
        saver.note(&state);
        let is_there = (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(100));
            saving.peek() == state
        });
        // As a killed program would: nothing of it runs any more.
        std::mem::forget(saver);
        assert!(is_there);
    }

    #[test]
    fn the_last_change_before_the_end_is_kept() {
        let saving = Saving::new(folder("the-end"));
        let mut saver = Saver::start(saving.clone(), SavedState::default());
        let state = |width| SavedState {
            legend_width: Some(width),
            ..Default::default()
        };
        for width in [200.0, 300.0, 250.0] {
            saver.note(&state(width));
        }
        drop(saver);
        assert_eq!(saving.peek(), state(250.0));
    }

    #[test]
    fn one_value_that_can_not_be_used_costs_that_value_and_no_other() {
        let folder = folder("one-value");
        fs::create_dir_all(&folder).unwrap();
        let text = r#"{"theme":3,"reader_width":412.5,"window":"large","legend_hidden":true}"#;
        fs::write(folder.join(FILE), text).unwrap();
        let (state, message) = Saving::new(folder).load();
        let expected = SavedState {
            reader_width: Some(412.5),
            legend_hidden: true,
            ..Default::default()
        };
        assert_eq!((state, message), (expected, None));
    }

    #[test]
    fn what_a_newer_version_adds_does_not_matter() {
        let folder = folder("newer");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(FILE), r#"{"theme":"light","hologram":true}"#).unwrap();
        let (state, message) = Saving::new(folder).load();
        assert_eq!((state.theme.as_str(), message), ("light", None));
    }
}
