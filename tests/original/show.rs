use passage::atlas::Atlas;
use passage::content::bundled;
use passage::original::lay_over;
use passage::world::{Mention, World};

pub(crate) fn marked(world: &World, atlas: &Atlas, text: &str, mentions: &[Mention]) -> String {
    let mut out = String::new();
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        for m in mentions.iter().rev().filter(|m| m.range.end == at) {
            out += &format!("]({})", world.key_of(atlas, m.subject).unwrap());
        }
        for _ in mentions.iter().filter(|m| m.range.start == at) {
            out.push('[');
        }
        out.push(letter);
    }
    out
}

#[test]
fn show() {
    let atlas = Atlas::load().unwrap();
    let world = bundled(&atlas).0;
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/article/original.txt"
    ))
    .unwrap();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let over = lay_over(
        &world,
        &atlas,
        "original.txt",
        &passage::content::ArticleText {
            paragraphs: lines,
            ..Default::default()
        },
    );
    println!("{} of {}", over.recognised, over.known);
    println!("{:?}", over.world.copy);
    for (_, passage) in over.world.passages.iter() {
        println!(
            "{} {}",
            passage.number,
            marked(&world, &atlas, &passage.text, &passage.mentions)
        );
        let touches: Vec<_> = passage
            .touches
            .iter()
            .map(|s| world.key_of(&atlas, *s).unwrap())
            .collect();
        println!("   TOUCHES {touches:?}\n");
    }
}
