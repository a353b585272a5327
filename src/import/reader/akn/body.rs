//! The passages of a file, in the order of print.

use crate::base::numbering::roman;
use crate::import::line::{Label, Line, LineRole};
use crate::import::mark;
use crate::import::reader::akn::inline::InlineWords;
use crate::import::reader::akn::label;
use crate::import::reader::xml::{Element, Node};

/// The lines of a file: each is a whole passage, a note after the passage that calls it.
#[must_use]
pub fn lines(root: &Element) -> Vec<Line> {
    let mut builder = AknBuilder::default();
    for part in root.elements() {
        builder.statement(part);
    }
    builder.rest();
    builder.lines
}

/// The lines as they are made.
#[derive(Default)]
pub(super) struct AknBuilder {
    lines: Vec<Line>,
    /// A number whose words come with the next passage, and its line.
    pub(super) waiting: Option<(String, u32)>,
    titled: bool,
    /// An annex begins, and nothing of it was read yet: its number, if there are several.
    annex: Option<Option<String>>,
    /// The last line is the name of an annex without a title.
    annex_untitled: bool,
    in_annex: bool,
    /// How deep in sections.
    depth: u8,
}

impl AknBuilder {
    fn statement(&mut self, element: &Element) {
        for child in element.elements() {
            match child.name.as_str() {
                "meta" => {}
                "coverPage" => child.elements().for_each(|line| self.add(LineRole::Cover, None, line)),
                "preface" => self.preface(child),
                "preamble" => self.preamble(child),
                "mainBody" | "body" => self.body(child),
                "conclusions" => self.conclusions(child),
                "attachments" => self.attachments(child),
                _ if is_passage(child) => self.part(child),
                _ => self.statement(child),
            }
        }
    }

    /// The number and the title; the letter of a part has a line of its own.
    fn preface(&mut self, element: &Element) {
        for line in element.elements() {
            let numbers: Vec<String> =
                line.descendants("docNumber").iter().map(|number| squeezed(number)).collect();
            let words = InlineWords::of(&without(line, "docNumber"));
            if words.is_empty() && numbers.is_empty() {
                continue;
            }
            let mut numbers = numbers.into_iter();
            if !std::mem::replace(&mut self.titled, true) {
                self.push(LineRole::Title, numbers.next(), None, words, line.line);
                numbers.for_each(|letter| self.letter(letter, line.line));
            } else {
                numbers.for_each(|letter| self.letter(letter, line.line));
                self.push(LineRole::Heading(Some(1)), None, None, words, line.line);
            }
        }
    }

    fn letter(&mut self, text: String, line: u32) {
        let words = InlineWords { text, ..InlineWords::default() };
        self.push(LineRole::Heading(Some(1)), None, None, words, line);
    }

    fn preamble(&mut self, element: &Element) {
        for child in element.elements() {
            match child.name.as_str() {
                "formula" if child.elements().next().is_none() => self.add(LineRole::Opener, None, child),
                "formula" => child.elements().for_each(|line| self.add(LineRole::Opener, None, line)),
                "container"
                    if child.elements().all(|part| matches!(part.name.as_str(), "p" | "blockList")) =>
                {
                    let role = if child.attribute("name").is_some() {
                        LineRole::Preambular
                    } else {
                        LineRole::Heading(Some(1))
                    };
                    child.elements().for_each(|part| self.preambular(role, part));
                }
                "container" => self.body(child),
                _ => self.preambular(LineRole::Preambular, child),
            }
        }
    }

    fn preambular(&mut self, role: LineRole, element: &Element) {
        match element.name.as_str() {
            "p" => self.add(role, None, element),
            "blockList" => self.block_list(element),
            _ => self.part(element),
        }
    }

    /// A part of the document with headings and passages.
    fn body(&mut self, element: &Element) {
        let mut number: Option<(String, u32)> = None;
        for child in element.elements() {
            match child.name.as_str() {
                "num" => number = Some((squeezed(child), child.line)),
                "heading" | "subheading" => {
                    let level = Some(self.depth.max(1));
                    self.add_at(
                        LineRole::Heading(level),
                        number.take().map(|(number, _)| number),
                        level,
                        child,
                    );
                }
                _ => self.part(child),
            }
        }
        if let Some((number, line)) = number {
            self.push(
                LineRole::Heading(Some(self.depth.max(1))),
                Some(number),
                None,
                InlineWords::default(),
                line,
            );
        }
    }

