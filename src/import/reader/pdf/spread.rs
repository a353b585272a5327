//! Sheets with two pages side by side, as they are printed to save paper: each is read as two pages.

use super::page::{Glyph, PdfPage};

/// The space between the two pages is at least this part of the width of the sheet, in its middle.
const BETWEEN: f32 = 0.06;
/// Each page of the first sheet has at least so many glyphs.
const FEWEST: usize = 200;

/// Whether the sheets of a file hold two pages each; the first one shows it.
#[derive(Debug, Default)]
pub struct Spreads {
    found: Option<bool>,
    /// Pages so far.
    pages: u32,
}

impl Spreads {
    /// The pages of a sheet, numbered in order.
    pub fn pages(&mut self, sheet: PdfPage) -> Vec<PdfPage> {
        let split = *self.found.get_or_insert_with(|| is_spread(&sheet, FEWEST));
        let mut pages = if split && is_spread(&sheet, 0) { halves(sheet) } else { vec![sheet] };
        for page in &mut pages {
            self.pages += 1;
            page.number = self.pages;
        }
        pages
    }
}

/// Whether a sheet is wider than high and nothing is in its middle, with at least so many glyphs on both sides.
fn is_spread(sheet: &PdfPage, fewest: usize) -> bool {
    let (from, to) = (sheet.width * (0.5 - BETWEEN / 2.0), sheet.width * (0.5 + BETWEEN / 2.0));
    let free = |left: f32, right: f32| right < from || left > to;
    let left = sheet.glyphs.iter().filter(|glyph| glyph.right < from).count();
    sheet.width > sheet.height * 1.2
        && sheet.glyphs.iter().all(|glyph| glyph.text.trim().is_empty() || free(glyph.left, glyph.right))
        && sheet.rules.iter().all(|rule| free(rule.left, rule.right))
        && left >= fewest
        && sheet.glyphs.len() - left >= fewest
}

/// The left and the right half of a sheet; without the right one if nothing is on it.
fn halves(sheet: PdfPage) -> Vec<PdfPage> {
    let middle = sheet.width / 2.0;
    let mut right = PdfPage { width: middle, height: sheet.height, ..PdfPage::default() };
    let mut left = PdfPage { width: middle, ..sheet };
    let beyond = |edge: f32| edge >= middle;
    (left.glyphs, right.glyphs) = left.glyphs.into_iter().partition(|glyph| !beyond(glyph.left));
    (left.rules, right.rules) = left.rules.into_iter().partition(|rule| !beyond(rule.left));
    let shifted = |glyph: Glyph| Glyph { left: glyph.left - middle, right: glyph.right - middle, ..glyph };
    right.glyphs = right.glyphs.into_iter().map(shifted).collect();
    for rule in &mut right.rules {
        rule.left -= middle;
        rule.right -= middle;
    }
    let unknown = |page: &PdfPage| {
        page.glyphs.iter().filter(|glyph| glyph.text.contains(char::REPLACEMENT_CHARACTER)).count()
    };
    (left.unknown, right.unknown) = (unknown(&left), unknown(&right));
    if right.glyphs.is_empty() { vec![left] } else { vec![left, right] }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet with so many glyphs in rows from each of some left edges.
    fn sheet(width: f32, edges: &[f32]) -> PdfPage {
        let glyph = |left: f32, at: u16| Glyph {
            text: "a".to_owned(),
            left: left + f32::from(at % 30) * 9.0,
            right: left + f32::from(at % 30) * 9.0 + 8.0,
            base: 40.0 + f32::from(at / 30) * 12.0,
            size: 10.0,
            bold: false,
            italic: false,
            artifact: None,
        };
        let glyphs = edges.iter().flat_map(|left| (0..300).map(|at| glyph(*left, at))).collect();
        PdfPage { number: 1, width, height: 595.0, glyphs, ..PdfPage::default() }
    }

    #[test]
    fn two_pages_on_a_sheet_are_read_one_after_the_other() {
        let mut spreads = Spreads::default();
        let both = spreads.pages(sheet(842.0, &[50.0, 471.0]));
        assert_eq!(
            both.iter().map(|page| (page.number, page.width)).collect::<Vec<_>>(),
            [(1, 421.0), (2, 421.0)]
        );
        assert_eq!(both[1].glyphs[0].left, both[0].glyphs[0].left);
        let last = spreads.pages(sheet(842.0, &[50.0]));
        assert_eq!(last.iter().map(|page| (page.number, page.width)).collect::<Vec<_>>(), [(3, 421.0)]);
    }

    #[test]
    fn columns_and_upright_pages_are_no_two_pages() {
        assert_eq!(Spreads::default().pages(sheet(842.0, &[150.0, 440.0])).len(), 1);
        assert_eq!(Spreads::default().pages(sheet(595.0, &[10.0, 310.0])).len(), 1);
    }
}
