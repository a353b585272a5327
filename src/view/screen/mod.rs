//! How each screen looks; the files have the names of those in `app/screen`.

pub mod agenda;
pub mod browser;
pub mod companion;
pub mod footer;
pub mod header;
pub mod line;
pub mod notes;
pub mod picker;
pub mod preview;
pub mod prompter;
pub mod reader;
pub mod said;
pub mod statement;
pub mod timeline;
pub mod tracker;
pub mod typing;
pub mod version;
pub mod which_key;
