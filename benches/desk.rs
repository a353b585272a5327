//! Benchmarks of what a delegate waits for: the first frame, a key, an import.
//!
//! `cargo bench` prints a table with medians and 99th percentiles, then the figures of divan for the same cases. No benchmark
//! fails for being slow. `cargo bench -- key` runs the cases with `key` in their name.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock and creates the files it needs")]
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod program;
mod support;

use plenary::import::import;
use plenary::keymap::Key;
use plenary::store::{Access, Manifest, WorkspaceFolder, bundled};
use plenary::typeset::{Page, PageSetting};
use plenary::workspace::{Kind, Note, Release, Tracker};

use support::{Again, Case, Desk, Press, Wait, key};

const CASES: &[Case] = &[
    Case { name: "program: plenary documents", runs: 200, target_ms: Some(50.0), make: program::documents },
    Case {
        name: "program: first frame in a terminal",
        runs: 200,
        target_ms: Some(50.0),
        make: program::desk,
    },
    Case {
        name: "program: first frame, 2,000 steps, 100,000 acts",
        runs: 30,
        target_ms: Some(200.0),
        make: program::desk_with_large_logs,
    },
    Case { name: "start: first frame in process", runs: 200, target_ms: Some(50.0), make: first_frame },
    Case { name: "key: > on the agenda", runs: 2000, target_ms: Some(8.0), make: next_item },
    Case { name: "key: Down in the reader of A/76/135", runs: 2000, target_ms: Some(8.0), make: down },
    Case { name: "key: letter in a note of 2 KB", runs: 2000, target_ms: Some(8.0), make: short_note },
    Case { name: "key: letter in a note of 350 KB", runs: 2000, target_ms: Some(8.0), make: long_note },
    Case {
        name: "key: letter in a position of 20,000 characters",
        runs: 2000,
        target_ms: Some(8.0),
        make: long_position,
    },
    Case {
        name: "key: letter in an amendment of 20,000 characters",
        runs: 2000,
        target_ms: Some(8.0),
        make: long_amendment,
    },
    Case {
        name: "key: Down beside a position of 20,000 characters",
        runs: 1000,
        target_ms: Some(8.0),
        make: down_beside_position,
    },
    Case { name: "key: P, 2,000 positions", runs: 100, target_ms: Some(50.0), make: open_positions },
    Case {
        name: "key: Down in the list of 2,000 positions",
        runs: 500,
        target_ms: Some(8.0),
        make: down_in_positions,
    },
    Case {
        name: "key: > with 2,000 positions",
        runs: 1000,
        target_ms: Some(8.0),
        make: next_item_with_positions,
    },
    Case {
        name: "key: Down in the reader, 5,000 notes",
        runs: 500,
        target_ms: Some(8.0),
        make: down_with_notes,
    },
    Case {
        name: "key: Down in the notes of a section, 5,000 notes",
        runs: 500,
        target_ms: Some(8.0),
        make: down_in_notes,
    },
    Case {
        name: "key: End and Home in the notes of a section, 5,000 notes",
        runs: 200,
        target_ms: Some(8.0),
        make: ends_of_notes,
    },
    Case { name: "key: > with 5,000 notes", runs: 500, target_ms: Some(8.0), make: next_item_with_notes },
    Case {
        name: "key: letter in a note, 5,000 notes",
        runs: 500,
        target_ms: Some(8.0),
        make: note_with_notes,
    },
    Case {
        name: "key: letter of an intervention, 5,000 notes",
        runs: 500,
        target_ms: Some(8.0),
        make: intervention_with_notes,
    },
    Case {
        name: "key: Down in the tracker, 5,000 notes",
        runs: 500,
        target_ms: Some(8.0),
        make: tracker_with_notes,
    },
    Case { name: "key: N, 5,000 notes", runs: 100, target_ms: Some(50.0), make: open_browser },
    Case {
        name: "key: letter in the browser, 5,000 notes",
        runs: 300,
        target_ms: Some(8.0),
        make: filter_browser,
    },
    Case {
        name: "key: Down in the browser, 5,000 notes",
        runs: 300,
        target_ms: Some(8.0),
        make: down_in_browser,
    },
    Case { name: "key: V, 5,000 notes", runs: 100, target_ms: Some(50.0), make: open_said },
    Case {
        name: "key: Down in who said what, 5,000 notes",
        runs: 300,
        target_ms: Some(8.0),
        make: down_in_said,
    },
    Case { name: "key: M, 2,000 amendments", runs: 50, target_ms: Some(50.0), make: open_amendments },
    Case {
        name: "key: Down in the list of 2,000 amendments",
        runs: 200,
        target_ms: Some(8.0),
        make: down_in_amendments,
    },
    Case { name: "key: letter in go-to, bundled names", runs: 2000, target_ms: Some(8.0), make: goto },
    Case { name: "key: letter in go-to, 10,000 names", runs: 1000, target_ms: Some(8.0), make: goto_many },
    Case { name: "key: g, 10,000 names", runs: 1000, target_ms: Some(8.0), make: open_goto_many },
    Case { name: "key: status in the tracker", runs: 2000, target_ms: Some(8.0), make: status },
    Case { name: "key: status among 2,000 steps", runs: 500, target_ms: Some(8.0), make: status_of_many },
    Case { name: "key: Down among 2,000 steps", runs: 500, target_ms: Some(8.0), make: down_among_many },
    Case { name: "import: A/76/135", runs: 300, target_ms: Some(20.0), make: import_report },
    Case { name: "page: A/76/135 at 100 columns", runs: 1000, target_ms: None, make: page },
    Case { name: "fold: 100,000 tracker acts", runs: 50, target_ms: None, make: fold },
    Case { name: "load: 10,000 notes", runs: 20, target_ms: None, make: load },
    Case { name: "load: 100,000 tracker acts", runs: 20, target_ms: Some(200.0), make: load_acts },
    Case { name: "board: cells of 2,000 steps, 100,000 acts", runs: 20, target_ms: Some(200.0), make: cells },
    Case { name: "opens: 2,000 follow-ups, 100,000 acts", runs: 20, target_ms: Some(200.0), make: opens },
    Case { name: "export: 2,000 steps as a workbook", runs: 10, target_ms: None, make: workbook },
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Without --bench this is a test run that runs every case once.
    if arguments.iter().any(|word| word == "--bench") && !arguments.iter().any(|word| word == "--list") {
        let wanted = arguments.first().filter(|word| !word.starts_with('-'));
        let fits = |case: &&Case| wanted.is_none_or(|wanted| case.name.contains(wanted.as_str()));
        support::print_table(CASES.iter().filter(fits));
    }
    divan::main();
}

