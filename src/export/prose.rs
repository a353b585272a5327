//! A text for reading, in one language and not yet in any file format: paragraphs of runs, with footnotes, comments and
//! tracked changes.
//!
//! ```text
//! Prose                      a statement, a document with amendments
//! └ Paragraph                style, printed number
//!   ├ Run                    words, or the call of a footnote; inserted, deleted or neither
//!   └ Comment                on a range of the runs
//! ```

mod html;
mod markdown;
mod plain;
mod read;

use std::ops::Range;

use chrono::{DateTime, FixedOffset};

use crate::base::Result;
use crate::export::{FileFormat, docx};
use crate::model::Language;

pub use read::read;

/// Columns of a line in a plain text, unless the caller asks for something else.
pub const COLUMNS: u16 = 72;

/// A text for reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Prose {
    /// The title that programs show for the file. It is printed only where a paragraph has it.
    pub title: String,
    /// The language of its paragraphs, unless they have their own.
    pub language: Language,
    /// Who made the file.
    pub author: String,
    /// When it was made.
    pub moment: DateTime<FixedOffset>,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ParagraphStyle {
    /// The title of the text.
    Title,
    /// A heading; the level counts from 1.
    Heading(u8),
    /// Running text.
    #[default]
    Body,
    /// Words of another text.
    Quotation,
    /// A paragraph that begins with its printed number; the level counts from 1: `16` has 1, `a)` 2, `ii)` 3.
    Numbered(u8),
    /// A remark about the text, smaller than the text.
    SmallPrint,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// What it is.
    pub style: ParagraphStyle,
    /// The number as printed before the text, with its sign: `16.`, `a)`, `17 bis.`. Headings have one too: `II.`.
    pub number: Option<String>,
    /// Whether it begins on a new page.
    pub on_new_page: bool,
    /// The language of its words where it is not that of the text.
    pub language: Option<Language>,
    /// The words and calls of footnotes, in order.
    pub runs: Vec<Run>,
    /// The comments on its words.
    pub comments: Vec<Comment>,
    /// Whether the paragraph as a whole is inserted or deleted: its end, its number, and the runs that are not changed
    /// themselves.
    pub revision: Option<Revision>,
}

/// Words of one kind, or the call of a footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What it is.
    pub content: RunContent,
    /// Whether it is inserted or deleted; `None` if the paragraph says so.
    pub revision: Option<Revision>,
}

/// What a run is.
#[derive(Debug, Clone, PartialEq)]
pub enum RunContent {
    /// Words.
    Text(StyledText),
    /// The call of a footnote, with the footnote.
    Footnote(Footnote),
    /// The mark of a footnote that is called again, or that the text does not have; printed raised.
    Mark(String),
}

/// Words in one type style. A line feed begins a new line of the same paragraph; a tab is a tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StyledText {
    /// The words.
    pub text: String,
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they are in italics.
    pub italic: bool,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Footnote {
    /// The mark as printed; `None` if the notes without marks are to be numbered.
    pub mark: Option<String>,
    /// Its words.
    pub runs: Vec<NoteRun>,
}

/// Words of a footnote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoteRun {
    /// The words.
    pub words: StyledText,
    /// Whether they are inserted or deleted; `None` if the call of the footnote says so.
    pub revision: Option<Revision>,
}

/// A remark in the margin on some of the runs of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The runs it is on, by their indexes; where there are none of them, it is on that place.
    pub runs: Range<usize>,
    /// Who made it.
    pub author: String,
    /// When.
    pub moment: DateTime<FixedOffset>,
    /// Its text; a line feed begins a new paragraph.
    pub text: String,
}

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// What was done.
    pub kind: RevisionKind,
    /// Who did it.
    pub author: String,
    /// When.
    pub moment: DateTime<FixedOffset>,
}

/// What a tracked change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RevisionKind {
    /// The words are new.
    Inserted,
    /// The words were in the text before.
    Deleted,
}

impl Prose {
    /// A text without paragraphs.
    #[must_use]
    pub fn new(
        title: impl Into<String>,
        language: Language,
        author: impl Into<String>,
        moment: DateTime<FixedOffset>,
    ) -> Self {
        Self { title: title.into(), language, author: author.into(), moment, paragraphs: Vec::new() }
    }

    /// Adds a paragraph at the end.
    pub fn push(&mut self, paragraph: Paragraph) {
        self.paragraphs.push(paragraph);
    }
}

