//! Pieces several screens are drawn from.

pub mod bar;
pub mod link;
pub mod pane;
pub mod row;
