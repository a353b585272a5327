//! The list of the passages that cite the current passage.

use crate::app::screen::citations;
use crate::app::screen::picker::definition::{self, Definition, PreviewSize};

/// The list.
pub const PICKER: Definition = Definition {
    preview_size: PreviewSize::Large,
    least_rows: 3,
    left_columns: |columns| columns / 2,
    links_document: true,
    ..Definition::new(
        |app| app.appearance.locale.say("title-cited-by"),
        |app| citations::citing(&app.context()),
        definition::read,
    )
};
