//! A text for reading as plain text, for interpreters and for reading aloud: as it reads when all changes are accepted, with
//! the notes at the end and without comments.

use unicode_segmentation::UnicodeSegmentation;

use crate::base::text::{grapheme_width, width};
use crate::export::prose::markdown::depth;
use crate::export::prose::{
    Footnote, Paragraph, ParagraphStyle, Prose, Revision, RevisionKind, RunContent, StyledText,
};

/// Columns by which a quotation and each level of numbered paragraphs are indented.
const INDENT: usize = 4;
/// Columns of a line that are kept for words, however deep the paragraph.
const LEAST: usize = 16;

/// The text in lines of at most `columns` columns where the words allow it; without `columns`, one line a paragraph.
#[must_use]
pub fn write(prose: &Prose, columns: Option<u16>) -> String {
    let mut notes = PlainNotes::default();
    let mut parts: Vec<String> = Vec::new();
    for paragraph in prose.paragraphs.iter().filter(|paragraph| !is_deleted(paragraph.revision.as_ref())) {
        let words = words(paragraph, &mut notes);
        if words.is_empty() {
            continue;
        }
        // A new page is one more empty line.
        let gap = if paragraph.on_new_page && !parts.is_empty() { "\n" } else { "" };
        parts.push(format!("{gap}{}", laid_out(&words, indent(paragraph.style), columns)));
    }
    if !notes.lines.is_empty() {
        parts.push("---\n".to_owned());
        parts.push(notes.lines.iter().map(|note| laid_out(note, 0, columns)).collect());
    }
    parts.join("\n")
}

fn is_deleted(revision: Option<&Revision>) -> bool {
    revision.is_some_and(|revision| revision.kind == RevisionKind::Deleted)
}

fn indent(style: ParagraphStyle) -> usize {
    match style {
        ParagraphStyle::Quotation => INDENT,
        ParagraphStyle::Numbered(level) => INDENT * depth(level),
        _ => 0,
    }
}

/// The footnotes met so far.
#[derive(Default)]
struct PlainNotes {
    numbered: usize,
    lines: Vec<String>,
}

impl PlainNotes {
    /// Adds a footnote and returns its mark.
    fn add(&mut self, note: &Footnote) -> String {
        let mark = note.mark.clone().unwrap_or_else(|| {
            self.numbered += 1;
            self.numbered.to_string()
        });
        let kept = note.runs.iter().filter(|run| !is_deleted(run.revision.as_ref()));
        let words: String = kept.map(|run| cleaned(&run.words.text)).collect();
        self.lines.push(format!("[{mark}] {}", words.replace('\n', " ").trim_matches(' ')));
        mark
    }
}

/// The number and the words of a paragraph that stay when all changes are accepted.
fn words(paragraph: &Paragraph, notes: &mut PlainNotes) -> String {
    let mut words = paragraph.number.as_ref().map(|number| cleaned(number) + " ").unwrap_or_default();
    for run in paragraph.runs.iter().filter(|run| !is_deleted(paragraph.revision_of(run))) {
        match &run.content {
            RunContent::Text(StyledText { text, .. }) => words += &cleaned(text),
            RunContent::Footnote(note) => words += &format!("[{}]", notes.add(note)),
            RunContent::Mark(mark) => words += &format!("[{}]", cleaned(mark)),
        }
    }
    words.trim_matches([' ', '\n']).to_owned()
}

/// The text without control codes and direction overrides; every line end is a line feed and a tab is a space.
fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let shown = |c| match c {
        '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        '\n' => Some(c),
        c => Some(c).filter(|c| !c.is_control()),
    };
    text.chars().filter_map(shown).collect()
}

/// The lines of a paragraph, each with its line feed, after `indent` columns.
fn laid_out(text: &str, indent: usize, columns: Option<u16>) -> String {
    let Some(columns) = columns else { return text.replace('\n', " ") + "\n" };
    let room = usize::from(columns).saturating_sub(indent).max(LEAST);
    let margin = " ".repeat(indent);
    let lines = text.split('\n').flat_map(|line| wrapped(line, room));
    lines.map(|line| format!("{}\n", format!("{margin}{line}").trim_end_matches(' '))).collect()
}

/// A line cut at spaces, and after wide characters, into lines of at most `room` columns; a longer word stays whole.
fn wrapped(line: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for piece in held_together(pieces(line), room) {
        let word = piece.trim_end_matches(' ');
        if used > 0 && used + width(word) > room {
            lines.push(String::new());
            used = 0;
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(&piece);
        }
        used += width(&piece);
    }
    lines
}

/// Pieces with the signs behind them, where both have room in a line.
fn held_together(pieces: Vec<&str>, room: usize) -> Vec<String> {
    let mut held: Vec<String> = Vec::new();
    for piece in pieces {
        let word = piece.trim_end_matches(' ');
        let is_sign = SIGNS.contains(&word.trim_end_matches(['.', ',']));
        match held.last_mut().filter(|last| is_sign && width(last) + width(word) <= room) {
            Some(last) => last.push_str(piece),
            None => held.push(piece.to_owned()),
        }
    }
    held
}

/// The signs that French sets behind a space, and with which no line begins.
const SIGNS: [&str; 5] = [";", ":", "!", "?", "»"];

/// The parts of a line between which it can be cut: words with the spaces after them, and wide characters.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut graphemes = line.grapheme_indices(true).peekable();
    while let Some((at, grapheme)) = graphemes.next() {
        let end = at + grapheme.len();
        let next = graphemes.peek().map(|(_, next)| *next);
        let can_end = (grapheme == " " && next != Some(" "))
            || (grapheme_width(grapheme) == 2 && next.is_some_and(|next| grapheme_width(next) == 2));
        if can_end || next.is_none() {
            pieces.push(&line[start..end]);
            start = end;
        }
    }
    pieces
}
