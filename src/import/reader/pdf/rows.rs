//! Glyphs to printed lines: what is on one base line, with raised and lowered marks, cut where a wide gap is.

use super::direction;
use super::page::{Glyph, PdfPage, Segment};
use crate::import::layout::is_ideograph;

/// Glyphs belong to one line if their base lines differ by less than this, in sizes of the font.
const SAME_LINE: f32 = 0.2;
/// Words of a line have no wider gaps between them than this, in sizes of the font.
const WORDS: f32 = 4.0;
/// Raised and lowered marks are smaller than the line they belong to by this factor.
const SMALLER: f32 = 0.87;
/// A raised mark is no higher above its line than this, in sizes of the line's font.
const HIGHEST: f32 = 0.7;
/// A lowered mark is no further below its line than this.
const LOWEST: f32 = 0.35;
/// The gap behind a mark that begins a line is no wider than this.
const LEADING: f32 = 6.0;
/// A gap wider than this cuts a line in segments, in sizes of the font.
const CUT: f32 = 1.7;
/// A gap is a space from this width on, in sizes of the font: in files that draw their spaces, and in files that do not.
const SPACE: [f32; 2] = [0.28, 0.16];
/// The same beside a character of Chinese.
const SPACED: f32 = 0.5;
/// A space that is drawn beside a dash counts if the gap is at least this wide: some files squeeze those of "3–14 June".
const DRAWN: f32 = 0.1;
/// A gap wider than this begins a piece of its own: after the number of a paragraph, or that of a line.
const APART: f32 = 0.8;
/// The same letter as near as this, in sizes of the font, is drawn twice to look bold.
const TWICE: f32 = 0.1;

/// The segments of a page, from above to below, those of one line from its beginning to its end.
#[must_use]
pub fn segments(page: &PdfPage) -> Vec<Segment> {
    let mut glyphs = page.glyphs.clone();
    let drawn = glyphs.iter().filter(|glyph| is_space(glyph)).count() * 50 > glyphs.len();
    let space = if drawn { SPACE[0] } else { SPACE[1] };
    let leftward = direction::is_leftward(&glyphs);
    if leftward {
        direction::mirror(&mut glyphs, page.width);
    }
    let mut segments = Vec::new();
    let rows = rows(glyphs);
    let turned = leftward && direction::are_brackets_turned(&rows);
    for mut row in rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        let row = once(row);
        let row = if leftward { direction::logical(row, turned) } else { row };
        segments.extend(cut(row).into_iter().filter_map(|glyphs| segment(&glyphs, space)));
    }
    segments
}

fn is_space(glyph: &Glyph) -> bool {
    glyph.text.chars().all(char::is_whitespace)
}

/// The glyphs of each line, from above to below.
fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if (glyph.base - row[0].base).abs() <= SAME_LINE * row[0].size.min(glyph.size) => {
                row.push(glyph);
            }
            _ => rows.push(vec![glyph]),
        }
    }
    rows.retain(|row| row.iter().any(|glyph| !is_space(glyph)));
    attach(rows)
}

