//! Two parts of a resolution that are one document: "resolutions 76/84 A, entitled …, and 76/84 B, entitled …, of 9 December 2021".
//!
//! Parts adopted on one day are issued as one document with the symbol `A/RES/76/84A-B`; parts adopted on different days are documents of
//! their own: "74/232 A of 19 December 2019, 74/232 B of 11 August 2020". Two parts are taken for one document only where the text shows
//! it: by one date for both, or by the symbol itself, `76/84 A-B`.

use crate::cite::scan::Citation;
use crate::model::Symbol;

/// The most bytes between the citations of two parts, and between a part and its date.
const FAR: usize = 400;

/// The most characters between a number and the year of the date directly behind it.
const LONGEST_DATE: usize = 40;

/// The citations of a text, those of two parts that are one document with the symbol of that. `is_date_first`: in the language of the
/// text a date comes before the number.
pub(super) fn together(text: &str, mut citations: Vec<Citation>, is_date_first: bool) -> Vec<Citation> {
    for at in 1..citations.len() {
        let Some(both) = pair(text, &citations[at - 1], &citations[at]) else { continue };
        let is_part = |citation: Option<&Citation>| {
            let other = citation.and_then(|citation| letter(citation.symbol.as_ref()?));
            other.is_some_and(|(whole, _)| both.undivided() == Some(whole))
        };
        // Of three parts and more it is not known how they are issued.
        let before = at.checked_sub(2).and_then(|before| citations.get(before));
        if is_part(before) || is_part(citations.get(at + 1)) {
            continue;
        }
        let (from, to) = (citations[at - 1].span.end, citations[at].span.start);
        let is_range = matches!(text.get(from..to).map(str::trim), Some("-" | "–" | "‑" | "—"));
        let dated = if is_date_first {
            let start = before.map_or(0, |before| before.span.end);
            text.get(start..citations[at - 1].span.start)
        } else {
            let end = citations.get(at + 1).map_or(text.len(), |next| next.span.start);
            text.get(citations[at].span.end..end)
        };
        // "65/37 A, 65/37 B of 4 April 2011": where the number comes again, the date directly behind it is only that of the second part.
        let is_repeated = !is_date_first && citations[at].raw.contains(|c: char| c.is_ascii_digit());
        let covers = |dated: &str| {
            let gap = year_at(dated).filter(|_| dated.len() <= FAR);
            gap.is_some_and(|gap| !is_repeated || is_titled(&dated[..gap]))
        };
        if is_range || dated.is_some_and(covers) {
            citations[at - 1].symbol = Some(both.clone());
            citations[at].symbol = Some(both);
        }
    }
    citations
}

/// The document that two citations beside each other may mean together.
fn pair(text: &str, left: &Citation, right: &Citation) -> Option<Symbol> {
    let ((whole, first), (same, second)) = (letter(left.symbol.as_ref()?)?, letter(right.symbol.as_ref()?)?);
    let is_next = whole == same && u32::from(second) == u32::from(first) + 1;
    let plain = left.addresses.is_empty() && right.addresses.is_empty() && right.between.is_empty();
    let between = text.get(left.span.end..right.span.start)?;
    let near = between.len() <= FAR && !between.contains(';') && year_at(between).is_none();
    format!("{whole}{first}-{second}").parse().ok().filter(|_| is_next && plain && near)
}

/// The resolution of which a symbol names one part, and the letter of the part.
fn letter(symbol: &Symbol) -> Option<(Symbol, char)> {
    let whole = symbol.undivided()?;
    let mut letters = symbol.as_str()[whole.as_str().len()..].chars();
    let letter = letters.next()?;
    letters.next().is_none().then_some((whole, letter))
}

/// Whether a title is between a number and the year of its date.
fn is_titled(text: &str) -> bool {
    text.contains(['”', '“', '»', '"']) || text.chars().count() > LONGEST_DATE
}

/// The place of the first year in a text: four digits in a row.
fn year_at(text: &str) -> Option<usize> {
    let mut at = 0;
    for digits in text.split(|c: char| !c.is_ascii_digit()) {
        if digits.len() == 4 {
            return Some(at);
        }
        at += digits.len() + text[at + digits.len()..].chars().next().map_or(0, char::len_utf8);
    }
    None
}
