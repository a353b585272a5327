//! The layers that can be opened over the desk, by name: lists, one-line prompts, a note, the details of a tracker row.

use crate::app::effect::Exchange;
use crate::app::screen::browser::Selected;
use crate::base::Id;
use crate::model::BlockKind;
use crate::workspace::Note;
use crate::workspace::intervention::InterventionField;

/// A layer to open over the desk.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// A list to choose from.
    Picker(Picker),
    /// A line to type.
    Line(Prompt),
    /// A note to type.
    Note {
        /// The note to start from.
        note: Box<Note>,
        /// The note as it is in the notebook; `None` for a new one.
        before: Option<Box<Note>>,
    },
    /// The browser with the notes behind a cell of a table.
    Browser(Selected),
    /// A new note that begins with a template.
    Template {
        /// The note with the filled template.
        note: Box<Note>,
        /// Where the cursor is, in bytes of its text.
        cursor: usize,
    },
    /// The current row of the tracker in full.
    Details,
    /// A statement, with its paragraphs.
    Statement(Box<Note>),
    /// The text of a statement to type.
    StatementText {
        /// The statement to start from.
        note: Box<Note>,
        /// The statement as it is in the notebook; `None` for a new one.
        before: Option<Box<Note>>,
        /// Where the cursor is, in bytes of the text.
        at: usize,
        /// Whether a new paragraph begins there.
        adds: bool,
    },
    /// A statement on the whole screen, to be read aloud.
    Prompter(Box<Note>),
}

/// A list to choose from. `picker::table` defines for each what its rows are and what choosing one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picker {
    /// The keys that work here.
    Help,
    /// Everything that can be done here.
    Palette,
    /// Passages, by address, citation or name.
    Goto,
    /// What a search of everything finds.
    Search,
    /// What is on the subject of the current passage.
    Similar,
    /// The documents in the library.
    Documents,
    /// The headings of the document.
    Outline,
    /// What the importer repaired in the document, and what it is not sure about.
    Findings,
    /// How the current passage, and its document, can be corrected.
    Corrections,
    /// The words before which the current passage can be split.
    SplitPoints,
    /// Who set which status of the current tracker row, and when.
    History,
    /// The passages that the passage cites.
    Citations,
    /// The passages that cite the passage.
    CitedBy,
    /// The passage that shows how far a step has come.
    Evidence,
    /// What the tracker can be filtered by.
    Filter,
    /// What the tracker can be grouped by.
    Grouping,
    /// The steps of two reports in pairs.
    Beside,
    /// The passages that the links of a note lead to.
    NoteLinks,
    /// The templates a note can begin with.
    Templates,
    /// The sessions, to choose the one to work for.
    Sessions,
    /// What to do about unsaved changes before leaving.
    Leaving,
    /// What other programs get of copied words of which some are restricted.
    Copying,
    /// What a handover or a takeover has done.
    Report(Exchange),
    /// What an import has done.
    Imported,
    /// What is offered in the inbox.
    Inbox,
    /// The positions over the whole agenda, after the steps that have none.
    Positions,
    /// Whether a restricted statement is written to a file.
    StatementFile,
    /// The amendments on the current passage, and what can be proposed on it.
    PassageAmendments,
    /// What can be proposed on the current passage.
    NewAmendment,
    /// The amendments of the document.
    Amendments,
    /// How far the chosen amendment has come.
    AmendmentStatus,
    /// The passages that a position on the current passage can rest on.
    Basis,
    /// The fields of the chosen intervention.
    Fields,
    /// The speaking list.
    Speakers,
}

/// A detail of a document that can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentDetail {
    /// Its symbol.
    Symbol,
    /// Its title.
    Title,
    /// Its date.
    Date,
}

/// The purpose of a one-line prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prompt {
    /// Words to find in the document; with the place to return to if the search is cancelled.
    Find {
        /// The passage, as an index into the blocks of the document.
        block: usize,
        /// The first line on screen.
        top: usize,
    },
    /// Words to find in the note being typed.
    FindInNote {
        /// The cursor, to return to if the search is cancelled, in bytes of the text.
        cursor: usize,
    },
    /// What a delegation said: `SG + capacités d'abord`.
    Intervention,
    /// Names for the speaking list.
    Speakers,
    /// The speaking times of the meeting that is on.
    Limit,
    /// The value of a field of an intervention.
    Correct {
        /// The intervention.
        note: Id,
        /// The field.
        field: InterventionField,
    },
    /// The number of the current passage, which becomes a passage of this kind.
    PassageNumber(BlockKind),
    /// A detail of the current document.
    Detail(DocumentDetail),
    /// A remark on the status of the current tracker row.
    Remark,
    /// The reason for carrying rows over.
    CarryOver {
        /// The session they are carried over to; `None` if no later one is known.
        to: Option<u32>,
    },
    /// Files to import.
    Import,
    /// The working day.
    Day,
    /// A deadline for the calendar: the last day for tabling.
    Deadline,
    /// On whose instruction a position is taken, and until when.
    Instruction {
        /// The position.
        position: Id,
    },
    /// The group for which a statement speaks.
    Group {
        /// The statement.
        statement: Id,
    },
    /// The number of the meeting in which a statement was delivered.
    Meeting {
        /// The statement.
        statement: Id,
    },
    /// The file to which a statement is written.
    StatementFile {
        /// The statement.
        statement: Id,
    },
    /// The file to which a record is written.
    RecordFile {
        /// The record.
        record: Id,
    },
    /// The folder to save in.
    Folder {
        /// Whether the program ends after that.
        leaves: bool,
    },
    /// The file to hand over to, or to take over.
    Package(Exchange),
}

/// What the delegate chooses when something is unsaved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Tries once more to save, and leaves if that succeeds.
    AfterTryingAgain,
    /// Saves in another folder, and leaves if that succeeds.
    AfterSavingAs,
    /// Leaves at once. What is unsaved is printed to the terminal.
    Anyway,
    /// Stays.
    Not,
}
