//! Reading one citation or address, whole and exact; loose references are for another module.

use crate::base::numbering::{ADVERBS, from_roman};
use crate::cite::aliases::Aliases;
use crate::cite::write::{is_annex_mark, is_mark, is_resolution, is_sub};
use crate::language::token::{Token, TokenKind, after, phrase, tokens};
use crate::language::{CitationWords, Languages, Template, TemplatePiece};
use crate::model::{Address, Part, PassageKind, Place, Symbol};

/// Reads a citation or an address that means exactly one passage.
///
/// All these are the same: `A/77/275:annex/16/a`, `a/77/275 annex/16/a`, `A/77/275, annexe, par. 16 a)`,
/// `A/77/275 annex para 16(a)`. A symbol alone is the whole document, that is its title. Case, kinds of
/// space and most punctuation do not matter. `None` when the text is anything else.
#[must_use]
pub fn parse_exact(text: &str) -> Option<(Option<Symbol>, Address)> {
    let text = text.trim();
    if let Some(address) = raw_address(text) {
        return Some((None, address));
    }
    let Some((symbol, rest)) = symbol_first(text) else {
        return address(text, false).map(|address| (None, address));
    };
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ",:;".contains(c)).trim_end();
    // "annex/16/a," is an address with a comma, not the symbol ANNEX/16/A.
    if let Some(address) = raw_address(symbol.as_str()) {
        return rest.is_empty().then_some((None, address));
    }
    let address = if rest.is_empty() {
        Address::body(Place::Title)
    } else {
        raw_address(rest).or_else(|| address(rest, is_resolution(&symbol)))?
    };
    Some((Some(symbol), address))
}

/// An address as it is spelt in notes and on the command line, in any case.
fn raw_address(text: &str) -> Option<Address> {
    if text.contains([',', ':', '(', ')']) {
        return None;
    }
    let has = |test: fn(&char) -> bool| text.chars().any(|c| test(&c));
    if has(|c| c.is_uppercase()) && has(|c| c.is_lowercase()) {
        return text.parse().ok();
    }
    let mut address: Address = text.to_lowercase().parse().ok()?;
    // Sections and annexes are lettered in capitals.
    let capitals = |path: &mut Vec<String>| path.iter_mut().for_each(|part| part.make_ascii_uppercase());
    if let Place::Heading(path) | Place::Steps(path) | Place::Step(path, _) = &mut address.place {
        capitals(path);
    }
    if let Part::Annex(Some(mark)) = &mut address.part {
        mark.make_ascii_uppercase();
    }
    Some(address)
}

/// The symbol at the beginning of a text, and what follows it.
fn symbol_first(text: &str) -> Option<(Symbol, &str)> {
    let end = |from: usize| {
        let ends = |c: char| c.is_whitespace() || ",:;".contains(c);
        text[from..].find(ends).map_or(text.len(), |length| from + length)
    };
    // A symbol may have spaces inside: `S/RES/2341 (2017)`, `A/RES/75/253 B`, `A/RES/217 A (III)`.
    let mut ends = vec![end(0)];
    while let Some(space) =
        ends.last().filter(|at| ends.len() < 3 && text[**at..].starts_with(char::is_whitespace))
    {
        ends.push(end(text.len() - text[*space..].trim_start().len()));
    }
    ends.into_iter().rev().find_map(|end| {
        let spaced = text[..end].trim_end_matches('.').split_whitespace().collect::<Vec<_>>().join(" ");
        Some((spaced.parse().ok()?, &text[end..]))
    })
}

/// The passage that is written after a document, as [`crate::cite::write()`] does in any language, and the place after it. As
/// much is read as makes one citation.
pub(super) fn written_at(
    text: &str,
    tokens: &[Token],
    at: usize,
    is_resolution: bool,
) -> Option<(Address, usize)> {
    let citations = Languages::bundled().citations();
    let read = citations
        .filter_map(|(_, words)| CitationReader { words, text, tokens }.address_from(at, is_resolution));
    read.fold(None, |best: Option<(Address, usize)>, found| match best {
        Some(best) if best.1 >= found.1 => Some(best),
        _ => Some(found),
    })
}

fn address(text: &str, resolution: bool) -> Option<Address> {
    let mut found = tokens(text);
    if found.last().is_some_and(|token| token.is(".")) {
        found.pop();
    }
    Languages::bundled()
        .citations()
        .find_map(|(_, words)| CitationReader { words, text, tokens: &found }.address(resolution))
}

/// Reads tokens in the words of one language; every method takes a place and gives the place after.
struct CitationReader<'a> {
    words: &'a CitationWords,
    text: &'a str,
    tokens: &'a [Token],
}

/// Makes a place of what was in the holes.
type Make = fn(Holes) -> Place;

/// What was in the holes of a template.
#[derive(Default)]
struct Holes {
    number: Vec<String>,
    section: Vec<String>,
    mark: String,
}

