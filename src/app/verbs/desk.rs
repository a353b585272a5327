//! The verbs of every pane, and those that work everywhere.

use crate::app::context::Context;
use crate::app::desk::Direction;
use crate::app::effect::{Effect, Exchange};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker, Prompt};
use crate::app::pane::Content;
use crate::app::screen::tracker::STATUSES;
use crate::app::screen::{
    agenda, amendment, citations, line, naming, position, record, speakers, templates, version,
};
use crate::app::verbs::{Call, Verb};
use crate::app::{App, Split, place, undo};
use crate::workspace::Note;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("global", "help", |_, _| open(Picker::Help)).while_writing().before_text(),
    Verb::new("global", "palette", |_, _| open(Picker::Palette)).while_writing().before_text(),
    Verb::whole("global", "quit", |app, _| app.quit()).ending(),
    Verb::whole("global", "save", |app, _| app.save()).while_writing(),
    Verb::new("global", "save-as", |_, call| match call.argument {
        Some(folder) => Outcome::of(Intent::SaveAs { folder: folder.to_owned(), leaves: false }),
        None => Outcome::of(Intent::Open(Overlay::Line(Prompt::Folder { leaves: false }))),
    })
    .with_words(),
    Verb::whole("global", "inbox", |app, _| app.open_inbox()),
    Verb::new("global", "import", |_, call| import(call)).with_words(),
    Verb::new("global", "handover", |_, call| exchange(Exchange::Handover, call)).with_words(),
    Verb::new("global", "takeover", |_, call| exchange(Exchange::Takeover, call)).with_words(),
    Verb::new("global", "suspend", |_, _| Effect::Suspend.into()).while_writing(),
    Verb::new("global", "redraw", |_, _| Effect::Redraw.into()).while_writing(),
    Verb::whole("global", "language", |app, _| {
        app.appearance.next_language();
        place::read_in_language(app);
        Vec::new()
    })
    .while_writing(),
    Verb::whole("global", "theme", |app, call| {
        app.notice = Some(match call.argument.map(|name| app.appearance.choose_theme(name)) {
            Some(None) => Notice::new("notice-no-theme").with("known", app.appearance.themes.join(", ")),
            Some(Some(name)) => Notice::new("notice-theme").with("theme", name),
            None => Notice::new("notice-theme").with("theme", app.appearance.next_theme()),
        });
        Vec::new()
    })
    .while_writing()
    .with_words(),
    Verb::whole("global", "mouse", |app, _| {
        let has_mouse = !app.appearance.has_mouse;
        app.appearance.has_mouse = has_mouse;
        app.notice = Some(Notice::new(if has_mouse { "notice-mouse" } else { "notice-no-mouse" }));
        vec![Effect::Mouse(has_mouse)]
    }),
    Verb::new("desk", "next-pane", |on, _| turn(on, 1)),
    Verb::new("desk", "previous-pane", |on, _| turn(on, -1)),
    Verb::new("desk", "next-item", |on, _| step_item(&on, 1)).while_writing(),
    Verb::new("desk", "previous-item", |on, _| step_item(&on, -1)).while_writing(),
    Verb::new("desk", "goto", |_, _| open(Picker::Goto)).while_writing().before_text(),
    Verb::new("desk", "find", |on, _| {
        let prompt = Prompt::Find { block: on.context.here().block, top: on.panes.reader.top };
        Outcome::of(Intent::Open(Overlay::Line(prompt)))
    })
    .while_writing()
    .before_text(),
    Verb::new("desk", "search", |_, _| open(Picker::Search)).while_writing().before_text(),
    Verb::new("desk", "similar", |_, _| open(Picker::Similar)).while_writing(),
    Verb::new("desk", "note", |on, _| on.panes.notes.start(&on.context)).before_text(),
    Verb::new("desk", "templates", |on, call| templates::start_named(&on.context, call.argument))
        .with_words()
        .before_text(),
    Verb::new("desk", "position", |on, _| position::open(&on.context)).before_text(),
    Verb::new("desk", "instruction", |on, _| position::instruction::ask(&on.context)).before_text(),
    Verb::new("desk", "positions", |_, _| open(Picker::Positions)),
    Verb::new("desk", "digest", |on, _| record::open(&on.context, false)).before_text(),
    Verb::new("desk", "session-digest", |on, _| record::open(&on.context, true)).before_text(),
    Verb::new("desk", "basis", |on, _| on.context.refusal().unwrap_or_else(|| open(Picker::Basis))),
    Verb::new("desk", "amend", |on, _| amendment::open(&on.context)).before_text(),
    Verb::new("desk", "amend-as", |on, _| on.context.refusal().unwrap_or_else(|| open(Picker::NewAmendment))),
    Verb::new("desk", "amendments", |on, _| amendments(&on)),
    Verb::new("desk", "marked-text", |on, _| on.panes.reader.toggle_marked()).while_writing(),
    Verb::new("desk", "notes-shown", |on, _| on.panes.notes.show_next(&on.context)),
    Verb::new("desk", "intervention", |on, _| on.panes.notes.start_intervention(&on.context)).before_text(),
    Verb::new("desk", "speakers", |on, _| speakers::open(&on.context)).before_text(),
    Verb::new("desk", "limit", |on, call| match call.argument {
        Some(text) => speakers::set_limit(&on.context, text).unwrap_or_else(Outcome::notify),
        None => speakers::ask_limit(&on.context),
    })
    .with_words()
    .before_text(),
    Verb::new("desk", "next-speaker", |on, _| speakers::next(&on.context)).before_text(),
    Verb::new("desk", "tracker", |on, _| {
        let is_open = on.context.focus == Pane::Tracker;
        Outcome::of(Intent::Enter(if is_open { on.panes.tracker.came_from } else { Pane::Tracker }))
    }),
    Verb::new("desk", "status", |on, call| on.panes.tracker.set_status(&on.context, call.argument))
        .with(STATUSES),
    Verb::new("desk", "copy-citation", |on, _| copy_citation(&on)).while_writing(),
    Verb::new("desk", "copy-quote", |on, _| copy_quote(&on)).while_writing(),
    Verb::whole("desk", "undo", |app, _| undo::travel(app, Direction::Back)),
    Verb::whole("desk", "redo", |app, _| undo::travel(app, Direction::Forward)),
    Verb::new("desk", "back", |_, _| Outcome::of(Intent::Travel(Direction::Back))).while_writing(),
    Verb::new("desk", "forward", |_, _| Outcome::of(Intent::Travel(Direction::Forward))).while_writing(),
    Verb::new("desk", "documents", |_, _| open(Picker::Documents)).while_writing().before_text(),
    Verb::new("desk", "outline", |_, _| open(Picker::Outline)).while_writing().before_text(),
    Verb::new("desk", "findings", |_, _| open(Picker::Findings)).while_writing(),
    Verb::whole("desk", "zoom", |app, _| {
        app.window.zoomed = !app.window.zoomed;
        Vec::new()
    })
    .while_writing(),
    Verb::new("desk", "footnote", |on, _| citations::toggle_notes(&mut on.panes.reader, &on.context))
        .while_writing(),
    Verb::whole("desk", "reload", |app, _| {
        app.notice = Some(Notice::new("notice-reloaded"));
        app.reload()
    }),
    Verb::new("desk", "section-notes", |on, _| {
        on.panes.notes.toggle_section();
        Outcome::none()
    }),
    Verb::new("desk", "working-session", |_, _| open(Picker::Sessions)),
    Verb::whole("desk", "cancel", |app, _| cancel(app)),
    Verb::new("desk", "up", |on, _| in_pane(on, |pane, context| pane.step(context, -1))).while_writing(),
    Verb::new("desk", "down", |on, _| in_pane(on, |pane, context| pane.step(context, 1))).while_writing(),
    Verb::new("desk", "left", |on, _| sideways(on, -1)),
    Verb::new("desk", "right", |on, _| sideways(on, 1)),
    Verb::new("desk", "page-up", |on, _| page(on, -1)).while_writing(),
    Verb::new("desk", "page-down", |on, _| page(on, 1)).while_writing(),
    Verb::new("desk", "first", |on, _| in_pane(on, |pane, context| pane.edge(context, false)))
        .while_writing(),
    Verb::new("desk", "last", |on, _| in_pane(on, |pane, context| pane.edge(context, true))).while_writing(),
    Verb::new("desk", "open", |on, _| in_pane(on, |pane, context| pane.open(context))).while_writing(),
];

