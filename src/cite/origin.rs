//! Where a passage repeats the passage it cites: the same words, with changes, or not found there.

pub use crate::base::Sameness;
use crate::base::Span;
use crate::language::token::{TokenKind, tokens};

/// What came of comparing a passage with the one it cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Whether the words are the same.
    pub sameness: Sameness,
    /// When changed: words of the passage that are not in the cited one.
    pub here: Vec<Span>,
    /// When changed: words of the cited passage, between those repeated, that the passage leaves out.
    pub there: Vec<Span>,
}

/// Fewer words than these in a row are chance.
const SHORTEST_RUN: usize = 4;
/// The most words compared on either side.
const MOST_WORDS: usize = 1500;

/// Compares the words of a passage with those of the passage it cites. Case, accents and punctuation do not count.
///
/// The same: all words of one occur in the other in a row. Changed: at least half the words of the shorter one
/// occur in the other in the same order, in runs of four and more.
#[must_use]
pub fn compare(passage: &str, cited: &str) -> Origin {
    let (one, two) = (words(passage), words(cited));
    let plain = |sameness| Origin { sameness, here: Vec::new(), there: Vec::new() };
    let shorter = one.len().min(two.len());
    if shorter < SHORTEST_RUN {
        return plain(Sameness::NotFound);
    }
    if holds(&one, &two) || holds(&two, &one) {
        return plain(Sameness::Same);
    }
    let pairs = common(&one, &two);
    if pairs.len() * 2 < shorter {
        return plain(Sameness::NotFound);
    }
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return plain(Sameness::NotFound) };
    Origin {
        sameness: Sameness::Changed,
        here: unmatched(&one, 0..one.len(), &pairs.iter().map(|pair| pair.0).collect::<Vec<_>>()),
        there: unmatched(&two, first.1..last.1, &pairs.iter().map(|pair| pair.1).collect::<Vec<_>>()),
    }
}

/// Compares a quotation with the passage it is taken from. The same: its words occur there in a row; where it has an
/// ellipsis (`…`, `[...]`), the words before and after it occur there in this order. Unlike [`compare`], a quotation that has
/// more words than the passage is changed, and one of less than four words can be found.
#[must_use]
pub fn quotation(quoted: &str, cited: &str) -> Origin {
    let there = words(cited);
    let mut from = 0;
    let fragments = fragments(quoted);
    let is_verbatim = fragments.iter().all(|fragment| match end_of(&there, fragment, from) {
        Some(end) => {
            from = end;
            true
        }
        None => false,
    });
    if is_verbatim && !fragments.is_empty() {
        return Origin { sameness: Sameness::Same, here: Vec::new(), there: Vec::new() };
    }
    let compared = compare(quoted, cited);
    match compared.sameness {
        Sameness::Same => Origin { sameness: Sameness::Changed, ..compared },
        _ => compared,
    }
}

/// The words of a quotation between its ellipses.
fn fragments(quoted: &str) -> Vec<Vec<WordSpan>> {
    let plain = quoted.replace("...", "…");
    let fragments = plain.split('…').map(words);
    fragments.filter(|words| !words.is_empty()).collect()
}

/// The end, in words, of the first place after `from` where the words of a part occur in a row.
fn end_of(text: &[WordSpan], part: &[WordSpan], from: usize) -> Option<usize> {
    let same = |window: &[WordSpan]| window.iter().zip(part).all(|(one, two)| one.0 == two.0);
    let at = text.get(from..)?.windows(part.len()).position(same)?;
    Some(from + at + part.len())
}

/// Whether the cited passage confirms a place at which a passage was joined: the words on both sides occur
/// there in a row (the same), occur there with others between or beside them (changed), or only those on one
/// side do (not found). Nothing when it repeats neither side.
#[must_use]
pub fn across(passage: &str, at: usize, cited: &str) -> Option<Sameness> {
    let (words, there) = (words(passage), words(cited));
    let seam = words.partition_point(|word| word.1.start < at);
    let near = |reach: usize| seam.saturating_sub(reach)..words.len().min(seam + reach);
    let run = near(SHORTEST_RUN);
    if seam == 0 || seam == words.len() || run.len() < LEAST_ACROSS {
        return None;
    }
    if holds(&there, &words[run]) {
        return Some(Sameness::Same);
    }
    let around = near(NEAR_SEAM);
    let middle = seam - around.start;
    let pairs = common(&words[around], &there);
    let before = pairs.iter().any(|pair| pair.0 < middle);
    let after = pairs.iter().any(|pair| pair.0 >= middle);
    match (before, after) {
        (true, true) => Some(Sameness::Changed),
        (false, false) => None,
        _ => Some(Sameness::NotFound),
    }
}

/// Fewer words than these around a seam prove nothing.
const LEAST_ACROSS: usize = 6;
/// So many words on each side belong to a seam.
const NEAR_SEAM: usize = 16;

/// The words of a text, folded, each with its place.
fn words(text: &str) -> Vec<(String, Span)> {
    let found = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Mark);
    found.take(MOST_WORDS).map(|token| (token.folded, token.span)).collect()
}

type WordSpan = (String, Span);

/// Whether all words of the second occur in the first in a row. The failure links of the second keep it linear.
fn holds(text: &[WordSpan], part: &[WordSpan]) -> bool {
    let mut links = vec![0usize; part.len()];
    let mut matched = 0;
    for at in 1..part.len() {
        while matched > 0 && part[at].0 != part[matched].0 {
            matched = links[matched - 1];
        }
        matched += usize::from(part[at].0 == part[matched].0);
        links[at] = matched;
    }
    matched = 0;
    for word in text {
        while matched > 0 && word.0 != part[matched].0 {
            matched = links[matched - 1];
        }
        matched += usize::from(word.0 == part[matched].0);
        if matched == part.len() {
            return true;
        }
    }
    false
}

