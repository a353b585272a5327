//! A list to choose from by typing: help, palette, go-to, documents, outline, findings.

use std::sync::Arc;

use crate::app::field::Field;
use crate::app::layer::Layer;
use crate::app::layout::{Pane, Rect};
use crate::app::message::{Effect, Mouse, Notice};
use crate::app::screen::tracker::{beside, choose, marks};
use crate::app::screen::{catalogue, citations, line};
use crate::app::verb::Verb;
use crate::app::{App, keys, place};
use crate::base::Now;
use crate::base::list::List;
use crate::board::{Facet, FacetKind};
use crate::keymap::Binding;
use crate::model::{Document, Language, Reference, Shelf};
use crate::search::names::{Fuzzy, Names};

/// What the list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The keys that work where one is.
    Help,
    /// Everything that can be done.
    Palette,
    /// Passages, by address, citation or name.
    Goto,
    /// The documents at hand.
    Documents,
    /// The headings of the document.
    Outline,
    /// What the importer repaired or doubts in the document.
    Findings,
    /// Who set which status of the chosen step, and when.
    History,
    /// What the passage cites.
    Citations,
    /// Who cites the passage.
    CitedBy,
    /// The passage that shows how far a step has come.
    Evidence,
    /// What the tracker can be filtered by.
    Filter,
    /// What the tracker can be grouped by.
    Grouping,
    /// The steps of two reports beside each other.
    Beside,
}

impl Purpose {
    /// The locale id of the title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Help => "title-help",
            Self::Palette => "title-palette",
            Self::Goto => "title-goto",
            Self::Documents => "title-documents",
            Self::Outline => "title-outline",
            Self::Findings => "title-findings",
            Self::History => "title-history",
            Self::Citations => "title-citations",
            Self::CitedBy => "title-cited-by",
            Self::Evidence => "title-evidence",
            Self::Filter => "title-filter",
            Self::Grouping => "title-grouping",
            Self::Beside => "title-beside",
        }
    }
}

/// What choosing a row does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Goes to a passage.
    Passage(Reference),
    /// Runs a verb in the scopes that were active below the list.
    Verb(Binding),
    /// Copies the address at which the United Nations publish what is not at hand.
    Official(String),
    /// Filters the tracker by something that holds of rows.
    Facet(Facet),
    /// Filters the tracker by words.
    Words(String),
    /// Groups the rows of the tracker.
    Grouping(Option<FacetKind>),
    /// Confirms a pair of steps of two reports, or takes that back.
    Pair {
        /// The step of the earlier report.
        old: Option<Reference>,
        /// The step of the later one.
        new: Option<Reference>,
    },
    /// A title between rows; it cannot be chosen.
    Title,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What stands at the left: a number, a key.
    pub left: String,
    /// The words.
    pub text: String,
    /// What stands at the right: a document, a count.
    pub right: String,
    /// What choosing it does.
    pub target: Target,
}

impl Row {
    /// What the row is found by: its words, and the name of its verb as keymaps have it.
    fn name(&self) -> String {
        let verb = match &self.target {
            Target::Verb(binding) => binding.to_string(),
            _ => String::new(),
        };
        [&self.left, &self.text, &self.right, &verb].map(String::as_str).join(" ")
    }
}

/// The state of the list.
#[derive(Debug, Clone)]
pub struct State {
    /// What it is of.
    pub purpose: Purpose,
    /// What was typed.
    pub input: Field,
    /// Every row.
    pub rows: Arc<Vec<Row>>,
    /// Rows the typed words name exactly, before the others: addresses and citations.
    pub exact: Vec<Row>,
    /// The rows that fit what was typed, best first.
    pub shown: Vec<usize>,
    /// The chosen one among exact and shown rows.
    pub list: List,
    names: Arc<Fuzzy>,
}

/// Rows and what they are found by.
type Offer = (Arc<Vec<Row>>, Arc<Fuzzy>);

/// The passages offered last: the same go-to is opened again and again over one library.
#[derive(Debug, Clone)]
pub struct Kept {
    shelf: Shelf,
    present: Arc<Document>,
    language: Language,
    offer: Offer,
}

