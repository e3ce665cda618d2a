//! A passage's text with its mentions as markup: the other way of what `content::markup` reads.

use std::cmp::Reverse;
use std::ops::Range;

use crate::atlas::Atlas;
use crate::content::letters::is_hidden_in_lines;
use crate::content::passages::NO_PLACE;
use crate::world::{MOST_NESTED, Mention, MentionKind, Passage, Reading, Subject, World};

/// Text with markup. Mentions that no markup can say are left out: without words, across another,
/// deeper than any is read, or of what has no key.
pub(super) fn written(world: &World, atlas: &Atlas, passage: &Passage) -> String {
    let (text, places) = shown(&passage.text);
    let mut mentions: Vec<(Range<usize>, String)> = passage
        .mentions
        .iter()
        .filter_map(|mention| {
            let start = *places.get(mention.range.start)?;
            let end = *places.get(mention.range.end)?;
            let target = target(world, atlas, mention)?;
            let is_sound = text.is_char_boundary(start) && text.is_char_boundary(end);
            (start < end && is_sound).then_some((start..end, target))
        })
        .collect();
    // Of two around the same words the later one is read as the outer one.
    mentions.reverse();
    mentions.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
    let mut coming = mentions.into_iter().peekable();
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut out = String::with_capacity(text.len() * 2);
    for (at, letter) in text.char_indices() {
        close(&mut open, at, &mut out);
        while let Some((range, target)) = coming.next_if(|(range, _)| range.start == at) {
            let fits = open.last().is_none_or(|&(end, _)| range.end <= end);
            if fits && open.len() < MOST_NESTED {
                out.push('[');
                open.push((range.end, target));
            }
        }
        if matches!(letter, '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    close(&mut open, text.len(), &mut out);
    out
}

fn close(open: &mut Vec<(usize, String)>, at: usize, out: &mut String) {
    while let Some((_, target)) = open.pop_if(|(end, _)| *end == at) {
        out.push_str("](");
        out.push_str(&target);
        out.push(')');
    }
}

/// A text without what is not read in one, and where each of its bytes is then; one more for its
/// end.
fn shown(text: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    for letter in text.chars() {
        places.extend(std::iter::repeat_n(out.len(), letter.len_utf8()));
        if !is_hidden_in_lines(letter) {
            out.push(letter);
        }
    }
    places.push(out.len());
    (out, places)
}

/// What stands in the round brackets; none where it would not be read so.
fn target(world: &World, atlas: &Atlas, mention: &Mention) -> Option<String> {
    let key = sound_key(world, atlas, mention.subject)?;
    let is_plain = mention.kind == MentionKind::Direct;
    let percent = mention.confidence_percent.min(100);
    if is_plain && percent == 100 && mention.others.is_empty() {
        return Some(key);
    }
    let said = (mention.kind, percent, mention.others.as_slice());
    Some(format!("{key} {}", kind_written(world, atlas, said)))
}

/// A kind, how sure it is, and what it may be instead: `direct~62|place:us-georgia|none`.
pub(in crate::content) fn kind_written(
    world: &World,
    atlas: &Atlas,
    (kind, percent, others): (MentionKind, u8, &[Reading]),
) -> String {
    let mut written = kind.key().to_owned();
    if percent < 100 {
        written.push('~');
        written.push_str(&percent.to_string());
    }
    for other in others {
        let other = match other {
            Reading::NoPlace => Some(NO_PLACE.to_owned()),
            Reading::Subject(subject) => sound_key(world, atlas, *subject),
        };
        if let Some(other) = other {
            written.push('|');
            written.push_str(&other);
        }
    }
    written
}

fn sound_key(world: &World, atlas: &Atlas, subject: Subject) -> Option<String> {
    let breaks = |letter: char| letter.is_whitespace() || "()[]|".contains(letter);
    let key = world.key_of(atlas, subject)?;
    (!key.contains(breaks)).then_some(key)
}
