//! The graph of citations: what each passage cites, and who cites it, through footnotes too.

mod links;
mod table;

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::base::{Span, Unwatched, Watch};
use crate::cite::aliases::Aliases;
use crate::cite::expand::Target;
use crate::model::{Address, Document, Language, Reference, Shelf, Symbol};

pub use links::DocumentLinks;
use table::LinkTable;

/// One passage cites another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The passage that cites.
    pub from: Reference,
    /// The language of the text with the citation, in which its words and their place are.
    pub language: Language,
    /// What it cites.
    pub to: Target,
    /// Whether that passage is in the library.
    pub held: bool,
    /// The words of the citation.
    pub raw: String,
    /// Their place: in the text of the footnote if there is one, otherwise of the passage itself.
    pub span: Span,
    /// The footnote in which the passage cites.
    pub through: Option<Address>,
}

/// How a citation bears on a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearing {
    /// It cites the passage itself.
    Exact,
    /// It cites a part of the passage: `57 b)` when the question is about 57.
    Inside,
    /// It cites what contains the passage: 57 when the question is about `57 b)`.
    Around,
    /// It cites the commentary on the norm.
    Commentary,
}

impl Bearing {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Inside => "inside",
            Self::Around => "around",
            Self::Commentary => "commentary",
        }
    }
}

/// Where a graph gets the links of documents from when they are first asked for. Implemented where files are read.
pub trait LinkSource: fmt::Debug + Send + Sync {
    /// The links of the texts of a document, in order of language.
    fn texts(&self, symbol: &Symbol) -> Vec<DocumentLinks>;

    /// All links that lead to a document, in order of the citing document, its language and passage.
    fn citing(&self, symbol: &Symbol) -> Vec<Link>;

    /// Whether the library has what a link leads to.
    fn holds(&self, target: &Target) -> bool;

    /// The symbol under which the library has a document, a part of a resolution also with other parts; `None` if it has none.
    fn held_as(&self, symbol: &Symbol) -> Option<Symbol>;
}

/// What the documents of the library cite.
#[derive(Debug, Default)]
pub struct Graph {
    /// The links of all documents, if they were read at once.
    whole: Option<LinkTable>,
    /// Otherwise where they come from, and those read until now.
    source: Option<Arc<dyn LinkSource>>,
    first: OnceLock<Box<DocumentTables>>,
}

/// The links around one document, each table made when it is first needed. They form a chain: what was lent out stays in its place.
#[derive(Debug)]
struct DocumentTables {
    symbol: Symbol,
    own: OnceLock<LinkTable>,
    citing: OnceLock<LinkTable>,
    next: OnceLock<Box<DocumentTables>>,
}

impl DocumentTables {
    fn new(symbol: &Symbol) -> Self {
        Self { symbol: symbol.clone(), own: OnceLock::new(), citing: OnceLock::new(), next: OnceLock::new() }
    }
}

impl Graph {
    /// Reads all citations of the documents of the library, each in every language it is held in.
    #[must_use]
    pub fn of(shelf: &Shelf, aliases: &Aliases) -> Self {
        Self::read(shelf, aliases, &Unwatched).expect("nobody stops it")
    }

    /// The same while somebody watches; `None` if the watcher stops it between two documents.
    pub fn read(shelf: &Shelf, aliases: &Aliases, watch: &impl Watch) -> Option<Self> {
        let mut whole = LinkTable::default();
        let total = shelf.rows().len();
        for (done, document) in shelf.passing().enumerate() {
            if !watch.continues(done, total) {
                return None;
            }
            whole.add(DocumentLinks::of(&document, aliases));
        }
        whole.finish(None);
        Some(Self { whole: Some(whole), ..Self::default() })
    }

    /// A graph that reads the links around a document when they are first asked for.
    #[must_use]
    pub fn open(source: Arc<dyn LinkSource>) -> Self {
        Self { source: Some(source), ..Self::default() }
    }

    /// The tables of a document.
    fn tables(&self, symbol: &Symbol) -> &DocumentTables {
        let mut place = &self.first;
        loop {
            let tables = place.get_or_init(|| Box::new(DocumentTables::new(symbol)));
            if tables.symbol == *symbol {
                return tables;
            }
            place = &tables.next;
        }
    }

    /// The links of the texts of a document.
    fn from(&self, symbol: &Symbol) -> Option<&LinkTable> {
        let Some(source) = &self.source else { return self.whole.as_ref() };
        let read = || {
            let mut table = LinkTable::default();
            source.texts(symbol).into_iter().for_each(|text| table.add(text));
            table.finish(Some(source.as_ref()));
            table
        };
        Some(self.tables(symbol).own.get_or_init(read))
    }

    /// The links that lead to a document.
    fn to(&self, symbol: &Symbol) -> Option<&LinkTable> {
        let Some(source) = &self.source else { return self.whole.as_ref() };
        let read = || {
            let mut table = LinkTable::default();
            source.texts(symbol).iter().for_each(|text| table.add_passages(text));
            table.add_links(source.citing(symbol));
            table.finish(Some(source.as_ref()));
            table
        };
        Some(self.tables(symbol).citing.get_or_init(read))
    }

    /// All citations, in order of document, language and passage; of a graph that is opened and not read, none.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        self.whole.as_ref().map_or(&[], LinkTable::links)
    }

    /// What a passage cites, with its sub-passages and the footnotes they call; a section, all of its passages. The words are
    /// in `language` where the library has the citation in that language; a citation that several languages have is listed
    /// in one of them.
    #[must_use]
    pub fn cites(&self, passage: &Reference, language: Language) -> Vec<&Link> {
        self.from(&passage.symbol).map(|table| table.cites(passage, language)).unwrap_or_default()
    }

    /// Who cites a passage, how the citation bears on it, the nearest first. A passage that cites in a
    /// footnote is listed twice, for itself and for the footnote. Languages as in [`Self::cites`].
    #[must_use]
    pub fn cited_by(&self, passage: &Reference, language: Language) -> Vec<(&Link, Bearing)> {
        self.to(&passage.symbol).map(|table| table.cited_by(passage, language)).unwrap_or_default()
    }

    /// What a passage of a text itself cites, its sub-passages left aside. The places of the citations are in that text.
    #[must_use]
    pub fn own(&self, document: &Document, address: &Address) -> &[Link] {
        self.from(&document.symbol).map_or(&[], |table| table.own(document, address))
    }

    /// Whether some passage cites exactly this one.
    #[must_use]
    pub fn is_cited(&self, passage: &Reference) -> bool {
        self.to(&passage.symbol).is_some_and(|table| table.is_cited(passage))
    }

    /// The passages that belong to a passage: to a section its paragraphs, to a paragraph its sub-paragraphs, to a norm the
    /// commentary on it. As the text in `language` has them or, if it does not have the passage, that in another language.
    #[must_use]
    pub fn within(&self, passage: &Reference, language: Language) -> &[Address] {
        self.from(&passage.symbol).map_or(&[], |table| table.within(passage, language))
    }
}
