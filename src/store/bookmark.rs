//! The stored form of the bookmark: one small file for each workspace in the folder of things that may be deleted.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::base::checksum;
use crate::base::{Error, Result};
use crate::model::Reference;
use crate::store::{Places, WritePath, file};
use crate::workspace::Bookmark;

const VERSION: u32 = 1;

/// What a bookmark file holds; the program writes it, people do not. A value that means nothing here is ignored.
#[derive(Debug, Default, Serialize, Deserialize)]
struct StoredBookmark {
    version: u32,
    #[serde(default)]
    workspace: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pane: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<u32>,
}

/// A bookmark as it was stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remembered {
    /// Where the delegate was.
    pub bookmark: Bookmark,
    /// When that was: the time of day by the clock, on the day worked in.
    pub left: Option<DateTime<FixedOffset>>,
}

/// The file for a workspace (its folder with links resolved).
fn path(places: &Places, workspace: &Path) -> PathBuf {
    let checksum = checksum::of(workspace.as_os_str().as_encoded_bytes());
    places.state.join(format!("desk-{checksum:016x}.toml"))
}

/// Reads the bookmark of a workspace. Of a file that cannot be read nothing is used, and `desk-broken` (`file`) or the
/// error of reading it is returned beside.
#[must_use]
pub fn load(places: &Places, workspace: &Path) -> (Remembered, Option<Error>) {
    let path = path(places, workspace);
    let broken = || Error::broken("desk-broken").with("file", file::shown(&path));
    match file::text(&path, 1 << 20) {
        Ok(None) => (Remembered::default(), None),
        Ok(Some(text)) => match toml::from_str::<StoredBookmark>(&text) {
            Ok(stored) if stored.version == VERSION => (stored.read(), None),
            _ => (Remembered::default(), Some(broken())),
        },
        Err(error) => (Remembered::default(), Some(error)),
    }
}

/// Stores the bookmark of a workspace.
///
/// # Errors
/// `folder-not-made` and `file-not-written` (`file`, `reason`, `what`).
pub fn save(places: &Places, workspace: &Path, remembered: &Remembered) -> Result<()> {
    file::folder(WritePath::of_user(&places.state))?;
    let text =
        toml::to_string(&StoredBookmark::of(remembered, workspace)).expect("texts and numbers are TOML");
    file::write(WritePath::of_user(path(places, workspace)), text.as_bytes())
}

impl StoredBookmark {
    fn of(remembered: &Remembered, workspace: &Path) -> Self {
        let Remembered { bookmark, left } = remembered;
        let passage = bookmark.passage.as_ref();
        Self {
            version: VERSION,
            workspace: workspace.to_string_lossy().into_owned(),
            document: passage.map(|passage| passage.symbol.to_string()),
            address: passage.map(|passage| passage.address.to_string()),
            item: bookmark.item.as_ref().map(ToString::to_string),
            report: bookmark.report.as_ref().map(ToString::to_string),
            pane: bookmark.pane.clone(),
            theme: bookmark.theme.clone(),
            left: left.map(|left| left.to_rfc3339()),
            language: bookmark.language.map(|language| language.to_string()),
            reading: bookmark.reading.map(|language| language.to_string()),
            session: bookmark.session,
        }
    }

    fn read(self) -> Remembered {
        let passage = parsed(self.document.as_deref()).zip(parsed(self.address.as_deref()));
        let bookmark = Bookmark {
            passage: passage.map(|(symbol, address)| Reference { symbol, address }),
            item: parsed(self.item.as_deref()),
            report: parsed(self.report.as_deref()),
            session: self.session,
            pane: self.pane,
            theme: self.theme,
            language: parsed(self.language.as_deref()),
            reading: parsed(self.reading.as_deref()),
        };
        Remembered { bookmark, left: parsed(self.left.as_deref()) }
    }
}

fn parsed<T: FromStr>(text: Option<&str>) -> Option<T> {
    text?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn each_workspace_has_its_own_bookmark() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        let bookmark = Bookmark {
            passage: "A/77/275:annex/E/next/2".parse().ok(),
            item: "item/5/f".parse().ok(),
            report: "A/77/275".parse().ok(),
            session: Some(4),
            pane: Some("notes".into()),
            theme: Some("light".into()),
            reading: Some(Language::EN),
            language: Some(Language::FR),
        };
        let remembered = Remembered { bookmark, left: "2023-03-06T10:44:00-05:00".parse().ok() };
        let (here, there) = (Path::new("/a"), Path::new("/b"));
        save(&places, here, &remembered).unwrap();
        assert_eq!(load(&places, here), (remembered.clone(), None));
        assert_eq!(load(&places, there), (Remembered::default(), None));
        file::write(&path(&places, here), b"version = 1\naddress = ").unwrap();
        let (found, fault) = load(&places, here);
        assert_eq!((found, fault.unwrap().message.id), (Remembered::default(), "desk-broken"));
        save(&places, here, &remembered).unwrap();
        assert_eq!(load(&places, here).0, remembered);
    }

    #[test]
    fn the_stored_form_stays_the_same_and_what_means_nothing_is_ignored() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        let text = "version = 1\nworkspace = \"/a\"\ndocument = \"A/77/275\"\naddress = \"annex/E/next/2\"\n\
            item = \"item/5/f\"\nreport = \"A/77/275\"\npane = \"notes\"\nleft = \"2023-03-06T10:44:00-05:00\"\nsession = 4\n";
        file::folder(&places.state).unwrap();
        let path = path(&places, Path::new("/a"));
        file::write(&path, text.as_bytes()).unwrap();
        let (remembered, fault) = load(&places, Path::new("/a"));
        assert_eq!(fault, None);
        save(&places, Path::new("/a"), &remembered).unwrap();
        assert_eq!(file::text(&path, 999).unwrap().unwrap(), text);

        file::write(&path, b"version = 1\ndocument = \"?\"\naddress = \"1\"\npane = \"kitchen\"\nkeymap = \"vim\"\nsession = 4\n")
            .unwrap();
        // Whether there is such a pane is decided by the interface.
        let pane = Some("kitchen".to_owned());
        let expected = Bookmark { session: Some(4), pane, ..Bookmark::default() };
        assert_eq!(load(&places, Path::new("/a")).0.bookmark, expected);
    }
}
