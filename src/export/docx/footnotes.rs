//! The footnotes of a Word document.

use crate::export::prose::{Footnote, Revision};
use crate::model::Language;

use super::paragraph::{self, Ids, RevisionsOfRuns, RunLook};
use super::xml::{NAMESPACES, Xml};

/// A note that holds the line between the text and its footnotes.
pub struct Separator {
    /// Its id.
    pub id: &'static str,
    kind: &'static str,
    element: &'static str,
}

/// The lines above footnotes, and above the rest of a footnote that began on the page before.
pub const SEPARATORS: [Separator; 2] = [
    Separator { id: "-1", kind: "separator", element: "w:separator" },
    Separator { id: "0", kind: "continuationSeparator", element: "w:continuationSeparator" },
];

/// The footnotes met so far, and how their marks are counted.
pub struct Footnotes {
    xml: Xml,
    language: Language,
    /// Number of footnotes.
    count: usize,
    /// The number Word gives to the next footnote without a mark of its own.
    next: usize,
    /// Whether an inserted or deleted footnote may change the numbers of those that follow.
    is_shifting: bool,
}

/// A footnote as its call needs it.
pub struct Called {
    /// Its id.
    pub id: String,
    /// Its mark if Word does not number it.
    pub mark: Option<String>,
}

impl Footnotes {
    /// No footnotes yet, in this language.
    pub fn new(language: Language) -> Self {
        Self { xml: Xml::fragment(), language, count: 0, next: 1, is_shifting: false }
    }

    /// Adds a footnote called in a paragraph of this language.
    ///
    /// Word numbers it if it has no mark, or if its mark is the number Word would give it whatever is accepted.
    pub fn add(
        &mut self,
        note: &Footnote,
        revision: Option<&Revision>,
        language: Option<Language>,
        ids: &mut Ids,
    ) -> Called {
        let is_next =
            |mark: &String| !self.is_shifting && revision.is_none() && *mark == self.next.to_string();
        let mark = note.mark.clone().filter(|mark| !is_next(mark));
        if mark.is_none() {
            self.next += 1;
            self.is_shifting |= revision.is_some();
        }
        self.count += 1;
        let called = Called { id: self.count.to_string(), mark };
        self.write(note, &called, revision, language, ids);
        called
    }

    fn write(
        &mut self,
        note: &Footnote,
        called: &Called,
        revision: Option<&Revision>,
        language: Option<Language>,
        ids: &mut Ids,
    ) {
        let xml = &mut self.xml;
        xml.open("w:footnote", &[("w:id", &called.id)]);
        xml.open("w:p", &[]);
        paragraph::plain_properties(xml, "FootnoteText", language.unwrap_or(self.language));
        let look = |revision| RunLook::new(revision, language, self.language);
        let mut revisions = RevisionsOfRuns::default();
        revisions.change(xml, revision, ids);
        match &called.mark {
            Some(mark) => look(revision).styled("FootnoteReference").mark(xml, mark),
            None => look(revision).styled("FootnoteReference").element(xml, "w:footnoteRef"),
        }
        look(revision).words(xml, " ");
        for run in &note.runs {
            let own = run.revision_in(revision);
            revisions.change(xml, own, ids);
            look(own).in_type(&run.words).words(xml, &run.words.text);
        }
        revisions.change(xml, None, ids);
        xml.close("w:p");
        xml.close("w:footnote");
    }

    /// The part with the footnotes; `None` if there are none.
    pub fn finish(mut self) -> Option<Vec<u8>> {
        if self.xml.is_empty() {
            return None;
        }
        let mut xml = Xml::new();
        xml.open("w:footnotes", &NAMESPACES);
        for separator in &SEPARATORS {
            xml.open("w:footnote", &[("w:type", separator.kind), ("w:id", separator.id)]);
            xml.open("w:p", &[]);
            xml.open("w:r", &[]);
            xml.empty(separator.element, &[]);
            xml.close("w:r");
            xml.close("w:p");
            xml.close("w:footnote");
        }
        xml.append(self.xml);
        xml.close("w:footnotes");
        Some(xml.finish())
    }
}
