//! The paragraphs of a statement, and the changes that move them and leave them out. All other bytes stay as they are.
//!
//! A paragraph ends at an empty line. A heading is a paragraph of its own. What is inside a comment, `<!-- … -->`, is left
//! out, also if it has empty lines; a comment that is not closed goes to the end.

use std::ops::Range;

use crate::workspace::Kind;
use crate::workspace::internal::internal;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// A heading, which is not read aloud.
    Heading,
    /// Words that are read aloud.
    Words,
    /// Words that are left out: they stay in the file and go nowhere else.
    LeftOut,
    /// A red line, a fallback or an instruction with its heading or label: it stays in the file and goes nowhere else. It
    /// cannot be moved, because what is below it is internal too.
    Internal,
}

impl ParagraphKind {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Words => "words",
            Self::LeftOut => "left-out",
            Self::Internal => "internal",
        }
    }
}

/// A paragraph of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementParagraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// Its bytes in the text of the statement, without the line end after it.
    pub range: Range<usize>,
    /// Its words: without comments and the signs of a heading; of one that is left out, what is in the comment.
    pub text: String,
}

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
/// How the end of a comment is written inside of a paragraph that is left out.
const CLOSE_INSIDE: &str = "--&gt;";

/// The paragraphs of a text, in order.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<StatementParagraph> {
    let mut found = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let internal = internal(text, Kind::Statement);
    let begins_internal = |at: usize| internal.iter().any(|own| own.range.start == at);
    let (mut at, mut in_comment) = (0, false);
    for line in text.split_inclusive('\n') {
        let range = at..at + line.trim_end_matches('\n').len();
        at += line.len();
        let begins_inside = in_comment;
        in_comment = ends_inside(line, begins_inside);
        if begins_internal(range.start) {
            found.extend(open.take());
        }
        if !begins_inside && line.trim().is_empty() {
            found.extend(open.take());
        } else if !begins_inside && !in_comment && heading(line).is_some() {
            found.extend(open.take());
            found.push(range);
        } else {
            open = Some(open.map_or(range.start, |open| open.start)..range.end);
        }
    }
    found.extend(open);
    let is_internal = |range: &Range<usize>| internal.iter().any(|own| own.range.contains(&range.start));
    let paragraph = |range: Range<usize>| match is_internal(&range) {
        true => internal_paragraph(text, range),
        false => paragraph(text, range),
    };
    found.into_iter().map(paragraph).collect()
}

/// A paragraph of what is internal; what is in a comment there stays left out.
fn internal_paragraph(text: &str, range: Range<usize>) -> StatementParagraph {
    let own = paragraph(text, range);
    let kind = if own.kind == ParagraphKind::LeftOut { own.kind } else { ParagraphKind::Internal };
    StatementParagraph { kind, ..own }
}

fn paragraph(text: &str, range: Range<usize>) -> StatementParagraph {
    let raw = &text[range.clone()];
    if let Some(words) = heading(raw) {
        return StatementParagraph { kind: ParagraphKind::Heading, text: without_comments(words), range };
    }
    let words = without_comments(raw);
    if words.is_empty() {
        let text = inside(raw).trim().to_owned();
        return StatementParagraph { kind: ParagraphKind::LeftOut, text, range };
    }
    StatementParagraph { kind: ParagraphKind::Words, text: words, range }
}

/// The words of a line that is a heading.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_end().strip_prefix('#')?.trim_start_matches('#');
    (words.starts_with([' ', '\t']) && !words.contains('\n')).then(|| words.trim())
}

/// Whether a line that begins inside or outside of a comment ends inside of one.
fn ends_inside(line: &str, mut inside: bool) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find(if inside { CLOSE } else { OPEN }) {
        rest = &rest[at + if inside { CLOSE } else { OPEN }.len()..];
        inside = !inside;
    }
    inside
}

