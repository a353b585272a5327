//! Benchmarks of the search: indexing, each key of a query, the whole command, beside `rg` and SQLite on the same paragraphs.
//!
//! `PLENARY_SEARCH_PARAGRAPHS` is the number of paragraphs (default 85000).
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark measures and prints")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use plenary::base::Unwatched;
use plenary::model::{Block, Document, Language};
use plenary::search::{Concepts, Query, SearchOptions, find};
use plenary::store::index::{DocumentIndex, FullText};
use plenary::store::{Places, bundled, cache, document};

/// Paragraphs of each document.
const PARAGRAPHS: usize = 45;

/// What is typed, key by key.
const QUERIES: [&str; 10] = [
    "points de contact",
    "renforcement des capacités",
    "next steps on CBMs",
    "infrastructures critiques",
    "droit international humanitaire",
    "\"mise en œuvre\"",
    "infrastrutures essentielles",
    "kind:paragraph souveraineté",
    "les états ne devraient pas permettre sciemment",
    "programme d’action",
];

fn main() {
    let wanted = std::env::var("PLENARY_SEARCH_PARAGRAPHS").ok().and_then(|count| count.parse().ok());
    let wanted: usize = wanted.unwrap_or(85_000);
    let home = tempfile::tempdir().expect("a folder");
    let workspace = home.path().join("data/plenary/workspace");
    let paragraphs = write(&workspace, wanted);
    let bytes: usize = paragraphs.iter().map(String::len).sum();
    let text = bytes as f64 / 1e6;
    println!("{} paragraphs, {text:.1} MB of text", paragraphs.len());

    let places = Places { cache: home.path().join("cache/plenary"), ..Places::under(home.path()) };
    let start = Instant::now();
    let mut index = DocumentIndex::open(&places, &workspace).expect("an index");
    index.update(&Unwatched).expect("it is written").expect("nobody stops it");
    let took = start.elapsed().as_secs_f64();
    let sizes = by_ending(&cache::folder(&places, &workspace));
    let size = sizes.iter().map(|(_, bytes)| bytes).sum::<u64>() as f64 / 1e6;
    println!("indexing with reading the files: {took:.1} s, {:.1} MB/s", text / took);
    println!("index: {size:.1} MB, {:.0} % of the text", size * 100.0 / text);
    for (ending, bytes) in sizes {
        println!("    {ending:<12} {:.1} MB", bytes as f64 / 1e6);
    }

    print("one key, plenary", keystrokes(&index));
    print("whole command, plenary search", commands(home.path()));
    print("whole command, rg", others(home.path(), &paragraphs, "rg"));
    print("whole command, sqlite3 with FTS5", others(home.path(), &paragraphs, "sqlite3"));
    print("one key, FTS5 in the process of sqlite3", fts_keystrokes(home.path()));
}

/// Documents made of the bundled paragraphs, with words of their own, so that the dictionary grows as in real ones.
fn write(workspace: &Path, wanted: usize) -> Vec<String> {
    let folder = workspace.join("documents");
    fs::create_dir_all(&folder).expect("a folder");
    let bundled = bundled::documents();
    let texts: Vec<&Block> =
        bundled.iter().flat_map(|document| &document.blocks).filter(|block| block.text.len() > 150).collect();
    let mut paragraphs = Vec::with_capacity(wanted);
    let mut number = 1_u64;
    for at in 0..wanted.div_ceil(PARAGRAPHS) {
        let mut made = Document { findings: Vec::new(), blocks: Vec::new(), ..bundled[0].clone() };
        made.symbol = format!("A/{}/{}", 20 + at / 900, at % 900 + 1).parse().expect("a symbol");
        for place in 1..=PARAGRAPHS {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let random = (number >> 33) as usize;
            let (one, other) = (texts[random % texts.len()], texts[random / 7 % texts.len()]);
            let cut = one.text.floor_char_boundary(one.text.len() / 2);
            let rest = other.text.floor_char_boundary(other.text.len() / 2);
            let text = format!("{} mot{} {}", &one.text[..cut], random % 40_000, &other.text[rest..]);
            paragraphs.push(text.clone());
            made.blocks.push(Block {
                text,
                inlines: Vec::new(),
                ..Block::new(place.to_string().parse().expect("an address"), one.kind, "")
            });
        }
        fs::write(folder.join(format!("d{at}.toml")), document::to_toml(&made, None)).expect("a document");
    }
    paragraphs
}

/// Bytes of the files of an index by the ending of their names, the largest first: texts, places, entries of words, words.
fn by_ending(folder: &Path) -> Vec<(String, u64)> {
    let mut bytes: BTreeMap<String, u64> = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            *bytes.entry(ending).or_default() += entry.metadata().map_or(0, |about| about.len());
        }
    }
    let mut bytes: Vec<(String, u64)> = bytes.into_iter().collect();
    bytes.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    bytes
}

