//! A later report beside an earlier one: the pairs of steps to look at, confirmed one by one, never by themselves.

use crate::app::App;
use crate::app::message::{Effect, Notice};
use crate::app::screen::picker::{self, Row, Target};
use crate::app::screen::tracker::refresh;
use crate::app::screen::{agenda, desk};
use crate::base::Now;
use crate::board::{Beside, Board};
use crate::compare;
use crate::followup::Force;
use crate::followup::beside::{Pair, Relation};
use crate::model::{Document, Reference, Symbol};
use crate::workspace::{Act, Done};

/// Words kept on either side of a change in a row of the list; its preview has all of them.
const CONTEXT: usize = 3;

/// The report one works with beside the one before it or, where it is the first, the one after it; none where
/// there is no other of the process in the same language.
#[must_use]
pub fn read(app: &App, report: &Symbol) -> Option<Beside> {
    let process = app.process();
    let document = |symbol: &Symbol| app.shelf.get(symbol, None).map(AsRef::as_ref);
    let language = |symbol: &Symbol| document(symbol).map(|document: &Document| document.language);
    // A report in another language shares no words, and is passed over.
    let held = process.reports.iter().map(|link| &link.symbol);
    let held = held.filter(|symbol| app.followups.contains_key(*symbol));
    let reports: Vec<&Symbol> = held.filter(|symbol| language(symbol) == language(report)).collect();
    let at = reports.iter().position(|symbol| *symbol == report)?;
    let (old, new) = if at > 0 { (reports[at - 1], report) } else { (report, *reports.get(1)?) };
    let (earlier, later): (&Document, &Document) = (document(old)?, document(new)?);
    let board = |document: &Document, symbol: &Symbol| {
        Some(Board::new(document, app.followups.get(symbol)?.clone(), Some(process)))
    };
    Some(Beside::new((earlier, board(earlier, old)?), (later, board(later, new)?)))
}

/// Opens the list of pairs; says why where there is no other report to lay beside.
pub fn open(app: &mut App) -> Vec<Effect> {
    refresh(app);
    if app.board.seen.beside.is_none() {
        app.notice = Some(Notice::new("notice-nothing-beside"));
        return Vec::new();
    }
    picker::open(app, picker::Purpose::Beside)
}

/// Which reports the list is of: `A/77/275 → A/78/265`.
#[must_use]
pub fn title(app: &App) -> String {
    let beside = app.board.seen.beside.as_ref();
    let reports = beside.map(|beside| format!(" · {} → {}", beside.old.report, beside.new.report));
    app.locale.say("title-beside") + &reports.unwrap_or_default()
}

/// The pairs, in the order of the later report.
#[must_use]
pub fn rows(app: &App) -> Vec<Row> {
    let Some(beside) = &app.board.seen.beside else { return Vec::new() };
    beside.pairs.iter().map(|pair| row(app, beside, pair)).collect()
}

fn row(app: &App, beside: &Beside, pair: &Pair) -> Row {
    let (old, new) = (beside.old_step(pair), beside.new_step(pair));
    let sign = if beside.is_confirmed(pair, &app.tracker) { "✓" } else { " " };
    let changes = beside.changes(pair);
    let mut words = vec![app.locale.say(&format!("beside-{}", pair.relation.name()))];
    words.extend(
        changes.force.map(|(before, after)| format!("{} → {}", force(app, before), force(app, after))),
    );
    words.extend(match pair.relation {
        Relation::Reworded => {
            marked(app, old.as_ref(), new.as_ref(), Some(CONTEXT)).map(|marked| marked.text)
        }
        Relation::Repeated => None,
        Relation::Dropped => text(app, old.as_ref()).map(str::to_owned),
        Relation::New => text(app, new.as_ref()).map(str::to_owned),
    });
    let sessions = |sessions: &[u32]| {
        let numbers: Vec<String> = sessions.iter().map(ToString::to_string).collect();
        if numbers.is_empty() { "–".to_owned() } else { numbers.join("+") }
    };
    let moved =
        changes.sessions.map(|(before, after)| format!("{} → {}", sessions(&before), sessions(&after)));
    Row {
        left: format!("{sign} {} → {}", label(old.as_ref()), label(new.as_ref())),
        text: words.join(" · "),
        right: moved.unwrap_or_default(),
        target: Target::Pair { old, new },
    }
}

