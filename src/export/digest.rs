//! The record of a session or of one of its days as a text for reading: who said what by agenda item or delegation, what was set
//! in the tracker, what is open and due next; each passage with its citation in a footnote.

use chrono::{DateTime, FixedOffset};

use crate::base::text::excerpt;
use crate::board::digest::{
    Digest, DigestGroup, DigestHeading, DigestPassage, DigestScope, DigestStatus, DigestStep,
};
use crate::board::{Agenda, Subject};
use crate::cite;
use crate::export::LeftOutList;
use crate::export::prose::{Paragraph, ParagraphStyle, Prose, Run};
use crate::locale::{Locale, dates};
use crate::model::{Delegations, Reference};
use crate::workspace::{Intervention, Note};

/// Characters of a step that its heading shows.
const STEP_WORDS: usize = 110;

/// What a record is written with.
#[derive(Debug, Clone, Copy)]
pub struct DigestSetting<'a> {
    /// The agenda, for the titles of its items and steps.
    pub agenda: Agenda<'a>,
    /// The words around what was noted, and the language of citations.
    pub locale: &'a Locale,
    /// Who makes the file.
    pub author: &'a str,
    /// When it is made.
    pub moment: DateTime<FixedOffset>,
    /// The delegations, for their names.
    pub delegations: &'a Delegations,
    /// What was left out, for the end.
    pub left_out: &'a LeftOutList,
}

/// The title of a record: `Fourth substantive session, 7 March 2023: record`.
#[must_use]
pub fn title(scope: DigestScope, locale: &Locale) -> String {
    let session = dates::ordinal(locale, scope.session);
    let date = scope.day.map(|day| dates::date(locale, day));
    let args = [("session", session.as_str().into()), ("date", date.as_deref().unwrap_or_default().into())];
    locale.say_with(if date.is_some() { "digest-title-day" } else { "digest-title" }, &args)
}

/// A record as a text for reading. A record without anything says so.
#[must_use]
pub fn prose(digest: &Digest<'_>, scope: DigestScope, setting: &DigestSetting<'_>) -> Prose {
    let locale = setting.locale;
    let title = title(scope, locale);
    let mut prose = Prose::new(&title, locale.language(), setting.author, setting.moment);
    prose.push(Paragraph::text(ParagraphStyle::Title, &title));
    let writer = DigestWriter { setting };
    if digest.is_empty() {
        prose.push(Paragraph::text(ParagraphStyle::Body, locale.say("digest-nothing")));
    }
    prose.paragraphs.extend(digest.groups.iter().flat_map(|group| writer.group(group)));
    if !digest.statuses.is_empty() {
        prose.push(heading(1, locale.say("digest-statuses")));
        prose.paragraphs.extend(digest.statuses.iter().map(|status| writer.status(status)));
    }
    if !digest.open.is_empty() {
        prose.push(heading(1, locale.say("digest-open")));
        prose.paragraphs.extend(digest.open.iter().map(|step| writer.step(step)));
    }
    if let (Some(session), false) = (digest.next_session, digest.next.is_empty()) {
        let session = dates::ordinal(locale, session);
        prose.push(heading(1, locale.say_with("digest-next", &[("session", session.as_str().into())])));
        prose.paragraphs.extend(digest.next.iter().map(|step| writer.step(step)));
    }
    let left_out = setting.left_out;
    prose.push(heading(1, left_out.title.clone()));
    prose.push(Paragraph::text(ParagraphStyle::SmallPrint, &left_out.sentence));
    prose
}

fn heading(level: u8, text: String) -> Paragraph {
    Paragraph::text(ParagraphStyle::Heading(level), text)
}

struct DigestWriter<'a> {
    setting: &'a DigestSetting<'a>,
}

