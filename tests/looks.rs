//! Each line of the bundled story looks like what the article says it is: its direction, its
//! status, and how well its way is known.

mod statuses;

use passage::atlas::Atlas;
use passage::content::bundled;
use passage::theme::{Arrow, Marks, Theme, ThemeKind, Way};
use passage::world::{Basis, FeatureKind, OverlayStyle, Status};
use statuses::STATUSES;

/// Which way each feature points, by what the article says of it.
const DIRECTIONS: [(&str, Arrow); 51] = [
    ("cold-war-pak-usa", Arrow::None),
    ("cold-war-sov-ind", Arrow::End),
    ("cold-war-opposed", Arrow::None),
    ("pak-ind-rivals", Arrow::None),
    ("pak-mujahideen", Arrow::End),
    ("soviet-afghan-war", Arrow::None),
    ("backing-northern-alliance", Arrow::End),
    ("northern-alliance-taliban", Arrow::None),
    ("moscow-islamabad-rivals", Arrow::None),
    ("taliban-recognition", Arrow::End),
    ("taliban-recognition-others", Arrow::End),
    // Each side comes closer to the other.
    ("thaw", Arrow::Both),
    ("rus-ind-ally", Arrow::None),
    ("rus-ind-arms", Arrow::End),
    ("usa-chn-pak-arms", Arrow::End),
    ("rus-pak-arms", Arrow::End),
    ("since-mi-35", Arrow::End),
    ("wars", Arrow::None),
    ("common-threat", Arrow::None),
    // An arrow would say that something goes from Russia to Pakistan.
    ("proliferation", Arrow::None),
    ("north-caucasus-links", Arrow::None),
    ("imu-sheltered", Arrow::None),
    ("imu-al-qaeda", Arrow::None),
    ("pak-taliban", Arrow::End),
    ("since-russia-taliban", Arrow::End),
    ("nato-afghanistan", Arrow::End),
    // Bilateral talks.
    ("summit", Arrow::Both),
    ("rus-tapi", Arrow::End),
    ("gazprom-ip", Arrow::End),
    ("tapi", Arrow::End),
    ("tapi-dauletabad", Arrow::End),
    ("tapi-di-khan", Arrow::End),
    ("since-tapi-herat", Arrow::End),
    ("ip", Arrow::End),
    ("since-ip-gwadar", Arrow::End),
    ("ip-iran", Arrow::End),
    ("ipi-original", Arrow::End),
    ("ipi-india", Arrow::End),
    ("drug-route", Arrow::Along),
    ("heroin-russia", Arrow::Along),
    ("balkan-direct", Arrow::Along),
    ("balkan-north", Arrow::Along),
    ("balkan-centre", Arrow::Along),
    ("balkan-south", Arrow::Along),
    ("northern-kunduz", Arrow::Along),
    ("northern-pamir", Arrow::Along),
    ("northern-termez", Arrow::Along),
    ("northern-turkmen", Arrow::Along),
    ("southern-makran", Arrow::Along),
    ("southern-gulf", Arrow::Along),
    ("southern-africa", Arrow::Along),
];

fn themes() -> [Theme; 3] {
    ThemeKind::ALL.map(Theme::new)
}

#[test]
fn every_feature_of_the_bundled_story_points_where_the_article_says() {
    let atlas = Atlas::load().unwrap();
    let (world, _) = bundled(&atlas);
    assert_eq!(world.features.len(), DIRECTIONS.len());
    let theme = Theme::new(ThemeKind::Light);
    for ((_, feature), (key, arrow)) in world.features.iter().zip(DIRECTIONS) {
        assert_eq!(feature.key, key);
        let style = world.overlays.get(feature.overlay).unwrap().style;
        assert_eq!(theme.of_feature(style, feature).arrow, arrow, "{key}");
    }
}

#[test]
fn no_two_statuses_and_no_two_bases_look_alike() {
    let bases = [Basis::Stated, Basis::Schematic, Basis::Outside];
    for theme in themes() {
        for style in [
            OverlayStyle::Pipelines,
            OverlayStyle::Alliances,
            OverlayStyle::Arms,
        ] {
            let look = |status, basis| {
                let mut look = theme.feature(style, None, status, basis);
                // Not by colour, and not by width alone.
                look.line.color = theme.ui.text;
                look.line.width = 0.0;
                look
            };
            let all: Vec<_> = STATUSES
                .iter()
                .flat_map(|&status| bases.map(|basis| (status, basis, look(status, basis))))
                .collect();
            for (index, one) in all.iter().enumerate() {
                for other in &all[..index] {
                    assert_ne!(
                        one.2,
                        other.2,
                        "{:?} {:?}",
                        (one.0, one.1),
                        (other.0, other.1)
                    );
                }
            }
        }
    }
}

#[test]
fn the_kinds_of_a_relation_have_a_mark_each_beside_any_overlays_own_sign() {
    let kinds = [
        FeatureKind::Allied,
        FeatureKind::Backed,
        FeatureKind::Opposed,
        FeatureKind::Recognised,
        FeatureKind::Thaw,
        // Of these the overlay's sign and the arrow tell.
        FeatureKind::Talks,
    ];
    let theme = Theme::new(ThemeKind::Light);
    for style in [OverlayStyle::Alliances, OverlayStyle::Diplomacy] {
        let look = |kind| theme.feature(style, kind, Status::InForce, Basis::Stated);
        let own = look(None);
        assert_eq!(own.marks, Marks::None);
        for (index, &one) in kinds.iter().enumerate() {
            assert_eq!(look(Some(one)).sign, own.sign, "{one:?}");
            for &other in &kinds[..index] {
                let marks = |kind| look(Some(kind)).marks;
                assert_ne!(marks(one), marks(other), "{one:?} {other:?}");
            }
        }
    }
}

#[test]
fn a_schematic_way_fades_from_a_line_to_a_broad_pale_band_as_one_looks_closer() {
    for theme in themes() {
        let look = |basis| theme.feature(OverlayStyle::Pipelines, None, Status::InForce, basis);
        assert_eq!(look(Basis::Stated).soft(14.0), None);
        let schematic = look(Basis::Schematic);
        assert_eq!(schematic.way, Way::Schematic);
        let breadth = |zoom: f64| {
            let band = schematic.soft(zoom).unwrap().band;
            band.last().unwrap().0 - band[0].0
        };
        let strength = |zoom: f64| schematic.soft(zoom).unwrap().line;
        assert!(strength(5.0) < 1.0 && strength(5.0) > 0.7);
        assert!(strength(14.0).abs() < 1e-6);
        assert!(breadth(14.0) > 2.5 * breadth(5.0));
        // Its edges are never sharp.
        for zoom in [3.0, 5.0, 7.0, 14.0] {
            let band = schematic.soft(zoom).unwrap().band;
            assert_eq!(band[0].1.a(), 0);
            assert_eq!(band.last().unwrap().1.a(), 0);
            assert!(band.iter().all(|(_, color)| color.a() < 110), "{band:?}");
        }
        // Without a jump.
        for step in 0..200 {
            let zoom = 3.0 + f64::from(step) * 0.05;
            assert!((strength(zoom) - strength(zoom + 0.05)).abs() < 0.05);
            assert!((breadth(zoom) - breadth(zoom + 0.05)).abs() < 1.5);
        }
    }
}
