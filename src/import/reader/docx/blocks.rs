//! The paragraphs of a Word document as lines.

use super::numbering::{Numbering, formatted};
use super::parts::Parts;
use super::runs::{Flow, NoteReference, Runs, is_blank};
use super::styles::{ListPlace, StyleKind};
use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::line::{Label, Line, LineRole, NoteCall};
use crate::import::mark;
use crate::import::reader::TrackedChanges;
use crate::import::reader::docx::numbering::value;
use crate::import::reader::words::squeezed;
use crate::import::reader::xml::Element;
use crate::import::shape::enumerator::raised_digit;

/// Bold lines are headings if they are fewer than one in so many.
const FEW: usize = 2;
/// A heading that only its bold letters show is shorter than this, in characters.
const LONGEST: usize = 160;

/// The lines as they are made.
pub struct DocxBuilder<'a> {
    parts: &'a Parts,
    numbering: Numbering,
    pub(super) flow: Flow,
    lines: Vec<Line>,
    comments: Vec<(u32, String)>,
    /// Files of other formats in the text, each after a line.
    unread: Vec<(u32, String)>,
    /// The lines that only their bold letters make headings.
    bold: Vec<usize>,
    /// Empty paragraphs since the last line.
    gap: usize,
    /// Footnotes and endnotes so far.
    counted: [u32; 2],
    /// Words whose end of paragraph was deleted: they continue in the next one.
    open: Option<Runs<'a>>,
    /// What all lines are, whatever their style: of the cover, of a table of contents.
    pub(super) role: Option<LineRole>,
    /// Whether words of the text were read: a table before them is the masthead.
    pub(super) begun: bool,
}

impl<'a> DocxBuilder<'a> {
    /// Nothing is read yet.
    pub fn new(parts: &'a Parts, changes: TrackedChanges) -> Self {
        Self {
            parts,
            numbering: parts.lists(),
            flow: Flow::new(changes),
            lines: Vec::new(),
            comments: Vec::new(),
            unread: Vec::new(),
            bold: Vec::new(),
            gap: 0,
            counted: [0; 2],
            open: None,
            role: None,
            begun: false,
        }
    }

    /// The lines, and how many changes were tracked; comments become findings.
    pub fn finish(mut self, findings: &mut Vec<Finding>) -> (Vec<Line>, usize) {
        // Where much is bold, bold letters show nothing.
        if self.bold.len() * FEW < self.lines.len() {
            for at in self.bold {
                self.lines[at].role = Some(LineRole::Heading(None));
            }
        }
        let said = self.comments.iter();
        findings.extend(said.map(|(line, words)| finding(FindingKind::Comment, *line, words, None)));
        let unread = self.unread.iter();
        findings.extend(unread.map(|(line, path)| finding(FindingKind::TextMissing, *line, path, None)));
        (self.lines, self.flow.changed)
    }

    /// Reads the header of the first page.
    pub fn cover(&mut self, header: &'a Element) {
        self.role = Some(LineRole::Cover);
        for paragraph in header.descendants("p") {
            self.paragraph(paragraph);
        }
        self.role = None;
        self.begun = false;
    }

    /// Reads a header or footer that is left out; one that only repeats another is left out without a line.
    pub fn furniture(&mut self, part: &'a Element) {
        let mut runs = Runs::default();
        let mut flow = Flow::new(self.flow.changes);
        for paragraph in part.descendants("p") {
            runs.add(paragraph, &mut flow);
            runs.text.push(' ');
        }
        runs.end();
        let text = squeezed(&mark::off(&runs.text));
        let known = self.lines.iter().any(|line| line.role == Some(LineRole::Furniture) && line.text == text);
        if text.contains(char::is_alphabetic) && !known {
            self.push(Line { text, role: Some(LineRole::Furniture), ..Line::default() });
        }
    }

    /// Reads paragraphs and tables, also those in content controls and tracked changes.
    pub fn blocks(&mut self, element: &'a Element) {
        for child in element.elements() {
            match child.name.as_str() {
                "p" => self.paragraph(child),
                "tbl" => self.table(child),
                "sdt" => self.control(child),
                "ins" | "del" | "moveFrom" | "moveTo" => {
                    if self.flow.keeps(child) {
                        self.blocks(child);
                    }
                }
                "altChunk" => self.chunk(child),
                "sectPr" | "sdtPr" | "sdtEndPr" | "tcPr" => {}
                _ => self.blocks(child),
            }
        }
    }

    /// A file of another format in the text: it is not read, and its name is reported where it is.
    fn chunk(&mut self, chunk: &Element) {
        let id = chunk.attribute("id").unwrap_or_default();
        let path = self.parts.chunks.get(id).map_or(id, String::as_str).to_owned();
        self.unread.push((u32::try_from(self.lines.len()).unwrap_or(u32::MAX), path));
    }

