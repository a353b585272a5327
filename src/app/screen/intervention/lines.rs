//! Several interventions in one line, as they are pasted: a sign is where one of them ends.

use crate::app::context::Context;
use crate::app::screen::intervention::read;
use crate::base::Span;
use crate::workspace::intervention::InterventionLine;

/// The sign between two interventions.
pub const LINE_END: char = '↵';

/// Where the intervention at the cursor is in the text, and which of how many it is, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineAt {
    /// Its bytes, without the signs and the spaces around it.
    pub span: Span,
    /// Which one it is.
    pub number: usize,
    /// How many there are.
    pub count: usize,
}

impl LineAt {
    /// The intervention at the cursor, given in bytes of the text.
    #[must_use]
    pub fn of(text: &str, cursor: usize) -> Self {
        let start = text[..cursor].rfind(LINE_END).map_or(0, |at| at + LINE_END.len_utf8());
        let end = text[cursor..].find(LINE_END).map_or(text.len(), |at| cursor + at);
        let spaces = text[start..end].len() - text[start..end].trim_start_matches(' ').len();
        let number = text[..cursor].matches(LINE_END).count() + 1;
        // The cursor may be in the spaces before the words.
        let start = if number > 1 { (start + spaces).min(cursor) } else { start };
        Self { span: Span::new(start, end), number, count: text.matches(LINE_END).count() + 1 }
    }
}

/// The interventions in a text, one after the other; those without words are left out.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(LINE_END).map(str::trim).filter(|line| !line.is_empty())
}

/// A pasted text as part of one line, behind what is typed already: a line that names a delegation begins an intervention of its
/// own, any other one continues that before it.
#[must_use]
pub fn joined(context: &Context, typed: &str, pasted: &str) -> String {
    let mut joined = String::new();
    for (at, line) in pasted.trim_end_matches(['\n', '\r']).split('\n').enumerate() {
        if at > 0 {
            let is_first = typed.trim().is_empty() && joined.trim().is_empty();
            let begins = !is_first && begins_one(&read(context, line.trim()));
            joined.push(' ');
            joined.extend(begins.then_some([LINE_END, ' ']).into_iter().flatten());
        }
        joined.push_str(if at > 0 { line.trim_start() } else { line });
    }
    joined
}

/// Whether a line begins an intervention: it names a delegation that is known, or a name with a stance or words behind a mark.
fn begins_one(read: &InterventionLine) -> bool {
    let is_known = read.speakers.iter().any(|name| !name.ids.is_empty());
    is_known || (!read.speakers.is_empty() && (read.stance.is_some() || read.head.trim_end().ends_with(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_at_the_cursor_is_one_of_several() {
        let text = "fra + oui ↵ can - non ↵ x";
        let case = |cursor, line: &str, number| {
            let at = LineAt::of(text, cursor);
            assert_eq!((at.span.of(text).trim_end(), at.number, at.count), (line, number, 3), "{cursor}");
        };
        case(0, "fra + oui", 1);
        case(9, "fra + oui", 1);
        case(text.find("can").unwrap(), "can - non", 2);
        case(text.len(), "x", 3);
        assert_eq!(split("fra ↵  ↵ can ↵").collect::<Vec<_>>(), ["fra", "can"]);
    }
}
