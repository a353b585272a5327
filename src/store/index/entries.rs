//! What is indexed of documents and of what the delegate wrote.

use crate::model::{Block, BlockKind, Delegations, Document, Part, Place, Reference};
use crate::search::fields::SearchField;
use crate::search::index::SearchEntry;
use crate::workspace::{Contents, Intervention, Kind, Note, Position, Tracker};

/// The passages of a document, in reading order; its title if no passage has it.
pub(super) fn of_document(document: &Document) -> Vec<SearchEntry> {
    let mut headings: Vec<(usize, &Block)> = Vec::new();
    let mut entries = Vec::with_capacity(document.blocks.len() + 1);
    for block in &document.blocks {
        let level = Document::heading_level(&block.address);
        headings.retain(|(above, heading)| {
            heading.address.part == block.address.part && level.is_none_or(|own| *above < own)
        });
        let is_apart = block.kind == BlockKind::Footnote;
        // The title of a part is above everything in it, and describes only what has no other heading.
        let is_text = block.kind == BlockKind::Text;
        let above = headings
            .iter()
            .filter(|(level, _)| (*level > 0 || is_text) && !is_apart)
            .map(|(_, heading)| heading.text.as_str());
        let number = block.number.as_deref().filter(|_| level.is_none());
        let context: Vec<&str> = number.into_iter().chain(above).collect();
        entries.push(passage(document, block, context.join(" · ")));
        if let Some(level) = level {
            headings.push((level, block));
        }
    }
    entries
}

fn passage(document: &Document, block: &Block, context: String) -> SearchEntry {
    let mut facets = vec![(SearchField::Part, part(&block.address.part))];
    facets.extend(document.date.map(|date| (SearchField::Date, date.to_string())));
    facets.extend(step(&block.address.place).map(|step| (SearchField::Step, step)));
    SearchEntry {
        kind: block.kind.name().to_owned(),
        symbol: document.symbol.to_string(),
        address: block.address.to_string(),
        id: String::new(),
        language: Some(document.language),
        text: block.text.clone(),
        context,
        title: format!("{} {} {}", document.symbol, document.kind.name(), document.title),
        facets,
    }
}

fn part(part: &Part) -> String {
    match part {
        Part::Front => "front".to_owned(),
        Part::Body => "body".to_owned(),
        Part::Annex(None) => "annex".to_owned(),
        Part::Annex(Some(name)) => format!("annex-{name}"),
    }
}

/// A step as people call it: `E.2`.
fn step(place: &Place) -> Option<String> {
    match place {
        Place::Step(section, number) => Some([section.as_slice(), number].concat().join(".").to_lowercase()),
        Place::Steps(section) => Some(section.join(".").to_lowercase()),
        _ => None,
    }
}

/// Everything the delegate wrote, with the remarks of the tracker.
pub(super) fn of_contents(contents: &Contents, delegations: &Delegations) -> Vec<SearchEntry> {
    let texts = Kind::ALL.into_iter().flat_map(|kind| contents.of(kind).notes());
    let mut entries: Vec<SearchEntry> = texts.map(|note| of_note(note, delegations)).collect();
    entries.extend(of_tracker(&contents.tracker));
    entries
}

/// A text of the delegate.
pub(super) fn of_note(note: &Note, delegations: &Delegations) -> SearchEntry {
    let (symbol, address) = match &note.anchor {
        Some(anchor) => (anchor.symbol.to_string(), anchor.address.to_string()),
        None => (String::new(), String::new()),
    };
    let mut facets = vec![
        (SearchField::By, note.author.to_lowercase()),
        (SearchField::Date, note.at.date_naive().to_string()),
    ];
    facets.extend(note.session.map(|session| (SearchField::Session, session.to_string())));
    facets.extend(
        note.anchor
            .iter()
            .filter_map(|anchor| step(&anchor.address.place))
            .map(|step| (SearchField::Step, step)),
    );
    let mut entry = SearchEntry {
        kind: kind_name(note).to_owned(),
        symbol,
        address,
        id: note.id.to_string(),
        language: None,
        text: note.text.clone(),
        context: String::new(),
        title: String::new(),
        facets,
    };
    match note.kind {
        Kind::Note => add_speaker(&mut entry, note, delegations),
        Kind::Position => {
            let status = Position::of(note).status.name().to_owned();
            entry.facets.push((SearchField::Status, status));
        }
        Kind::Amendment | Kind::Statement => {}
    }
    entry
}

fn kind_name(note: &Note) -> &'static str {
    match note.kind {
        Kind::Note if note.delegation.is_some() => "intervention",
        Kind::Note => "note",
        Kind::Position => "position",
        Kind::Amendment => "amendment",
        Kind::Statement => "statement",
    }
}

/// Adds all names of the delegation that spoke, and of those for whom it spoke.
fn add_speaker(entry: &mut SearchEntry, note: &Note, delegations: &Delegations) {
    let Some(said) = Intervention::of(note, delegations) else { return };
    let mut names: Vec<String> = vec![said.name.to_owned()];
    names.extend(said.id().map(str::to_owned));
    for delegation in said.delegation.into_iter() {
        names.extend(delegation.name.0.values().cloned());
        names.extend(delegation.also.iter().cloned());
    }
    for id in &said.on_behalf_of {
        names.push((*id).to_owned());
        names.extend(delegations.get(id).into_iter().flat_map(|group| group.name.0.values().cloned()));
    }
    names.dedup();
    entry.facets.extend(names.iter().map(|name| (SearchField::By, name.to_lowercase())));
    entry.context = names.join(" · ");
    entry.text = said.words.to_owned();
}

/// The remarks of the tracker: one for each step or topic and session.
pub(super) fn of_tracker(tracker: &Tracker) -> Vec<SearchEntry> {
    let remark = |(step, topic, session): (&Reference, Option<&str>, u32)| {
        let state = tracker.state(step, topic, session)?;
        let facets = vec![
            (SearchField::By, state.author.to_lowercase()),
            (SearchField::Date, state.at.date_naive().to_string()),
            (SearchField::Session, session.to_string()),
            (SearchField::Status, state.mark.status.name().to_owned()),
            (SearchField::Step, self::step(&step.address.place)?),
        ];
        Some(SearchEntry {
            kind: "remark".to_owned(),
            symbol: step.symbol.to_string(),
            address: step.address.to_string(),
            id: state.act.to_string(),
            language: None,
            text: state.mark.remark.clone().unwrap_or_default(),
            context: topic.unwrap_or_default().to_owned(),
            title: String::new(),
            facets,
        })
    };
    tracker.tracked().into_iter().filter_map(remark).collect()
}
