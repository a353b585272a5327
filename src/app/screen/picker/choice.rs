//! The contents of a list: its choices, what choosing one does, and the choices cached from one opening to the next.

use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::overlay::{DocumentDetail, Leave};
use crate::base::text::width;
use crate::base::{Id, Span};
use crate::board::{Facet, FacetKind};
use crate::import::correction::PassageChange;
use crate::import::inbox::InboxFile;
use crate::keymap::Binding;
use crate::locale::Locale;
use crate::model::{Document, Language, Reference, Shelf};
use crate::search::names::Fuzzy;
use crate::workspace::intervention::InterventionField;
use crate::workspace::{AmendmentStatus, Operation};

/// What choosing does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceTarget {
    /// Goes to a passage.
    Passage(Reference),
    /// Goes to one of several passages that were named together; the others follow with the keys of matches.
    Passages {
        /// The passages, in their order.
        passages: Arc<[Reference]>,
        /// The one to go to, by its position.
        at: usize,
    },
    /// Goes to a passage of one of several texts of a document.
    Text {
        /// The passage.
        passage: Reference,
        /// The language of the text.
        language: Language,
    },
    /// Goes to something a search found.
    Hit {
        /// Which one, as an index into what was found.
        at: usize,
        /// What was found, in bytes of the text of the row.
        marks: Vec<Span>,
    },
    /// Adds these equivalent terms to the workspace.
    Ring(Vec<String>),
    /// Removes these equivalent terms from the workspace.
    OwnRing(Vec<String>),
    /// Runs a verb in the scopes that are active below the list.
    Verb(Binding),
    /// Copies the address at which the United Nations publish a document that the library does not have; empty if
    /// there is no such address.
    Official(String),
    /// Filters the tracker by a property of its rows.
    Facet(Facet),
    /// Filters the tracker by words.
    Words(String),
    /// Groups the rows of the tracker; `None` ends the grouping.
    Grouping(Option<FacetKind>),
    /// Works for a session.
    Session(u32),
    /// Confirms a pair of steps of two reports, or takes that back.
    Pair {
        /// The step of the earlier report; `None` if only the later one has it.
        old: Option<Reference>,
        /// The step of the later report; `None` if only the earlier one has it.
        new: Option<Reference>,
        /// The language of the texts that were compared.
        language: Language,
    },
    /// Gives copied words to other programs, or does not, and says so.
    Copy {
        /// The words; `None` if other programs get none.
        words: Option<String>,
        /// The id of the notice.
        notice: &'static str,
    },
    /// Leaves the program, or stays, although something is unsaved.
    Leave(Leave),
    /// Writes a restricted statement to a file, or does not.
    StatementFile {
        /// The statement.
        statement: Id,
        /// The file, as typed; `None` if nothing is written.
        path: Option<String>,
    },
    /// Opens an amendment, or changes its status.
    Amendment(AmendmentChoice),
    /// Corrects a field of an intervention.
    Field(Id, InterventionField),
    /// Gives the floor to a delegation, or changes the speaking list.
    Speaker(SpeakerChoice),
    /// Corrects the current passage or its document.
    Correction(CorrectionChoice),
    /// Imports files of the inbox.
    Saved {
        /// The files.
        files: Vec<InboxFile>,
        /// Their paths, as typed.
        paths: Vec<String>,
    },
    /// Edits the chosen note.
    EditNote,
    /// Starts a note with the template of this name.
    Template(String),
    /// Nothing: a title between choices, which cannot be the current row.
    Title,
    /// Nothing: a line to read.
    Nothing,
}

/// How a passage or its document can be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrectionChoice {
    /// The passage is changed.
    Passage(PassageChange),
    /// The passage gets another number.
    Number,
    /// The words are chosen before which the passage ends.
    Split,
    /// A detail of the document is typed.
    Detail(DocumentDetail),
    /// The last correction is taken back.
    Undo,
    /// The document goes to the trash.
    Remove,
}

/// What can be done with the speaking list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerChoice {
    /// The delegation of a line of a list gets the floor.
    Listed(Id, usize),
    /// Names are added.
    Add,
    /// The speaking times of the meeting are set.
    Limit,
    /// The note of the list is edited.
    Edit,
}

