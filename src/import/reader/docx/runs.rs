//! The words of a paragraph of Word: runs with fields, symbols, tracked changes, and footnotes called in their place.

use super::symbols::symbol;
use crate::import::mark;
use crate::import::reader::TrackedChanges;
use crate::import::reader::words::around_calls;
use crate::import::reader::xml::Element;

/// A footnote or endnote called, by its id, with its mark if the text has one of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteReference {
    /// Its id among the footnotes, or among the endnotes.
    pub id: String,
    /// Whether it is an endnote.
    pub at_end: bool,
    /// The mark printed instead of a number.
    pub custom: Option<String>,
}

/// The words of a paragraph.
#[derive(Debug, Default)]
pub struct Runs<'a> {
    /// With tabs, and a `mark::CALL` for each note.
    pub text: String,
    /// The notes called, in order.
    pub notes: Vec<NoteReference>,
    /// Text boxes anchored in it.
    pub boxes: Vec<&'a Element>,
    /// Ids of the comments on it.
    pub comments: Vec<String>,
    bold: bool,
    italic: bool,
    /// The mark of the last note is in the text that follows.
    custom: bool,
}

/// What lasts from one paragraph to the next: open fields, and what was changed.
#[derive(Debug, Default)]
pub struct Flow {
    /// Which text is read.
    pub changes: TrackedChanges,
    /// For each open field, whether its instruction is still being read.
    fields: Vec<bool>,
    /// Insertions and deletions so far.
    pub changed: usize,
}

impl Flow {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(changes: TrackedChanges) -> Self {
        Self { changes, ..Self::default() }
    }

    /// Whether what this element contains is in the text that is read.
    pub fn keeps(&mut self, element: &Element) -> bool {
        let (inserted, deleted) = (
            matches!(element.name.as_str(), "ins" | "moveTo"),
            matches!(element.name.as_str(), "del" | "moveFrom"),
        );
        self.changed += usize::from((inserted || deleted) && has_words(element));
        match self.changes {
            TrackedChanges::Accepted => !deleted,
            TrackedChanges::Original => !inserted,
        }
    }
}

fn has_words(element: &Element) -> bool {
    let words = |name: &str| element.descendants(name).iter().any(|text| !text.text().is_empty());
    words("t") || words("delText")
}

impl<'a> Runs<'a> {
    /// Adds what a paragraph, or a part of one, contains.
    pub fn add(&mut self, element: &'a Element, flow: &mut Flow) {
        for child in element.elements() {
            match child.name.as_str() {
                "r" => self.run(child, flow),
                "ins" | "del" | "moveFrom" | "moveTo" => {
                    if flow.keeps(child) {
                        self.add(child, flow);
                    }
                }
                "pPr" | "sdtPr" | "sdtEndPr" | "rubyPr" | "rt" => {}
                "commentReference" => self.comments.extend(child.attribute("id").map(ToOwned::to_owned)),
                _ => self.add(child, flow),
            }
        }
    }

    /// Ends bold and italics, and sets calls as in print: Arabic has them in brackets.
    pub fn end(&mut self) {
        self.style(false, false);
        if !self.notes.is_empty() {
            self.text = around_calls(&self.text);
        }
    }

    fn style(&mut self, bold: bool, italic: bool) {
        if self.italic && !italic {
            self.text.push(mark::EMPHASIS_END);
        }
        if self.bold != bold {
            self.text.push(if bold { mark::STRONG } else { mark::STRONG_END });
        }
        if italic && !self.italic {
            self.text.push(mark::EMPHASIS);
        }
        (self.bold, self.italic) = (bold, italic);
    }

