//! The list of what a search of everything found: documents and texts of the delegate, with the words marked.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::finder;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Picker;
use crate::app::screen::naming;
use crate::app::screen::picker::State;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{Definition, Matches, PreviewSize};
use crate::app::screen::picker::preview::{Preview, Room};
use crate::base::text::fold;
use crate::compare::ChangeKind;
use crate::model::Reference;
use crate::search::SearchHit;
use crate::search::snippet::Snippet;

/// The list.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| Matches { exact: rows(context, state, typed), listed: Vec::new() },
    hints: &["accept", "cancel", "list-down", "equivalents", "clear"],
    preview,
    preview_size: PreviewSize::Large,
    least_rows: 40,
    ..Definition::new(|app| app.appearance.locale.say("title-search"), |_| Vec::new(), choose)
};

/// The list of what is on the subject of a passage.
pub const SIMILAR: Definition =
    Definition { title: |app| app.appearance.locale.say("title-similar"), ..PICKER };

/// What a list that searches knows besides what is typed.
#[derive(Debug, Clone, Default)]
pub struct SearchBox {
    /// Whether only what is typed is found, without equivalent terms.
    pub is_exact: bool,
    /// The passage on whose subject passages are searched for while nothing is typed.
    pub like: Option<Reference>,
    /// Whether the delegate has chosen a row since something was typed.
    pub has_moved: bool,
    /// How many queries the delegate has gone back.
    recalled: usize,
}

/// Characters of a text that a row has.
const SHOWN: usize = 160;

fn rows(context: &Context, state: &State, typed: &str) -> Vec<PickerChoice> {
    if typed.trim().is_empty() && state.search.like.is_none() {
        return Vec::new();
    }
    let finder = context.finder;
    if typed.contains('=') {
        return rings(context, typed);
    }
    let reports = finder.answered.iter().flat_map(|answer| &answer.result.reports);
    let mut rows: Vec<PickerChoice> =
        reports.map(|message| PickerChoice::title(context.locale().message(message))).collect();
    for group in groups(finder.hits()) {
        rows.push(PickerChoice::title(title(context, finder.hits(), &group)));
        rows.extend(group.into_iter().map(|at| row(context, &finder.hits()[at], at)));
    }
    rows
}

/// What can be done with equivalent terms: to add those that are typed; to remove those of the delegate's own that have what is typed.
fn rings(context: &Context, typed: &str) -> Vec<PickerChoice> {
    let row = |id: &str, terms: Vec<String>, target: fn(Vec<String>) -> ChoiceTarget| {
        let text = context.locale().say_with(id, &[("terms", terms.join(" = ").into())]);
        PickerChoice { left: String::new(), text, right: String::new(), target: target(terms) }
    };
    let words: Vec<String> = typed.split('=').map(|term| fold(term.trim())).collect();
    let has = |ring: &[String], word: &str| ring.iter().any(|term| fold(term).contains(word));
    let own = context.finder.answered.iter().flat_map(|answer| &answer.rings);
    let own: Vec<&Vec<String>> = own.filter(|ring| words.iter().all(|word| has(ring, word))).collect();
    let added = equivalent(typed).filter(|terms| !own.iter().any(|ring| **ring == *terms));
    let added = added.map(|terms| row("search-add-ring", terms, ChoiceTarget::Ring));
    let own = own.into_iter().map(|terms| row("search-remove-ring", terms.clone(), ChoiceTarget::OwnRing));
    added.into_iter().chain(own).collect()
}

/// The terms that are typed as equivalent: `guichet = point de contact`.
fn equivalent(typed: &str) -> Option<Vec<String>> {
    let terms: Vec<String> = typed.split('=').map(|term| term.trim().to_owned()).collect();
    let is_whole = terms.len() > 1 && terms.iter().all(|term| !term.is_empty());
    is_whole.then_some(terms)
}

