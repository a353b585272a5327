//! Where one was, remembered between runs; one small file for each workspace.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use chrono::{DateTime, FixedOffset};

use crate::base::{Error, Result};
use crate::model::{Address, Language, Symbol};
use crate::store::{Places, checksum, file};

/// Where one was in a workspace, and what one had chosen there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Desk {
    /// The document read.
    pub document: Option<Symbol>,
    /// The passage at the cursor.
    pub address: Option<Address>,
    /// The agenda item open.
    pub item: Option<Address>,
    /// The report whose steps were followed.
    pub report: Option<Symbol>,
    /// The session looked at.
    pub session: Option<u32>,
    /// Name of the pane one worked in.
    pub pane: Option<String>,
    /// Theme chosen while the program ran.
    pub theme: Option<String>,
    /// Keymap chosen while the program ran.
    pub keymap: Option<String>,
    /// Language chosen while the program ran.
    pub language: Option<Language>,
    /// When that was: the clock's time on the day one worked in.
    pub left: Option<DateTime<FixedOffset>>,
}

const VERSION: i64 = 1;

/// The file for a workspace (its folder with links resolved).
fn path(places: &Places, workspace: &Path) -> PathBuf {
    let sum = checksum::of(workspace.as_os_str().as_encoded_bytes());
    places.state.join(format!("desk-{sum:016x}.toml"))
}

/// Reads where one was; of a file that cannot be read nothing is taken, and `desk-broken` (`file`) or the
/// error of reading says so.
#[must_use]
pub fn load(places: &Places, workspace: &Path) -> (Desk, Option<Error>) {
    let path = path(places, workspace);
    let broken = || Error::broken("desk-broken").with("file", file::shown(&path));
    match file::text(&path, 1 << 20) {
        Ok(None) => (Desk::default(), None),
        Ok(Some(text)) => match read(&text) {
            Some(desk) => (desk, None),
            None => (Desk::default(), Some(broken())),
        },
        Err(error) => (Desk::default(), Some(error)),
    }
}

/// Remembers where one is.
///
/// # Errors
/// `folder-not-made` and `file-not-written` (`file`, `reason`, `what`).
pub fn save(places: &Places, workspace: &Path, desk: &Desk) -> Result<()> {
    file::folder(&places.state)?;
    file::write(&path(places, workspace), write(desk, workspace).as_bytes())
}

fn write(desk: &Desk, workspace: &Path) -> String {
    let mut table = toml::Table::new();
    table.insert("version".to_owned(), VERSION.into());
    table.insert("workspace".to_owned(), workspace.to_string_lossy().into_owned().into());
    let mut put = |key: &str, value: Option<String>| {
        value.map(|value| table.insert(key.to_owned(), value.into()));
    };
    put("document", desk.document.as_ref().map(Symbol::to_string));
    put("address", desk.address.as_ref().map(Address::to_string));
    put("item", desk.item.as_ref().map(Address::to_string));
    put("report", desk.report.as_ref().map(Symbol::to_string));
    put("pane", desk.pane.clone());
    put("theme", desk.theme.clone());
    put("keymap", desk.keymap.clone());
    put("left", desk.left.map(|left| left.to_rfc3339()));
    put("language", desk.language.map(|language| language.to_string()));
    if let Some(session) = desk.session {
        table.insert("session".to_owned(), i64::from(session).into());
    }
    toml::to_string(&table).expect("texts and numbers are TOML")
}

fn read(text: &str) -> Option<Desk> {
    let table: toml::Table = text.parse().ok()?;
    if table.get("version")?.as_integer()? != VERSION {
        return None;
    }
    Some(Desk {
        document: value(&table, "document"),
        address: value(&table, "address"),
        item: value(&table, "item"),
        report: value(&table, "report"),
        session: table.get("session").and_then(|session| u32::try_from(session.as_integer()?).ok()),
        pane: value(&table, "pane"),
        theme: value(&table, "theme"),
        keymap: value(&table, "keymap"),
        language: value(&table, "language"),
        left: value(&table, "left"),
    })
}

fn value<T: FromStr>(table: &toml::Table, key: &str) -> Option<T> {
    table.get(key)?.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_to_where_one_was_in_each_workspace() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        let desk = Desk {
            document: "A/77/275".parse().ok(),
            address: "annex/E/next/2".parse().ok(),
            item: "item/5/f".parse().ok(),
            report: "A/77/275".parse().ok(),
            session: Some(4),
            pane: Some("notes".into()),
            theme: Some("light".into()),
            keymap: Some("vim".into()),
            language: Some(Language::FR),
            left: "2023-03-06T10:44:00-05:00".parse().ok(),
        };
        let (here, there) = (Path::new("/a"), Path::new("/b"));
        save(&places, here, &desk).unwrap();
        assert_eq!(load(&places, here), (desk.clone(), None));
        assert_eq!(load(&places, there), (Desk::default(), None));
        file::write(&path(&places, here), b"version = 1\naddress = ").unwrap();
        let (found, fault) = load(&places, here);
        assert_eq!((found, fault.unwrap().message.id), (Desk::default(), "desk-broken"));
        save(&places, here, &desk).unwrap();
        assert_eq!(load(&places, here).0, desk);
    }
}
