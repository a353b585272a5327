//! What is internal in a text of any kind: red lines, fallbacks and instructions, however they are headed.
//!
//! Everything that leaves, is shown as an amendment or is read aloud goes by [`internal`]. A part continues until the next one:
//!
//! - in a position until a heading or label of another part;
//! - in an amendment also until a heading of one of its own parts, such as `## Reason`;
//! - in a statement or note also until a heading that is not below its own; what is in a comment of a statement is not read,
//!   because it goes nowhere.
//!
//! What a delegation said in the room is not internal, whatever words it begins with.

use std::ops::Range;

use crate::workspace::position::{self, PositionPart, divide, heading_level};
use crate::workspace::{Kind, Note, amendment, statement};

/// Something internal in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Internal {
    /// Which part.
    pub(super) part: PositionPart,
    /// Its bytes, with its heading or label.
    pub(super) range: Range<usize>,
    /// The bytes of its words.
    pub(super) words: Range<usize>,
    /// Whether there are any words in it.
    pub(super) has_words: bool,
}

/// What is internal in a text, in order of place.
pub(super) fn of(note: &Note) -> Vec<Internal> {
    if note.kind == Kind::Note && note.delegation.is_some() {
        return Vec::new();
    }
    internal(&note.text, note.kind)
}

/// What is internal in the words of a text of a kind, in order of place.
pub(super) fn internal(text: &str, kind: Kind) -> Vec<Internal> {
    let is_same_level = |line: &str, level: usize| heading_level(line).is_some_and(|own| own <= level);
    let parts = match kind {
        Kind::Position => position::parts(text),
        Kind::Amendment => divide(text, PositionPart::Text, |line, _| amendment::is_heading(line)),
        Kind::Note => divide(text, PositionPart::Text, is_same_level),
        Kind::Statement => divide(&statement::comments_blanked(text), PositionPart::Text, is_same_level),
    };
    let parts = parts.into_iter().filter(|own| own.part.is_internal());
    let internal = parts.map(|own| {
        let has_words = !text[own.words.clone()].trim().is_empty();
        Internal { part: own.part, range: own.start..own.words.end, words: own.words, has_words }
    });
    internal.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text of a kind that are internal.
    #[track_caller]
    fn case(kind: Kind, text: &str, expected: &[&str]) {
        let found: Vec<&str> = internal(text, kind).into_iter().map(|own| text[own.words].trim()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_red_line_is_found_in_texts_of_every_kind() {
        for kind in Kind::ALL {
            case(kind, "Yes.\n\nRed line: no vote", &["no vote"]);
            case(kind, "Ligne rouge\u{a0}:\n\n- no vote\n\n- never", &["- no vote\n\n- never"]);
            case(kind, "Red line:\n\nNo vote.\n\nNever.\n", &["No vote.\n\nNever."]);
            case(kind, "##Red line\nno vote", &["no vote"]);
            case(kind, "## redline\nno vote", &["no vote"]);
            case(kind, "RED LINE - no vote", &["no vote"]);
            case(kind, "1. Notre ligne rouge sur les coûts – no vote", &["no vote"]);
            case(kind, "## Red line: no vote", &["no vote"]);
            case(kind, "RED LINE\n\nno vote", &["no vote"]);
            case(kind, "[Red line] no vote", &["no vote"]);
            case(kind, "| Red line | no vote |", &["no vote |"]);
        }
    }

    #[test]
    fn an_instruction_is_found_in_texts_of_every_kind() {
        for kind in Kind::ALL {
            case(kind, "Yes.\n\n## Instruction(s)\nND 42", &["ND 42"]);
            case(kind, "Yes.\n\n## Instructions de la capitale\nND 42", &["ND 42"]);
            case(kind, "Instruction: ND 42", &["ND 42"]);
            case(kind, "**Instruction:** ND 42", &["ND 42"]);
            case(kind, "- **Instructions** : ND 42", &["ND 42"]);
            case(kind, "Instruction(s) de la capitale\u{a0}: ND 42", &["ND 42"]);
            case(kind, "Consigne\u{202f}: ND 42", &["ND 42"]);
        }
    }

    #[test]
    fn words_about_red_lines_are_no_labels() {
        for kind in Kind::ALL {
            case(kind, "The red line of the budget: 3 %.", &[]);
            case(kind, "Under the\ninstruction\nof the Chair we spoke: well.", &[]);
            case(kind, "Fallback is not an option. It is: no.", &[]);
            case(kind, "Arguments: we agree.", &[]);
        }
    }

    #[test]
    fn what_is_internal_ends_where_another_part_begins() {
        let text = "Red line: no vote\n\nnever\n\nArguments: cost";
        Kind::ALL.into_iter().for_each(|kind| case(kind, text, &["no vote\n\nnever"]));
        let text = "## Red line\nno vote\n\n## Reason\nCost.";
        case(Kind::Amendment, text, &["no vote"]);
        case(Kind::Position, text, &["no vote\n\n## Reason\nCost."]);
        let text = "## Red line\nno vote\n\n### Why\nnever\n\n## 5 g) Dialogue\nYes.";
        case(Kind::Statement, text, &["no vote\n\n### Why\nnever"]);
        case(Kind::Note, text, &["no vote\n\n### Why\nnever"]);
        case(Kind::Statement, "<!-- Left out.\n\nRed line: no vote\n-->\n\nYes.", &[]);
    }
}
