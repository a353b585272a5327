//! The list of the passages that cite the current passage.

use crate::app::screen::citations;
use crate::app::screen::picker::definition::{self, Definition};

/// The list.
pub const PICKER: Definition = Definition::of_passages(
    |app| app.appearance.locale.say("title-cited-by"),
    |app| citations::citing(&app.context()),
    definition::read,
);
