//! The record of a session or of one of its days at the desk: made as a note to be edited, then written to a file.

use std::path::Path;

use crate::app::context::Context;
use crate::app::effect::{Effect, ExportFile};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::screen::statement::agenda;
use crate::base::{Error, Id};
use crate::board::{Agenda, DigestChoice, DigestOrder, DigestScope};
use crate::calendar;
use crate::export::digest::{DigestSetting, prose as written, title};
use crate::export::prose::{self, ProseFormat};
use crate::export::{FileFormat, LeftOutList};
use crate::workspace::{Note, Release, is_record, record_day, record_left_out, record_note};

/// Opens the record of the working day in the editor, or that of its whole session; on a day without a session, that of the
/// session worked for.
#[must_use]
pub fn open(context: &Context, is_whole: bool) -> Outcome {
    let today = context.now.today;
    let on_day = calendar::session_on(context.process(), today).and_then(|session| session.number);
    let Some(session) = on_day.or(context.desk.session) else {
        return Outcome::notify(Notice::new("notice-record-no-session"));
    };
    if context.workspace.notebook.is_unread() {
        return Outcome::notify(Notice::new("notice-notes-unread"));
    }
    let scope = DigestScope { session, day: on_day.filter(|_| !is_whole).map(|_| today) };
    let note = Box::new(made(context, scope));
    let opened = Outcome::of(Intent::Open(Overlay::Note { note, before: None }));
    let notice = Notice::new("notice-record-opened").with("title", title(scope, context.locale()));
    context.refusal().unwrap_or_else(|| opened.and(Intent::Notify(notice)))
}

/// The record in Markdown, without what is restricted or counts as such.
fn made(context: &Context, scope: DigestScope) -> Note {
    let (workspace, locale) = (context.workspace, context.locale());
    let boards = context.library.boards(context.reading());
    let release = Release::default();
    let everything = workspace.contents();
    let contents = release.judged(&everything);
    let agenda = Agenda { tracker: &contents.tracker, ..agenda(context, &boards) };
    let choice = DigestChoice {
        scope,
        order: DigestOrder::Item,
        release,
        delegations: &workspace.delegations,
        language: locale.language(),
    };
    let digest = agenda.digest(&contents.notebook, &choice);
    let left_out = LeftOutList::new(release, digest.left_out.clone(), locale);
    let setting = DigestSetting {
        agenda,
        locale,
        author: &workspace.author,
        moment: context.now.instant,
        delegations: &workspace.delegations,
        left_out: &left_out,
    };
    let text = prose::as_markdown(&written(&digest, scope, &setting));
    record_note(&context.now, &workspace.author, text, scope.session, scope.day, &left_out.sentence)
}

/// After a text was edited: asks for the file, if it is a record.
#[must_use]
pub fn ask(note: &Note) -> Outcome {
    match is_record(note) {
        true => Outcome::of(Intent::Open(Overlay::Line(Prompt::RecordFile { record: note.id }))),
        false => Outcome::none(),
    }
}

/// A Word document in the home folder: `~/record-4-2023-03-07.docx`; empty if there is no such record.
#[must_use]
pub fn path(context: &Context, id: Id) -> String {
    let Some(note) = context.workspace.notebook.get(id) else { return String::new() };
    let session = note.session.map(|session| session.to_string());
    let day = record_day(note).map(|day| day.to_string());
    let parts = std::iter::once(context.locale().say("record-file")).chain(session).chain(day);
    format!("~/{}.docx", parts.collect::<Vec<_>>().join("-"))
}

/// Writes a record to the file that was typed. A path whose ending sets no format stays in the open line; a record that is
/// restricted is not written.
#[must_use]
pub fn write(context: &Context, id: Id, path: &str) -> Outcome {
    let Some(note) = context.workspace.notebook.get(id) else { return Outcome::of(Intent::Close) };
    if note.restricted {
        return Outcome::of(Intent::Close)
            .and(Intent::Notify(Notice::new("notice-record-restricted").alarming()));
    }
    let Some(format) = format(path) else {
        let error = Error::wrong_use("export-ending").with("file", path).with("known", ProseFormat::names());
        return Outcome::notify(Notice::from(error).alarming());
    };
    match bytes(context, note, format) {
        Ok(bytes) => {
            let manifest = record_left_out(note).to_owned();
            let file = ExportFile { path: path.to_owned(), bytes, manifest };
            Outcome::of(Intent::Close).and(Intent::Perform(Effect::Export(Box::new(file))))
        }
        Err(error) => Outcome::notify(Notice::from(error).alarming()),
    }
}

/// The format that the ending of a path sets.
fn format(path: &str) -> Option<ProseFormat> {
    let path = Path::new(path.trim_matches(['"', '\'']));
    ProseFormat::from_name(path.extension()?.to_str()?)
}

/// The file. Markdown is written as it was typed.
fn bytes(context: &Context, note: &Note, format: ProseFormat) -> crate::base::Result<Vec<u8>> {
    if format == ProseFormat::Markdown {
        return Ok(crate::base::text::exported(&note.text).into_bytes());
    }
    let day = record_day(note);
    let title = note.session.map(|session| title(DigestScope { session, day }, context.locale()));
    let language = context.locale().language();
    let mut read = prose::read(&note.text, language, &context.workspace.author, context.now.instant);
    if read.title.is_empty() {
        read.title = title.unwrap_or_default();
    }
    prose::write(&read, format)
}
