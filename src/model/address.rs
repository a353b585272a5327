//! An address: the printed number as a path inside one document, `annex/16/a`.
//!
//! It is the same in all languages, because the UN uses the same numbers in all six.
//!
//! ```text
//!  annex/16/a      annex-II/heading/A     annex/E/next/2
//!  └part┘└place┘   └part─┘└─place──┘     └part┘└place──┘
//! ```

use std::fmt;
use std::str::FromStr;

use crate::base::Value;

/// A part of a document; numbering restarts in each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Everything before the body: cover, summary, foreword, letter of transmittal.
    Front,
    /// The body.
    Body,
    /// An annex, with its number or letter if it has one: `II`, `A`.
    Annex(Option<String>),
}

/// A place inside a part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The title of the document.
    Title,
    /// A heading by its path, `["II", "A"]`; `~2` is the second unnumbered heading there; an empty path is the title of the part.
    Heading(Vec<String>),
    /// A paragraph with its sub-paragraphs: `["14", "c", "ii"]`, `["7", "bullet-3"]`.
    Paragraph(Vec<String>),
    /// The list of recommended next steps of a section (given by its path), which is the heading of that list.
    Steps(Vec<String>),
    /// A recommended next step: the path of the section, then its number and sub-paragraphs.
    Step(Vec<String>, Vec<String>),
    /// A preambular paragraph, counted from 1, with sub-paragraphs.
    Preambular(Vec<String>),
    /// An operative paragraph with sub-paragraphs.
    Operative(Vec<String>),
    /// A norm of responsible State behaviour: the letter of norm 13 of the 2015 and 2021 GGE reports.
    Norm(String),
    /// An agenda item quoted in the document: `["5", "f"]`.
    Item(Vec<String>),
    /// A footnote by its printed mark; a second one with the same mark is `*~2`.
    Note(String),
    /// A block without a number: the n-th one of its part.
    Text(Vec<String>),
}

/// The position of a passage in its document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The part of the document.
    pub part: Part,
    /// The place in that part.
    pub place: Place,
}

impl Address {
    /// A place in the body.
    #[must_use]
    pub fn body(place: Place) -> Self {
        Self { part: Part::Body, place }
    }

    /// The passage that contains this one: `14/c/ii` → `14/c` → `14`; a next step → its list; a list → its section.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let shorter = |path: &[String]| (path.len() > 1).then(|| path[..path.len() - 1].to_vec());
        let place = match &self.place {
            Place::Paragraph(path) => Place::Paragraph(shorter(path)?),
            Place::Preambular(path) => Place::Preambular(shorter(path)?),
            Place::Operative(path) => Place::Operative(shorter(path)?),
            Place::Item(path) => Place::Item(shorter(path)?),
            Place::Text(path) => Place::Text(shorter(path)?),
            Place::Heading(path) => Place::Heading(
                shorter(path).or_else(|| (!path.is_empty() && self.part != Part::Body).then(Vec::new))?,
            ),
            Place::Step(section, path) => match shorter(path) {
                Some(path) => Place::Step(section.clone(), path),
                None => Place::Steps(section.clone()),
            },
            Place::Steps(section) => Place::Heading(section.clone()),
            Place::Title | Place::Norm(_) | Place::Note(_) => return None,
        };
        Some(Self { part: self.part.clone(), place })
    }

    /// Whether the other address is this one or is below it by number (`16` covers `16/a`).
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let mut at = Some(other.clone());
        while let Some(address) = at {
            if address == *self {
                return true;
            }
            at = match address.place {
                // A section covers its passages by reading order, not by number: see Document::passage.
                Place::Steps(_) | Place::Heading(_) => None,
                _ => address.parent(),
            };
        }
        false
    }

    /// The name of a next step for people: `E.2`; `None` for any other passage.
    #[must_use]
    pub fn step_name(&self) -> Option<String> {
        match &self.place {
            Place::Step(section, path) => Some([&section[..], &path[..]].concat().join(".")),
            _ => None,
        }
    }

    /// The last component of the number: `ii` of `14/c/ii`, `2` of `annex/E/next/2`.
    #[must_use]
    pub fn last(&self) -> Option<&str> {
        let path = match &self.place {
            Place::Paragraph(path)
            | Place::Preambular(path)
            | Place::Operative(path)
            | Place::Item(path)
            | Place::Text(path)
            | Place::Heading(path)
            | Place::Step(_, path) => path,
            Place::Norm(letter) => return Some(letter),
            Place::Note(mark) => return Some(mark),
            Place::Steps(_) | Place::Title => return None,
        };
        path.last().map(String::as_str)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Front => f.write_str("front"),
            Self::Body => Ok(()),
            Self::Annex(None) => f.write_str("annex"),
            Self::Annex(Some(mark)) => write!(f, "annex-{mark}"),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.part != Part::Body {
            write!(f, "{}/", self.part)?;
        }
        let head = |head: &str, path: &[String]| {
            std::iter::once(head.to_owned()).chain(path.iter().cloned()).collect::<Vec<_>>().join("/")
        };
        let path = match &self.place {
            Place::Title => "title".to_owned(),
            Place::Heading(path) => head("heading", path),
            Place::Paragraph(path) => path.join("/"),
            Place::Steps(section) => {
                section.iter().map(String::as_str).chain(["next"]).collect::<Vec<_>>().join("/")
            }
            Place::Step(section, path) => {
                let all =
                    section.iter().map(String::as_str).chain(["next"]).chain(path.iter().map(String::as_str));
                all.collect::<Vec<_>>().join("/")
            }
            Place::Preambular(path) => head("pp", path),
            Place::Operative(path) => head("op", path),
            Place::Norm(letter) => format!("norm/{letter}"),
            Place::Item(path) => head("item", path),
            Place::Note(mark) => format!("note/{mark}"),
            Place::Text(path) => head("text", path),
        };
        f.write_str(&path)
    }
}

