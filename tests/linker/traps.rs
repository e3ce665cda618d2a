//! Words with a country in them that speak of something else.

use passage::linker::find_mentions;

use super::marked::{reads, reads_article};

#[test]
fn seas_straits_and_gulfs_are_no_countries() {
    reads(
        "The Indian Ocean, the Gulf of Mexico, the Sea of Japan, the South China Sea, the English Channel, the Persian Gulf, the Gulf of Guinea, the Strait of Malacca and Lake Chad.",
    );
}

#[test]
fn neither_are_rivers() {
    reads(
        "Hippos live along the Niger, and barges go up the Congo. Pilgrims bathe in the River Jordan.",
    );
}

#[test]
fn states_and_provinces_are_no_countries() {
    reads(
        "New Mexico, New England, New Jersey, West Virginia, Indiana, New South Wales and British Columbia.",
    );
}

#[test]
fn georgia_is_a_state_beside_alabama_and_a_country_beside_armenia() {
    reads(
        "Georgia, Alabama and Florida will vote. The governor of Georgia signed the bill in Atlanta.",
    );
    reads(
        "[Georgia](GEO direct), [Armenia](ARM direct) and [Azerbaijan](AZE direct) met in Tbilisi.",
    );
}

#[test]
fn a_turkey_is_a_bird() {
    reads(
        "She ate a turkey sandwich. Roast Turkey is served with gravy. [Turkey](TUR direct) banned imports.",
    );
}

#[test]
fn china_is_ware_with_a_small_letter() {
    reads("The tea came in fine china from [China](CHN direct).");
}

#[test]
fn us_is_a_pronoun_where_all_is_shouted() {
    reads("JOIN US TODAY AND SAVE LIVES");
    reads("[US](USA direct) SENDS TROOPS TO [IRAQ](IRQ direct) AS TENSIONS RISE");
    reads("Nobody told us that [US](USA direct) growth slowed.");
}

#[test]
fn polish_is_what_a_nail_is_painted_with() {
    reads("A nail polish maker sells its polish to a [Polish](POL demonym) firm.");
}

#[test]
fn languages_are_no_countries() {
    reads(
        "She speaks fluent Russian and broken English. It was translated from Spanish, said in French, and sung in Portuguese, Greek and Dutch. His Vietnamese was good. The English-language daily has a Spanish teacher. German is spoken there.",
    );
}

#[test]
fn peoples_are_no_languages() {
    reads(
        "[German](DEU demonym) and [French](FRA demonym) troops crossed. In [Russian](RUS demonym) politics nothing is simple. The [Dutch](NLD demonym) won. A [Swiss](CHE demonym) and an [Italian](ITA demonym) met. His mother is [Italian](ITA demonym). [Chinese](CHN demonym) are buying flats.",
    );
}

#[test]
fn food_animals_and_dress_are_no_countries() {
    reads(
        "French fries, Brazil nuts, Turkish delight, a Danish pastry, a Dutch oven, guinea pigs, a German shepherd, Siamese twins, a Persian rug, Cuban heels, a Panama hat and Bermuda shorts in an Indian summer.",
    );
}

#[test]
fn american_indians_are_no_indians() {
    reads("The Cherokee and other Indian tribes left the Indian reservation.");
    reads("[Indian](IND demonym) troops met [Indians](IND demonym) in Delhi.");
}

#[test]
fn firms_papers_and_parties_are_no_countries() {
    reads(
        "Bank of America, British Airways, Air France, Kenya Airways, the Times of India, the Jordan Times, the African National Congress and the New England Patriots.",
    );
}

#[test]
fn princes_cups_and_papers_are_no_countries() {
    reads(
        "The Prince of Wales watched the French Open, the America's Cup and the Tour de France, then read the Panama Papers.",
    );
}

#[test]
fn towns_of_america_are_no_countries_even_later_on() {
    reads_article(&[
        "Lebanon, Tennessee, was hit by a tornado.",
        "In Lebanon, sirens wailed, and Lebanon’s schools will stay shut.",
    ]);
    reads("She drove from Cuba, N.Y., to Peru, Indiana, and Mexico, Mo.");
    reads("The Maine towns of Mexico, Norway, Poland and Peru are close.");
}

#[test]
fn money_and_roads_are_no_countries() {
    reads("It cost US$40 million, or NZ$70 million, beside US Route 1.");
}

#[test]
fn titles_of_works_are_no_countries() {
    reads("The film “A Passage to India” and the song \"Back in the USSR\" were played.");
}

#[test]
fn goods_that_are_traded_name_where_they_come_from() {
    reads("[Swiss](CHE demonym) watch exports fell, and [Norwegian](NOR demonym) salmon is dear.");
    reads("Jordan & Sons sold french fries.");
}

#[test]
fn counterparts_are_of_every_country_in_their_list() {
    reads(
        "He met his [Armenian](ARM demonym) and [Georgian](GEO demonym) counterparts, and spoke his Russian badly.",
    );
    reads(
        "The Triple Alliance of [Brazil](BRA direct), [Argentina](ARG direct) and [Uruguay](URY direct) won.",
    );
}

#[test]
fn two_towns_of_one_name_are_unsure() {
    let found = &find_mentions(&["Hyderabad was quiet."])[0][0];
    assert_eq!(found.others.len(), 1);
}
