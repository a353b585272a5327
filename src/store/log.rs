//! The tracker's logs: one act per line, checked, only ever added to, each author in a file of their own.
//!
//! ```text
//! {"v":1,"id":"01GT…","at":"2023-03-06T10:44:00-05:00","author":"roy","step":"A/77/275:annex/E/next/2",
//!  "session":4,"deed":"set","status":"discussed","sum":"91b3…"}        (on one line)
//! ```
//! The sum is over all that stands before `,"sum"`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use chrono::DateTime;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::base::{Error, Id, Result, text::fold};
use crate::model::Reference;
use crate::store::{checksum, file};
use crate::workspace::{Act, Broken, Deed, Mark, Status};

/// The version of the lines written.
const VERSION: u64 = 1;
/// No log of honest work comes near this.
const LIMIT: u64 = 256 << 20;
/// So much of a log is read at a time.
const PIECE_BYTES: usize = 256 << 10;
const SUM: &str = ",\"sum\":\"";
const SUM_DIGITS: usize = 16;

/// The name of an author's log: `marie-roy.log`.
#[must_use]
pub fn file_name(author: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let words: String = fold(author).chars().take(40).map(plain).collect();
    let slug: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    if slug.is_empty() { "author.log".to_owned() } else { slug.join("-") + ".log" }
}

/// An act as a line of a log, without its line end.
#[must_use]
pub fn write(act: &Act) -> String {
    let mut fields = Map::new();
    let mut put = |key: &str, value: Value| fields.insert(key.to_owned(), value);
    put("v", json!(VERSION));
    put("id", json!(act.id.to_string()));
    put("at", json!(act.at.to_rfc3339()));
    put("author", json!(&*act.author));
    put("step", json!(act.step.to_string()));
    if let Some(topic) = &act.topic {
        put("topic", json!(&**topic));
    }
    put("session", json!(act.session));
    match &act.deed {
        Deed::Set(mark) => {
            put("deed", json!("set"));
            put("status", json!(mark.status.name()));
            let evidence = mark.evidence.as_ref().map(ToString::to_string);
            let said = [("remark", &mark.remark), ("evidence", &evidence), ("meeting", &mark.meeting)];
            for (key, value) in said {
                value.iter().for_each(|value| {
                    put(key, json!(value));
                });
            }
        }
        Deed::Undo { act } => {
            put("deed", json!("undo"));
            put("act", json!(act.to_string()));
        }
    }
    let mut line = Value::Object(fields).to_string();
    line.pop();
    let sum = checksum::of(line.as_bytes());
    format!("{line}{SUM}{sum:016x}\"}}")
}

/// Reads a line of a log.
///
/// # Errors
/// `log-line-broken` when it is not whole or was altered, `log-line-unknown` when it is whole, but of a
/// later version of the program.
pub fn read(line: &str) -> Result<Act> {
    Known::default().read(line)
}

/// The fields of a line; those not known here are somebody else's business.
#[derive(Deserialize)]
struct Line<'a> {
    v: u64,
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    at: Cow<'a, str>,
    #[serde(borrow)]
    author: Cow<'a, str>,
    #[serde(borrow)]
    step: Cow<'a, str>,
    #[serde(borrow)]
    topic: Option<Cow<'a, str>>,
    session: u32,
    #[serde(borrow)]
    deed: Cow<'a, str>,
    #[serde(borrow)]
    status: Option<Cow<'a, str>>,
    remark: Option<String>,
    #[serde(borrow)]
    evidence: Option<Cow<'a, str>>,
    meeting: Option<String>,
    #[serde(borrow)]
    act: Option<Cow<'a, str>>,
}

/// The passages and words read so far: logs name the same few over and over.
#[derive(Default)]
struct Known {
    passages: HashMap<String, Arc<Reference>>,
    words: HashMap<String, Arc<str>>,
}

impl Known {
    fn read(&mut self, line: &str) -> Result<Act> {
        let broken = || Error::broken("log-line-broken");
        let at = line.len().checked_sub(SUM.len() + SUM_DIGITS + 2).ok_or_else(broken)?;
        let (checked, rest) = line.split_at_checked(at).ok_or_else(broken)?;
        let sum = rest.strip_prefix(SUM).and_then(|rest| rest.strip_suffix("\"}"));
        let sum = sum.and_then(|sum| u64::from_str_radix(sum, 16).ok()).ok_or_else(broken)?;
        if sum != checksum::of(checked.as_bytes()) {
            return Err(broken());
        }
        let unknown = || Error::broken("log-line-unknown");
        let fields: Line<'_> =
            serde_json::from_str(line).map_err(|error| if error.is_data() { unknown() } else { broken() })?;
        self.act(fields).ok_or_else(unknown)
    }

    fn passage(&mut self, text: &str) -> Option<Arc<Reference>> {
        if let Some(known) = self.passages.get(text) {
            return Some(known.clone());
        }
        let passage: Arc<Reference> = Arc::new(text.parse().ok()?);
        self.passages.insert(text.to_owned(), passage.clone());
        Some(passage)
    }

