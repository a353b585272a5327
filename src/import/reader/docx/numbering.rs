//! Automatic numbers of Word: the definitions of lists, and the counters while the paragraphs are read in order.

use std::collections::HashMap;

use crate::base::numbering::{letters, roman};
use crate::import::reader::xml::Element;

/// Levels of a list; Word has nine.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Level {
    start: u32,
    /// `decimal`, `lowerLetter`, `bullet` …
    format: String,
    /// `%1.`, `(%2)`, `•`.
    text: String,
    /// The level, counted from 1, whose paragraphs start this one again; 0 none; `None` any level above.
    restart: Option<u32>,
    /// All numbers in it are decimal.
    legal: bool,
    /// The paragraph style that has this level.
    style: Option<String>,
}

/// A list as a paragraph refers to it.
#[derive(Debug, Clone, Default)]
struct ListReference {
    /// Lists with the same definition count on together.
    definition: String,
    /// Levels it starts again, or changes, by their place.
    starts: HashMap<usize, u32>,
    changed: HashMap<usize, Level>,
}

/// The lists of a document and their counters.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<String, Vec<Level>>,
    lists: HashMap<String, ListReference>,
    /// For each definition what its levels have reached.
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists that were started with a number of their own.
    started: Vec<(String, usize)>,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    #[must_use]
    pub fn of(root: &Element) -> Self {
        let mut numbering = Self::default();
        let mut links: Vec<(String, String)> = Vec::new();
        let mut styles: HashMap<String, String> = HashMap::new();
        for definition in root.elements().filter(|element| element.name == "abstractNum") {
            let id = definition.attribute("abstractNumId").unwrap_or_default().to_owned();
            if let Some(link) = value(definition, "numStyleLink") {
                links.push((id.clone(), link.to_owned()));
            }
            if let Some(style) = value(definition, "styleLink") {
                styles.insert(style.to_owned(), id.clone());
            }
            let mut levels = vec![Level::none(); LEVELS];
            for level in definition.elements().filter(|element| element.name == "lvl") {
                if let Some(place) = levels.get_mut(place(level)) {
                    *place = Level::of(level);
                }
            }
            numbering.definitions.insert(id, levels);
        }
        for (id, style) in links {
            if let Some(levels) = styles.get(&style).and_then(|id| numbering.definitions.get(id)).cloned() {
                numbering.definitions.insert(id, levels);
            }
        }
        for list in root.elements().filter(|element| element.name == "num") {
            let id = list.attribute("numId").unwrap_or_default().to_owned();
            let definition = value(list, "abstractNumId").unwrap_or_default().to_owned();
            let mut made = ListReference { definition, ..ListReference::default() };
            for change in list.elements().filter(|element| element.name == "lvlOverride") {
                let place = place(change);
                if let Some(start) = value(change, "startOverride").and_then(|start| start.parse().ok()) {
                    made.starts.insert(place, start);
                }
                if let Some(level) = change.child("lvl") {
                    made.changed.insert(place, Level::of(level));
                }
            }
            numbering.lists.insert(id, made);
        }
        numbering
    }

    /// The level of a list that has a paragraph style.
    #[must_use]
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let levels = self.definitions.get(&self.lists.get(list)?.definition)?;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts a paragraph of a list, at a level from 0; returns its number as printed. `None` for a list that does not exist,
    /// and for a level without a number.
    pub fn count(&mut self, list: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let known = self.lists.get(list)?;
        let mut levels = self.definitions.get(&known.definition)?.clone();
        for (place, changed) in known.changed.iter().filter(|(place, _)| **place < LEVELS) {
            levels[*place] = changed.clone();
        }
        let counters = self.counters.entry(known.definition.clone()).or_default();
        let own = known.starts.get(&level).copied();
        let first_of_list = own.is_some() && !self.started.contains(&(list.to_owned(), level));
        counters[level] = match (counters[level], own) {
            (_, Some(start)) if first_of_list => {
                self.started.push((list.to_owned(), level));
                Some(start)
            }
            (Some(last), _) => Some(last.saturating_add(1)),
            (None, _) => Some(levels[level].start),
        };
        for below in level + 1..LEVELS {
            let restarts = match levels[below].restart {
                None => true,
                Some(above) => usize::try_from(above).is_ok_and(|above| above > level),
            };
            if restarts {
                counters[below] = None;
            }
        }
        let text = levels[level].printed(&levels, counters);
        (!text.trim().is_empty()).then_some(text)
    }
}

impl Level {
    fn none() -> Self {
        let (format, text) = ("none".to_owned(), String::new());
        Self { start: 1, format, text, restart: None, legal: false, style: None }
    }