impl CitationReader<'_> {
    fn address(&self, resolution: bool) -> Option<Address> {
        let (part, at) = self.part(self.separators(0));
        let named = at > 0;
        let at = self.separators(at);
        if at == self.tokens.len() {
            return named.then_some(Address { part, place: Place::Heading(Vec::new()) });
        }
        let whole = |(_, end): &(Place, usize)| *end == self.tokens.len();
        let title = || self.first(&self.words.title, at).map(|(_, end)| (Place::Title, end));
        let (place, _) = title().filter(whole).or_else(|| self.places(at).into_iter().find(whole))?;
        Some(in_part(part, place, resolution))
    }

    /// As much of a citation as there is from a place on: a part, a passage, or a passage of a part.
    fn address_from(&self, start: usize, resolution: bool) -> Option<(Address, usize)> {
        let (part, at) = self.part(start);
        let found = self
            .places(self.separators(at))
            .into_iter()
            .reduce(|best, other| if other.1 > best.1 { other } else { best });
        match found {
            Some((place, end)) => Some((in_part(part, place, resolution), end)),
            None => (at > start).then(|| (Address { part, place: Place::Heading(Vec::new()) }, at)),
        }
    }

    fn separators(&self, mut at: usize) -> usize {
        while self.tokens.get(at).is_some_and(|token| [",", ":", ";"].contains(&token.folded.as_str())) {
            at += 1;
        }
        at
    }

    fn part(&self, at: usize) -> (Part, usize) {
        let literal = |ways: &[Template]| ways.iter().find_map(|way| Some(self.fill(way, at)?.1));
        if let Some(end) = literal(&self.words.annex) {
            let mark = self.tokens.get(end).filter(|token| {
                let written = token.span.of(self.text);
                let capital = written.len() == 1 && from_roman(written).is_some() || is_annex_mark(written);
                capital || from_roman(written).is_some()
            });
            return match mark {
                Some(mark) => (Part::Annex(Some(mark.folded.to_ascii_uppercase())), end + 1),
                None => (Part::Annex(None), end),
            };
        }
        match (literal(&self.words.front), literal(&self.words.body)) {
            (Some(end), _) => (Part::Front, end),
            (None, Some(end)) => (Part::Body, end),
            (None, None) => (Part::Body, at),
        }
    }

    /// The first way of writing that fits from a place on.
    fn first(&self, ways: &[Template], at: usize) -> Option<(Holes, usize)> {
        ways.iter().find_map(|way| self.fill(way, at))
    }

    /// The passages that may be named from a place on, each with the place after it; what is longer in words is not first.
    fn places(&self, at: usize) -> Vec<(Place, usize)> {
        let words = self.words;
        let others: [(&[Template], Make); 4] = [
            (&words.steps, |_| Place::Steps(Vec::new())),
            (&words.steps_of, |holes| Place::Steps(holes.section)),
            (&words.step_of, |holes| Place::Step(holes.section, holes.number)),
            (&words.text, |holes| Place::Text(holes.number)),
        ];
        let filled = |ways: &'_ [Template]| -> Vec<(Holes, usize)> {
            ways.iter().filter_map(|way| self.fill(way, at)).collect()
        };
        let mut found = Vec::new();
        for (ways, place) in others {
            found.extend(filled(ways).into_iter().map(|(holes, end)| (place(holes), end)));
        }
        for kind in PassageKind::ALL.into_iter().filter(|kind| *kind != PassageKind::Section) {
            let filled = filled(&words.passages[kind]).into_iter();
            found.extend(filled.filter_map(|(holes, end)| Some((passage(kind, holes)?, end))));
        }
        found.extend(self.heading(at));
        found
    }

    /// `section V, intertitre 2`: sections and unnumbered headings, one under the other.
    fn heading(&self, mut at: usize) -> Option<(Place, usize)> {
        let (mut path, mut end) = (Vec::new(), at);
        loop {
            if let Some((holes, after)) = self.first(&self.words.passages[PassageKind::Section], at) {
                path.extend(holes.section);
                end = after;
            } else if let Some((holes, after)) = self.first(&self.words.subheading, at) {
                path.push(format!("~{}", holes.number.join("")));
                end = after;
            } else {
                break;
            }
            at = self.separators(end);
        }
        (!path.is_empty()).then_some((Place::Heading(path), end))
    }

    fn fill(&self, way: &Template, mut at: usize) -> Option<(Holes, usize)> {
        let mut holes = Holes::default();
        for piece in &way.0 {
            at = match piece {
                TemplatePiece::Literal(literal) => self.literal(literal, at)?,
                TemplatePiece::Number => {
                    let (number, end) = number(self.tokens, at)?;
                    holes.number = number;
                    self.bullet(end, &mut holes.number)
                }
                TemplatePiece::Sub => {
                    let (sub, end) = sub(self.tokens, at)?;
                    holes.number.push(sub);
                    end
                }
                TemplatePiece::Mark => self.mark(at, &mut holes.mark)?,
                TemplatePiece::Section => self.section(at, &mut holes.section)?,
            };
        }
        Some((holes, at))
    }

    /// CitationWords as they are; a full stop after an abbreviation may be missing.
    fn literal(&self, literal: &str, mut at: usize) -> Option<usize> {
        for word in phrase(literal) {
            at = match after(self.tokens, at, std::slice::from_ref(&word)) {
                Some(end) => end,
                None if word == "." => at,
                None => return None,
            };
        }
        Some(at)
    }

    fn bullet(&self, at: usize, path: &mut Vec<String>) -> usize {
        let start = self.separators(at);
        let found = self.words.bullet.iter().find_map(|way| {
            let [TemplatePiece::Literal(before), TemplatePiece::Number] = way.0.as_slice() else {
                return None;
            };
            let number = self.literal(before, start)?;
            let token = self.tokens.get(number).filter(|token| token.kind == TokenKind::Number)?;
            Some((token.folded.clone(), number + 1))
        });
        match found {
            Some((bullet, end)) => {
                path.push(format!("bullet-{bullet}"));
                end
            }
            None => at,
        }
    }

    /// The mark of a footnote: everything that hangs together, if footnotes are marked so.
    fn mark(&self, at: usize, mark: &mut String) -> Option<usize> {
        let first = self.tokens.get(at)?;
        let mut end = at + 1;
        while end < self.tokens.len() && self.tokens[end - 1].span.end == self.tokens[end].span.start {
            end += 1;
        }
        // What closes the words around a citation is no part of the mark.
        while end > at + 1
            && [")", "]", ".", ",", ";", "»", "\""].contains(&self.tokens[end - 1].folded.as_str())
        {
            end -= 1;
        }
        mark.push_str(&self.text[first.span.start..self.tokens[end - 1].span.end]);
        is_mark(mark).then_some(end)
    }

    fn section(&self, mut at: usize, path: &mut Vec<String>) -> Option<usize> {
        loop {
            let token = self.tokens.get(at)?;
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) || !token.folded.is_ascii() {
                return None;
            }
            path.push(token.folded.to_ascii_uppercase());
            at += 1;
            if !self.tokens.get(at).is_some_and(|token| token.is(".")) {
                return Some(at);
            }
            at += 1;
        }
    }
}

