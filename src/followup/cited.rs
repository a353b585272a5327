//! What steps point to: their citations, by document and passage, and the footnotes they call.

use std::collections::HashMap;

use crate::cite::Aliases;
use crate::cite::expand;
use crate::followup::Cite;
use crate::model::{Address, Block, Document, Place};

/// The citations of a document, by the index of their passage among its blocks.
pub(super) struct CitesByBlock(HashMap<usize, Vec<Cite>>);

impl CitesByBlock {
    /// Reads the citations of a document.
    pub fn new(document: &Document) -> Self {
        let mut by_block: HashMap<usize, Vec<Cite>> = HashMap::new();
        for one in expand::document(document, Aliases::bundled()) {
            let address = &document.blocks[one.block].address;
            by_block.entry(one.block).or_default().extend(cites(one, address));
        }
        Self(by_block)
    }

    /// Those of one passage.
    pub fn of(&self, at: usize) -> Vec<Cite> {
        self.0.get(&at).cloned().unwrap_or_default()
    }
}

/// One row for each document a citation leads to; nothing if the text does not show where it leads.
fn cites(one: expand::Cited, address: &Address) -> Vec<Cite> {
    let mut found: Vec<Cite> = Vec::new();
    for target in one.targets {
        let same = found.iter().position(|cite| cite.symbol == target.symbol);
        let at = same.unwrap_or_else(|| {
            let (text, span) = (one.citation.raw.clone(), one.citation.span);
            found.push(Cite {
                text,
                address: address.clone(),
                span,
                symbol: target.symbol,
                addresses: Vec::new(),
            });
            found.len() - 1
        });
        if target.address.place != Place::Title {
            found[at].addresses.push(target.address);
        }
    }
    found
}

/// The footnotes a passage calls.
pub(super) fn notes(block: &Block) -> Vec<Address> {
    let note = |mark: &str| Address { part: block.address.part.clone(), place: Place::Note(mark.to_owned()) };
    block.calls().map(|(mark, _)| note(mark)).collect()
}
