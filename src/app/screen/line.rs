//! A one-line prompt at the bottom of the screen: a search, an intervention, a remark, a reason, a day, a deadline.

pub mod paths;

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::effect::Exchange;
use crate::app::field::Field;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{DocumentDetail, Overlay, Picker, Prompt};
use crate::app::screen::intervention::lines::{LineAt, joined};
use crate::app::screen::intervention::{self, Offered, fields};
use crate::app::screen::line::paths::PathList;
use crate::app::screen::position::instruction;
use crate::app::screen::statement::file;
use crate::app::screen::{correction, notes, record, speakers, timeline};
use crate::app::workspace::Change;
use crate::base::day;
use crate::calendar::programme;
use crate::locale::{Locale, dates};
use crate::workspace::intervention::InterventionField;
use crate::workspace::{InterventionLine, Note};

/// The line being typed.
#[derive(Debug, Clone)]
pub struct State {
    /// Its purpose.
    pub prompt: Prompt,
    /// What was typed.
    pub input: Field,
    /// An intervention, a remark or a reason as it was last handed over to be stored; `None` before anything was
    /// typed.
    pub draft: Option<Draft>,
    /// Whether what is stored is marked as restricted.
    pub restricted: bool,
    /// What is understood of an intervention as typed so far.
    pub understood: InterventionLine,
    /// The names that can take the place of what is before the cursor; `None` if none is offered.
    pub offered: Option<Offered>,
    /// The paths for what is typed; `None` until they are known.
    pub paths: Option<PathList>,
}

/// The text before the line.
#[must_use]
pub fn label(prompt: &Prompt, locale: &Locale) -> String {
    match prompt {
        Prompt::Find { .. } => locale.say("prompt-find"),
        Prompt::FindInNote { .. } => locale.say("prompt-find-in-note"),
        Prompt::Intervention => locale.say("prompt-intervention"),
        Prompt::Speakers => locale.say("prompt-speakers"),
        Prompt::Limit => locale.say("prompt-limit"),
        Prompt::Correct { field, .. } => {
            let field = locale.say(&format!("field-{}", field.name()));
            locale.say_with("prompt-correct", &[("field", (&field).into())])
        }
        Prompt::PassageNumber(_) => locale.say("prompt-passage-number"),
        Prompt::Detail(DocumentDetail::Symbol) => locale.say("prompt-symbol"),
        Prompt::Detail(DocumentDetail::Title) => locale.say("prompt-title"),
        Prompt::Detail(DocumentDetail::Date) => locale.say("prompt-date"),
        Prompt::Remark => locale.say("prompt-remark"),
        Prompt::CarryOver { to: None } => locale.say("prompt-carry-over"),
        Prompt::CarryOver { to: Some(session) } => {
            let ordinal = dates::ordinal(locale, *session);
            locale.say_with("prompt-carry-over-to", &[("ordinal", (&ordinal).into())])
        }
        Prompt::Import => locale.say("prompt-import"),
        Prompt::Day => locale.say("prompt-day"),
        Prompt::Deadline => locale.say("prompt-deadline"),
        Prompt::Folder { .. } => locale.say("prompt-folder"),
        Prompt::Package(Exchange::Handover) => locale.say("prompt-handover"),
        Prompt::Package(Exchange::Takeover) => locale.say("prompt-takeover"),
        Prompt::Instruction { .. } => locale.say("prompt-instruction"),
        Prompt::Group { .. } => locale.say("prompt-group"),
        Prompt::Meeting { .. } => locale.say("prompt-meeting"),
        Prompt::StatementFile { .. } => locale.say("prompt-statement-file"),
        Prompt::RecordFile { .. } => locale.say("prompt-record-file"),
    }
}

impl State {
    /// An empty line.
    #[must_use]
    pub fn new(prompt: Prompt) -> Self {
        Self {
            prompt,
            input: Field::default(),
            draft: None,
            restricted: false,
            understood: InterventionLine::default(),
            offered: None,
            paths: None,
        }
    }

