//! The rows of the pickers for filter and grouping, and what choosing one of them does.

use crate::app::context::Context;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::{ChoiceTarget, PickerChoice, Rows};
use crate::app::screen::tracker::{State, facets};
use crate::base::text::fold;
use crate::board::{Facet, FacetKind};
use crate::locale::Locale;

/// The rows that fit what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowed {
    /// The rows that contain all typed words, as indexes, the best first.
    pub shown: Vec<usize>,
    /// If there are none: a filter by the typed words themselves.
    pub exact: Vec<PickerChoice>,
}

/// What the tracker can be filtered by, each with the number of its steps; what is in use is marked.
#[must_use]
pub fn filters(state: &State, context: &Context) -> Vec<PickerChoice> {
    let Some(board) = state.board() else { return Vec::new() };
    let locale = context.locale();
    let filter = &state.options.filter;
    let mut found = board.all_facets(state.session(context), &context.workspace.tracker);
    // Facets in use that no step has any more can still be removed.
    let unused = filter.facets.iter().filter(|facet| !found.iter().any(|(known, _)| known == *facet));
    let unused: Vec<(Facet, usize)> = unused.map(|facet| (facet.clone(), 0)).collect();
    found.extend(unused);
    let choice = |(facet, count): (Facet, usize)| {
        let sign = if filter.facets.contains(&facet) { "✓" } else { " " };
        let kind = locale.say(&format!("facet-{}", facet.kind().name()));
        PickerChoice {
            left: format!("{sign} {kind}"),
            text: facets::full_name(state, context, &facet),
            right: count.to_string(),
            target: ChoiceTarget::Facet(facet),
        }
    };
    let text = filter.text.trim();
    let by_words = (!text.is_empty()).then(|| by_words(locale, text, "✓"));
    by_words.into_iter().chain(found.into_iter().map(choice)).collect()
}

/// A filter by words.
fn by_words(locale: &Locale, words: &str, sign: &str) -> PickerChoice {
    PickerChoice {
        left: format!("{sign} {}", locale.say("facet-words")),
        text: locale.say_with("filter-words", &[("words", words.into())]),
        right: String::new(),
        target: ChoiceTarget::Words(words.to_owned()),
    }
}

/// Finds the filters that contain the typed words.
#[must_use]
pub fn narrow(locale: &Locale, rows: &dyn Rows, typed: &str) -> Narrowed {
    let typed = typed.trim();
    let words = fold(typed);
    let name = |at: usize| {
        let choice = rows.choice(at, locale);
        fold(&format!("{} {}", choice.left, choice.text))
    };
    let contains = |at: usize| {
        let own = name(at);
        words.split_whitespace().all(|word| own.contains(word))
    };
    let mut shown: Vec<usize> = (0..rows.count()).filter(|at| contains(*at)).collect();
    // For "section E", section E comes before all sections whose headings contain an e.
    let contains_whole = |at: usize| {
        let own = name(at);
        let own: Vec<&str> = own.split(|c: char| !c.is_alphanumeric()).collect();
        words.split_whitespace().all(|word| own.contains(&word))
    };
    shown.sort_by_key(|at| !contains_whole(*at));
    let is_empty = shown.is_empty() && !typed.is_empty();
    Narrowed { shown, exact: if is_empty { vec![by_words(locale, typed, " ")] } else { Vec::new() } }
}

/// What the tracker can be grouped by; what is in use is marked.
#[must_use]
pub fn groupings(state: &State, context: &Context) -> Vec<PickerChoice> {
    let choice = |kind: Option<FacetKind>| PickerChoice {
        left: if state.options.group == kind { "✓" } else { " " }.to_owned(),
        text: context.locale().say(&format!("by-{}", kind.map_or("none", FacetKind::name))),
        right: String::new(),
        target: ChoiceTarget::Grouping(kind),
    };
    std::iter::once(None).chain(FacetKind::ALL.map(Some)).map(choice).collect()
}

impl State {
    /// A row of a picker about the tracker was chosen. Facets and pairs leave the picker open, all else closes it.
    #[must_use]
    pub fn take(&mut self, context: &Context, target: &ChoiceTarget) -> Outcome {
        let filter = &mut self.options.filter;
        let next = match target {
            ChoiceTarget::Pair { old, .. } => return self.toggle_pair(context, old.as_ref()),
            ChoiceTarget::Facet(facet) => {
                filter.toggle(facet.clone());
                Intent::Renew
            }
            ChoiceTarget::Words(words) => {
                let is_in_use = filter.text == *words;
                filter.text = if is_in_use { String::new() } else { words.clone() };
                Intent::Close
            }
            ChoiceTarget::Grouping(kind) => {
                self.options.group = *kind;
                Intent::Close
            }
            _ => Intent::Close,
        };
        Outcome::of(next).then(self.stay_in_view(context))
    }
}
