//! Searching words in the note being typed.

use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::screen::typing::State;
use crate::base::Span;
use crate::search::text;

/// What was searched for in the note and where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundInNote {
    /// The words as typed.
    pub query: String,
    /// The places, in bytes of the text; empty after the text has changed.
    pub places: Vec<Span>,
    /// The current one, as an index into `places`.
    pub at: usize,
}

impl State {
    /// Asks for words to find in the note.
    pub fn find(&mut self) -> Outcome {
        let prompt = Prompt::FindInNote { cursor: self.editor.cursor() };
        Outcome::of(Intent::Open(Overlay::Line(prompt)))
    }

    /// Finds words while they are typed: goes to the first place at or after `from`, or to `from` if there is none.
    pub fn search(&mut self, query: &str, from: usize) {
        let places = text::spans(self.editor.text(), query);
        let at = places.iter().position(|place| place.start >= from).unwrap_or(0);
        self.jump(places.get(at).map_or(from, |place| place.start));
        self.found = (!query.trim().is_empty()).then(|| FoundInNote { query: query.to_owned(), places, at });
    }

    /// Ends the search and goes to a place of the text.
    pub fn clear_search(&mut self, cursor: usize) {
        self.found = None;
        self.jump(cursor);
    }

    fn jump(&mut self, place: usize) {
        self.editor.deselect();
        self.editor.place(place);
    }

    /// Goes to the next place of what was searched for last, or to the one before; after the last one comes the first.
    pub fn find_again(&mut self, by: isize) -> Outcome {
        let Some(found) = self.found.take() else {
            return Outcome::notify(Notice::new("notice-no-search"));
        };
        let places = text::spans(self.editor.text(), &found.query);
        let cursor = self.editor.cursor();
        let next = match by {
            1.. => places.iter().position(|place| place.start > cursor).or(Some(0)),
            _ => places.iter().rposition(|place| place.start < cursor).or(places.len().checked_sub(1)),
        };
        let at = next.filter(|at| *at < places.len());
        let notice = match at {
            Some(at) => Notice::new("notice-found").with("at", at + 1).with("count", places.len()),
            None => Notice::new("notice-not-found").with("query", &found.query),
        };
        if let Some(at) = at {
            self.jump(places[at].start);
        }
        self.found = Some(FoundInNote { places, at: at.unwrap_or(0), ..found });
        Outcome::notify(notice)
    }
}
