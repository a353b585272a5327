//! Amendments as the United Nations write them: *In paragraph 17 (e), after “funding”, insert “predictable”*.

use crate::base::numbering;
use crate::cite;
use crate::compare::{QuotedWords, WordChange, WordPlace, spoken};
use crate::language::{Languages, NotationWords, Pattern, PlaceWords};
use crate::model::{Address, Language, Part, Place};
use crate::workspace::{Amendment, Operation};

/// What the sentence of an amendment depends on besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeOn<'a> {
    /// The words of the passage it was made on ([`Amendment::original_in`]).
    pub original: &'a str,
    /// How many numbers are taken before those of its new passages
    /// ([`taken_numbers`](crate::workspace::amendment::taken_numbers)).
    pub taken: usize,
}

/// What an amendment does with a new wording, in one sentence; empty if nothing changes, or if there are no words yet. Of
/// several wordings each has a sentence of its own: see [`Amendment::wordings`]. A deletion needs no `wording`.
#[must_use]
pub fn of(amendment: &Amendment<'_>, made_on: MadeOn<'_>, wording: &str, language: Language) -> String {
    let Some(anchor) = &amendment.note.anchor else { return String::new() };
    sentence(&anchor.address, amendment.operation, made_on, wording, language)
}

/// The sentences of all wordings of an amendment, one each; one alone for a deletion.
#[must_use]
pub fn all(amendment: &Amendment<'_>, made_on: MadeOn<'_>, language: Language) -> Vec<String> {
    if amendment.operation == Operation::Delete {
        return vec![of(amendment, made_on, "", language)];
    }
    let wordings = amendment.wordings();
    wordings.iter().map(|wording| of(amendment, made_on, &wording.text, language)).collect()
}

/// The sentence of an operation on the passage at an address.
#[must_use]
pub fn sentence(
    address: &Address,
    operation: Operation,
    made_on: MadeOn<'_>,
    wording: &str,
    language: Language,
) -> String {
    let Some(words) = words(language) else { return String::new() };
    let place = NamedPassage::new(address, words, language);
    match operation {
        Operation::Delete => words.phrase("remove", &[("name", &place.name())]),
        _ if wording.is_empty() => String::new(),
        Operation::InsertBefore => {
            words.phrase("new-before", &[("name", &place.name()), ("words", &words.quoted(wording))])
        }
        Operation::InsertAfter => {
            place.new_passages(made_on.taken, wording.split('\n').count(), &words.quoted(wording))
        }
        Operation::Reword => reworded(&place, &spoken(made_on.original, wording)),
    }
}

/// The words of a language, or of the nearest one that has some.
fn words(language: Language) -> Option<&'static NotationWords> {
    Languages::bundled().nearest(language, |table| table.amendment.notation.as_ref())
}

fn reworded(place: &NamedPassage<'_>, changes: &[WordChange]) -> String {
    let words = place.words;
    if let [WordChange::Whole { by }] = changes {
        return words.phrase("whole", &[("name", &place.name()), ("words", &words.quoted(by))]);
    }
    let written: Vec<String> = changes.iter().map(|change| said(words, change)).collect();
    if written.is_empty() {
        return String::new();
    }
    let all = NotationWords::listed(&written, &words.between);
    words.phrase("changes", &[("place", &place.within()), ("changes", &all)])
}

