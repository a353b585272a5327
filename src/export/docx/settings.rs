//! The settings of a Word document: tracking on where it has changes, and the rules of current versions of Word.

use crate::model::Language;

use super::footnotes::SEPARATORS;
use super::language;
use super::xml::{NAMESPACES, Xml};

/// The part with the settings.
pub fn write(language: Language, has_footnotes: bool, has_revisions: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:settings", &NAMESPACES);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    if has_revisions {
        xml.empty("w:trackRevisions", &[]);
    }
    xml.value("w:defaultTabStop", "720");
    xml.value("w:characterSpacingControl", "doNotCompress");
    if has_footnotes {
        xml.open("w:footnotePr", &[]);
        SEPARATORS.iter().for_each(|separator| xml.empty("w:footnote", &[("w:id", separator.id)]));
        xml.close("w:footnotePr");
    }
    xml.open("w:compat", &[]);
    let current = [
        ("w:name", "compatibilityMode"),
        ("w:uri", "http://schemas.microsoft.com/office/word"),
        ("w:val", "15"),
    ];
    xml.empty("w:compatSetting", &current);
    xml.close("w:compat");
    let [western, east_asian, right_to_left] = language::by_script(language);
    let languages = [("w:val", &*western), ("w:eastAsia", &*east_asian), ("w:bidi", &*right_to_left)];
    xml.empty("w:themeFontLang", &languages);
    xml.value("w:decimalSymbol", ".");
    xml.value("w:listSeparator", ",");
    xml.close("w:settings");
    xml.finish()
}
