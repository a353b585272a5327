//! Passages in the go-to list that are named by words: what is no reference is searched for at once.

use crate::app::context::Context;
use crate::app::finder;
use crate::app::screen::naming;
use crate::app::screen::picker::State;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Matches;
use crate::search::SearchHit;
use crate::search::snippet::Snippet;

/// Most passages that are listed for words.
const MOST: usize = 20;

/// Characters of the text of a passage that a row has.
const SHOWN: usize = 120;

/// What fits: references first, then passages with the words, best first, then names.
#[must_use]
pub fn with_passages(
    context: &Context,
    state: &State,
    typed: &str,
    references: Vec<PickerChoice>,
) -> Matches {
    let mut exact = references;
    let found = context.finder.passages(typed).into_iter().flat_map(|answer| &answer.result.hits);
    for choice in found.take(MOST).filter_map(|hit| row(context, hit)) {
        if exact.iter().all(|known| known.target != choice.target) {
            exact.push(choice);
        }
    }
    Matches { exact, listed: state.named(typed) }
}

fn row(context: &Context, hit: &SearchHit) -> Option<PickerChoice> {
    let passage = finder::passage(hit)?;
    let snippet = Snippet::new(&hit.entry.text, &hit.marks, SHOWN);
    Some(PickerChoice {
        left: naming::label(context.locale(), &passage),
        text: snippet.of(&hit.entry.text).to_owned(),
        right: hit.entry.symbol.clone(),
        target: ChoiceTarget::Passage(passage),
    })
}
