//! Every area and every line under every view, against tables written by hand.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use geo::{Area as _, LineString, Polygon};
use passage::atlas::{
    Arc, AreaId, Atlas, BorderKind, CountryId, Detail, Disputed, Level, Owner, Worldview,
};
use passage::geography::{LonLat, MapProjection};
use passage::picture::BorderPicker;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static LEVELS: LazyLock<[Level; 3]> =
    LazyLock::new(|| Detail::ALL.map(|detail| Level::load(detail, &ATLAS).unwrap()));

/// Owners under the neutral (its holder), de facto, Indian, Pakistani, Chinese and Russian views.
const OWNERS: [(&str, [&str; 6]); 9] = [
    ("IND-JK", ["IND", "IND", "IND", "PAK", "IND", "IND"]),
    ("PAK-AJK", ["PAK", "PAK", "IND", "PAK", "PAK", "IND"]),
    ("PAK-GB", ["PAK", "PAK", "IND", "PAK", "PAK", "IND"]),
    ("KAS", ["IND", "IND", "IND", "PAK", "IND", "IND"]),
    ("CHN-AKS", ["CHN", "CHN", "IND", "CHN", "CHN", "CHN"]),
    ("CHN-SHK", ["CHN", "CHN", "IND", "CHN", "CHN", "CHN"]),
    ("IND-AR", ["IND", "IND", "IND", "IND", "CHN", "IND"]),
    ("IND-DEM", ["IND", "IND", "IND", "IND", "CHN", "IND"]),
    ("UKR-CRI", ["UKR", "UKR", "UKR", "UKR", "UKR", "RUS"]),
];

fn areas() -> impl Iterator<Item = (AreaId, &'static passage::atlas::Area)> {
    (0_u16..).map(AreaId).zip(&ATLAS.areas)
}

fn area(key: &str) -> AreaId {
    areas().find(|(_, area)| area.key == key).unwrap().0
}

fn code(country: CountryId) -> &'static str {
    &ATLAS.country(country).unwrap().code
}

#[test]
fn every_area_has_the_owner_that_the_table_gives_it_under_every_view() {
    for (id, row) in areas() {
        let by_hand = OWNERS.iter().find(|(key, _)| *key == row.key);
        for (order, view) in Worldview::ALL.into_iter().enumerate() {
            let owner = ATLAS.owner(id, view);
            let is_disputed = matches!(owner, Owner::Disputed { .. });
            let wanted = by_hand.map_or(code(row.holder), |(_, owners)| owners[order]);
            assert_eq!(code(owner.country()), wanted, "{} {view}", row.key);
            let is_open = by_hand.is_some() && view == Worldview::Neutral;
            assert_eq!(is_disputed, is_open, "{} {view}", row.key);
        }
        assert_eq!(row.claimants.is_empty(), by_hand.is_none(), "{}", row.key);
    }
}

/// What a piece of border is, by letter: I international, L line of control, D disputed, C edge of
/// a claim, - not drawn. Views in the same order as above.
const LINES: [(&str, &str, &str); 16] = [
    ("IND-JK", "PAK-AJK", "LL-"),
    ("IND-JK", "PAK-GB", "LL-"),
    ("KAS", "PAK-GB", "LL-"),
    ("IND-JK", "PAK", "LLI"),
    ("PAK-AJK", "PAK", "C-I"),
    ("IND", "IND-JK", "C--"),
    ("IND-JK", "KAS", "---"),
    ("CHN-AKS", "IND-JK", "LL-"),
    ("CHN", "CHN-AKS", "C-I"),
    ("CHN", "IND-AR", "LLI"),
    ("IND", "IND-AR", "C--"),
    ("CHN-SHK", "PAK-GB", "DD-"),
    ("BTN", "IND-AR", "III"),
    ("AFG", "PAK", "III"),
    ("IND", "PAK", "III"),
    ("UKR", "UKR-CRI", "C--"),
];

/// The same under the Pakistani, Chinese and Russian views.
const LINES_ABROAD: [&str; 16] = [
    "-L-", "-L-", "-L-", "-LI", "--I", "I--", "---", "III", "---", "L-L", "-I-", "III", "III",
    "III", "III", "--I",
];

