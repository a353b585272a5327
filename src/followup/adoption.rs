//! When a document was adopted: by the date of a resolution, or by what a report states about its own adoption.

use chrono::NaiveDate;

use crate::followup::{clause, date};
use crate::language::FollowUpWords;
use crate::language::token::tokens;
use crate::model::{Address, BlockKind, Document, DocumentKind, Part, Place, Reference};

/// The most words between "adopted" and "report": "adopted, by consensus, its second annual".
const FARTHEST: usize = 9;

/// The day of adoption, and the passage that names it.
pub(super) type Adoption = (NaiveDate, Reference);

/// The day a document was adopted on; none if its text does not show it.
///
/// A report names it at the end of its account of the sessions, and before it the adoption of the agenda; so of
/// several passages the last counts, and only a sentence that names the report, a day before, and the adopting.
pub(super) fn find(document: &Document, words: &FollowUpWords) -> Option<Adoption> {
    let passage = |address| Reference { symbol: document.symbol.clone(), address };
    if document.kind == DocumentKind::Resolution {
        let title = Address::body(Place::Title);
        return document.date.map(|date| (date, passage(title)));
    }
    let account =
        document.of_kind(BlockKind::Paragraph).filter(|(_, block)| block.address.part == Part::Body);
    let dates = account.filter_map(|(_, block)| {
        let tokens = tokens(&block.text);
        let sentences = clause::sentences(&block.text, &tokens, words);
        let date = sentences.into_iter().find_map(|sentence| {
            let lapses = &words.deadlines.lapses;
            let adopts = |at: &usize| {
                let object =
                    lapses.adopting.after(&tokens, *at).map(|end| end..(end + FARTHEST).min(sentence.end));
                object.is_some_and(|mut object| object.any(|at| lapses.adopted.after(&tokens, at).is_some()))
            };
            let adopted = sentence.clone().rev().find(adopts)?;
            let day = |at: usize| date::day(&tokens, at, words).and_then(|(date, _)| date);
            // "On 12 July 2024 … adopted its report", else "the report was adopted on 12 July 2024".
            (sentence.start..adopted).rev().chain(adopted..sentence.end).find_map(day)
        });
        Some((date?, passage(block.address.clone())))
    });
    dates.last()
}
