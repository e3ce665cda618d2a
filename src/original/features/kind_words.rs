//! Words that tell of each kind of feature, in lower case; of each stem one.
//!
//! In: English as newspapers write it. Out: names of features and of those who take part in them.

use crate::world::FeatureKind;

/// Words that tell of a kind.
pub(super) fn of(kind: FeatureKind) -> &'static [&'static str] {
    match kind {
        FeatureKind::Allied => &["ally", "allies", "allied", "alliance"],
        FeatureKind::Backed => &["backed", "backing", "supported", "sided"],
        FeatureKind::Opposed => &[
            "opposite",
            "opposed",
            "rival",
            "foe",
            "foes",
            "enemy",
            "enemies",
            "adversary",
            "opponent",
        ],
        FeatureKind::SuppliedArms => &[
            "arms", "weapon", "supplier", "supplied", "defence", "defense",
        ],
        FeatureKind::PossibleArms => &["arms", "weapon", "sale", "sales", "sell"],
        FeatureKind::Recognised => &["recognised", "recognized", "recognition"],
        FeatureKind::Fought => &[
            "war",
            "wars",
            "fought",
            "fight",
            "fighting",
            "battle",
            "battling",
            "against",
            "occupation",
            "invasion",
        ],
        FeatureKind::Talks => &["talks", "summit", "meeting", "negotiation"],
        FeatureKind::Influence => &["influence", "sway"],
        FeatureKind::Presence => &["forces", "troops", "soldiers", "base", "bases"],
        FeatureKind::Sheltered => &["sanctuary", "sanctuaries", "shelter", "haven", "refuge"],
        FeatureKind::SuspectedLink => &["link", "links", "ties", "contact", "connection"],
        FeatureKind::CommonThreat => &["threat", "worry", "danger"],
        FeatureKind::Thaw => &["thaw", "warmed", "warmer", "improved"],
        FeatureKind::Pipeline => &["pipeline"],
        FeatureKind::DrugRoute => &[
            "drug",
            "drugs",
            "heroin",
            "opium",
            "trafficking",
            "smuggled",
        ],
        FeatureKind::Interest => &["interest", "concern", "wish", "involvement", "willing"],
    }
}

/// Words that are everywhere and tell of nothing.
pub(super) const SMALL: &[&str] = &[
    "all", "and", "any", "are", "been", "being", "both", "but", "can", "could", "did", "does",
    "each", "few", "for", "from", "get", "getting", "gets", "gone", "had", "has", "have", "her",
    "him", "his", "how", "into", "its", "just", "last", "less", "many", "may", "more", "most",
    "much", "new", "nor", "not", "now", "off", "old", "once", "one", "only", "other", "others",
    "our", "out", "over", "own", "per", "she", "should", "since", "some", "still", "such", "than",
    "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through",
    "too", "two", "under", "until", "was", "way", "were", "what", "when", "whether", "which",
    "while", "who", "whom", "whose", "will", "with", "would", "yet", "you",
];
