//! Corrections of the current passage and its document: what was chosen or typed, as a request to the store.

use crate::app::context::Context;
use crate::app::effect::{DocumentChange, DocumentRequest, Effect};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{DocumentDetail, Overlay, Picker, Prompt};
use crate::app::screen::picker::choice::CorrectionChoice;
use crate::base::day;
use crate::import::correction::{CorrectedDetails, Correction, CorrectionStep, Misfit, PassageChange};
use crate::model::{Block, BlockKind};

/// The current passage.
#[must_use]
pub fn block<'a>(context: &Context<'a>) -> &'a Block {
    let here = context.here();
    &here.document.blocks[here.block]
}

/// Opens the list of corrections, unless the workspace is read-only.
#[must_use]
pub fn open(context: &Context) -> Outcome {
    context.refusal().unwrap_or_else(|| Outcome::of(Intent::Open(Overlay::Picker(Picker::Corrections))))
}

/// Carries out a choice, or asks for what it needs.
#[must_use]
pub fn choose(context: &Context, choice: &CorrectionChoice) -> Outcome {
    let prompt = |prompt: Prompt| Outcome::of(Intent::Open(Overlay::Line(prompt)));
    match choice {
        CorrectionChoice::Passage(change) => passage(context, change.clone()),
        CorrectionChoice::Number => prompt(Prompt::PassageNumber(block(context).kind)),
        CorrectionChoice::Split => Outcome::of(Intent::Open(Overlay::Picker(Picker::SplitPoints))),
        CorrectionChoice::Detail(detail) => prompt(Prompt::Detail(*detail)),
        CorrectionChoice::Undo => request(context, DocumentChange::Step(CorrectionStep::Undo)),
        CorrectionChoice::Remove => request(context, DocumentChange::Remove),
    }
}

/// Corrects the current passage; a kind that needs a number asks for it.
fn passage(context: &Context, change: PassageChange) -> Outcome {
    let here = context.here();
    let correction = Correction::of(&here.document, here.block, change.clone());
    match (correction.apply(&mut (*here.document).clone()), change) {
        (Ok(()), _) => request(context, DocumentChange::Step(CorrectionStep::Passage(correction))),
        (Err(Misfit::NumberMissing), PassageChange::Recast { kind, number: None }) => {
            Outcome::of(Intent::Open(Overlay::Line(Prompt::PassageNumber(kind))))
        }
        (Err(misfit), _) => Outcome::notify(Notice::new(misfit.id()).alarming()),
    }
}

/// Gives the current passage a kind and the number that was typed.
#[must_use]
pub fn set_number(context: &Context, kind: BlockKind, typed: &str) -> Outcome {
    let number = Some(typed.trim().to_owned()).filter(|number| !number.is_empty());
    if number.is_none() {
        return Outcome::notify(Notice::new(Misfit::NumberMissing.id()).alarming());
    }
    passage(context, PassageChange::Recast { kind, number })
}

/// Corrects a detail of the current document.
///
/// # Errors
/// The notice about a symbol or a day that cannot be read, or about an empty title.
pub fn set_detail(context: &Context, detail: DocumentDetail, typed: &str) -> Result<Outcome, Notice> {
    let typed = typed.trim();
    let mut details = CorrectedDetails::default();
    match detail {
        DocumentDetail::Title if typed.is_empty() => return Err(Notice::new("notice-no-title").alarming()),
        DocumentDetail::Title => details.title = Some(typed.to_owned()),
        DocumentDetail::Symbol => match typed.parse() {
            Ok(symbol) => details.symbol = Some(symbol),
            Err(()) => return Err(Notice::new("symbol-unreadable").with("symbol", typed).alarming()),
        },
        DocumentDetail::Date => match crate::calendar::programme::day(typed, context.now.today) {
            Some(date) => details.date = Some(date),
            None => {
                let notice = Notice::new("notice-no-day").with("text", typed);
                let (first, last) = (*day::YEARS.start(), *day::YEARS.end());
                return Err(notice.with("first", first).with("last", last).alarming());
            }
        },
    }
    Ok(request(context, DocumentChange::Step(CorrectionStep::Details(details))))
}

/// Asks the store to change the current document.
fn request(context: &Context, change: DocumentChange) -> Outcome {
    let document = &context.here().document;
    let asked = DocumentRequest { symbol: document.symbol.clone(), language: document.language, change };
    Outcome::of(Intent::Perform(Effect::Correct(Box::new(asked))))
}
