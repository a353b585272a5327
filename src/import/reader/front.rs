//! The head that Markdown files and texts may have: `symbol:`, `title:`, `date:` between two lines of hyphens.

use crate::base::{Finding, FindingKind};
use crate::import::Given;
use crate::import::edit::finding;
use crate::import::line::Line;

/// A head is no longer than this, in lines.
const LONGEST: usize = 40;

/// Takes the head off, each line a finding, and returns what it says of the document. A text that begins with a rule and has no
/// line `key: value` of a known key before the next one keeps its lines.
#[must_use]
pub fn take_off(lines: &mut Vec<Line>, findings: &mut Vec<Finding>) -> Given {
    let mut says = Given::default();
    if lines.first().is_none_or(|line| line.text != "---") {
        return says;
    }
    let end = lines.iter().take(LONGEST).skip(1).position(|line| matches!(line.text.as_str(), "---" | "..."));
    let Some(end) = end.map(|at| at + 1) else { return says };
    let mut known = 0;
    for line in &lines[1..end] {
        let Some((key, value)) = line.text.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        match key.trim().to_ascii_lowercase().as_str() {
            "symbol" => says.symbol = value.parse().ok(),
            "title" => says.title = Some(value.to_owned()).filter(|title| !title.is_empty()),
            "date" => says.date = value.get(..10).unwrap_or(value).parse().ok(),
            "language" | "lang" => says.language = value.to_ascii_lowercase().parse().ok(),
            _ => continue,
        }
        known += 1;
    }
    if known == 0 {
        return Given::default();
    }
    for line in lines.drain(..=end) {
        findings.push(finding(FindingKind::Markup, line.number, &line.text, None));
    }
    says
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::plain;

    #[test]
    fn a_head_says_what_the_document_is() {
        let mut findings = Vec::new();
        let text = "---\nsymbol: A/C.1/78/L.59\ntitle: \"Lights: a draft\"\ndate: 2023-10-12\nauthor: somebody\n---\n\n1. Text";
        let mut lines = plain::lines(text, &mut findings);
        let says = take_off(&mut lines, &mut findings);
        assert_eq!(says.symbol.unwrap().as_str(), "A/C.1/78/L.59");
        assert_eq!(says.title.as_deref(), Some("Lights: a draft"));
        assert_eq!(says.date.unwrap().to_string(), "2023-10-12");
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["1. Text"]);
        assert_eq!(findings.len(), 6, "every line of the head is accounted for");
    }

    #[test]
    fn a_rule_is_no_head() {
        for text in [
            "---\nIntroduction: words\n---\nText",
            "---\nsymbol: A/1/2\nno end",
            "Text\n---\nsymbol: A/1/2\n---",
        ] {
            let mut lines = plain::lines(text, &mut Vec::new());
            let count = lines.len();
            assert_eq!(take_off(&mut lines, &mut Vec::new()), Given::default());
            assert_eq!(lines.len(), count, "{text}");
        }
    }
}
