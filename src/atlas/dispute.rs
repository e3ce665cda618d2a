//! What is disputed: areas, and lines between areas; since when, and who says so.
//!
//! In: the reviewed tables `geodata/disputed-areas.tsv` and `disputed-lines.tsv`, and look-ups.
//! Out: who owns an area in a view (see `worldview`), and what a line is in it (see `level`).

use super::border::kind_as_held;
use super::{AreaId, Atlas, AtlasError, BorderKind, CountryId};
use crate::geography::GeoBounds;

const AREAS: (&str, &str) = (
    "disputed-areas.tsv",
    include_str!("../../geodata/disputed-areas.tsv"),
);
const LINES: (&str, &str) = (
    "disputed-lines.tsv",
    include_str!("../../geodata/disputed-lines.tsv"),
);

/// A disputed area or line: an index into [`Atlas::disputes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DisputeId(pub u16);

/// A disputed area or line, and what is known of the dispute.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// The area's key, or the line's own.
    pub key: String,
    pub name: String,
    pub what: Disputed,
    /// When the dispute began, as a sentence has it after "since".
    pub since: String,
    /// What it is about, in one or two sentences that take no side.
    pub note: String,
    pub source: String,
    pub frame: GeoBounds,
}

/// What a dispute is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disputed {
    Area(AreaId),
    /// Every piece of border with an area of each side on either hand.
    Line {
        sides: [Vec<AreaId>; 2],
        disputed_by: Vec<CountryId>,
    },
}

impl Dispute {
    /// What a disputed line is to one who takes no side; none for an area.
    pub fn border(&self, atlas: &Atlas) -> Option<BorderKind> {
        let Disputed::Line { sides, .. } = &self.what else {
            return None;
        };
        let first = |side: &Vec<AreaId>| side.first().and_then(|&area| atlas.area(area));
        let [one, other] = sides;
        Some(kind_as_held(first(one)?, first(other)?))
    }

    /// Whether a country holds or claims what is disputed.
    pub fn involves(&self, atlas: &Atlas, country: CountryId) -> bool {
        let of_area = |&area: &AreaId| {
            let area = atlas.area(area);
            area.is_some_and(|area| area.holder == country || area.claimants.contains(&country))
        };
        match &self.what {
            Disputed::Area(area) => of_area(area),
            Disputed::Line { sides, disputed_by } => {
                let holds = |&area: &AreaId| atlas.holder(area) == Some(country);
                disputed_by.contains(&country) || sides.iter().flatten().any(holds)
            }
        }
    }
}

impl Atlas {
    pub fn dispute(&self, id: DisputeId) -> Option<&Dispute> {
        self.disputes.get(usize::from(id.0))
    }

    /// All disputes, areas first.
    pub fn dispute_ids(&self) -> impl Iterator<Item = (DisputeId, &Dispute)> {
        let ids = (0_u16..).map(DisputeId);
        ids.zip(&self.disputes)
    }

    pub fn dispute_by_key(&self, key: &str) -> Option<DisputeId> {
        let mut disputes = self.dispute_ids();
        Some(disputes.find(|(_, dispute)| dispute.key == key)?.0)
    }

    /// The dispute about an area.
    pub fn dispute_of(&self, area: AreaId) -> Option<DisputeId> {
        let mut disputes = self.dispute_ids();
        Some(
            disputes
                .find(|(_, dispute)| dispute.what == Disputed::Area(area))?
                .0,
        )
    }

    /// The disputed line that parts two areas.
    pub fn disputed_line(&self, one: AreaId, other: AreaId) -> Option<DisputeId> {
        let parts = |dispute: &Dispute| match &dispute.what {
            Disputed::Area(_) => false,
            Disputed::Line { sides: [a, b], .. } => {
                (a.contains(&one) && b.contains(&other)) || (a.contains(&other) && b.contains(&one))
            }
        };
        let mut disputes = self.dispute_ids();
        Some(disputes.find(|(_, dispute)| parts(dispute))?.0)
    }

    fn holder(&self, area: AreaId) -> Option<CountryId> {
        self.area(area).map(|area| area.holder)
    }

    fn area_by_key(&self, key: &str) -> Option<AreaId> {
        let find = |area: &super::Area| area.key.as_str().cmp(key);
        let index = self.areas.binary_search_by(find).ok()?;
        u16::try_from(index).ok().map(AreaId)
    }
}

/// Reads both tables; the atlas has its areas already.
pub(super) fn load(atlas: &Atlas) -> Result<Vec<Dispute>, AtlasError> {
    let mut disputes = Vec::new();
    let readers: [fn(&Atlas, &str) -> Option<Dispute>; 2] = [area_row, line_row];
    for ((file, text), read) in [AREAS, LINES].into_iter().zip(readers) {
        for line in text.lines().skip(1) {
            let dispute = read(atlas, line).ok_or_else(|| AtlasError::Unreadable {
                file,
                why: format!("\"{line}\" is not a row of it"),
            })?;
            disputes.push(dispute);
        }
    }
    Ok(disputes)
}

fn area_row(atlas: &Atlas, line: &str) -> Option<Dispute> {
    let mut cells = line.split('\t');
    let key = cells.next()?;
    let area = atlas.area_by_key(key)?;
    let name = &atlas.area(area)?.name;
    rest_of_row(&mut cells, key, name, Disputed::Area(area))
}

fn line_row(atlas: &Atlas, line: &str) -> Option<Dispute> {
    let mut cells = line.split('\t');
    let (key, name) = (cells.next()?, cells.next()?);
    let mut side = || -> Option<Vec<AreaId>> {
        let keys = cells.next()?.split(' ');
        keys.map(|key| atlas.area_by_key(key)).collect()
    };
    let sides = [side()?, side()?];
    let codes = cells.next()?.split(' ');
    let disputed_by = codes
        .map(|code| atlas.country_by_code(code))
        .collect::<Option<_>>()?;
    let what = Disputed::Line { sides, disputed_by };
    rest_of_row(&mut cells, key, name, what)
}

/// What both tables have: since when, bounds, note and source.
fn rest_of_row<'a>(
    cells: &mut impl Iterator<Item = &'a str>,
    key: &str,
    name: &str,
    what: Disputed,
) -> Option<Dispute> {
    let since = cells.next()?.to_owned();
    let mut degrees = || cells.next()?.parse().ok();
    let frame = GeoBounds {
        west_deg: degrees()?,
        south_deg: degrees()?,
        east_deg: degrees()?,
        north_deg: degrees()?,
    };
    Some(Dispute {
        key: key.to_owned(),
        name: name.to_owned(),
        what,
        since,
        note: cells.next()?.to_owned(),
        source: cells.next()?.to_owned(),
        frame,
    })
}
