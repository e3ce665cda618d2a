//! The hill shade: where it lies, that it is the file it says it is, and how it is switched.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::fmt::Write as _;
use std::path::Path;

use egui::{Key, vec2};
use harness::{Program, SMALL, drawn_with, folder, has_adapter, wait_for_details};
use passage::app::Options;
use passage::atlas::{AreaIndex, Atlas, Detail, Level, Relief};
use passage::geography::{LonLat, MapProjection};
use passage::picture::{ReliefPicture, View};
use passage::session::{Background, Command, SavedStage, SavedState, Saving, key_text};
use passage::theme::{Theme, ThemeKind};
use sha2::{Digest as _, Sha256};

#[test]
fn the_picture_is_the_one_the_sources_tell_of() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata");
    let digest = Sha256::digest(std::fs::read(folder.join("relief.jpg")).unwrap());
    let hex = digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let sources = std::fs::read_to_string(folder.join("SOURCES.md")).unwrap();
    assert!(sources.contains(&hex), "{hex}");
}

#[test]
fn mountains_have_shade_and_light_and_plains_the_sea_and_lakes_have_none() {
    let relief = Relief::load().unwrap();
    let spread = |lon: f64, lat: f64| {
        let around = (-10..=10).flat_map(|x| (-10..=10).map(move |y| (x, y)));
        let greys = around.map(|(x, y)| {
            let step = |n: i32| f64::from(n) / 15.0;
            relief.grey_at(LonLat::new(lon + step(x), lat + step(y)))
        });
        let greys: Vec<u8> = greys.collect();
        greys.iter().max().unwrap() - greys.iter().min().unwrap()
    };
    for (name, lon, lat) in [
        ("Himalayas", 84.0, 28.4),
        ("Hindu Kush", 71.0, 35.8),
        ("Zagros", 50.0, 32.2),
        ("Caucasus", 43.0, 43.0),
        ("Tian Shan", 80.0, 42.0),
    ] {
        assert!(spread(lon, lat) > 40, "{name}: {}", spread(lon, lat));
    }
    for (name, lon, lat) in [
        ("Ganges plain", 82.0, 26.3),
        ("West Siberian plain", 75.0, 60.0),
        ("Arabian Sea", 64.0, 17.0),
        ("Caspian Sea", 50.6, 41.8),
    ] {
        assert!(spread(lon, lat) <= 6, "{name}: {}", spread(lon, lat));
    }
}

/// A shade of so few greys is less than two hundredths of black.
const UNSEEN: u8 = 5;

#[test]
fn no_shade_lies_on_the_sea_or_on_a_lake() {
    let relief = Relief::load().unwrap();
    let atlas = Atlas::load().unwrap();
    let level = Level::load(Detail::Full, &atlas).unwrap();
    let areas = AreaIndex::new(&level);
    let (mut at_sea, mut on_land) = (0, 0);
    // A net over the story's region and beyond, off the pixels' own rows.
    for column in 0..700 {
        for row in 0..420 {
            let at = LonLat::new(
                20.03 + f64::from(column) * 0.17,
                -9.96 + f64::from(row) * 0.17,
            );
            // The file is not exact beside steep coasts; so little can not be seen.
            if relief.grey_at(at).abs_diff(Relief::PLAIN) <= UNSEEN {
                continue;
            }
            if areas.area_at(at).is_some() {
                on_land += 1;
            } else {
                at_sea += 1;
            }
        }
    }
    assert!(on_land > 10_000, "{on_land}");
    // A pixel's middle may be on land and its corner not.
    assert!(
        at_sea * 5_000 < on_land,
        "{at_sea} at sea, {on_land} on land"
    );
    for (name, lon, lat) in [("Baikal", 108.0, 53.5), ("Issyk-Kul", 77.3, 42.45)] {
        assert_eq!(
            relief.grey_at(LonLat::new(lon, lat)),
            Relief::PLAIN,
            "{name}"
        );
    }
}

