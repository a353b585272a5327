//! Reads the pages of a PDF file: each glyph with its place, its size, its style and the marked content it is in.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name};
use hayro_interpret::hayro_syntax::page::Page as Source;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

use super::characters;
use super::page::{Artifact, Glyph, PdfPage, Rule};
use super::refusal::PdfRefusal;

/// A file with more pages is no document.
const MOST_PAGES: usize = 5000;
/// No printed page has more glyphs.
const MOST_GLYPHS: usize = 200_000;
/// A drawn line is at most as thick as this, in points.
const THICK: f64 = 5.0;
/// Shorter lines are no rules, in points.
const SHORT: f64 = 20.0;

/// Reads the pages one after another and hands each to `take`.
///
/// # Errors
/// When the file is encrypted, damaged, or has too many pages.
pub fn pages(bytes: &[u8], mut take: impl FnMut(PdfPage)) -> Result<(), PdfRefusal> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => PdfRefusal::Encrypted,
        LoadPdfError::Decryption(_) => PdfRefusal::Encrypted,
        LoadPdfError::Invalid => PdfRefusal::Damaged,
    })?;
    if pdf.pages().is_empty() {
        return Err(PdfRefusal::Damaged);
    }
    if pdf.pages().len() > MOST_PAGES {
        return Err(PdfRefusal::Long { pages: pdf.pages().len() });
    }
    let cache = InterpreterCache::new();
    for (at, source) in pdf.pages().iter().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        take(page(&pdf, source, number, &cache));
    }
    Ok(())
}

/// One page, upright.
fn page<'a>(pdf: &'a Pdf, source: &Source<'a>, number: u32, cache: &InterpreterCache<'a>) -> PdfPage {
    let (width, height) = source.render_dimensions();
    let base = source.initial_transform(true).to_kurbo();
    let bounds = Rect::new(0.0, 0.0, width.into(), height.into());
    let mut context = Context::new(base, bounds, cache, pdf.xref(), InterpreterSettings::default());
    let mut drawing = Drawing {
        page: PdfPage { number, width, height, ..PdfPage::default() },
        marks: Vec::new(),
        turned: [Vec::new(), Vec::new(), Vec::new()],
    };
    interpret_page(source, &mut context, &mut drawing);
    drawing.upright()
}

/// A page while it is drawn.
struct Drawing {
    page: PdfPage,
    /// The marked content that is open, outermost first.
    marks: Vec<Option<Artifact>>,
    /// Glyphs that are turned by a quarter, a half and three quarters.
    turned: [Vec<Glyph>; 3],
}

impl Drawing {
    /// The page as it is read: turned, if most of its text is.
    fn upright(mut self) -> PdfPage {
        let most = (0..3).max_by_key(|at| self.turned[*at].len()).unwrap_or(0);
        if self.turned[most].len() > self.page.glyphs.len() {
            self.page.glyphs = std::mem::take(&mut self.turned[most]);
            self.page.rules.clear();
            if most != 1 {
                std::mem::swap(&mut self.page.width, &mut self.page.height);
            }
        }
        self.page
    }

    fn is_full(&self) -> bool {
        self.page.glyphs.len() + self.turned.iter().map(Vec::len).sum::<usize>() >= MOST_GLYPHS
    }

