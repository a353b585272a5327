//! Carries out the requests of screens on the whole state.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::effect::{Effect, Exchange, PackageRequest};
use crate::app::input::Clipboard;
use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::place_list::PlaceList;
use crate::app::requests::Request;
use crate::app::screen::find::Found;
use crate::app::screen::picker::table;
use crate::app::screen::{browser, line, prompter, statement, timeline, typing};
use crate::app::workspace::Change;
use crate::app::{App, Split, copying, keys, place};
use crate::base::Id;
use crate::base::list::List;
use crate::calendar;
use crate::locale::dates;
use crate::model::Reference;
use crate::search::text::FoldedDocument;
use crate::workspace::{Note, RemarkAccess};

impl App {
    /// Runs a function of one screen and carries out its requests.
    pub fn with(&mut self, function: impl FnOnce(Split<'_>) -> Outcome) -> Vec<Effect> {
        let outcome = function(self.split());
        self.carry_out(outcome)
    }

    /// Carries out the intents in order. Returns what must be done outside of the interface.
    pub fn carry_out(&mut self, outcome: Outcome) -> Vec<Effect> {
        outcome.intents.into_iter().flat_map(|intent| carry_out_one(self, intent)).collect()
    }

    /// Chooses a note in the notes pane; the first one if it is not shown.
    pub fn select_note(&mut self, id: Id) {
        let on = self.split();
        on.panes.notes.list = List::default();
        let at = on.panes.notes.shown(&on.context).iter().position(|shown| shown.id == id);
        on.panes.notes.list.selected = at.unwrap_or(0);
    }

    /// Asks for a handover or a takeover.
    fn ask_exchange(&mut self, exchange: Exchange, file: String) -> Effect {
        let author = self.workspace.author.clone();
        self.notice = Some(Notice::new(match exchange {
            Exchange::Handover => "notice-handing-over",
            Exchange::Takeover => "notice-taking-over",
        }));
        Effect::Exchange(Box::new(PackageRequest { exchange, file, author }))
    }

    /// Reads one of several passages; the list of them takes the place of the last search.
    fn read_all(&mut self, passages: Vec<Reference>, at: usize) {
        let Some(list) = PlaceList::new(passages, at) else { return };
        place::read(self, list.current());
        self.notice = self.notice.take().or_else(|| Some(list.notice()));
        self.panes.reader.found = None;
        self.finder.trail = None;
        self.panes.reader.places = Some(list);
    }

    /// Updates the rows of the timeline after the day or the calendar changed; does nothing while it is closed.
    pub fn renew_timeline(&mut self) {
        let on = self.split();
        if let Some(timeline) = on.layers.iter_mut().find_map(timeline) {
            timeline.renew(&on.context);
        }
    }
}

fn carry_out_one(app: &mut App, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::Perform(effect) => return vec![effect],
        Intent::Notify(notice) => app.notice = Some(notice),
        Intent::Change(change) => return apply(app, change),
        Intent::Open(overlay) => return open(app, overlay),
        Intent::Close => drop(app.layers.pop()),
        Intent::Paste(text) => return keys::paste(app, &text),
        Intent::Renew => table::renew(app),
        Intent::Copy { note, words } => {
            let all = words.of(&note.text).to_owned();
            app.input.question = copying::question(&note, words.start..words.end, &app.workspace);
            let restricted = app.input.question.is_some();
            app.input.clipboard = Some(Clipboard { words: all.clone(), restricted });
            return match app.input.question {
                Some(_) => open(app, Overlay::Picker(Picker::Copying)),
                None => vec![Effect::Copy(all)],
            };
        }
        Intent::Hold { note, words, as_lines } => {
            let restricted = copying::question(&note, words.start..words.end, &app.workspace).is_some();
            let mut words = words.of(&note.text).to_owned();
            if as_lines && !words.ends_with('\n') {
                words.push('\n');
            }
            app.input.clipboard = Some(Clipboard { words, restricted });
        }
        Intent::CopyWords(words) => {
            app.input.clipboard = Some(Clipboard::open(words.clone()));
            return vec![Effect::Copy(words)];
        }
        Intent::Enter(pane) => {
            let from = std::mem::replace(&mut app.window.focus, pane);
            return app.with(|on| on.panes.get_mut(pane).enter(&on.context, from));
        }
        Intent::ToItem => return app.with(|on| on.panes.get_mut(on.context.focus).to_item(&on.context)),
        Intent::Accept => return table::accept(app),
        Intent::Run(binding) => return keys::run(app, &app.scopes(), &binding),
        Intent::Remark { text, draft } => {
            let effects = app.with(|on| on.panes.tracker.remark(&on.context, &text, access(draft.as_ref())));
            return settle_draft(app, effects, TypedText { text, draft });
        }
        Intent::CarryOver { text, draft } => {
            let effects =
                app.with(|on| on.panes.tracker.carry_over(&on.context, &text, access(draft.as_ref())));
            return settle_draft(app, effects, TypedText { text, draft });
        }
        Intent::WorkOn(day) => return vec![work_on(app, day)],
        Intent::SaveAs { folder, leaves } => return app.save_as(folder, leaves),
        Intent::ListPaths(typed) => return app.requests.ask(Request::Paths(typed)),
        Intent::Dismiss(files) => return app.dismiss(files),
        Intent::Import(files) => return app.import(files),
        Intent::Exchange { exchange, file } => return vec![app.ask_exchange(exchange, file)],
        Intent::AddRing(terms) => return app.add_ring(terms),
        Intent::RemoveRing(terms) => return app.remove_ring(terms),
        Intent::Leave(how) => return app.leave_by(how),
        other => go(app, other),
    }
    Vec::new()
}

