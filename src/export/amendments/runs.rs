//! A passage in pieces: words of one type style that stay, go or come, and calls of footnotes.

use std::collections::BTreeSet;

use crate::export::amendments::plan::PlannedChange;
use crate::export::prose::{RevisionKind, StyledText};
use crate::model::{Block, InlineKind};

/// A piece of a passage.
pub(super) enum PassagePiece {
    /// Words; those that change with the proposal, by its index.
    Words {
        /// The words.
        words: StyledText,
        /// The proposal by which they come or go.
        change: Option<(usize, RevisionKind)>,
    },
    /// The call of a footnote.
    Call {
        /// Its mark.
        mark: String,
        /// The byte of the passage where it is.
        place: usize,
    },
}

/// The pieces of a passage with some changes, in order. A call stays even where the words around it are replaced: new words
/// come before it, and the footnote is not lost.
pub(super) fn pieces(block: &Block, changes: &[PlannedChange]) -> Vec<PassagePiece> {
    let mut cuts: BTreeSet<usize> = [0, block.text.len()].into();
    cuts.extend(block.inlines.iter().flat_map(|inline| [inline.span.start, inline.span.end]));
    cuts.extend(changes.iter().flat_map(|change| [change.change.before.start, change.change.before.end]));
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut passage = Cut { block, changes, pieces: Vec::new(), come: BTreeSet::new() };
    for (index, at) in cuts.iter().enumerate() {
        passage.place(*at);
        if let Some(end) = cuts.get(index + 1) {
            passage.words(*at, *end);
        }
    }
    passage.pieces
}

/// A passage being cut.
struct Cut<'a> {
    block: &'a Block,
    changes: &'a [PlannedChange],
    pieces: Vec<PassagePiece>,
    /// The changes whose new words are written, by their indexes.
    come: BTreeSet<usize>,
}

impl Cut<'_> {
    /// What is at a place between words: new words that replace those before it, calls, new words that replace none.
    fn place(&mut self, at: usize) {
        let calls = self.block.calls().filter(|(_, place)| *place == at);
        let calls: Vec<PassagePiece> =
            calls.map(|(mark, place)| PassagePiece::Call { mark: mark.to_owned(), place }).collect();
        for (index, change) in self.changes.iter().enumerate() {
            let before = change.change.before;
            let replaces = before.start < at && at <= before.end;
            if replaces && (at == before.end || !calls.is_empty()) {
                self.come(index);
            }
        }
        self.pieces.extend(calls);
        for (index, change) in self.changes.iter().enumerate() {
            if change.change.before.is_empty() && change.change.before.start == at {
                self.come(index);
            }
        }
    }

    /// The new words of a change, unless they are written.
    fn come(&mut self, index: usize) {
        let change = &self.changes[index];
        if self.come.insert(index) && !change.words.is_empty() {
            let place = change.change.before.start;
            let words = self.styled(place, place + 1, change.words.clone());
            let change = Some((change.proposal, RevisionKind::Inserted));
            self.pieces.push(PassagePiece::Words { words, change });
        }
    }

    /// The words of the passage in a range within which nothing changes.
    fn words(&mut self, start: usize, end: usize) {
        let goes = |change: &&PlannedChange| {
            let before = change.change.before;
            before.start <= start && end <= before.end
        };
        let change = self.changes.iter().find(goes).map(|change| (change.proposal, RevisionKind::Deleted));
        let words = self.styled(start, end, self.block.text[start..end].to_owned());
        self.pieces.push(PassagePiece::Words { words, change });
    }

    /// Words in the type style of a range of the passage.
    fn styled(&self, start: usize, end: usize, text: String) -> StyledText {
        let is = |kind: &InlineKind| {
            let mut inlines = self.block.inlines.iter().filter(|inline| inline.kind == *kind);
            inlines.any(|inline| inline.span.start <= start && end <= inline.span.end)
        };
        StyledText { text, bold: is(&InlineKind::Strong), italic: is(&InlineKind::Emphasis) }
    }
}
