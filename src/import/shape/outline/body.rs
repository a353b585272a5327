//! The line on which the body of a document begins.

use crate::import::layout::SourceLayout;
use crate::import::line::{Line, LineRole};
use crate::import::shape::enumerator::{LeadKind, lead_of};
use crate::import::shape::join::{End, end};
use crate::import::shape::recognise as is;
use crate::language::ImportWords;

/// The line on which the body begins: a resolution's title or opening, the first heading or paragraph.
pub(super) fn start(lines: &[Line], vocabulary: &ImportWords) -> Option<usize> {
    lines.iter().enumerate().position(|(at, line)| {
        match line.role {
            Some(LineRole::Title | LineRole::Opener | LineRole::Preambular | LineRole::Operative) => {
                return true;
            }
            Some(LineRole::Cover | LineRole::Closing | LineRole::Row | LineRole::Note) => return false,
            _ => {}
        }
        if is::is_opener(&line.text, vocabulary)
            || is::resolution_title(&line.text).is_some()
            || opens_without_comma(lines, at, vocabulary)
            || (line.gap > 0 || line.begins == Some(true))
                && (is::is_article(&line.text, vocabulary)
                    || is::is_titled(&line.text, vocabulary, is::is_article)
                        && lines.get(at + 1).is_some_and(|next| next.begins.unwrap_or(next.gap > 0)))
        {
            return true;
        }
        let quiet = at == 0 || line.gap > 0 || end(&lines[at - 1].text) != End::Open || line.after_cut;
        let first = || {
            let lead = lines.get(at + 1).and_then(|next| lead_of(next, &vocabulary.enumerators));
            lead.is_some_and(|lead| lead.kind == LeadKind::Number(1, None))
        };
        if quiet && is::is_titled(&line.text, vocabulary, is::is_article) && first() {
            return true;
        }
        match lead_of(line, &vocabulary.enumerators).map(|lead| lead.kind) {
            Some(LeadKind::Number(1, None) | LeadKind::Labelled(..)) => true,
            Some(LeadKind::Capital(mark)) => {
                matches!(mark.as_str(), "I" | "A") && (quiet || leads_to_paragraph(lines, at, vocabulary))
            }
            _ => false,
        }
    })
}

/// The masthead is looked for in so many lines, and what follows it up to the first sentence in so many more.
const MASTHEAD: usize = 30;
const TITLES: usize = 25;

/// The line after the masthead and the titles below it on which the first sentence begins: the body of a letter, which has
/// neither numbers nor headings. `None` without a masthead ("Distr.: General", "Original: English", in all languages), and
/// where no annex comes before what is known as the start of the body.
pub(super) fn of_letter(
    lines: &[Line],
    known: Option<usize>,
    layout: &SourceLayout,
    vocabulary: &ImportWords,
) -> Option<usize> {
    let annexed =
        |known: usize| lines[..known].iter().any(|line| is::annex(&line.text, vocabulary).is_some());
    if known.is_some_and(|known| !annexed(known)) {
        return None;
    }
    let top = &lines[..lines.len().min(MASTHEAD)];
    let starts = |word: &str| top.iter().rposition(|line| line.bare().starts_with(word));
    let after = starts("Distr").max(starts("Original")).filter(|_| starts("Distr").is_some())? + 1;
    let rest = &lines[after..lines.len().min(after + TITLES)];
    let mut first = after;
    // Without empty lines, a line begins a passage where the one before it was ended on purpose.
    let tight = rest.iter().all(|line| line.gap == 0);
    let begins = |at: usize| tight && layout.is_ended(&lines[at - 1].text, &lines[at].text);
    for (at, line) in (after..).zip(rest) {
        if line.begins.unwrap_or(line.gap > 0 || begins(at)) {
            first = at;
        }
        if line.has_role() {
            return None;
        }
        if end(&line.text) != End::Open && is::date(&line.text, vocabulary).is_none() {
            return Some(first);
        }
    }
    None
}

/// Whether a line is an organ's name without its comma, and the first paragraph of a resolution comes next.
pub(super) fn opens_without_comma(lines: &[Line], at: usize, vocabulary: &ImportWords) -> bool {
    is::is_bare_opener(&lines[at].text, vocabulary)
        && lines[at + 1..].iter().take(2).any(|next| {
            matches!(
                lead_of(next, &vocabulary.enumerators).map(|lead| lead.kind),
                Some(LeadKind::Number(1, None))
            ) || is::is_preambular(&next.text, vocabulary)
        })
}

/// Whether a numbered line follows this one and its continuations, before any sentence ends.
pub(super) fn leads_to_paragraph(lines: &[Line], at: usize, vocabulary: &ImportWords) -> bool {
    for line in lines.iter().skip(at + 1).take(3) {
        match lead_of(line, &vocabulary.enumerators).map(|lead| lead.kind) {
            Some(LeadKind::Number(..) | LeadKind::Capital(_)) => return true,
            Some(_) => return false,
            None if end(&line.text) != End::Open => return false,
            None => {}
        }
    }
    false
}
