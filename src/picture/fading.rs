//! What comes onto the map and what leaves it fades: what is drawn at a time, and how strongly.
//!
//! In: what is wanted, how it became so, and the time. Out: how a thing is drawn, and why it is
//! wanted.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::theme::measures::FADE_SECS;

/// How what is wanted now takes the place of what was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Change {
    /// What comes and what goes does so by and by.
    Fades,
    /// At once; what fades already goes on to do so.
    #[default]
    AtOnce,
    /// At once, and nothing fades any longer.
    Still,
}

/// What happens to a thing, in the order in which it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Course {
    Stays,
    /// Lies beneath what comes in its place until that is there: if both faded, the ground would
    /// shine through.
    MakesWay,
    Goes,
    Comes,
}

/// A course, and from which strength it started when.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ramp {
    course: Course,
    from: f32,
    since_secs: f64,
}

impl Ramp {
    const STAYS: Self = Self {
        course: Course::Stays,
        from: 1.0,
        since_secs: 0.0,
    };

    fn comes(from: f32, now_secs: f64) -> Self {
        if from >= 1.0 {
            return Self::STAYS;
        }
        Self {
            course: Course::Comes,
            from,
            since_secs: now_secs,
        }
    }

    /// How much of the way is done, from 0 to 1. A clock that was set back ends it.
    fn part(self, now_secs: f64) -> f32 {
        let part = (now_secs - self.since_secs) / FADE_SECS;
        if (0.0..1.0).contains(&part) {
            part as f32
        } else {
            1.0
        }
    }

    fn strength(self, now_secs: f64) -> f32 {
        let part = self.part(now_secs);
        let part = part * part * (3.0 - 2.0 * part);
        match self.course {
            Course::Stays => 1.0,
            Course::MakesWay => self.from,
            Course::Goes => self.from * (1.0 - part),
            Course::Comes => self.from + (1.0 - self.from) * part,
        }
    }

    fn is_over(self, now_secs: f64) -> bool {
        self.course != Course::Stays && self.part(now_secs) >= 1.0
    }

    fn is_wanted(self) -> bool {
        matches!(self.course, Course::Stays | Course::Comes)
    }
}

/// Things that come, stay or go together, so that they can be drawn as one. The same `Arc` while
/// they are the same.
#[derive(Clone, Debug)]
pub struct Sheet<K, L> {
    pub items: Arc<[(K, L)]>,
    ramp: Ramp,
}

impl<K, L> Sheet<K, L> {
    /// How much of their colour they have, from 0 to 1.
    pub fn strength(&self, now_secs: f64) -> f32 {
        self.ramp.strength(now_secs)
    }

    /// Whether they are no longer wanted.
    pub fn is_going(&self) -> bool {
        self.ramp.course == Course::Goes
    }
}

/// Things by what they are and how they look. One whose look changes fades from the one to the
/// other: the lesser look stays in full beneath the greater one, which comes or goes over it.
#[derive(Debug)]
pub struct Fading<K, L> {
    /// What was wanted last; nothing before the first time, which shows all at once.
    told: Option<Arc<[(K, L)]>>,
    ramps: BTreeMap<(K, L), Ramp>,
    sheets: Vec<Sheet<K, L>>,
}

impl<K, L> Default for Fading<K, L> {
    fn default() -> Self {
        Self {
            told: None,
            ramps: BTreeMap::new(),
            sheets: Vec::new(),
        }
    }
}

impl<K: Copy + Ord, L: Copy + Ord> Fading<K, L> {
    /// Wants things, each once, from now on.
    pub fn show(&mut self, wanted: &Arc<[(K, L)]>, change: Change, now_secs: f64) {
        let is_same = self
            .told
            .as_ref()
            .is_some_and(|told| Arc::ptr_eq(told, wanted) || told == wanted);
        if !is_same {
            match (self.told.replace(wanted.clone()), change) {
                (Some(told), Change::Fades) => self.fade(&told, wanted, now_secs),
                (Some(told), Change::AtOnce) => self.swap(&told, wanted),
                (None, _) | (_, Change::Still) => self.stand(wanted),
            }
            self.arrange();
        } else if change == Change::Still && self.is_moving() {
            self.stand(wanted);
            self.arrange();
        }
        self.settle(now_secs);
    }

