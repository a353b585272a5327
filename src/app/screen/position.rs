//! The positions on the current passage: opening one to write, quoting a passage in it, and the lines in which it is shown.

mod compared;
pub mod instruction;

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Overlay;
use crate::app::screen::naming;
use crate::app::workspace::Change;
use crate::export;
use crate::locale::Locale;
use crate::model::{Document, Reference};
use crate::workspace::position::{self, Position, PositionPart, with_part};
use crate::workspace::{Amendment, Kind, Note, Notebook};

pub use compared::Compared;

/// What a position written now belongs to: the next step if the current passage is in one, the agenda item if it is the heading
/// of the section of an item, else the passage itself.
fn anchor(context: &Context) -> Reference {
    let step = context.here().step();
    step.or_else(|| item_of(context, &context.passage())).unwrap_or_else(|| context.passage())
}

/// The agenda item whose section of a report has this heading; `None` if the passage is no such heading.
fn item_of(context: &Context, heading: &Reference) -> Option<Reference> {
    let process = context.process();
    let sections = &process.report(&heading.symbol)?.sections;
    let (item, _) = sections.iter().find(|(_, own)| *own == heading.address)?;
    Some(Reference { symbol: process.agenda.symbol.clone(), address: item.clone() })
}

/// The positions on the agenda item of the section the current passage is in, newest first.
#[must_use]
pub fn of_item<'a>(context: &Context<'a>) -> Vec<&'a Note> {
    let item = item_of(context, &context.here().section());
    item.map(|item| context.workspace.positions.for_passage(&item)).unwrap_or_default()
}

/// The positions on the current passage and on the step or agenda item it belongs to, newest first.
#[must_use]
pub fn here<'a>(context: &Context<'a>) -> Vec<&'a Note> {
    let positions: &'a Notebook = &context.workspace.positions;
    let mut found = positions.for_passage(&context.passage());
    let anchor = anchor(context);
    if anchor != context.passage() {
        found.extend(positions.for_passage(&anchor));
    }
    found
}

/// Opens the newest position on the current passage to write, or a new one if there is none or if it was delivered.
#[must_use]
pub fn open(context: &Context) -> Outcome {
    if let Some(refused) = context.refusal() {
        return refused;
    }
    let newest = here(context).first().copied();
    let before = newest.filter(|note| !position::is_delivered(note)).cloned().map(Box::new);
    let note = before.clone().unwrap_or_else(|| Box::new(template(context)));
    let is_said = newest.is_some() && before.is_none();
    let opened = Outcome::of(Intent::Open(Overlay::Note { note, before }));
    if is_said { opened.and(Intent::Notify(Notice::new("notice-position-delivered"))) } else { opened }
}

/// A new position on the current passage, with the headings of its parts and nothing in them.
fn template(context: &Context) -> Note {
    let mut note = blank(context);
    let language = context.locale().language();
    let headed = PositionPart::ALL.into_iter().filter(|part| *part != PositionPart::Text);
    let headings: Vec<String> = headed.map(|part| format!("## {}\n", part.heading(language))).collect();
    note.text = format!("\n\n{}", headings.join("\n\n"));
    note
}

fn blank(context: &Context) -> Note {
    let mut note = position::blank(&context.now, context.workspace.author.clone(), Some(anchor(context)));
    note.item = context.process().items.get(context.desk.item).map(|link| link.item.clone());
    note
}

/// Adds a passage with its citation to what the position on the current passage rests on; makes the position if there is none.
#[must_use]
pub fn rest_on(context: &Context, passage: &Reference) -> Outcome {
    if let Some(refused) = context.refusal() {
        return refused;
    }
    let Some(quoted) = quoted(context, passage) else {
        return Outcome::notify(Notice::new("not-in-library"));
    };
    let before = here(context).first().copied().filter(|note| !position::is_delivered(note)).cloned();
    let note = before.clone().unwrap_or_else(|| blank(context));
    let rests_on = Position::of(&note).part(PositionPart::Basis);
    if rests_on.contains(&quoted) {
        return Outcome::notify(Notice::new("notice-basis-known"));
    }
    let words =
        [rests_on, quoted].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    let text = with_part(&note.text, PositionPart::Basis, &words, context.locale().language());
    let citation = naming::citation(context.locale().language(), passage);
    let notice = Notice::new("notice-basis-added").with("citation", citation);
    let change = match before {
        Some(before) => {
            let after = Arc::new(before.with_text(text, &context.now));
            Change::Edit { before: Arc::new(before), after }
        }
        None => Change::Add(Arc::new(Note { text, ..note })),
    };
    Outcome::of(Intent::Change(change)).and(Intent::Notify(notice))
}

