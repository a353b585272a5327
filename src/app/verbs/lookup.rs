//! The verbs of the text while a note is open beside it: back to the note, and what is put into it.

use crate::app::screen::typing::State;
use crate::app::verbs::Verb;
use crate::app::verbs::editor::run;

/// The verbs of the scope `lookup`.
pub const VERBS: &[Verb] = &[
    Verb::new("lookup", "return-to-note", |on, _| run(on, |note, _| note.return_to_note())).while_writing(),
    Verb::new("lookup", "put-citation", |on, _| run(on, State::put_citation)).while_writing(),
    Verb::new("lookup", "put-quote", |on, _| run(on, State::put_quote)).while_writing(),
];