#[test]
fn what_a_border_is_follows_from_the_owners_of_its_sides_under_the_view() {
    for ((one, other, near), abroad) in LINES.into_iter().zip(LINES_ABROAD) {
        let (one_id, other_id) = (area(one), area(other));
        let full = &LEVELS[2];
        let is_between = |arc: &&Arc| {
            arc.sides == [Some(one_id), Some(other_id)]
                || arc.sides == [Some(other_id), Some(one_id)]
        };
        let arc = full.arcs.iter().find(is_between).expect("no such border");
        let found: String = Worldview::ALL
            .into_iter()
            .map(|view| match full.border_kind(arc, &ATLAS, view) {
                BorderKind::Coast => '~',
                BorderKind::International => 'I',
                BorderKind::LineOfControl => 'L',
                BorderKind::Disputed => 'D',
                BorderKind::Claim => 'C',
                BorderKind::Internal => '-',
            })
            .collect();
        assert_eq!(found, format!("{near}{abroad}"), "{one} and {other}");
    }
}

type Node = (u64, u64);

fn node(at: LonLat) -> Node {
    (at.lon_deg.to_bits(), at.lat_deg.to_bits())
}

fn is_of(side: Option<AreaId>, owner: CountryId, view: Worldview) -> bool {
    side.is_some_and(|area| ATLAS.owner(area, view).country() == owner)
}