/// One change: "after “funding”, insert “predictable”".
fn said(words: &NotationWords, change: &WordChange) -> String {
    let at = |at: &WordPlace| match at {
        WordPlace::Beginning => words.phrase("beginning", &[]),
        WordPlace::End => words.phrase("end", &[]),
        WordPlace::After(known) => words.phrase("after", &[("words", &words.quoted(known))]),
        WordPlace::AfterOccurrence(known, number) => {
            let occurrence = words.occurrence(*number);
            words.phrase("after-occurrence", &[("words", &words.quoted(known)), ("o", &occurrence)])
        }
    };
    let placed =
        |place: &WordPlace, change: &str| words.phrase("at", &[("place", &at(place)), ("change", change)]);
    match change {
        WordChange::Insert { at, words: new } => {
            let phrase = if *at == WordPlace::End { "add" } else { "insert" };
            placed(at, &words.phrase(phrase, &[("words", &words.quoted(new))]))
        }
        WordChange::Replace { at, words: old, occurrence, by } => {
            let phrase = match (by.is_empty(), occurrence) {
                (true, None) => "delete",
                (true, Some(_)) => "delete-occurrence",
                (false, None) => "replace",
                (false, Some(_)) => "replace-occurrence",
            };
            let number = occurrence.map(|number| words.occurrence(number)).unwrap_or_default();
            let values = [("words", quotation(words, old)), ("by", words.quoted(by)), ("o", number)];
            let said = words.phrase(phrase, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            at.as_ref().map_or(said.clone(), |at| placed(at, &said))
        }
        // Among other changes there is none of the whole.
        WordChange::Whole { by } => words.quoted(by),
    }
}

/// Words that go: “all of them”, or, of many, the words from “the first” to “the last ones”.
fn quotation(words: &NotationWords, quoted: &QuotedWords) -> String {
    match quoted {
        QuotedWords::Whole(all) => words.quoted(all),
        QuotedWords::Ends { from, to } => {
            words.phrase("ends", &[("from", &words.quoted(from)), ("to", &words.quoted(to))])
        }
    }
}

/// A passage with the words by which it is named.
struct NamedPassage<'a> {
    words: &'a NotationWords,
    place: Option<&'a PlaceWords>,
    /// Number, section, ordinal, sub-paragraphs, part of the document, as that to which it belongs and in which it is.
    values: [(&'static str, String); 6],
    /// If the language has no words for it.
    fallback: String,
}

impl<'a> NamedPassage<'a> {
    fn new(address: &Address, words: &'a NotationWords, language: Language) -> Self {
        let found = AddressKind::of(address, words, language);
        let part = |annex, annex_mark, front| match &address.part {
            Part::Body => String::new(),
            Part::Front => words.phrase(front, &[]),
            Part::Annex(None) => words.phrase(annex, &[]),
            Part::Annex(Some(mark)) => {
                let mark = mark.split('~').next().unwrap_or_default();
                words.phrase(if mark.is_empty() { annex } else { annex_mark }, &[("mark", mark)])
            }
        };
        let of = part("of-annex", "of-annex-mark", "of-front");
        let within = part("in-annex", "in-annex-mark", "in-front");
        let AddressKind { name, number, section, ordinal, sub } = found;
        Self {
            words,
            place: words.place(name),
            values: [("n", number), ("s", section), ("o", ordinal), ("sub", sub), ("of", of), ("in", within)],
            fallback: cite::write(None, address, language),
        }
    }

    fn filled(&self, pattern: &Pattern, more: &[(&str, &str)]) -> String {
        let own = self.values.iter().map(|(name, value)| (*name, value.as_str()));
        pattern.fill(&own.chain(more.iter().copied()).collect::<Vec<_>>())
    }

    /// "paragraph 17 (e)".
    fn name(&self) -> String {
        self.place.map_or(self.fallback.clone(), |place| self.filled(&place.name, &[]))
    }

    /// "In paragraph 17 (e)".
    fn within(&self) -> String {
        self.place.map_or(self.fallback.clone(), |place| self.filled(&place.within, &[]))
    }

    /// "Insert a new paragraph 17 (e) ter reading", if one number is taken before it.
    fn new_passages(&self, taken: usize, count: usize, quoted: &str) -> String {
        let (stem, _) = numbering::split_adverb(&self.values[0].1);
        let adverbs = numbering::ADVERBS.get(taken..taken + count).unwrap_or_default();
        let numbers: Vec<String> = adverbs.iter().map(|adverb| format!("{stem} {adverb}")).collect();
        let pattern = self.place.and_then(|place| match numbers.len() {
            0 => None,
            1 => place.new.as_ref(),
            _ => place.several.as_ref(),
        });
        let new = NotationWords::listed(&numbers, &self.words.numbers);
        match pattern {
            Some(pattern) => self.filled(pattern, &[("new", &new), ("words", quoted)]),
            None => self.words.phrase("new-after", &[("name", &self.name()), ("words", quoted)]),
        }
    }
}

/// What kind of place an address is, and its numbers as they are printed.
#[derive(Debug, Default)]
struct AddressKind {
    name: &'static str,
    number: String,
    section: String,
    ordinal: String,
    sub: String,
}

impl AddressKind {
    fn of(address: &Address, words: &NotationWords, language: Language) -> Self {
        if let Some(kind) = bullet(address, words, language) {
            return kind;
        }
        let number = cite::number(address, language);
        let kind = |name| Self { name, number: number.clone(), ..Self::default() };
        match &address.place {
            Place::Title => kind("title"),
            Place::Heading(path) => heading(path, language),
            Place::Paragraph(_) => kind("paragraph"),
            Place::Steps(section) if section.is_empty() => kind("steps-alone"),
            Place::Steps(section) => Self { section: section.join("."), ..kind("steps") },
            Place::Step(section, _) if section.is_empty() => kind("step-alone"),
            Place::Step(section, _) => Self { section: section.join("."), ..kind("step") },
            Place::Preambular(_) => {
                let (first, sub) = number.split_once(' ').unwrap_or((&number, ""));
                match first.parse().ok().and_then(|first| ordinal(first, language)) {
                    Some(ordinal) => {
                        let sub = if sub.is_empty() { String::new() } else { format!(" {sub}") };
                        Self { ordinal, sub, ..kind("preambular") }
                    }
                    None => kind("preambular-numbered"),
                }
            }
            Place::Operative(_) => kind("operative"),
            Place::Norm(_) => kind("norm"),
            Place::Item(_) => kind("item"),
            Place::Note(_) => kind("note"),
            Place::Text(path) => Self { number: path.join("."), ..kind("text") },
        }
    }
}

fn ordinal(number: usize, language: Language) -> Option<String> {
    Languages::bundled().get(language)?.ordinals.written(number).map(str::to_owned)
}

/// The place of a heading: with a number, or the n-th one without a number.
fn heading(path: &[String], language: Language) -> AddressKind {
    let Some((last, above)) = path.split_last() else {
        return AddressKind { name: "title", ..AddressKind::default() };
    };
    let unnumbered = last.strip_prefix('~').and_then(|number| number.parse().ok());
    let section = |path: &[String]| path.join(".");
    match unnumbered {
        None => AddressKind { name: "heading", number: section(path), ..AddressKind::default() },
        Some(number) => {
            let name = if above.is_empty() { "subheading-alone" } else { "subheading" };
            let ordinal = ordinal(number, language).unwrap_or_else(|| number.to_string());
            AddressKind { name, number: section(above), ordinal, ..AddressKind::default() }
        }
    }
}

/// The place of a bullet of a numbered paragraph.
fn bullet(address: &Address, words: &NotationWords, language: Language) -> Option<AddressKind> {
    let (Place::Paragraph(path) | Place::Operative(path)) = &address.place else { return None };
    let (last, above) = path.split_last()?;
    let bullet: usize = last.strip_prefix("bullet-")?.parse().ok()?;
    let above = Address { part: address.part.clone(), place: Place::Paragraph(above.to_vec()) };
    let number = cite::number(&above, language);
    Some(AddressKind { name: "bullet", number, ordinal: words.occurrence(bullet), ..AddressKind::default() })
}

#[cfg(test)]
mod tests;
