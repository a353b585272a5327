//! What a question asks for: `who` for a person, `when` for a date. A passage that has one is a better answer than one that has none.

use crate::search::concepts::{Concept, Concepts};
use crate::search::words::{TextWord, words};

/// What the answer to a question has in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// The name of a person.
    Person,
    /// The names of several States.
    States,
    /// A day.
    Date,
}

impl AnswerKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Person, Self::States, Self::Date];

    /// Its name in the file of concepts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::States => "states",
            Self::Date => "date",
        }
    }

    /// Whether a text has it.
    #[must_use]
    pub fn is_in(self, text: &str, concepts: &Concepts) -> bool {
        match self {
            Self::Person => has_person(text, concepts),
            Self::States => has_states(text, concepts),
            Self::Date => has_date(text),
        }
    }
}

/// Words between the day of a month and the year, at most: `10 de marzo de 2023`.
const WITHIN_DATE: usize = 3;

/// Whether a text has two words with capital letters side by side that are in no term: a first and a last name.
fn has_person(text: &str, concepts: &Concepts) -> bool {
    let mut last: Option<usize> = None;
    for word in words(text) {
        let written = word.span.of(text);
        let mut letters = written.chars();
        let is_capital = letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some()
            && letters.all(|letter| !letter.is_uppercase());
        let is_name = is_capital && !concepts.is_common(&word.folded) && !concepts.is_term(&word.folded);
        let follows = last.is_some_and(|end| text[end..word.span.start].chars().all(char::is_whitespace));
        if is_name && follows {
            return true;
        }
        last = is_name.then_some(word.span.end);
    }
    false
}

/// The fewest names of States that answer a question for them.
const STATES: usize = 3;

fn has_states(text: &str, concepts: &Concepts) -> bool {
    let is_state = |word: &TextWord<'_>| {
        word.span.of(text).starts_with(char::is_uppercase)
            && matches!(concepts.longest_with_states(&[&word.folded]), Some((1, Concept::Rings(rings))) if rings.iter().any(|ring| ring.is_of_state()))
    };
    words(text).filter(is_state).take(STATES).count() == STATES
}

/// Whether a text has a day with its year.
fn has_date(text: &str) -> bool {
    let mut since_day: Option<usize> = None;
    for word in words(text) {
        let number: Option<u32> = word.folded.parse().ok();
        match (number, since_day) {
            (Some(1..=31), _) => since_day = Some(0),
            (Some(1900..=2100), Some(1..=WITHIN_DATE)) => return true,
            (Some(_), _) => since_day = None,
            (None, between) => since_day = between.map(|between| between + 1),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(kind: AnswerKind, text: &str, expected: bool) {
        assert_eq!(kind.is_in(text, Concepts::bundled()), expected, "{text}");
    }

    #[test]
    fn a_person_has_a_first_and_a_last_name() {
        case(AnswerKind::Person, "a élu M. Burhan Gafoor (Singapour) à sa présidence", true);
        case(AnswerKind::Person, "the Chair, Juerg Lauber of Switzerland", true);
        case(AnswerKind::Person, "Le Président du Groupe de travail", false);
        case(AnswerKind::Person, "la Charte des Nations Unies et les États Membres", false);
        case(AnswerKind::Person, "Le Bureau. David a présidé.", false);
    }

    #[test]
    fn a_date_has_a_day_and_a_year() {
        case(AnswerKind::Date, "du 6 au 10 mars 2023", true);
        case(AnswerKind::Date, "6 to 10 March 2023", true);
        case(AnswerKind::Date, "el 10 de marzo de 2023", true);
        case(AnswerKind::Date, "A/AC.292/2023/L.1, par. 2", false);
        case(AnswerKind::Date, "les quatrième et cinquième sessions, en 2023", false);
    }

    #[test]
    fn a_list_of_states_has_three_of_them() {
        case(AnswerKind::States, "Afrique du Sud, Allemagne, Brésil et Chine", true);
        case(AnswerKind::States, "Singapour et la Suisse", false);
        case(AnswerKind::States, "Les États Membres, les États concernés et tout État", false);
    }

    #[test]
    fn a_question_begins_with_a_word_that_asks() {
        let asked = |words: &[&str]| Concepts::bundled().asked(words);
        assert_eq!(asked(&["who", "chairs"]), Some(AnswerKind::Person));
        assert_eq!(asked(&["quels", "pays", "avaient"]), Some(AnswerKind::States));
        assert_eq!(asked(&["a", "quelle", "date"]), Some(AnswerKind::Date));
        assert_eq!(asked(&["etats", "qui", "sont"]), None, "a relative pronoun asks for nothing");
    }
}
