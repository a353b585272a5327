//! How the timeline looks: months, bars as long as sessions, today's line, and the words of the chosen entry.

use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear};

use crate::app::App;
use crate::app::screen::catalogue;
use crate::app::screen::timeline::{self, Row, State};
use crate::base::text::{truncate, width};
use crate::calendar::Basis;
use crate::calendar::programme::Programme;
use crate::export::calendar_text;
use crate::followup::timeline::{Entry, What, deadline_of};
use crate::locale::dates;
use crate::view::rect;
use crate::view::screen::desk;
use crate::view::theme::{Role, Theme};
use crate::view::widget::row;

/// Columns of the days and of the bar before the words.
const DAYS: u16 = 13;
const BAR: u16 = 13;
/// Below so many columns for the words there is no room to say who tells a date.
const NARROW: usize = 36;

/// Draws the frame and what is in it: the timeline, or what was made of a programme of work.
pub fn draw(app: &App, state: &State, theme: &Theme, frame: &mut Frame) {
    let (outer, rows, detail) = timeline::area(app);
    let (outer, rows, detail) = (rect(outer), rect(rows), rect(detail));
    frame.render_widget(Clear, outer);
    frame.buffer_mut().set_style(outer, theme.of(Role::Text));
    let id = if state.pasted.is_some() { "title-programme" } else { "title-timeline" };
    let name = app.process().names.get(app.locale.language());
    let title =
        truncate(&format!("{} · {name}", app.locale.say(id)), usize::from(outer.width).saturating_sub(6));
    let block = Block::new()
        .borders(Borders::ALL)
        .border_style(theme.of(Role::Border))
        .title(Line::from(Span::styled(format!("▸ {title} "), theme.of(Role::TitleFocus))));
    frame.render_widget(block, outer);
    if let Some((read, list)) = &state.pasted {
        draw_pasted(app, (read, list.top, list.selected), (rows, theme), frame.buffer_mut());
        // What is doubtful about the chosen line may be longer than its row.
        let doubtful = read.lines.get(list.selected).filter(|line| !line.doubts.is_empty());
        let words = match doubtful {
            Some(line) => calendar_text::line(&app.locale, line, read).1,
            None => app.locale.say("programme-keep"),
        };
        draw_words(&words, (detail, theme), frame.buffer_mut());
        return;
    }
    for (line, at) in (state.list.top..state.rows.len()).enumerate() {
        let Some(place) = row::nth(rows, line) else { break };
        let chosen = at == state.list.selected;
        match state.rows[at] {
            Row::Entry(entry) => {
                draw_entry(app, &state.entries[entry], chosen, (place, theme), frame.buffer_mut())
            }
            heading => draw_heading(app, heading, (place, theme), frame.buffer_mut()),
        }
    }
    if let Some(entry) = state.chosen() {
        draw_words(&detail_of(app, entry), (detail, theme), frame.buffer_mut());
    }
}

fn draw_heading(app: &App, heading: Row, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let locale = &app.locale;
    let (words, rule, role) = match heading {
        Row::Month(year, month) => {
            let month = locale.say(&format!("month-{month}"));
            let args = [("month", (&month).into()), ("year", year.into())];
            (locale.say_with("month-of", &args), "─", Role::Heading)
        }
        Row::Today => (today(app), "┄", Role::Notice),
        Row::Undated => (locale.say("timeline-undated"), "─", Role::Heading),
        Row::Entry(_) => return,
    };
    let sign = if heading == Row::Today { "▶" } else { rule };
    let words = truncate(&words, usize::from(area.width).saturating_sub(6));
    let rest = usize::from(area.width).saturating_sub(width(&words) + 4);
    let line = format!("{sign}{rule} {words} {}", rule.repeat(rest));
    row::put(buffer, (area.x, area.y), area.width, &line, theme.of(role));
}

/// `today · Tuesday 7 March 2023 · 10:44 New York · 15:44 here`.
fn today(app: &App) -> String {
    let day = app.now.today;
    let date = format!("{} {}", dates::weekday(&app.locale, day), dates::date(&app.locale, day));
    [app.locale.say("today"), date, desk::clocks(app)].join(" · ")
}

fn draw_entry(app: &App, entry: &Entry, chosen: bool, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let past = entry.to.is_some_and(|to| to < app.now.today);
    let role = match (chosen, past, &entry.what) {
        (true, ..) => Role::Here,
        (_, true, _) => Role::Dim,
        (_, _, What::Session(_)) => Role::Number,
        _ => Role::Text,
    };
    let style = theme.of(role);
    row::put(buffer, (area.x, area.y), 1, if chosen { "▌" } else { " " }, theme.of(Role::Bar));
    row::put(buffer, (area.x + 1, area.y), DAYS - 1, &days(app, entry), style);
    row::put(buffer, (area.x + 1 + DAYS, area.y), BAR - 1, &bar(app, entry), style);
    let start = 1 + DAYS + BAR;
    let words = Rect { x: area.x + start, width: area.width.saturating_sub(start), ..area };
    let room = usize::from(words.width);
    let (left, right) = (words_of(app, entry), source_in(app, entry, room));
    row::spread(buffer, words, (&left, style), (&right, theme.of(Role::Dim)));
}

/// The days of an entry below the heading of its month: `6–10`, `28 – 1 April`, `31`.
fn days(app: &App, entry: &Entry) -> String {
    match (entry.from, entry.to) {
        (Some(from), Some(to)) if from == to => from.day().to_string(),
        (Some(from), Some(to)) if from.month() == to.month() => format!("{}–{}", from.day(), to.day()),
        (Some(from), Some(to)) => format!("{}–{}", from.day(), dates::short(&app.locale, to)),
        (Some(from), None) => from.day().to_string(),
        (None, _) => match &entry.what {
            What::Session(at) => {
                app.process().sessions[*at].last_year().map_or("?".to_owned(), |year| year.to_string())
            }
            What::Meeting(_) | What::Deadline(..) => "?".to_owned(),
        },
    }
}

