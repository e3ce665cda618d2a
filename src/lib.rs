pub mod atlas;
pub mod geography;
pub mod session;
pub mod theme;
pub mod ui;
pub mod world;
