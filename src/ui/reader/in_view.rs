//! Which paragraph is being read, as far as scrolling tells.
//!
//! In: where paragraphs lie and how far the text is scrolled; time is an argument. Out: what the map
//! does about it (see `session::Followed`).

use egui::Rangef;

use crate::world::{Id, Passage};

/// A paragraph counts as read once it has stayed for so long: whoever leafs through the article
/// drags no map along.
const STAYS_SECS: f64 = 0.25;

/// As long as a scroll takes that the program itself has begun.
const OWN_SCROLL_SECS: f64 = 0.6;

/// Kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(super) struct InView {
    /// How far the text is scrolled, from 0 to 1, and in points.
    progress: f32,
    offset_px: f32,
    /// The paragraph at the reading line, in this frame.
    at_line: Option<Id<Passage>>,
    /// What a person has scrolled to, and since when it has been there.
    arrived: Option<(Id<Passage>, f64)>,
    own_scroll_secs: Option<f64>,
}

/// How a frame ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scrolled {
    pub offset_px: f32,
    /// The most that the offset can be.
    pub most_px: f32,
}

impl InView {
    /// Where the eye is, on screen: high at the beginning of the text, low at its end, so that each
    /// paragraph has its turn.
    fn line_y(&self, seen: Rangef) -> f32 {
        egui::lerp(seen.min..=seen.max, self.progress.clamp(0.02, 0.98))
    }

    /// A paragraph lies there.
    pub(super) fn note(&mut self, id: Id<Passage>, place: Rangef, seen: Rangef) {
        if place.contains(self.line_y(seen)) {
            self.at_line = Some(id);
        }
    }

    /// The program scrolls the text by itself: nobody has turned to what comes into view.
    pub(super) fn note_own_scroll(&mut self, now_secs: f64) {
        self.own_scroll_secs = Some(now_secs);
    }

    /// The paragraph a person has come to and stayed at, once; and in how many seconds to ask again.
    pub(super) fn settled(
        &mut self,
        scrolled: Scrolled,
        now_secs: f64,
    ) -> (Option<Id<Passage>>, Option<f64>) {
        let has_moved = (scrolled.offset_px - self.offset_px).abs() > 0.5;
        self.offset_px = scrolled.offset_px;
        self.progress = scrolled.offset_px / scrolled.most_px.max(1.0);
        let at_line = self.at_line.take();
        let is_own = self
            .own_scroll_secs
            .is_some_and(|since| now_secs - since < OWN_SCROLL_SECS);
        if is_own {
            self.arrived = None;
            return (None, None);
        }
        let Some(id) = at_line else {
            return (None, None);
        };
        let since = match self.arrived {
            Some((arrived, since)) if arrived == id => since,
            Some(_) => now_secs,
            None if has_moved => now_secs,
            None => return (None, None),
        };
        self.arrived = Some((id, since));
        let left = STAYS_SECS - (now_secs - since);
        if left <= 0.0 {
            self.arrived = None;
            (Some(id), None)
        } else {
            (None, Some(left))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: Rangef = Rangef {
        min: 0.0,
        max: 100.0,
    };

    /// Ten paragraphs of 40 points in a window of 100, scrolled to an offset at a time.
    fn frame(in_view: &mut InView, offset_px: f32, now_secs: f64) -> Option<usize> {
        for (at, id) in ids().enumerate() {
            let top = at as f32 * 40.0 - offset_px;
            in_view.note(id, Rangef::new(top, top + 40.0), SEEN);
        }
        let scrolled = Scrolled {
            offset_px,
            most_px: 300.0,
        };
        let (settled, _) = in_view.settled(scrolled, now_secs);
        settled.map(Id::index)
    }

    fn ids() -> impl Iterator<Item = Id<Passage>> {
        (0..10).map(Id::new)
    }

    #[test]
    fn a_paragraph_is_followed_once_it_has_stayed_and_only_once() {
        let mut in_view = InView::default();
        assert_eq!(frame(&mut in_view, 0.0, 0.0), None);
        assert_eq!(frame(&mut in_view, 0.0, 5.0), None, "nobody has scrolled");
        for step in 0..10 {
            let now = 5.0 + f64::from(step) * 0.05;
            assert_eq!(
                frame(&mut in_view, 20.0 * step as f32, now),
                None,
                "leafing"
            );
        }
        assert_eq!(frame(&mut in_view, 180.0, 5.6), None);
        let settled = frame(&mut in_view, 180.0, 5.9);
        assert_eq!(settled, Some(6), "180 + 60 % of 100 points");
        assert_eq!(frame(&mut in_view, 180.0, 6.5), None);
    }

    #[test]
    fn the_first_and_the_last_paragraph_have_their_turn() {
        let mut in_view = InView::default();
        for (offset, expected) in [(300.0, 9), (0.0, 0)] {
            frame(&mut in_view, offset, 1.0);
            frame(&mut in_view, offset, 1.1);
            let settled = [1.3, 1.5, 1.7].map(|now| frame(&mut in_view, offset, now));
            assert!(settled.contains(&Some(expected)), "{settled:?}");
        }
    }

    #[test]
    fn what_the_program_scrolls_to_is_not_followed() {
        let mut in_view = InView::default();
        in_view.note_own_scroll(1.0);
        for (offset, now) in [(100.0, 1.1), (200.0, 1.2), (200.0, 1.9), (200.0, 3.0)] {
            assert_eq!(frame(&mut in_view, offset, now), None);
        }
    }
}
