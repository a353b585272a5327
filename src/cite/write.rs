//! Writing a citation the way the United Nations do, in the words of a language.

use crate::base::numbering::ADVERBS;
use crate::cite::aliases::Aliases;
use crate::language::{CitationWords, Languages, Template, TemplatePiece};
use crate::model::{Address, Language, Part, PassageKind, Place, Symbol};

/// The citation of a passage: `A/77/275, annexe, par. 16 a)`, `A/77/275, annex, para. 16 (a)`.
///
/// What [`crate::cite::parse_exact`] reads back to the same symbol and address. An address no words fit
/// is written as it is: `A/77/275:annex/heading/1a`.
#[must_use]
pub fn write(symbol: Option<&Symbol>, address: &Address, language: Language) -> String {
    if let (Some(symbol), Part::Body, Place::Title) = (symbol, &address.part, &address.place) {
        return symbol.to_string();
    }
    let words = Languages::bundled().citation(language);
    let resolution = symbol.is_some_and(is_resolution);
    match (symbol, passage(words, address, resolution)) {
        (Some(symbol), Some(passage)) => format!("{symbol}{}{passage}", words.separator),
        (Some(symbol), None) => format!("{symbol}:{address}"),
        (None, Some(passage)) => passage,
        (None, None) => address.to_string(),
    }
}

/// Whether the numbered paragraphs of a document are operative ones: `A/RES/78/237`.
pub(super) fn is_resolution(symbol: &Symbol) -> bool {
    symbol.components().any(|part| part == "RES")
}

fn passage(words: &CitationWords, address: &Address, resolution: bool) -> Option<String> {
    let part = part(words, &address.part)?;
    if let Place::Heading(path) = &address.place
        && path.is_empty()
    {
        return Some(if part.is_empty() { fill(&words.body, &[])? } else { part });
    }
    let in_body = address.part == Part::Body;
    let place = match &address.place {
        Place::Title => fill(&words.title, &[])?,
        Place::Heading(path) => heading(words, path)?,
        // Without a word for it, a plain number in a resolution is an operative paragraph.
        Place::Paragraph(_) if resolution && in_body => return None,
        Place::Operative(path) if resolution && in_body => {
            fill(&words.passages[PassageKind::Paragraph], &[number(words, path)?])?
        }
        Place::Paragraph(path) => fill(&words.passages[PassageKind::Paragraph], &[number(words, path)?])?,
        Place::Operative(path) => fill(&words.passages[PassageKind::Operative], &[number(words, path)?])?,
        Place::Preambular(path) => fill(&words.passages[PassageKind::Preambular], &[number(words, path)?])?,
        Place::Item(path) => fill(&words.passages[PassageKind::Item], &[number(words, path)?])?,
        Place::Text(path) => fill(&words.text, &[number(words, path)?])?,
        Place::Steps(section) if section.is_empty() => fill(&words.steps, &[])?,
        Place::Steps(section) => fill(&words.steps_of, &[dotted(section)?])?,
        Place::Step(section, path) if section.is_empty() => {
            fill(&words.passages[PassageKind::Step], &[number(words, path)?])?
        }
        Place::Step(section, path) => fill(&words.step_of, &[number(words, path)?, dotted(section)?])?,
        Place::Norm(letter) => fill(
            &words.passages[PassageKind::Norm],
            &[number(words, &Aliases::bundled().norm_number(letter))?],
        )?,
        Place::Note(mark) => {
            fill(&words.passages[PassageKind::Note], &[is_mark(mark).then(|| mark.clone())?])?
        }
    };
    Some(if part.is_empty() { place } else { format!("{part}{}{place}", words.separator) })
}

fn part(words: &CitationWords, part: &Part) -> Option<String> {
    match part {
        Part::Body => Some(String::new()),
        Part::Front => fill(&words.front, &[]),
        Part::Annex(None) => fill(&words.annex, &[]),
        Part::Annex(Some(mark)) => {
            is_annex_mark(mark).then(|| Some(format!("{} {mark}", fill(&words.annex, &[])?)))?
        }
    }
}

