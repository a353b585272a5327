//! Whether a line continues the passage before it: with and without broken lines, in headings and in preambles.

use super::{Mode, Outline};
use crate::base::text::fold;
use crate::import::layout::{is_caseless, is_ideograph};
use crate::import::line::{Line, Print};
use crate::import::mark;
use crate::import::shape::block::Raw;
use crate::import::shape::join::{Begin, End, begin, end};
use crate::import::shape::recognise as is;
use crate::language::ImportWords;
use crate::model::{BlockKind, Place};

/// Lines are flush if their left edges differ by less than this, in tenths of a point.
const FLUSH: u32 = 20;

impl Outline<'_> {
    /// Whether a line without a mark of its own continues the passage before it.
    pub(super) fn continues(&self, at: usize) -> bool {
        let (line, Some(block)) = (&self.lines[at], self.blocks.last()) else { return false };
        if let Some(begins) = line.begins {
            return !begins && !self.begins_unseen(at);
        }
        if line.is_heading() || (at > 0 && self.lines[at - 1].is_heading()) {
            return false;
        }
        if self.mode == Mode::Closed || self.body == Some(at) || is::is_opener(&block.text, self.vocabulary) {
            return false;
        }
        if block.text.is_empty() {
            return true;
        }
        let opens = self.mode == Mode::Preamble || is::is_bare_opener(&block.text, self.vocabulary);
        if opens && block.kind == BlockKind::Text {
            return false;
        }
        if block.kind == BlockKind::Heading || block.address.place == Place::Title {
            return self.heading_continues(at, block);
        }
        let ended = end(&block.text) != End::Open;
        let apart = self.layout.width.is_none() && line.gap > 0 && !line.after_cut;
        if block.kind == BlockKind::Preambular && (ended && apart || self.follows_in_preamble(at, block)) {
            return false;
        }
        if apart && ended && block.kind == BlockKind::Subparagraph && block.text.ends_with([';', ',']) {
            // Words flush with the paragraph after the last of its sub-paragraphs.
            return false;
        }
        match self.layout.width {
            Some(_) => self.wrapped_continues(at, block),
            None => unwrapped_continues(line, block, self.vocabulary),
        }
    }

    /// Whether a line of a page begins the next paragraph of a preamble, where the page shows it neither by a gap nor by an indent
    /// and the line before is full: its first word shows it.
    pub(super) fn begins_unseen(&self, at: usize) -> bool {
        let (line, Some(block)) = (&self.lines[at], self.blocks.last()) else { return false };
        // Nor does it show the meeting of the adoption after a full line.
        let closes = self.mode == Mode::Operative && end(&block.text) == End::Full;
        if closes && line.print.is_some() && is::is_meeting(&line.text, self.vocabulary) {
            return true;
        }
        let shaped = block.kind == BlockKind::Preambular
            && self.mode == Mode::Preamble
            && block.text.trim_end_matches(mark::is).ends_with(',')
            && begin(&line.text) == Begin::Capital
            && is::is_preambular(&line.text, self.vocabulary);
        let first = self.lines[..at].iter().rev().find(|line| line.number == block.line);
        let flush = |(first, line): (Print, Print)| first.left.abs_diff(line.left) < FLUSH;
        shaped && first.is_some_and(|first| first.gap == 0 && first.print.zip(line.print).is_some_and(flush))
    }

    /// Whether a line without an empty one before it begins the next paragraph of a preamble.
    fn follows_in_preamble(&self, at: usize, block: &Raw) -> bool {
        let line = &self.lines[at];
        let preambular = is::is_preambular(&line.text, self.vocabulary);
        let on_purpose = at > 0 && self.layout.is_ended(&self.lines[at - 1].text, &line.text);
        let alone = self.layout.width.is_none() && line.gap > 0;
        match end(&block.text) {
            End::Open => preambular && (on_purpose || alone) && !line.after_cut,
            // Within a sentence a small letter shows nothing: the end of the line has to.
            _ if preambular && !block.text.ends_with(':') => {
                begin(&line.text) != Begin::Small
                    || on_purpose
                    || alone
                    || is::is_often_preambular(&line.text, self.vocabulary)
            }
            // The only operative paragraph has no number.
            End::Soft if !line.after_cut && is::is_operative(&line.text, self.vocabulary) => {
                on_purpose || !self.comes_again(at, 1) && self.mode == Mode::Preamble
            }
            End::Soft => {
                on_purpose
                    && !line.after_cut
                    && (begin(&line.text) == Begin::Capital || line.text.starts_with(is_caseless))
                    && !block.text.ends_with(':')
            }
            End::Full => false,
        }
    }

    fn heading_continues(&self, at: usize, block: &Raw) -> bool {
        let line = &self.lines[at];
        let near = line.gap == 0
            || (line.gap <= self.layout.unit.max(1) && !self.layout.is_double())
            || (self.layout.is_double() && line.gap == 1);
        if !near || line.after_cut || end(&block.text) == End::Full {
            return false;
        }
        let last = fold(block.text.rsplit(' ').next().unwrap_or_default());
        let dangling = self.vocabulary.small_words.contains(&last) && last.len() > 1;
        let cut = line.gap == 0
            && self.layout.is_full(&self.lines[at - 1].text)
            && !self.layout.is_ended(&self.lines[at - 1].text, &line.text);
        if cut && is::is_annexed(&block.text, self.vocabulary) {
            return true;
        }
        // After a line of the title that was ended on purpose, one that runs to the margin is of the text.
        let text =
            self.layout.is_full(&line.text) && self.layout.is_ended(&self.lines[at - 1].text, &line.text);
        let title =
            block.address.place == Place::Title && !text || (self.layout.is_double() && line.gap == 0);
        match begin(&line.text) {
            // In Russian a paragraph of a preamble begins with a small letter.
            Begin::Small => {
                block.address.place == Place::Title || !is::is_preambular(&line.text, self.vocabulary)
            }
            Begin::Capital => {
                dangling
                    || (line.gap == 0 && end(&line.text) == End::Open && (title || self.is_cut_heading(at)))
            }
            Begin::Other => line.gap == 0 && (title || line.text.starts_with('(')),
        }
    }

    /// Whether the line before is a heading that the margin has cut, and the line its short second half.
    fn is_cut_heading(&self, at: usize) -> bool {
        let (before, text) = (&self.lines[at - 1].text, &self.lines[at].text);
        self.layout.is_full(before) && !self.layout.is_ended(before, text) && self.layout.is_short(text)
    }

    fn wrapped_continues(&self, at: usize, block: &Raw) -> bool {
        let line = &self.lines[at];
        let before = &self.lines[at - 1];
        let (ends, begins) = (end(&block.text), begin(&line.text));
        let page = line.after_cut || (self.layout.is_double() && line.gap == 0);
        if line.gap > self.layout.unit && !page {
            return if begins == Begin::Small { ends != End::Full } else { cut_off(block, self.vocabulary) };
        }
        if begins == Begin::Small {
            return true;
        }
        if self.mode == Mode::Front
            && !page
            && ends == End::Open
            && !self.layout.is_full(&before.text)
            && line.gap == 0
        {
            return is_years(&line.text) || (begins == Begin::Other && self.layout.is_double());
        }
        if self.layout.indents {
            let set_in = self.indent(at) > 0;
            return !(set_in && (ends != End::Open || !self.layout.is_full(&before.text)));
        }
        if page && ends == End::Full {
            return self.layout.is_full(&before.text) && block.runs();
        }
        // One short line alone, as the title of a statement.
        let alone = block.kind == BlockKind::Text && block.text == before.text && begins != Begin::Small;
        // What somebody says comes after a colon.
        let said = block.text.ends_with(':') && line.text.starts_with(['«', '“']);
        let closed = ends == End::Full || block.text.ends_with(';') || alone || said;
        !(closed && self.layout.is_short(&before.text))
    }
}

