//! How long a key takes to the journal on the disk, and to the file of its note, while the program and the disk are busy.
//!
//! `cargo bench --bench journal` prints a table with medians, 99th percentiles and the longest times. No benchmark fails for
//! being slow.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock and creates the files it needs")]
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate};
use plenary::app::event::Event;
use plenary::app::write::Write;
use plenary::base::{Now, Unwatched};
use plenary::shell::keeper::{Job, Keeper};
use plenary::shell::{Clock, Environment};
use plenary::store::{
    Access, Manifest, MaterialsSource, Places, Settings, WorkspaceFolder, bundled, contents, document,
};
use plenary::workspace::Note;

/// What continues while the delegate types.
struct Case {
    name: &'static str,
    /// Whether all documents and notes are read again and again.
    reloads: bool,
    /// How many threads write large files to the same disk and wait for them.
    writers: usize,
}

const CASES: [Case; 4] = [
    Case { name: "saving only", reloads: false, writers: 0 },
    Case { name: "while 1,878 documents are read again", reloads: true, writers: 0 },
    Case { name: "while other programs wait for the disk", reloads: false, writers: 2 },
    Case { name: "both", reloads: true, writers: 2 },
];

const DOCUMENTS: usize = 1878;
const KEYS: usize = 1000;
/// The pause between two keys: fast typing, so that a save is still running when the next key comes.
const PAUSE: Duration = Duration::from_millis(5);
/// Bytes of a file that another program writes at once.
const LARGE: usize = 16 << 20;

fn main() {
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    println!("{:<58} {:>6} {:>10} {:>10} {:>10}", "ms", "keys", "median", "p99", "longest");
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let source = MaterialsSource { folder: home.path().join("work"), cache: None, process: None };
    write_documents(&source.folder.join("documents"));
    CASES.iter().for_each(|case| run(case, home.path(), &source));
}

/// Copies of the first report with other symbols.
fn write_documents(folder: &Path) {
    fs::create_dir_all(folder).expect("the folder can be made");
    let report = bundled::documents().into_iter().find(|document| document.symbol.as_str() == "A/77/275");
    let report = report.expect("the report is bundled");
    for number in 0..DOCUMENTS {
        let symbol = format!("A/77/{}", 10_000 + number).parse().expect("a symbol");
        let copy = plenary::model::Document { symbol, ..report.clone() };
        let path = folder.join(format!("{}.{}.toml", copy.symbol.file_stem(), copy.language));
        fs::write(path, document::to_toml(&copy, None)).expect("the document can be written");
    }
}

fn run(case: &Case, home: &Path, source: &MaterialsSource) {
    let is_over = AtomicBool::new(false);
    let (keyed, saved) = thread::scope(|scope| {
        disturb(case, scope, home, source, &is_over);
        let (sender, messages) = mpsc::channel();
        let opened = WorkspaceFolder::open(&source.folder, Access::Write, &Manifest::default());
        let environment = Environment {
            places: Places::under(home),
            settings: Settings::default(),
            source: source.clone(),
            clock: Clock::default(),
        };
        let mut keeper = Keeper::start(opened.expect("a workspace").workspace, environment, sender);
        let listener = scope.spawn(move || saved(&messages));
        let keyed = keys(&mut keeper);
        drop(keeper);
        let saved = listener.join().expect("the listener ends");
        is_over.store(true, Ordering::Relaxed);
        (keyed, saved)
    });
    let journalled = keyed.iter().map(|key| key.journalled - key.pressed).collect();
    print(&format!("{}: key to journal", case.name), journalled);
    let in_file = keyed.iter().filter_map(|key| {
        let (_, at) = saved.iter().find(|(bytes, _)| *bytes >= key.bytes)?;
        Some(*at - key.pressed)
    });
    print(&format!("{}: key to its file", case.name), in_file.collect());
}

/// Starts what else continues.
fn disturb<'scope>(
    case: &Case,
    scope: &'scope Scope<'scope, '_>,
    home: &'scope Path,
    source: &'scope MaterialsSource,
    is_over: &'scope AtomicBool,
) {
    let continues = || !is_over.load(Ordering::Relaxed);
    if case.reloads {
        scope.spawn(move || {
            while continues() {
                std::hint::black_box(contents::read(&source.folder, &Unwatched));
                std::hint::black_box(source.read(NaiveDate::default(), &Unwatched));
            }
        });
    }
    for number in 0..case.writers {
        scope.spawn(move || {
            let bytes = vec![7; LARGE];
            while continues() {
                let mut file = File::create(home.join(format!("large-{number}"))).expect("a new file");
                file.write_all(&bytes).and_then(|()| file.sync_all()).expect("the disk has room");
            }
        });
    }
}

/// A key that was pressed.
struct Key {
    /// The length of the text with it.
    bytes: usize,
    pressed: Instant,
    journalled: Instant,
}

fn keys(keeper: &mut Keeper) -> Vec<Key> {
    let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").expect("a moment");
    let mut random = [0; 10];
    getrandom::fill(&mut random).expect("random bytes");
    let mut note =
        Note::new(&Now::new(instant, random), "Marie Roy", "SG : les capacités d’abord. ".repeat(70));
    let mut key = || {
        thread::park_timeout(PAUSE);
        note.text.push('x');
        let (bytes, note) = (note.text.len(), Arc::new(note.clone()));
        let pressed = Instant::now();
        keeper.send(Job::Write(Write::Save(note)));
        keeper.wait_for_journal();
        Key { bytes, pressed, journalled: Instant::now() }
    };
    (0..KEYS).map(|_| key()).collect()
}

/// The lengths of the text as it was saved, and when.
fn saved(messages: &Receiver<Event>) -> Vec<(usize, Instant)> {
    let saved = messages.iter().filter_map(|event| match event {
        Event::Saved(note, _) => Some((note.text.len(), Instant::now())),
        _ => None,
    });
    saved.collect()
}

fn print(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |hundredths: usize| {
        let place = (times.len() * hundredths).div_ceil(100).clamp(1, times.len());
        times[place - 1].as_secs_f64() * 1000.0
    };
    println!("{name:<58} {:>6} {:>10.3} {:>10.3} {:>10.3}", times.len(), at(50), at(99), at(100));
}
