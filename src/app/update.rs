//! What a message does to the interface. Pure: the same messages at the same moments give the same screens.

use crate::app::effect::Effect;
use crate::app::event::{Added, Event};
use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::app::requests::{Answer, Request, Reread, Ticket};
use crate::app::window::WindowSize;
use crate::app::write::Write;
use crate::app::{App, burst, carry_over, keys, mouse, place, routing, saved};
use crate::base::Now;
use crate::export::calendar_text;

/// Takes one message. Returns what must be done outside of the interface. Before the next frame is drawn,
/// [`App::settle_if_needed`] must be called.
pub fn update(app: &mut App, message: Event, now: Now) -> Vec<Effect> {
    app.now = now;
    let mut effects = take(app, message);
    app.workspace.hand_over(&effects);
    app.read_mentions();
    effects.extend(app.ask_search());
    effects.extend(app.continue_leaving());
    app.is_settled = false;
    let place = place::remember(app);
    if place != app.remembered {
        app.remembered = place.clone();
        // First, because the last effect may end the program.
        effects.insert(0, Effect::Remember(Box::new(place)));
    }
    effects
}

fn take(app: &mut App, message: Event) -> Vec<Effect> {
    match message {
        Event::Key(key) => return keys::press(app, key),
        Event::Burst(keys) => return burst::insert(app, &keys),
        Event::Paste(text) => return keys::paste(app, &text),
        Event::Mouse(pointer) => return mouse::act(app, pointer),
        Event::Resize(columns, rows) => app.window.size = WindowSize { columns, rows },
        Event::Tick if app.workspace.unsaved.is_due(app.now.instant) => {
            return app.workspace.try_again(app.now.instant);
        }
        Event::LightGround => app.appearance.light_first(),
        Event::Tick => return app.look_into_inbox(),
        Event::Looked => {
            let mut effects = app.reload();
            effects.extend(app.look_into_inbox());
            return effects;
        }
        Event::Progress(ticket, progress) => {
            app.requests.advance(ticket, progress);
            app.show_import();
        }
        Event::Answered(ticket, answer) => return answered(app, ticket, answer),
        Event::Saved(note, saved) => return saved::take_over(app, &note, &saved),
        Event::Access(refused) => {
            app.workspace.read_only = refused;
            if app.workspace.read_only.is_none() {
                app.notice = Some(Notice::new("notice-may-write"));
                return app.workspace.try_again(app.now.instant);
            }
        }
        Event::Recovered(recovery) => return saved::recovered(app, recovery),
        Event::Written(write) => return app.written(&write),
        Event::Added(added) => return calendar_added(app, &added),
        Event::Refused(write, error) => return app.refused(&write, error),
        Event::Unjournalled(error) => {
            app.notice = Some(Notice::new("notice-unjournalled").with("error", error).alarming());
        }
        Event::SavedAs(saved) => app.saved_as(&saved),
        Event::Exchanged(exchanged) => return app.exchanged(*exchanged),
        Event::Corrected(Err(error)) => app.notice = Some(Notice::from(error).alarming()),
        Event::Corrected(Ok(message)) => {
            app.notice = Some(Notice { message: *message, alarm: false, is_brief: false });
            return app.reload();
        }
        Event::Exported(exported) => app.notice = Some(exported.notice()),
        Event::Failed(error) => app.notice = Some(Notice::from(error)),
        Event::Suspend => return vec![Effect::Suspend],
        Event::Continued => return vec![Effect::Redraw],
        Event::Terminate => return app.terminate(),
    }
    Vec::new()
}

/// Handles the answer to a request, unless the request was cancelled.
fn answered(app: &mut App, ticket: Ticket, answer: Answer) -> Vec<Effect> {
    match (app.requests.close(ticket), answer) {
        (Some(Request::Citations), Answer::Citations(graph)) => {
            app.library.graph = Some(graph);
            Vec::new()
        }
        (Some(Request::Index | Request::AddRing(_) | Request::RemoveRing(_)), Answer::Indexed) => {
            app.take_indexed();
            Vec::new()
        }
        (Some(Request::Search(_)), Answer::Found(answer)) => {
            app.take_found(*answer);
            Vec::new()
        }
        (Some(Request::Paths(asked)), Answer::Paths(paths)) => {
            if let Some(Layer::Line(line)) = app.layers.last_mut() {
                line.list_paths(&asked, paths);
            }
            Vec::new()
        }
        (Some(Request::Inbox(_)), Answer::Inbox(found)) => {
            app.take_inbox(found);
            Vec::new()
        }
        (Some(Request::Import(_)), Answer::Imported(report)) => app.imported(report),
        (Some(Request::Reload { changes, .. }), Answer::Reloaded(read)) => reloaded(app, changes, *read),
        (Some(_), Answer::Failed(error)) => {
            app.notice = Some(Notice::from(error));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Handles files that were read again. If something was changed here in the meantime, notes and tracker must be read
/// once more: otherwise that change would disappear from the screen.
fn reloaded(app: &mut App, changes: u64, read: Reread) -> Vec<Effect> {
    let mut effects: Vec<Effect> = Vec::new();
    // Documents and dates are not changed here, so they are valid in any case.
    if let Some(materials) = read.materials {
        place::replace_materials(app, materials);
        effects.extend(app.requests.ask_indexes());
    }
    if changes != app.workspace.changes {
        effects.extend(app.reload());
        return effects;
    }
    let was_unread = app.workspace.notebook.is_unread();
    app.workspace.take_over(read.contents, read.gone);
    if let Some(broken) = app.workspace.notebook.broken().first().filter(|_| was_unread) {
        app.notice = Some(Notice::from(broken.error.clone()).alarming());
    }
    app.panes.tracker.invalidate();
    let mut held_back = carry_over::carry_over(app);
    held_back.extend(app.workspace.held_back());
    effects.push(Effect::Accept(read.files, held_back));
    effects
}

/// Handles that entries were added to the calendar of a process.
fn calendar_added(app: &mut App, added: &Added) -> Vec<Effect> {
    let Added { new, count, before, after } = added;
    // What another program has changed there before is not shown, and must be read.
    if app.library.fingerprint.calendar == *before {
        app.library.fingerprint.calendar = *after;
    }
    if let Some(process) = app.library.processes.iter_mut().find(|known| known.id == new.process.id) {
        new.entries.add_to(process);
    }
    if let Some(timeline) = app.layers.iter_mut().find_map(routing::timeline) {
        timeline.pasted = None;
    }
    app.renew_timeline();
    app.notice = Some(match (new.entries.meetings.as_slice(), new.entries.deadlines.as_slice()) {
        ([], [deadline]) if *count > 0 => {
            let words = calendar_text::dated_deadline(&app.appearance.locale, deadline);
            Notice::new("notice-deadline-added").with("deadline", words)
        }
        _ => {
            let notice = Notice::new("programme-added").with("added", *count);
            notice.with("meetings", new.entries.meetings.len()).with("deadlines", new.entries.deadlines.len())
        }
    });
    app.written(&Write::AddToCalendar(Box::new(new.clone())))
}
