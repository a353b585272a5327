//! Corrections of imported documents on the disk: a file that people can read and, beside it, the document as it was imported.
//!
//! ```text
//!  documents/corrections/A-77-275.fr.toml             the corrections, in the order in which they were made
//!  documents/corrections/A-77-275.fr.imported.toml    the document without them
//! ```
//!
//! Both are named after the symbol of the imported document, also if the delegate has given it another one.

use std::ffi::OsStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Catalogue, LIMIT};
use crate::base::{Error, Lines, Result};
use crate::import::correction::{
    self, CorrectedDetails, Correction, CorrectionStep, Corrections, PassageChange,
};
use crate::model::{BlockKind, Document, DocumentKind, Language, Symbol};
use crate::store::{WritePath, document, file};

/// The folder of the corrections, in that of the documents.
const FOLDER: &str = "corrections";
/// The version of the form written.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCorrections {
    version: u32,
    /// As imported.
    symbol: String,
    language: String,
    #[serde(default, skip_serializing_if = "StoredDetails::is_empty")]
    details: StoredDetails,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    passages: Vec<StoredCorrection>,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
#[serde(deny_unknown_fields)]
struct StoredDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
}

impl StoredDetails {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCorrection {
    address: String,
    words: String,
    /// `split`, `join`, `recast`, `confirm`.
    change: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
}

/// The corrections of a document that the library has, by its symbol and language as they are now; none if there is no file.
///
/// # Errors
/// `corrections-broken` (`file`, `line`, `reason`), `document-version` (`file`, `version`), `document-field` (`file`, `field`,
/// `value`), and when a file cannot be read.
pub fn of(folder: &WritePath, symbol: &Symbol, language: Language) -> Result<Corrections> {
    Ok(find(folder, symbol, language)?.map(|found| found.corrections).unwrap_or_default())
}

/// The files of corrections of a document, by its symbol and language as they are now.
///
/// # Errors
/// As [`of`].
pub fn files(folder: &WritePath, symbol: &Symbol, language: Language) -> Result<Vec<WritePath>> {
    let found = find(folder, symbol, language)?;
    let paths = found.map(|found| {
        [path(folder, &found.imported, language), imported_path(folder, &found.imported, language)]
    });
    Ok(paths.into_iter().flatten().filter(|path| file::exists(path)).collect())
}

/// An imported document with the corrections that an earlier import of it has; `None` if there are none.
pub(super) fn again(folder: &WritePath, imported: &Document) -> Result<Option<Document>> {
    let Some(corrections) = read(&path(folder, &imported.symbol, imported.language))? else {
        return Ok(None);
    };
    let mut corrected = imported.clone();
    correction::apply(&mut corrected, &corrections);
    Ok(Some(corrected))
}

/// Keeps a document as it was imported.
pub(super) fn write_imported(folder: &WritePath, imported: &Document) -> Result<()> {
    file::folder(&folder.join(FOLDER))?;
    let path = imported_path(folder, &imported.symbol, imported.language);
    file::write(&path, document::to_toml(imported, None).as_bytes())
}

/// Corrects a document of the library and returns it as it is afterwards.
///
/// # Errors
/// `document-not-held` (`symbol`) if the library has no such document; the id of the
/// [`Misfit`](correction::Misfit) if the correction does not fit; `correction-none` if there is nothing to undo;
/// `document-symbol-taken`; as [`of`]; and when a file cannot be written.
pub fn correct(
    folder: &WritePath,
    symbol: &Symbol,
    language: Language,
    step: CorrectionStep,
) -> Result<Document> {
    let mut library = Catalogue::read(folder)?;
    let missing = || Error::not_found("document-not-held").with("symbol", symbol);
    let before = library.document(symbol, language).ok_or_else(missing)?;
    let (imported, mut corrections) = match find(folder, symbol, language)? {
        None => (before.clone(), Corrections::default()),
        Some(found) => {
            (found.document(folder, language)?.unwrap_or_else(|| before.clone()), found.corrections)
        }
    };
    change(&mut corrections, &before, step)?;
    let mut after = imported.clone();
    correction::apply(&mut after, &corrections);
    // The imported form first: whatever happens then, the document can be made again.
    write_imported(folder, &imported)?;
    library.rewrite(&before, &after)?;
    let path = path(folder, &imported.symbol, language);
    if corrections == Corrections::default() {
        file::remove(&path)?;
        file::remove(&imported_path(folder, &imported.symbol, language))?;
    } else {
        file::write(&path, to_toml(&imported, &corrections).as_bytes())?;
    }
    Ok(after)
}

/// Adds a step to the corrections of a document, which is given as it is now.
fn change(corrections: &mut Corrections, before: &Document, step: CorrectionStep) -> Result<()> {
    match step {
        CorrectionStep::Passage(correction) => {
            let fits = correction.apply(&mut before.clone());
            fits.map_err(|misfit| Error::wrong_use(misfit.id()))?;
            corrections.passages.push(correction);
        }
        CorrectionStep::Details(CorrectedDetails { symbol, title, date, kind }) => {
            let known = &mut corrections.details;
            known.symbol = symbol.or(known.symbol.take());
            known.title = title.or(known.title.take());
            known.date = date.or(known.date);
            known.kind = kind.or(known.kind);
        }
        CorrectionStep::Undo => {
            let had_details = corrections.details != CorrectedDetails::default();
            if corrections.passages.pop().is_none() {
                corrections.details = CorrectedDetails::default();
                if !had_details {
                    return Err(Error::not_found("correction-none").with("symbol", &before.symbol));
                }
            }
        }
    }
    Ok(())
}

/// Corrections and the symbol of the imported document they belong to.
struct FoundCorrections {
    imported: Symbol,
    corrections: Corrections,
}

impl FoundCorrections {
    /// The document as it was imported, if that is still there.
    fn document(&self, folder: &WritePath, language: Language) -> Result<Option<Document>> {
        let path = imported_path(folder, &self.imported, language);
        let text = file::text(&path, LIMIT)?;
        text.map(|text| document::from_toml(&text, &shown(&path))).transpose()
    }
}

/// The corrections by which a document has its symbol, or those that leave it its symbol.
fn find(folder: &WritePath, symbol: &Symbol, language: Language) -> Result<Option<FoundCorrections>> {
    let own = read(&path(folder, symbol, language))?;
    let keeps_symbol =
        |corrections: &Corrections| corrections.details.symbol.as_ref().is_none_or(|new| new == symbol);
    if let Some(corrections) = own.filter(keeps_symbol) {
        return Ok(Some(FoundCorrections { imported: symbol.clone(), corrections }));
    }
    let folder = folder.join(FOLDER);
    let ending = format!(".{language}.toml");
    for name in file::names(&folder)? {
        if !name.to_string_lossy().ends_with(&ending) {
            continue;
        }
        let path = folder.join(&name);
        let Some(text) = file::text(&path, LIMIT)? else { continue };
        let stored = parse(&text, &shown(&path))?;
        if stored.details.symbol.as_deref() == Some(symbol.as_str()) {
            let imported =
                stored.symbol.parse().map_err(|()| field(&shown(&path), "symbol", &stored.symbol))?;
            let corrections = from_stored(stored, &shown(&path))?;
            return Ok(Some(FoundCorrections { imported, corrections }));
        }
    }
    Ok(None)
}

fn path(folder: &WritePath, imported: &Symbol, language: Language) -> WritePath {
    folder.join(FOLDER).join(format!("{}.{language}.toml", imported.file_stem()))
}

fn imported_path(folder: &WritePath, imported: &Symbol, language: Language) -> WritePath {
    folder.join(FOLDER).join(format!("{}.{language}.imported.toml", imported.file_stem()))
}

fn shown(path: &WritePath) -> String {
    let name = path.file_name().unwrap_or(OsStr::new(""));
    format!("documents/{FOLDER}/{}", file::shown(std::path::Path::new(name)))
}

fn read(path: &WritePath) -> Result<Option<Corrections>> {
    let Some(text) = file::text(path, LIMIT)? else { return Ok(None) };
    let shown = shown(path);
    parse(&text, &shown).and_then(|stored| from_stored(stored, &shown)).map(Some)
}

fn parse(text: &str, file: &str) -> Result<StoredCorrections> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let stored: StoredCorrections = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| Lines::of(text).number(span.start));
        Error::broken("corrections-broken")
            .with("file", file)
            .with("line", line)
            .with("reason", error.message())
    })?;
    if stored.version > VERSION {
        return Err(Error::broken("document-version").with("file", file).with("version", stored.version));
    }
    Ok(stored)
}

