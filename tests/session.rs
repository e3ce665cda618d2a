//! Whatever a person does, in whatever order: the session stays whole.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::LazyLock;

use passage::atlas::{Atlas, CountryId};
use passage::content::bundled;
use passage::geography::MapProjection;
use passage::session::{
    Background, Camera, Command, MAX_ZOOM, MIN_ZOOM, Origin, Panel, SceneEdit, SearchCommand,
    Session, ShowCommand, Step, Switch, WalkCommand, update,
};
use passage::world::{Id, Subject, World};
use proptest::prelude::*;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static WORLD: LazyLock<World> = LazyLock::new(|| bundled(&ATLAS).0);

fn any_subject() -> impl Strategy<Value = Subject> {
    let (features, actors) = (WORLD.features.len(), WORLD.actors.len());
    let (places, overlays) = (WORLD.places.len(), WORLD.overlays.len());
    let countries = u16::try_from(ATLAS.countries.len()).unwrap();
    prop_oneof![
        (0..countries).prop_map(|at| Subject::Country(CountryId(at))),
        (0..features).prop_map(|at| Subject::Feature(Id::new(at))),
        (0..actors).prop_map(|at| Subject::Actor(Id::new(at))),
        (0..places).prop_map(|at| Subject::Place(Id::new(at))),
        (0..overlays).prop_map(|at| Subject::Overlay(Id::new(at))),
    ]
}

fn any_origin() -> impl Strategy<Value = Origin> {
    let passages = WORLD.passages.len();
    prop_oneof![
        Just(Origin::Map),
        Just(Origin::Panel),
        (0..passages).prop_map(|at| Origin::Reader(Id::new(at))),
    ]
}

fn on_map(subject: Subject) -> Command {
    let origin = Origin::Map;
    Command::Select { subject, origin }
}

fn any_command() -> impl Strategy<Value = Command> {
    let passages = WORLD.passages.len();
    let plain = prop::sample::select(vec![
        Command::LetGo,
        Command::StepPassage(Step::Next),
        Command::StepPassage(Step::Previous),
        Command::ShowAllOverlays,
        Command::ShowNoOverlays,
        Command::ToggleOutside,
        Command::FlyHome,
        Command::Pan { right: 1, down: -1 },
        Command::Pan { right: -1, down: 1 },
        Command::Back,
        Command::Forward,
        Command::CopyCurrentPassage,
        Command::ToggleTheme,
        Command::ToggleProjection,
        Command::NextWorldview,
        Command::SetProjection(MapProjection::EqualArea),
        Command::SetReducedMotion(Switch::On),
        Command::SetReducedMotion(Switch::Off),
        Command::TogglePanel(Panel::Keys),
        Command::TogglePanel(Panel::Legend),
        Command::SetBackground(Background::None),
        Command::SetBackground(Background::OpenStreetMap),
        Command::AllowOnline,
        Command::RetryTiles,
        Command::ShowMapFile("some.pmtiles".into()),
        Command::SetBackground(Background::MapFile),
        Command::Walk(WalkCommand::Next),
        Command::Walk(WalkCommand::Previous),
        Command::ToggleFollowing,
        Command::Search(SearchCommand::Ask("pipeline".to_owned())),
        Command::Search(SearchCommand::Move(1)),
        Command::Search(SearchCommand::Show),
        Command::EditScenes(SceneEdit::Add),
        Command::EditScenes(SceneEdit::Delete(0)),
        Command::EditScenes(SceneEdit::Update(1)),
        Command::LookAtScene(0),
        Command::Undo,
        Command::Show(ShowCommand::StartHere),
        Command::Show(ShowCommand::Next),
        Command::Show(ShowCommand::Previous),
        Command::Show(ShowCommand::Return),
        Command::Show(ShowCommand::ToggleFreeze),
        Command::Show(ShowCommand::Leave),
    ]);
    prop_oneof![
        4 => plain,
        4 => (any_subject(), any_origin())
            .prop_map(|(subject, origin)| Command::Select { subject, origin }),
        1 => (any_subject(), any_origin())
            .prop_map(|(subject, origin)| Command::CompareWith { subject, origin }),
        1 => any_subject().prop_map(Command::FlyTo),
        1 => (0..passages).prop_map(|at| Command::ReadPassage(Id::new(at))),
        1 => (0..passages).prop_map(|at| Command::Follow(Id::new(at))),
        1 => (0_usize..12).prop_map(Command::ToggleOverlayAt),
        1 => any::<f64>().prop_map(|steps| Command::Zoom { steps }),
    ]
}

/// A sitting at the opening view, in a map of an ordinary size.
fn sitting() -> (Session, Camera) {
    let (mut session, mut camera) = (Session::default(), Camera::default());
    session.stage.overlays = WORLD.opening_overlays.iter().copied().collect();
    camera.set_viewport(egui::vec2(700.0, 600.0), session.stage.projection);
    (session, camera)
}

fn act(session: &mut Session, camera: &mut Camera, command: Command) {
    update(&WORLD, &ATLAS, session, camera, command);
    // A quarter of a second of flight, a frame at a time.
    for _ in 0..15 {
        camera.advance(1.0 / 60.0, session.stage.projection);
    }
}

