//! What was done and can be taken back, without a limit: steps keep only what they changed.
//!
//! In: two stacks, and when each step was done, so that those of several kinds can be taken back in one
//! order. Out: what a step is (see `briefing` and `corrections`).

/// To one side of a step or to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Back,
    Again,
}

/// Steps of one kind.
#[derive(Clone, Debug)]
pub(super) struct Steps<T> {
    /// The number of what is being done now; it grows with every command.
    now: u64,
    /// The step done last stands last.
    done: Vec<(u64, T)>,
    /// The step taken back last stands last.
    undone: Vec<(u64, T)>,
}

impl<T> Default for Steps<T> {
    fn default() -> Self {
        Self {
            now: 0,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }
}

impl<T> Steps<T> {
    pub(super) fn now(&self) -> u64 {
        self.now
    }

    pub(super) fn set_now(&mut self, now: u64) {
        self.now = now;
    }

    /// Something was done. What was taken back before is gone.
    pub(super) fn add(&mut self, step: T) {
        self.undone.clear();
        self.done.push((self.now, step));
    }

    /// Whether the last step belongs to what is being done now.
    pub(super) fn has_new(&self) -> bool {
        self.last_done() == Some(self.now)
    }

    /// The step that would be taken back, or made again, next.
    pub(super) fn next(&self, way: Way) -> Option<&T> {
        let steps = match way {
            Way::Back => &self.done,
            Way::Again => &self.undone,
        };
        steps.last().map(|(_, step)| step)
    }

    /// Goes over the next step: `reverse` does that, and returns the step to the other side.
    pub(super) fn turn(&mut self, way: Way, reverse: impl FnOnce(T) -> T) -> bool {
        match way {
            Way::Back => self.undo(reverse),
            Way::Again => self.redo(reverse),
        }
    }

    /// What was taken back is gone: something was done in its place that needs no step of its own.
    pub(super) fn forget_undone(&mut self) {
        self.undone.clear();
    }

    /// When the last step was done that has not been taken back.
    pub(super) fn last_done(&self) -> Option<u64> {
        self.done.last().map(|(when, _)| *when)
    }

    /// When that was done which would be made again next.
    pub(super) fn next_undone(&self) -> Option<u64> {
        self.undone.last().map(|(when, _)| *when)
    }

    /// Takes the last step back: `reverse` does that, and returns the step that makes it again.
    /// Whether there was one.
    pub(super) fn undo(&mut self, reverse: impl FnOnce(T) -> T) -> bool {
        turn(&mut self.done, &mut self.undone, reverse)
    }

    pub(super) fn redo(&mut self, reverse: impl FnOnce(T) -> T) -> bool {
        turn(&mut self.undone, &mut self.done, reverse)
    }
}

fn turn<T>(from: &mut Vec<(u64, T)>, to: &mut Vec<(u64, T)>, reverse: impl FnOnce(T) -> T) -> bool {
    let Some((when, step)) = from.pop() else {
        return false;
    };
    to.push((when, reverse(step)));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_back_and_forth_and_keep_when_they_were_done() {
        let mut steps = Steps::default();
        for (now, step) in [(3, "a"), (5, "b")] {
            steps.set_now(now);
            steps.add(step);
        }
        let mut seen = Vec::new();
        while steps.undo(|step| {
            seen.push(step);
            step
        }) {}
        assert_eq!(seen, ["b", "a"]);
        assert_eq!((steps.last_done(), steps.next_undone()), (None, Some(3)));
        assert!(steps.redo(|step| step));
        assert_eq!((steps.last_done(), steps.next_undone()), (Some(3), Some(5)));
        steps.set_now(9);
        steps.add("c");
        assert_eq!((steps.last_done(), steps.next_undone()), (Some(9), None));
    }
}
