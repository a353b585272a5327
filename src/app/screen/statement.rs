//! A statement over the desk: its paragraphs in speaking order, to be moved, left out and written, against the time limit.

pub mod file;
mod rows;
mod stale;

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::event::{Mouse, Pointer};
use crate::app::layout::Rect;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::workspace::Change;
use crate::base::Id;
use crate::base::list::List;
use crate::board::statement::{Taking, changed_positions, deliver, occasion_in};
use crate::board::{self, Agenda, Composed, Occasion};
use crate::export::left_out;
use crate::export::statement::{length, title};
use crate::model::Language;
use crate::workspace::statement::{self, Delivery, Statement, StatementStatus, paragraphs};
use crate::workspace::{Note, Release};

pub use rows::{INDENT, StatementRow, StatementRowMark};

/// The state of the layer.
#[derive(Debug, Clone)]
pub struct State {
    /// The statement, as it was when the layer was opened; only its id counts.
    draft: Draft,
    /// The paragraphs as they are shown.
    pub rows: Vec<StatementRow>,
    /// The chosen paragraph.
    pub list: List,
    /// What it is on.
    pub title: String,
    /// Words, time and limit, and how many positions changed or are new.
    pub length: String,
    /// Whether it takes longer than the limit.
    pub is_over: bool,
    /// The text and the language that the rows were made for.
    made_for: Option<(Note, Language, u64)>,
}

/// The item open at the desk at the session worked for, or that session as a whole.
fn occasion(context: &Context, whole_session: bool) -> Occasion {
    let item = context.process().items.get(context.desk.item).map(|link| link.item.clone());
    Occasion { item: item.filter(|_| !whole_session), session: context.desk.session }
}

/// Opens the newest statement on the current item, or on the whole session; if there is none, makes it of the positions. If
/// there are no positions either, opens a blank one to write.
#[must_use]
pub fn open(context: &Context, whole_session: bool) -> Outcome {
    let occasion = occasion(context, whole_session);
    let is_on = |note: &&Note| (&note.item, note.session) == (&occasion.item, occasion.session);
    if let Some(kept) = context.workspace.statements.notes().find(is_on) {
        return Outcome::of(Intent::Open(Overlay::Statement(Box::new(kept.clone()))));
    }
    if let Some(refused) = context.refusal() {
        return refused;
    }
    let language = context.locale().language();
    let composed = composed(context, &occasion);
    let author = context.workspace.author.clone();
    let Occasion { item, session } = occasion;
    let mut note = statement::blank(&context.now, author, item, session, language);
    statement::take_up(&mut note, &composed.text, &composed.uses, composed.restricted);
    statement::record_taken(&mut note, composed.taken.clone());
    let opened = Outcome::of(Intent::Open(Overlay::Statement(Box::new(note.clone()))));
    if composed.uses.is_empty() {
        let typed = Overlay::StatementText { note: Box::new(note), before: None, at: 0, adds: false };
        return opened.and(Intent::Open(typed)).and(Intent::Notify(Notice::new("notice-statement-blank")));
    }
    let added = Outcome::of(Intent::Change(Change::Add(Arc::new(note)))).then(opened);
    added.and(Intent::Notify(taken_notice(context, &composed)))
}

/// The words of the positions of an occasion.
fn composed(context: &Context, occasion: &Occasion) -> Composed {
    let boards = context.library.boards(context.reading());
    let agenda = agenda(context, &boards);
    let language = context.locale().language();
    let taking = Taking { used: &[], release: Release::default(), language };
    agenda.compose(&context.workspace.positions, occasion, taking)
}

/// The agenda of the process, with the boards of its reports if they are needed.
#[must_use]
pub fn agenda<'a>(context: &Context<'a>, boards: &'a [board::Board]) -> Agenda<'a> {
    let (process, shelf) = (context.process(), &context.library.shelf);
    Agenda { process, boards, shelf, tracker: &context.workspace.tracker }
}

