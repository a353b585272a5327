//! A text for reading in Markdown.
//!
//! Tracked changes and comments are written in the signs of CriticMarkup, which can be read without a program that knows
//! them: `{++inserted++}`, `{--deleted--}`, `{>>comment<<}`.

use std::collections::BTreeSet;

use crate::base::text;
use crate::export::prose::{
    Footnote, Paragraph, ParagraphStyle, Prose, Revision, RevisionKind, Run, RunContent, StyledText,
};

/// The space before a paragraph for each level below the first; Markdown leaves it as it is.
const INDENT: char = '\u{2003}';

/// The text in Markdown.
#[must_use]
pub fn write(prose: &Prose) -> String {
    let mut notes = MarkdownNotes::default();
    let mut parts: Vec<String> = Vec::new();
    for paragraph in &prose.paragraphs {
        if paragraph.on_new_page && !parts.is_empty() {
            parts.push("---\n".to_owned());
        }
        parts.push(written(paragraph, &mut notes));
    }
    parts.extend(notes.definitions);
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// The footnotes met so far.
#[derive(Default)]
struct MarkdownNotes {
    labels: BTreeSet<String>,
    definitions: Vec<String>,
}

impl MarkdownNotes {
    /// Adds a footnote and returns its label: its mark if that is free, otherwise the first free number.
    fn add(&mut self, note: &Footnote, call: Option<&Revision>) -> String {
        let printed = note.mark.iter().filter(|mark| mark.chars().all(char::is_alphanumeric));
        let numbers = (1..).map(|number: usize| number.to_string());
        let candidates = printed.filter(|mark| !mark.is_empty()).cloned().chain(numbers);
        let label = candidates.into_iter().find(|label| !self.labels.contains(label)).unwrap_or_default();
        self.labels.insert(label.clone());
        // A mark that cannot be the label is written before the words.
        let mark = note.mark.as_ref().filter(|mark| **mark != label);
        let mark = mark.map(|mark| format!("({}) ", escaped(mark))).unwrap_or_default();
        let mut words = MarkdownParagraph::default();
        for run in &note.runs {
            words.change(run.revision_in(call));
            words.add(&run.words);
        }
        words.change(None);
        self.definitions.push(format!("[^{label}]: {mark}{}\n", lines(&words.text).join(" ")));
        label
    }
}

fn written(paragraph: &Paragraph, notes: &mut MarkdownNotes) -> String {
    let lines = lines(&runs(paragraph, notes));
    let (before, between) = match paragraph.style {
        ParagraphStyle::Title => ("# ".to_owned(), " "),
        ParagraphStyle::Heading(level) => (format!("{} ", "#".repeat(heading_signs(level))), " "),
        ParagraphStyle::Quotation => ("> ".to_owned(), "\\\n> "),
        ParagraphStyle::Numbered(level) => (String::from(INDENT).repeat(depth(level)), "\\\n"),
        ParagraphStyle::Body | ParagraphStyle::SmallPrint => (String::new(), "\\\n"),
    };
    if lines.is_empty() {
        return String::new();
    }
    format!("{before}{}\n", lines.join(between))
}

fn heading_signs(level: u8) -> usize {
    (usize::from(level.max(1)) + 1).min(6)
}

/// How many levels below the first.
pub(super) fn depth(level: u8) -> usize {
    usize::from(level.clamp(1, 9)) - 1
}

/// The number, the runs and the comments of a paragraph. Line feeds are still line feeds.
fn runs(paragraph: &Paragraph, notes: &mut MarkdownNotes) -> String {
    let mut line = MarkdownParagraph::default();
    if let Some(number) = &paragraph.number {
        line.change(paragraph.revision.as_ref());
        line.push(&escaped(number));
        line.push(" ");
    }
    for (at, run) in paragraph.runs.iter().enumerate() {
        line.change(paragraph.revision_of(run));
        content(&mut line, run, paragraph.revision_of(run), notes);
        let is_last = |end: usize| end.clamp(1, paragraph.runs.len()) == at + 1;
        let ended = paragraph.comments.iter().filter(|comment| is_last(comment.runs.end));
        ended.for_each(|comment| line.comment(&comment.author, &comment.text));
    }
    if paragraph.runs.is_empty() {
        paragraph.comments.iter().for_each(|comment| line.comment(&comment.author, &comment.text));
    }
    line.change(None);
    line.text
}

fn content(line: &mut MarkdownParagraph, run: &Run, revision: Option<&Revision>, notes: &mut MarkdownNotes) {
    match &run.content {
        RunContent::Text(text) => line.add(text),
        RunContent::Footnote(note) => {
            let label = notes.add(note, revision);
            line.push(&format!("[^{label}]"));
        }
        RunContent::Mark(mark) => line.push(&format!("<sup>{}</sup>", escaped(mark))),
    }
}

/// A paragraph being written.
#[derive(Default)]
struct MarkdownParagraph {
    text: String,
    /// The change that is open.
    open: Option<RevisionKind>,
}

impl MarkdownParagraph {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends the open change if it is of another kind, and begins this one.
    fn change(&mut self, revision: Option<&Revision>) {
        let kind = revision.map(|revision| revision.kind);
        if kind == self.open {
            return;
        }
        self.push(self.open.map_or("", |open| signs(open).1));
        self.push(kind.map_or("", |kind| signs(kind).0));
        self.open = kind;
    }

    fn comment(&mut self, author: &str, text: &str) {
        self.change(None);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts: Vec<String> =
            [author, &text].into_iter().filter(|part| !part.is_empty()).map(escaped).collect();
        self.push(&format!("{{>>{}<<}}", parts.join(": ")));
    }

    /// Adds words. Space at their ends stays outside the signs of their type style, where Markdown wants it.
    fn add(&mut self, words: &StyledText) {
        let inner = words.text.trim();
        let (tag, sign) = match (words.bold, words.italic) {
            (true, true) => (["<b><i>", "</i></b>"], "***"),
            (true, false) => (["<b>", "</b>"], "**"),
            (false, true) => (["<i>", "</i>"], "*"),
            (false, false) => (["", ""], ""),
        };
        let start = words.text.len() - words.text.trim_start().len();
        let [before, after] = [&words.text[..start], &words.text[start + inner.len()..]];
        self.push(&escaped(before));
        // Elsewhere Markdown could take the signs for words, or for the end of others.
        let apart = self.text.chars().next_back().is_none_or(char::is_whitespace);
        let ends = inner.ends_with(char::is_alphanumeric) || !after.is_empty();
        let [open, close] = if sign.is_empty() || (apart && ends) { [sign; 2] } else { tag };
        if !inner.is_empty() {
            self.push(open);
            self.push(&escaped(inner));
            self.push(close);
        }
        self.push(&escaped(after));
    }
}

/// The signs before and after a change.
fn signs(kind: RevisionKind) -> (&'static str, &'static str) {
    match kind {
        RevisionKind::Inserted => ("{++", "++}"),
        RevisionKind::Deleted => ("{--", "--}"),
    }
}

/// The text with every Markdown sign escaped and control codes made visible; line feeds stay, tabs become spaces.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text::exported(text).chars() {
        if "\\`*_[]{}<>#|~&".contains(c) {
            escaped.push('\\');
        }
        escaped.push(if c == '\t' { ' ' } else { c });
    }
    escaped
}

/// The lines with words, without what would begin a list, a rule or a block of code.
fn lines(text: &str) -> Vec<String> {
    let ascii_space = |c: char| c == ' ';
    let lines = text.split('\n').map(|line| line.trim_matches(ascii_space));
    lines.filter(|line| !line.is_empty()).map(guarded).collect()
}

/// A line whose first characters would begin a list or a rule, with these escaped.
fn guarded(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let at = match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => digits,
        Some('+' | '-' | '=' | ':') if digits == 0 => 0,
        _ => return line.to_owned(),
    };
    format!("{}\\{}", &line[..at], &line[at..])
}
