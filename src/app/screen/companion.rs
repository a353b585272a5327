//! The texts that belong to the passage being read: the same passage in other languages, what it cites, and what cites it.

use crate::app::context::Context;
use crate::app::screen::picker::{ChoiceTarget, PickerChoice};
use crate::app::screen::{citations, naming};
use crate::model::Passage;

/// A text beside the passage being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// What it is: a language, or a citation.
    pub heading: String,
    /// Its words, one paragraph each.
    pub paragraphs: Vec<String>,
}

/// Most paragraphs of one text.
const MOST_PARAGRAPHS: usize = 12;

/// Most texts.
const MOST_TEXTS: usize = 8;

/// The texts that belong to the current passage, the nearest first; empty if there are none.
#[must_use]
pub fn of_passage(context: &Context) -> Vec<Companion> {
    let locale = context.locale();
    let cited = citations::cited(context).into_iter().map(|choice| ("→", choice));
    let citing = citations::citing(context).into_iter().map(|choice| ("←", choice));
    let related = cited.chain(citing).filter_map(|(sign, choice)| of_choice(context, sign, &choice));
    let in_language = versions(context).into_iter().map(|(language, passage)| Companion {
        heading: naming::language(locale, language),
        paragraphs: paragraphs(&passage),
    });
    in_language.chain(related).take(MOST_TEXTS).collect()
}

/// The texts that the passages of the current section cite, for a passage that none of the texts of [`of_passage`] belongs to.
#[must_use]
pub fn of_section(context: &Context) -> Vec<Companion> {
    let cited = citations::cited_in(context, &context.here().section());
    let texts = cited.iter().filter_map(|choice| of_choice(context, "→", choice));
    texts.take(MOST_TEXTS).collect()
}

/// The current passage in the other languages that the document is held in.
fn versions<'a>(context: &Context<'a>) -> Vec<(crate::model::Language, Passage<'a>)> {
    let (here, passage) = (context.here(), context.passage());
    let rows = context.library.shelf.rows_of(&here.document.symbol).into_iter();
    let others = rows.filter(|row| row.language != here.document.language);
    let found = |language| context.library.shelf.passage(&passage, language);
    let same = |found: &Passage, language| found.document.language == language;
    others
        .filter_map(|row| found(row.language).filter(|found| same(found, row.language)))
        .map(|found| (found.document.language, found))
        .collect()
}

/// A passage that is cited or cites; `None` if the library does not have it.
fn of_choice(context: &Context, sign: &str, choice: &PickerChoice) -> Option<Companion> {
    let ChoiceTarget::Passage(passage) = &choice.target else { return None };
    let found = context.look_up(passage)?;
    let citation = naming::citation(context.locale().language(), passage);
    let citation = naming::with_version(context, citation, &passage.symbol);
    Some(Companion { heading: format!("{sign} {citation}"), paragraphs: paragraphs(&found) })
}

fn paragraphs(passage: &Passage) -> Vec<String> {
    let blocks = passage.blocks().iter().take(MOST_PARAGRAPHS);
    blocks
        .map(|block| match &block.number {
            Some(number) => format!("{number} {}", block.text),
            None => block.text.clone(),
        })
        .collect()
}
