//! The shapes of the world at one level of detail: shared arcs, areas as rings of them, water.

use super::topojson::{self, Water, World};
use super::{AreaId, Atlas, AtlasError};
use crate::geography::LonLat;

/// How finely the world is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Detail {
    Coarse,
    Medium,
    Full,
}

impl Detail {
    pub const ALL: [Self; 3] = [Self::Coarse, Self::Medium, Self::Full];
}

/// The world at one level of detail.
#[derive(Clone, Debug)]
pub struct Level {
    pub detail: Detail,
    pub arcs: Vec<Arc>,
    /// By [`AreaId`]: polygons, each of rings, outer first. A small state can be empty here.
    pub areas: Vec<Vec<Vec<Ring>>>,
    /// Rings of lakes, outer first.
    pub lakes: Vec<Vec<Vec<LonLat>>>,
    pub rivers: Vec<Vec<LonLat>>,
}

/// A piece of border or coast between two nodes.
#[derive(Clone, Debug)]
pub struct Arc {
    pub points: Vec<LonLat>,
    /// The areas on its two sides; the second is none at the sea.
    pub sides: [Option<AreaId>; 2],
}

/// A ring as references to arcs; `!n` is arc n backwards.
#[derive(Clone, Debug)]
pub struct Ring {
    pub arcs: Vec<i32>,
}

const WATER: &[u8] = include_bytes!("../../geodata/water.topo.json");

fn file(detail: Detail) -> (&'static str, &'static [u8]) {
    match detail {
        Detail::Coarse => (
            "world-110m.topo.json",
            include_bytes!("../../geodata/world-110m.topo.json"),
        ),
        Detail::Medium => (
            "world-50m.topo.json",
            include_bytes!("../../geodata/world-50m.topo.json"),
        ),
        Detail::Full => (
            "world-10m.topo.json",
            include_bytes!("../../geodata/world-10m.topo.json"),
        ),
    }
}

impl Level {
    /// Loads a level; `atlas` gives the areas their numbers.
    pub fn load(detail: Detail, atlas: &Atlas) -> Result<Self, AtlasError> {
        let (name, bytes) = file(detail);
        let world: World = topojson::parse(name, bytes)?;
        let mut arcs: Vec<Arc> = world
            .points()
            .into_iter()
            .map(|points| Arc {
                points,
                sides: [None, None],
            })
            .collect();
        let mut areas = vec![Vec::new(); atlas.areas.len()];
        for geometry in world.objects.areas.geometries {
            let Ok(index) = atlas
                .areas
                .binary_search_by(|area| area.key.as_str().cmp(&geometry.id))
            else {
                let why = format!("{} is not in areas.json", geometry.id);
                return Err(AtlasError::Unreadable { file: name, why });
            };
            let id = AreaId(u16::try_from(index).unwrap_or(u16::MAX));
            for &arc in geometry.arcs.iter().flatten().flatten() {
                if let Some(arc) = arcs.get_mut(index_of(arc)) {
                    let [first, second] = &mut arc.sides;
                    *(if first.is_none() { first } else { second }) = Some(id);
                }
            }
            if let Some(slot) = areas.get_mut(index) {
                *slot = geometry
                    .arcs
                    .into_iter()
                    .map(|rings| rings.into_iter().map(|arcs| Ring { arcs }).collect())
                    .collect();
            }
        }
        let mut level = Self {
            detail,
            arcs,
            areas,
            lakes: Vec::new(),
            rivers: Vec::new(),
        };
        if detail != Detail::Coarse {
            level.add_water()?;
        }
        Ok(level)
    }

    fn add_water(&mut self) -> Result<(), AtlasError> {
        let water: Water = topojson::parse("water.topo.json", WATER)?;
        let points = water.points();
        let line = |arcs: &[i32]| -> Vec<LonLat> {
            arcs.iter()
                .filter_map(|&arc| points.get(index_of(arc)))
                .flatten()
                .copied()
                .collect()
        };
        self.lakes = water
            .objects
            .lakes
            .geometries
            .iter()
            .map(|lake| lake.arcs.iter().map(|ring| line(ring)).collect())
            .collect();
        self.rivers = water
            .objects
            .rivers
            .arcs
            .iter()
            .map(|arcs| line(arcs))
            .collect();
        Ok(())
    }

    /// The closed ring's points.
    pub fn ring_points(&self, ring: &Ring) -> Vec<LonLat> {
        let mut points: Vec<LonLat> = Vec::new();
        for &reference in &ring.arcs {
            let Some(arc) = self.arcs.get(index_of(reference)) else {
                continue;
            };
            // The first point of each further arc is the last of the one before.
            let skip = usize::from(!points.is_empty());
            if reference < 0 {
                points.extend(arc.points.iter().rev().skip(skip));
            } else {
                points.extend(arc.points.iter().skip(skip));
            }
        }
        points
    }
}

/// The arc a reference means, whichever way it runs.
fn index_of(reference: i32) -> usize {
    usize::try_from(if reference < 0 { !reference } else { reference }).unwrap_or(usize::MAX)
}
