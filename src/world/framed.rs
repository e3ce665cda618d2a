//! What the map frames: of an article what it is about, of a paragraph what it names.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Id, MentionKind, Passage, Subject, Tint, World};
use crate::atlas::Atlas;
use crate::geography::{GeoBounds, LonLat, MapProjection, MapRect};

/// A frame twice as wide has to bring in this part of all mentions: less is not worth it that all
/// else becomes half as large.
const PART_TO_DOUBLE: f64 = 0.3;

/// What has this part of all mentions is framed wherever it lies.
const LARGE_PART: f64 = 1.0 / 3.0;

/// What is framed has at least this part of all mentions.
const LEAST_PART: f64 = 0.6;

/// Around what is smaller there is so much in view anyhow, as degrees at the equator.
const LEAST_DEG: f64 = 20.0;

/// A map is about so many times as wide as it is high.
const WIDE: f64 = 4.0 / 3.0;

/// More places than these are not weighed against each other.
const MOST_WEIGHED: usize = 300;

/// Where the equal-area map stands about upright.
const EURASIA: GeoBounds = GeoBounds {
    west_deg: 8.0,
    south_deg: 5.0,
    east_deg: 191.0,
    north_deg: 90.0,
};

/// The lands of the world but Antarctica, for a text that names no place on it.
pub(crate) const INHABITED: GeoBounds = GeoBounds {
    west_deg: -168.0,
    south_deg: -56.0,
    east_deg: 190.0,
    north_deg: 72.0,
};

/// What an article is about. To find it takes too long for each small picture of a scene.
#[derive(Clone, Debug, Default)]
pub struct About(OnceLock<Heart>);

#[derive(Clone, Debug)]
struct Heart {
    bounds: Option<GeoBounds>,
    subjects: Vec<Subject>,
}

/// Something with a place, and how often the text names it.
#[derive(Clone, Copy)]
struct Weighed {
    subject: Subject,
    mentions: usize,
    bounds: GeoBounds,
}

/// A frame that might do.
struct Candidate {
    bounds: GeoBounds,
    /// The part of all mentions that lies in it.
    part: f64,
}

impl Candidate {
    fn of(bounds: GeoBounds, all: &[Weighed]) -> Self {
        let count = |is_meant: &dyn Fn(&Weighed) -> bool| -> usize {
            let meant = all.iter().filter(|it| is_meant(it));
            meant.map(|it| it.mentions).sum()
        };
        let inside = count(&|it| bounds.holds(it.bounds));
        Self {
            bounds,
            part: inside as f64 / count(&|_| true).max(1) as f64,
        }
    }

    fn worth(&self) -> f64 {
        self.part - PART_TO_DOUBLE * doublings(self.bounds)
    }
}

impl World {
    /// The countries and places an article is about: those with most of its mentions that lie near
    /// enough to each other. What is named seldom and far away is left out, for the sake of the rest;
    /// none where it names no place.
    pub fn is_about(&self, atlas: &Atlas) -> &[Subject] {
        &self.heart(atlas).subjects
    }

    /// The projection an article opens in: the equal-area map where what it is about lies in
    /// Eurasia, over which that is laid, and Web Mercator elsewhere: far from there the equal-area map
    /// stands askew. Stories that chose their countries open in the former.
    pub fn opening_projection(&self, atlas: &Atlas) -> MapProjection {
        if self.tint == Tint::Focus {
            return MapProjection::EqualArea;
        }
        match self.heart(atlas).bounds {
            Some(bounds) if EURASIA.holds(bounds) => MapProjection::EqualArea,
            _ => MapProjection::WebMercator,
        }
    }

    fn heart(&self, atlas: &Atlas) -> &Heart {
        self.about.0.get_or_init(|| {
            let all = self.weighed(atlas);
            let bounds = best_frame(&all);
            let is_inside = |it: &&Weighed| bounds.is_some_and(|frame| frame.holds(it.bounds));
            let inside = all.iter().filter(is_inside);
            Heart {
                bounds,
                subjects: inside.map(|it| it.subject).collect(),
            }
        })
    }

    /// What should be in view to follow a passage. In a told story the lines and places it names, or
    /// else all of it; in an article its countries together with its places, or else the seats of
    /// whom it names. What an article only talks of lies nowhere.
    pub fn framed_by(&self, passage: Id<Passage>) -> Vec<Subject> {
        let named = self.subjects_in(passage);
        let is_near: fn(&Self, Subject) -> bool = match self.tint {
            Tint::Focus => |_, subject| matches!(subject, Subject::Feature(_) | Subject::Place(_)),
            Tint::Mentions => Self::is_on_ground,
        };
        let those = |is_meant: fn(&Self, Subject) -> bool| -> Vec<Subject> {
            let meant = named.iter().filter(|&&subject| is_meant(self, subject));
            meant.copied().collect()
        };
        let near = those(is_near);
        match self.tint {
            _ if !near.is_empty() => near,
            Tint::Focus => named,
            Tint::Mentions => those(Self::has_seat),
        }
    }

    /// Whether a map that follows the text has to show a subject for its own sake. What an article
    /// only talks of is told of in the countries beside it, which is no place of its own.
    pub fn is_on_ground(&self, subject: Subject) -> bool {
        match subject {
            Subject::Overlay(_) | Subject::Actor(_) => self.tint == Tint::Focus,
            _ => true,
        }
    }