/// The indexes of the hits of each document, and of the delegate's own texts, in the order of their best hits.
fn groups(hits: &[SearchHit]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, hit) in hits.iter().enumerate() {
        let name = if hit.entry.id.is_empty() { hit.entry.symbol.as_str() } else { "" };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, group)) => group.push(at),
            None => groups.push((name, vec![at])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn title(context: &Context, hits: &[SearchHit], group: &[usize]) -> String {
    let first = group.first().map(|at| &hits[*at].entry);
    let name = match first {
        Some(entry) if entry.id.is_empty() => entry.symbol.clone(),
        _ => context.locale().say("search-own"),
    };
    format!("{name} · {}", group.len())
}

fn row(context: &Context, hit: &SearchHit, at: usize) -> PickerChoice {
    let text = hit.entry.text.replace('\n', " ");
    let snippet = Snippet::new(&text, &hit.marks, SHOWN);
    let passage = finder::passage(hit);
    let left = passage.map_or_else(String::new, |passage| naming::label(context.locale(), &passage));
    let kind = hit.entry.kind.as_str();
    let kind = match hit.terms.first() {
        Some(term) => format!("= {term}"),
        None if hit.entry.id.is_empty() => String::new(),
        None => context.locale().say(&format!("search-kind-{kind}")),
    };
    let right = [version(context, hit), kind].into_iter().filter(|words| !words.is_empty());
    let right = right.collect::<Vec<_>>().join(" · ");
    let target = ChoiceTarget::Hit { at, marks: snippet.own_marks() };
    PickerChoice { left, text: snippet.of(&text).to_owned(), right, target }
}

/// The language of the text that was found, if its document is held in more than one.
fn version(context: &Context, hit: &SearchHit) -> String {
    let symbol = hit.entry.symbol.parse().ok();
    let has_versions = symbol.is_some_and(|symbol| context.library.shelf.has_versions(&symbol));
    hit.entry.language.filter(|_| has_versions).map(|language| language.to_string()).unwrap_or_default()
}

fn choose(on: Split, choice: &PickerChoice) -> Outcome {
    let query = match on.layers.last() {
        Some(Layer::Picker(list)) => list.input.text(),
        _ => String::new(),
    };
    let closed = Outcome::of(Intent::Close);
    match &choice.target {
        ChoiceTarget::Hit { at, .. } => closed.and(Intent::StartTrail { at: Some(*at), query }),
        ChoiceTarget::Ring(terms) => {
            on.context.refusal().unwrap_or_else(|| closed.and(Intent::AddRing(terms.clone())))
        }
        ChoiceTarget::OwnRing(terms) => {
            on.context.refusal().unwrap_or_else(|| closed.and(Intent::RemoveRing(terms.clone())))
        }
        _ => closed,
    }
}

fn preview(context: &Context, choice: &PickerChoice, _: Room) -> Preview {
    let ChoiceTarget::Hit { at, .. } = choice.target else { return Preview::plain(choice.text.clone()) };
    let Some(hit) = context.finder.hits().get(at) else { return Preview::default() };
    let marks = hit.marks.iter().map(|mark| (*mark, ChangeKind::Added)).collect();
    Preview { text: hit.entry.text.clone(), marks, ..Preview::default() }
}

impl State {
    /// Closes the list. The hits of a search are kept, to go through them.
    pub fn close(&self) -> Outcome {
        let closed = Outcome::of(Intent::Close);
        match self.picker {
            Picker::Search | Picker::Similar => {
                closed.and(Intent::StartTrail { at: None, query: self.input.text() })
            }
            _ => closed,
        }
    }

    /// Searches with equivalent terms, or without.
    pub fn toggle_equivalents(&mut self) {
        self.search.is_exact = !self.search.is_exact;
    }

    /// In a list of searches, above its first row: the query before the one shown. Returns whether there is one.
    pub fn recall(&mut self, context: &Context) -> bool {
        let history = &context.finder.history;
        let first = self.list.selected == 0 || (0..self.list.selected).all(|line| self.is_title(line));
        let is_search = matches!(self.picker, Picker::Search | Picker::Similar);
        let Some(at) = history.len().checked_sub(self.search.recalled + 1).filter(|_| first && is_search)
        else {
            return false;
        };
        self.search.recalled += 1;
        self.input.clear();
        self.input.insert(&history[at]);
        self.rank(context);
        true
    }
}
