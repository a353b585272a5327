//! Passages before several documents: "paragraph 4 of resolutions 77/36 and 78/237", "paragraphs 2 and 3, respectively, of resolutions
//! 77/36 and 78/237".

use super::pins::Pin;
use super::{CitationsRead, DocumentHead, Scanner};

impl Scanner<'_> {
    /// The passages of the resolutions of a list that begins at `of`: one passage is one of each, several are shared out where the text
    /// says "respectively". Which of several belong to which resolution is otherwise not known, and only the resolutions are cited.
    pub(super) fn of_several(&self, at: usize, pin: &Pin, last: usize, of: usize) -> Option<CitationsRead> {
        let start = self.organ_name(of);
        let heads = self.heads(start).filter(|heads| heads.len() > 1 && self.is_plural(start))?;
        let end = heads.last()?.to;
        let is_one = last == pin.end && pin.addresses.len() == 1;
        let said = (pin.end..start).any(|at| self.running.respectively.after(self.tokens, at).is_some());
        let behind = self.running.respectively.after(self.tokens, end + usize::from(self.is(end, ",")));
        let is_shared = (said || behind.is_some()) && last == pin.end && pin.addresses.len() == heads.len();
        let first = heads.first().map(|head| head.from);
        let cited = heads.into_iter().enumerate().map(|(index, head)| {
            let from = if Some(head.from) == first && (is_one || is_shared) { at } else { head.from };
            let addresses = match () {
                () if is_one => pin.addresses.clone(),
                () if is_shared => pin.addresses.get(index).cloned().into_iter().collect(),
                () => Vec::new(),
            };
            let to = head.to;
            self.cited(from, to, DocumentHead { from, ..head }, addresses)
        });
        Some((cited.collect(), end))
    }

    /// Whether the word for a resolution or a decision at a place is a plural. The languages in which such lists follow a passage
    /// all end it with s.
    fn is_plural(&self, at: usize) -> bool {
        let named = [&self.running.resolution, &self.running.decision];
        let is_noun = named.iter().any(|words| words.after(self.tokens, at).is_some());
        is_noun
            && self.tokens.get(at).is_some_and(|token| token.folded.ends_with('s') && token.folded != "res")
    }

    /// Whether the words before a resolution say that a passage of its preamble follows: "the preamble to resolution 78/237, para. 4".
    pub(super) fn is_of_preamble(&self, at: usize) -> bool {
        let named = self.organ_beside(at).map_or(at, |(_, start)| start);
        [at, named].into_iter().any(|at| self.running.preamble.before(self.tokens, at).is_some())
    }
}
