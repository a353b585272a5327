//! The statements of a workspace with what they are made of and printed with.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::{Error, Id, Now, Result};
use crate::board::statement::{Staleness, Taking, basis_of, withheld};
use crate::board::{Agenda, Board, Composed, Occasion, PositionBasis};
use crate::cite;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, beginning, table};
use crate::cli::{choice, release};
use crate::export::prose::{self, ProseFormat};
use crate::export::statement::{StatementSetting, length, prose as written, title};
use crate::locale::Locale;
use crate::model::{Address, Process, Shelf};
use crate::store::{Access, Opened};
use crate::workspace::statement::{self, Delivery, Statement, paragraphs};
use crate::workspace::{Kind, LeftOut, LeftOutKind, Note, Notebook, Release, counts_as_restricted};

/// Columns for the beginning of a text in a list.
const WIDTH: usize = 60;

/// What statements are made and printed with.
pub(super) struct StatementMaterials<'a> {
    pub context: &'a CommandContext,
    pub shelf: Shelf,
    pub boards: Vec<Board>,
    pub processes: Vec<Process>,
    pub opened: Opened,
    pub errors: Vec<Error>,
}

impl<'a> StatementMaterials<'a> {
    pub fn open(context: &'a CommandContext, access: Access) -> Result<Self> {
        let (shelf, errors) = context.shelf();
        let (opened, boards) = context.workspace_beside(access, || choice::boards(context, &shelf))?;
        let processes = context.processes(&shelf);
        Ok(Self { context, shelf, boards, processes, opened, errors })
    }

