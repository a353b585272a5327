//! What the whole desk shares: process, report, agenda item and session; and the verbs that work in every pane.

use std::collections::BTreeMap;

use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::screen::{agenda, catalogue, citations, line, notes, picker, reader, tracker};
use crate::app::verb::{Call, Verb};
use crate::app::{App, place, undo, update};
use crate::calendar;
use crate::model::{Address, Reference, ReportLink, Symbol};

/// What the panes agree on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The process one works in.
    pub process: usize,
    /// The report whose sections and next steps stand beside the agenda.
    pub report: Option<Symbol>,
    /// The agenda item that is open.
    pub item: usize,
    /// The session one works for.
    pub session: Option<u32>,
    /// The session one worked for in each process left, to come back to.
    pub left: BTreeMap<usize, u32>,
    /// Whether the language of the interface was chosen in the program.
    pub chose_language: bool,
}

/// The verbs of every pane.
pub const VERBS: &[Verb] = &[
    Verb::new("global", "help", |app, _| picker::open(app, picker::Purpose::Help)),
    Verb::new("global", "palette", |app, _| picker::open(app, picker::Purpose::Palette)),
    Verb::new("global", "quit", |app, call| update::leave(app, call.now)),
    Verb::new("global", "suspend", |_, _| vec![Effect::Suspend]),
    Verb::new("global", "redraw", |_, _| vec![Effect::Redraw]),
    Verb::new("global", "language", |app, _| switch_language(app)),
    Verb::new("global", "theme", |app, _| switch_theme(app)),
    Verb::new("desk", "next-pane", |app, _| turn(app, 1)),
    Verb::new("desk", "previous-pane", |app, _| turn(app, -1)),
    Verb::new("desk", "next-item", |app, _| step_item(app, 1)),
    Verb::new("desk", "previous-item", |app, _| step_item(app, -1)),
    Verb::new("desk", "goto", |app, _| picker::open(app, picker::Purpose::Goto)),
    Verb::new("desk", "find", |app, _| line::open_find(app)),
    Verb::new("desk", "note", |app, call| notes::start(app, call.now)),
    Verb::new("desk", "intervention", |app, _| line::open(app, line::Purpose::Intervention)),
    Verb::new("desk", "tracker", |app, _| toggle_tracker(app)),
    Verb::new("desk", "status", tracker::set_here).with(tracker::STATUSES),
    Verb::new("desk", "copy-citation", |app, _| copy_citation(app)),
    Verb::new("desk", "copy-quote", |app, _| copy_quote(app)),
    Verb::new("desk", "undo", |app, call| undo::take_back(app, call.now)),
    Verb::new("desk", "redo", |app, call| undo::again(app, call.now)),
    Verb::new("desk", "back", |app, _| travel(app, true)),
    Verb::new("desk", "forward", |app, _| travel(app, false)),
    Verb::new("desk", "documents", |app, _| picker::open(app, picker::Purpose::Documents)),
    Verb::new("desk", "outline", |app, _| picker::open(app, picker::Purpose::Outline)),
    Verb::new("desk", "findings", |app, _| picker::open(app, picker::Purpose::Findings)),
    Verb::new("desk", "zoom", |app, _| zoom(app)),
    Verb::new("desk", "footnote", |app, _| reader::toggle_notes(app)),
    Verb::new("desk", "reload", |app, _| reload(app)),
    Verb::new("desk", "section-notes", |app, _| notes::toggle_section(app)),
    Verb::new("desk", "working-session", |app, _| step_session(app)),
    Verb::new("desk", "cancel", |app, _| cancel(app)),
    Verb::new("desk", "up", |app, _| step(app, -1)),
    Verb::new("desk", "down", |app, _| step(app, 1)),
    Verb::new("desk", "left", |app, _| sideways(app, -1)),
    Verb::new("desk", "right", |app, _| sideways(app, 1)),
    Verb::new("desk", "page-up", |app, _| page(app, -1)),
    Verb::new("desk", "page-down", |app, _| page(app, 1)),
    Verb::new("desk", "first", |app, _| edge(app, false)),
    Verb::new("desk", "last", |app, _| edge(app, true)),
    Verb::new("desk", "open", enter),
];