/// Puts raised and lowered marks into the lines they belong to.
fn attach(mut rows: Vec<Vec<Glyph>>) -> Vec<Vec<Glyph>> {
    let sizes: Vec<f32> = rows.iter().map(|row| size(row)).collect();
    for at in 0..rows.len() {
        let mut stay = Vec::new();
        let clusters = clusters(std::mem::take(&mut rows[at]));
        let words: Vec<bool> = clusters.iter().map(|cluster| is_word_among(cluster, &clusters)).collect();
        for (cluster, is_word) in clusters.into_iter().zip(words) {
            match home(&cluster, at, &rows, &sizes).filter(|_| !is_word) {
                Some(home) => rows[home].extend(cluster),
                None => stay.extend(cluster),
            }
        }
        rows[at].extend(stay);
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// The glyphs of a row in groups with less than half a size between them.
fn clusters(mut row: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut clusters: Vec<Vec<Glyph>> = Vec::new();
    for glyph in row {
        match clusters.last_mut().and_then(|cluster| Some((cluster.last()?.right, cluster))) {
            Some((right, cluster)) if glyph.left - right < glyph.size * 0.5 => cluster.push(glyph),
            _ => clusters.push(vec![glyph]),
        }
    }
    clusters
}

/// Whether a group of letters has other letters of the same size near it: it is a word of its own line.
fn is_word_among(cluster: &[Glyph], clusters: &[Vec<Glyph>]) -> bool {
    let letter = |glyph: &&Glyph| glyph.text.contains(char::is_alphabetic);
    let (Some(first), Some(last)) = (cluster.iter().find(letter), cluster.last()) else { return false };
    let near = |other: &&Glyph| {
        let gap = (other.left - last.right).max(first.left - other.right);
        (other.size - first.size).abs() < first.size * 0.05 && (0.0..first.size * WORDS).contains(&gap)
    };
    clusters.iter().flatten().filter(letter).any(|other| near(&other))
}

/// The row that a few small glyphs of another row are a mark in.
fn home(cluster: &[Glyph], own: usize, rows: &[Vec<Glyph>], sizes: &[f32]) -> Option<usize> {
    let (first, last) = (cluster.first()?, cluster.last()?);
    if cluster.len() > 6 || cluster.iter().all(is_space) {
        return None;
    }
    let near = own.saturating_sub(4)..rows.len().min(own + 5);
    let fits = |at: &usize| {
        let whole = sizes[*at];
        let Some(base) = rows[*at].first().map(|glyph| glyph.base) else { return false };
        let lower = (base - first.base) / whole;
        // A mark may begin a line with a wide gap behind it.
        let before = |glyph: &Glyph| glyph.left <= last.left && first.left - glyph.right < whole * CUT;
        let leads = !rows[*at].iter().any(before);
        let behind = whole * if leads { LEADING } else { 1.2 };
        let beside = |glyph: &Glyph| {
            touches(glyph, first, whole) || (-whole * 0.6..behind).contains(&(glyph.left - last.right))
        };
        *at != own
            && (size(cluster) < whole * SMALLER || cluster.iter().all(direction::is_vowel_sign))
            && (-LOWEST..=HIGHEST).contains(&lower)
            && rows[*at].iter().any(|glyph| !is_space(glyph) && beside(glyph))
    };
    // A mark right behind a word is of its line, however near another line in a column beside it is.
    let apart =
        |at: &usize| !rows[*at].iter().any(|glyph| !is_space(glyph) && touches(glyph, first, sizes[*at]));
    let distance = |at: &usize| (rows[*at][0].base - first.base).abs();
    let order = |a: &usize, b: &usize| apart(a).cmp(&apart(b)).then(distance(a).total_cmp(&distance(b)));
    near.filter(|at| fits(at)).min_by(order)
}

/// Whether the first glyph of a mark is right behind a glyph of a line with letters of a size.
fn touches(glyph: &Glyph, first: &Glyph, size: f32) -> bool {
    (first.left - glyph.right).abs() < size * 0.6
}

/// The size of most of the glyphs.
fn size(glyphs: &[Glyph]) -> f32 {
    most(glyphs.iter().filter(|glyph| !is_space(glyph)).map(|glyph| (glyph.size, glyph.text.len())))
        .unwrap_or(glyphs.first().map_or(1.0, |glyph| glyph.size))
}

/// The value with the greatest weight; values in a tenth of a point are one.
pub(super) fn most(values: impl Iterator<Item = (f32, usize)>) -> Option<f32> {
    let mut weights: Vec<(f32, usize)> = Vec::new();
    for (value, weight) in values {
        match weights.iter_mut().find(|(known, _)| (known - value).abs() < 0.1) {
            Some((_, sum)) => *sum += weight,
            None => weights.push((value, weight)),
        }
    }
    weights.into_iter().max_by_key(|(_, weight)| *weight).map(|(value, _)| value)
}

/// Each glyph once: bold is sometimes made by drawing a letter twice, a little apart.
fn once(row: Vec<Glyph>) -> Vec<Glyph> {
    let mut kept: Vec<Glyph> = Vec::with_capacity(row.len());
    for glyph in row {
        let near = |known: &&mut Glyph| {
            known.text == glyph.text
                && (known.left - glyph.left).abs() < TWICE * glyph.size
                && (known.base - glyph.base).abs() < TWICE * glyph.size
        };
        match kept.iter_mut().rev().take(4).find(near) {
            Some(known) => known.bold |= !is_space(&glyph),
            None => kept.push(glyph),
        }
    }
    kept
}

/// A row cut at its wide gaps. Spaces at a cut are left out.
fn cut(row: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut parts: Vec<Vec<Glyph>> = Vec::new();
    let mut right = f32::NEG_INFINITY;
    for glyph in row {
        let apart = !is_space(&glyph) && glyph.left - right > CUT * glyph.size.min(14.0);
        if apart || parts.is_empty() {
            parts.push(Vec::new());
        }
        if !is_space(&glyph) {
            right = right.max(glyph.right);
        }
        if let Some(part) = parts.last_mut() {
            part.push(glyph);
        }
    }
    parts
}

/// The pieces of a part of a row; `None` if it has only spaces.
fn segment(glyphs: &[Glyph], space: f32) -> Option<Segment> {
    let mut pieces: Vec<Glyph> = Vec::new();
    let mut pending = false;
    for glyph in glyphs {
        if is_space(glyph) {
            pending |= !glyph.text.is_empty();
            continue;
        }
        let apart = pieces.last().is_some_and(|last| {
            // Letters of a run from right to left inside another one go back.
            let gap = glyph.left - last.right;
            let em = glyph.size.max(last.size);
            let squeezed = gap < DRAWN * em && (is_dash(&glyph.text) || is_dash(&last.text));
            let raised = last.size < glyph.size * SMALLER;
            // Chinese sets a small gap around numbers and words of other scripts that is no space.
            let wide = glyph.text.starts_with(is_ideograph) || last.text.ends_with(is_ideograph);
            let space = match (raised, wide) {
                (_, true) => SPACED,
                (true, _) => SPACE[1],
                _ => space,
            };
            (pending && !squeezed) || gap > space * em
        });
        match pieces.last_mut() {
            Some(last) if is_of(glyph, last) && glyph.left - last.right < APART * glyph.size => {
                if apart {
                    last.text.push(' ');
                }
                last.text.push_str(&glyph.text);
                last.left = last.left.min(glyph.left);
                last.right = last.right.max(glyph.right);
            }
            last => {
                if let Some(last) = last.filter(|_| apart) {
                    last.text.push(' ');
                }
                pieces.push(glyph.clone());
            }
        }
        pending = false;
    }
    let weight = |piece: &Glyph| piece.text.chars().filter(|c| !c.is_whitespace()).count();
    let size = most(pieces.iter().map(|piece| (piece.size, weight(piece))))?;
    let whole = pieces.iter().filter(|piece| piece.size >= size * 0.9);
    let base = most(whole.map(|piece| (piece.base, weight(piece))))?;
    Some(Segment { pieces, base, size })
}

/// Whether a text ends with a dash.
fn is_dash(text: &str) -> bool {
    text.trim_end().ends_with(['–', '-', '\u{2011}'])
}

/// Whether a glyph continues a piece: same size, line, style and mark.
fn is_of(glyph: &Glyph, piece: &Glyph) -> bool {
    (glyph.size - piece.size).abs() < 0.05 * piece.size
        && (glyph.base - piece.base).abs() < 0.08 * piece.size
        && (glyph.bold, glyph.italic) == (piece.bold, piece.italic)
        && glyph.artifact == piece.artifact
}
