//! One line typed at the foot of the desk: a search, an intervention, a remark, a day.

use std::sync::Arc;

use crate::app::App;
use crate::app::field::Field;
use crate::app::layer::Layer;
use crate::app::message::{Effect, Notice};
use crate::app::screen::{day, desk, find, notes, reader, tracker};
use crate::base::Now;
use crate::locale::{Locale, dates};
use crate::workspace::Note;

/// What the line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Words to find in the document; the passage and the line on screen one started from.
    Find {
        /// The passage.
        block: usize,
        /// The first line on screen.
        top: usize,
    },
    /// What a delegation said: `SG + capacités d'abord`.
    Intervention,
    /// A remark on the status of the step one is at.
    Remark,
    /// Why something is carried over, and to which session; none where no later one is known.
    CarryOver {
        /// The session.
        to: Option<u32>,
    },
    /// The day to work in.
    Day,
}

impl Purpose {
    /// The words before the line.
    #[must_use]
    pub fn prompt(&self, locale: &Locale) -> String {
        match self {
            Self::Find { .. } => locale.say("prompt-find"),
            Self::Intervention => locale.say("prompt-intervention"),
            Self::Remark => locale.say("prompt-remark"),
            Self::CarryOver { to: None } => locale.say("prompt-carry-over"),
            Self::CarryOver { to: Some(session) } => {
                let ordinal = dates::ordinal(locale, *session);
                locale.say_with("prompt-carry-over-to", &[("ordinal", (&ordinal).into())])
            }
            Self::Day => locale.say("prompt-day"),
        }
    }
}

/// The line being typed.
#[derive(Debug, Clone)]
pub struct State {
    /// What it is for.
    pub purpose: Purpose,
    /// What was typed.
    pub input: Field,
    /// An intervention or a remark as it was last handed over to be saved; none before anything was typed.
    pub draft: Option<Note>,
}

/// Opens an empty line, unless it would write where nothing can be written.
pub fn open(app: &mut App, purpose: Purpose) -> Vec<Effect> {
    if purpose == Purpose::Intervention && !desk::may_write(app) {
        return Vec::new();
    }
    app.layers.push(Layer::Line(Box::new(State { purpose, input: Field::default(), draft: None })));
    Vec::new()
}

/// Opens the line of the search.
pub fn open_find(app: &mut App) -> Vec<Effect> {
    let purpose = Purpose::Find { block: app.reader.block, top: app.reader.top };
    open(app, purpose)
}

/// What was typed changed.
pub fn changed(app: &mut App) -> Vec<Effect> {
    let Some(Layer::Line(state)) = app.layers.last() else { return Vec::new() };
    let text = state.input.text();
    match state.purpose {
        Purpose::Find { block, .. } => find::search(app, &text, block),
        Purpose::Intervention | Purpose::Remark | Purpose::CarryOver { .. } => return hand_over(app, &text),
        Purpose::Day => {}
    }
    Vec::new()
}

/// What is typed is saved as it is typed, like any note: not even a power cut takes it away. A remark is a
/// note of the passage until it is accepted.
fn hand_over(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(Layer::Line(mut state)) = app.layers.pop() else { return Vec::new() };
    let draft = state.draft.take();
    let note = match state.purpose {
        Purpose::Remark | Purpose::CarryOver { .. } => notes::plain(app, text, draft, &app.now),
        _ => notes::intervention(app, text, draft, &app.now),
    };
    state.draft = Some(note.clone());
    app.layers.push(Layer::Line(state));
    vec![Effect::SaveNote(Arc::new(note))]
}

/// The line is finished.
pub fn accept(app: &mut App, now: &Now) -> Vec<Effect> {
    let Some(Layer::Line(state)) = app.layers.pop() else { return Vec::new() };
    let text = state.input.text();
    match state.purpose {
        Purpose::Find { .. } => {
            tell_found(app, &text);
            Vec::new()
        }
        Purpose::Intervention => notes::add_intervention(app, &text, state.draft, now),
        Purpose::Remark => {
            let effects = tracker::marks::remark(app, &text, now);
            kept(app, effects, (&text, state.draft))
        }
        Purpose::CarryOver { .. } => {
            let effects = tracker::marks::carry_over(app, &text, now);
            kept(app, effects, (&text, state.draft))
        }
        Purpose::Day => day::accept(app, state, now),
    }
}

/// What was said stands in the tracker and its note goes; should it find no step any more, the note stays.
fn kept(app: &mut App, mut effects: Vec<Effect>, (text, draft): (&str, Option<Note>)) -> Vec<Effect> {
    match draft {
        Some(draft) if !effects.is_empty() || text.trim().is_empty() => {
            effects.push(notes::discard(app, draft))
        }
        Some(draft) => {
            app.notebook.add(draft);
        }
        None => {}
    }
    effects
}

/// The line is given up: a search goes back to where it started; an intervention or a remark goes to the bin.
pub fn cancel(app: &mut App) -> Vec<Effect> {
    let Some(Layer::Line(state)) = app.layers.pop() else { return Vec::new() };
    if let Purpose::Find { block, top } = state.purpose {
        app.reader.found = None;
        reader::select(app, block);
        app.reader.top = top;
    }
    state.draft.map(|draft| notes::discard(app, draft)).into_iter().collect()
}

/// The program ends in the middle of the line: what was typed is kept. That something is carried over was
/// not yet said; the reason for it stays as a note.
pub fn abandon(app: &mut App, state: &State, now: &Now) -> Vec<Effect> {
    let text = state.input.text();
    let draft = state.draft.clone();
    match state.purpose {
        Purpose::Intervention => notes::add_intervention(app, &text, draft, now),
        Purpose::Remark => {
            let effects = tracker::marks::remark(app, &text, now);
            kept(app, effects, (&text, draft))
        }
        Purpose::CarryOver { .. } => kept(app, Vec::new(), (&text, draft)),
        Purpose::Find { .. } | Purpose::Day => Vec::new(),
    }
}

fn tell_found(app: &mut App, query: &str) {
    let Some(found) = &app.reader.found else { return };
    app.notice = Some(if found.matches.is_empty() {
        Notice::new("notice-not-found").with("query", query)
    } else {
        Notice::new("notice-found").with("at", found.at + 1).with("count", found.matches.len())
    });
}
