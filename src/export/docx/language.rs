//! The languages of Word: the code of a region, the script they belong to, and their direction.

use crate::model::Language;

use super::xml::Xml;

/// The kind of script by which Word chooses fonts and the attribute that names the language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Western,
    EastAsian,
    RightToLeft,
}

/// The languages whose code in Word is not only that of the language, with their script.
const KNOWN: [(&str, &str, Script); 10] = [
    ("ar", "ar-SA", Script::RightToLeft),
    ("en", "en-GB", Script::Western),
    ("es", "es-ES", Script::Western),
    ("fa", "fa-IR", Script::RightToLeft),
    ("fr", "fr-FR", Script::Western),
    ("he", "he-IL", Script::RightToLeft),
    ("ja", "ja-JP", Script::EastAsian),
    ("ru", "ru-RU", Script::Western),
    ("ur", "ur-PK", Script::RightToLeft),
    ("zh", "zh-CN", Script::EastAsian),
];

fn known(language: Language) -> (String, Script) {
    let found = KNOWN.iter().find(|(code, ..)| *code == language.code());
    found.map_or_else(
        || (language.code().to_owned(), Script::Western),
        |(_, code, script)| ((*code).to_owned(), *script),
    )
}

/// Whether the language is written from right to left.
pub fn is_right_to_left(language: Language) -> bool {
    known(language).1 == Script::RightToLeft
}

/// The code of the language in Word: `fr-FR`.
pub fn code(language: Language) -> String {
    known(language).0
}

/// The element `w:lang` of words in this language.
pub fn mark(xml: &mut Xml, language: Language) {
    let (code, script) = known(language);
    let attribute = match script {
        Script::Western => "w:val",
        Script::EastAsian => "w:eastAsia",
        Script::RightToLeft => "w:bidi",
    };
    xml.empty("w:lang", &[(attribute, &code)]);
}

/// The languages of a document by script, as `w:val`, `w:eastAsia` and `w:bidi`: its own, and for other scripts the first
/// working language of the Secretariat, Chinese and Arabic.
pub fn by_script(language: Language) -> [String; 3] {
    let (code, script) = known(language);
    let others = [("en-GB", Script::Western), ("zh-CN", Script::EastAsian), ("ar-SA", Script::RightToLeft)];
    others.map(|(other, of)| if of == script { code.clone() } else { other.to_owned() })
}
