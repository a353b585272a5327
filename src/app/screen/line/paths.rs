//! Paths of files as they are typed: what is listed for them, and how a listed path takes the place of what was typed.

use crate::app::dropped::dropped;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Prompt;
use crate::app::requests::ListedPath;
use crate::app::screen::line::State;
use crate::base::Span;

/// The paths for what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathList {
    /// The bytes of the line that they take the place of.
    pub span: Span,
    /// The paths, in their order.
    pub paths: Vec<ListedPath>,
    /// The one that is in the line; `None` if what was typed is there.
    pub chosen: Option<usize>,
}

/// The files that were typed: a path may have spaces without quotation marks if it is the only one.
#[must_use]
pub fn files_of(text: &str) -> Vec<String> {
    dropped(text).unwrap_or_else(|| vec![text.trim().to_owned()])
}

/// The path before the cursor: the whole line up to there or, if several paths are typed, the last of them.
fn typed_path(text: &str, cursor: usize) -> Span {
    let before = &text[..cursor];
    let (mut start, mut quote, mut previous) = (0, None, ' ');
    for (at, c) in before.char_indices() {
        let begins =
            previous == ' ' && [r#"""#, "'", "/", "~/"].iter().any(|sign| before[at..].starts_with(sign));
        if quote.is_none() && begins && !before[..at].ends_with("\\ ") && is_several(&before[..at]) {
            start = at;
        }
        match quote {
            Some(open) if open == c => quote = None,
            None if previous != '\\' && matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        previous = c;
    }
    Span::new(start, cursor)
}

/// Whether what is before a path in the line is nothing, or other paths.
fn is_several(before: &str) -> bool {
    before.trim().is_empty() || dropped(before).is_some()
}

/// What all the paths begin with.
fn common_start(paths: &[ListedPath]) -> &str {
    let Some(first) = paths.first() else { return "" };
    let same = |other: &ListedPath| {
        let pairs = first.typed.char_indices().zip(other.typed.chars());
        let end = pairs.take_while(|((_, one), other)| one == other).last();
        end.map_or(0, |((at, c), _)| at + c.len_utf8())
    };
    let length = paths.iter().map(same).min().unwrap_or(0);
    &first.typed[..length]
}

impl State {
    /// Whether the path of a file or a folder is typed, so that it is completed.
    #[must_use]
    pub fn takes_paths(&self) -> bool {
        matches!(
            self.prompt,
            Prompt::Import
                | Prompt::Package(_)
                | Prompt::Folder { .. }
                | Prompt::StatementFile { .. }
                | Prompt::RecordFile { .. }
        )
    }

    /// The bytes of the path before the cursor.
    fn path_span(&self) -> Span {
        let (text, cursor) = (self.input.text(), self.input.cursor());
        match self.prompt {
            Prompt::Import => typed_path(&text, cursor),
            _ => Span::new(0, cursor),
        }
    }

    /// Asks for the paths that begin with what is typed; the list is empty as long as nothing is.
    pub(super) fn ask_paths(&mut self) -> Outcome {
        self.paths = None;
        let (text, span) = (self.input.text(), self.path_span());
        if span.is_empty() {
            Outcome::none()
        } else {
            Outcome::of(Intent::ListPaths(span.of(&text).to_owned()))
        }
    }

    /// Lists the paths for what was typed; ignored if something else is typed by now.
    pub fn list_paths(&mut self, asked: &str, paths: Vec<ListedPath>) {
        let span = self.path_span();
        if self.takes_paths() && span.of(&self.input.text()) == asked {
            self.paths = Some(PathList { span, paths, chosen: None });
        }
    }

    /// Completes a path as far as all listed ones agree, then puts one after the other in its place.
    pub(super) fn complete_path(&mut self, by: isize) -> Outcome {
        let Some(list) = self.paths.as_ref().filter(|list| list.span.end == self.input.cursor()) else {
            let (text, span) = (self.input.text(), self.path_span());
            return Outcome::of(Intent::ListPaths(span.of(&text).to_owned()));
        };
        let common = common_start(&list.paths);
        let is_longer = common.len() > list.span.of(&self.input.text()).len();
        match list.paths.as_slice() {
            [] => Outcome::notify(Notice::new("notice-no-path").alarming()),
            [only] => {
                let (span, typed) = (list.span, only.typed.clone());
                self.put_path(span, &typed)
            }
            _ if list.chosen.is_none() && by > 0 && is_longer => {
                let (span, typed) = (list.span, common.to_owned());
                self.put_path(span, &typed)
            }
            _ => self.turn_path(by),
        }
    }

    fn put_path(&mut self, span: Span, typed: &str) -> Outcome {
        self.input.replace(span, typed);
        self.ask_paths()
    }

    /// Puts the path so many places further in the list into the line.
    pub fn turn_path(&mut self, by: isize) -> Outcome {
        let Some(list) = self.paths.as_mut().filter(|list| !list.paths.is_empty()) else {
            return Outcome::none();
        };
        let count = list.paths.len();
        let at = match list.chosen {
            None if by < 0 => count - 1,
            None => 0,
            Some(at) => at.saturating_add_signed(by.rem_euclid(count.cast_signed())) % count,
        };
        list.chosen = Some(at);
        self.input.replace(list.span, &list.paths[at].typed);
        list.span.end = self.input.cursor();
        Outcome::none()
    }

    /// Whether a stroke is typed after the name of a folder, which ends with one.
    pub(super) fn is_second_stroke(&self, text: &str) -> bool {
        let before = self.input.text()[..self.input.cursor()].ends_with('/');
        self.takes_paths() && before && text == "/"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(typed_path(text, text.len()).of(text), expected, "{text}");
    }

    #[test]
    fn the_last_of_several_paths_is_completed() {
        case("~/Downloads/A", "~/Downloads/A");
        case("~/My documents/A 77", "~/My documents/A 77");
        case("~/My\\ documents/A", "~/My\\ documents/A");
        case("/tmp/a.pdf ~/Down", "~/Down");
        case("/tmp/a\\ b.pdf /tmp/c", "/tmp/c");
        case("'/tmp/a b.pdf' '/tmp/c d", "'/tmp/c d");
        case("docs/A", "docs/A");
        case("see /tmp/a", "see /tmp/a");
        case("", "");
    }

    #[test]
    fn what_the_paths_have_in_common_ends_between_letters() {
        let list = |names: &[&str]| -> Vec<ListedPath> {
            let path = |name: &&str| ListedPath { typed: (*name).to_owned(), name: (*name).to_owned() };
            names.iter().map(path).collect()
        };
        assert_eq!(common_start(&list(&["~/A_RES_1.pdf", "~/A_RES_2.pdf"])), "~/A_RES_");
        assert_eq!(common_start(&list(&["é", "è"])), "");
        assert_eq!(common_start(&list(&["a", "ab"])), "a");
        assert_eq!(common_start(&[]), "");
    }
}
