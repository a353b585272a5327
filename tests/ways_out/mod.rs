//! Every way out of the program, with a workspace that has a marked word in every restricted place: none of them comes out
//! unless that is asked for.

mod commands;
mod desk;
mod marked;
mod readable;
