//! Shared by the benchmarks: an interface with the bundled documents, large notebooks and logs, and the table of times.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use plenary::app::event::Event;
use plenary::app::update::update;
use plenary::app::window::WindowSize;
use plenary::app::{App, Opening, place};
use plenary::base::{Id, Now};
use plenary::calendar;
use plenary::followup::{self, Fingerprint, Materials};
use plenary::keymap::Key;
use plenary::locale::Locale;
use plenary::model::{Document, Language, Reference};
use plenary::store::{Access, Manifest, Places, Settings, WorkspaceFolder, library, process};
use plenary::view::theme::{self, Colours, Theme};
use plenary::workspace::{Act, Action, Note, Status, TimeLimits};
use plenary::{shell, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

/// An operation that is timed.
pub trait Wait {
    /// Prepares the next run; not timed.
    fn before(&mut self) {}
    /// The timed operation.
    fn run(&mut self);
}

/// An operation without preparation.
pub struct Again<F>(pub F);

impl<F: FnMut()> Wait for Again<F> {
    fn run(&mut self) {
        (self.0)();
    }
}

/// A benchmark: its name, the number of runs, and its target.
pub struct Case {
    /// The name in the table.
    pub name: &'static str,
    /// The number of timed runs.
    pub runs: usize,
    /// The longest acceptable time in milliseconds; `None` if there is no target.
    pub target_ms: Option<f64>,
    /// Creates the operation.
    pub make: fn() -> Box<dyn Wait>,
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Times every case and prints the median, the 99th percentile and the longest run.
pub fn print_table<'a>(cases: impl Iterator<Item = &'a Case>) {
    println!("{:<46} {:>6} {:>10} {:>10} {:>10} {:>8}", "ms", "runs", "median", "p99", "longest", "target");
    for case in cases {
        let times = times(case);
        let at = |share: f64| {
            let place = (times.len() as f64 * share).ceil() as usize;
            times[place.clamp(1, times.len()) - 1].as_secs_f64() * 1000.0
        };
        let target = case.target_ms.map_or_else(|| "–".to_owned(), |target| format!("{target}"));
        let (name, runs) = (case.name, case.runs);
        println!("{name:<46} {runs:>6} {:>10.3} {:>10.3} {:>10.3} {target:>8}", at(0.5), at(0.99), at(1.0));
    }
}

/// The time of each run, shortest first.
fn times(case: &Case) -> Vec<Duration> {
    let mut wait = (case.make)();
    let mut times: Vec<Duration> = (0..case.runs + case.runs / 20)
        .map(|_| {
            wait.before();
            let start = Instant::now();
            wait.run();
            start.elapsed()
        })
        .collect();
    // The first runs only warm the caches.
    times.drain(..case.runs / 20);
    times.sort_unstable();
    times
}

/// A fixed time plus `step` milliseconds.
pub fn now(step: i64) -> Now {
    let start = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").expect("a moment");
    let mut random = [0; 10];
    random[..8].copy_from_slice(&step.to_be_bytes());
    Now::new(start + TimeDelta::milliseconds(step), random)
}

/// A temporary folder, removed when the value is dropped.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

/// What the program loads before it shows the first frame; `more` documents are added to the bundled ones.
pub fn opening(folder: &Path, more: Vec<Document>, notes: Vec<Note>) -> Opening {
    let places = Places::under(folder);
    let root = places.workspace(None, &Settings::default());
    let opened = WorkspaceFolder::open(&root, Access::Write, &Manifest::default()).expect("a workspace");
    let (mut shelf, _) = library::shelf(&root, None);
    more.into_iter().for_each(|document| shelf.insert(document));
    let mut processes = process::processes();
    processes.sort_by_key(|process| !calendar::at_work(process, now(0).today));
    let followups = followup::of_shelf(&shelf, &processes, plenary::language::Languages::bundled());
    let mut contents = opened.contents;
    notes.into_iter().for_each(|note| drop(contents.notebook.add(note)));
    Opening {
        materials: Materials {
            shelf,
            processes,
            followups,
            faults: Vec::new(),
            fingerprint: Fingerprint::default(),
        },
        contents,
        keymap: shell::keymap(&places, &Settings::default()).0,
        locale: Locale::new(Language::FR),
        themes: theme::BUNDLED.iter().map(|(name, _)| (*name).to_owned()).collect(),
        author: "Marie Roy".to_owned(),
        words_a_minute: 120,
        time_limits: TimeLimits::default(),
        delegations: plenary::model::Delegations::bundled(),
        own_delegation: None,
        templates: plenary::workspace::bundled_templates(),
        read_only: None,
        size: WindowSize { columns: SIZE.0, rows: SIZE.1 },
        now: now(0),
    }
}

/// Columns and rows of the terminal.
pub const SIZE: (u16, u16) = (140, 50);

/// An interface drawn on a terminal in memory.
pub struct Desk {
    /// The interface.
    pub app: App,
    theme: Theme,
    terminal: Terminal<TestBackend>,
    moment: i64,
    _folder: Option<TempDir>,
}

impl Desk {
    /// Creates the interface and draws its first frame.
    pub fn first_frame(opening: Opening) -> Self {
        let theme = Theme::bundled("dark", Colours::Full).expect("a bundled theme");
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a terminal in memory");
        let app = App::new(opening);
        let mut desk = Self { app, theme, terminal, moment: 0, _folder: None };
        desk.draw();
        desk
    }

    /// The interface with the bundled documents and an empty workspace.
    pub fn new() -> Self {
        Self::with(Vec::new(), Vec::new())
    }

    /// The interface with more documents and some notes.
    pub fn with(more: Vec<Document>, notes: Vec<Note>) -> Self {
        let folder = folder();
        let desk = Self::first_frame(opening(folder.path(), more, notes));
        Self { _folder: Some(folder), ..desk }
    }

    /// Presses a key and draws the next frame.
    pub fn press(&mut self, key: Key) {
        self.moment += 50;
        std::hint::black_box(update(&mut self.app, Event::Key(key), now(self.moment)));
        self.draw();
    }

    /// Presses several keys, written with spaces between them.
    pub fn presses(&mut self, keys: &str) {
        keys.split(' ').for_each(|key| self.press(self::key(key)));
    }

    /// Goes to a passage, like the option `--at`.
    pub fn go(&mut self, passage: &str) {
        let passage = passage.parse().expect("a passage");
        assert!(place::go(&mut self.app, &passage), "{passage} is in the library");
        self.app.settle();
    }

    fn draw(&mut self) {
        self.app.settle_if_needed();
        let (app, theme) = (&self.app, &self.theme);
        self.terminal.draw(|frame| view::draw(app, theme, frame)).expect("memory takes every frame");
    }
}

/// A key in the notation of keymaps.
pub fn key(written: &str) -> Key {
    written.parse().unwrap_or_else(|_| panic!("{written} is a key"))
}

/// Times one key press and its frame, again and again.
pub struct Press {
    desk: Desk,
    next: fn(&mut Desk, usize) -> Key,
    key: Key,
    count: usize,
}

impl Press {
    /// `next` returns the key of each run and may prepare the interface for it.
    pub fn on(desk: Desk, next: fn(&mut Desk, usize) -> Key) -> Box<dyn Wait> {
        Box::new(Self { desk, next, key: key("Esc"), count: 0 })
    }
}

impl Wait for Press {
    fn before(&mut self) {
        self.key = (self.next)(&mut self.desk, self.count);
        self.count += 1;
    }

    fn run(&mut self) {
        self.desk.press(self.key);
    }
}

/// A text of about this many bytes, in paragraphs such as a delegate writes.
pub fn words(bytes: usize) -> String {
    let paragraph = "SG : les capacités d’abord ; l’orateur rappelle A/RES/78/237 et demande que les « points de contact » soient désignés avant la cinquième session, sans préjuger d’un mécanisme futur.\n\n";
    paragraph.repeat(bytes.div_ceil(paragraph.len()))
}

/// A note on a passage.
pub fn note(at: i64, anchor: &str, text: String) -> Note {
    let mut note = Note::new(&now(at), "Marie Roy", text);
    note.anchor = Some(anchor.parse().expect("a passage"));
    note
}

/// Copies of the first report with other symbols, with at least this many names for go-to in total.
pub fn reports(names: usize) -> Vec<Document> {
    use plenary::model::BlockKind::{AgendaItem, Heading, NextStep, Norm};
    let bundled = plenary::store::bundled::documents();
    let report =
        bundled.into_iter().find(|document| document.symbol.as_str() == "A/77/275").expect("bundled");
    let named = [Heading, NextStep, Norm, AgendaItem].map(|kind| report.of_kind(kind).count()).iter().sum();
    let copy = |number| Document {
        symbol: format!("A/77/{}", 10_000 + number).parse().expect("a symbol"),
        ..report.clone()
    };
    (0..names.div_ceil(named)).map(copy).collect()
}

/// The first report with this many next steps in its section E, each with sessions and topics.
pub fn long_report(steps: usize) -> Document {
    let bundled = plenary::store::bundled::documents();
    let mut report =
        bundled.into_iter().find(|document| document.symbol.as_str() == "A/77/275").expect("bundled");
    let at = report.position(&"annex/E/next/5".parse().expect("an address")).expect("the last step of E");
    let model = report.block(&"annex/E/next/2".parse().expect("an address")).expect("a step").clone();
    let step = |number: usize| plenary::model::Block {
        address: format!("annex/E/next/{number}").parse().expect("an address"),
        number: Some(number.to_string()),
        ..model.clone()
    };
    report.blocks.splice(at + 1..at + 1, (6..=steps).map(step));
    report
}

/// Acts of five authors on the steps of the first report, in order of time.
pub fn acts(count: usize) -> Vec<Act> {
    acts_on(count, 5)
}

/// The same on this many steps of its section E.
pub fn acts_on(count: usize, steps: usize) -> Vec<Act> {
    let step = |step| format!("A/77/275:annex/E/next/{step}").parse::<Reference>().expect("a step");
    let steps: Vec<Arc<Reference>> = (1..=steps).map(|at| Arc::new(step(at))).collect();
    let act = |at: usize| {
        let moment = now(at as i64 * 1000);
        Act {
            id: Id::new(&moment),
            at: moment.stamp(),
            author: format!("author {}", at % 5).into(),
            step: steps[at % steps.len()].clone(),
            topic: (at % 7 > 3).then(|| char::from(b'a' + (at % 4) as u8).to_string().into()),
            session: 4 + (at % 2) as u32,
            action: Action::Set(Status::ALL[at % Status::ALL.len()].into()),
        }
    };
    (0..count).map(act).collect()
}

/// Writes note files into a workspace folder.
pub fn write_notes(folder: &Path, count: usize) {
    let notes = folder.join("notes");
    std::fs::create_dir_all(&notes).expect("a folder");
    for at in 0..count {
        let note = note(at as i64 * 1000, "A/77/275:annex/E/next/2", words(300));
        let file = notes.join(plenary::workspace::note::file_name(&note));
        std::fs::write(file, plenary::workspace::note::write(&note)).expect("a note");
    }
}

/// Writes tracker logs into a workspace folder, one for each author.
pub fn write_logs(folder: &Path, count: usize) {
    write_logs_on(folder, count, 5);
}

/// The same on this many steps of the first report.
pub fn write_logs_on(folder: &Path, count: usize, steps: usize) {
    let tracker = folder.join("tracker");
    std::fs::create_dir_all(&tracker).expect("a folder");
    let mut logs = std::collections::BTreeMap::<String, String>::new();
    let machine = "k7m2q9xa".parse().expect("a machine");
    for act in acts_on(count, steps) {
        let log = logs.entry(plenary::store::log::file_name(&act.author, &machine)).or_default();
        log.push_str(&plenary::store::log::write(&act));
        log.push('\n');
    }
    for (name, lines) in logs {
        std::fs::write(tracker.join(name), lines).expect("a log");
    }
}

/// The board of the first report with its next steps repeated until there are this many.
pub fn board(steps: usize) -> plenary::board::Board {
    let mut report = plenary::store::bundled::documents()
        .into_iter()
        .find(|document| document.symbol.as_str() == "A/77/275")
        .expect("bundled");
    let own: Vec<_> = report.blocks.iter().filter(|block| is_whole_step(&block.address)).cloned().collect();
    for at in own.len()..steps {
        let mut block = own[at % own.len()].clone();
        if let plenary::model::Place::Step(_, number) = &mut block.address.place {
            *number = vec![(at + 1).to_string()];
        }
        report.blocks.push(block);
    }
    let board = board_of(&report);
    assert_eq!((0..board.rows.len()).filter(|row| board.rows[*row].is_step()).count(), steps);
    board
}

/// The board of a report.
pub fn board_of(report: &Document) -> plenary::board::Board {
    let processes = process::processes();
    let owner = processes.iter().find(|process| process.report(&report.symbol).is_some());
    let vocabulary = followup::FollowUpVocabulary::new(plenary::language::Languages::bundled(), &processes);
    let read = followup::read(&std::sync::Arc::new(report.clone()), owner, &vocabulary);
    plenary::board::Board::new(&report.symbol, std::sync::Arc::new(read), owner)
}

fn is_whole_step(address: &plenary::model::Address) -> bool {
    matches!(&address.place, plenary::model::Place::Step(_, number) if number.len() == 1)
}

/// A tracker of so many acts, spread over the steps of a board.
pub fn tracker(board: &plenary::board::Board, count: usize) -> plenary::workspace::Tracker {
    let steps: Vec<Reference> =
        (0..board.rows.len()).filter(|row| board.rows[*row].is_step()).map(|row| board.step(row)).collect();
    let acts = acts(count).into_iter().enumerate();
    plenary::workspace::Tracker::new(acts.map(|(at, act)| Act {
        step: Arc::new(steps[at % steps.len()].clone()),
        topic: None,
        ..act
    }))
}
