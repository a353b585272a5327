//! Places in passages that may be the call of a footnote, each with a score.

use std::collections::{HashMap, HashSet};

use super::ends::{TextEnding, bracketed, is_between, is_stop, is_year, last_word, numbers, shape};
use crate::base::text::fold;
use crate::import::layout::is_ideograph;
use crate::import::mark;
use crate::import::shape::block::Raw;
use crate::import::shape::enumerator::raised_digit;
use crate::import::shape::notes::PageNote;
use crate::language::ImportWords;

/// How a call is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallStyle {
    /// A superscript or a star.
    Raised,
    /// Digits right after a word, a number or a stop.
    Glued,
    /// The last digits of a number.
    Cut,
    /// Digits with a space before them.
    Apart,
}

/// Something in a passage that may be the call of a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The passage.
    pub block: usize,
    /// First byte of the mark.
    pub start: usize,
    /// The byte after the mark.
    pub end: usize,
    /// How much it looks like a call: 50 a superscript, 5 a number with nothing around it.
    pub score: u32,
    /// How it is printed.
    pub style: CallStyle,
}

impl Spot {
    /// Where it is, for order.
    pub fn place(&self) -> (usize, usize) {
        (self.block, self.start)
    }
}

/// All spots by the mark they may be, in the order of the text.
#[derive(Debug, Default)]
pub struct Spots(HashMap<String, Vec<Spot>>);

/// No session adopts so many resolutions; decisions are counted from 401 on.
const LARGEST_RESOLUTION: u32 = 400;
const LARGEST_DECISION: u32 = 900;

/// The score of digits between two characters of Chinese, which sets no spaces around numbers.
const IN_CHINESE: u32 = 12;

/// No more spots of one mark are looked at; those with the best scores stay.
const MOST: usize = 500;

impl Spots {
    /// Finds them in all passages.
    pub fn find(blocks: &[Raw], notes: &[PageNote], vocabulary: &ImportWords) -> Self {
        let mut spots: HashMap<String, Vec<Spot>> = HashMap::new();
        if notes.is_empty() {
            return Self(spots);
        }
        let wanted: HashSet<&str> = notes.iter().map(|note| note.mark.as_str()).collect();
        let texts = blocks.iter().map(|raw| &*raw.text).chain(notes.iter().map(|note| &*note.text));
        let numbers = numbers(texts);
        for (block, raw) in blocks.iter().enumerate() {
            let reader = SpotReader { text: &raw.text, vocabulary, numbers: &numbers };
            reader.read(|mark, spot| {
                if wanted.contains(mark) {
                    spots.entry(mark.to_owned()).or_default().push(Spot { block, ..spot });
                }
            });
        }
        for found in spots.values_mut().filter(|found| found.len() > MOST) {
            found.sort_by_key(|spot| u32::MAX - spot.score);
            found.truncate(MOST);
            found.sort_by_key(Spot::place);
        }
        Self(spots)
    }

    /// The spots that may call a note: those in passages that begin before it.
    pub fn before(&self, note: &PageNote, blocks: &[Raw]) -> &[Spot] {
        let found = self.0.get(&note.mark).map_or(&[][..], Vec::as_slice);
        &found[..found.partition_point(|spot| blocks[spot.block].line < note.line)]
    }
}

/// The text of one passage while spots are looked for in it.
struct SpotReader<'a> {
    text: &'a str,
    vocabulary: &'a ImportWords,
    numbers: &'a HashMap<String, u32>,
}

