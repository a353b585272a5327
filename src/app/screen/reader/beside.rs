//! The text in another language beside the one that is read, paragraph by paragraph.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::layout::{TextSide, separator};
use crate::app::screen::reader::BAR;
use crate::import::versions;
use crate::model::{Address, Document, Language};
use crate::typeset::page::beside::{PageBeside, PairedPassage, RowBeside};
use crate::typeset::{Page, PageSetting};

/// The text in another language, if it is shown beside the one that is read.
#[derive(Debug, Default)]
pub struct Versions {
    /// The language that is wanted beside; `None` if none is.
    pub wanted: Option<Language>,
    /// Whether the text that is read is the one at the right.
    pub is_right: bool,
    /// The row of the pane at which the current passage stays when the text is set again in another language.
    pub kept_row: Option<usize>,
    /// The text beside; `None` if there is no room for it.
    pub text: Option<Box<TextBeside>>,
}

/// A text beside the one that is read.
#[derive(Debug, Clone)]
pub struct TextBeside {
    /// The text.
    pub document: Arc<Document>,
    /// Its page, as far as it is set.
    pub page: PageBeside,
    /// How many numbers only one of the two texts has.
    pub different: usize,
    /// Columns of its page.
    width: usize,
}

impl TextBeside {
    /// Whether a number that only this text has begins beside a line of the page that is read.
    #[must_use]
    pub fn begins_alone(&self, line: usize) -> bool {
        matches!(self.page.rows.get(line), Some(RowBeside::OnlyThere(_)))
    }
}

impl Versions {
    /// The language of the text beside, of the languages in which the document that is read is held; `None` if no text is wanted
    /// there, or if there is no other one.
    #[must_use]
    pub fn language(&self, context: &Context) -> Option<Language> {
        let (wanted, here) = (self.wanted?, &context.here().document);
        let others = others(context);
        let is_held = wanted != here.language && others.contains(&wanted);
        if is_held { Some(wanted) } else { others.first().copied() }
    }

    /// On which side the text that is read is; `None` if no other language is wanted beside it.
    #[must_use]
    pub fn side(&self, context: &Context) -> Option<TextSide> {
        let side = if self.is_right { TextSide::Right } else { TextSide::Left };
        self.language(context).map(|_| side)
    }

    /// Takes the text that is to be beside. Returns whether another one was there before, or if it had another width.
    pub(super) fn update(&mut self, context: &Context) -> bool {
        let area = context.layout.companion.filter(|_| context.layout.has_versions);
        let wanted = area.zip(self.language(context)).and_then(|(area, language)| {
            let document = context.library.shelf.get(&context.here().document.symbol, language)?;
            let width = usize::from(area.width.saturating_sub(separator(area.x) + BAR + 1)).max(1);
            Some((document, width))
        });
        let Some((document, width)) = wanted else { return self.text.take().is_some() };
        let is_same = |text: &TextBeside| Arc::ptr_eq(&text.document, document) && text.width == width;
        if self.text.as_deref().is_some_and(is_same) {
            return false;
        }
        let (document, page) = (Arc::clone(document), PageBeside::default());
        self.text = Some(Box::new(TextBeside { document, page, different: 0, width }));
        true
    }

    /// Sets the text beside a page, which gets empty lines where the text beside is longer.
    pub(super) fn set(&mut self, here: &Document, page: &mut Page) {
        let Some(text) = &mut self.text else { return };
        let other = Page::set(&text.document, &PageSetting { width: text.width, open_notes: &|_, _| false });
        let pairs = pairs(here, &text.document);
        let is_different = |paired: &&PairedPassage| match paired {
            PairedPassage::OnlyHere => true,
            PairedPassage::OnlyThere { is_numbered, .. } => *is_numbered,
            PairedPassage::Same(_) => false,
        };
        text.different = pairs.iter().flatten().filter(is_different).count();
        text.page = page.put_beside(other, &pairs);
    }
}

/// The other languages in which the document that is read is held, in the order in which they follow the one that is read.
#[must_use]
pub fn others(context: &Context) -> Vec<Language> {
    let here = &context.here().document;
    let held: Vec<Language> =
        context.library.shelf.rows_of(&here.symbol).iter().map(|row| row.language).collect();
    let at = held.iter().position(|language| *language == here.language);
    let after = at.map_or(0, |at| at + 1);
    let turned = held.iter().cycle().skip(after).take(held.len().saturating_sub(usize::from(at.is_some())));
    turned.copied().collect()
}

/// What of another text is beside each passage of a text: the passage with the same address, and after it those that only the other
/// text has there.
fn pairs(here: &Document, other: &Document) -> Vec<Vec<PairedPassage>> {
    let places: HashMap<&Address, usize> =
        here.blocks.iter().enumerate().map(|(at, block)| (&block.address, at)).collect();
    let mut pairs: Vec<Vec<PairedPassage>> = vec![Vec::new(); here.blocks.len()];
    let (mut last, mut found) = (0, vec![false; here.blocks.len()]);
    for (block, passage) in other.blocks.iter().enumerate() {
        match places.get(&passage.address) {
            Some(at) => {
                pairs[*at].push(PairedPassage::Same(block));
                (last, found[*at]) = (*at, true);
            }
            None => {
                let is_numbered = versions::is_common(passage.kind);
                if let Some(pairs) = pairs.get_mut(last) {
                    pairs.push(PairedPassage::OnlyThere { block, is_numbered });
                }
            }
        }
    }
    for pairs in &mut pairs {
        // What is before the first common passage comes after it.
        pairs.sort_by_key(|paired| !matches!(paired, PairedPassage::Same(_)));
    }
    for (at, block) in here.blocks.iter().enumerate() {
        if !found[at] && versions::is_common(block.kind) {
            pairs[at].insert(0, PairedPassage::OnlyHere);
        }
    }
    pairs
}
