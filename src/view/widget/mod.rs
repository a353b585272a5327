//! Pieces several screens are drawn from.

pub mod pane;
pub mod row;