impl DigestWriter<'_> {
    fn group(&self, group: &DigestGroup<'_>) -> Vec<Paragraph> {
        let locale = self.setting.locale;
        let named = match &group.heading {
            DigestHeading::Item(item) => self.setting.agenda.title(item, locale.language()),
            DigestHeading::NoItem => locale.say("digest-no-item"),
            DigestHeading::Delegation(name) => name.clone(),
            DigestHeading::Own => locale.say("digest-own"),
        };
        let is_delegation = matches!(group.heading, DigestHeading::Delegation(_));
        let passages =
            group.passages.iter().flat_map(|passage| self.passage(passage, &group.heading, is_delegation));
        std::iter::once(heading(1, named)).chain(passages).collect()
    }

    fn passage(
        &self,
        passage: &DigestPassage<'_>,
        group: &DigestHeading,
        is_delegation: bool,
    ) -> Vec<Paragraph> {
        let mut written = Vec::new();
        if let Some(reference) = &passage.passage {
            let is_item = matches!(group, DigestHeading::Item(item) if *item == reference.address);
            let named = match &passage.step {
                Some(step) => self.named(step, reference),
                None => self.citation(reference),
            };
            let named = Paragraph::text(ParagraphStyle::Heading(2), named);
            let footnote = passage.step.as_ref().map(|_| Run::footnote(self.citation(reference) + "."));
            written.extend((!is_item).then(|| footnote.into_iter().fold(named, Paragraph::with)));
        }
        written.extend(passage.notes.iter().flat_map(|note| self.note(note, is_delegation)));
        written
    }

    /// A note: the time and whose words they are before the first of its paragraphs. The name is not repeated below it.
    fn note(&self, note: &Note, is_delegation: bool) -> Vec<Paragraph> {
        let time = dates::time(note.at.time());
        let said = Intervention::of(note, self.setting.delegations);
        let text = said.as_ref().map_or(note.text.as_str(), |said| said.words);
        let mut paragraphs = text.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
        let mut first = Paragraph::text(ParagraphStyle::Body, format!("{time} "));
        let has_words = !text.trim().is_empty();
        if let Some(said) = &said {
            let name = (!is_delegation).then(|| said.label(self.setting.locale.language()));
            first = name.into_iter().fold(first, |first, name| first.with(Run::bold(name)));
            // As on screen, a name that nobody has or that several have.
            let doubt = if said.is_doubtful() && !is_delegation { " [?] " } else { " " };
            first = first.with(Run::text(doubt.to_owned() + &self.manner(said, has_words)));
        }
        if let Some(words) = paragraphs.next() {
            first = first.with(Run::text(words));
        }
        let rest = paragraphs.map(|words| Paragraph::text(ParagraphStyle::Body, words));
        std::iter::once(first).chain(rest).collect()
    }

    /// For whom a delegation spoke, the mark of a right of reply, and the sign of the stance and its word, with a colon if words
    /// follow; each with a space after it.
    fn manner(&self, said: &Intervention<'_>, has_words: bool) -> String {
        let DigestSetting { locale, delegations, .. } = *self.setting;
        let behalf = said.behalf_labels(delegations, locale.language());
        let behalf = (!behalf.is_empty()).then(|| format!("({})", behalf.join(", ")));
        let reply = said.is_reply.then(|| locale.say("said-reply"));
        let colon = if has_words { locale.say("export-colon") } else { String::new() };
        let stance = said.stance.map(|stance| {
            format!("{} {}{colon}", said.sign(), locale.say(&format!("stance-{}", stance.name())))
        });
        behalf.into_iter().chain(reply).chain(stance).map(|part| part + " ").collect()
    }

    /// A status that was set: `E.2: discussed (3rd meeting). Remark`.
    fn status(&self, status: &DigestStatus<'_>) -> Paragraph {
        let locale = self.setting.locale;
        let set = locale.say(&format!("status-{}", status.mark.status.name()));
        let meeting = status.mark.meeting.as_deref().unwrap_or_default();
        let args = [("status", set.as_str().into()), ("meeting", meeting.into())];
        let id = if meeting.is_empty() { "digest-status" } else { "digest-status-meeting" };
        let words = locale.say_with(id, &args);
        let paragraph = self.subject(&status.label, &status.subject).with(Run::text(words));
        let remark = status.mark.remark.as_ref().map(|remark| Run::text(format!(" {remark}")));
        let evidence = status.mark.evidence.as_ref();
        let evidence = evidence.map(|passage| Run::footnote(self.citation(passage) + "."));
        remark.into_iter().chain(evidence).fold(paragraph, Paragraph::with)
    }

    /// A step to be discussed: `E.2: the words (raised)`.
    fn step(&self, step: &DigestStep) -> Paragraph {
        let locale = self.setting.locale;
        let status = locale.say(&format!("status-{}", step.status.name()));
        let words = excerpt(&step.words, STEP_WORDS);
        let args = [("words", words.as_str().into()), ("status", status.as_str().into())];
        self.subject(&step.label, &step.subject).with(Run::text(locale.say_with("digest-step", &args)))
    }

    /// The name of a step in bold, with its citation in a footnote.
    fn subject(&self, label: &str, subject: &Subject) -> Paragraph {
        let paragraph = Paragraph::new(ParagraphStyle::Body).with(Run::bold(label));
        paragraph.with(Run::footnote(self.citation(&subject.step) + "."))
    }

    /// The name of a step and the beginning of its words.
    fn named(&self, step: &str, reference: &Reference) -> String {
        let boards = self.setting.agenda.boards.iter();
        let row = boards.filter_map(|board| Some((board, board.step_of(reference)?)));
        let words = row.map(|(board, row)| excerpt(&board.rows[row].words, STEP_WORDS)).next();
        let args = [("step", step.into()), ("words", words.as_deref().unwrap_or_default().into())];
        self.setting.locale.say_with("digest-heading", &args)
    }

    fn citation(&self, passage: &Reference) -> String {
        cite::write(Some(&passage.symbol), &passage.address, self.setting.locale.language())
    }
}