fn from_stored(stored: StoredCorrections, file: &str) -> Result<Corrections> {
    let StoredDetails { symbol, title, date, kind } = stored.details;
    let details = CorrectedDetails {
        symbol: symbol
            .map(|symbol| symbol.parse().map_err(|()| field(file, "symbol", &symbol)))
            .transpose()?,
        title,
        date: date
            .map(|date| date.parse::<NaiveDate>().map_err(|_| field(file, "date", &date)))
            .transpose()?,
        kind: kind
            .map(|kind| DocumentKind::from_name(&kind).ok_or_else(|| field(file, "kind", &kind)))
            .transpose()?,
    };
    let passages =
        stored.passages.into_iter().map(|one| from_stored_one(one, file)).collect::<Result<_>>()?;
    Ok(Corrections { details, passages })
}

fn from_stored_one(stored: StoredCorrection, file: &str) -> Result<Correction> {
    let StoredCorrection { address, words, change, before, kind, number } = stored;
    let change = match (change.as_str(), before, kind) {
        ("split", Some(before), _) => PassageChange::Split { before },
        ("join", ..) => PassageChange::Join,
        ("confirm", ..) => PassageChange::Confirm,
        ("recast", _, Some(kind)) => {
            let kind = BlockKind::from_name(&kind).ok_or_else(|| field(file, "kind", &kind))?;
            PassageChange::Recast { kind, number }
        }
        _ => return Err(field(file, "change", &change)),
    };
    let address = address.parse().map_err(|()| field(file, "address", &address))?;
    Ok(Correction { address, words, change })
}

