//! Documents for users: what can be generated from the program is generated, and compared with the committed files.

mod commands;
mod json_shape;
mod keys;
mod picture;
mod readme;
mod safety;
mod verbs;
