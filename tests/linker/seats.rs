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