    /// Ends what is over.
    pub fn settle(&mut self, now_secs: f64) {
        if !self.ramps.values().any(|ramp| ramp.is_over(now_secs)) {
            return;
        }
        self.ramps.retain(|_, ramp| {
            if ramp.is_over(now_secs) && ramp.is_wanted() {
                *ramp = Ramp::STAYS;
            }
            !ramp.is_over(now_secs)
        });
        self.arrange();
    }

    /// Whether anything is on its way, so that another frame is due.
    pub fn is_moving(&self) -> bool {
        let mut sheets = self.sheets.iter();
        sheets.any(|sheet| sheet.ramp.course != Course::Stays)
    }

    /// All that is to be drawn, what lies beneath first.
    pub fn sheets(&self) -> &[Sheet<K, L>] {
        &self.sheets
    }

    /// How strong a thing is; nothing of one that is not there.
    pub fn strength(&self, item: (K, L), now_secs: f64) -> f32 {
        let ramp = self.ramps.get(&item);
        ramp.map_or(0.0, |ramp| ramp.strength(now_secs))
    }

    fn stand(&mut self, wanted: &[(K, L)]) {
        self.ramps = wanted.iter().map(|&item| (item, Ramp::STAYS)).collect();
    }

    fn fade(&mut self, told: &[(K, L)], wanted: &[(K, L)], now_secs: f64) {
        let before: BTreeMap<K, L> = told.iter().copied().collect();
        let after: BTreeMap<K, L> = wanted.iter().copied().collect();
        let mut changed = Vec::new();
        for &(key, look) in wanted {
            let from = match (self.ramps.get(&(key, look)), before.get(&key)) {
                (Some(ramp), _) if ramp.is_wanted() => continue,
                (Some(ramp), _) => ramp.strength(now_secs),
                // The lesser look lies beneath the one that goes.
                (None, Some(&old)) if old > look => self.strength((key, old), now_secs),
                (None, _) => 0.0,
            };
            changed.push(((key, look), Ramp::comes(from, now_secs)));
        }
        for &(key, look) in told {
            let course = match after.get(&key) {
                Some(&new) if new == look => continue,
                Some(&new) if new > look => Course::MakesWay,
                _ => Course::Goes,
            };
            let ramp = Ramp {
                course,
                from: self.strength((key, look), now_secs),
                since_secs: now_secs,
            };
            changed.push(((key, look), ramp));
        }
        self.ramps.extend(changed);
    }

    fn swap(&mut self, told: &[(K, L)], wanted: &[(K, L)]) {
        let mut before: BTreeMap<K, Ramp> = BTreeMap::new();
        for item in told {
            if let Some(ramp) = self.ramps.remove(item) {
                before.insert(item.0, ramp);
            }
        }
        // A new look goes on from where the old one was.
        let ramp_of = |key: K| before.get(&key).copied().unwrap_or(Ramp::STAYS);
        let new = wanted.iter().map(|&item| (item, ramp_of(item.0)));
        self.ramps.extend(new);
    }