#[test]
fn a_view_draws_no_more_of_the_net_than_it_shows_and_nothing_at_sea() {
    let picture = ReliefPicture::make().unwrap();
    for projection in MapProjection::ALL {
        let net = picture.net(projection).unwrap();
        let drawn = |lon: f64, lat: f64, zoom: f64| -> usize {
            let rect = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1280.0, 720.0));
            let view = View::new(rect, projection.project(LonLat::new(lon, lat)), zoom);
            net.in_view(&view).iter().map(ExactSizeIterator::len).sum()
        };
        assert_eq!(
            drawn(85.0, -20.0, 6.0),
            0,
            "the Indian Ocean, {projection:?}"
        );
        let (near, far) = (drawn(84.0, 28.4, 6.0), drawn(68.0, 32.0, 2.0));
        assert!(
            near > 0 && near * 10 < far && far < 120_000,
            "{near}, {far}"
        );
    }
}

#[test]
fn the_shade_is_gone_before_its_pixels_show_and_never_strong() {
    for kind in ThemeKind::ALL {
        let theme = Theme::new(kind);
        let strength = |zoom| theme.relief(zoom).map_or(0.0, |look| look.shade_strength);
        assert!(strength(4.2) > 0.2 && strength(4.2) < 0.7);
        assert!(strength(6.6) < strength(5.0) && strength(6.6) > 0.0);
        assert_eq!(theme.relief(7.5), None);
    }
}

#[test]
fn the_menu_s_key_is_h_and_another_program_s_background_is_relief() {
    assert_eq!(key_text(&Command::ToggleRelief).as_deref(), Some("H"));
    assert_eq!(Background::from_key("swamp"), Background::Relief);
}

fn settled(program: &mut Program) -> image::RgbaImage {
    wait_for_details(program);
    program.render().unwrap()
}

#[test]
fn h_takes_the_shade_off_the_mountains_and_leaves_water_and_borders_as_they_are() {
    if !has_adapter() {
        return;
    }
    for projection in MapProjection::ALL {
        let mut program = opened(projection);
        let shaded = settled(&mut program);
        program.key_press(Key::H);
        let plain = settled(&mut program);
        let changed = |lon: f64, lat: f64| changed([&shaded, &plain], projection, [lon, lat]);
        for (name, lon, lat) in [
            ("Tian Shan", 79.0, 42.2),
            ("Hindu Kush", 70.8, 35.6),
            ("Zagros", 49.6, 32.4),
        ] {
            assert!(changed(lon, lat) > 60, "{name}: {}", changed(lon, lat));
        }
        for (name, lon, lat) in [
            ("Arabian Sea", 60.0, 20.0),
            ("Caspian Sea", 50.6, 42.0),
            ("Ganges plain", 82.0, 26.4),
        ] {
            assert_eq!(changed(lon, lat), 0, "{name}");
        }
        program.key_press(Key::H);
        let again = settled(&mut program);
        assert!(
            again == shaded,
            "the shade is not the same when it comes back"
        );
    }
}

const CENTER: LonLat = LonLat {
    lon_deg: 68.0,
    lat_deg: 32.0,
};

/// The program over the story's region, the map alone below the bar.
fn opened(projection: MapProjection) -> Program {
    let folder = folder(&format!("{projection:?}"));
    let stage = SavedStage {
        view: Some([CENTER.lon_deg, CENTER.lat_deg, 4.2]),
        web_mercator: projection == MapProjection::WebMercator,
        ..SavedStage::default()
    };
    let saved = SavedState {
        stages: vec![stage],
        legend_hidden: true,
        reader_hidden: true,
        ..SavedState::default()
    };
    Saving::new(folder.clone()).save(&saved).unwrap();
    let options = Options {
        data_dir: Some(folder),
        ..Options::default()
    };
    drawn_with(SMALL, 1.0, options)
}

/// How many of the 169 pixels around a position are not the same in two pictures.
fn changed(
    [one, other]: [&image::RgbaImage; 2],
    projection: MapProjection,
    [lon, lat]: [f64; 2],
) -> usize {
    let rect = egui::Rect::from_min_max(egui::pos2(0.0, 45.0), egui::pos2(1280.0, 720.0));
    let view = View::new(rect, projection.project(CENTER), 4.2);
    let at = view.screen_from_map(projection.project(LonLat::new(lon, lat)));
    let around = (-6..=6).flat_map(|x| (-6..=6).map(move |y| (x, y)));
    around
        .filter(|&(x, y)| {
            let (x, y) = ((at.x as i32 + x) as u32, (at.y as i32 + y) as u32);
            one.get_pixel(x, y) != other.get_pixel(x, y)
        })
        .count()
}