/// An amendment to open or to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmendmentChoice {
    /// One that is there.
    Held(Id),
    /// A new one on the current passage.
    New(Operation),
    /// One that is there gets another status.
    Status(Id, AmendmentStatus),
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickerChoice {
    /// The text at the left: a number, a key.
    pub left: String,
    /// The text in the middle.
    pub text: String,
    /// The text at the right: a document, a count.
    pub right: String,
    /// What choosing it does.
    pub target: ChoiceTarget,
}

impl PickerChoice {
    /// A title between choices.
    #[must_use]
    pub fn title(text: String) -> Self {
        Self { left: String::new(), text, right: String::new(), target: ChoiceTarget::Title }
    }

    /// The text it is found by: everything shown of it, and the name of its verb as keymaps have it.
    fn name(&self) -> String {
        let verb = match &self.target {
            ChoiceTarget::Verb(binding) => binding.to_string(),
            _ => String::new(),
        };
        [&self.left, &self.text, &self.right, &verb].map(String::as_str).join(" ")
    }
}

/// Characters of the text of a passage that a choice has.
const LENGTH: usize = 160;

/// As much of the text of a passage as a choice shows.
#[must_use]
pub fn beginning(text: &str) -> String {
    text.chars().take(LENGTH).collect()
}

/// The rows of a list. A row is made when it is on screen or chosen, so a list may have any number of rows.
pub trait Rows: Debug + Send + Sync {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// The row at an index below [`Rows::count`].
    fn choice(&self, at: usize, locale: &Locale) -> Cow<'_, PickerChoice>;

    /// What choosing that row does.
    fn target(&self, at: usize) -> Cow<'_, ChoiceTarget>;
}

/// A short list, whose rows are made when it opens.
impl Rows for Vec<PickerChoice> {
    fn count(&self) -> usize {
        self.len()
    }

    fn choice(&self, at: usize, _: &Locale) -> Cow<'_, PickerChoice> {
        Cow::Borrowed(&self[at])
    }

    fn target(&self, at: usize) -> Cow<'_, ChoiceTarget> {
        Cow::Borrowed(&self[at].target)
    }
}

/// All rows of a list, and the names by which they are found.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The rows.
    pub rows: Arc<dyn Rows>,
    /// Their names, in the same order.
    pub names: Arc<Fuzzy>,
    /// Columns that the text at the left of each row takes, at most 255.
    pub left_widths: Arc<[u8]>,
}

impl Offer {
    /// Prepares rows to be found by their names. Each row is made once for that, but not stored.
    #[must_use]
    pub fn new(rows: Arc<dyn Rows>, locale: &Locale) -> Self {
        let mut left_widths = Vec::with_capacity(rows.count());
        let names = (0..rows.count()).map(|at| {
            let choice = rows.choice(at, locale);
            left_widths.push(u8::try_from(width(&choice.left)).unwrap_or(u8::MAX));
            choice.name()
        });
        let names = Arc::new(Fuzzy::new(names));
        Self { rows, names, left_widths: left_widths.into() }
    }
}

/// The languages that something on screen was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenLanguages {
    /// The language of the interface.
    pub interface: Language,
    /// The language the delegate reads.
    pub reading: Language,
}

impl ScreenLanguages {
    /// Those in use now.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        Self { interface: context.locale().language(), reading: context.reading() }
    }
}

/// The named passages of the library as a list last offered them: making them takes long in a large library.
#[derive(Debug, Clone)]
pub struct CachedOffer {
    shelf: Shelf,
    document: Arc<Document>,
    languages: ScreenLanguages,
    /// The passages.
    pub offer: Offer,
}

impl CachedOffer {
    /// Caches an offer made from a shelf, for a reader of one document.
    #[must_use]
    pub fn new(shelf: &Shelf, document: &Arc<Document>, languages: ScreenLanguages, offer: Offer) -> Self {
        Self { shelf: shelf.clone(), document: Arc::clone(document), languages, offer }
    }

    /// Whether the cached offer is still valid for these.
    #[must_use]
    pub fn is_current(&self, shelf: &Shelf, document: &Arc<Document>, languages: ScreenLanguages) -> bool {
        self.shelf.is(shelf) && Arc::ptr_eq(&self.document, document) && self.languages == languages
    }
}
