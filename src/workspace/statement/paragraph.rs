//! The paragraphs of a statement, and the changes that move them and leave them out. All other bytes stay as they are.
//!
//! A paragraph ends at an empty line. A heading is a paragraph of its own. What is inside a comment, `<!-- … -->`, is left
//! out, also if it has empty lines; a comment that is not closed goes to the end.

use std::ops::Range;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// A heading, which is not read aloud.
    Heading,
    /// Words that are read aloud.
    Words,
    /// Words that are left out: they stay in the file and go nowhere else.
    LeftOut,
}

impl ParagraphKind {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Words => "words",
            Self::LeftOut => "left-out",
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
    let (mut at, mut in_comment) = (0, false);
    for line in text.split_inclusive('\n') {
        let range = at..at + line.trim_end_matches('\n').len();
        at += line.len();
        let begins_inside = in_comment;
        in_comment = ends_inside(line, begins_inside);
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
    found.into_iter().map(|range| paragraph(text, range)).collect()
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

/// The text with a paragraph moved by some places, over those between; `None` if there is no such place.
#[must_use]
pub fn moved(text: &str, at: usize, by: isize) -> Option<String> {
    let all = paragraphs(text);
    let to = at.checked_add_signed(by).filter(|to| *to < all.len() && at < all.len())?;
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

/// The text with a paragraph left out, or taken in again; `None` if there is no such paragraph.
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
