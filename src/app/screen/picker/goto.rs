//! The list of passages: those named by address or citation first, then all with a name.

use std::borrow::Cow;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{Choice, Rows, Target, beginning};
use crate::app::screen::picker::definition::{self, Definition, Matches, PreviewSize, Source};
use crate::cite::resolve::Candidate;
use crate::locale::Locale;
use crate::model::{Block, BlockKind, Document, Place, Reference};

/// The list.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| Matches { exact: exact(context, typed), listed: state.named(typed) },
    preview_size: PreviewSize::Small,
    ..Definition::with(|app| app.appearance.locale.say("title-goto"), Source::NamedPassages, definition::read)
};

/// The kinds of passages that have names. If several have the same name, the first kind is listed first.
const NAMED: [BlockKind; 4] =
    [BlockKind::Heading, BlockKind::NextStep, BlockKind::Norm, BlockKind::AgendaItem];

/// Everything with a name: headings, next steps, norms and agenda items of all documents, the current one first.
#[derive(Debug)]
pub struct NamedPassages {
    documents: Vec<Arc<Document>>,
    /// Indexes of the document and of its block.
    rows: Vec<(u32, u32)>,
}

impl NamedPassages {
    /// Finds them in the library.
    #[must_use]
    pub fn new(context: &Context) -> Self {
        let current = &context.here().document;
        let others = context.library.shelf.documents().iter().filter(|other| other.symbol != current.symbol);
        let documents: Vec<_> = std::iter::once(current).chain(others).cloned().collect();
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let rows = documents.iter().enumerate().flat_map(|(at, document)| {
            let blocks = NAMED.iter().flat_map(|kind| document.of_kind(*kind));
            // The heading above next steps has no name of its own.
            let named = blocks.filter(|(_, block)| !matches!(block.address.place, Place::Steps(_)));
            named.map(move |(block, _)| (index(at), index(block)))
        });
        let rows = rows.collect();
        Self { documents, rows }
    }

    fn at(&self, row: usize) -> (&Document, &Block) {
        let (document, block) = self.rows[row];
        let document = &self.documents[document as usize];
        (document, &document.blocks[block as usize])
    }
}

impl Rows for NamedPassages {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn choice(&self, at: usize, locale: &Locale) -> Cow<'_, Choice> {
        let (document, block) = self.at(at);
        Cow::Owned(choice(locale, document, block))
    }

    fn target(&self, at: usize) -> Cow<'_, Target> {
        let (document, block) = self.at(at);
        Cow::Owned(Target::Passage(passage(document, block)))
    }
}

fn passage(document: &Document, block: &Block) -> Reference {
    Reference { symbol: document.symbol.clone(), address: block.address.clone() }
}

fn choice(locale: &Locale, document: &Document, block: &Block) -> Choice {
    let passage = passage(document, block);
    Choice {
        left: naming::label(locale, &passage),
        text: beginning(&block.text),
        right: document.symbol.to_string(),
        target: Target::Passage(passage),
    }
}

/// The passages named by what is typed, as an address or a citation; several if it is ambiguous.
pub fn candidates(context: &Context, typed: &str) -> Vec<Candidate> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    context.library.references().candidates(typed, Some(&context.passage()))
}

fn exact(context: &Context, typed: &str) -> Vec<Choice> {
    let found = candidates(context, typed).into_iter();
    found.filter_map(|candidate| candidate_choice(context, candidate)).collect()
}

fn candidate_choice(context: &Context, candidate: Candidate) -> Option<Choice> {
    let Candidate { passage, why, held } = candidate;
    let why = context.locale().say(why.id());
    let language = context.locale().language();
    if !held {
        let official = passage.symbol.official_address(language);
        let (left, target) = (naming::citation(language, &passage), Target::Official(official.clone()));
        return Some(Choice { left, text: official, right: why, target });
    }
    let document = context.library.shelf.get(&passage.symbol, Some(context.here().document.language))?;
    let block = document.block(&passage.address).or_else(|| document.blocks.first())?;
    let found = choice(context.locale(), document, block);
    Some(Choice { right: format!("{} · {why}", found.right), target: Target::Passage(passage), ..found })
}
