//! What a position rests on: each quotation compared with the passage it cites.

use crate::base::{Sameness, Span};
use crate::cite::origin;
use crate::cite::quotation::{self, Quotations};
use crate::language::Languages;
use crate::language::token::tokens;
use crate::model::{Document, Language, Place, Reference, Shelf};
use crate::workspace::Position;

/// Whether a quotation is in the passage it cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BasisState {
    /// The cited passage has these words.
    Verbatim,
    /// The cited passage has them with changes.
    Changed,
    /// The cited passage does not have them.
    NotFound,
    /// The library does not have the cited passage.
    NotHeld,
    /// A passage is cited, but nothing of it is quoted.
    Cited,
}

impl BasisState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Verbatim, Self::Changed, Self::NotFound, Self::NotHeld, Self::Cited];

    /// The stable name, as in JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Changed => "changed",
            Self::NotFound => "not-found",
            Self::NotHeld => "not-held",
            Self::Cited => "cited",
        }
    }

    /// Whether the words do not agree with the source.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Changed | Self::NotFound)
    }
}

/// A passage that a position rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionBasis {
    /// The passage. For a quotation with several sources, the one it agrees with best.
    pub passage: Reference,
    /// Whether the words quoted are there.
    pub state: BasisState,
    /// Where the quotation or citation is in the text of the position.
    pub span: Span,
    /// The words quoted; empty if nothing is quoted.
    pub quoted: String,
    /// If the words are changed: those of the passage they were compared with.
    pub source: Option<String>,
}

impl PositionBasis {
    /// If the words are changed: those of the passage and those of the position as one text, in which `{-…-}` is only in the
    /// passage and `{+…+}` only in the position.
    #[must_use]
    pub fn changes(&self) -> Option<String> {
        let source = self.source.as_deref()?;
        Some(crate::compare::marked(source, &self.quoted, Some(CONTEXT)).text)
    }
}

/// Words shown on either side of a change.
const CONTEXT: usize = 6;

/// What a position rests on, in the order of its text. If the position does not give its language, its citations are read
/// in the language in which most of them name a passage; of several, `preferred` comes first.
/// A quotation without a source is compared with the passage the position is on, and left out if it is not there.
#[must_use]
pub fn of(position: &Position<'_>, shelf: &Shelf, preferred: Language) -> Vec<PositionBasis> {
    let note = position.note;
    let quoting = Quoting { text: &note.text, on: note.anchor.as_ref(), languages: &position.languages };
    in_text(&quoting, shelf, preferred)
}

/// A text that quotes and cites.
#[derive(Debug, Clone, Copy)]
pub struct Quoting<'a> {
    /// The text.
    pub text: &'a str,
    /// The passage it is about, with which quotations without a source are compared.
    pub on: Option<&'a Reference>,
    /// The languages it is written in; empty if that is not known.
    pub languages: &'a [Language],
}

/// The same as [`of`] for any text.
#[must_use]
pub fn in_text(quoting: &Quoting<'_>, shelf: &Shelf, preferred: Language) -> Vec<PositionBasis> {
    let anchor = quoting.on;
    let (language, found) = read(quoting, preferred);
    let mut basis: Vec<PositionBasis> = Vec::new();
    for quoted in found.quoted {
        let checked = |passage: &Reference| check(passage, &quoted, shelf, language);
        if quoted.sources.is_empty() {
            let own = anchor.map(checked);
            basis.extend(own.filter(|own| matches!(own.state, BasisState::Verbatim | BasisState::Changed)));
        } else {
            basis.extend(quoted.sources.iter().map(checked).min_by_key(|basis| basis.state));
        }
    }
    for source in found.cited {
        let cited = |passage: Reference| {
            let held = !texts(&passage, shelf, language).is_empty();
            let state = if held { BasisState::Cited } else { BasisState::NotHeld };
            PositionBasis { passage, state, span: source.span, quoted: String::new(), source: None }
        };
        basis.extend(source.passages.iter().cloned().map(cited));
    }
    basis.sort_by_key(|basis| basis.span.start);
    basis
}

/// The quotations and citations of a text, and the language they were read in.
pub(super) fn read(quoting: &Quoting<'_>, preferred: Language) -> (Language, Quotations) {
    let own = quoting.on.map(|anchor| &anchor.symbol);
    let mut languages = quoting.languages.to_vec();
    if languages.is_empty() {
        languages.push(preferred);
        let others = Languages::bundled().iter().map(|table| table.language);
        languages.extend(others.filter(|language| *language != preferred));
    }
    let named = |found: &Quotations| {
        let quoted = found.quoted.iter().flat_map(|quotation| &quotation.sources);
        let cited = found.cited.iter().flat_map(|source| &source.passages);
        quoted.chain(cited).filter(|passage| passage.address.place != Place::Title).count()
    };
    let tokens = tokens(quoting.text);
    let read = |language| (language, quotation::read_tokens(quoting.text, &tokens, language, own));
    let all = languages.into_iter().map(read).rev();
    // `max_by_key` returns the last of equal ones; the list is reversed so that this is the preferred language.
    all.max_by_key(|(_, found)| named(found)).unwrap_or((preferred, Quotations::default()))
}

