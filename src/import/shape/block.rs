//! A passage while it is being made: lines still come to it, its text is not clean yet.

use crate::base::Finding;
use crate::import::line::NoteCall;
use crate::model::{Address, BlockKind, Part, Place};

/// A passage while it is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// Its address; the counts of `text/N` come last.
    pub address: Address,
    /// What it is.
    pub kind: BlockKind,
    /// The number as printed.
    pub number: Option<String>,
    /// The words.
    pub text: String,
    /// First line.
    pub line: u32,
    /// Last line.
    pub last: u32,
    /// The footnotes called, in order; each is one character in the text.
    pub calls: Vec<RawCall>,
    /// What was repaired in it.
    pub findings: Vec<Finding>,
}

/// A footnote called in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawCall {
    /// Its mark, and what the format says of its footnote.
    pub call: NoteCall,
    /// The footnote, as its place among all of the document, once it is found.
    pub note: Option<usize>,
}

impl Raw {
    /// A passage with its first words.
    #[must_use]
    pub fn new(address: Address, kind: BlockKind, number: Option<String>, text: &str, line: u32) -> Self {
        let (calls, findings) = (Vec::new(), Vec::new());
        Self { address, kind, number, text: text.trim().to_owned(), line, last: line, calls, findings }
    }

    /// A passage without number; its count comes last.
    #[must_use]
    pub fn text(part: &Part, text: &str, line: u32) -> Self {
        let address = Address { part: part.clone(), place: Place::Text(vec![String::new()]) };
        Self::new(address, BlockKind::Text, None, text, line)
    }

    /// Whether it is running text that a page may have cut.
    #[must_use]
    pub fn runs(&self) -> bool {
        match self.kind {
            BlockKind::Heading => false,
            BlockKind::Text => self.text.len() > 160,
            _ => true,
        }
    }
}

/// The place below another one: `16` → `16/a`.
#[must_use]
pub fn below(host: &Address, component: &str) -> Address {
    let mut address = host.clone();
    match &mut address.place {
        Place::Paragraph(path)
        | Place::Preambular(path)
        | Place::Operative(path)
        | Place::Item(path)
        | Place::Text(path)
        | Place::Step(_, path)
        | Place::Heading(path) => path.push(component.to_owned()),
        Place::Norm(letter) => letter.push_str(&format!("-{component}")),
        Place::Steps(section) => {
            address.place = Place::Step(std::mem::take(section), vec![component.to_owned()]);
        }
        Place::Title | Place::Note(_) => {
            address.place = Place::Text(vec![String::new(), component.to_owned()])
        }
    }
    address
}