/// How many positions were taken, and what of them was left out.
fn taken_notice(context: &Context, composed: &Composed) -> Notice {
    let left_out = left_out::list(&composed.left_out, context.locale());
    let id = if left_out.is_empty() { "notice-statement-taken" } else { "notice-statement-taken-but" };
    Notice::new(id).with("count", composed.uses.len()).with("list", left_out)
}

impl State {
    /// The layer with a statement.
    #[must_use]
    pub fn new(note: Note, context: &Context) -> Self {
        let mut state = Self {
            draft: Draft::new(note.clone(), Some(note)),
            rows: Vec::new(),
            list: List::default(),
            title: String::new(),
            length: String::new(),
            is_over: false,
            made_for: None,
        };
        state.renew(context);
        state
    }

    /// The statement as it is in the notebook; `None` if it was undone or removed.
    #[must_use]
    pub fn note<'a>(&self, context: &Context<'a>) -> Option<&'a Note> {
        context.workspace.statements.get(self.draft.note.id)
    }

    fn renew(&mut self, context: &Context) {
        let language = context.locale().language();
        let blank = self.draft.note.with_body("", None);
        let note = self.note(context).unwrap_or(&blank);
        let positions = context.workspace.positions.revision();
        let is_made =
            |(made, own, of): &(Note, Language, u64)| made == note && (*own, *of) == (language, positions);
        if self.made_for.as_ref().is_some_and(is_made) {
            return;
        }
        let statement = Statement::of(note);
        let (locale, workspace) = (context.locale(), context.workspace);
        self.rows = rows::of(&statement, context);
        self.length = length(&statement, locale, workspace.words_a_minute, workspace.time_limits);
        self.length += &stale::reported(&statement, context);
        let seconds = statement.reading_seconds(workspace.words_a_minute, language);
        self.is_over = seconds > statement.limit_seconds(workspace.time_limits);
        let item = note.item.as_ref().map(|item| agenda(context, &[]).title(item, language));
        let status = locale.say(&format!("statement-{}", statement.status.name()));
        self.title = format!("{} · {status}", title(locale, item.as_deref(), note.session));
        self.made_for = Some((note.clone(), language, positions));
    }

    /// Chooses the paragraph `by` rows further.
    pub fn step(&mut self, by: isize) {
        self.list.step(by, self.rows.len());
    }

    /// Moves by `by` screens.
    pub fn page(&mut self, context: &Context, by: isize) {
        let height = isize::try_from(area(context).height).unwrap_or(10);
        self.step(by * (height / 2).max(1));
    }

    /// Changes the text of the statement, unless it has been delivered.
    fn change(&self, context: &Context, change: impl FnOnce(&Note) -> Option<Note>) -> Outcome {
        if let Some(refused) = self.refusal(context) {
            return refused;
        }
        let Some(before) = self.note(context) else { return Outcome::none() };
        let Some(after) = change(before) else { return Outcome::none() };
        let (before, after) = (Arc::new(before.clone()), Arc::new(after));
        Outcome::of(Intent::Change(Change::Edit { before, after }))
    }

    /// Why nothing can be changed: the workspace is read-only, or the statement has been delivered.
    #[must_use]
    pub fn refusal(&self, context: &Context) -> Option<Outcome> {
        let is_delivered = self.note(context).is_some_and(|note| Statement::of(note).is_delivered());
        let key = context.input.key("statement", "copy-statement").unwrap_or_default();
        let key = context.locale().keys(&key);
        let delivered = || Outcome::notify(Notice::new("notice-statement-delivered").with("key", key));
        context.refusal().or_else(|| is_delivered.then(delivered))
    }

    /// Moves the chosen paragraph by some places.
    pub fn move_by(&mut self, context: &Context, by: isize) -> Outcome {
        let at = self.list.selected;
        let moved = |note: &Note| Some(note.with_text(statement::moved(&note.text, at, by)?, &context.now));
        let outcome = self.change(context, moved);
        if !outcome.intents.is_empty() && self.refusal(context).is_none() {
            self.list.step(by, self.rows.len());
        }
        outcome
    }

    /// Leaves the chosen paragraph out, or takes it in again.
    #[must_use]
    pub fn switch(&self, context: &Context) -> Outcome {
        let at = self.list.selected;
        self.change(context, |note| Some(note.with_text(statement::switched(&note.text, at)?, &context.now)))
    }

    /// Opens the text to be typed, at the chosen paragraph; `adds` begins a new one below it.
    #[must_use]
    pub fn edit(&self, context: &Context, adds: bool) -> Outcome {
        if let Some(refused) = self.refusal(context) {
            return refused;
        }
        let kept = self.note(context);
        let note = kept.cloned().unwrap_or_else(|| Note::clone(&self.draft.note));
        let paragraph = paragraphs(&note.text).into_iter().nth(self.list.selected);
        let at =
            paragraph.map_or(
                note.text.len(),
                |paragraph| {
                    if adds { paragraph.range.end } else { paragraph.range.start }
                },
            );
        let before = kept.cloned().map(Box::new);
        Outcome::of(Intent::Open(Overlay::StatementText { note: Box::new(note), before, at, adds }))
    }

    /// Takes the words of positions that are not in the statement yet, restricted ones only if that is asked for.
    #[must_use]
    pub fn take(&self, context: &Context, release: Release) -> Outcome {
        let Some(note) = self.note(context) else { return Outcome::none() };
        let boards = context.library.boards(context.reading());
        let positions = &context.workspace.positions;
        let language = context.locale().language();
        let (renewed, composed) = agenda(context, &boards).renewed(note, positions, release, language);
        if composed.uses.is_empty() {
            let left_out = left_out::list(&composed.left_out, context.locale());
            return match left_out.is_empty() {
                true => Outcome::notify(Notice::new("notice-statement-complete")),
                false => Outcome::notify(taken_notice(context, &composed)),
            };
        }
        let renewed = Note { edited: Some(context.now.stamp()), ..renewed };
        self.change(context, |_| Some(renewed)).and(Intent::Notify(taken_notice(context, &composed)))
    }

    /// Makes the limit longer or shorter by half a minute.
    #[must_use]
    pub fn limit(&self, context: &Context, by: i64) -> Outcome {
        let limits = context.workspace.time_limits;
        self.change(context, |note| {
            let seconds = Statement::of(note).limit_seconds(limits).saturating_add_signed(by * 30).max(30);
            Some(statement::with_limit(note, seconds, &context.now))
        })
    }

    /// Asks for something about the statement in a line: for whom it speaks, or to which file it is written.
    #[must_use]
    pub fn ask(&self, context: &Context, prompt: fn(Id) -> Prompt) -> Outcome {
        self.note(context)
            .map_or_else(Outcome::none, |note| Outcome::of(Intent::Open(Overlay::Line(prompt(note.id)))))
    }

    /// Says that it is ready, or a draft again.
    #[must_use]
    pub fn ready(&self, context: &Context) -> Outcome {
        self.change(context, |note| {
            let status = match Statement::of(note).status {
                StatementStatus::Draft => StatementStatus::Ready,
                _ => StatementStatus::Draft,
            };
            Some(note.with_value("status", status.name().into(), &context.now))
        })
    }

    /// Opens it to be read aloud.
    #[must_use]
    pub fn read(&self, context: &Context) -> Outcome {
        let Some(note) = self.note(context) else { return Outcome::none() };
        Outcome::of(Intent::Open(Overlay::Prompter(Box::new(note.clone()))))
    }

    /// Keeps it as delivered now; its positions follow.
    #[must_use]
    pub fn deliver(&self, context: &Context) -> Outcome {
        if let Some(refused) = self.refusal(context) {
            return refused;
        }
        self.note(context).map_or_else(Outcome::none, |note| delivered(note, context))
    }

    /// Makes a new draft with the same words.
    pub fn copy(&mut self, context: &Context) -> Outcome {
        if let Some(refused) = context.refusal() {
            return refused;
        }
        let Some(note) = self.note(context) else { return Outcome::none() };
        let copy = statement::copied(note, &context.now, context.workspace.author.clone());
        self.draft = Draft::new(copy.clone(), Some(copy.clone()));
        let notice = Notice::new("notice-statement-copied");
        Outcome::of(Intent::Change(Change::Add(Arc::new(copy)))).and(Intent::Notify(notice))
    }

    /// Deletes it; undo brings it back.
    #[must_use]
    pub fn delete(&self, context: &Context) -> Outcome {
        if let Some(refused) = self.refusal(context) {
            return refused;
        }
        let Some(note) = self.note(context) else { return Outcome::of(Intent::Close) };
        let key = context.input.key("desk", "undo").unwrap_or_default();
        let notice = Notice::new("notice-statement-deleted").with("key", key);
        let change = Change::Delete(Arc::new(note.clone()));
        Outcome::of(Intent::Change(change)).and(Intent::Close).and(Intent::Notify(notice))
    }
}