/// The words two texts have in common in the same order, as many as can be, but for short runs.
fn common(one: &[WordSpan], two: &[WordSpan]) -> Vec<(usize, usize)> {
    let wide = two.len() + 1;
    let mut length = vec![0u16; (one.len() + 1) * wide];
    for i in (0..one.len()).rev() {
        for j in (0..two.len()).rev() {
            length[i * wide + j] = if one[i].0 == two[j].0 {
                length[(i + 1) * wide + j + 1] + 1
            } else {
                length[(i + 1) * wide + j].max(length[i * wide + j + 1])
            };
        }
    }
    let mut runs: Vec<Vec<(usize, usize)>> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < one.len() && j < two.len() {
        if one[i].0 == two[j].0 {
            match runs.last_mut().filter(|run| run.last() == Some(&(i.wrapping_sub(1), j.wrapping_sub(1)))) {
                Some(run) => run.push((i, j)),
                None => runs.push(vec![(i, j)]),
            }
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * wide + j] >= length[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    runs.into_iter().filter(|run| run.len() >= SHORTEST_RUN).flatten().collect()
}

/// The stretches of words that found no partner.
fn unmatched(words: &[WordSpan], range: std::ops::Range<usize>, matched: &[usize]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut next = matched.iter().peekable();
    let mut open = false;
    for at in range {
        while next.peek().is_some_and(|matched| **matched < at) {
            next.next();
        }
        if next.peek() == Some(&&at) {
            open = false;
            continue;
        }
        let span = words[at].1;
        match spans.last_mut().filter(|_| open) {
            Some(last) => last.end = span.end,
            None => spans.push(span),
        }
        open = true;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(passage: &str, cited: &str, sameness: Sameness, here: &[&str], there: &[&str]) {
        let found = compare(passage, cited);
        assert_eq!(found.sameness, sameness, "{passage}");
        let words = |spans: &[Span], text: &str| -> Vec<String> {
            spans.iter().map(|span| span.of(text).to_owned()).collect()
        };
        assert_eq!(words(&found.here, passage), here);
        assert_eq!(words(&found.there, cited), there);
    }

    #[test]
    fn a_seam_is_proved_or_disproved_by_what_is_cited() {
        let cited =
            "Les ports et les phares sont entretenus par les États riverains, chaque année, à leurs frais.";
        let across = |text: &str| {
            let at = text.find('|').unwrap();
            super::across(&text.replacen('|', "", 1), at, cited)
        };
        let same = "Rappelant que les ports et les phares |sont entretenus par les États riverains";
        assert_eq!(across(same), Some(Sameness::Same));
        let changed =
            "Les ports et les phares |sont aussi bien entretenus par les États riverains, chaque année";
        assert_eq!(across(changed), Some(Sameness::Changed));
        let otherwise = "Les ports et les phares |ont été remis à neuf en plusieurs endroits cette fois";
        assert_eq!(across(otherwise), Some(Sameness::NotFound));
        let unlike = "Les navires et les bateaux |ont été remis à neuf en plusieurs endroits cette fois";
        assert_eq!(across(unlike), None);
        for nothing in ["|Les ports et les phares sont entretenus", "Les ports et les phares|", "Les |ports"]
        {
            assert_eq!(across(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_quotation_is_verbatim_changed_or_not_found() {
        let ports = "Les ports et les phares sont entretenus par les États riverains, chaque année.";
        let of = |quoted: &str| quotation(quoted, ports).sameness;
        for verbatim in
            ["phares", "les phares sont entretenus", "les ports […] sont entretenus", "Les ports ... année"]
        {
            assert_eq!(of(verbatim), Sameness::Same, "{verbatim}");
        }
        for changed in [
            "les ports et les phares sont bien entretenus par les États",
            "Les ports et les phares sont entretenus par les États riverains, chaque année, à leurs frais.",
        ] {
            assert_eq!(of(changed), Sameness::Changed, "{changed}");
        }
        for absent in ["année […] phares", "les navires", "", "…"] {
            assert_eq!(of(absent), Sameness::NotFound, "{absent}");
        }
    }

    #[test]
    fn what_is_repeated_is_reported_from_what_is_changed() {
        let ports = "Les ports et les phares sont entretenus par les États riverains, chaque année.";
        case(ports, ports, Sameness::Same, &[], &[]);
        case("« Les ports et les phares sont entretenus »", ports, Sameness::Same, &[], &[]);
        case(
            "Les ports et les phares sont entretenus avec soin par les États riverains, chaque année.",
            ports,
            Sameness::Changed,
            &["avec soin"],
            &[],
        );
        case(
            "Les ports et les phares sont entretenus par les États, sans délai.",
            ports,
            Sameness::Changed,
            &["sans délai"],
            &[],
        );
        case(
            "Les ports et les phares sont entretenus par les riverains chaque année sans délai.",
            "Les ports et les phares sont entretenus par les États et les riverains chaque année sans délai.",
            Sameness::Changed,
            &[],
            &["États et les"],
        );
        case("Le Conseil a pris note du rapport sur les ports.", ports, Sameness::NotFound, &[], &[]);
        case("", ports, Sameness::NotFound, &[], &[]);
        case("Les ports", ports, Sameness::NotFound, &[], &[]);
    }
}