fn to_toml(imported: &Document, corrections: &Corrections) -> String {
    let CorrectedDetails { symbol, title, date, kind } = &corrections.details;
    let stored = StoredCorrections {
        version: VERSION,
        symbol: imported.symbol.to_string(),
        language: imported.language.to_string(),
        details: StoredDetails {
            symbol: symbol.as_ref().map(ToString::to_string),
            title: title.clone(),
            date: date.map(|date| date.to_string()),
            kind: kind.map(|kind| kind.name().to_owned()),
        },
        passages: corrections.passages.iter().map(stored_one).collect(),
    };
    toml::to_string(&stored).expect("everything in corrections can be written as TOML")
}

fn stored_one(correction: &Correction) -> StoredCorrection {
    let (change, before, kind, number) = match &correction.change {
        PassageChange::Split { before } => ("split", Some(before.clone()), None, None),
        PassageChange::Join => ("join", None, None, None),
        PassageChange::Confirm => ("confirm", None, None, None),
        PassageChange::Recast { kind, number } => {
            ("recast", None, Some(kind.name().to_owned()), number.clone())
        }
    };
    StoredCorrection {
        address: correction.address.to_string(),
        words: correction.words.clone(),
        change: change.to_owned(),
        before,
        kind,
        number,
    }
}

fn field(file: &str, field: &str, value: &str) -> Error {
    Error::broken("document-field").with("file", file).with("field", field).with("value", value)
}

#[cfg(test)]
mod tests;
