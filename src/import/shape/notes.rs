//! Footnotes lifted out from between the lines.

mod foot;
mod rows;

use crate::base::text::fold;
use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::layout::SourceLayout;
use crate::import::line::{Line, LineRole, NoteCall};
use crate::import::shape::enumerator::{lead, raised_digit};
use crate::import::shape::furniture::RULE;
use crate::import::shape::join::{Begin, End, append, begin, end};
use crate::import::shape::recognise::date;
use crate::language::ImportWords;

/// No more notes than this are missing between two others.
const MISSING: u32 = 2;

/// The mark of a footnote that has none: an address needs one.
const UNMARKED: &str = "~";

/// A footnote as it was on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageNote {
    /// Its printed mark: `12`, `*`.
    pub mark: String,
    /// Its words.
    pub text: String,
    /// Its first line.
    pub line: u32,
    /// The footnotes called in its text, when the format says so.
    pub calls: Vec<NoteCall>,
}

/// Whether the format says that the line is a footnote, or of one.
fn is_note(line: &Line) -> bool {
    line.role == Some(LineRole::Note)
}

/// Lifts out the lines that the format says are footnotes; the line after them knows that something was cut.
fn lift_known(
    lines: Vec<Line>,
    layout: &SourceLayout,
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) -> (Vec<Line>, Vec<PageNote>) {
    let mut notes: Vec<PageNote> = Vec::new();
    let mut kept = Vec::with_capacity(lines.len());
    let mut cut = false;
    for line in lines {
        let noted = is_note(&line);
        match (notes.last_mut(), &line.label) {
            _ if !noted => kept.push(Line { after_cut: line.after_cut || cut, ..line }),
            (Some(note), None) => {
                append(&mut note.text, &line, layout, vocabulary, findings);
                note.calls.extend(line.calls);
            }
            (_, label) => notes.push(PageNote {
                mark: label.as_ref().map_or_else(|| UNMARKED.to_owned(), |label| label.text.clone()),
                text: line.text,
                line: line.number,
                calls: line.calls,
            }),
        }
        cut = noted;
    }
    (kept, notes)
}

/// Lifts the footnotes out; the line after them knows that something was cut.
#[must_use]
pub fn lift(
    lines: Vec<Line>,
    layout: &SourceLayout,
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) -> (Vec<Line>, Vec<PageNote>) {
    if lines.iter().any(is_note) {
        return lift_known(lines, layout, vocabulary, findings);
    }
    let mut lifter = Lifter {
        layout,
        vocabulary,
        findings,
        lines: &lines,
        is_paged: is_paged(&lines),
        notes: Vec::new(),
        kept: Vec::new(),
        stars: 0,
        calls: Vec::new(),
    };
    let mut at = 0;
    let mut cut = false;
    while at < lines.len() {
        let heading = fold(&lines[at].bare()) == "notes";
        let rule = lines[at].text == RULE || heading;
        let first = at + usize::from(rule);
        if let Some(after) = lifter.foot(first, rule) {
            if heading {
                let line = &lines[at];
                lifter.findings.push(finding(FindingKind::Furniture, line.number, &line.text, None));
            }
            at = after;
            cut = true;
        } else if lines[at].text == RULE {
            cut = true;
            at += 1;
        } else {
            lifter.keep(Line { after_cut: lines[at].after_cut || cut, ..lines[at].clone() });
            cut = false;
            at += 1;
        }
    }
    (lifter.kept, lifter.notes)
}

/// Whether the ends of pages can be seen.
fn is_paged(lines: &[Line]) -> bool {
    let rule = |line: Option<&Line>| line.is_some_and(|line| line.text == RULE);
    (1..lines.len()).any(|at| lines[at].after_cut && !rule(lines.get(at)) && !rule(lines.get(at - 1)))
}

struct Lifter<'a> {
    layout: &'a SourceLayout,
    vocabulary: &'a ImportWords,
    findings: &'a mut Vec<Finding>,
    lines: &'a [Line],
    is_paged: bool,
    notes: Vec<PageNote>,
    kept: Vec<Line>,
    /// Stars in the text that call for a footnote not yet seen.
    stars: usize,
    /// Numbers glued to words since the last footnote.
    calls: Vec<u32>,
}

/// How a line begins a footnote.
struct NoteStart {
    mark: String,
    /// The words after the mark; empty if it is alone on its line.
    words: String,
}

impl NoteStart {
    fn new(mark: &str, words: &str) -> Self {
        Self { mark: mark.to_owned(), words: words.trim().to_owned() }
    }
}