    /// A content control, which may be the table of contents.
    fn control(&mut self, control: &'a Element) {
        let galleries = control.child("sdtPr").map(|properties| properties.descendants("docPartGallery"));
        let contents = galleries
            .into_iter()
            .flatten()
            .any(|gallery| gallery.attribute("val") == Some("Table of Contents"));
        let before = self.role;
        if contents {
            self.role = Some(LineRole::Contents);
        }
        control.elements().filter(|part| part.name == "sdtContent").for_each(|content| self.blocks(content));
        self.role = before;
    }

    /// Reads a paragraph with its text boxes.
    pub(super) fn paragraph(&mut self, paragraph: &'a Element) {
        let properties = self.properties(paragraph);
        let mut runs = self.open.take().unwrap_or_default();
        runs.add(paragraph, &mut self.flow);
        runs.end();
        if properties.is_some_and(|properties| self.loses_its_end(properties)) {
            self.open = Some(runs);
            return;
        }
        let style = properties.and_then(|properties| value(properties, "pStyle")).unwrap_or_default();
        let label = self.label(properties, style);
        let boxes = std::mem::take(&mut runs.boxes);
        if is_blank(&runs.text) {
            self.gap += 1;
        } else {
            self.line(runs, style, label);
        }
        for content in boxes {
            self.blocks(content);
        }
    }

    /// The properties of a paragraph: those before the tracked changes if the text before them is read.
    fn properties(&self, paragraph: &'a Element) -> Option<&'a Element> {
        let properties = paragraph.child("pPr")?;
        let before = properties.child("pPrChange").and_then(|change| change.child("pPr"));
        before.filter(|_| self.flow.changes == TrackedChanges::Original).or(Some(properties))
    }

    /// Whether the end of the paragraph is not in the text that is read, so that the next one continues it.
    fn loses_its_end(&self, properties: &Element) -> bool {
        let Some(end) = properties.child("rPr") else { return false };
        match self.flow.changes {
            TrackedChanges::Accepted => end.child("del").is_some() || end.child("moveFrom").is_some(),
            TrackedChanges::Original => end.child("ins").is_some() || end.child("moveTo").is_some(),
        }
    }

    /// Counts a paragraph, if its style or its own properties make it one of a list; returns its number.
    pub(super) fn label(&mut self, properties: Option<&Element>, style: &str) -> Option<Label> {
        let own = properties.and_then(ListPlace::of).unwrap_or_default();
        let styled = self.parts.styles.list(style);
        let list = own.list.as_deref().or_else(|| styled.and_then(|(place, _)| place.list.as_deref()))?;
        let by_style = || styled.and_then(|(_, name)| self.numbering.level_of_style(list, name));
        let level =
            own.level.or_else(|| styled.and_then(|(place, _)| place.level)).or_else(by_style).unwrap_or(0);
        let text = self.numbering.count(list, level)?;
        Some(Label { text: text.trim().to_owned(), level: None })
    }

    /// Adds the line of a paragraph, and its notes after it.
    fn line(&mut self, runs: Runs<'_>, style: &str, label: Option<Label>) {
        let kind = self.parts.styles.kind(style);
        let (label, text) = match label {
            None if kind != StyleKind::Contents => typed(&runs.text),
            label => (label, runs.text.as_str()),
        };
        let role = self.role.or(match kind {
            StyleKind::Title => Some(LineRole::Title),
            StyleKind::Heading(level) => Some(LineRole::Heading(Some(level))),
            StyleKind::Contents => Some(LineRole::Contents),
            StyleKind::Body => None,
        });
        let listed = label.as_ref().is_some_and(|label| !label.text.contains(char::is_alphanumeric));
        if role.is_none() && !listed && is_bold_heading(&runs.text) {
            self.bold.push(self.lines.len());
        }
        let text = squeezed(text);
        self.begun = true;
        let (calls, notes) = self.notes(&runs.notes);
        let number = self.push(Line { text, label, role, calls, ..Line::default() });
        let comments = runs.comments.iter().filter_map(|id| self.parts.comments.get(id));
        self.comments.extend(comments.map(|words| (number, words.clone())));
        notes.into_iter().for_each(|note| {
            self.push(note);
        });
    }

    /// The calls of notes, and the notes themselves.
    pub(super) fn notes(&mut self, references: &[NoteReference]) -> (Vec<NoteCall>, Vec<Line>) {
        let (mut calls, mut notes) = (Vec::new(), Vec::new());
        for reference in references {
            let kind = usize::from(reference.at_end);
            let mark = reference.custom.clone().unwrap_or_else(|| {
                self.counted[kind] += 1;
                note_mark(self.counted[kind], &self.parts.note_formats[kind])
            });
            calls.push(NoteCall { mark: mark.clone(), note: None });
            let of = if reference.at_end { &self.parts.endnotes } else { &self.parts.footnotes };
            let Some(note) = of.get(&reference.id) else { continue };
            let text = self.note(note, reference.custom.as_deref());
            let label = Some(Label { text: mark, level: None });
            notes.push(Line { text, label, role: Some(LineRole::Note), ..Line::default() });
        }
        (calls, notes)
    }

    /// The words of a note, without the mark that is printed before them.
    fn note(&mut self, note: &Element, custom: Option<&str>) -> String {
        let mut text = String::new();
        for paragraph in note.descendants("p") {
            let mut runs = Runs::default();
            runs.add(paragraph, &mut self.flow);
            runs.end();
            text.push_str(&runs.text.replace(mark::CALL, ""));
            text.push(' ');
        }
        let text = squeezed(&text);
        // Its digits may be raised.
        let bare: String = mark::off(&text).chars().map(|c| raised_digit(c).unwrap_or(c)).collect();
        let printed = custom.filter(|mark| bare.starts_with(mark)).map(|mark| mark.chars().count());
        match printed.map(|count| mark::off(&text).chars().skip(count).collect::<String>().trim().to_owned())
        {
            Some(rest) => rest,
            None => text,
        }
    }

    /// Adds a line after the others; returns its number.
    pub(super) fn push(&mut self, line: Line) -> u32 {
        let number = u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX);
        let gap = if self.lines.is_empty() { 0 } else { std::mem::take(&mut self.gap) };
        self.lines.push(Line { number, gap, begins: Some(true), ..line });
        number
    }
}

