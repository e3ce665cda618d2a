//! Which small pictures are kept: a bounded number of them, those that were asked for last.
//!
//! Time is counted in turns, one for each frame of the window.

use egui::Id;

use super::Order;
use crate::picture::GroundKey;

/// No more pictures are kept, and no more bytes of them.
pub(super) const MOST_PICTURES: usize = 60;
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What has come of a picture in a frame.
pub(super) enum Drawn<P> {
    Complete(P),
    /// A crowd comes a piece in each frame; until then there is the picture from before.
    InPart(Option<P>),
}

/// Pictures, and what is to become one.
pub(super) struct Shelf<P> {
    slots: Vec<Slot<P>>,
    turn: u64,
}

struct Slot<P> {
    key: Id,
    order: Order,
    /// None until it is drawn for the first time.
    picture: Option<P>,
    /// Whether it has to be drawn.
    is_stale: bool,
    /// The turn in which it was last asked for.
    asked: u64,
}

impl<P> Default for Shelf<P> {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            turn: 0,
        }
    }
}

impl<P> Shelf<P> {
    /// Notes that a picture is on show. Says whether it has to be drawn, and hands out what had to
    /// make room. A picture that is on show too never has to: where there is no room for more, the
    /// wish is not noted, or pictures would take turns for ever.
    pub(super) fn ask(&mut self, key: Id, order: Order) -> (bool, Vec<P>) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.key == key) {
            slot.asked = self.turn;
            if slot.order != order {
                slot.order = order;
                slot.is_stale = true;
            }
            return (slot.is_stale, Vec::new());
        }
        let mut dropped = Vec::new();
        while !self.has_room_for(&order) {
            let turn = self.turn;
            let slots = self.slots.iter().enumerate();
            let unseen = slots.filter(|(_, slot)| slot.asked < turn);
            let Some((oldest, _)) = unseen.min_by_key(|(_, slot)| slot.asked) else {
                return (false, dropped);
            };
            dropped.extend(self.slots.remove(oldest).picture);
        }
        self.slots.push(Slot {
            key,
            order,
            picture: None,
            is_stale: true,
            asked: self.turn,
        });
        (true, dropped)
    }

    /// By what key such a picture goes, if there is one.
    pub(super) fn key_of(&self, order: &Order) -> Option<Id> {
        let slot = self.slots.iter().find(|slot| slot.order == *order)?;
        Some(slot.key)
    }

    fn has_room_for(&self, order: &Order) -> bool {
        let bytes: usize = self.orders().map(Order::bytes).sum();
        self.slots.is_empty()
            || self.slots.len() < MOST_PICTURES && bytes + order.bytes() <= MOST_BYTES
    }

    pub(super) fn orders(&self) -> impl Iterator<Item = &Order> {
        self.slots.iter().map(|slot| &slot.order)
    }

    pub(super) fn picture(&self, key: Id) -> Option<&P> {
        self.slots
            .iter()
            .find(|slot| slot.key == key)?
            .picture
            .as_ref()
    }

    /// What is to be drawn next of what was asked for in this turn. One with the same projection and
    /// worldview as the ground that is there goes first, because another ground takes time.
    pub(super) fn next(&self, ground: Option<&GroundKey>) -> Option<(Id, &Order)> {
        let waiting = || {
            let slots = self.slots.iter();
            slots.filter(|slot| slot.is_stale && slot.asked == self.turn)
        };
        let fits = |slot: &&Slot<P>| {
            let stage = &slot.order.wanted.stage;
            ground.is_some_and(|ground| {
                (ground.projection, ground.worldview) == (stage.projection, stage.worldview)
            })
        };
        let next = waiting().find(fits).or_else(|| waiting().next());
        next.map(|slot| (slot.key, &slot.order))
    }

    /// Takes a picture out, to be drawn over.
    pub(super) fn take_picture(&mut self, key: Id) -> Option<P> {
        let mut slots = self.slots.iter_mut();
        slots.find(|slot| slot.key == key)?.picture.take()
    }

    /// Puts back what was taken out or made; one that is not complete is still to be drawn.
    pub(super) fn put_picture(&mut self, key: Id, drawn: Drawn<P>) {
        let mut slots = self.slots.iter_mut();
        if let Some(slot) = slots.find(|slot| slot.key == key) {
            (slot.picture, slot.is_stale) = match drawn {
                Drawn::Complete(picture) => (Some(picture), false),
                Drawn::InPart(before) => (before, true),
            };
        }
    }

    /// Has those drawn anew that are of a kind.
    pub(super) fn make_stale(&mut self, is_concerned: impl Fn(&Order) -> bool) {
        for slot in &mut self.slots {
            slot.is_stale |= is_concerned(&slot.order);
        }
    }

    /// Whether nothing that was asked for in the last turn is still to be drawn.
    #[cfg(test)]
    pub(super) fn is_at_rest(&self) -> bool {
        let mut asked = self.slots.iter().filter(|slot| slot.asked + 1 >= self.turn);
        asked.all(|slot| !slot.is_stale)
    }

    pub(super) fn end_turn(&mut self) {
        self.turn += 1;
    }

    pub(super) fn clear(&mut self) -> Vec<P> {
        let slots = self.slots.drain(..);
        slots.filter_map(|slot| slot.picture).collect()
    }
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::super::Wanted;
    use super::*;
    use crate::session::{CameraGoal, Stage};

    fn order(width: f32) -> Order {
        let wanted = Wanted {
            stage: Stage::default(),
            goal: CameraGoal::Frame(Vec::new()),
            map_size: vec2(960.0, 540.0),
            size: vec2(width, 90.0),
        };
        Order::of(&wanted, 1.0)
    }

    fn key(number: usize) -> Id {
        Id::unique(number)
    }

    /// Draws all that is asked for.
    fn draw(shelf: &mut Shelf<usize>) -> usize {
        let mut drawn = 0;
        while let Some((key, _)) = shelf.next(None) {
            shelf.put_picture(key, Drawn::Complete(drawn));
            drawn += 1;
        }
        shelf.end_turn();
        drawn
    }

    #[test]
    fn the_same_wish_twice_makes_one_picture_and_a_changed_one_makes_a_new_one() {
        let mut shelf = Shelf::default();
        assert!(shelf.ask(key(1), order(160.0)).0);
        assert_eq!(draw(&mut shelf), 1);
        assert!(!shelf.ask(key(1), order(160.0)).0);
        assert_eq!(draw(&mut shelf), 0);
        assert!(shelf.ask(key(1), order(161.0)).0);
        assert!(
            shelf.picture(key(1)).is_some(),
            "the old one is shown until then"
        );
        assert_eq!(draw(&mut shelf), 1);
    }

    #[test]
    fn what_was_asked_for_least_recently_makes_room_and_what_is_on_show_does_not() {
        let mut shelf = Shelf::default();
        for number in 0..MOST_PICTURES {
            shelf.ask(key(number), order(160.0));
            draw(&mut shelf);
        }
        shelf.ask(key(0), order(160.0));
        let (_, dropped) = shelf.ask(key(1_000), order(160.0));
        assert_eq!(dropped.len(), 1);
        assert!(shelf.picture(key(0)).is_some() && shelf.picture(key(1)).is_none());
        draw(&mut shelf);
        for number in 0..300 {
            let (_, dropped) = shelf.ask(key(2_000 + number), order(160.0));
            assert_eq!(dropped.is_empty(), number >= MOST_PICTURES);
        }
        assert_eq!(draw(&mut shelf), MOST_PICTURES);
        for number in 0..300 {
            shelf.ask(key(2_000 + number), order(160.0));
        }
        assert_eq!(
            draw(&mut shelf),
            0,
            "nothing is left to do, so nothing repaints"
        );
    }

    #[test]
    fn large_pictures_are_kept_by_their_bytes() {
        let mut shelf = Shelf::<usize>::default();
        for number in 0..50 {
            shelf.ask(key(number), order(2_000.0));
            shelf.end_turn();
        }
        let kept = shelf.orders().map(Order::bytes).sum::<usize>();
        assert!(kept <= MOST_BYTES && shelf.orders().count() > 10);
    }

    #[test]
    fn what_has_left_the_screen_is_not_drawn() {
        let mut shelf = Shelf::<usize>::default();
        shelf.ask(key(1), order(160.0));
        shelf.end_turn();
        assert_eq!(draw(&mut shelf), 0);
    }
}
