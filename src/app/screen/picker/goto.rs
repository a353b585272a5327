//! The list of passages: those named by address or citation first, then all with a name.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, Rows, beginning};
use crate::app::screen::picker::definition::{self, Definition, PreviewSize, RowSource};
use crate::app::screen::picker::goto_words;
use crate::cite::resolve::Candidate;
use crate::locale::Locale;
use crate::model::{Address, Block, BlockKind, Document, DocumentRow, Place, Process, Reference, Symbol};

/// The list.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| goto_words::with_passages(context, state, typed, exact(context, typed)),
    preview_size: PreviewSize::Small,
    ..Definition::with(
        |app| app.appearance.locale.say("title-goto"),
        RowSource::NamedPassages,
        definition::read,
    )
};

/// The kinds of passages that have names. If several have the same name, the first kind is listed first.
const NAMED: [BlockKind; 4] =
    [BlockKind::Heading, BlockKind::NextStep, BlockKind::Norm, BlockKind::AgendaItem];

/// A passage with a name: the index of its document and that of its block in it.
#[derive(Debug, Clone, Copy)]
struct NamedRow {
    document: u32,
    block: u32,
}

/// Everything with a name: headings, next steps, norms and agenda items of all documents, the current one first. Of a document
/// in several languages each passage once: in the language the delegate reads, else in another one.
///
/// A large library is not read for that. It lists the named passages of the current document, of the reports of the known processes
/// and of their agendas, and each other document by its title.
#[derive(Debug)]
pub struct NamedPassages {
    documents: Vec<Arc<Document>>,
    /// Indexes of the document and of its block.
    rows: Vec<NamedRow>,
    /// The documents listed by their titles, after the passages.
    titles: Vec<Arc<DocumentRow>>,
}

/// A library with more texts is large.
const MOST_LISTED: usize = 64;

impl NamedPassages {
    /// Finds them in the library.
    #[must_use]
    pub fn new(context: &Context) -> Self {
        let (shelf, current) = (&context.library.shelf, &context.here().document.symbol);
        let is_large = shelf.rows().len() > MOST_LISTED;
        let near: HashSet<&Symbol> = context.library.processes.iter().flat_map(symbols_of).collect();
        let (mut documents, mut rows, mut titles) = (Vec::new(), Vec::new(), Vec::new());
        let symbols = shelf.symbols().filter(|other| *other != current);
        for symbol in std::iter::once(current).chain(symbols) {
            if is_large && symbol != current && !near.contains(symbol) {
                let texts = shelf.rows_of(symbol).into_iter();
                titles.extend(
                    texts.min_by_key(|row| row.language.distance_from(context.reading())).map(Arc::clone),
                );
                continue;
            }
            let texts = shelf.best_first(symbol, context.reading());
            add_named(&texts, documents.len(), &mut rows);
            documents.extend(texts.into_iter().cloned());
        }
        Self { documents, rows, titles }
    }

    fn at(&self, row: usize) -> (&Document, &Block) {
        let row = self.rows[row];
        let document = &self.documents[row.document as usize];
        (document, &document.blocks[row.block as usize])
    }
}

/// The documents of a process: its reports and its agenda.
fn symbols_of(process: &Process) -> impl Iterator<Item = &Symbol> {
    process.reports.iter().map(|report| &report.symbol).chain([&process.agenda.symbol])
}

/// A document as a row: its start.
fn title(row: &DocumentRow) -> PickerChoice {
    PickerChoice {
        left: String::new(),
        text: beginning(&row.title),
        right: row.symbol.to_string(),
        target: title_target(row),
    }
}

fn title_target(row: &DocumentRow) -> ChoiceTarget {
    let address = row.first.clone().unwrap_or_else(|| Address::body(Place::Title));
    ChoiceTarget::Passage(Reference { symbol: row.symbol.clone(), address })
}

