//! How far an export is, on a terminal; in a pipe or a file nothing is said.

use std::io::{IsTerminal as _, Write as _, stderr};

/// How wide the bar is, in letters.
const WIDTH: usize = 30;

/// A bar on the terminal, which is gone when it is dropped.
pub(super) struct Progress {
    count: usize,
    is_shown: bool,
}

impl Progress {
    /// For so many steps; one alone is over before anybody could look.
    pub(super) fn new(count: usize) -> Self {
        let progress = Self {
            count,
            is_shown: count > 1 && stderr().is_terminal(),
        };
        progress.draw(0);
        progress
    }

    pub(super) fn went_on(&self, done: usize) {
        self.draw(done);
    }

    fn draw(&self, done: usize) {
        if self.is_shown {
            let words = bar(done, self.count);
            let _ = write!(stderr(), "\r{words}").and_then(|()| stderr().flush());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            let empty = " ".repeat(bar(self.count, self.count).chars().count());
            let _ = write!(stderr(), "\r{empty}\r").and_then(|()| stderr().flush());
        }
    }
}

fn bar(done: usize, count: usize) -> String {
    let filled = done.min(count) * WIDTH / count.max(1);
    let (full, rest) = ("#".repeat(filled), ".".repeat(WIDTH - filled));
    format!("[{full}{rest}] {done} of {count}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_empty_at_first_and_full_at_the_end() {
        assert_eq!(bar(0, 3), format!("[{}] 0 of 3", ".".repeat(WIDTH)));
        assert_eq!(bar(3, 3), format!("[{}] 3 of 3", "#".repeat(WIDTH)));
        assert!(bar(1, 3).contains("##########...."));
    }
}
