//! The text of a Word document, with the calls of its footnotes, its comments and its changes.

use crate::export::prose::{Comment, Paragraph, Prose, Revision, Run, RunContent};
use crate::model::Language;

use super::comments::Comments;
use super::footnotes::Footnotes;
use super::language::is_right_to_left;
use super::package::PackagePart;
use super::paragraph::{self, Ids, RevisionsOfRuns, RunLook, mark_revision};
use super::xml::{NAMESPACES, Xml, allowed};

/// The parts written from a text.
pub struct Written {
    /// The text.
    pub document: Vec<u8>,
    /// The footnotes, if there are any.
    pub footnotes: Option<Vec<u8>>,
    /// The comments, if there are any.
    pub comments: Option<Vec<u8>>,
    /// Whether something is inserted or deleted.
    pub has_revisions: bool,
}

/// The parts of a text.
pub fn write(prose: &Prose) -> Written {
    let mut body = Body {
        xml: Xml::new(),
        language: prose.language,
        ids: Ids::default(),
        footnotes: Footnotes::new(prose.language),
        comments: Comments::new(prose.language),
        revisions: RevisionsOfRuns::default(),
        has_revisions: false,
    };
    body.xml.open("w:document", &NAMESPACES);
    body.xml.open("w:body", &[]);
    prose.paragraphs.iter().for_each(|paragraph| body.paragraph(paragraph));
    // Word cannot take back the end of the last paragraph; and a document has at least one.
    if prose.paragraphs.last().is_none_or(|last| last.revision.is_some()) {
        body.xml.empty("w:p", &[]);
    }
    section(&mut body.xml, prose.language);
    body.xml.close("w:body");
    body.xml.close("w:document");
    Written {
        document: body.xml.finish(),
        footnotes: body.footnotes.finish(),
        comments: body.comments.finish(),
        has_revisions: body.has_revisions,
    }
}

/// The page: A4 with the foot of the page.
fn section(xml: &mut Xml, language: Language) {
    xml.open("w:sectPr", &[]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", PackagePart::FOOTER.id)]);
    xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
    let margins = [
        ("w:top", "1417"),
        ("w:right", "1417"),
        ("w:bottom", "1417"),
        ("w:left", "1417"),
        ("w:header", "708"),
        ("w:footer", "708"),
        ("w:gutter", "0"),
    ];
    xml.empty("w:pgMar", &margins);
    if is_right_to_left(language) {
        xml.empty("w:bidi", &[]);
    }
    xml.close("w:sectPr");
}

/// The part with the foot of the page: the number of the page and of all pages.
pub fn footer() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:ftr", &NAMESPACES);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", "Footer");
    xml.close("w:pPr");
    let field = |xml: &mut Xml, code: &str| {
        xml.open("w:fldSimple", &[("w:instr", code)]);
        xml.open("w:r", &[]);
        xml.text("w:t", &[], "1");
        xml.close("w:r");
        xml.close("w:fldSimple");
    };
    field(&mut xml, " PAGE ");
    xml.open("w:r", &[]);
    xml.text("w:t", &[], "/");
    xml.close("w:r");
    field(&mut xml, " NUMPAGES ");
    xml.close("w:p");
    xml.close("w:ftr");
    xml.finish()
}

struct Body<'a> {
    xml: Xml,
    language: Language,
    ids: Ids,
    footnotes: Footnotes,
    comments: Comments,
    revisions: RevisionsOfRuns<'a>,
    has_revisions: bool,
}

impl<'a> Body<'a> {
    fn paragraph(&mut self, paragraph: &'a Paragraph) {
        self.xml.open("w:p", &[]);
        self.properties(paragraph);
        if let Some(number) = &paragraph.number {
            self.change(paragraph.revision.as_ref());
            let look = RunLook::new(paragraph.revision.as_ref(), paragraph.language, self.language);
            look.words(&mut self.xml, &format!("{number}\t"));
        }
        let anchors = CommentAnchors::new(paragraph, &mut self.ids);
        for (at, run) in paragraph.runs.iter().enumerate() {
            self.anchors(&anchors, at);
            self.run(paragraph, run);
        }
        self.anchors(&anchors, paragraph.runs.len());
        self.change(None);
        self.xml.close("w:p");
    }

