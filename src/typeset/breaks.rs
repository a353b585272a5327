//! Where a row may end in French and English: which spaces and hyphens are breaks, and which only look so.

use unicode_normalization::char::is_combining_mark;

use crate::base::{Span, numbering};

/// Whether the character is a space at which a row may end; no-break spaces are not.
pub(super) fn is_breaking_space(c: char) -> bool {
    match c {
        ' ' | '\t' => true,
        '\0'..='\u{ff}' => false,
        '\u{2007}' | '\u{202f}' | '\u{2028}' | '\u{2029}' => false,
        _ => c.is_whitespace(),
    }
}

/// How firmly a run of spaces holds its two neighbours on one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// Not at all: a row may end after it.
    Free,
    /// A number and what it opens: parted rather than a word that is cut.
    Loose,
    /// A word and its punctuation: never parted.
    Fast,
}

/// Walks a text from left to right and says where its rows may end. Every question is about a place
/// at or after the one before, so that the whole walk is linear.
pub(super) struct Breaks<'a> {
    text: &'a str,
    /// The stretch without white space last walked into.
    word: Span,
    /// Whether that stretch is words only: a symbol, a number or a web address never breaks at a hyphen.
    wordy: bool,
    /// The run of spaces last walked into.
    spaces: Span,
    /// How firmly that run holds.
    hold: Hold,
}

impl<'a> Breaks<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, word: Span::at(0), wordy: true, spaces: Span::at(0), hold: Hold::Free }
    }

    /// How firmly the run of spaces holds to which the one at `at` belongs.
    pub(super) fn space(&mut self, at: usize) -> Hold {
        if at >= self.spaces.end {
            let rest = &self.text[at..];
            let length = rest.find(|c| !is_breaking_space(c)).unwrap_or(rest.len());
            self.spaces = Span::new(at, at + length);
            self.hold = self.held();
        }
        self.hold
    }

    /// Whether the run of spaces ends here.
    pub(super) fn spaces_end(&self, end: usize) -> bool {
        end >= self.spaces.end
    }

    /// Whether a row may end after the character `at..end`, which is no breaking space.
    pub(super) fn after_character(&mut self, at: usize, end: usize) -> bool {
        if at >= self.word.end {
            let rest = &self.text[at..];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            self.word = Span::new(at, end.max(at + length));
            let symbol = |c: char| c.is_ascii_digit() || matches!(c, '/' | '\\' | '@' | '_' | '#');
            self.wordy = !self.word.of(self.text).contains(symbol);
        }
        let Some(last) = self.text[at..end].chars().next_back() else { return false };
        if last.is_ascii() && last != '-' {
            return false;
        }
        let Some(next) = self.text[end..].chars().next() else { return false };
        if next.is_whitespace() {
            return false;
        }
        match last {
            '\u{200b}' => true,
            '-' | '‐' => self.wordy && self.between_words(at, end),
            '–' | '—' => self.after_dash(at, next),
            _ => is_east_asian(last) && !is_opening(last) && (next.is_alphanumeric() || is_opening(next)),
        }
    }

    /// `celui-|ci`, but not `a-t-il`: two letters at least on both sides.
    fn between_words(&self, at: usize, end: usize) -> bool {
        two_letters(self.text[..at].chars().rev()) && two_letters(self.text[end..].chars())
    }

    /// A dash ends a row unless it opens a word (`–mot`) or stands between numbers (`2021–2025`).
    fn after_dash(&self, at: usize, next: char) -> bool {
        let before = self.text[..at].chars().next_back();
        before.is_some_and(|c| !c.is_whitespace() && !c.is_numeric())
            && (is_opening(next) || next.is_alphabetic())
    }

    fn held(&self) -> Hold {
        let rest = &self.text[self.spaces.end..];
        let Some(next) = rest.chars().next() else { return Hold::Free };
        if next == '\n' || rest.starts_with("\r\n") {
            return Hold::Free;
        }
        let before = self.text[..self.spaces.start].chars().next_back().unwrap_or('\n');
        let no_break = |c| matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
        let punctuation = matches!(next, ':' | ';' | '!' | '?' | '%' | '‰' | '»' | '›');
        if punctuation || matches!(before, '«' | '‹') || no_break(before) || no_break(next) {
            Hold::Fast
        } else if self.word.end == self.spaces.start && self.opens_what_follows(before, rest) {
            Hold::Loose
        } else {
            Hold::Free
        }
    }

    /// Whether the word before the spaces is, with what follows them, one number or one name.
    fn opens_what_follows(&self, before: char, rest: &str) -> bool {
        let word = self.word.of(self.text).trim_start_matches(['(', '[', '«', '“', '"']);
        (is_enumerator(word) && !self.follows_number())
            || (is_number_opening(word) && starts_with_number(rest))
            || (is_form_of_address(word) && rest.starts_with(char::is_uppercase))
            || (before.is_ascii_digit() && goes_on_with_number(word, rest))
            || (is_list_mark(word) && self.opens_line())
    }

    /// `16 a) de la résolution`: the letter ends a number and opens nothing.
    fn follows_number(&self) -> bool {
        let before = self.text[..self.word.start].trim_end_matches(|c: char| c != '\n' && c.is_whitespace());
        before.ends_with(|c: char| c.is_ascii_digit())
    }

    fn opens_line(&self) -> bool {
        let before = self.text[..self.word.start].trim_end_matches(is_breaking_space);
        before.is_empty() || before.ends_with('\n')
    }
}

