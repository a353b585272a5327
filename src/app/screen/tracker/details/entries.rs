//! The statements about one row of the tracker, in the order in which the details list them.

use std::collections::HashSet;

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::tracker::details::DetailEntry;
use crate::app::screen::tracker::{facets, history};
use crate::base::text::fold;
use crate::board::{Board, Facet};
use crate::calendar::Basis;
use crate::followup::{Cite, Deadline, FollowUp};
use crate::language::{FollowUpWords, Languages};
use crate::locale::{Locale, dates};
use crate::model::{Address, Passage, Place, Reference};
use crate::workspace::{Intervention, Note, Status, StepState};

/// Everything known about a row.
pub(super) fn of(context: &Context, board: &Board, row: usize) -> Vec<DetailEntry> {
    let row = DetailRow { context, board, row };
    let mut entries = row.text();
    entries.extend(row.read());
    entries.extend(row.statuses());
    entries.extend(row.history());
    entries.extend(row.notes());
    entries
}

fn title(text: String) -> DetailEntry {
    DetailEntry { title: true, text, target: None }
}

/// Characters shown of the text of a cited passage.
const EXCERPT: usize = 200;

struct DetailRow<'a> {
    context: &'a Context<'a>,
    board: &'a Board,
    row: usize,
}

impl DetailRow<'_> {
    fn locale(&self) -> &Locale {
        self.context.locale()
    }

    fn say(&self, id: &str) -> String {
        self.locale().say(id)
    }

    /// `acteur : Les États`.
    fn labelled(&self, label: &str, text: &str) -> DetailEntry {
        let args = [("label", label.into()), ("text", text.into())];
        DetailEntry { title: false, text: self.locale().say_with("detail", &args), target: None }
    }

    /// The same with a label of the locale.
    fn entry(&self, id: &str, text: &str) -> DetailEntry {
        self.labelled(&self.say(id), text)
    }

    /// The same, leading to a passage.
    fn link(&self, id: &str, text: &str, target: Reference) -> DetailEntry {
        DetailEntry { target: Some(target), ..self.entry(id, text) }
    }

    fn session(&self, session: u32) -> String {
        dates::ordinal(self.locale(), session)
    }

    fn citation(&self, passage: &Reference) -> String {
        naming::citation(self.locale().language(), passage)
    }

    /// The text of a passage with its sub-paragraphs; `None` if the library does not have it.
    fn text_of(&self, passage: &Reference) -> Option<String> {
        self.context.look_up(passage).map(Passage::whole_text)
    }

    fn text(&self) -> Vec<DetailEntry> {
        let step = self.board.step(self.row);
        let row = &self.board.rows[self.row];
        let citation = naming::with_version(self.context, self.citation(&step), &step.symbol);
        let heading = title(format!("{} · {citation}", row.label));
        let mut entries = vec![DetailEntry { target: Some(step.clone()), ..heading }];
        if !row.is_step() {
            entries.push(self.entry("detail-topic", &row.words));
        }
        let text = self.text_of(&step).unwrap_or_default();
        entries.push(DetailEntry { title: false, text, target: Some(step) });
        entries
    }

    /// What was read from the text of the step.
    fn read(&self) -> Vec<DetailEntry> {
        let followup = self.board.followup(self.row);
        let mut entries = vec![title(self.say("detail-read"))];
        for actor in &followup.actors {
            let kind = facets::name(self.locale(), &Facet::Actor(actor.kind));
            entries.push(self.entry("facet-actor", &format!("{} ({kind})", actor.text)));
        }
        if let (Some(verb), Some(force)) = (&followup.verb, followup.force) {
            let force = self.say(&format!("force-{}", force.name()));
            entries.push(self.entry("detail-verb", &format!("{} ({force})", verb.text)));
        }
        if let Some(words) = &followup.voluntary {
            entries.push(self.entry("detail-voluntary", &words.text));
        }
        entries.extend(self.sessions(followup));
        entries.extend(followup.deadlines().map(|deadline| self.deadline(deadline)));
        for topic in &followup.topics {
            entries.push(self.entry("detail-topic", &format!("{} · {}", topic.label, topic.text)));
        }
        for citation in &followup.cites {
            entries.extend(self.cited(citation));
        }
        for words in &followup.products {
            entries.push(self.entry("detail-product", &words.text));
        }
        entries
    }

    /// The sessions the step names, with the words that name them.
    fn sessions(&self, followup: &FollowUp) -> Option<DetailEntry> {
        if followup.sessions.is_empty() {
            return None;
        }
        let sessions: Vec<String> = followup.sessions.iter().map(|session| self.session(*session)).collect();
        let named: Vec<&str> = followup.session_words.iter().map(|words| words.text.as_str()).collect();
        let text = format!("{} ({})", sessions.join(", "), named.join(&self.say("list-separator")));
        Some(self.entry("detail-sessions", &text))
    }

    /// The deadline, how its date was determined, and the passage that gives it.
    fn deadline(&self, deadline: &Deadline) -> DetailEntry {
        let locale = self.locale();
        let mut parts = vec![deadline.text.clone()];
        parts.extend(deadline.date.map(|date| dates::date(locale, date)));
        let basis = deadline.basis.as_ref();
        let ordinal = basis.and_then(Basis::named_session).map(|session| self.session(session));
        let ordinal = ordinal.unwrap_or_default();
        let id = basis.map_or("basis-none", Basis::id);
        parts.push(locale.say_with(id, &[("ordinal", (&ordinal).into())]));
        parts.extend(basis.filter(|basis| basis.is_own()).map(|_| self.say("own-calendar")));
        let passage = basis.and_then(Basis::citation).and_then(|citation| citation.parse::<Reference>().ok());
        parts.extend(passage.as_ref().map(|passage| self.citation(passage)));
        let target = passage.unwrap_or_else(|| self.board.step(self.row));
        self.link("column-deadline", &parts.join(" · "), target)
    }

    fn cited(&self, citation: &Cite) -> Vec<DetailEntry> {
        let Some(symbol) = &citation.symbol else {
            return vec![self.entry("detail-cites", &citation.text)];
        };
        let passage = |address: &Address| Reference { symbol: symbol.clone(), address: address.clone() };
        let whole = citation.addresses.is_empty().then(|| passage(&Address::body(Place::Title)));
        let passages = citation.addresses.iter().map(passage).chain(whole);
        let entry = |target: Reference| {
            let text = self.text_of(&target).unwrap_or_else(|| self.say("not-in-library"));
            let excerpt: String = text.chars().take(EXCERPT).collect();
            self.link("detail-cites", &format!("{} · {excerpt}", self.citation(&target)), target)
        };
        passages.map(entry).collect()
    }

    /// The status at each session at which the row is due or for which something was set, with the evidence.
    fn statuses(&self) -> Vec<DetailEntry> {
        let tracker = &self.context.workspace.tracker;
        let mut entries = vec![title(self.say("detail-standing"))];
        let step = self.board.step(self.row);
        for session in self.board.columns(tracker) {
            let state = tracker.state(&step, self.board.topic(self.row), session);
            entries.extend(self.status(session, state));
            if let Some(evidence) = state.and_then(|state| state.mark.evidence.as_ref()) {
                entries.extend(self.evidence(evidence));
            }
        }
        entries
    }

    fn status(&self, session: u32, state: Option<&StepState>) -> Option<DetailEntry> {
        let (locale, tracker) = (self.locale(), &self.context.workspace.tracker);
        let status = self.board.status(self.row, session, tracker);
        let is_due = self.board.is_due(self.row, session, tracker);
        if !is_due && state.is_none() && status == Status::Open {
            return None;
        }
        let ordinal = self.session(session);
        let label = locale.say_with("session", &[("ordinal", (&ordinal).into())]);
        let mut parts = vec![format!("{} {}", status.sign(), self.say(&format!("status-{}", status.name())))];
        let from = self.board.carried_from(self.row, session, tracker);
        parts.extend(from.map(|from| {
            let ordinal = self.session(from);
            locale.say_with("detail-carried", &[("ordinal", (&ordinal).into())])
        }));
        parts.extend(state.into_iter().flat_map(|state| self.by_whom(state)));
        Some(self.labelled(&label, &parts.join(" · ")))
    }

    /// Who set a status and when, at which meeting, and the remark.
    fn by_whom(&self, state: &StepState) -> Vec<String> {
        let locale = self.locale();
        let day = dates::date(locale, state.at.date_naive());
        let mut parts = vec![format!("{}, {day} {}", state.author, dates::time(state.at.time()))];
        let meeting = state.mark.meeting.as_deref();
        if self.context.workspace.unsaved.has_act(|act| act.id == state.act) {
            parts.push(format!("! {}", self.say("not-saved")));
        }
        parts
            .extend(meeting.map(|meeting| locale.say_with("detail-meeting", &[("meeting", meeting.into())])));
        let remark = naming::remark(locale, &state.mark);
        parts.extend(remark.map(|remark| locale.say_with("filter-words", &[("words", (&remark).into())])));
        parts
    }

    /// The evidence with its text, and the words of the row that are not in it.
    fn evidence(&self, evidence: &Reference) -> Vec<DetailEntry> {
        let mut entries = vec![self.link("detail-evidence", &self.citation(evidence), evidence.clone())];
        let Some(text) = self.text_of(evidence) else {
            entries.push(self.entry("detail-evidence-words", &self.say("not-in-library")));
            return entries;
        };
        entries.push(self.link("detail-evidence-words", &text, evidence.clone()));
        let missing = self.missing(evidence);
        if !missing.is_empty() {
            entries.push(self.entry("detail-missing", &missing.join(", ")));
        }
        entries
    }

    /// The words of the row that are not in the evidence. They are compared in one language: none are missing if the library
    /// does not have the evidence in the language of the row.
    fn missing(&self, evidence: &Reference) -> Vec<String> {
        let language = self.board.language(self.row);
        let in_language = |passage: &Reference| {
            let found = self.context.library.shelf.passage(passage, language)?;
            (found.document.language == language).then(|| found.whole_text())
        };
        let own = match self.board.topic(self.row) {
            Some(_) => Some(self.board.rows[self.row].words.clone()),
            None => in_language(&self.board.step(self.row)),
        };
        let known = Languages::bundled().get(language).and_then(|table| table.followup.as_ref());
        let texts = own.zip(in_language(evidence));
        texts.map_or_else(Vec::new, |(own, evidence)| missing(&own, &evidence, known))
    }

    fn history(&self) -> Vec<DetailEntry> {
        let choices = history::of(self.context, self.board, self.row);
        if choices.is_empty() {
            return Vec::new();
        }
        let entries = choices.into_iter().map(|choice| {
            let text = format!("{} · {} · {}", choice.left, choice.text, choice.right);
            DetailEntry { title: false, text, target: None }
        });
        std::iter::once(title(self.say("title-history"))).chain(entries).collect()
    }

    /// The notes on the passage of the row and on passages below it.
    fn notes(&self) -> Vec<DetailEntry> {
        let passage = self.board.passage(self.row);
        let is_below =
            |anchor: &Reference| anchor.symbol == passage.symbol && passage.address.covers(&anchor.address);
        let notes = self.context.workspace.notebook.under(&is_below);
        if notes.is_empty() {
            return Vec::new();
        }
        let entries = notes.into_iter().map(|note| self.note(note));
        std::iter::once(title(self.say("pane-notes"))).chain(entries).collect()
    }

    fn note(&self, note: &Note) -> DetailEntry {
        let day = dates::short(self.locale(), note.at.date_naive());
        let time = dates::time(note.at.time());
        let said = Intervention::of(note, &self.context.workspace.delegations);
        let who = said.as_ref().map_or_else(
            || note.author.clone(),
            |said| format!("{} {}", said.label(self.locale().language()), said.sign()).trim_end().to_owned(),
        );
        let text = said.as_ref().map_or(note.text.as_str(), |said| said.words);
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = format!("{day} {time} · {who} · {}", words.join(" "));
        DetailEntry { title: false, text, target: note.anchor.clone() }
    }
}

