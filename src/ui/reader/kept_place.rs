//! The paragraph one is at stays where it is on screen when the words around it change.
//!
//! In: where paragraphs lie. Out: scrolling there (see `layout`).

use crate::world::{Id, Passage};

/// Kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptPlace {
    /// What was in sight in the last frame, and how far under the top.
    last: Option<(Id<Passage>, f32)>,
    /// The same of this frame, so far.
    next: Option<(Id<Passage>, f32)>,
    /// What has to stand where it stood.
    wanted: Option<(Id<Passage>, f32)>,
    moved_px: Option<f32>,
    /// Whoever is at the top of the text stays there.
    is_at_top: bool,
}

impl KeptPlace {
    /// A frame begins, in the words of the last one.
    pub(super) fn begin(&mut self) {
        self.last = self.next.take();
        self.moved_px = None;
        self.wanted = None;
    }

    /// A frame begins, in other words.
    pub(super) fn begin_reworded(&mut self) {
        self.begin();
        self.wanted = self.last.filter(|_| !self.is_at_top);
    }

    /// How far the text is scrolled, in points.
    pub(super) fn note_offset(&mut self, offset_px: f32) {
        self.is_at_top = offset_px < 1.0;
    }

    /// A paragraph lies so far under the top. The first whose beginning is in sight, or is about to
    /// be, is the one to keep.
    pub(super) fn note(&mut self, id: Id<Passage>, top_px: f32) {
        if let Some((wanted, was_px)) = self.wanted
            && wanted == id
        {
            self.moved_px = Some(top_px - was_px);
        }
        if self.next.is_none() && top_px >= 0.0 {
            self.next = Some((id, top_px));
        }
    }

    /// That one is being read, and is in sight: it is the one to keep.
    pub(super) fn note_read(&mut self, id: Id<Passage>, top_px: f32) {
        self.note(id, top_px);
        self.next = Some((id, top_px));
    }

    /// How far the paragraph has moved that is to stay.
    pub(super) fn take_moved(&mut self) -> Option<f32> {
        self.wanted = None;
        self.moved_px.take().filter(|moved_px| moved_px.abs() > 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_stays_where_it_is_and_else_the_first_in_sight() {
        let at = Id::<Passage>::new;
        let mut place = KeptPlace::default();
        place.note_offset(30.0);
        for read in [None, Some(3)] {
            place.begin();
            for (index, top_px) in [(1, -30.0), (2, 20.0), (3, 70.0)] {
                place.note(at(index), top_px);
                if read == Some(index) {
                    place.note_read(at(index), top_px);
                }
            }
            assert_eq!(place.take_moved(), None);
            place.begin_reworded();
            for (index, top_px) in [(1, -30.0), (2, 50.0), (3, 170.0)] {
                place.note(at(index), top_px);
            }
            let moved_px = if read.is_some() { 100.0 } else { 30.0 };
            assert_eq!(place.take_moved(), Some(moved_px));
        }
        place.note_offset(0.0);
        place.begin_reworded();
        place.note_read(at(3), 500.0);
        assert_eq!(place.take_moved(), None);
    }
}
