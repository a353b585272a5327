//! What was exported of each event of the calendar so far, so that calendar programs take a changed event: its sequence rises
//! with every change, and its stamp never goes back.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

/// The last issue of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The lines of the event in the exported file, without sequence and stamp.
    pub lines: String,
    /// How often the event has changed since it was first exported.
    pub sequence: u32,
    /// The stamp, in UTC.
    pub stamp: DateTime<Utc>,
}

/// The last issue of every event exported so far, by the id of the event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IssuedEvents(pub BTreeMap<String, Issue>);

impl IssuedEvents {
    /// Takes over an event that is exported now, with its lines. A new event has the stamp `first`; a changed one the moment
    /// of the export, or its stamp so far if that is later.
    pub fn issue(&mut self, uid: &str, lines: String, first: DateTime<Utc>, now: DateTime<Utc>) {
        let issue = match self.0.get(uid) {
            Some(before) if before.lines == lines => return,
            Some(before) => {
                Issue { lines, sequence: before.sequence.saturating_add(1), stamp: before.stamp.max(now) }
            }
            None => Issue { lines, sequence: 0, stamp: first },
        };
        self.0.insert(uid.to_owned(), issue);
    }

    /// Takes over what somebody else exported: of two issues of an event the one with the higher sequence; of two with the same
    /// one, that with the later stamp.
    pub fn merge(&mut self, others: Self) {
        for (uid, other) in others.0 {
            let is_later = |own: &Issue| (other.sequence, other.stamp) > (own.sequence, own.stamp);
            if self.0.get(&uid).is_none_or(is_later) {
                self.0.insert(uid, other);
            }
        }
    }

    /// The last issue of an event; `None` if it was never exported.
    #[must_use]
    pub fn of(&self, uid: &str) -> Option<&Issue> {
        self.0.get(uid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_issues_of_two_people_the_last_one_counts() {
        let issue = |lines: &str, sequence, stamp: &str| Issue {
            lines: lines.to_owned(),
            sequence,
            stamp: stamp.parse().unwrap(),
        };
        let (early, late) = ("2023-03-01T10:00:00Z", "2023-03-02T10:00:00Z");
        let ours =
            [("a", issue("ours", 1, late)), ("b", issue("ours", 2, early)), ("c", issue("ours", 1, early))];
        let theirs = [
            ("a", issue("theirs", 2, early)),
            ("b", issue("theirs", 1, late)),
            ("c", issue("theirs", 1, late)),
        ];
        let events = |issues: [(&str, Issue); 3]| {
            IssuedEvents(issues.map(|(uid, issue)| (uid.to_owned(), issue)).into())
        };
        let mut all = events(ours);
        all.merge(events(theirs));
        assert_eq!(
            all.0.values().map(|issue| issue.lines.as_str()).collect::<Vec<_>>(),
            ["theirs", "ours", "theirs"]
        );
    }

    #[test]
    fn a_change_raises_the_sequence_and_never_lowers_the_stamp() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let mut issued = IssuedEvents::default();
        let mut issue = |lines: &str, first, now| {
            issued.issue("meeting-4-1", lines.to_owned(), at(first), at(now));
            let issue = issued.of("meeting-4-1").unwrap();
            (issue.sequence, issue.stamp)
        };
        let first = "2023-07-24T00:00:00Z";
        assert_eq!(issue("24 July", first, "2023-03-01T10:00:00Z"), (0, at(first)));
        assert_eq!(issue("24 July", first, "2023-08-01T10:00:00Z"), (0, at(first)), "the same event");
        let earlier = "2023-03-20T00:00:00Z";
        assert_eq!(issue("20 March", earlier, "2023-03-03T10:00:00Z"), (1, at(first)), "brought forward");
        let later = "2023-08-03T10:00:00Z";
        assert_eq!(issue("1 September", "2023-09-01T00:00:00Z", later), (2, at(later)));
    }
}
