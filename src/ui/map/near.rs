//! What of the features on show can be in view, and how each stands out: a great many far away cost
//! a frame nothing.
//!
//! In: the features around the view, found anew when it has left them behind. Out: how a crowd is
//! drawn (see `crowd_layer`), and few features (see `overlay_layer`).

use std::sync::Arc;

use walkers::Canvas;

use super::MapState;
use super::overlay_layer::Lit;
use crate::geography::{MapPoint, MapRect};
use crate::picture::{Change, View};
use crate::session::MOST_RELATED;
use crate::ui::UiContext;
use crate::world::{Feature, Id, Subject};

/// More features than these around the view are a crowd: they are not drawn one by one.
pub(super) const FEW: usize = MOST_RELATED;

/// How far around the view one looks, as a part of its size.
const AROUND: f64 = 0.5;

/// A view that is so much smaller than what was looked at is looked at anew.
const MUCH_NEARER: f64 = 3.5;

/// The features around a view, in the story's order.
#[derive(Clone, Debug)]
pub(super) struct Near {
    /// All that are on show, as they were.
    on_show: Arc<[Id<Feature>]>,
    /// Where one looked; everywhere where there are few in all.
    region: MapRect,
    /// All of them, or the first so many of a crowd.
    pub features: Arc<[Id<Feature>]>,
    pub is_crowd: bool,
}

/// How features stand out, and for what that was found.
#[derive(Clone, Debug)]
pub(super) struct LitNow {
    near: Arc<[Id<Feature>]>,
    on_show: Arc<[Id<Feature>]>,
    chosen: [Option<Subject>; 2],
    hover: Option<Subject>,
    is_crowd: bool,
    lit: Arc<[Lit]>,
}

/// A view, and so much around it.
pub(super) fn region_around(view: &View, part: f64) -> MapRect {
    let visible = view.visible(0.0);
    let (dx, dy) = (visible.width() * part, visible.height() * part);
    MapRect {
        min: MapPoint {
            x: visible.min.x - dx,
            y: visible.min.y - dy,
        },
        max: MapPoint {
            x: visible.max.x + dx,
            y: visible.max.y + dy,
        },
    }
}

pub(super) fn holds(region: MapRect, rect: MapRect) -> bool {
    region.contains(rect.min) && region.contains(rect.max)
}

impl MapState {
    /// Finds what is around the view and how it stands out, if that is not known.
    pub(super) fn look_around(&mut self, context: UiContext<'_>, view: &View) {
        let on_show = context.session.on_show.features();
        let visible = view.visible(0.0);
        let is_known = self.near.as_ref().is_some_and(|near| {
            let is_narrow = near.region.width() <= visible.width() * MUCH_NEARER;
            Arc::ptr_eq(&near.on_show, on_show)
                && (holds(near.region, visible) && (is_narrow || !near.is_crowd))
        });
        if !is_known {
            self.near = Some(self.found_near(context, view));
        }
        self.change = self.light(context);
        if let Some(now) = &self.lit {
            let now_secs = context.session.now_secs;
            self.fading.show(&now.lit, self.change, now_secs);
        }
    }

    fn found_near(&self, context: UiContext<'_>, view: &View) -> Near {
        let on_show = context.session.on_show.features();
        if on_show.len() <= FEW {
            let everywhere = f64::INFINITY;
            let corner = |x: f64| MapPoint { x, y: x };
            return Near {
                on_show: on_show.clone(),
                region: MapRect {
                    min: corner(-everywhere),
                    max: corner(everywhere),
                },
                features: on_show.clone(),
                is_crowd: false,
            };
        }
        let region = region_around(view, AROUND);
        let found = self.index.meeting(region);
        let found = found.filter(|&id| context.session.on_show.contains(id));
        let mut features: Vec<Id<Feature>> = found.take(FEW + 1).collect();
        let is_crowd = features.len() > FEW;
        if is_crowd {
            // The first of the story, wherever the index has them.
            let first = on_show.iter().copied();
            let first = first.filter(|&id| self.index.meets(id, region));
            features = first.take(FEW).collect();
        }
        features.sort_unstable();
        Near {
            on_show: on_show.clone(),
            region,
            features: features.into(),
            is_crowd,
        }
    }

    /// Few features are lit one by one; of a crowd only those are that stand out. Returns how what
    /// is new comes: what the stage shows fades, what the pointer or the view brings is there at
    /// once, and a crowd does not fade.
    fn light(&mut self, context: UiContext<'_>) -> Change {
        let still_or = |change: Change| if self.is_still { Change::Still } else { change };
        let Some(near) = &self.near else {
            return Change::Still;
        };
        let session = context.session;
        let stage = &session.stage;
        let (chosen, hover) = ([stage.selection, stage.compare], session.hover);
        let before = self.lit.as_ref();
        let is_staged_so = before
            .is_some_and(|now| now.chosen == chosen && Arc::ptr_eq(&now.on_show, &near.on_show));
        let is_current = before.is_some_and(|now| {
            is_staged_so && now.hover == hover && Arc::ptr_eq(&now.near, &near.features)
        });
        if is_current {
            return still_or(Change::AtOnce);
        }
        let is_crowd = near.is_crowd || before.is_some_and(|now| now.is_crowd);
        // What there is at first is there at once.
        let change = match (is_crowd || before.is_none(), is_staged_so) {
            (true, _) => Change::Still,
            (false, true) => still_or(Change::AtOnce),
            (false, false) => still_or(Change::Fades),
        };
        let standing = session.outstanding(context.world);
        let base = session.base_emphasis();
        let emphasis_of = |id: Id<Feature>| {
            let at = standing.binary_search_by_key(&id, |&(feature, _)| feature);
            let standing = at.ok().and_then(|at| standing.get(at));
            standing.map_or(base, |&(_, emphasis)| emphasis)
        };
        let lit: Arc<[Lit]> = if near.is_crowd {
            standing.into()
        } else {
            let near = near.features.iter();
            near.map(|&id| (id, emphasis_of(id))).collect()
        };
        self.lit = Some(LitNow {
            near: near.features.clone(),
            on_show: near.on_show.clone(),
            chosen,
            hover,
            is_crowd: near.is_crowd,
            lit,
        });
        change
    }

    pub(super) fn lit(&self) -> Arc<[Lit]> {
        let now = self.lit.as_ref();
        now.map(|now| now.lit.clone()).unwrap_or_default()
    }

    /// Draws the crowd in view, if it is one.
    pub(super) fn draw_crowd(&mut self, canvas: &mut Canvas, view: &View, context: UiContext<'_>) {
        match &self.shapes {
            Some(shapes) if self.is_crowd() => {
                let features = (shapes, &self.index);
                self.crowd.draw(canvas, view, context, features);
            }
            _ => self.crowd.forget(),
        }
    }

    pub(super) fn is_crowd(&self) -> bool {
        self.near.as_ref().is_some_and(|near| near.is_crowd)
    }

    /// The features whose names could be in view, in the story's order.
    pub(super) fn nameable(&self) -> Vec<Id<Feature>> {
        let near = self.near.iter().flat_map(|near| near.features.iter());
        let lit = self.lit.iter().flat_map(|now| now.lit.iter());
        let mut features: Vec<Id<Feature>> = near.copied().collect();
        if self.is_crowd() {
            features.extend(lit.map(|&(id, _)| id));
            features.sort_unstable();
            features.dedup();
        }
        features
    }
}