/// Carries out the intents that only move the delegate or choose what is shown.
fn go(app: &mut App, intent: Intent) {
    match intent {
        Intent::Go(passage) => {
            place::go(app, &passage);
        }
        Intent::Show(passage) => {
            place::show(app, &passage);
        }
        Intent::Read(passage) => place::read(app, &passage),
        Intent::ReadAll { passages, at } => app.read_all(passages, at),
        Intent::ReadText { passage, language } => place::read_text(app, &passage, language),
        Intent::Travel(direction) => place::travel(app, direction),
        Intent::Select(block) => place::select(app, block),
        Intent::Return { block, top } => {
            app.panes.reader.end_search();
            app.panes.reader.found = None;
            place::select(app, block);
            app.panes.reader.top = top;
        }
        Intent::OpenItem(item) => place::open_item(app, item),
        Intent::OpenStep { item, step } => {
            app.desk.item = item;
            place::show(app, &step);
        }
        Intent::Focus(pane) => app.window.focus = pane,
        Intent::WorkFor(session) => app.desk.session = Some(session),
        Intent::Search { query, origin } => search(app, &query, origin),
        Intent::StartTrail { at, query } => app.start_trail(at, &query),
        Intent::FollowTrail(by) => app.follow_trail(by),
        Intent::SelectNote(id) => app.select_note(id),
        Intent::SearchNote { query, from } => {
            if let Some(note) = app.layers.iter_mut().find_map(typing) {
                note.search(&query, from);
            }
        }
        Intent::ReturnInNote(cursor) => {
            if let Some(note) = app.layers.iter_mut().find_map(typing) {
                note.clear_search(cursor);
            }
        }
        Intent::ReportFound => {
            app.panes.reader.end_search();
            if let Some(found) = &app.panes.reader.found {
                app.notice = Some(found.notice());
            }
        }
        // `carry_out_one` carries out all other intents.
        _ => {}
    }
}

/// Changes notes or tracker. Returns what must be written for it.
fn apply(app: &mut App, change: Change) -> Vec<Effect> {
    let acts = matches!(change, Change::Acts(_));
    let effects = app.workspace.apply(change);
    if acts {
        let on = app.split();
        on.panes.agenda.select_here(&on.context);
        on.panes.tracker.refresh(&on.context);
    }
    effects
}