/// The words of a passage in quotation marks, followed by its citation; `None` if the library does not have it.
fn quoted(context: &Context, passage: &Reference) -> Option<String> {
    let document = context.library.shelf.get(&passage.symbol, context.here().document.language)?;
    let words = words(document, passage)?;
    let citation = naming::citation(context.locale().language(), passage);
    let args = [("words", words.as_str().into()), ("citation", citation.as_str().into())];
    Some(context.locale().say_with("quoted-passage", &args))
}

/// The text of a passage with its sub-paragraphs.
#[must_use]
pub fn words(document: &Document, passage: &Reference) -> Option<String> {
    let range = document.passage(&passage.address)?;
    let words: Vec<&str> = document.blocks[range].iter().map(|block| block.text.as_str()).collect();
    Some(words.join(" "))
}

/// How a line of a position is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PositionLineKind {
    /// The heading of a part.
    Heading,
    /// The heading of the red line.
    RedLine,
    /// Words of a part.
    Words,
    /// A passage it rests on, whose words are there.
    Sound,
    /// A passage it rests on, whose words are not there or have changed.
    Doubtful,
    /// The names of the parts that are folded.
    Folded,
}

/// A line of a position, not yet wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionLine {
    /// How it is shown.
    pub kind: PositionLineKind,
    /// Its text.
    pub text: String,
}

/// The lines of a position: with all parts and what it rests on, or only the text and the names of the other parts.
#[must_use]
pub fn lines(note: &Note, unfolded: bool, context: &Context, compared: &Compared) -> Vec<PositionLine> {
    let (position, locale) = (Position::of(note), context.locale());
    let mut lines = words_of(&position.part(PositionPart::Text));
    let others = PositionPart::ALL.into_iter().filter(|part| *part != PositionPart::Text);
    let others: Vec<PositionPart> = others.filter(|part| !position.part(*part).is_empty()).collect();
    if !unfolded {
        let names: Vec<String> = others.iter().map(|part| heading(locale, *part)).collect();
        let folded =
            PositionLine { kind: PositionLineKind::Folded, text: format!("▸ {}", names.join(" · ")) };
        lines.extend((!names.is_empty()).then_some(folded));
        return lines;
    }
    for part in others {
        let kind =
            if part == PositionPart::RedLine { PositionLineKind::RedLine } else { PositionLineKind::Heading };
        lines.push(PositionLine { kind, text: heading(locale, part) });
        lines.extend(words_of(&position.part(part)));
    }
    lines.extend(compared.of(note, context).iter().map(|basis| {
        let state = locale.say(&format!("basis-{}", basis.state.name()));
        let citation = naming::citation(locale.language(), &basis.passage);
        let changes = basis.changes().map(|changes| format!(" : {changes}")).unwrap_or_default();
        let (kind, sign) = match basis.state.is_doubtful() {
            true => (PositionLineKind::Doubtful, '≠'),
            false => (PositionLineKind::Sound, '✓'),
        };
        PositionLine { kind, text: format!("{sign} {citation} · {state}{changes}") }
    }));
    lines
}

/// The name of a part; that of the red line with a sign.
fn heading(locale: &Locale, part: PositionPart) -> String {
    let name = locale.say(&format!("position-part-{}", part.name()));
    if part == PositionPart::RedLine { format!("■ {name}") } else { name }
}

fn words_of(text: &str) -> Vec<PositionLine> {
    text.lines().map(|line| PositionLine { kind: PositionLineKind::Words, text: line.to_owned() }).collect()
}

/// What the first row of a position shows: its name, then its state.
#[must_use]
pub fn head(note: &Note, context: &Context) -> String {
    format!("{} · {}", context.locale().say("position-name"), state(&Position::of(note), context))
}

/// The state of a position: status, reading time, and the validity of the instruction.
#[must_use]
pub fn state(position: &Position<'_>, context: &Context) -> String {
    let (locale, workspace) = (context.locale(), context.workspace);
    let parts = [
        position.restricted.then(|| locale.say("position-restricted")),
        Some(locale.say(&format!("position-{}", position.status.name()))),
        Some(export::position::time(locale, position, workspace.words_a_minute, workspace.time_limits)),
        export::position::validity(locale, position, context.now.today),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Whether nothing was written in a text: a note without words, a position with nothing but headings.
#[must_use]
pub fn is_blank(note: &Note) -> bool {
    match note.kind {
        Kind::Note | Kind::Statement => note.text.trim().is_empty(),
        Kind::Position => {
            let position = Position::of(note);
            PositionPart::ALL.into_iter().all(|part| position.part(part).is_empty())
        }
        Kind::Amendment => Amendment::of(note).is_blank(),
    }
}

/// Where the cursor is when a position is opened: after what is said, in bytes.
#[must_use]
pub fn end_of_text(note: &Note) -> usize {
    let position = Position::of(note);
    let text = position.parts().iter().find(|(part, _)| *part == PositionPart::Text);
    text.map_or(0, |(_, range)| range.start + note.text[range.clone()].trim_end().len())
}
