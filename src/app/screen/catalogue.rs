//! The rows the pickers offer: keys and verbs, documents, headings, passages, findings; and names of passages.

use crate::app::screen::picker::{Row, Target};
use crate::app::screen::tracker;
use crate::app::verb::{self, Verb};
use crate::app::{App, place};
use crate::base::Proof;
use crate::cite;
use crate::cite::resolve::Candidate;
use crate::import::proof;
use crate::keymap::Binding;
use crate::locale::dates;
use crate::model::{Address, Block, BlockKind, Document, Part, Place, Reference};
use crate::workspace::{Deed, Mark};

/// The citation of a passage in the language of the interface: `A/77/275, annexe, par. 16 a)`.
#[must_use]
pub fn citation(app: &App, passage: &Reference) -> String {
    cite::write(Some(&passage.symbol), &passage.address, app.locale.language())
}

/// The shortest name people use for a passage of the document at hand: `E.2`, `annexe 16 a)`, `section E`.
#[must_use]
pub fn label(app: &App, passage: &Reference) -> String {
    if let Some(name) = passage.address.step_name() {
        return name;
    }
    let language = app.locale.language();
    let number = cite::number(&passage.address, language);
    let number = number.as_str();
    match &passage.address.place {
        Place::Title => passage.symbol.to_string(),
        Place::Item(_) => app.locale.say_with("label-item", &[("number", number.into())]),
        Place::Heading(path) if !path.is_empty() && !number.contains('~') => {
            app.locale.say_with("label-section", &[("number", number.into())])
        }
        Place::Paragraph(_) => match &passage.address.part {
            Part::Body => app.locale.say_with("label-paragraph", &[("number", number.into())]),
            Part::Annex(None) => format!("{} {number}", app.locale.say("part-annex")),
            Part::Annex(Some(mark)) => format!("{} {mark} {number}", app.locale.say("part-annex")),
            Part::Front => cite::write(None, &passage.address, language),
        },
        _ => cite::write(None, &passage.address, language),
    }
}

/// The keys that work where one is, the innermost scope first.
#[must_use]
pub fn help(app: &App) -> Vec<Row> {
    let mut rows = Vec::new();
    for scope in app.scopes() {
        let bound = verbs(scope).filter_map(|(verb, argument)| verb_row(app, verb, argument, true));
        let bound: Vec<Row> = bound.collect();
        if !bound.is_empty() {
            let title = app.locale.say(&format!("scope-{scope}"));
            rows.push(Row { left: String::new(), text: title, right: String::new(), target: Target::Title });
            rows.extend(bound);
        }
    }
    rows
}

/// Everything that can be done from here, with or without a key.
#[must_use]
pub fn palette(app: &App) -> Vec<Row> {
    let scopes = app.scopes();
    let offered = scopes.into_iter().flat_map(verbs);
    offered.filter_map(|(verb, argument)| verb_row(app, verb, argument, false)).collect()
}

fn verbs(scope: &str) -> impl Iterator<Item = (&'static Verb, Option<&'static str>)> {
    verb::all().filter(move |verb| verb.scope == scope).flat_map(|verb| {
        let alone = verb.arguments.is_empty().then_some(None);
        alone
            .into_iter()
            .chain(verb.arguments.iter().copied().map(Some))
            .map(move |argument| (verb, argument))
    })
}

fn verb_row(app: &App, verb: &Verb, argument: Option<&str>, bound_only: bool) -> Option<Row> {
    let keys: Vec<String> = app
        .keymap
        .keys_for(&[verb.scope], verb.name, argument)
        .into_iter()
        .take(2)
        .map(|sequence| app.locale.keys(&sequence.to_string()))
        .collect();
    if bound_only && keys.is_empty() {
        return None;
    }
    let binding = Binding { verb: verb.name.to_owned(), argument: argument.map(str::to_owned) };
    let text = app.locale.say(&binding.message());
    Some(Row { left: keys.join("  "), text, right: String::new(), target: Target::Verb(binding) })
}

