//! A paragraph of a statement as it is read aloud: without Markdown and without citations in parentheses, quotations between
//! quotation marks.

use std::ops::Range;

use crate::cite::{self, Aliases, Citation, Setting, Whose};
use crate::language::Languages;
use crate::model::{Address, Language, Place, Reference};

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpokenRun {
    /// Words that are read aloud.
    Words(String),
    /// A place that rests on cited passages. A citation in parentheses is not among the words; one in running words is
    /// both.
    Citation(Vec<Reference>),
}

/// The parts of a paragraph in order, without Markdown; neighbouring words are one part.
#[must_use]
pub fn runs(text: &str, language: Language) -> Vec<SpokenRun> {
    let (text, quoted) = unquoted(text, language);
    let citations = citations(&text, language);
    let asides = asides(&text, quoted.as_ref(), &citations);
    let mut found = Vec::new();
    let mut at = 0;
    for (range, group) in &asides {
        let passages: Vec<Reference> = citations[group.clone()].iter().flat_map(passages).collect();
        let is_aside = !range.is_empty();
        let end = if is_aside { text[..range.start].trim_end().len().max(at) } else { range.start };
        found.push(SpokenRun::Words(plain(&text[at..end])));
        found.push(SpokenRun::Citation(passages));
        at = range.end;
    }
    found.push(SpokenRun::Words(plain(&text[at..])));
    found.retain(|run| *run != SpokenRun::Words(String::new()));
    trimmed(found)
}

/// A paragraph as it is read aloud.
#[must_use]
pub fn spoken(text: &str, language: Language) -> String {
    let words = |run: SpokenRun| match run {
        SpokenRun::Words(words) => Some(words),
        SpokenRun::Citation(_) => None,
    };
    runs(text, language).into_iter().filter_map(words).collect::<String>().trim().to_owned()
}

/// How many words of a text are spoken: a mark between spaces, such as the colon of French, is none.
#[must_use]
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Without spaces at the start of the first and at the end of the last words.
fn trimmed(mut runs: Vec<SpokenRun>) -> Vec<SpokenRun> {
    if let Some(SpokenRun::Words(words)) = runs.first_mut() {
        *words = words.trim_start().to_owned();
    }
    if let Some(SpokenRun::Words(words)) =
        runs.iter_mut().rev().find(|run| matches!(run, SpokenRun::Words(_)))
    {
        *words = words.trim_end().to_owned();
    }
    runs.retain(|run| *run != SpokenRun::Words(String::new()));
    runs
}

/// A block quotation between the quotation marks of the language, and where it ends; other text as it is.
fn unquoted(text: &str, language: Language) -> (String, Option<usize>) {
    let lines = text.lines().take_while(|line| line.starts_with('>'));
    let count = lines.clone().count();
    if count == 0 {
        return (text.to_owned(), None);
    }
    let words: Vec<&str> = lines.map(|line| line[1..].trim()).collect();
    let words = words.join(" ").trim().trim_matches(['«', '»', '“', '”', '"', ' ', '\u{a0}']).to_owned();
    let marks = Languages::bundled().statement(language);
    let quoted = format!("{}{words}{}", marks.open, marks.close);
    let rest: Vec<&str> = text.lines().skip(count).collect();
    let end = quoted.len();
    (format!("{quoted}\n{}", rest.join("\n")).trim_end().to_owned(), Some(end))
}

/// The citations that name a document.
fn citations(text: &str, language: Language) -> Vec<Citation> {
    let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: None };
    let mut found = cite::read(text, &setting);
    found.retain(|citation| citation.whose == Whose::Document && citation.symbol.is_some());
    found
}

fn passages(citation: &Citation) -> Vec<Reference> {
    let Some(symbol) = &citation.symbol else { return Vec::new() };
    let reference = |address: &Address| Reference { symbol: symbol.clone(), address: address.clone() };
    match citation.addresses.is_empty() {
        true => vec![reference(&Address::body(Place::Title))],
        false => citation.addresses.iter().map(reference).collect(),
    }
}

