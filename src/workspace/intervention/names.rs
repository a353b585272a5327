//! The names in the line of an intervention: who spoke, and for whom. A name that nobody has is kept as typed.

use super::Stance;
use super::cursor::Cursor;
use super::line::{LineReader, TypedName};
use crate::base::text::fold;
use crate::model::Delegation;

/// A name that nobody has is at most so many characters long; longer, it is a sentence.
const LONGEST: usize = 60;
/// Such a name has at most so many words where it is only known by its capital.
const MOST_WORDS: usize = 4;

/// Who spoke, and the place after the names. Without a name, the place is the same.
pub(super) fn speakers<'l>(reader: &LineReader<'_>, start: Cursor<'l>) -> (Vec<TypedName>, Cursor<'l>) {
    match list(reader, start, true) {
        Some(found) => found,
        None => unknown(reader, start).unwrap_or((Vec::new(), start)),
    }
}

/// Reads for whom a delegation speaks, and returns the place after it; `None` if it speaks for itself.
pub(super) fn behalf<'l>(
    reader: &LineReader<'_>,
    at: Cursor<'l>,
    found: &mut Vec<TypedName>,
) -> Option<Cursor<'l>> {
    let inside = at.mark(&['(']);
    let at = inside.or_else(|| at.mark(&[','])).unwrap_or(at).after_spaces();
    let after = at.phrase(&reader.words.behalf);
    let (names, mut next) = match after {
        Some(after) => list(reader, after.after_spaces(), false).or_else(|| typed_name(reader, after))?,
        None => {
            let for_group = at.phrase(&reader.words.group).map(Cursor::after_spaces);
            let from = for_group.or(inside)?;
            let (names, next) = list(reader, from, false)?;
            let is_group = names.iter().all(|name| is_group(reader, name));
            (is_group || inside.is_some() && for_group.is_none()).then_some((names, next))?
        }
    };
    if inside.is_some() {
        next = next.mark(&[')'])?;
    }
    found.extend(names);
    Some(next)
}

fn is_group(reader: &LineReader<'_>, name: &TypedName) -> bool {
    let first = name.ids.first().and_then(|id| reader.delegations.get(id));
    first.is_some_and(|delegation| delegation.kind.is_group())
}

/// A list of names; the first one must be known, the others may be unknown. `None` if the first one is not known. At the beginning of a line, a code in small letters must be followed by something other than words: "la" and
/// "de" are words too.
fn list<'l>(
    reader: &LineReader<'_>,
    start: Cursor<'l>,
    is_line: bool,
) -> Option<(Vec<TypedName>, Cursor<'l>)> {
    let (first, mut at) = known(reader, start, is_line)?;
    let mut names = vec![first];
    while let Some(next) = separator(reader, at) {
        let Some((name, after)) =
            known(reader, next, true).or_else(|| listed_unknown(reader, next).filter(|_| is_line))
        else {
            break;
        };
        names.push(name);
        at = after;
    }
    Some((names, at))
}

/// The place after what separates two names.
fn separator<'l>(reader: &LineReader<'_>, at: Cursor<'l>) -> Option<Cursor<'l>> {
    let marked = at.mark(&[',', ';', '/', '&']);
    let word = |at: Cursor<'l>| at.after_spaces().phrase(&reader.words.and).map(Cursor::after_spaces);
    // "France, Allemagne, et Italie".
    marked.map(|at| word(at).unwrap_or(at)).or_else(|| word(at))
}

/// The known name at a place, with or without an article before it, and the place after it.
fn known<'l>(reader: &LineReader<'_>, at: Cursor<'l>, is_line: bool) -> Option<(TypedName, Cursor<'l>)> {
    let plain = known_here(reader, at, is_line);
    if plain.as_ref().is_some_and(|(name, _)| !Delegation::is_code(&name.typed)) {
        return plain;
    }
    let article = |at: Cursor<'l>| at.phrase(&reader.words.articles).map(Cursor::after_spaces);
    // "de l’Union européenne".
    let after = article(at).map(|after| article(after).unwrap_or(after));
    let without = after.and_then(|after| known_here(reader, after, true));
    without.filter(|(name, _)| !Delegation::is_code(&name.typed) || plain.is_none()).or(plain)
}

fn known_here<'l>(reader: &LineReader<'_>, at: Cursor<'l>, is_line: bool) -> Option<(TypedName, Cursor<'l>)> {
    let (span, found) = reader.delegations.at_start(at.rest()).filter(|(span, _)| span.start == 0)?;
    let mut end = span.end;
    // The parenthesis of a name such as "Iran (République islamique d’)" is not closed by its last word.
    let typed = &at.rest()[..end];
    if typed.matches('(').count() > typed.matches(')').count() {
        let rest = &at.rest()[end..];
        let closing = rest.trim_start_matches(['’', '\'', '.']);
        end += if closing.starts_with(')') { rest.len() - closing.len() + 1 } else { 0 };
    }
    let typed = at.rest()[..end].to_owned();
    let next = at.after(end);
    // "China’s proposal" and "Inde-Pakistan" are words.
    let mut chars = next.rest().chars();
    let (mark, letter) = (chars.next(), chars.next());
    if mark.is_some_and(|mark| "-'’".contains(mark)) && letter.is_some_and(char::is_alphabetic) {
        return None;
    }
    let is_small_code = Delegation::is_code(&typed) && typed.chars().any(char::is_lowercase);
    if is_line && is_small_code && !is_structure(reader, next) {
        return None;
    }
    let ids = found.iter().map(|delegation| delegation.id.clone()).collect();
    Some((TypedName { typed, ids }, next))
}

