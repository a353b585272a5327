//! What one document cites: the links of its passages, read from its text.

use std::collections::HashMap;

use crate::cite::aliases::Aliases;
use crate::cite::expand;
use crate::cite::graph::Link;
use crate::model::{Address, Block, BlockKind, Document, Language, Place, Reference, Symbol};

/// The passages of a document in one language and what they cite, before it is known which of that is in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLinks {
    /// The document.
    pub symbol: Symbol,
    /// The language of its text.
    pub language: Language,
    /// The addresses of its passages in order.
    pub addresses: Vec<Address>,
    /// For each passage, the place after the last one that belongs to it.
    pub reach: Vec<usize>,
    /// The links in order of the passages that cite.
    pub links: Vec<Link>,
    /// For each passage, its first link; one more for the end.
    pub starts: Vec<usize>,
}

impl DocumentLinks {
    /// Reads the citations of a document.
    #[must_use]
    pub fn of(document: &Document, aliases: &Aliases) -> Self {
        let mut cited: Vec<Vec<expand::Cited>> = vec![Vec::new(); document.blocks.len()];
        for citation in expand::document(document, aliases) {
            let block = citation.block;
            cited[block].push(citation);
        }
        let is_note = |block: &Block| matches!(block.address.place, Place::Note(_));
        let notes = document.blocks.iter().enumerate().filter(|(_, block)| is_note(block));
        let places: HashMap<&Address, usize> = notes.map(|(at, block)| (&block.address, at)).collect();
        let mut found = Self {
            symbol: document.symbol.clone(),
            language: document.language,
            addresses: document.blocks.iter().map(|block| block.address.clone()).collect(),
            reach: reach(document),
            links: Vec::new(),
            starts: Vec::with_capacity(document.blocks.len() + 1),
        };
        for (at, block) in document.blocks.iter().enumerate() {
            found.starts.push(found.links.len());
            found.link(&block.address, &cited[at], None);
            for (mark, _) in block.calls() {
                let note = Address { part: block.address.part.clone(), place: Place::Note(mark.to_owned()) };
                if let Some(place) = places.get(&note).copied().filter(|place| *place != at) {
                    found.link(&block.address, &cited[place], Some(&note));
                }
            }
        }
        found.starts.push(found.links.len());
        found
    }

    fn link(&mut self, from: &Address, cited: &[expand::Cited], through: Option<&Address>) {
        let from = Reference { symbol: self.symbol.clone(), address: from.clone() };
        for one in cited {
            self.links.extend(one.targets.iter().map(|target| Link {
                from: from.clone(),
                language: self.language,
                to: target.clone(),
                held: false,
                raw: one.citation.raw.clone(),
                span: one.citation.span,
                through: through.cloned(),
            }));
        }
    }
}

/// For each passage, the place after the last one that belongs to it, in one walk with the open ones on a stack.
fn reach(document: &Document) -> Vec<usize> {
    let blocks = &document.blocks;
    let mut reach: Vec<usize> = (1..=blocks.len()).collect();
    let mut open: Vec<usize> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        while let Some(last) = open.last().copied().filter(|last| !holds(document, *last, at)) {
            reach[last] = at;
            open.pop();
        }
        if block.kind != BlockKind::Footnote && block.address.place != Place::Title {
            open.push(at);
        }
    }
    for last in open {
        reach[last] = blocks.len();
    }
    reach
}

/// Whether a later passage belongs to one: to a heading lower ones and what is under it, to a norm the
/// paragraphs that comment on it, a paragraph for its sub-paragraphs and the agenda it quotes.
fn holds(document: &Document, above: usize, below: usize) -> bool {
    let (above, below) = (&document.blocks[above], &document.blocks[below]);
    if above.address.part != below.address.part || below.kind == BlockKind::Footnote {
        return false;
    }
    if let Some(level) = Document::heading_level(&above.address) {
        return Document::heading_level(&below.address).is_none_or(|other| other > level);
    }
    match (&above.address.place, &below.address.place) {
        (Place::Norm(_), Place::Paragraph(_)) => true,
        (Place::Paragraph(path), Place::Item(_)) => path.len() == 1,
        _ => above.address.covers(&below.address),
    }
}