fn force(app: &App, force: Option<Force>) -> String {
    force.map_or_else(|| "–".to_owned(), |force| app.locale.say(&format!("force-{}", force.name())))
}

/// `E.2`, or a dash where the other report has no such step.
fn label(step: Option<&Reference>) -> String {
    step.and_then(|step| step.address.step_name()).unwrap_or_else(|| "–".to_owned())
}

fn text<'a>(app: &'a App, step: Option<&Reference>) -> Option<&'a str> {
    let step = step?;
    app.shelf.get(&step.symbol, None)?.block(&step.address).map(|block| block.text.as_str())
}

/// The words of both steps as one text with the changed ones marked; where there is but one step, its words.
#[must_use]
pub fn marked(
    app: &App,
    old: Option<&Reference>,
    new: Option<&Reference>,
    context: Option<usize>,
) -> Option<compare::Marked> {
    match (text(app, old), text(app, new)) {
        (Some(before), Some(after)) => Some(compare::marked(before, after, context)),
        (one, two) => {
            let text = one.or(two)?.to_owned();
            Some(compare::Marked { text, ..compare::Marked::default() })
        }
    }
}

/// Confirms the pair of this step of the earlier report, or takes that back; the list stays open.
pub fn take(app: &mut App, old: Option<&Reference>, now: &Now) -> Vec<Effect> {
    let Some(old) = old else {
        app.notice = Some(Notice::new("notice-beside-new"));
        return Vec::new();
    };
    if !desk::may_write(app) {
        return Vec::new();
    }
    let Some(beside) = app.board.seen.beside.clone() else { return Vec::new() };
    let Some(pair) = beside.pairs.iter().find(|pair| beside.old_step(pair).as_ref() == Some(old)) else {
        return Vec::new();
    };
    let confirmed = beside.is_confirmed(pair, &app.tracker);
    let acts = if confirmed { take_back(app, &beside, pair, now) } else { confirm(app, &beside, pair, now) };
    app.undo.remember(Done::Set(acts.iter().map(|act| act.id).collect()));
    let id = if confirmed { "notice-beside-back" } else { "notice-beside" };
    let successor = beside.successor(pair).map(|new| crate::app::screen::catalogue::citation(app, &new));
    let notice = Notice::new(id).with("step", label(Some(old)));
    app.notice = Some(notice.with("by", successor.unwrap_or_default()));
    agenda::select_here(app);
    refresh(app);
    picker::renew(app);
    acts.into_iter().map(|act| Effect::Append(Box::new(act))).collect()
}

fn confirm(app: &mut App, beside: &Beside, pair: &Pair, now: &Now) -> Vec<Act> {
    let Some(step) = beside.old_step(pair) else { return Vec::new() };
    let session = app.desk.session.or_else(|| beside.old.sessions.last().copied()).unwrap_or(1);
    let mut acts = Vec::new();
    for (session, mark) in beside.confirm(pair, session, &app.tracker) {
        let act = app.tracker.set((&step, None, session), mark, &app.author, &now.nth(acts.len()));
        app.tracker.add(act.clone());
        acts.push(act);
    }
    acts
}

/// Takes back the acts that named the later step.
fn take_back(app: &mut App, beside: &Beside, pair: &Pair, now: &Now) -> Vec<Act> {
    let (Some(step), successor) = (beside.old_step(pair), beside.successor(pair)) else { return Vec::new() };
    let named =
        app.tracker.states(&step, None).filter(|state| state.mark.evidence.as_deref() == successor.as_ref());
    let ids: Vec<_> = named.map(|state| state.act).collect();
    let mut acts = Vec::new();
    for id in ids {
        if let Some(act) = app.tracker.undo(id, &app.author, &now.nth(acts.len())) {
            app.tracker.add(act.clone());
            acts.push(act);
        }
    }
    acts
}
