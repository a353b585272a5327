//! `plenary amend` and `plenary amendments`: changes proposed to passages, and how the United Nations write them.

mod names;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Id, Now, Result};
use crate::cite;
use crate::cli::agenda;
use crate::cli::amend::names::{doubt, meaning, source};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::release;
use crate::compare::changes;
use crate::export::notation::{self, MadeOn};
use crate::locale::Locale;
use crate::model::{Delegations, Reference, Shelf};
use crate::store::Access;
use crate::workspace::amendment::{self, AmendedText, Amendment, AmendmentPart, AmendmentStatus, Operation};
use crate::workspace::{Contents, Note, Notebook};

/// `plenary amend REF`.
pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let help = |name: &str| locale.say(&format!("cli-amend-{name}"));
    let option = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help(name))
    };
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help(name));
    command
        .arg(Arg::new("passage").value_name("REF|ID").required(true).help(help("passage")))
        .args([option("text", "TEXT"), option("after", "TEXT"), option("before", "TEXT"), flag("delete")])
        .group(ArgGroup::new("wording").args(["text", "after", "before", "delete"]))
        .arg(option("alternative", "TEXT").action(ArgAction::Append))
        .args([option("reason", "TEXT"), option("by", "DELEGATION"), option("co-sponsors", "LIST")])
        .arg(option("status", "STATUS").value_parser(AmendmentStatus::ALL.map(AmendmentStatus::name)))
        .arg(release::choice(locale))
}

/// `plenary amendments`.
pub(super) fn list_command(command: Command, locale: &Locale) -> Command {
    let option = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).help(locale.say(&format!("cli-amendments-{name}")))
    };
    command
        .args([option("document", "SYMBOL"), option("at", "REF"), option("by", "DELEGATION")])
        .arg(option("status", "STATUS").value_parser(AmendmentStatus::ALL.map(AmendmentStatus::name)))
}

/// Makes an amendment, or changes the one with an id.
pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, _) = context.shelf();
    let text = matches.get_one::<String>("passage").map(String::as_str).unwrap_or_default();
    let given = AmendmentOptions::of(matches);
    let now = context.now();
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let before = existing(text, &opened.contents)?;
    let begun = match &before {
        Some(note) => given.on_existing(note)?,
        None => given.begun(context, &shelf, text, &now)?,
    };
    let note = given.written(begun, context);
    let is_changed = before.as_ref().is_none_or(|before| *before != note);
    if !is_changed {
        return Err(Error::wrong_use("amend-nothing"));
    }
    check(&note, &shelf)?;
    let edited = before.is_some().then(|| now.stamp());
    let note = Note { edited, ..note };
    opened.workspace.save(&note, &now)?;
    opened.contents.amendments.add(note.clone());
    let (delegations, _) = context.delegations();
    let doubts = given.doubtful_names(&delegations);
    let printer = AmendmentPrinter {
        context,
        shelf: &shelf,
        amendments: &opened.contents.amendments,
        delegations: &delegations,
    };
    Ok(printer.output(&Amendment::of(&note)).warning(doubts))
}

/// The amendment with this id; `None` if the text is no id.
fn existing(text: &str, contents: &Contents) -> Result<Option<Note>> {
    let Ok(id) = text.parse::<Id>() else { return Ok(None) };
    match contents.amendments.get(id) {
        Some(note) => Ok(Some(note.clone())),
        None => Err(Error::not_found("amendment-unknown").with("id", text)),
    }
}

/// Refuses an amendment that changes nothing.
fn check(note: &Note, shelf: &Shelf) -> Result<()> {
    let amendment = Amendment::of(note);
    let original = amendment.original_in(shelf);
    let wordings = amendment.wordings();
    if amendment.operation == Operation::Delete {
        return Ok(());
    }
    if wordings.is_empty() {
        return Err(Error::wrong_use("amend-empty"));
    }
    let is_same = |words: &str| changes(&original, words).is_empty();
    match amendment.operation == Operation::Reword && wordings.iter().all(|wording| is_same(&wording.text)) {
        true => Err(Error::wrong_use("amend-same")),
        false => Ok(()),
    }
}

