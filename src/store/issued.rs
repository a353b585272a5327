//! The events exported to calendars so far: `calendar-issued/<author>-<machine>.toml` of the workspace. Everybody writes only
//! their own file and reads all of them, so that two colleagues who share a folder do not overwrite each other's.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::base::{Error, Result};
use crate::store::machine::Machine;
use crate::store::{WritePath, disk, file, log};
use crate::workspace::{Issue, IssuedEvents};

/// The folder of the files.
const FOLDER: &str = "calendar-issued";

/// The one file for all authors that older versions wrote; it is still read.
const OLDER: &str = "calendar-issued.toml";

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

/// The events exported from the workspace in this folder so far, by anybody: of each event the last issue.
///
/// # Errors
/// Those of [`file::text`] and [`file::names`], and `issued-broken` (`file`, `what`).
pub fn read(folder: &Path) -> Result<IssuedEvents> {
    let mut all = read_file(&folder.join(OLDER))?;
    let own = folder.join(FOLDER);
    let names = if file::is_folder(&own) { file::names(&own)? } else { Vec::new() };
    let is_ours = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    for path in names.iter().map(|name| own.join(name)).filter(is_ours) {
        all.merge(read_file(&path)?);
    }
    Ok(all)
}

fn read_file(path: &Path) -> Result<IssuedEvents> {
    let Some(text) = file::text(path, LIMIT)? else { return Ok(IssuedEvents::default()) };
    let broken =
        |what: String| Error::broken("issued-broken").with("file", file::shown(path)).with("what", what);
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

/// Writes the events exported so far to the file of an author on a machine, if there is a workspace to keep them in.
///
/// # Errors
/// Those of [`file::write`] and [`file::folder`].
pub fn write(folder: &Path, issued: &IssuedEvents, author: &str, machine: &Machine) -> Result<()> {
    let Ok(folder) = disk::resolve(folder) else { return Ok(()) };
    let issue = |(uid, issue): (&String, &Issue)| {
        let stamp = issue.stamp.to_rfc3339();
        (uid.clone(), StoredIssue { sequence: issue.sequence, stamp, lines: issue.lines.clone() })
    };
    let stored = StoredIssued { version: 1, events: issued.0.iter().map(issue).collect() };
    let text = toml::to_string(&stored).map_err(|error| {
        Error::broken("issued-broken").with("file", FOLDER).with("what", error.to_string())
    })?;
    let own = WritePath::workspace(folder).join(FOLDER);
    file::folder(own.clone())?;
    file::write(own.join(format!("{}.toml", log::file_stem(author, machine))), text.as_bytes())
}
