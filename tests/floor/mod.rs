//! A day on the floor: lines typed while somebody speaks, corrected later, the speaking list, who said what.

mod cli;
mod desk;
mod fields;
mod line;
mod matrix;
mod speakers;