impl Lifter<'_> {
    fn keep(&mut self, line: Line) {
        let text = line.bare();
        self.stars += star_calls(&text);
        glued_numbers(&text, &mut self.calls);
        drop(text);
        self.kept.push(line);
    }

    /// The mark and the words of a line that may begin a footnote; after another one, only the next mark may.
    fn start(&self, line: &Line, rule: bool, last: Option<&str>) -> Option<NoteStart> {
        let text = &line.text;
        if self.is_date(text) {
            return None;
        }
        let raised: String = text.chars().map_while(raised_digit).collect();
        if !raised.is_empty() {
            let words: String = text.chars().skip(raised.chars().count()).collect();
            let wanted = !words.trim().is_empty() || rule || last.is_some();
            return wanted.then(|| NoteStart::new(&raised, &words));
        }
        let (printed, words) = text.split_once(' ').unwrap_or((text, ""));
        let mark = without_brackets(printed);
        if words.is_empty() && !(rule || last.is_some()) {
            return None;
        }
        if !mark.is_empty() && mark.chars().all(|c| matches!(c, '*' | '†' | '‡')) && mark.len() <= 6 {
            let wanted = rule || last.is_some() || self.stars > 0;
            return wanted.then(|| NoteStart::new(mark, words));
        }
        let number: u32 = mark.parse().ok().filter(|number| *number > 0 && mark.len() <= 3)?;
        // `4 - ` is the number of a paragraph in Arabic.
        let dashed = matches!(words.trim(), "-" | "–");
        if !rule && (dashed || lead(text, &self.vocabulary.enumerators).is_some()) {
            return None;
        }
        if let Some(last) = last {
            // A note may be missing where each passage has a line of its own.
            let whole = self.layout.width.is_none() && begin(words) != Begin::Small && !words.is_empty();
            let furthest = if whole { MISSING + 1 } else { 1 };
            let follows = last
                .parse()
                .map_or(number == 1, |last: u32| (1..=furthest).contains(&number.saturating_sub(last)));
            return follows.then(|| NoteStart::new(mark, words));
        }
        let sentence = begin(words) != Begin::Small;
        let wanted = rule || (sentence && self.calls.contains(&number) && number == self.last_number() + 1);
        wanted.then(|| NoteStart::new(mark, words))
    }

    /// Whether a line is a date, or begins with one: `1 December 2023`, `4 January to`.
    fn is_date(&self, text: &str) -> bool {
        if date(text, self.vocabulary).is_some() {
            return true;
        }
        let mut words = text.split_whitespace().skip(1).take(2).map(fold);
        let month = |word: &String| self.vocabulary.months.names.contains(word);
        let next = words.next();
        next.as_ref().is_some_and(month)
            || (next.is_some_and(|next| next == "de") && words.next().as_ref().is_some_and(month))
    }

    fn last_number(&self) -> u32 {
        self.notes.iter().rev().find_map(|note| note.mark.parse().ok()).unwrap_or(0)
    }

    /// Whether the mark can follow the notes before it.
    fn fits(&self, mark: &str, rule: bool) -> bool {
        match mark.parse::<u32>() {
            Ok(number) => {
                let last = self.last_number();
                number == last + 1 || number == 1 || (rule && number > last && number <= last + 20)
            }
            Err(_) => true,
        }
    }

    /// A mark glued to the first word of its footnote is separated from it.
    fn set_apart(&mut self, mark: &str, line: &Line) {
        let first = line.text.split_whitespace().next().unwrap_or_default();
        let rest = first.trim_start_matches(|c| raised_digit(c).is_some());
        if rest.len() < first.len() && !rest.is_empty() {
            let apart = format!("{mark} {rest}");
            self.findings.push(finding(FindingKind::Spacing, line.number, first, Some(&apart)));
        }
    }

    fn close(&mut self, note: PageNote) {
        if !note.mark.starts_with(|c: char| c.is_ascii_digit()) {
            self.stars = self.stars.saturating_sub(1);
        }
        self.notes.push(note);
    }

    /// Puts a line after the words of a note.
    fn extend(&mut self, note: &mut PageNote, line: &Line) {
        append(&mut note.text, line, self.layout, self.vocabulary, self.findings);
    }

    /// How the words of a note end; an abbreviation is no end.
    fn end(&self, text: &str) -> End {
        if self.stops_short(text) { End::Open } else { end(text) }
    }

    /// Whether words end with an abbreviation or a word that refers to what comes next: `Supplement No.`, `para.`, `and`.
    fn stops_short(&self, text: &str) -> bool {
        let bare = text.trim_end();
        let last = bare.rsplit(char::is_whitespace).next().unwrap_or_default();
        let word = fold(last.trim_matches(|c: char| !c.is_alphanumeric()));
        let abbreviated = last.ends_with('.') && !last.trim_end_matches('.').contains('.');
        (abbreviated && self.vocabulary.abbreviations.contains(&word))
            || (last.ends_with(char::is_alphabetic) && self.vocabulary.reference_words.contains(&word))
    }
}

/// A mark without the brackets around it: `[12]`.
fn without_brackets(mark: &str) -> &str {
    mark.strip_prefix('[').and_then(|mark| mark.strip_suffix(']')).unwrap_or(mark)
}

/// Stars right after a word.
fn star_calls(text: &str) -> usize {
    let mut calls = 0;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if c == '*' && before != '*' && !before.is_whitespace() && !after.is_alphanumeric() {
            calls += 1;
        }
        before = c;
    }
    calls
}

/// Numbers right after a word, a stop or a year: `États10`, `20105`, `报告，3`, `[4]`.
fn glued_numbers(text: &str, found: &mut Vec<u32>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let glued = |c: char| c.is_alphabetic() || ".,;:)»”([，。；：、》」）،؛".contains(c);
        let year = (5..=7).contains(&digits) && matches!(&bytes[at..at + 2], b"19" | b"20");
        if (1..=3).contains(&digits) && text[..at].ends_with(glued) {
            found.extend(text[at..at + digits].parse::<u32>());
        } else if year {
            found.extend(text[at + YEAR..at + digits].parse::<u32>());
        }
        at += digits.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
}

/// The digits of a year.
const YEAR: usize = 4;
