//! Footnotes lifted out from between the lines.

use crate::base::text::fold;
use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::layout::SourceLayout;
use crate::import::line::{Line, LineRole, NoteCall};
use crate::import::shape::enumerator::{LeadKind, lead, raised_digit};
use crate::import::shape::furniture::RULE;
use crate::import::shape::join::{Begin, End, append, begin, end};
use crate::import::shape::recognise::date;
use crate::language::ImportWords;

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
                append(&mut note.text, &line.text, line.number, vocabulary, findings);
                note.calls.extend(line.calls);
            }
            (_, label) => notes.push(PageNote {
                mark: label.as_ref().map_or_else(String::new, |label| label.text.clone()),
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
        return lift_known(lines, vocabulary, findings);
    }
    let mut lifter = Lifter {
        layout,
        vocabulary,
        findings,
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
        let starts = lines.get(first).and_then(|line| lifter.start(line, rule, None));
        match starts {
            Some((mark, text)) if lifter.fits(&mark, rule) => {
                if heading {
                    lifter.findings.push(finding(
                        FindingKind::Furniture,
                        lines[at].number,
                        &lines[at].text,
                        None,
                    ));
                }
                at = lifter.take(&lines, first, mark, text);
                cut = true;
            }
            _ if lines[at].text == RULE => {
                cut = true;
                at += 1;
            }
            _ => {
                lifter.keep(Line { after_cut: lines[at].after_cut || cut, ..lines[at].clone() });
                cut = false;
                at += 1;
            }
        }
    }
    (lifter.kept, lifter.notes)
}

struct Lifter<'a> {
    layout: &'a SourceLayout,
    vocabulary: &'a ImportWords,
    findings: &'a mut Vec<Finding>,
    notes: Vec<PageNote>,
    kept: Vec<Line>,
    /// Stars in the text that call for a footnote not yet seen.
    stars: usize,
    /// Numbers glued to words since the last footnote.
    calls: Vec<u32>,
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
    fn start(&self, line: &Line, rule: bool, last: Option<&str>) -> Option<(String, String)> {
        let text = &line.text;
        if date(text, self.vocabulary).is_some() {
            return None;
        }
        let raised: String = text.chars().map_while(raised_digit).collect();
        if !raised.is_empty() {
            let words: String = text.chars().skip(raised.chars().count()).collect();
            return (!words.trim().is_empty()).then(|| (raised, words.trim().to_owned()));
        }
        let (mark, words) = text.split_once(' ')?;
        if mark.chars().all(|c| matches!(c, '*' | '†' | '‡')) && mark.len() <= 6 {
            let wanted = rule || last.is_some() || self.stars > 0;
            return wanted.then(|| (mark.to_owned(), words.trim().to_owned()));
        }
        let number: u32 = mark.parse().ok().filter(|number| *number > 0 && mark.len() <= 3)?;
        if let Some(last) = last {
            let follows = last.parse().map_or(number == 1, |last: u32| number == last + 1);
            return follows.then(|| (mark.to_owned(), words.trim().to_owned()));
        }
        let sentence = begin(words) != Begin::Small;
        let wanted = rule || (sentence && self.calls.contains(&number) && number == self.last_number() + 1);
        wanted.then(|| (mark.to_owned(), words.trim().to_owned()))
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

    /// Takes the footnotes that begin at a line; returns the line after them.
    fn take(&mut self, lines: &[Line], first: usize, mark: String, text: String) -> usize {
        let body_open = self.kept.last().is_some_and(|line| end(&line.text) == End::Open);
        self.set_apart(&mark, &lines[first]);
        let mut note = PageNote { mark, text, line: lines[first].number, calls: Vec::new() };
        let mut at = first + 1;
        while let Some(line) = lines.get(at) {
            if line.text == RULE || line.after_cut || (self.layout.is_double() && line.gap == 0) {
                break;
            }
            if let Some((mark, text)) = self.start(line, false, Some(&note.mark)) {
                self.set_apart(&mark, line);
                let next = PageNote { mark, text, line: line.number, calls: Vec::new() };
                self.close(std::mem::replace(&mut note, next));
            } else if self.goes_on(&note, &lines[at - 1], line, body_open) {
                append(&mut note.text, &line.text, line.number, self.vocabulary, self.findings);
            } else {
                break;
            }
            at += 1;
        }
        self.close(note);
        self.calls.clear();
        at
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

    /// Whether a line belongs to the footnote before it rather than to the text.
    fn goes_on(&self, note: &PageNote, before: &Line, line: &Line, body_open: bool) -> bool {
        if line.gap > self.layout.unit || line.is_heading() {
            return false;
        }
        let marked = lead(&line.text).is_some_and(|lead| !matches!(lead.kind, LeadKind::Bullet));
        let full = self.layout.is_full(&before.text);
        match end(&note.text) {
            End::Full => full && !marked && !body_open && begin(&line.text) != Begin::Small,
            End::Soft => !marked,
            End::Open => !marked || full,
        }
    }
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

/// Numbers right after a word: `États10`.
fn glued_numbers(text: &str, found: &mut Vec<u32>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let glued = |c: char| c.is_alphabetic() || ".,;:)»”".contains(c);
        if (1..=3).contains(&digits) && text[..at].ends_with(glued) {
            found.extend(text[at..at + digits].parse::<u32>());
        }
        at += digits.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
}
