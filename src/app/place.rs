//! Moving the delegate: every change of document, passage, item, report or process goes through here, so that all
//! panes follow.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::app::App;
use crate::app::desk::{Direction, Here};
use crate::app::layout::Pane;
use crate::app::library::Library;
use crate::app::notice::Notice;
use crate::app::screen::timeline;
use crate::calendar;
use crate::followup::Materials;
use crate::model::{Address, Language, Reference, ReportLink, Symbol};
use crate::workspace::Bookmark;

/// Goes to a passage and adds the current one to the history. Returns whether the library has it; if not, shows a
/// notice.
pub fn go(app: &mut App, target: &Reference) -> bool {
    let from = app.desk.here.reference();
    if !arrive(app, target) {
        return false;
    }
    if from != *target {
        app.desk.history.leave(from);
    }
    true
}

/// Goes to a passage and moves the focus to the reader, if the library has the passage.
pub fn read(app: &mut App, target: &Reference) {
    if go(app, target) {
        app.window.focus = Pane::Reader;
    }
}

/// Shows a passage; the current one is added to the history only if the document changes. Returns whether the library
/// has the passage; if not, shows a notice.
pub fn show(app: &mut App, target: &Reference) -> bool {
    let from = app.desk.here.reference();
    let arrived = arrive(app, target);
    if arrived && from.symbol != target.symbol {
        app.desk.history.leave(from);
    }
    arrived
}

/// Goes one step back or forward through the passages visited.
pub fn travel(app: &mut App, direction: Direction) {
    let from = app.desk.here.reference();
    let Some(target) = app.desk.history.take(direction) else {
        app.notice = Some(Notice::new(match direction {
            Direction::Back => "notice-no-way-back",
            Direction::Forward => "notice-no-way-forward",
        }));
        return;
    };
    if arrive(app, &target) {
        app.desk.history.arrived(direction, from);
    }
}

/// Goes to a passage of the current document, by its index; beyond the end to the last one.
pub fn select(app: &mut App, block: usize) {
    let here = &mut app.desk.here;
    here.block = block.min(here.document.blocks.len().saturating_sub(1));
    app.panes.reader.reveal(app.desk.here.block, app.window.layout.content(Pane::Reader));
    follow(app);
}

fn arrive(app: &mut App, target: &Reference) -> bool {
    let Some(here) = locate(app, target) else { return false };
    open(app, here);
    follow(app);
    true
}

/// Goes to a passage of the text in one language and moves the focus to the reader. The delegate reads that language from
/// now on, where documents are held in it.
pub fn read_text(app: &mut App, target: &Reference, language: Language) {
    app.desk.reading = Some(language).filter(|language| *language != app.appearance.locale.language());
    read(app, target);
}

/// Reads in the language of the interface after that has changed: the delegate stays at the same passage.
pub fn read_in_language(app: &mut App) {
    app.desk.reading = None;
    if reopen(app) {
        select_rows(app);
    }
}

/// The passage in the library, in the language the delegate reads if it is available in several; if the library does
/// not have it, shows a notice.
fn locate(app: &mut App, target: &Reference) -> Option<Here> {
    let found = app.library.shelf.destination(target, app.context().reading());
    if let Some(found) = found {
        return Some(Here { document: Arc::clone(found.document), block: found.position });
    }
    app.notice = Some(if app.library.shelf.holds(&target.symbol) {
        let notice = Notice::new("notice-no-passage").with("symbol", &target.symbol);
        notice.with("address", &target.address).alarming()
    } else {
        Notice::new("notice-not-held").with("symbol", &target.symbol).alarming()
    });
    None
}

fn open(app: &mut App, here: Here) {
    if !Arc::ptr_eq(&here.document, &app.desk.here.document) {
        app.panes.reader.change_document();
    }
    app.panes.reader.open(&here);
    app.desk.here = here;
}

/// Updates process, report, agenda item and chosen rows after the passage changed.
fn follow(app: &mut App) {
    let at = app.desk.here.reference();
    if let Some(process) = process_of(app, &at.symbol) {
        choose_report(app, process, &at.symbol);
    }
    if let Some(item) = item_of(app, &at) {
        app.desk.item = item;
    }
    select_rows(app);
}

/// Chooses the rows of agenda, tracker and notes that belong to the current passage and item.
pub fn select_rows(app: &mut App) {
    let split = app.split();
    split.panes.agenda.select_here(&split.context);
    split.panes.tracker.select_here(&split.context);
    split.panes.notes.list = crate::base::list::List::default();
}

