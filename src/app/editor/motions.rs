//! Changes made by commands instead of typed letters, as in vi: on characters, words and lines, each with a count.
//!
//! A line is what is between two line feeds, however many rows it takes.

use crate::app::editor::undo::Stroke;
use crate::app::editor::{Editor, Move};
use crate::base::Span;
use crate::base::text::{next_grapheme, prev_grapheme};

/// What a command deletes, copies or replaces, from the cursor on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Characters after the cursor, not beyond the end of the line.
    Characters,
    /// Characters before the cursor, not beyond the start of the line.
    CharactersBefore,
    /// To the start of a word after the cursor.
    Words,
    /// To the end of a word.
    ToWordEnd,
    /// Back to the start of a word.
    WordsBefore,
    /// To the end of the line.
    ToLineEnd,
    /// Whole lines, with their line feeds.
    Lines,
}

/// Where text is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutSide {
    /// After the character at the cursor; whole lines below that of the cursor.
    After,
    /// Before the cursor; whole lines above that of the cursor.
    Before,
}

impl Editor {
    /// Moves the cursor so many times.
    pub fn go_times(&mut self, to: Move, times: usize) {
        for _ in 0..times.max(1) {
            let before = self.cursor;
            self.go(to, false);
            if self.cursor == before {
                return;
            }
        }
    }

