//! Names that mean a country only sometimes, each with a rule of its own: Georgia, Jordan, Turkey,
//! Chad, Jersey, Congo, Korea, US, Pole and Polish, the Niger. In: the words around them and what
//! the article as a whole tells. Out: people and languages.

use super::article::At;
use super::judge::{Verdict, kind_of, or_countries};
use super::pronoun::is_pronoun;
use super::tables::CountryName;
use super::text::Token;
use super::vocabulary::Classes;
use super::{CountryCode, Entity, Reading};
use crate::world::MentionKind;

/// The verdict of the name's own rule; nothing where the common rules may go on.
#[expect(
    clippy::too_many_lines,
    reason = "one rule after the other, as they are tried"
)]
pub(super) fn judge(
    at: At<'_>,
    row: &CountryName,
    region: Option<&'static str>,
) -> Option<Verdict> {
    match row.words {
        "Georgia" | "Georgian" | "Georgians" => georgia(at, row, region),
        "US" | "U.S" | "U S" => is_pronoun(at).then_some(Verdict::Nothing),
        "Turkey" => bird(at).then_some(Verdict::Nothing),
        "China" => ware(at).then_some(Verdict::Nothing),
        "Niger" | "Congo" | "Jordan" | "Senegal" | "Gambia" | "Zambia" if river(at) => {
            Some(Verdict::Nothing)
        }
        "Jordan" if at.article.knowledge.basketball > 2 => {
            (!at.article.knowledge.tells("Jordanian")).then_some(Verdict::Nothing)
        }
        "Congo" | "Congolese" => Some(congo(at, row)),
        "Jersey" => (!channel(at)).then_some(Verdict::Nothing),
        "Indian" | "Indians" => (tribes(at)
            || row.words == "Indians" && at.article.knowledge.baseball >= 2)
            .then_some(Verdict::Nothing),
        "Monaco" => (at.article.knowledge.ligue >= 2 && at.article.knowledge.matches >= 2
            || at.is_before(1, &["AS"]))
        .then_some(Verdict::Part),
        "Pole" | "Poles" => pole(at).then_some(Verdict::Nothing),
        "Iceland" => {
            let knowledge = &at.article.knowledge;
            (knowledge.grocers >= 2 && !knowledge.tells("Icelandic")).then_some(Verdict::Nothing)
        }
        "St. Vincent" | "St Vincent" | "Saint Vincent" | "St. Martin" | "St Martin"
        | "Saint Martin" | "St. Lucia" | "St Lucia" | "Saint Lucia" | "St. Helena"
        | "St Helena" | "Saint Helena" | "Montserrat" => (at.article.knowledge.antilles == 0
            || at.possessive().is_some())
        .then_some(Verdict::Nothing),
        "PNG" => at.any_near(8, Classes::IMAGE).then_some(Verdict::Nothing),
        // The last male of the northern white rhinoceros.
        "Sudan" => (at.article.knowledge.rhinos > 1 && !at.article.knowledge.tells("Sudanese"))
            .then_some(Verdict::Nothing),
        // A part of Queens in New York.
        "Jamaica" => (at.any_near(8, Classes::QUEENS) && !at.article.knowledge.tells("Jamaican"))
            .then_some(Verdict::Nothing),
        "Emirates" => (!at.is_before(1, &["the"]) || at.article.knowledge.matches > 0)
            .then_some(Verdict::Nothing),
        "Benin" => {
            let knowledge = &at.article.knowledge;
            (knowledge.bronzes > 0 && !knowledge.tells("Togo") && !knowledge.tells("Beninese"))
                .then_some(Verdict::Nothing)
        }
        "Macedonia" => {
            let knowledge = &at.article.knowledge;
            (knowledge.alexander > 0
                && !knowledge.tells("North Macedonia")
                && !knowledge.tells("Bulgaria"))
            .then_some(Verdict::Nothing)
        }
        "Luxembourg" => {
            (at.is_before(1, &["the"]) && super::tongues::is_noun(at)).then_some(Verdict::Nothing)
        }
        "Antigua" => {
            let knowledge = &at.article.knowledge;
            (knowledge.tells("Guatemala") && !knowledge.tells("Barbuda"))
                .then_some(Verdict::Nothing)
        }
        "Liberia" => {
            let knowledge = &at.article.knowledge;
            (knowledge.tells("Costa Rica") && !knowledge.tells("Liberian"))
                .then_some(Verdict::Nothing)
        }
        "Angola" => (at.article.knowledge.prison >= 2 && at.article.knowledge.stateside > 0)
            .then_some(Verdict::Nothing),
        "Kiwi" | "Kiwis" | "Polish" | "Swede" | "Swedes" | "Dane" | "Finn" | "Finns" | "Danes"
        | "Turk" | "Scot" | "Thai" => is_common_word(at, row.words).then_some(Verdict::Nothing),
        _ => None,
    }
}