    /// A line with a text to start from.
    #[must_use]
    pub fn with_text(prompt: Prompt, text: &str) -> Self {
        let mut line = Self::new(prompt);
        line.input.insert(text);
        line
    }

    /// After the typed text has changed: repeats the search; or stores the text at once, so that it survives even a
    /// power failure. A remark is stored as a note of the passage until it is accepted.
    pub fn changed(&mut self, context: &Context) -> Outcome {
        let text = self.input.text();
        let draft = match self.prompt {
            Prompt::Find { block, .. } => {
                return Outcome::of(Intent::Search { query: text, origin: block });
            }
            Prompt::FindInNote { cursor } => {
                return Outcome::of(Intent::SearchNote { query: text, from: cursor });
            }
            Prompt::Correct { .. } => {
                let cursor = self.input.cursor();
                self.offered = if self.takes_names() { Offered::at(context, &text, cursor) } else { None };
                return Outcome::none();
            }
            Prompt::Import
            | Prompt::Package(_)
            | Prompt::Folder { .. }
            | Prompt::StatementFile { .. }
            | Prompt::RecordFile { .. } => return self.ask_paths(),
            Prompt::Day
            | Prompt::Limit
            | Prompt::Deadline
            | Prompt::PassageNumber(_)
            | Prompt::Detail(_)
            | Prompt::Instruction { .. }
            | Prompt::Group { .. }
            | Prompt::Meeting { .. } => return Outcome::none(),
            Prompt::Intervention => {
                let line = LineAt::of(&text, self.input.cursor());
                self.understood = intervention::read(context, line.span.of(&text));
                let cursor = self.input.cursor() - line.span.start;
                let offered = Offered::while_typing(context, &self.understood, cursor);
                self.offered = offered.map(|offered| offered.moved(line.span.start));
                let draft = self.take();
                intervention::draft(context, &text, draft)
            }
            Prompt::Speakers => {
                self.offered = Offered::at(context, &text, self.input.cursor());
                let draft = self.take();
                speakers::draft(context, &text, draft)
            }
            Prompt::Remark | Prompt::CarryOver { .. } => notes::plain(context, &text, self.take()),
        };
        let draft = Note { restricted: self.restricted, ..Note::clone(&draft) };
        let mut draft = Draft::new(draft, None);
        let outcome = draft.change(draft.note.clone());
        self.draft = Some(draft);
        outcome
    }

    /// Which of several interventions the cursor is in; `None` if there is only one.
    #[must_use]
    pub fn line_at(&self) -> Option<LineAt> {
        let line = LineAt::of(&self.input.text(), self.input.cursor());
        (self.prompt == Prompt::Intervention && line.count > 1).then_some(line)
    }

    /// Whether there is something to say of how an intervention is understood.
    #[must_use]
    pub fn has_understood(&self) -> bool {
        self.prompt == Prompt::Intervention && !self.input.text().trim().is_empty()
    }

    /// Whether names of delegations are typed, so that they are completed.
    #[must_use]
    pub fn takes_names(&self) -> bool {
        use InterventionField::{Delegation, OnBehalfOf};
        matches!(
            self.prompt,
            Prompt::Intervention | Prompt::Speakers | Prompt::Correct { field: Delegation | OnBehalfOf, .. }
        )
    }

    /// Puts the next or previous of the names that begin with what is before the cursor in its place. Does nothing where
    /// no delegations are typed.
    pub fn complete(&mut self, context: &Context, by: isize) -> Outcome {
        if self.takes_paths() {
            return self.complete_path(by);
        }
        if !self.takes_names() {
            return Outcome::none();
        }
        let (text, cursor) = (self.input.text(), self.input.cursor());
        let offered = self.offered.take().filter(|offered| offered.completion.span.end == cursor);
        let found = || {
            let line = LineAt::of(&text, cursor);
            let found = Offered::at(context, line.span.of(&text), cursor - line.span.start)?;
            Some(found.moved(line.span.start))
        };
        let Some(mut offered) = offered.or_else(found) else {
            return Outcome::notify(Notice::new("notice-no-name"));
        };
        self.input.replace(offered.completion.span, offered.turn(by));
        offered.completion.span.end = self.input.cursor();
        let outcome = self.changed(context);
        self.offered = Some(offered);
        outcome
    }

