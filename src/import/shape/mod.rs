//! The shaper: neutral lines to a document, one pass after another, each in a file of its own.

pub mod assemble;
pub mod block;
pub mod calls;
pub mod contents;
pub mod cover;
pub mod enumerator;
pub mod furniture;
pub mod join;
pub mod levels;
pub mod line_numbers;
pub mod marks;
pub mod notes;
pub mod openers;
pub mod outline;
pub mod recognise;
pub mod spacing;
pub mod words;

use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::layout::SourceLayout;
use crate::import::line::Line;
use crate::import::pages::Pages;
use crate::import::{Facts, Vocabulary};
use crate::model::Document;

/// Shapes the lines of a text into a document; `name` is the name of its file.
#[must_use]
pub fn shape(
    name: &str,
    lines: Vec<Line>,
    facts: &Facts<'_>,
    vocabulary: &Vocabulary<'_>,
    mut findings: Vec<Finding>,
) -> Document {
    let Vocabulary { language, words: vocabulary, is_known, known } = *vocabulary;
    // A format with structure has whole words; what looks like a split one is as it is printed.
    let pages = Pages::of(&lines);
    let whole = lines.iter().all(|line| line.begins == Some(true));
    let lines = line_numbers::take_off(lines, &mut findings);
    let layout = SourceLayout::of(&lines);
    let lines = furniture::take_off(lines, &layout, vocabulary, &mut findings);
    let lines = contents::take_off(lines, vocabulary, &mut findings);
    let (lines, mut notes) = notes::lift(lines, &layout, vocabulary, &mut findings);
    let mut lines = openers::join(marks::join(lines, &vocabulary.enumerators), vocabulary);
    marks::free(&mut lines, &vocabulary.enumerators, &mut findings);
    let mut blocks = outline::read(&lines, &layout, vocabulary, &mut findings);
    cover::find_title(&mut blocks, facts, vocabulary);
    let straight = blocks.iter_mut().map(|block| spacing::apostrophes(&mut block.text)).sum::<usize>()
        + notes.iter_mut().map(|note| spacing::apostrophes(&mut note.text)).sum::<usize>();
    if straight > 0 {
        findings.push(finding(FindingKind::Spacing, 0, "'", Some("’")));
    }
    let note_parts = calls::lift(&mut blocks, &notes, vocabulary, &mut findings);
    let texts =
        blocks.iter().map(|block| block.text.as_str()).chain(notes.iter().map(|note| note.text.as_str()));
    let words = words::Words::of(texts, known);
    for block in &mut blocks {
        let (text, line, findings) = (&mut block.text, block.line, &mut block.findings);
        words::unbreak(text, line, &words, findings);
        if !whole {
            spacing::mend(text, line, vocabulary, &words, findings);
        }
        if is_known && !whole {
            words::mend(text, line, vocabulary, &words, findings);
        }
    }
    for note in &mut notes {
        let (text, line) = (&mut note.text, note.line);
        words::unbreak(text, line, &words, &mut findings);
        if !whole {
            spacing::mend(text, line, vocabulary, &words, &mut findings);
        }
        if is_known && !whole {
            words::mend(text, line, vocabulary, &words, &mut findings);
        }
    }
    let metadata = cover::metadata(name, &blocks, facts, vocabulary, &mut findings);
    let blocks = assemble::assemble(blocks, notes, note_parts, &pages, &mut findings);
    Document {
        symbol: metadata.symbol,
        language,
        kind: metadata.kind,
        title: metadata.title,
        date: metadata.date,
        remark: facts.given.reason.clone(),
        blocks,
        findings,
    }
}