/// Imports the files that were typed; asks for them if none were.
fn import(call: &Call) -> Outcome {
    Outcome::of(match call.argument {
        Some(files) => Intent::Import(line::paths::files_of(files)),
        None => Intent::Open(Overlay::Line(Prompt::Import)),
    })
}

/// Hands over to the file that was typed, or takes it over; asks for it if none was.
fn exchange(exchange: Exchange, call: &Call) -> Outcome {
    Outcome::of(match call.argument {
        Some(file) => Intent::Exchange { exchange, file: file.to_owned() },
        None => Intent::Open(Overlay::Line(Prompt::Package(exchange))),
    })
}

fn open(picker: Picker) -> Outcome {
    Outcome::of(Intent::Open(Overlay::Picker(picker)))
}

/// The list of the amendments of the document.
fn amendments(on: &Split) -> Outcome {
    let symbol = &on.context.here().document.symbol;
    let is_here = |note: &Note| note.anchor.as_ref().is_some_and(|anchor| anchor.symbol == *symbol);
    match on.context.workspace.amendments.notes().any(is_here) {
        true => open(Picker::Amendments),
        false => Outcome::notify(Notice::new("notice-no-amendments").with("symbol", symbol)),
    }
}

/// Opens the next or previous item that has no items below it.
fn step_item(on: &Split, by: isize) -> Outcome {
    let items = &on.context.process().items;
    let next = |item: usize| item.checked_add_signed(by).filter(|next| *next < items.len());
    let mut following = std::iter::successors(next(on.context.desk.item), |item| next(*item));
    match following.find(|item| !agenda::has_children(&on.context, &items[*item].item)) {
        Some(item) => Outcome::of(Intent::OpenItem(item)).and(Intent::ToItem),
        None => Outcome::notify(Notice::new(if by < 0 { "notice-first-item" } else { "notice-last-item" })),
    }
}

