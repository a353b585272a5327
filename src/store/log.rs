//! The logs of the tracker: append-only JSON lines with a checksum, one file per author and machine.
//!
//! Every `.log` file of the folder is read, whatever its name: those of earlier versions, without a machine, and the copies
//! that other programs make. An act that is in several counts once.

mod line;

use std::path::Path;

use crate::base::checksum;
use crate::base::text::fold;
use crate::base::{Error, Result};
use crate::store::machine::Machine;
use crate::store::parallel::in_shares;
use crate::store::{WritePath, file};
use crate::workspace::{Act, Broken};

pub use line::{read, write};

/// Longer files are not logs (256 MiB).
const LIMIT: u64 = 256 << 20;
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// So many bytes of a log are read by one thread at a time.
const PIECE_BYTES: usize = 256 << 10;

/// The name of an author's log on a machine: `marie-roy-5f0c2a91-k7m2q9xa.log`. The checksum of the author's name is left
/// out if the name can be read from the file name as it is: `roy-k7m2q9xa.log`.
#[must_use]
pub fn file_name(author: &str, machine: &Machine) -> String {
    format!("{}.log", file_stem(author, machine))
}

/// The name of a file that only an author on a machine writes, without an ending: see [`file_name`].
#[must_use]
pub fn file_stem(author: &str, machine: &Machine) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let words: String = fold(author).chars().take(40).map(plain).collect();
    let slug: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    let slug = if slug.is_empty() { "author".to_owned() } else { slug.join("-") };
    let is_whole = slug == author;
    let sum = checksum::of(author.as_bytes()) & 0xffff_ffff;
    let sum = if is_whole { String::new() } else { format!("-{sum:08x}") };
    format!("{slug}{sum}-{machine}")
}

/// A log as it was read.
struct Log {
    /// Its path inside the workspace.
    shown: String,
    bytes: Vec<u8>,
}

/// Some whole lines of a log.
struct LogPiece<'a> {
    /// Which log.
    log: usize,
    bytes: &'a [u8],
}

/// Reads all logs of a folder. A line that cannot be read is reported with its number; the others count.
#[must_use]
pub fn load(folder: &Path) -> (Vec<Act>, Vec<Broken>) {
    let (mut acts, mut broken) = (Vec::new(), Vec::new());
    let mut names = file::names(folder).unwrap_or_else(|error| {
        let error = file::shown_as(error, "tracker");
        broken.push(Broken { file: "tracker".to_owned(), error });
        Vec::new()
    });
    names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "log"));
    let mut logs: Vec<Log> = Vec::with_capacity(names.len());
    for name in names {
        let shown = format!("tracker/{}", file::shown(Path::new(&name)));
        match file::bytes(&folder.join(&name), LIMIT) {
            Ok(bytes) => logs.push(Log { shown, bytes: bytes.unwrap_or_default() }),
            Err(error) => broken.push(Broken { error: file::shown_as(error, &shown), file: shown }),
        }
    }
    let pieces = pieces(&logs);
    let (mut log, mut line) = (0, 1);
    let read = read_pieces(&pieces);
    acts.reserve(read.iter().map(|lines| lines.acts.len()).sum());
    for (piece, lines) in pieces.iter().zip(read) {
        if piece.log != log {
            (log, line) = (piece.log, 1);
        }
        acts.extend(lines.acts);
        broken.extend(lines.broken.into_iter().map(|(at, error)| {
            let file = logs[log].shown.clone();
            Broken { error: error.with("file", &file).with("line", line + at), file }
        }));
        line += lines.count;
    }
    (acts, broken)
}

/// The logs in pieces of whole lines. Lines do not depend on each other, so any processor may read any piece.
fn pieces(logs: &[Log]) -> Vec<LogPiece<'_>> {
    let mut pieces = Vec::new();
    for (log, read) in logs.iter().enumerate() {
        let bytes = read.bytes.as_slice();
        let mut rest = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        while !rest.is_empty() {
            let from = rest.len().min(PIECE_BYTES);
            let end = rest[from..].iter().position(|byte| *byte == b'\n');
            let (piece, after) = rest.split_at(end.map_or(rest.len(), |end| from + end + 1));
            pieces.push(LogPiece { log, bytes: piece });
            rest = after;
        }
    }
    pieces
}

