//! Which lines of the reader are on screen: moving by passages, scrolling by lines, and bringing a passage on screen.

use std::ops::Range;

use super::{Bring, State};
use crate::app::desk::Here;
use crate::app::layout::Rect;
use crate::typeset::LineKind;

/// Lines of the page before that stay visible when a page is turned.
pub(super) const KEPT: usize = 2;

impl State {
    /// Moves by passages; within a passage taller than the pane it scrolls first, and to a passage that is not whole on screen it
    /// turns the page, so that what follows is on screen too. Returns the new current passage.
    #[must_use]
    pub fn move_by(&mut self, here: &Here, content: Option<Rect>, by: isize) -> usize {
        let last = here.document.blocks.len().saturating_sub(1);
        if !self.is_typeset(here, content) {
            return here.block.saturating_add_signed(by).min(last);
        }
        let height = content.map_or(1, |rect| usize::from(rect.height).max(1));
        let mut block = here.block;
        for _ in 0..by.unsigned_abs().min(here.document.blocks.len()) {
            let lines = self.lines_of(block);
            let bottom = self.top.saturating_add(height);
            let most = height.saturating_sub(2).max(1);
            if by > 0 && lines.end > bottom + 1 {
                self.top += (lines.end - bottom).min(most);
            } else if by < 0 && lines.start < self.top {
                self.top -= (self.top - lines.start).min(most);
            } else {
                block = block.saturating_add_signed(by.signum()).min(last);
                self.turn(block, height, by);
                self.reveal(block, content);
            }
        }
        block
    }

    /// Turns the page to a passage next to those on screen, if it fits and is not whole on screen.
    fn turn(&mut self, block: usize, height: usize, by: isize) {
        let lines = self.lines_of(block);
        if lines.len() > height {
            return;
        }
        if by > 0 && lines.end > self.top + height {
            self.top = lines.start.saturating_sub(KEPT).max(lines.end - height);
        } else if by < 0 && lines.start < self.top {
            self.top = (lines.end + KEPT).saturating_sub(height).min(lines.start);
        }
    }

    /// Scrolls by lines. Returns the new current passage if the old one left the pane; at the ends of the document
    /// its first or last one.
    #[must_use]
    pub fn scroll(&mut self, here: &Here, content: Option<Rect>, by: isize) -> Option<usize> {
        if !self.is_typeset(here, content) {
            return None;
        }
        let height = usize::from(content?.height).max(1);
        let last = self.page.lines.len().saturating_sub(height);
        let moved = self.top.saturating_add_signed(by).min(last);
        if moved == self.top {
            return Some(if by < 0 { 0 } else { here.document.blocks.len().saturating_sub(1) });
        }
        self.top = moved;
        let lines = self.lines_of(here.block);
        let left = lines.end <= self.top || lines.start >= self.top + height;
        let block = if left { self.entered(height, by) } else { here.block };
        self.revealed = Some((block, height));
        left.then_some(block)
    }

    /// The passage that is current after scrolling: the first one that begins on screen, or upwards the last one on screen.
    fn entered(&self, height: usize, by: isize) -> usize {
        if by < 0 {
            return self.page.block_at(self.top + height - 1);
        }
        let first = self.page.block_at(self.top);
        let begins = |block: usize| (self.top..self.top + height).contains(&self.page.first_line(block));
        if !begins(first) && begins(first + 1) { first + 1 } else { first }
    }

    /// Scrolls as little as needed to show the passage: all of it where it fits, else its beginning. Once that is done, the page
    /// stays as it is until the passage, the page or the height of the pane changes.
    pub fn reveal(&mut self, block: usize, content: Option<Rect>) {
        let Some(content) = content.filter(|_| !self.stale) else { return };
        let height = usize::from(content.height).max(1);
        if self.bring == Bring::Passage && self.revealed == Some((block, height)) {
            return;
        }
        self.revealed = Some((block, height));
        let last = self.page.lines.len().saturating_sub(height);
        let lines = self.lines_of(block);
        match std::mem::take(&mut self.bring) {
            Bring::OnTop => self.top = lines.start,
            Bring::Notes => {
                self.reveal_lines(&lines, height);
                self.top = self.top.max(self.end_of_notes(&lines, height).saturating_sub(height));
            }
            Bring::Passage => self.reveal_lines(&lines, height),
        }
        self.top = self.top.min(last);
    }

    fn reveal_lines(&mut self, lines: &Range<usize>, height: usize) {
        let (top, bottom) = (self.top, self.top.saturating_add(height));
        let hidden = lines.end <= top || lines.start >= bottom;
        let fits = lines.len() <= height;
        if fits && lines.start < top || hidden && !fits {
            self.top = lines.start;
        } else if fits && lines.end > bottom {
            let above = if hidden { lines.start.saturating_sub(height / 3) } else { 0 };
            self.top = above.max(lines.end - height);
        }
    }

    /// The line after the open footnotes of a passage. Those of its sub-paragraphs come later: then the first of
    /// them, as far as the passage itself stays visible.
    fn end_of_notes(&self, lines: &Range<usize>, height: usize) -> usize {
        let is_note = |at: &usize| matches!(self.page.lines[*at].kind, LineKind::Note(_));
        if let Some(at) = lines.clone().rev().find(is_note) {
            return at + 1;
        }
        let notes = (lines.end..self.page.lines.len()).skip_while(|at| !is_note(at));
        let end = notes.take_while(is_note).last().map_or(lines.end, |at| at + 1);
        end.min(lines.start + height)
    }
}
