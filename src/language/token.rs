//! Tokens of running text: words, numbers, marks and document symbols, each with its place; only white space lies between them.

use crate::base::{Span, numbering::from_roman, text::fold};
use crate::model::Symbol;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; an elided word keeps its apostrophe: `d’`.
    Word,
    /// Digits.
    Number,
    /// A document symbol written with its slashes in full, `A/75/816`.
    Symbol(Symbol),
    /// One mark of punctuation.
    Mark,
}

/// One token with its place in the text it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Without case, accents and typographic variants.
    pub folded: String,
    /// Its place in the text.
    pub span: Span,
    /// Whether its last letter has an accent: « publié » has one, « publie » has none.
    pub ends_in_accent: bool,
    key: u32,
}

impl Token {
    fn new(kind: TokenKind, text: &str, span: Span) -> Self {
        let written = span.of(text);
        let folded = if kind == TokenKind::Mark { plain_mark(written) } else { fold(written) };
        let accented = |c: char| c.is_alphabetic() && !c.is_ascii();
        let ends_in_accent = written.chars().next_back().is_some_and(accented);
        Self { kind, key: key(&folded), folded, span, ends_in_accent }
    }

    /// A hash of the folded word: equal words have the same key, different words rarely do.
    pub(super) fn key(&self) -> u32 {
        self.key
    }

    /// The value of a number.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        if self.kind == TokenKind::Number { self.folded.parse().ok() } else { None }
    }

    /// Whether it is the word or mark with this folded form.
    #[must_use]
    pub fn is(&self, folded: &str) -> bool {
        self.folded == folded
    }
}

/// A mark of punctuation as Latin script writes it.
fn plain_mark(written: &str) -> String {
    match written {
        "،" | "，" => ",".to_owned(),
        "؛" | "；" => ";".to_owned(),
        "：" => ":".to_owned(),
        "（" => "(".to_owned(),
        "）" => ")".to_owned(),
        _ => fold(written),
    }
}

/// Several folded words in a row, as data files give them.
pub type Phrase = Vec<String>;

/// The folded words of a phrase from a data file.
#[must_use]
pub fn phrase(text: &str) -> Phrase {
    tokens(text).into_iter().map(|token| token.folded).collect()
}

/// The key of a folded word (FNV-1a), the same for words of a text and of data files.
pub(super) fn key(folded: &str) -> u32 {
    folded.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Cuts a text into tokens; white space only separates.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if let Some((symbol, end)) = c.is_ascii_uppercase().then(|| symbol_at(text, at)).flatten() {
            found.push(Token::new(TokenKind::Symbol(symbol), text, Span::new(at, end)));
            end
        } else if c.is_ascii_digit() {
            push(&mut found, TokenKind::Number, text, at, run(text, at, |c| c.is_ascii_digit()))
        } else if is_ideograph(c) {
            // Chinese has no spaces between words: each character is a word of its own.
            push(&mut found, TokenKind::Word, text, at, at + c.len_utf8())
        } else if c.is_alphabetic() {
            push(&mut found, TokenKind::Word, text, at, word_end(text, at))
        } else if separates(c) {
            at + c.len_utf8()
        } else {
            push(&mut found, TokenKind::Mark, text, at, at + c.len_utf8())
        };
        at = end;
    }
    found
}

/// The place after a phrase that begins at a place among the tokens; `None` if it does not.
#[must_use]
pub fn after(tokens: &[Token], at: usize, phrase: &[String]) -> Option<usize> {
    let end = at.checked_add(phrase.len())?;
    let here = tokens.get(at..end)?;
    (!phrase.is_empty() && here.iter().zip(phrase).all(|(token, word)| token.folded == *word)).then_some(end)
}

/// Whether nothing, not even a space, is between a token and the next one.
#[must_use]
pub fn touching(tokens: &[Token], first: usize) -> bool {
    match (tokens.get(first), tokens.get(first + 1)) {
        (Some(one), Some(two)) => one.span.end == two.span.start,
        _ => false,
    }
}