    fn arrange(&mut self) {
        let mut groups: Vec<(Ramp, Vec<(K, L)>)> = Vec::new();
        for (&item, &ramp) in &self.ramps {
            match groups.iter_mut().find(|(known, _)| *known == ramp) {
                Some((_, items)) => items.push(item),
                None => groups.push((ramp, vec![item])),
            }
        }
        groups.sort_by(|(one, _), (other, _)| {
            let by_time = one.since_secs.total_cmp(&other.since_secs);
            one.course.cmp(&other.course).then(by_time)
        });
        let before = std::mem::take(&mut self.sheets);
        let sheet = |(ramp, items): (Ramp, Vec<(K, L)>)| {
            let mut known = before.iter().map(|sheet| &sheet.items);
            let known = known.find(|known| ***known == *items).cloned();
            Sheet {
                items: known.unwrap_or_else(|| items.into()),
                ramp,
            }
        };
        self.sheets = groups.into_iter().map(sheet).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIET: u8 = 0;
    const LOUD: u8 = 1;

    fn wanted(items: &[(char, u8)]) -> Arc<[(char, u8)]> {
        items.into()
    }

    /// With A on show, nothing moving.
    fn with_a() -> Fading<char, u8> {
        let mut fading = Fading::default();
        fading.show(&wanted(&[('A', QUIET)]), Change::Fades, 10.0);
        fading
    }

    fn check(fading: &Fading<char, u8>, item: (char, u8), now_secs: f64, strength: f32) {
        let is = fading.strength(item, now_secs);
        assert!((is - strength).abs() < 1e-4, "{item:?} at {now_secs}: {is}");
    }

    const HALF: f64 = FADE_SECS / 2.0;

    #[test]
    fn what_is_there_at_first_is_there_at_once() {
        let fading = with_a();
        assert!(!fading.is_moving());
        check(&fading, ('A', QUIET), 10.0, 1.0);
    }

    #[test]
    fn what_comes_and_what_goes_does_so_by_and_by_and_then_all_is_as_if_it_had_always_been() {
        let mut fading = with_a();
        let b = wanted(&[('B', QUIET)]);
        fading.show(&b, Change::Fades, 20.0);
        for (after_secs, [a, b]) in [
            (0.0, [1.0, 0.0]),
            (HALF, [0.5, 0.5]),
            (FADE_SECS, [0.0, 1.0]),
        ] {
            check(&fading, ('A', QUIET), 20.0 + after_secs, a);
            check(&fading, ('B', QUIET), 20.0 + after_secs, b);
        }
        assert!(fading.is_moving());
        let goes: Vec<bool> = fading.sheets().iter().map(Sheet::is_going).collect();
        assert_eq!(goes, [true, false]);
        fading.show(&b, Change::AtOnce, 20.0 + FADE_SECS);
        assert!(!fading.is_moving());
        assert_eq!(fading.sheets().len(), 1);
        assert_eq!(*fading.sheets()[0].items, *b);
    }

    #[test]
    fn what_stays_is_the_same_sheet_while_other_things_come() {
        let mut fading = with_a();
        let before = fading.sheets()[0].items.clone();
        let both = wanted(&[('A', QUIET), ('B', QUIET)]);
        fading.show(&both, Change::Fades, 20.0);
        assert!(Arc::ptr_eq(&fading.sheets()[0].items, &before));
        check(&fading, ('A', QUIET), 20.0 + HALF, 1.0);
    }

    #[test]
    fn what_comes_back_half_way_goes_on_from_where_it_was() {
        let mut fading = with_a();
        fading.show(&wanted(&[]), Change::Fades, 20.0);
        fading.show(&wanted(&[('A', QUIET)]), Change::Fades, 20.0 + HALF);
        check(&fading, ('A', QUIET), 20.0 + HALF, 0.5);
        check(&fading, ('A', QUIET), 20.0 + HALF + FADE_SECS, 1.0);
    }

    #[test]
    fn a_greater_look_comes_and_goes_over_the_lesser_one_which_never_lets_the_ground_through() {
        let mut fading = with_a();
        fading.show(&wanted(&[('A', LOUD)]), Change::Fades, 20.0);
        check(&fading, ('A', QUIET), 20.0 + HALF, 1.0);
        check(&fading, ('A', LOUD), 20.0 + HALF, 0.5);
        fading.settle(21.0);
        check(&fading, ('A', QUIET), 21.0, 0.0);
        check(&fading, ('A', LOUD), 21.0, 1.0);
        fading.show(&wanted(&[('A', QUIET)]), Change::Fades, 30.0);
        check(&fading, ('A', QUIET), 30.0, 1.0);
        check(&fading, ('A', LOUD), 30.0 + HALF, 0.5);
        let last = fading.sheets().last().unwrap();
        assert_eq!(*last.items, [('A', LOUD)]);
    }

    #[test]
    fn what_the_pointer_changes_is_there_at_once_and_ends_no_fade() {
        let mut fading = with_a();
        let both = wanted(&[('A', QUIET), ('B', QUIET)]);
        fading.show(&both, Change::Fades, 20.0);
        let pointed = wanted(&[('A', LOUD), ('B', LOUD)]);
        fading.show(&pointed, Change::AtOnce, 20.0 + HALF);
        check(&fading, ('A', LOUD), 20.0 + HALF, 1.0);
        check(&fading, ('B', LOUD), 20.0 + HALF, 0.5);
        check(&fading, ('A', QUIET), 20.0 + HALF, 0.0);
    }

    #[test]
    fn with_motion_reduced_nothing_fades_and_what_does_is_there_at_once() {
        let mut fading = with_a();
        let b = wanted(&[('B', QUIET)]);
        fading.show(&b, Change::Fades, 20.0);
        fading.show(&b, Change::Still, 20.0 + HALF);
        assert!(!fading.is_moving());
        fading.show(&wanted(&[('A', QUIET)]), Change::Still, 21.0);
        assert!(!fading.is_moving());
        check(&fading, ('A', QUIET), 21.0, 1.0);
        check(&fading, ('B', QUIET), 21.0, 0.0);
    }
}
