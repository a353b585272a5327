//! A range of bytes in a text.

/// A half-open range of byte offsets, `start..end`, both on character boundaries of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards");
        Self { start, end }
    }

    /// An empty range: a position between two characters.
    #[must_use]
    pub fn at(place: usize) -> Self {
        Self { start: place, end: place }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the range is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte offset is in the range.
    #[must_use]
    pub fn contains(self, offset: usize) -> bool {
        (self.start..self.end).contains(&offset)
    }

    /// The part shared with another range; `None` if they share no byte.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The part of the text that this range covers. Of a text that is shorter, or has no character boundary there, as much
    /// as there is from one boundary to the other.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        let start = floor(text, self.start);
        &text[start..floor(text, self.end).max(start)]
    }

    /// The text from the start of this range to the end of the text.
    #[must_use]
    pub fn rest_of(self, text: &str) -> &str {
        &text[floor(text, self.start)..]
    }
}

/// The last character boundary of a text that is not after this byte.
fn floor(text: &str, byte: usize) -> usize {
    let last = byte.min(text.len());
    (0..=last).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Span;

    #[test]
    fn a_span_of_another_text_gives_whole_characters_and_never_panics() {
        let span = Span::new(1, 4);
        assert_eq!(span.of("abcdef"), "bcd");
        assert_eq!(Span::new(1, 3).of("éé"), "é", "both ends are inside of a character");
        assert_eq!(span.of("ab"), "b");
        assert_eq!(span.of(""), "");
        assert_eq!((span.rest_of("abcdef"), span.rest_of("")), ("bcdef", ""));
    }

    proptest! {
        #[test]
        fn any_span_of_any_text_is_a_part_of_it(text in "\\PC{0,12}", start in 0_usize..40, length in 0_usize..40) {
            let span = Span::new(start, start + length);
            prop_assert!(text.contains(span.of(&text)));
            prop_assert!(text.ends_with(span.rest_of(&text)));
            if text.is_char_boundary(start) && text.is_char_boundary(start + length) {
                prop_assert_eq!(span.of(&text), &text[start..start + length]);
            }
        }
    }
}
