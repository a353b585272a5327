//! Citations as screens show them: what a passage cites, what cites it, and the changes if it repeats another passage.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, beginning};
use crate::app::screen::{naming, position, reader};
use crate::base::Span;
use crate::cite;
use crate::cite::graph::Link;
use crate::cite::origin::{self, Sameness};
use crate::compare::{self, Marked};
use crate::model::{Address, Document, Place, Reference};
use crate::typeset::wrap;

/// Follows the only citation of the current passage, or lists all of them; if there is none, shows or hides its
/// footnotes.
pub fn follow(reader: &mut reader::State, context: &Context) -> Outcome {
    match cited(context).as_slice() {
        [] => toggle_notes(reader, context),
        [PickerChoice { target: ChoiceTarget::Passage(only), .. }] => Outcome::of(Intent::Go(only.clone())),
        _ => Outcome::of(Intent::Open(Overlay::Picker(Picker::Citations))),
    }
}

/// Shows or hides the footnotes of the current passage; shows a notice if it has none.
pub fn toggle_notes(reader: &mut reader::State, context: &Context) -> Outcome {
    if reader.toggle_notes(context.here(), context.content(Pane::Reader)) {
        return Outcome::none();
    }
    Outcome::notify(Notice::new("notice-no-footnote"))
}

/// What the current passage cites, each passage once; documents that the library does not have, with their official
/// address.
#[must_use]
pub fn cited(context: &Context) -> Vec<PickerChoice> {
    cited_in(context, &context.passage())
}

/// The same for any passage.
#[must_use]
pub fn cited_in(context: &Context, passage: &Reference) -> Vec<PickerChoice> {
    let Some(graph) = &context.library.graph else { return Vec::new() };
    let mut choices: Vec<PickerChoice> = Vec::new();
    for link in graph.cites(passage, context.reading()) {
        let choice = cited_choice(context, link);
        let same = |known: &&mut PickerChoice| (&known.left, &known.target) == (&choice.left, &choice.target);
        match choices.iter_mut().find(same) {
            // One sub-paragraph may repeat what another only cites.
            Some(known) if known.right.is_empty() => known.right = choice.right,
            Some(_) => {}
            None => choices.push(choice),
        }
    }
    choices
}

fn cited_choice(context: &Context, link: &Link) -> PickerChoice {
    let language = context.locale().language();
    let symbol = link.to.symbol.as_ref();
    let left = cite::write(symbol, &link.to.address, language);
    if let Some(symbol) = symbol.filter(|_| link.held) {
        let passage = Reference { symbol: symbol.clone(), address: link.to.address.clone() };
        let (text, right) = (start_of(context, &passage), sameness(context, link, &passage));
        let left = naming::with_version(context, left, symbol);
        return PickerChoice { left, text, right, target: ChoiceTarget::Passage(passage) };
    }
    let official = symbol.map(|symbol| symbol.official_address(language)).unwrap_or_default();
    let text = context.locale().say("not-in-library");
    PickerChoice { left, text, right: official.clone(), target: ChoiceTarget::Official(official) }
}

/// Whether the citing passage repeats the text of the cited one, unchanged or changed; empty if it does not.
fn sameness(context: &Context, link: &Link, cited: &Reference) -> String {
    match texts(context, link, cited).map(|(here, there)| origin::compare(here, there).sameness) {
        Some(Sameness::Same) => context.locale().say("origin-same"),
        Some(Sameness::Changed) => context.locale().say("origin-changed"),
        Some(Sameness::NotFound) | None => String::new(),
    }
}

/// The passages that cite the current one, each once, those that cite it most directly first.
#[must_use]
pub fn citing(context: &Context) -> Vec<PickerChoice> {
    let Some(graph) = &context.library.graph else { return Vec::new() };
    let mut choices: Vec<PickerChoice> = Vec::new();
    for (link, _) in graph.cited_by(&context.passage(), context.reading()) {
        // The citation of a footnote is listed for the passage that calls the footnote.
        if matches!(link.from.address.place, Place::Note(_)) && link.through.is_none() {
            continue;
        }
        let target = ChoiceTarget::Passage(link.from.clone());
        if choices.iter().all(|known| known.target != target) {
            let citation = naming::citation(context.locale().language(), &link.from);
            let left = naming::with_version(context, citation, &link.from.symbol);
            let text = start_of(context, &link.from);
            choices.push(PickerChoice { left, text, right: String::new(), target });
        }
    }
    choices
}

