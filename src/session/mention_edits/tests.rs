//! What corrections make of a story, without a window.

use super::*;
use crate::atlas::Atlas;
use crate::session::{Camera, Command, Session, story_changed, update};
use crate::world::{ActorKind, World};

/// A long article: so many paragraphs with five mentions each.
const PASSAGES: usize = 120;

struct Sitting {
    atlas: Atlas,
    world: World,
    session: Session,
    camera: Camera,
}

impl Sitting {
    fn new() -> Self {
        let atlas = Atlas::load().unwrap();
        let country = |code| Subject::Country(atlas.country_by_code(code).unwrap());
        let (georgia, russia) = (country("GEO"), country("RUS"));
        let mut world = World::default();
        for number in 1..=PASSAGES {
            let text = format!(
                "In {number} Georgia and Russia met Georgia, and Russia told the World Bank of Georgia \
                 so. {}",
                "It was a long day with many words and few of them meant much. ".repeat(2)
            );
            let mut mentions = Vec::new();
            for (name, subject) in [("Georgia", georgia), ("Russia", russia)] {
                for (start, _) in text.match_indices(name) {
                    let range = start..start + name.len();
                    let mut mention = Mention::sure(range, subject, MentionKind::Direct);
                    mention.others = vec![Reading::NoPlace];
                    mention.confidence_percent = 60;
                    insert_mention(&mut mentions, mention);
                }
            }
            world.passages.push(Passage {
                number: u32::try_from(number).unwrap(),
                text,
                mentions,
                fingerprint: String::new(),
                touches: Vec::new(),
                is_verbatim: false,
            });
        }
        world.derive_links();
        Self {
            atlas,
            world,
            session: Session::default(),
            camera: Camera::default(),
        }
    }

    fn give(&mut self, command: Command) -> Option<String> {
        let (session, camera) = (&mut self.session, &mut self.camera);
        let effect = update(&self.world, &self.atlas, session, camera, command);
        match effect? {
            Effect::ChangeStory { change, words } => {
                self.world.apply(*change);
                story_changed(&self.world, &self.atlas, session, camera);
                Some(words)
            }
            Effect::Say(words) => Some(words),
            other => panic!("{other:?}"),
        }
    }

    fn edit(&mut self, edit: MentionEdit) -> Option<String> {
        self.give(Command::EditMentions(edit))
    }

    fn mentions(&self) -> Vec<Vec<Mention>> {
        let rows = self.world.passages.iter();
        rows.map(|(_, row)| row.mentions.clone()).collect()
    }

    /// Mentions are in order, and none crosses another one.
    fn assert_sound(&self) {
        for (_, row) in self.world.passages.iter() {
            for (index, one) in row.mentions.iter().enumerate() {
                for other in &row.mentions[index + 1..] {
                    assert!(one.range.start <= other.range.start);
                    let is_apart = other.range.start >= one.range.end;
                    assert!(is_apart || other.range.end <= one.range.end);
                }
            }
        }
    }
}

fn first(index: usize) -> MentionAt {
    MentionAt {
        passage: Id::new(0),
        index,
    }
}

#[test]
fn six_hundred_mentions_are_confirmed_in_one_step_that_can_be_taken_back() {
    let mut sitting = Sitting::new();
    let before = sitting.mentions();
    assert_eq!(sitting.world.links.unsure.len(), 5 * PASSAGES);
    for index in 0..2 {
        let said = sitting.edit(MentionEdit::Confirm {
            at: first(index),
            reach: Reach::AllTheSame,
        });
        assert!(said.unwrap().contains("surely mean"));
    }
    assert!(sitting.world.links.unsure.is_empty());
    assert!(sitting.session.is_edited());
    sitting.give(Command::Undo);
    sitting.give(Command::Undo);
    assert_eq!(sitting.mentions(), before);
    assert!(!sitting.session.is_edited() && !sitting.session.can_undo());
}

#[test]
fn the_kind_of_a_mention_is_set_by_hand_and_its_meaning_stays_as_sure_as_it_was() {
    let mut sitting = Sitting::new();
    let before = sitting.mentions();
    let said = sitting.edit(MentionEdit::SetKind {
        at: first(0),
        kind: MentionKind::PartOfName,
        reach: Reach::AllTheSame,
    });
    let words = said.unwrap();
    assert!(
        words.contains("name Georgia, the country, inside another name"),
        "{words}"
    );
    let mention = sitting.world.mention(first(0)).unwrap();
    assert_eq!(mention.kind, MentionKind::PartOfName);
    assert_eq!(mention.confidence_percent, 60);
    assert_eq!(sitting.world.links.unsure.len(), 5 * PASSAGES);
    let georgia = sitting.atlas.country_by_code("GEO").unwrap();
    // Inside another name is no naming.
    assert!(sitting.world.naming(georgia).is_none());
    sitting.give(Command::Undo);
    assert_eq!(sitting.mentions(), before);
    assert!(sitting.world.naming(georgia).is_some());
}