fn is_ideograph(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn separates(c: char) -> bool {
    c.is_whitespace() || c == '\u{ad}' || c == '\u{200b}'
}

fn push(found: &mut Vec<Token>, kind: TokenKind, text: &str, start: usize, end: usize) -> usize {
    found.push(Token::new(kind, text, Span::new(start, end)));
    end
}

fn run(text: &str, start: usize, keep: impl Fn(char) -> bool) -> usize {
    text[start..].find(|c| !keep(c)).map_or(text.len(), |length| start + length)
}

fn word_end(text: &str, start: usize) -> usize {
    let part = |c: char| {
        (c.is_alphabetic() && !is_ideograph(c)) || c == '\u{ad}' || ('\u{300}'..='\u{36f}').contains(&c)
    };
    let end = run(text, start, part);
    let mut rest = text[end..].chars();
    match (rest.next(), rest.next()) {
        // A word of a data file may end with its apostrophe: `d’`.
        (Some(mark @ ('\'' | '’' | 'ʼ')), next) if next.is_none_or(char::is_alphabetic) => {
            end + mark.len_utf8()
        }
        _ => end,
    }
}

/// A whole symbol: it begins with capitals, has at least two slashes, or one before three digits (`CD/1299`), and is not the end of a
/// web address. A space or the end of a line may cut it: `A/76/ 135`.
fn symbol_at(text: &str, start: usize) -> Option<(Symbol, usize)> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| (c.is_alphanumeric() && !is_ideograph(c)) || "/:.-".contains(c)) {
        return None;
    }
    let (found, end) = path_at(text, start)?;
    let first = found.split('/').next()?;
    let last = found.rsplit('/').next()?;
    let short = found.matches('/').count() == 1;
    // `XIII/11` is a decision of a conference, numbered by its session.
    let named = last.len() >= 3 || (first.len() >= 4 && from_roman(first).is_none());
    let number = named && !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    // Records of meetings: `S/PV.9526`.
    let record =
        last.strip_prefix("PV.").is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    if (short && !number && !record)
        || !found.contains('/')
        || !first.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.' || byte.is_ascii_digit())
    {
        return None;
    }
    // `A/AC.1/2020/CRP.` is a symbol that still lacks its number.
    if !last.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let symbol: Symbol = found.parse().ok()?;
    let resolution = found.split('/').any(|part| part == "RES" || part == "DEC");
    let longer = if resolution { completed(text, start, end) } else { divided(text, &found, end) };
    Some(longer.unwrap_or((symbol, end)))
}

