//! The quotations in a text, each with the citation that names its source.

use crate::base::Span;
use crate::cite::Aliases;
use crate::cite::scan::{self, Setting, Whose};
use crate::language::token::{Token, tokens};
use crate::model::{Address, Language, Place, Reference, Symbol};

/// Words between quotation marks, or in a block quotation (lines that begin with `>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Its place in the text, without the marks; of a block quotation from its first to its last line.
    pub span: Span,
    /// The words quoted, without the signs of a block quotation.
    pub words: String,
    /// The passages cited as its source, in the order cited; empty if the text does not name one.
    pub sources: Vec<Reference>,
}

/// A citation without a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedSource {
    /// Its place in the text.
    pub span: Span,
    /// The passages cited.
    pub passages: Vec<Reference>,
}

/// What a text quotes and cites.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotations {
    /// The quotations, in order.
    pub quoted: Vec<Quotation>,
    /// The citations that are not the source of a quotation, in order.
    pub cited: Vec<CitedSource>,
}

/// Reads the quotations of a text and their sources. The source of a quotation is the first citation after it and before
/// the next quotation of its paragraph, or else the last one before it in that paragraph; of a block quotation also the one
/// at its end, and one that is the whole of the next paragraph. Passages cited without a document are those of `own`, if it is given.
#[must_use]
pub fn read(text: &str, language: Language, own: Option<&Symbol>) -> Quotations {
    read_tokens(text, &tokens(text), language, own)
}

/// The same for a text whose tokens are known: in several languages it is cut into tokens only once.
#[must_use]
pub fn read_tokens(text: &str, found: &[Token], language: Language, own: Option<&Symbol>) -> Quotations {
    let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: None };
    let citations: Vec<CitedSource> = scan::read_tokens(text, found, &setting)
        .iter()
        .filter_map(|citation| source(citation, own))
        .collect();
    let mut is_used = vec![false; citations.len()];
    let mut quoted = Vec::new();
    let all = paragraphs(text);
    for (number, paragraph) in all.iter().enumerate() {
        let spans = quotation_spans(text, *paragraph);
        for (at, span) in spans.iter().enumerate() {
            let is_block = is_block(text, *span);
            if let Some(source) = is_block.then(|| at_end(text, *span, &citations)).flatten() {
                is_used[source] = true;
                let words = Span { start: span.start, end: citations[source].span.start };
                let sources = citations[source].passages.clone();
                quoted.push(Quotation {
                    span: *span,
                    words: without_opening(&unquoted(words.of(text))),
                    sources,
                });
                continue;
            }
            let before = at.checked_sub(1).map_or(paragraph.start, |before| spans[before].end);
            let after = spans.get(at + 1).map_or(paragraph.end, |next| next.start);
            let within = |from: usize, to: usize| {
                let inside = move |source: &CitedSource| source.span.start >= from && source.span.end <= to;
                citations.iter().enumerate().filter(move |(_, source)| inside(source)).map(|(at, _)| at)
            };
            let next = all
                .get(number + 1)
                .filter(|next| is_block && span.end == paragraph.end && is_one(text, **next, &citations));
            let found = within(span.end, after)
                .next()
                .or_else(|| next.and_then(|next| within(next.start, next.end).next()))
                .or_else(|| within(before, span.start).next_back());
            found.into_iter().for_each(|at| is_used[at] = true);
            let sources = found.map(|at| citations[at].passages.clone()).unwrap_or_default();
            quoted.push(Quotation { span: *span, words: unquoted(span.of(text)), sources });
        }
    }
    // A citation inside of a quotation belongs to the words quoted.
    let is_inside = |source: &CitedSource| {
        quoted.iter().any(|quotation| {
            quotation.span.start <= source.span.start && source.span.end <= quotation.span.end
        })
    };
    let unused = citations.iter().zip(is_used).filter(|(source, used)| !used && !is_inside(source));
    let cited = unused.map(|(source, _)| source.clone()).collect();
    Quotations { quoted, cited }
}

fn source(citation: &scan::Citation, own: Option<&Symbol>) -> Option<CitedSource> {
    let symbol = match citation.whose {
        Whose::Document => citation.symbol.as_ref()?,
        Whose::Own => own?,
        _ => return None,
    };
    let passage = |address: &Address| Reference { symbol: symbol.clone(), address: address.clone() };
    let mut passages: Vec<Reference> = citation.addresses.iter().map(passage).collect();
    if passages.is_empty() {
        passages.push(Reference { symbol: symbol.clone(), address: Address::body(Place::Title) });
    }
    Some(CitedSource { span: citation.span, passages })
}

/// The paragraphs of a text: what is between empty lines.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs: Vec<Span> = Vec::new();
    let (mut at, mut is_open) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim().is_empty() {
            is_open = false;
        } else if is_open {
            if let Some(last) = paragraphs.last_mut() {
                last.end = end;
            }
        } else {
            paragraphs.push(Span { start: at, end });
            is_open = true;
        }
        at = end;
    }
    paragraphs
}

/// The quotations of a paragraph: its block quotation, and what is between quotation marks before and after it.
fn quotation_spans(text: &str, paragraph: Span) -> Vec<Span> {
    let Some(block) = block_quotation(text, paragraph) else { return marked(text, paragraph) };
    let before = marked(text, Span { start: paragraph.start, end: block.start });
    let after = marked(text, Span { start: block.end, end: paragraph.end });
    before.into_iter().chain([block]).chain(after).collect()
}

