//! Which number a new passage gets: after *17* the first is *17 bis*, the second *17 ter*.
//!
//! Numbers are given in the order in which the amendments were made, ours and those of others: what was *17 bis* on the floor
//! stays *17 bis*. An amendment that is only an idea, or no longer on the table, takes no number from others. All wordings of
//! one amendment are alternatives and have the same number.

use crate::base::numbering;
use crate::model::{Address, Document, Language, Place, Reference, Shelf};
use crate::workspace::{Amendment, AmendmentStatus, Notebook, Operation};

/// How many numbers are taken before the new passages of an amendment: 0 if the first is *bis*, 1 if it is *ter*. Counted
/// are the passages of the document itself (`12bis`) and the new passages of earlier amendments after the same number.
#[must_use]
pub fn taken_numbers(amendment: &Amendment<'_>, all: &Notebook, shelf: &Shelf) -> usize {
    let Some(anchor) = amendment.note.anchor.as_ref().filter(|_| is_numbering(amendment)) else { return 0 };
    let texts = shelf.best_first(&anchor.symbol, amendment.language.unwrap_or(Language::DEFAULT));
    let document = texts.first().map(AsRef::as_ref);
    let own = numbers_of_document(document, &anchor.address);
    let places = std::iter::once(0).chain(1..=own).filter_map(|adverb| {
        let address = with_adverb(&anchor.address, adverb)?;
        Some(Reference { symbol: anchor.symbol.clone(), address })
    });
    let notes = places.flat_map(|passage| all.for_passage(&passage));
    let others: Vec<Amendment<'_>> = notes.map(Amendment::of).collect();
    own + earlier(amendment, others.iter())
}

/// The same among the amendments of one document.
#[must_use]
pub fn taken_numbers_in<'n>(
    amendment: &Amendment<'_>,
    all: impl Iterator<Item = &'n Amendment<'n>>,
    document: &Document,
) -> usize {
    let Some(anchor) = amendment.note.anchor.as_ref().filter(|_| is_numbering(amendment)) else { return 0 };
    let stem = with_adverb(&anchor.address, 0);
    let is_there = |other: &&Amendment<'_>| {
        let other = other.note.anchor.as_ref().filter(|other| other.symbol == anchor.symbol);
        other.is_some_and(|other| with_adverb(&other.address, 0) == stem)
    };
    numbers_of_document(Some(document), &anchor.address) + earlier(amendment, all.filter(is_there))
}

/// An address whose last number has another adverb, counted from 1 (`17bis`); none for 0. `None` if it has no number.
#[must_use]
fn with_adverb(address: &Address, adverb: usize) -> Option<Address> {
    let mut address = address.clone();
    let number = match &mut address.place {
        Place::Paragraph(path)
        | Place::Step(_, path)
        | Place::Preambular(path)
        | Place::Operative(path)
        | Place::Item(path) => path.last_mut()?,
        Place::Norm(letter) => letter,
        _ => return None,
    };
    let word = match adverb {
        0 => "",
        _ => numbering::ADVERBS.get(adverb - 1)?,
    };
    *number = format!("{}{word}", numbering::split_adverb(number).0);
    Some(address)
}

/// The greatest adverb that a document has with the number of an address.
fn numbers_of_document(document: Option<&Document>, address: &Address) -> usize {
    let Some(document) = document else { return 0 };
    let is_held = |adverb: &usize| {
        with_adverb(address, *adverb).is_some_and(|address| document.position(&address).is_some())
    };
    (1..=numbering::ADVERBS.len()).rev().find(is_held).unwrap_or(0)
}

/// The new passages of amendments made before this one.
fn earlier<'n>(amendment: &Amendment<'_>, others: impl Iterator<Item = &'n Amendment<'n>>) -> usize {
    let moment = |amendment: &Amendment<'_>| (amendment.note.at, amendment.note.id);
    let counts = |other: &&Amendment<'_>| {
        let is_proposed = other.status != AmendmentStatus::Idea && !other.status.is_over();
        is_numbering(other) && is_proposed && moment(other) < moment(amendment)
    };
    let paragraphs = |amendment: &Amendment<'_>| {
        let wordings = amendment.wordings();
        wordings.iter().map(|wording| wording.text.split('\n').count()).max().unwrap_or(0)
    };
    others.filter(counts).map(paragraphs).sum()
}

/// Only what comes after a passage continues its number.
fn is_numbering(amendment: &Amendment<'_>) -> bool {
    amendment.operation == Operation::InsertAfter
}
