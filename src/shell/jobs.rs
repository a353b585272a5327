//! Who carries out an effect that needs no terminal: the keeper does it as a job, or a worker starts on it.

use std::sync::Arc;

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::requests::{Answer, Request, Ticket};
use crate::shell::keeper::Job;
use crate::shell::paths;
use crate::shell::workers::Workers;
use crate::store::library;

/// The job of the keeper for an effect; `None` if a worker, `elsewhere` or the terminal does it.
pub fn of(effect: Effect, workers: &mut Workers, app: &App) -> Option<Job> {
    Some(match effect {
        Effect::Write(write) => Job::Write(write),
        Effect::Remember(bookmark) => Job::Remember(*bookmark),
        Effect::Accept(files, held_back) => Job::Accept(files, held_back),
        Effect::AcceptConflict(id) => Job::AcceptConflict(id),
        Effect::WorkOn(day) => Job::WorkOn(day),
        Effect::Exchange(asked) => Job::Exchange(*asked),
        Effect::Correct(asked) => Job::Correct(*asked),
        Effect::Ask(ticket, request) => return ask(ticket, request, workers, app),
        Effect::Cancel(ticket) => {
            workers.cancel(ticket);
            return None;
        }
        Effect::SaveAs(_) | Effect::Export(_) => return None,
        Effect::Copy(_) | Effect::Mouse(_) | Effect::Redraw | Effect::Suspend | Effect::Quit => return None,
    })
}

fn ask(ticket: Ticket, request: Request, workers: &mut Workers, app: &App) -> Option<Job> {
    let task = workers.accept(ticket);
    match request {
        // By way of the keeper: what was sent to it before is written before anything is read.
        Request::Reload { fingerprint, .. } => Some(Job::Reload(task, fingerprint)),
        Request::Citations => {
            let (shelf, caches) = (app.library.shelf.clone(), workers.caches.clone());
            task.start(move |task| {
                let graph = library::graph(&shelf, caches.as_ref(), Some(task))?;
                Some(Answer::Citations(Arc::new(graph)))
            });
            None
        }
        Request::Inbox(dismissed) => {
            if let Some(inbox) = workers.inbox.clone() {
                task.start(move |_| Some(inbox.answer(&dismissed)));
            }
            None
        }
        Request::Paths(typed) => {
            let home = workers.home.clone();
            task.start(move |task| paths::listed(&typed, &home, task).map(Answer::Paths));
            None
        }
        Request::Import(files) => {
            if let Some(importer) = workers.importer.clone() {
                task.start(move |task| importer.import(&files, task));
            }
            None
        }
        Request::Index => {
            if let Some(searcher) = workers.searcher.clone() {
                // A delegate who has not opened the search yet may never do so.
                let changed = if app.finder.is_open { searcher.changed(app) } else { None };
                task.start(move |task| searcher.update(task, changed));
            }
            None
        }
        Request::AddRing(terms) => {
            if let Some(searcher) = workers.searcher.clone() {
                task.start(move |_| Some(searcher.add_ring(&terms)));
            }
            None
        }
        Request::RemoveRing(terms) => {
            if let Some(searcher) = workers.searcher.clone() {
                task.start(move |_| Some(searcher.remove_ring(&terms)));
            }
            None
        }
        Request::Search(request) => {
            if let Some(searcher) = workers.searcher.clone() {
                let changed = searcher.changed(app);
                task.start(move |_| searcher.search(&request, changed));
            }
            None
        }
    }
}