/// Opens a layer over the desk.
pub fn open(app: &mut App, overlay: Overlay) -> Vec<Effect> {
    let layer = match overlay {
        Overlay::Picker(picker) => {
            table::open(app, picker);
            return Vec::new();
        }
        Overlay::Line(prompt) => {
            let text = statement::file::first_text(&app.context(), &prompt);
            Layer::Line(Box::new(line::State::with_text(prompt, &text)))
        }
        Overlay::Note { note, before } => {
            Layer::Typing(Box::new(typing::State::new(*note, before.map(|before| *before))))
        }
        Overlay::Template { note, cursor } => {
            let mut state = typing::State::new(*note, None);
            state.editor.place(cursor);
            Layer::Typing(Box::new(state))
        }
        Overlay::Statement(note) => Layer::Statement(Box::new(statement::State::new(*note, &app.context()))),
        Overlay::StatementText { note, before, at, adds } => {
            let mut state = typing::State::new(*note, before.map(|before| *before));
            state.editor.place(at);
            if adds {
                state.editor.insert("\n\n");
            }
            Layer::Typing(Box::new(state))
        }
        Overlay::Browser(selected) => {
            Layer::Browser(Box::new(browser::State::open(&app.context(), Some(selected))))
        }
        Overlay::Prompter(note) => Layer::Prompter(Box::new(prompter::State::new(*note, &app.context()))),
        Overlay::Details => {
            let on = app.split();
            match on.panes.tracker.details(&on.context) {
                Some(state) => Layer::Details(Box::new(state)),
                None => {
                    app.notice = Some(Notice::new("notice-no-step"));
                    return Vec::new();
                }
            }
        }
    };
    app.layers.push(layer);
    Vec::new()
}

/// Who may read a remark that was stored in this draft.
fn access(draft: Option<&Arc<Note>>) -> RemarkAccess {
    let restricted = draft.is_some_and(|draft| draft.restricted);
    if restricted { RemarkAccess::Restricted } else { RemarkAccess::Open }
}

/// A text that was typed for the tracker, and the note in which it was stored while it was typed.
struct TypedText {
    text: String,
    draft: Option<Arc<Note>>,
}

/// After a text was typed for the tracker: deletes its draft if the text was set, else keeps the draft as a note.
fn settle_draft(app: &mut App, mut effects: Vec<Effect>, typed: TypedText) -> Vec<Effect> {
    if let Some(draft) = typed.draft {
        let unwanted = !effects.is_empty() || typed.text.trim().is_empty();
        effects.extend(apply(app, if unwanted { Change::Discard(draft) } else { Change::Keep(draft) }));
    }
    effects
}

/// Works on another day, or on today again: session and timeline follow.
fn work_on(app: &mut App, day: NaiveDate) -> Effect {
    let today = app.now.instant.date_naive();
    app.now = app.now.working_on(day);
    app.desk.left.clear();
    app.desk.session = calendar::default_session(app.process(), day);
    app.renew_timeline();
    let locale = &app.appearance.locale;
    let date = format!("{} {}", dates::weekday(locale, day), dates::date(locale, day));
    let id = if day == today { "notice-today" } else { "notice-day" };
    app.notice = Some(Notice::new(id).with("date", date));
    Effect::WorkOn(Some(day).filter(|day| *day != today))
}

/// The note being typed, if the layer is one.
fn typing(layer: &mut Layer) -> Option<&mut typing::State> {
    match layer {
        Layer::Typing(state) => Some(state),
        _ => None,
    }
}

/// The timeline, if the layer is one.
pub fn timeline(layer: &mut Layer) -> Option<&mut timeline::State> {
    match layer {
        Layer::Timeline(state) => Some(state),
        _ => None,
    }
}

fn search(app: &mut App, query: &str, origin: usize) {
    app.panes.reader.places = None;
    app.finder.trail = None;
    let document = &app.desk.here.document;
    let folded = app.panes.reader.folded.take().filter(|folded| folded.is(document));
    let folded = folded.unwrap_or_else(|| Box::new(FoldedDocument::new(document)));
    app.panes.reader.found = Found::new(&folded, query, origin);
    app.panes.reader.folded = Some(folded);
    let found = app.panes.reader.found.as_ref().and_then(Found::block);
    place::select(app, found.unwrap_or(origin));
}
