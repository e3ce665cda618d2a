//! A sheet shows what the screen shows, where the screen shows it.

use egui::{Key, Pos2, Rect, vec2};

use super::{Program, press_key, program, rect, rects};
use crate::picture::{Drawing, Mark, PathMark, TextMark, View};
use crate::session::CameraGoal;
use crate::ui::{Press, SheetChoice, SheetOf};

/// What is on show in the program as a sheet.
fn sheet(program: &Program, title: &str, choice: SheetChoice) -> Drawing {
    let app = program.state();
    let goal = CameraGoal::View {
        center: app.camera.center(),
        zoom: app.camera.zoom(),
    };
    let of = SheetOf {
        title,
        stage: &app.session.stage,
        goal: &goal,
    };
    let mut press = Press::new(&app.atlas, &app.world);
    press.drawing(of, choice).unwrap()
}

/// The map of the screen alone, as a sheet of its very size.
fn map_sheet(program: &Program) -> (Rect, Drawing) {
    let map = rect(program, "Map");
    let pixels_per_point = program.ctx.pixels_per_point();
    let choice = SheetChoice {
        size: map.size() * pixels_per_point,
        enlargement: pixels_per_point,
        theme: program.state().theme.kind,
        has_words: false,
        has_scale: false,
        has_hills: false,
    };
    (map, sheet(program, "", choice))
}

