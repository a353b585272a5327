//! One file per screen: its state, and the functions its verbs run. The drawing functions are in `view/screen`.

pub mod agenda;
pub mod amendment;
pub mod browser;
pub mod citations;
pub mod companion;
pub mod correction;
pub mod find;
pub mod intervention;
pub mod line;
pub mod naming;
pub mod note_links;
pub mod notes;
pub mod picker;
pub mod position;
pub mod prompter;
pub mod reader;
pub mod record;
pub mod said;
pub mod speakers;
pub mod statement;
pub mod templates;
pub mod timeline;
pub mod tracker;
pub mod typing;
pub mod unsaved;
pub mod version;