impl SpotReader<'_> {
    fn read(&self, mut found: impl FnMut(&str, Spot)) {
        let text = self.text;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let run = |is: fn(char) -> bool| at + text[at..].find(|c| !is(c)).unwrap_or(text.len() - at);
            let spot = |start, end, score, style| Spot { block: 0, start, end, score, style };
            let mut end = at + c.len_utf8();
            if raised_digit(c).is_some() {
                end = run(|c| raised_digit(c).is_some());
                let digits: String = text[at..end].chars().filter_map(raised_digit).collect();
                // Arabic sets brackets around it.
                let inside = text[..at].ends_with('(') && text[end..].starts_with(')');
                let around = usize::from(inside);
                found(&digits, spot(at - around, end + around, 50, CallStyle::Raised));
            } else if matches!(c, '*' | '†' | '‡') {
                end = run(|c| matches!(c, '*' | '†' | '‡'));
                let glued = text[..at].ends_with(|c: char| !c.is_whitespace())
                    && !text[end..].starts_with(char::is_alphanumeric);
                if glued {
                    found(&text[at..end], spot(at, end, 40, CallStyle::Raised));
                }
            } else if c.is_ascii_digit() {
                end = run(|c| c.is_ascii_digit());
                self.digits(at, end, &mut found);
            } else if let Some((mark, close)) = bracketed(text, at) {
                end = close;
                found(mark, spot(at, end, 30, CallStyle::Raised));
            }
            at = end;
        }
    }

    /// A run of digits: all of them or the last ones may be a mark.
    fn digits(&self, start: usize, end: usize, found: &mut impl FnMut(&str, Spot)) {
        let run = &self.text[start..end];
        if self.continues(end) {
            // `doublin4g`: no word has digits between its small letters.
            let within = self.text[..start].ends_with(char::is_lowercase)
                && self.text[end..].starts_with(char::is_lowercase);
            // `20195et`: the space after the call of a year was lost.
            let word = self.text[end..].starts_with(char::is_lowercase);
            let tail = run.len().checked_sub(4).filter(|tail| (1..=3).contains(tail) && is_year(&run[..4]));
            if let Some(tail) = tail.filter(|_| word && !run[4..].starts_with('0')) {
                let spot = Spot { block: 0, start: end - tail, end, score: 30, style: CallStyle::Cut };
                found(&run[4..], spot);
            }
            if within && run.len() <= 3 && !run.starts_with('0') {
                found(run, Spot { block: 0, start, end, score: 30, style: CallStyle::Glued });
            }
            return;
        }
        let counts = self.is_counted(&self.text[end..]);
        if run.len() <= 3 && !run.starts_with('0') && !counts {
            let (score, style) = self.whole(start, end);
            if score > 0 {
                found(run, Spot { block: 0, start, end, score, style });
            }
        }
        for from in (start + 1).max(end.saturating_sub(3))..end {
            let mark = &self.text[from..end];
            let score = if mark.starts_with('0') || counts { 0 } else { self.tail(start, from, end) };
            if score > 0 {
                found(mark, Spot { block: 0, start: from, end, score, style: CallStyle::Cut });
            }
        }
    }

    /// Whether a number or a word continues after the digits.
    fn continues(&self, end: usize) -> bool {
        let mut rest = self.text[end..].chars().filter(|c| !mark::is(*c));
        let (after, next) = (rest.next(), rest.next());
        // Chinese sets no space between a call and the next word.
        let head = self.text[..end].trim_end_matches(|c: char| c.is_ascii_digit());
        let chinese = |c: char| is_ideograph(c) && head.ends_with(is_stop);
        after.is_some_and(|c| c.is_alphanumeric() && !chinese(c) || "/-–_%°".contains(c))
            || (matches!(after, Some('.' | ',')) && next.is_some_and(char::is_alphanumeric))
    }

    /// How surely the whole run is a mark.
    fn whole(&self, start: usize, end: usize) -> (u32, CallStyle) {
        let head = self.text[..start].trim_end_matches(mark::is);
        let token = head.rsplit(char::is_whitespace).next().unwrap_or_default();
        let Some(before) = head.chars().next_back() else { return (0, CallStyle::Apart) };
        if before.is_whitespace() {
            return (self.apart(start, end), CallStyle::Apart);
        }
        let score = match before {
            _ if token.contains("//") || token.contains("www.") => 0,
            c if c.is_alphabetic() && token.contains('/') => 5,
            c if c.is_lowercase() => 40,
            c if is_ideograph(c) => self.in_chinese(end),
            c if c.is_alphabetic() && last_word(head).chars().count() < 2 => 5,
            c if c.is_alphabetic() => 20,
            '»' | '”' | ')' | ']' | '’' | '"' | '》' | '」' | '）' | '〉' => 40,
            '%' => 20,
            c if is_stop(c) => {
                let score = self.after_stop(&head[..head.len() - c.len_utf8()], c, end - start);
                // In Chinese it may be what the next words count.
                if self.text[end..].starts_with(is_ideograph) { score.min(IN_CHINESE) } else { score }
            }
            _ => 0,
        };
        (score, CallStyle::Glued)
    }

    /// A number behind a character of Chinese, which sets no spaces around numbers: what a quotation ends with is of it.
    fn in_chinese(&self, end: usize) -> u32 {
        let rest = &self.text[end..];
        let spaced = rest.strip_prefix(' ').is_some_and(|words| words.starts_with(is_ideograph));
        match rest.starts_with(['”', '»', '’']) {
            true => 2,
            false if spaced => 22,
            false => IN_CHINESE,
        }
    }

    /// `word.12 Next`, `75/36,4 and`: after a stop, when neither `3.12` nor `par.12` nor `12,500`.
    fn after_stop(&self, head: &str, stop: char, digits: usize) -> u32 {
        // `A/77/1/Add.1` is a symbol.
        let token = head.rsplit(char::is_whitespace).next().unwrap_or_default();
        if stop == '.' && token.contains('/') && token.ends_with(char::is_alphabetic) {
            return 0;
        }
        let ended = match shape(head) {
            TextEnding::Word => !(stop == '.' && self.refers(last_word(head))),
            TextEnding::Year | TextEnding::Symbol => return 30,
            TextEnding::Number if stop == '.' => false,
            TextEnding::Number if stop == ',' && digits == 3 => false,
            TextEnding::Number if self.vocabulary.decimal_mark.contains(stop) => return 2,
            TextEnding::Number => return 25,
            TextEnding::Other => head.ends_with('%'),
        };
        if ended { 40 } else { 0 }
    }

    /// A number with a space before it: what is before it must not refer to it, what is after it must not be counted.
    fn apart(&self, start: usize, end: usize) -> u32 {
        let head = self.text[..start].trim_end_matches(|c: char| c.is_whitespace() || mark::is(c));
        let rest = &self.text[end..];
        let closes = rest.trim_start().starts_with(['.', ',', ';', ':', ')', '?', '!']);
        let ends = u32::from(closes || rest.trim().is_empty()) * 5;
        let Some(last) = head.chars().next_back() else { return 0 };
        if is_stop(last) {
            let head = &head[..head.len() - last.len_utf8()];
            return match shape(head) {
                TextEnding::Word if last == '.' && self.refers(last_word(head)) => 0,
                TextEnding::Word => 22,
                TextEnding::Year | TextEnding::Symbol => 18,
                TextEnding::Number if is_between(head, &self.text[start..end], rest) => 1,
                TextEnding::Number => {
                    if self.is_listed(head) {
                        3
                    } else {
                        8
                    }
                }
                TextEnding::Other if head.ends_with('%') => 18,
                TextEnding::Other => 0,
            };
        }
        match shape(head) {
            // What a quotation ends with is of it: “mode 4”.
            TextEnding::Word if rest.trim_start().starts_with(['”', '»', '“']) => 2,
            // Chinese sets no space around a number in the text.
            TextEnding::Word if is_ideograph(last) || "》」）〉".contains(last) => 22,
            TextEnding::Word if !last.is_alphabetic() => 20,
            TextEnding::Word if self.refers(last_word(head)) && !self.is_shown(head) => 0,
            TextEnding::Word => 4 + ends + self.small_word(rest),
            TextEnding::Symbol => 10 + ends,
            TextEnding::Year => 6 + ends + self.small_word(rest),
            // No list sets two numbers side by side, unless they are one: `12 500`.
            TextEnding::Number if end - start < 3 && self.is_named_number(head) => 12 + ends,
            TextEnding::Number if self.is_listed(head) => 2,
            TextEnding::Number => 5 + ends,
            TextEnding::Other if last == '%' => 15,
            TextEnding::Other => 0,
        }
    }

    /// What a small word after a number adds to its score: what a number counts is no such word.
    fn small_word(&self, rest: &str) -> u32 {
        let next = rest.trim_start().split([' ', '’', '\'']).next().unwrap_or_default();
        let small = next.starts_with(char::is_lowercase) && self.vocabulary.small_words.contains(&fold(next));
        u32::from(small) * 3
    }

    /// Whether the word after a number is what it counts, or the month of a date.
    fn is_counted(&self, rest: &str) -> bool {
        let mut words =
            rest.split_whitespace().map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric())));
        let month = |word: &String| self.vocabulary.months.names.contains(word);
        let next = words.next();
        let after = words.next();
        let between = |word: &String| self.vocabulary.date_words.contains(word);
        rest.starts_with(char::is_whitespace)
            && (next.as_ref().is_some_and(month)
                || rest.trim_start().starts_with(['%', '$', '€'])
                || (next.as_ref().is_some_and(between) && after.as_ref().is_some_and(month)))
    }

    /// Whether a number is the second of two to which a word refers: the 19 of `paragraphs 18 and 1918`.
    fn is_next(&self, start: usize, number: &str) -> bool {
        let mut words = self.text[..start].split_whitespace().rev().skip(1);
        let before = words.next().and_then(|word| word.parse::<u32>().ok());
        let follows = before.is_some_and(|before| number.parse() == Ok(before + 1));
        follows && words.next().is_some_and(|word| self.refers(last_word(word)))
    }

    /// Whether the number that a text ends with is one that its word refers to: `paragraph 2`.
    fn is_listed(&self, head: &str) -> bool {
        let mut words = head.split_whitespace().rev().skip(1);
        words.next().is_none_or(|word| {
            self.refers(last_word(word.trim_end_matches('.'))) || word.ends_with([',', ';'])
        })
    }

    /// Whether the number that a text ends with belongs to the word before it: `no 14`, `paragraphs 18 and 19`.
    fn is_named_number(&self, head: &str) -> bool {
        let mut words = head.split_whitespace().rev().skip(1).take(3);
        words.any(|word| self.refers(last_word(word.trim_end_matches('.'))))
    }

    /// Whether a word refers to the number after it.
    fn refers(&self, word: &str) -> bool {
        self.vocabulary.reference_words.contains(&fold(word))
    }

    /// Whether the last word of a text is one that the text shows: "this item" has no number.
    fn is_shown(&self, head: &str) -> bool {
        let before = head.split_whitespace().rev().nth(1).unwrap_or_default();
        self.vocabulary.demonstratives.contains(&fold(before))
    }

    /// Whether `59/3004` cannot be the number of a resolution, or of a decision where that word is before it.
    fn is_no_symbol(&self, token: &str, start: usize) -> bool {
        let mut before = self.text[..start].split_whitespace().rev().take(3);
        let decision = before.any(|word| self.vocabulary.decision_words.contains(&fold(word)));
        let largest = if decision { LARGEST_DECISION } else { LARGEST_RESOLUTION };
        let serial = token.rsplit('/').next().and_then(|serial| serial.parse::<u32>().ok());
        serial.is_some_and(|serial| serial > largest)
    }

    /// Whether four digits are no year but a number that belongs to a name, with a mark: `COVID-1968`, `1/CP.1930`.
    fn is_named(&self, start: usize, token: &str) -> bool {
        let before = self.text[..start].strip_suffix(['-', '‑', '.']).unwrap_or_default();
        before.ends_with(char::is_alphabetic) && (token.contains('/') || self.numbers.contains_key(token))
    }

    /// How surely the last digits of a run are a mark: `20215`, `59/3004`, `COVID-192`, `Agenda 213`.
    fn tail(&self, start: usize, from: usize, end: usize) -> u32 {
        let text = self.text;
        let head = text[..from].trim_end_matches(mark::is);
        let token = head.rsplit(char::is_whitespace).next().unwrap_or_default();
        let token = token.trim_start_matches(|c: char| !c.is_alphanumeric());
        let year = is_year(&text[start..from]);
        if year && end - start > 4 {
            return 40;
        }
        let before = text[..start].chars().next_back().unwrap_or(' ');
        if before == ',' || text[start..].starts_with('0') || token.contains("//") || token.contains("www.") {
            return 0;
        }
        let whole = format!("{token}{}", &text[from..end]);
        let times = |word: &str| self.numbers.get(word).copied().unwrap_or_default();
        let counted = token
            .rsplit_once('/')
            .is_some_and(|(_, serial)| serial.bytes().all(|byte| byte.is_ascii_digit()));
        let score = if counted {
            return match (self.is_no_symbol(&whole, start), times(&whole), times(token)) {
                (true, ..) => 35,
                (false, 1, 1..) => 16,
                _ => 3,
            };
        } else if is_year(&text[start..end]) && !self.is_named(start, token) {
            return if self.is_next(start, token) { 16 } else { 1 };
        } else if matches!(before, '-' | '‑' | '.') || token.contains('/') {
            14
        } else if before.is_whitespace() {
            let word = text[..start].split_whitespace().next_back().unwrap_or_default();
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let bare = times(&format!("{word} {token}")) > 0;
            if self.refers(word) {
                // `Agenda 217` is that of Agenda 21, if that is named elsewhere and Agenda 217 is not.
                let named = word.starts_with(char::is_uppercase)
                    || self.vocabulary.abbreviations.contains(&fold(word));
                return if bare && named && times(&format!("{word} {whole}")) == 1 { 16 } else { 0 };
            }
            return if times(&format!("{word} {whole}")) > 1 { 1 } else { 4 + u32::from(bare) * 15 };
        } else {
            return 0;
        };
        if times(&whole) > 1 { 1 } else { score + u32::from(times(token) > 0) * 10 }
    }
}