/// Works in a process from its first item that has a section in its latest report with next steps.
pub fn open_process(app: &mut App, process: usize) {
    let Some(found) = app.processes.get(process) else { return };
    let held = |symbol: &Symbol| app.shelf.get(symbol, None).is_some();
    let with_steps =
        |report: &&ReportLink| held(&report.symbol) && !app.followups_of(&report.symbol).is_empty();
    // On a day before a report came out one works with the one before it.
    let out = |report: &&ReportLink| {
        let date = app.shelf.get(&report.symbol, None).and_then(|document| document.date);
        date.is_none_or(|date| date <= app.now.today)
    };
    let reports = || found.reports.iter().rev().filter(with_steps);
    let report = reports()
        .find(out)
        .or_else(|| reports().next())
        .or_else(|| found.reports.iter().rev().find(|report| held(&report.symbol)));
    let symbol = report.map(|report| report.symbol.clone());
    let first = report.and_then(|report| {
        found.items.iter().position(|link| report.sections.iter().any(|(item, _)| *item == link.item))
    });
    app.desk = State {
        process,
        report: symbol,
        item: 0,
        session: calendar::default_session(found, app.now.today),
        ..app.desk.clone()
    };
    show_item(app, first.unwrap_or(0));
}

/// Chooses the report beside the agenda; nothing changes when it is the one already.
pub fn choose_report(app: &mut App, process: usize, report: &Symbol) {
    if app.desk.process != process {
        if let Some(session) = app.desk.session {
            app.desk.left.insert(app.desk.process, session);
        }
        let known = app.desk.left.get(&process).copied();
        app.desk.process = process;
        app.desk.item = 0;
        app.desk.session =
            known.or_else(|| calendar::default_session(&app.processes[process], app.now.today));
    }
    app.desk.report = Some(report.clone());
}

/// Opens an agenda item: its section of the report, or the item itself where the report has none.
pub fn show_item(app: &mut App, item: usize) {
    let process = app.process();
    let Some(link) = process.items.get(item) else { return };
    let report = app.desk.report.clone();
    let section = report.as_ref().and_then(|report| process.section(report, &link.item).cloned());
    let target = match (report, section) {
        (Some(symbol), Some(address)) => Reference { symbol, address },
        _ => Reference { symbol: process.agenda.symbol.clone(), address: link.item.clone() },
    };
    // The agenda may stand in another report than the one chosen: looking at an item must not change that.
    let chosen = app.desk.report.clone();
    place::show(app, &target);
    app.desk.report = chosen;
    app.desk.item = item;
    agenda::select_here(app);
}

/// Whether the item has items below it (`item/5` of `item/5/a`).
#[must_use]
pub fn has_children(app: &App, item: &Address) -> bool {
    app.process().items.iter().any(|other| other.item.parent().as_ref() == Some(item))
}

fn step_item(app: &mut App, by: isize) -> Vec<Effect> {
    let mut item = app.desk.item;
    loop {
        let next = item.checked_add_signed(by).filter(|next| *next < app.process().items.len());
        let Some(next) = next else {
            app.notice = Some(Notice::new(if by < 0 { "notice-first-item" } else { "notice-last-item" }));
            return Vec::new();
        };
        item = next;
        if !has_children(app, &app.process().items[item].item) {
            break;
        }
    }
    show_item(app, item);
    if app.focus == Pane::Tracker {
        tracker::to_section(app);
    }
    Vec::new()
}

fn step_session(app: &mut App) -> Vec<Effect> {
    let numbers: Vec<u32> = app.process().sessions.iter().filter_map(|session| session.number).collect();
    let at = numbers.iter().position(|number| Some(*number) == app.desk.session);
    app.desk.session = numbers.get(at.map_or(0, |at| (at + 1) % numbers.len())).copied();
    Vec::new()
}

fn turn(app: &mut App, by: isize) -> Vec<Effect> {
    let next = app.focus.step(by);
    if next == Pane::Tracker {
        tracker::enter(app);
    } else {
        app.focus = next;
    }
    Vec::new()
}

fn toggle_tracker(app: &mut App) -> Vec<Effect> {
    if app.focus == Pane::Tracker {
        app.focus = app.board.came_from;
    } else {
        tracker::enter(app);
    }
    Vec::new()
}

fn zoom(app: &mut App) -> Vec<Effect> {
    app.zoomed = !app.zoomed;
    Vec::new()
}

