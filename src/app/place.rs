//! Where one is and how one gets elsewhere: everything that moves goes through here, so that all panes follow.

use crate::app::App;
use crate::app::message::Notice;
use crate::app::screen::{agenda, desk, timeline, tracker};
use crate::cite::resolve::Index;
use crate::followup::Materials;
use crate::model::{Address, BlockKind, Document, Place, Reference, Symbol};
use crate::workspace::Bookmark;

/// Where one has been and may go back to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    past: Vec<Reference>,
    future: Vec<Reference>,
}

/// Places kept to go back to.
const KEPT: usize = 200;

impl History {
    fn leave(&mut self, place: Reference) {
        if self.past.last() != Some(&place) {
            self.past.push(place);
        }
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
        self.future.clear();
    }
}

/// The passage one is at.
#[must_use]
pub fn here(app: &App) -> Reference {
    let document = app.document();
    let address = document.blocks.get(app.reader.block).map(|block| block.address.clone());
    Reference {
        symbol: document.symbol.clone(),
        address: address.unwrap_or_else(|| Address::body(Place::Title)),
    }
}

/// Goes to a passage and remembers where one came from; says so when there is no such passage.
pub fn go(app: &mut App, target: &Reference) -> bool {
    let from = here(app);
    if !arrive(app, target) {
        return false;
    }
    if from != *target {
        app.history.leave(from);
    }
    true
}

/// Shows a passage without a trace in the history: for steps through the agenda and the like.
pub fn show(app: &mut App, target: &Reference) -> bool {
    let from = here(app);
    let arrived = arrive(app, target);
    if arrived && from.symbol != target.symbol {
        // Leaving a document is never a small step: one can always go back to it.
        app.history.leave(from);
    }
    arrived
}

/// Puts other documents and dates in the place of those at hand, after files changed; one stays where one is.
pub fn replace_materials(app: &mut App, new: Materials) {
    let (process, at, language) = (app.process().id.clone(), here(app), app.document().language);
    let item = app.process().items.get(app.desk.item).map(|link| link.item.clone());
    let order: Vec<String> = app.processes.iter().map(|process| process.id.clone()).collect();
    app.processes = new.processes;
    let place = |id: &String| order.iter().position(|known| known == id).unwrap_or(order.len());
    app.processes.sort_by_key(|process| place(&process.id));
    app.desk.process = app.processes.iter().position(|known| known.id == process).unwrap_or_default();
    let items = &app.process().items;
    app.desk.item = items.iter().position(|link| Some(&link.item) == item.as_ref()).unwrap_or_default();
    (app.shelf, app.followups, app.fingerprint) = (new.shelf, new.followups, new.fingerprint);
    (app.references, app.passages, app.graph) = (Index::default(), None, None);
    if let Some(document) = app.shelf.get(&at.symbol, Some(language)).cloned() {
        // A document that has changed is opened where one was, or at its beginning when that passage is gone.
        let block = document.position(&at.address).unwrap_or_default();
        if *document == *app.reader.document {
            app.reader.document = document;
        } else {
            app.reader.open(document, block);
        }
    }
    if app.desk.report.as_ref().is_none_or(|report| app.shelf.get(report, None).is_none()) {
        let process = app.desk.process;
        desk::open_process(app, process);
    }
    timeline::renew(app);
    if let Some(first) = new.faults.into_iter().next() {
        app.notice = Some(Notice::from(first));
    }
}

fn arrive(app: &mut App, target: &Reference) -> bool {
    let wished = app.reader.document.language;
    let Some(document) = app.shelf.get(&target.symbol, Some(wished)).cloned() else {
        app.notice =
            Some(Notice { alarm: true, ..Notice::new("notice-not-held").with("symbol", &target.symbol) });
        return false;
    };
    let Some(block) = position(&document, &target.address) else {
        let notice = Notice::new("notice-no-passage").with("symbol", &target.symbol);
        app.notice = Some(Notice { alarm: true, ..notice.with("address", &target.address) });
        return false;
    };
    app.reader.open(document, block);
    follow(app);
    true
}

fn position(document: &Document, address: &Address) -> Option<usize> {
    let found = document.position(address);
    if found.is_none() && address.place == Place::Title {
        return (!document.blocks.is_empty()).then_some(0);
    }
    found
}

