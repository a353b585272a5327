//! Where a row may end in French and English: which spaces, hyphens and dashes are breaks.

use unicode_normalization::char::is_combining_mark;

use crate::base::{Span, numbering};

/// Whether the character is a space at which a row may end; false for no-break spaces.
pub(super) fn is_breaking_space(c: char) -> bool {
    match c {
        ' ' | '\t' => true,
        '\0'..='\u{ff}' => false,
        '\u{2007}' | '\u{202f}' | '\u{2028}' | '\u{2029}' => false,
        _ => c.is_whitespace(),
    }
}

/// How strongly consecutive spaces keep their neighbours on one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// Not at all: a row may end after the spaces.
    Free,
    /// A number and the word it belongs to: separated only if otherwise a word would be cut.
    Loose,
    /// A word and its punctuation: never separated.
    Fast,
}

/// Finds where the rows of a text may end. It is asked for positions from left to right, so that it takes time linear in
/// the length of the text.
pub(super) struct Breaks<'a> {
    text: &'a str,
    /// The range without white space that contains the last position.
    word: Span,
    /// Whether that range is words only. A symbol, a number or a web address is not broken at a hyphen.
    wordy: bool,
    /// The last consecutive spaces.
    spaces: Span,
    /// How strongly these spaces hold.
    hold: Hold,
}

impl<'a> Breaks<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, word: Span::at(0), wordy: true, spaces: Span::at(0), hold: Hold::Free }
    }

    /// How strongly the spaces hold that include the one at `at`.
    pub(super) fn space(&mut self, at: usize) -> Hold {
        if at >= self.spaces.end {
            let rest = &self.text[at..];
            let length = rest.find(|c| !is_breaking_space(c)).unwrap_or(rest.len());
            self.spaces = Span::new(at, at + length);
            self.hold = self.strength();
        }
        self.hold
    }

    /// Whether the consecutive spaces end here.
    pub(super) fn spaces_end(&self, end: usize) -> bool {
        end >= self.spaces.end
    }

    /// Whether a row may end after the character `at..end`, which is not a breaking space.
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

    /// Whether a hyphen has at least two letters on both sides: `celui-|ci`, but not `a-t-il`.
    fn between_words(&self, at: usize, end: usize) -> bool {
        two_letters(self.text[..at].chars().rev()) && two_letters(self.text[end..].chars())
    }

    /// Whether a row may end after a dash: not if it opens a word (`–mot`) or is between numbers (`2021–2025`).
    fn after_dash(&self, at: usize, next: char) -> bool {
        let before = self.text[..at].chars().next_back();
        before.is_some_and(|c| !c.is_whitespace() && !c.is_numeric())
            && (is_opening(next) || next.is_alphabetic())
    }

    fn strength(&self) -> Hold {
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

    /// Whether the word before the spaces and the text after them are one number or one name.
    fn opens_what_follows(&self, before: char, rest: &str) -> bool {
        let word = self.word.of(self.text).trim_start_matches(['(', '[', '«', '“', '"']);
        (is_enumerator(word) && !self.follows_number())
            || (is_number_opening(word) && starts_with_number(rest))
            || (is_form_of_address(word) && rest.starts_with(char::is_uppercase))
            || (before.is_ascii_digit() && continues_number(word, rest))
            || (is_list_mark(word) && self.opens_line())
    }

    /// Whether the letter ends a number instead of opening a text: `16 a) de la résolution`.
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

/// Whether a word is an enumerator: `a)`, `ii)`, `1)`, or `(a)` without its first bracket.
fn is_enumerator(word: &str) -> bool {
    word.len() <= 6
        && word.strip_suffix(')').is_some_and(|mark| match mark.as_bytes() {
            [letter] => letter.is_ascii_alphanumeric(),
            [tens, ones] if tens.is_ascii_digit() => ones.is_ascii_digit(),
            _ => numbering::from_roman(mark).is_some(),
        })
}

/// Whether a word opens a paragraph of a list: `-`, `•`, `16.`, `II.`, `A.`.
fn is_list_mark(word: &str) -> bool {
    let number = |mark: &str| {
        let digits = (1..=3).contains(&mark.len()) && mark.bytes().all(|c| c.is_ascii_digit());
        let letter = mark.len() == 1 && mark.bytes().all(|c| c.is_ascii_alphabetic());
        digits || letter || (mark.len() <= 6 && numbering::from_roman(mark).is_some())
    };
    matches!(word, "•" | "-" | "–" | "—" | "*") || word.strip_suffix('.').is_some_and(number)
}

/// Whether a word is an abbreviation before a number: `par. 16`, `n° 3`.
fn is_number_opening(word: &str) -> bool {
    const OPENINGS: [&str; 18] = [
        "par.", "para.", "paras.", "art.", "arts.", "al.", "n°", "nº", "nos", "no", "no.", "p.", "pp.",
        "vol.", "chap.", "sect.", "§", "§§",
    ];
    word.len() <= 6 && OPENINGS.iter().any(|opening| opening.eq_ignore_ascii_case(word))
}

/// Whether a word is a form of address before a name.
fn is_form_of_address(word: &str) -> bool {
    matches!(word, "M." | "MM." | "Mme" | "Mmes" | "Mlle" | "Mr." | "Mrs." | "Ms." | "Dr" | "Dr.")
}

/// Whether a text begins with digits, or with a roman numeral in capital letters.
fn starts_with_number(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let roman = |word: &str| (1..=6).contains(&word.len()) && word.bytes().all(|c| b"IVXLC".contains(&c));
    rest.starts_with(|c: char| c.is_ascii_digit()) || roman(&rest[..end])
}

/// Whether the next word is part of the same number: `16 a)` and `10 000`.
fn continues_number(word: &str, rest: &str) -> bool {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let next = rest[..end].trim_end_matches(['.', ',', ';', ':']);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    is_enumerator(next.strip_prefix('(').unwrap_or(next))
        || (word.len() <= 3 && digits(word) == word.len() && digits(rest) == 3)
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '‹' | '“' | '„' | '‘' | '"' | '「' | '『' | '（' | '《' | '【')
}

/// Whether a character is Chinese or Japanese, which are written without spaces, or their punctuation.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
        || matches!(c, '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}
