//! Pieces several screens are drawn from.

pub mod bar;
pub mod clock;
pub mod floor;
pub mod link;
pub mod pane;
