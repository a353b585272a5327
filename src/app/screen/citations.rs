//! Following citations: what a passage cites, who cites it, and a look at either without leaving one's place.

use crate::app::App;
use crate::app::message::{Effect, Notice};
use crate::app::place;
use crate::app::screen::picker::{self, Purpose, Row, Target};
use crate::app::screen::{catalogue, reader};
use crate::app::verb::Verb;
use crate::base::Span;
use crate::cite::graph::Link;
use crate::cite::origin::{self, Sameness};
use crate::compare::{self, Marked};
use crate::model::Reference;
use crate::typeset::wrap;

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
        match rows.iter_mut().find(|known| (&known.left, &known.target) == (&row.left, &row.target)) {
            // One of its sub-paragraphs repeats what another only cites.
            Some(known) if known.right.is_empty() => known.right = row.right,
            Some(_) => {}
            None => rows.push(row),
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
    let compared = text(app, &link.from)
        .zip(text(app, cited))
        .map(|(here, there)| origin::compare(here, there).sameness);
    match compared {
        Some(Sameness::Same) => app.locale.say("origin-same"),
        Some(Sameness::Changed) => app.locale.say("origin-changed"),
        Some(Sameness::NotFound) | None => String::new(),
    }
}

fn text<'a>(app: &'a App, passage: &Reference) -> Option<&'a str> {
    let document = app.shelf.get(&passage.symbol, Some(app.document().language))?;
    document.block(&passage.address).map(|block| block.text.as_str())
}

/// The words of a passage cited from here, with what was changed where it is repeated: its own words as removed,
/// those that stand here instead as added. None when it is not repeated, or word for word.
#[must_use]
pub fn changes(app: &App, cited: &Reference) -> Option<Changes> {
    let links = app.graph.as_ref()?.cites(&place::here(app));
    let to_it = |link: &&Link| {
        link.to.symbol.as_ref() == Some(&cited.symbol) && link.to.address == cited.address && link.held
    };
    let mut compared = links.into_iter().filter(to_it).filter_map(|link| {
        let (here, there) = (text(app, &link.from)?, text(app, cited)?);
        let sameness = origin::compare(here, there).sameness;
        (sameness != Sameness::NotFound).then_some((sameness, here, there))
    });
    let (sameness, here, there) = compared.next()?;
    (sameness == Sameness::Changed).then(|| Changes { there: there.to_owned(), here: here.to_owned() })
}

/// A passage repeated with changes: its own words and those that repeat it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    there: String,
    here: String,
}

/// Words kept on either side of a change where all of them do not fit, the most first.
const CONTEXTS: [usize; 4] = [12, 6, 3, 1];

impl Changes {
    /// Both as one text that takes no more rows than there are at a width, as far as can be.
    #[must_use]
    pub fn fitted(&self, width: usize, rows: usize) -> Marked {
        let whole = compare::marked(&self.there, &self.here, None);
        let fits = |marked: &Marked| wrap(&marked.text, width.max(1)).len() <= rows;
        if fits(&whole) {
            return whole;
        }
        let shorter = CONTEXTS.map(|context| compare::marked(&self.there, &self.here, Some(context)));
        let last = shorter.len() - 1;
        let chosen = shorter.iter().position(fits).unwrap_or(last);
        shorter.into_iter().nth(chosen).unwrap_or(whole)
    }
}

/// The citations in the text of a passage, each with the address at which the United Nations publish what it cites.
#[must_use]
pub fn official(app: &App, block: usize) -> Vec<(Span, String)> {
    let document = app.document();
    let (Some(graph), Some(block)) = (&app.graph, document.blocks.get(block)) else { return Vec::new() };
    let passage = Reference { symbol: document.symbol.clone(), address: block.address.clone() };
    let mut found: Vec<(Span, String)> = Vec::new();
    for link in graph.own(&passage).iter().filter(|link| link.through.is_none()) {
        // A citation of several paragraphs leads to their document once.
        if found.last().is_none_or(|(known, _)| *known != link.span)
            && let Some(symbol) = &link.to.symbol
        {
            found.push((link.span, symbol.official_address(app.locale.language())));
        }
    }
    found
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