fn two_letters(chars: impl Iterator<Item = char>) -> bool {
    let mut letters = chars.filter(|c| !is_combining_mark(*c)).take(2);
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_some_and(char::is_alphabetic)
}

/// `a)`, `ii)`, `(a)` without its first bracket, `1)`: the number of what follows.
fn is_enumerator(word: &str) -> bool {
    word.len() <= 6
        && word.strip_suffix(')').is_some_and(|mark| match mark.as_bytes() {
            [letter] => letter.is_ascii_alphanumeric(),
            [tens, ones] if tens.is_ascii_digit() => ones.is_ascii_digit(),
            _ => numbering::from_roman(mark).is_some(),
        })
}

/// What opens a paragraph of a list: `-`, `•`, `16.`, `II.`, `A.`.
fn is_list_mark(word: &str) -> bool {
    let number = |mark: &str| {
        let digits = (1..=3).contains(&mark.len()) && mark.bytes().all(|c| c.is_ascii_digit());
        let letter = mark.len() == 1 && mark.bytes().all(|c| c.is_ascii_alphabetic());
        digits || letter || (mark.len() <= 6 && numbering::from_roman(mark).is_some())
    };
    matches!(word, "•" | "-" | "–" | "—" | "*") || word.strip_suffix('.').is_some_and(number)
}

/// Abbreviations that open a number: `par. 16`, `n° 3`.
fn is_number_opening(word: &str) -> bool {
    const OPENINGS: [&str; 18] = [
        "par.", "para.", "paras.", "art.", "arts.", "al.", "n°", "nº", "nos", "no", "no.", "p.", "pp.",
        "vol.", "chap.", "sect.", "§", "§§",
    ];
    word.len() <= 6 && OPENINGS.iter().any(|opening| opening.eq_ignore_ascii_case(word))
}

/// Forms of address, which stand before a name.
fn is_form_of_address(word: &str) -> bool {
    matches!(word, "M." | "MM." | "Mme" | "Mmes" | "Mlle" | "Mr." | "Mrs." | "Ms." | "Dr" | "Dr.")
}

/// Digits, or a roman numeral in capitals.
fn starts_with_number(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let roman = |word: &str| (1..=6).contains(&word.len()) && word.bytes().all(|c| b"IVXLC".contains(&c));
    rest.starts_with(|c: char| c.is_ascii_digit()) || roman(&rest[..end])
}

/// `16 a)` and `10 000`: the next word is one number with this one.
fn goes_on_with_number(word: &str, rest: &str) -> bool {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let next = rest[..end].trim_end_matches(['.', ',', ';', ':']);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    is_enumerator(next.strip_prefix('(').unwrap_or(next))
        || (word.len() <= 3 && digits(word) == word.len() && digits(rest) == 3)
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '‹' | '“' | '„' | '‘' | '"' | '「' | '『' | '（' | '《' | '【')
}

/// Scripts written without spaces: Chinese and Japanese, with their punctuation.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
        || matches!(c, '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}