/// The texts of the citing and of the cited passage in the language of the citation; `None` if the library does not have
/// the cited one in that language: texts in different languages cannot be compared.
fn texts<'a>(context: &Context<'a>, link: &Link, cited: &Reference) -> Option<(&'a str, &'a str)> {
    let text = |passage: &Reference| {
        let found = context.library.shelf.passage(passage, link.language)?;
        (found.document.language == link.language).then(|| found.text())
    };
    Some((text(&link.from)?, text(cited)?))
}

/// The beginning of the text of a passage, or of its document if the passage is not found.
fn start_of(context: &Context, passage: &Reference) -> String {
    let first = |document: &Arc<Document>| document.blocks.first().map(|block| beginning(&block.text));
    let start = || first(context.library.shelf.get(&passage.symbol, context.reading())?);
    context.look_up(passage).map(|found| beginning(found.text())).or_else(start).unwrap_or_default()
}

/// The text of a cited passage and that of the current passage, if the current one repeats it with changes; `None` if
/// it repeats it unchanged or not at all.
#[must_use]
pub fn changes(context: &Context, cited: &Reference) -> Option<Repetition> {
    let links = context.library.graph.as_ref()?.cites(&context.passage(), context.reading());
    let to_it = |link: &&Link| {
        link.to.symbol.as_ref() == Some(&cited.symbol) && link.to.address == cited.address && link.held
    };
    let mut compared = links.into_iter().filter(to_it).filter_map(|link| {
        let (here, there) = texts(context, link, cited)?;
        let sameness = origin::compare(here, there).sameness;
        (sameness != Sameness::NotFound).then_some((sameness, here, there))
    });
    let (sameness, here, there) = compared.next()?;
    (sameness == Sameness::Changed).then(|| Repetition { there: there.to_owned(), here: here.to_owned() })
}

/// The texts of a cited passage and of the passage that repeats it with changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repetition {
    there: String,
    here: String,
}

/// How many words are shown on either side of a change if the whole text does not fit; the first that fits is used.
const CONTEXTS: [usize; 4] = [12, 6, 3, 1];

impl Repetition {
    /// Both as one text with the words of the cited passage marked as removed and the other ones as added. It is
    /// shortened to `rows` rows of `width` columns, as far as possible.
    #[must_use]
    pub fn fitted(&self, width: usize, rows: usize) -> Marked {
        let whole = compare::marked(&self.there, &self.here, None);
        let fits = |marked: &Marked| wrap(&marked.text, width.max(1)).len() <= rows;
        if fits(&whole) {
            return whole;
        }
        let shorter = CONTEXTS.map(|context| compare::marked(&self.there, &self.here, Some(context)));
        let last = shorter.len() - 1;
        let chosen = shorter.iter().position(fits).unwrap_or(last);
        shorter.into_iter().nth(chosen).unwrap_or(whole)
    }
}

/// The citations in the text of a passage, each with the official address of the document it cites.
#[must_use]
pub fn official(context: &Context, document: &Document, block: usize) -> Vec<(Span, String)> {
    let (Some(graph), Some(block)) = (&context.library.graph, document.blocks.get(block)) else {
        return Vec::new();
    };
    let mut found: Vec<(Span, String)> = Vec::new();
    for link in graph.own(document, &block.address).iter().filter(|link| link.through.is_none()) {
        // A citation of several paragraphs is one link to their document.
        if found.last().is_none_or(|(known, _)| *known != link.span)
            && let Some(symbol) = &link.to.symbol
        {
            found.push((link.span, symbol.official_address(context.locale().language())));
        }
    }
    found
}

/// The words of the current passage in quotation marks, followed by its citation.
#[must_use]
pub fn quoted_here(context: &Context) -> String {
    let (locale, at) = (context.locale(), context.passage());
    let citation = naming::citation(locale.language(), &at);
    let words = position::words(&context.here().document, &at).unwrap_or_default();
    let args = [("words", words.as_str().into()), ("citation", citation.as_str().into())];
    locale.say_with("quoted-passage", &args)
}

/// The sign in the margin of a passage of a document: it cites another one, is cited, or both; `None` if neither.
#[must_use]
pub fn sign(context: &Context, document: &Document, address: &Address) -> Option<char> {
    let graph = context.library.graph.as_ref()?;
    let passage = Reference { symbol: document.symbol.clone(), address: address.clone() };
    let cites = !graph.own(document, address).is_empty();
    match (cites, graph.is_cited(&passage)) {
        (true, true) => Some('↔'),
        (true, false) => Some('→'),
        (false, true) => Some('←'),
        (false, false) => None,
    }
}
