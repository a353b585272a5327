//! Numbers alone on a line are put before the words on the next one.

use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::line::Line;
use crate::import::shape::enumerator::{Lead, LeadKind, lead};
use crate::import::shape::join::{Begin, begin};
use crate::import::shape::recognise::resolution_title;
use crate::language::Enumerators;

/// Joins a line that is nothing but a number or a letter with the line after it.
#[must_use]
pub fn join(lines: Vec<Line>, marks: &Enumerators) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut alone = false;
    for line in lines {
        if line.is_known() {
            alone = false;
            joined.push(line);
            continue;
        }
        let next = alone && line.gap <= 1 && !line.after_cut && lead(&line.text, marks).is_none();
        match joined.last_mut() {
            Some(last) if next && begin(&line.text) != Begin::Small && begins_with(last, &line, marks) => {
                last.text = format!("{} {}", last.text, line.text);
                alone = false;
            }
            _ => {
                alone = is_alone(&line.text, marks);
                joined.push(line);
            }
        }
    }
    joined
}

/// Whether what is alone on a line is the number or the letter of the words after it, or the number of a resolution.
fn begins_with(number: &Line, words: &Line, marks: &Enumerators) -> bool {
    !number.text.ends_with(['-', '–']) || lead(&format!("{} {}", number.text, words.text), marks).is_some()
}

/// Puts the bracket around a paragraph of a draft behind its number, so that the number is read: `[3. Decides]`, and a space
/// between a number and a word that are printed as one: `1.Decides`.
pub fn free(lines: &mut [Line], marks: &Enumerators, findings: &mut Vec<Finding>) {
    for line in lines.iter_mut().filter(|line| line.label.is_none()) {
        let Some(inside) = line.text.strip_prefix('[') else {
            set_apart(line, marks, findings);
            continue;
        };
        let Some(lead) = lead(inside, marks).filter(|lead| lead.rest < inside.len()) else { continue };
        if !matches!(lead.kind, LeadKind::Number(..) | LeadKind::Bracket(_) | LeadKind::Labelled(..)) {
            continue;
        }
        let (number, words) = (inside[..lead.rest].trim_end(), &inside[lead.rest..]);
        let printed = format!("[{number}");
        let free = format!("{number} [{words}");
        findings.push(finding(FindingKind::Markup, line.number, &printed, Some(&format!("{number} ["))));
        line.text = free;
    }
}

/// Sets the number of a paragraph apart from its first word; Chinese has no space there.
fn set_apart(line: &mut Line, marks: &Enumerators, findings: &mut Vec<Finding>) {
    let Some(Lead { kind: LeadKind::Number(..) | LeadKind::Bracket(_), rest }) = lead(&line.text, marks)
    else {
        return;
    };
    let (number, words) = line.text.split_at(rest);
    if number.ends_with(['.', ')']) && words.starts_with(char::is_uppercase) {
        let end = words.find(char::is_whitespace).unwrap_or(words.len());
        let (glued, apart) = (format!("{number}{}", &words[..end]), format!("{number} {}", &words[..end]));
        findings.push(finding(FindingKind::Spacing, line.number, &glued, Some(&apart)));
        line.text = format!("{number} {words}");
    }
}

fn is_alone(text: &str, marks: &Enumerators) -> bool {
    if text.len() > 16 {
        return false;
    }
    // `4 - `, the number of a paragraph in Arabic.
    let dashed = text.strip_suffix(['-', '–']).map(str::trim_end);
    if dashed.is_some_and(|number| {
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    }) {
        return true;
    }
    let number = resolution_title(&format!("{text} ")).is_some_and(|(_, title)| title.is_empty());
    number || lead(text, marks).is_some_and(|lead| lead.rest == text.len() && lead.kind != LeadKind::Bullet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::plain;

    #[test]
    fn a_number_alone_goes_before_the_next_words() {
        let source = "78/237.\nTitle\nI.\n\nIntroduction\n1.\nText\n(a)\n(b)\nMore\nin 12.\nEnd\n15.";
        let lines = join(plain::lines(source, &mut Vec::new()), &Enumerators::default());
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        let expected =
            ["78/237. Title", "I. Introduction", "1. Text", "(a)", "(b) More", "in 12.", "End", "15."];
        assert_eq!(texts, expected);
    }
}