/// What the command line says about an amendment.
struct AmendmentOptions<'a> {
    /// The operation and, but for a deletion, its words.
    wording: Option<(Operation, &'a str)>,
    alternatives: Vec<&'a str>,
    reason: Option<&'a str>,
    by: Option<&'a str>,
    co_sponsors: Option<&'a str>,
    status: Option<&'a str>,
    restricted: Option<bool>,
}

impl<'a> AmendmentOptions<'a> {
    fn of(matches: &'a ArgMatches) -> Self {
        let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let wordings = [
            ("text", Operation::Reword),
            ("after", Operation::InsertAfter),
            ("before", Operation::InsertBefore),
        ];
        let wording = wordings.into_iter().find_map(|(name, operation)| Some((operation, text(name)?)));
        let deletion = matches.get_flag("delete").then_some((Operation::Delete, ""));
        Self {
            wording: wording.or(deletion),
            alternatives: matches
                .get_many::<String>("alternative")
                .unwrap_or_default()
                .map(String::as_str)
                .collect(),
            reason: text("reason"),
            by: text("by"),
            co_sponsors: text("co-sponsors"),
            status: text("status"),
            restricted: release::is_restricted(matches),
        }
    }

    /// What is doubtful about the names that are given.
    fn doubtful_names(&self, delegations: &Delegations) -> Vec<Error> {
        let co_sponsors = self.co_sponsors.into_iter().flat_map(|names| names.split([',', ';', '\n']));
        let names = self.by.into_iter().chain(co_sponsors).map(str::trim).filter(|name| !name.is_empty());
        names.filter_map(|name| doubt(name, delegations)).collect()
    }

    /// An existing amendment to be changed; what it does cannot change.
    fn on_existing(&self, note: &Note) -> Result<Note> {
        let own = Amendment::of(note).operation;
        match self.wording {
            Some((operation, _)) if operation != own && operation != Operation::Reword => {
                Err(Error::wrong_use("amend-operation").with("operation", own.name()))
            }
            _ => Ok(note.clone()),
        }
    }

    /// A new amendment on the passage that a text names.
    fn begun(&self, context: &CommandContext, shelf: &Shelf, text: &str, now: &Now) -> Result<Note> {
        let passage = context.passage(shelf, text)?;
        let found = shelf.passage(&passage, context.locale.language());
        let found = found.ok_or_else(|| Error::not_found("passage-not-found").with("reference", text))?;
        let Some((operation, _)) = self.wording else { return Err(Error::wrong_use("amend-no-words")) };
        Ok(amendment::blank(now, context.author(), passage, found.document.language, found.text(), operation))
    }

    /// An amendment with everything that is given.
    fn written(&self, mut note: Note, context: &CommandContext) -> Note {
        let language = context.locale.language();
        let own = note.clone();
        let was = Amendment::of(&own);
        let mut put = |part, words: &str, source: Option<&str>| {
            note.text = amendment::with_amendment_part(&note.text, part, words, source, language);
        };
        if let Some((_, words)) = self.wording.filter(|(operation, _)| *operation != Operation::Delete) {
            put(AmendmentPart::Text, words, None);
        }
        // Added to an amendment that is there, an alternative is that of the delegation named.
        let added = self.wording.is_none() && !self.alternatives.is_empty();
        let source = self.by.filter(|_| added);
        let ours = amendment::ours(language);
        let source = source.or_else(|| (added && was.by().is_some()).then_some(ours.as_str()));
        for words in &self.alternatives {
            put(AmendmentPart::Alternative, words, source);
        }
        let proposer = self.by.filter(|_| !added);
        let parts = [
            (AmendmentPart::Reason, self.reason),
            (AmendmentPart::CoSponsors, self.co_sponsors),
            (AmendmentPart::Proposer, proposer),
        ];
        for (part, words) in parts {
            if let Some(words) = words {
                put(part, words, None);
            }
        }
        if let Some(status) = self.status {
            note.extra.insert("status".to_owned(), status.into());
        }
        if let Some(restricted) = self.restricted {
            note.restrict(restricted);
        }
        note
    }
}

