//! How long a briefing has been going on, and how long it still may. It reads no clock.

/// Starts when the first scene is left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timer {
    started_secs: Option<f64>,
}

/// What is left of the planned length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimeLeft {
    Secs(f64),
    /// So many seconds too long.
    Over(f64),
}

impl Timer {
    /// Starts it, if it does not run.
    pub fn start(&mut self, now_secs: f64) {
        self.started_secs.get_or_insert(now_secs);
    }

    /// From nothing again; it starts at once where it runs.
    pub fn reset(&mut self, now_secs: f64) {
        self.started_secs = self.started_secs.map(|_| now_secs);
    }

    pub fn is_running(&self) -> bool {
        self.started_secs.is_some()
    }

    pub fn elapsed_secs(&self, now_secs: f64) -> f64 {
        self.started_secs
            .map_or(0.0, |started| (now_secs - started).max(0.0))
    }

    /// What is left of so many minutes.
    pub fn left(&self, planned_minutes: u32, now_secs: f64) -> TimeLeft {
        let left = f64::from(planned_minutes) * 60.0 - self.elapsed_secs(now_secs);
        if left >= 0.0 {
            TimeLeft::Secs(left)
        } else {
            TimeLeft::Over(-left)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timer_counts_from_its_start_and_says_how_much_too_long_it_is() {
        let mut timer = Timer::default();
        assert!(timer.elapsed_secs(500.0) < 1e-9);
        timer.start(100.0);
        timer.start(130.0);
        assert!((timer.elapsed_secs(160.0) - 60.0).abs() < 1e-9);
        assert_eq!(timer.left(2, 160.0), TimeLeft::Secs(60.0));
        assert_eq!(timer.left(2, 250.0), TimeLeft::Over(30.0));
        timer.reset(250.0);
        assert_eq!(timer.left(2, 250.0), TimeLeft::Secs(120.0));
        // A clock that goes backwards does not count below nothing.
        assert!(timer.elapsed_secs(10.0) < 1e-9);
    }
}
