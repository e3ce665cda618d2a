//! People who share a country's name.

use passage::linker::{Reading, find_mentions};

use super::marked::{keys, reads, reads_article};

#[test]
fn a_given_name_makes_a_person_of_a_country() {
    reads(
        "Michael Jordan, Tom Holland, Dawn French, Lynndie England and Kathy Ireland were there.",
    );
}

#[test]
fn a_surname_does_too() {
    reads(
        "Jordan Henderson, Chad Smith, Israel Adesanya, Jordan B. Peterson, Chad le Clos, Jamaica Kincaid and Cuba Gooding Jr. were there.",
    );
}

#[test]
fn titles_do_too() {
    reads("Mr. Jordan, Judge Holland and Sgt. England testified.");
}

#[test]
fn who_was_named_in_full_is_known_by_the_surname() {
    reads_article(&[
        "Sen. Mark Holland will not run again.",
        "Holland, 71, made his name fighting tobacco. Friends say Holland never liked the capital.",
    ]);
}

#[test]
fn the_country_stays_one_in_an_article_with_such_a_player() {
    reads("Jordan Henderson watched as [Jordan](JOR direct) beat [Iraq](IRQ direct) in Amman.");
}

#[test]
fn family_and_pets_are_no_countries() {
    reads("He leaves his wife, Georgia, and two sons, Jordan and Israel. A dog named Cuba barked.");
}

#[test]
fn a_person_is_underlined_without_the_full_stop_of_mr() {
    let text = "Mr. Jordan said that he was tired.";
    let found = &find_mentions(&[text])[0][0];
    assert_eq!(&text[found.range.clone()], "Jordan");
}

#[test]
fn a_town_is_a_person_where_one_of_that_name_was_told_in_full() {
    let text = "Lloyd Austin flew home. Austin said that he was glad.";
    assert_eq!(keys(text), ["person:Lloyd Austin", "person:Austin"]);
}

#[test]
fn where_nothing_tells_a_country_from_a_person_the_reader_is_asked() {
    let found = &find_mentions(&["Chad, a senior in the drama club, sang."])[0][0];
    assert_eq!(found.others, [Reading::NoPlace]);
    let found =
        &find_mentions(&["Chad closed its border with Libya, Chadian officials said."])[0][0];
    assert!(found.others.is_empty());
}

#[test]
fn who_is_called_so_or_who_does_something_is_a_person() {
    reads(
        "A young [American](USA demonym) called Chad ran a shop, and a Jack Russell called Jordan.",
    );
    reads("Kenya, who is filming abroad, declined to comment.");
}
