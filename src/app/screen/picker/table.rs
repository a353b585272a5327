//! All lists to choose from, and functions for the open one: opening, updating and choosing.

use std::borrow::Cow;
use std::sync::Arc;

use crate::app::effect::{Effect, Exchange};
use crate::app::layer::Layer;
use crate::app::overlay::Picker;
use crate::app::screen::picker::choice::{CachedOffer, Offer, ScreenLanguages};
use crate::app::screen::picker::definition::{Definition, RowSource};
use crate::app::screen::picker::goto::NamedPassages;
use crate::app::screen::picker::{
    State, amendment_status, amendments, basis, beside, citations, cited_by, copying, corrections, documents,
    evidence, fields, filter, findings, goto, grouping, help, history, inbox, leaving, note_links, outline,
    palette, positions, report, search, sessions, speakers, statement_file, templates,
};
use crate::app::{App, Split};

/// What defines a list.
#[must_use]
pub fn definition(picker: Picker) -> &'static Definition {
    match picker {
        Picker::Help => &help::PICKER,
        Picker::Palette => &palette::PICKER,
        Picker::Goto => &goto::PICKER,
        Picker::Search => &search::PICKER,
        Picker::Similar => &search::SIMILAR,
        Picker::Documents => &documents::PICKER,
        Picker::Outline => &outline::PICKER,
        Picker::Findings => &findings::PICKER,
        Picker::Corrections => &corrections::PICKER,
        Picker::SplitPoints => &corrections::SPLIT_POINTS,
        Picker::History => &history::PICKER,
        Picker::Citations => &citations::PICKER,
        Picker::CitedBy => &cited_by::PICKER,
        Picker::Evidence => &evidence::PICKER,
        Picker::Filter => &filter::PICKER,
        Picker::Grouping => &grouping::PICKER,
        Picker::Beside => &beside::PICKER,
        Picker::Sessions => &sessions::PICKER,
        Picker::Leaving => &leaving::PICKER,
        Picker::NoteLinks => &note_links::PICKER,
        Picker::Templates => &templates::PICKER,
        Picker::Copying => &copying::PICKER,
        Picker::Report(Exchange::Handover) => &report::HANDOVER,
        Picker::Report(Exchange::Takeover) => &report::TAKEOVER,
        Picker::Imported => &report::IMPORTED,
        Picker::Inbox => &inbox::PICKER,
        Picker::Positions => &positions::PICKER,
        Picker::StatementFile => &statement_file::PICKER,
        Picker::PassageAmendments => &amendments::OF_PASSAGE,
        Picker::NewAmendment => &amendments::NEW,
        Picker::Amendments => &amendments::OF_DOCUMENT,
        Picker::AmendmentStatus => &amendment_status::PICKER,
        Picker::Basis => &basis::PICKER,
        Picker::Fields => &fields::PICKER,
        Picker::Speakers => &speakers::PICKER,
    }
}

/// Opens a list over everything else.
pub fn open(app: &mut App, picker: Picker) {
    let mut state = State::new(picker, definition(picker), offer(app, picker));
    let context = app.context();
    state.search.like = (picker == Picker::Similar).then(|| context.passage());
    state.rank(&context);
    if matches!(picker, Picker::Citations | Picker::CitedBy) {
        state.clear = app.panes.reader.rows_on_screen(&context);
    }
    if let Some(at) = (state.definition().start)(&context, &state) {
        state.list.select(at, state.len());
    }
    app.layers.push(Layer::Picker(Box::new(state)));
}

/// Computes the choices of the open list again; the typed text and the current row stay.
pub fn renew(app: &mut App) {
    let Some(Layer::Picker(state)) = app.layers.last() else { return };
    let offer = offer(app, state.picker);
    let Split { layers, context, .. } = app.split();
    if let Some(Layer::Picker(state)) = layers.last_mut() {
        state.renew(offer, &context);
    }
}

/// Chooses the current row of the open list; does nothing if no row is current.
pub fn accept(app: &mut App) -> Vec<Effect> {
    let Some(Layer::Picker(state)) = app.layers.last() else { return Vec::new() };
    let definition = state.definition();
    match state.current(&app.appearance.locale).map(Cow::into_owned) {
        Some(choice) if (definition.accepts)(state) => app.with(|on| (definition.choose)(on, &choice)),
        _ => Vec::new(),
    }
}

fn offer(app: &mut App, picker: Picker) -> Offer {
    let locale = &app.appearance.locale;
    if let RowSource::Made(choices) = definition(picker).source {
        return Offer::new(Arc::new(choices(app)), locale);
    }
    let (shelf, document) = (&app.library.shelf, &app.desk.here.document);
    let languages = ScreenLanguages::of(&app.context());
    let cached = app.library.passages.as_ref();
    if let Some(known) = cached.filter(|known| known.is_current(shelf, document, languages)) {
        return known.offer.clone();
    }
    let offer = Offer::new(Arc::new(NamedPassages::new(&app.context())), locale);
    app.library.passages = Some(CachedOffer::new(shelf, document, languages, offer.clone()));
    offer
}