    fn word(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.words.get(text) {
            return known.clone();
        }
        let word: Arc<str> = text.into();
        self.words.insert(text.to_owned(), word.clone());
        word
    }

    fn act(&mut self, line: Line<'_>) -> Option<Act> {
        if line.v != VERSION {
            return None;
        }
        let deed = match line.deed.as_ref() {
            "set" => Deed::Set(Mark {
                status: Status::from_name(line.status.as_deref()?)?,
                remark: line.remark,
                evidence: match line.evidence {
                    Some(text) => Some(self.passage(&text)?),
                    None => None,
                },
                meeting: line.meeting,
            }),
            "undo" => Deed::Undo { act: line.act.as_deref()?.parse::<Id>().ok()? },
            _ => return None,
        };
        Some(Act {
            id: line.id.parse().ok()?,
            at: DateTime::parse_from_rfc3339(&line.at).ok()?,
            author: self.word(&line.author),
            step: self.passage(&line.step)?,
            topic: line.topic.map(|topic| self.word(&topic)),
            session: line.session,
            deed,
        })
    }
}

/// Reads all logs of a folder. A line that cannot be read is set aside with its number; the others count.
#[must_use]
pub fn load(folder: &Path) -> (Vec<Act>, Vec<Broken>) {
    let (mut acts, mut broken) = (Vec::new(), Vec::new());
    let mut names = file::names(folder).unwrap_or_else(|error| {
        let error = file::shown_as(error, "tracker");
        broken.push(Broken { file: "tracker".to_owned(), error });
        Vec::new()
    });
    names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "log"));
    let mut logs: Vec<(String, Vec<u8>)> = Vec::with_capacity(names.len());
    for name in names {
        let shown = format!("tracker/{}", file::shown(Path::new(&name)));
        match file::bytes(&folder.join(&name), LIMIT) {
            Ok(bytes) => logs.push((shown, bytes.unwrap_or_default())),
            Err(error) => broken.push(Broken { error: file::shown_as(error, &shown), file: shown }),
        }
    }
    let pieces = pieces(&logs);
    let (mut log, mut line) = (0, 1);
    let read = read_pieces(&pieces);
    acts.reserve(read.iter().map(|lines| lines.acts.len()).sum());
    for ((of, _), lines) in pieces.iter().zip(read) {
        if *of != log {
            (log, line) = (*of, 1);
        }
        acts.extend(lines.acts);
        broken.extend(lines.broken.into_iter().map(|(at, error)| {
            let file = logs[log].0.clone();
            Broken { error: error.with("file", &file).with("line", line + at), file }
        }));
        line += lines.count;
    }
    (acts, broken)
}

/// The logs in pieces of whole lines, each with the place of its log: lines know nothing of each other, so any
/// processor may read any piece.
fn pieces(logs: &[(String, Vec<u8>)]) -> Vec<(usize, &[u8])> {
    let mut pieces = Vec::new();
    for (log, (_, bytes)) in logs.iter().enumerate() {
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            let from = rest.len().min(PIECE_BYTES);
            let end = rest[from..].iter().position(|byte| *byte == b'\n');
            let (piece, after) = rest.split_at(end.map_or(rest.len(), |end| from + end + 1));
            pieces.push((log, piece));
            rest = after;
        }
    }
    pieces
}

/// Reads each piece, as many at once as there are processors; in the order of the pieces.
fn read_pieces(pieces: &[(usize, &[u8])]) -> Vec<Lines> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let share = pieces.len().div_ceil(processors).max(1);
    thread::scope(|scope| {
        let shares: Vec<_> = pieces
            .chunks(share)
            .map(|pieces| {
                scope.spawn(|| {
                    let mut known = Known::default();
                    pieces.iter().map(|(_, bytes)| Lines::of(bytes, &mut known)).collect::<Vec<_>>()
                })
            })
            .collect();
        let read = shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| resume_unwind(panic)));
        read.flatten().collect()
    })
}

/// What some lines of a log say.
#[derive(Default)]
struct Lines {
    acts: Vec<Act>,
    /// What could not be read, by its line counted from 0.
    broken: Vec<(usize, Error)>,
    /// How many ends of lines there are.
    count: usize,
}

impl Lines {
    fn of(bytes: &[u8], known: &mut Known) -> Self {
        let mut lines = Self::default();
        match std::str::from_utf8(bytes) {
            Ok(text) => text.split('\n').enumerate().for_each(|(at, line)| lines.line(at, Some(line), known)),
            // Only the lines that are no text are broken.
            Err(_) => bytes
                .split(|byte| *byte == b'\n')
                .map(|line| std::str::from_utf8(line).ok())
                .enumerate()
                .for_each(|(at, line)| lines.line(at, line, known)),
        }
        lines
    }

    fn line(&mut self, at: usize, line: Option<&str>, known: &mut Known) {
        self.count = at;
        let line = line.map(str::trim_ascii);
        if line == Some("") {
            return;
        }
        match line.ok_or_else(|| Error::broken("log-line-broken")).and_then(|line| known.read(line)) {
            Ok(act) => self.acts.push(act),
            Err(error) => self.broken.push((at, error)),
        }
    }
}