    /// Adds a glyph with the matrix that draws it.
    fn add(&mut self, text: String, matrix: Affine, advance: f64, look: FontLook) {
        let [a, b, c, d, ..] = matrix.as_coeffs();
        let quarter =
            if a.abs() >= b.abs() { if a >= 0.0 { 0 } else { 2 } } else { if b > 0.0 { 1 } else { 3 } };
        let (width, height) = (f64::from(self.page.width), f64::from(self.page.height));
        let turn = |point: Point| match quarter {
            0 => point,
            1 => Point::new(point.y, width - point.x),
            2 => Point::new(width - point.x, height - point.y),
            _ => Point::new(height - point.y, point.x),
        };
        let (from, to) = (turn(matrix * Point::ZERO), turn(matrix * Point::new(advance, 0.0)));
        let glyph = Glyph {
            text,
            left: from.x.min(to.x) as f32,
            right: from.x.max(to.x) as f32,
            base: from.y as f32,
            size: (c.hypot(d) * 1000.0) as f32,
            bold: look.bold,
            italic: look.italic,
            artifact: if look.barcode { Some(Artifact::Barcode) } else { self.artifact() },
        };
        if !(glyph.left.is_finite() && glyph.right.is_finite() && glyph.base.is_finite()) || glyph.size < 0.1
        {
            return;
        }
        match quarter {
            0 => self.page.glyphs.push(glyph),
            _ => self.turned[quarter - 1].push(glyph),
        }
    }

    /// What the innermost marked content says that is drawn now.
    fn artifact(&self) -> Option<Artifact> {
        self.marks.iter().rev().find_map(|mark| *mark)
    }
}

/// How the letters of a font look.
#[derive(Debug, Clone, Copy, Default)]
struct FontLook {
    bold: bool,
    italic: bool,
    barcode: bool,
    symbols: bool,
}

impl FontLook {
    fn of(glyph: &Drawn<'_>) -> Self {
        let Drawn::Outline(glyph) = glyph else { return Self::default() };
        let Some(font) = glyph.font_data() else { return Self::default() };
        let name = font.postscript_name.unwrap_or_default().to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        Self {
            bold: font.weight.is_some_and(|weight| weight >= 600) || has(&["bold", "black", "heavy"]),
            italic: font.is_italic || has(&["italic", "oblique"]),
            barcode: has(&["barcode", "3 of 9", "3of9", "code39"]),
            symbols: has(&["symbol", "wingding", "webding", "dingbat"]),
        }
    }
}

/// How far the next glyph is from this one, in the units of a font.
fn advance(glyph: &Drawn<'_>) -> f64 {
    let width = match glyph {
        Drawn::Outline(glyph) => glyph.advance_width(),
        Drawn::Type3(glyph) => glyph.advance_width(),
    };
    width.map_or(500.0, f64::from)
}

impl<'a> Device<'a> for Drawing {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        let bounds = (props.transform * path.clone()).bounding_box();
        if bounds.height() <= THICK && bounds.width() >= SHORT {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a page is a few thousand points wide at most"
            )]
            let (left, right, top) = (bounds.x0 as f32, bounds.x1 as f32, bounds.y1 as f32);
            self.page.rules.push(Rule { left, right, top });
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let Some(first) = run.glyphs().first() else { return };
        if matches!(mode, DrawMode::Invisible) {
            self.page.invisible += run.glyphs().len();
            return;
        }
        let look = FontLook::of(first);
        for glyph in run.glyphs() {
            if self.is_full() {
                return;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => char::REPLACEMENT_CHARACTER.to_string(),
            };
            let text = characters::plain(&text, look.symbols);
            self.page.unknown += usize::from(text.contains(char::REPLACEMENT_CHARACTER));
            self.add(text, props.transform * glyph.transform(), advance(glyph), look);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.page.pictures += 1;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.marks.push((tag == b"Artifact").then(|| properties.map_or(Artifact::Other, artifact)));
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }
}

/// What the properties of an artifact say that it is.
fn artifact(properties: &Dict<'_>) -> Artifact {
    let is = |key: &[u8], name: &[u8]| properties.get::<Name<'_>>(key).is_some_and(|found| &*found == name);
    let attached = |name: &[u8]| {
        let edges = properties.get::<Array<'_>>(b"Attached".as_slice());
        edges.is_some_and(|edges| edges.iter::<Name<'_>>().any(|found| &*found == name))
    };
    if is(b"Subtype", b"Header") || attached(b"Top") {
        Artifact::Head
    } else if is(b"Subtype", b"Footer") || attached(b"Bottom") {
        Artifact::Foot
    } else {
        Artifact::Other
    }
}
