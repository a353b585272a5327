//! What a document is: its symbol, title, date and kind, from its front or from the file beside it.

mod title;

pub use title::find_title;

use chrono::NaiveDate;

use crate::base::{Finding, FindingKind};
use crate::import::Facts;
use crate::import::edit::finding;
use crate::import::mark;
use crate::import::shape::block::Raw;
use crate::import::shape::recognise as is;
use crate::language::ImportWords;
use crate::model::{BlockKind, DocumentKind, Part, Place, Symbol};

/// What a document is.
pub struct Metadata {
    /// Its symbol.
    pub symbol: Symbol,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its kind.
    pub kind: DocumentKind,
}

/// A title is shorter than this, in bytes.
pub(super) const TITLE: usize = 420;

/// Gathers the metadata; what the text does not show is a finding.
#[must_use]
pub fn metadata(
    name: &str,
    blocks: &[Raw],
    facts: &Facts<'_>,
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) -> Metadata {
    let Facts { given, says, window } = *facts;
    let title_block = blocks.iter().find(|block| block.address.place == Place::Title);
    let shown = symbol(blocks, title_block, vocabulary, findings);
    let mut report = |source: String| findings.push(finding(FindingKind::GivenMetadata, 0, &source, None));
    if let Some(symbol) = &given.symbol {
        report(symbol.to_string());
    }
    let by_name = || {
        let symbol = symbol_of_name(name)?;
        Some((symbol, name.to_owned()))
    };
    let symbol = given.symbol.clone().or_else(|| says.symbol.clone()).or(shown).or_else(|| {
        let (symbol, source) = by_name()?;
        report(source);
        Some(symbol)
    });
    if let Some(title) = &given.title {
        report(title.clone());
    }
    if let Some(date) = given.date {
        report(date.to_string());
    }
    if let Some(kind) = given.kind {
        report(kind.name().to_owned());
    }
    // The title of a page is not that of the resolution on it.
    let numbered = title_block.is_some_and(|title| title.number.is_some());
    let said = says.title.clone().filter(|_| !numbered || says.symbol.is_some());
    let title = given.title.clone().or(said);
    let printed = title_block.map(|block| plain(&block.text));
    let title = title.or(printed).or_else(|| window.map(ToOwned::to_owned));
    let date = given.date.or(says.date).or_else(|| date(blocks, vocabulary));
    let mut missing = |what: &str| findings.push(finding(FindingKind::MissingMetadata, 0, what, None));
    if symbol.is_none() {
        missing("symbol");
    }
    if title.is_none() {
        missing("title");
    }
    if date.is_none() {
        missing("date");
    }
    let symbol = symbol.unwrap_or_else(|| stand_in(name));
    let title = title.unwrap_or_else(|| name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned());
    let kind = given.kind.or(says.kind).unwrap_or_else(|| kind(blocks, &symbol, &title, vocabulary));
    Metadata { symbol, title, date, kind }
}

/// The words without the importer's marks.
pub(super) fn plain(text: &str) -> String {
    mark::off(text).trim().to_owned()
}

/// The symbol: on a line of its own in the front, in a running head, or in a resolution's number.
fn symbol(
    blocks: &[Raw],
    title: Option<&Raw>,
    vocabulary: &ImportWords,
    findings: &[Finding],
) -> Option<Symbol> {
    if let Some(number) = title.and_then(|title| title.number.as_ref()) {
        let (first, letters) = number.split_once(' ').unwrap_or((number, ""));
        let letters = is::part_letters(letters).unwrap_or_default();
        let known = organ(blocks, vocabulary);
        let organ = known.unwrap_or("A/RES/");
        let serial = first.split_once('/').and_then(|(_, serial)| serial.parse::<u32>().ok());
        // The resolutions of an organ without a number series of their own are called by the symbol on the cover.
        let own = |symbol: &Symbol| serial.is_some_and(|serial| last_number(symbol) == Some(serial));
        if known.is_none()
            && let Some(symbol) = shown(blocks, findings).filter(own)
        {
            return Some(symbol);
        }
        let resolved =
            blocks.iter().any(|block| matches!(block.kind, BlockKind::Preambular | BlockKind::Operative));
        let decided = organ == "A/RES/" && !resolved && serial.is_some_and(|serial| serial >= FIRST_DECISION);
        let organ = if decided { "A/DEC/" } else { organ };
        let whole: Option<Symbol> = format!("{organ}{first} {letters}").trim().parse().ok();
        let part = whole.as_ref().and_then(|whole| whole.lettered(part_letter(blocks)?));
        return part.or(whole);
    }
    shown(blocks, findings)
        .or_else(|| blocks.iter().take(20).find_map(|block| council_resolution(&block.text, vocabulary)))
}

