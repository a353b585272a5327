//! The terminal, the clock and the threads: messages come from here, effects are carried out here.

mod backend;
mod burst;
pub mod child;
mod clipboard;
mod clock;
mod elsewhere;
mod exchange;
mod ground;
mod importer;
pub mod importing;
pub mod inbox;
mod input;
mod jobs;
pub mod journal;
pub mod keeper;
mod keys;
mod links;
mod open;
mod panics;
mod paths;
pub mod reading;
mod run;
mod scrolling;
mod search;
mod signals;
mod terminal;
mod themes;
mod threads;
mod unsaved_output;
mod workers;

pub use clock::Clock;
pub use keys::keymap;
pub use links::LINKS;
pub use open::{Asked, Environment, Start, open};
pub use themes::{COLOURS, theme_names};

#[cfg(test)]
mod tests;
