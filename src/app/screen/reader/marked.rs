//! The document with what is proposed for it: the words that go and come in each passage with amendments.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::screen::amendment;
use crate::base::Span;
use crate::compare::{ChangeKind, RollingProposal, RollingText, rolling};
use crate::locale::Locale;
use crate::model::{Block, Document, Language, Reference};
use crate::workspace::Note;
use crate::workspace::amendment::{AmendedText, Amendment, Operation};

/// The marked text of a document, and what it was made of.
#[derive(Debug, Clone)]
pub struct MarkedDocument {
    /// The document without marks.
    of: Arc<Document>,
    /// The amendments that are marked in it.
    amendments: Vec<Note>,
    /// The name of the own delegation in it depends on the language.
    locale: Language,
    /// The document with other words in the passages that have amendments.
    pub document: Document,
    /// For each of its passages, what was marked.
    marks: Vec<Vec<(Span, ChangeKind)>>,
}

impl MarkedDocument {
    /// The marked text of the current document.
    #[must_use]
    pub fn new(context: &Context) -> Self {
        let of = Arc::clone(&context.here().document);
        let amendments = amendments(context, &of).cloned().collect();
        let mut document = Document::clone(&of);
        let mut marks = vec![Vec::new(); document.blocks.len()];
        for (block, marks) in document.blocks.iter_mut().zip(&mut marks) {
            let passage = Reference { symbol: of.symbol.clone(), address: block.address.clone() };
            let held = context.workspace.amendments.for_passage(&passage);
            let held: Vec<Amendment<'_>> = held.into_iter().rev().map(Amendment::of).collect();
            if !held.is_empty() {
                *marks = mark(block, &held, context);
            }
        }
        Self { of, amendments, locale: context.locale().language(), document, marks }
    }

    /// Whether it is still that of the current document and its amendments.
    #[must_use]
    pub fn is_current(&self, context: &Context) -> bool {
        self.is_of(&context.here().document)
            && self.locale == context.locale().language()
            && self.amendments.iter().eq(amendments(context, &self.of))
    }

    /// Whether it was made of this document.
    #[must_use]
    pub fn is_of(&self, document: &Arc<Document>) -> bool {
        Arc::ptr_eq(&self.of, document)
    }

    /// What the character at a byte of a passage is.
    #[must_use]
    pub fn kind_at(&self, block: usize, byte: usize) -> ChangeKind {
        let marks = self.marks.get(block).map(Vec::as_slice).unwrap_or_default();
        let found = marks.iter().find(|(span, _)| span.contains(byte));
        found.map_or(ChangeKind::Same, |(_, kind)| *kind)
    }

    /// Whether the words of a passage are other ones than in the document.
    #[must_use]
    pub fn is_marked(&self, block: usize) -> bool {
        self.marks.get(block).is_some_and(|marks| !marks.is_empty())
    }
}

/// The amendments of a document, in the order of the notebook.
fn amendments<'a>(context: &Context<'a>, document: &'a Document) -> impl Iterator<Item = &'a Note> {
    let is_own = |note: &&Note| note.anchor.as_ref().is_some_and(|anchor| anchor.symbol == document.symbol);
    context.workspace.amendments.notes().filter(is_own)
}

/// Writes what is proposed into a passage, and answers where it is.
fn mark(block: &mut Block, held: &[Amendment<'_>], context: &Context) -> Vec<(Span, ChangeKind)> {
    let locale = context.locale();
    let shelf = &context.library.shelf;
    let read = context.here().document.language;
    let open = |amendment: &&Amendment<'_>| {
        !amendment.status.is_over()
            && amendment.language.is_none_or(|own| own == read)
            && amendment.state(shelf) == AmendedText::Current
    };
    let held: Vec<&Amendment<'_>> = held.iter().filter(open).collect();
    let proposals: Vec<RollingProposal> = held
        .iter()
        .filter(|amendment| !amendment.operation.is_insertion())
        .flat_map(|amendment| proposals(amendment, locale))
        .collect();
    let text = rolling(&block.text, &proposals, &locale.say("rolling-deleted"));
    let mut marks = text.marked.marks.clone();
    let before = insertions(&held, Operation::InsertBefore, locale);
    let after = insertions(&held, Operation::InsertAfter, locale);
    let shift: usize = before.iter().map(|words| words.len() + 1).sum();
    marks.iter_mut().for_each(|(span, _)| *span = Span::new(span.start + shift, span.end + shift));
    let mut words = String::new();
    for new in before {
        marks.push((Span::new(words.len(), words.len() + new.len()), ChangeKind::Added));
        words += &(new + "\n");
    }
    words += &text.marked.text;
    for new in after {
        words.push('\n');
        marks.push((Span::new(words.len(), words.len() + new.len()), ChangeKind::Added));
        words += &new;
    }
    move_inlines(block, &text, shift);
    block.text = words;
    marks
}

/// The whole wordings that an amendment proposes.
fn proposals(amendment: &Amendment<'_>, locale: &Locale) -> Vec<RollingProposal> {
    let proposal = |by: Option<String>, wording: String| RollingProposal {
        source: amendment::source(by, locale),
        wording,
    };
    match amendment.operation {
        Operation::Delete => vec![proposal(amendment.by(), String::new())],
        _ => amendment.wordings().into_iter().map(|wording| proposal(wording.source, wording.text)).collect(),
    }
}

/// The new passages before or after this one, each in brackets with its source.
fn insertions(held: &[&Amendment<'_>], operation: Operation, locale: &Locale) -> Vec<String> {
    let own = held.iter().filter(|amendment| amendment.operation == operation);
    let wordings = own.flat_map(|amendment| amendment.wordings());
    wordings
        .map(|wording| {
            format!("[{}: + {}]", amendment::source(wording.source, locale), wording.text.replace('\n', " "))
        })
        .collect()
}

/// Moves the footnote calls and the emphasis of a passage to where their words are now.
fn move_inlines(block: &mut Block, text: &RollingText, shift: usize) {
    for inline in &mut block.inlines {
        let (start, end) = (text.moved(inline.span.start), text.moved(inline.span.end));
        inline.span = Span::new(start + shift, end.max(start) + shift);
    }
}
