//! The stretch of a text that a list of hits shows: around the place with most marks, from word to word.

use crate::base::Span;

/// Characters shown before the first mark.
const BEFORE: usize = 40;

/// Part of a text, with the marks in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// Where it is in the text, in bytes.
    pub span: Span,
    /// The marks, in bytes of the text, cut to `span`.
    pub marks: Vec<Span>,
}

impl Snippet {
    /// The best stretch of at most `length` characters.
    #[must_use]
    pub fn new(text: &str, marks: &[Span], length: usize) -> Self {
        let first = best_mark(text, marks, length);
        let span = stretch(text, first, length);
        let marks =
            marks.iter().filter_map(|mark| mark.overlap(span)).filter(|mark| mark.start < mark.end).collect();
        Self { span, marks }
    }

    /// Its words.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// The marks in bytes of its own words.
    #[must_use]
    pub fn own_marks(&self) -> Vec<Span> {
        let start = self.span.start;
        self.marks.iter().map(|mark| Span::new(mark.start - start, mark.end - start)).collect()
    }
}

/// The mark from which on most marks are within reach; the start of the text if there are none.
fn best_mark(text: &str, marks: &[Span], length: usize) -> Span {
    // Most letters take one or two bytes.
    let reach = length.saturating_sub(BEFORE);
    let within = |from: &Span| {
        let end = from.start + reach;
        marks
            .iter()
            .filter(|mark| mark.start >= from.start && mark.end <= end)
            .map(|mark| mark.end - mark.start)
            .sum::<usize>()
    };
    let best = marks.iter().rev().max_by_key(|mark| within(mark)).copied();
    best.unwrap_or_else(|| Span::new(0, text.chars().next().map_or(0, char::len_utf8)))
}

fn stretch(text: &str, first: Span, length: usize) -> Span {
    let start =
        text[..first.start].char_indices().rev().take(BEFORE).last().map_or(first.start, |(at, _)| at);
    let end = text[start..].char_indices().nth(length).map_or(text.len(), |(at, _)| start + at);
    let word = |from: usize| text[from..first.start].find(char::is_whitespace).map(|at| from + at);
    let start = if start == 0 { Some(0) } else { word(start) };
    let start = start.map_or(first.start, |at| first.start - text[at..first.start].trim_start().len());
    let end = end.max(start);
    // A mark longer than what is shown is cut.
    let last = |end: usize| text[start..end].rfind(char::is_whitespace).map(|at| start + at);
    let is_whole = end == text.len() || text[end..].starts_with(char::is_whitespace);
    let end = if is_whole { end } else { last(end).filter(|at| *at >= first.end).unwrap_or(end) };
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_stretch_with_most_marks_is_shown_from_word_to_word() {
        let text = format!("confiance {} mesures de confiance et plus", "mot ".repeat(60));
        let marks: Vec<Span> =
            text.match_indices("confiance").map(|(at, word)| Span::new(at, at + word.len())).collect();
        let mesures = text.find("mesures").unwrap();
        let both = [marks[0], Span::new(mesures, mesures + 7), marks[1]];
        let snippet = Snippet::new(&text, &both, 100);
        assert!(
            snippet.of(&text).starts_with("mot ") && snippet.of(&text).ends_with("et plus"),
            "{}",
            snippet.of(&text)
        );
        let words: Vec<&str> = snippet.own_marks().iter().map(|mark| mark.of(snippet.of(&text))).collect();
        assert_eq!(words, ["mesures", "confiance"]);
        assert_eq!(Snippet::new("court", &[], 100).of("court"), "court");
        assert_eq!(Snippet::new("", &[], 100).span, Span::new(0, 0));
    }

    proptest! {
        #[test]
        fn any_text_is_cut_between_characters(text in "\\PC{0,300}", at in 0..300usize, length in 0..50usize, shown in 1..200usize) {
            let start = text.floor_char_boundary(at);
            let end = text.floor_char_boundary(start + length);
            let snippet = Snippet::new(&text, &[Span::new(start, end)], shown);
            prop_assert!(text.get(snippet.span.start..snippet.span.end).is_some());
            for mark in snippet.own_marks() {
                prop_assert!(snippet.of(&text).get(mark.start..mark.end).is_some());
            }
        }
    }
}
