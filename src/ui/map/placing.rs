//! Which names stand on the map in a view, worked out again only when something has changed; and
//! nodes for what is on show without a name.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Painter, Pos2, Rect, Ui, Vec2};

use super::MapState;
use super::furniture::kept_clear;
use super::lettering::Measure;
use super::node::{is_pointer_click, node_ui};
use crate::geography::MapPoint;
use crate::picture::{
    DrawnShapes, LabelSource, LabelStyle, LineGrid, Obstacles, View, place_labels,
};
use crate::ui::{Outbox, UiContext};
use crate::world::{Feature, Id, Subject, World};

/// The room kept for a capital's mark.
const CAPITAL_PX: f32 = 3.0;

/// More features than these on show are a crowd.
const CROWD: usize = 10;

/// Side of a node without words.
const NODE_PX: f32 = 10.0;

/// What is nearer to the map's edge has no node.
const EDGE_PX: f32 = 8.0;

/// What names were placed for: the view, what is around it, what is selected and compared, what had
/// to stay clear. Not what the pointer is on: names would come and go beneath it.
pub(super) type PlacedFor = (View, Arc<[Id<Feature>]>, [Option<Subject>; 2], Vec<Rect>);

/// Places labels again only when something that matters has changed.
pub(super) fn place(
    painter: &Painter,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    covered: &[Rect],
) {
    let UiContext { session, world, .. } = context;
    let selection = session.stage.selection;
    let mut taken = taken(painter, context, state, view, covered);
    let near = state.near.as_ref();
    let near = near.map_or_else(Default::default, |near| near.features.clone());
    let chosen = [selection, session.stage.compare];
    let placed_for = (*view, near, chosen, taken.clone());
    if state.placed_for.as_ref() == Some(&placed_for) {
        state.name_fading.settle(session.now_secs);
        return;
    }
    let features = state.nameable();
    let is_chosen = |subject: Subject| match (subject, selection) {
        (Subject::Feature(id), Some(chosen)) => {
            subject == chosen || world.links.takes_part(chosen, id)
        }
        _ => false,
    };
    // In a crowd no name could be told to be this line's or that one's.
    let is_crowd = state.is_crowd();
    let is_named = |subject| !is_quiet(world, chosen, subject) && (!is_crowd || is_chosen(subject));
    let wants = |source: &LabelSource| match source.style {
        LabelStyle::Feature => source.subject.is_some_and(is_named),
        LabelStyle::Region => source.subject.is_some_and(|subject| {
            let mut features = world.links.features(subject).iter();
            selection == Some(subject) || features.any(|&id| session.on_show.contains(id))
        }),
        _ => true,
    };
    taken.extend(capital_dots(state, view));
    let mut measure = Measure {
        painter,
        theme: context.theme,
        sizes: &mut state.sizes,
    };
    let lines = state.drawn.as_ref().map_or_else(
        || LineGrid::new(view.rect, Pos2::ZERO),
        |shapes| line_grid(view, shapes, &features),
    );
    // Among many lines a name on a line that is not its own names the wrong one.
    let is_crowded = features.len() > CROWD;
    let may_cross = |source: &LabelSource| match source.style {
        LabelStyle::Feature => !is_crowded || source.subject.is_some_and(is_chosen),
        LabelStyle::Land | LabelStyle::River => false,
        _ => true,
    };
    let obstacles = Obstacles {
        taken: &taken,
        lines: &lines,
        may_cross: &may_cross,
    };
    let named: Vec<usize> = features
        .iter()
        .filter_map(|id| state.names.get(id).copied())
        .collect();
    let candidates = candidates(&state.other_names, &named);
    let sources = (&state.labels[..], &candidates[..]);
    let placed = place_labels(view, sources, &obstacles, wants, &mut measure);
    let before = std::mem::replace(&mut state.placed, placed);
    let before = state.placed_in.as_ref().map(|view| (view, &before[..]));
    let how = (state.change, session.now_secs);
    state.name_fading.place(before, &state.placed, how);
    state.placed_in = Some(*view);
    state.unlabelled = unlabelled(state, view, &named);
    state.placed_for = Some(placed_for);
}

/// Whether a subject is held back, because two others are compared and it does not join them.
fn is_quiet(world: &World, chosen: [Option<Subject>; 2], subject: Subject) -> bool {
    match (subject, chosen) {
        (Subject::Feature(id), [Some(one), Some(other)]) => {
            !chosen.contains(&Some(subject)) && !world.joins(id, one, other)
        }
        _ => false,
    }
}

/// The names that could be in view, by rank, as all names are.
#[expect(
    clippy::stable_sort_primitive,
    reason = "two runs that are in order already, which a stable sort merges"
)]
fn candidates(others: &[usize], named: &[usize]) -> Vec<usize> {
    let all = others.iter().chain(named);
    let mut candidates: Vec<usize> = all.copied().collect();
    candidates.sort();
    candidates
}

