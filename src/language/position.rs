//! The headings of the parts of a position: the table `[position]` of a language file.

use crate::base::table::Table;

/// The headings of the parts of a position. Of each list the first is written and all are read.
#[derive(Debug, Clone, Default)]
pub struct PositionWords {
    /// What is said.
    pub text: Vec<String>,
    /// What can be accepted instead.
    pub fallback: Vec<String>,
    /// What cannot be accepted.
    pub red_line: Vec<String>,
    /// The reasons.
    pub arguments: Vec<String>,
    /// The agreed language it rests on.
    pub basis: Vec<String>,
    /// On whose instruction it is taken.
    pub instruction: Vec<String>,
    /// Words that may be before the name of a part: `our`.
    pub possessives: Vec<String>,
}

impl PositionWords {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            text: table.texts("text"),
            fallback: table.texts("fallback"),
            red_line: table.texts("red-line"),
            arguments: table.texts("arguments"),
            basis: table.texts("basis"),
            instruction: table.texts("instruction"),
            possessives: table.texts("possessives"),
        }
    }
}