/// A place in a part: a paragraph of the body of a resolution is an operative one.
fn in_part(part: Part, place: Place, is_resolution: bool) -> Address {
    let place = match place {
        Place::Paragraph(path) if is_resolution && part == Part::Body => Place::Operative(path),
        place => place,
    };
    Address { part, place }
}

/// The passage of a kind by what was in the holes. The number of a norm must be that of the paragraph that introduces
/// the norms, or missing.
fn passage(kind: PassageKind, holes: Holes) -> Option<Place> {
    let number = if kind == PassageKind::Note { vec![holes.mark] } else { holes.number };
    if kind == PassageKind::Norm && number.len() > 1 {
        let known = Aliases::bundled().norm_number(number.last()?);
        return (number == known).then(|| kind.place(number));
    }
    Some(kind.place(number))
}

/// A number with its sub-paragraphs: `16 a)`, `16(a)`, `14 c) ii)`, `16a`, and with an adverb: `17 bis`, `17 bis a)`, `17 e) bis`.
pub(super) fn number(tokens: &[Token], at: usize) -> Option<(Vec<String>, usize)> {
    let first = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let (first, mut end) = with_adverb(tokens, first.folded.clone(), at + 1);
    let mut path = vec![first];
    while let Some((component, next)) = sub(tokens, end) {
        // Only the first letter may go without its bracket: `16a`, `16 a`.
        if path.len() > 1 && !tokens[next - 1].is(")") {
            break;
        }
        let (component, next) = with_adverb(tokens, component, next);
        path.push(component);
        end = next;
    }
    Some((path, end))
}

/// A number with the Latin adverb behind it as one component, `17bis`: 17 *bis* is another paragraph than 17.
fn with_adverb(tokens: &[Token], number: String, at: usize) -> (String, usize) {
    match tokens.get(at).map(|token| token.folded.as_str()).filter(|word| ADVERBS.contains(word)) {
        Some(adverb) => (number + adverb, at + 1),
        None => (number, at),
    }
}

/// A sub-paragraph with one bracket, two, or, for a letter where nothing else follows, none.
pub(super) fn sub(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let opened = usize::from(tokens.get(at)?.is("("));
    let token = tokens.get(at + opened)?;
    let plain = matches!(token.kind, TokenKind::Word | TokenKind::Number) && is_sub(&token.folded);
    let component = plain.then(|| token.folded.clone())?;
    // "(see para. 5 above)": a word before a closing bracket is no letter.
    let roman = component.chars().all(|c| "ivxlc".contains(c));
    let word = token.kind == TokenKind::Word && component.len() > 2 && !roman;
    if opened == 0 && word {
        return None;
    }
    let end = at + opened + 1;
    if tokens.get(end).is_some_and(|token| token.is(")")) {
        return Some((component, end + 1));
    }
    let letter = token.kind == TokenKind::Word && (component.len() == 1 || from_roman(&component).is_some());
    let alone = tokens.get(end).is_none_or(|token| [",", ";", "."].contains(&token.folded.as_str()));
    (opened == 0 && letter && alone).then_some((component, end))
}
