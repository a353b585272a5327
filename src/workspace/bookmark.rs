//! Where the delegate was and what they had chosen, to come back to in the next run.

use crate::model::{Address, Language, Reference, Symbol};

/// Where the delegate is, as it is remembered between runs. Fields are empty where nothing was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bookmark {
    /// The passage selected in the reader.
    pub passage: Option<Reference>,
    /// The open agenda item.
    pub item: Option<Address>,
    /// The report whose next steps are shown.
    pub report: Option<Symbol>,
    /// Number of the session worked for.
    pub session: Option<u32>,
    /// Name of the pane that has the keys.
    pub pane: Option<String>,
    /// Name of the theme chosen while the program ran, if it is not the one of the settings.
    pub theme: Option<String>,
    /// Language of the interface chosen while the program ran.
    pub language: Option<Language>,
    /// Language of the texts read, if it is another one than that of the interface.
    pub reading: Option<Language>,
}
