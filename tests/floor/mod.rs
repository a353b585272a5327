//! A day on the floor: lines typed while somebody speaks, who said what, the table of a session.

mod cli;
mod line;
mod matrix;
