//! The form of a note's file: its front matter as it was written, its line ends, its byte order mark.
//!
//! A person may write the file by hand: with comments, with keys in another order, on Windows. What is not edited in the
//! program is written back as it was; only the values that changed are replaced, and new lines end as most lines do.

use std::ops::Range;
use std::sync::Arc;

use crate::workspace::Note;
use crate::workspace::note::{self, front};

pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// How the file of a note is written. All forms are equal: notes are compared by what they say, not by how it is written.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// Everything before the body; `None` if it is as this program writes it.
    head: Option<Arc<FileHead>>,
    ends: Ends,
}

impl PartialEq for Form {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What comes before the body of a file.
#[derive(Debug)]
struct FileHead {
    /// The byte order mark if there is one, and both fences with what is between them.
    text: String,
    /// The front matter between the fences.
    front: Range<usize>,
}

/// The end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum LineEnding {
    #[default]
    LineFeed,
    /// Carriage return and line feed, as on Windows.
    Both,
    CarriageReturn,
}

impl LineEnding {
    fn text(self) -> &'static str {
        match self {
            Self::LineFeed => "\n",
            Self::Both => "\r\n",
            Self::CarriageReturn => "\r",
        }
    }
}

/// Whether a line end closes the file after the last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Closing {
    /// If there is any text, as this program writes it.
    #[default]
    AfterText,
    /// Even without any text.
    Always,
    /// The file ends with the last letter.
    Never,
}

/// The line ends of a body.
#[derive(Debug, Clone, Default)]
struct Ends {
    /// That of new lines.
    usual: LineEnding,
    /// Those of the body in order, the one that closes the file included; `None` if all are the usual one.
    each: Option<Arc<[LineEnding]>>,
    closing: Closing,
}

/// A text whose line ends are all line feeds.
pub(super) fn line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// A note that was read from the front matter of a file, with the body of the file and its form.
pub(super) fn dressed(note: Note, file: &str, front: &str, body: &str) -> Note {
    let (before, text) = (&file[..file.len() - body.len()], body);
    let (text, ends) = Ends::read(before, text);
    let mut note = Note { text, ..note };
    let head = (before != note::head(&note)).then(|| {
        let start = before.find('\n').map_or(0, |at| at + 1);
        Arc::new(FileHead { text: before.to_owned(), front: start..start + front.len() })
    });
    note.form = Form { head, ends };
    note
}

impl Form {
    /// The form after a change of the body.
    pub(super) fn after_edit(&self, before: &str, after: &str) -> Self {
        Self { head: self.head.clone(), ends: self.ends.after_edit(before, after) }
    }

    /// Everything before the body; `None` if it is to be written as this program writes it.
    pub(super) fn head(&self, note: &Note) -> Option<String> {
        let head = self.head.as_ref()?;
        let (text, usual) = (&head.text[head.front.clone()], self.ends.usual.text());
        let front = front::edited(text, note, usual)?;
        let (open, close) = (&head.text[..head.front.start], &head.text[head.front.end..]);
        let end = if close.ends_with('\n') || note.text.is_empty() { "" } else { usual };
        Some([open, &front, close, end].concat())
    }

    /// Appends the body with its line ends.
    pub(super) fn write_body(&self, text: &str, file: &mut String) {
        let Ends { usual, each, closing } = &self.ends;
        let is_closed = match closing {
            Closing::AfterText => !text.is_empty(),
            Closing::Always => true,
            // Else the last line end of the text would be taken for the one that closes the file.
            Closing::Never => text.ends_with('\n'),
        };
        let mut ends = each.iter().flat_map(|each| each.iter()).copied().chain(std::iter::repeat(*usual));
        let lines = text.split('\n').count();
        for (nth, line) in text.split('\n').enumerate() {
            file.push_str(line);
            if nth + 1 < lines || is_closed {
                let end = ends.next().unwrap_or_default();
                // After a carriage return, a line feed would not be an end of its own.
                let joins = end == LineEnding::LineFeed && file.ends_with('\r');
                file.push_str(if joins { LineEnding::Both.text() } else { end.text() });
            }
        }
    }
}

impl Ends {
    /// The text of a body with line feeds only, and its line ends; `before` is what comes before it in the file.
    fn read(before: &str, body: &str) -> (String, Self) {
        let (text, each) = if body.contains('\r') { split_ends(body) } else { (body.to_owned(), Vec::new()) };
        let both = |text: &str| text.matches("\r\n").count();
        let feeds = |text: &str| text.matches('\n').count();
        let windows = both(before) + both(body);
        let usual =
            if 2 * windows > feeds(before) + feeds(body) { LineEnding::Both } else { LineEnding::LineFeed };
        let closing = match text.as_str() {
            "\n" => Closing::Always,
            text if text.is_empty() || text.ends_with('\n') => Closing::AfterText,
            _ => Closing::Never,
        };
        let text = text.strip_suffix('\n').map(str::to_owned).unwrap_or(text);
        let each = if body.contains('\r') { each } else { vec![LineEnding::LineFeed; feeds(body)] };
        let is_usual = each.iter().all(|end| *end == usual);
        (text, Self { usual, each: (!is_usual).then(|| each.into()), closing })
    }

    /// The line ends after a change: those before and after the changed part stay, those of new lines are the usual one.
    fn after_edit(&self, before: &str, after: &str) -> Self {
        let Some(each) = &self.each else { return self.clone() };
        let (before, after) = (before.as_bytes(), after.as_bytes());
        let start = in_common(before.iter(), after.iter());
        let end = in_common(before[start..].iter().rev(), after[start..].iter().rev());
        let feeds = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
        let first = feeds(&before[..start]).min(each.len());
        let gone = feeds(&before[start..before.len() - end]);
        let new = feeds(&after[start..after.len() - end]);
        let rest = each.get(first + gone..).unwrap_or_default();
        let kept = each[..first].iter().copied();
        let each = kept.chain(std::iter::repeat_n(self.usual, new)).chain(rest.iter().copied()).collect();
        Self { each: Some(each), ..self.clone() }
    }
}

/// How many bytes two texts have in common before the first one that differs.
fn in_common<'a>(one: impl Iterator<Item = &'a u8>, other: impl Iterator<Item = &'a u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// A text with line feeds only, and the line ends that they stand for.
fn split_ends(body: &str) -> (String, Vec<LineEnding>) {
    let (mut text, mut ends) = (String::with_capacity(body.len()), Vec::new());
    let mut rest = body;
    while let Some(at) = rest.find(['\r', '\n']) {
        let end = match &rest[at..] {
            end if end.starts_with("\r\n") => LineEnding::Both,
            end if end.starts_with('\r') => LineEnding::CarriageReturn,
            _ => LineEnding::LineFeed,
        };
        text.push_str(&rest[..at]);
        text.push('\n');
        ends.push(end);
        rest = &rest[at + end.text().len()..];
    }
    text.push_str(rest);
    (text, ends)
}