/// Keeps a statement as delivered now, with the session and the meeting that take place; its positions follow.
#[must_use]
pub fn delivered(note: &Note, context: &Context) -> Outcome {
    let now = occasion_in(std::slice::from_ref(context.process()), context.now.stamp());
    let delivery = Delivery { session: now.session.or(note.session), ..now };
    let (positions, language) = (&context.workspace.positions, context.locale().language());
    let others = changed_positions(&Statement::of(note), positions, language).len();
    let changed = deliver(note, positions, &delivery, &context.now, language);
    let key = context.locale().keys(&context.input.key("desk", "undo").unwrap_or_default());
    let id = if others > 0 { "notice-statement-kept-but" } else { "notice-statement-kept" };
    let notice = Notice::new(id).with("positions", changed.len() - 1).with("key", key).with("others", others);
    Outcome::of(Intent::Change(Change::EditTogether(changed))).and(Intent::Notify(notice))
}

/// The rectangle of the list on screen, without its frame and the line of words and time.
#[must_use]
pub fn area(context: &Context) -> Rect {
    let inside = context.layout.main.inside();
    Rect { y: inside.y + 2.min(inside.height), height: inside.height.saturating_sub(2), ..inside }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "statement"
    }

    fn takes_global_keys(&self) -> bool {
        true
    }

    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        match pointer.action {
            Mouse::Wheel(by) => self.step(by),
            Mouse::Click => {
                let rows = area(context);
                if rows.holds(pointer.column, pointer.row) {
                    let line = usize::from(pointer.row - rows.y);
                    self.list.selected = rows::at_line(&self.rows, self.list.top, line, rows.width.into());
                }
            }
        }
        Outcome::none()
    }

    /// Keeps the chosen paragraph visible.
    fn settle(&mut self, context: &Context) {
        self.renew(context);
        let rows = area(context);
        self.list.selected = self.list.selected.min(self.rows.len().saturating_sub(1));
        self.list.top = self.list.top.min(self.list.selected);
        let height = |top: usize, selected: usize| -> usize {
            let shown = self.rows.get(top..=selected).unwrap_or_default();
            shown.iter().map(|row| row.height(rows.width.into())).sum()
        };
        while self.list.top < self.list.selected
            && height(self.list.top, self.list.selected) > usize::from(rows.height)
        {
            self.list.top += 1;
        }
    }

    fn draft(&self) -> Option<&Draft> {
        Some(&self.draft)
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        Some(&mut self.draft)
    }

    fn hints(&self) -> &'static [&'static str] {
        &[
            "read",
            "edit-statement",
            "add",
            "leave-out",
            "help",
            "move-down",
            "move-up",
            "take",
            "deliver",
            "write-file",
            "cancel",
        ]
    }
}
