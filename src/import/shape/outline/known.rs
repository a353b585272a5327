//! Lines of which the format says what they are: taken at its word, with numbers that need no sequence to be believed.

use super::numbered::{component as counted, printed as counted_as_printed};
use super::{Host, Mode, Outline};
use crate::import::line::{Label, LineRole};
use crate::import::shape::block::Raw;
use crate::import::shape::enumerator::{LeadKind, label_kind, lead_of};
use crate::import::shape::recognise as is;
use crate::language::Enumerators;
use crate::model::{Address, BlockKind, Part, Place};

/// Between the cells of a row.
const CELLS: &str = " | ";

impl Outline<'_> {
    /// Takes a line of which the format says what it is; false if it says too little.
    pub(super) fn known(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        if line.begins == Some(false) && !self.blocks.is_empty() && !self.begins_unseen(at) {
            self.add(at);
            return true;
        }
        match (line.role, &line.label) {
            (Some(LineRole::Annex), label) => self.known_annex(at, label.as_ref()),
            (Some(LineRole::Heading(Some(_)) | LineRole::Title), None) if self.names_annex(at) => {
                self.known_annex(at, None)
            }
            (Some(LineRole::Title), label) => self.known_title(at, label.as_ref()),
            // A template may print the title of a resolution as a heading.
            (Some(LineRole::Heading(Some(_))), None) if self.titles_resolution(at) => {
                self.known_title(at, None);
            }
            (Some(LineRole::Heading(Some(_))), None) if self.annex_untitled && self.titles_annex(at) => {}
            (Some(LineRole::Heading(Some(level))), label) => self.known_heading(at, level, label.as_ref()),
            (Some(LineRole::Heading(None)), _) => return false,
            (Some(LineRole::Opener), _) => self.opener(at),
            (Some(LineRole::Closing), _) => {
                self.plain(at, BlockKind::Text);
                self.mode = Mode::Closed;
            }
            (Some(LineRole::Row), _) => self.row(at),
            (Some(LineRole::Preambular), None) => self.preambular(at),
            (Some(LineRole::Operative), None) => {
                self.mode = Mode::Operative;
                self.plain(at, BlockKind::Text);
            }
            (role, Some(label)) => self.labelled(at, role, label),
            (Some(LineRole::Cover | LineRole::Body), None) => self.plain(at, BlockKind::Text),
            (Some(LineRole::Note | LineRole::Furniture | LineRole::Contents) | None, None) => return false,
        }
        true
    }

    /// A passage without number of its own.
    fn plain(&mut self, at: usize, kind: BlockKind) {
        let line = &self.lines[at];
        let raw = Raw { kind, ..Raw::text(&self.part, &line.text, line.number) };
        self.begin(raw);
    }

    /// A row of a table, which ends nothing: what comes after it may belong to the paragraph before it.
    fn row(&mut self, at: usize) {
        let line = &self.lines[at];
        self.blocks.push(Raw::text(&self.part, &line.text.replace('\t', CELLS), line.number));
    }

    /// Whether a heading is the title of a resolution with its number, and the first one.
    fn titles_resolution(&self, at: usize) -> bool {
        self.part == Part::Body
            && is::resolution_title(&self.lines[at].text).is_some()
            && !self.blocks.iter().any(|block| block.address.place == Place::Title)
    }

    fn known_title(&mut self, at: usize, label: Option<&Label>) {
        let line = &self.lines[at];
        if self.blocks.iter().any(|block| block.address.place == Place::Title) {
            return self.known_heading(at, 1, label);
        }
        let read = is::resolution_title(&line.text).filter(|_| label.is_none());
        let own = label.map(|label| label.text.trim_end_matches('.').to_owned());
        let number = own.or_else(|| read.map(|(number, _)| number.to_owned()));
        let text = read.map_or(line.text.as_str(), |(_, title)| title);
        let raw = Raw::new(Address::body(Place::Title), BlockKind::Text, number, text, line.number);
        self.begin(raw);
    }

    /// Whether a heading is the name of an annex: "Annex", "Annex II".
    fn names_annex(&self, at: usize) -> bool {
        self.mode != Mode::Front && is::annex(&self.lines[at].text, self.vocabulary).is_some()
    }

    fn known_annex(&mut self, at: usize, label: Option<&Label>) {
        let line = &self.lines[at];
        let read = is::annex(&line.text, self.vocabulary);
        let number = match label {
            Some(label) => Some(component(&label.text, &self.vocabulary.enumerators)),
            None => read.as_ref().and_then(|(number, _)| number.clone()),
        };
        let untitled = read.is_none_or(|(_, title)| title.is_empty());
        self.start_annex(at, number, untitled && line.role != Some(LineRole::Annex));
    }

    /// A heading of which the level is known: it ends those of its level and below.
    fn known_heading(&mut self, at: usize, level: u8, label: Option<&Label>) {
        let line = &self.lines[at];
        let lead = lead_of(line, &self.vocabulary.enumerators);
        let (mark, text) = match (label, lead) {
            (Some(label), _) => {
                (Some(component(&label.text, &self.vocabulary.enumerators)), line.text.as_str())
            }
            (None, Some(lead)) => match lead.kind {
                LeadKind::Capital(mark) => (Some(mark), &line.text[lead.rest..]),
                LeadKind::Number(number, None) => (Some(number.to_string()), &line.text[lead.rest..]),
                _ => (None, line.text.as_str()),
            },
            (None, None) => (None, line.text.as_str()),
        };
        if self.section_levels.len() != self.section.len() {
            self.section_levels = (1..).take(self.section.len()).collect();
        }
        while self.section_levels.last().is_some_and(|last| *last >= level) {
            self.section_levels.pop();
        }
        self.section.truncate(self.section_levels.len());
        self.section_levels.push(level);
        let number = label.map(|label| printed(&label.text)).or_else(|| mark.clone());
        let section = self.section.clone();
        let name = mark.unwrap_or_else(|| self.unnumbered_name(&section));
        self.section.push(name);
        self.steps = None;
        let text = text.to_owned();
        self.heading(self.section.clone(), number, &text, at);
    }

    /// A line with a number of its own that is no heading.
    fn labelled(&mut self, at: usize, role: Option<LineRole>, label: &Label) {
        let deep = label.level.filter(|level| *level > 0);
        match lead_of(&self.lines[at], &self.vocabulary.enumerators).map(|lead| lead.kind) {
            Some(LeadKind::Number(number, adverb)) if deep.is_none() => {
                let operative = role == Some(LineRole::Operative) || self.mode == Mode::Preamble;
                if operative {
                    self.mode = Mode::Operative;
                }
                if operative || !self.item(at, number, 0) {
                    self.sure_number(at, number, adverb);
                }
            }
            Some(LeadKind::Bullet) => self.sure_bullet(at),
            Some(LeadKind::Bracket(mark)) => self.sure_bracket(at, &mark, deep),
            Some(LeadKind::Capital(mark)) if role.is_none() && self.numbered_heading(at, &mark, 0) => {}
            _ => match deep {
                Some(level) => {
                    self.sure_below(at, &component(&label.text, &self.vocabulary.enumerators), level)
                }
                None => self.sure_paragraph(at, &label.text),
            },
        }
    }

    fn sure_number(&mut self, at: usize, number: u32, adverb: Option<&str>) {
        let place = match (self.mode, self.steps) {
            (Mode::Operative, _) => Place::Operative(vec![counted(number, adverb)]),
            (_, Some(_)) => {
                self.steps = Some(number);
                Place::Step(self.section.clone(), vec![counted(number, adverb)])
            }
            _ => Place::Paragraph(vec![counted(number, adverb)]),
        };
        if self.steps.is_none() {
            self.last_number = number;
        }
        self.agenda = None;
        self.sure(at, place, counted_as_printed(number, adverb));
    }

    /// A paragraph whose number is not a whole number: `26.1`, `OP3`.
    fn sure_paragraph(&mut self, at: usize, label: &str) {
        let name = component(label, &self.vocabulary.enumerators);
        let place = match self.mode {
            Mode::Operative => Place::Operative(vec![name]),
            _ if name.starts_with(|c: char| c.is_ascii_digit()) => Place::Paragraph(vec![name]),
            _ => Place::Text(vec![String::new()]),
        };
        self.sure(at, place, printed(label));
    }

    fn sure(&mut self, at: usize, place: Place, number: String) {
        let line = &self.lines[at];
        let kind = match place {
            Place::Operative(_) => BlockKind::Operative,
            Place::Step(..) => BlockKind::NextStep,
            _ => BlockKind::Paragraph,
        };
        let address = Address { part: self.part.clone(), place };
        self.begin(Raw::new(address, kind, Some(number), &line.text, line.number));
    }

    fn sure_bracket(&mut self, at: usize, mark: &str, level: Option<u8>) {
        let read =
            self.levels.next(mark).or_else(|| self.levels.first(mark)).or_else(|| self.levels.skip(mark));
        match (level, read) {
            (Some(level), _) => self.sure_below(at, mark, level),
            (None, _) if self.bracket(at, mark, 0) => {}
            (None, Some(step)) => self.sure_below(at, mark, u8::try_from(step.depth + 1).unwrap_or(u8::MAX)),
            (None, None) => self.sure_below(at, mark, 1),
        }
    }

    /// A passage at a level below the last paragraph; without one it is below a text block without words.
    fn sure_below(&mut self, at: usize, component: &str, level: u8) {
        let line = &self.lines[at];
        let label = line.label.as_ref().map_or(component, |label| label.text.trim());
        let text = &line.text;
        if self.hosts.is_empty() {
            let address = Raw::text(&self.part, "", line.number).address;
            self.hosts = vec![Host { address, number: None }];
        }
        let depth = usize::from(level.max(1) - 1).min(self.hosts.len() - 1);
        self.levels.place(depth, component);
        self.open_below(depth, component, label, text, at);
    }

    fn sure_bullet(&mut self, at: usize) {
        let text = self.lines[at].text.clone();
        self.push_bullet(at, &text);
    }

    fn opener(&mut self, at: usize) {
        self.plain(at, BlockKind::Text);
        self.mode = Mode::Preamble;
        self.last_number = 0;
    }
}

/// A printed number as a component of an address: `26.1` of `26.1.`, `a` of `(a)` and of `(أ)`; never empty.
fn component(label: &str, marks: &Enumerators) -> String {
    if let Some(LeadKind::Bracket(mark) | LeadKind::Capital(mark)) = label_kind(label, marks) {
        return mark;
    }
    let name: String = label.split_whitespace().collect();
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).replace('/', "-");
    if name.is_empty() { "~".to_owned() } else { name }
}

/// A printed number without the marks that set it off: `26.1` of `26.1.`.
fn printed(label: &str) -> String {
    label.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}
