//! The words of days, hours and programmes of work: the table `[calendar]` of a language file.

use crate::base::table::Table;
use crate::base::text::fold;

/// The words of days, hours and programmes of work. All are folded but those of `to`.
#[derive(Debug, Clone, Default)]
pub struct CalendarWords {
    /// Monday first.
    pub weekdays: Vec<String>,
    /// From one to another: `to`, `à`; in small letters with their accents, because `à` is not `a`.
    pub to: Vec<String>,
    /// `and`, `et`.
    pub and: Vec<String>,
    /// Small words that may occur anywhere in a date or in hours.
    pub small: Vec<String>,
    /// `h`, `hours`.
    pub hours: Vec<String>,
    /// Twelve o’clock.
    pub noon: Vec<String>,
    /// "item", "point".
    pub items: Vec<String>,
    /// "meeting", "séance".
    pub meetings: Vec<String>,
    /// What announces a last day: "deadline", "date limite".
    pub deadlines: Vec<String>,
    /// What shows that it is the last day for tabling: "amendments", "propositions".
    pub tabling: Vec<String>,
    /// The names of the columns of a programme of work.
    pub columns: ColumnNames,
}

/// The names of the columns of a programme of work, folded.
#[derive(Debug, Clone, Default)]
pub struct ColumnNames {
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

impl CalendarWords {
    /// Adds the words of another language, list by list.
    pub fn add(&mut self, mut other: Self) {
        for (all, words) in self.lists_mut().into_iter().zip(other.lists_mut()) {
            all.append(words);
        }
    }

    /// Every list of words.
    fn lists_mut(&mut self) -> [&mut Vec<String>; 15] {
        let Self { weekdays, to, and, small, hours, noon, items, meetings, deadlines, tabling, columns } =
            self;
        let ColumnNames { date, time, meeting, items: item_column, subject } = columns;
        [
            weekdays,
            to,
            and,
            small,
            hours,
            noon,
            items,
            meetings,
            deadlines,
            tabling,
            date,
            time,
            meeting,
            item_column,
            subject,
        ]
    }

    pub(super) fn read(table: &Table<'_>) -> Self {
        let columns = |table: &Table<'_>| ColumnNames {
            date: folded(table, "date"),
            time: folded(table, "time"),
            meeting: folded(table, "meeting"),
            items: folded(table, "items"),
            subject: folded(table, "subject"),
        };
        Self {
            weekdays: folded(table, "weekdays"),
            to: table.texts("to").iter().map(|word| word.to_lowercase()).collect(),
            and: folded(table, "and"),
            small: folded(table, "small"),
            hours: folded(table, "hours"),
            noon: folded(table, "noon"),
            items: folded(table, "items"),
            meetings: folded(table, "meetings"),
            deadlines: folded(table, "deadlines"),
            tabling: folded(table, "tabling"),
            columns: table.table("columns", columns).unwrap_or_default(),
        }
    }
}

fn folded(table: &Table<'_>, key: &str) -> Vec<String> {
    table.texts(key).iter().map(|word| fold(word)).collect()
}
