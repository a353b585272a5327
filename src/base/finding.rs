//! A finding: something the importer repaired, set aside or doubts, with its place.

/// What kind of thing was found; each has a message `finding-…` in the locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// A list of bare addresses an extraction left at the foot of a page.
    UrlList,
    /// A drawn rule (underscores, dashes) between text and footnotes.
    Rule,
    /// Running head or foot, a page number, a table of contents: the page, not the text.
    Furniture,
    /// A word cut in two, mended because another occurrence proves the join.
    SplitWord,
    /// A sentence cut by a page end or by footnotes, joined again.
    JoinedPage,
    /// A space out of place before an apostrophe or around a hyphen, mended.
    Spacing,
    /// A footnote mark lifted out of the text.
    NoteMark,
    /// A footnote nothing calls, or a call without its footnote.
    NoteWithoutCall,
    /// Markup of the source (Markdown, superscripts) taken off.
    Markup,
    /// A number that does not follow the one before it.
    NumberGap,
    /// A line that fits no known shape; kept as a text block.
    Unplaced,
    /// Metadata the text does not show, taken from the file beside the source.
    GivenMetadata,
    /// Metadata found nowhere.
    MissingMetadata,
    /// A control code or direction override in the text, shown visibly.
    ControlCode,
}

impl FindingKind {
    /// All kinds, in the order reports list them.
    pub const ALL: [Self; 14] = [
        Self::UrlList,
        Self::Rule,
        Self::Furniture,
        Self::SplitWord,
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
    ];

    /// The stable name, used in stored files, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::UrlList => "url-list",
            Self::Rule => "rule",
            Self::Furniture => "furniture",
            Self::SplitWord => "split-word",
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
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How the words of a passage stand to those of the passage it cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sameness {
    /// One repeats the other, whole or in part, word for word.
    Same,
    /// It repeats it with changes.
    Changed,
    /// It does not repeat it.
    NotFound,
}

impl Sameness {
    /// All of them, the surest first.
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

/// What a passage that is cited says of a repair: the sources of the United Nations prove each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The passage cited, in its written form: `A/76/135:57/d`.
    pub passage: String,
    /// The repaired words stand there, stand there with changes, or go on otherwise.
    pub words: Sameness,
}

/// One repair or doubt of the importer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub kind: FindingKind,
    /// Line of the source, counted from 1; 0 when it concerns the whole file.
    pub line: u32,
    /// Address of the block it stands in, in its written form, when there is one.
    pub address: Option<String>,
    /// The words of the source it is about, as they stood there.
    pub source: String,
    /// What the reader sees instead, when something was repaired.
    pub repaired: Option<String>,
    /// What a cited passage says of the repair, when one at hand has words of it.
    pub proof: Option<Proof>,
}
