//! The rules that give each disputed area its owner, as of January 2011.

use std::fmt;
use std::str::FromStr;

use super::{AreaId, Atlas, CountryId};

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
                "Each disputed area in its holder's tint, hatched; lines of control dashed"
            }
            Self::DeFacto => "Who administered what in January 2011",
            Self::Indian => "India's claims, after Natural Earth's classes for India",
            Self::Pakistani => "Pakistan's claims, after Natural Earth's classes for Pakistan",
            Self::Chinese => "China's claims, after Natural Earth's classes for China",
            Self::Russian => "After Natural Earth's classes for Russia, with medium confidence",
        }
    }

    /// Which country a disputed area belongs to in this view; `None` leaves it to its holder.
    fn claim(self, area: &str) -> Option<&'static str> {
        let is_kashmir = matches!(area, "IND-JK" | "PAK-AJK" | "PAK-GB" | "KAS");
        match (self, area) {
            (Self::Indian, "CHN-AKS" | "CHN-SHK") | (Self::Russian, "PAK-AJK" | "PAK-GB") => {
                Some("IND")
            }
            (Self::Indian, _) if is_kashmir => Some("IND"),
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