/// The citations in groups, each with what is not read aloud of the text: the parentheses with citations only, or the line
/// below a block quotation; an empty range behind a citation in running words.
fn asides(text: &str, quoted: Option<&usize>, citations: &[Citation]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(citation) = citations.get(at) {
        let span = citation.span.start..citation.span.end;
        let group = joined(text, citations, at);
        let last = &citations[group.end - 1];
        let (start, end) = (span.start, last.span.end);
        let range = in_parentheses(text, start, end)
            .or_else(|| below(text, quoted.copied(), start, end))
            .unwrap_or(span.end..span.end);
        let group = if range.is_empty() { at..at + 1 } else { group };
        at = group.end;
        found.push((range, group));
    }
    found
}

/// The citations from one on that follow each other with nothing but a separator between them.
fn joined(text: &str, citations: &[Citation], from: usize) -> Range<usize> {
    let is_separator = |between: &str| {
        matches!(between.trim_matches([' ', '\u{a0}', '\n']), ";" | "," | "et" | "and" | "; et" | "; and")
    };
    let pairs = citations[from..].windows(2);
    let more =
        pairs.take_while(|pair| text.get(pair[0].span.end..pair[1].span.start).is_some_and(is_separator));
    from..from + 1 + more.count()
}

/// Words that may stand before the citation in parentheses.
const LEADS: [&str; 9] = ["voir", "voir aussi", "cf.", "cf", "see", "see also", "document", "in", "dans"];

/// The parentheses around a stretch of text, if nothing else is in them.
fn in_parentheses(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let open = text[..start].rfind('(')?;
    let lead = text[open + 1..start].trim().to_lowercase();
    if !lead.is_empty() && !LEADS.contains(&lead.as_str()) {
        return None;
    }
    let after = &text[end..];
    let close = after.find(')').filter(|at| after[..*at].trim().is_empty())?;
    Some(open..end + close + 1)
}

/// The line below a block quotation, if the citation is all of it.
fn below(text: &str, quoted: Option<usize>, start: usize, end: usize) -> Option<Range<usize>> {
    let quoted = quoted.filter(|quoted| *quoted <= start)?;
    let is_mark = |part: &str| part.chars().all(|c| c.is_whitespace() || "—–-().;*_".contains(c));
    (is_mark(&text[quoted..start]) && is_mark(&text[end..])).then_some(quoted..text.len())
}

/// Words without the signs of Markdown, on one line.
fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        let item = line.trim_start().strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' '));
        if at > 0 && !words.ends_with(' ') {
            words.push(' ');
        }
        words.push_str(match (at, item) {
            (_, Some(item)) => item.trim_start(),
            (0, None) => line,
            (_, None) => line.trim_start(),
        });
    }
    unmarked(&words)
}

/// A line without emphasis, code marks, links and escapes.
fn unmarked(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut words = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = characters.get(at).copied() {
        let next = characters.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        match c {
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                words.extend(next);
                at += 1;
            }
            '*' | '`' => {}
            // An underscore inside a word is part of it.
            '_' if !(is_word(before) && is_word(next)) => {}
            '[' => match link(&characters[at..]) {
                Some((shown, length)) => {
                    words.push_str(&unmarked(&shown));
                    at += length - 1;
                }
                None => words.push(c),
            },
            _ => words.push(c),
        }
        at += 1;
    }
    words
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// The text and the length of a link, `[text](address)`, at the start.
fn link(from: &[char]) -> Option<(String, usize)> {
    let close = from.iter().position(|c| *c == ']')?;
    let address = from.get(close + 1..).filter(|rest| rest.first() == Some(&'('))?;
    let end = address.iter().position(|c| *c == ')')?;
    Some((from[1..close].iter().collect(), close + 1 + end + 1))
}
