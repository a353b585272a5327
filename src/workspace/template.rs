//! Templates of notes: texts with placeholders, bundled in each language of the interface or written by the delegate.
//!
//! ```text
//! Bilateral meeting with {delegation} · {date}
//! - {cursor}
//! ```

use crate::model::Language;

/// A text to begin a note with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteTemplate {
    /// Its name: that of its file, without the ending.
    pub name: String,
    /// The language it is for; `None` for one of the delegate's own, which is offered in every language.
    pub language: Option<Language>,
    /// Its text, with placeholders.
    pub text: String,
}

/// What the placeholders of a template are replaced by; empty where it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TemplateValues {
    /// `{date}`: the working day.
    pub date: String,
    /// `{meeting}`: the meeting in progress, else the session.
    pub meeting: String,
    /// `{item}`: the open agenda item.
    pub item: String,
    /// `{passage}`: the citation of the current passage.
    pub passage: String,
    /// `{delegation}`: the delegation named when the template was chosen, else the own one.
    pub delegation: String,
}

/// The text of a note begun with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledTemplate {
    /// The text.
    pub text: String,
    /// Where the cursor is, in bytes: at `{cursor}`, else at the end.
    pub cursor: usize,
}

/// What a placeholder is replaced by if its value is not known.
const UNKNOWN: &str = "…";

/// The bundled templates: language, name, text.
const BUNDLED: [(Language, &str, &str); 8] = [
    (Language::EN, "floor", include_str!("../../data/templates/en/floor.md")),
    (Language::EN, "bilateral", include_str!("../../data/templates/en/bilateral.md")),
    (Language::EN, "instruction", include_str!("../../data/templates/en/instruction.md")),
    (Language::EN, "report", include_str!("../../data/templates/en/report.md")),
    (Language::FR, "floor", include_str!("../../data/templates/fr/floor.md")),
    (Language::FR, "bilateral", include_str!("../../data/templates/fr/bilateral.md")),
    (Language::FR, "instruction", include_str!("../../data/templates/fr/instruction.md")),
    (Language::FR, "report", include_str!("../../data/templates/fr/report.md")),
];

/// The bundled templates in all languages.
#[must_use]
pub fn bundled_templates() -> Vec<NoteTemplate> {
    let template = |(language, name, text): (Language, &str, &str)| NoteTemplate {
        name: name.to_owned(),
        language: Some(language),
        text: text.to_owned(),
    };
    BUNDLED.into_iter().map(template).collect()
}

impl NoteTemplate {
    /// The text with the placeholders filled in. Anything else in curly brackets stays as it is.
    #[must_use]
    pub fn fill(&self, values: &TemplateValues) -> FilledTemplate {
        let (mut text, mut cursor) = (String::new(), None);
        let mut rest = self.text.strip_suffix('\n').unwrap_or(&self.text);
        while let Some(start) = rest.find('{') {
            text.push_str(&rest[..start]);
            rest = &rest[start..];
            let end = rest.find('}').map_or(1, |end| end + 1);
            match &rest[..end] {
                "{cursor}" => cursor = cursor.or(Some(text.len())),
                placeholder => text.push_str(values.of(placeholder).unwrap_or(placeholder)),
            }
            rest = &rest[end..];
        }
        text.push_str(rest);
        FilledTemplate { cursor: cursor.unwrap_or(text.len()), text }
    }
}

impl TemplateValues {
    /// What a placeholder is replaced by; `None` if it is none.
    fn of(&self, placeholder: &str) -> Option<&str> {
        let value = match placeholder {
            "{date}" => &self.date,
            "{meeting}" => &self.meeting,
            "{item}" => &self.item,
            "{passage}" => &self.passage,
            "{delegation}" => &self.delegation,
            _ => return None,
        };
        Some(if value.is_empty() { UNKNOWN } else { value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> (String, usize) {
        let template = NoteTemplate { name: "x".into(), language: None, text: text.into() };
        let values = TemplateValues { date: "6 March".into(), ..TemplateValues::default() };
        let filled = template.fill(&values);
        (filled.text, filled.cursor)
    }

    #[test]
    fn placeholders_are_filled_in_and_anything_else_stays() {
        assert_eq!(filled("On {date}: {item}\n"), ("On 6 March: …".into(), "On 6 March: …".len()));
        assert_eq!(filled("a{cursor}b {cursor}"), ("ab ".into(), 1));
        assert_eq!(filled("{dates} {} { {date"), ("{dates} {} { {date".into(), 18));
    }

    #[test]
    fn the_bundled_templates_are_there_in_both_languages_with_known_placeholders() {
        let all = bundled_templates();
        for name in ["floor", "bilateral", "instruction", "report"] {
            for language in [Language::EN, Language::FR] {
                let found =
                    all.iter().find(|template| template.name == name && template.language == Some(language));
                let text = found.expect("it is bundled").fill(&TemplateValues::default()).text;
                assert!(!text.contains(['{', '}']), "{name} in {language}: {text}");
            }
        }
    }
}
