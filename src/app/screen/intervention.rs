//! An intervention typed at the desk: the line, what is understood of it, and the notes it becomes.

pub mod fields;
pub mod lines;

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::{naming, notes};
use crate::app::workspace::Change;
use crate::base::Span;
use crate::base::text::fold;
use crate::calendar::room_time;
use crate::language::InterventionWords;
use crate::model::{Meeting, Reference};
use crate::workspace::intervention::{self, InterventionLine, LineReader, NameCompletion, TypedName};
use crate::workspace::{Kind, Note};

/// What is understood of a line.
#[must_use]
pub fn read(context: &Context, line: &str) -> InterventionLine {
    let passages = |typed: &str| passages(context, typed);
    reader(context, &passages).read(line)
}

/// What lines are read with.
fn reader<'a>(context: &Context<'a>, passages: &'a dyn Fn(&str) -> Vec<Reference>) -> LineReader<'a> {
    let words = InterventionWords::bundled();
    LineReader { delegations: &context.workspace.delegations, words, passages }
}

/// The names offered in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The names, and what they take the place of.
    pub completion: NameCompletion,
    /// The name that is in the line; `None` if what was typed is there.
    pub chosen: Option<usize>,
}

impl Offered {
    /// The names for what is before the cursor.
    #[must_use]
    pub fn at(context: &Context, line: &str, cursor: usize) -> Option<Self> {
        let delegations = &context.workspace.delegations;
        let language = context.locale().language();
        let completion =
            intervention::complete(delegations, InterventionWords::bundled(), line, cursor, language)?;
        Some(Self { completion, chosen: None })
    }

    /// The names to show without being asked: only before the words, and only if there is something to choose.
    #[must_use]
    pub fn while_typing(context: &Context, read: &InterventionLine, cursor: usize) -> Option<Self> {
        if !read.speakers.is_empty() && cursor > read.head.trim_end().len() {
            return None;
        }
        let line = format!("{}{}", read.head, read.words);
        let offered = Self::at(context, &line, cursor)?;
        let completion = &offered.completion;
        let is_typed = |name: &String| fold(name) == fold(completion.span.of(&line));
        let is_whole = completion.names.len() == 1 && completion.names.iter().all(is_typed);
        (!is_whole && !line[..cursor].ends_with(char::is_whitespace)).then_some(offered)
    }

    /// The same names in a longer text, in which the line begins at a byte.
    #[must_use]
    pub fn moved(mut self, start: usize) -> Self {
        let span = self.completion.span;
        self.completion.span = Span::new(start + span.start, start + span.end);
        self
    }

    /// Goes to another name, and returns it.
    pub fn turn(&mut self, by: isize) -> &str {
        let count = self.completion.names.len();
        let before = if by < 0 { 0 } else { count - 1 };
        let at = (self.chosen.unwrap_or(before) + count).saturating_add_signed(by) % count;
        self.chosen = Some(at);
        &self.completion.names[at]
    }
}

/// What a piece of what is understood is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnderstoodKind {
    /// A delegation, or those for whom it speaks.
    Delegation,
    /// A name that nobody has or that several have, or that no name was found.
    Doubt,
    /// The stance, or that it is a right of reply.
    Stance,
    /// The passage.
    Passage,
    /// What was said.
    Words,
}

/// What is understood of a line, piece by piece in the order delegation, stance, passage, words. Without a passage in the line,
/// the current one.
#[must_use]
pub fn understood(context: &Context, read: &InterventionLine) -> Vec<(UnderstoodKind, String)> {
    let locale = context.locale();
    let mut pieces = Vec::new();
    if read.speakers.is_empty() {
        pieces.push((UnderstoodKind::Doubt, locale.say("line-no-delegation")));
    }
    let names = read.speakers.iter().map(|name| (name, false));
    let names = names.chain(read.on_behalf_of.iter().map(|name| (name, true)));
    for (name, is_behalf) in names {
        let (kind, text) = named(context, name);
        pieces.push((kind, if is_behalf { format!("({text})") } else { text }));
    }
    if read.is_reply {
        pieces.push((UnderstoodKind::Stance, locale.say("line-reply")));
    }
    if let Some(stance) = read.stance {
        let sign = if read.strongly { stance.sign().repeat(2) } else { stance.sign().to_owned() };
        let word = locale.say(&format!("stance-{}", stance.name()));
        pieces.push((UnderstoodKind::Stance, format!("{sign} {word}")));
    }
    let here = context.passage();
    let typed = read.passage.as_ref();
    let passage = typed.and_then(|typed| typed.candidates.first()).unwrap_or(&here);
    let others = typed.map_or(0, |typed| typed.candidates.len().saturating_sub(1));
    let others = if others > 0 { format!(" (+{others})") } else { String::new() };
    let is_elsewhere = passage.symbol != here.symbol;
    let symbol = if is_elsewhere { format!("{}, ", passage.symbol) } else { String::new() };
    pieces.push((UnderstoodKind::Passage, format!("{symbol}{}{others}", naming::label(locale, passage))));
    if !read.words.trim().is_empty() {
        pieces.push((UnderstoodKind::Words, read.words.trim().to_owned()));
    }
    pieces
}

