//! How passages are named on screen: citations, and the short labels of the current document.

use crate::app::context::Context;
use crate::cite;
use crate::locale::Locale;
use crate::model::{Language, Part, Place, Reference, Symbol};
use crate::workspace::{Intervention, Mark, RemarkAccess};

/// The citation of a passage in the language of the interface: `A/77/275, annexe, par. 16 a)`.
#[must_use]
pub fn citation(language: Language, passage: &Reference) -> String {
    cite::write(Some(&passage.symbol), &passage.address, language)
}

/// The official languages of the United Nations, which have a name in each language of the interface.
const OFFICIAL: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// The name of a language in the language of the interface; its code if the interface has no name for it.
#[must_use]
pub fn language(locale: &Locale, language: Language) -> String {
    let has_name = OFFICIAL.contains(&language.code());
    if has_name { locale.say(&format!("language-{language}")) } else { language.to_string() }
}

/// The language of the text that is read, if its document is held in more than one.
#[must_use]
pub fn version_here(context: &Context) -> Option<Language> {
    let document = &context.here().document;
    context.library.shelf.has_versions(&document.symbol).then_some(document.language)
}

/// A name with the language of the text that the delegate gets for a passage, if its document is held in more than one:
/// `A/77/275, annexe, par. 16 a) (fr)`.
#[must_use]
pub fn with_version(context: &Context, name: String, symbol: &Symbol) -> String {
    let shelf = &context.library.shelf;
    match shelf.language_of(symbol, context.reading()).filter(|_| shelf.has_versions(symbol)) {
        Some(language) => format!("{name} ({language})"),
        None => name,
    }
}

/// The shortest usual name of a passage whose document is known: `E.2`, `annexe 16 a)`, `section E`.
#[must_use]
pub fn label(locale: &Locale, passage: &Reference) -> String {
    if let Some(name) = passage.address.step_name() {
        return name;
    }
    let number = cite::number(&passage.address, locale.language());
    let numbered = |id: &str| locale.say_with(id, &[("number", number.as_str().into())]);
    match &passage.address.place {
        Place::Title => passage.symbol.to_string(),
        Place::Item(_) => numbered("label-item"),
        Place::Heading(path) if !path.is_empty() && !number.contains('~') => numbered("label-section"),
        Place::Paragraph(_) => match &passage.address.part {
            Part::Body => numbered("label-paragraph"),
            Part::Annex(None) => format!("{} {number}", locale.say("part-annex")),
            Part::Annex(Some(mark)) => format!("{} {mark} {number}", locale.say("part-annex")),
            Part::Front => cite::write(None, &passage.address, locale.language()),
        },
        _ => cite::write(None, &passage.address, locale.language()),
    }
}

/// Who spoke, and for whom; a name that nobody has or that several have is followed by a question mark in brackets.
#[must_use]
pub fn speaker(context: &Context, said: &Intervention<'_>) -> String {
    let language = context.locale().language();
    let doubt = if said.is_doubtful() { " [?]" } else { "" };
    let behalf = said.behalf_labels(&context.workspace.delegations, language);
    let behalf = if behalf.is_empty() { String::new() } else { format!(" ({})", behalf.join(", ")) };
    format!("{}{doubt}{behalf}", said.label(language))
}

/// The remark of a mark of the tracker, with a sign and a word if it is restricted; `None` if it has none.
#[must_use]
pub fn remark(locale: &Locale, mark: &Mark) -> Option<String> {
    let remark = mark.remark.as_ref()?;
    let is_restricted = mark.access == RemarkAccess::Restricted;
    Some(if is_restricted { format!("{} {remark}", locale.say("mark-restricted")) } else { remark.clone() })
}