/// The path of a symbol at a place, without the spaces that cut it, and the place after it.
fn path_at(text: &str, start: usize) -> Option<(String, usize)> {
    const MOST_CUTS: usize = 3;
    let inside = |c: char| c.is_ascii_alphanumeric() || "/.-".contains(c) || is_hyphen(c);
    let mut end = run(text, start, inside);
    let mut path = with_plain_hyphens(&text[start..end]);
    // Most capitals begin a word: it is not looked at further.
    if !path.contains('/') {
        return None;
    }
    for _ in 0..MOST_CUTS {
        let next = run(text, end, char::is_whitespace);
        let to = run(text, next, inside);
        let piece = &text[next..to];
        let begins = |test: fn(char) -> bool| piece.starts_with(test);
        let continues = match path.chars().next_back() {
            Some('/') => {
                begins(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
                    && piece.contains(|c: char| c.is_ascii_digit())
            }
            // `A/AC. 292/2023/L.1`: a component of letters that still lacks its number.
            Some('.') => begins(|c| c.is_ascii_digit()) && lacks_number(&path[..path.len() - 1]),
            _ => piece.starts_with('/') && path.matches('/').count() == 1 && begins_number(&piece[1..]),
        };
        if next == end || !continues {
            break;
        }
        path.push_str(&with_plain_hyphens(piece));
        end = to;
    }
    // The halves of a double symbol may be joined by a dash: `A/79/729–S/2025/40`.
    if let Some(half) = text[end..].strip_prefix('–') {
        let to = run(half, 0, inside);
        let organ = half.split('/').next().unwrap_or_default();
        let lettered = (1..=2).contains(&organ.len()) && organ.bytes().all(|byte| byte.is_ascii_uppercase());
        if path.ends_with(|c: char| c.is_ascii_digit()) && lettered && half[..to].matches('/').count() >= 2 {
            path = format!("{path}-{}", with_plain_hyphens(&half[..to]));
            end = text.len() - half.len() + to;
        }
    }
    while path.ends_with(['.', '-', '/']) {
        path.pop();
        end -= text[..end].chars().next_back().map_or(0, char::len_utf8);
    }
    Some((path, end))
}

/// The hyphens of typesetting that a symbol may be printed with.
fn is_hyphen(c: char) -> bool {
    matches!(c, '‑' | '‐')
}

fn with_plain_hyphens(text: &str) -> String {
    text.replace(is_hyphen, "-")
}

/// Whether the last component of a path has only letters: `A/AC`.
fn lacks_number(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    path.contains('/') && !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn begins_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// A symbol with the volume, part or section it is issued in: `A/79/5 (Vol. II)`.
fn divided(text: &str, path: &str, end: usize) -> Option<(Symbol, usize)> {
    const MOST: usize = 14;
    let rest = text[end..].trim_start();
    let opened = text.len() - rest.len();
    let closing = match rest.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let close = rest.char_indices().take(MOST).find(|(_, c)| *c == closing)?.0 + 1;
    let inside = |c: char| c.is_ascii_alphanumeric() || "/.-".contains(c);
    let mut to = opened + close;
    if text[to..].starts_with('/') {
        to = run(text, to, inside);
    }
    while text[..to].ends_with(['.', '-', '/']) {
        to -= 1;
    }
    let whole = format!("{path} {}", &text[opened..to].replace(['\u{a0}', '\u{202f}'], " "));
    let symbol: Symbol = whole.parse().ok()?;
    // A year is no division.
    let names = ["(Sect. ", "(Vol. ", "(Part ", "(Introduction)"];
    names.iter().any(|name| symbol.as_str().contains(name)).then_some((symbol, to))
}

/// The symbol of a resolution with what is printed after its path: the year of one of the Security Council, `S/RES/2341 (2017)`;
/// the session of an old one, `A/RES/1514(XV)`; the letter of a part, `A/RES/75/253 B`.
fn completed(text: &str, start: usize, end: usize) -> Option<(Symbol, usize)> {
    const MOST: usize = 14;
    let closes = |at: usize| !text[at..].starts_with(|c: char| c.is_alphanumeric() || "/-–(".contains(c));
    let after = text[end..].char_indices().skip(1).take(MOST);
    let ends = after.map(|(at, _)| end + at).chain((text.len() - end <= MOST).then_some(text.len()));
    let inside = |at: &usize| {
        let piece = &text[end..*at];
        // The end of a line may be before a year or a session, not before a letter.
        let next = piece.trim_start();
        let same_line = !piece.contains('\n') || next.is_empty() || next.starts_with('(');
        same_line && piece.chars().all(|c| c.is_ascii_alphanumeric() || " \n\u{a0}\u{202f}()[]-–".contains(c))
    };
    let capitals = |at: &usize| !text[end..*at].bytes().any(|byte| byte.is_ascii_lowercase());
    let whole = |at: usize| {
        let spaced = with_plain_hyphens(&text[start..at]).replace(['\n', '\u{a0}', '\u{202f}'], " ");
        Some((spaced.parse().ok().filter(|_| text[..at].trim_end().len() == at)?, at))
    };
    let ends: Vec<usize> = ends.take_while(inside).filter(|at| capitals(at) && closes(*at)).collect();
    ends.into_iter().rev().find_map(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_symbol_is_one_token() {
        let text = "Voir A/RES/75/253 B. S/RES/2341 (2017), A/AC.292/2021/INF/1/Add.1. https://undocs.org/fr/A/RES/73/27 et/ou";
        let symbols: Vec<_> = tokens(text)
            .into_iter()
            .filter_map(|token| match token.kind {
                TokenKind::Symbol(symbol) => Some(symbol.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(symbols, ["A/RES/75/253B", "S/RES/2341 (2017)", "A/AC.292/2021/INF/1/Add.1"]);
    }

    #[test]
    fn words_are_folded_and_keep_their_places() {
        let text = "d’établir 16\u{a0}a)";
        let found = tokens(text);
        let folded: Vec<_> = found.iter().map(|token| token.folded.as_str()).collect();
        assert_eq!(folded, ["d'", "etablir", "16", "a", ")"]);
        assert_eq!(found[1].span.of(text), "établir");
    }

    proptest! {
        #[test]
        fn only_white_space_lies_between_tokens(text in "\\PC{0,60}") {
            let space = |text: &str| text.chars().all(separates);
            let mut at = 0;
            for token in tokens(&text) {
                prop_assert!(space(&text[at..token.span.start]));
                at = token.span.end;
            }
            prop_assert!(space(&text[at..]));
        }
    }
}
