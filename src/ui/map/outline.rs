//! Outlines of the hovered and selected countries and of what is disputed: onto the GPU, made again
//! when they change. Those of what is selected come and go by and by.

use egui::{Color32, Pos2, Vec2, pos2};
use walkers::{Canvas, Line};

use super::batch::{self, KeptEach};
use super::ground_layer::line_look;
use crate::atlas::{AreaId, Disputed};
use crate::geography::MapPoint;
use crate::picture::{Change, Fading, Ground, GroundKey, View, line_band};
use crate::session::Followed;
use crate::theme::{Dash, measures};
use crate::ui::UiContext;
use crate::world::Subject;

/// What an outline is made for: another subject, another stretch of the ground in view, or
/// another size makes another outline.
#[derive(PartialEq)]
struct OutlineKey {
    subject: Subject,
    outlined: Outlined,
    ground: GroundKey,
    band: usize,
    /// Joins are as long as the line is wide, which they keep to half a zoom level.
    half_zoom: i32,
    chunks: Vec<usize>,
}

impl OutlineKey {
    fn of((subject, outlined): (Subject, Outlined), ground: &Ground, view: &View) -> Self {
        Self {
            subject,
            outlined,
            ground: ground.key,
            band: line_band(ground.key.detail, view.zoom()),
            half_zoom: (view.zoom() * 2.0).floor() as i32,
            chunks: ground.chunks_in_view(view),
        }
    }
}

/// The outlines there are in a view, around their origins: for a sheet.
pub(super) fn outlines(
    context: UiContext<'_>,
    ground: &Ground,
    view: &View,
) -> Vec<(MapPoint, Vec<Line>)> {
    let outlined = outlined(context).into_iter();
    let keys = outlined.map(|outlined| OutlineKey::of(outlined, ground, view));
    keys.map(|key| outline(&key, context, ground)).collect()
}

/// Why there is an outline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outlined {
    Hovered,
    Selected,
}

/// So many countries that a paragraph names are outlined; of more, none would stand out.
const MOST_FOLLOWED: usize = 8;

impl Outlined {
    fn width(self) -> f32 {
        match self {
            Self::Hovered => measures::HOVERED_OUTLINE,
            Self::Selected => measures::SELECTED_OUTLINE,
        }
    }
}

/// A hovered, a selected and a compared subject, what the paragraph in view names, and those that were just now.
#[derive(Default)]
pub(super) struct OutlineLayer {
    outlines: KeptEach<OutlineKey>,
    fading: Fading<Subject, Outlined>,
}

impl OutlineLayer {
    pub(super) fn forget(&mut self) {
        self.outlines.forget();
    }

    pub(super) fn is_fading(&self) -> bool {
        self.fading.is_moving()
    }

    /// Outlines are made of the ground's own lines, which are thinned for the zoom and lie exactly
    /// under them.
    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        (ground, change): (&Ground, Change),
    ) {
        let now_secs = context.session.now_secs;
        let wanted = outlined(context).into();
        self.fading.show(&wanted, change, now_secs);
        for sheet in self.fading.sheets() {
            let strength = sheet.strength(now_secs);
            for &(subject, outlined) in sheet.items.iter() {
                let key = OutlineKey::of((subject, outlined), ground, view);
                let make = |key: &OutlineKey| {
                    let (origin, lines) = outline(key, context, ground);
                    (origin, batch::lines(lines))
                };
                self.outlines.draw(canvas, view, (key, strength), make);
            }
        }
        self.outlines.end_frame();
    }
}

/// What has an outline, the least first.
fn outlined(context: UiContext<'_>) -> Vec<(Subject, Outlined)> {
    let stage = &context.session.stage;
    let chosen = [stage.selection, stage.compare];
    let hovered = context.session.hover;
    let hovered = hovered.filter(|&hover| !chosen.contains(&Some(hover)));
    // Of what the paragraph in view names, unless something of it is chosen.
    let followed = context.session.followed.iter();
    let followed = followed.filter(|_| stage.selection.is_none());
    let named = followed.flat_map(Followed::subjects);
    let named = named.filter(|subject| matches!(subject, Subject::Country(_)));
    // What is nowhere drawn lights the countries that are named beside it.
    let undrawn = [stage.selection, context.session.hover]
        .into_iter()
        .flatten();
    let beside = undrawn.flat_map(|subject| context.world.named_beside(subject));
    let named = named.chain(beside.map(Subject::Country));
    let named = named
        .take(MOST_FOLLOWED)
        .filter(|&subject| hovered != Some(subject) && !chosen.contains(&Some(subject)));
    let hovered = hovered
        .into_iter()
        .chain(named)
        .map(|subject| (subject, Outlined::Hovered));
    let chosen = chosen.into_iter().flatten();
    let chosen = chosen.map(|subject| (subject, Outlined::Selected));
    let has_land = |&(subject, _): &(Subject, Outlined)| {
        matches!(subject, Subject::Country(_) | Subject::Dispute(_))
    };
    hovered.chain(chosen).filter(has_land).collect()
}

/// A piece of an outline.
struct Way {
    points: Vec<Pos2>,
    /// The line's own; none of a coast or an agreed border.
    dash: Dash,
}

