//! Speaking lists: who asked for the floor, in the order in which they speak. A list is a note on no passage whose body is a list
//! of Markdown with a mark for each delegation that has had the floor.
//!
//! ```text
//! +++
//! id = "01GTVZ…"
//! at = 2023-03-06T10:44:00-05:00
//! session = 4
//! list = "speakers"
//! since = 2023-03-06T10:52:00-05:00
//! +++
//! - [x] Égypte au nom du Groupe arabe
//! - [ ] France
//! ```
//!
//! `since` is when the last marked delegation was given the floor; without it nobody has the floor. Lines that are no items stay
//! as they are. `meeting` is the meeting the list was begun in, by its number or its hour. `limit-seconds` and `group-limit-seconds` are
//! the speaking times announced for that meeting, where they are not the usual ones.

use chrono::{DateTime, FixedOffset};

use crate::base::Now;
use crate::model::Meeting;
use crate::workspace::Note;
use crate::workspace::intervention::MEETING;
use crate::workspace::statement::TimeLimits;

/// The key that makes a note a list, and its value for a speaking list.
const LIST: (&str, &str) = ("list", "speakers");
/// The key of the moment at which the floor was given.
const SINCE: &str = "since";
/// The keys of the speaking times of a meeting: of States, and of groups.
const LIMITS: (&str, &str) = ("limit-seconds", "group-limit-seconds");
/// The longest speaking time, in seconds.
const LONGEST_SECONDS: u64 = 3600;
const WAITING: &str = "- [ ] ";
const SPOKEN: &str = "- [x] ";

/// A delegation on a speaking list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSpeaker {
    /// The line of the note, from 0.
    pub line: usize,
    /// The name as typed, with those for whom it speaks.
    pub typed: String,
    /// Whether it has or has had the floor.
    pub has_spoken: bool,
}

/// Whether a note is a speaking list.
#[must_use]
pub fn is_speaking_list(note: &Note) -> bool {
    note.extra.get(LIST.0).and_then(toml::Value::as_str) == Some(LIST.1)
}

/// A list of a meeting, which has its number; without a number, its hour.
#[must_use]
pub fn in_meeting(mut note: Note, meeting: &Meeting) -> Note {
    let hour = || meeting.from.map(|from| from.format("%H:%M").to_string().into());
    if let Some(name) = meeting.number.map(|number| i64::from(number).into()).or_else(hour) {
        note.extra.insert(MEETING.to_owned(), name);
    }
    note
}

/// Whether a list may be one of a meeting: it says nothing else.
#[must_use]
pub fn may_be_of(note: &Note, meeting: &Meeting) -> bool {
    let name = |note: &Note| note.extra.get(MEETING).map(ToString::to_string);
    let of_meeting = name(&in_meeting(Note { extra: toml::Table::new(), ..note.clone() }, meeting));
    name(note).is_none() || of_meeting.is_none() || name(note) == of_meeting
}

/// The speaking times announced for the meeting of a list; `None` if none were.
#[must_use]
pub fn limits(note: &Note) -> Option<TimeLimits> {
    let seconds =
        |key: &str| u64::try_from(note.extra.get(key)?.as_integer()?).ok().filter(|seconds| *seconds > 0);
    let state_seconds = seconds(LIMITS.0)?;
    Some(TimeLimits { state_seconds, group_seconds: seconds(LIMITS.1).unwrap_or(state_seconds) })
}

/// The list with the speaking times announced for its meeting, or without any, edited now.
#[must_use]
pub fn with_limits(note: &Note, limits: Option<TimeLimits>, now: &Now) -> Note {
    let mut note = Note { edited: Some(now.stamp()), ..note.clone() };
    let seconds = limits.map(|limits| [(LIMITS.0, limits.state_seconds), (LIMITS.1, limits.group_seconds)]);
    for key in [LIMITS.0, LIMITS.1] {
        note.extra.remove(key);
    }
    for (key, seconds) in seconds.into_iter().flatten() {
        note.extra.insert(key.to_owned(), i64::try_from(seconds).unwrap_or(i64::MAX).into());
    }
    note
}

/// Speaking times as typed, in minutes: `2` for all, `2 4` for States and groups, `1:30`, `2,5`. `None` if they cannot be read or
/// are longer than an hour.
#[must_use]
pub fn typed_limits(text: &str) -> Option<TimeLimits> {
    let is_word = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
    let words = text.split(|c: char| c.is_whitespace() || "/;".contains(c)).filter(|word| !word.is_empty());
    let unit = |word: &str| ["min", "min.", "mn", "minutes", "minute", "'", "’"].contains(&word);
    let words: Vec<&str> = words.filter(|word| !unit(word)).collect();
    let seconds: Vec<u64> =
        words.iter().filter(|word| is_word(word)).map(|word| typed_seconds(word)).collect::<Option<_>>()?;
    match seconds[..] {
        _ if seconds.len() < words.len() => None,
        [all] => Some(TimeLimits { state_seconds: all, group_seconds: all }),
        [state_seconds, group_seconds] => Some(TimeLimits { state_seconds, group_seconds }),
        _ => None,
    }
}