/// A word that has another meaning with a small letter, at the start of a sentence.
pub(super) fn is_common_word(at: At<'_>, words: &str) -> bool {
    let starts = at.first_token().is_some_and(|token| token.starts_sentence);
    match words {
        // "Polish the silver": an order.
        "Polish" => starts && at.classes_after(1).has(Classes::DETERMINER),
        "GDR" => at.is_before(1, &["per"]) || !at.paragraph.text.contains("German"),
        // The fruit.
        "Kiwi" | "Kiwis" => {
            let cooked = Classes::KITCHEN.with(Classes::MEAT).with(Classes::FRUIT);
            at.any_near(8, cooked) && !at.article.knowledge.tells("New Zealand")
        }
        // The root.
        "Swede" | "Swedes" => {
            at.article.knowledge.kitchen > 0
                && !at.article.knowledge.tells("Sweden")
                && (starts
                    || at.any_before(8, Classes::KITCHEN)
                    || at.any_after(8, Classes::KITCHEN))
        }
        "Persian" | "Persians" => super::tongues::is_language(at),
        "Gold Coast" => {
            // Mostly a city in Queensland; the colony is told of beside its heir, or as a colony.
            let colonial = ["colony", "colonial", "crown", "Nkrumah", "Ashanti", "Accra"];
            !at.article.knowledge.tells("Ghana")
                && !(1..=8)
                    .any(|number| at.is_before(number, &colonial) || at.is_after(number, &colonial))
        }
        _ => false,
    }
}

/// The state of Georgia, or the country.
#[expect(
    clippy::too_many_lines,
    reason = "one rule after the other, as they are tried"
)]
fn georgia(at: At<'_>, row: &CountryName, region: Option<&'static str>) -> Option<Verdict> {
    let knowledge = &at.article.knowledge;
    if row.words != "Georgia" {
        // A house of King George's time.
        if at.is_after(
            1,
            &[
                "house",
                "houses",
                "architecture",
                "mansion",
                "terrace",
                "townhouse",
                "facade",
                "era",
                "façade",
                "windows",
                "style",
                "building",
                "buildings",
                "square",
                "silver",
                "home",
                "rectory",
                "villa",
                "country",
                "townhouses",
                "terraces",
                "splendour",
                "bath",
            ],
        ) && knowledge.caucasus < 2
        {
            return Some(Verdict::Nothing);
        }
        return None;
    }
    let near_state = at.any_before(6, Classes::STATESIDE) || at.any_after(6, Classes::STATESIDE);
    let near_land = at.any_before(6, Classes::CAUCASUS) || at.any_after(6, Classes::CAUCASUS);
    let state = region.map_or(Verdict::Nothing, |key| {
        Verdict::is(Entity::Region(key), MentionKind::Direct, 85)
    });
    let land = Verdict::is(Entity::Country(row.code), MentionKind::Direct, 90);
    if at.capital_after()
        && at
            .classes_after(1)
            .has(Classes::TAIL.with(Classes::STATESIDE))
    {
        return Some(state);
    }
    match (near_state, near_land) {
        (true, false) => return Some(state),
        (false, true) => return None,
        _ => {}
    }
    match (knowledge.stateside, knowledge.caucasus) {
        (0, 0) => {
            let others = region
                .map(|key| Reading::Entity(Entity::Region(key)))
                .into_iter()
                .collect();
            Some(Verdict::unsure(
                Entity::Country(row.code),
                MentionKind::Direct,
                60,
                others,
            ))
        }
        (states, lands) if states > lands => Some(state),
        _ => Some(land),
    }
}

