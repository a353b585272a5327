//! The words of days, hours and programmes of work in all languages: the tables `[calendar]` of `data/languages`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::text::fold;

const BUNDLED: [&str; 2] =
    [include_str!("../../data/languages/en.toml"), include_str!("../../data/languages/fr.toml")];

/// The words of every language together: a programme of work may mix them. All are folded.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Month by month, January first.
    pub months: Vec<Vec<String>>,
    /// Day by day, Monday first.
    pub weekdays: Vec<Vec<String>>,
    /// First, second, third …
    pub ordinals: Vec<Vec<String>>,
    /// What may follow the digits of a number in a row: `th`, `er`.
    pub endings: Vec<String>,
    /// From one to another: `to`, `à`. These are not folded: `à` is no `a`.
    pub to: Vec<String>,
    /// One more: `and`, `et`.
    pub and: Vec<String>,
    /// Small words that may stand anywhere in a date or in hours.
    pub small: Vec<String>,
    /// `h`, `hours`.
    pub hours: Vec<String>,
    /// Twelve o’clock.
    pub noon: Vec<String>,
    /// "item", "point".
    pub items: Vec<String>,
    /// "meeting", "séance".
    pub meetings: Vec<String>,
    /// What the columns of a programme of work are headed.
    pub headings: Headings,
}

/// What the columns of a programme of work are headed.
#[derive(Debug, Clone, Default)]
pub struct Headings {
    /// "Date", "jour".
    pub date: Vec<String>,
    /// "Time", "heure".
    pub time: Vec<String>,
    /// "Meeting", "séance".
    pub meeting: Vec<String>,
    /// "Items", "points".
    pub items: Vec<String>,
    /// "Subject", "objet".
    pub subject: Vec<String>,
}

type Words = Vec<String>;

#[derive(Deserialize)]
struct File {
    calendar: Stored,
    import: Months,
    followup: FollowUp,
}

#[derive(Deserialize)]
struct Months {
    months: Words,
}

#[derive(Deserialize)]
struct FollowUp {
    sessions: Sessions,
}

#[derive(Deserialize)]
struct Sessions {
    ordinals: Vec<Words>,
    endings: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    weekdays: Words,
    to: Words,
    and: Words,
    small: Words,
    hours: Words,
    noon: Words,
    items: Words,
    meetings: Words,
    headings: StoredHeadings,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredHeadings {
    date: Words,
    time: Words,
    meeting: Words,
    items: Words,
    subject: Words,
}

impl Vocabulary {
    /// The words that come with the program.
    ///
    /// # Panics
    /// Never: a test reads the bundled words.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
            let mut words = Vocabulary::default();
            for text in BUNDLED {
                words.learn(&toml::from_str::<File>(text).expect("a test reads the bundled words"));
            }
            words
        });
        &WORDS
    }

    fn learn(&mut self, file: &File) {
        let Stored { weekdays, to, and, small, hours, noon, items, meetings, headings } = &file.calendar;
        let sessions = &file.followup.sessions;
        row(&mut self.months, file.import.months.iter().map(std::slice::from_ref));
        row(&mut self.weekdays, weekdays.iter().map(std::slice::from_ref));
        row(&mut self.ordinals, sessions.ordinals.iter().map(Vec::as_slice));
        self.to.extend(to.iter().map(|word| word.to_lowercase()));
        for (own, words) in [
            (&mut self.endings, &sessions.endings),
            (&mut self.and, and),
            (&mut self.small, small),
            (&mut self.hours, hours),
            (&mut self.noon, noon),
            (&mut self.items, items),
            (&mut self.meetings, meetings),
            (&mut self.headings.date, &headings.date),
            (&mut self.headings.time, &headings.time),
            (&mut self.headings.meeting, &headings.meeting),
            (&mut self.headings.items, &headings.items),
            (&mut self.headings.subject, &headings.subject),
        ] {
            own.extend(words.iter().map(|word| fold(word)));
        }
    }

    /// The month a word names, whole or cut short after three letters at least; 1 to 12.
    #[must_use]
    pub fn month(&self, word: &str) -> Option<u32> {
        named(&self.months, word, 3)
    }

    /// The day of the week a word names, whole or cut short after two letters at least; Monday is 1.
    #[must_use]
    pub fn weekday(&self, word: &str) -> Option<u32> {
        named(&self.weekdays, word, 2)
    }
}

fn row<'a>(rows: &mut Vec<Vec<String>>, words: impl Iterator<Item = &'a [String]>) {
    for (at, words) in words.enumerate() {
        if rows.len() <= at {
            rows.push(Vec::new());
        }
        rows[at].extend(words.iter().map(|word| fold(word)));
    }
}

/// The one row a folded word belongs to, counted from 1; the beginning of a word counts when it fits one row only.
fn named(rows: &[Vec<String>], word: &str, least: usize) -> Option<u32> {
    let rows_with = |fits: &dyn Fn(&str) -> bool| {
        let found = rows.iter().enumerate().filter(|(_, words)| words.iter().any(|known| fits(known)));
        found.map(|(at, _)| u32::try_from(at).unwrap_or(0) + 1).collect::<Vec<u32>>()
    };
    let found = match rows_with(&|known| known == word) {
        whole if !whole.is_empty() => whole,
        _ if word.len() >= least => rows_with(&|known| known.starts_with(word)),
        _ => Vec::new(),
    };
    (found.len() == 1).then(|| found[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_of_both_languages_are_known_whole_and_cut_short() {
        let words = Vocabulary::bundled();
        let months =
            [("mars", 3), ("march", 3), ("sept", 9), ("fevr", 2), ("juil", 7), ("aout", 8), ("jan", 1)];
        for (word, month) in months {
            assert_eq!(words.month(word), Some(month), "{word}");
        }
        assert_eq!((words.month("jui"), words.month("ma"), words.month("mardi")), (None, None, None));
        for (word, day) in [("lundi", 1), ("mon", 1), ("mer", 3), ("sunday", 7), ("lun", 1)] {
            assert_eq!(words.weekday(word), Some(day), "{word}");
        }
        assert_eq!(words.ordinals[2], ["third", "troisieme"]);
    }
}
