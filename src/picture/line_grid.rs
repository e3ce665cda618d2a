//! Where lines run in a view, in coarse cells, so that a name can ask at once whether it would
//! stand on one.

use egui::{Pos2, Rect, pos2};

/// Smaller than the gap between a line and the name beside it.
const CELL_PX: f32 = 4.0;

/// The cells of a view that a line runs through.
pub struct LineGrid {
    origin: Pos2,
    columns: usize,
    rows: usize,
    is_crossed: Vec<bool>,
}

impl LineGrid {
    /// An empty grid over a view. Cells keep their place on the map while it is dragged (`fixed`
    /// is any point of the map on the screen), so that names do not tremble.
    pub fn new(rect: Rect, fixed: Pos2) -> Self {
        let offset = |from: f32, to: f32| (from - to).rem_euclid(CELL_PX) - CELL_PX;
        let origin =
            rect.min + egui::vec2(offset(fixed.x, rect.min.x), offset(fixed.y, rect.min.y));
        let columns = ((rect.max.x - origin.x) / CELL_PX).ceil().max(0.0) as usize + 1;
        let rows = ((rect.max.y - origin.y) / CELL_PX).ceil().max(0.0) as usize + 1;
        Self {
            origin,
            columns,
            rows,
            is_crossed: vec![false; columns * rows],
        }
    }

    /// Marks the cells a line of screen points runs through.
    pub fn add(&mut self, points: impl Iterator<Item = Pos2>) {
        let bounds = Rect::from_min_size(
            self.origin,
            egui::vec2(self.columns as f32, self.rows as f32) * CELL_PX,
        );
        let mut last: Option<Pos2> = None;
        for point in points {
            if let Some(start) = last
                && Rect::from_two_pos(start, point).intersects(bounds)
            {
                // A view is never wider than this many steps; a far end of a line may be.
                let steps = ((point - start).length() / (CELL_PX / 2.0)).clamp(1.0, 8_000.0) as u16;
                for step in 0..=steps {
                    self.mark(start.lerp(point, f32::from(step) / f32::from(steps)));
                }
            }
            last = Some(point);
        }
    }

    /// Whether any line runs through a rectangle.
    pub fn crosses(&self, rect: Rect) -> bool {
        let (Some((left, top)), Some((right, bottom))) = (self.cell(rect.min), self.cell(rect.max))
        else {
            return false;
        };
        (top..=bottom).any(|row| {
            let cells = row * self.columns + left..=row * self.columns + right;
            self.is_crossed
                .get(cells)
                .is_some_and(|cells| cells.contains(&true))
        })
    }

    fn mark(&mut self, at: Pos2) {
        if let Some((column, row)) = self.cell(at)
            && let Some(cell) = self.is_crossed.get_mut(row * self.columns + column)
        {
            *cell = true;
        }
    }

    fn cell(&self, at: Pos2) -> Option<(usize, usize)> {
        let cell = (at - self.origin) / CELL_PX;
        let cell = pos2(cell.x.floor(), cell.y.floor());
        let is_inside = (0.0..self.columns as f32).contains(&cell.x)
            && (0.0..self.rows as f32).contains(&cell.y);
        is_inside.then_some((cell.x as usize, cell.y as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> Rect {
        Rect::from_min_max(pos2(10.0, 20.0), pos2(410.0, 320.0))
    }

    #[test]
    fn a_rectangle_on_a_line_is_crossed_and_one_beside_it_is_not() {
        let mut grid = LineGrid::new(view(), pos2(3.0, 5.0));
        grid.add(
            [
                pos2(-900.0, 100.0),
                pos2(200.0, 100.0),
                pos2(200.0, 9_000.0),
            ]
            .into_iter(),
        );
        let name = |x: f32, y: f32| Rect::from_center_size(pos2(x, y), egui::vec2(60.0, 12.0));
        assert!(grid.crosses(name(100.0, 100.0)));
        assert!(grid.crosses(name(200.0, 250.0)));
        assert!(!grid.crosses(name(100.0, 120.0)));
        assert!(!grid.crosses(name(300.0, 100.0)));
    }

    #[test]
    fn dragging_the_map_changes_no_answer() {
        let ask = |shift: f32| {
            let mut grid = LineGrid::new(view(), pos2(3.0 + shift, 5.0));
            grid.add([pos2(50.0 + shift, 50.0), pos2(250.0 + shift, 250.0)].into_iter());
            (0..100)
                .map(|at| {
                    let center = pos2(60.0 + at as f32 + shift, 120.0);
                    grid.crosses(Rect::from_center_size(center, egui::vec2(30.0, 9.0)))
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(ask(0.0), ask(7.0));
        assert!(ask(0.0).contains(&true) && ask(0.0).contains(&false));
    }
}
