//! Plenary, a terminal workbench for delegates in United Nations working groups.
//!
//! Each folder of `src/` is a layer, listed here from the lowest to the highest. A file imports only from the layers
//! named in the last column, and from its own. `tests/architecture/layers.rs` checks this, and which crates and which
//! parts of the standard library each layer may use; `docs/ARCHITECTURE.md` lists every file.
//!
//! | layer | what is in it | may import |
//! | --- | --- | --- |
//! | [`base`] | Text, spans, UN numbering, ids, time as an argument, messages and errors as data, TOML files with all their errors. | – |
//! | [`model`] | A document with its passages and their addresses; symbols; a process with its agenda, sessions and meetings. | base |
//! | [`language`] | How a language writes: tokens, phrases, numerals, ordinals, months; one table of words for each language. | base, model |
//! | [`cite`] | Citations: found in running text, read as typed, resolved to passages, written the UN way; who cites whom. | base, model, language |
//! | [`calendar`] | Sessions by date, working days, relative deadlines, programmes of work. | base, model, language |
//! | [`followup`] | Next steps and requests of a report: who is to act, how strongly it binds, at which sessions, by when. | cite, calendar and below |
//! | [`workspace`] | What the delegate makes, as data: notes, interventions, positions, acts on the tracker, undo. | cite, calendar and below |
//! | [`import`] | Bytes of a file to a document with findings. | cite, calendar and below |
//! | [`typeset`] | A text and a width to lines that keep the positions of their text. | base, model, language |
//! | [`search`] | Words in documents, names in lists. | base, model, language |
//! | [`compare`] | Two texts compared word by word. | base, model, language |
//! | [`keymap`] | Keys, key sequences and keymap files. | base, model |
//! | [`locale`] | The text of every message in the language of the user; dates, numbers and names of keys. | base, model |
//! | [`board`] | The rows of the tracker: status, sessions they are due at, filters, groups, deadlines, coverage. | followup, workspace and below |
//! | [`export`] | Reports and calendars as bytes of files for other programs. | board, compare, locale and below |
//! | [`store`] | All access to files: workspace, logs, journal, lock, settings, library, bundled data. | all above but typeset, board, export |
//! | [`app`] | The interface as data: state, events, effects, verbs; a file for each screen. | all above but store |
//! | [`view`] | Draws the state to a terminal frame; changes nothing. | app, and what app may import |
//! | [`shell`] | The terminal, the current time, signals, threads, and the event loop. | all above |
//! | [`cli`] | The command line: a file for each command. | all above but app and view |
//!
//! Only `store` opens files, only `shell` and `cli` know the current time and the terminal. The layers below `store`, and
//! `app` and `view`, get everything as arguments.

pub mod base;

pub mod model;

pub mod language;

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
