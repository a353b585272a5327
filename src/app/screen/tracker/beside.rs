//! The steps of a later report beside those of an earlier one, in pairs that the delegate confirms one by one.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::naming;
use crate::app::screen::picker::{ChoiceTarget, PickerChoice};
use crate::app::screen::tracker::State;
use crate::app::workspace::Change;
use crate::board::{Beside, Board};
use crate::compare::{self, Marked};
use crate::followup::Force;
use crate::followup::beside::{Pair, Relation};
use crate::locale::Locale;
use crate::model::{Reference, Symbol};
use crate::workspace::{Act, ActTarget};

/// Words shown on either side of a change in a row of the list; its preview has the whole text.
const CONTEXT: usize = 3;

/// A report beside the one before it or, if it is the first one, the one after it; `None` if the process has no other
/// report in the same language.
#[must_use]
pub fn read(context: &Context, report: &Symbol) -> Option<Beside> {
    let (process, followups) = (context.process(), &context.library.followups);
    // Texts in different languages cannot be compared.
    let language = |other: &Symbol| followups.common_language(report, other, context.reading());
    let reports = process.reports.iter().map(|link| &link.symbol);
    let reports: Vec<&Symbol> = reports.filter(|symbol| language(symbol).is_some()).collect();
    let at = reports.iter().position(|symbol| *symbol == report)?;
    let (old, new) = if at > 0 { (reports[at - 1], report) } else { (report, *reports.get(1)?) };
    let language = language(if at > 0 { old } else { new })?;
    let board =
        |symbol: &Symbol| Board::new(symbol, Arc::new(followups.of_text(symbol, language)), Some(process));
    Some(Beside::new(board(old), board(new)))
}

/// The title of the list, with both reports: `A/77/275 → A/78/265`.
#[must_use]
pub fn title(state: &State, context: &Context) -> String {
    let beside = state.cached.beside.as_ref();
    let reports = beside.map(|beside| format!(" · {} → {}", beside.old.report, beside.new.report));
    context.locale().say("title-beside") + &reports.unwrap_or_default()
}

/// The pairs, in the order of the later report.
#[must_use]
pub fn choices(state: &State, context: &Context) -> Vec<PickerChoice> {
    let Some(beside) = &state.cached.beside else { return Vec::new() };
    beside.pairs.iter().map(|pair| choice(context, beside, pair)).collect()
}

fn choice(context: &Context, beside: &Beside, pair: &Pair) -> PickerChoice {
    let (old, new) = (beside.old_step(pair), beside.new_step(pair));
    let locale = context.locale();
    let sign = if beside.is_confirmed(pair, &context.workspace.tracker) { "✓" } else { " " };
    let changes = beside.changes(pair);
    let mut parts = vec![locale.say(&format!("beside-{}", pair.relation.name()))];
    parts.extend(
        changes
            .force
            .map(|change| format!("{} → {}", force(locale, change.before), force(locale, change.after))),
    );
    parts.extend(match pair.relation {
        Relation::Reworded => {
            marked(beside.old_text(pair), beside.new_text(pair), Some(CONTEXT)).map(|marked| marked.text)
        }
        Relation::Repeated => None,
        Relation::Dropped => beside.old_text(pair).map(str::to_owned),
        Relation::New => beside.new_text(pair).map(str::to_owned),
    });
    let moved =
        changes.sessions.map(|change| format!("{} → {}", sessions(&change.before), sessions(&change.after)));
    PickerChoice {
        left: format!("{sign} {} → {}", label(old.as_ref()), label(new.as_ref())),
        text: parts.join(" · "),
        right: moved.unwrap_or_default(),
        target: ChoiceTarget::Pair { old, new, language: beside.language(pair) },
    }
}

fn force(locale: &Locale, force: Option<Force>) -> String {
    force.map_or_else(|| "–".to_owned(), |force| locale.say(&format!("force-{}", force.name())))
}

