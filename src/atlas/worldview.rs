//! The rules that give each disputed area its owner, as of January 2011.

use std::fmt;
use std::str::FromStr;

use super::{Area, AreaId, Atlas, CountryId};

/// Whose view of the borders is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Worldview {
    #[default]
    Neutral,
    DeFacto,
    Indian,
    Pakistani,
    Chinese,
    Russian,
}

/// Who owns an area under a worldview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// One country, undisputed in this view.
    Country(CountryId),
    /// Held by one and claimed by others: drawn in the holder's tint, hatched.
    Disputed { holder: CountryId },
}

impl Owner {
    /// The owner, or the holder of what is disputed.
    pub fn country(self) -> CountryId {
        match self {
            Self::Country(country) | Self::Disputed { holder: country } => country,
        }
    }
}

impl Worldview {
    pub const ALL: [Self; 6] = [
        Self::Neutral,
        Self::DeFacto,
        Self::Indian,
        Self::Pakistani,
        Self::Chinese,
        Self::Russian,
    ];

    /// The one after it, and the first after the last.
    pub fn next(self) -> Self {
        let mut views = Self::ALL.into_iter().cycle();
        views.find(|&view| view == self);
        views.next().unwrap_or_default()
    }

    /// As the command line and files write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::DeFacto => "de-facto",
            Self::Indian => "indian",
            Self::Pakistani => "pakistani",
            Self::Chinese => "chinese",
            Self::Russian => "russian",
        }
    }

    /// As the screen writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::DeFacto => "de facto",
            Self::Indian => "Indian",
            Self::Pakistani => "Pakistani",
            Self::Chinese => "Chinese",
            Self::Russian => "Russian",
        }
    }

    /// What it is based on, and how sure that is, in one sentence.
    pub fn basis(self) -> &'static str {
        match self {
            Self::Neutral => {
                "Takes no side: land goes to who held it in January 2011 and is striped in the \
                 claimants\u{2019} colours (high confidence)"
            }
            Self::DeFacto => {
                "Land goes to who held it in January 2011, after Natural Earth, but Crimea to \
                 Ukraine (high confidence)"
            }
            Self::Indian => {
                "Land goes where India\u{2019}s official maps have it, after Natural Earth\u{2019}s borders \
                 for India (high confidence)"
            }
            Self::Pakistani => {
                "Land goes where Pakistan\u{2019}s official maps have it, after Natural Earth\u{2019}s borders \
                 for Pakistan, and stays with its holder where Pakistan claims nothing (high \
                 confidence)"
            }
            Self::Chinese => {
                "Land goes where China\u{2019}s official maps have it, after Natural Earth\u{2019}s borders \
                 for China, and stays with its holder where China claims nothing (high \
                 confidence)"
            }
            Self::Russian => {
                "Kashmir goes to India, after Natural Earth\u{2019}s borders for Russia, and Crimea to \
                 Russia, which has claimed it since 2014; the rest stays with its holder (medium \
                 confidence)"
            }
        }
    }

    /// What has to be added to a view of January 2011.
    pub fn note(self) -> Option<&'static str> {
        match self {
            Self::Neutral => Some(
                "Crimea is striped although it was Ukraine\u{2019}s in January 2011: Russia annexed it \
                 in 2014, after the date of this map",
            ),
            _ => None,
        }
    }

    /// Whether a view has a side in what an area is part of: its country holds or claims the area,
    /// or it gives it to somebody.
    pub(super) fn takes_side(self, atlas: &Atlas, area: &Area) -> bool {
        let party = match self {
            Self::Neutral | Self::DeFacto => return false,
            Self::Indian => "IND",
            Self::Pakistani => "PAK",
            Self::Chinese => "CHN",
            Self::Russian => "RUS",
        };
        let party = atlas.country_by_code(party);
        self.claim(&area.key).is_some()
            || party.is_some_and(|party| area.holder == party || area.claimants.contains(&party))
    }

    /// Which country a disputed area belongs to in this view; `None` leaves it to its holder.
    fn claim(self, area: &str) -> Option<&'static str> {
        let is_kashmir = matches!(area, "IND-JK" | "PAK-AJK" | "PAK-GB" | "KAS");
        match (self, area) {
            (Self::Indian, "CHN-AKS" | "CHN-SHK") => Some("IND"),
            (Self::Indian | Self::Russian, _) if is_kashmir => Some("IND"),
            (Self::Pakistani, _) if is_kashmir => Some("PAK"),
            (Self::Chinese, "IND-AR" | "IND-DEM") => Some("CHN"),
            (Self::Russian, "UKR-CRI") => Some("RUS"),
            _ => None,
        }
    }
}

impl fmt::Display for Worldview {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key())
    }
}

impl FromStr for Worldview {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|view| view.key() == text)
            .ok_or_else(|| {
                let known = Self::ALL.map(Self::key).join(", ");
                format!("no worldview is called \"{text}\"; there are {known}")
            })
    }
}

impl Atlas {
    /// Who owns an area in a view.
    pub fn owner(&self, id: AreaId, worldview: Worldview) -> Owner {
        let Some(area) = self.area(id) else {
            return Owner::Country(CountryId(u16::MAX));
        };
        if area.claimants.is_empty() {
            return Owner::Country(area.holder);
        }
        if worldview == Worldview::Neutral {
            return Owner::Disputed {
                holder: area.holder,
            };
        }
        let claimed = worldview
            .claim(&area.key)
            .and_then(|code| self.country_by_code(code));
        Owner::Country(claimed.unwrap_or(area.holder))
    }
}
