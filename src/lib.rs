//! Plenary, a terminal workbench for delegates in United Nations working groups.
//!
//! The house has floors; a file imports only from the floors below its own.
//! `docs/ARCHITECTURE.md` walks through it, and a test keeps it so.

pub mod base;

pub mod model;

pub mod calendar;
pub mod cite;

pub mod followup;
pub mod import;
pub mod workspace;

pub mod compare;
pub mod search;
pub mod typeset;

pub mod keymap;
pub mod locale;

pub mod board;

pub mod export;

pub mod store;

pub mod app;

pub mod view;

pub mod shell;

pub mod cli;
