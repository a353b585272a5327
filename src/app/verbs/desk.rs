//! The verbs of every pane, and those that work everywhere.

use crate::app::context::Context;
use crate::app::desk::Direction;
use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker, Prompt};
use crate::app::pane::Content;
use crate::app::screen::tracker::STATUSES;
use crate::app::screen::{agenda, citations, naming};
use crate::app::verbs::Verb;
use crate::app::{App, place, routing, undo, update};
use crate::locale::{self, Locale};

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("global", "help", |app, _| open(app, Overlay::Picker(Picker::Help))),
    Verb::new("global", "palette", |app, _| open(app, Overlay::Picker(Picker::Palette))),
    Verb::new("global", "quit", |app, _| update::leave(app)),
    Verb::new("global", "suspend", |_, _| vec![Effect::Suspend]),
    Verb::new("global", "redraw", |_, _| vec![Effect::Redraw]),
    Verb::new("global", "language", |app, _| switch_language(app)),
    Verb::new("global", "theme", |app, _| switch_theme(app)),
    Verb::new("desk", "next-pane", |app, _| turn(app, 1)),
    Verb::new("desk", "previous-pane", |app, _| turn(app, -1)),
    Verb::new("desk", "next-item", |app, _| step_item(app, 1)),
    Verb::new("desk", "previous-item", |app, _| step_item(app, -1)),
    Verb::new("desk", "goto", |app, _| open(app, Overlay::Picker(Picker::Goto))),
    Verb::new("desk", "find", |app, _| {
        let prompt = Prompt::Find { block: app.desk.here.block, top: app.panes.reader.top };
        open(app, Overlay::Line(prompt))
    }),
    Verb::new("desk", "note", |app, _| app.with(|on| on.panes.notes.start(&on.context))),
    Verb::new("desk", "intervention", |app, _| app.with(|on| on.panes.notes.start_intervention(&on.context))),
    Verb::new("desk", "tracker", |app, _| toggle_tracker(app)),
    Verb::new("desk", "status", |app, call| {
        app.with(|on| on.panes.tracker.set_status(&on.context, call.argument))
    })
    .with(STATUSES),
    Verb::new("desk", "copy-citation", |app, _| app.with(|on| copy_citation(&on))),
    Verb::new("desk", "copy-quote", |app, _| app.with(|on| copy_quote(&on))),
    Verb::new("desk", "undo", |app, _| undo::travel(app, Direction::Back)),
    Verb::new("desk", "redo", |app, _| undo::travel(app, Direction::Forward)),
    Verb::new("desk", "back", |app, _| {
        place::travel(app, Direction::Back);
        Vec::new()
    }),
    Verb::new("desk", "forward", |app, _| {
        place::travel(app, Direction::Forward);
        Vec::new()
    }),
    Verb::new("desk", "documents", |app, _| open(app, Overlay::Picker(Picker::Documents))),
    Verb::new("desk", "outline", |app, _| open(app, Overlay::Picker(Picker::Outline))),
    Verb::new("desk", "findings", |app, _| open(app, Overlay::Picker(Picker::Findings))),
    Verb::new("desk", "zoom", |app, _| {
        app.window.zoomed = !app.window.zoomed;
        Vec::new()
    }),
    Verb::new("desk", "footnote", |app, _| {
        app.with(|on| citations::toggle_notes(&mut on.panes.reader, &on.context))
    }),
    Verb::new("desk", "reload", |app, _| {
        app.notice = Some(Notice::new("notice-reloaded"));
        app.reload()
    }),
    Verb::new("desk", "section-notes", |app, _| {
        app.panes.notes.toggle_section();
        Vec::new()
    }),
    Verb::new("desk", "working-session", |app, _| app.with(|on| next_session(&on))),
    Verb::new("desk", "cancel", |app, _| cancel(app)),
    Verb::new("desk", "up", |app, _| in_pane(app, |pane, context| pane.step(context, -1))),
    Verb::new("desk", "down", |app, _| in_pane(app, |pane, context| pane.step(context, 1))),
    Verb::new("desk", "left", |app, _| sideways(app, -1)),
    Verb::new("desk", "right", |app, _| sideways(app, 1)),
    Verb::new("desk", "page-up", |app, _| page(app, -1)),
    Verb::new("desk", "page-down", |app, _| page(app, 1)),
    Verb::new("desk", "first", |app, _| in_pane(app, |pane, context| pane.edge(context, false))),
    Verb::new("desk", "last", |app, _| in_pane(app, |pane, context| pane.edge(context, true))),
    Verb::new("desk", "open", |app, _| in_pane(app, |pane, context| pane.open(context))),
];

