//! Words for what is disputed, said the same way on map, card and lists.

use super::UiContext;
use super::words::{joined, with_capital};
use crate::atlas::{AreaId, BorderKind, CountryId, DisputeId, Disputed};

/// A dispute in two lines, for tooltips.
pub(super) fn dispute_line(context: UiContext<'_>, id: DisputeId) -> String {
    let Some(dispute) = context.atlas.dispute(id) else {
        return String::new();
    };
    let facts = with_capital(&dispute_facts(context, id));
    format!("{}\n{facts}", dispute.name)
}

/// "held by India, claimed by Pakistan; in dispute since 1947", or who disputes a line.
pub(super) fn dispute_facts(context: UiContext<'_>, id: DisputeId) -> String {
    let atlas = context.atlas;
    let Some(dispute) = atlas.dispute(id) else {
        return String::new();
    };
    let facts = match &dispute.what {
        Disputed::Area(area) => held_and_claimed(context, *area),
        Disputed::Line { disputed_by, .. } => {
            let verb = match dispute.border(atlas) {
                Some(BorderKind::Claim) => "claimed by",
                _ => "disputed by",
            };
            format!("{verb} {}", countries(context, disputed_by))
        }
    };
    format!("{facts}; in dispute since {}", dispute.since)
}

/// A disputed area in a sentence, beneath the name of the country a view gives it to.
pub(super) fn area_line(context: UiContext<'_>, area: AreaId) -> Option<String> {
    let id = context.atlas.dispute_of(area)?;
    let name = &context.atlas.dispute(id)?.name;
    Some(format!("{name}: {}", dispute_facts(context, id)))
}

/// What lies on the two hands of a piece of a disputed line.
pub(super) fn sides_line(context: UiContext<'_>, sides: [AreaId; 2]) -> String {
    let [one, other] = sides.map(|area| side(context, area));
    format!("Between {one} and {other}")
}

/// A piece of land beside a line: a country, or a disputed area with its holder.
pub(super) fn side(context: UiContext<'_>, area: AreaId) -> String {
    let atlas = context.atlas;
    let Some(area) = atlas.area(area) else {
        return String::new();
    };
    let holder = atlas.country_name(area.holder);
    if area.claimants.is_empty() {
        holder.to_owned()
    } else {
        format!("{} (held by {holder})", area.name)
    }
}

fn held_and_claimed(context: UiContext<'_>, area: AreaId) -> String {
    let atlas = context.atlas;
    atlas.area(area).map_or_else(String::new, |area| {
        let holder = atlas.country_name(area.holder);
        let claimants = countries(context, &area.claimants);
        format!("held by {holder}, claimed by {claimants}")
    })
}

fn countries(context: UiContext<'_>, countries: &[CountryId]) -> String {
    let name = |&country: &CountryId| context.atlas.country_name(country);
    let names: Vec<&str> = countries.iter().map(name).collect();
    joined(&names)
}
