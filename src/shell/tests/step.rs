//! One step of a trial, written on one line, so that a trial that failed can be read, repeated and kept.

use std::fmt;
use std::str::FromStr;

use crate::keymap::Key;

use super::samples;

/// Something that happens in a trial.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A key is pressed: `key Ctrl-x`.
    Key(Key),
    /// A text is typed, letter by letter: `type été`.
    Type(String),
    /// A text arrives at once, as a paste without marks: `burst été`.
    Burst(String),
    /// A sample is pasted: `paste emoji`.
    Paste(String),
    /// The mouse is clicked at a column and row: `click 3 4`.
    Click(u16, u16),
    /// The wheel is turned at a column and row: `wheel -1 3 4`.
    Wheel(isize, u16, u16),
    /// The terminal gets another size: `resize 80 24`.
    Resize(u16, u16),
    /// Minutes pass: `tick 3`.
    Tick(u16),
    /// The delegate comes back to the window: `look`.
    Look,
    /// All that was typed goes to the journal: `journal`.
    Journal,
    /// The keeper takes this many waiting jobs and does them: `write 3`.
    Write(usize),
    /// This many waiting answers reach the interface: `answer 1`.
    Answer(usize),
    /// Another program does something to one of the files: `other edit 7`.
    Other(Action, usize),
    /// The program is killed and started again: `kill`.
    Kill,
}

/// What another program does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Adds a line to a note.
    Edit,
    /// Writes another text into a note.
    Replace,
    /// Removes a note.
    Delete,
    /// Gives a note another name.
    Rename,
    /// Copies a note beside itself, as a synchronising program does after a conflict.
    Copy,
    /// Makes a note unreadable.
    Break,
    /// Writes a new note.
    New,
    /// Writes a new position.
    Position,
    /// Sets a status, as a colleague.
    Status,
    /// Writes the English text of a document.
    Document,
    /// Removes all imported documents.
    NoDocuments,
    /// Writes the calendar.
    Calendar,
}

/// All that another program does, with its name.
pub const ACTIONS: [(Action, &str); 12] = [
    (Action::Edit, "edit"),
    (Action::Replace, "replace"),
    (Action::Delete, "delete"),
    (Action::Rename, "rename"),
    (Action::Copy, "copy"),
    (Action::Break, "break"),
    (Action::New, "new"),
    (Action::Position, "position"),
    (Action::Status, "status"),
    (Action::Document, "document"),
    (Action::NoDocuments, "no-documents"),
    (Action::Calendar, "calendar"),
];

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(f, "key {key}"),
            Self::Type(text) => write!(f, "type {text}"),
            Self::Burst(text) => write!(f, "burst {text}"),
            Self::Paste(name) => write!(f, "paste {name}"),
            Self::Click(column, row) => write!(f, "click {column} {row}"),
            Self::Wheel(by, column, row) => write!(f, "wheel {by} {column} {row}"),
            Self::Resize(columns, rows) => write!(f, "resize {columns} {rows}"),
            Self::Tick(minutes) => write!(f, "tick {minutes}"),
            Self::Look => write!(f, "look"),
            Self::Journal => write!(f, "journal"),
            Self::Write(jobs) => write!(f, "write {jobs}"),
            Self::Answer(answers) => write!(f, "answer {answers}"),
            Self::Other(action, file) => {
                let name = ACTIONS.iter().find(|(known, _)| known == action).map_or("", |(_, name)| name);
                write!(f, "other {name} {file}")
            }
            Self::Kill => write!(f, "kill"),
        }
    }
}

impl FromStr for Step {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        read(line).ok_or_else(|| format!("not a step: {line}"))
    }
}

fn read(line: &str) -> Option<Step> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let mut words = rest.split(' ');
    let mut cell = || words.next()?.parse().ok();
    Some(match verb {
        "key" => Step::Key(rest.parse().ok()?),
        "type" => Step::Type(rest.to_owned()),
        "burst" => Step::Burst(rest.to_owned()),
        "paste" => Step::Paste(samples::pasted(rest).map(|_| rest.to_owned())?),
        "click" => Step::Click(cell()?, cell()?),
        "wheel" => {
            let (by, place) = rest.split_once(' ')?;
            let (column, row) = place.split_once(' ')?;
            Step::Wheel(by.parse().ok()?, column.parse().ok()?, row.parse().ok()?)
        }
        "resize" => Step::Resize(cell()?, cell()?),
        "tick" => Step::Tick(cell()?),
        "look" => Step::Look,
        "journal" => Step::Journal,
        "write" => Step::Write(rest.parse().ok()?),
        "answer" => Step::Answer(rest.parse().ok()?),
        "other" => {
            let (name, file) = rest.split_once(' ')?;
            let (action, _) = ACTIONS.iter().find(|(_, known)| *known == name)?;
            Step::Other(*action, file.parse().ok()?)
        }
        "kill" => Step::Kill,
        _ => return None,
    })
}

/// Reads the steps of a trial, one on each line; empty lines do not count.
#[track_caller]
pub fn steps(text: &str) -> Vec<Step> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| line.parse().unwrap()).collect()
}

#[test]
fn what_is_written_of_a_trial_is_read_as_the_same_steps() {
    let text = "key Ctrl-x\nkey Space\ntype  été µ1µ \nburst q x\npaste emoji\nclick 3 4\nwheel -1 3 4\nresize 1 1\ntick 3\nlook\njournal\n\
                write 2\nanswer 9\nother no-documents 7\nkill";
    let written: Vec<String> = steps(text).iter().map(ToString::to_string).collect();
    assert_eq!(written.join("\n"), text);
}
