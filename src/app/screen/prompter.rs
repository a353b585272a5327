//! A statement on the whole screen, to be read aloud: one paragraph at a time, with the time that is left.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::event::{Mouse, Pointer};
use crate::app::layout::Rect;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::statement::delivered;
use crate::app::workspace::Change;
use crate::base::text::width;
use crate::export::statement::title;
use crate::typeset::wrap;
use crate::workspace::statement::{self, ParagraphKind, ReadAloud, Statement, paragraphs, spoken};
use crate::workspace::{Note, TimeLimits};

/// A paragraph to be read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrompterParagraph {
    /// The heading above it, which is shown and not read.
    pub heading: Option<String>,
    /// What is said.
    pub text: String,
}

/// The state of the layer.
#[derive(Debug, Clone)]
pub struct State {
    draft: Draft,
    /// What the statement is on.
    pub title: String,
    /// Words and time that reading is expected to take.
    pub length: String,
    /// The paragraphs that are read aloud.
    pub paragraphs: Vec<PrompterParagraph>,
    /// The paragraph that is shown, from 1; 0 is the page before the first, and one more than their number is the page at
    /// the end.
    pub at: usize,
    /// How many lines of a paragraph that does not fit are above the screen.
    pub top: usize,
    /// When the clock was started; `None` if it is stopped.
    running_since: Option<DateTime<FixedOffset>>,
    /// When reading began.
    began: Option<DateTime<FixedOffset>>,
    /// Seconds read before the clock was started the last time.
    seconds: u64,
    /// How long it may take, in seconds.
    limit: u64,
}

/// The time read and the time left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrompterTime {
    /// Seconds read.
    pub used: u64,
    /// Seconds that are left; negative if it took longer than the limit.
    pub left: i64,
    /// The limit, in seconds.
    pub limit: u64,
    /// Whether the clock is running.
    pub is_running: bool,
}

/// Seconds before the limit from which on the time is shown as a warning.
const NEAR_SECONDS: i64 = 15;

impl PrompterTime {
    /// Whether the limit is near or over.
    #[must_use]
    pub fn is_near(self) -> bool {
        self.left <= NEAR_SECONDS
    }
}

impl State {
    /// The page before the first paragraph; if reading was interrupted, the paragraph at which it was.
    #[must_use]
    pub fn new(note: Note, context: &Context) -> Self {
        let locale = context.locale();
        let statement = Statement::of(&note);
        let workspace = context.workspace;
        let limits: TimeLimits = workspace.time_limits;
        let paragraphs = spoken_paragraphs(&statement, context);
        let read = statement
            .read_aloud
            .filter(|read| !statement.is_delivered() && (1..=paragraphs.len()).contains(&read.paragraphs));
        let process = context.process();
        let item = note.item.as_ref().map(|item| {
            let link = process.items.iter().find(|link| link.item == *item);
            let short = link.map(|link| link.short.get(locale.language())).unwrap_or_default();
            format!("{} {short}", crate::cite::number(item, locale.language()))
        });
        let length = crate::export::statement::length(&statement, locale, workspace.words_a_minute, limits);
        Self {
            title: title(locale, item.as_deref(), note.session),
            length,
            at: read.map_or(0, |read| read.paragraphs),
            top: 0,
            running_since: None,
            began: read.map(|read| read.at),
            seconds: read.map_or(0, |read| read.seconds),
            limit: statement.limit_seconds(limits),
            paragraphs,
            draft: Draft::new(note.clone(), Some(note)),
        }
    }

    /// Whether the clock is running, so that the time on screen changes each second.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Whether everything was read.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.at > self.paragraphs.len()
    }

    /// The time read and the time left at a moment.
    #[must_use]
    pub fn time(&self, now: DateTime<FixedOffset>) -> PrompterTime {
        let used = self.seconds_at(now);
        let left = i64::try_from(self.limit).unwrap_or(i64::MAX) - i64::try_from(used).unwrap_or(i64::MAX);
        PrompterTime { used, left, limit: self.limit, is_running: self.is_running() }
    }

    fn seconds_at(&self, now: DateTime<FixedOffset>) -> u64 {
        let running = self.running_since.map_or(0, |since| (now - since).num_seconds().max(0));
        self.seconds + running.unsigned_abs()
    }

    /// Starts the clock; if it is running, continues: to the rest of the paragraph, else to the next one. The clock stops at the
    /// end.
    pub fn next(&mut self, context: &Context) {
        let now = context.now.instant;
        if self.is_at_end() {
            return;
        }
        if self.running_since.is_none() {
            self.running_since = Some(now);
            self.began = self.began.or(Some(now));
            self.at = self.at.max(1);
            return;
        }
        let height = usize::from(page(context).height);
        let lines = self.lines(context).len();
        if self.top + height < lines {
            self.top += height.saturating_sub(1).max(1);
            return;
        }
        self.at += 1;
        self.top = 0;
        if self.is_at_end() {
            self.stop(context);
        }
    }

    /// Goes back to the start of the paragraph, else to the one before.
    pub fn back(&mut self, context: &Context) {
        if self.top > 0 {
            self.top = 0;
        } else if self.at > 1 {
            self.at -= 1;
            if self.running_since.is_none() && self.began.is_some() {
                self.running_since = Some(context.now.instant);
            }
        }
    }

    /// Stops the clock, or lets it run on.
    pub fn pause(&mut self, context: &Context) {
        match self.running_since {
            Some(_) => self.stop(context),
            None if self.began.is_some() && !self.is_at_end() => {
                self.running_since = Some(context.now.instant);
            }
            None => {}
        }
    }

    fn stop(&mut self, context: &Context) {
        self.seconds = self.seconds_at(context.now.instant);
        self.running_since = None;
    }

    /// Begins again, with the whole time.
    pub fn restart(&mut self) {
        (self.at, self.top, self.seconds) = (0, 0, 0);
        (self.running_since, self.began) = (None, None);
    }

    /// The lines of the current paragraph; without any on the pages before the first and after the last.
    #[must_use]
    pub fn lines(&self, context: &Context) -> Vec<String> {
        self.at
            .checked_sub(1)
            .and_then(|at| self.paragraphs.get(at))
            .map_or_else(Vec::new, |paragraph| lines(&paragraph.text, page(context)))
    }

    /// The lines of the paragraph after the current one.
    #[must_use]
    pub fn next_lines(&self, context: &Context) -> Vec<String> {
        let next = self.paragraphs.get(self.at);
        next.map_or_else(Vec::new, |paragraph| lines(&paragraph.text, page(context)))
    }

    /// Keeps it as delivered, and closes the layer.
    pub fn deliver(&mut self, context: &Context) -> Outcome {
        if let Some(refused) = context.refusal() {
            return refused;
        }
        self.stop(context);
        let Some(note) = context.workspace.statements.get(self.draft.note.id) else {
            return Outcome::of(Intent::Close);
        };
        if Statement::of(note).is_delivered() {
            return Outcome::of(Intent::Close);
        }
        let read = self.read_aloud().map(|read| statement::with_read_aloud(note, read, &context.now));
        let note = read.unwrap_or_else(|| note.clone());
        let kept = Outcome::of(Intent::Change(Change::Keep(Arc::new(note.clone()))));
        kept.then(delivered(&note, context)).and(Intent::Close)
    }

    /// Closes the layer. How far it was read is kept.
    pub fn leave(&mut self, context: &Context) -> Outcome {
        self.finish(context).and(Intent::Close)
    }

    fn read_aloud(&self) -> Option<ReadAloud> {
        let paragraphs = self.at.min(self.paragraphs.len());
        self.began.map(|at| ReadAloud { at, paragraphs, seconds: self.seconds })
    }
}

