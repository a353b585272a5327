//! A statement as a text for reading: its paragraphs with a footnote for each citation, or, for the interpreters, only what
//! is said, with the sources at the end.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use crate::cite;
use crate::export::prose::{Paragraph, ParagraphStyle, Prose, ProseFormat, Run, RunContent};
use crate::locale::{Locale, dates};
use crate::model::{Language, Place, Reference, Shelf, Symbol};
use crate::workspace::statement::{self, ParagraphKind, paragraphs};
use crate::workspace::{Statement, TimeLimits};

/// What a statement is written with.
#[derive(Debug, Clone, Copy)]
pub struct StatementSetting<'a> {
    /// The documents, for their titles and dates.
    pub shelf: &'a Shelf,
    /// The words around the statement, in its language.
    pub locale: &'a Locale,
    /// What it is on: `5 f) Renforcement des capacités`; `None` if it is on no agenda item.
    pub item: Option<&'a str>,
    /// Who makes the file.
    pub author: &'a str,
    /// When it is made.
    pub moment: DateTime<FixedOffset>,
}

/// A statement as a text for reading. Footnotes say the passage as the United Nations write it and, where a document is cited
/// for the first time, its title and date. A plain text is for the interpreters: one paragraph in one block, without marks.
#[must_use]
pub fn prose(statement: &Statement<'_>, setting: &StatementSetting<'_>, format: ProseFormat) -> Prose {
    let language = statement.language.unwrap_or(setting.locale.language());
    let title = title(setting.locale, setting.item, statement.note.session);
    let mut writer = StatementWriter {
        setting,
        language,
        is_spoken: matches!(format, ProseFormat::Text { .. }),
        named: BTreeSet::new(),
        sources: Vec::new(),
    };
    let mut prose = Prose::new(&title, language, setting.author, setting.moment);
    prose.push(Paragraph::text(ParagraphStyle::Title, &title));
    prose.paragraphs.extend(writer.delivery(statement));
    let words = paragraphs(&statement.note.text).into_iter();
    let words: Vec<Paragraph> = words.filter_map(|paragraph| writer.paragraph(&paragraph)).collect();
    if words.is_empty() {
        let nothing = setting.locale.say("statement-nothing");
        prose.push(Paragraph::text(ParagraphStyle::Body, nothing));
    }
    prose.paragraphs.extend(words);
    if !writer.sources.is_empty() {
        let heading = setting.locale.say("statement-sources");
        prose.push(Paragraph::text(ParagraphStyle::Heading(1), heading));
        let source = |source| Paragraph::text(ParagraphStyle::SmallPrint, source);
        prose.paragraphs.extend(writer.sources.into_iter().map(source));
    }
    prose
}

/// The title of a statement: what it is on, and at which session.
#[must_use]
pub fn title(locale: &Locale, item: Option<&str>, session: Option<u32>) -> String {
    let session = session.map(|session| dates::ordinal(locale, session)).unwrap_or_default();
    let args = [("item", item.unwrap_or_default().into()), ("session", session.as_str().into())];
    let id = match (item, session.is_empty()) {
        (Some(_), false) => "statement-title-both",
        (Some(_), true) => "statement-title-item",
        (None, false) => "statement-title-session",
        (None, true) => "statement-title",
    };
    locale.say_with(id, &args)
}

/// How many words a statement has and how long they take, with a sign if that is over the limit:
/// `412 words · 3:26 of 3:00 ▲ over the limit`.
#[must_use]
pub fn length(statement: &Statement<'_>, locale: &Locale, words_a_minute: u32, limits: TimeLimits) -> String {
    let words = statement.word_count(locale.language());
    let seconds = statement::seconds_of(words, words_a_minute);
    let limit = statement.limit_seconds(limits);
    let (time, limit_shown) = (dates::minutes(seconds), dates::minutes(limit));
    let args =
        [("words", words.into()), ("time", time.as_str().into()), ("limit", limit_shown.as_str().into())];
    let id = if seconds > limit { "statement-length-over" } else { "statement-length" };
    locale.say_with(id, &args)
}

