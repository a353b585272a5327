//! The only floor that touches files: places, whole-or-nothing writes, the lock, the workspace, settings.
#![allow(clippy::disallowed_methods, reason = "this is the floor that touches files")]

pub mod bundled;
pub mod calendar;
pub mod checksum;
pub mod desk;
pub mod document;
pub mod file;
pub mod journal;
pub mod library;
pub mod lock;
pub mod log;
pub mod materials;
pub mod notes;
pub mod places;
pub mod process;
pub mod settings;
pub mod workspace;

pub use desk::Desk;
pub use materials::Source;
pub use places::Places;
pub use settings::Settings;
pub use workspace::{Access, Manifest, Opened, Workspace};