    pub fn agenda(&self) -> Agenda<'_> {
        let process = self.processes.first().expect("there is a bundled process");
        let tracker = &self.opened.contents.tracker;
        Agenda { process, boards: &self.boards, shelf: &self.shelf, tracker }
    }

    pub fn statements(&self) -> &Notebook {
        &self.opened.contents.statements
    }

    /// The item and the session of the options.
    pub fn occasion(&self, matches: &ArgMatches) -> Result<Occasion> {
        let session = matches.get_one::<u32>("session").copied();
        let item = matches.get_one::<String>("item").map(|text| self.item(text)).transpose()?;
        if item.is_none() && session.is_none() {
            return Err(Error::wrong_use("statement-occasion-missing"));
        }
        let process = self.processes.first();
        if let Some(session) = session {
            let named: Vec<_> =
                self.boards.iter().flat_map(|board| board.followups.iter().cloned()).collect();
            CommandContext::session(process, &named, session)?;
        }
        Ok(Occasion { item, session })
    }

    /// The agenda item that a text names: `5/f`, `5 f)` and `item/5/f` are the same.
    fn item(&self, text: &str) -> Result<Address> {
        let bare = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let items = self.processes.first().map(|process| process.items.as_slice()).unwrap_or_default();
        let wanted = bare(text);
        let wanted = wanted.strip_prefix("item").unwrap_or(&wanted);
        let known = |item: &Address| item.to_string().trim_start_matches("item/").to_owned();
        let found = items.iter().find(|link| bare(&known(&link.item)) == wanted);
        found.map(|link| link.item.clone()).ok_or_else(|| {
            let known: Vec<String> = items.iter().map(|link| known(&link.item)).collect();
            Error::wrong_use("item-unknown").with("name", text).with("known", known.join(", "))
        })
    }

    /// The newest statement kept on exactly this item at exactly this session.
    pub fn kept(&self, occasion: &Occasion) -> Option<&Note> {
        let is_on = |note: &&Note| (&note.item, note.session) == (&occasion.item, occasion.session);
        self.statements().notes().find(is_on)
    }

    pub fn get(&self, matches: &ArgMatches) -> Result<&Note> {
        let text = matches.get_one::<String>("id").map(String::as_str).unwrap_or_default();
        let missing = || Error::not_found("statement-unknown").with("id", text);
        self.statements().get(text.parse().map_err(|()| missing())?).ok_or_else(missing)
    }

    /// The statement with the id of the options, unless it was delivered.
    pub fn open_one(&self, matches: &ArgMatches) -> Result<&Note> {
        let note = self.get(matches)?;
        match Statement::of(note).is_delivered() {
            true => Err(Error::wrong_use("statement-delivered-already").with("id", note.id.to_string())),
            false => Ok(note),
        }
    }

    /// Whether a statement may not leave, or has words of a restricted position.
    pub fn is_restricted(&self, statement: &Statement<'_>) -> bool {
        counts_as_restricted(statement.note, self.statements(), &self.opened.contents.positions)
    }

    /// A new statement with the words of the positions of an occasion.
    pub fn composed(&self, matches: &ArgMatches, occasion: &Occasion) -> (Note, Composed) {
        let (context, now) = (self.context, self.context.now());
        let language = matches.get_one::<String>("in").and_then(|language| language.parse().ok());
        let language = language.unwrap_or(context.locale.language());
        let taking = Taking { used: &[], release: release::chosen(matches), language };
        let composed = self.agenda().compose(&self.opened.contents.positions, occasion, taking);
        let Occasion { item, session } = occasion.clone();
        let mut note = statement::blank(&now, context.author(), item, session, language);
        statement::take_up(&mut note, &composed.text, &composed.uses, composed.restricted);
        statement::record_taken(&mut note, composed.taken.clone());
        if let Some(group) = matches.get_one::<String>("on-behalf-of") {
            note = Note { edited: None, ..statement::with_group(&note, group, &now) };
        }
        (note, composed)
    }

    /// A statement with the words of positions that changed or are new.
    pub fn renewed(&self, note: &Note, release: Release, now: &Now) -> Result<Note> {
        let (positions, language) = (&self.opened.contents.positions, self.context.locale.language());
        let (renewed, composed) = self.agenda().renewed(note, positions, release, language);
        match composed.uses.is_empty() {
            true => Err(Error::wrong_use("statement-nothing-to-take")),
            false => Ok(Note { edited: Some(now.stamp()), ..renewed }),
        }
    }

    fn staleness(&self, note: &Note) -> Staleness {
        let (positions, language) = (&self.opened.contents.positions, self.context.locale.language());
        self.agenda().staleness(&Statement::of(note), positions, language)
    }

    /// A warning that positions say something else than a kept statement; `None` if they do not.
    pub fn stale(&self, note: &Note) -> Option<Error> {
        self.statements().get(note.id)?;
        let stale = self.staleness(note);
        let list = |ids: &[Id]| ids.iter().map(|id| self.label(*id)).collect::<Vec<_>>().join(", ");
        let id = match (stale.changed.is_empty(), stale.new.is_empty()) {
            (true, true) => return None,
            (false, true) => "statement-stale-changed",
            (true, false) => "statement-stale-new",
            (false, false) => "statement-stale-both",
        };
        let warning = Error::broken(id).with("id", note.id.to_string());
        Some(warning.with("changed", list(&stale.changed)).with("new", list(&stale.new)))
    }

    /// What a position is on, for people.
    pub fn label(&self, id: Id) -> String {
        let language = self.context.locale.language();
        let position = self.opened.contents.positions.get(id);
        let anchor = position.and_then(|note| note.anchor.as_ref());
        anchor.map_or_else(|| id.to_string(), |on| cite::write(Some(&on.symbol), &on.address, language))
    }

    /// A warning for each quotation of a statement that does not agree with its source.
    pub fn doubtful(&self, note: &Note) -> Vec<Error> {
        let basis = basis_of(&Statement::of(note), &self.shelf, self.context.locale.language());
        let doubtful = basis.into_iter().filter(|basis| basis.state.is_doubtful());
        let warning = |basis: PositionBasis| {
            let words = basis.changes().unwrap_or_else(|| basis.quoted.clone());
            let warning = Error::broken("statement-quotation").with("state", basis.state.name());
            warning.with("citation", self.citation(&basis)).with("words", words)
        };
        doubtful.map(warning).collect()
    }

    /// What a kept statement has not: what is internal in its positions, and the restricted positions on its occasion.
    pub fn left_out(&self, statement: &Statement<'_>) -> LeftOut {
        let positions = &self.opened.contents.positions;
        let mut left_out = withheld(statement, positions);
        for _ in 0..self.agenda().restricted_positions_missing(statement, positions) {
            left_out.add(LeftOutKind::Text(Kind::Position));
        }
        left_out
    }

    pub fn faults(&self) -> Vec<Error> {
        let of = |note: &Note| {
            let named = |error: Error| error.with("id", note.id.to_string());
            Statement::of(note).errors.into_iter().map(named).collect::<Vec<_>>()
        };
        let broken = self.opened.every_broken().map(|broken| broken.error.clone());
        self.errors.iter().cloned().chain(self.statements().notes().flat_map(of)).chain(broken).collect()
    }

    pub fn output(&self, note: &Note) -> Output {
        let output = match self.context.json {
            true => Output::json(&self.json(note)),
            false => Output::text(self.text(note)),
        };
        output.warning(self.faults()).warning(self.stale(note))
    }

    pub fn json(&self, note: &Note) -> Value {
        let (statement, locale) = (Statement::of(note), &self.context.locale);
        let settings = &self.context.environment.settings;
        let language = locale.language();
        let seconds = statement.reading_seconds(settings.pace(), language);
        let limit = statement.limit_seconds(settings.time_limits());
        let basis = basis_of(&statement, &self.shelf, language);
        let stale = self.staleness(note);
        let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let paragraphs = paragraphs(&note.text);
        let paragraph = |paragraph: &statement::StatementParagraph| json!({ "kind": paragraph.kind.name(), "text": paragraph.text });
        json!({
            "id": note.id.to_string(),
            "at": note.at.to_rfc3339(),
            "author": note.author,
            "item": note.item.as_ref().map(ToString::to_string),
            "session": note.session,
            "language": statement.language.unwrap_or(language).to_string(),
            "status": statement.status.name(),
            "restricted": self.is_restricted(&statement),
            "on_behalf_of": statement.on_behalf_of,
            "words": statement.word_count(language),
            "reading_seconds": seconds,
            "limit_seconds": limit,
            "over_limit": seconds > limit,
            "changed_positions": ids(&stale.changed),
            "new_positions": ids(&stale.new),
            "uses": statement.uses.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "paragraphs": paragraphs.iter().map(paragraph).collect::<Vec<_>>(),
            "quotations": basis.iter().map(|basis| self.quotation(basis)).collect::<Vec<_>>(),
            "delivered": statement.delivery.as_ref().map(delivery),
        })
    }

    fn quotation(&self, basis: &PositionBasis) -> Value {
        json!({
            "passage": basis.passage.to_string(),
            "citation": self.citation(basis),
            "state": basis.state.name(),
            "quoted": Some(&basis.quoted).filter(|quoted| !quoted.is_empty()),
            "changes": basis.changes(),
        })
    }

    fn citation(&self, basis: &PositionBasis) -> String {
        let passage = &basis.passage;
        cite::write(Some(&passage.symbol), &passage.address, self.context.locale.language())
    }

    pub fn title(&self, note: &Note) -> String {
        let locale = &self.context.locale;
        let item = note.item.as_ref().map(|item| self.agenda().title(item, locale.language()));
        title(locale, item.as_deref(), note.session)
    }

    /// Words and time, and whether that is over the limit: `▲ 412 words · 3:26 of 3:00, over the limit`.
    fn length(&self, note: &Note) -> String {
        let (statement, locale) = (Statement::of(note), &self.context.locale);
        let settings = &self.context.environment.settings;
        length(&statement, locale, settings.pace(), settings.time_limits())
    }

    pub fn line(&self, note: &Note) -> Vec<String> {
        let statement = Statement::of(note);
        let status = self.context.locale.say(&format!("statement-{}", statement.status.name()));
        let first = statement.spoken(self.context.locale.language()).into_iter().next().unwrap_or_default();
        vec![note.id.to_string(), self.title(note), status, self.length(note), beginning(&first, WIDTH)]
    }

    fn text(&self, note: &Note) -> String {
        let (statement, locale) = (Statement::of(note), &self.context.locale);
        let status = locale.say(&format!("statement-{}", statement.status.name()));
        let mut text = format!("{}\n{} · {status}\n{}\n", note.id, self.title(note), self.length(note));
        let setting = self.setting(locale, None, "");
        let all = written(&statement, &setting, ProseFormat::Markdown);
        let body = prose::write(&all, ProseFormat::Markdown).unwrap_or_default();
        text += &format!("\n{}", String::from_utf8_lossy(&body));
        let basis = basis_of(&statement, &self.shelf, locale.language());
        let line = |basis: &PositionBasis| {
            let state = locale.say(&format!("basis-{}", basis.state.name()));
            let shown = basis.changes().unwrap_or_else(|| basis.quoted.clone());
            vec![state, self.citation(basis), beginning(&shown, WIDTH)]
        };
        let lines: Vec<Vec<String>> = basis.iter().map(line).collect();
        if !lines.is_empty() {
            text += &format!("\n{}", table(&lines));
        }
        text
    }

    /// What a statement is written with, in its own language.
    pub fn setting<'s>(
        &'s self,
        locale: &'s Locale,
        item: Option<&'s str>,
        author: &'s str,
    ) -> StatementSetting<'s> {
        StatementSetting { shelf: &self.shelf, locale, item, author, moment: self.context.now().day() }
    }
}

fn delivery(delivery: &Delivery) -> Value {
    json!({ "at": delivery.at.to_rfc3339(), "session": delivery.session, "meeting": delivery.meeting })
}
