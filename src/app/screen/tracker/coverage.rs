//! What is urgent: due steps for which there is no note, intervention, position or statement, and deadlines that are near or past.

use chrono::NaiveDate;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::screen::naming;
use crate::app::screen::tracker::State;
use crate::board::{Board, Warning};
use crate::calendar;
use crate::export::position::distance;
use crate::locale::dates;
use crate::model::{CalendarDeadline, Reference};

/// During a session: how many steps are due at the session the delegate works for, and which of them have no note,
/// intervention, position or statement. `None` if there are no such steps, or it is not the time of a session.
#[must_use]
pub fn at_start(state: &mut State, context: &Context) -> Option<Notice> {
    state.refresh(context);
    calendar::session_on(context.process(), context.now.today).and_then(|session| session.number)?;
    let board = state.board()?;
    let session = state.session(context).filter(|session| Some(*session) == context.desk.session)?;
    let bare: Vec<&str> = state.cached.bare().map(|row| board.rows[row].label.as_str()).collect();
    let locale = context.locale();
    let verbs = [("desk", "tracker"), ("tracker", "uncovered")];
    let keys = verbs.into_iter().filter_map(|(scope, verb)| context.input.key(scope, verb));
    let keys: Vec<String> = keys.map(|key| locale.keys(&key)).collect();
    let notice = Notice::new("notice-coverage")
        .with("session", dates::ordinal(locale, session))
        .with("due", state.cached.covers.len())
        .with("bare", bare.len())
        .with("steps", bare.join(" "))
        .with("keys", keys.join(" "));
    (!bare.is_empty()).then_some(notice.brief())
}

/// A day that is near or past.
struct Urgent<'a> {
    what: Concern<'a>,
    date: NaiveDate,
    /// Calendar days until that day; negative if it is past.
    days: i64,
}

/// What an urgent day concerns.
enum Concern<'a> {
    /// Something with this name: `E.3`.
    Named(&'a str),
    /// A deadline of the delegate's calendar.
    Deadline(&'a CalendarDeadline),
    /// The instruction of a position on this passage.
    Instruction(&'a Reference),
}

impl Concern<'_> {
    fn name(&self, board: Option<&Board>, context: &Context) -> String {
        let locale = context.locale();
        match self {
            Self::Named(name) => (*name).to_owned(),
            Self::Deadline(deadline) if deadline.about.is_empty() => {
                locale.say(&format!("deadline-kind-{}", deadline.kind.name()))
            }
            Self::Deadline(deadline) => deadline.about.clone(),
            Self::Instruction(passage) => {
                let place = match board.and_then(|board| Some((board, board.step_of(passage)?))) {
                    Some((board, row)) => board.rows[row].label.clone(),
                    None => naming::citation(locale.language(), passage),
                };
                locale.say_with("warning-instruction", &[("place", place.as_str().into())])
            }
        }
    }
}

/// Days before a deadline of the calendar from which on it is shown.
const NEAR_DAYS: i64 = 14;

/// The deadlines of the delegate's calendar that are near, the earliest first. One that is past does not matter any more.
fn tabling<'a>(context: &'a Context) -> Vec<Urgent<'a>> {
    let urgent = |deadline: &'a CalendarDeadline| {
        let date = deadline.date?;
        let days = (date - context.now.today).num_days();
        let is_near = (0..=NEAR_DAYS).contains(&days);
        is_near.then_some(Urgent { what: Concern::Deadline(deadline), date, days })
    };
    let mut found: Vec<Urgent> = context.process().deadlines.iter().filter_map(urgent).collect();
    found.sort_by_key(|urgent| urgent.date);
    found
}

/// The most warnings that are named one by one: more do not fit in any header.
const MOST_NAMED: usize = 12;

/// The deadlines that are near or past and not met, and the instructions that end soon or have ended, in several wordings
/// from the longest to the shortest: the header shows the first one that fits. Empty if there are none.
#[must_use]
pub fn warnings(state: &State, context: &Context) -> Vec<String> {
    let (board, locale) = (state.board(), context.locale());
    let of_step = |warning: &Warning| {
        let what = Concern::Named(&board?.rows[warning.row].label);
        Some(Urgent { what, date: warning.date, days: warning.days })
    };
    // The delegate's own deadlines can still be met, so they come before those of steps, which may be long past.
    let mut warnings = tabling(context);
    warnings.extend(state.cached.warnings.iter().filter_map(of_step));
    let instructions = state.cached.instructions.iter();
    warnings.extend(instructions.map(|(passage, date, days)| {
        let what = Concern::Instruction(passage);
        Urgent { what, date: *date, days: *days }
    }));
    let short = |warning: &Urgent| {
        let date = dates::near(locale, warning.date, context.now.today);
        format!("{} {date}", warning.what.name(board, context))
    };
    let long = |warning: &Urgent| {
        let days = distance(locale, warning.days);
        format!("{} ({days})", short(warning))
    };
    let Some(first) = warnings.first() else { return Vec::new() };
    let more = warnings.len() - 1;
    let rest = if more > 0 { format!(" +{more}") } else { String::new() };
    let wordings: [&dyn Fn(&Urgent) -> String; 2] = [&long, &short];
    let wording = |word: &dyn Fn(&Urgent) -> String| {
        let is_named = warnings.len() <= MOST_NAMED;
        let all = is_named.then(|| warnings.iter().map(word).collect::<Vec<_>>().join(" · "));
        all.into_iter().chain([format!("{}{rest}", word(first))]).map(|words| format!("⚠ {words}"))
    };
    wordings.into_iter().flat_map(wording).collect()
}
