//! The stored form of a document: TOML with a version, readable and reviewable by people.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::{Error, Finding, FindingKind, Lines, Proof, Result, Sameness, Span};
use crate::model::{Block, BlockKind, Document, DocumentKind, Inline, InlineKind};

/// The version of the form written; older ones are read as long as this program knows them.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    symbol: String,
    language: String,
    kind: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    repaired: Option<String>,
    /// The passage that proves or disproves the repair, and whether its words are the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<(String, String)>,
}

/// The stored form of a document.
#[must_use]
pub fn to_toml(document: &Document) -> String {
    let stored = Stored {
        version: VERSION,
        symbol: document.symbol.to_string(),
        language: document.language.to_string(),
        kind: document.kind.name().to_owned(),
        title: document.title.clone(),
        date: document.date.map(|date| date.to_string()),
        remark: document.remark.clone(),
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
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let stored: Stored = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| Lines::of(text).number(span.start));
        Error::broken("document-broken").with("file", file).with("line", line).with("reason", error.message())
    })?;
    if stored.version > VERSION {
        return Err(Error::broken("document-version").with("file", file).with("version", stored.version));
    }
    let date = |date: &String| date.parse::<NaiveDate>().map_err(|_| field(file, "date", date));
    Ok(Document {
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
    })
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
        assert_eq!(from_toml(&to_toml(&document), "x.toml").unwrap(), document);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let cases = [
            ("version = 1", "version = 2", "document-version"),
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
