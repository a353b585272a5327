//! The stored form of a document: TOML with a version, readable and reviewable by people.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::{Error, Finding, FindingKind, Lines, Proof, Result, Sameness, Span};
use crate::model::{Block, BlockKind, Document, DocumentKind, Inline, InlineKind};

/// The version of the form written; older ones are read as long as this program knows them. Version 2 added the source and more
/// kinds of findings, version 3 the pages of passages and findings.
const VERSION: u32 = 3;

/// The file a document was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSource {
    /// The name it had when it was imported.
    pub name: String,
    /// Where its bytes are stored, from the folder of the documents.
    pub file: String,
    /// The checksum of its bytes, in hexadecimal.
    pub checksum: String,
}

/// What every version of the form says of a document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Identity {
    /// The version of the form.
    pub version: u32,
    /// The symbol, as written.
    pub symbol: String,
    /// The language, as written.
    pub language: String,
}

impl Identity {
    /// Reads it off a stored document; `None` if that is damaged.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        toml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
    }

    /// Whether a newer program wrote the document.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.version > VERSION
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredDocument {
    version: u32,
    symbol: String,
    language: String,
    kind: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<DocumentSource>,
    #[serde(default)]
    blocks: Vec<StoredBlock>,
    #[serde(default)]
    findings: Vec<StoredFinding>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredBlock {
    address: String,
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    /// The page of the source, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    text: String,
    /// Footnote marks and the byte of the text at which each is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    calls: Vec<(String, usize)>,
    /// Stretches of bytes printed bold, and in italics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    strong: Vec<(usize, usize)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    emphasis: Vec<(usize, usize)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredFinding {
    kind: String,
    line: u32,
    /// The page of the source, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    repaired: Option<String>,
    /// The passage that proves or disproves the repair, and whether its words are the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<(String, String)>,
}

/// The stored form of a document; without its source if that is not a file of a workspace.
#[must_use]
pub fn to_toml(document: &Document, source: Option<&DocumentSource>) -> String {
    let stored = StoredDocument {
        version: VERSION,
        symbol: document.symbol.to_string(),
        language: document.language.to_string(),
        kind: document.kind.name().to_owned(),
        title: document.title.clone(),
        date: document.date.map(|date| date.to_string()),
        remark: document.remark.clone(),
        source: source.cloned(),
        blocks: document.blocks.iter().map(stored_block).collect(),
        findings: document.findings.iter().map(stored_finding).collect(),
    };
    toml::to_string(&stored).expect("everything in a document can be written as TOML")
}

fn stored_block(block: &Block) -> StoredBlock {
    let spans = |wanted: InlineKind| {
        let found = block.inlines.iter().filter(move |inline| inline.kind == wanted);
        found.map(|inline| (inline.span.start, inline.span.end)).collect()
    };
    StoredBlock {
        address: block.address.to_string(),
        kind: block.kind.name().to_owned(),
        number: block.number.clone(),
        page: block.page,
        text: block.text.clone(),
        calls: block.calls().map(|(mark, at)| (mark.to_owned(), at)).collect(),
        strong: spans(InlineKind::Strong),
        emphasis: spans(InlineKind::Emphasis),
    }
}

fn stored_finding(finding: &Finding) -> StoredFinding {
    StoredFinding {
        kind: finding.kind.name().to_owned(),
        line: finding.line,
        page: finding.page,
        address: finding.address.clone(),
        source: finding.source.clone(),
        repaired: finding.repaired.clone(),
        proof: finding.proof.as_ref().map(|proof| (proof.passage.clone(), proof.words.name().to_owned())),
    }
}

/// Reads a document from its stored form; `file` is its name, for messages.
///
/// # Errors
/// `document-broken` (`file`, `line`, `reason`) when it is not this form, `document-version` (`file`, `version`)
/// when a newer program wrote it, `document-field` (`file`, `field`, `value`) when a value cannot be read.
pub fn from_toml(text: &str, file: &str) -> Result<Document> {
    read(text, file).map(|(document, _)| document)
}

/// The same with the source.
///
/// # Errors
/// As [`from_toml`].
pub fn read(text: &str, file: &str) -> Result<(Document, Option<DocumentSource>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Before all else: a newer form may have fields that this program does not know.
    if let Some(newer) = version(text).filter(|version| *version > VERSION) {
        return Err(Error::broken("document-version").with("file", file).with("version", newer));
    }
    let stored: StoredDocument = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| Lines::of(text).number(span.start));
        Error::broken("document-broken").with("file", file).with("line", line).with("reason", error.message())
    })?;
    let date = |date: &String| date.parse::<NaiveDate>().map_err(|_| field(file, "date", date));
    let document = Document {
        symbol: stored.symbol.parse().map_err(|()| field(file, "symbol", &stored.symbol))?,
        language: stored.language.parse().map_err(|()| field(file, "language", &stored.language))?,
        kind: DocumentKind::from_name(&stored.kind).ok_or_else(|| field(file, "kind", &stored.kind))?,
        title: stored.title,
        date: stored.date.as_ref().map(date).transpose()?,
        remark: stored.remark,
        blocks: stored.blocks.into_iter().map(|block| read_block(block, file)).collect::<Result<_>>()?,
        findings: stored
            .findings
            .into_iter()
            .map(|finding| read_finding(finding, file))
            .collect::<Result<_>>()?,
    };
    Ok((document, stored.source))
}