fn keystrokes(index: &DocumentIndex) -> Vec<Duration> {
    let concepts = Concepts::bundled();
    let options = SearchOptions { language: Language::FR, with_rings: true, most: 60 };
    let mut times = Vec::new();
    for round in 0..3 {
        for typed in QUERIES {
            for (end, c) in typed.char_indices() {
                let typed = &typed[..end + c.len_utf8()];
                let start = Instant::now();
                let found = find(
                    &Query::while_typing(typed, concepts),
                    concepts,
                    &FullText::new(Some(index), None),
                    options,
                );
                let took = start.elapsed();
                assert!(found.hits.len() <= options.most);
                if round > 0 {
                    times.push(took);
                }
            }
        }
    }
    times
}

fn commands(home: &Path) -> Vec<Duration> {
    let run = |query: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command.args(["search", "--json", query]).env_clear().env("HOME", home).env("LANG", "fr_FR.UTF-8");
        for (name, folder) in [
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_STATE_HOME", "state"),
        ] {
            command.env(name, home.join(folder));
        }
        timed(&mut command)
    };
    (0..3).flat_map(|_| QUERIES).filter_map(run).collect()
}

/// The same queries with a program that this machine may not have.
fn others(home: &Path, paragraphs: &[String], program: &str) -> Vec<Duration> {
    if Command::new(program).arg("--version").stdout(Stdio::null()).status().is_err() {
        return Vec::new();
    }
    let file: PathBuf = home.join(format!("paragraphs.{program}"));
    if program == "sqlite3" {
        let mut script = "create virtual table p using fts5(t);\nbegin;\n".to_owned();
        for paragraph in paragraphs {
            let _ = writeln!(script, "insert into p values('{}');", paragraph.replace('\'', "''"));
        }
        script.push_str("commit;\n");
        let source = home.join("paragraphs.sql");
        fs::write(&source, script).expect("a file");
        let input = fs::File::open(&source).expect("the file");
        let made = Command::new(program).arg(&file).stdin(input).stdout(Stdio::null()).status();
        assert!(made.expect("the program runs").success());
    } else {
        fs::write(&file, paragraphs.join("\n")).expect("a file");
    }
    let words = |query: &str| query.replace(['"', '’', '\'', '-', ':'], " ");
    let run = |query: &str| {
        let mut command = Command::new(program);
        if program == "sqlite3" {
            let sql = format!("select rowid from p where p match '{}' order by rank limit 60;", words(query));
            command.arg(&file).arg(sql);
        } else {
            command.args(["-i", query.trim_matches('"')]).arg(&file);
        }
        timed(&mut command)
    };
    (0..3).flat_map(|_| QUERIES).filter_map(run).collect()
}

/// The same keys as queries of FTS5, whose last word may be unfinished, as sqlite3 times them within its process: in milliseconds, so
/// that each is asked several times. Needs the file that [`others`] makes.
fn fts_keystrokes(home: &Path) -> Vec<Duration> {
    const TIMES: u32 = 10;
    let file = home.join("paragraphs.sqlite3");
    if !file.exists() {
        return Vec::new();
    }
    let mut script = ".timer on\n".to_owned();
    let mut asked = 0;
    for typed in QUERIES {
        for (end, c) in typed.char_indices() {
            let words = typed[..end + c.len_utf8()].replace(['"', '’', '\'', '-', ':'], " ");
            if words.trim().is_empty() {
                continue;
            }
            let star = if words.ends_with(' ') { "" } else { "*" };
            let sql = format!(
                "select rowid from p where p match '{}{star}' order by rank limit 60;\n",
                words.trim()
            );
            script.push_str(&sql.repeat(TIMES as usize));
            asked += 1;
        }
    }
    let source = home.join("keys.sql");
    fs::write(&source, script).expect("a file");
    let input = fs::File::open(&source).expect("the file");
    let answer = Command::new("sqlite3").arg(&file).stdin(input).output().expect("the program runs");
    let answer = String::from_utf8_lossy(&answer.stdout);
    let seconds = |line: &str| line.strip_prefix("Run Time: real ")?.split(' ').next()?.parse::<f64>().ok();
    let all: Vec<f64> = answer.lines().filter_map(seconds).collect();
    assert_eq!(all.len(), asked * TIMES as usize, "each query is timed");
    all.chunks(TIMES as usize)
        .map(|same| Duration::from_secs_f64(same.iter().sum::<f64>() / f64::from(TIMES)))
        .collect()
}

fn timed(command: &mut Command) -> Option<Duration> {
    let start = Instant::now();
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    Some(start.elapsed())
}

fn print(name: &str, mut times: Vec<Duration>) {
    if times.is_empty() {
        println!("{name}: not on this machine");
        return;
    }
    times.sort_unstable();
    let at = |share: f64| {
        times[((times.len() as f64 * share) as usize).min(times.len() - 1)].as_secs_f64() * 1000.0
    };
    println!(
        "{name}: {} runs, p50 {:.2} ms, p99 {:.2} ms, longest {:.2} ms",
        times.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
}
