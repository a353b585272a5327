//! Nested enumerations in sequence: headings `II`, `A`; sub-paragraphs `c)`, `ii)`.

use crate::base::numbering::{from_letters, from_roman};

/// How an enumerator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnumeratorStyle {
    /// a, b, c … z, aa.
    Letter,
    /// i, ii, iii, iv.
    Roman,
    /// 1, 2, 3.
    Digit,
}

/// The level of an enumerator among the open ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// How many levels stay open above it.
    pub depth: usize,
    /// How it counts.
    pub style: EnumeratorStyle,
    /// Its place in the count, from 1.
    pub value: u32,
    /// It does not follow directly on the one before.
    pub gap: bool,
}

/// The open levels, outermost first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(Vec<(EnumeratorStyle, u32)>);

/// Counts further ahead than this are no gap but something else.
const FURTHEST: u32 = 3;

impl Levels {
    /// Nothing is open.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// How many levels are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.0.len()
    }

    /// The innermost level.
    #[must_use]
    pub fn last(&self) -> Option<(EnumeratorStyle, u32)> {
        self.0.last().copied()
    }

    /// Enters a step.
    pub fn enter(&mut self, step: Step) {
        self.0.truncate(step.depth);
        self.0.push((step.style, step.value));
    }

    /// Enters a mark at a depth that is known.
    pub fn place(&mut self, depth: usize, mark: &str) {
        let open = self.0.get(depth).copied();
        let readings = readings(mark);
        let next = |(style, value): &&(EnumeratorStyle, u32)| open == Some((*style, value.saturating_sub(1)));
        self.0.truncate(depth);
        self.0.extend(readings.iter().find(next).or(readings.first()));
    }

    /// Where a mark continues an open level, the innermost first.
    #[must_use]
    pub fn next(&self, mark: &str) -> Option<Step> {
        self.following(mark, |last, value| value == last + 1).map(|step| Step { gap: false, ..step })
    }

    /// Where a mark continues an open level after a gap.
    #[must_use]
    pub fn skip(&self, mark: &str) -> Option<Step> {
        self.following(mark, |last, value| value > last && value <= last + FURTHEST)
    }

    /// Where a mark opens a new level: the first of a style that is not open yet.
    #[must_use]
    pub fn first(&self, mark: &str) -> Option<Step> {
        let new = |style| !self.0.iter().any(|(open, _)| *open == style);
        let (style, value) = readings(mark).into_iter().find(|(style, value)| *value == 1 && new(*style))?;
        Some(Step { depth: self.0.len(), style, value, gap: false })
    }

    fn following(&self, mark: &str, fits: impl Fn(u32, u32) -> bool) -> Option<Step> {
        let readings = readings(mark);
        self.0.iter().enumerate().rev().find_map(|(depth, (style, last))| {
            let (style, value) =
                readings.iter().find(|(read, value)| read == style && fits(*last, *value))?;
            Some(Step { depth, style: *style, value: *value, gap: true })
        })
    }
}

/// What a mark may mean; `i` is a roman one before it is the ninth letter.
fn readings(mark: &str) -> Vec<(EnumeratorStyle, u32)> {
    let small = mark.to_ascii_lowercase();
    let mut readings = Vec::new();
    readings.extend(from_roman(&small).map(|value| (EnumeratorStyle::Roman, value)));
    // After z come aa, bb, cc in some documents, aa, ab, ac in others.
    let value = match small.as_bytes() {
        [first, second] if first == second => from_letters(&small[1..]).map(|value| value + 26),
        [_] | [_, _] => from_letters(&small),
        _ => None,
    };
    readings.extend(value.map(|value| (EnumeratorStyle::Letter, value)));
    readings
        .extend(small.parse().ok().filter(|value| *value > 0).map(|value| (EnumeratorStyle::Digit, value)));
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(marks: &[&str], depths: &[usize]) {
        let mut levels = Levels::default();
        let mut found = Vec::new();
        for mark in marks {
            let step = levels.next(mark).or_else(|| levels.first(mark)).expect("the marks are in sequence");
            found.push(step.depth);
            levels.enter(step);
        }
        assert_eq!(found, depths, "{marks:?}");
    }

    #[test]
    fn marks_find_their_level() {
        case(&["a", "b", "i", "ii", "c"], &[0, 0, 1, 1, 0]);
        case(&["i", "ii", "a", "b", "iii"], &[0, 0, 1, 1, 0]);
        case(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"], &[0; 10]);
        case(&["I", "II", "A", "B", "III", "IV", "V", "A"], &[0, 0, 1, 1, 0, 0, 0, 1]);
        case(&["y", "z"].map(|_| "a")[..1], &[0]);
        let mut levels = Levels::default();
        levels.enter(Step { depth: 0, style: EnumeratorStyle::Letter, value: 26, gap: false });
        assert_eq!(levels.next("aa").map(|step| step.value), Some(27));
        assert_eq!(levels.skip("cc").map(|step| step.gap), Some(true));
        assert_eq!(levels.next("s"), None);
    }
}
