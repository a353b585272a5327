//! Lines written from right to left: the order of drawing made the order of reading.

use super::page::Glyph;

/// Whether a character belongs to a script written from right to left.
#[must_use]
pub fn is_leftward_letter(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && !is_digit(c)
}

/// Whether a glyph is a vowel sign above or below the letters of its line.
#[must_use]
pub fn is_vowel_sign(glyph: &Glyph) -> bool {
    let sign = |c: char| matches!(c, '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{670}');
    !glyph.text.is_empty() && glyph.text.chars().all(sign)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

/// Whether most letters of a page are written from right to left.
#[must_use]
pub fn is_leftward(glyphs: &[Glyph]) -> bool {
    let letters = glyphs.iter().flat_map(|glyph| glyph.text.chars()).filter(|c| c.is_alphabetic());
    let (all, leftward) = letters.fold((0usize, 0usize), |(all, leftward), c| {
        (all + 1, leftward + usize::from(is_leftward_letter(c)))
    });
    leftward * 2 > all
}

/// Turns a page over, so that its lines begin at the left edge as others do.
pub fn mirror(glyphs: &mut [Glyph], width: f32) {
    for glyph in glyphs {
        (glyph.left, glyph.right) = (width - glyph.right, width - glyph.left);
    }
}

/// Whether the brackets of mirrored rows are named as they are drawn, so that an opening one closes: some programs name them so.
#[must_use]
pub fn are_brackets_turned(rows: &[Vec<Glyph>]) -> bool {
    let is = |glyph: Option<&Glyph>, test: fn(char) -> bool| {
        glyph.is_none_or(|glyph| glyph.text.chars().next().is_none_or(test))
    };
    let mut turned = 0i32;
    for row in rows {
        let mut row: Vec<&Glyph> = row.iter().collect();
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        for (at, glyph) in row.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| row[before]);
            let free = is(before, char::is_whitespace) && !is(row.get(at + 1).copied(), char::is_whitespace);
            turned += match glyph.text.as_str() {
                ")" if free => 1,
                "(" if free => -1,
                _ => 0,
            };
        }
    }
    turned >= 0
}

/// The glyphs of a mirrored row in the order of reading: numbers and words of other scripts are turned back, and so are
/// brackets that are named as they are drawn.
#[must_use]
pub fn logical(mut row: Vec<Glyph>, turned: bool) -> Vec<Glyph> {
    let kinds: Vec<GlyphDirection> = row.iter().map(kind).collect();
    if !kinds.contains(&GlyphDirection::Leftward) && kinds.contains(&GlyphDirection::Rightward) {
        straighten(&mut row);
        return row;
    }
    let words: Vec<GlyphSort> = row.iter().map(GlyphSort::of).collect();
    let mut order: Vec<Glyph> = Vec::with_capacity(row.len());
    let mut rest = row.into_iter();
    let mut at = 0;
    while at < kinds.len() {
        let end = if kinds[at] == GlyphDirection::Rightward { run(&kinds, &words, at) } else { at + 1 };
        let from = order.len();
        order.extend(rest.by_ref().take(end - at));
        if end > at + 1 {
            straighten(&mut order[from..]);
        } else {
            order[from..].iter_mut().filter(|_| turned).for_each(unmirror);
        }
        at = end;
    }
    order
}

/// What a glyph does to the direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GlyphDirection {
    /// A letter from left to right, or a digit.
    Rightward,
    /// A letter from right to left.
    Leftward,
    /// A space or a mark, which goes with what is around it.
    Neutral,
}

fn kind(glyph: &Glyph) -> GlyphDirection {
    let mut kinds = glyph.text.chars().map(|c| {
        if is_leftward_letter(c) {
            GlyphDirection::Leftward
        } else if is_digit(c) || c.is_alphabetic() {
            GlyphDirection::Rightward
        } else {
            GlyphDirection::Neutral
        }
    });
    kinds.find(|kind| *kind != GlyphDirection::Neutral).unwrap_or(GlyphDirection::Neutral)
}