/// The version of the form, which is on the first line that is not empty.
fn version(text: &str) -> Option<u32> {
    let first = text.trim_start().lines().next()?;
    first.split_once('=').filter(|(key, _)| key.trim() == "version")?.1.trim().parse().ok()
}

fn field(file: &str, field: &str, value: &str) -> Error {
    Error::broken("document-field").with("file", file).with("field", field).with("value", value)
}

fn read_block(stored: StoredBlock, file: &str) -> Result<Block> {
    let mut inlines = Vec::new();
    let mut add = |start: usize, end: usize, kind: InlineKind| {
        if start > end || !stored.text.is_char_boundary(start) || !stored.text.is_char_boundary(end) {
            return Err(field(file, "blocks", &stored.address));
        }
        inlines.push(Inline { span: Span::new(start, end), kind });
        Ok(())
    };
    for (mark, at) in stored.calls {
        add(at, at, InlineKind::Call(mark))?;
    }
    for (start, end) in stored.strong {
        add(start, end, InlineKind::Strong)?;
    }
    for (start, end) in stored.emphasis {
        add(start, end, InlineKind::Emphasis)?;
    }
    inlines.sort_by_key(|inline| inline.span);
    Ok(Block {
        address: stored.address.parse().map_err(|()| field(file, "address", &stored.address))?,
        kind: BlockKind::from_name(&stored.kind).ok_or_else(|| field(file, "kind", &stored.kind))?,
        number: stored.number,
        text: stored.text,
        inlines,
        page: stored.page,
    })
}

fn read_finding(stored: StoredFinding, file: &str) -> Result<Finding> {
    let proof = |(passage, words): (String, String)| match Sameness::from_name(&words) {
        Some(words) => Ok(Proof { passage, words }),
        None => Err(field(file, "proof", &words)),
    };
    Ok(Finding {
        kind: FindingKind::from_name(&stored.kind).ok_or_else(|| field(file, "kind", &stored.kind))?,
        line: stored.line,
        page: stored.page,
        address: stored.address,
        source: stored.source,
        repaired: stored.repaired,
        proof: stored.proof.map(proof).transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: &str = r#"
version = 1
symbol = "A/1/2"
language = "fr"
kind = "report"
title = "T"
date = "2021-07-14"
[[blocks]]
address = "14/c/ii"
kind = "subparagraph"
number = "14 c) ii)"
text = "été ;"
calls = [["14", 5]]
strong = [[0, 5]]
[[findings]]
kind = "note-mark"
line = 3
source = "été14 ;"
repaired = "été ;"
proof = ["A/1/1:3", "same"]
"#;

    #[test]
    fn what_is_written_reads_back() {
        let document = from_toml(STORED, "x.toml").unwrap();
        assert_eq!(document.blocks[0].calls().collect::<Vec<_>>(), [("14", 5)]);
        assert_eq!(from_toml(&to_toml(&document, None), "x.toml").unwrap(), document);
        let source =
            DocumentSource { name: "a.txt".into(), file: "sources/a.txt".into(), checksum: "0f".into() };
        let written = to_toml(&document, Some(&source));
        assert_eq!(read(&written, "x.toml").unwrap(), (document, Some(source)));
        assert_eq!(Identity::of(&written).unwrap().symbol, "A/1/2");
    }

    #[test]
    fn a_newer_form_is_recognised_by_its_version_whatever_fields_it_has() {
        let newer = STORED.replacen("version = 1", "version = 9\ncolour = \"red\"", 1);
        assert_eq!(from_toml(&newer, "x.toml").unwrap_err().message.id, "document-version");
        assert!(Identity::of(&newer).unwrap().is_newer());
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let cases = [
            ("version = 1", "version = 4", "document-version"),
            ("A/1/2", "", "document-field"),
            ("[[\"14\", 5]]", "[[\"14\", 2]]", ""),
            ("[[\"14\", 5]]", "[[\"14\", 1]]", "document-field"),
            ("kind = \"report\"", "kind = 3", "document-broken"),
            ("2021-07-14", "2021-13-14", "document-field"),
            ("\"same\"", "\"alike\"", "document-field"),
        ];
        for (from, to, id) in cases {
            let read = from_toml(&STORED.replacen(from, to, 1), "x.toml");
            assert_eq!(read.err().map_or("", |error| error.message.id), id, "{from} -> {to}");
        }
    }
}