    /// The properties, in the order of the schema.
    fn properties(&mut self, paragraph: &Paragraph) {
        let style = paragraph::style_id(paragraph.style);
        let right_to_left = is_right_to_left(paragraph.language.unwrap_or(self.language));
        let xml = &mut self.xml;
        if style.is_none() && !paragraph.on_new_page && !right_to_left && paragraph.revision.is_none() {
            return;
        }
        xml.open("w:pPr", &[]);
        style.into_iter().for_each(|style| xml.value("w:pStyle", &style));
        if paragraph.on_new_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if right_to_left {
            xml.empty("w:bidi", &[]);
        }
        if let Some(revision) = &paragraph.revision {
            self.has_revisions = true;
            xml.open("w:rPr", &[]);
            mark_revision(xml, revision, &mut self.ids);
            xml.close("w:rPr");
        }
        xml.close("w:pPr");
    }

    /// Ends the open change if it is another one, and begins this one.
    fn change(&mut self, revision: Option<&'a Revision>) {
        self.has_revisions |= revision.is_some();
        self.revisions.change(&mut self.xml, revision, &mut self.ids);
    }

    /// The ends and the starts of comments before a run.
    fn anchors(&mut self, anchors: &CommentAnchors<'_>, at: usize) {
        let ends = |anchor: &&CommentAnchor<'_>| anchor.end == at;
        for anchor in anchors.0.iter().filter(|anchor| anchor.start < at).filter(ends) {
            self.end_comment(anchor);
        }
        for anchor in anchors.0.iter().filter(|anchor| anchor.start == at) {
            self.change(None);
            self.xml.empty("w:commentRangeStart", &[("w:id", &anchor.id)]);
            if anchor.end == at {
                self.end_comment(anchor);
            }
        }
    }

    fn end_comment(&mut self, anchor: &CommentAnchor<'_>) {
        self.change(None);
        self.xml.empty("w:commentRangeEnd", &[("w:id", &anchor.id)]);
        let look = RunLook::new(None, None, self.language).styled("CommentReference");
        look.run(&mut self.xml, |xml| xml.empty("w:commentReference", &[("w:id", &anchor.id)]));
        self.comments.add(anchor.comment, &anchor.id);
    }

    fn run(&mut self, paragraph: &'a Paragraph, run: &'a Run) {
        let revision = paragraph.revision_of(run);
        self.change(revision);
        let look = RunLook::new(revision, paragraph.language, self.language);
        match &run.content {
            RunContent::Text(words) => look.in_type(words).words(&mut self.xml, &words.text),
            RunContent::Mark(mark) => look.styled("FootnoteReference").mark(&mut self.xml, mark),
            RunContent::Footnote(note) => {
                self.has_revisions |= note.runs.iter().any(|run| run.revision.is_some());
                let called = self.footnotes.add(note, revision, paragraph.language, &mut self.ids);
                let look = look.styled("FootnoteReference");
                look.run(&mut self.xml, |xml| match &called.mark {
                    Some(mark) => {
                        let own = [("w:customMarkFollows", "1"), ("w:id", &called.id)];
                        xml.empty("w:footnoteReference", &own);
                        look.signs(xml, &allowed(mark));
                    }
                    None => xml.empty("w:footnoteReference", &[("w:id", &called.id)]),
                });
            }
        }
    }
}

/// A comment of a paragraph, with its id and the runs it is on; `end` is at least `start`.
struct CommentAnchor<'a> {
    comment: &'a Comment,
    id: String,
    start: usize,
    end: usize,
}

/// The comments of a paragraph.
struct CommentAnchors<'a>(Vec<CommentAnchor<'a>>);

impl<'a> CommentAnchors<'a> {
    fn new(paragraph: &'a Paragraph, ids: &mut Ids) -> Self {
        let anchor = |comment: &'a Comment| {
            let start = comment.runs.start.min(paragraph.runs.len());
            let end = comment.runs.end.clamp(start, paragraph.runs.len());
            CommentAnchor { comment, id: ids.next(), start, end }
        };
        Self(paragraph.comments.iter().map(anchor).collect())
    }
}
