//! The regular sessions of the General Assembly, from `data/assembly.toml`, read once.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::base::Error;
use crate::base::table::{self, Messages};

/// The opening days of its sessions.
#[derive(Debug, Clone, Default)]
pub struct AssemblySessions {
    /// The number of the first session.
    first: u32,
    openings: Vec<NaiveDate>,
}

static BUNDLED: LazyLock<AssemblySessions> = LazyLock::new(|| {
    AssemblySessions::parse(include_str!("../../data/assembly.toml")).expect("a test reads the bundled days")
});

const MESSAGES: Messages = Messages {
    syntax: "language-syntax",
    unknown_key: "language-key",
    missing_key: "language-missing",
    value: "language-value",
};

impl AssemblySessions {
    /// Those that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads a file of opening days.
    ///
    /// # Errors
    /// All errors of the file, each with `file` and `line`, as those of a language file.
    pub fn parse(text: &str) -> Result<Self, Vec<Error>> {
        let (sessions, errors) = table::read("assembly.toml", text, &MESSAGES, |root| {
            root.require(&["first", "openings"]);
            let openings = root.texts("openings").iter().filter_map(|day| day.parse().ok()).collect();
            Self { first: root.count("first").unwrap_or_default(), openings }
        });
        if errors.is_empty() { Ok(sessions) } else { Err(errors) }
    }

    /// The day a session opens; `None` if it is not in the list.
    #[must_use]
    pub fn opening(&self, number: u32) -> Option<NaiveDate> {
        self.openings.get(number.checked_sub(self.first)? as usize).copied()
    }

    /// The last day of a session: the one before the next session opens.
    #[must_use]
    pub fn closing(&self, number: u32) -> Option<NaiveDate> {
        self.opening(number.checked_add(1)?)?.pred_opt()
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Days, Weekday};

    use super::*;

    #[test]
    fn the_days_are_those_of_rule_1() {
        let sessions = AssemblySessions::bundled();
        for number in 58..=110 {
            let opening = sessions.opening(number).expect("in the list");
            let september = opening.with_day(1).unwrap();
            let first_working = (0..3)
                .filter_map(|days| september.checked_add_days(Days::new(days)))
                .find(|day| day.weekday().num_days_from_monday() < 5)
                .unwrap();
            let weeks = if number < 78 { 2 } else { 1 };
            let monday = Days::new(first_working.weekday().num_days_from_monday().into());
            let tuesday = first_working.checked_sub_days(monday).unwrap() + Days::new(7 * weeks + 1);
            assert_eq!((opening, opening.weekday()), (tuesday, Weekday::Tue), "{number}");
        }
    }

    #[test]
    fn sessions_open_on_the_days_they_did() {
        let opened = [
            (72, "2017-09-12"),
            (75, "2020-09-15"),
            (78, "2023-09-05"),
            (79, "2024-09-10"),
            (80, "2025-09-09"),
        ];
        for (number, day) in opened {
            assert_eq!(AssemblySessions::bundled().opening(number), day.parse().ok());
        }
        assert_eq!(AssemblySessions::bundled().closing(79), "2025-09-08".parse().ok());
        assert_eq!(AssemblySessions::bundled().opening(57), None);
    }
}