/// The first way of writing with its holes filled in order.
pub(super) fn fill(ways: &[Template], values: &[String]) -> Option<String> {
    let mut values = values.iter();
    let mut written = String::new();
    for piece in &ways.first()?.0 {
        match piece {
            TemplatePiece::Literal(literal) => written.push_str(literal),
            TemplatePiece::Number | TemplatePiece::Sub | TemplatePiece::Mark | TemplatePiece::Section => {
                written.push_str(values.next()?)
            }
        }
    }
    Some(written)
}

/// `["14", "c", "ii"]` as `14 c) ii)`, `["7", "bullet-3"]` as `7, puce 3`.
fn number(words: &CitationWords, path: &[String]) -> Option<String> {
    let (first, rest) = path.split_first()?;
    let (number, adverb) = parted(first);
    let mut written = is_number(number).then(|| format!("{number}{adverb}"))?;
    for (at, component) in rest.iter().enumerate() {
        if let Some(bullet) = component.strip_prefix("bullet-") {
            let last = at + 1 == rest.len() && is_number(bullet);
            let bullet = last.then(|| fill(&words.bullet, &[bullet.to_owned()]))??;
            written = format!("{written}{}{bullet}", words.separator);
        } else {
            written = format!("{written} {}", sub(words, component)?);
        }
    }
    Some(written)
}

fn sub(words: &CitationWords, component: &str) -> Option<String> {
    let (letter, adverb) = parted(component);
    let written = is_sub(letter).then(|| fill(std::slice::from_ref(&words.sub), &[letter.to_owned()]))??;
    Some(format!("{written}{adverb}"))
}

/// A number or a letter and the Latin adverb behind it, with a space before it: `17bis` is `17` and ` bis`.
fn parted(component: &str) -> (&str, String) {
    let part = |adverb: &&'static str| {
        let stem = component.strip_suffix(adverb)?;
        (is_number(stem) || stem.len() == 1).then(|| (stem, format!(" {adverb}")))
    };
    ADVERBS.iter().find_map(part).unwrap_or((component, String::new()))
}

/// `["II", "A"]` as `section II.A`, `["V", "~2"]` as `section V, intertitre 2`.
fn heading(words: &CitationWords, path: &[String]) -> Option<String> {
    let mut written: Vec<String> = Vec::new();
    let mut rest = path;
    while let Some(first) = rest.first() {
        if let Some(unnumbered) = first.strip_prefix('~') {
            let unnumbered = is_number(unnumbered).then(|| unnumbered.to_owned())?;
            written.push(fill(&words.subheading, &[unnumbered])?);
            rest = &rest[1..];
        } else {
            let length = rest.iter().take_while(|component| !component.starts_with('~')).count();
            written.push(fill(&words.passages[PassageKind::Section], &[dotted(&rest[..length])?])?);
            rest = &rest[length..];
        }
    }
    Some(written.join(&words.separator))
}

fn dotted(section: &[String]) -> Option<String> {
    section.iter().all(|component| is_section(component)).then(|| section.join("."))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A sub-paragraph: a letter, a few (`aa`, `xviii`), or a number.
pub(super) fn is_sub(text: &str) -> bool {
    let letters = (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase());
    letters || is_number(text)
}

fn is_section(text: &str) -> bool {
    let letters = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    letters || is_number(text)
}

/// The number or letter of an annex: a roman numeral, one letter, or digits.
pub(super) fn is_annex_mark(text: &str) -> bool {
    let letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let roman = crate::base::numbering::from_roman(text).is_some() && text == text.to_ascii_uppercase();
    letter || roman || is_number(text)
}

/// The mark of a footnote: letters, digits, stars and daggers.
pub(super) fn is_mark(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "*~†‡".contains(c);
    !text.is_empty() && text.chars().all(plain)
}