#[test]
fn what_would_change_nothing_is_no_step() {
    let mut sitting = Sitting::new();
    let confirm = || MentionEdit::Confirm {
        at: first(0),
        reach: Reach::One,
    };
    assert!(sitting.edit(confirm()).is_some());
    assert!(sitting.edit(confirm()).is_none());
    let nowhere = MentionEdit::Remove {
        at: first(70),
        reach: Reach::AllTheSame,
    };
    assert!(sitting.edit(nowhere).is_none());
    sitting.give(Command::Undo);
    assert!(!sitting.session.can_undo());
}

#[test]
fn words_are_named_around_mentions_and_wherever_they_stand() {
    let mut sitting = Sitting::new();
    let text = sitting.world.passages[Id::<Passage>::new(0)].text.clone();
    let start = text.find("World Bank").unwrap();
    // The selection ends inside of the last word, which is a mention.
    let said = sitting.edit(MentionEdit::Assign {
        passage: Id::new(0),
        range: start..start + "World Bank of Geo".len(),
        to: Meaning::New(ActorKind::Organisation),
        reach: Reach::AllTheSame,
    });
    let expected = format!(
        "{PASSAGES} mentions of \u{201c}World Bank of Georgia\u{201d} now mean World Bank of Georgia, a \
         new organisation. Ctrl+Z takes it back"
    );
    assert_eq!(said.as_deref(), Some(expected.as_str()));
    sitting.assert_sound();
    let bank = Subject::Actor(Id::new(0));
    assert_eq!(sitting.world.links.passages(bank).len(), PASSAGES);
    sitting.session.stage.selection = Some(bank);
    sitting.give(Command::Undo);
    assert_eq!(
        sitting.session.stage.selection, None,
        "it is not there any more"
    );
    assert!(sitting.world.key_of(&sitting.atlas, bank).is_none());
    sitting.give(Command::Redo);
    let key = sitting.world.key_of(&sitting.atlas, bank);
    assert_eq!(key.as_deref(), Some("actor:world-bank-of-georgia"));
}

#[test]
fn a_correction_between_two_scene_edits_is_taken_back_between_them() {
    use crate::session::SceneEdit;
    let mut sitting = Sitting::new();
    let scenes = |sitting: &Sitting| sitting.session.briefing.scenes().len();
    let sure = |sitting: &Sitting| 5 * PASSAGES - sitting.world.links.unsure.len();
    let state = |sitting: &Sitting| (scenes(sitting), sure(sitting));
    sitting.give(Command::EditScenes(SceneEdit::Add));
    sitting.edit(MentionEdit::Confirm {
        at: first(0),
        reach: Reach::One,
    });
    sitting.give(Command::EditScenes(SceneEdit::Add));
    let mut seen = vec![state(&sitting)];
    for command in [
        Command::Undo,
        Command::Undo,
        Command::Undo,
        Command::Redo,
        Command::Redo,
    ] {
        sitting.give(command);
        seen.push(state(&sitting));
    }
    assert_eq!(seen, [(2, 1), (1, 1), (1, 0), (0, 0), (1, 0), (1, 1)]);
    // Something new is done: the second scene does not come back.
    sitting.edit(MentionEdit::Remove {
        at: first(1),
        reach: Reach::One,
    });
    assert!(!sitting.session.can_redo());
    sitting.give(Command::Redo);
    assert_eq!(scenes(&sitting), 1);
}

#[test]
fn what_was_taken_back_before_something_else_was_done_stays_gone() {
    use crate::session::SceneEdit;
    let mut sitting = Sitting::new();
    sitting.give(Command::EditScenes(SceneEdit::Add));
    sitting.give(Command::Undo);
    sitting.edit(MentionEdit::Confirm {
        at: first(0),
        reach: Reach::One,
    });
    sitting.give(Command::Undo);
    sitting.give(Command::Redo);
    assert_eq!(sitting.session.briefing.scenes().len(), 0);
    assert_eq!(sitting.world.links.unsure.len(), 5 * PASSAGES - 1);
    assert!(!sitting.session.can_redo());
}