/// A speaking time in minutes, as typed: `2`, `2min`, `1:30`, `2.5`.
fn typed_seconds(word: &str) -> Option<u64> {
    let word = word.trim_end_matches(|c: char| c.is_alphabetic() || "'’".contains(c));
    let number = |digits: &str| digits.parse::<u64>().ok().filter(|number| *number <= LONGEST_SECONDS);
    let seconds = match word.split_once(':') {
        Some((minutes, seconds)) => {
            number(minutes)? * 60 + number(seconds).filter(|seconds| *seconds < 60)?
        }
        None => match word.split_once(['.', ',']) {
            Some((minutes, tenths)) if tenths.len() == 1 => number(minutes)? * 60 + number(tenths)? * 6,
            Some(_) => return None,
            None => number(word)? * 60,
        },
    };
    (1..=LONGEST_SECONDS).contains(&seconds).then_some(seconds)
}

/// An empty list begun now.
#[must_use]
pub fn blank_list(now: &Now, author: &str, session: Option<u32>) -> Note {
    let mut note = Note::new(now, author, "");
    note.session = session;
    note.extra.insert(LIST.0.to_owned(), LIST.1.into());
    note
}

/// The delegations on a list, in its order.
#[must_use]
pub fn listed(note: &Note) -> Vec<ListedSpeaker> {
    let speaker = |(line, text): (usize, &str)| {
        let (has_spoken, typed) = item(text)?;
        Some(ListedSpeaker { line, typed: typed.to_owned(), has_spoken })
    };
    note.text.lines().enumerate().filter_map(speaker).collect()
}

/// Whether the delegation of a line has had the floor, and its name; `None` if the line is no item.
fn item(line: &str) -> Option<(bool, &str)> {
    let line = line.trim();
    let spoken = line.strip_prefix(SPOKEN).or_else(|| line.strip_prefix("- [X] "));
    let found = spoken.map(|typed| (true, typed)).or_else(|| Some((false, line.strip_prefix(WAITING)?)))?;
    let typed = found.1.trim();
    (!typed.is_empty()).then_some((found.0, typed))
}

/// When the floor was given to the last delegation that has had it; `None` if nobody has it.
#[must_use]
pub fn floor_since(note: &Note) -> Option<DateTime<FixedOffset>> {
    let moment = note.extra.get(SINCE)?.as_datetime()?.to_string();
    DateTime::parse_from_rfc3339(&moment).ok()
}

/// The names in a text that was typed or pasted: one a line, or several with commas or semicolons between them. Numbers and marks
/// of lists before a name are left out; what is in parentheses stays with the name before it.
#[must_use]
pub fn split_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in text.lines() {
        let mut depth = 0_usize;
        let pieces = line.split(|c: char| {
            depth = match c {
                '(' => depth + 1,
                ')' => depth.saturating_sub(1),
                _ => depth,
            };
            depth == 0 && ",;\t".contains(c)
        });
        let bare = pieces.map(without_number).filter(|name| name.contains(char::is_alphabetic));
        names.extend(bare.map(str::to_owned));
    }
    names
}

/// A name without the number or the mark of a list before it: "3. France", "- [ ] France".
fn without_number(text: &str) -> &str {
    let text = text.trim().trim_end_matches('.');
    if let Some((_, typed)) = item(text) {
        return typed;
    }
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked = bare.strip_prefix(['.', ')']).filter(|_| bare.len() < text.len());
    let mark = |text: &'_ str| text.strip_prefix(['-', '*', '•', '–']).map(str::trim_start).map(str::len);
    let rest = marked.unwrap_or(text).trim_start();
    mark(rest).map_or(rest, |length| &rest[rest.len() - length..])
}

/// The list with more names at its end, edited now.
#[must_use]
pub fn with_speakers(note: &Note, names: &[String], now: &Now) -> Note {
    let mut text = note.text.trim_end().to_owned();
    for name in names {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(WAITING);
        text.push_str(name);
    }
    note.with_text(text, now)
}

/// The list after the delegation of a line was given the floor now. It moves up behind the last that has had it, so that the marked
/// ones are in the order in which they spoke.
#[must_use]
pub fn with_floor(note: &Note, line: usize, now: &Now) -> Note {
    let mut lines: Vec<String> = note.text.lines().map(str::to_owned).collect();
    if line >= lines.len() {
        return note.clone();
    }
    let speaker = lines.remove(line);
    let typed = item(&speaker).map_or(speaker.trim(), |(_, typed)| typed).to_owned();
    let last = lines.iter().rposition(|line| item(line).is_some_and(|(has_spoken, _)| has_spoken));
    let first = lines.iter().position(|line| item(line).is_some()).unwrap_or(0);
    lines.insert(last.map_or(first, |last| last + 1).min(lines.len()), format!("{SPOKEN}{typed}"));
    let mut note = note.with_text(lines.join("\n"), now);
    let since = now.stamp().format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    if let Ok(since) = since.parse::<toml::value::Datetime>() {
        note.extra.insert(SINCE.to_owned(), since.into());
    }
    note
}

