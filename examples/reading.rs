//! How well files are read, as a table: `cargo run --release --example reading -- FOLDER…`.
//!
//! In the folders and those below them lie machine-readable resolutions of the United Nations (AKN4UN XML), and beside them
//! the same resolutions in other formats: PDF, Word, HTML, text. Each of those is compared with the XML file of the same
//! symbol and language, or of the same name (`A_RES_78_143.pdf` and `A_RES_78_143-2325925E.xml`). Files without such a twin
//! are left out. Nothing is stored; PDF files are read without the limits that `plenary import` sets.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it prints a table")]
#![allow(clippy::disallowed_methods, reason = "it reads files and measures time, outside of the program")]

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use plenary::import::{Given, import};
use plenary::model::{Block, BlockKind, Document, InlineKind, Part};
use plenary::store::bundled;
use plenary::store::library::SourceList;

/// A file that was read, or refused.
struct Reading {
    /// Its name without its ending, in capitals.
    stem: String,
    /// Its ending: `pdf`.
    format: String,
    document: Option<Document>,
    time: Duration,
}

/// How many were right of how many there are, by what is counted.
type Counts = BTreeMap<(usize, &'static str), (usize, usize)>;

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    if folders.is_empty() {
        eprintln!("Which folders? cargo run --release --example reading -- FOLDER…");
        return ExitCode::from(2);
    }
    let files = SourceList::of(&folders.iter().map(PathBuf::from).collect::<Vec<_>>()).into_files();
    let readings: Vec<Reading> =
        files.filter_map(|(path, source)| Some(read(&path, &source.ok()?.bytes))).collect();
    let (printed, others): (Vec<&Reading>, Vec<&Reading>) =
        readings.iter().partition(|reading| reading.format == "xml");
    let mut tables: BTreeMap<(String, String), (Counts, Vec<Duration>)> = BTreeMap::new();
    for reading in others {
        let Some(twin) = twin(reading, &printed) else { continue };
        let language = twin.language.code().to_owned();
        let (counts, times) = tables.entry((reading.format.clone(), language)).or_default();
        times.push(reading.time);
        add(counts, (0, "documents read"), usize::from(reading.document.is_some()), 1);
        if let Some(document) = &reading.document {
            compare(twin, document, counts);
        }
    }
    if tables.is_empty() {
        eprintln!("No file in these folders has an XML file of the same resolution.");
        return ExitCode::FAILURE;
    }
    for ((format, language), (counts, times)) in tables {
        print(&format, &language, &counts, times);
    }
    ExitCode::SUCCESS
}

fn read(path: &Path, bytes: &[u8]) -> Reading {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let start = Instant::now();
    let document = import(&part(path.file_name()), bytes, &Given::default(), &bundled::vocabularies()).ok();
    Reading {
        stem: part(path.file_stem()).to_uppercase(),
        format: part(path.extension()).to_lowercase(),
        document,
        time: start.elapsed(),
    }
}

/// The XML file of the same resolution in the same language.
fn twin<'a>(reading: &Reading, printed: &[&'a Reading]) -> Option<&'a Document> {
    let mut documents = printed.iter().filter_map(|xml| Some((&xml.stem, xml.document.as_ref()?)));
    let same = |xml: &Document| {
        let read = reading.document.as_ref();
        read.is_some_and(|read| read.symbol == xml.symbol && read.language == xml.language)
    };
    let named = |stem: &str| {
        let rest = stem.strip_prefix(reading.stem.as_str());
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let found = documents.clone().find(|(_, xml)| same(xml));
    found.or_else(|| documents.find(|(stem, _)| named(stem))).map(|(_, xml)| xml)
}

