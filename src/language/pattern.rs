//! Words with named holes: `replace {words} with {by}`.

use super::languages::report_template;
use crate::base::table::Table;

/// Words with named holes in braces; every hole is one of those its reader knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern(String);

impl Pattern {
    /// The pattern at a key; one with a hole that is not among `holes` is reported.
    pub(super) fn read(table: &Table<'_>, key: &str, holes: &[&str]) -> Option<Self> {
        let text = table.text_at(key)?;
        if !is_sound(&text.value, holes) {
            report_template(table, text.place.start, &text.value);
            return None;
        }
        Some(Self(text.value))
    }

    /// The words with the holes filled; a hole without a value stays empty. What is in a value is never a hole.
    #[must_use]
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.0.as_str();
        while let Some((words, more)) = rest.split_once('{') {
            let (hole, more) = more.split_once('}').unwrap_or((more, ""));
            filled.push_str(words);
            filled.push_str(values.iter().find(|(name, _)| *name == hole).map_or("", |(_, value)| value));
            rest = more;
        }
        filled + rest
    }

    /// Whether it has this hole.
    #[must_use]
    pub fn has(&self, hole: &str) -> bool {
        self.0.contains(&format!("{{{hole}}}"))
    }
}

/// Whether all holes of a text are closed and known.
fn is_sound(text: &str, holes: &[&str]) -> bool {
    let mut pieces = text.split('{');
    pieces.next();
    pieces.all(|piece| piece.split_once('}').is_some_and(|(hole, _)| holes.contains(&hole)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_with_words_as_they_are() {
        let pattern = Pattern("replace {words} with {by}".to_owned());
        assert_eq!(pattern.fill(&[("words", "“{by}”"), ("by", "“x”")]), "replace “{by}” with “x”");
        assert_eq!(pattern.fill(&[]), "replace  with ");
        assert!(pattern.has("by") && !pattern.has("n"));
    }

    #[test]
    fn only_known_holes_are_sound() {
        assert!(is_sound("no hole", &[]) && is_sound("{n}, {s}", &["n", "s"]));
        assert!(!is_sound("{x}", &["n"]) && !is_sound("{n", &["n"]));
    }
}
