//! Screens: what a delegate sees after what they did.

mod delegate;
mod desk;
mod finding;
mod notes;
mod sizes;
mod timeline;
mod tracker;

pub use delegate::Delegate;
