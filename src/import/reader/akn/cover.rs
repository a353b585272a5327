//! What the metadata and the cover page of a file say of the document.

use chrono::NaiveDate;

use crate::import::Given;
use crate::import::mark;
use crate::import::reader::akn::inline::InlineWords;
use crate::import::reader::xml::Element;
use crate::model::{Language, Symbol};

/// Languages by the codes of the files.
const LANGUAGES: [(&str, [u8; 2]); 8] = [
    ("eng", *b"en"),
    ("fra", *b"fr"),
    ("fre", *b"fr"),
    ("spa", *b"es"),
    ("ara", *b"ar"),
    ("rus", *b"ru"),
    ("zho", *b"zh"),
    ("chi", *b"zh"),
];

/// Symbol, language, title and date.
#[must_use]
pub fn says(root: &Element) -> Given {
    Given {
        symbol: symbol(root),
        language: language(root),
        title: title(root),
        date: date(root),
        ..Given::default()
    }
}

fn symbol(root: &Element) -> Option<Symbol> {
    let numbers = root.descendants("docNumber");
    let named = numbers.iter().find(|number| number.attribute("refersTo") == Some("#symbol"))?;
    let text = named.text();
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_end_matches('*')).collect();
    Symbol::at_start(&words).map(|(symbol, _)| symbol).or_else(|| words.concat().parse().ok())
}

fn language(root: &Element) -> Option<Language> {
    let code = root.descendants("FRBRlanguage").first()?.attribute("language")?;
    let short = LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, short)| Language::new(*short));
    short.or_else(|| code.parse().ok())
}

/// The title of the resolution: that of the cover page only says who adopted it.
fn title(root: &Element) -> Option<String> {
    let preface = root.descendants("preface").first().copied()?;
    let title = preface.descendants("docTitle").first().map(|title| InlineWords::of(title).text)?;
    let title: String = mark::off(&title).split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// The date of adoption.
fn date(root: &Element) -> Option<NaiveDate> {
    let printed = root.descendants("docDate");
    let printed = printed.iter().filter(|date| date.attribute("refersTo") == Some("#adoptionDate"));
    let work = root.descendants("FRBRdate");
    let work = work.iter().filter(|date| date.attribute("name") == Some("adoption"));
    printed.chain(work).find_map(|date| date.attribute("date")?.parse().ok())
}