/// A stroke a day for a session, the hours of a meeting, a lozenge for a deadline.
fn bar(app: &App, entry: &Entry) -> String {
    match &entry.what {
        What::Session(_) => {
            let days = entry
                .from
                .zip(entry.to)
                .map_or(0, |(from, to): (NaiveDate, NaiveDate)| (to - from).num_days() + 1);
            let room = i64::from(BAR) - 2;
            let bar = "━".repeat(usize::try_from(days.min(room)).unwrap_or(0));
            if days > room { bar + "…" } else { bar }
        }
        What::Meeting(at) => calendar_text::hours(&app.process().meetings[*at]),
        What::Deadline(..) => "◆".to_owned(),
    }
}

fn words_of(app: &App, entry: &Entry) -> String {
    match &entry.what {
        What::Session(at) => {
            let session = &app.process().sessions[*at];
            let name = calendar_text::session(&app.locale, session);
            if entry.from.is_none() {
                format!("{name} · {}", calendar_text::days(&app.locale, session))
            } else {
                name
            }
        }
        What::Meeting(at) => calendar_text::meeting(&app.locale, &app.process().meetings[*at]),
        What::Deadline(step, at, which) => {
            let deadline = deadline_of(app.followups_of(&step.symbol), *at, *which);
            let text = deadline.map(|deadline| deadline.text.as_str()).unwrap_or_default();
            format!("{} · {text}", catalogue::label(app, step))
        }
    }
}

fn source_of(app: &App, entry: &Entry) -> String {
    match &entry.what {
        What::Session(at) => {
            let session = &app.process().sessions[*at];
            calendar_text::source(&app.locale, session.citation.as_deref(), session.own)
        }
        What::Meeting(_) => app.locale.say("own-calendar"),
        What::Deadline(..) => {
            basis_of(app, entry).map(|basis| calendar_text::basis(&app.locale, basis)).unwrap_or_default()
        }
    }
}

/// Who tells the date, in what the words leave of a row and two fifths of it in any case. What a deadline rests on stands
/// whole; a narrow row has no room for either.
fn source_in(app: &App, entry: &Entry, room: usize) -> String {
    if room < NARROW {
        return String::new();
    }
    let left = room.saturating_sub(width(&words_of(app, entry)) + 2).max(room * 2 / 5);
    let source = source_of(app, entry);
    match basis_of(app, entry).filter(|_| width(&source) > left) {
        Some(basis) => calendar_text::basis_name(&app.locale, basis),
        None => truncate(&source, left),
    }
}

fn basis_of<'a>(app: &'a App, entry: &Entry) -> Option<&'a Basis> {
    let What::Deadline(step, at, which) = &entry.what else { return None };
    deadline_of(app.followups_of(&step.symbol), *at, *which)?.basis.as_ref()
}

/// Everything of the chosen entry that its row may have cut.
fn detail_of(app: &App, entry: &Entry) -> String {
    let mut words = vec![words_of(app, entry), source_of(app, entry)];
    match &entry.what {
        What::Session(at) => {
            let session = &app.process().sessions[*at];
            words.insert(1, calendar_text::days(&app.locale, session));
            words.insert(2, session.place.get(app.locale.language()).to_owned());
            words.push(session.words.clone());
        }
        What::Meeting(at) => {
            let meeting = &app.process().meetings[*at];
            words.insert(0, dates::weekday(&app.locale, meeting.date));
        }
        What::Deadline(step, ..) => {
            let document = app.shelf.get(&step.symbol, Some(app.reader.document.language));
            let text =
                document.and_then(|document| document.block(&step.address)).map(|block| block.text.clone());
            words.extend(text);
        }
    }
    words.retain(|words| !words.is_empty());
    words.join(" · ")
}

fn draw_words(words: &str, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    row::put(buffer, (area.x, area.y), area.width, &"─".repeat(area.width.into()), theme.of(Role::Border));
    let rows = crate::typeset::wrap(words, usize::from(area.width).max(1));
    let room = usize::from(area.height) - 1;
    for (line, span) in rows.iter().take(room).enumerate() {
        let Some(place) = row::nth(area, line + 1) else { return };
        let cut = line + 1 == room && rows.len() > room;
        let text =
            if cut { truncate(&words[span.start..], area.width.into()) } else { span.of(words).to_owned() };
        row::put(buffer, (place.x, place.y), place.width, text.trim_end(), theme.of(Role::Text));
    }
}

/// What each pasted line was read as.
fn draw_pasted(
    app: &App,
    (read, top, selected): (&Programme, usize, usize),
    (area, theme): (Rect, &Theme),
    buffer: &mut Buffer,
) {
    for (line, found) in read.lines.iter().enumerate().skip(top) {
        let Some(place) = row::nth(area, line - top) else { return };
        let (sign, words) = calendar_text::line(&app.locale, found, read);
        let role = match sign {
            '!' => Role::Alarm,
            '✓' => Role::Text,
            _ => Role::Dim,
        };
        row::put(
            buffer,
            (place.x, place.y),
            1,
            if line == selected { "▌" } else { " " },
            theme.of(Role::Bar),
        );
        let words = truncate(&format!("{:>3} {sign} {words}", found.number), usize::from(place.width) - 1);
        row::put(buffer, (place.x + 1, place.y), place.width - 1, &words, theme.of(role));
    }
}