/// Adds the named passages of the texts of a document, the first of which has the index `first` in the library.
fn add_named(texts: &[&Arc<Document>], first: usize, rows: &mut Vec<NamedRow>) {
    let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let mut known = HashSet::new();
    for kind in NAMED {
        for (at, text) in texts.iter().enumerate() {
            // The heading above next steps has no name of its own.
            let named =
                text.of_kind(kind).filter(|(_, block)| !matches!(block.address.place, Place::Steps(_)));
            let new = named.filter(|(_, block)| texts.len() == 1 || known.insert(&block.address));
            rows.extend(new.map(|(block, _)| NamedRow { document: index(first + at), block: index(block) }));
        }
    }
}

impl Rows for NamedPassages {
    fn count(&self) -> usize {
        self.rows.len() + self.titles.len()
    }

    fn choice(&self, at: usize, locale: &Locale) -> Cow<'_, PickerChoice> {
        if let Some(row) = at.checked_sub(self.rows.len()) {
            return Cow::Owned(title(&self.titles[row]));
        }
        let (document, block) = self.at(at);
        Cow::Owned(choice(locale, document, block))
    }

    fn target(&self, at: usize) -> Cow<'_, ChoiceTarget> {
        if let Some(row) = at.checked_sub(self.rows.len()) {
            return Cow::Owned(title_target(&self.titles[row]));
        }
        let (document, block) = self.at(at);
        Cow::Owned(ChoiceTarget::Passage(passage(document, block)))
    }
}

fn passage(document: &Document, block: &Block) -> Reference {
    Reference { symbol: document.symbol.clone(), address: block.address.clone() }
}

fn choice(locale: &Locale, document: &Document, block: &Block) -> PickerChoice {
    let passage = passage(document, block);
    PickerChoice {
        left: naming::label(locale, &passage),
        text: beginning(&block.text),
        right: document.symbol.to_string(),
        target: ChoiceTarget::Passage(passage),
    }
}

/// The passages named by what is typed, as an address or a citation; several if it is ambiguous.
pub fn candidates(context: &Context, typed: &str) -> Vec<Candidate> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    context.library.references().candidates(typed, Some(&context.passage()))
}

/// The choices for what is typed as an address or a citation: each of the passages that are most likely meant together, and the
/// first ones of what may be meant instead.
fn exact(context: &Context, typed: &str) -> Vec<PickerChoice> {
    let references = context.library.references();
    let meaning = references.meaning(typed, Some(&context.passage()));
    let report = context.desk.report.as_ref();
    let meaning = references.with_sections(meaning, &context.library.processes, report);
    let mut choices = Vec::new();
    for (at, reading) in meaning.readings.into_iter().enumerate() {
        let shown = if at == 0 { reading.len() } else { 1 };
        // A passage that the library does not have is no place to go to.
        let held = reading.iter().filter(|one| one.held).map(|one| one.passage.clone());
        let passages: Arc<[Reference]> = held.collect();
        for candidate in reading.into_iter().take(shown) {
            let at = passages.iter().position(|passage| *passage == candidate.passage);
            let Some(choice) = candidate_choice(context, candidate) else { continue };
            choices.push(match at.filter(|_| passages.len() > 1) {
                Some(at) => together(context, choice, &passages, at),
                None => choice,
            });
        }
    }
    choices
}

/// The choice of one of several passages that were named together.
fn together(context: &Context, choice: PickerChoice, passages: &Arc<[Reference]>, at: usize) -> PickerChoice {
    let count = context.locale().say_with("goto-together", &[("count", passages.len().into())]);
    let target = ChoiceTarget::Passages { passages: Arc::clone(passages), at };
    PickerChoice { right: format!("{} · {count}", choice.right), target, ..choice }
}

fn candidate_choice(context: &Context, candidate: Candidate) -> Option<PickerChoice> {
    let Candidate { passage, why, held } = candidate;
    let why = context.locale().say(why.id());
    let language = context.locale().language();
    if !held {
        let official = passage.symbol.official_address(language);
        let (left, target) = (naming::citation(language, &passage), ChoiceTarget::Official(official.clone()));
        return Some(PickerChoice { left, text: official, right: why, target });
    }
    let held = context.library.shelf.destination(&passage, context.reading())?;
    let found = choice(context.locale(), held.document, held.block());
    Some(PickerChoice {
        right: format!("{} · {why}", found.right),
        target: ChoiceTarget::Passage(passage),
        ..found
    })
}
