//! A text in headed parts: `## Fallback` begins a part, and what is before the first heading is the first part.

use std::ops::Range;

/// The parts of a text in its order, each with its bytes, without its heading. A heading that `headed` does not know
/// belongs to the part it is in. What is before the first heading is `first`, if there is anything.
pub(super) fn parts<P: PartialEq + Clone>(
    text: &str,
    first: P,
    headed: impl Fn(&str) -> Option<P>,
) -> Vec<(P, Range<usize>)> {
    let mut parts: Vec<(P, Range<usize>)> = vec![(first.clone(), 0..0)];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        match heading(line).and_then(&headed) {
            Some(part) => parts.push((part, end..end)),
            None => {
                if let Some((_, range)) = parts.last_mut() {
                    range.end = end;
                }
            }
        }
        at = end;
    }
    parts.retain(|(part, range)| *part != first || range.start > 0 || !text[range.clone()].trim().is_empty());
    parts
}

/// The words of a heading line.
pub(super) fn heading(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_prefix('#')?.trim_start_matches('#');
    name.strip_prefix([' ', '\t'])
}

/// A part with its bytes in the text, without its heading.
pub(super) struct PartRange<P> {
    pub(super) part: P,
    pub(super) range: Range<usize>,
}

/// The text with a part replaced, or added in its place under `heading` if it was missing. The place of a part is before
/// the first one that is greater. All other parts stay as they were, byte for byte.
pub(super) fn with_part<P: Ord>(
    text: &str,
    found: &[PartRange<P>],
    part: P,
    words: &str,
    heading: &str,
) -> String {
    let words = words.trim();
    if let Some(PartRange { range, .. }) = found.iter().find(|own| own.part == part) {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let gap = if after.is_empty() { "" } else { "\n\n" };
        return format!("{before}{words}{gap}{after}");
    }
    let next = found.iter().find(|other| other.part > part).map(|next| next.range.start);
    add_part(text, next, words, heading)
}

/// The text with words under a heading added before the part that starts at a byte, or at the end.
pub(super) fn add_part(text: &str, next: Option<usize>, words: &str, heading: &str) -> String {
    let at = next.map_or(text.len(), |start| heading_before(text, start));
    let (before, after) = (text[..at].trim_end(), &text[at..]);
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let end = if after.is_empty() { "" } else { "\n\n" };
    format!("{before}{gap}## {heading}\n{words}{end}{after}")
}

/// The text with words as what is before all headings, which there was nothing of.
pub(super) fn with_first(text: &str, words: &str) -> String {
    let gap = if text.trim().is_empty() { "" } else { "\n\n" };
    format!("{}{gap}{}", words.trim(), text.trim_start())
}

/// The start of the heading line that ends before a byte.
fn heading_before(text: &str, start: usize) -> usize {
    let line = text[..start].trim_end_matches(['\n', '\r']);
    line.rfind('\n').map_or(0, |end| end + 1)
}
