//! A rolling text: one text with all that is proposed for it, `funding [ours: predictable] [BRA: sustained]`.

use crate::base::Span;
use crate::compare::{ChangeKind, Marked, TextChange, changes};

/// A wording proposed for a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollingProposal {
    /// Who proposes it.
    pub source: String,
    /// The whole wording; empty if the text is to be deleted.
    pub wording: String,
}

/// A text with all that is proposed for it, with signs around what goes and in brackets what comes, each with its source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RollingText {
    /// The text, and where it is marked.
    pub marked: Marked,
    /// Where stretches of the old text are in it: byte offsets in both, in order.
    kept: Vec<(usize, usize)>,
}

impl RollingText {
    /// The place in the rolling text of a byte of the old text.
    #[must_use]
    pub fn moved(&self, at: usize) -> usize {
        let last = self.kept.iter().rev().find(|(old, _)| *old <= at);
        last.map_or(at, |(old, new)| (new + at - old).min(self.marked.text.len()))
    }

    /// Adds words of the old text that begin at a byte of it.
    fn keep(&mut self, words: &str, old: usize) {
        self.kept.push((old, self.marked.text.len()));
        self.marked.text.push_str(words);
    }

    fn mark(&mut self, words: &str, kind: ChangeKind) {
        let start = self.marked.text.len();
        self.marked.text.push_str(words);
        self.marked.marks.push((Span::new(start, self.marked.text.len()), kind));
    }

    /// Adds words that go, between signs.
    fn remove(&mut self, words: &str, old: usize) {
        let start = self.marked.text.len();
        self.marked.text.push_str("{-");
        self.keep(words, old);
        self.marked.text.push_str("-}");
        self.marked.marks.push((Span::new(start, self.marked.text.len()), ChangeKind::Removed));
    }
}

/// A stretch of the old text that some of the proposals change.
struct Site {
    start: usize,
    end: usize,
}

/// Writes a text with all that is proposed for it. `deleted` is the word for a stretch that a source deletes while another
/// one does not, or that it deletes entirely.
#[must_use]
pub fn rolling(old: &str, proposals: &[RollingProposal], deleted: &str) -> RollingText {
    let found: Vec<Vec<TextChange>> =
        proposals.iter().map(|proposal| changes(old, &proposal.wording)).collect();
    let mut text = RollingText::default();
    let mut at = 0;
    for site in sites(&found) {
        let words = &old[site.start..site.end];
        let lead = words.len() - words.trim_start().len();
        let (kept, gone) = (site.start + lead, words.trim());
        text.keep(&old[at..kept], at);
        if !gone.is_empty() {
            text.remove(gone, kept);
        }
        for (sources, comes) in comes(old, &site, proposals, &found) {
            if text.marked.text.ends_with(|c: char| !c.is_whitespace()) {
                text.marked.text.push(' ');
            }
            let comes = if comes.is_empty() { deleted } else { &comes };
            text.mark(&format!("[{}: {comes}]", sources.join(", ")), ChangeKind::Added);
        }
        at = kept + gone.len();
        if old[at..].starts_with(char::is_alphanumeric) {
            text.marked.text.push(' ');
        }
    }
    text.keep(&old[at..], at);
    text
}

/// The stretches that are changed, in order; those that overlap as one.
fn sites(found: &[Vec<TextChange>]) -> Vec<Site> {
    let mut spans: Vec<(usize, usize)> =
        found.iter().flatten().map(|change| (change.before.start, change.before.end)).collect();
    spans.sort_unstable();
    let mut sites: Vec<Site> = Vec::new();
    for (start, end) in spans {
        match sites.last_mut().filter(|last| start < last.end || start == last.start) {
            Some(last) => last.end = last.end.max(end),
            None => sites.push(Site { start, end }),
        }
    }
    sites
}

/// What comes in the place of a stretch, each with its sources in the order of the proposals.
fn comes<'a>(
    old: &str,
    site: &Site,
    proposals: &'a [RollingProposal],
    found: &[Vec<TextChange>],
) -> Vec<(Vec<&'a str>, String)> {
    let mut all: Vec<(Vec<&str>, String)> = Vec::new();
    for (proposal, changes) in proposals.iter().zip(found) {
        let own = changes
            .iter()
            .filter(|change| change.before.start >= site.start && change.before.end <= site.end);
        let (mut words, mut at, mut is_changed) = (String::new(), site.start, false);
        for change in own.filter(|change| site.start < site.end || change.before.start == site.start) {
            words.push_str(&old[at..change.before.start]);
            words.push_str(change.after.of(&proposal.wording));
            (at, is_changed) = (change.before.end, true);
        }
        if !is_changed {
            continue;
        }
        words.push_str(&old[at..site.end]);
        let words = words.trim().to_owned();
        match all.iter_mut().find(|(_, known)| *known == words) {
            Some((sources, _)) => sources.push(&proposal.source),
            None => all.push((vec![&proposal.source], words)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(old: &str, proposals: &[(&str, &str)], expected: &str) {
        let proposals: Vec<RollingProposal> = proposals
            .iter()
            .map(|(source, wording)| RollingProposal { source: (*source).into(), wording: (*wording).into() })
            .collect();
        let found = rolling(old, &proposals, "delete");
        assert_eq!(found.marked.text, expected);
        for (span, kind) in &found.marked.marks {
            let sign = if *kind == ChangeKind::Removed { "{-" } else { "[" };
            assert!(span.of(expected).starts_with(sign), "{}", span.of(expected));
        }
        // Each word of the old text is where it is said to be.
        for (at, word) in old.split(' ').map(|word| (word.as_ptr() as usize - old.as_ptr() as usize, word)) {
            let place = found.moved(at);
            assert!(expected[place..].starts_with(&word[..1]), "{word} at {place}");
        }
    }

    #[test]
    fn each_source_has_its_words_in_brackets() {
        let old = "States provide funding for projects.";
        case(
            old,
            &[("ours", "States provide predictable funding for projects.")],
            "States provide [ours: predictable] funding for projects.",
        );
        case(
            old,
            &[
                ("ours", "States provide predictable funding for projects."),
                ("BRA", "States provide sustained funding for projects."),
                ("KEN", "States provide sustained funding for projects."),
            ],
            "States provide [ours: predictable] [BRA, KEN: sustained] funding for projects.",
        );
        case(
            old,
            &[
                ("ours", "States offer funding for projects."),
                ("BRA", "States funding for projects."),
                ("IND", "All States provide funding for projects in need."),
            ],
            "[IND: All] States {-provide-} [ours: offer] [BRA: delete] funding for projects [IND: in need].",
        );
        case(old, &[("BRA", "")], "{-States provide funding for projects.-} [BRA: delete]");
        case(old, &[("ours", old)], old);
    }
}