fn add(counts: &mut Counts, what: (usize, &'static str), right: usize, all: usize) {
    let count = counts.entry(what).or_default();
    count.0 += right;
    count.1 += all;
}

/// Compares a document with its twin.
fn compare(xml: &Document, read: &Document, counts: &mut Counts) {
    let facts = [
        ("symbol right", xml.symbol == read.symbol),
        ("language right", xml.language == read.language),
        ("title right", plain(&xml.title) == plain(&read.title)),
        ("date right", xml.date == read.date),
    ];
    for (what, right) in facts {
        add(counts, (1, what), usize::from(right), 1);
    }
    let kinds: [(&'static str, &[BlockKind]); 5] = [
        ("numbered paragraphs right", &[BlockKind::Operative, BlockKind::Paragraph, BlockKind::NextStep]),
        ("sub-paragraphs right", &[BlockKind::Subparagraph]),
        ("preambular paragraphs right", &[BlockKind::Preambular]),
        ("footnotes right", &[BlockKind::Footnote]),
        ("headings right", &[BlockKind::Heading]),
    ];
    let mut perfect = true;
    for (at, (what, kinds)) in kinds.into_iter().enumerate() {
        let of = |document: &Document| -> Vec<String> {
            document.blocks.iter().filter(|block| kinds.contains(&block.kind)).map(numbered).collect()
        };
        let (wanted, found) = (of(xml), of(read));
        let right = in_order(&wanted, &found);
        add(counts, (2, what), right, wanted.len());
        perfect &= right == wanted.len() && found.len() == wanted.len();
        let so_far = [
            "",
            "perfect in numbers",
            "perfect in numbers and preamble",
            "perfect in numbers, preamble and notes",
            "",
        ];
        if !so_far[at].is_empty() {
            add(counts, (4, so_far[at]), usize::from(perfect), 1);
        }
    }
    let (right, all) = calls_in_place(xml, read);
    add(counts, (3, "calls in place"), right, all);
    let (words, known) = (words(xml), words(read));
    let all: usize = words.values().sum();
    add(counts, (5, "words lost"), missing(&words, &known, &left_out(read)), all);
    add(counts, (5, "words invented"), missing(&known, &words, &HashMap::new()), all);
}

/// The words with spaces, apostrophes and hyphens made alike.
fn plain(text: &str) -> String {
    let text = text.replace(['’', '‘'], "'").replace('\u{2011}', "-");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last part of the number of a passage, and its words.
fn numbered(block: &Block) -> String {
    let number = block.number.as_deref().unwrap_or_default().rsplit(' ').next().unwrap_or_default();
    format!("{} {}", number.trim_matches(|c: char| !c.is_alphanumeric() && c != '*'), plain(&block.text))
}

/// How many of the wanted texts are among those found, in order.
fn in_order(wanted: &[String], found: &[String]) -> usize {
    let mut best = vec![0; found.len() + 1];
    for want in wanted {
        let mut diagonal = 0;
        for (at, got) in found.iter().enumerate() {
            let above = best[at + 1];
            best[at + 1] = if want == got { diagonal + 1 } else { above.max(best[at]) };
            diagonal = above;
        }
    }
    best[found.len()]
}

/// The calls of a passage: where each is, in characters other than spaces, and its mark.
fn calls(block: &Block) -> Vec<(usize, String)> {
    let place = |at: usize| block.text[..at].chars().filter(|c| !c.is_whitespace()).count();
    let call = |inline: &plenary::model::Inline| match &inline.kind {
        InlineKind::Call(mark) => {
            Some((place(inline.span.start), mark.split('~').next().unwrap_or_default().to_owned()))
        }
        _ => None,
    };
    block.inlines.iter().filter_map(call).collect()
}

/// Of the calls in passages of the same words, how many are in place; and all calls of the twin.
fn calls_in_place(xml: &Document, read: &Document) -> (usize, usize) {
    let by_words: HashMap<String, &Block> =
        read.blocks.iter().map(|block| (plain(&block.text), block)).collect();
    let (mut right, mut all) = (0, 0);
    for block in &xml.blocks {
        let wanted = calls(block);
        all += wanted.len();
        let found = by_words.get(&plain(&block.text)).map(|block| calls(block)).unwrap_or_default();
        right += wanted.iter().filter(|call| found.contains(call)).count();
    }
    (right, all)
}

/// The words of all passages but those of the cover, with how often each is printed.
fn words(document: &Document) -> HashMap<String, usize> {
    let blocks = document.blocks.iter().filter(|block| block.address.part != Part::Front);
    count(blocks.flat_map(|block| [block.number.as_deref().unwrap_or_default(), &*block.text]))
}

/// The words that findings say were left out.
fn left_out(document: &Document) -> HashMap<String, usize> {
    let found = document.findings.iter().filter(|finding| finding.repaired.is_none());
    count(found.map(|finding| &*finding.source))
}

fn count<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in
        texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty())
    {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// How many words of the first are not in the second, nor in the third.
fn missing(
    words: &HashMap<String, usize>,
    in_text: &HashMap<String, usize>,
    beside: &HashMap<String, usize>,
) -> usize {
    let times = |counts: &HashMap<String, usize>, word: &str| counts.get(word).copied().unwrap_or_default();
    words.iter().map(|(word, count)| count.saturating_sub(times(in_text, word) + times(beside, word))).sum()
}

fn print(format: &str, language: &str, counts: &Counts, mut times: Vec<Duration>) {
    times.sort_unstable();
    println!("{} {language}", format.to_uppercase());
    for ((_, what), (right, all)) in counts {
        #[expect(clippy::cast_precision_loss, reason = "no folder holds so many words")]
        let percent = if *all == 0 {
            String::from("-")
        } else {
            format!("{:.2} %", *right as f64 * 100.0 / *all as f64)
        };
        println!("  {what:40} {right:>8} of {all:<8} {percent:>9}");
    }
    let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
    println!("  seconds: median {:.2}, slowest {:.2}\n", median.as_secs_f64(), slowest.as_secs_f64());
}