    pub(super) fn part(&mut self, element: &Element) {
        match element.name.as_str() {
            "paragraph" | "article" | "clause" | "alinea" | "rule" => self.paragraph(element),
            "crossHeading" if element.attribute("refersTo") == Some("#preamble") => {
                self.add(LineRole::Preambular, None, element)
            }
            "crossHeading" => self.add(LineRole::Heading(Some(self.depth + 1)), None, element),
            "table" => self.table(element),
            "p" => self.add(self.running(), None, element),
            "blockList" => self.block_list(element),
            "list" => self.list(element, None, 1),
            "container" if element.descendants("table").is_empty() => {
                let preambular =
                    element.elements().all(|part| matches!(part.name.as_str(), "p" | "blockList"));
                let role = if preambular { LineRole::Preambular } else { self.running() };
                for part in element.elements() {
                    if part.name == "p" { self.add(role, None, part) } else { self.part(part) }
                }
            }
            "section" | "part" | "title" | "chapter" | "subsection" | "division" => {
                self.depth += 1;
                self.body(element);
                self.depth -= 1;
            }
            _ if has_words(element) => self.add(self.running(), None, element),
            _ => self.body(element),
        }
    }

    /// The role of running text here.
    pub(super) fn running(&self) -> LineRole {
        if self.in_annex { LineRole::Body } else { LineRole::Operative }
    }

    fn paragraph(&mut self, element: &Element) {
        let heading = heading_level(element).map(|level| LineRole::Heading(Some(level + self.depth)));
        let role = heading.unwrap_or_else(|| self.running());
        let mut number: Option<(String, u32)> = None;
        let own = |number: &mut Option<(String, u32)>| number.take().map(|(number, _)| number);
        for child in element.elements() {
            match child.name.as_str() {
                "num" => number = Some((squeezed(child), child.line)),
                "heading" | "subheading" => {
                    let role = heading.unwrap_or(LineRole::Heading(Some(self.depth + 3)));
                    self.add(role, own(&mut number), child);
                }
                "p" => self.add(role, own(&mut number), child),
                "list" => self.list(child, own(&mut number), 1),
                "content" => {
                    for part in child.elements() {
                        if part.name == "p" {
                            self.add(role, own(&mut number), part)
                        } else {
                            self.part(part)
                        }
                    }
                }
                _ => self.part(child),
            }
        }
        match number {
            Some((number, line)) if heading.is_some() => {
                self.push(role, Some(number), None, InlineWords::default(), line)
            }
            Some(number) => self.waiting = Some(number),
            None => {}
        }
    }

    /// The meeting and the date, each on its line.
    fn conclusions(&mut self, element: &Element) {
        for child in element.elements() {
            let words = InlineWords::of(child);
            let (mut calls, mut notes) = (words.calls.into_iter(), words.notes.into_iter());
            for text in words.text.split('\n') {
                let count = text.matches(mark::CALL).count();
                let part = InlineWords {
                    text: text.trim().to_owned(),
                    calls: calls.by_ref().take(count).collect(),
                    notes: notes.by_ref().take(count).collect(),
                };
                self.push(LineRole::Closing, None, None, part, child.line);
            }
        }
    }

    fn attachments(&mut self, element: &Element) {
        let count = element.elements().filter(|child| child.name == "attachment").count();
        for (at, attachment) in (1u32..).zip(element.elements().filter(|child| child.name == "attachment")) {
            self.rest();
            let number = (count > 1).then(|| roman(at).to_uppercase());
            self.annex = Some(number);
            self.in_annex = true;
            self.statement(attachment);
            self.annex = None;
        }
        self.in_annex = false;
    }

    pub(super) fn add(&mut self, role: LineRole, number: Option<String>, element: &Element) {
        self.add_at(role, number, None, element);
    }

    pub(super) fn add_at(
        &mut self,
        role: LineRole,
        number: Option<String>,
        level: Option<u8>,
        element: &Element,
    ) {
        self.push(role, number, level, InlineWords::of(element), element.line);
    }