/// The first lines of a paragraph in a row that begin with `>`.
fn block_quotation(text: &str, paragraph: Span) -> Option<Span> {
    let lines = || paragraph.of(text).split_inclusive('\n');
    let before: usize = lines().take_while(|line| !line.starts_with('>')).map(str::len).sum();
    let inside = lines().skip_while(|line| !line.starts_with('>'));
    let length: usize = inside.take_while(|line| line.starts_with('>')).map(str::len).sum();
    let start = paragraph.start + before;
    (length > 0).then_some(Span { start, end: start + length })
}

fn is_block(text: &str, span: Span) -> bool {
    span.of(text).starts_with('>')
}

/// The citation at the end of a block quotation, as an index: only marks come after it.
fn at_end(text: &str, block: Span, citations: &[CitedSource]) -> Option<usize> {
    let last = citations.iter().rposition(|source| source.span.end <= block.end)?;
    let is_inside = citations[last].span.start > block.start;
    let rest = &text[citations[last].span.end..block.end];
    (is_inside && !rest.contains(char::is_alphanumeric)).then_some(last)
}

/// Whether a paragraph is one citation with nothing but marks around it.
fn is_one(text: &str, paragraph: Span, citations: &[CitedSource]) -> bool {
    let mut inside = citations
        .iter()
        .filter(|source| paragraph.start <= source.span.start && source.span.end <= paragraph.end);
    let (Some(only), None) = (inside.next(), inside.next()) else { return false };
    let outside = [&text[paragraph.start..only.span.start], &text[only.span.end..paragraph.end]];
    outside.iter().all(|words| !words.contains(char::is_alphanumeric))
}

/// The words before a citation without the mark that opens it.
fn without_opening(words: &str) -> String {
    words.trim_end_matches(|c: char| c.is_whitespace() || "([—–-,;".contains(c)).to_owned()
}

/// What is between quotation marks; of nested ones the outer ones count. A mark that is not closed quotes nothing.
fn marked(text: &str, part: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, c) in part.of(text).char_indices() {
        let at = part.start + at;
        match open {
            Some((closing, start)) if c == closing => {
                if !text[start..at].trim().is_empty() {
                    found.push(Span { start, end: at });
                }
                open = None;
            }
            Some(_) => {}
            None => open = closing(c).map(|closing| (closing, at + c.len_utf8())),
        }
    }
    found
}

fn closing(mark: char) -> Option<char> {
    match mark {
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        '"' => Some('"'),
        _ => None,
    }
}

/// The words of a quotation without the signs of a block quotation and the spaces around it.
fn unquoted(text: &str) -> String {
    let lines = text.lines().map(|line| line.strip_prefix('>').unwrap_or(line).trim());
    let words = lines.collect::<Vec<_>>().join(" ");
    words.trim().trim_start_matches('«').trim_end_matches('»').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let own = "A/77/275".parse().unwrap();
        let found = read(text, Language::FR, Some(&own));
        let sources =
            |passages: &[Reference]| passages.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let quoted = found
            .quoted
            .iter()
            .map(|quotation| format!("{} = {}", quotation.words, sources(&quotation.sources)));
        quoted.chain(found.cited.iter().map(|source| sources(&source.passages))).collect()
    }

    #[test]
    fn a_quotation_has_the_citation_after_or_before_it() {
        let cases: [(&str, &[&str]); 14] = [
            (
                "Comme le dit le rapport : « points de contact » (A/76/135, par. 57 d)).",
                &["points de contact = A/76/135:57/d"],
            ),
            (
                "Le paragraphe 57 d) du document A/76/135 parle de « points de contact ».",
                &["points de contact = A/76/135:57/d"],
            ),
            (
                "> les points de contact\n> désignés\nA/76/135, par. 57",
                &["les points de contact désignés = A/76/135:57"],
            ),
            (
                "« un » (A/76/135, par. 1) et “deux” (A/76/135, par. 2)",
                &["un = A/76/135:1", "deux = A/76/135:2"],
            ),
            ("« un »\n\nA/76/135, par. 2", &["un = ", "A/76/135:2"]),
            ("## Base\n> les mots\n(A/76/135, par. 57 d))", &["les mots = A/76/135:57/d"]),
            ("> les mots\n\n(A/76/135, par. 57 d))", &["les mots = A/76/135:57/d"]),
            ("> les mots (A/76/135, par. 57 d))", &["les mots = A/76/135:57/d"]),
            ("> les mots\n> — A/76/135, par. 57 d)", &["les mots = A/76/135:57/d"]),
            ("Selon A/76/135, par. 57 :\n> les mots\n> encore", &["les mots encore = A/76/135:57"]),
            ("> les mots\n\nVoir A/76/135, par. 57, et la suite.", &["les mots = ", "A/76/135:57"]),
            ("Voir A/76/135, par. 57.", &["A/76/135:57"]),
            ("« par. 3 du document A/76/135 »", &["par. 3 du document A/76/135 = "]),
            ("« ouvert sans fin (A/76/135, par. 2)", &["A/76/135:2"]),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