/// The number a symbol ends with: the 20 of `UNEP/EA.4/Res.20`.
fn last_number(symbol: &Symbol) -> Option<u32> {
    let text = symbol.as_str();
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    text[text.len() - digits..].parse().ok()
}

/// The symbol that is on a line of its own in the front, or in a running head.
fn shown(blocks: &[Raw], findings: &[Finding]) -> Option<Symbol> {
    let word = |text: &str| {
        let bare = mark::off(text);
        let words: Vec<&str> = bare.split_whitespace().collect();
        let capital = |at: &usize| words.len() <= 7 && words[*at].starts_with(char::is_uppercase);
        (0..words.len()).filter(capital).find_map(|at| {
            let one = first_of_two(words[at]);
            one.or_else(|| Symbol::at_start(&words[at..]).map(|(symbol, _)| symbol))
        })
    };
    // A text without numbers and headings has no front: its symbol is alone on one of its first lines.
    let front = blocks.iter().any(|block| block.address.part == Part::Front);
    let first = |at: usize, block: &Raw| at < FIRST && block.text.split_whitespace().count() <= 2;
    let cover = blocks.iter().enumerate().filter(|(at, block)| {
        let of_front = block.address.part == Part::Front || !front && first(*at, block);
        of_front && block.kind == BlockKind::Text
    });
    let cover = cover.map(|(_, block)| block);
    cover.take(20).filter(|block| block.text.len() < 80).find_map(|block| word(&block.text)).or_else(|| {
        let heads = findings.iter().filter(|finding| finding.kind == FindingKind::Furniture);
        heads.filter(|finding| finding.source.len() < 80).find_map(|finding| word(&finding.source))
    })
}

/// The symbol of a text without a front is on one of so many first lines.
const FIRST: usize = 4;

/// The General Assembly numbers its decisions from this one on, and its resolutions from 1.
const FIRST_DECISION: u32 = 401;

/// The first symbol of a document of two organs: `A/79/729` of `A/79/729-S/2025/40`.
fn first_of_two(word: &str) -> Option<Symbol> {
    let dashes = word.match_indices(['-', '–', '—']);
    dashes.into_iter().find_map(|(at, dash)| {
        let (one, other) = (&word[..at], &word[at + dash.len()..]);
        other.parse::<Symbol>().ok().and_then(|_| one.parse().ok())
    })
}

/// What the symbols of the organ that speaks in a resolution begin with; `None` if it is none of those with a series of numbers.
fn organ<'a>(blocks: &[Raw], vocabulary: &'a ImportWords) -> Option<&'a str> {
    let of = |block: &Raw| vocabulary.openers.iter().position(|opener| *opener == is::words(&block.text));
    let found = blocks.iter().find_map(of).and_then(|at| vocabulary.opener_symbols.get(at));
    found.map(String::as_str)
}

/// `Resolution 2770 (2025)`, alone on its line: the Security Council counts its resolutions and gives the year.
pub(super) fn council_resolution(text: &str, vocabulary: &ImportWords) -> Option<Symbol> {
    let words = is::words(text);
    let number = vocabulary.resolution_words.iter().find_map(|word| words.strip_prefix(word.as_str()))?;
    let (serial, year) = number.strip_prefix(' ')?.split_once(" (")?;
    let digits =
        |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.strip_suffix(')').filter(|year| digits(year) && digits(serial) && year.len() == 4)?;
    format!("S/RES/{serial} ({year})").parse().ok()
}