fn open(app: &mut App, overlay: Overlay) -> Vec<Effect> {
    routing::carry_out(app, Outcome::of(Intent::Open(overlay)))
}

/// Opens the next or previous item that has no items below it.
fn step_item(app: &mut App, by: isize) -> Vec<Effect> {
    let context = app.context();
    let items = &context.process().items;
    let next = |item: usize| item.checked_add_signed(by).filter(|next| *next < items.len());
    let mut following = std::iter::successors(next(context.desk.item), |item| next(*item));
    let Some(item) = following.find(|item| !agenda::has_children(&context, &items[*item].item)) else {
        app.notice = Some(Notice::new(if by < 0 { "notice-first-item" } else { "notice-last-item" }));
        return Vec::new();
    };
    place::open_item(app, item);
    in_pane(app, |pane, context| pane.to_item(context))
}

fn next_session(on: &crate::app::Split) -> Outcome {
    let sessions = &on.context.process().sessions;
    let numbers: Vec<u32> = sessions.iter().filter_map(|session| session.number).collect();
    let at = numbers.iter().position(|number| Some(*number) == on.context.desk.session);
    let next = numbers.get(at.map_or(0, |at| (at + 1) % numbers.len()));
    next.map_or_else(Outcome::none, |session| Outcome::of(Intent::WorkFor(*session)))
}

fn turn(app: &mut App, by: isize) -> Vec<Effect> {
    routing::focus(app, app.window.focus.step(by))
}

fn toggle_tracker(app: &mut App) -> Vec<Effect> {
    let tracker = app.window.focus == Pane::Tracker;
    routing::focus(app, if tracker { app.panes.tracker.came_from } else { Pane::Tracker })
}

/// `Esc` at the desk: ends the search, else the zoom, else what the pane has to take back.
fn cancel(app: &mut App) -> Vec<Effect> {
    if app.panes.reader.found.take().is_some() {
        return Vec::new();
    }
    if app.window.zoomed {
        app.window.zoomed = false;
        return Vec::new();
    }
    in_pane(app, |pane, context| pane.cancel(context))
}

/// Runs a function of the pane that has the keys.
fn in_pane(app: &mut App, function: impl FnOnce(&mut dyn Content, &Context) -> Outcome) -> Vec<Effect> {
    app.with(|on| function(on.panes.get_mut(on.context.focus), &on.context))
}

fn sideways(app: &mut App, by: isize) -> Vec<Effect> {
    let on = app.split();
    match on.panes.get_mut(on.context.focus).sideways(&on.context, by) {
        Some(outcome) => routing::carry_out(app, outcome),
        None => turn(app, by),
    }
}

fn page(app: &mut App, by: isize) -> Vec<Effect> {
    in_pane(app, |pane, context| {
        let content = context.content(context.focus);
        let height = content.map_or(10, |rect| isize::try_from(rect.height).unwrap_or(10));
        pane.page(context, height, by)
    })
}

fn copy_citation(on: &crate::app::Split) -> Outcome {
    let citation = naming::citation(on.context.locale().language(), &on.context.passage());
    Outcome::notify(Notice::new("notice-copied").with("text", &citation))
        .and(Intent::Perform(Effect::Copy(citation)))
}

fn copy_quote(on: &crate::app::Split) -> Outcome {
    let locale = on.context.locale();
    let at = on.context.passage();
    let citation = naming::citation(locale.language(), &at);
    let document = &on.context.here().document;
    let words = document.passage(&at.address).map(|range| {
        document.blocks[range].iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
    });
    let words = words.unwrap_or_default();
    let args = [("words", words.as_str().into()), ("citation", citation.as_str().into())];
    let quoted = locale.say_with("quoted-passage", &args);
    Outcome::notify(Notice::new("notice-copied-quote").with("text", &citation))
        .and(Intent::Perform(Effect::Copy(quoted)))
}

fn switch_language(app: &mut App) -> Vec<Effect> {
    let languages = locale::available();
    let appearance = &mut app.appearance;
    let at = languages.iter().position(|language| *language == appearance.locale.language()).unwrap_or(0);
    appearance.locale = Locale::new(languages[(at + 1) % languages.len()]);
    appearance.chose_language = true;
    Vec::new()
}

fn switch_theme(app: &mut App) -> Vec<Effect> {
    let appearance = &mut app.appearance;
    appearance.theme = (appearance.theme + 1) % appearance.themes.len().max(1);
    let name = appearance.themes.get(appearance.theme);
    let name = name.map(|name| appearance.locale.say(&format!("theme-{name}"))).unwrap_or_default();
    app.notice = Some(Notice::new("notice-theme").with("theme", name));
    Vec::new()
}
