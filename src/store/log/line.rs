//! One act as one line of a log.
//!
//! ```text
//! {"v":1,"id":"01GT…","at":"2023-03-06T10:44:00-05:00","author":"roy","step":"A/77/275:annex/E/next/2",
//!  "session":4,"deed":"set","status":"discussed","sum":"91b3…"}        (on one line)
//! ```
//! `sum` is the checksum of everything before `,"sum"`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::DateTime;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::base::checksum;
use crate::base::{Error, Id, Result};
use crate::model::Reference;
use crate::workspace::{Act, Action, Mark, RemarkAccess, Status};

/// The version of the lines written.
const VERSION: u64 = 1;
pub(super) const SUM: &str = ",\"sum\":\"";
const SUM_DIGITS: usize = 16;

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
    match &act.action {
        Action::Set(mark) => {
            put("deed", json!("set"));
            put("status", json!(mark.status.name()));
            let evidence = mark.evidence.as_ref().map(ToString::to_string);
            let optional = [("remark", &mark.remark), ("evidence", &evidence), ("meeting", &mark.meeting)];
            for (key, value) in optional {
                value.iter().for_each(|value| {
                    put(key, json!(value));
                });
            }
            let access = match mark.access {
                RemarkAccess::Open => None,
                RemarkAccess::Restricted => Some("restricted"),
                RemarkAccess::Withheld => Some("withheld"),
            };
            access.iter().for_each(|access| {
                put("access", json!(access));
            });
        }
        Action::Undo { act } => {
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
/// `log-line-broken` if it is not whole or was altered, `log-line-unknown` if it is whole, but was written by a later
/// version of the program.
pub fn read(line: &str) -> Result<Act> {
    Known::default().read(line)
}

/// The fields of a line; those not known here are ignored.
#[derive(Deserialize)]
struct LogLine<'a> {
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
    access: Option<Cow<'a, str>>,
    #[serde(borrow)]
    act: Option<Cow<'a, str>>,
}

/// The passages, authors and topics read so far: logs repeat the same few many times, and acts share them.
#[derive(Default)]
pub(super) struct Known {
    passages: HashMap<String, Arc<Reference>>,
    words: HashMap<String, Arc<str>>,
}

impl Known {
    pub fn read(&mut self, line: &str) -> Result<Act> {
        let broken = || Error::broken("log-line-broken");
        let at = line.len().checked_sub(SUM.len() + SUM_DIGITS + 2).ok_or_else(broken)?;
        let (checked, rest) = line.split_at_checked(at).ok_or_else(broken)?;
        let sum = rest.strip_prefix(SUM).and_then(|rest| rest.strip_suffix("\"}"));
        let sum = sum.and_then(|sum| u64::from_str_radix(sum, 16).ok()).ok_or_else(broken)?;
        if sum != checksum::of(checked.as_bytes()) {
            return Err(broken());
        }
        let unknown = || Error::broken("log-line-unknown");
        let fields: LogLine<'_> =
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

    fn act(&mut self, line: LogLine<'_>) -> Option<Act> {
        if line.v != VERSION {
            return None;
        }
        let action = match line.deed.as_ref() {
            "set" => Action::Set(Mark {
                status: Status::from_name(line.status.as_deref()?)?,
                remark: line.remark,
                evidence: match line.evidence {
                    Some(text) => Some(self.passage(&text)?),
                    None => None,
                },
                meeting: line.meeting,
                access: match line.access.as_deref() {
                    None => RemarkAccess::Open,
                    Some("withheld") => RemarkAccess::Withheld,
                    // A later version may have more of them: none of them is for everybody.
                    Some(_) => RemarkAccess::Restricted,
                },
            }),
            "undo" => Action::Undo { act: line.act.as_deref()?.parse::<Id>().ok()? },
            _ => return None,
        };
        Some(Act {
            id: line.id.parse().ok()?,
            at: DateTime::parse_from_rfc3339(&line.at).ok()?,
            author: self.word(&line.author),
            step: self.passage(&line.step)?,
            topic: line.topic.map(|topic| self.word(&topic)),
            session: line.session,
            action,
        })
    }
}