/// Reads each piece, as many at once as there are processors; in the order of the pieces.
fn read_pieces(pieces: &[LogPiece<'_>]) -> Vec<LogLines> {
    let read = |pieces: &[LogPiece<'_>]| -> Vec<LogLines> {
        let mut known = line::Known::default();
        pieces.iter().map(|piece| LogLines::of(piece.bytes, &mut known)).collect()
    };
    in_shares(pieces, 1, &read)
}

/// What was read from some lines of a log.
#[derive(Default)]
struct LogLines {
    acts: Vec<Act>,
    /// What could not be read, with the number of its line, counted from 0.
    broken: Vec<(usize, Error)>,
    /// How many line ends there are.
    count: usize,
}

impl LogLines {
    fn of(bytes: &[u8], known: &mut line::Known) -> Self {
        let mut lines = Self::default();
        match std::str::from_utf8(bytes) {
            Ok(text) => text.split('\n').enumerate().for_each(|(at, line)| lines.line(at, Some(line), known)),
            // Only the lines that are not UTF-8 are broken.
            Err(_) => bytes
                .split(|byte| *byte == b'\n')
                .map(|line| std::str::from_utf8(line).ok())
                .enumerate()
                .for_each(|(at, line)| lines.line(at, line, known)),
        }
        lines
    }

    fn line(&mut self, at: usize, line: Option<&str>, known: &mut line::Known) {
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

/// Appends an act to the log of its author on this machine.
///
/// # Errors
/// As [`file::append_line`].
pub fn append(folder: impl Into<WritePath>, act: &Act, machine: &Machine) -> Result<()> {
    let folder = folder.into();
    file::folder(&folder)?;
    file::append_line(&folder.join(file_name(&act.author, machine)), &write(act))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use crate::workspace::{ActTarget, Action, Mark, RemarkAccess, Status, Tracker};
    use chrono::DateTime;
    use line::SUM;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn act(millis: i64, author: &str, remark: Option<String>, topic: Option<String>) -> Act {
        let instant = DateTime::from_timestamp_millis(millis).unwrap().fixed_offset();
        let step = "A/77/275:annex/E/next/2".parse().unwrap();
        let now = Now::new(instant, [3; 10]);
        let evidence = remark.is_some().then(|| Arc::new("A/RES/78/237:op/4".parse().unwrap()));
        let access = match millis % 3 {
            0 => RemarkAccess::Open,
            1 => RemarkAccess::Restricted,
            _ => RemarkAccess::Withheld,
        };
        let mark = Mark { access, status: Status::CarriedOver, meeting: remark.clone(), remark, evidence };
        let target = ActTarget { step: &step, topic: topic.as_deref(), session: 4 };
        Tracker::default().set(target, mark, author, &now)
    }

    proptest! {
        #[test]
        fn an_act_is_one_line_and_is_read_back(
            millis in 0i64..4_000_000_000_000, author in any::<String>(),
            remark in any::<Option<String>>(), topic in any::<Option<String>>(), undo in any::<bool>(),
        ) {
            let mut act = act(millis, &author, remark, topic);
            if undo {
                act.action = Action::Undo { act: act.id };
            }
            let line = write(&act);
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(read(&line).unwrap(), act);
        }

        #[test]
        fn an_altered_line_is_refused(at in 0usize..200, byte in b' '..b'~') {
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
            let name = file_name(&author, &machine());
            prop_assert!(name.len() < 250 && !name.starts_with(['.', '-']) && !name.contains(['/', '\\', ':']), "{}", name);
        }

        #[test]
        fn two_authors_have_two_logs(start in "[a-zé -]{0,60}", one in "[A-Za-z .é-]{0,6}", other in "[A-Za-z .é-]{0,6}") {
            prop_assume!(one != other);
            let name = |end: &str| file_name(&format!("{start}{end}"), &machine());
            prop_assert_ne!(name(&one), name(&other));
        }
    }

    fn machine() -> Machine {
        "k7m2q9xa".parse().unwrap()
    }

    #[test]
    fn the_log_of_an_author_has_a_recognisable_name() {
        for (author, start) in [
            ("roy", "roy-k7m2q9xa.log"),
            ("Marie Roy", "marie-roy-"),
            ("marie roy", "marie-roy-"),
            ("M. Œuvrard-Ñandú", "m-oeuvrard-nandu-"),
            ("李", "李-k7m2q9xa.log"),
            ("../..", "author-"),
            ("", "author-"),
        ] {
            let name = file_name(author, &machine());
            assert!(name.starts_with(start) && name.ends_with("-k7m2q9xa.log"), "{author}: {name}");
        }
    }

    #[test]
    fn logs_of_every_name_are_read_and_an_act_in_several_counts_once() {
        let home = tempfile::tempdir().unwrap();
        let (one, two) = (act(1, "roy", None, None), act(2, "roy", None, None));
        // By an earlier version, by this one on two machines, and a copy made by another program.
        file::append_line(&home.path().join("roy.log"), &write(&one)).unwrap();
        append(home.path(), &two, &machine()).unwrap();
        append(home.path(), &two, &"00000000".parse().unwrap()).unwrap();
        append(home.path(), &one, &machine()).unwrap();
        let copy = home.path().join("roy.sync-conflict-20230306-104400.log");
        std::fs::copy(home.path().join("roy.log"), copy).unwrap();
        let (acts, broken) = load(home.path());
        assert_eq!((acts.len(), broken.len(), Tracker::new(acts).len()), (5, 0, 2));
        let old = file::text(&home.path().join("roy.log"), LIMIT).unwrap().unwrap();
        assert_eq!(old.lines().count(), 1, "an old log is appended to no more");
    }

    #[test]
    fn a_byte_order_mark_does_not_void_the_first_line() {
        let home = tempfile::tempdir().unwrap();
        for end in ["\n", "\r\n"] {
            let line = write(&act(1, "roy", None, None));
            file::write(&home.path().join("roy.log"), format!("\u{feff}{line}{end}{line}{end}").as_bytes())
                .unwrap();
            let (acts, broken) = load(home.path());
            assert_eq!((acts.len(), broken), (2, Vec::new()));
        }
    }

    #[test]
    fn a_long_log_is_read_whole_and_every_broken_line_is_reported_with_its_own_number() {
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
            let reported = format!(r#"log-line-broken file="tracker/roy.log" line="{}""#, nth * 700);
            assert_eq!(broken.error.to_string(), reported);
        }
    }

    #[test]
    fn torn_and_unknown_lines_are_reported_and_all_others_count() {
        let home = tempfile::tempdir().unwrap();
        let log = home.path().join("roy.log");
        file::append_line(&log, &write(&act(1, "roy", None, None))).unwrap();
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
        let reported: Vec<String> = broken.iter().map(|broken| broken.error.to_string()).collect();
        assert_eq!(
            reported,
            [
                r#"log-line-broken file="tracker/li.log" line="1""#,
                r#"log-line-broken file="tracker/roy.log" line="2""#,
                r#"log-line-broken file="tracker/roy.log" line="3""#,
                r#"log-line-unknown file="tracker/roy.log" line="4""#,
            ]
        );
    }
}