#[divan::bench(args = CASES, sample_count = 50, sample_size = 1)]
fn desk(bencher: divan::Bencher, case: &Case) {
    let wait = std::cell::RefCell::new((case.make)());
    bencher.with_inputs(|| wait.borrow_mut().before()).bench_local_values(|()| wait.borrow_mut().run());
}

fn first_frame() -> Box<dyn Wait> {
    let folder = support::folder();
    Box::new(Again(move || {
        std::hint::black_box(Desk::first_frame(support::opening(folder.path(), Vec::new(), Vec::new())));
    }))
}

fn next_item() -> Box<dyn Wait> {
    Press::on(Desk::new(), |desk, _| {
        if desk.app.desk.item + 1 >= desk.app.process().items.len() {
            plenary::app::place::open_item(&mut desk.app, 0);
        }
        key(">")
    })
}

fn down() -> Box<dyn Wait> {
    let mut desk = Desk::new();
    desk.go("A/76/135:1");
    desk.presses("Tab");
    Press::on(desk, |desk, _| {
        if desk.app.desk.here.block + 1 >= desk.app.document().blocks.len() {
            desk.go("A/76/135:1");
        }
        key("Down")
    })
}

fn note_of(bytes: usize) -> Box<dyn Wait> {
    let note = support::note(0, "A/77/275:annex/E/next/2", support::words(bytes));
    let mut desk = Desk::with(Vec::new(), vec![note]);
    desk.go("A/77/275:annex/E/next/2");
    desk.presses("Tab Tab e");
    assert!(desk.app.typing().is_some(), "the note is open");
    Press::on(desk, |_, count| key(["c", "a", "p", "a", "é", "s", "Space"][count % 7]))
}

fn short_note() -> Box<dyn Wait> {
    note_of(2_000)
}

fn long_note() -> Box<dyn Wait> {
    note_of(350_000)
}

/// A desk at a step with a text of this kind and length on it, open for writing.
fn writing(kind: Kind, characters: usize) -> Desk {
    let mut desk = Desk::new();
    let step = "A/77/275:annex/E/next/2";
    let text: String = support::words(2 * characters).chars().take(characters).collect();
    let mut note = Note { kind, ..support::note(0, step, text) };
    if kind == Kind::Amendment {
        note = amendment_of(note);
    }
    let (positions, amendments) = (&mut desk.app.workspace.positions, &mut desk.app.workspace.amendments);
    if kind == Kind::Amendment {
        amendments.add(note)
    } else {
        positions.add(note)
    };
    desk.go(step);
    desk.presses("Tab Tab");
    desk
}