/// Whether a short text that is no sentence has only bold letters.
fn is_bold_heading(text: &str) -> bool {
    let mut bold = false;
    let mut all = true;
    for c in text.chars() {
        match c {
            mark::STRONG => bold = true,
            mark::STRONG_END => bold = false,
            _ => all &= bold || !c.is_alphanumeric(),
        }
    }
    let bare = mark::off(text);
    let words = bare.trim();
    let stops = words.ends_with(['.', ',', ';', '。', '，', '；', '،', '؛']);
    all && !stops && words.contains(char::is_alphabetic) && words.chars().count() < LONGEST
}

/// The mark of a note in its format; `chicago` is a row of signs.
fn note_mark(number: u32, format: &str) -> String {
    const SIGNS: [&str; 4] = ["*", "†", "‡", "§"];
    if format != "chicago" {
        return formatted(number, format);
    }
    let place = usize::try_from(number.saturating_sub(1)).unwrap_or_default();
    SIGNS[place % SIGNS.len()].repeat(place / SIGNS.len() + 1)
}

/// A number that was typed, set off by a tab, and the words after it. A line that ends with a tab and a page number is an
/// entry of a table of contents.
fn typed(text: &str) -> (Option<Label>, &str) {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || mark::is(c) && c != mark::CALL);
    let Some((first, rest)) = start.split_once('\t') else { return (None, text) };
    let page = rest.rsplit('\t').next().filter(|_| rest.contains('\t')).unwrap_or_default().trim();
    let entry = !page.is_empty() && page.len() <= 4 && page.bytes().all(|byte| byte.is_ascii_digit());
    let bare = mark::off(first).trim().to_owned();
    if entry || !is_number(&bare) || !rest.contains(|c: char| c.is_alphabetic() || c == mark::CALL) {
        return (None, text);
    }
    (Some(Label { text: bare, level: None }), rest)
}

/// `12.`, `12`, `29.1`, `1 bis.`, `12 -`, `(a)`, `iv)`, `A.`, `•`.
fn is_number(text: &str) -> bool {
    let short = (1..=10).contains(&text.chars().count());
    let bullet = text.chars().count() == 1 && "•●▪■◦‣·–—-".contains(text);
    let words = text.split(' ').collect::<Vec<_>>();
    let core = words[0].trim_end_matches(['.', ')']).trim_start_matches('(');
    let set_off =
        core.len() < words[0].len() || core.contains('.') || core.bytes().all(|byte| byte.is_ascii_digit());
    let counted = core.split('.').all(|part| {
        let digits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let letters = (1..=4).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
        digits || letters
    });
    let adverb = words.len() == 1
        || words.len() == 2
            && (crate::base::numbering::ADVERBS.contains(&words[1].trim_end_matches('.'))
                || matches!(words[1], "-" | "–" | "—"));
    short && (bullet || set_off && counted && adverb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_are_set_off_by_a_tab() {
        let cases = [
            ("\t12.\tWords", Some("12."), "Words"),
            ("29.1 \tWords", Some("29.1"), "Words"),
            ("(a)\tWords", Some("(a)"), "Words"),
            ("1 bis.\tWords", Some("1 bis."), "Words"),
            ("A.\tWords", Some("A."), "Words"),
            ("•\tWords", Some("•"), "Words"),
            ("1.\tScope\t\t5", None, "1.\tScope\t\t5"),
            ("Total\t12", None, "Total\t12"),
            ("12. Words", None, "12. Words"),
            ("2024\t", None, "2024\t"),
            ("\t29\t2", None, "\t29\t2"),
        ];
        for (text, label, words) in cases {
            let (found, rest) = typed(text);
            assert_eq!((found.map(|label| label.text).as_deref(), rest), (label, words), "{text}");
        }
    }

    #[test]
    fn marks_of_notes_have_the_format_of_the_section() {
        let marks = [1, 2, 5].map(|number| note_mark(number, "chicago"));
        assert_eq!(marks, ["*", "†", "**"]);
        assert_eq!(note_mark(3, "lowerRoman"), "iii");
    }
}
