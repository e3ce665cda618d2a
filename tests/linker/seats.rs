//! Capitals and palaces: governments in one sentence, places in the next.

use passage::linker::find_mentions;
use passage::world::MentionKind;

use super::marked::{keys, reads};

#[test]
fn a_capital_that_acts_is_its_government() {
    reads(
        "[Moscow](RUS metonym) said it would wait. [Tehran](IRN metonym) has denied it, and [Beijing](CHN metonym) wants talks. Ties between [Russia](RUS direct) and [Islamabad](PAK metonym) are warm; the pressure on [Kabul](AFG metonym) grows. [Beijing](CHN metonym)'s foreign policy angered [Ankara](TUR metonym).",
    );
}

#[test]
fn a_capital_where_something_is_stays_a_place() {
    let text = "She lived in Moscow, flew to Kabul and was born near Tehran; the streets of Cairo were quiet, as was downtown Seoul.";
    reads(text);
    assert!(keys(text).contains(&"place:moscow".to_owned()));
}

#[test]
fn a_dateline_is_a_place() {
    reads("ISLAMABAD (Reuters) - The talks failed.");
    reads("PARIS — The talks failed.");
    reads("BOGOTA, [Colombia](COL direct) (AP) — The talks failed.");
}

#[test]
fn palaces_and_streets_are_their_governments() {
    reads(
        "The [Kremlin](RUS metonym) and the [White House](USA metonym) disagree; [Downing Street](GBR metonym) declined to comment, and the [Pentagon](USA metonym) denied it.",
    );
}

#[test]
fn what_a_town_describes_decides() {
    reads(
        "A Moscow court fined the Warsaw exchange. [Beijing](CHN metonym) officials and a [Moscow](RUS metonym)-backed group met the Cairo-based bank.",
    );
}

#[test]
fn towns_of_the_same_name_elsewhere_are_no_governments() {
    reads("He grew up in Moscow, Idaho, and taught in Paris, Texas, before London, Ontario.");
}

#[test]
fn washington_is_a_man_a_paper_a_state_and_a_government() {
    reads(
        "George Washington slept here, the Washington Post reported. Denzel Washington smiled. Apples grow in Washington and Oregon. [Washington](USA metonym) imposed sanctions.",
    );
}

#[test]
fn the_kind_of_a_town_is_direct() {
    let found = find_mentions(&["He lives in Nairobi."]);
    assert_eq!(found[0][0].kind, MentionKind::Direct);
}

#[test]
fn what_is_said_of_a_capital_tells_the_town_from_the_government() {
    for marked in [
        "[London](GBR metonym) was furious. Ottawa has always been a dull city.",
        "[Oslo](NOR metonym) challenged this, and [Algiers](DZA metonym) read it at once.",
        "[Lisbon](PRT metonym), after its own revolution, let its colonies go.",
        "[London](GBR metonym) still has two bases there. Lima was occupied for two years.",
        "The treaty gave Baghdad to the [Turks](TUR demonym). The [Chileans](CHL demonym) occupied Lima.",
        "Caracas in the 1970s had night clubs. A letter from Tbilisi.",
        "They joined hands from Tallinn by way of Riga to Vilnius.",
        "There was no word from the [White House](USA metonym). [Jakarta](IDN metonym) didn't.",
        "The [Danes](DNK demonym) looked to [London](GBR metonym), which looked away.",
    ] {
        reads(marked);
    }
}

#[test]
fn brussels_is_the_unions_where_belgium_is_not_spoken_of() {
    let union = keys("Brussels threatened legal action against Hungary.");
    assert_eq!(union, ["org:european-union", "HUN"]);
    reads("[Brussels](BEL metonym) summoned the envoy, a [Belgian](BEL demonym) official said.");
}

#[test]
fn ministries_of_other_states_are_not_the_famous_ones() {
    reads(
        "The [German](DEU demonym) Foreign Office and [Mexico](MEX direct)'s State Department agreed. She was ranked No. 10 in the world.",
    );
    reads("[Number 10](GBR metonym) said so.");
}

#[test]
fn the_court_in_the_hague_is_not_the_dutch_government() {
    reads("The Hague issued an arrest warrant for the general.");
}

#[test]
fn what_governments_do_and_towns_do_not_tells_them_apart() {
    for marked in [
        "[London](GBR metonym) has dithered. [Dublin](IRL metonym), it seems, has kept its word.",
        "\"[Bangkok](THA metonym) won't listen and [London](GBR metonym) doesn't care,\" she said.",
        "They landed at Port Said, and [Washington](USA metonym) pulled the plug.",
        "It kept its channel with [Beijing](CHN metonym) open, and moved towards [Moscow](RUS metonym).",
        "He wants the attention of the [White House](USA metonym). He crossed the lawn of the White House.",
        "Across the water, Brazzaville twinkled. The nearest airports are at Ohrid and Tirana.",
        "NEW DELHI: The trains were late.",
    ] {
        reads(marked);
    }
}
