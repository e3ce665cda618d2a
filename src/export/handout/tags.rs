//! What things on the pages are, for those who hear them read: headings, paragraphs, figures.
//!
//! In: which drawn things belong together. Out: how they are drawn ([`super::paint`]).

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, Tag, TagGroup, TagTree};

use super::plan::Role;

/// What has been drawn of each block.
pub(super) struct Tags {
    children: Vec<Vec<Node>>,
}

impl Tags {
    pub(super) fn new(blocks: usize) -> Self {
        let children = (0..blocks).map(|_| Vec::new()).collect();
        Self { children }
    }

    pub(super) fn add(&mut self, block: usize, node: impl Into<Node>) {
        if let Some(children) = self.children.get_mut(block) {
            children.push(node.into());
        }
    }

    pub(super) fn add_link(&mut self, block: usize, link: Identifier) {
        self.add(block, TagGroup::with_children(Tag::Link, vec![link.into()]));
    }

    /// All blocks, in reading order.
    pub(super) fn tree(self, blocks: &[Role], language: &str) -> TagTree {
        let mut tree = TagTree::new();
        if !language.is_empty() {
            tree.lang = Some(language.to_owned());
        }
        for (role, children) in blocks.iter().zip(self.children) {
            if !children.is_empty() {
                tree.push(group(role, children));
            }
        }
        tree
    }
}

fn group(role: &Role, children: Vec<Node>) -> TagGroup {
    match role {
        Role::Heading(level, text) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::with_children(Tag::Hn(level, Some(text.clone())), children)
        }
        Role::Paragraph => TagGroup::with_children(Tag::P, children),
        Role::Figure(words) => TagGroup::with_children(Tag::Figure(Some(words.clone())), children),
    }
}