fn bird(at: At<'_>) -> bool {
    let knowledge = &at.article.knowledge;
    let cooked = Classes::KITCHEN.with(Classes::MEAT);
    if at.classes_before(1).has(Classes::KITCHEN) || at.classes_after(1).has(Classes::KITCHEN) {
        return true;
    }
    if knowledge.tells("Turkish") && knowledge.birds == 0 || at.possessive().is_some() {
        return false;
    }
    let starts = at.first_token().is_some_and(|token| token.starts_sentence);
    let farmed = at.is_after(
        1,
        &[
            "prices",
            "farms",
            "farmers",
            "production",
            "hunting",
            "hunters",
            "season",
            "trot",
            "dinner",
            "shoot",
        ],
    );
    if starts && knowledge.birds > 0 {
        return farmed
            || !at.classes_after(1).has(Classes::ACT)
                && (!at.is_after(1, &[",", "and"]) || at.any_after(5, cooked));
    }
    (starts || at.paragraph.headline && at.classes_before(1).has(Classes::DETERMINER))
        && (farmed || at.any_after(8, cooked))
        && !at.any_after(3, Classes::STATE)
        && knowledge.kitchen > 0
}

fn ware(at: At<'_>) -> bool {
    at.is_before(1, &["fine", "bone", "wedding", "antique"]) && !at.capital_before()
        || at.is_after(
            1,
            &[
                "shop", "shops", "cabinet", "plate", "plates", "doll", "dolls", "teapot", "cup",
                "cups", "teacup", "vase",
            ],
        )
}

/// "along the Congo", "the River Niger": no country has an article there, or it has "Congo".
fn river(at: At<'_>) -> bool {
    if at.is_before(1, &["river", "lake", "upper", "lower"])
        && at.before(1).is_some_and(Token::is_capital)
    {
        return true;
    }
    if at.is_after(
        1,
        &[
            "river", "rivers", "delta", "basin", "valley", "bend", "bridge",
        ],
    ) {
        return true;
    }
    if !at.is_before(1, &["the"]) || at.capital_after() {
        return false;
    }
    let congo = at.paragraph.text.get(at.range()) == Some("Congo");
    if congo {
        return at.is_before(2, &["along", "down", "up", "across", "on"])
            || at.any_before(4, Classes::RIVER)
            || at.any_after(6, Classes::RIVER);
    }
    // "the Niger government" has an article of its own noun.
    super::tongues::is_noun(at) || at.classes_after(1).has(Classes::RIVER)
}

fn congo(at: At<'_>, row: &CountryName) -> Verdict {
    let knowledge = &at.article.knowledge;
    let brazzaville = CountryCode::parse("COG").unwrap_or(row.code);
    let kinshasa = CountryCode::parse("COD").unwrap_or(row.code);
    let (code, other, sure) = match (knowledge.kinshasa, knowledge.brazzaville) {
        (0, 0) => (kinshasa, brazzaville, 65),
        (eastern, western) if western > eastern => (brazzaville, kinshasa, 75),
        _ => (kinshasa, brazzaville, 85),
    };
    Verdict::unsure(
        Entity::Country(code),
        kind_of(row.naming),
        sure,
        or_countries(&[other]),
    )
}

fn channel(at: At<'_>) -> bool {
    at.article.knowledge.channel > 0
        && !at.is_before(
            1,
            &["a", "the", "his", "her", "my", "yellow", "green", "pink"],
        )
}

/// First nations of America.
fn tribes(at: At<'_>) -> bool {
    at.is_after(
        1,
        &[
            "reservation",
            "reservations",
            "tribe",
            "tribes",
            "casino",
            "casinos",
            "country",
        ],
    ) && at.article.knowledge.tribes > 0
        || at.is_before(
            1,
            &[
                "plains",
                "pueblo",
                "sioux",
                "cherokee",
                "navajo",
                "apache",
                "seminole",
                "amazon",
                "amazonian",
                "mayan",
                "guarani",
                "yanomami",
                "mapuche",
                "miskito",
                "andean",
                "brazilian",
                "quechua",
                "aymara",
                "lumbee",
                "west",
                "cleveland",
                "indiana",
            ],
        )
        || at.is_before(1, &["and"]) && at.is_before(2, &["cowboys", "settlers"])
        || at.article.knowledge.tribes >= 3 && !at.article.knowledge.tells("India")
}

fn pole(at: At<'_>) -> bool {
    at.is_after(
        1,
        &[
            "position", "vault", "vaulter", "vaulting", "dancing", "dancer", "star", "apart",
            "sitter",
        ],
    ) || at.capital_before()
        && !at
            .classes_before(1)
            .has(Classes::COUNTRY.with(Classes::DATE))
        && at.paragraph.text.get(at.range()) == Some("Pole")
        && at
            .classes_before(1)
            .has(Classes::COMPASS.with(Classes::GIVEN))
}