/// The fewest letters of a word that has a meaning of its own.
const CONTENT: usize = 4;

/// The number of letters at the beginning of a word that are the same in all its forms.
const STEM: usize = 6;

/// The words of a text that another one does not use in any form, each once, as they are written; words without a
/// meaning of their own are left out.
fn missing(own: &str, other: &str, known: Option<&FollowUpWords>) -> Vec<String> {
    let has_meaning =
        |word: &str| word.chars().count() >= CONTENT && !known.is_some_and(|known| known.is_weak(word));
    let stem = |word: &str| fold(word).chars().take(STEM).collect::<String>();
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| has_meaning(word)).map(str::to_owned).collect()
    };
    let used: HashSet<String> = words(other).iter().map(|word| stem(word)).collect();
    let mut seen = HashSet::new();
    let mut missing = words(own);
    missing.retain(|word| !used.contains(&stem(word)) && seen.insert(stem(word)));
    missing
}

#[cfg(test)]
mod tests {
    use super::{Languages, missing};
    use crate::model::Language;

    #[test]
    fn a_word_in_another_form_is_not_missing() {
        let step = "établir un répertoire de points de contact régionaux";
        let evidence = "le Répertoire des interlocuteurs régionales est établi";
        assert_eq!(missing(step, evidence, None), ["points", "contact"]);
        assert!(missing("", evidence, None).is_empty());
    }

    #[test]
    fn a_word_without_a_meaning_of_its_own_is_not_missing() {
        let words = |language| Languages::bundled().get(language).and_then(|table| table.followup.as_ref());
        let case = |language, own: &str| missing(own, "un annuaire", words(language));
        let french = "déjà réalisés, en tenant compte des expériences régionales, selon qu’il conviendra";
        assert_eq!(case(Language::FR, french), ["réalisés", "expériences", "régionales"]);
        let english =
            "taking into account regional experiences, where appropriate, such as those already shared";
        assert_eq!(case(Language::EN, english), ["regional", "experiences", "shared"]);
    }
}
