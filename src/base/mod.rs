//! What every floor needs and no floor owns: text, spans, numbering, time, errors, ids, lists and lines.

pub mod error;
pub mod finding;
pub mod id;
pub mod lines;
pub mod list;
pub mod now;
pub mod numbering;
pub mod span;
pub mod text;

pub use error::{Error, ErrorKind, Result};
pub use finding::{Finding, FindingKind, Proof, Sameness};
pub use id::Id;
pub use lines::Lines;
pub use now::Now;
pub use span::Span;
