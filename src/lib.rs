//! Passage puts one article on the map: countries, overlays and passages tied to each other.
//!
//! # The house, in reading order
//! [`geography`] where things are · [`atlas`] the embedded world · [`world`] what is true, the
//! story · [`content`] from files to the story · [`linker`] from plain text to what it talks about,
//! which knows none of the others · [`session`] what we look at, and commands ·
//! [`picture`] from both to shapes and labels · [`theme`] colours, dashes, sizes · [`export`] what
//! leaves the program, as files for others · [`ui`] the only code with `egui::Ui` · [`app`] one
//! frame.
//!
//! `use` points one way: `geography <- atlas <- world <- content`, `session -> world`,
//! `picture -> session + atlas + theme`, `ui, export -> picture`, `app -> all`.
//!
//! # Words
//! A *story* is everything about one article. A *passage* is a numbered paragraph, a *mention* a
//! span of it that names a *subject*: a country, an *overlay* (a layer), a *feature* (one line,
//! relation or site of an overlay), an actor or a place. An *area* is the smallest piece of land;
//! a *worldview* gives each its owner. The *stage* is what is on show.
//!
//! # One frame
//! Views read shared references and push commands, named after intentions, into an outbox; at the
//! end of the frame [`session::update`] applies them. Only gestures move the camera by themselves.

pub mod app;
pub mod atlas;
pub mod content;
pub mod export;
pub mod geography;
pub mod linker;
pub mod picture;
pub mod session;
pub mod theme;
pub mod tiles;
pub mod ui;
pub mod world;
