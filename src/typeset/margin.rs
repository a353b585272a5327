//! The margin of a page: the number shown beside a passage, and the column at which its text begins.

use crate::base::text;
use crate::model::{Address, Block, BlockKind, Document, Place};
use crate::typeset::superscript;

/// Width in columns below which a page has narrow margins.
const NARROW: usize = 50;
/// Greatest depth of sub-paragraphs; deeper ones are set as this one.
const DEEPEST: usize = 4;

/// The margins of a document at a width.
pub(super) struct Margins {
    width: usize,
    /// The column at which the text begins, for each depth.
    texts: [usize; DEEPEST + 1],
}

/// The margin of a passage: the column of its text, and the column and text of its number.
pub(super) struct Setoff {
    pub(super) indent: usize,
    pub(super) margin: Option<(usize, String)>,
}

impl Margins {
    pub(super) fn of(document: &Document, width: usize) -> Self {
        let narrow = width < NARROW;
        let mut widest = [0; DEEPEST + 1];
        for block in &document.blocks {
            // In a narrow page, wide numbers (`13 i)`, `VIII.`) do not set the width of the margin.
            let counts = match block.kind {
                BlockKind::Footnote => false,
                BlockKind::Norm | BlockKind::Heading => !narrow,
                _ => true,
            };
            if let Some(label) = counts.then(|| label(block)).flatten() {
                let most = if narrow { 5 } else { 7 };
                let columns = (text::width(&label) + 1).min(most);
                let depth = depth(&block.address);
                widest[depth] = widest[depth].max(columns);
            }
        }
        let mut texts = [0; DEEPEST + 1];
        texts[0] = widest[0];
        for depth in 1..=DEEPEST {
            texts[depth] = if narrow {
                texts[depth - 1].max(depth + widest[depth])
            } else {
                texts[depth - 1] + widest[depth]
            };
        }
        Self { width, texts }
    }

    /// The margin of a passage.
    pub(super) fn place(&self, block: &Block) -> Setoff {
        let depth = depth(&block.address);
        let start = match depth {
            0 => 0,
            _ if self.width < NARROW => depth,
            _ => self.texts[depth - 1],
        };
        self.fit(start, self.texts[depth], label(block))
    }

    /// The margin of a footnote below a passage whose text begins at `indent`.
    pub(super) fn under(&self, indent: usize, note: &Block) -> Setoff {
        self.fit(indent, indent, label(note))
    }

    /// A margin with room for a number from column `start` on, which leaves at least half of the width to the text.
    fn fit(&self, start: usize, indent: usize, label: Option<String>) -> Setoff {
        let most = self.width / 2;
        let Some(label) = label else { return Setoff { indent: indent.min(most), margin: None } };
        let start = start.min((most + 1).saturating_sub(text::width(&label) + 1)).min(most);
        let indent = indent.max(start + text::width(&label) + 1).min(most);
        let label = text::truncate(&label, (indent - start).saturating_sub(1));
        Setoff { indent, margin: (!label.is_empty()).then_some((start, label)) }
    }
}

/// The number shown beside a passage: `16.`, `a)`, `II.`, `13 i)`, `•`, `¹²`.
pub(super) fn label(block: &Block) -> Option<String> {
    match (block.kind, &block.address.place) {
        (BlockKind::Bullet, _) => Some("•".to_owned()),
        (BlockKind::Footnote, Place::Note(mark)) => Some(superscript(mark)),
        (BlockKind::Text | BlockKind::Preambular | BlockKind::Norm, _) => {
            block.short_number().map(str::to_owned)
        }
        _ => block.short_number().map(|number| match number.chars().next_back() {
            Some(last) if last.is_alphanumeric() => format!("{number}."),
            _ => number.to_owned(),
        }),
    }
    .filter(|label| !label.is_empty())
}

/// The depth of a passage: 0 for `16`, 1 for `16/a`, 2 for `14/c/ii`.
pub(super) fn depth(address: &Address) -> usize {
    let depth = match &address.place {
        Place::Paragraph(path)
        | Place::Preambular(path)
        | Place::Operative(path)
        | Place::Text(path)
        | Place::Step(_, path) => path.len().saturating_sub(1),
        // An agenda is quoted inside a paragraph.
        Place::Item(path) => path.len(),
        Place::Title | Place::Heading(_) | Place::Steps(_) | Place::Norm(_) | Place::Note(_) => 0,
    };
    depth.min(DEEPEST)
}
