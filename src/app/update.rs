//! What a message does to the interface. Pure: the same messages at the same moments give the same screens.

use crate::app::layer::Layer;
use crate::app::message::{Effect, Message, Notice};
use crate::app::requests::{Answer, Request, Reread, Ticket};
use crate::app::{App, keys, mouse, place, screen};
use crate::base::Now;
use crate::workspace::Saved;

/// Takes one message and answers with what is to be done outside.
pub fn update(app: &mut App, message: Message, now: Now) -> Vec<Effect> {
    app.now = now;
    let mut effects = match message {
        Message::Key(key) => keys::press(app, key, &now),
        Message::Paste(text) => keys::paste(app, &text, &now),
        Message::Mouse(deed, column, row) => mouse::act(app, deed, column, row),
        Message::Resize(columns, rows) => {
            app.size = (columns, rows);
            Vec::new()
        }
        Message::Tick => Vec::new(),
        Message::Looked => app.reload(),
        Message::Progress(ticket, progress) => {
            app.requests.advance(ticket, progress);
            Vec::new()
        }
        Message::Answered(ticket, answer) => answered(app, ticket, answer),
        Message::Saved(note, saved) => {
            screen::typing::saved(app, &note, &saved);
            match saved {
                Saved::Written => Vec::new(),
                Saved::Beside { .. } => vec![Effect::AcceptConflict(note.id)],
            }
        }
        Message::Access(why) => {
            if why.is_none() {
                app.notice = Some(Notice::new("notice-may-write"));
            }
            app.read_only = why;
            Vec::new()
        }
        Message::Added(added) => {
            app.fingerprint = added.fingerprint;
            screen::timeline::added(app, &added.process, &added.meetings, added.count);
            Vec::new()
        }
        Message::Failed(error) => {
            app.notice = Some(Notice::from(error));
            Vec::new()
        }
        Message::Suspend => vec![Effect::Suspend],
        Message::Terminate => leave(app, &now),
    };
    app.changes += effects.iter().filter(|effect| effect.is_change()).count() as u64;
    app.settle();
    let place = place::remember(app);
    if place != app.remembered {
        app.remembered = place.clone();
        // Before the end, if this is the end.
        effects.insert(0, Effect::Remember(place));
    }
    effects
}

/// Takes the answer to a request, unless it is not wanted any more.
fn answered(app: &mut App, ticket: Ticket, answer: Answer) -> Vec<Effect> {
    match (app.requests.close(ticket), answer) {
        (Some(Request::Citations), Answer::Citations(graph)) => {
            app.graph = Some(graph);
            Vec::new()
        }
        (Some(Request::Reload { changes, .. }), Answer::Reloaded(read)) => reloaded(app, changes, *read),
        _ => Vec::new(),
    }
}

/// What was read while something of ours was being written is read again, so that nothing of ours vanishes from the screen.
fn reloaded(app: &mut App, changes: u64, read: Reread) -> Vec<Effect> {
    let mut effects: Vec<Effect> = Vec::new();
    // Documents and dates are not written by the interface: they count whatever was written meanwhile.
    if let Some(materials) = read.materials {
        place::replace_materials(app, materials);
        effects.extend(app.requests.ask(Request::Citations));
    }
    if changes != app.changes {
        effects.extend(app.reload());
        return effects;
    }
    app.notebook = read.contents.notebook;
    app.positions = read.contents.positions;
    app.tracker = read.contents.tracker;
    app.board.seen = screen::tracker::Seen::default();
    let typed = app.layers.iter().find_map(|layer| match layer {
        Layer::Typing(state) => Some(state.note.id),
        _ => None,
    });
    effects.push(Effect::Accept(read.files, typed));
    effects
}

/// Ends the program with everything typed handed over to be saved.
pub(super) fn leave(app: &mut App, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    while let Some(layer) = app.layers.pop() {
        match layer {
            Layer::Typing(state) => effects.extend(screen::typing::finish(app, *state)),
            Layer::Line(state) => effects.extend(screen::line::abandon(app, &state, now)),
            Layer::Picker(_) | Layer::Timeline(_) | Layer::Details(_) => {}
        }
    }
    effects.push(Effect::Quit);
    effects
}
