//! The one test binary: the house, the papers, the tables, the screens, the command line, crashes and real terminals.

mod board;
mod cli;
#[cfg(unix)]
mod crash;
mod export;
mod house;
mod import;
mod papers;
#[cfg(unix)]
mod pty;
mod references;
mod screens;
mod support;
