//! The data of an article: what it names, how often and where it says so.

use std::fs;

use passage::content::{self, ArticleFormat, read_article, story_of};
use passage::export::data::SceneChoice;
use passage::world::World;
use serde_json::Value;

use super::command::{export, folder};
use super::stories::ATLAS;
use super::{json, read_back};

const ARTICLE: &str = "Kenya and Uganda reopened the road to Kampala on Monday.\n\n\
                       Kenyan drivers had waited for a week, said the African Union.\n\n\
                       Georgia was not asked. Kenya paid.\n";

fn article() -> World {
    let text = read_article(ARTICLE.as_bytes(), ArticleFormat::Text).unwrap();
    story_of(&text, "road.txt", &ATLAS)
}

#[test]
fn what_an_article_names_is_in_every_format_with_its_passages_and_its_place() {
    let world = article();
    let [geojson, kml, csv] = read_back(&world, SceneChoice::Story);
    assert_eq!(geojson, csv);
    assert_eq!(geojson, kml, "groups stand in the order of the rows");
    let keys: Vec<&str> = geojson.iter().map(|it| it.words["key"].as_str()).collect();
    assert_eq!(keys[0], "country:KEN", "the most often named stands first");
    assert!(
        keys.contains(&"country:UGA") && keys.contains(&"place:kampala"),
        "{keys:?}"
    );
    let kenya = &geojson[0];
    for (column, value) in [
        ("code", "KEN"),
        ("kind", "country"),
        ("name", "Kenya"),
        ("mentions", "3"),
        ("mentioned_as", "Kenya | Kenyan"),
        ("passages", "1 | 2 | 3"),
        ("geometry_is", "its seat of government"),
    ] {
        assert_eq!(kenya.words[column], value, "{column}");
    }
    assert!(kenya.words["passage_texts"].contains("had waited for a week"));
    let [lon_deg, lat_deg] = kenya.rows[0][0];
    assert!((lon_deg - 36.8).abs() < 0.5 && (lat_deg + 1.3).abs() < 0.5);
    let georgia = geojson
        .iter()
        .find(|it| it.words["name"] == "Georgia")
        .unwrap();
    assert_eq!(georgia.words["mentions_unsure"], "1");
    let told = json(&world);
    assert!(told["licence"].as_str().unwrap().contains("publisher"));
}

#[test]
fn a_story_that_chose_its_countries_has_rows_of_its_features_alone() {
    let (world, _) = content::bundled(&ATLAS);
    let told = json(&world);
    let rows = told["features"].as_array().unwrap();
    assert_eq!(rows.len(), world.features.len());
    assert!(
        rows.iter()
            .all(|row| row["properties"]["code"] == Value::Null)
    );
    assert!(
        rows.iter()
            .any(|row| row["properties"]["mentions"].as_u64() > Some(0))
    );
}

#[test]
fn a_scene_of_an_article_has_what_its_paragraph_names() {
    let mut world = article();
    let passages: Vec<_> = world.passages.iter().map(|(id, _)| id).collect();
    let mut scene = passage::world::Scene::default();
    scene.stage.passage = Some(passages[2]);
    world.scenes = vec![scene];
    let [geojson, ..] = read_back(&world, SceneChoice::Scene(1));
    let names: Vec<&str> = geojson.iter().map(|it| it.words["name"].as_str()).collect();
    assert_eq!(names, ["Kenya", "Georgia"]);
}

#[test]
fn the_shell_says_how_many_names_it_wrote_and_an_article_of_no_names_is_an_empty_table() {
    let folder = folder("articles");
    let (road, plain) = (folder.join("road.txt"), folder.join("plain.txt"));
    fs::write(&road, ARTICLE).unwrap();
    fs::write(&plain, "Nothing happened, and nobody was there.\n").unwrap();
    for (article, said) in [
        (&road, "5 names with their passages in"),
        (&plain, "0 features in"),
    ] {
        let to = article.with_extension("csv");
        let output = export(&[article.to_str().unwrap(), "--to", to.to_str().unwrap()]);
        assert!(output.status.success());
        let words = String::from_utf8(output.stdout).unwrap();
        assert!(words.starts_with(said), "{words}");
    }
}