/// What else a glyph is.
#[derive(Debug, Clone, Copy)]
struct GlyphSort {
    letter: bool,
    space: bool,
    bracket: bool,
}

impl GlyphSort {
    fn of(glyph: &Glyph) -> Self {
        Self {
            letter: glyph.text.contains(|c: char| c.is_alphabetic()),
            space: glyph.text.trim().is_empty(),
            bracket: matches!(glyph.text.as_str(), "(" | ")" | "[" | "]"),
        }
    }
}

/// Where a run from left to right ends: marks between two of its letters or digits belong to it, and spaces between words.
fn run(kinds: &[GlyphDirection], sorts: &[GlyphSort], start: usize) -> usize {
    let (mut end, mut worded) = (start + 1, sorts[start].letter);
    let mut spaced = false;
    for (at, kind) in kinds.iter().enumerate().skip(start + 1) {
        match kind {
            // Two numbers with a space between them are two runs.
            GlyphDirection::Rightward if spaced && !(worded || sorts[at].letter) => break,
            GlyphDirection::Rightward => {
                (end, spaced) = (at + 1, false);
                worded |= sorts[at].letter;
            }
            GlyphDirection::Leftward => break,
            GlyphDirection::Neutral => spaced |= sorts[at].space,
        }
    }
    // A number in brackets behind another one is a run of its own: 2019(8).
    let bracket = (start..end).find(|at| !worded && sorts[*at].bracket);
    bracket.unwrap_or(end)
}

/// Turns a run from left to right, and gives its glyphs places in the order of reading.
fn straighten(run: &mut [Glyph]) {
    let (left, right) = run.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), glyph| {
        (left.min(glyph.left), right.max(glyph.right))
    });
    run.reverse();
    for glyph in run {
        (glyph.left, glyph.right) = (left + right - glyph.right, left + right - glyph.left);
    }
}

/// A bracket between letters from right to left is drawn the other way round.
fn unmirror(glyph: &mut Glyph) {
    let turned = match glyph.text.as_str() {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "«" => "»",
        "»" => "«",
        _ => return,
    };
    turned.clone_into(&mut glyph.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a row that is drawn from left to right as its characters are given.
    fn read(drawn: &str) -> String {
        let mut glyphs: Vec<Glyph> = drawn
            .chars()
            .zip(0u8..)
            .map(|(c, at)| Glyph {
                text: c.to_string(),
                left: f32::from(at) * 5.0,
                right: f32::from(at) * 5.0 + 5.0,
                base: 100.0,
                size: 10.0,
                bold: false,
                italic: false,
                artifact: None,
            })
            .collect();
        mirror(&mut glyphs, 600.0);
        glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
        let turned = are_brackets_turned(std::slice::from_ref(&glyphs));
        let order = logical(glyphs, turned);
        assert!(order.windows(2).all(|pair| pair[0].left < pair[1].left), "{order:?}");
        order.into_iter().map(|glyph| glyph.text).collect()
    }

    #[test]
    fn letters_are_turned_and_numbers_are_not() {
        // The letters are those of "resolution", drawn from the last to the first.
        let word: String = "قرار".chars().rev().collect();
        assert_eq!(read(&word), "قرار");
        assert_eq!(read(&format!("2023 {word}")), "قرار 2023");
        assert_eq!(read(&format!("A/RES/78/3 {word} 15")), "15 قرار A/RES/78/3");
        assert_eq!(read(&format!("{word} (15) {word}")), "قرار (15) قرار");
        // Some programs name brackets by what they mean.
        assert_eq!(read(&format!("{word} )15( {word}")), "قرار (15) قرار");
        assert_eq!(read(&format!("20 10 {word}")), "قرار 10 20");
        assert_eq!(read(&format!("(8)2019 {word}")), "قرار 2019(8)");
    }
}