/// The documents at hand.
#[must_use]
pub fn documents(app: &App) -> Vec<Row> {
    let row = |document: &Document| {
        let address =
            document.blocks.first().map_or(Address::body(Place::Title), |block| block.address.clone());
        let kind = app.locale.say(&format!("kind-{}", document.kind.name()));
        let target = Target::Passage(Reference { symbol: document.symbol.clone(), address });
        Row { left: document.symbol.to_string(), text: document.title.clone(), right: kind, target }
    };
    app.shelf.documents().iter().map(|document| row(document)).collect()
}

/// The headings of the document one reads.
#[must_use]
pub fn outline(app: &App) -> Vec<Row> {
    let document = app.document();
    let row = |block: &Block| {
        let level = Document::heading_level(&block.address).unwrap_or(0);
        let number = block.number.as_deref().map_or_else(String::new, |number| format!("{number}. "));
        let target =
            Target::Passage(Reference { symbol: document.symbol.clone(), address: block.address.clone() });
        let text = format!("{}{number}{}", "  ".repeat(level), block.text);
        Row { left: String::new(), text, right: String::new(), target }
    };
    document.of_kind(BlockKind::Heading).map(|(_, block)| row(block)).collect()
}

/// What the importer repaired or doubts in the document one reads.
#[must_use]
pub fn findings(app: &App) -> Vec<Row> {
    let document = app.document();
    let here = place::here(app);
    let row = |finding: &crate::base::Finding| {
        let address = finding.address.as_deref().and_then(|address| address.parse::<Address>().ok());
        let right = address
            .as_ref()
            .map_or_else(String::new, |address| cite::write(None, address, app.locale.language()));
        let words: Vec<&str> = finding.source.split_whitespace().collect();
        let repaired = finding.repaired.as_deref().filter(|repaired| *repaired != finding.source);
        let repaired = repaired.map_or_else(String::new, |repaired| format!(" → {repaired}"));
        let address = address.unwrap_or_else(|| here.address.clone());
        let target = Target::Passage(Reference { symbol: document.symbol.clone(), address });
        let left = app.locale.say(&format!("finding-{}", finding.kind.name()));
        let proof = finding.proof.as_ref().map(|proof| format!(" · {}", proved(app, proof)));
        Row { left, text: words.join(" ") + &repaired + &proof.unwrap_or_default(), right, target }
    };
    // What is cited may have come to the shelf after the document.
    match &app.graph {
        Some(graph) => proof::findings(document, &app.shelf, graph).iter().map(row).collect(),
        None => document.findings.iter().map(row).collect(),
    }
}

/// What a cited passage says of a repair.
fn proved(app: &App, proof: &Proof) -> String {
    let passage = proof.passage.parse::<Reference>();
    let passage = passage.map_or_else(|()| proof.passage.clone(), |passage| citation(app, &passage));
    app.locale.say_with(&format!("proof-{}", proof.words.name()), &[("passage", passage.as_str().into())])
}

/// Who set which status of the step one is at, for each session, and when; what was taken back says so.
#[must_use]
pub fn history(app: &App) -> Vec<Row> {
    let Some((board, row)) = tracker::board(app).zip(tracker::row_here(app)) else { return Vec::new() };
    let (step, topic) = (board.step(row), board.topic(row));
    let mut rows = Vec::new();
    for session in tracker::columns(app) {
        let entries = app.tracker.history(&step, topic, *session);
        rows.extend(entries.iter().filter_map(|entry| {
            let Deed::Set(Mark { status, remark, .. }) = &entry.act.deed else { return None };
            let said = app.locale.say(&format!("status-{}", status.name()));
            let mut text = format!("{} {said}", status.sign());
            if let Some(remark) = remark {
                text = format!("{text} · {remark}");
            }
            if entry.undone {
                text = format!("{text} ({})", app.locale.say("history-undone"));
            }
            let day = dates::short(&app.locale, entry.act.at.date_naive());
            let left = format!("{session} · {day} {}", dates::time(entry.act.at.time()));
            Some(Row {
                left,
                text,
                right: entry.act.author.to_string(),
                target: Target::Passage(step.clone()),
            })
        }));
    }
    rows
}

