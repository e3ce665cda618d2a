//! Which paragraph of a text became which of another version of it.
//!
//! The same ones first, from those that stand once outward to their neighbours; then those that share
//! so many pairs of words that they are the same ones changed, split or run together.

use std::collections::BTreeMap;

use super::words::words;

/// Of the pairs of words of one of two paragraphs so many parts of a hundred are in the other, at
/// least. Two paragraphs about the same thing share a tenth.
const LEAST_PERCENT: usize = 40;

/// A paragraph that became a part of another one, or the other way round, shares so many pairs.
const LEAST_OF_A_PART: usize = 4;

/// A pair of words that stands in more paragraphs than these tells none of them from the others.
const MOST_PARAGRAPHS: usize = 40;

/// Paragraphs that became each other, as far as can be told.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
}

pub(super) struct Alignment {
    /// By old paragraph: the new one that is the same.
    same: Vec<Option<usize>>,
    /// By old paragraph: the new one that has most of it.
    homes: Vec<Option<usize>>,
    /// By old paragraph: its group.
    group_of: Vec<usize>,
    groups: Vec<Group>,
}

impl Alignment {
    pub(super) fn of(old: &[&str], new: &[&str]) -> Self {
        let mut same = Same {
            of_old: vec![None; old.len()],
            of_new: vec![None; new.len()],
        };
        same.find(old, new);
        let likes = likenesses(old, new, &same);
        let mut homes = same.of_old.clone();
        let mut most = vec![0; old.len()];
        for like in &likes {
            if let (Some(home), Some(most)) = (homes.get_mut(like.old), most.get_mut(like.old))
                && like.shared > *most
            {
                (*home, *most) = (Some(like.new), like.shared);
            }
        }
        let (group_of, groups) = groups(old.len(), new.len(), &likes);
        Self {
            same: same.of_old,
            homes,
            group_of,
            groups,
        }
    }

    pub(super) fn same(&self, old: usize) -> Option<usize> {
        self.same.get(old).copied().flatten()
    }

    pub(super) fn home(&self, old: usize) -> Option<usize> {
        self.homes.get(old).copied().flatten()
    }

    /// Which of the groups an old paragraph is in.
    pub(super) fn group_of(&self, old: usize) -> usize {
        self.group_of.get(old).copied().unwrap_or(self.groups.len())
    }

    /// Without new paragraphs where all of it is gone.
    pub(super) fn groups(&self) -> &[Group] {
        &self.groups
    }
}

/// Paragraphs that are the same, both ways.
struct Same {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Same {
    fn find(&mut self, old: &[&str], new: &[&str]) {
        let mut places: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (index, text) in old.iter().enumerate() {
            places.entry(text).or_default().0.push(index);
        }
        for (index, text) in new.iter().enumerate() {
            places.entry(text).or_default().1.push(index);
        }
        for (mine, theirs) in places.values() {
            if let ([one], [other]) = (mine.as_slice(), theirs.as_slice()) {
                self.pair(*one, *other);
            }
        }
        self.spread(old, new);
        // Of those that stand several times, as often before and after, each is the one in its turn.
        for (mine, theirs) in places.values().filter(|it| it.0.len() == it.1.len()) {
            let free = |it: &&usize| self.of_old.get(**it) == Some(&None);
            let mine: Vec<usize> = mine.iter().filter(free).copied().collect();
            let free = |it: &&usize| self.of_new.get(**it) == Some(&None);
            let theirs: Vec<usize> = theirs.iter().filter(free).copied().collect();
            for (one, other) in mine.into_iter().zip(theirs) {
                self.pair(one, other);
            }
        }
    }

    fn pair(&mut self, old: usize, new: usize) {
        if let (Some(mine @ None), Some(theirs @ None)) =
            (self.of_old.get_mut(old), self.of_new.get_mut(new))
        {
            (*mine, *theirs) = (Some(new), Some(old));
        }
    }