/// Whether a line with those areas on its two hands belongs to the outline of a subject.
fn is_around(context: UiContext<'_>, key: &OutlineKey, sides: [Option<AreaId>; 2]) -> bool {
    let atlas = context.atlas;
    let is_on_one_side = |is_own: &dyn Fn(AreaId) -> bool| {
        let [one, other] = sides.map(|side| side.is_some_and(is_own));
        one != other
    };
    match key.subject {
        Subject::Country(country) => {
            let owner = |area| atlas.owner(area, key.ground.worldview).country();
            is_on_one_side(&|area| owner(area) == country)
        }
        Subject::Dispute(id) => match atlas.dispute(id).map(|dispute| &dispute.what) {
            Some(Disputed::Area(area)) => is_on_one_side(&|side| side == *area),
            Some(Disputed::Line { .. }) => {
                let [Some(one), Some(other)] = sides else {
                    return false;
                };
                atlas.disputed_line(one, other) == Some(id)
            }
            None => false,
        },
        _ => false,
    }
}

fn outline(key: &OutlineKey, context: UiContext<'_>, ground: &Ground) -> (MapPoint, Vec<Line>) {
    let chunks = || key.chunks.iter().filter_map(|&at| ground.chunks.get(at));
    // Near the view, where single precision has to be finest.
    let origin = chunks()
        .next()
        .map_or(MapPoint { x: 0.0, y: 0.0 }, |chunk| chunk.origin);
    let mut ways: Vec<Way> = Vec::new();
    for chunk in chunks() {
        let [x, y] = [chunk.origin.x - origin.x, chunk.origin.y - origin.y].map(|part| part as f32);
        let lines = chunk.lines.get(key.band).into_iter().flatten();
        let own = lines.filter(|line| is_around(context, key, line.sides));
        ways.extend(own.map(|line| {
            Way {
                points: line
                    .points
                    .iter()
                    .map(|point| pos2(x + point[0], y + point[1]))
                    .collect(),
                dash: line_look(line.role, context.theme).dash,
            }
        }));
    }
    // In the middle of the half zoom level that the joins are made for.
    let scale = (f32::from(key.half_zoom as i16) * 0.5 + 0.25).exp2();
    let theme = context.theme;
    let width = key.outlined.width();
    let mut lines = Vec::new();
    for (width, color) in [
        (width + measures::OUTLINE_CASING, theme.map.halo),
        (width, theme.ui.accent),
    ] {
        for way in ways.iter().filter(|way| way.dash.is_empty()) {
            add_joined(&mut lines, &way.points, width, scale, color);
        }
    }
    // What is no agreed border does not turn into one by being pointed at.
    for way in ways.into_iter().filter(|way| !way.dash.is_empty()) {
        lines.push(Line {
            points: way.points,
            width,
            color: theme.ui.accent,
            dasharray: way.dash.to_vec(),
        });
    }
    (origin, lines)
}

/// Turns sharper than this need a join; the sine of half the angle.
const NEEDS_JOIN: f32 = 0.12;

/// A way with its corners filled: walkers draws each step as a rectangle of its own, and between
/// two of them a notch stays open on the outer side of a turn. A short step across each corner
/// and a little more at each end close them.
fn add_joined(lines: &mut Vec<Line>, way: &[Pos2], width: f32, scale: f32, color: Color32) {
    let half = width / 2.0 / scale;
    let mut add = |points: Vec<Pos2>| {
        lines.push(Line {
            points,
            width,
            color,
            dasharray: Vec::new(),
        });
    };
    add(way.to_vec());
    let mut cap = |end: Option<&Pos2>, before: Option<&Pos2>| {
        if let (Some(&end), Some(&before)) = (end, before) {
            add(vec![end, end + (end - before).normalized() * half]);
        }
    };
    cap(way.first(), way.get(1));
    cap(way.last(), way.iter().nth_back(1));
    for &[before, at, after] in way.array_windows() {
        let (one, other) = ((at - before).normalized(), (after - at).normalized());
        let sine = (one - other).length() / 2.0;
        let mut along: Vec2 = (one + other).normalized();
        if along == Vec2::ZERO {
            along = one;
        }
        if sine > NEEDS_JOIN {
            let reach = along * (half * sine);
            add(vec![at - reach, at + reach]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_of_an_outline_has_a_step_across_it_and_each_end_a_little_more() {
        let way = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0)].map(|(x, y)| pos2(x, y));
        let mut lines = Vec::new();
        add_joined(&mut lines, &way, 4.0, 8.0, Color32::PLACEHOLDER);
        assert_eq!(lines[0].points, way);
        assert_eq!(lines[1].points, [pos2(0.0, 0.0), pos2(-0.25, 0.0)]);
        assert_eq!(lines[2].points, [pos2(2.0, 1.0), pos2(2.0, 1.25)]);
        // The straight way on needs no join, the corner has one around it.
        assert_eq!(lines.len(), 4);
        let join = &lines[3].points;
        assert!(join[0].lerp(join[1], 0.5).distance(pos2(2.0, 0.0)) < 1e-6);
        assert!(
            (join[0].distance(join[1]) - 0.353_55).abs() < 1e-3,
            "{join:?}"
        );
    }
}