/// The text as the new words of an amendment of a passage that is as long.
fn amendment_of(mut note: Note) -> Note {
    let original = note.text.replace("capacités", "moyens");
    note.extra.insert("language".to_owned(), "fr".into());
    note.extra.insert("original".to_owned(), original.into());
    note
}

fn long_text(kind: Kind) -> Box<dyn Wait> {
    let mut desk = writing(kind, 20_000);
    desk.presses("e");
    assert!(desk.app.typing().is_some(), "the text is open");
    Press::on(desk, |_, count| key(["c", "a", "p", "a", "é", "s", "Space"][count % 7]))
}

fn long_position() -> Box<dyn Wait> {
    long_text(Kind::Position)
}

fn long_amendment() -> Box<dyn Wait> {
    long_text(Kind::Amendment)
}

fn down_beside_position() -> Box<dyn Wait> {
    let mut desk = writing(Kind::Position, 20_000);
    desk.presses("+ Shift-Tab");
    Press::on(desk, |desk, count| {
        if count.is_multiple_of(2) {
            desk.go("A/77/275:annex/E/next/1");
        }
        key("Down")
    })
}

/// A desk with two thousand positions, each with an instruction that ends soon.
fn with_positions() -> Desk {
    let mut desk = Desk::with(vec![support::long_report(2000)], Vec::new());
    for at in 1..=2000 {
        let anchor = format!("A/77/275:annex/E/next/{at}");
        let mut note = Note { kind: Kind::Position, ..support::note(at, &anchor, support::words(600)) };
        let front = "status = 'draft'\ninstruction = { from = 'Capital', until = 2023-03-10 }";
        note.extra = front.parse().expect("front matter");
        desk.app.workspace.positions.add(note);
    }
    desk
}

fn open_positions() -> Box<dyn Wait> {
    Press::on(with_positions(), |desk, _| {
        if !desk.app.layers.is_empty() {
            desk.presses("Esc");
        }
        key("P")
    })
}

fn down_in_positions() -> Box<dyn Wait> {
    let mut desk = with_positions();
    desk.presses("P");
    Press::on(desk, |_, count| key(if count % 300 < 150 { "Down" } else { "Up" }))
}

/// A desk with five thousand notes on the steps of section E, three of four of them interventions, and a speaking list.
fn with_notes() -> Desk {
    let mut desk = Desk::new();
    let delegations = ["EGY", "FRA", "PER", "IND", "CHL", "KEN", "JPN"];
    let list = plenary::workspace::speakers::blank_list(&support::now(0), "Marie Roy", Some(4));
    let names: Vec<String> = delegations.map(str::to_owned).to_vec();
    let list = plenary::workspace::speakers::with_speakers(&list, &names, &support::now(1));
    desk.app.workspace.notebook.add(list);
    for at in 1..=5000_usize {
        let anchor = format!("A/77/275:annex/E/next/{}", 1 + at % 5);
        let moment = i64::try_from(at).unwrap_or(0) * 1000;
        let mut note = support::note(moment, &anchor, support::words(300));
        note.session = Some(4);
        if at % 4 != 0 {
            note.delegation = Some(delegations[at % delegations.len()].to_owned());
            note.extra.insert("stance".to_owned(), ["supports", "opposes", "asks"][at % 3].into());
        }
        desk.app.workspace.notebook.add(note);
    }
    desk.go("A/77/275:annex/E/next/2");
    // So many keys that all notes have been read.
    for _ in 0..400 {
        desk.presses("Ctrl-l");
    }
    desk
}

/// Down and up again in turn, so that the list never ends.
fn to_and_fro(_: &mut Desk, count: usize) -> Key {
    key(if count % 300 < 150 { "Down" } else { "Up" })
}

fn with_notes_after(keys: &str, next: fn(&mut Desk, usize) -> Key) -> Box<dyn Wait> {
    let mut desk = with_notes();
    desk.presses(keys);
    Press::on(desk, next)
}

fn down_with_notes() -> Box<dyn Wait> {
    with_notes_after("Tab", |_, count| key(if count % 4 < 2 { "Down" } else { "Up" }))
}

fn down_in_notes() -> Box<dyn Wait> {
    with_notes_after("Tab Tab A", to_and_fro)
}