/// The list after nobody has the floor any more, edited now.
#[must_use]
pub fn without_floor(note: &Note, now: &Now) -> Note {
    let mut note = Note { edited: Some(now.stamp()), ..note.clone() };
    note.extra.remove(SINCE);
    note
}

/// The list without the delegation of a line, edited now.
#[must_use]
pub fn without_speaker(note: &Note, line: usize, now: &Now) -> Note {
    let lines = note.text.lines().enumerate().filter(|(at, _)| *at != line).map(|(_, text)| text);
    note.with_text(lines.collect::<Vec<_>>().join("\n"), now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(second: u32) -> Now {
        let instant = format!("2023-03-06T10:44:{second:02}-05:00").parse().expect("a moment");
        Now::new(instant, [7; 10])
    }

    #[test]
    fn pasted_lists_are_cut_into_names() {
        for (text, names) in [
            ("fr, de; ca", vec!["fr", "de", "ca"]),
            (
                "1. Egypt (on behalf of the Arab Group)\n2) France\n\n 3. Iran",
                vec!["Egypt (on behalf of the Arab Group)", "France", "Iran"],
            ),
            ("- Chile\n* Peru\n• Cuba.", vec!["Chile", "Peru", "Cuba"]),
            ("- [ ] Chile\n- [x] Peru", vec!["Chile", "Peru"]),
            ("Jamaica (CARICOM, AOSIS), Kenya", vec!["Jamaica (CARICOM, AOSIS)", "Kenya"]),
            ("G77\n12 États", vec!["G77", "12 États"]),
            (" , \n 3.", vec![]),
        ] {
            assert_eq!(split_names(text), names, "{text:?}");
        }
    }

    #[test]
    fn the_floor_goes_from_one_to_the_next_and_is_kept_in_the_note() {
        let names = ["Egypt", "France", "Peru"].map(str::to_owned);
        let list = with_speakers(&blank_list(&now(0), "Roy", Some(4)), &names, &now(1));
        assert_eq!(list.text, "- [ ] Egypt\n- [ ] France\n- [ ] Peru");
        let list = with_floor(&with_floor(&list, 0, &now(2)), 2, &now(9));
        assert_eq!(list.text, "- [x] Egypt\n- [x] Peru\n- [ ] France", "Peru spoke before France");
        assert_eq!(floor_since(&list), Some(now(9).stamp()));
        let list = without_speaker(&without_floor(&list, &now(10)), 2, &now(11));
        assert_eq!((list.text.as_str(), floor_since(&list)), ("- [x] Egypt\n- [x] Peru", None));
        assert!(is_speaking_list(&list) && listed(&list).iter().all(|speaker| speaker.has_spoken));
    }

    #[test]
    fn speaking_times_are_typed_in_minutes() {
        let limits = |state_seconds, group_seconds| Some(TimeLimits { state_seconds, group_seconds });
        for (text, read) in [
            ("2", limits(120, 120)),
            ("2 min", limits(120, 120)),
            ("2min", limits(120, 120)),
            ("2 4", limits(120, 240)),
            ("2 / 4 minutes", limits(120, 240)),
            ("1:30", limits(90, 90)),
            ("2,5 5", limits(150, 300)),
            ("0", None),
            ("61", None),
            ("1:75", None),
            ("two", None),
            ("1 2 3", None),
            ("99999999999999999999", None),
            ("", None),
        ] {
            assert_eq!(typed_limits(text), read, "{text:?}");
        }
    }

    #[test]
    fn speaking_times_are_kept_in_the_list_and_taken_out_again() {
        let list = blank_list(&now(0), "Roy", Some(4));
        let times = TimeLimits { state_seconds: 120, group_seconds: 240 };
        let limited = with_limits(&list, Some(times), &now(1));
        assert_eq!((limits(&list), limits(&limited)), (None, Some(times)));
        assert_eq!(limits(&with_limits(&limited, None, &now(2))), None);
    }

    #[test]
    fn other_lines_of_the_note_stay() {
        let mut list = blank_list(&now(0), "Roy", Some(4));
        list.text = "Item 5\n- [ ] Egypt\nlunch\n- [ ] France".to_owned();
        let list = with_floor(&list, 3, &now(2));
        assert_eq!(list.text, "Item 5\n- [x] France\n- [ ] Egypt\nlunch");
        assert_eq!(listed(&list).len(), 2);
    }
}