    /// Marks what is typed as restricted, or takes the mark away. Does nothing for a line that is not stored.
    pub fn restrict(&mut self, context: &Context) -> Outcome {
        if !matches!(
            self.prompt,
            Prompt::Intervention | Prompt::Speakers | Prompt::Remark | Prompt::CarryOver { .. }
        ) {
            return Outcome::none();
        }
        self.restricted = !self.restricted;
        let stored = if self.draft.is_some() { self.changed(context) } else { Outcome::none() };
        stored.and(Intent::Notify(Notice::restricted(self.restricted)))
    }

    /// The note in which the text was stored, which is then no longer that of this line.
    fn take(&mut self) -> Option<Arc<Note>> {
        self.draft.take().map(|draft| draft.note)
    }

    /// Closes the line and carries out its purpose. A day that cannot be read stays in the open line.
    pub fn accept(&mut self, context: &Context) -> Outcome {
        let text = self.input.text();
        let done = match self.prompt {
            Prompt::Find { .. } => Outcome::of(Intent::ReportFound),
            Prompt::Intervention => intervention::add(context, &text, self.take()),
            Prompt::FindInNote { .. } => Outcome::none(),
            Prompt::Speakers => speakers::add(context, &text, self.take()),
            Prompt::Limit => match speakers::set_limit(context, &text) {
                Ok(outcome) => outcome,
                Err(notice) => return Outcome::notify(notice),
            },
            Prompt::Remark => Outcome::of(Intent::Remark { text, draft: self.take() }),
            Prompt::CarryOver { .. } => Outcome::of(Intent::CarryOver { text, draft: self.take() }),
            Prompt::Package(_) | Prompt::Import if text.trim().is_empty() => {
                return Outcome::notify(Notice::new("notice-no-file").alarming());
            }
            Prompt::Package(exchange) => {
                Outcome::of(Intent::Exchange { exchange, file: text.trim().to_owned() })
            }
            Prompt::Import => Outcome::of(Intent::Import(paths::files_of(&text))),
            Prompt::Folder { .. } if text.trim().is_empty() => {
                return Outcome::notify(Notice::new("notice-no-folder").alarming());
            }
            Prompt::Folder { leaves } => {
                let folder = text.trim().to_owned();
                Outcome::of(Intent::SaveAs { folder, leaves })
            }
            Prompt::Instruction { position } => match instruction::set(context, position, &text) {
                Ok(outcome) => outcome,
                Err(notice) => return Outcome::notify(notice),
            },
            Prompt::Group { statement } => file::set_group(context, statement, &text),
            Prompt::Meeting { statement } => match file::set_meeting(context, statement, text.trim()) {
                Ok(outcome) => outcome,
                Err(notice) => return Outcome::notify(notice),
            },
            Prompt::Correct { note, field } => match fields::set(context, note, field, &text) {
                Ok(outcome) => outcome,
                Err(error) => return Outcome::notify(Notice::from(error).alarming()),
            },
            Prompt::PassageNumber(kind) => correction::set_number(context, kind, &text),
            Prompt::Detail(detail) => match correction::set_detail(context, detail, &text) {
                Ok(outcome) => outcome,
                Err(notice) => return Outcome::notify(notice),
            },
            // The line stays open until it is known what is written.
            Prompt::StatementFile { statement } => return file::ask(context, statement, text.trim()),
            Prompt::Deadline => match timeline::add_deadline(context, text.trim()) {
                Ok(added) => added,
                Err(notice) => return Outcome::notify(notice),
            },
            Prompt::RecordFile { record } => return record::write(context, record, text.trim()),
            Prompt::Day => match day_of(context, text.trim()) {
                Some(day) => Outcome::of(Intent::WorkOn(day)),
                None => {
                    let notice = Notice::new("notice-no-day").with("text", text.trim());
                    let notice = notice.with("first", *day::YEARS.start()).with("last", *day::YEARS.end());
                    return Outcome::notify(notice.alarming());
                }
            },
        };
        Outcome::of(Intent::Close).then(done)
    }

