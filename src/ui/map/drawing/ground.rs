//! Land, stripes of disputed areas, meridians; water and borders.

use std::collections::BTreeMap;

use egui::{Color32, Pos2, Rect, Ui, pos2};

use super::{layer, line_marks, on_screen, pen_of, seen_rect};
use crate::atlas::{AreaId, CountryId, Level, Owner};
use crate::geography::MapPoint;
use crate::picture::{
    DrawingGroup, DrawingLayer, FillRole, GraticuleKey, Ground, LineRole, Mark, PathMark, Pen,
    View, clipped_ring, line_band, project_rings, thinned_points,
};
use crate::theme::LineLook;
use crate::ui::UiContext;
use crate::ui::map::MapState;
use crate::ui::map::ground_layer::{fill_color, line_look, paint_small_countries};
use crate::ui::map::hatch_layer::{Bands, striped_areas};
use crate::ui::map::{members, outline};
use crate::ui::sheet::captured;

/// So that no ground shows between neighbours, land is drawn a little over its edge.
const SEAM_PX: f32 = 0.5;

/// Land, a group for each country, with its stripes and what lies right upon it.
pub(super) fn land_layers(
    ui: &Ui,
    context: UiContext<'_>,
    (state, ground): (&MapState, &Ground),
    view: &View,
) -> Vec<DrawingLayer> {
    let mut layers = Vec::new();
    if let Some(level) = state.level_of(ground) {
        layers.push(layer("land", "Land", view, lands(context, level, view)));
        let stripes = stripes(context, level, view);
        layers.push(layer("disputed", "Disputed areas", view, stripes));
    }
    let small = captured(ui, |painter| {
        paint_small_countries(painter, ground, view, context.theme);
    });
    layers.push(layer(
        "small-countries",
        "Small countries",
        view,
        one(small),
    ));
    let on_show = &context.session.stage;
    if on_show.shows_graticule {
        let lines = GraticuleKey::of(view, on_show.projection).lines();
        let runs = lines.iter().map(|line| on_screen(view, &line.points));
        let thin = runs.map(|points| thinned_points(&points)).collect();
        let marks = vec![path(thin, context.theme.graticule())];
        layers.push(layer(
            "graticule",
            "Meridians and parallels",
            view,
            one(marks),
        ));
    }
    layers
}

fn one(marks: Vec<Mark>) -> Vec<DrawingGroup> {
    vec![DrawingGroup::of(marks)]
}

fn path(runs: Vec<Vec<Pos2>>, look: LineLook) -> Mark {
    Mark::Path(PathMark {
        runs,
        is_closed: false,
        fill: None,
        pen: Some(pen_of(&look)),
    })
}

fn fill(runs: Vec<Vec<Pos2>>, color: Color32) -> Mark {
    Mark::Path(PathMark {
        runs,
        is_closed: true,
        fill: Some(color),
        pen: Some(Pen {
            width: SEAM_PX,
            color,
            dash: Vec::new(),
        }),
    })
}

/// A polygon as it lies on the sheet; a run for each ring of which something is seen.
fn rings_on_sheet(rings: &[Vec<MapPoint>], view: &View) -> Vec<Vec<Pos2>> {
    let rings = rings.iter().map(|ring| on_screen(view, ring));
    rings
        .map(|ring| clipped_ring(&ring, seen_rect(view)))
        .filter(|ring| !ring.is_empty())
        .collect()
}

fn lands(context: UiContext<'_>, level: &Level, view: &View) -> Vec<DrawingGroup> {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    let stage = &context.session.stage;
    let mut runs: BTreeMap<CountryId, Vec<Vec<Pos2>>> = BTreeMap::new();
    for (index, polygons) in level.areas.iter().enumerate() {
        let area = AreaId(u16::try_from(index).unwrap_or(u16::MAX));
        let owner = match atlas.owner(area, stage.worldview) {
            Owner::Country(owner) | Owner::Disputed { holder: owner } => owner,
        };
        for polygon in polygons {
            let rings = project_rings(level, polygon, stage.projection);
            let rings = rings_on_sheet(&rings, view);
            runs.entry(owner).or_default().extend(rings);
        }
    }
    let focus = world.focus_countries();
    let group = |(country, runs): (CountryId, Vec<Vec<Pos2>>)| {
        let role = focus.iter().position(|&known| known == country);
        let role = role
            .and_then(|index| u8::try_from(index).ok())
            .map_or(FillRole::Land, FillRole::Focus);
        let code = atlas.country(country).map(|country| country.code.clone());
        DrawingGroup {
            subject: code.map(|code| format!("country:{code}")),
            overlay: None,
            title: Some(atlas.country_name(country).to_owned()),
            marks: vec![fill(runs, fill_color(role, theme))],
        }
    };
    let seen = runs.into_iter().filter(|(_, runs)| !runs.is_empty());
    seen.map(group).collect()
}