/// A text with spaces in the place of its comments, at the same bytes.
pub(in crate::workspace) fn comments_blanked(text: &str) -> String {
    let (mut blanked, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(OPEN) {
        blanked.push_str(&rest[..at]);
        let comment = &rest[at..];
        let end =
            comment[OPEN.len()..].find(CLOSE).map_or(comment.len(), |end| OPEN.len() + end + CLOSE.len());
        let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
        blanked.extend(comment.as_bytes()[..end].iter().copied().map(blank));
        rest = &comment[end..];
    }
    blanked + rest
}

/// A text without its comments and without spaces around it.
fn without_comments(text: &str) -> String {
    let (mut words, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(OPEN) {
        words.push_str(&rest[..at]);
        let comment = &rest[at + OPEN.len()..];
        rest = comment.find(CLOSE).map_or("", |end| &comment[end + CLOSE.len()..]);
    }
    words.push_str(rest);
    words.trim().to_owned()
}

/// What is inside the comments of a text that has nothing else, with the spaces around it.
fn inside(text: &str) -> String {
    let (mut words, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(OPEN) {
        let comment = &rest[at + OPEN.len()..];
        let end = comment.find(CLOSE).unwrap_or(comment.len());
        words.push_str(&comment[..end]);
        rest = comment.get(end + CLOSE.len()..).unwrap_or_default();
    }
    words.replace(CLOSE_INSIDE, CLOSE)
}

/// The text with a paragraph moved by some places, over those between; `None` if there is no such place, or if something
/// internal would be moved or moved over: what is below it would become internal, or no longer be.
#[must_use]
pub fn moved(text: &str, at: usize, by: isize) -> Option<String> {
    let all = paragraphs(text);
    let to = at.checked_add_signed(by).filter(|to| *to < all.len() && at < all.len())?;
    if all[at.min(to)..=at.max(to)].iter().any(|paragraph| paragraph.kind == ParagraphKind::Internal) {
        return None;
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.remove(at);
    order.insert(to, at);
    // What is between the paragraphs stays; only the paragraphs change places.
    let mut written = text[..all[0].range.start].to_owned();
    for (place, which) in order.into_iter().enumerate() {
        let raw = &text[all[which].range.clone()];
        let is_last = place + 1 == all.len();
        written.push_str(&if is_last { raw.to_owned() } else { closed(raw, all[which].kind) });
        let next = all.get(place + 1).map_or(text.len(), |next| next.range.start);
        let gap = &text[all[place].range.end..next];
        // A heading may stand right above other words; a paragraph that came there would run into them.
        let is_joined = place + 1 < all.len() && gap.matches('\n').count() < 2;
        written.push_str(if is_joined { "\n\n" } else { gap });
    }
    Some(written)
}

/// A paragraph with its comment closed: one that is open would take in what comes after it. It stays the kind it is.
fn closed(raw: &str, kind: ParagraphKind) -> String {
    // Below other words, a line such as `# <!--` would become a heading if it were closed on the same line.
    let is_like_heading = || raw.rsplit_once('\n').is_some_and(|(_, line)| heading(line).is_some());
    match kind {
        _ if !ends_inside(raw, false) => raw.to_owned(),
        ParagraphKind::Heading => format!("{} {CLOSE}", raw.trim_end()),
        _ if is_like_heading() => format!("{raw}\n{CLOSE}"),
        _ => format!("{raw} {CLOSE}"),
    }
}

/// The text with a paragraph left out, or taken in again; `None` if there is no such paragraph, or if it is internal, and so
/// left out already.
#[must_use]
pub fn switched(text: &str, at: usize) -> Option<String> {
    let paragraph = paragraphs(text).into_iter().nth(at)?;
    let raw = &text[paragraph.range.clone()];
    let words = match paragraph.kind {
        // Without the two spaces added when it was left out: others decide whether it is a heading.
        ParagraphKind::LeftOut => {
            let inside = inside(raw);
            let own = inside.strip_prefix(' ').and_then(|rest| rest.strip_suffix(' '));
            own.map_or(paragraph.text, |own| own.trim_matches('\n').to_owned())
        }
        ParagraphKind::Internal => return None,
        ParagraphKind::Heading | ParagraphKind::Words => {
            format!("{OPEN} {} {CLOSE}", raw.replace(CLOSE, CLOSE_INSIDE))
        }
    };
    let (before, after) = (&text[..paragraph.range.start], &text[paragraph.range.end..]);
    Some(format!("{before}{words}{after}"))
}

/// The text with paragraphs added at its end.
#[must_use]
pub fn with_added(text: &str, words: &str) -> String {
    match (text.trim().is_empty(), words.trim().is_empty()) {
        (true, _) => words.trim().to_owned(),
        (false, true) => text.to_owned(),
        (false, false) => format!("{}\n\n{}", text.trim_end(), words.trim()),
    }
}
