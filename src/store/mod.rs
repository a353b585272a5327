//! The only layer that touches files: folders of the user, atomic writes, the lock, the workspace, settings.
#![allow(clippy::disallowed_methods, reason = "this is the layer that touches files")]

pub mod bookmark;
pub mod bundled;
pub mod cache;
pub mod calendar;
pub mod contents;
pub mod copy_name;
pub mod count;
pub mod delegations;
pub mod disk;
pub mod document;
pub mod drafts;
pub mod elsewhere;
pub mod exported;
pub mod file;
pub mod glob;
mod growing;
pub mod handover;
pub mod hidden;
pub mod inbox;
pub mod index;
pub mod issued;
pub mod journal;
pub mod library;
pub mod lock;
pub mod log;
pub mod machine;
pub mod manifest;
pub mod materials;
pub mod parallel;
pub mod places;
pub mod process;
pub mod rendered;
pub mod settings;
pub mod share;
pub mod templates;
pub mod texts;
pub mod version;
pub mod workspace;
pub mod write_path;

#[cfg(test)]
mod tests;

pub use machine::Machine;
pub use manifest::Manifest;
pub use materials::MaterialsSource;
pub use places::Places;
pub use settings::Settings;
pub use workspace::{Access, Opened, WorkspaceFolder};
pub use write_path::WritePath;
