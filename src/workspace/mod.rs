//! What the delegate writes: notes, interventions, positions, amendments, statements, tracker acts, and undo. The files are in `store`.

pub mod act;
pub mod amendment;
pub mod bookmark;
mod confidential;
pub mod contents;
mod front;
mod headed;
mod internal;
pub mod intervention;
pub mod issued;
pub mod kind;
pub mod note;
pub mod notebook;
pub mod position;
pub mod release;
mod session_record;
pub mod speakers;
pub mod statement;
pub mod status;
pub mod template;
pub mod tracker;
pub mod undo;

pub use act::{Act, ActTarget, Action, Mark, RemarkAccess};
pub use amendment::{AmendedText, Amendment, AmendmentPart, AmendmentStatus, Operation, Wording};
pub use bookmark::Bookmark;
pub use confidential::{RestrictedTexts, counts_as_restricted, restricted_because_of};
pub use contents::{Contents, Notebooks, Recovery, SeenFile};
pub use intervention::{
    Intervention, InterventionLine, LineReader, OwnDelegation, Speaker, Stance, Tally, TypedName,
    TypedPassage,
};
pub use issued::{Issue, IssuedEvents};
pub use kind::Kind;
pub use note::{Note, TEXT_LIMIT};
pub use notebook::{Broken, Notebook, Saved};
pub use position::{Instruction, Position, PositionPart, PositionStatus};
pub use release::{LeftOut, LeftOutKind, Release};
pub use session_record::{is_record, record_day, record_left_out, record_note};
pub use statement::{Statement, StatementStatus, TimeLimits};
pub use status::Status;
pub use template::{FilledTemplate, NoteTemplate, TemplateValues, bundled_templates};
pub use tracker::{HistoryEntry, OfStep, StepState, Tracker};
pub use undo::{Done, FileChange, Undo};