    /// Closes the line without carrying out its purpose: a search returns to where it started, a draft is deleted.
    pub fn cancel(&mut self) -> Outcome {
        let back = match self.prompt {
            Prompt::Find { block, top } => Outcome::of(Intent::Return { block, top }),
            Prompt::FindInNote { cursor } => Outcome::of(Intent::ReturnInNote(cursor)),
            _ => Outcome::none(),
        };
        let discarded = self.take().map_or_else(Outcome::none, notes::discard);
        Outcome::of(Intent::Close).then(back).then(discarded)
    }
}

/// The day that was typed; today if nothing was typed, `None` if it is not a day.
fn day_of(context: &Context, text: &str) -> Option<chrono::NaiveDate> {
    if text.is_empty() {
        return Some(context.now.instant.date_naive());
    }
    programme::day(text, context.now.today)
}

/// Whether what is typed is the key that opens the prompt for finding.
fn is_find_key(context: &Context, text: &str) -> bool {
    let keys = context.keymap().keys_for(&["desk"], "find", None);
    keys.into_iter().any(|key| key.to_string() == text)
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "line"
    }

    /// Inserts text; the lines of a pasted speaking list stay apart, the last one from what is typed after it, and so do
    /// those of several interventions.
    fn insert(&mut self, text: &str, context: &Context) -> Outcome {
        match self.prompt {
            // The key for finding, twice: everything is searched.
            Prompt::Find { .. } if self.input.text().is_empty() && is_find_key(context, text) => {
                return self.cancel().and(Intent::Open(Overlay::Picker(Picker::Search)));
            }
            Prompt::Speakers => self.input.insert(&text.replace('\n', ", ")),
            // A text that is too long is refused whole, whatever it contains.
            Prompt::Intervention if self.input.has_room_for(text) => {
                let text = joined(context, &self.input.text()[..self.input.cursor()], text);
                self.input.insert(&text);
            }
            _ if self.is_second_stroke(text) => {}
            _ => self.input.insert(text),
        }
        match self.input.take_refused() {
            Some(size) => Outcome::notify(Notice::too_long(size)),
            None => self.changed(context),
        }
    }

    fn draft(&self) -> Option<&Draft> {
        self.draft.as_ref()
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        self.draft.as_mut()
    }

    /// Keeps the typed text. Carrying over has not been confirmed yet: its reason stays as a note.
    fn finish(&mut self, context: &Context) -> Outcome {
        let text = self.input.text();
        let draft = self.take();
        match (&self.prompt, draft) {
            (Prompt::Intervention, draft) => intervention::add(context, &text, draft),
            (Prompt::Speakers, draft) => speakers::add(context, &text, draft),
            (Prompt::Remark, draft) => Outcome::of(Intent::Remark { text, draft }),
            (Prompt::CarryOver { .. }, Some(draft)) if text.trim().is_empty() => notes::discard(draft),
            (Prompt::CarryOver { .. }, Some(draft)) => Outcome::of(Intent::Change(Change::Keep(draft))),
            (Prompt::CarryOver { .. }, None)
            | (
                Prompt::Find { .. }
                | Prompt::FindInNote { .. }
                | Prompt::Day
                | Prompt::Import
                | Prompt::Limit
                | Prompt::Deadline
                | Prompt::PassageNumber(_)
                | Prompt::Detail(_)
                | Prompt::Folder { .. }
                | Prompt::Package(_)
                | Prompt::Instruction { .. }
                | Prompt::Group { .. }
                | Prompt::Meeting { .. }
                | Prompt::Correct { .. }
                | Prompt::StatementFile { .. }
                | Prompt::RecordFile { .. },
                _,
            ) => Outcome::none(),
        }
    }

    fn hints(&self) -> &'static [&'static str] {
        match self.takes_names() || self.takes_paths() {
            true => &["accept", "complete", "cancel", "clear"],
            false => &["accept", "cancel", "list-down", "clear"],
        }
    }
}
