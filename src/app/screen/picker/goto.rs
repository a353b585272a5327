//! The list of passages: those named by address or citation first, then all with a name.

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{Choice, Target, beginning};
use crate::app::screen::picker::definition::{self, Definition, Matches, PreviewSize};
use crate::cite::resolve::Candidate;
use crate::model::{Block, BlockKind, Document, Place, Reference};

/// The list.
pub const PICKER: Definition = Definition {
    cached: true,
    find: |context, state, typed| Matches { exact: exact(context, typed), listed: state.named(typed) },
    preview_size: PreviewSize::Small,
    ..Definition::new(
        |app| app.appearance.locale.say("title-goto"),
        |app| choices(&app.context()),
        definition::read,
    )
};

/// The kinds of passages that have names. If several have the same name, the first kind is listed first.
const NAMED: [BlockKind; 4] =
    [BlockKind::Heading, BlockKind::NextStep, BlockKind::Norm, BlockKind::AgendaItem];

/// Everything with a name: headings, next steps, norms and agenda items of all documents, the current one first.
pub fn choices(context: &Context) -> Vec<Choice> {
    let current = &context.here().document;
    let others = context.library.shelf.documents().iter().filter(|other| other.symbol != current.symbol);
    let documents = std::iter::once(current).chain(others);
    documents.flat_map(|document| NAMED.iter().flat_map(|kind| named(context, document, *kind))).collect()
}

fn named<'a>(
    context: &'a Context,
    document: &'a Document,
    kind: BlockKind,
) -> impl Iterator<Item = Choice> + 'a {
    let blocks = document.of_kind(kind).map(|(_, block)| block);
    // The heading above next steps has no name of its own.
    let blocks = blocks.filter(|block| !matches!(block.address.place, Place::Steps(_)));
    blocks.map(|block| choice(context, document, block))
}

fn choice(context: &Context, document: &Document, block: &Block) -> Choice {
    let passage = Reference { symbol: document.symbol.clone(), address: block.address.clone() };
    Choice {
        left: naming::label(context.locale(), &passage),
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
    let found = choice(context, document, block);
    Some(Choice { right: format!("{} · {why}", found.right), target: Target::Passage(passage), ..found })
}
