//! The only test binary: architecture, documents, tables, screens, command line, crashes and real terminals.

mod architecture;
mod board;
mod cli;
mod conflicts;
#[cfg(unix)]
mod crash;
mod docs;
mod export;
mod floor;
mod import;
mod languages;
mod look;
#[cfg(unix)]
mod pty;
mod references;
mod screens;
mod search;
mod support;
mod ways_out;
