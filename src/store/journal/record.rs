//! The form of a file of the journal: records one after the other, of which the last whole one is the newest state.
//!
//! ```text
//! plenary-journal 2 CHECKSUM LENGTH BASE FOLDER [TRIED]
//! the text of the note, LENGTH bytes
//! plenary-journal 2 …
//! ```
//!
//! CHECKSUM is that of the text; BASE that of the file the text is based on (`-` if there is none); FOLDER the folder of that
//! file; TRIED the checksum of an earlier state of the text that was perhaps written to the file. Earlier versions of the
//! program wrote a single record, `plenary-journal 1 CHECKSUM BASE [FOLDER [TRIED]]` with the text to the end of the file; it
//! is still read.

use crate::base::checksum;
use crate::store::journal::Leftover;
use crate::store::rendered::Rendered;
use crate::store::version::Bases;
use crate::workspace::{Kind, Note, note};

const MARK: &str = "plenary-journal 2 ";
const MARK_OF_ONE: &str = "plenary-journal 1 ";

/// The first line of the record of a text; the text follows it.
#[must_use]
pub fn head(text: &Rendered<'_>, bases: Bases) -> String {
    let base = bases.known.map_or("-".to_owned(), |base| format!("{base:016x}"));
    let tried = bases.tried.map_or(String::new(), |tried| format!(" {tried:016x}"));
    let (length, folder) = (text.text.len(), text.note.kind.folder());
    format!("{MARK}{:016x} {length} {base} {folder}{tried}\n", text.checksum)
}

/// The newest state in the bytes of a file; `None` if no record in it is whole. What follows the last whole record is the
/// beginning of one that was being written when the program died: if it has words that the state before does not begin with,
/// the leftover keeps the file.
#[must_use]
pub fn newest(file: &[u8]) -> Option<Leftover> {
    if let Some(leftover) = only(file) {
        return Some(leftover);
    }
    let (mut newest, mut rest) = first(file)?;
    let mut begin = file;
    while let Some((leftover, after)) = first(rest) {
        (newest, begin, rest) = (leftover, rest, after);
    }
    let torn = text_of(rest).filter(|torn| !text_of(begin).is_some_and(|whole| whole.starts_with(torn)));
    newest.torn = torn.map(|_| file.to_vec());
    Some(newest)
}

/// The text in bytes that begin with a record, as far as it is there.
fn text_of(record: &[u8]) -> Option<&[u8]> {
    let (mut words, text) = begun(record, MARK)?;
    let length: usize = words.nth(1)?.parse().ok()?;
    Some(text.get(..length).unwrap_or(text))
}

/// The text in a file that may end anywhere: what follows the first line of its first record, or all of it if it has no record.
#[must_use]
pub fn text_in(file: &str) -> &str {
    let is_record = file.starts_with(MARK) || file.starts_with(MARK_OF_ONE);
    if is_record { file.split_once('\n').map_or("", |(_, text)| text) } else { file }
}

/// The first record, and the bytes after it.
fn first(file: &[u8]) -> Option<(Leftover, &[u8])> {
    let (mut words, text) = begun(file, MARK)?;
    let sum = number(words.next()?)?;
    let (text, after) = text.split_at_checked(words.next()?.parse().ok()?)?;
    Some((leftover(sum, words, text)?, after))
}

/// The only record of a file of an earlier version.
fn only(file: &[u8]) -> Option<Leftover> {
    let (mut words, text) = begun(file, MARK_OF_ONE)?;
    let sum = number(words.next()?)?;
    leftover(sum, words, text)
}

/// The words of the first line after the mark, and what follows the line.
fn begun<'file>(file: &'file [u8], mark: &str) -> Option<(std::str::SplitWhitespace<'file>, &'file [u8])> {
    let after_mark = file.strip_prefix(mark.as_bytes())?;
    let end = after_mark.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&after_mark[..end]).ok()?;
    Some((head.split_whitespace(), &after_mark[end + 1..]))
}

fn leftover<'file>(
    checksum: u64,
    mut words: impl Iterator<Item = &'file str>,
    text: &[u8],
) -> Option<Leftover> {
    let known = words.next().and_then(number);
    let kind = words.next().map_or(Some(Kind::Note), Kind::from_folder)?;
    let tried = words.next().and_then(number);
    if checksum != checksum::of(text) {
        return None;
    }
    let note = note::read(std::str::from_utf8(text).ok()?).ok()?;
    Some(Leftover { note: Note { kind, ..note }, bases: Bases { known, tried }, checksum, torn: None })
}

fn number(word: &str) -> Option<u64> {
    u64::from_str_radix(word, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use chrono::DateTime;
    use std::borrow::Cow;

    fn note(text: &str) -> Note {
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
        Note::new(&Now::new(instant, [1; 10]), "roy", text)
    }

    fn record(text: &str) -> Vec<u8> {
        let note = note(text);
        let rendered = Rendered::of(Cow::Borrowed(&note));
        let head = head(&rendered, Bases { known: Some(7), tried: None });
        [head.as_bytes(), rendered.text.as_bytes()].concat()
    }

    #[test]
    fn wherever_the_last_record_is_cut_the_one_before_it_is_read() {
        let (one, two) = (record("« déjà » dit\n"), record("« déjà » dit : deux"));
        let whole = [one.clone(), two.clone()].concat();
        for end in 0..whole.len() {
            let expected = (end >= one.len()).then(|| note("« déjà » dit\n"));
            assert_eq!(
                newest(&whole[..end]).map(|leftover| leftover.note),
                expected,
                "cut after {end} bytes"
            );
        }
        assert_eq!(newest(&whole).unwrap().note, note("« déjà » dit : deux"));
    }

    #[test]
    fn a_torn_record_is_kept_if_it_has_words_that_the_one_before_it_does_not_begin_with() {
        let torn = |one: &str, two: &str, cut: usize| {
            let (one, two) = (record(one), record(two));
            let file = [&one[..], &two[..two.len() - cut]].concat();
            let kept = newest(&file).unwrap().torn;
            assert!(kept.as_ref().is_none_or(|kept| *kept == file));
            kept.is_some()
        };
        assert!(torn("one", "one two", 1));
        assert!(!torn("one", "one two", 5), "only words of the state before are left");
        assert!(!torn("one", "two", 100), "not even its first line is left");
        assert!(!torn("one", "two", 0), "it is whole");
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let whole = [record("one"), record("two")].concat();
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            let found = newest(&changed).map(|leftover| leftover.note.text);
            assert!(found.is_none_or(|text| text == "one" || text == "two"), "byte {at}");
        }
    }

    #[test]
    fn the_form_of_earlier_versions_is_read() {
        let note = note("half a wo");
        let rendered = Rendered::of(Cow::Borrowed(&note));
        for (rest, kind, tried) in
            [("", Kind::Note, None), (" positions", Kind::Position, None), (" notes 9", Kind::Note, Some(9))]
        {
            let file = format!("plenary-journal 1 {:016x} -{rest}\n{}", rendered.checksum, rendered.text);
            let read = newest(file.as_bytes()).unwrap();
            assert_eq!(read.note, Note { kind, ..note.clone() });
            assert_eq!(read.bases, Bases { known: None, tried });
        }
    }
}