/// A name as it is understood: the label of the delegation; a name that several have with its meanings, and one that nobody
/// has, with a sign and a word.
fn named(context: &Context, name: &TypedName) -> (UnderstoodKind, String) {
    let (locale, delegations) = (context.locale(), &context.workspace.delegations);
    let labels: Vec<&str> = name
        .ids
        .iter()
        .filter_map(|id| delegations.get(id))
        .map(|found| found.label(locale.language()))
        .collect();
    match &labels[..] {
        [] => {
            (UnderstoodKind::Doubt, locale.say_with("line-unknown", &[("name", name.typed.as_str().into())]))
        }
        [label] => (UnderstoodKind::Delegation, (*label).to_owned()),
        [first, others @ ..] => {
            let others = others.join(", ");
            let args = [
                ("name", name.typed.as_str().into()),
                ("first", (*first).into()),
                ("others", others.as_str().into()),
            ];
            (UnderstoodKind::Doubt, locale.say_with("line-ambiguous", &args))
        }
    }
}

/// The passages of the library that a typed reference may mean, the nearest to the current passage first.
fn passages(context: &Context, typed: &str) -> Vec<Reference> {
    let found = context.library.references().candidates(typed, Some(&context.passage()));
    found.into_iter().filter(|candidate| candidate.held).map(|candidate| candidate.passage).collect()
}

/// The draft with what the first speaker of a text said, and with the lines after the first one as they were typed; without a
/// draft, a new note on the current passage.
#[must_use]
pub fn draft(context: &Context, text: &str, draft: Option<Arc<Note>>) -> Arc<Note> {
    let mut lines = lines::split(text);
    let mut note = draft_of_line(context, &read(context, lines.next().unwrap_or_default()), draft);
    let others: Vec<&str> = lines.collect();
    if !others.is_empty() {
        let note = Arc::make_mut(&mut note);
        note.text = format!("{}\n{}", note.text, others.join("\n"));
    }
    note
}

fn draft_of_line(context: &Context, line: &InterventionLine, draft: Option<Arc<Note>>) -> Arc<Note> {
    let mut note = draft.unwrap_or_else(|| Arc::new(blank(context)));
    let written = Arc::make_mut(&mut note);
    // The passage named may be another one than that of the draft.
    written.anchor = Some(context.passage());
    written.set_language(naming::version_here(context));
    intervention::write(line, 0, written);
    note
}

/// The meeting that is on; `None` between meetings.
#[must_use]
pub fn meeting_now<'a>(context: &Context<'a>) -> Option<&'a Meeting> {
    let process = context.process();
    process.meeting_on(room_time(context.now.stamp(), process.time_zone).naive_local())
}

/// A new note of what is said now, with the meeting that is on.
fn blank(context: &Context) -> Note {
    let mut note = notes::blank(context);
    if let Some(number) = meeting_now(context).and_then(|meeting| meeting.number) {
        note.extra.insert(intervention::MEETING.to_owned(), i64::from(number).into());
    }
    note
}

/// Adds what the delegations of a text said to the notebook, a note for each of every line; if it is empty, deletes its draft.
#[must_use]
pub fn add(context: &Context, text: &str, first: Option<Arc<Note>>) -> Outcome {
    let read: Vec<InterventionLine> = lines::split(text).map(|line| read(context, line)).collect();
    let Some(first_line) = read.first() else {
        return first.map_or_else(Outcome::none, notes::discard);
    };
    let first = draft_of_line(context, first_line, first);
    let id = first.id;
    let blank = Note { id, at: first.at, restricted: first.restricted, ..blank(context) };
    let mut outcome = Outcome::none();
    for (number, (line, speaker)) in voices(&read).enumerate().skip(1) {
        let id = crate::base::Id::new(&context.now.nth(number));
        // Made of a blank note: the passage that one line names does not count for the next one.
        let mut note = Note { id, ..blank.clone() };
        intervention::write(line, speaker, &mut note);
        outcome = outcome.and(Intent::Change(Change::Add(Arc::new(note))));
    }
    outcome
        .and(Intent::Change(Change::Add(first)))
        .and(Intent::SelectNote(id))
        .and(Intent::Notify(notice(context, &read)))
}

/// What becomes a note of its own: each speaker of each line. A line that names nobody is one, too.
fn voices(lines: &[InterventionLine]) -> impl Iterator<Item = (&InterventionLine, usize)> {
    lines.iter().flat_map(|line| (0..line.speakers.len().max(1)).map(move |speaker| (line, speaker)))
}

/// What was kept; a name that nobody has, or that several have, is reported.
fn notice(context: &Context, read: &[InterventionLine]) -> Notice {
    let language = context.locale().language();
    let label = |id: &String| {
        let found = context.workspace.delegations.get(id);
        found.map_or_else(|| id.clone(), |found| found.label(language).to_owned())
    };
    let mut speakers = read.iter().flat_map(|line| &line.speakers);
    if let Some(name) = speakers.clone().find(|name| name.ids.is_empty()) {
        return Notice::new("notice-delegation-unknown").with("name", name.typed.as_str());
    }
    if let Some(name) = speakers.find(|name| name.is_ambiguous()) {
        let names: Vec<String> = name.ids.iter().map(label).collect();
        let notice = Notice::new("notice-delegation-ambiguous").with("name", name.typed.as_str());
        return notice.with("first", names[0].as_str()).with("others", names[1..].join(", "));
    }
    match voices(read).count() {
        0 | 1 => Notice::new("notice-note-kept").with("kind", Kind::Note.folder()),
        count => Notice::new("notice-interventions-kept").with("count", count),
    }
}