/// With a paragraph on each line, only a cut in the middle of a sentence is joined.
fn unwrapped_continues(line: &Line, block: &Raw, vocabulary: &ImportWords) -> bool {
    let (ends, begins) = (end(&block.text), begin(&line.text));
    let running = block.runs();
    if line.gap == 0 && !line.after_cut {
        // Chinese sets a space only behind the call of a footnote, where a line may be broken.
        let called =
            block.text.ends_with(|c: char| c.is_ascii_digit()) && line.text.starts_with(is_ideograph);
        if called && running && block.kind != BlockKind::Text && !is::is_preambular(&line.text, vocabulary) {
            return true;
        }
        return begins == Begin::Small && ends != End::Full
            || (ends == End::Open && running && block.kind != BlockKind::Text)
            || (block.kind == BlockKind::Text && block.text.ends_with(',') && block.text.len() > 40);
    }
    match begins {
        // An empty line ends a paragraph, unless a page has cut it or its last word asks for another.
        _ if !line.after_cut && begins != Begin::Small => hangs(block, vocabulary),
        Begin::Small => {
            ends != End::Full && (running || block.text.len() > 60) || ends == End::Open && !running
        }
        _ => cut_off(block, vocabulary),
    }
}

/// Whether a passage stops in the middle of a sentence: a numbered one anywhere, another after a small word.
fn cut_off(block: &Raw, vocabulary: &ImportWords) -> bool {
    if end(&block.text) != End::Open {
        return false;
    }
    let last = block.text.rsplit([' ', '’', '\'']).next().unwrap_or_default();
    block.runs() && (block.kind != BlockKind::Text || vocabulary.small_words.contains(&fold(last)))
}

/// Whether a passage ends with a small word, which asks for another.
fn hangs(block: &Raw, vocabulary: &ImportWords) -> bool {
    let last = block.text.rsplit([' ', '’', '\'']).next().unwrap_or_default();
    block.runs() && end(&block.text) == End::Open && vocabulary.small_words.contains(&fold(last))
}

/// Years alone on a line, in brackets or not, belong to the name before them.
fn is_years(text: &str) -> bool {
    let years = text.trim_matches(['(', ')']);
    let digits = |c: char| c.is_ascii_digit() || "-–".contains(c);
    (4..=12).contains(&years.len())
        && years.chars().all(digits)
        && (years.starts_with("19") || years.starts_with("20"))
}