    fn of(element: &Element) -> Self {
        let number = |name: &str| value(element, name).and_then(|value| value.parse().ok());
        Self {
            start: number("start").unwrap_or(0),
            format: value(element, "numFmt").unwrap_or("decimal").to_owned(),
            text: value(element, "lvlText").unwrap_or_default().to_owned(),
            restart: number("lvlRestart"),
            legal: element
                .child("isLgl")
                .is_some_and(|legal| legal.attribute("val").is_none_or(|val| val != "0")),
            style: value(element, "pStyle").map(ToOwned::to_owned),
        }
    }

    fn printed(&self, levels: &[Self], counters: &[Option<u32>; LEVELS]) -> String {
        if self.format == "bullet" {
            return bullet(&self.text).to_owned();
        }
        if self.format == "none" {
            return self.text.split('%').next().unwrap_or_default().to_owned();
        }
        let mut printed = String::new();
        let mut chars = self.text.chars().peekable();
        while let Some(c) = chars.next() {
            let place = chars.peek().and_then(|next| next.to_digit(10)).filter(|_| c == '%');
            let Some(place) = place.and_then(|place| usize::try_from(place).ok()).filter(|place| *place > 0)
            else {
                printed.push(c);
                continue;
            };
            chars.next();
            let (Some(level), Some(counter)) = (levels.get(place - 1), counters.get(place - 1)) else {
                continue;
            };
            let format = if self.legal { "decimal" } else { &level.format };
            printed.push_str(&formatted(counter.unwrap_or(level.start), format));
        }
        printed
    }
}

/// A bullet as a character that every font has.
fn bullet(text: &str) -> &str {
    match text {
        "-" | "–" | "—" | "•" | "*" | "▪" => text,
        _ => "•",
    }
}

/// A number in one of the formats of Word; decimal in those that documents of the United Nations do not use.
#[must_use]
pub fn formatted(number: u32, format: &str) -> String {
    match format {
        "lowerRoman" => roman(number.min(3999)),
        "upperRoman" => roman(number.min(3999)).to_uppercase(),
        "lowerLetter" => repeated(number),
        "upperLetter" => repeated(number).to_uppercase(),
        "decimalZero" if number < 10 => format!("0{number}"),
        "russianLower" => of_alphabet(number, "абвгдежзиклмнопрстуфхцчшщэюя"),
        "arabicAbjad" => of_alphabet(number, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
        "arabicAlpha" => of_alphabet(number, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// After z Word counts aa, bb, cc.
fn repeated(number: u32) -> String {
    if number == 0 {
        return "0".to_owned();
    }
    let letter = letters((number - 1) % 26 + 1);
    letter.repeat(usize::try_from((number - 1) / 26 + 1).unwrap_or(1).min(9))
}

fn of_alphabet(number: u32, alphabet: &str) -> String {
    let place = usize::try_from(number).unwrap_or(usize::MAX).checked_sub(1);
    let letter = place.and_then(|place| alphabet.chars().nth(place));
    letter.map_or_else(|| number.to_string(), |letter| letter.to_string())
}

/// The level an element is of, counted from 0.
fn place(element: &Element) -> usize {
    element.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0)
}

/// The attribute `val` of the first element of a name right in another.
#[must_use]
pub fn value<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.child(name)?.attribute("val")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::xml;

    fn numbering(xml: &str) -> Numbering {
        Numbering::of(&xml::parse("numbering.xml", xml.as_bytes()).unwrap())
    }

    const TWO_LISTS: &str = r#"<w:numbering>
        <w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2 (%3)"/></w:lvl>
            <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="7"/>
            <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn levels_count_and_start_again_below_the_next_paragraph() {
        let mut numbering = numbering(TWO_LISTS);
        let mut count = |list: &str, level| numbering.count(list, level).unwrap();
        let printed: Vec<String> = [0, 1, 1, 2, 3, 0, 1].into_iter().map(|level| count("1", level)).collect();
        assert_eq!(printed, ["1.", "(a)", "(b)", "1.b (i)", "•", "2.", "(a)"]);
        // Another list with the same definition counts on, unless it has a start of its own.
        assert_eq!(count("2", 0), "5.");
        assert_eq!(count("2", 0), "6.");
        assert_eq!(count("1", 0), "7.");
    }

    #[test]
    fn formats_of_word() {
        let cases = [
            (4, "upperRoman", "IV"),
            (28, "lowerLetter", "bb"),
            (3, "upperLetter", "C"),
            (3, "decimalZero", "03"),
            (2, "russianLower", "б"),
            (3, "arabicAbjad", "ج"),
            (3, "chineseCounting", "3"),
        ];
        for (number, format, expected) in cases {
            assert_eq!(formatted(number, format), expected);
        }
        assert_eq!(numbering(TWO_LISTS).count("9", 0), None);
    }
}