/// Rings of the arcs that bound an owner's land, as lists of arcs.
fn rings(bounds: &[&'static Arc]) -> Vec<Vec<&'static Arc>> {
    let ends = |arc: &Arc| [node(arc.points[0]), node(*arc.points.last().unwrap())];
    let mut at: BTreeMap<Node, Vec<usize>> = BTreeMap::new();
    for (index, arc) in bounds.iter().enumerate() {
        for end in ends(arc) {
            at.entry(end).or_default().push(index);
        }
    }
    for (place, arcs) in &at {
        assert_eq!(arcs.len() % 2, 0, "a boundary ends at {place:?}");
    }
    let mut used = BTreeSet::new();
    let mut rings = Vec::new();
    for first in 0..bounds.len() {
        if !used.insert(first) {
            continue;
        }
        let mut ring = vec![bounds[first]];
        let [start, mut end] = ends(bounds[first]);
        while end != start {
            let next = at[&end].iter().find(|index| !used.contains(index));
            let next = *next.expect("the boundary does not close");
            used.insert(next);
            let [one, other] = ends(bounds[next]);
            end = if one == end { other } else { one };
            ring.push(bounds[next]);
        }
        rings.push(ring);
    }
    rings
}

fn size(ring: &[&Arc]) -> f64 {
    let mut points: Vec<LonLat> = Vec::new();
    for (order, arc) in ring.iter().enumerate() {
        let mut own = arc.points.clone();
        let is_backwards = match (points.last(), ring.get(order + 1)) {
            (Some(end), _) => own.first() != Some(end),
            (None, Some(next)) => {
                let last = own.last();
                next.points.first() != last && next.points.last() != last
            }
            (None, None) => false,
        };
        if is_backwards {
            own.reverse();
        }
        points.extend(own);
    }
    let coords = points.iter().map(|point| (point.lon_deg, point.lat_deg));
    Polygon::new(LineString::from(coords.collect::<Vec<_>>()), Vec::new()).unsigned_area()
}

/// In square degrees; the smallest disputed area has more than five times as much.
const SLIVER: f64 = 0.02;

#[test]
fn the_land_of_each_owner_closes_without_slivers_under_every_view_at_every_level() {
    let disputed: Vec<AreaId> = OWNERS.iter().map(|(key, _)| area(key)).collect();
    for (level, view) in LEVELS
        .iter()
        .flat_map(|level| Worldview::ALL.map(|view| (level, view)))
    {
        for owner in
            (0..ATLAS.countries.len()).map(|index| CountryId(u16::try_from(index).unwrap()))
        {
            let is_edge =
                |arc: &&Arc| is_of(arc.sides[0], owner, view) != is_of(arc.sides[1], owner, view);
            let bounds: Vec<&'static Arc> = level.arcs.iter().filter(is_edge).collect();
            for ring in rings(&bounds) {
                let is_inland = |arc: &&Arc| {
                    arc.sides.iter().all(Option::is_some)
                        && arc
                            .sides
                            .iter()
                            .flatten()
                            .any(|side| disputed.contains(side))
                };
                let is_sliver = ring.iter().any(is_inland) && size(&ring) < SLIVER;
                assert!(!is_sliver, "{:?} {view} {}", level.detail, code(owner));
            }
        }
    }
}

#[test]
fn every_disputed_area_and_line_is_told_of_and_lies_within_its_frame() {
    let is_within = |frame: passage::geography::GeoBounds, at: &LonLat| {
        (frame.west_deg..=frame.east_deg).contains(&at.lon_deg)
            && (frame.south_deg..=frame.north_deg).contains(&at.lat_deg)
    };
    let full = &LEVELS[2];
    for (key, _) in OWNERS {
        let id = ATLAS.dispute_of(area(key)).expect(key);
        let frame = ATLAS.dispute(id).unwrap().frame;
        for ring in full.areas[usize::from(area(key).0)].iter().flatten() {
            let points = full.ring_points(ring);
            assert!(points.iter().all(|at| is_within(frame, at)), "{key}");
        }
    }
    let mut told = BTreeSet::new();
    for arc in &full.arcs {
        let kind = full.border_kind(arc, &ATLAS, Worldview::Neutral);
        let [Some(one), Some(other)] = arc.sides else {
            continue;
        };
        let Some(id) = ATLAS.disputed_line(one, other) else {
            let is_plain = matches!(kind, BorderKind::International | BorderKind::Internal);
            assert!(is_plain, "{one:?} and {other:?} have a line without a name");
            continue;
        };
        assert_ne!(kind, BorderKind::Internal, "{one:?} {other:?}");
        told.insert(id);
        let frame = ATLAS.dispute(id).unwrap().frame;
        assert!(arc.points.iter().all(|at| is_within(frame, at)), "{id:?}");
    }
    let lines = ATLAS
        .dispute_ids()
        .filter(|(_, dispute)| matches!(dispute.what, Disputed::Line { .. }));
    assert_eq!(lines.count(), told.len());
    for dispute in &ATLAS.disputes {
        let texts = [
            &dispute.name,
            &dispute.since,
            &dispute.note,
            &dispute.source,
        ];
        assert!(texts.iter().all(|text| !text.is_empty()), "{}", dispute.key);
    }
}

#[test]
fn a_line_is_picked_within_the_radius_and_only_in_views_that_draw_it() {
    let full = &LEVELS[2];
    let (one, other) = (area("IND-JK"), area("PAK-AJK"));
    let is_between =
        |arc: &&Arc| arc.sides.contains(&Some(one)) && arc.sides.contains(&Some(other));
    let arc = full.arcs.iter().find(is_between).unwrap();
    for projection in MapProjection::ALL {
        let picker = |view| BorderPicker::new(full, &ATLAS, projection, view);
        let mut at = projection.project(arc.points[arc.points.len() / 2]);
        let name = |view: Worldview, at, radius: f64| {
            let (line, _) = picker(view).line_at(at, radius)?;
            assert_eq!(BTreeSet::from(line.sides), BTreeSet::from([one, other]));
            Some(ATLAS.dispute(line.dispute)?.name.as_str())
        };
        let found = name(Worldview::Neutral, at, 1e-6);
        assert_eq!(found, Some("Line of Control"));
        assert_eq!(name(Worldview::Indian, at, 1e-6), None);
        at.x -= 1.0;
        assert_eq!(name(Worldview::Neutral, at, 0.01), None);
    }
}

#[test]
fn every_view_says_in_one_sentence_what_it_is_based_on_and_how_sure_that_is() {
    for view in Worldview::ALL {
        let basis = view.basis();
        let confidence = if view == Worldview::Russian {
            "(medium confidence)"
        } else {
            "(high confidence)"
        };
        assert!(basis.ends_with(confidence), "{view}");
        assert!(!basis.contains(". "), "{view}");
    }
}
