//! What every layer needs: text, spans, UN numbering, time, messages and errors as data, ids, and list state.

pub mod checksum;
pub mod day;
pub mod error;
pub mod finding;
pub mod id;
pub mod lines;
pub mod list;
pub mod merge;
pub mod message;
pub mod nearest;
pub mod now;
pub mod numbering;
pub mod partition;
pub mod row_lines;
pub mod span;
pub mod table;
pub mod text;
pub mod watch;

pub use error::{Error, ErrorKind, Result};
pub use finding::{Finding, FindingKind, Proof, Sameness, Severity};
pub use id::Id;
pub use lines::Lines;
pub use message::{Message, Value};
pub use nearest::nearest;
pub use now::Now;
pub use partition::partition_point;
pub use row_lines::RowLines;
pub use span::Span;
pub use watch::{Unwatched, Watch};
