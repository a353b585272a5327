//! The words of days, hours and programmes of work of all languages together.

use std::sync::LazyLock;

use crate::language::{CalendarWords, LanguageTable, Languages};

/// The words of every language together: a programme of work may mix them. All are folded.
#[derive(Debug, Clone, Default)]
pub struct ProgrammeWords {
    /// Month by month, January first.
    pub months: Vec<Vec<String>>,
    /// Day by day, Monday first.
    pub weekdays: Vec<Vec<String>>,
    /// First, second, third …
    pub ordinals: Vec<Vec<String>>,
    /// What may follow the digits of a number in a row: `th`, `er`.
    pub endings: Vec<String>,
    /// All other words; its days of the week are those of all languages one after another.
    pub pooled: CalendarWords,
}

impl ProgrammeWords {
    /// The words of all languages that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static WORDS: LazyLock<ProgrammeWords> = LazyLock::new(|| {
            let mut words = ProgrammeWords::default();
            Languages::bundled().iter().for_each(|table| words.add(table));
            words
        });
        &WORDS
    }

    fn add(&mut self, table: &LanguageTable) {
        add_rows(&mut self.months, table.months.names.iter().map(std::slice::from_ref));
        add_rows(&mut self.weekdays, table.calendar.weekdays.iter().map(std::slice::from_ref));
        // Of a language without words for programmes only annexes and sections are counted.
        if !table.calendar.weekdays.is_empty() {
            add_rows(&mut self.ordinals, table.ordinals.counted.iter().map(Vec::as_slice));
        }
        self.endings.extend(table.ordinals.endings().map(str::to_owned));
        self.pooled.add(table.calendar.clone());
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

fn add_rows<'a>(rows: &mut Vec<Vec<String>>, words: impl Iterator<Item = &'a [String]>) {
    for (at, words) in words.enumerate() {
        if rows.len() <= at {
            rows.push(Vec::new());
        }
        rows[at].extend(words.iter().cloned());
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
        let words = ProgrammeWords::bundled();
        let months =
            [("mars", 3), ("march", 3), ("sept", 9), ("fevr", 2), ("juil", 7), ("aout", 8), ("jan", 1)];
        for (word, month) in months {
            assert_eq!(words.month(word), Some(month), "{word}");
        }
        assert_eq!((words.month("jui"), words.month("ma"), words.month("mardi")), (None, None, None));
        for (word, day) in [("lundi", 1), ("mon", 1), ("mer", 3), ("sunday", 7), ("lun", 1)] {
            assert_eq!(words.weekday(word), Some(day), "{word}");
        }
        assert_eq!(words.ordinals[2], ["third", "troisieme", "tercero", "tercera", "tercer"]);
    }
}