struct StatementWriter<'a> {
    setting: &'a StatementSetting<'a>,
    language: Language,
    /// Whether only what is said is written, with the sources at the end.
    is_spoken: bool,
    /// The documents whose title has been given.
    named: BTreeSet<Symbol>,
    /// The sources to be written at the end, each once.
    sources: Vec<String>,
}

impl StatementWriter<'_> {
    /// When and where it was delivered, if it was.
    fn delivery(&self, statement: &Statement<'_>) -> Option<Paragraph> {
        let delivery = statement.delivery.as_ref()?;
        let locale = self.setting.locale;
        let date = dates::date(locale, delivery.at.date_naive());
        let time = dates::time(delivery.at.time());
        let meeting = delivery.meeting.map(|meeting| dates::ordinal(locale, meeting));
        let id = if meeting.is_some() { "statement-delivered-meeting" } else { "statement-delivered-on" };
        let meeting = meeting.unwrap_or_default();
        let args = [
            ("date", date.as_str().into()),
            ("time", time.as_str().into()),
            ("meeting", meeting.as_str().into()),
        ];
        Some(Paragraph::text(ParagraphStyle::SmallPrint, locale.say_with(id, &args)))
    }

    /// A paragraph; `None` if nothing of it is said.
    fn paragraph(&mut self, paragraph: &statement::StatementParagraph) -> Option<Paragraph> {
        match paragraph.kind {
            ParagraphKind::LeftOut | ParagraphKind::Internal => None,
            ParagraphKind::Heading => {
                let words = statement::spoken(&paragraph.text, self.language);
                (!words.is_empty()).then(|| Paragraph::text(ParagraphStyle::Heading(1), words))
            }
            ParagraphKind::Words => self.words(&paragraph.text),
        }
    }

    fn words(&mut self, text: &str) -> Option<Paragraph> {
        let is_quotation = text.starts_with('>') && !self.is_spoken;
        let style = if is_quotation { ParagraphStyle::Quotation } else { ParagraphStyle::Body };
        let mut written = Paragraph::new(style);
        let mut pending: Vec<String> = Vec::new();
        for run in statement::runs(text, self.language) {
            match run {
                statement::SpokenRun::Words(words) => written.runs.push(Run::text(words)),
                statement::SpokenRun::Citation(passages) => pending.push(self.source(&passages)),
            }
            if self.is_spoken {
                let new = pending.drain(..).filter(|source| !self.sources.contains(source));
                let new: Vec<String> = new.collect();
                self.sources.extend(new);
            } else {
                written.runs.extend(pending.drain(..).map(Run::footnote));
            }
        }
        let has_words = |run: &Run| *run != Run::text("") && !matches!(run.content, RunContent::Footnote(_));
        written.runs.iter().any(has_words).then_some(written)
    }

    /// The passages cited at one place, as a footnote has them.
    fn source(&mut self, passages: &[Reference]) -> String {
        let cited: Vec<String> = passages.iter().map(|passage| self.cited(passage)).collect();
        let sentence = cited.join("; ");
        if sentence.ends_with('.') { sentence } else { sentence + "." }
    }

    fn cited(&mut self, passage: &Reference) -> String {
        let whole = passage.address.place == Place::Title;
        let citation = match whole {
            true => passage.symbol.to_string(),
            false => cite::write(Some(&passage.symbol), &passage.address, self.language),
        };
        let document = self.setting.shelf.get(&passage.symbol, self.language);
        let Some(document) = document.filter(|_| self.named.insert(passage.symbol.clone())) else {
            return citation;
        };
        let locale = self.setting.locale;
        let date = document.date.map(|date| dates::date(locale, date));
        let title = Some(document.title.trim()).filter(|title| !title.is_empty());
        let id = match (title, &date) {
            (Some(_), Some(_)) => "statement-source",
            (Some(_), None) => "statement-source-undated",
            (None, Some(_)) => "statement-source-untitled",
            (None, None) => return citation,
        };
        let date = date.unwrap_or_default();
        let args = [
            ("citation", citation.as_str().into()),
            ("title", title.unwrap_or_default().into()),
            ("date", date.as_str().into()),
        ];
        locale.say_with(id, &args)
    }
}