impl State {
    /// The rows to be shown, exact ones first.
    pub fn visible(&self) -> impl Iterator<Item = &Row> {
        self.exact.iter().chain(self.shown.iter().map(|at| &self.rows[*at]))
    }

    /// How many rows are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.exact.len() + self.shown.len()
    }

    /// Whether nothing fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether nothing was typed and no other row was gone to than the first that can be chosen.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        let mut before = self.visible().take(self.list.selected);
        self.input.text().trim().is_empty() && before.all(|row| row.target == Target::Title)
    }

    /// The chosen row.
    #[must_use]
    pub fn chosen(&self) -> Option<&Row> {
        self.visible().nth(self.list.selected)
    }
}

/// The verbs of every one-line field, with or without a list below it.
pub const VERBS: &[Verb] = &[
    Verb::new("line", "accept", |app, call| accept(app, call.now)),
    Verb::new("line", "cancel", |app, _| cancel(app)),
    Verb::new("line", "suspend", |_, _| vec![Effect::Suspend]),
    Verb::new("line", "clear", |app, _| clear(app)),
    Verb::new("line", "list-up", |app, _| step(app, -1)),
    Verb::new("line", "list-down", |app, _| step(app, 1)),
    Verb::new("line", "list-page-up", |app, _| step(app, -PAGE)),
    Verb::new("line", "list-page-down", |app, _| step(app, PAGE)),
    Verb::new("line", "delete-back", |app, _| edit(app, "delete-back")),
    Verb::new("line", "delete-forward", |app, _| edit(app, "delete-forward")),
    Verb::new("line", "delete-word-back", |app, _| edit(app, "delete-word-back")),
    Verb::new("line", "left", |app, _| edit(app, "left")),
    Verb::new("line", "right", |app, _| edit(app, "right")),
    Verb::new("line", "word-left", |app, _| edit(app, "word-left")),
    Verb::new("line", "word-right", |app, _| edit(app, "word-right")),
    Verb::new("line", "line-start", |app, _| edit(app, "line-start")),
    Verb::new("line", "line-end", |app, _| edit(app, "line-end")),
];

/// Rows a page of the list moves by.
const PAGE: isize = 10;

/// Opens the list.
pub fn open(app: &mut App, purpose: Purpose) -> Vec<Effect> {
    let (rows, names) = offer(app, purpose);
    let state = State {
        purpose,
        input: Field::default(),
        rows,
        exact: Vec::new(),
        shown: Vec::new(),
        list: List::default(),
        names,
    };
    app.layers.push(Layer::Picker(Box::new(state)));
    changed(app);
    start_at_here(app);
    Vec::new()
}

/// The same list with rows made anew; what was typed and chosen stays.
pub fn renew(app: &mut App) {
    let Some(Layer::Picker(state)) = app.layers.last() else { return };
    let (list, purpose) = (state.list, state.purpose);
    let (rows, names) = offer(app, purpose);
    if let Some(Layer::Picker(state)) = app.layers.last_mut() {
        (state.rows, state.names) = (rows, names);
    }
    changed(app);
    if let Some(Layer::Picker(state)) = app.layers.last_mut() {
        let len = state.len();
        state.list = list;
        state.list.select(list.selected, len);
    }
}

fn offer(app: &mut App, purpose: Purpose) -> Offer {
    if !matches!(purpose, Purpose::Goto | Purpose::Evidence) {
        return made(rows(app, purpose));
    }
    let language = app.locale.language();
    let holds = |kept: &&Kept| {
        kept.shelf.is(&app.shelf) && std::ptr::eq(&*kept.present, app.document()) && kept.language == language
    };
    if let Some(kept) = app.passages.as_ref().filter(holds) {
        return kept.offer.clone();
    }
    let offer = made(rows(app, purpose));
    let present = app.reader.document.clone();
    app.passages = Some(Kept { shelf: app.shelf.clone(), present, language, offer: offer.clone() });
    offer
}

fn made(rows: Vec<Row>) -> Offer {
    let names = names(&rows);
    (Arc::new(rows), Arc::new(names))
}

fn names(rows: &[Row]) -> Fuzzy {
    let keys: Vec<String> = rows.iter().map(Row::name).collect();
    Fuzzy::new(keys.iter().map(String::as_str))
}

