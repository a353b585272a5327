//! The papers for delegates: what can be made from the program itself is made from it, and compared.

mod commands;
mod keys;
mod picture;
mod readme;
mod shape;
mod verbs;