impl From<&Address> for Value {
    fn from(address: &Address) -> Self {
        Self::Text(address.to_string())
    }
}

impl FromStr for Address {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut path: Vec<&str> = text.split('/').collect();
        if path.iter().any(|part| part.is_empty() || part.contains(char::is_whitespace)) {
            return Err(());
        }
        let part = part_from(path[0]);
        if part != Part::Body {
            path.remove(0);
        }
        let (first, rest) = path.split_first().ok_or(())?;
        let owned: Vec<String> = rest.iter().map(|part| (*part).to_owned()).collect();
        let place = match *first {
            "title" if rest.is_empty() => Place::Title,
            "heading" => Place::Heading(owned),
            "pp" if !rest.is_empty() => Place::Preambular(owned),
            "op" if !rest.is_empty() => Place::Operative(owned),
            "item" if !rest.is_empty() => Place::Item(owned),
            "text" if !rest.is_empty() => Place::Text(owned),
            "norm" if rest.len() == 1 => Place::Norm(owned[0].clone()),
            "note" if rest.len() == 1 => Place::Note(owned[0].clone()),
            _ => numbered_place(&path)?,
        };
        Ok(Self { part, place })
    }
}

fn part_from(text: &str) -> Part {
    match text {
        "front" => Part::Front,
        "annex" => Part::Annex(None),
        _ => match text.strip_prefix("annex-") {
            Some(mark) if !mark.is_empty() => Part::Annex(Some(mark.to_owned())),
            _ => Part::Body,
        },
    }
}

fn numbered_place(path: &[&str]) -> Result<Place, ()> {
    let owned = |path: &[&str]| path.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
    if let Some(at) = path.iter().position(|part| *part == "next") {
        let (section, steps) = (owned(&path[..at]), owned(&path[at + 1..]));
        return Ok(if steps.is_empty() { Place::Steps(section) } else { Place::Step(section, steps) });
    }
    if path[0].starts_with(|c: char| c.is_ascii_digit()) {
        Ok(Place::Paragraph(owned(path)))
    } else {
        Err(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_form_of_the_design_is_read_and_written_back() {
        let forms = [
            "16",
            "16/a",
            "14/c/ii",
            "7/bullet-3",
            "annex/16/a",
            "annex-II/4",
            "annex-A/2",
            "front/text/3",
            "heading/II/A",
            "annex/heading/E",
            "heading/V/~2",
            "annex/heading",
            "annex/E/next/2",
            "annex/E/next",
            "pp/7",
            "op/4",
            "norm/i",
            "item/5/f",
            "note/2",
            "annex/note/14",
            "annex/note/*",
            "annex/text/3",
            "title",
        ];
        for form in forms {
            assert_eq!(form.parse::<Address>().unwrap().to_string(), form);
        }
        for wrong in ["", "/", "annex", "annex/", "pp", "a/b", "16//a", "16 a", "norm/a/b"] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_parent_is_the_passage_above() {
        let cases = [
            ("14/c/ii", Some("14/c")),
            ("14", None),
            ("annex/E/next/2", Some("annex/E/next")),
            ("annex/E/next", Some("annex/heading/E")),
            ("annex/heading/E", Some("annex/heading")),
            ("heading/II", None),
            ("item/5/f", Some("item/5")),
        ];
        for (child, parent) in cases {
            let found = child.parse::<Address>().unwrap().parent().map(|address| address.to_string());
            assert_eq!(found.as_deref(), parent);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_read_and_written_back(text in "[a-z0-9/~*. -]{0,24}") {
            if let Ok(address) = text.parse::<Address>() {
                prop_assert_eq!(address.to_string(), text);
            }
        }
    }
}
