//! The passage named in the line of an intervention: `E.2`, `14c`, `par. 14 c)`; a number that counts something is none.

use super::cursor::Cursor;
use super::line::{LineReader, TypedPassage};
use crate::base::text::fold;
use crate::cite::Aliases;

/// A passage is named in at most so many pieces between spaces.
const MOST_PIECES: usize = 7;
/// Such a piece has at most so many bytes.
const LONGEST_PIECE: usize = 40;
/// How many words after a stance may come before the passage: "soutient l’étape E.2".
const SOON: usize = 4;

/// The passage at a place, and the place after it.
pub(super) fn at<'l>(reader: &LineReader<'_>, start: Cursor<'l>) -> Option<(TypedPassage, Cursor<'l>)> {
    let pieces = pieces(start.rest());
    for count in (1..=pieces.len()).rev() {
        let end = pieces[count - 1].1;
        let whole = &start.rest()[..end];
        let typed = whole.trim_end_matches([':', ',', ';', '.']);
        // A mark in the middle ends the name of the passage before it.
        let inner = pieces[..count - 1].iter().any(|(from, to)| whole[*from..*to].ends_with([':', ';']));
        let follows = &start.rest()[typed.len()..];
        if inner || !looks(reader, typed, follows) {
            continue;
        }
        let bare = typed.trim_start_matches(['@', '[']).trim_end_matches(']');
        let candidates = (reader.passages)(bare);
        if !candidates.is_empty() {
            let found = TypedPassage { typed: typed.to_owned(), candidates };
            return Some((found, start.after(typed.len())));
        }
    }
    None
}

/// The passage that is named within the first words after a place.
pub(super) fn soon(reader: &LineReader<'_>, start: Cursor<'_>) -> Option<TypedPassage> {
    let rest = start.rest();
    let starts = pieces(rest).into_iter().map(|(from, _)| from).take(SOON);
    starts.into_iter().find_map(|from| at(reader, start.after(from))).map(|(found, _)| found)
}

/// The places of the first pieces between spaces.
fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < MOST_PIECES {
        let Some(start) = text[at..].find(|c: char| !c.is_whitespace()).map(|start| at + start) else {
            break;
        };
        let end = text[start..].find(char::is_whitespace).map_or(text.len(), |end| start + end);
        if end - start > LONGEST_PIECE {
            break;
        }
        found.push((start, end));
        at = end;
    }
    found
}

/// Whether a text looks like the name of a passage; `follows` is what comes after it.
fn looks(reader: &LineReader<'_>, typed: &str, follows: &str) -> bool {
    let pieces: Vec<&str> = typed.split_whitespace().collect();
    let Some((last, before)) = pieces.split_last() else { return false };
    let allowed = |c: char| c.is_alphanumeric() || "./()-’'§@[]°º,".contains(c);
    if !typed.chars().all(|c| allowed(c) || c.is_whitespace()) || typed.starts_with(['-', ',']) {
        return false;
    }
    let is_counted = follows.split_whitespace().next().is_some_and(|next| {
        let next = fold(next.trim_end_matches(|c: char| !c.is_alphanumeric()));
        reader.words.ordinary.iter().any(|word| word.as_slice() == [next.clone()])
    });
    if is_counted || !reader.delegations.named(typed).is_empty() {
        return false;
    }
    match before {
        [] => is_number(last, follows),
        _ => {
            let has_number =
                pieces.iter().any(|piece| piece.contains(|c: char| c.is_ascii_digit()) || is_dotted(piece));
            let is_plain = pieces.iter().all(|piece| piece.chars().all(|c| c.is_ascii_digit()));
            has_number && !is_plain && is_last(last) && before.iter().all(|piece| is_inner(reader, piece))
        }
    }
}

/// Whether one piece alone names a passage. A bare number does only before a colon or at the end.
fn is_number(piece: &str, follows: &str) -> bool {
    let bare = piece.trim_start_matches(['@', '[', '§']).trim_end_matches(']');
    let has_digit = bare.contains(|c: char| c.is_ascii_digit());
    if bare.chars().all(|c| c.is_ascii_digit()) {
        let is_marked = bare.len() < piece.len() || follows.trim_start().starts_with(':');
        return has_digit && (is_marked || follows.trim().is_empty());
    }
    // "5G" and "3D" are no passages.
    let unit = bare.strip_prefix(|c: char| c.is_ascii_digit());
    let is_unit =
        unit.is_some_and(|unit| unit.len() == 1 && unit.starts_with(|c: char| c.is_ascii_uppercase()));
    !is_unit && (has_digit || is_dotted(bare))
}

/// `II.A`: capitals with a full stop between them.
fn is_dotted(piece: &str) -> bool {
    let Some((before, after)) = piece.split_once('.') else { return false };
    let is_part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    is_part(before) && is_part(after) && piece.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a piece can be the last of several: a number, a letter with its parenthesis, a letter that is no word.
fn is_last(piece: &str) -> bool {
    let is_word = ["a", "y", "o", "e", "à", "i", "u"].contains(&fold(piece).as_str());
    let is_letter = piece.chars().count() == 1 && piece.starts_with(char::is_lowercase) && !is_word;
    let label = piece.trim_start_matches('(').strip_suffix(')');
    let is_label =
        label.is_some_and(|label| (1..=5).contains(&label.len()) && label.chars().all(char::is_alphanumeric));
    is_letter || is_label || piece.contains(|c: char| c.is_ascii_digit()) || is_dotted(piece)
}

/// Whether a piece can be inside the name of a passage.
fn is_inner(reader: &LineReader<'_>, piece: &str) -> bool {
    if is_last(piece) || piece.contains('/') || piece == "§" {
        return true;
    }
    let folded = fold(piece);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_known = |word: &str| {
        let names = Aliases::bundled().documents().iter().flat_map(|alias| &alias.typed);
        reader.words.passage.iter().any(|known| known == word)
            || names.into_iter().any(|name| name.iter().any(|known| known == word))
    };
    words.all(is_known)
}
