//! Pieces several screens are drawn from.

pub mod bar;
pub mod clock;
pub mod link;
pub mod pane;