/// The letter alone on a line between the title of a resolution and its text, when the file has one part of it only.
fn part_letter(blocks: &[Raw]) -> Option<&str> {
    let letter = |block: &&Raw| {
        let unnumbered = matches!(block.kind, BlockKind::Text | BlockKind::Heading) && block.number.is_none();
        unnumbered && block.text.len() == 1 && block.text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let mut letters = blocks.iter().filter(letter);
    let (only, another) = (letters.next()?, letters.next());
    let preamble = blocks.iter().position(|block| block.kind == BlockKind::Preambular)?;
    let before = blocks[..preamble].iter().any(|block| std::ptr::eq(block, only));
    // The first of several sections has no letter but a number.
    let section = only.text == "I" && blocks.iter().any(|block| block.text == "II");
    (before && another.is_none() && !section).then_some(&*only.text)
}

/// `A-77-275.fr.txt` is named after its symbol.
fn symbol_of_name(name: &str) -> Option<Symbol> {
    let file = name.rsplit(['/', '\\']).next()?;
    let stem = file.strip_suffix(".txt").or_else(|| file.strip_suffix(".md")).unwrap_or(file);
    let stem = stem.rsplit_once('.').filter(|(_, code)| code.len() == 2).map_or(stem, |(stem, _)| stem);
    let spelled = stem.replace(['-', '_'], "/");
    let organ =
        matches!(spelled.split('/').next()?, "A" | "S" | "E" | "T" | "ST" | "CCW" | "NPT" | "CD" | "DC");
    spelled.parse().ok().filter(|_| organ)
}

/// A symbol for a text that has none: `FILE/` and the name of its file.
fn stand_in(name: &str) -> Symbol {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = file.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    let symbol = if plain.bytes().any(|byte| byte.is_ascii_digit()) {
        format!("FILE/{plain}")
    } else {
        format!("FILE/{plain}-1")
    };
    symbol.parse().expect("letters, digits and hyphens make a symbol")
}

/// The day of adoption of a resolution, or the first date alone on a line.
fn date(blocks: &[Raw], vocabulary: &ImportWords) -> Option<NaiveDate> {
    let alone = |block: &Raw| {
        let text = block.kind == BlockKind::Text || block.kind == BlockKind::Heading;
        text.then(|| is::date(&block.text, vocabulary)).flatten()
    };
    let meeting = blocks.iter().position(|block| is::is_meeting(&block.text, vocabulary));
    let adopted = || {
        let cover =
            blocks.iter().filter(|block| block.address.part == Part::Front && block.text.len() < TITLE);
        cover.clone().find_map(|block| {
            let words = is::words(&block.text);
            let resolution = vocabulary.resolution_words.iter().any(|word| words.starts_with(word.as_str()));
            resolution.then(|| is::date_at_end(&block.text, vocabulary)).flatten()
        })
    };
    let closing = meeting.and_then(|at| {
        let after = blocks[at..].iter().take(3).find_map(alone);
        after.or_else(|| is::date_at_end(&blocks[at].text, vocabulary))
    });
    // A decision says in its text when it was taken: "At its 61st plenary meeting, on 5 March 2024, …".
    let said = || {
        let text = blocks.iter().take(FIRST).filter(|block| block.kind == BlockKind::Text);
        let held = |block: &&Raw| {
            let words = is::words(&block.text);
            vocabulary.meetings.iter().any(|meeting| words.contains(meeting.as_str()))
        };
        let parts = text.filter(held).flat_map(|block| block.text.split(','));
        parts.take(4).find_map(|part| is::date_at_end(part, vocabulary))
    };
    closing.or_else(adopted).or_else(|| blocks.iter().find_map(alone)).or_else(said)
}

fn kind(blocks: &[Raw], symbol: &Symbol, title: &str, vocabulary: &ImportWords) -> DocumentKind {
    let words = is::words(title);
    let has = |known: &[String]| {
        words.split(|c: char| !c.is_alphanumeric()).any(|word| known.iter().any(|known| known == word))
    };
    let drafted = symbol.components().any(|part| part.starts_with("L.") || part.starts_with("CRP"));
    let numbered = blocks.iter().any(|block| block.address.place == Place::Title && block.number.is_some());
    let operative = blocks.iter().any(|block| block.kind == BlockKind::Operative);
    if symbol.components().nth(1) == Some("RES") || (numbered && operative) {
        DocumentKind::Resolution
    } else if operative && !has(&vocabulary.report_words) {
        DocumentKind::Other
    } else if has(&vocabulary.report_words) {
        if drafted || has(&vocabulary.draft_words) { DocumentKind::DraftReport } else { DocumentKind::Report }
    } else {
        DocumentKind::Other
    }
}
