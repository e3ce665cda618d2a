pub mod atlas;
pub mod geography;
pub mod session;
pub mod world;