impl Paragraph {
    /// A paragraph without words.
    #[must_use]
    pub fn new(style: ParagraphStyle) -> Self {
        Self { style, ..Self::default() }
    }

    /// A paragraph of plain words.
    #[must_use]
    pub fn text(style: ParagraphStyle, text: impl Into<String>) -> Self {
        Self::new(style).with(Run::text(text))
    }

    /// A numbered paragraph without words: its printed number with its sign, and its level, from 1.
    #[must_use]
    pub fn numbered(number: impl Into<String>, level: u8) -> Self {
        Self { number: Some(number.into()), ..Self::new(ParagraphStyle::Numbered(level)) }
    }

    /// The same with one more run.
    #[must_use]
    pub fn with(mut self, run: Run) -> Self {
        self.runs.push(run);
        self
    }

    /// The same in another language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }

    /// The same at the top of a new page.
    #[must_use]
    pub fn on_new_page(self) -> Self {
        Self { on_new_page: true, ..self }
    }

    /// The change that a run of this paragraph is part of, its own or that of the paragraph.
    #[must_use]
    pub fn revision_of<'a>(&'a self, run: &'a Run) -> Option<&'a Revision> {
        run.revision.as_ref().or(self.revision.as_ref())
    }
}

impl Run {
    /// Plain words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::styled(StyledText { text: text.into(), ..StyledText::default() })
    }

    /// Bold words.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self::styled(StyledText { text: text.into(), bold: true, italic: false })
    }

    /// Words in italics.
    #[must_use]
    pub fn italic(text: impl Into<String>) -> Self {
        Self::styled(StyledText { text: text.into(), bold: false, italic: true })
    }

    /// Words in a type style.
    #[must_use]
    pub fn styled(text: StyledText) -> Self {
        Self { content: RunContent::Text(text), revision: None }
    }

    /// The call of a footnote of plain words, numbered by the writer.
    #[must_use]
    pub fn footnote(text: impl Into<String>) -> Self {
        let runs = vec![NoteRun::from(StyledText { text: text.into(), ..StyledText::default() })];
        Self { content: RunContent::Footnote(Footnote { mark: None, runs }), revision: None }
    }

    /// The same, inserted or deleted.
    #[must_use]
    pub fn revised(self, revision: Revision) -> Self {
        Self { revision: Some(revision), ..self }
    }
}

impl From<StyledText> for NoteRun {
    fn from(words: StyledText) -> Self {
        Self { words, revision: None }
    }
}

impl NoteRun {
    /// The change that the words are part of: their own, or that of the call.
    #[must_use]
    pub fn revision_in<'a>(&'a self, call: Option<&'a Revision>) -> Option<&'a Revision> {
        self.revision.as_ref().or(call)
    }
}

/// A text in Markdown, which [`read()`] reads again.
#[must_use]
pub fn as_markdown(prose: &Prose) -> String {
    markdown::write(prose)
}

/// A file format of texts for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProseFormat {
    /// A Word document, with native footnotes, comments and tracked changes.
    Word,
    /// Markdown: footnotes as `[^1]`, changes and comments as `{++inserted++}`, `{--deleted--}`, `{>>comment<<}`.
    Markdown,
    /// One HTML page, with the notes and comments at its end.
    Html,
    /// Plain text as it reads when all changes are accepted: notes at the end, no comments.
    Text {
        /// The columns of a line; `None` for one line a paragraph.
        columns: Option<u16>,
    },
}

impl ProseFormat {
    /// All formats; plain text is in lines of [`COLUMNS`] columns.
    pub const ALL: [Self; 4] =
        [Self::Word, Self::Markdown, Self::Html, Self::Text { columns: Some(COLUMNS) }];
}

impl FileFormat for ProseFormat {
    fn all() -> &'static [Self] {
        &Self::ALL
    }

    fn name(self) -> &'static str {
        match self {
            Self::Word => "docx",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Text { .. } => "txt",
        }
    }

    fn is_text(self) -> bool {
        self != Self::Word
    }
}

/// A text in a file format. The same text always gives the same bytes.
///
/// # Errors
/// `export-failed` (`what`) if the text is too large for the format.
pub fn write(prose: &Prose, format: ProseFormat) -> Result<Vec<u8>> {
    match format {
        ProseFormat::Word => docx::write(prose),
        ProseFormat::Markdown => Ok(markdown::write(prose).into_bytes()),
        ProseFormat::Html => Ok(html::write(prose).into_bytes()),
        ProseFormat::Text { columns } => Ok(plain::write(prose, columns).into_bytes()),
    }
}
