//! A note that is too long to be saved, as several notes in sequence.

use chrono::TimeDelta;

use crate::workspace::Note;

/// The note as notes in sequence, each of at most `limit` bytes, so that it can be saved: their texts in order are its text.
/// The first keeps its id; the ids and times of the others follow from it, so splitting again gives the same notes.
#[must_use]
pub fn split(note: Note, limit: usize) -> Vec<Note> {
    if note.text.len() <= limit {
        return vec![note];
    }
    let part = |(nth, text): (u32, &str)| Note {
        id: note.id.nth(nth),
        at: note.at + TimeDelta::milliseconds(nth.into()),
        ..note.with_body(text, note.edited)
    };
    (0..).zip(pieces(&note.text, limit)).map(part).collect()
}

/// A text in pieces of at most `limit` bytes, cut in their second half after a line end, else after a space, else between
/// characters.
fn pieces(text: &str, limit: usize) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while rest.len() > limit {
        let full = &rest[..rest.floor_char_boundary(limit)];
        let last = |end: char| full.rfind(end).filter(|at| *at >= full.len() / 2);
        let (piece, after) = rest.split_at(last('\n').or_else(|| last(' ')).map_or(full.len(), |at| at + 1));
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}
