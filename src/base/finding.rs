//! A finding: something that the importer repaired, removed or doubts, with its position.

/// What was found; each kind has a message `finding-…` in the locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// A list of web addresses that an extraction left at the bottom of a page.
    UrlList,
    /// A line drawn with underscores or dashes between text and footnotes.
    Rule,
    /// A page header or footer, a page number, a table of contents: parts of the page, not of the text.
    Furniture,
    /// A word that was split in two, joined because it occurs whole elsewhere.
    SplitWord,
    /// Two words that may be the halves of one which occurs whole elsewhere; left as they are.
    SplitDoubtful,
    /// A sentence that was interrupted by a page break or by footnotes, joined again.
    JoinedPage,
    /// A misplaced space before an apostrophe or around a hyphen, corrected.
    Spacing,
    /// A footnote mark, removed from the text and stored as a call.
    NoteMark,
    /// A footnote without a call, or a call without a footnote.
    NoteWithoutCall,
    /// Markup of the source (Markdown, superscripts), removed.
    Markup,
    /// A number that does not follow the one before it.
    NumberGap,
    /// A line of no known form; stored as a text block.
    Unplaced,
    /// Metadata that are not in the text, taken from the TOML file beside the source.
    GivenMetadata,
    /// Metadata that were not found.
    MissingMetadata,
    /// A control code or direction override in the text, replaced by a visible sign.
    ControlCode,
    /// The language was detected, but the text is short or has another language too.
    LanguageDoubtful,
    /// The language has no words in the program: headings, citations and next steps are not recognised by their words.
    LanguageNotRead,
    /// A second annex of the same name, or a second one without a number; its address has `~2` behind it.
    RepeatedPart,
    /// Words of the source that are in no passage and in no other finding.
    TextMissing,
    /// Words of a passage that are not in the source.
    TextAdded,
    /// The encoding of a text without a byte order mark that is not UTF-8, found by its content.
    Encoding,
    /// How many changes were tracked by Word; the text with them is read, or that before them.
    TrackedChanges,
    /// A comment on the text.
    Comment,
    /// A correction that the delegate made to an earlier import and that does not fit any more.
    CorrectionUnfit,
    /// A number that this text has, and another language of the same document does not have.
    OnlyInOneLanguage,
}

impl FindingKind {
    /// All kinds, in the order reports list them.
    pub const ALL: [Self; 25] = [
        Self::UrlList,
        Self::Rule,
        Self::Furniture,
        Self::SplitWord,
        Self::SplitDoubtful,
        Self::JoinedPage,
        Self::Spacing,
        Self::NoteMark,
        Self::NoteWithoutCall,
        Self::Markup,
        Self::NumberGap,
        Self::Unplaced,
        Self::GivenMetadata,
        Self::MissingMetadata,
        Self::ControlCode,
        Self::LanguageDoubtful,
        Self::LanguageNotRead,
        Self::RepeatedPart,
        Self::TextMissing,
        Self::TextAdded,
        Self::Encoding,
        Self::TrackedChanges,
        Self::Comment,
        Self::CorrectionUnfit,
        Self::OnlyInOneLanguage,
    ];

    /// The stable name, used in stored files, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::UrlList => "url-list",
            Self::Rule => "rule",
            Self::Furniture => "furniture",
            Self::SplitWord => "split-word",
            Self::SplitDoubtful => "split-doubtful",
            Self::JoinedPage => "joined-page",
            Self::Spacing => "spacing",
            Self::NoteMark => "note-mark",
            Self::NoteWithoutCall => "note-without-call",
            Self::Markup => "markup",
            Self::NumberGap => "number-gap",
            Self::Unplaced => "unplaced",
            Self::GivenMetadata => "given-metadata",
            Self::MissingMetadata => "missing-metadata",
            Self::ControlCode => "control-code",
            Self::LanguageDoubtful => "language-doubtful",
            Self::LanguageNotRead => "language-not-read",
            Self::RepeatedPart => "repeated-part",
            Self::TextMissing => "text-missing",
            Self::TextAdded => "text-added",
            Self::Encoding => "encoding",
            Self::TrackedChanges => "tracked-changes",
            Self::Comment => "comment",
            Self::CorrectionUnfit => "correction-unfit",
            Self::OnlyInOneLanguage => "only-in-one-language",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How much it needs a look.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::TextMissing | Self::TextAdded => Severity::Words,
            Self::NoteWithoutCall
            | Self::NumberGap
            | Self::Unplaced
            | Self::MissingMetadata
            | Self::LanguageDoubtful
            | Self::LanguageNotRead
            | Self::RepeatedPart
            | Self::SplitDoubtful
            | Self::CorrectionUnfit
            | Self::OnlyInOneLanguage => Severity::Doubt,
            Self::ControlCode | Self::Encoding | Self::TrackedChanges | Self::Comment => Severity::Remark,
            Self::JoinedPage | Self::SplitWord | Self::Spacing => Severity::Repair,
            Self::NoteMark
            | Self::Markup
            | Self::UrlList
            | Self::Rule
            | Self::Furniture
            | Self::GivenMetadata => Severity::Routine,
        }
    }
}

/// How much a finding needs a look, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Words may have been lost or invented.
    Words,
    /// The structure or the details of the document may be wrong.
    Doubt,
    /// Something in the file that is not in the text.
    Remark,
    /// Words were changed.
    Repair,
    /// What belongs to the page or the format was taken off.
    Routine,
}

impl Severity {
    /// The stable name, as in JSON; with `severity-` before it, the locale id.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Doubt => "doubt",
            Self::Remark => "remark",
            Self::Repair => "repair",
            Self::Routine => "routine",
        }
    }
}

/// How the wording of a passage compares with that of the passage it cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sameness {
    /// One repeats the other, or a part of it, word for word.
    Same,
    /// One repeats the other with changes.
    Changed,
    /// Neither repeats the other.
    NotFound,
}

impl Sameness {
    /// All of them, the most certain first.
    pub const ALL: [Self; 3] = [Self::Same, Self::Changed, Self::NotFound];

    /// The stable name, as in JSON and stored files; with `origin-` or `proof-` before it, the locale id.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::NotFound => "not-found",
        }
    }

    /// The one with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Evidence for a repair: whether a cited passage has the repaired words. UN documents often quote each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The cited passage as text: `A/76/135:57/d`.
    pub passage: String,
    /// Whether the repaired words are there, are there with changes, or are not there.
    pub words: Sameness,
}

/// One repair or doubt of the importer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// Line of the source, counted from 1; 0 if the finding concerns the whole file.
    pub line: u32,
    /// Page of the source, counted from 1; `None` if the source shows no pages, or the finding concerns the whole file.
    pub page: Option<u32>,
    /// Address of the block it is in, as text; `None` if it is in no block.
    pub address: Option<String>,
    /// The words of the source that it is about, unchanged.
    pub source: String,
    /// The repaired words; `None` if nothing was repaired.
    pub repaired: Option<String>,
    /// Evidence for the repair; `None` if no cited passage in the library has similar words.
    pub proof: Option<Proof>,
}