/// The process a document is a report of, if the desk should change to that report. A report without steps, such as
/// a draft still to be filled in, is read beside the one the delegate works with.
fn process_of(app: &App, symbol: &Symbol) -> Option<usize> {
    let owner = app.library.processes.iter().position(|process| process.report(symbol).is_some())?;
    let has_steps = |symbol: &Symbol| app.library.followups.has(symbol);
    let stays =
        app.desk.process == owner && !has_steps(symbol) && app.desk.report.as_ref().is_some_and(has_steps);
    (!stays).then_some(owner)
}

/// The agenda item a passage belongs to: the item itself, or the item of the section of the report.
fn item_of(app: &App, at: &Reference) -> Option<usize> {
    let process = app.process();
    let is_item = |item: &Address| process.agenda.symbol == at.symbol && *item == at.address;
    if let Some(found) = process.items.iter().position(|link| is_item(&link.item)) {
        return Some(found);
    }
    if app.desk.report.as_ref() != Some(&at.symbol) {
        return None;
    }
    process.items.iter().position(|link| {
        let section = process.section(&at.symbol, &link.item);
        let passage = section.and_then(|section| app.document().passage(section));
        passage.is_some_and(|passage| passage.contains(&app.desk.here.block))
    })
}

/// Works in a process: with its latest report that has next steps, at the first item that has a section in it.
pub fn open_process(app: &mut App, process: usize) {
    let Some(found) = app.library.processes.get(process) else { return };
    let held = |symbol: &Symbol| app.library.shelf.holds(symbol);
    let with_steps = |report: &&ReportLink| held(&report.symbol) && app.library.followups.has(&report.symbol);
    let date =
        |report: &ReportLink| app.library.shelf.rows_of(&report.symbol).iter().find_map(|row| row.date);
    let follows_dated = |undated: &ReportLink| {
        let (of_symbol, reading) = (&app.library.followups, app.context().reading());
        let mut dated = found.reports.iter().filter(|report| date(report).is_some()).peekable();
        let has_none = dated.peek().is_none();
        has_none || dated.any(|it| of_symbol.common_language(&undated.symbol, &it.symbol, reading).is_some())
    };
    // On a day before a report was issued, the one before it is used. One without a date is later than those with one only if
    // it can be compared with one of them: a text in another language may be one of theirs under another symbol.
    let issued = |report: &&ReportLink| match date(report) {
        Some(date) => date <= app.now.today,
        None => follows_dated(report),
    };
    let reports = || found.reports.iter().rev().filter(with_steps);
    let report = reports()
        .find(issued)
        .or_else(|| reports().next())
        .or_else(|| found.reports.iter().rev().find(|report| held(&report.symbol)));
    let symbol = report.map(|report| report.symbol.clone());
    let first = report.and_then(|report| {
        found.items.iter().position(|link| report.sections.iter().any(|(item, _)| *item == link.item))
    });
    app.desk.session = calendar::default_session(found, app.now.today);
    app.desk.process = process;
    app.desk.report = symbol;
    open_item(app, first.unwrap_or(0));
}

/// Chooses the report shown beside the agenda, and its process.
fn choose_report(app: &mut App, process: usize, report: &Symbol) {
    let desk = &mut app.desk;
    if desk.process != process {
        if let Some(session) = desk.session {
            desk.left.insert(desk.process, session);
        }
        let known = desk.left.get(&process).copied();
        desk.process = process;
        desk.item = 0;
        let session = || calendar::default_session(&app.library.processes[process], app.now.today);
        desk.session = known.or_else(session);
    }
    desk.report = Some(report.clone());
}

/// Opens an agenda item: its section of the report, or the item itself if the report has none. The report stays
/// the same, even if the agenda is printed in another one.
pub fn open_item(app: &mut App, item: usize) {
    let process = app.process();
    let Some(link) = process.items.get(item) else { return };
    let report = app.desk.report.as_ref();
    let section = report.and_then(|report| {
        let address = process.section(report, &link.item)?.clone();
        Some(Reference { symbol: report.clone(), address })
    });
    let agenda = || Reference { symbol: process.agenda.symbol.clone(), address: link.item.clone() };
    let target = section.unwrap_or_else(agenda);
    let from = app.desk.here.reference();
    if let Some(here) = locate(app, &target) {
        open(app, here);
        if from.symbol != target.symbol {
            app.desk.history.leave(from);
        }
    }
    app.desk.item = item;
    select_rows(app);
}