fn rows(app: &App, purpose: Purpose) -> Vec<Row> {
    match purpose {
        Purpose::Help => catalogue::help(app),
        Purpose::Palette => catalogue::palette(app),
        Purpose::Goto | Purpose::Evidence => catalogue::passages(app),
        Purpose::Documents => catalogue::documents(app),
        Purpose::Outline => catalogue::outline(app),
        Purpose::Findings => catalogue::findings(app),
        Purpose::History => catalogue::history(app),
        Purpose::Citations => citations::cited(app),
        Purpose::CitedBy => citations::citing(app),
        Purpose::Filter => choose::filters(app),
        Purpose::Grouping => choose::groupings(app),
        Purpose::Beside => beside::rows(app),
    }
}

/// An outline and a list of documents open at the place one is at.
fn start_at_here(app: &mut App) {
    let section = place::section_here(app);
    let Some(Layer::Picker(state)) = app.layers.last_mut() else { return };
    let at = state.visible().position(|row| match (&row.target, state.purpose) {
        (Target::Passage(passage), Purpose::Outline) => *passage == section,
        (Target::Passage(passage), Purpose::Documents) => passage.symbol == section.symbol,
        _ => false,
    });
    if let Some(at) = at {
        state.list.select(at, state.len());
    }
}

/// What was typed changed: the rows that fit are chosen anew.
pub fn changed(app: &mut App) {
    let Some(Layer::Picker(mut state)) = app.layers.pop() else { return };
    let typed = state.input.text();
    state.shown = state.names.rank(&typed);
    if !typed.trim().is_empty() {
        state.shown.retain(|at| state.rows[*at].target != Target::Title);
    }
    state.exact = match state.purpose {
        Purpose::Goto => catalogue::exact(app, &typed),
        Purpose::Evidence => catalogue::evidence(app, &typed),
        Purpose::Filter => {
            let (shown, words) = choose::narrow(app, &state.rows, &typed);
            state.shown = shown;
            words
        }
        _ => Vec::new(),
    };
    catalogue::name_absent(app, &typed, &mut state.exact);
    let known: Vec<Target> = state.exact.iter().map(|row| row.target.clone()).collect();
    state.shown.retain(|at| !known.contains(&state.rows[*at].target));
    state.list = List::default();
    skip_titles(&mut state, 1);
    app.layers.push(Layer::Picker(state));
}

fn skip_titles(state: &mut State, by: isize) {
    let len = state.len();
    while state.chosen().is_some_and(|row| row.target == Target::Title) {
        let before = state.list.selected;
        state.list.step(if by < 0 && before > 0 { -1 } else { 1 }, len);
        if state.list.selected == before {
            return;
        }
    }
}

fn step(app: &mut App, by: isize) -> Vec<Effect> {
    if let Some(Layer::Picker(state)) = app.layers.last_mut() {
        let len = state.len();
        state.list.step(by, len);
        skip_titles(state, by);
    }
    Vec::new()
}