fn ends_of_notes() -> Box<dyn Wait> {
    with_notes_after("Tab Tab A", |_, count| key(if count.is_multiple_of(2) { "End" } else { "Home" }))
}

fn next_item_with_notes() -> Box<dyn Wait> {
    Press::on(with_notes(), |_, count| key(if count % 4 < 2 { ">" } else { "<" }))
}

fn note_with_notes() -> Box<dyn Wait> {
    with_notes_after("n", |_, count| key(["c", "a", "p", "a", "é", "s", "Space"][count % 7]))
}

fn intervention_with_notes() -> Box<dyn Wait> {
    with_notes_after("i", |_, count| key(["S", "G", "Space", "+", "Space", "a", "b"][count % 7]))
}

fn tracker_with_notes() -> Box<dyn Wait> {
    with_notes_after("t", |_, count| key(if count % 8 < 4 { "Down" } else { "Up" }))
}

/// Opens a layer with this key, after it was closed.
fn open_again(desk: &mut Desk, opening: &str) -> Key {
    while !desk.app.layers.is_empty() {
        desk.presses("Esc");
    }
    key(opening)
}

fn open_browser() -> Box<dyn Wait> {
    Press::on(with_notes(), |desk, _| open_again(desk, "N"))
}

fn filter_browser() -> Box<dyn Wait> {
    with_notes_after("N", letter)
}

fn down_in_browser() -> Box<dyn Wait> {
    with_notes_after("N", to_and_fro)
}

fn open_said() -> Box<dyn Wait> {
    Press::on(with_notes(), |desk, _| open_again(desk, "V"))
}

fn down_in_said() -> Box<dyn Wait> {
    with_notes_after("V", |_, count| key(if count % 4 < 2 { "Down" } else { "Up" }))
}

/// A desk with two thousand amendments of the steps of section E.
fn with_amendments() -> Desk {
    let mut desk = Desk::new();
    for at in 1..=2000_usize {
        let step = format!("A/77/275:annex/E/next/{}", 1 + at % 5);
        let moment = i64::try_from(at).unwrap_or(0) * 1000;
        let note = Note { kind: Kind::Amendment, ..support::note(moment, &step, support::words(400)) };
        desk.app.workspace.amendments.add(amendment_of(note));
    }
    desk.go("A/77/275:annex/E/next/2");
    desk
}

fn open_amendments() -> Box<dyn Wait> {
    Press::on(with_amendments(), |desk, _| open_again(desk, "M"))
}

fn down_in_amendments() -> Box<dyn Wait> {
    let mut desk = with_amendments();
    desk.presses("M");
    Press::on(desk, to_and_fro)
}

fn next_item_with_positions() -> Box<dyn Wait> {
    Press::on(with_positions(), |desk, _| {
        if desk.app.desk.item + 1 >= desk.app.process().items.len() {
            plenary::app::place::open_item(&mut desk.app, 0);
        }
        key(">")
    })
}

/// The letters of a name, one after the other; the field is cleared before the first.
fn letter(desk: &mut Desk, count: usize) -> Key {
    let letters = ["c", "o", "n", "f", "i", "a", "n", "c", "e"];
    if count.is_multiple_of(letters.len()) {
        desk.presses("Ctrl-u");
    }
    key(letters[count % letters.len()])
}

fn goto() -> Box<dyn Wait> {
    let mut desk = Desk::new();
    desk.presses("g");
    Press::on(desk, letter)
}

fn goto_many() -> Box<dyn Wait> {
    let mut desk = Desk::with(support::reports(10_000), Vec::new());
    desk.presses("g");
    Press::on(desk, letter)
}

fn open_goto_many() -> Box<dyn Wait> {
    Press::on(Desk::with(support::reports(10_000), Vec::new()), |desk, _| {
        if !desk.app.layers.is_empty() {
            desk.presses("Esc");
        }
        key("g")
    })
}

fn status() -> Box<dyn Wait> {
    let mut desk = Desk::new();
    desk.presses("t");
    Press::on(desk, |desk, count| {
        desk.presses(if count % 16 < 8 { "Down" } else { "Up" });
        key(["r", "d", "a", "o"][count / 16 % 4])
    })
}

/// A desk with two thousand steps and a hundred thousand acts.
fn many() -> Desk {
    let folder = support::folder();
    let mut opening = support::opening(folder.path(), vec![support::long_report(2000)], Vec::new());
    opening.contents.tracker = Tracker::new(support::acts_on(100_000, 2000));
    let mut desk = Desk::first_frame(opening);
    desk.presses("t");
    desk
}

