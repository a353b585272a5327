//! `plenary.toml`: what a workspace is called, who writes in it and on what. Written once, when the workspace is made.

use std::path::Path;

use crate::base::text::excerpt;
use crate::base::{Error, Lines, Result};
use crate::model::Language;
use crate::store::file;
use crate::workspace::note;

const NAME: &str = "plenary.toml";
const VERSION: i64 = 1;
const LIMIT: u64 = 1 << 20;

/// What the manifest says. All of it may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// The delegate's name for the workspace.
    pub name: Option<String>,
    /// Who writes in it, unless the settings say so.
    pub author: Option<String>,
    /// Id of the process worked on: `oewg-2021-2025`.
    pub process: Option<String>,
    /// The languages worked in, the preferred one first.
    pub languages: Vec<Language>,
}

/// Reads the manifest of a workspace; `None` if it has none.
///
/// # Errors
/// As [`file::text`]; `manifest-broken` (`file`, `line`, `what`), `manifest-value` (`file`, `line`, `key`, `value`) and
/// `manifest-newer` (`file`, `version`).
pub fn load(workspace: &Path) -> Result<Option<Manifest>> {
    let path = workspace.join(NAME);
    file::text(&path, LIMIT)?.map(|text| read(&text, &path)).transpose()
}

/// The manifest of a workspace as far as it can be read; opening the workspace reports what is wrong with it.
#[must_use]
pub fn load_lenient(workspace: &Path) -> Manifest {
    load(workspace).ok().flatten().unwrap_or_default()
}

/// Writes the manifest of a new workspace.
///
/// # Errors
/// As [`file::write`].
pub fn write(workspace: &Path, manifest: &Manifest) -> Result<()> {
    file::write(&workspace.join(NAME), text_of(manifest).as_bytes())
}

fn text_of(manifest: &Manifest) -> String {
    let mut table = toml::Table::new();
    table.insert("version".to_owned(), VERSION.into());
    let mut put = |key: &str, value: Option<&String>| {
        value.map(|value| table.insert(key.to_owned(), value.as_str().into()));
    };
    put("name", manifest.name.as_ref());
    put("author", manifest.author.as_ref());
    put("process", manifest.process.as_ref());
    if !manifest.languages.is_empty() {
        let languages: Vec<String> = manifest.languages.iter().map(Language::to_string).collect();
        table.insert("languages".to_owned(), languages.into());
    }
    toml::to_string(&table).expect("texts and numbers are TOML")
}

/// Reads the text of a manifest; keys not known here are ignored.
fn read(text: &str, path: &Path) -> Result<Manifest> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let at =
        |line: usize, id: &'static str| Error::broken(id).with("file", file::shown(path)).with("line", line);
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let place = error.span().map_or(0, |span| span.start);
        at(Lines::of(text).number(place), "manifest-broken").with("what", error.message())
    })?;
    let fault = |key: &str| {
        at(note::line_of_key(text, key), "manifest-value")
            .with("key", key)
            .with("value", excerpt(&table[key].to_string(), 60))
    };
    match table.get("version").map(|version| version.as_integer().ok_or_else(|| fault("version"))) {
        Some(version) if version.clone()? > VERSION => {
            let newer = Error::broken("manifest-newer").with("file", file::shown(path));
            return Err(newer.with("version", version?));
        }
        _ => {}
    }
    let string = |key: &str| match table.get(key) {
        Some(value) => value.as_str().map(|text| Some(text.to_owned())).ok_or_else(|| fault(key)),
        None => Ok(None),
    };
    let languages = match table.get("languages") {
        Some(value) => value
            .as_array()
            .and_then(|all| all.iter().map(|one| one.as_str()?.parse().ok()).collect())
            .ok_or_else(|| fault("languages"))?,
        None => Vec::new(),
    };
    Ok(Manifest { name: string("name")?, author: string("author")?, process: string("process")?, languages })
}
