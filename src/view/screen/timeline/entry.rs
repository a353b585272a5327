//! How an entry of the timeline looks, and its details below the list.

use chrono::{Datelike, NaiveDate};

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::base::text::{truncate, width};
use crate::calendar::Basis;
use crate::export::calendar_text;
use crate::followup::timeline::{TimelineEntry, What};
use crate::locale::dates;
use crate::model::Passage;
use crate::view::canvas::{Canvas, Styled};
use crate::view::theme::Role;

/// Columns of the days.
const DAYS: u16 = 13;

/// Columns of the bar.
const BAR: u16 = 13;

/// With fewer columns for the text there is no room for the source of a date.
const NARROW: usize = 36;

/// An entry, with what is needed to draw it.
pub(super) struct Drawn<'a> {
    pub entry: &'a TimelineEntry,
    pub context: &'a Context<'a>,
}

impl Drawn<'_> {
    /// Draws the entry in one row: days, bar, text, and where its date comes from.
    pub(super) fn draw(&self, is_chosen: bool, canvas: &mut Canvas) {
        let is_past = self.entry.to.is_some_and(|to| to < self.context.now.today);
        let style = canvas.style(match (is_chosen, is_past, &self.entry.what) {
            (true, ..) => Role::Here,
            (_, true, _) => Role::Dim,
            (_, _, What::Session(_)) => Role::Number,
            _ => Role::Text,
        });
        canvas.put(if is_chosen { "▌" } else { " " }, canvas.style(Role::Bar));
        canvas.columns(1, DAYS - 1).put(&self.days(), style);
        canvas.columns(1 + DAYS, BAR - 1).put(&self.bar(), style);
        let dim = canvas.style(Role::Dim);
        let mut rest = canvas.columns_from(1 + DAYS + BAR);
        let source = self.source_within(rest.area.width.into());
        rest.spread(Styled::new(&self.text(), style), Styled::new(&source, dim));
    }

    /// The days below the heading of their month: `6–10`, `28–1 April`, `31`. Without a date the year of a session, if
    /// that is known, else `?`.
    fn days(&self) -> String {
        let unknown = || "?".to_owned();
        match (self.entry.from, self.entry.to) {
            (Some(from), Some(to)) if from == to => from.day().to_string(),
            (Some(from), Some(to)) if from.month() == to.month() => format!("{}–{}", from.day(), to.day()),
            (Some(from), Some(to)) => {
                format!("{}–{}", from.day(), dates::short(self.context.locale(), to))
            }
            (Some(from), None) => from.day().to_string(),
            (None, _) => match &self.entry.what {
                What::Session(at) => {
                    let year = self.context.process().sessions[*at].last_year();
                    year.map_or_else(unknown, |year| year.to_string())
                }
                What::Meeting(_) | What::Own(_) | What::Deadline { .. } => unknown(),
            },
        }
    }

    /// A dash for each day of a session, the hours of a meeting, a diamond for a deadline.
    fn bar(&self) -> String {
        match &self.entry.what {
            What::Session(_) => {
                let days = |(from, to): (NaiveDate, NaiveDate)| (to - from).num_days() + 1;
                let days = self.entry.from.zip(self.entry.to).map_or(0, days);
                let room = i64::from(BAR) - 2;
                let bar = "━".repeat(usize::try_from(days.min(room)).unwrap_or(0));
                if days > room { bar + "…" } else { bar }
            }
            What::Meeting(at) => calendar_text::hours(&self.context.process().meetings[*at]),
            What::Own(_) | What::Deadline { .. } => "◆".to_owned(),
        }
    }

    fn text(&self) -> String {
        let (process, locale) = (self.context.process(), self.context.locale());
        match &self.entry.what {
            What::Session(at) => {
                let session = &process.sessions[*at];
                let name = calendar_text::session(locale, session);
                match self.entry.from {
                    Some(_) => name,
                    None => format!("{name} · {}", calendar_text::days(locale, session)),
                }
            }
            What::Meeting(at) => calendar_text::meeting(locale, &process.meetings[*at]),
            What::Own(at) => calendar_text::deadline(locale, &process.deadlines[*at]),
            What::Deadline { step, deadline } => {
                format!("{} · {}", naming::label(locale, step), deadline.text)
            }
        }
    }

    /// Where the date comes from: a passage, or the calendar of the delegate.
    fn source(&self) -> String {
        let locale = self.context.locale();
        match &self.entry.what {
            What::Session(at) => {
                let session = &self.context.process().sessions[*at];
                calendar_text::source(locale, session.citation.as_deref(), session.own)
            }
            What::Meeting(_) | What::Own(_) => locale.say("own-calendar"),
            What::Deadline { .. } => {
                self.basis().map(|basis| calendar_text::basis(locale, basis)).unwrap_or_default()
            }
        }
    }

    /// The source in what the text leaves of `room` columns, or in two fifths of them if that is more; empty in a
    /// narrow row. The basis of a deadline is shown without its passage if both do not fit, and never cut.
    fn source_within(&self, room: usize) -> String {
        if room < NARROW {
            return String::new();
        }
        let left = room.saturating_sub(width(&self.text()) + 2).max(room * 2 / 5);
        let source = self.source();
        match self.basis().filter(|_| width(&source) > left) {
            Some(basis) => calendar_text::basis_name(self.context.locale(), basis),
            None => truncate(&source, left),
        }
    }

    /// What the date of a deadline is based on; `None` if that is unknown, and for other entries.
    fn basis(&self) -> Option<&Basis> {
        let What::Deadline { deadline, .. } = &self.entry.what else { return None };
        deadline.basis.as_ref()
    }

    /// The whole entry, of which its row may show only a part.
    pub(super) fn detail(&self) -> String {
        let (process, locale) = (self.context.process(), self.context.locale());
        let (text, source) = (self.text(), self.source());
        let mut parts = match &self.entry.what {
            What::Session(at) => {
                let session = &process.sessions[*at];
                let place = session.place.get(locale.language()).to_owned();
                vec![text, calendar_text::days(locale, session), place, source, session.words.clone()]
            }
            What::Meeting(at) => vec![dates::weekday(locale, process.meetings[*at].date), text, source],
            What::Own(_) => vec![text, source],
            What::Deadline { step, .. } => {
                let passage = self.context.look_up(step).map(Passage::text);
                vec![text, source, passage.unwrap_or_default().to_owned()]
            }
        };
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}
