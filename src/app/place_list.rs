//! Passages to read one after the other, with the keys of the next and the previous match.

use crate::app::notice::Notice;
use crate::model::Reference;

/// A list of passages, of which one is current: those named by one reference, `annex 16-18`, or those that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceList {
    places: Vec<Reference>,
    at: usize,
}

impl PlaceList {
    /// The list with the current passage, given by its position; `None` if there is no such passage.
    #[must_use]
    pub fn new(places: Vec<Reference>, at: usize) -> Option<Self> {
        (at < places.len()).then_some(Self { places, at })
    }

    /// The current passage.
    #[must_use]
    pub fn current(&self) -> &Reference {
        &self.places[self.at]
    }

    /// Makes the passage `by` positions further the current one; after the last one comes the first.
    pub fn turn(&mut self, by: isize) {
        let len = self.places.len();
        self.at = (self.at + len).wrapping_add_signed(by) % len;
    }

    /// A notice with the number of the current passage and of all passages.
    #[must_use]
    pub fn notice(&self) -> Notice {
        Notice::new("notice-found").with("at", self.at + 1).with("count", self.places.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_passage_comes_after_the_last_one() {
        let places = ["A/1/1:1", "A/1/1:2", "A/1/2:3"].map(|place| place.parse().unwrap()).to_vec();
        let mut list = PlaceList::new(places.clone(), 0).unwrap();
        list.turn(-1);
        assert_eq!(list.current().to_string(), "A/1/2:3");
        list.turn(1);
        assert_eq!(list.current().to_string(), "A/1/1:1");
        assert_eq!(PlaceList::new(places, 3), None);
    }
}
