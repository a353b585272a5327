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
    let starts: Vec<CellStart> = segments
        .windows(2)
        .filter(|pair| (pair[0].base - pair[1].base).abs() < 1.0 && pair[1].left() > pair[0].right())
        .map(|pair| CellStart { left: pair[1].left(), base: pair[1].base })
        .collect();
    segments.into_iter().flat_map(|segment| parts(segment, &starts)).collect()
}

/// Where a cell begins: its left edge and its base line on the page, in points.
struct CellStart {
    left: f32,
    base: f32,
}

fn parts(segment: Segment, starts: &[CellStart]) -> Vec<Segment> {
    let (base, size) = (segment.base, segment.size);
    let is_start = |left: f32| {
        let near = starts.iter().filter(|start| {
            let away = (start.base - base).abs();
            (start.left - left).abs() < BELOW && away > 1.0 && away < REACH * size
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
