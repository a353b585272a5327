//! Pieces several screens are drawn from.

pub mod link;
pub mod pane;
pub mod row;