fn spoken_paragraphs(statement: &Statement<'_>, context: &Context) -> Vec<PrompterParagraph> {
    let language = statement.language.unwrap_or(context.locale().language());
    let mut heading = None;
    let mut found = Vec::new();
    for paragraph in paragraphs(&statement.note.text) {
        let text = spoken(&paragraph.text, language);
        match paragraph.kind {
            _ if text.is_empty() => {}
            ParagraphKind::Heading => heading = Some(text),
            ParagraphKind::Words => found.push(PrompterParagraph { heading: heading.take(), text }),
            ParagraphKind::LeftOut | ParagraphKind::Internal => {}
        }
    }
    found
}

/// The lines of a text at the width of a page; with an empty line between them if the page is tall enough.
fn lines(text: &str, page: Rect) -> Vec<String> {
    let lines: Vec<String> = wrap(text, usize::from(page.width).max(1))
        .into_iter()
        .map(|span| span.of(text).trim_end().to_owned())
        .collect();
    let is_spaced = lines.len() * 2 <= usize::from(page.height) * 2 / 3;
    let gap = |line: String| if is_spaced { vec![line, String::new()] } else { vec![line] };
    let mut lines: Vec<String> = lines.into_iter().flat_map(gap).collect();
    while lines.last().is_some_and(|line| width(line) == 0) {
        lines.pop();
    }
    lines
}

/// The widest line, in columns: longer ones are hard to find again after looking up.
const WIDEST: u16 = 64;

/// The whole screen but the footer.
#[must_use]
pub fn area(context: &Context) -> Rect {
    let (header, main) = (context.layout.header, context.layout.main);
    Rect { x: main.x, y: header.y, width: main.width, height: main.y + main.height - header.y }
}

/// The rectangle of the paragraphs: below the line of the time, with wide margins.
#[must_use]
pub fn page(context: &Context) -> Rect {
    let area = area(context);
    let width = area.width.saturating_sub(area.width / 5).clamp(1, WIDEST);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + 2.min(area.height),
        width,
        height: area.height.saturating_sub(2),
    }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "prompter"
    }

    fn takes_text(&self) -> bool {
        false
    }

    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        match pointer.action {
            Mouse::Click => self.next(context),
            Mouse::Wheel(by) if by < 0 => self.back(context),
            Mouse::Wheel(_) => {}
        }
        Outcome::none()
    }

    fn settle(&mut self, context: &Context) {
        let lines = self.lines(context).len();
        self.top = self.top.min(lines.saturating_sub(1));
    }

    fn draft(&self) -> Option<&Draft> {
        Some(&self.draft)
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        Some(&mut self.draft)
    }

    /// Keeps how far it was read.
    fn finish(&mut self, context: &Context) -> Outcome {
        self.stop(context);
        let kept = context.workspace.statements.get(self.draft.note.id);
        let kept = kept.filter(|note| !Statement::of(note).is_delivered() && context.refusal().is_none());
        let Some((note, read)) = kept.zip(self.read_aloud()) else { return Outcome::none() };
        if Statement::of(note).read_aloud == Some(read) {
            return Outcome::none();
        }
        let note = statement::with_read_aloud(note, read, &context.now);
        Outcome::of(Intent::Change(Change::Keep(Arc::new(note))))
    }

    fn hints(&self) -> &'static [&'static str] {
        match self.is_at_end() {
            true => &["deliver", "previous-paragraph", "restart", "stop-reading"],
            false => &["next-paragraph", "previous-paragraph", "pause", "restart", "stop-reading"],
        }
    }
}
