//! Pieces several screens are drawn from.

pub mod bar;
pub mod pane;
pub mod row;
