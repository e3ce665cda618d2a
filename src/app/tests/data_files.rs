//! Exporting data: the dialog is the system's, so its answer is given here.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use super::{Program, program, program_with, shows};
use crate::app::Options;
use crate::app::file_dialog::{FileDialog, Purpose};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

fn folder(name: &str) -> PathBuf {
    let name = format!("passage-export-data-{name}-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Chooses a file in the dialog that stands open.
fn choose(program: &mut Program, path: Option<&Path>) {
    let (sender, answer) = channel();
    sender.send(path.map(Path::to_owned)).unwrap();
    program.state_mut().file_dialog = Some(FileDialog {
        purpose: Purpose::Data,
        answer,
    });
    program.run_steps(4);
}

#[test]
fn data_is_exported_from_the_file_menu_and_it_is_said_what_was_written_where() {
    let folder = folder("story");
    let mut program = program();
    program.get_by_label("File").click();
    program.run_steps(4);
    assert!(shows(&program, "Export data\u{2026}"));
    let (_, proposed) = program.state().proposed_data_file();
    assert_eq!(proposed, "russia-pakistan.geojson");
    for name in ["a.geojson", "a.kml", "a.csv", "typed"] {
        choose(&mut program, Some(&folder.join(name)));
        assert!(shows(&program, "51 features written to"), "{name}");
    }
    assert!(folder.join("typed.geojson").is_file());
    choose(&mut program, None);
    assert!(shows(&program, "No file was chosen, so no data is written"));
    for (name, words) in [
        (
            "a.shp",
            "It takes a name that ends in .geojson, .kml or .csv",
        ),
        ("typed", "typed.geojson is there already"),
        ("no/a.csv", "its folder is not there"),
    ] {
        choose(&mut program, Some(&folder.join(name)));
        assert!(shows(&program, "No data is written"), "{name}");
        assert!(shows(&program, words), "{name}");
    }
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn of_an_article_what_it_names_is_exported_under_its_own_name() {
    let folder = folder("article");
    let article = folder.join("deal.txt");
    std::fs::write(&article, "Kenya and Uganda sign.\n\nKenya is glad.\n").unwrap();
    let mut program = program_with(Options {
        story: Some(article),
        ..Options::default()
    });
    program.get_by_label("File").click();
    program.run_steps(4);
    let entry = program.get_by_label("Export data\u{2026}");
    assert!(!entry.accesskit_node().is_disabled());
    let (_, proposed) = program.state().proposed_data_file();
    assert_eq!(proposed, "deal.geojson");
    choose(&mut program, Some(&folder.join("deal.csv")));
    assert!(shows(&program, "2 names with their passages written to"));
    let table = std::fs::read_to_string(folder.join("deal.csv")).unwrap();
    assert!(table.contains("\"KEN\"") && table.contains("Kenya is glad."));
    let _ = std::fs::remove_dir_all(folder);
}
