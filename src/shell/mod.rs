//! The terminal, the clock and the threads: messages come in here, effects are done here.

mod clipboard;
mod clock;
mod input;
mod keeper;
mod keys;
mod links;
mod open;
mod run;
mod signals;
mod terminal;

pub use clock::Clock;
pub use keys::keymap;
pub use links::LINKS;
pub use open::{Start, open, theme_names};
pub use run::Desk;
