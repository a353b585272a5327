//! Searching everything at the desk: asking for what a list needs, taking the answer, going from hit to hit.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::finder::{SearchAnswer, SearchRequest, SearchScope, SearchSubject, Trail, passage};
use crate::app::layer::Layer;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::Picker;
use crate::app::requests::Request;
use crate::app::{App, Split, place};

impl App {
    /// Asks for the search that the open list needs, unless it has been asked for.
    pub fn ask_search(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.opens_search() {
            self.finder.is_open = true;
            effects = self.requests.ask(Request::Index);
        }
        let Some(wanted) = self.wanted_search() else { return effects };
        if self.finder.asked.as_ref() != Some(&wanted) {
            self.finder.asked = Some(wanted.clone());
            effects.extend(self.requests.ask(Request::Search(wanted)));
        }
        effects
    }

    /// Whether the list of searches is opened for the first time: thousands of notes are indexed before the first word is typed.
    fn opens_search(&self) -> bool {
        let is_list =
            matches!(self.layers.last(), Some(Layer::Picker(list)) if list.picker == Picker::Search);
        is_list && !self.finder.is_open && !self.workspace.notebook.is_empty()
    }

    fn wanted_search(&self) -> Option<SearchRequest> {
        let Some(Layer::Picker(list)) = self.layers.last() else { return None };
        let scope = match list.picker {
            Picker::Search | Picker::Similar => SearchScope::Everything,
            Picker::Goto => SearchScope::Passages,
            _ => return None,
        };
        let typed = list.input.text();
        let subject = match (&list.search.like, typed.trim().is_empty()) {
            (Some(passage), true) => {
                let text = self.context().look_up(passage)?.block().text.clone();
                SearchSubject::Like { passage: passage.clone(), text }
            }
            (None, true) => return None,
            (_, false) => SearchSubject::Typed(typed),
        };
        let (with_rings, language) = (!list.search.is_exact, self.context().reading());
        Some(SearchRequest { subject, scope, with_rings, language })
    }

    /// Takes the answer to a search, and shows it if its list is still open.
    pub fn take_found(&mut self, answer: SearchAnswer) {
        self.finder.answered = Some(Arc::new(answer));
        let Split { layers, context, .. } = self.split();
        if let Some(Layer::Picker(list)) = layers.last_mut()
            && matches!(list.picker, Picker::Search | Picker::Similar | Picker::Goto)
        {
            let selected = list.list.selected;
            list.rank(&context);
            if list.search.has_moved {
                list.list.select(selected, list.len());
            }
        }
    }

    /// Adds a ring of equivalent terms to the workspace.
    pub fn add_ring(&mut self, terms: Vec<String>) -> Vec<Effect> {
        self.notice = Some(Notice::new("notice-ring-added").with("terms", terms.join(" = ")));
        self.requests.ask(Request::AddRing(terms))
    }

    /// Removes a ring of equivalent terms from the workspace.
    pub fn remove_ring(&mut self, terms: Vec<String>) -> Vec<Effect> {
        self.notice = Some(Notice::new("notice-ring-removed").with("terms", terms.join(" = ")));
        self.requests.ask(Request::RemoveRing(terms))
    }

    /// Takes that the index has changed: an open search is asked for again.
    pub fn take_indexed(&mut self) {
        self.finder.asked = None;
    }

    /// Keeps the hits of the last search to go through them, and goes to one of them.
    pub fn start_trail(&mut self, at: Option<usize>, query: &str) {
        self.finder.record(query);
        let Some(answer) = self.finder.answered.clone() else { return };
        self.panes.reader.places = None;
        self.finder.trail = Some(Trail { answer, at });
        self.finder.asked = None;
        if at.is_some() {
            self.show_hit();
        }
    }

    /// Goes to the next hit or to the previous one, whatever document it is in.
    pub fn follow_trail(&mut self, by: isize) {
        let Some(trail) = &mut self.finder.trail else { return };
        let count = trail.answer.result.hits.len();
        if count == 0 {
            self.notice = Some(Notice::new("notice-no-search"));
            return;
        }
        trail.at = Some(match trail.at {
            Some(at) => (at + count).wrapping_add_signed(by) % count,
            None if by < 0 => count - 1,
            None => 0,
        });
        self.show_hit();
    }

    fn show_hit(&mut self) {
        let Some(trail) = self.finder.trail.clone() else { return };
        let hits = &trail.answer.result.hits;
        let Some((at, hit)) = trail.at.and_then(|at| Some((at, hits.get(at)?))) else { return };
        self.notice = Some(Notice::new("notice-found").with("at", at + 1).with("count", hits.len()));
        if let Some(passage) = passage(hit) {
            match hit.entry.language {
                Some(language) if language != self.context().reading() => {
                    place::read_text(self, &passage, language);
                }
                _ => place::read(self, &passage),
            }
        }
        self.panes.reader.found = trail.found(&self.desk.here.document);
        if let Ok(note) = hit.entry.id.parse() {
            self.select_note(note);
            self.window.focus = Pane::Notes;
        }
    }
}
