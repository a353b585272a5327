//! A folder of a hundred files of all kinds: imported, interrupted and continued, imported again, corrected, and imported again after a
//! source has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;
use crate::support::pdf;
use crate::support::word_writer::{WordSource, paragraph, run as word_run};
use crate::support::zip_file::{ZipEntry, zip_file};

use super::{column, list, run_in};

/// How many files there are, and how many of them are refused.
const FILES: usize = 100;
const REFUSED: usize = 4;

fn put(home: &Home, name: &str, bytes: impl AsRef<[u8]>) {
    files::write(&home.path().join("papers").join(name), bytes);
}

/// An invented report with a number of its own. The seventh is one of the working group that the program knows, so that its steps can
/// be tracked.
fn report(number: usize, day: u32, third: &str) -> String {
    let group = match number {
        7 => {
            "open-ended working group on security of and in the use of information and communications technologies"
        }
        _ => "group on the seabed",
    };
    format!(
        "A/90/{number}\n\n{day} March 2035\nOriginal: English\n\nReport number {number} of the {group}\n\n\
         1. States met in {number} meetings and agreed that the work of the group would continue.\n\n\
         2. It was decided to meet again in the next year, and to adopt the report by consensus.\n\n3. {third}\n\n\
         Recommended next steps\n\n1. States agree to discuss the seabed at the fourth session of the group.\n"
    )
}

const THIRD: &str =
    "The secretariat was thanked for the documents that it had made available in all languages.";

fn word(number: usize) -> Vec<u8> {
    let lines = [
        format!("A/91/{number}"),
        "1 March 2035".to_owned(),
        format!("Letter number {number} on the care of harbours"),
        "1. The keepers of the harbours have met, and have agreed on the care of their lamps.".to_owned(),
        "2. They will meet again in the next year, and have asked for another report.".to_owned(),
    ];
    let body = lines.iter().map(|line| paragraph("", &word_run(line))).collect();
    WordSource { body, ..WordSource::default() }.bytes()
}

fn html(number: usize) -> String {
    format!(
        "<html><body><p>A/92/{number}</p><p>1 March 2035</p><h1>Report on lanterns, part {number}</h1>\
         <p>1. The lanterns of the coast were counted, and each of them was found in its place.</p>\
         <p>2. They are to be counted again in the next year by those who keep them.</p></body></html>"
    )
}

fn xml(number: usize) -> String {
    format!(
        "<?xml version=\"1.0\"?><akomaNtoso><statement><meta><identification><FRBRExpression><FRBRlanguage language=\"eng\"/>\
         </FRBRExpression></identification></meta><coverPage><p><docNumber refersTo=\"#symbol\">A/RES/90/{number}</docNumber></p></coverPage>\
         <preface><p><docTitle>Lights of harbours, part {number}</docTitle></p></preface><mainBody>\
         <paragraph><num>1.</num><content><p>Decides to keep the lights of harbours in mind;</p></content></paragraph>\
         <paragraph><num>2.</num><content><p>Requests a report on them.</p></content></paragraph></mainBody></statement></akomaNtoso>"
    )
}

fn markdown(number: usize) -> String {
    format!(
        "# Report on buoys, part {number}\n\nA/93/{number}\n\n1 March 2035\n\n1. The buoys of the coast were painted by those who \
         keep them.\n\n2. They are to be painted again in the next year.\n"
    )
}

/// A home folder with the hundred files.
fn home() -> Home {
    let home = Home::new();
    for number in 1..=57 {
        put(&home, &format!("reports/{number:02}.txt"), report(number, 1, THIRD));
    }
    for number in 1..=14 {
        put(&home, &format!("letters/{number}.docx"), word(number));
        put(&home, &format!("pages/{number}.html"), html(number));
    }
    for number in 1..=4 {
        put(&home, &format!("pages/{number}.xml"), xml(number));
        put(&home, &format!("pages/{number}.md"), markdown(number));
    }
    let entry = |name: &str, number| ZipEntry::stored(name, report(number, 1, THIRD).as_bytes());
    put(&home, "reports.zip", zip_file(&[entry("a.txt", 59), entry("b.txt", 60)]));
    put(&home, "resolution.pdf", pdf::resolution().bytes());
    // Refused.
    put(&home, "locked.pdf", pdf::Pdf::new().page(pdf::Page::default()).locked().bytes());
    put(&home, "empty.txt", "");
    put(&home, "broken.docx", &word(1)[..200]);
    put(&home, "sheet.xlsx", zip_file(&[ZipEntry::stored("xl/workbook.xml", b"<x/>")]));
    home
}

/// How many files had each outcome.
#[derive(Debug, Default)]
struct Outcomes(BTreeMap<String, usize>);

impl Outcomes {
    fn count(&self, outcome: &str) -> usize {
        self.0.get(outcome).copied().unwrap_or_default()
    }
}

