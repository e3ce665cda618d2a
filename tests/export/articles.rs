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

const SPREAD: &str = "Argentina, Brazil and Chile met in Lima for talks. Brazil waits.\n";

fn written(article: &std::path::Path, ending: &str) -> String {
    let to = article.with_extension(ending);
    let output = export(&[article.to_str().unwrap(), "--to", to.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    fs::read_to_string(to).unwrap()
}

#[test]
fn a_picture_of_an_article_far_from_eurasia_has_its_countries_upright_and_says_as_of_when_it_is() {
    let spread = folder("articles-far").join("spread.txt");
    fs::write(&spread, SPREAD).unwrap();
    let text = written(&spread, "svg");
    for words in [
        ">ARGENTINA</text>",
        ">BRAZIL</text>",
        "The map is of January 2011.",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("RUSSIA") && !text.contains("after the article"));
}

#[test]
fn a_page_of_an_article_has_a_key_to_its_tints_and_tells_of_no_lines_where_there_are_none() {
    let spread = folder("articles-page").join("spread.txt");
    fs::write(&spread, SPREAD).unwrap();
    let text = written(&spread, "html");
    for words in [
        "Times a country is named: <span><i class=\"t0\"></i>1</span>",
        ".t1 { background: #",
        "<p>The map is of January 2011.</p>",
        ">BRAZIL</text>",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("relations are curves"));
}

#[test]
fn an_article_that_names_no_country_has_a_picture_of_its_towns_or_of_the_world() {
    let folder = folder("articles-nowhere");
    for (name, words, shown) in [
        (
            "towns.txt",
            "From Osaka to Lagos and Cape Town.\n",
            ">Lagos</text>",
        ),
        (
            "bread.txt",
            "Take flour, water and salt.\n",
            ">CANADA</text>",
        ),
    ] {
        let article = folder.join(name);
        fs::write(&article, words).unwrap();
        let text = written(&article, "svg");
        assert!(text.contains(shown), "{name}");
        // Specks of land all over an ocean are no large country.
        assert!(!text.contains("MINOR OUTLYING"), "{name}");
    }
}
