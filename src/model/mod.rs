//! Documents with their passages and addresses; processes with agenda, sessions and meetings. Data only.

pub mod address;
pub mod address_list;
pub mod block;
pub mod delegation;
pub mod delegations;
pub mod document;
pub mod kind;
pub mod language;
pub mod passage;
pub mod process;
pub mod reference;
pub mod row;
pub mod shelf;
pub mod shelf_rows;
pub mod symbol;

pub use address::{Address, Part, Place};
pub use address_list::{AddressLine, AddressList};
pub use block::{Block, BlockKind, Inline, InlineKind};
pub use delegation::{Delegation, DelegationKind};
pub use delegations::Delegations;
pub use document::{Document, DocumentKind};
pub use kind::{PassageKind, PerKind};
pub use language::{Language, Names};
pub use passage::Passage;
pub use process::{
    AgendaLink, BodyNames, CalendarDeadline, DeadlineKind, Meeting, Process, ReportLink, Session, SessionKind,
};
pub use reference::Reference;
pub use row::DocumentRow;
pub use shelf::{Catalogued, DocumentLoader, Shelf};
pub use shelf_rows::{RowReader, RowSummary, ShelfRows};
pub use symbol::Symbol;