/// Imports the folder: what became of each file, and how many were refused.
fn import(home: &Home) -> (Outcomes, Value) {
    let output = run_in(home, &["import", "papers", "--json", "--lang", "en"]);
    assert_eq!(output.code, 3, "some are refused, the others are imported");
    let rows: Value = serde_json::from_str(&output.out).expect("one JSON value");
    let mut outcomes = Outcomes::default();
    for row in list(&rows) {
        let outcome = row["outcome"].as_str().unwrap_or("refused");
        *outcomes.0.entry(outcome.to_owned()).or_default() += 1;
    }
    (outcomes, rows)
}

fn documents(home: &Home) -> PathBuf {
    home.data().join("workspace/documents")
}

/// Starts to import the folder and ends the program as soon as a document is stored.
fn interrupted(home: &Home) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_plenary"));
    program.args(["import", "papers"]).current_dir(home.path()).env_clear().envs(home.environment());
    let mut started = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it can be started");
    while started.try_wait().expect("its state is known").is_none() {
        if documents(home).is_dir() && !files::ending(&documents(home), ".toml").is_empty() {
            started.kill().expect("it is still there");
            break;
        }
        std::thread::yield_now();
    }
    started.wait().expect("it has ended");
}

fn json(home: &Home, arguments: &[&str]) -> Value {
    run_in(home, &[arguments, &["--json", "--lang", "en"]].concat()).json()
}

fn kinds(home: &Home, symbol: &str) -> BTreeSet<String> {
    column(&json(home, &["findings", symbol]), "kind").into_iter().map(str::to_owned).collect()
}

#[test]
fn a_hundred_files_are_imported_interrupted_and_continued_corrected_and_imported_again() {
    let home = home();
    interrupted(&home);
    // What was stored is whole, and what was not comes now.
    run_in(&home, &["documents", "--json"]).json();
    let (outcomes, rows) = import(&home);
    assert_eq!(list(&rows).len(), FILES, "{outcomes:?}");
    assert_eq!(outcomes.count("refused"), REFUSED, "{rows}");
    assert!(outcomes.count("same") > 0, "what was stored before the interruption is there: {outcomes:?}");
    assert_eq!(outcomes.count("new") + outcomes.count("same"), FILES - REFUSED);
    let held: BTreeSet<String> =
        column(&json(&home, &["documents"]), "symbol").into_iter().map(str::to_owned).collect();
    for symbol in ["A/90/1", "A/90/60", "A/91/14", "A/92/14", "A/RES/90/4", "A/93/4", "A/RES/79/901"] {
        assert!(held.contains(symbol), "{symbol} in {held:?}");
    }

    // Imported again: nothing changes.
    let before = files::tree(&documents(&home));
    let (outcomes, _) = import(&home);
    assert_eq!((outcomes.count("same"), outcomes.0.len()), (FILES - REFUSED, 2), "{outcomes:?}");
    let after = files::tree(&documents(&home));
    // What the interrupted program had begun to write has a hidden name, and is removed by a later one.
    let is_hidden =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let is_other = |path: &&PathBuf| !is_hidden(path) && before.get(*path) != after.get(*path);
    let changed: BTreeSet<&PathBuf> = before.keys().chain(after.keys()).filter(is_other).collect();
    assert!(changed.is_empty(), "importing again has changed {changed:?}");

    corrected_and_imported_again(&home);
}

/// Corrects a document, writes about it, and imports a later version of its file.
fn corrected_and_imported_again(home: &Home) {
    json(home, &["document", "correct", "A/90/7:2", "--split", "and to adopt"]);
    json(home, &["document", "correct", "A/90/7:3", "--kind", "text"]);
    let note = json(home, &["note", "add", "A/90/7:1", "ask why seven"]);
    let status = ["track", "set", "A/90/7:next/1", "--session", "4", "--status", "discussed"];
    json(home, &status);
    let split = |home: &Home| {
        let rows = json(home, &["show", "A/90/7"]);
        list(&rows)
            .iter()
            .any(|row| row["text"].as_str().is_some_and(|text| text.starts_with("and to adopt")))
    };
    assert!(split(home), "{}", json(home, &["show", "A/90/7"]));

    let later = report(7, 20, "Another paragraph has taken the place of the thanks.")
        .replace("in 7 meetings", "in 8 meetings");
    put(home, "reports/07.txt", later);
    let (outcomes, rows) = import(home);
    assert_eq!(
        (outcomes.count("replaced"), outcomes.count("same")),
        (1, FILES - REFUSED - 1),
        "{outcomes:?}"
    );
    let replaced = list(&rows).iter().find(|row| row["outcome"] == "replaced").expect("one");
    assert_eq!(replaced["symbol"], "A/90/7");
    assert!(split(home), "the correction that fits is kept: {}", json(home, &["show", "A/90/7"]));
    assert!(kinds(home, "A/90/7").contains("correction-unfit"), "{:?}", kinds(home, "A/90/7"));
    // Notes and statuses stay on their passages.
    let shown = json(home, &["note", "show", note["id"].as_str().expect("an id")]);
    assert_eq!(shown["anchor"], "A/90/7:1");
    let rows = json(home, &["track", "--all"]);
    let row = list(&rows).iter().find(|row| row["step"] == "A/90/7:next/1" && row["session"] == 4);
    assert_eq!(row.expect("the step")["status"], "discussed");
}
