//! The organ that speaks in a resolution: its name with a comma, before a preamble, on one line or on several.

use crate::base::text::fold;
use crate::import::layout::{is_caseless, is_ideograph};
use crate::import::line::{Line, LineRole};
use crate::import::shape::enumerator::{LeadKind, lead_of};
use crate::import::shape::join::{Begin, End, begin, end};
use crate::import::shape::recognise as is;
use crate::language::ImportWords;

/// The name of an organ is no longer than this, in characters, and is on no more lines than that.
const NAME: usize = 200;
const LINES: usize = 3;

/// Makes one line of each name of an organ that begins a resolution, and says what it is. The name of the General Assembly on one
/// line is known by its words alone.
#[must_use]
pub fn join(lines: Vec<Line>, vocabulary: &ImportWords) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let apart = is_apart(&lines, at);
        match name(&lines[at..], apart, vocabulary) {
            Some((name, count)) => {
                let calls = lines[at..at + count].iter().flat_map(|line| line.calls.clone()).collect();
                let role = Some(LineRole::Opener);
                joined.push(Line { text: name, role, calls, ..lines[at].clone() });
                at += count;
            }
            None => {
                joined.push(lines[at].clone());
                at += 1;
            }
        }
    }
    joined
}

/// Whether a line surely begins something.
fn is_apart(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    at == 0 || line.begins == Some(true) || line.gap > 0 || end(&lines[at - 1].text) == End::Full
}

/// The name of an organ that the first lines are, with its comma, and how many lines it is on.
fn name(lines: &[Line], apart: bool, vocabulary: &ImportWords) -> Option<(String, usize)> {
    let first = &lines[0];
    let begins = first.text.starts_with(|c: char| c.is_uppercase() || is_caseless(c));
    if !begins || first.has_role() || first.begins == Some(false) || !may_begin(first, apart, vocabulary) {
        return None;
    }
    let mut name = String::new();
    for (count, line) in lines.iter().take(LINES).enumerate() {
        let begins_other = line.has_role() || line.gap > 0 || line.begins == Some(true);
        if count > 0 && begins_other {
            return None;
        }
        if count > 0 && !line.text.starts_with(is_ideograph) {
            name.push(' ');
        }
        name.push_str(&line.text);
        if line.text.ends_with([',', '،', '，']) {
            let known = count == 0 && is::is_opener(&name, vocabulary);
            let next = lines.get(count + 1)?;
            // Alone between empty lines it needs no word of a preamble after it.
            let alone = !vocabulary.organ_articles.is_empty() && first.gap > 0 && next.gap > 0;
            let begins = alone && begin(&next.text) == Begin::Capital;
            let found = !known && is_name(&name, vocabulary) && (begins || leads(next, vocabulary));
            return found.then_some((name, count + 1));
        }
    }
    None
}

/// Whether a line may begin the name of an organ: with its article, or, where the language has none, apart from others.
fn may_begin(line: &Line, apart: bool, vocabulary: &ImportWords) -> bool {
    let first = line.text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    match vocabulary.organ_articles.is_empty() {
        true => apart && is_name(&line.text, vocabulary) && !is::is_preambular(&line.text, vocabulary),
        false => vocabulary.organ_articles.contains(&fold(first)),
    }
}

fn is_name(text: &str, vocabulary: &ImportWords) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).map(fold);
    let organ = |word: String| {
        let chinese = word.starts_with(is_ideograph);
        vocabulary.organs.iter().any(|organ| *organ == word || chinese && word.ends_with(organ.as_str()))
    };
    let sentence = text.contains(|c: char| c.is_ascii_digit() || ".;:".contains(c));
    text.chars().count() <= NAME && !sentence && words.any(organ)
}

/// Whether a preamble or the first paragraph begins with a line.
fn leads(next: &Line, vocabulary: &ImportWords) -> bool {
    let lead = lead_of(next, &vocabulary.enumerators).map(|lead| lead.kind);
    matches!(lead, Some(LeadKind::Number(1, None) | LeadKind::Labelled(..)))
        || next.role == Some(LineRole::Preambular)
        || is::is_preambular(&next.text, vocabulary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::plain;
    use crate::language::Languages;
    use crate::model::Language;

    #[track_caller]
    fn case(language: &str, source: &str, expected: Option<&str>) {
        let language: Language = language.parse().unwrap();
        let words = &Languages::bundled().get(language).unwrap().import;
        let lines = join(plain::lines(source, &mut Vec::new()), words);
        let opener = lines.iter().find(|line| line.role == Some(LineRole::Opener));
        assert_eq!(opener.map(|line| line.text.as_str()), expected);
    }

    #[test]
    fn the_name_of_any_organ_begins_a_resolution() {
        let drugs = "The Commission on Narcotic Drugs,\n\nRecalling its resolution 60/1,";
        case("en", drugs, Some("The Commission on Narcotic Drugs,"));
        let parties =
            "The Conference of the States Parties to the Convention\nagainst Corruption,\nNoting the report,";
        case(
            "en",
            parties,
            Some("The Conference of the States Parties to the Convention against Corruption,"),
        );
        let french = "La Conférence des Parties,\n1. Décide de se réunir ;";
        case("fr", french, Some("La Conférence des Parties,"));
        let rare = "Of lamps\n\nThe Assembly of Lamps,\n\nWith a view to more oil,";
        case("en", rare, Some("The Assembly of Lamps,"));
        let russian = "О лампах\n\nКомиссия по наркотическим средствам,\n\nссылаясь на резолюцию 60/1,";
        case("ru", russian, Some("Комиссия по наркотическим средствам,"));
    }

    #[test]
    fn the_name_of_an_organ_in_a_sentence_begins_nothing() {
        case("en", "Noting the report of the\nHuman Rights Council,\nRecalling its resolution 60/1,", None);
        case("en", "The Commission on Narcotic Drugs,\nwhich met in Vienna, noted the report.", None);
        case("en", "The General Assembly,\nRecalling its resolution 60/1,", None);
        case("en", "The Board of Auditors,\n\nwhich met in Vienna, noted the report.", None);
    }
}
