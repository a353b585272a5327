//! The fields of a query: `doc: part: kind: lang: by: session: date: status: step:`, each with the values it accepts.

use crate::base::text::fold;

/// A property by which what is found can be limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SearchField {
    /// The symbol of the document.
    Doc,
    /// The part of the document: `body`, `annex`.
    Part,
    /// The kind of passage or text: `norm`, `note`.
    Kind,
    /// The language.
    Lang,
    /// The author, or the delegation that spoke.
    By,
    /// The number of the session.
    Session,
    /// The day: of a document, or of a text of the delegate.
    Date,
    /// The status of a step or a position.
    Status,
    /// The next step: `E.2`.
    Step,
}

impl SearchField {
    /// All fields.
    pub const ALL: [Self; 9] = [
        Self::Doc,
        Self::Part,
        Self::Kind,
        Self::Lang,
        Self::By,
        Self::Session,
        Self::Date,
        Self::Status,
        Self::Step,
    ];

    /// The name as it is typed, and under which an index keeps the values.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Doc => "doc",
            Self::Part => "part",
            Self::Kind => "kind",
            Self::Lang => "lang",
            Self::By => "by",
            Self::Session => "session",
            Self::Date => "date",
            Self::Status => "status",
            Self::Step => "step",
        }
    }

    /// The field with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let folded = fold(name);
        Self::ALL.into_iter().find(|field| field.name() == folded)
    }
}

/// A field with the value it must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFilter {
    /// The field.
    pub field: SearchField,
    /// The values of which one is enough, folded, as typed or as names in data files give them.
    pub values: Vec<String>,
    /// Whether the value is excluded: `-kind:footnote`.
    pub excluded: bool,
}

impl FieldFilter {
    /// Whether a value of an entry is one of those wanted.
    #[must_use]
    pub fn accepts(&self, value: &str) -> bool {
        let value = fold(value);
        self.values.iter().any(|wanted| match self.field {
            SearchField::Doc => is_symbol(&value, wanted),
            SearchField::Step => {
                value == *wanted
                    || value.strip_prefix(wanted).is_some_and(|rest| rest.starts_with(['.', '/']))
            }
            SearchField::Part => {
                value == *wanted || value.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('-'))
            }
            SearchField::By => begins_word(&value, wanted),
            SearchField::Date => is_day(&value, wanted),
            SearchField::Kind | SearchField::Lang | SearchField::Session | SearchField::Status => {
                value == *wanted
            }
        })
    }
}

/// Whether a symbol is the one typed, or has what is typed between two of its strokes: `77/275`.
fn is_symbol(symbol: &str, wanted: &str) -> bool {
    symbol == wanted
        || symbol.match_indices(wanted).any(|(at, _)| {
            let before = symbol[..at].ends_with(['/', '.']) || at == 0;
            let after =
                symbol[at + wanted.len()..].starts_with(['/', '.']) || at + wanted.len() == symbol.len();
            before && after
        })
}

/// Whether words are in a name, or the beginning of words.
fn begins_word(name: &str, wanted: &str) -> bool {
    name.match_indices(wanted).any(|(at, _)| !name[..at].ends_with(char::is_alphanumeric))
}

/// Whether a day is in what was typed: `2023`, `2023-03`, `2023-03-06`, `2022..2023-03`, `2023-03..`.
fn is_day(day: &str, wanted: &str) -> bool {
    match wanted.split_once("..") {
        Some((from, to)) => from <= day && (to.is_empty() || day <= to || day.starts_with(to)),
        None => day.starts_with(wanted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(field: SearchField, wanted: &str, value: &str, expected: bool) {
        let filter = FieldFilter { field, values: vec![wanted.to_owned()], excluded: false };
        assert_eq!(filter.accepts(value), expected, "{wanted} {value}");
    }

    #[test]
    fn a_value_is_accepted_whole_or_by_the_part_that_people_type() {
        case(SearchField::Doc, "a/77/275", "A/77/275", true);
        case(SearchField::Doc, "77/275", "A/77/275", true);
        case(SearchField::Doc, "7/275", "A/77/275", false);
        case(SearchField::Date, "2023", "2023-03-06", true);
        case(SearchField::Date, "2022..2023-03", "2023-03-06", true);
        case(SearchField::Date, "2023-04..", "2023-03-06", false);
        case(SearchField::Step, "e.2", "E.2", true);
        case(SearchField::Step, "e.2", "E.21", false);
        case(SearchField::Step, "e", "E.21", true);
        case(SearchField::By, "roy", "M. Roy", true);
        case(SearchField::By, "ue", "Jamaïque", false);
        case(SearchField::Kind, "norm", "next-step", false);
        case(SearchField::Part, "annex", "annex-II", true);
    }
}
