//! The margin of a page: which number is printed beside a passage, and where its text begins.

use crate::base::text;
use crate::model::{Address, Block, BlockKind, Document, Place};
use crate::typeset::superscript;

/// Below this width pages are set tightly.
const NARROW: usize = 50;
/// Sub-paragraphs deeper than this are set like this.
const DEEPEST: usize = 4;

/// The columns of one document at one width.
pub(super) struct Margins {
    width: usize,
    /// Where the text begins at each depth.
    texts: [usize; DEEPEST + 1],
}

/// Where one passage stands.
pub(super) struct Setoff {
    pub(super) indent: usize,
    pub(super) margin: Option<(usize, String)>,
}

impl Margins {
    pub(super) fn of(document: &Document, width: usize) -> Self {
        let narrow = width < NARROW;
        let mut widest = [0; DEEPEST + 1];
        for block in &document.blocks {
            // Wide numbers (`13 i)`, `VIII.`) make room for themselves in a narrow page.
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

    /// Where a passage and its number stand.
    pub(super) fn place(&self, block: &Block) -> Setoff {
        let depth = depth(&block.address);
        let start = match depth {
            0 => 0,
            _ if self.width < NARROW => depth,
            _ => self.texts[depth - 1],
        };
        self.fit(start, self.texts[depth], label(block))
    }

    /// Where a footnote and its mark stand under a passage whose text begins at `indent`.
    pub(super) fn under(&self, indent: usize, note: &Block) -> Setoff {
        self.fit(indent, indent, label(note))
    }

    /// Makes room for a number from `start` on, and leaves at least half of the width to the text.
    fn fit(&self, start: usize, indent: usize, label: Option<String>) -> Setoff {
        let most = self.width / 2;
        let Some(label) = label else { return Setoff { indent: indent.min(most), margin: None } };
        let start = start.min((most + 1).saturating_sub(text::width(&label) + 1)).min(most);
        let indent = indent.max(start + text::width(&label) + 1).min(most);
        let label = text::truncate(&label, (indent - start).saturating_sub(1));
        Setoff { indent, margin: (!label.is_empty()).then_some((start, label)) }
    }
}

/// The number printed beside a passage: `16.`, `a)`, `II.`, `13 i)`, `•`, `¹²`.
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

/// How many numbers stand above a passage's own: 0 for `16`, 1 for `16/a`, 2 for `14/c/ii`.
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