/// `4+5`, or a dash if there are none.
fn sessions(sessions: &[u32]) -> String {
    let numbers: Vec<String> = sessions.iter().map(ToString::to_string).collect();
    if numbers.is_empty() { "–".to_owned() } else { numbers.join("+") }
}

/// `E.2`, or a dash if the report has no such step.
fn label(step: Option<&Reference>) -> String {
    step.and_then(|step| step.address.step_name()).unwrap_or_else(|| "–".to_owned())
}

/// The texts of both steps as one text with the changes marked, around each of them `words` unchanged words (all of
/// them if `None`); the text of the only one if a step is missing.
#[must_use]
pub fn marked(old: Option<&str>, new: Option<&str>, words: Option<usize>) -> Option<Marked> {
    match (old, new) {
        (Some(before), Some(after)) => Some(compare::marked(before, after, words)),
        (before, after) => {
            let text = before.or(after)?.to_owned();
            Some(Marked { text, ..Marked::default() })
        }
    }
}

impl State {
    /// Opens the list of pairs; shows a notice if there is no other report to compare with.
    #[must_use]
    pub fn open_beside(&mut self, context: &Context) -> Outcome {
        self.refresh(context);
        match self.cached.beside {
            Some(_) => Outcome::of(Intent::Open(Overlay::Picker(Picker::Beside))),
            None => Outcome::notify(Notice::new("notice-nothing-beside")),
        }
    }

    /// Confirms the pair of a step of the earlier report, or cancels the confirmation; the list stays open.
    #[must_use]
    pub fn toggle_pair(&mut self, context: &Context, old: Option<&Reference>) -> Outcome {
        let Some(old) = old else {
            return Outcome::notify(Notice::new("notice-beside-new"));
        };
        if let Some(refused) = context.refusal() {
            return refused;
        }
        let Some(beside) = &self.cached.beside else { return Outcome::none() };
        let mut pairs = beside.pairs.iter();
        let Some(pair) = pairs.find(|pair| beside.old_step(pair).as_ref() == Some(old)) else {
            return Outcome::none();
        };
        let is_confirmed = beside.is_confirmed(pair, &context.workspace.tracker);
        let acts =
            if is_confirmed { take_back(context, beside, pair) } else { confirm(context, beside, pair) };
        let id = if is_confirmed { "notice-beside-back" } else { "notice-beside" };
        let language = context.locale().language();
        let successor = beside.successor(pair).map(|new| naming::citation(language, &new));
        let notice = Notice::new(id).with("step", label(Some(old))).with("by", successor.unwrap_or_default());
        Outcome::of(Intent::Change(Change::Acts(acts))).and(Intent::Notify(notice)).and(Intent::Renew)
    }
}

/// The acts that confirm a pair.
fn confirm(context: &Context, beside: &Beside, pair: &Pair) -> Vec<Act> {
    let Some(step) = beside.old_step(pair) else { return Vec::new() };
    let (workspace, now) = (context.workspace, context.now);
    let session = context.desk.session.or_else(|| beside.old.sessions.last().copied()).unwrap_or(1);
    let marks = beside.confirm(pair, session, &workspace.tracker).into_iter().enumerate();
    let acts = marks.map(|(nth, (session, mark))| {
        workspace.tracker.set(
            ActTarget { step: &step, topic: None, session },
            mark,
            &workspace.author,
            &now.nth(nth),
        )
    });
    acts.collect()
}

/// The acts that undo the acts naming the later step.
fn take_back(context: &Context, beside: &Beside, pair: &Pair) -> Vec<Act> {
    let (Some(step), successor) = (beside.old_step(pair), beside.successor(pair)) else { return Vec::new() };
    let (workspace, now) = (context.workspace, context.now);
    let states = workspace.tracker.states(&step, None);
    let named = states.filter(|state| state.mark.evidence.as_deref() == successor.as_ref());
    let undo = |(nth, state): (usize, &crate::workspace::StepState)| {
        workspace.tracker.undo(state.act, &workspace.author, &now.nth(nth))
    };
    named.enumerate().filter_map(undo).collect()
}
