//! What is said of a row of the tracker, one thing after the other.

use crate::app::App;
use crate::app::screen::catalogue;
use crate::app::screen::tracker::details::Entry;
use crate::app::screen::tracker::{choose, columns};
use crate::base::text::fold;
use crate::board::{Board, Facet};
use crate::calendar::Basis;
use crate::followup::{Cite, Deadline, Vocabularies, Vocabulary};
use crate::locale::dates;
use crate::model::{Address, Reference};
use crate::workspace::{State, Status};

/// Everything on a row.
pub(super) fn of(app: &App, board: &Board, row: usize) -> Vec<Entry> {
    let said = Said { app, board, row };
    let mut entries = said.words();
    entries.extend(said.read());
    entries.extend(said.standing());
    entries.extend(said.history());
    entries.extend(said.notes());
    entries
}

fn title(text: String) -> Entry {
    Entry { title: true, text, target: None }
}

struct Said<'a> {
    app: &'a App,
    board: &'a Board,
    row: usize,
}

impl Said<'_> {
    fn say(&self, id: &str) -> String {
        self.app.locale.say(id)
    }

    /// `acteur : Les États`.
    fn told(&self, id: &str, text: &str) -> Entry {
        let label = self.say(id);
        let text = self.app.locale.say_with("detail", &[("label", (&label).into()), ("text", text.into())]);
        Entry { title: false, text, target: None }
    }

    fn leading(&self, id: &str, text: &str, target: Reference) -> Entry {
        Entry { target: Some(target), ..self.told(id, text) }
    }

    /// The text of a passage that is at hand, with its sub-paragraphs.
    fn text_of(&self, passage: &Reference) -> Option<String> {
        let document = self.app.shelf.get(&passage.symbol, Some(self.app.document().language))?;
        let blocks = &document.blocks[document.passage(&passage.address)?];
        Some(blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    /// The text in which the spans of the follow-up lie.
    fn step_text(&self) -> String {
        let step = &self.board.followup(self.row).step;
        let document = self.app.shelf.get(&self.board.report, None);
        document.and_then(|document| document.block(step)).map(|block| block.text.clone()).unwrap_or_default()
    }

    fn words(&self) -> Vec<Entry> {
        let step = self.board.step(self.row);
        let row = &self.board.rows[self.row];
        let citation = catalogue::citation(self.app, &step);
        let mut entries =
            vec![Entry { target: Some(step.clone()), ..title(format!("{} · {citation}", row.label)) }];
        if !row.is_step() {
            entries.push(self.told("detail-topic", &row.words));
        }
        let text = self.text_of(&step).unwrap_or_default();
        entries.push(Entry { title: false, text, target: Some(step) });
        entries
    }

    fn read(&self) -> Vec<Entry> {
        let followup = self.board.followup(self.row);
        let text = self.step_text();
        let mut entries = vec![title(self.say("detail-read"))];
        for actor in &followup.actors {
            let kind = choose::said(self.app, &Facet::Actor(actor.kind));
            entries.push(self.told("facet-actor", &format!("{} ({kind})", actor.text)));
        }
        if let (Some(verb), Some(force)) = (&followup.verb, followup.force) {
            let force = self.say(&format!("force-{}", force.name()));
            entries.push(self.told("detail-verb", &format!("{} ({force})", verb.text)));
        }
        if let Some(span) = followup.voluntary {
            entries.push(self.told("detail-voluntary", span.of(&text)));
        }
        if !followup.sessions.is_empty() {
            let sessions = followup.sessions.iter().map(|session| dates::ordinal(&self.app.locale, *session));
            let named = followup.session_spans.iter().map(|span| span.of(&text));
            let words = sessions.collect::<Vec<_>>().join(", ");
            let named = named.collect::<Vec<_>>().join(&self.say("list-separator"));
            entries.push(self.told("detail-sessions", &format!("{words} ({named})")));
        }
        entries.extend(followup.deadlines().map(|deadline| self.deadline(deadline)));
        for topic in &followup.topics {
            entries.push(self.told("detail-topic", &format!("{} · {}", topic.label, topic.text)));
        }
        for citation in &followup.cites {
            entries.extend(self.cited(citation));
        }
        for span in &followup.products {
            entries.push(self.told("detail-product", span.of(&text)));
        }
        entries
    }

    /// By when, on what that rests, and the passage that says so.
    fn deadline(&self, deadline: &Deadline) -> Entry {
        let locale = &self.app.locale;
        let mut words = vec![deadline.text.clone()];
        words.extend(deadline.date.map(|date| dates::date(locale, date)));
        let basis = deadline.basis.as_ref();
        let ordinal = basis.and_then(Basis::session).map(|session| dates::ordinal(locale, session));
        let ordinal = ordinal.unwrap_or_default();
        let id = basis.map_or("basis-none", Basis::id);
        words.push(locale.say_with(id, &[("ordinal", (&ordinal).into())]));
        words.extend(basis.filter(|basis| basis.is_own()).map(|_| self.say("own-calendar")));
        let dated_by = basis.and_then(Basis::citation);
        let passage = dated_by.and_then(|said| said.parse::<Reference>().ok());
        words.extend(passage.as_ref().map(|passage| catalogue::citation(self.app, passage)));
        let target = passage.unwrap_or_else(|| self.board.step(self.row));
        self.leading("column-deadline", &words.join(" · "), target)
    }

    fn cited(&self, citation: &Cite) -> Vec<Entry> {
        let Some(symbol) = &citation.symbol else {
            return vec![self.told("detail-cites", &citation.text)];
        };
        let passage = |address: &Address| Reference { symbol: symbol.clone(), address: address.clone() };
        let whole = citation.addresses.is_empty();
        let whole = whole.then(|| passage(&Address::body(crate::model::Place::Title)));
        let passages = citation.addresses.iter().map(passage).chain(whole);
        let told = |target: Reference| {
            let citation = catalogue::citation(self.app, &target);
            let words = self.text_of(&target).unwrap_or_else(|| self.say("not-in-library"));
            let words: String = words.chars().take(200).collect();
            self.leading("detail-cites", &format!("{citation} · {words}"), target)
        };
        passages.map(told).collect()
    }

    /// How far the row has come at each session at which it is due or for which something was set.
    fn standing(&self) -> Vec<Entry> {
        let (app, board) = (self.app, self.board);
        let mut entries = vec![title(self.say("detail-standing"))];
        let step = board.step(self.row);
        for session in columns(app) {
            let status = board.status(self.row, *session, &app.tracker);
            let state = app.tracker.state(&step, board.topic(self.row), *session);
            let due = board.is_due(self.row, *session, &app.tracker);
            if !due && state.is_none() && status == Status::Open {
                continue;
            }
            let ordinal = dates::ordinal(&app.locale, *session);
            let label = app.locale.say_with("session", &[("ordinal", (&ordinal).into())]);
            let mut words =
                vec![format!("{} {}", status.sign(), self.say(&format!("status-{}", status.name())))];
            let from = board.carried_from(self.row, *session, &app.tracker);
            words.extend(from.map(|from| {
                let ordinal = dates::ordinal(&app.locale, from);
                app.locale.say_with("detail-carried", &[("ordinal", (&ordinal).into())])
            }));
            words.extend(state.into_iter().flat_map(|state| self.by_whom(state)));
            let text = words.join(" · ");
            let text = app.locale.say_with("detail", &[("label", (&label).into()), ("text", (&text).into())]);
            entries.push(Entry { title: false, text, target: None });
            if let Some(evidence) = state.and_then(|state| state.mark.evidence.as_ref()) {
                entries.extend(self.shown_by(evidence));
            }
        }
        entries
    }

    fn by_whom(&self, state: &State) -> Vec<String> {
        let locale = &self.app.locale;
        let day = dates::date(locale, state.at.date_naive());
        let mut words = vec![format!("{}, {day} {}", state.author, dates::time(state.at.time()))];
        words.extend(
            state
                .mark
                .meeting
                .as_ref()
                .map(|meeting| locale.say_with("detail-meeting", &[("meeting", meeting.as_str().into())])),
        );
        words.extend(
            state
                .mark
                .remark
                .as_ref()
                .map(|remark| locale.say_with("filter-words", &[("words", remark.as_str().into())])),
        );
        words
    }

    /// The evidence with its own words, and which of the row's words are not among them.
    fn shown_by(&self, evidence: &Reference) -> Vec<Entry> {
        let citation = catalogue::citation(self.app, evidence);
        let mut entries = vec![self.leading("detail-evidence", &citation, evidence.clone())];
        let Some(words) = self.text_of(evidence) else {
            entries.push(self.told("detail-evidence-words", &self.say("not-in-library")));
            return entries;
        };
        entries.push(self.leading("detail-evidence-words", &words, evidence.clone()));
        let own = match self.board.topic(self.row) {
            Some(_) => self.board.rows[self.row].words.clone(),
            None => self.text_of(&self.board.step(self.row)).unwrap_or_default(),
        };
        let vocabularies = Vocabularies::bundled();
        let vocabulary = vocabularies.get(self.app.document().language);
        let missing = missing((&own, &words), vocabulary);
        if !missing.is_empty() {
            entries.push(self.told("detail-missing", &missing.join(", ")));
        }
        entries
    }

    fn history(&self) -> Vec<Entry> {
        let rows = catalogue::history(self.app);
        if rows.is_empty() {
            return Vec::new();
        }
        let told = rows.into_iter().map(|row| {
            let text = format!("{} · {} · {}", row.left, row.text, row.right);
            Entry { title: false, text, target: None }
        });
        std::iter::once(title(self.say("title-history"))).chain(told).collect()
    }

    fn notes(&self) -> Vec<Entry> {
        let passage = self.board.passage(self.row);
        let below =
            |anchor: &Reference| anchor.symbol == passage.symbol && passage.address.covers(&anchor.address);
        let notes = self.app.notebook.under(&below);
        if notes.is_empty() {
            return Vec::new();
        }
        let told = notes.into_iter().map(|note| {
            let day = dates::short(&self.app.locale, note.at.date_naive());
            let who = note.delegation.as_ref().unwrap_or(&note.author);
            let words: Vec<&str> = note.text.split_whitespace().collect();
            let text = format!("{day} {} · {who} · {}", dates::time(note.at.time()), words.join(" "));
            Entry { title: false, text, target: note.anchor.clone() }
        });
        std::iter::once(title(self.say("pane-notes"))).chain(told).collect()
    }
}

/// Letters from which on a word tells something by itself.
const CONTENT: usize = 4;

/// Letters of a word that its other forms share.
const STEM: usize = 6;

/// The words of a text that another does not use in any form, each once, as they are written; those that tell
/// nothing by themselves are left out.
fn missing((own, other): (&str, &str), vocabulary: Option<&Vocabulary>) -> Vec<String> {
    let tells = |word: &str| {
        word.chars().count() >= CONTENT && !vocabulary.is_some_and(|vocabulary| vocabulary.is_weak(word))
    };
    let stem = |word: &str| fold(word).chars().take(STEM).collect::<String>();
    let split = |text: &'_ str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| tells(word)).map(str::to_owned).collect()
    };
    let used: std::collections::HashSet<String> = split(other).iter().map(|word| stem(word)).collect();
    let mut told = std::collections::HashSet::new();
    let mut missing = split(own);
    missing.retain(|word| !used.contains(&stem(word)) && told.insert(stem(word)));
    missing
}

#[cfg(test)]
mod tests {
    use super::{Vocabularies, missing};
    use crate::model::Language;

    #[test]
    fn a_word_in_another_form_is_not_missing() {
        let step = "établir un répertoire de points de contact régionaux";
        let evidence = "le Répertoire des interlocuteurs régionales est établi";
        assert_eq!(missing((step, evidence), None), ["points", "contact"]);
        assert!(missing(("", evidence), None).is_empty());
    }

    #[test]
    fn a_word_that_tells_nothing_by_itself_is_not_missed() {
        let vocabularies = Vocabularies::bundled();
        let case = |language, own: &str| missing((own, "un annuaire"), vocabularies.get(language));
        let french = "déjà réalisés, en tenant compte des expériences régionales, selon qu’il conviendra";
        assert_eq!(case(Language::FR, french), ["réalisés", "expériences", "régionales"]);
        let english =
            "taking into account regional experiences, where appropriate, such as those already shared";
        assert_eq!(case(Language::EN, english), ["regional", "experiences", "shared"]);
    }
}