/// Whether what follows a name is a part of the line rather than more words.
fn is_structure(reader: &LineReader<'_>, at: Cursor<'_>) -> bool {
    let at = at.after_spaces();
    let words = reader.words;
    at.next().is_none_or(|c| ":,;/&(".contains(c))
        || Stance::signed(at.rest()).is_some()
        || at.phrase(&words.behalf).or_else(|| at.phrase(&words.reply)).is_some()
        || reader.is_stance_word(at)
        || reader.is_passage(at)
        || separator(reader, at).is_some_and(|next| known_here(reader, next, false).is_some())
}

/// A name that nobody has between others of a list: it begins with a capital, and a sign or colon follows the list.
fn listed_unknown<'l>(reader: &LineReader<'_>, at: Cursor<'l>) -> Option<(TypedName, Cursor<'l>)> {
    let boundary = boundary(reader, at)?;
    let piece = at.line[at.at..boundary].split([',', ';', '/']).next()?.trim_end();
    let is_name = is_capitalised(piece) && !reader.is_stance_word(at);
    is_name.then(|| (TypedName { typed: piece.to_owned(), ids: Vec::new() }, at.after(piece.len())))
}

/// Names of which the first is not known, up to the first sign or colon.
fn unknown<'l>(reader: &LineReader<'_>, start: Cursor<'l>) -> Option<(Vec<TypedName>, Cursor<'l>)> {
    let end = boundary(reader, start)?;
    let head = &start.line[start.at..end];
    let words = head
        .char_indices()
        .filter(|(at, c)| c.is_alphanumeric() && !head[..*at].ends_with(char::is_alphanumeric));
    // "Wakanda au nom du Groupe arabe + oui".
    let begins_behalf = |at: usize| start.after(at).phrase(&reader.words.behalf).is_some();
    let behalf = words.map(|(at, _)| at).find(|at| *at > 0 && begins_behalf(*at));
    let head = head[..behalf.unwrap_or(head.len())].trim_end_matches([' ', ',', '(', '\u{a0}', '\u{202f}']);
    let pieces = head.split([',', ';', '/']).map(str::trim).filter(|piece| !fold(piece).is_empty());
    let name = |piece: &str| TypedName {
        typed: piece.to_owned(),
        ids: reader.delegations.named(piece).iter().map(|found| found.id.clone()).collect(),
    };
    let names: Vec<TypedName> = pieces.map(name).collect();
    let has_letters = names.iter().all(|name| name.typed.chars().any(char::is_alphanumeric));
    (!names.is_empty() && has_letters).then(|| (names, start.after(head.len())))
}

/// Where a name that nobody has ends: before a sign with a space before it, before a colon, or, where it begins with a capital,
/// before a question mark or a comma with a stance after it. `None`: there is no such name.
fn boundary(reader: &LineReader<'_>, start: Cursor<'_>) -> Option<usize> {
    let line = start.line;
    let mut before = ' ';
    for (offset, c) in start.rest().char_indices().take(LONGEST + 1) {
        let at = start.at + offset;
        let head = line[start.at..at].trim_end();
        let rest = &line[at..];
        let follows = rest[c.len_utf8()..].chars().next();
        let is_end = match c {
            ':' => follows.is_none_or(char::is_whitespace),
            '+' | '-' | '−' | '–' | '—' | '=' if before.is_whitespace() => {
                follows.is_none_or(|c| !c.is_ascii_digit()) && Stance::signed(rest).is_some()
            }
            '+' => is_capitalised(head) && follows.is_none_or(|c| c.is_whitespace() || c == '+'),
            '?' => is_capitalised(head) && before.is_whitespace() && Stance::signed(rest).is_some(),
            ',' => is_capitalised(head) && reader.is_stance_word(Cursor { line, at: at + 1 }.after_spaces()),
            _ => false,
        };
        if is_end {
            return (!head.is_empty()).then_some(start.at + head.len());
        }
        before = c;
    }
    None
}

/// The name after "on behalf of" that nobody has: up to the next mark or sign, or to the end of a short line.
fn typed_name<'l>(reader: &LineReader<'_>, at: Cursor<'l>) -> Option<(Vec<TypedName>, Cursor<'l>)> {
    let at = at.after_spaces();
    let rest = at.rest();
    let marks = rest.char_indices().find(|(offset, c)| {
        let is_spaced = rest[..*offset].ends_with(char::is_whitespace);
        ":,;()?".contains(*c) || is_spaced && Stance::signed(&rest[*offset..]).is_some()
    });
    let end = marks.map_or(rest.len(), |(offset, _)| offset);
    let typed = rest[..end].trim_end();
    let is_name = !typed.is_empty() && typed.chars().count() <= LONGEST && !reader.is_stance_word(at);
    is_name.then(|| (vec![TypedName { typed: typed.to_owned(), ids: Vec::new() }], at.after(typed.len())))
}

/// Whether a text looks like a name: it begins with a capital and has few words.
fn is_capitalised(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.split_whitespace().count() <= MOST_WORDS
}
