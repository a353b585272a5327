//! Screens: what a delegate sees after a sequence of keys.

mod amendments;
mod beside;
mod board;
mod browser;
mod bursts;
mod delegate;
mod desk;
mod frames;
mod links;
mod note_editor;
mod note_links;
mod notes;
mod positions;
mod record;
mod restricted;
mod scrolling;
mod search;
mod several;
mod sizes;
mod statements;
mod templates;
mod timeline;
mod tracker;
mod unsaved;
mod writing;

pub use delegate::Delegate;