/// Everything with a name: headings, next steps, norms and agenda items of all documents, the present one first.
#[must_use]
pub fn passages(app: &App) -> Vec<Row> {
    let present = app.document();
    let others = app.shelf.documents().iter().filter(|document| document.symbol != present.symbol);
    let documents = std::iter::once(present).chain(others.map(AsRef::as_ref));
    documents.flat_map(|document| NAMED.iter().flat_map(move |kind| named(app, document, *kind))).collect()
}

/// The kinds of passages that have names, in the order in which a name first means them.
const NAMED: [BlockKind; 4] =
    [BlockKind::Heading, BlockKind::NextStep, BlockKind::Norm, BlockKind::AgendaItem];

fn named<'a>(app: &'a App, document: &'a Document, kind: BlockKind) -> impl Iterator<Item = Row> + 'a {
    let blocks = document.of_kind(kind).map(|(_, block)| block);
    blocks
        .filter(|block| !matches!(block.address.place, Place::Steps(_)))
        .map(move |block| row_of(app, document, block))
}

fn row_of(app: &App, document: &Document, block: &Block) -> Row {
    let passage = Reference { symbol: document.symbol.clone(), address: block.address.clone() };
    Row {
        left: label(app, &passage),
        text: block.text.chars().take(160).collect(),
        right: document.symbol.to_string(),
        target: Target::Passage(passage),
    }
}

/// Names the passages of documents that are not at hand as they were typed, with their paragraph.
pub fn name_absent(app: &App, typed: &str, rows: &mut [Row]) {
    if !rows.iter().any(|row| matches!(row.target, Target::Official(_))) {
        return;
    }
    let language = app.locale.language();
    let candidates = app.references.candidates(typed, Some(&place::here(app)));
    for Candidate { passage, .. } in candidates.iter().filter(|candidate| !candidate.held) {
        let official = Target::Official(passage.symbol.official_address(language));
        if let Some(row) = rows.iter_mut().find(|row| row.target == official) {
            row.left = citation(app, passage);
        }
    }
}

/// The passages the typed words name exactly, also of documents that are not at hand: each can be shown as evidence.
#[must_use]
pub fn evidence(app: &mut App, typed: &str) -> Vec<Row> {
    app.references.follow(&app.shelf);
    let app = &*app;
    let row = |candidate: cite::resolve::Candidate| {
        let why = app.locale.say(candidate.why.id());
        let document = app.shelf.get(&candidate.passage.symbol, Some(app.document().language));
        let block = document.and_then(|document| document.block(&candidate.passage.address));
        let text = block.map(|block| block.text.chars().take(160).collect()).unwrap_or_default();
        let left = citation(app, &candidate.passage);
        Row { left, text, right: why, target: Target::Passage(candidate.passage) }
    };
    app.references.candidates(typed, Some(&place::here(app))).into_iter().map(row).collect()
}

/// The passages the typed words name exactly, by address or citation; several when it is ambiguous.
#[must_use]
pub fn exact(app: &mut App, typed: &str) -> Vec<Row> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    app.references.follow(&app.shelf);
    let app = &*app;
    let candidates = app.references.candidates(typed, Some(&place::here(app)));
    let row = |candidate: cite::resolve::Candidate| {
        let why = app.locale.say(candidate.why.id());
        if !candidate.held {
            let symbol = &candidate.passage.symbol;
            let official = symbol.official_address(app.locale.language());
            let target = Target::Official(official.clone());
            return Some(Row { left: symbol.to_string(), text: official, right: why, target });
        }
        let document = app.shelf.get(&candidate.passage.symbol, Some(app.document().language))?;
        let block = document.block(&candidate.passage.address).or_else(|| document.blocks.first())?;
        let mut row = row_of(app, document, block);
        row.right = format!("{} · {why}", row.right);
        row.target = Target::Passage(candidate.passage);
        Some(row)
    };
    candidates.into_iter().filter_map(row).collect()
}