fn edit(app: &mut App, verb: &str) -> Vec<Effect> {
    match app.layers.last_mut() {
        Some(Layer::Line(state)) => {
            if state.input.edit(verb) {
                line::changed(app)
            } else {
                Vec::new()
            }
        }
        Some(Layer::Picker(state)) => {
            if state.input.edit(verb) {
                changed(app);
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn clear(app: &mut App) -> Vec<Effect> {
    match app.layers.last_mut() {
        Some(Layer::Line(state)) => {
            state.input.clear();
            line::changed(app)
        }
        Some(Layer::Picker(state)) => {
            state.input.clear();
            changed(app);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn cancel(app: &mut App) -> Vec<Effect> {
    match app.layers.last() {
        Some(Layer::Line(_)) => return line::cancel(app),
        Some(Layer::Picker(_)) => {
            app.layers.pop();
        }
        _ => {}
    }
    Vec::new()
}

fn accept(app: &mut App, now: &Now) -> Vec<Effect> {
    let Some(Layer::Picker(state)) = app.layers.last() else { return line::accept(app, now) };
    let Some(target) = state.chosen().map(|row| row.target.clone()) else { return Vec::new() };
    let purpose = state.purpose;
    // An empty field proves nothing: the first passage of the list is no answer.
    if purpose == Purpose::Evidence && state.is_untouched() {
        return Vec::new();
    }
    if let Target::Pair { old, .. } = &target {
        return beside::take(app, old.as_ref(), now);
    }
    if matches!(purpose, Purpose::Filter | Purpose::Grouping) {
        return choose::take(app, &target);
    }
    app.layers.pop();
    match target {
        Target::Passage(passage) if purpose == Purpose::Evidence => marks::show_by(app, &passage, now),
        Target::Passage(passage) => {
            if place::go(app, &passage) && purpose != Purpose::History {
                app.focus = Pane::Reader;
            }
            Vec::new()
        }
        Target::Verb(binding) => {
            let scopes = app.scopes();
            keys::run(app, &scopes, &binding, now)
        }
        // What has no symbol has no such address.
        Target::Official(address) if address.is_empty() => {
            app.notice = Some(Notice::new("not-in-library"));
            Vec::new()
        }
        Target::Official(address) => {
            app.notice = Some(Notice::new("notice-copied").with("text", &address));
            vec![Effect::Copy(address)]
        }
        Target::Facet(_) | Target::Words(_) | Target::Grouping(_) | Target::Pair { .. } | Target::Title => {
            Vec::new()
        }
    }
}

/// Where the list stands: its frame, and the rows for its entries inside.
#[must_use]
pub fn area(app: &App, state: &State) -> (Rect, Rect) {
    let preview = preview_rows(app, state);
    let least = if matches!(state.purpose, Purpose::Citations | Purpose::CitedBy) { 3 } else { 6 };
    let wanted = u16::try_from(state.rows.len().max(least)).unwrap_or(u16::MAX).saturating_add(4 + preview);
    // A small desk is covered whole: slivers of what lies below would only disturb.
    let width = app.layout.main.width;
    let frame = app.layout.overlay(if width < 104 { width } else { 100 }, wanted);
    let inside = frame.inside();
    let rows = Rect::new(inside.x, inside.y + 2, inside.width, inside.height.saturating_sub(2 + preview));
    (frame, rows)
}

/// Rows kept for the words of the chosen passage, where there is room for them.
#[must_use]
pub fn preview_rows(app: &App, state: &State) -> u16 {
    let height = app.layout.main.height;
    match state.purpose {
        Purpose::Help
        | Purpose::Palette
        | Purpose::Documents
        | Purpose::Outline
        | Purpose::Filter
        | Purpose::Grouping => 0,
        _ if height < 16 => 0,
        // To look at a passage is what these are for: its words have all the room the rows can spare.
        Purpose::Citations | Purpose::CitedBy | Purpose::Beside => {
            let rows = u16::try_from(state.rows.len()).unwrap_or(u16::MAX).clamp(3, 8);
            height.saturating_sub(4 + rows).clamp(5, 16)
        }
        _ => 5,
    }
}

/// The mouse over the list.
pub fn mouse(app: &mut App, deed: Mouse, column: u16, row: u16) -> Vec<Effect> {
    let Some(Layer::Picker(state)) = app.layers.last() else { return Vec::new() };
    let (frame, rows) = area(app, state);
    match deed {
        Mouse::Wheel(by) => step(app, by),
        Mouse::Click if !frame.holds(column, row) => cancel(app),
        Mouse::Click if rows.holds(column, row) => {
            let wanted = state.list.top + usize::from(row - rows.y);
            let fits = state.visible().nth(wanted).is_some_and(|row| row.target != Target::Title);
            let again = state.list.selected == wanted;
            if let Some(Layer::Picker(state)) = app.layers.last_mut()
                && fits
            {
                state.list.selected = wanted;
            }
            let now = app.now;
            if fits && again { accept(app, &now) } else { Vec::new() }
        }
        Mouse::Click => Vec::new(),
    }
}

/// Keeps the chosen row on screen.
pub fn settle(app: &mut App) {
    let Some(Layer::Picker(state)) = app.layers.last() else { return };
    let height = usize::from(area(app, state).1.height);
    if let Some(Layer::Picker(state)) = app.layers.last_mut() {
        let len = state.len();
        state.list.reveal(height, len);
    }
}