fn check(
    passage: &Reference,
    quoted: &quotation::Quotation,
    shelf: &Shelf,
    language: Language,
) -> PositionBasis {
    let texts = texts(passage, shelf, language);
    let compared = texts.into_iter().map(|text| (sameness(&quoted.words, &text, passage), text));
    let best = compared.min_by_key(|(sameness, _)| *sameness);
    let (state, source) = match best {
        None => (BasisState::NotHeld, None),
        Some((Sameness::Same, _)) => (BasisState::Verbatim, None),
        Some((Sameness::Changed, text)) => (BasisState::Changed, Some(text)),
        Some((Sameness::NotFound, _)) => (BasisState::NotFound, None),
    };
    PositionBasis { passage: passage.clone(), state, span: quoted.span, quoted: quoted.words.clone(), source }
}

/// Whether a quotation agrees with a text. Among all passages of a document some words always occur somewhere: there a
/// quotation is only found if it has at most a third of words of its own.
fn sameness(quoted: &str, text: &str, passage: &Reference) -> Sameness {
    let compared = origin::quotation(quoted, text);
    if compared.sameness == Sameness::Changed && passage.address.place == Place::Title {
        let words = |text: &str| text.split_whitespace().count();
        let own: usize = compared.here.iter().map(|span| words(span.of(quoted))).sum();
        if own * 3 > words(quoted) {
            return Sameness::NotFound;
        }
    }
    compared.sameness
}

/// The texts a quotation may be taken from: the passage with its sub-paragraphs in each language the library has it in, the
/// language asked for first; of a whole document, each of its passages.
fn texts(passage: &Reference, shelf: &Shelf, language: Language) -> Vec<String> {
    let mut documents = shelf.texts(&passage.symbol);
    documents.sort_by_key(|document| document.language != language);
    documents.into_iter().flat_map(|document| texts_in(document, passage)).collect()
}

fn texts_in(document: &Document, passage: &Reference) -> Vec<String> {
    if passage.address.place == Place::Title {
        return document.blocks.iter().map(|block| block.text.clone()).collect();
    }
    let Some(range) = document.passage(&passage.address) else { return Vec::new() };
    let texts: Vec<&str> = document.blocks[range].iter().map(|block| block.text.as_str()).collect();
    vec![texts.join(" ")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use crate::model::{Block, BlockKind, DocumentKind};
    use crate::workspace::position;
    use chrono::DateTime;

    fn shelf() -> Shelf {
        let block =
            |address: &str, text: &str| Block::new(address.parse().unwrap(), BlockKind::Paragraph, text);
        let blocks = vec![
            block("57", "Les États sont encouragés à désigner des points de contact."),
            block("57/d", "Les points de contact sont joignables à toute heure, chaque jour de l’année."),
        ];
        Shelf::new([Document {
            symbol: "A/76/135".parse().unwrap(),
            language: Language::FR,
            kind: DocumentKind::Report,
            title: String::new(),
            date: None,
            remark: None,
            blocks,
            findings: Vec::new(),
        }])
    }

    #[test]
    fn each_quotation_is_compared_with_its_source() {
        let cases = [
            ("« points de contact » (A/76/135, par. 57)", "57 verbatim"),
            ("« joignables à toute heure » (A/76/135, par. 57 d))", "57/d verbatim"),
            ("« joignables à toute heure » (A/76/135, par. 57)", "57 verbatim"),
            (
                "« Les points de contact sont bien joignables à toute heure » (A/76/135, par. 57 d))",
                "57/d changed",
            ),
            ("« les navires » (A/76/135, par. 57)", "57 not-found"),
            ("« joignables à toute heure » (A/76/135)", "title verbatim"),
            ("« Les points de contact sont bien joignables à toute heure » (A/76/135)", "title changed"),
            (
                "« Les points de contact sont donc pour nous de peu d’utilité pratique » (A/76/135)",
                "title not-found",
            ),
            ("“joignables à toute heure” (A/76/135, para. 57 (d))", "57/d verbatim"),
            ("« les navires » (A/RES/78/237, par. 4)", "op/4 not-held"),
            ("Voir A/76/135, par. 57.", "57 cited"),
            ("« les navires »", ""),
            ("« à désigner des points »", "57 verbatim"),
        ];
        let instant = DateTime::parse_from_rfc3339("2023-02-01T10:00:00-05:00").unwrap();
        let blank = position::blank(&Now::new(instant, [1; 10]), "roy", "A/76/135:57".parse().ok());
        for (text, expected) in cases {
            let note = crate::workspace::Note { text: text.into(), ..blank.clone() };
            let found = of(&Position::of(&note), &shelf(), Language::FR);
            let shown: Vec<String> = found
                .iter()
                .map(|basis| format!("{} {}", basis.passage.address, basis.state.name()))
                .collect();
            assert_eq!(shown.join(", "), expected, "{text}");
        }
    }
}