/// What must hold at any time.
fn is_whole(session: &Session, camera: &Camera) {
    let center = camera.center();
    assert!(center.lon_deg.is_finite() && center.lat_deg.abs() <= 90.0);
    assert!((MIN_ZOOM..=MAX_ZOOM).contains(&camera.zoom()));
    let stage = &session.stage;
    match stage.selection {
        Some(Subject::Feature(id)) => {
            assert!(
                session.shows(&WORLD, id),
                "{id:?} is selected and not drawn"
            );
        }
        Some(Subject::Overlay(id)) => assert!(stage.overlays.contains(&id)),
        _ => {}
    }
    if stage.compare.is_some() {
        assert!(matches!(stage.selection, Some(Subject::Country(_))));
    }
    if stage.background.has_tiles() {
        assert_eq!(stage.projection, MapProjection::WebMercator);
    }
    let is_online = stage.background == Background::OpenStreetMap;
    assert!(session.tiles.allows_online || !is_online);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_commands_leaves_the_map_lost_or_a_hidden_thing_selected(
        commands in prop::collection::vec(any_command(), 1..40)
    ) {
        let (mut session, mut camera) = sitting();
        for command in commands {
            act(&mut session, &mut camera, command);
            is_whole(&session, &camera);
        }
    }

    #[test]
    fn back_restores_what_was_selected_and_forward_returns_to_it(
        before in prop::collection::vec(any_command(), 0..10),
        subject in any_subject(),
    ) {
        let (mut session, mut camera) = sitting();
        for command in before {
            act(&mut session, &mut camera, command);
        }
        let selected = |session: &Session| {
            let stage = &session.stage;
            (stage.selection, stage.compare, stage.passage)
        };
        let was = selected(&session);
        // What is selected already is not selected anew.
        prop_assume!(was.0 != Some(subject));
        act(&mut session, &mut camera, on_map(subject));
        let is = selected(&session);
        act(&mut session, &mut camera, Command::Back);
        prop_assert_eq!(selected(&session), was);
        act(&mut session, &mut camera, Command::Forward);
        prop_assert_eq!(selected(&session), is);
    }
}

#[test]
fn a_click_on_the_map_leaves_the_map_and_a_click_in_the_text_leaves_the_text() {
    let pakistan = Subject::Country(ATLAS.country_by_code("PAK").unwrap());
    let (mut session, mut camera) = sitting();
    let (center, zoom) = (camera.center(), camera.zoom());
    act(&mut session, &mut camera, on_map(pakistan));
    assert_eq!((camera.center(), camera.zoom()), (center, zoom));
    assert!(session.reader_scroll.is_some());

    let (mut session, mut camera) = sitting();
    let passage = WORLD.passages.ids().nth(4);
    let command = Command::Select {
        subject: pakistan,
        origin: Origin::Reader(passage.unwrap()),
    };
    act(&mut session, &mut camera, command);
    assert_ne!((camera.center(), camera.zoom()), (center, zoom));
    assert_eq!(
        (session.stage.passage, session.reader_scroll),
        (passage, None)
    );
}

#[test]
fn with_reduced_motion_the_map_is_there_at_once() {
    let india = Subject::Country(ATLAS.country_by_code("IND").unwrap());
    let (mut session, mut camera) = sitting();
    session.reduced_motion = true;
    update(
        &WORLD,
        &ATLAS,
        &mut session,
        &mut camera,
        Command::FlyTo(india),
    );
    assert!(!camera.is_flying());
}

#[test]
fn tiles_bring_their_projection_and_take_it_away_again() {
    let (mut session, mut camera) = sitting();
    assert_eq!(session.stage.projection, MapProjection::EqualArea);
    let file = Command::ShowMapFile("some.pmtiles".into());
    act(&mut session, &mut camera, file.clone());
    assert_eq!(session.stage.projection, MapProjection::WebMercator);
    let relief = Command::SetBackground(Background::Relief);
    act(&mut session, &mut camera, relief.clone());
    assert_eq!(session.stage.projection, MapProjection::EqualArea);

    // Who had chosen Web Mercator keeps it; from one kind of tiles to the other it is still known.
    let mercator = Command::SetProjection(MapProjection::WebMercator);
    for command in [mercator, file.clone(), Command::AllowOnline, relief] {
        act(&mut session, &mut camera, command);
    }
    assert_eq!(session.stage.projection, MapProjection::WebMercator);

    // Another projection puts the tiles away, and what was there before comes back.
    let none = Command::SetBackground(Background::None);
    for command in [none, file, Command::ToggleProjection] {
        act(&mut session, &mut camera, command);
    }
    assert_eq!(session.stage.projection, MapProjection::EqualArea);
    assert_eq!(session.stage.background, Background::None);
}

#[test]
fn what_has_happened_since_is_not_counted_among_what_other_sources_say_of_the_articles_time() {
    let (world, _) = passage::content::bundled(&ATLAS);
    let mut session = Session::default();
    session.stage.shows_afterwards = true;
    session.refresh(&world);
    let mut overlays = world.overlays.iter();
    let (arms, _) = overlays.find(|(_, overlay)| overlay.key == "arms").unwrap();
    let listing = session.on_show.listing(arms).unwrap();
    assert_eq!(listing.features.len(), 4);
    assert_eq!((listing.drawn, listing.outside), (4, 0));
}