fn show_scene(number: usize) -> Program {
    let mut program = program();
    press_key(&mut program, Key::F5);
    while program.state().session.show.as_ref().unwrap().scene + 1 < number {
        press_key(&mut program, Key::PageDown);
    }
    // Flights and fades end, and finer ground arrives.
    for _ in 0..40 {
        program.run_steps(5);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    program
}

#[test]
fn every_name_of_the_screen_is_on_the_sheet_within_a_pixel() {
    for number in [1, 3, 10] {
        let program = show_scene(number);
        let (map, drawing) = map_sheet(&program);
        let per_point = program.ctx.pixels_per_point();
        let [on_screen, _] = program.state().map.label_rects();
        assert!(on_screen.len() > 6, "scene {number}");
        let texts: Vec<&TextMark> = drawing.texts().collect();
        assert!(texts.len() >= on_screen.len());
        for name in &on_screen {
            let corners = [name.min, name.max].map(|at| ((at - map.min) * per_point).to_pos2());
            let name = Rect::from_min_max(corners[0], corners[1]);
            let middle = |text: &TextMark| {
                let end = text.at + vec2(text.length, 0.0);
                text.turn.map_or(text.at.lerp(end, 0.5), |(_, about)| about)
            };
            let inside = texts.iter().filter(|text| name.contains(middle(text)));
            let inside: Vec<_> = inside.collect();
            assert!(!inside.is_empty(), "scene {number}: no words in {name:?}");
            if inside.iter().all(|text| text.turn.is_none()) {
                // The longest line is as wide as the name, but for the room behind its last letter.
                let left = inside.iter().map(|text| text.at.x).fold(f32::MAX, f32::min);
                assert!((left - name.min.x).abs() <= 1.0, "{left} {name:?}");
            }
        }
    }
}

#[test]
fn every_line_ends_on_the_sheet_where_it_ends_on_the_screen() {
    let seen: usize = [3, 5, 7, 10, 13].into_iter().map(lines_in_scene).sum();
    assert!(seen >= 8, "{seen} lines");
}

/// How many lines begin or end in sight of a scene; each is on the sheet.
fn lines_in_scene(number: usize) -> usize {
    let program = show_scene(number);
    let (map, drawing) = map_sheet(&program);
    let per_point = program.ctx.pixels_per_point();
    let app = program.state();
    let center = app.session.stage.projection.project(app.camera.center());
    let view = View::new(map, center, app.camera.zoom());
    let is_near = |a: Pos2, b: Pos2| a.distance(b) <= 1.0;
    let sheet = Rect::from_min_size(Pos2::ZERO, drawing.size);
    let mut seen = 0;
    for &id in app.session.on_show.features().iter() {
        let feature = app.world.features.get(id).unwrap();
        let key = format!("feature:{}", feature.key);
        let groups = drawing.layers.iter().flat_map(|layer| &layer.groups);
        let marks = groups
            .filter(|group| group.subject.as_deref() == Some(&key))
            .flat_map(|group| &group.marks);
        let runs = marks.filter_map(|mark| match mark {
            Mark::Path(PathMark { runs, .. }) => Some(runs),
            _ => None,
        });
        let runs: Vec<&Vec<Pos2>> = runs.flatten().collect();
        for ends in app.map.line_ends(id) {
            let on_sheet = |at| ((view.screen_from_map(at) - map.min) * per_point).to_pos2();
            let [from, to] = ends.map(on_sheet);
            if !sheet.contains(from) && !sheet.contains(to) {
                continue;
            }
            let is_it = |run: &&Vec<Pos2>| match run.as_slice() {
                [first, .., last] => is_near(*first, from) && is_near(*last, to),
                _ => false,
            };
            assert!(
                runs.iter().copied().any(|run| is_it(&run)),
                "{key} from {from:?} to {to:?}"
            );
            seen += 1;
        }
    }
    seen
}

#[test]
fn the_legend_of_a_sheet_stands_as_that_of_the_show_does() {
    let program = show_scene(3);
    let scene = program.state().session.briefing.scene(2).unwrap();
    // As wide as the strip under the map of the show.
    let per_point = program.ctx.pixels_per_point();
    let size = vec2(rect(&program, "Map").width() * per_point, 720.0);
    let choice = SheetChoice {
        enlargement: per_point,
        ..SheetChoice::whole(size, program.state().theme.kind)
    };
    let drawing = sheet(&program, &scene.title, choice);
    let words = |key: &str| -> Vec<&TextMark> {
        let layers = drawing.layers.iter().filter(|layer| layer.key == key);
        let groups = layers.flat_map(|layer| &layer.groups);
        let marks = groups.flat_map(|group| &group.marks);
        let texts = marks.filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        });
        texts.collect()
    };
    assert_eq!(words("title")[0].words, scene.title);
    let legend = words("legend");
    assert!(legend.len() > 5, "{legend:?}");
    let first = rect(&program, &legend[0].words);
    let mut in_first_row = 0;
    for entry in &legend {
        let on_screen = rects(&program, &entry.words);
        let end = (entry.at.x + entry.length - legend[0].at.x) / per_point;
        let has_end = |place: &Rect| (place.max.x - first.min.x - end).abs() <= 1.0;
        // A piece is as wide as its words, and a key if it has one.
        let key = |place: &Rect| place.width() - entry.length / per_point;
        assert!(
            on_screen.iter().any(|place| key(place) > -1.0),
            "{}",
            entry.words
        );
        if (entry.at.y - legend[0].at.y).abs() < 1.0 {
            assert!(
                on_screen.iter().any(has_end),
                "{} {on_screen:?}",
                entry.words
            );
            in_first_row += 1;
        }
    }
    assert!(in_first_row > 2, "{in_first_row} in the first row");
    // Nothing reaches over the edge.
    for text in ["title", "legend", "notes"].into_iter().flat_map(words) {
        assert!(
            text.at.x >= 0.0 && text.at.x + text.length <= size.x,
            "{text:?}"
        );
        assert!(text.at.y <= 720.0, "{text:?}");
    }
}

#[test]
fn a_sheet_that_is_laid_out_alone_is_the_same_as_among_others() {
    let program = show_scene(3);
    let app = program.state();
    let goal = CameraGoal::View {
        center: app.camera.center(),
        zoom: app.camera.zoom(),
    };
    let of = SheetOf {
        title: "Alone",
        stage: &app.session.stage,
        goal: &goal,
    };
    let choice = SheetChoice {
        has_hills: false,
        ..SheetChoice::whole(vec2(1280.0, 720.0), app.theme.kind)
    };
    let alone = Press::for_one(&app.atlas, &app.world).drawing(of, choice);
    let among = Press::new(&app.atlas, &app.world).drawing(of, choice);
    assert!(alone.unwrap() == among.unwrap());
}
