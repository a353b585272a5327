//! What is asked about a statement in a line: the group for which it speaks, and the file to which it is written.

use std::path::Path;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::effect::{Effect, ExportFile};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker, Prompt};
use crate::app::screen::intervention::fields;
use crate::app::screen::position::instruction;
use crate::app::screen::record;
use crate::app::screen::statement::agenda;
use crate::app::workspace::Change;
use crate::base::{Error, Id};
use crate::board::statement::{basis_of, withheld};
use crate::export::prose::{self, ProseFormat};
use crate::export::statement::{StatementSetting, length, prose as written};
use crate::export::{FileFormat, LeftOutList};
use crate::locale::Locale;
use crate::model::Place;
use crate::workspace::statement::{self, ParagraphKind, Statement, paragraphs};
use crate::workspace::{Note, Release, counts_as_restricted};

fn held<'a>(context: &Context<'a>, id: Id) -> Option<&'a Note> {
    context.workspace.statements.get(id)
}

/// What a line that asks about a statement or about a field of an intervention starts with; empty for other lines.
#[must_use]
pub fn first_text(context: &Context, prompt: &Prompt) -> String {
    match prompt {
        Prompt::Group { statement } => {
            held(context, *statement).and_then(|note| Statement::of(note).on_behalf_of).unwrap_or_default()
        }
        Prompt::Instruction { position } => instruction::first_text(context, *position),
        Prompt::Meeting { statement } => {
            let delivery = held(context, *statement).and_then(|note| Statement::of(note).delivery);
            let meeting = delivery.and_then(|delivery| delivery.meeting);
            meeting.map(|meeting| meeting.to_string()).unwrap_or_default()
        }
        Prompt::StatementFile { statement } => {
            held(context, *statement).map(|note| path(context, note)).unwrap_or_default()
        }
        Prompt::RecordFile { record } => record::path(context, *record),
        Prompt::Correct { note, field } => fields::first_text(context, *note, *field),
        _ => String::new(),
    }
}

/// A Word document in the home folder: `~/statement-5f-4.docx` for item 5 f) at the fourth session.
fn path(context: &Context, note: &Note) -> String {
    let item = note.item.as_ref().map(|item| match &item.place {
        Place::Item(path) => path.concat(),
        _ => String::new(),
    });
    let session = note.session.map(|session| session.to_string());
    let parts = std::iter::once(context.locale().say("statement-file")).chain(item).chain(session);
    format!("~/{}.docx", parts.collect::<Vec<_>>().join("-"))
}

/// Sets the group for which a statement speaks; with an empty name it speaks for the own delegation alone.
#[must_use]
pub fn set_group(context: &Context, id: Id, group: &str) -> Outcome {
    let Some(before) = held(context, id) else { return Outcome::none() };
    let after = statement::with_group(before, group, &context.now);
    if after.extra == before.extra {
        return Outcome::none();
    }
    let (before, after) = (Arc::new(before.clone()), Arc::new(after));
    Outcome::of(Intent::Change(Change::Edit { before, after }))
}

/// Sets the meeting in which a statement was delivered.
///
/// # Errors
/// A notice if the text is no number, or if the statement has not been delivered.
pub fn set_meeting(context: &Context, id: Id, text: &str) -> Result<Outcome, Notice> {
    let Some(before) = held(context, id) else { return Ok(Outcome::none()) };
    let no_number = |_| Notice::new("notice-no-meeting").with("text", text).alarming();
    let meeting: u32 = text.parse().map_err(no_number)?;
    let not_delivered = || Notice::new("notice-statement-not-delivered").alarming();
    let after = statement::with_meeting(before, meeting, &context.now).ok_or_else(not_delivered)?;
    let (before, after) = (Arc::new(before.clone()), Arc::new(after));
    Ok(Outcome::of(Intent::Change(Change::Edit { before, after })))
}

/// Writes a statement to the file that was typed, or asks first if it is restricted. A path whose ending sets no format stays
/// in the open line.
#[must_use]
pub fn ask(context: &Context, id: Id, path: &str) -> Outcome {
    let Some(note) = held(context, id) else { return Outcome::of(Intent::Close) };
    if format(path).is_none() {
        let error = Error::wrong_use("export-ending").with("file", path).with("known", ProseFormat::names());
        return Outcome::notify(Notice::from(error).alarming());
    }
    let workspace = context.workspace;
    match counts_as_restricted(note, &workspace.statements, &workspace.positions) {
        true => Outcome::of(Intent::Open(Overlay::Picker(Picker::StatementFile))),
        false => Outcome::of(Intent::Close).then(write(context, note, path, Release::default())),
    }
}

/// The format that the ending of a path sets.
fn format(path: &str) -> Option<ProseFormat> {
    let path = Path::new(path.trim_matches(['"', '\'']));
    let format = ProseFormat::from_name(path.extension()?.to_str()?)?;
    // For the interpreters one line is one paragraph.
    Some(if format.is_text() && format != ProseFormat::Markdown {
        ProseFormat::Text { columns: None }
    } else {
        format
    })
}

/// Writes a statement to a file, in its own language, and says in numbers what was left out.
#[must_use]
pub fn write(context: &Context, note: &Note, path: &str, release: Release) -> Outcome {
    let Some(format) = format(path) else { return Outcome::none() };
    let statement = Statement::of(note);
    let own = statement.language.unwrap_or(context.locale().language());
    let locale = Locale::new(own);
    let item = note.item.as_ref().map(|item| agenda(context, &[]).title(item, own));
    let setting = StatementSetting {
        shelf: &context.library.shelf,
        locale: &locale,
        item: item.as_deref(),
        author: &context.workspace.author,
        moment: context.now.day(),
    };
    match prose::write(&written(&statement, &setting, format), format) {
        Ok(bytes) => {
            let manifest = manifest(context, &statement, release);
            Effect::Export(Box::new(ExportFile { path: path.to_owned(), bytes, manifest })).into()
        }
        Err(error) => Outcome::notify(Notice::from(error).alarming()),
    }
}

/// How many quotations do not agree with their sources; `None` if all do.
fn doubtful(context: &Context, statement: &Statement<'_>) -> Option<String> {
    let basis = basis_of(statement, &context.library.shelf, context.locale().language());
    let count = basis.iter().filter(|basis| basis.state.is_doubtful()).count();
    (count > 0).then(|| context.locale().say_with("statement-doubtful", &[("count", count.into())]))
}

/// Words and time, the paragraphs that are not said, and what its positions have that is not in it.
fn manifest(context: &Context, statement: &Statement<'_>, release: Release) -> String {
    let (locale, workspace) = (context.locale(), context.workspace);
    let length = length(statement, locale, workspace.words_a_minute, workspace.time_limits);
    let all = paragraphs(&statement.note.text);
    let unspoken = all.iter().filter(|paragraph| paragraph.kind == ParagraphKind::LeftOut).count();
    let unspoken =
        (unspoken > 0).then(|| locale.say_with("statement-unspoken", &[("count", unspoken.into())]));
    // What is internal in positions is never in a statement, with restricted words or without.
    let left_out = withheld(statement, &workspace.positions);
    let left_out = LeftOutList::of_words(release.restricted, left_out, locale).sentence;
    let parts = [Some(length + "."), unspoken, doubtful(context, statement), Some(left_out)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