/// Opens the desk at the item of the current meeting, if there is one. A delegate who left the program during this
/// same meeting, at `left`, stays at the passage of that moment. Returns whether the desk moved.
pub fn open_at_meeting(app: &mut App, left: Option<DateTime<FixedOffset>>) -> bool {
    let Some((process, meeting)) = timeline::meeting_on(&app.context(), left) else { return false };
    if app.desk.process != process {
        open_process(app, process);
    }
    let Some(item) = timeline::item_of(app.process(), &meeting) else { return false };
    open_item(app, item);
    app.desk.session = meeting.session.or(app.desk.session);
    app.notice = Some(Notice::new("notice-meeting-on"));
    true
}

/// Replaces documents, processes and follow-ups after files changed; the delegate stays at the same passage.
pub fn replace_materials(app: &mut App, new: Materials) {
    let process = app.process().id.clone();
    let item = app.process().items.get(app.desk.item).map(|link| link.item.clone());
    let order: Vec<String> = app.library.processes.iter().map(|process| process.id.clone()).collect();
    let place = |id: &String| order.iter().position(|known| known == id).unwrap_or(order.len());
    let fault = new.faults.first().cloned();
    app.library = Library::new(new);
    let library = &mut app.library;
    library.processes.sort_by_key(|process| place(&process.id));
    app.desk.process = library.processes.iter().position(|known| known.id == process).unwrap_or_default();
    let items = &app.process().items;
    app.desk.item = items.iter().position(|link| Some(&link.item) == item.as_ref()).unwrap_or_default();
    reopen(app);
    if app.desk.report.as_ref().is_none_or(|report| !app.library.shelf.holds(report)) {
        let process = app.desk.process;
        open_process(app, process);
    }
    app.renew_timeline();
    if let Some(fault) = fault {
        app.notice = Some(Notice::from(fault));
    }
}

/// Opens the current document as the library has it now and in the language the delegate reads: at the same passage, or at
/// its beginning if that is gone. Returns whether its text is another one.
fn reopen(app: &mut App) -> bool {
    let (at, language) = (app.desk.here.reference(), app.context().reading());
    let shelf = &app.library.shelf;
    let found = shelf.destination(&at, language).map(|found| (found.document, found.position));
    let Some((document, block)) = found.or_else(|| Some((shelf.get(&at.symbol, language)?, 0))) else {
        return false;
    };
    let document = Arc::clone(document);
    if *document == *app.desk.here.document {
        app.desk.here.document = document;
        return false;
    }
    open(app, Here { document, block });
    true
}

/// The place of the delegate, to be stored for the next run.
#[must_use]
pub fn remember(app: &App) -> Bookmark {
    let appearance = &app.appearance;
    Bookmark {
        passage: Some(app.desk.here.reference()),
        pane: Some(app.window.focus.name().to_owned()),
        item: app.process().items.get(app.desk.item).map(|link| link.item.clone()),
        session: app.desk.session,
        report: app.desk.report.clone(),
        theme: (appearance.theme > 0).then(|| appearance.themes[appearance.theme].clone()),
        language: appearance.chose_language.then(|| appearance.locale.language()),
        reading: app.desk.reading,
    }
}

/// Goes to the place of the delegate in an earlier run; ignores what no longer exists.
pub fn restore(app: &mut App, bookmark: &Bookmark) {
    app.desk.reading = bookmark.reading;
    if let Some(report) = &bookmark.report
        && let Some(process) =
            app.library.processes.iter().position(|process| process.report(report).is_some())
        && app.library.shelf.holds(report)
    {
        choose_report(app, process, report);
    }
    if let Some(passage) = &bookmark.passage {
        arrive(app, passage);
        app.notice = None;
    }
    let items = &app.process().items;
    if let Some(item) = items.iter().position(|link| Some(&link.item) == bookmark.item.as_ref()) {
        app.desk.item = item;
        let on = app.split();
        on.panes.agenda.select_here(&on.context);
    }
    let pane = bookmark.pane.as_deref().and_then(Pane::from_name);
    app.window.focus = pane.unwrap_or(app.window.focus);
    let appearance = &mut app.appearance;
    if let Some(theme) = appearance.themes.iter().position(|theme| Some(theme) == bookmark.theme.as_ref()) {
        appearance.theme = theme;
    }
    app.desk.session = bookmark.session.or(app.desk.session);
    app.settle();
    app.remembered = remember(app);
}