fn cancel(app: &mut App) -> Vec<Effect> {
    if app.reader.found.take().is_some() {
        return Vec::new();
    }
    if app.zoomed {
        app.zoomed = false;
    } else if app.focus == Pane::Tracker && !app.board.marked.is_empty() {
        app.board.marked.clear();
    } else if app.focus == Pane::Tracker {
        app.focus = app.board.came_from;
    }
    Vec::new()
}

fn reload(app: &mut App) -> Vec<Effect> {
    app.notice = Some(Notice::new("notice-reloaded"));
    app.reload()
}

fn travel(app: &mut App, back: bool) -> Vec<Effect> {
    place::travel(app, back);
    Vec::new()
}

fn step(app: &mut App, by: isize) -> Vec<Effect> {
    match app.focus {
        Pane::Agenda => agenda::step(app, by),
        Pane::Reader => reader::step(app, by),
        Pane::Notes => notes::step(app, by),
        Pane::Tracker => tracker::step(app, by),
    }
    Vec::new()
}

fn sideways(app: &mut App, by: isize) -> Vec<Effect> {
    if app.focus == Pane::Tracker {
        tracker::sideways(app, by);
        return Vec::new();
    }
    turn(app, by)
}

fn page(app: &mut App, by: isize) -> Vec<Effect> {
    let height = app.layout.content(app.focus).map_or(10, |rect| isize::try_from(rect.height).unwrap_or(10));
    match app.focus {
        Pane::Reader => reader::scroll(app, by * (height - 2).max(1)),
        Pane::Agenda => agenda::step(app, by * height),
        Pane::Notes => notes::step(app, by * (height / 3).max(1)),
        Pane::Tracker => tracker::step(app, by * height),
    }
    Vec::new()
}

fn edge(app: &mut App, last: bool) -> Vec<Effect> {
    match (app.focus, last) {
        (Pane::Reader, false) => reader::select(app, 0),
        (Pane::Reader, true) => reader::select(app, usize::MAX),
        (Pane::Agenda, _) => agenda::step(app, if last { isize::MAX } else { isize::MIN }),
        (Pane::Notes, _) => notes::step(app, if last { isize::MAX } else { isize::MIN }),
        (Pane::Tracker, _) => tracker::step(app, if last { isize::MAX } else { isize::MIN }),
    }
    Vec::new()
}

fn enter(app: &mut App, call: &Call) -> Vec<Effect> {
    match app.focus {
        Pane::Agenda => {
            app.focus = Pane::Reader;
            Vec::new()
        }
        Pane::Reader => citations::follow(app),
        Pane::Notes => notes::edit(app, call.now),
        Pane::Tracker => tracker::details::open(app),
    }
}

fn copy_citation(app: &mut App) -> Vec<Effect> {
    let at = place::here(app);
    let citation = catalogue::citation(app, &at);
    app.notice = Some(Notice::new("notice-copied").with("text", &citation));
    vec![Effect::Copy(citation)]
}

fn copy_quote(app: &mut App) -> Vec<Effect> {
    let at = place::here(app);
    let citation = catalogue::citation(app, &at);
    let document = app.document();
    let words = document.passage(&at.address).map(|range| {
        document.blocks[range].iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
    });
    let words = words.unwrap_or_default();
    let quoted = app.locale.say_with(
        "quoted-passage",
        &[("words", words.as_str().into()), ("citation", citation.as_str().into())],
    );
    app.notice = Some(Notice::new("notice-copied-quote").with("text", &citation));
    vec![Effect::Copy(quoted)]
}

fn switch_language(app: &mut App) -> Vec<Effect> {
    let languages = crate::locale::available();
    let at = languages.iter().position(|language| *language == app.locale.language()).unwrap_or(0);
    app.locale = crate::locale::Locale::new(languages[(at + 1) % languages.len()]);
    app.desk.chose_language = true;
    Vec::new()
}

fn switch_theme(app: &mut App) -> Vec<Effect> {
    app.theme = (app.theme + 1) % app.themes.len().max(1);
    let name =
        app.themes.get(app.theme).map(|name| app.locale.say(&format!("theme-{name}"))).unwrap_or_default();
    app.notice = Some(Notice::new("notice-theme").with("theme", name));
    Vec::new()
}

/// Refuses what would write when the workspace is read-only, and says why.
pub(crate) fn may_write(app: &mut App) -> bool {
    if let Some(error) = &app.read_only {
        app.notice = Some(Notice::from(error.clone()));
        return false;
    }
    true
}