    /// Adds a passage; a number without words waits for those of the next one.
    pub(super) fn push(
        &mut self,
        role: LineRole,
        number: Option<String>,
        level: Option<u8>,
        mut words: InlineWords,
        line: u32,
    ) {
        let is_heading = matches!(role, LineRole::Heading(_));
        let numbered = number.filter(|number| !number.is_empty());
        if words.is_empty() && !is_heading {
            if let Some(number) = numbered {
                self.waiting = Some((number, line));
            }
            return;
        }
        if words.is_empty() && numbered.is_none() {
            return;
        }
        let waits = |builder: &mut Self| {
            (!is_heading && role != LineRole::Row).then(|| builder.waiting.take()).flatten()
        };
        let number = numbered.or_else(|| waits(self).map(|(number, _)| number));
        let mut label = number.map(|text| Label { text, level });
        if label.is_none()
            && matches!(role, LineRole::Body | LineRole::Operative | LineRole::Preambular)
            && let Some((found, rest)) = label::in_text(&words.text)
        {
            let rest = rest.to_owned();
            label = Some(Label { level, ..found });
            words.text = rest;
        }
        words.text = words.text.replace('\n', " ");
        let heads = matches!(role, LineRole::Body | LineRole::Operative)
            && label.as_ref().is_some_and(|label| label::is_of_heading(&label.text));
        let role = match role {
            _ if heads => LineRole::Heading(Some(self.depth + 1)),
            LineRole::Operative if label.as_ref().is_some_and(|label| label.level.is_some()) => {
                LineRole::Body
            }
            role => role,
        };
        self.place(role, label, words, line);
    }

    /// Puts a line after the others: the first one of an annex is its heading, and the next heading its title.
    fn place(&mut self, role: LineRole, label: Option<Label>, words: InlineWords, line: u32) {
        let name = label.is_none() && mark::off(&words.text).split_whitespace().count() <= 2;
        let is_heading =
            label.is_none() && matches!(role, LineRole::Heading(_)) || self.annex.is_some() && name;
        let mut new = Line {
            number: line,
            text: words.text,
            label,
            calls: words.calls,
            begins: Some(true),
            ..Line::default()
        };
        let titles = std::mem::take(&mut self.annex_untitled) && is_heading;
        match self.annex.take() {
            Some(number) if is_heading => {
                let short = mark::off(&new.text).split_whitespace().count() <= 2;
                self.annex_untitled = short;
                new.label = number.map(|text| Label { text, level: None });
                new.role = Some(LineRole::Annex);
            }
            Some(number) => {
                let label = number.map(|text| Label { text, level: None });
                let begins = Some(true);
                self.lines.push(Line {
                    number: line,
                    role: Some(LineRole::Annex),
                    label,
                    begins,
                    ..Line::default()
                });
                new.role = Some(role);
            }
            None if titles => {
                new.begins = Some(false);
                new.role = Some(role);
            }
            None => new.role = Some(role),
        }
        self.lines.push(new);
        self.lines.extend(words.notes);
    }

    /// A number that no words came after is a line of its own.
    fn rest(&mut self) {
        if let Some((text, line)) = self.waiting.take() {
            let begins = Some(true);
            self.lines.push(Line {
                number: line,
                text,
                role: Some(LineRole::Body),
                begins,
                ..Line::default()
            });
        }
    }
}

/// The level of a heading by the style of the UN: `HCh` a chapter, `H1`, `H23`, `H4`, `H56` below it; `None` for other styles.
fn heading_level(element: &Element) -> Option<u8> {
    let class = element.attribute("class")?;
    let style = class.strip_prefix("Title").unwrap_or(class).strip_prefix('H')?;
    let digit = style.chars().next().and_then(|c| c.to_digit(10)).unwrap_or_default();
    u8::try_from(digit + 1).ok()
}

/// Whether an element is a passage, or holds nothing but passages.
fn is_passage(element: &Element) -> bool {
    matches!(
        element.name.as_str(),
        "p" | "paragraph" | "table" | "list" | "blockList" | "section" | "container" | "crossHeading"
    )
}

/// Whether words stand right in an element.
fn has_words(element: &Element) -> bool {
    element.children.iter().any(|child| matches!(child, Node::Text(text) if !text.trim().is_empty()))
}

/// The text of an element with single spaces.
pub(super) fn squeezed(element: &Element) -> String {
    let text = InlineWords::of(element).text;
    mark::off(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An element without those of a name in it.
fn without(element: &Element, name: &str) -> Element {
    let kept = element.children.iter().filter_map(|child| match child {
        Node::Element(child) => (child.name != name).then(|| Node::Element(without(child, name))),
        Node::Text(text) => Some(Node::Text(text.clone())),
    });
    Element {
        children: kept.collect(),
        attributes: element.attributes.clone(),
        name: element.name.clone(),
        line: element.line,
    }
}
