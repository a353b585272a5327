//! The column of line numbers that drafts have at the margin: on every line, or on every fifth.

use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::line::Line;

/// Fewer numbers make no column.
const FEWEST: usize = 8;
/// Fewer numbers on fifth lines make none.
const FIFTHS: usize = 3;
/// In percent: so many numbers must be followed by the one that comes next.
const REGULAR: usize = 90;

/// The side of the lines on which their numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NumberedSide {
    Left,
    Right,
}

/// Takes the numbers off if there is such a column at the left, at the right or on both sides; each is a finding.
#[must_use]
pub fn take_off(mut lines: Vec<Line>, findings: &mut Vec<Finding>) -> Vec<Line> {
    if lines.iter().any(Line::is_known) {
        return lines;
    }
    for side in [NumberedSide::Left, NumberedSide::Right] {
        lines = take_side(lines, side, findings);
    }
    lines
}

fn take_side(mut lines: Vec<Line>, side: NumberedSide, findings: &mut Vec<Finding>) -> Vec<Line> {
    let numbers: Vec<Option<u32>> = lines.iter().map(|line| number(line, side)).collect();
    let column = [1, 5].into_iter().find(|step| is_column(&numbers, *step));
    let Some(step) = column.or_else(|| is_fifth(&numbers).then_some(5)) else { return lines };
    for (line, number) in lines.iter_mut().zip(numbers) {
        let Some(number) = number.filter(|number| number % step == 0) else { continue };
        let printed = number.to_string();
        findings.push(finding(FindingKind::Furniture, line.number, &printed, None));
        line.text = match side {
            NumberedSide::Left => line.text[printed.len()..].trim_start().to_owned(),
            NumberedSide::Right => line.text[..line.text.len() - printed.len()].trim_end().to_owned(),
        };
    }
    // A number alone on its line is beside an empty one.
    let mut gap = 0;
    lines.retain_mut(|line| {
        if line.text.is_empty() {
            gap += 1;
            return false;
        }
        line.gap += std::mem::take(&mut gap);
        true
    });
    lines
}

/// The number at the margin of a line; the number of a paragraph has a full stop behind it.
fn number(line: &Line, side: NumberedSide) -> Option<u32> {
    let bytes = line.text.as_bytes();
    let digits = match side {
        NumberedSide::Left => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            matches!(bytes.get(digits), None | Some(b' ')).then(|| &line.text[..digits])?
        }
        NumberedSide::Right => {
            let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let start = bytes.len() - digits;
            let apart = start.checked_sub(1).is_none_or(|before| bytes[before] == b' ');
            apart.then(|| &line.text[start..])?
        }
    };
    (1..=4)
        .contains(&digits.len())
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|_| !digits.starts_with('0'))
}

/// Whether each fifth line has its number and there are several: a text of a page has few of them.
fn is_fifth(numbers: &[Option<u32>]) -> bool {
    let fifths: Vec<Option<u32>> = numbers.iter().skip(4).step_by(5).copied().collect();
    let counted = fifths.iter().zip(1..).all(|(number, at)| *number == Some(at * 5));
    fifths.len() >= FIFTHS && counted
}

/// Whether numbers that count by a step stand on the lines as the lines are counted; they may begin again on a new page.
fn is_column(numbers: &[Option<u32>], step: u32) -> bool {
    let found: Vec<(usize, u32)> =
        numbers.iter().enumerate().filter_map(|(at, number)| Some((at, (*number)?))).collect();
    let follow = |pair: &&[(usize, u32)]| {
        let (from, to) = (pair[0], pair[1]);
        let near = to.0 - from.0 <= step as usize + 1;
        near && (to.1 == from.1 + step || to.1 == step)
    };
    let regular = found.windows(2).filter(follow).count();
    let lines = if step == 1 { numbers.len() } else { numbers.len() / (step as usize + 1) };
    let first = found.first().is_some_and(|(_, number)| *number == step);
    first
        && found.len() >= FEWEST
        && regular * 100 >= (found.len() - 1) * REGULAR
        && found.len() * 100 >= lines * REGULAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::plain;

    fn without(source: &str) -> (Vec<String>, usize) {
        let mut findings = Vec::new();
        let lines = take_off(plain::lines(source, &mut findings), &mut findings);
        (lines.into_iter().map(|line| line.text).collect(), findings.len())
    }

    #[test]
    fn a_column_of_line_numbers_comes_off() {
        let words: Vec<String> = (1..=20).map(|n| format!("{n}. Words of line")).collect();
        let every: String = words.iter().zip(1..).map(|(words, n)| format!("{n}  {words}\n")).collect();
        assert_eq!(without(&every), (words.clone(), 20));
        let words: Vec<String> = (1..=50).map(|_| "words of a line".to_owned()).collect();
        let fifth = |n: usize| if n.is_multiple_of(5) { n.to_string() } else { String::new() };
        let fifths: String =
            words.iter().zip(1..).map(|(words, n)| format!("{:4}{words}\n", fifth(n))).collect();
        assert_eq!(without(&fifths), (words, 10));
    }

    #[test]
    fn numbers_at_the_right_and_on_both_sides_come_off() {
        let words: Vec<String> = (1..=17).map(|n| format!("{n}. Words of line")).collect();
        let right: String = words.iter().zip(1..).map(|(words, n)| format!("{words}    {n}\n")).collect();
        assert_eq!(without(&right), (words.clone(), 17));
        let both: String = words.iter().zip(1..).map(|(words, n)| format!("{n} {words} {n}\n")).collect();
        assert_eq!(without(&both), (words, 34));
        let words: Vec<String> = (1..=17).map(|n| format!("30 words of line {n}th")).collect();
        let fifth = |n: usize| if n.is_multiple_of(5) { n.to_string() } else { String::new() };
        let fifths: String =
            words.iter().zip(1..).map(|(words, n)| format!("{words} {}\n", fifth(n))).collect();
        assert_eq!(without(&fifths), (words, 3));
    }

    #[test]
    fn lists_and_notes_are_no_column() {
        let list: String = (1..=20).map(|n| format!("{n}. Words\nthat continue\n")).collect();
        assert_eq!(without(&list).1, 0);
        let notes: String = (1..=20).map(|n| format!("{n} See A/{n}/1.\n")).collect();
        assert_eq!(without(&format!("Text.\n\n{}{notes}", "More text.\n\n".repeat(10))).1, 0);
    }
}
