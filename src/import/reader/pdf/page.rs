//! What a page of a PDF file shows: glyphs, drawn rules, pictures. Lengths are in points, from the upper left corner.

/// A page as it is drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PdfPage {
    /// Counted from 1.
    pub number: u32,
    /// From the left edge to the right one.
    pub width: f32,
    /// From the upper edge to the lower one.
    pub height: f32,
    /// Everything that is written, in the order of drawing.
    pub glyphs: Vec<Glyph>,
    /// Thin horizontal lines and boxes.
    pub rules: Vec<Rule>,
    /// How many pictures there are.
    pub pictures: usize,
    /// Glyphs of a text layer that is not drawn: words a machine recognised in a picture.
    pub invisible: usize,
    /// Glyphs that stand for no character that is known.
    pub unknown: usize,
}

/// A character, several that are drawn as one, or a stretch of them on one line with the same size and style.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The characters; in a stretch, a space where a space is drawn or left.
    pub text: String,
    /// Its left edge.
    pub left: f32,
    /// Its right edge, by the width of its advance.
    pub right: f32,
    /// Its base line.
    pub base: f32,
    /// The size of its font.
    pub size: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// What the file marks it as, beside the text.
    pub artifact: Option<Artifact>,
}

/// What is on a page and not of the text, as the file marks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// Above the text.
    Head,
    /// Below it.
    Foot,
    /// Anywhere: a drawn line, a picture.
    Other,
    /// The bars of a barcode, which a font draws.
    Barcode,
}

/// A thin horizontal line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Its left end.
    pub left: f32,
    /// Its right end.
    pub right: f32,
    /// Where it is, from the upper edge of the page.
    pub top: f32,
}

/// A stretch of a printed line without a wide gap: a line of a column, a cell of a table, a running head.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Its pieces, from left to right as they are drawn.
    pub pieces: Vec<Glyph>,
    /// The base line of most of its letters.
    pub base: f32,
    /// The size of most of its letters.
    pub size: f32,
}

impl Segment {
    /// Its left edge.
    #[must_use]
    pub fn left(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.left).fold(f32::INFINITY, f32::min)
    }

    /// Its right edge.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.right).fold(f32::NEG_INFINITY, f32::max)
    }

    /// Its words.
    #[must_use]
    pub fn text(&self) -> String {
        let text: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        text.trim().to_owned()
    }

    /// What the file marks all of it as.
    #[must_use]
    pub fn artifact(&self) -> Option<Artifact> {
        let first = self.pieces.first()?.artifact;
        self.pieces.iter().all(|piece| piece.artifact.is_some()).then_some(first).flatten()
    }

    /// How many letters and digits of it are of a kind, in percent.
    #[must_use]
    pub fn share(&self, is: impl Fn(&Glyph) -> bool) -> usize {
        let count = |piece: &Glyph| piece.text.chars().filter(|c| c.is_alphanumeric()).count();
        let all: usize = self.pieces.iter().map(count).sum();
        let some: usize = self.pieces.iter().filter(|piece| is(piece)).map(count).sum();
        (some * 100).checked_div(all).unwrap_or(0)
    }
}
