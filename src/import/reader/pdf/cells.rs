//! Segments cut once more where a narrow gap is that between two cells: another line has a segment that begins there.

use super::page::Segment;

/// A cell begins below another one if their left edges are not further apart than this, in points.
const BELOW: f32 = 2.0;
/// How far away the line with the other cell may be, in sizes of the font.
const REACH: f32 = 6.0;
/// A gap is that between two cells only from this width on, in sizes of the font.
const GAP: f32 = 0.8;

/// Cuts the segments of a page.
#[must_use]
pub fn cut(segments: Vec<Segment>) -> Vec<Segment> {
    // Only a segment with another one before it on its line is a cell that shows where a column begins.
    let starts: Vec<(f32, f32)> = segments
        .windows(2)
        .filter(|pair| (pair[0].base - pair[1].base).abs() < 1.0 && pair[1].left() > pair[0].right())
        .map(|pair| (pair[1].left(), pair[1].base))
        .collect();
    segments.into_iter().flat_map(|segment| parts(segment, &starts)).collect()
}

fn parts(segment: Segment, starts: &[(f32, f32)]) -> Vec<Segment> {
    let (base, size) = (segment.base, segment.size);
    let is_start = |left: f32| {
        let near = starts.iter().filter(|(other, below)| {
            (other - left).abs() < BELOW && (below - base).abs() > 1.0 && (below - base).abs() < REACH * size
        });
        near.count() > 1
    };
    let mut parts: Vec<Segment> = Vec::new();
    for piece in segment.pieces {
        let apart = |part: &Segment| piece.left - part.right() > GAP * size;
        match parts.last_mut() {
            Some(part) if !(apart(part) && is_start(piece.left)) => part.pieces.push(piece),
            _ => parts.push(Segment { pieces: vec![piece], base, size }),
        }
    }
    parts
}
