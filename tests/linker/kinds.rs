//! Names, peoples, former states and what covers them, as newspapers write them.

use passage::linker::{Entity, Reading, find_mentions};
use passage::world::MentionKind;

use super::marked::{keys, reads, reads_article};

#[test]
fn a_country_is_found_inside_its_people_only_as_a_word_of_its_own() {
    reads(
        "The [Afghan](AFG demonym) army in [Afghanistan](AFG direct); [Mali](MLI direct) and the [Malian](MLI demonym) junta; a woman, a Roman and [Oman](OMN direct).",
    );
}

#[test]
fn spellings_accents_and_abbreviations_are_one_country() {
    reads(
        "[Côte d’Ivoire](CIV direct), [Cote d'Ivoire](CIV direct) and the [Ivory Coast](CIV direct); [São Tomé](STP direct) and [Sao Tome](STP direct); [Türkiye](TUR direct), [Burma](MMR historical), [Holland](NLD direct), [Czechia](CZE direct), [Swaziland](SWZ direct), [Cape Verde](CPV direct).",
    );
    reads(
        "The [U.S.](USA direct), the [US](USA direct), the [USA](USA direct), the [UK](GBR direct), the [U.K.](GBR direct), the [UAE](ARE direct) and the [DRC](COD direct).",
    );
    reads("[RUSSIA](RUS direct) WARNS [PAKISTAN](PAK direct)-[INDIA](IND direct) TALKS MAY FAIL");
}

#[test]
fn a_name_is_found_across_a_soft_hyphen_a_fixed_space_and_two_spaces() {
    reads(
        "[Paki\u{ad}stan](PAK direct), [Saudi\u{a0}Arabia](SAU direct) and [South  Africa](ZAF direct).",
    );
}

#[test]
fn the_longest_name_wins() {
    reads(
        "[Guinea](GIN direct), [Guinea-Bissau](GNB direct), [Equatorial Guinea](GNQ direct) and [Papua New Guinea](PNG direct); [Niger](NER direct) and [Nigeria](NGA direct); [Dominica](DMA direct) and the [Dominican Republic](DOM direct); [Northern Ireland](GBR direct) and [Ireland](IRL direct).",
    );
    reads(
        "The [Democratic Republic of the Congo](COD direct) and [Congo-Brazzaville](COG direct); [North Korea](PRK direct) and [South Koreans](KOR demonym); [South Sudan](SSD direct) and [Sudan](SDN direct).",
    );
}

#[test]
fn compounds_and_possessives_are_taken_apart() {
    reads(
        "[India](IND direct)-[Pakistan](PAK direct) trade, [Russian](RUS demonym)-[Pakistani](PAK demonym) ties, a [US](USA direct)-[China](CHN direct) row, [U.S.](USA direct)-led troops, [Russian](RUS demonym)-backed rebels, anti-[American](USA demonym) and pro-[Russian](RUS demonym) crowds, [Sino](CHN demonym)-[Indian](IND demonym) talks, [Pakistan](PAK direct)’s and [Iran](IRN direct)'s borders.",
    );
}

#[test]
fn peoples_have_many_forms() {
    reads(
        "[Danes](DNK demonym), [Swedes](SWE demonym), [Finns](FIN demonym), [Poles](POL demonym), [Turks](TUR demonym), [Spaniards](ESP demonym), a [Dutchman](NLD demonym), two [Frenchwomen](FRA demonym), [Filipinos](PHL demonym), [Britons](GBR demonym), [Emiratis](ARE demonym), [Nigeriens](NER demonym) and [Nigerians](NGA demonym).",
    );
}

#[test]
fn states_that_are_no_more_count_for_their_successor() {
    reads(
        "The [Soviet Union](RUS historical) and [Soviet](RUS historical) troops, [East Pakistan](BGD historical), [Yugoslavia](SRB historical), [Czechoslovakia](CZE historical), [East Germany](DEU historical), [Zaire](COD historical), [Rhodesia](ZWE historical), [Ceylon](LKA historical), [Siam](THA historical), the [Ottoman Empire](TUR historical) and [South Vietnam](VNM historical).",
    );
}

#[test]
fn an_organisation_covers_the_country_in_its_name() {
    let text = "The Pakistani Taliban, the Bank of England and the Islamic Movement of Uzbekistan.";
    reads(text);
    assert_eq!(
        keys(text),
        [
            "org:pakistani-taliban",
            "PAK",
            "org:bank-of-england",
            "GBR",
            "org:islamic-movement-of-uzbekistan",
            "UZB"
        ]
    );
    let inner = &find_mentions(&[text])[0][1];
    assert_eq!(inner.kind, MentionKind::PartOfName);
}

#[test]
fn names_like_a_bank_of_a_country_are_covered_without_a_table() {
    reads(
        "The National Bank of Cambodia, the Zambia Wildlife Authority, Toyota Australia, Air Botswana, the Petróleos de Venezuela plant and Banco de México closed.",
    );
}

#[test]
fn regions_organisations_and_overlays_are_told_too() {
    assert_eq!(
        keys("NATO worries about heroin on the way through Central Asia to the Balkans."),
        [
            "org:nato",
            "overlay:drug-routes",
            "region:central-asia",
            "region:balkans"
        ]
    );
}

#[test]
fn a_name_of_two_countries_is_unsure_and_says_so() {
    let found = find_mentions(&["Congo held elections on Sunday."]);
    let congo = &found[0][0];
    assert!(congo.confidence_percent < 80);
    let key = |reading: &Reading| match reading {
        Reading::Entity(entity) => entity.key(),
        Reading::NoPlace => "none".to_owned(),
    };
    assert_eq!(congo.entity.key(), "COD");
    assert_eq!(congo.others.iter().map(key).collect::<Vec<_>>(), ["COG"]);
    assert!(matches!(congo.entity, Entity::Country(_)));
}

#[test]
fn a_country_of_two_halves_is_told_by_one_of_them() {
    reads_article(&[
        "[North](PRK direct) and [South Korea](KOR direct) agreed to talk.",
        "The [North](PRK direct) said nothing of it; the [South](KOR direct) was glad. The north of the city was quiet.",
    ]);
    reads("[East](DEU historical) and [West Germany](DEU historical) were one again.");
    reads("The North fought the South over slavery; the South Pole is cold.");
}

#[test]
fn colonies_and_unions_that_are_no_more_are_told() {
    reads(
        "[Saint-Domingue](HTI historical), [Gran Colombia](COL historical) and the [Central African Empire](CAF historical) are gone. The [Gold Coast](GHA historical), still a [British](GBR demonym) colony, sent observers.",
    );
}