/// The focus countries' capitals' dots, on which no name may stand.
fn capital_dots(state: &MapState, view: &View) -> impl Iterator<Item = Rect> {
    let names = state.other_names.iter();
    let dots = names
        .filter_map(|&index| state.labels.get(index))
        .filter(|source| source.style == LabelStyle::Capital && source.rank < 1_000)
        .filter_map(|source| source.anchors.first());
    dots.map(|anchor| {
        Rect::from_center_size(view.screen_from_map(anchor.at), Vec2::splat(CAPITAL_PX))
    })
}

/// What stands on the map before any name: furniture, what covers it, and degrees at its edge.
fn taken(
    painter: &Painter,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    covered: &[Rect],
) -> Vec<Rect> {
    let mut taken = kept_clear(painter, context, state, view);
    taken.extend(covered);
    if state.is_bare {
        return taken;
    }
    let edge_labels = state.graticule.labels(painter, view, &taken, context.theme);
    taken.extend(edge_labels.iter().map(|label| label.rect));
    state.edge_labels = edge_labels;
    taken
}

/// Where the lines on show run, for the names to keep off them.
fn line_grid(view: &View, shapes: &DrawnShapes, features: &[Id<Feature>]) -> LineGrid {
    let fixed = view.screen_from_map(MapPoint { x: 0.0, y: 0.0 });
    let mut lines = LineGrid::new(view.rect, fixed);
    for shape in features.iter().filter_map(|&id| shapes.shape(id)) {
        for path in &shape.paths {
            lines.add(path.points.iter().map(|&at| view.screen_from_map(at)));
        }
    }
    lines
}

/// A node for each feature whose name found no room, so that it can still be reached by keyboard
/// and by name. Returns whether the pointer clicked one.
pub(super) fn nodes_for_unlabelled(
    ui: &Ui,
    context: UiContext<'_>,
    state: &MapState,
    outbox: &mut Outbox,
) -> bool {
    let mut is_clicked = false;
    let covered = state
        .placed_for
        .as_ref()
        .map_or(&[][..], |(.., covered)| covered);
    for &(index, at) in &state.unlabelled {
        let Some(source) = state.labels.get(index) else {
            continue;
        };
        let Some(subject) = source.subject else {
            continue;
        };
        let rect = Rect::from_center_size(at, Vec2::splat(NODE_PX));
        // Buttons over the map lie beneath it for egui, and would lose their clicks.
        if covered.iter().any(|other| other.intersects(rect)) {
            continue;
        }
        let response = node_ui(ui, context, rect, (subject, &source.text), outbox);
        if response.has_focus() {
            let stroke = egui::Stroke::new(2.0, context.theme.ui.accent);
            ui.painter().circle_stroke(at, NODE_PX - 1.0, stroke);
        }
        is_clicked |= response.clicked() && is_pointer_click(ui);
    }
    is_clicked
}

/// Of a great many features without a name, only so many get a node; the nearest to the middle.
const MOST_HIDDEN_NODES: usize = 200;

/// Of the names of features those that found no room, each with a point of it that is in view.
fn unlabelled(state: &MapState, view: &View, named: &[usize]) -> Vec<(usize, Pos2)> {
    let placed: BTreeSet<usize> = state.placed.iter().map(|label| label.source).collect();
    let room = view.rect.shrink(EDGE_PX);
    let without = named.iter().filter(|index| !placed.contains(index));
    let mut found: Vec<(usize, Pos2)> = without
        .filter_map(|&index| {
            let mut points = state
                .labels
                .get(index)?
                .anchors
                .iter()
                .map(|anchor| view.screen_from_map(anchor.at));
            points.find(|&at| room.contains(at)).map(|at| (index, at))
        })
        .collect();
    keep_nearest(&mut found, view.rect.center(), MOST_HIDDEN_NODES);
    found
}

/// Leaves those nearest to a point, in their order.
fn keep_nearest(found: &mut Vec<(usize, Pos2)>, center: Pos2, most: usize) {
    if found.len() <= most {
        return;
    }
    let far = |at: Pos2| at.distance_sq(center);
    found.sort_by(|(_, a), (_, b)| far(*a).total_cmp(&far(*b)));
    found.truncate(most);
    found.sort_by_key(|&(index, _)| index);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn of_many_features_without_a_name_those_nearest_to_the_middle_keep_a_node_in_their_order() {
        let at = |x: u16| (usize::from(x), pos2(f32::from(x) * 10.0, 0.0));
        let mut found: Vec<_> = (0..9).map(at).collect();
        keep_nearest(&mut found, pos2(61.0, 0.0), 3);
        assert_eq!(found, [at(5), at(6), at(7)]);
        keep_nearest(&mut found, pos2(0.0, 0.0), 3);
        assert_eq!(found.len(), 3);
    }
}
