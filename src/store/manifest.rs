//! `plenary.toml`: what a workspace is called, who writes in it and on what. Written once, when the workspace is made.

use std::path::Path;

use crate::base::table::{self, Messages};
use crate::base::{Error, Result};
use crate::model::Language;
use crate::store::{WritePath, file};

/// The name of the file.
pub const NAME: &str = "plenary.toml";
const VERSION: i64 = 1;
const LIMIT: u64 = 1 << 20;

/// The messages of [`table::read`]. No key is required and any key is allowed.
const MESSAGES: Messages = Messages {
    syntax: "manifest-broken",
    unknown_key: "manifest-value",
    missing_key: "manifest-value",
    value: "manifest-value",
};

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
/// As [`file::text`]; the first error in the file: `manifest-broken` (`file`, `line`, `what`) or `manifest-value` (`file`,
/// `line`, `key`, `value`, `expected`); `manifest-newer` (`file`, `version`) if a later program wrote it.
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
pub fn write(workspace: &WritePath, manifest: &Manifest) -> Result<()> {
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
pub(super) fn read(text: &str, path: &Path) -> Result<Manifest> {
    let shown = file::shown(path);
    let (manifest, errors) = table::read(&shown, text, &MESSAGES, |root| {
        root.accept_any_key();
        if let Some(version) = root.number::<i64>("version").filter(|version| *version > VERSION) {
            return Err(Error::broken("manifest-newer").with("file", &shown).with("version", version));
        }
        let languages = root.all_parsed("languages", "languages", |code| code.parse().ok());
        Ok(Manifest {
            name: root.text("name"),
            author: root.text("author"),
            process: root.text("process"),
            languages: languages.into_iter().map(|language| language.value).collect(),
        })
    });
    let is_syntax = |error: &&Error| error.message.id == MESSAGES.syntax;
    match (errors.iter().find(is_syntax), manifest) {
        (Some(broken), _) => Err(broken.clone()),
        // Its other values may have another form.
        (None, Err(newer)) => Err(newer),
        (None, Ok(manifest)) => errors.into_iter().next().map_or(Ok(manifest), Err),
    }
}
