//! What the delegate makes: notes, interventions, tracker acts, and undo. No files here: store keeps them.

pub mod act;
pub mod intervention;
pub mod note;
pub mod notebook;
pub mod status;
pub mod tracker;
pub mod undo;

pub use act::{Act, Deed, Mark};
pub use intervention::{Intervention, Stance};
pub use note::Note;
pub use notebook::{Broken, Notebook, Saved};
pub use status::Status;
pub use tracker::{Entry, OfStep, State, Tracker};
pub use undo::{Change, Done, Undo};