/// The amendments, in the order of the documents and their passages.
pub(super) fn list(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let document = text("document").map(agenda::symbol).transpose()?;
    let at = text("at").map(|text| context.passage(&shelf, text)).transpose()?;
    let opened = context.workspace(Access::Read)?;
    let amendments = &opened.contents.amendments;
    let (delegations, _) = context.delegations();
    let printer = AmendmentPrinter { context, shelf: &shelf, amendments, delegations: &delegations };
    let mut found: Vec<Amendment<'_>> = amendments.notes().map(Amendment::of).collect();
    found.retain(|amendment| {
        let anchor = amendment.note.anchor.as_ref();
        document.as_ref().is_none_or(|symbol| anchor.is_some_and(|anchor| anchor.symbol == *symbol))
            && at.as_ref().is_none_or(|passage| anchor == Some(passage))
            && text("by").is_none_or(|by| printer.is_by(amendment, by))
            && text("status").is_none_or(|status| amendment.status.name() == status)
    });
    found.sort_by_cached_key(|amendment| printer.place(amendment));
    let output = match context.json {
        true => Output::json(&Value::Array(found.iter().map(|amendment| printer.json(amendment)).collect())),
        false => {
            Output::text(found.iter().map(|amendment| printer.text(amendment)).collect::<Vec<_>>().join("\n"))
        }
    };
    let is_narrowed = ["document", "at", "by", "status"].iter().any(|name| matches.contains_id(name));
    let output = match found.is_empty() && is_narrowed {
        true => output.nothing(context.json, Error::not_found("amendments-none")),
        false => output,
    };
    let faults = found.iter().flat_map(AmendmentPrinter::faults);
    let broken = amendments.broken().iter().map(|broken| broken.error.clone());
    Ok(output.warning(errors).warning(broken.chain(faults)))
}

/// What amendments are printed with.
struct AmendmentPrinter<'a> {
    context: &'a CommandContext,
    shelf: &'a Shelf,
    /// All of the workspace, by which new passages are numbered.
    amendments: &'a Notebook,
    /// By which names are understood.
    delegations: &'a Delegations,
}