    fn run(&mut self, run: &'a Element, flow: &mut Flow) {
        let properties = run.child("rPr");
        let on = |name: &str| properties.and_then(|properties| properties.child(name)).is_some_and(is_on);
        if on("vanish") || on("webHidden") {
            return;
        }
        let raised = properties
            .and_then(|properties| properties.child("vertAlign"))
            .is_some_and(|align| align.attribute("val") == Some("superscript"));
        let start = self.text.len();
        self.style(on("b"), on("i"));
        for child in run.elements() {
            self.piece(child, raised, flow);
        }
        if mark::off(&self.text[start..]).is_empty() && !self.text[start..].contains(mark::CALL) {
            return;
        }
        if self.custom && !self.text.ends_with(mark::CALL) {
            self.take_custom_mark();
        }
    }

    fn piece(&mut self, piece: &'a Element, raised: bool, flow: &mut Flow) {
        match piece.name.as_str() {
            "fldChar" => match piece.attribute("fldCharType") {
                Some("begin") => flow.fields.push(true),
                Some("separate") => {
                    flow.fields.last_mut().into_iter().for_each(|instruction| *instruction = false)
                }
                _ => {
                    flow.fields.pop();
                }
            },
            "AlternateContent" => {
                let choice =
                    piece.child("Choice").filter(|choice| !choice.descendants("txbxContent").is_empty());
                if let Some(content) = choice.or_else(|| piece.child("Fallback")) {
                    self.boxes.extend(content.outermost("txbxContent"));
                }
            }
            "drawing" | "pict" | "object" => self.boxes.extend(piece.outermost("txbxContent")),
            _ if flow.fields.contains(&true) => {}
            "t" | "delText" => self.words(&piece.text(), raised),
            "tab" | "ptab" => self.text.push('\t'),
            "br" if matches!(piece.attribute("type"), Some("page" | "column")) => {}
            "br" | "cr" => self.text.push(' '),
            "noBreakHyphen" => self.text.push('\u{2011}'),
            "sym" => self.text.push(symbol(
                piece.attribute("font").unwrap_or_default(),
                piece.attribute("char").unwrap_or_default(),
            )),
            "footnoteReference" | "endnoteReference" => self.note(piece),
            "commentReference" => self.comments.extend(piece.attribute("id").map(ToOwned::to_owned)),
            "ruby" => piece.descendants("rubyBase").into_iter().for_each(|base| self.add(base, flow)),
            _ => {}
        }
    }

    /// Raised digits keep their height: they may be the mark of a note that somebody typed.
    fn words(&mut self, words: &str, raised: bool) {
        const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        let digits = !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
        if raised && digits && !self.custom {
            let high = words.bytes().filter_map(|byte| RAISED.get(usize::from(byte - b'0')));
            self.text.extend(high);
        } else {
            self.text.push_str(words);
        }
    }

    fn note(&mut self, reference: &Element) {
        self.text.push(mark::CALL);
        self.custom =
            reference.attribute("customMarkFollows").is_some_and(|value| value != "0" && value != "false");
        self.notes.push(NoteReference {
            id: reference.attribute("id").unwrap_or_default().to_owned(),
            at_end: reference.name == "endnoteReference",
            custom: None,
        });
    }

    /// The words after the call of a note are its mark.
    fn take_custom_mark(&mut self) {
        let Some(at) = self.text.rfind(mark::CALL) else { return };
        let after = at + mark::CALL.len_utf8();
        let words = mark::off(self.text[after..].trim()).into_owned();
        if words.is_empty() {
            return;
        }
        self.custom = false;
        let length = words.find(char::is_whitespace).unwrap_or(words.len());
        if let Some(note) = self.notes.last_mut() {
            note.custom = Some(words[..length].to_owned());
        }
        self.text.truncate(after);
        self.text.push_str(&words[length..]);
    }
}

/// Whether a property that can be switched is on.
fn is_on(property: &Element) -> bool {
    !matches!(property.attribute("val"), Some("0" | "false" | "none" | "off"))
}

/// Whether there is nothing to print in a text.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    !text.contains(|c: char| !c.is_whitespace() && (!mark::is(c) || c == mark::CALL))
}
