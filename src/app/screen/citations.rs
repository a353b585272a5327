//! Following citations: what a passage cites, who cites it, and a look at either without leaving one's place.

use crate::app::App;
use crate::app::message::{Effect, Notice};
use crate::app::place;
use crate::app::screen::picker::{self, Purpose, Row, Target};
use crate::app::screen::{catalogue, reader};
use crate::app::verb::Verb;
use crate::cite::graph::Link;
use crate::cite::origin::{self, Sameness};
use crate::model::Reference;

/// The verbs of citations.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "peek", |app, _| look(app, Purpose::Citations, "notice-nothing-cited")),
    Verb::new("desk", "cited-by", |app, _| look(app, Purpose::CitedBy, "notice-cited-by-none")),
];

/// Follows the only citation of the passage one is at, or offers them all; where there is none, shows or
/// hides its footnotes.
pub fn follow(app: &mut App) -> Vec<Effect> {
    let rows = cited(app);
    match rows.as_slice() {
        [] => reader::toggle_notes(app),
        [Row { target: Target::Passage(only), .. }] => {
            let only = only.clone();
            place::go(app, &only);
            Vec::new()
        }
        _ => picker::open(app, Purpose::Citations),
    }
}

fn look(app: &mut App, purpose: Purpose, nothing: &'static str) -> Vec<Effect> {
    let rows = if purpose == Purpose::Citations { cited(app) } else { citing(app) };
    if rows.is_empty() {
        app.notice =
            Some(Notice::new(if app.graph.is_some() { nothing } else { "notice-reading-citations" }));
        return Vec::new();
    }
    picker::open(app, purpose)
}

/// What the passage one is at cites, each passage once; what is not at hand with its official address.
#[must_use]
pub fn cited(app: &App) -> Vec<Row> {
    let Some(graph) = &app.graph else { return Vec::new() };
    let mut rows: Vec<Row> = Vec::new();
    for link in graph.cites(&place::here(app)) {
        let row = cited_row(app, link);
        if rows.iter().all(|known| (&known.left, &known.target) != (&row.left, &row.target)) {
            rows.push(row);
        }
    }
    rows
}

fn cited_row(app: &App, link: &Link) -> Row {
    let language = app.locale.language();
    let left = crate::cite::write(link.to.symbol.as_ref(), &link.to.address, language);
    let held = link.to.symbol.clone().filter(|_| link.held);
    if let Some(symbol) = held {
        let passage = Reference { symbol, address: link.to.address.clone() };
        let text = words(app, &passage);
        return Row { left, text, right: repeated(app, link, &passage), target: Target::Passage(passage) };
    }
    let official =
        link.to.symbol.as_ref().map(|symbol| symbol.official_address(language)).unwrap_or_default();
    let text = app.locale.say("not-in-library");
    Row { left, text, right: official.clone(), target: Target::Official(official) }
}

/// Whether the passage repeats the words of the one it cites: as they stand, or changed; nothing when it does not.
fn repeated(app: &App, link: &Link, cited: &Reference) -> String {
    let text = |passage: &Reference| {
        let document = app.shelf.get(&passage.symbol, Some(app.document().language))?;
        document.block(&passage.address).map(|block| block.text.as_str())
    };
    let compared =
        text(&link.from).zip(text(cited)).map(|(here, there)| origin::compare(here, there).sameness);
    match compared {
        Some(Sameness::Same) => app.locale.say("origin-same"),
        Some(Sameness::Changed) => app.locale.say("origin-changed"),
        Some(Sameness::NotFound) | None => String::new(),
    }
}

/// Who cites the passage one is at, each passage once, the nearest first.
#[must_use]
pub fn citing(app: &App) -> Vec<Row> {
    let Some(graph) = &app.graph else { return Vec::new() };
    let mut rows: Vec<Row> = Vec::new();
    for (link, _) in graph.cited_by(&place::here(app)) {
        // A footnote cites for the passage that calls it.
        if matches!(link.from.address.place, crate::model::Place::Note(_)) && link.through.is_none() {
            continue;
        }
        let target = Target::Passage(link.from.clone());
        if rows.iter().all(|known| known.target != target) {
            let left = catalogue::citation(app, &link.from);
            rows.push(Row { left, text: words(app, &link.from), right: String::new(), target });
        }
    }
    rows
}

fn words(app: &App, passage: &Reference) -> String {
    let document = app.shelf.get(&passage.symbol, Some(app.document().language));
    let block =
        document.and_then(|document| document.block(&passage.address).or_else(|| document.blocks.first()));
    block.map(|block| block.text.chars().take(160).collect()).unwrap_or_default()
}

/// The sign in the margin of a passage: it cites another, it is cited, or both.
#[must_use]
pub fn sign(app: &App, passage: &Reference) -> Option<char> {
    let graph = app.graph.as_ref()?;
    let cites = !graph.own(passage).is_empty();
    let cited = graph.is_cited(passage);
    match (cites, cited) {
        (true, true) => Some('↔'),
        (true, false) => Some('→'),
        (false, true) => Some('←'),
        (false, false) => None,
    }
}