    /// Goes to the first character of a line that is not a space, the lines counted from 1; of the last one if there are
    /// fewer.
    pub fn go_to_line(&mut self, line: usize) {
        let starts = std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1));
        let start = starts.take(line.max(1)).last().unwrap_or(0);
        self.place(start);
        self.go(Move::LineText, false);
    }

    /// The bytes that `times` of an extent take from the cursor on.
    #[must_use]
    pub fn extent(&self, extent: Extent, times: usize) -> Span {
        let (line, times) = (self.paragraph(), times.max(1));
        let repeat = |step: &dyn Fn(usize) -> usize| (0..times).fold(self.cursor, |at, _| step(at));
        let to = match extent {
            Extent::Characters => repeat(&|at| next_grapheme(&self.text, at)).min(line.end),
            Extent::CharactersBefore => repeat(&|at| prev_grapheme(&self.text, at)).max(line.start),
            // The last word of a line ends with it: the line feed and what is before the next word stay.
            Extent::Words => repeat(&|at| self.next_word(at)).min(line.end.max(self.cursor)),
            Extent::ToWordEnd => repeat(&|at| self.word_right(at)),
            Extent::WordsBefore => repeat(&|at| self.word_left(at)),
            Extent::ToLineEnd => line.end,
            Extent::Lines => return self.lines(times),
        };
        Span::new(to.min(self.cursor), to.max(self.cursor))
    }

    /// The line of the cursor and those after it, `times` in all, with their line feeds.
    fn lines(&self, times: usize) -> Span {
        let start = self.paragraph().start;
        let mut ends = self.text[start..].match_indices('\n').map(|(at, _)| start + at + 1);
        Span::new(start, ends.nth(times - 1).unwrap_or(self.text.len()))
    }

    /// Deletes `times` of an extent.
    pub fn delete(&mut self, extent: Extent, times: usize) {
        let span = self.extent(extent, times);
        // Of the last line the line feed before it goes too.
        let is_last =
            extent == Extent::Lines && span.end == self.text.len() && !span.of(&self.text).ends_with('\n');
        let start = if is_last { span.start.saturating_sub(1) } else { span.start };
        self.replace(Span::new(start, span.end), "", Stroke::Whole);
        if extent == Extent::Lines {
            self.go(Move::LineText, false);
        }
    }

    /// Deletes `times` of an extent to type something else there. Of whole lines an empty one stays.
    pub fn change(&mut self, extent: Extent, times: usize) {
        let span = self.extent(extent, times);
        let ends = extent == Extent::Lines && span.of(&self.text).ends_with('\n');
        self.replace(Span::new(span.start, span.end - usize::from(ends)), "", Stroke::Whole);
    }

    /// Puts text `times` times beside the cursor; text that ends with a line feed as lines of their own.
    pub fn put_text(&mut self, text: &str, side: PutSide, times: usize) {
        let (line, times) = (self.paragraph(), times.max(1));
        if let Some(lines) = text.strip_suffix('\n') {
            let lines = vec![lines; times].join("\n");
            let (at, text) = match side {
                PutSide::After => (line.end, format!("\n{lines}")),
                PutSide::Before => (line.start, format!("{lines}\n")),
            };
            self.place(at);
            self.insert(&text);
            self.place(at + usize::from(side == PutSide::After));
            return self.go(Move::LineText, false);
        }
        if side == PutSide::After && self.cursor < line.end {
            self.go(Move::Right, false);
        }
        self.insert(&text.repeat(times));
    }

    /// Opens an empty line below or above that of the cursor; in a list with the next item.
    pub fn open_line(&mut self, side: PutSide) {
        let line = self.paragraph();
        match side {
            PutSide::After => {
                self.place(line.end);
                self.newline();
            }
            PutSide::Before => {
                self.place(line.start);
                self.insert("\n");
                self.place(line.start);
            }
        }
    }

    /// Joins the line with the one below, with one space between the words of the two.
    pub fn join_lines(&mut self, times: usize) {
        for _ in 0..times.max(2) - 1 {
            let end = self.paragraph().end;
            if end == self.text.len() {
                return;
            }
            let rest = &self.text[end + 1..];
            let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            self.replace(Span::new(end, end + 1 + spaces), " ", Stroke::Whole);
            self.place(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An editor on a text in which `|` marks the cursor.
    fn at(text: &str) -> Editor {
        let mut editor = Editor::new(&text.replace('|', ""));
        editor.place(text.find('|').expect("a cursor"));
        editor
    }

    #[track_caller]
    fn case(before: &str, act: impl FnOnce(&mut Editor), after: &str) {
        let mut editor = at(before);
        act(&mut editor);
        let (left, right) = editor.text().split_at(editor.cursor());
        assert_eq!(format!("{left}|{right}"), after, "from {before:?}");
    }

    #[test]
    fn words_are_walked_as_in_vi() {
        case("|un deux", |editor| editor.go_times(Move::NextWord, 1), "un |deux");
        case("|un deux trois", |editor| editor.go_times(Move::NextWord, 2), "un deux |trois");
        case("|un deux", |editor| editor.go_times(Move::WordLast, 1), "u|n deux");
        case("u|n deux", |editor| editor.go_times(Move::WordLast, 1), "un deu|x");
        case("un deux|", |editor| editor.go_times(Move::WordLeft, 2), "|un deux");
        case("un\n  de|ux", |editor| editor.go(Move::LineText, false), "un\n  |deux");
        case("un\n  de|ux\n", |editor| editor.go(Move::LineStart, false), "un\n|  deux\n");
        case("un\nd|eux\n", |editor| editor.go(Move::LineEnd, false), "un\ndeux|\n");
        case("|un\ndeux\ntrois", |editor| editor.go_to_line(3), "un\ndeux\n|trois");
        case("|un\ndeux", |editor| editor.go_to_line(9), "un\n|deux");
    }

    #[test]
    fn characters_words_and_lines_are_deleted_with_a_count() {
        case("|abc\nd", |editor| editor.delete(Extent::Characters, 2), "|c\nd");
        case("a|b\nd", |editor| editor.delete(Extent::Characters, 9), "a|\nd");
        case("x\nab|c", |editor| editor.delete(Extent::CharactersBefore, 9), "x\n|c");
        case("|un deux trois", |editor| editor.delete(Extent::Words, 2), "|trois");
        case("un |deux\ntrois", |editor| editor.delete(Extent::Words, 1), "un |\ntrois");
        case("un deux| trois", |editor| editor.delete(Extent::WordsBefore, 1), "un | trois");
        case("a\nun |deux\nb", |editor| editor.delete(Extent::ToLineEnd, 1), "a\nun |\nb");
        case("un\nd|eux\ntrois", |editor| editor.delete(Extent::Lines, 1), "un\n|trois");
        case("un\nd|eux\ntrois", |editor| editor.delete(Extent::Lines, 9), "|un");
        case("u|n", |editor| editor.delete(Extent::Lines, 1), "|");
    }

    #[test]
    fn what_is_deleted_can_be_put_elsewhere() {
        let mut editor = at("|un\ndeux\ntrois");
        editor.delete(Extent::Lines, 1);
        editor.put_text("un\n", PutSide::After, 1);
        assert_eq!(editor.text(), "deux\nun\ntrois");
        editor.put_text("zéro\n", PutSide::Before, 2);
        assert_eq!(editor.text(), "deux\nzéro\nzéro\nun\ntrois");
        case("|ac", |editor| editor.put_text("b", PutSide::After, 1), "ab|c");
        case("a|c", |editor| editor.put_text("b", PutSide::Before, 2), "abb|c");
        case("|a\nb", |editor| editor.put_text("x\n", PutSide::After, 1), "a\n|x\nb");
    }

    #[test]
    fn lines_are_opened_joined_and_changed() {
        case("u|n\ndeux", |editor| editor.open_line(PutSide::After), "un\n|\ndeux");
        case("- u|n", |editor| editor.open_line(PutSide::After), "- un\n- |");
        case("un\nd|eux", |editor| editor.open_line(PutSide::Before), "un\n|\ndeux");
        case("u|n\n  deux\ntrois", |editor| editor.join_lines(1), "un| deux\ntrois");
        case("u|n\ndeux\ntrois", |editor| editor.join_lines(3), "un deux| trois");
        case("un\nd|eux\ntrois", |editor| editor.change(Extent::Lines, 1), "un\n|\ntrois");
        case("|un deux", |editor| editor.change(Extent::ToWordEnd, 1), "| deux");
    }
}