/// Goes to the next or previous pane; of two languages beside each other, to the other one first.
fn turn(on: Split, by: isize) -> Outcome {
    if let Some(outcome) = version::cross(&mut on.panes.reader, &on.context, by) {
        return outcome;
    }
    Outcome::of(Intent::Enter(on.context.focus.step(by)))
}

/// `Esc` at the desk: ends the search, else the zoom, else cancels something in the pane with the focus.
fn cancel(app: &mut App) -> Vec<Effect> {
    if let Some(effects) = app.stop_import() {
        return effects;
    }
    let had_hits = app.finder.trail.take().is_some();
    if app.panes.reader.found.take().is_some() || had_hits {
        return Vec::new();
    }
    if app.window.zoomed {
        app.window.zoomed = false;
        return Vec::new();
    }
    app.with(|on| in_pane(on, |pane, context| pane.cancel(context)))
}

/// Runs a function of the pane with the focus.
fn in_pane(on: Split, function: impl FnOnce(&mut dyn Content, &Context) -> Outcome) -> Outcome {
    function(on.panes.get_mut(on.context.focus), &on.context)
}

fn sideways(on: Split, by: isize) -> Outcome {
    let moved = on.panes.get_mut(on.context.focus).sideways(&on.context, by);
    moved.unwrap_or_else(|| turn(on, by))
}

fn page(on: Split, by: isize) -> Outcome {
    in_pane(on, |pane, context| {
        let content = context.content(context.focus);
        let height = content.map_or(10, |rect| isize::try_from(rect.height).unwrap_or(10));
        pane.page(context, height, by)
    })
}

fn copy_citation(on: &Split) -> Outcome {
    let citation = naming::citation(on.context.locale().language(), &on.context.passage());
    Outcome::notify(Notice::new("notice-copied").with("text", &citation)).and(Intent::CopyWords(citation))
}

fn copy_quote(on: &Split) -> Outcome {
    let citation = naming::citation(on.context.locale().language(), &on.context.passage());
    Outcome::notify(Notice::new("notice-copied-quote").with("text", &citation))
        .and(Intent::CopyWords(citations::quoted_here(&on.context)))
}
