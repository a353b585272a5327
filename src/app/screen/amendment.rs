//! The amendments of the current passage: opening one to write, and the lines in which one is shown.

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::position::{PositionLine, PositionLineKind};
use crate::base::Id;
use crate::export::notation::{self, MadeOn};
use crate::locale::Locale;
use crate::workspace::Note;
use crate::workspace::amendment::{self, AmendedText, Amendment, AmendmentPart, Operation, Wording};

/// The amendments on the current passage, newest first.
#[must_use]
pub fn here<'a>(context: &Context<'a>) -> Vec<&'a Note> {
    context.workspace.amendments.for_passage(&context.passage())
}

/// Opens the words of the current passage for change; if there are amendments on it, offers those first.
#[must_use]
pub fn open(context: &Context) -> Outcome {
    if let Some(refused) = context.refusal() {
        return refused;
    }
    match here(context).is_empty() {
        true => begin(context, Operation::Reword),
        false => Outcome::of(Intent::Open(Overlay::Picker(Picker::PassageAmendments))),
    }
}

/// Opens a new amendment on the current passage, with the headings of its parts.
#[must_use]
pub fn begin(context: &Context, operation: Operation) -> Outcome {
    let here = context.here();
    let Some(block) = here.document.blocks.get(here.block) else {
        return Outcome::notify(Notice::new("not-in-library"));
    };
    let author = context.workspace.author.clone();
    let mut note = amendment::blank(
        &context.now,
        author,
        context.passage(),
        here.document.language,
        &block.text,
        operation,
    );
    note.item = context.process().items.get(context.desk.item).map(|link| link.item.clone());
    let language = context.locale().language();
    let has_words = operation != Operation::Delete;
    let headed = AmendmentPart::ALL.into_iter().filter(|part| match part {
        AmendmentPart::Text => false,
        AmendmentPart::Alternative => has_words,
        _ => true,
    });
    let headings: Vec<String> = headed.map(|part| format!("## {}\n", part.heading(language))).collect();
    note.text = format!("{}\n\n{}", note.text, headings.join("\n\n"));
    Outcome::of(Intent::Open(Overlay::Note { note: Box::new(note), before: None }))
}

/// Opens the amendment with this id.
#[must_use]
pub fn edit(context: &Context, id: Id) -> Outcome {
    let Some(note) = context.workspace.amendments.get(id) else { return Outcome::none() };
    let note = Box::new(note.clone());
    Outcome::of(Intent::Open(Overlay::Note { before: Some(note.clone()), note }))
}

/// The first row of an amendment: whose it is, and how far it has come.
#[must_use]
pub fn head(note: &Note, context: &Context) -> String {
    let (amendment, locale) = (Amendment::of(note), context.locale());
    let restricted = note.restricted.then(|| locale.say("position-restricted"));
    let parts = [
        Some(locale.say("amendment-name")),
        Some(source(amendment.by(), locale)),
        Some(locale.say(&format!("amendment-{}", amendment.status.name()))),
        restricted,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A delegation, or the own one.
#[must_use]
pub fn source(by: Option<String>, locale: &Locale) -> String {
    by.unwrap_or_else(|| amendment::ours(locale.language()))
}

/// What an amendment does, as the United Nations write it: one sentence for each wording, each with its source if there are
/// several; `None` for one that changes nothing.
fn sentences(amendment: &Amendment<'_>, context: &Context) -> Vec<String> {
    let locale = context.locale();
    let original = amendment.original_in(&context.library.shelf);
    let wordings = amendment.wordings();
    let named = |(at, sentence): (usize, String)| {
        let sentence = if sentence.is_empty() { locale.say("amendment-unchanged") } else { sentence };
        let wording: Option<&Wording> = wordings.get(at).filter(|_| wordings.len() > 1);
        match wording {
            Some(wording) => {
                let status = amendment.status_of(wording.source.as_deref());
                let own =
                    (status != amendment.status).then(|| locale.say(&format!("amendment-{}", status.name())));
                let head: Vec<String> =
                    [source(wording.source.clone(), locale)].into_iter().chain(own).collect();
                format!("[{}] {sentence}", head.join(" · "))
            }
            None => sentence,
        }
    };
    let taken = amendment::taken_numbers(amendment, &context.workspace.amendments, &context.library.shelf);
    let made_on = MadeOn { original: &original, taken };
    notation::all(amendment, made_on, locale.language()).into_iter().enumerate().map(named).collect()
}

/// The sentence of an amendment in one line.
#[must_use]
pub fn summary(note: &Note, context: &Context) -> String {
    sentences(&Amendment::of(note), context).join(" ")
}

/// The lines of an amendment: what it does, whether its text has changed, and, unfolded, why and with whom.
#[must_use]
pub fn lines(note: &Note, unfolded: bool, context: &Context) -> Vec<PositionLine> {
    let (amendment, locale) = (Amendment::of(note), context.locale());
    let line = |kind, text| PositionLine { kind, text };
    let mut lines: Vec<PositionLine> = sentences(&amendment, context)
        .into_iter()
        .map(|sentence| line(PositionLineKind::Words, sentence))
        .collect();
    let state = amendment.state(&context.library.shelf);
    if state != AmendedText::Current {
        let words = locale.say(&format!("amended-text-{}", state.name()));
        lines.push(line(PositionLineKind::Doubtful, format!("≠ {words}")));
    }
    let remarks = [
        (AmendmentPart::Reason, amendment.reason()),
        (AmendmentPart::CoSponsors, amendment.co_sponsors().join(", ")),
    ];
    let held = remarks.into_iter().filter(|(_, words)| !words.is_empty());
    let named = |part: AmendmentPart| locale.say(&format!("amendment-part-{}", part.name()));
    if unfolded {
        for (part, words) in held {
            lines.push(line(PositionLineKind::Heading, named(part)));
            lines.extend(words.lines().map(|words| line(PositionLineKind::Words, words.to_owned())));
        }
        return lines;
    }
    let names: Vec<String> = held.map(|(part, _)| named(part)).collect();
    lines.extend(
        (!names.is_empty()).then(|| line(PositionLineKind::Folded, format!("▸ {}", names.join(" · ")))),
    );
    lines
}