    /// From what is known to the same neighbours, and from both ends of the text.
    fn spread(&mut self, old: &[&str], new: &[&str]) {
        let is_alike = |one: usize, other: usize| {
            let (one, other) = (old.get(one), new.get(other));
            one.is_some() && one == other
        };
        for at in 0..old.len().min(new.len()) {
            if !is_alike(at, at) {
                break;
            }
            self.pair(at, at);
        }
        for back in 1..=old.len().min(new.len()) {
            let (one, other) = (old.len() - back, new.len() - back);
            if !is_alike(one, other) {
                break;
            }
            self.pair(one, other);
        }
        for one in 0..old.len() {
            if let Some(other) = self.of_old.get(one).copied().flatten()
                && is_alike(one + 1, other + 1)
            {
                self.pair(one + 1, other + 1);
            }
        }
        for one in (1..old.len()).rev() {
            if let Some(other @ 1..) = self.of_old.get(one).copied().flatten()
                && is_alike(one - 1, other - 1)
            {
                self.pair(one - 1, other - 1);
            }
        }
    }
}

/// Two paragraphs of which one is much like a part of the other.
struct Like {
    old: usize,
    new: usize,
    /// Pairs of words they share.
    shared: usize,
}

/// The pairs of words of a text that follow each other; a text of one word is a pair with nothing.
fn pairs(text: &str) -> BTreeMap<(&str, &str), usize> {
    let words: Vec<_> = words(text).collect();
    let mut found = BTreeMap::new();
    for pair in words.windows(2) {
        if let [(_, one), (_, other)] = pair {
            *found.entry((*one, *other)).or_insert(0) += 1;
        }
    }
    if let [(_, only)] = words.as_slice() {
        found.insert((*only, ""), 1);
    }
    found
}

fn likenesses(old: &[&str], new: &[&str], same: &Same) -> Vec<Like> {
    type Places<'a> = BTreeMap<(&'a str, &'a str), Vec<(usize, usize)>>;
    let mut places: Places<'_> = BTreeMap::new();
    let mut counts_of_new = vec![0; new.len()];
    let free = |of: &[Option<usize>], at: usize| of.get(at) == Some(&None);
    for (index, text) in new.iter().enumerate() {
        if free(&same.of_new, index) {
            for (pair, count) in pairs(text) {
                places.entry(pair).or_default().push((index, count));
                if let Some(sum) = counts_of_new.get_mut(index) {
                    *sum += count;
                }
            }
        }
    }
    let mut likes = Vec::new();
    for (index, text) in old.iter().enumerate() {
        if !free(&same.of_old, index) {
            continue;
        }
        let pairs = pairs(text);
        let all: usize = pairs.values().sum();
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for (pair, count) in &pairs {
            let found = places.get(pair).filter(|it| it.len() <= MOST_PARAGRAPHS);
            for &(at, theirs) in found.into_iter().flatten() {
                *shared.entry(at).or_default() += theirs.min(*count);
            }
        }
        for (at, shared) in shared {
            let theirs = counts_of_new.get(at).copied().unwrap_or_default();
            // A few words are in many a text; they are no part of it that moved.
            let whole = if shared < LEAST_OF_A_PART {
                all.max(theirs)
            } else {
                all.min(theirs)
            };
            if shared * 100 >= whole * LEAST_PERCENT {
                likes.push(Like {
                    old: index,
                    new: at,
                    shared,
                });
            }
        }
    }
    likes
}

/// What hangs together by likeness. By old paragraph its group, and the groups.
fn groups(old: usize, new: usize, likes: &[Like]) -> (Vec<usize>, Vec<Group>) {
    let mut leader: Vec<usize> = (0..old + new).collect();
    for like in likes {
        let (one, other) = (first(&leader, like.old), first(&leader, old + like.new));
        if let Some(place) = leader.get_mut(one.max(other)) {
            *place = one.min(other);
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    groups.resize_with(old, Group::default);
    for at in 0..old + new {
        if let Some(group) = groups.get_mut(first(&leader, at)) {
            if at < old {
                group.old.push(at);
            } else {
                group.new.push(at - old);
            }
        }
    }
    ((0..old).map(|at| first(&leader, at)).collect(), groups)
}

fn first(leader: &[usize], mut at: usize) -> usize {
    while let Some(&next) = leader.get(at)
        && next != at
    {
        at = next;
    }
    at
}