fn status_of_many() -> Box<dyn Wait> {
    Press::on(many(), |desk, count| {
        desk.presses(if count % 40 < 20 { "Down" } else { "Up" });
        key(["r", "d", "a", "o"][count / 16 % 4])
    })
}

fn down_among_many() -> Box<dyn Wait> {
    Press::on(many(), |_, count| key(if count % 300 < 150 { "Down" } else { "Up" }))
}

fn import_report() -> Box<dyn Wait> {
    let vocabularies = bundled::vocabularies();
    let is_report = |source: &bundled::BundledSource| source.name.starts_with("001");
    let source = bundled::sources().into_iter().find(is_report).expect("the source is bundled");
    Box::new(Again(move || {
        let made = import(source.name, source.bytes, &source.given, &vocabularies);
        std::hint::black_box(made.expect("the source is text"));
    }))
}

fn page() -> Box<dyn Wait> {
    let is_report = |document: &plenary::model::Document| document.symbol.as_str() == "A/76/135";
    let document = bundled::documents().into_iter().find(is_report).expect("the report is bundled");
    Box::new(Again(move || {
        let setting = PageSetting { width: 100, open_notes: &|_, _| false };
        std::hint::black_box(Page::set(&document, &setting));
    }))
}

/// `Tracker::new` takes the acts, so each run needs a copy.
struct Fold {
    acts: Vec<plenary::workspace::Act>,
    copy: Vec<plenary::workspace::Act>,
}

impl Wait for Fold {
    fn before(&mut self) {
        self.copy = self.acts.clone();
    }

    fn run(&mut self) {
        std::hint::black_box(Tracker::new(std::mem::take(&mut self.copy)));
    }
}

fn fold() -> Box<dyn Wait> {
    Box::new(Fold { acts: support::acts(100_000), copy: Vec::new() })
}

fn load() -> Box<dyn Wait> {
    let folder = support::folder();
    support::write_notes(folder.path(), 10_000);
    Box::new(Again(move || {
        let opened =
            WorkspaceFolder::open(folder.path(), Access::Read, &Manifest::default()).expect("a workspace");
        assert_eq!(opened.contents.notebook.len(), 10_000);
    }))
}

fn load_acts() -> Box<dyn Wait> {
    let folder = support::folder();
    support::write_logs(folder.path(), 100_000);
    Box::new(Again(move || {
        let opened =
            WorkspaceFolder::open(folder.path(), Access::Read, &Manifest::default()).expect("a workspace");
        assert_eq!(opened.contents.tracker.len(), 100_000);
    }))
}

fn cells() -> Box<dyn Wait> {
    let board = support::board(2_000);
    let tracker = support::tracker(&board, 100_000);
    let boards = [board];
    Box::new(Again(move || {
        let cells = plenary::board::occurrences(&boards, &plenary::board::Choice::default(), &tracker);
        assert!(cells.len() >= 2_000);
        std::hint::black_box(cells);
    }))
}

/// Reads and folds the logs while the follow-ups of the report are read, as the program does; then makes the board and its
/// cells.
fn opens() -> Box<dyn Wait> {
    let folder = support::folder();
    support::write_logs_on(folder.path(), 100_000, 2_000);
    let report = support::long_report(2_000);
    Box::new(Again(move || {
        let (opened, board) = std::thread::scope(|scope| {
            let board = scope.spawn(|| support::board_of(&report));
            let opened = WorkspaceFolder::open(folder.path(), Access::Read, &Manifest::default());
            (opened.expect("a workspace"), board.join().expect("a board"))
        });
        assert_eq!(opened.contents.tracker.len(), 100_000);
        let boards = [board];
        let choice = plenary::board::Choice::default();
        std::hint::black_box(plenary::board::occurrences(&boards, &choice, &opened.contents.tracker));
    }))
}

fn workbook() -> Box<dyn Wait> {
    use plenary::export::{self, Format, tracker::Work};
    let board = support::board(2_000);
    let tracker = support::tracker(&board, 10_000);
    let boards = [board];
    let locale = plenary::locale::Locale::new(plenary::model::Language::FR);
    let none = plenary::workspace::Notebook::default();
    Box::new(Again(move || {
        let work = Work {
            tracker: &tracker,
            notebook: &none,
            positions: &none,
            delegations: &plenary::model::Delegations::bundled(),
            release: Release::default(),
        };
        let report = export::tracker(&boards, &plenary::board::Choice::default(), work, &locale);
        assert!(report.len() >= 2_000);
        std::hint::black_box(export::write(&report, Format::Xlsx).expect("a workbook"));
    }))
}
