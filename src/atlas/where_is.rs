//! "What lies there?": the answer of `passage where`.

use serde::Serialize;

use super::{AreaId, AreaIndex, Atlas, Worldview};
use crate::geography::LonLat;

/// What lies at a position under a worldview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WhereAnswer {
    /// The area's key; none at sea.
    pub area: Option<String>,
    /// ISO alpha-3 of the owner, or of the holder where the view leaves it disputed.
    pub owner: Option<String>,
    /// Everybody else who claims it or holds it.
    pub claimed_by: Vec<String>,
}

/// Looks a position up.
pub fn where_is(atlas: &Atlas, index: &AreaIndex, at: LonLat, worldview: Worldview) -> WhereAnswer {
    let Some(id) = index.area_at(at) else {
        return WhereAnswer::default();
    };
    let code = |country| atlas.country(country).map(|country| country.code.clone());
    let owner = atlas.owner(id, worldview).country();
    let Some(area) = atlas.area(id) else {
        return WhereAnswer::default();
    };
    let others = std::iter::once(area.holder).chain(area.claimants.iter().copied());
    WhereAnswer {
        area: Some(area.key.clone()),
        owner: code(owner),
        claimed_by: if area.claimants.is_empty() {
            Vec::new()
        } else {
            others
                .filter(|&country| country != owner)
                .filter_map(code)
                .collect()
        },
    }
}

impl WhereAnswer {
    /// As one line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As a sentence.
    pub fn to_text(&self, atlas: &Atlas) -> String {
        let name = |code: &String| {
            let id = atlas.country_by_code(code);
            id.map_or_else(|| code.clone(), |id| atlas.country_name(id).to_owned())
        };
        let (Some(key), Some(owner)) = (&self.area, &self.owner) else {
            return "sea".to_owned();
        };
        let area = atlas.areas.iter().find(|area| &area.key == key);
        let area = area.map_or(key.as_str(), |area| area.name.as_str());
        let owner_name = name(owner);
        if self.claimed_by.is_empty() {
            return if owner_name == area {
                owner_name
            } else {
                format!("{area}: {owner_name}")
            };
        }
        let claimants: Vec<String> = self.claimed_by.iter().map(name).collect();
        let known = (0_u16..).zip(&atlas.areas);
        let dispute = known
            .filter(|(_, area)| &area.key == key)
            .find_map(|(id, _)| atlas.dispute(atlas.dispute_of(AreaId(id))?));
        let since = dispute.map_or_else(String::new, |dispute| {
            format!("; in dispute since {}", dispute.since)
        });
        format!(
            "{area}: {owner_name}, also claimed by {}{since}",
            claimants.join(" and ")
        )
    }
}