fn stripes(context: UiContext<'_>, level: &Level, view: &View) -> Vec<DrawingGroup> {
    let area_group = |(area, bands): (AreaId, Vec<Bands>)| {
        let marks = bands.into_iter().map(|(color, corners)| {
            let runs = corners.iter().map(|corners| on_screen(view, corners));
            Mark::Path(PathMark {
                runs: runs
                    .filter(|run| Rect::from_points(run).intersects(view.rect))
                    .collect(),
                is_closed: true,
                fill: Some(color),
                pen: None,
            })
        });
        DrawingGroup {
            title: context.atlas.area(area).map(|area| area.name.clone()),
            marks: marks.collect(),
            ..DrawingGroup::default()
        }
    };
    let areas = striped_areas(context, level, view).into_iter();
    areas.map(area_group).collect()
}

/// Lakes, rivers, coasts and borders; hatches and outlines of what is chosen.
pub(super) fn water_and_borders(
    context: UiContext<'_>,
    (state, ground): (&MapState, &Ground),
    view: &View,
) -> Vec<DrawingLayer> {
    let theme = context.theme;
    let mut layers = Vec::new();
    if let Some(level) = state.level_of(ground) {
        let projection = ground.key.projection;
        let lakes = level.lakes.iter().flat_map(|rings| {
            let rings: Vec<_> = rings
                .iter()
                .map(|ring| ring.iter().map(|&at| projection.project(at)).collect())
                .collect();
            rings_on_sheet(&rings, view)
        });
        let lakes = fill(lakes.collect(), fill_color(FillRole::Lake, theme));
        layers.push(layer("lakes", "Lakes", view, one(vec![lakes])));
    }
    for (key, name, roles) in [
        ("rivers", "Rivers", &[LineRole::River][..]),
        ("coasts", "Coasts", &[LineRole::Lakeshore, LineRole::Coast]),
        (
            "borders",
            "Borders",
            &[
                LineRole::Border,
                LineRole::FocusBorder,
                LineRole::Claim,
                LineRole::Disputed,
                LineRole::LineOfControl,
            ],
        ),
    ] {
        let marks = roles.iter().map(|&role| {
            let runs = lines_of_role(ground, role, view);
            path(runs, line_look(role, theme))
        });
        layers.push(layer(key, name, view, one(marks.collect())));
    }
    if let Some(level) = state.hatched_level.as_deref() {
        let hatches = members::hatches(context, level, view);
        let marks = hatches
            .iter()
            .flat_map(|(origin, lines)| line_marks(view, *origin, lines));
        layers.push(layer("members", "Members", view, one(marks.collect())));
    }
    let outlines = outline::outlines(context, ground, view);
    let marks = outlines
        .iter()
        .flat_map(|(origin, lines)| line_marks(view, *origin, lines));
    layers.push(layer("outlines", "Outlines", view, one(marks.collect())));
    layers
}

fn lines_of_role(ground: &Ground, role: LineRole, view: &View) -> Vec<Vec<Pos2>> {
    let band = line_band(ground.key.detail, view.zoom());
    let mut runs = Vec::new();
    for chunk in ground.chunks_in_view(view) {
        let Some(chunk) = ground.chunks.get(chunk) else {
            continue;
        };
        let transform = view.screen_from_local(chunk.origin);
        let lines = chunk.lines.get(band).into_iter().flatten();
        for line in lines.filter(|line| line.role == role) {
            let points = line.points.iter().map(|&[x, y]| transform * pos2(x, y));
            let points: Vec<Pos2> = points.collect();
            if Rect::from_points(&points).intersects(seen_rect(view)) {
                runs.push(thinned_points(&points));
            }
        }
    }
    runs
}
