//! The events exported to calendars so far, in `calendar-issued.toml` of the workspace.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::base::{Error, Result};
use crate::store::{WritePath, disk, file};
use crate::workspace::{Issue, IssuedEvents};

/// The name of the file.
const NAME: &str = "calendar-issued.toml";

/// The largest file that is read, in bytes.
const LIMIT: u64 = 8 << 20;

#[derive(Debug, Serialize, Deserialize)]
struct StoredIssued {
    version: u32,
    #[serde(default)]
    events: BTreeMap<String, StoredIssue>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredIssue {
    sequence: u32,
    stamp: String,
    lines: String,
}

/// The events exported from the workspace in this folder so far; none if there is no file yet.
///
/// # Errors
/// Those of [`file::text`], and `issued-broken` (`file`, `what`).
pub fn read(folder: &Path) -> Result<IssuedEvents> {
    let path = folder.join(NAME);
    let Some(text) = file::text(&path, LIMIT)? else { return Ok(IssuedEvents::default()) };
    let broken =
        |what: String| Error::broken("issued-broken").with("file", file::shown(&path)).with("what", what);
    let stored: StoredIssued = toml::from_str(&text).map_err(|error| broken(error.message().to_owned()))?;
    if stored.version != 1 {
        return Err(broken("version".to_owned()));
    }
    let issue = |(uid, stored): (String, StoredIssue)| {
        let stamp: DateTime<Utc> = stored.stamp.parse().map_err(|_| broken(stored.stamp.clone()))?;
        Ok((uid, Issue { lines: stored.lines, sequence: stored.sequence, stamp }))
    };
    stored.events.into_iter().map(issue).collect::<Result<_>>().map(IssuedEvents)
}

/// Writes the events exported so far, if there is a workspace to keep them in.
///
/// # Errors
/// Those of [`file::write`].
pub fn write(folder: &Path, issued: &IssuedEvents) -> Result<()> {
    let Ok(folder) = disk::resolve(folder) else { return Ok(()) };
    let issue = |(uid, issue): (&String, &Issue)| {
        let stamp = issue.stamp.to_rfc3339();
        (uid.clone(), StoredIssue { sequence: issue.sequence, stamp, lines: issue.lines.clone() })
    };
    let stored = StoredIssued { version: 1, events: issued.0.iter().map(issue).collect() };
    let text = toml::to_string(&stored)
        .map_err(|error| Error::broken("issued-broken").with("file", NAME).with("what", error.to_string()))?;
    file::write(WritePath::workspace(folder).join(NAME), text.as_bytes())
}
