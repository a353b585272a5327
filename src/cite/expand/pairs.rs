//! Two parts of a resolution that are one document: "resolutions 76/84 A, entitled …, and 76/84 B, entitled …, of 9 December 2021".
//!
//! Parts adopted on one day are issued as one document with the symbol `A/RES/76/84A-B`; parts adopted on different days, each with its
//! date, are documents of their own: "74/232 A of 19 December 2019, 74/232 B of 11 August 2020".

use crate::cite::scan::Citation;
use crate::model::Symbol;

/// The most bytes between the citations of two parts.
const FAR: usize = 400;

/// The citations of a text, those of two parts that are one document with the symbol of that.
pub(super) fn together(text: &str, mut citations: Vec<Citation>) -> Vec<Citation> {
    for at in 1..citations.len() {
        let before = at.checked_sub(2).and_then(|before| letter(citations[before].symbol.as_ref()?));
        let (left, right) = (&citations[at - 1], &citations[at]);
        let Some(both) = pair(text, left, right) else { continue };
        // Of three parts and more it is not known how they are issued.
        let is_third = before.is_some_and(|(whole, _)| both.undivided() == Some(whole));
        let next = citations.get(at + 1).and_then(|next| letter(next.symbol.as_ref()?));
        let is_more = next.is_some_and(|(whole, _)| both.undivided() == Some(whole));
        if !is_third && !is_more {
            citations[at - 1].symbol = Some(both.clone());
            citations[at].symbol = Some(both);
        }
    }
    citations
}

/// The document that two citations beside each other mean together.
fn pair(text: &str, left: &Citation, right: &Citation) -> Option<Symbol> {
    let ((whole, first), (same, second)) = (letter(left.symbol.as_ref()?)?, letter(right.symbol.as_ref()?)?);
    let is_next = whole == same && u32::from(second) == u32::from(first) + 1;
    let plain = left.addresses.is_empty() && right.addresses.is_empty() && right.between.is_empty();
    let between = text.get(left.span.end..right.span.start)?;
    let near = between.len() <= FAR && !between.contains(';') && !has_year(between);
    format!("{whole}{first}-{second}").parse().ok().filter(|_| is_next && plain && near)
}

/// The resolution of which a symbol names one part, and the letter of the part.
fn letter(symbol: &Symbol) -> Option<(Symbol, char)> {
    let whole = symbol.undivided()?;
    let mut letters = symbol.as_str()[whole.as_str().len()..].chars();
    let letter = letters.next()?;
    letters.next().is_none().then_some((whole, letter))
}

/// Whether a year is in a text: four digits in a row.
fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}