/// Goes one step back or forward through where one has been.
pub fn travel(app: &mut App, back: bool) {
    let from = here(app);
    let next = if back { app.history.past.pop() } else { app.history.future.pop() };
    let Some(target) = next else {
        app.notice = Some(Notice::new(if back { "notice-no-way-back" } else { "notice-no-way-forward" }));
        return;
    };
    if arrive(app, &target) {
        if back { &mut app.history.future } else { &mut app.history.past }.push(from);
    }
}

/// After the reader moved: the process, the report, the agenda item and the tracker row that belong to the place.
pub fn follow(app: &mut App) {
    let at = here(app);
    let owner = app.processes.iter().position(|process| process.report(&at.symbol).is_some());
    // A report without steps, such as a draft still to be filled in, is read beside the one that is worked with.
    let has_steps = |symbol: &Symbol| !app.followups_of(symbol).is_empty();
    let stays = |process: usize| {
        app.desk.process == process
            && !has_steps(&at.symbol)
            && app.desk.report.as_ref().is_some_and(has_steps)
    };
    if let Some(process) = owner.filter(|process| !stays(*process)) {
        desk::choose_report(app, process, &at.symbol);
    }
    if let Some(item) = item_here(app, &at) {
        app.desk.item = item;
    }
    agenda::select_here(app);
    tracker::select_here(app);
    app.notes.list = crate::base::list::List::default();
}

/// The agenda item the passage belongs to: by the section of the report it stands in, or because it is the item.
fn item_here(app: &App, at: &Reference) -> Option<usize> {
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
        passage.is_some_and(|passage| passage.contains(&app.reader.block))
    })
}

/// The next step one is at, if one is at one (or at a sub-paragraph of one).
#[must_use]
pub fn step_here(app: &App) -> Option<Reference> {
    let at = here(app);
    match &at.address.place {
        Place::Step(section, path) => {
            let place = Place::Step(section.clone(), path[..1].to_vec());
            Some(Reference { address: Address { part: at.address.part, place }, symbol: at.symbol })
        }
        _ => None,
    }
}

/// The heading of the section one is in, or the passage itself outside of any.
#[must_use]
pub fn section_here(app: &App) -> Reference {
    let at = here(app);
    let heading =
        app.document().section_of(app.reader.block).map(|at| app.document().blocks[at].address.clone());
    Reference { symbol: at.symbol, address: heading.unwrap_or(at.address) }
}

/// Where the delegate is, as remembered between runs.
#[must_use]
pub fn remember(app: &App) -> Bookmark {
    Bookmark {
        passage: Some(here(app)),
        pane: Some(app.focus),
        item: app.process().items.get(app.desk.item).map(|link| link.item.clone()),
        session: app.desk.session,
        report: app.desk.report.clone(),
        theme: (app.theme > 0).then(|| app.themes[app.theme].clone()),
        language: app.desk.chose_language.then(|| app.locale.language()),
    }
}

/// Goes to where the delegate was in an earlier run; what no longer exists is ignored.
pub fn restore(app: &mut App, bookmark: &Bookmark) {
    if let Some(report) = &bookmark.report
        && let Some(process) = app.processes.iter().position(|process| process.report(report).is_some())
        && app.shelf.get(report, None).is_some()
    {
        desk::choose_report(app, process, report);
    }
    if let Some(passage) = &bookmark.passage {
        arrive(app, passage);
        app.notice = None;
    }
    let items = &app.process().items;
    if let Some(item) = items.iter().position(|link| Some(&link.item) == bookmark.item.as_ref()) {
        app.desk.item = item;
        agenda::select_here(app);
    }
    if let Some(pane) = bookmark.pane {
        app.focus = pane;
    }
    if let Some(theme) = app.themes.iter().position(|theme| Some(theme) == bookmark.theme.as_ref()) {
        app.theme = theme;
    }
    if bookmark.session.is_some() {
        app.desk.session = bookmark.session;
    }
    app.settle();
    app.remembered = remember(app);
}

/// Whether a block is a heading a reader moves between with the next-heading key.
#[must_use]
pub fn is_landmark(document: &Document, block: usize) -> bool {
    document.blocks[block].kind == BlockKind::Heading
}
