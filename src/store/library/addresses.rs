//! The addresses of all documents in one cache file, so that a number is found without opening every document.

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::rows::LibraryCache;
use super::sealed::{self, SealedBytes};
use crate::model::AddressList;

/// The name of the file.
const ADDRESSES: &str = "addresses.bin";

/// The lines of the documents one after the other.
#[derive(Serialize, Deserialize)]
struct StoredAddresses<'a> {
    documents: Vec<StoredLines>,
    /// At the end, so that its place in the bytes is known.
    #[serde(borrow)]
    lines: &'a str,
}

/// The lines of one document.
#[derive(Serialize, Deserialize)]
struct StoredLines {
    /// The state of its file, by `FileMark::number`.
    state: u64,
    /// Where its lines end.
    end: usize,
}

/// The addresses in the documents with these states, in this order; what the cache file does not have is made by `lines`, by the
/// index of the state, and the file is written again. `None` if one of them cannot be made.
pub(super) fn read(
    cache: &LibraryCache,
    states: &[u64],
    lines: impl Fn(usize) -> Option<String>,
) -> Option<AddressList> {
    let bytes = SealedBytes::read(&cache.path(ADDRESSES));
    let stored: Option<StoredAddresses<'_>> = bytes.as_ref().and_then(SealedBytes::value);
    if let Some(stored) = &stored
        && stored.documents.iter().map(|document| document.state).eq(states.iter().copied())
    {
        let ends = stored.documents.iter().map(|document| document.end).collect();
        let length = stored.lines.len();
        return AddressList::new(String::from_utf8(bytes?.into_last(length)?).ok()?, ends);
    }
    let known = stored.as_ref().map(ranges).unwrap_or_default();
    let (mut text, mut documents) = (String::new(), Vec::with_capacity(states.len()));
    for (at, state) in states.iter().enumerate() {
        match known.get(state) {
            Some(known) => text.push_str(known),
            None => text.push_str(&lines(at)?),
        }
        documents.push(StoredLines { state: *state, end: text.len() });
    }
    let ends = documents.iter().map(|document| document.end).collect();
    sealed::write(&cache.path(ADDRESSES), &StoredAddresses { lines: &text, documents });
    AddressList::new(text, ends)
}

/// The lines of each document by its state.
fn ranges<'a>(stored: &StoredAddresses<'a>) -> HashMap<u64, &'a str> {
    let starts = std::iter::once(0).chain(stored.documents.iter().map(|document| document.end));
    let range = |(start, document): (usize, &StoredLines)| -> Option<(u64, &'a str)> {
        let range: Range<usize> = start..document.end;
        Some((document.state, stored.lines.get(range)?))
    };
    starts.zip(&stored.documents).filter_map(range).collect()
}