    fn has_seat(&self, subject: Subject) -> bool {
        match subject {
            Subject::Actor(id) => self.actors.get(id).is_some_and(|actor| actor.at.is_some()),
            _ => false,
        }
    }

    /// The most often named first.
    fn weighed(&self, atlas: &Atlas) -> Vec<Weighed> {
        let mut counts: BTreeMap<Subject, usize> = BTreeMap::new();
        let passages = self.passages.iter();
        for mention in passages.flat_map(|(_, passage)| &passage.mentions) {
            // The Bank of England is no England.
            if mention.kind != MentionKind::PartOfName {
                *counts.entry(mention.subject).or_default() += 1;
            }
        }
        let weighed = counts.into_iter().filter_map(|(subject, mentions)| {
            let bounds = match subject {
                Subject::Country(id) => atlas.country(id)?.frame,
                Subject::Place(id) => {
                    let place = self.places.get(id)?;
                    place.extent.or_else(|| GeoBounds::around([place.at]))?
                }
                _ => return None,
            };
            Some(Weighed {
                subject,
                mentions,
                bounds,
            })
        });
        let mut weighed: Vec<Weighed> = weighed.collect();
        weighed.sort_by_key(|it| std::cmp::Reverse(it.mentions));
        weighed.truncate(MOST_WEIGHED);
        weighed
    }
}

/// The frame with the most mentions for its size. It grows from what is named most often by what is
/// worth it most at each step, up to all of it, and the best of these steps is taken: so that neighbours
/// come in one after the other, and a far group of them not because of its first.
fn best_frame(all: &[Weighed]) -> Option<GeoBounds> {
    let total: usize = all.iter().map(|it| it.mentions).sum();
    let is_large = |it: &&Weighed| it.mentions as f64 >= LARGE_PART * total as f64;
    let large = all.iter().filter(is_large);
    let needed = all.iter().take(1).chain(large).map(|it| it.bounds);
    let mut frame = needed.reduce(GeoBounds::union)?;
    let mut best: Option<Candidate> = None;
    loop {
        let candidate = Candidate::of(frame, all);
        let is_better = best
            .as_ref()
            .is_none_or(|best| candidate.worth() > best.worth() || best.part < LEAST_PART);
        if is_better {
            best = Some(candidate);
        }
        let outside = all.iter().filter(|it| !frame.holds(it.bounds));
        let outside: Vec<Weighed> = outside.copied().collect();
        let grown = outside.iter().map(|it| {
            let wider = frame.union(it.bounds);
            let brought = outside.iter().filter(|it| wider.holds(it.bounds));
            let brought: usize = brought.map(|it| it.mentions).sum();
            // What costs nothing is worth any price.
            let cost = (doublings(wider) - doublings(frame)).max(1e-6);
            (wider, brought as f64 / cost)
        });
        match grown.max_by(|(_, one), (_, other)| one.total_cmp(other)) {
            Some((wider, _)) => frame = wider,
            None => return best.map(|best| best.bounds),
        }
    }
}

/// How many times a frame is twice as wide as the least.
fn doublings(bounds: GeoBounds) -> f64 {
    let corner = |lon_deg, lat_deg| MapProjection::WebMercator.project(LonLat { lon_deg, lat_deg });
    let around = |west_deg, south_deg, east_deg, north_deg| {
        MapRect::around([corner(west_deg, south_deg), corner(east_deg, north_deg)])
    };
    let size = |rect: MapRect| (rect.width() / WIDE).max(rect.height());
    let GeoBounds {
        west_deg,
        south_deg,
        east_deg,
        north_deg,
    } = bounds;
    let least = size(around(0.0, -LEAST_DEG / 2.0, 0.0, LEAST_DEG / 2.0));
    let own = size(around(west_deg, south_deg, east_deg, north_deg));
    (own / least).max(1.0).log2()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::CountryId;

    fn weighed(mentions: usize, [west, south, east, north]: [f64; 4]) -> Weighed {
        Weighed {
            subject: Subject::Country(CountryId(0)),
            mentions,
            bounds: GeoBounds {
                west_deg: west,
                south_deg: south,
                east_deg: east,
                north_deg: north,
            },
        }
    }

    const HERE: [f64; 4] = [0.0, 0.0, 10.0, 10.0];
    const BESIDE: [f64; 4] = [10.0, 0.0, 20.0, 10.0];
    const FAR: [f64; 4] = [110.0, 0.0, 120.0, 10.0];

    fn frames(all: &[(usize, [f64; 4])]) -> f64 {
        let all: Vec<Weighed> = all.iter().map(|&(n, at)| weighed(n, at)).collect();
        best_frame(&all).unwrap().east_deg
    }

    #[test]
    fn a_neighbour_is_framed_however_seldom_it_is_named_and_what_is_far_only_if_it_is_often() {
        assert!((frames(&[(9, HERE), (1, BESIDE), (1, FAR)]) - 20.0).abs() < 1e-9);
        assert!((frames(&[(9, HERE), (1, BESIDE), (5, FAR)]) - 120.0).abs() < 1e-9);
    }

    #[test]
    fn where_no_place_has_most_of_the_mentions_all_of_them_are_framed() {
        let spread = [-100.0, -40.0, 10.0, 60.0, 120.0];
        let all = spread.map(|west| (2, [west, 0.0, west + 5.0, 5.0]));
        assert!((frames(&all) - 125.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_without_places_has_no_frame() {
        assert!(best_frame(&[]).is_none());
    }
}