/// Adds an act to its author's log.
///
/// # Errors
/// As [`file::append_line`].
pub fn append(folder: &Path, act: &Act) -> Result<()> {
    file::folder(folder)?;
    file::append_line(&folder.join(file_name(&act.author)), &write(act))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use crate::workspace::Tracker;
    use proptest::prelude::*;

    fn act(millis: i64, author: &str, remark: Option<String>, topic: Option<String>) -> Act {
        let instant = DateTime::from_timestamp_millis(millis).unwrap().fixed_offset();
        let step = "A/77/275:annex/E/next/2".parse().unwrap();
        let now = Now::new(instant, [3; 10]);
        let evidence = remark.is_some().then(|| Arc::new("A/RES/78/237:op/4".parse().unwrap()));
        let mark = Mark { status: Status::CarriedOver, meeting: remark.clone(), remark, evidence };
        Tracker::default().set((&step, topic.as_deref(), 4), mark, author, &now)
    }

    proptest! {
        #[test]
        fn an_act_stands_on_one_line_and_reads_back(
            millis in 0i64..4_000_000_000_000, author in any::<String>(),
            remark in any::<Option<String>>(), topic in any::<Option<String>>(), undo in any::<bool>(),
        ) {
            let mut act = act(millis, &author, remark, topic);
            if undo {
                act.deed = Deed::Undo { act: act.id };
            }
            let line = write(&act);
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(read(&line).unwrap(), act);
        }

        #[test]
        fn an_altered_line_is_not_believed(at in 0usize..200, byte in b' '..b'~') {
            let line = write(&act(1, "roy", Some("d’accord".into()), None));
            let mut altered = line.clone().into_bytes();
            let at = at % altered.len();
            prop_assume!(altered[at] != byte && !altered[at].eq_ignore_ascii_case(&byte));
            altered[at] = byte;
            prop_assert!(std::str::from_utf8(&altered).is_err() || read(std::str::from_utf8(&altered).unwrap()).is_err());
        }

        #[test]
        fn any_line_is_read_or_refused(line in "[{}\":,a-z0-9]{0,60}") {
            let _ = read(&line);
        }

        #[test]
        fn a_log_has_a_safe_name(author in any::<String>()) {
            let name = file_name(&author);
            prop_assert!(name.len() < 250 && !name.starts_with(['.', '-']) && !name.contains(['/', '\\', ':']), "{}", name);
        }
    }

    #[test]
    fn authors_have_logs_they_recognise() {
        for (author, name) in [
            ("Marie Roy", "marie-roy.log"),
            ("M. Œuvrard-Ñandú", "m-oeuvrard-nandu.log"),
            ("李", "李.log"),
            ("../..", "author.log"),
            ("", "author.log"),
        ] {
            assert_eq!(file_name(author), name);
        }
    }

    #[test]
    fn a_long_log_is_read_whole_and_every_broken_line_is_told_by_its_own_number() {
        let home = tempfile::tempdir().unwrap();
        let line = write(&act(7, "roy", Some("x".repeat(200)), None));
        let count = 3 * PIECE_BYTES / line.len();
        let mut log = String::new();
        for number in 1..=count {
            log.push_str(if number % 700 == 0 { "torn" } else { &line });
            log.push('\n');
        }
        file::write(&home.path().join("roy.log"), log.as_bytes()).unwrap();
        let (acts, broken) = load(home.path());
        assert_eq!((acts.len(), broken.len()), (count - count / 700, count / 700));
        for (nth, broken) in (1..).zip(&broken) {
            let said = format!(r#"log-line-broken file="tracker/roy.log" line="{}""#, nth * 700);
            assert_eq!(broken.error.to_string(), said);
        }
    }

    #[test]
    fn torn_and_foreign_lines_are_set_aside_and_all_others_count() {
        let home = tempfile::tempdir().unwrap();
        let log = home.path().join("roy.log");
        append(home.path(), &act(1, "roy", None, None)).unwrap();
        let whole = write(&act(2, "roy", None, None));
        file::append_line(&log, &whole[..40]).unwrap();
        file::append_line(&log, &whole.replace("carried-over", "agreed")).unwrap();
        let later = whole.split(SUM).next().unwrap().replace("\"v\":1", "\"v\":2");
        file::append_line(&log, &format!("{later}{SUM}{:016x}\"}}", checksum::of(later.as_bytes()))).unwrap();
        file::append_line(&log, &format!("{whole}\r")).unwrap();
        file::write(&home.path().join("li.log"), b"\xff\xfe\n").unwrap();
        file::write(&home.path().join("notes.txt"), b"mine").unwrap();
        let (acts, broken) = load(home.path());
        assert_eq!(acts.len(), 2);
        let said: Vec<String> = broken.iter().map(|broken| broken.error.to_string()).collect();
        assert_eq!(
            said,
            [
                r#"log-line-broken file="tracker/li.log" line="1""#,
                r#"log-line-broken file="tracker/roy.log" line="2""#,
                r#"log-line-broken file="tracker/roy.log" line="3""#,
                r#"log-line-unknown file="tracker/roy.log" line="4""#,
            ]
        );
    }
}
