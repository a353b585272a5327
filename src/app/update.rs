//! What a message does to the interface. Pure: the same messages at the same moments give the same screens.

use crate::app::layer::Layer;
use crate::app::message::{Effect, Message, Notice, Read};
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
        Message::Looked => vec![Effect::Reload(app.changes)],
        Message::Reloaded(changes, read) => reloaded(app, changes, *read),
        Message::Saved(note, saved) => {
            screen::typing::saved(app, &note, &saved);
            match saved {
                Saved::Written => Vec::new(),
                Saved::Beside { .. } => vec![Effect::Followed(note.id)],
            }
        }
        Message::Access(why) => {
            if why.is_none() {
                app.notice = Some(Notice::new("notice-may-write"));
            }
            app.read_only = why;
            Vec::new()
        }
        Message::Cited(graph) => {
            app.graph = Some(graph);
            Vec::new()
        }
        Message::Added(process, meetings, count) => {
            screen::timeline::added(app, &process, &meetings, count);
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

/// What was read while we changed something is read again: nothing of ours may vanish from the screen.
fn reloaded(app: &mut App, changes: u64, read: Read) -> Vec<Effect> {
    let mut effects: Vec<Effect> = Vec::new();
    // Documents and dates are nothing of ours: they count whatever was written meanwhile.
    if let Some(materials) = read.materials {
        place::replace_materials(app, materials);
        effects.push(Effect::ReadCitations);
    }
    if changes != app.changes {
        effects.push(Effect::Reload(app.changes));
        return effects;
    }
    app.notebook = read.notebook;
    app.positions = read.positions;
    app.tracker = read.tracker;
    app.board.seen = screen::tracker::Seen::default();
    let typed = app.layers.iter().find_map(|layer| match layer {
        Layer::Typing(state) => Some(state.note.id),
        _ => None,
    });
    effects.push(Effect::Taken(typed));
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