impl AmendmentPrinter<'_> {
    /// Whether an amendment is that of the delegation with a name.
    fn is_by(&self, amendment: &Amendment<'_>, name: &str) -> bool {
        match amendment.by() {
            Some(by) => meaning(&by, self.delegations) == meaning(name, self.delegations),
            None => amendment::is_ours(name),
        }
    }

    fn id_of(&self, name: &str) -> Option<&str> {
        self.delegations.stored(name).map(|delegation| delegation.id.as_str())
    }

    /// Where the passage of an amendment is in the library; those of older ones come first.
    fn place(&self, amendment: &Amendment<'_>) -> (String, usize, Id) {
        let anchor = amendment.note.anchor.as_ref();
        let symbol = anchor.map(|anchor| anchor.symbol.to_string()).unwrap_or_default();
        let position = anchor.and_then(|anchor| {
            self.shelf.passage(anchor, self.context.locale.language()).map(|passage| passage.position)
        });
        (symbol, position.unwrap_or(usize::MAX), amendment.note.id)
    }

    fn output(&self, amendment: &Amendment<'_>) -> Output {
        let output = match self.context.json {
            true => Output::json(&self.json(amendment)),
            false => Output::text(self.text(amendment)),
        };
        output.warning(Self::faults(amendment))
    }

    fn json(&self, amendment: &Amendment<'_>) -> Value {
        let (note, language) = (amendment.note, self.context.locale.language());
        let original = amendment.original_in(self.shelf);
        let made_on = self.made_on(amendment, &original);
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        let wordings = amendment.wordings();
        let alternative = |wording: &amendment::Wording| {
            let (removed, added) = moved(amendment.operation, &original, &wording.text);
            let notation = notation::of(amendment, made_on, &wording.text, language);
            json!({ "by": wording.source, "text": wording.text, "notation": notation, "removed": removed, "added": added })
        };
        let first = wordings.first().map(|wording| wording.text.as_str()).unwrap_or_default();
        let (removed, added) = moved(amendment.operation, &original, first);
        json!({
            "id": note.id.to_string(),
            "anchor": note.anchor.as_ref().map(ToString::to_string),
            "language": amendment.language.map(|language| language.to_string()),
            "by": amendment.by(),
            "by_delegation": amendment.by().and_then(|by| self.id_of(&by).map(str::to_owned)),
            "operation": amendment.operation.name(),
            "notation": notation::of(amendment, made_on, first, language),
            "removed": removed,
            "added": added,
            "text": some(first.to_owned()),
            "original": original,
            "original_state": amendment.state(self.shelf).name(),
            "alternatives": wordings.iter().skip(1).map(alternative).collect::<Vec<_>>(),
            "reason": some(amendment.reason()),
            "co_sponsors": amendment.co_sponsors(),
            "co_sponsor_delegations": amendment.co_sponsors().iter().map(|name| self.id_of(name)).collect::<Vec<_>>(),
            "status": amendment.status.name(),
            "restricted": amendment.note.restricted,
            "author": note.author,
            "at": note.at.to_rfc3339(),
        })
    }

    /// A head, the sentence of each wording, and the remarks.
    fn text(&self, amendment: &Amendment<'_>) -> String {
        let locale = &self.context.locale;
        let original = amendment.original_in(self.shelf);
        let by = amendment.by().unwrap_or_else(|| amendment::ours(locale.language()));
        let status = locale.say(&format!("amendment-{}", amendment.status.name()));
        let restricted = amendment.note.restricted.then(|| locale.say("position-restricted"));
        let head = [Some(self.citation(amendment.note.anchor.as_ref())), Some(by), Some(status), restricted];
        let head = head.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let mut text = format!("{}\n{head}\n", amendment.note.id);
        let sources: Vec<_> = amendment.wordings().into_iter().map(|wording| wording.source).collect();
        let sentences = notation::all(amendment, self.made_on(amendment, &original), locale.language());
        for (at, sentence) in sentences.iter().enumerate() {
            let head = source(amendment, sources.get(at).and_then(Option::as_deref), locale);
            text += &if at == 0 { format!("{sentence}\n") } else { format!("[{head}] {sentence}\n") };
        }
        let state = amendment.state(self.shelf);
        if state != AmendedText::Current {
            text += &format!("! {}\n", locale.say(&format!("amended-text-{}", state.name())));
        }
        let remarks = [
            (AmendmentPart::Reason, amendment.reason()),
            (AmendmentPart::CoSponsors, amendment.co_sponsors().join(", ")),
        ];
        let named = |part: AmendmentPart| locale.say(&format!("amendment-part-{}", part.name()));
        let rows: Vec<Vec<String>> = remarks
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(part, words)| vec![named(part), words.replace('\n', " ")])
            .collect();
        text + &table(&rows)
    }

    fn made_on<'o>(&self, amendment: &Amendment<'_>, original: &'o str) -> MadeOn<'o> {
        MadeOn { original, taken: amendment::taken_numbers(amendment, self.amendments, self.shelf) }
    }

    fn citation(&self, anchor: Option<&Reference>) -> String {
        let write = |anchor: &Reference| {
            cite::write(Some(&anchor.symbol), &anchor.address, self.context.locale.language())
        };
        anchor.map(write).unwrap_or_default()
    }

    /// What is wrong with the front matter of an amendment, with its id.
    fn faults(amendment: &Amendment<'_>) -> Vec<Error> {
        let named = |error: &Error| error.clone().with("id", amendment.note.id.to_string());
        amendment.errors.iter().map(named).collect()
    }
}

/// The words that go and those that come; those of several changes are separated by ` … `.
fn moved(operation: Operation, original: &str, wording: &str) -> (String, String) {
    match operation {
        Operation::Delete => return (original.to_owned(), String::new()),
        Operation::InsertBefore | Operation::InsertAfter => return (String::new(), wording.to_owned()),
        Operation::Reword => {}
    }
    let found = changes(original, wording);
    let joined = |words: Vec<&str>| {
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" … ")
    };
    let removed = joined(found.iter().map(|change| change.removed(original)).collect());
    let added = joined(found.iter().map(|change| change.added(wording)).collect());
    (removed, added)
}
