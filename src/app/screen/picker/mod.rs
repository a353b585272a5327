//! A list to choose from by typing. Each list is defined in a file of its own; `table` contains all of them.

mod amendment_status;
mod amendments;
mod basis;
mod beside;
pub mod choice;
mod citations;
mod cited_by;
mod copying;
mod corrections;
pub mod definition;
mod documents;
mod evidence;
mod fields;
mod filter;
mod findings;
mod goto;
mod goto_words;
mod grouping;
mod help;
mod history;
mod inbox;
mod leaving;
mod note_links;
mod outline;
mod palette;
mod positions;
pub mod preview;
mod report;
pub mod search;
mod sessions;
mod speakers;
mod statement_file;
pub mod table;
mod templates;

use std::borrow::Cow;
use std::ops::Range;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::event::{Mouse, Pointer};
use crate::app::field::Field;
use crate::app::layout::{Layout, Rect};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::base::list::List;
use crate::base::text::width;
use crate::locale::Locale;
use crate::model::Reference;
use crate::search::names::NameRanker;
use crate::typeset::wrap;

pub use choice::{CachedOffer, ChoiceTarget, Offer, PickerChoice, Rows};
use definition::{Definition, Matches, PreviewSize};
use preview::Room;

/// The state of the open list.
#[derive(Debug, Clone)]
pub struct State {
    /// Which list it is.
    pub picker: Picker,
    /// What was typed.
    pub input: Field,
    /// All rows.
    pub offer: Offer,
    /// Choices made from what was typed, which are shown before the others: addresses and citations.
    pub exact: Vec<PickerChoice>,
    /// The choices that fit what was typed, as indexes into the rows, best first.
    pub listed: Vec<usize>,
    /// The current one of the choices shown.
    pub list: List,
    /// Columns of the longest text at the left of the choices shown.
    pub left_width: usize,
    /// What a list that searches knows besides what is typed.
    pub search: search::SearchBox,
    /// The rows of the passage being read, which a list of what it cites does not cover; `None` for other lists.
    pub clear: Option<Range<u16>>,
    /// The most rows that the preview of a choice has needed so far: the list does not shrink under the eyes.
    needed: u16,
    definition: &'static Definition,
}

/// The rectangles of the list on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PickerArea {
    /// The list with its frame.
    pub frame: Rect,
    /// The rows of the choices.
    pub rows: Rect,
    /// The rows of the preview, below; its height is 0 if there is none.
    pub preview: Rect,
}

/// The smallest height of the desk at which a preview is shown.
const HEIGHT_FOR_PREVIEW: u16 = 16;

/// The fewest rows above or below a passage in which a list of what it cites is shown.
const LEAST_PEEK: u16 = 11;

/// How many choices such a list has room for at least.
const FEW_ROWS: u16 = 3;

/// The smallest width of the desk that a list does not cover whole, and the width of a list on such a desk. Narrow
/// strips of the desk beside the list would only distract.
const WIDE_DESK: u16 = 104;
const WIDTH: u16 = 100;

impl State {
    /// The list as it opens, before [`State::rank`] finds what it shows.
    #[must_use]
    pub fn new(picker: Picker, definition: &'static Definition, offer: Offer) -> Self {
        Self {
            picker,
            input: Field::default(),
            offer,
            exact: Vec::new(),
            listed: Vec::new(),
            list: List::default(),
            left_width: 0,
            search: search::SearchBox::default(),
            clear: None,
            needed: 0,
            definition,
        }
    }

    /// What defines the list.
    #[must_use]
    pub fn definition(&self) -> &'static Definition {
        self.definition
    }

    /// The choices shown in some lines of the list, the first line being 0; those before and after are not made.
    pub fn shown(&self, lines: Range<usize>, locale: &Locale) -> impl Iterator<Item = Cow<'_, PickerChoice>> {
        (lines.start..lines.end.min(self.len())).filter_map(|line| self.choice(line, locale))
    }

    /// The choice in a line of the list.
    #[must_use]
    pub fn choice(&self, line: usize, locale: &Locale) -> Option<Cow<'_, PickerChoice>> {
        match line.checked_sub(self.exact.len()) {
            None => self.exact.get(line).map(Cow::Borrowed),
            Some(line) => self.listed.get(line).map(|at| self.offer.rows.choice(*at, locale)),
        }
    }

    /// What choosing a line of the list does.
    #[must_use]
    pub fn target(&self, line: usize) -> Option<Cow<'_, ChoiceTarget>> {
        match line.checked_sub(self.exact.len()) {
            None => self.exact.get(line).map(|choice| Cow::Borrowed(&choice.target)),
            Some(line) => self.listed.get(line).map(|at| self.offer.rows.target(*at)),
        }
    }

    fn is_title(&self, line: usize) -> bool {
        self.target(line).is_some_and(|target| *target == ChoiceTarget::Title)
    }

    /// How many choices are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.exact.len() + self.listed.len()
    }

    /// Whether nothing fits what was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The current choice.
    #[must_use]
    pub fn current(&self, locale: &Locale) -> Option<Cow<'_, PickerChoice>> {
        self.choice(self.list.selected, locale)
    }

    /// Whether nothing was typed and the current choice is still the first one that is no title.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.input.text().trim().is_empty() && (0..self.list.selected).all(|line| self.is_title(line))
    }

    /// The position of the first choice shown that goes to a passage for which `is_wanted` is true.
    #[must_use]
    pub fn position(&self, is_wanted: impl Fn(&Reference) -> bool) -> Option<usize> {
        (0..self.len()).find(|line| match self.target(*line).as_deref() {
            Some(ChoiceTarget::Passage(passage)) => is_wanted(passage),
            _ => false,
        })
    }

    /// The choices whose names fit what is typed, best first; titles only while nothing is typed.
    #[must_use]
    pub fn named(&self, typed: &str) -> Vec<usize> {
        let mut fitting = self.offer.names.rank(typed);
        if !typed.trim().is_empty() {
            fitting.retain(|at| *self.offer.rows.target(*at) != ChoiceTarget::Title);
        }
        fitting
    }

    /// Finds the choices that fit what is typed, and makes the first one current.
    pub fn rank(&mut self, context: &Context) {
        let Matches { exact, mut listed } = (self.definition().find)(context, self, &self.input.text());
        if !exact.is_empty() {
            let rows = &self.offer.rows;
            listed.retain(|at| exact.iter().all(|choice| choice.target != *rows.target(*at)));
        }
        let widths = listed.iter().map(|at| usize::from(self.offer.left_widths[*at]));
        let widths = widths.chain(exact.iter().map(|choice| width(&choice.left)));
        self.left_width = widths.max().unwrap_or(0);
        (self.exact, self.listed) = (exact, listed);
        self.list = List::default();
        self.skip_titles(1);
    }

    /// Replaces all choices; what is typed and which row is current stays.
    pub fn renew(&mut self, offer: Offer, context: &Context) {
        let list = self.list;
        self.offer = offer;
        self.rank(context);
        self.list = list;
        self.list.select(list.selected, self.len());
    }

    /// Makes the choice `by` rows further current.
    pub fn step(&mut self, by: isize) {
        self.list.step(by, self.len());
        self.skip_titles(by);
    }

    /// Moves on from a title, in the direction of `by` or, at the first row, down.
    fn skip_titles(&mut self, by: isize) {
        let len = self.len();
        while self.is_title(self.list.selected) {
            let before = self.list.selected;
            self.list.step(if by < 0 && before > 0 { -1 } else { 1 }, len);
            if self.list.selected == before {
                return;
            }
        }
    }

    /// Asks for another status of the current choice, if it can have one.
    #[must_use]
    pub fn set_status(&self, locale: &Locale) -> Outcome {
        self.current(locale).map_or_else(Outcome::none, |choice| (self.definition.set_status)(&choice))
    }

    /// Runs an editing verb of the scope `line`.
    pub fn edit(&mut self, verb: &str, context: &Context) {
        if self.input.edit(verb) {
            self.rank(context);
        }
    }

    /// Deletes what was typed.
    pub fn clear(&mut self, context: &Context) {
        self.input.clear();
        self.rank(context);
    }

    /// The rectangles of the list on screen.
    #[must_use]
    pub fn area(&self, layout: &Layout) -> PickerArea {
        let room = self.clear.as_ref().and_then(|rows| layout.clear_of(rows.clone(), LEAST_PEEK));
        let height = self.preview_height(room.map_or(layout.main.height, |room| room.height));
        let rows = self.offer.rows.count().max(self.definition().least_rows);
        // The frame, the line to type in and the line below it take four rows.
        let wanted = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(4 + height);
        let width = if layout.main.width < WIDE_DESK { layout.main.width } else { WIDTH };
        let frame = match room {
            None => layout.overlay(width, wanted),
            Some(room) => layout.in_rows(room, width, wanted),
        };
        let inside = frame.inside();
        let rows = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2 + height), ..inside };
        PickerArea { frame, rows, preview: Rect { y: rows.y + rows.height, height, ..rows } }
    }

    fn preview_height(&self, main_height: u16) -> u16 {
        match self.definition().preview_size {
            PreviewSize::Hidden => 0,
            // A list beside the passage has few rows, but its preview is what it is opened for.
            _ if self.clear.is_some() && main_height < HEIGHT_FOR_PREVIEW => {
                let rows = u16::try_from(self.offer.rows.count()).unwrap_or(u16::MAX).min(FEW_ROWS);
                self.needed.min(main_height.saturating_sub(4 + rows))
            }
            _ if main_height < HEIGHT_FOR_PREVIEW => 0,
            size => {
                let rows = u16::try_from(self.offer.rows.count()).unwrap_or(u16::MAX);
                let rows = if size == PreviewSize::Small { rows.clamp(6, 12) } else { rows.clamp(3, 8) };
                let least = if size == PreviewSize::Small { 5 } else { 8 };
                let left = main_height.saturating_sub(4 + rows).max(5);
                self.needed.max(least).min(left)
            }
        }
    }

    /// Finds out how many rows the preview of the current choice needs, its rule included.
    fn measure_preview(&mut self, context: &Context) {
        if self.definition().preview_size == PreviewSize::Hidden {
            return;
        }
        let width = self.area(context.layout).rows.width.into();
        let Some(choice) = self.current(context.locale()) else { return };
        let room = Room { width, rows: context.layout.main.height.into() };
        let lines = wrap(&(self.definition().preview)(context, &choice, room).text, width).len();
        self.needed = self.needed.max(u16::try_from(lines + 1).unwrap_or(u16::MAX));
    }

    /// A click on line `line` of the rows: makes the choice current, or chooses it if it is already.
    fn click(&mut self, line: usize) -> Outcome {
        let clicked = self.list.top + line;
        if clicked >= self.len() || self.is_title(clicked) {
            return Outcome::none();
        }
        if self.list.selected == clicked {
            return Outcome::of(Intent::Accept);
        }
        self.list.selected = clicked;
        Outcome::none()
    }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "line"
    }

    fn insert(&mut self, text: &str, context: &Context) -> Outcome {
        self.input.insert(text);
        if let Some(size) = self.input.take_refused() {
            return Outcome::notify(Notice::too_long(size));
        }
        if let Some(prompt) = palette::path_prompt(self) {
            return Outcome::of(Intent::Close).and(Intent::Open(Overlay::Line(prompt)));
        }
        self.rank(context);
        Outcome::none()
    }

    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        let PickerArea { frame, rows, .. } = self.area(context.layout);
        let Pointer { action, column, row } = pointer;
        match action {
            Mouse::Wheel(by) => {
                self.step(by);
                Outcome::none()
            }
            Mouse::Click if !frame.holds(column, row) => Outcome::of(Intent::Close),
            Mouse::Click if rows.holds(column, row) => self.click(usize::from(row - rows.y)),
            Mouse::Click => Outcome::none(),
        }
    }

    fn settle(&mut self, context: &Context) {
        self.measure_preview(context);
        let height = self.area(context.layout).rows.height;
        self.list.reveal(height.into(), self.len());
    }

    fn draft(&self) -> Option<&Draft> {
        None
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        None
    }

    fn hints(&self) -> &'static [&'static str] {
        self.definition.hints
    }

    /// Enter also copies addresses, marks facets and filters by words; what is marked in the filter counts already.
    fn hint<'a>(&self, verb: &'a str) -> &'a str {
        match (verb, self.target(self.list.selected).as_deref()) {
            ("accept", Some(ChoiceTarget::Official(address))) if !address.is_empty() => "copy-address",
            ("accept", Some(ChoiceTarget::Facet(_))) => "mark",
            ("accept", Some(ChoiceTarget::Words(_))) => "filter",
            ("cancel", _) if self.picker == Picker::Filter => "leave",
            _ => verb,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::app::screen::picker::table::definition;
    use crate::model::Language;

    /// Numbered rows, and how many of them were made.
    #[derive(Debug, Default)]
    struct Numbered {
        made: AtomicUsize,
    }

    impl Rows for Numbered {
        fn count(&self) -> usize {
            100_000
        }

        fn choice(&self, at: usize, _: &Locale) -> Cow<'_, PickerChoice> {
            self.made.fetch_add(1, Ordering::Relaxed);
            let target = self.target(at).into_owned();
            Cow::Owned(PickerChoice {
                left: at.to_string(),
                text: "row".into(),
                right: String::new(),
                target,
            })
        }

        fn target(&self, at: usize) -> Cow<'_, ChoiceTarget> {
            Cow::Owned(ChoiceTarget::Words(at.to_string()))
        }
    }

    #[test]
    fn only_the_rows_on_screen_are_made() {
        let (rows, locale) = (Arc::new(Numbered::default()), Locale::new(Language::EN));
        let offer = Offer::new(rows.clone(), &locale);
        let mut state = State::new(Picker::Goto, definition(Picker::Goto), offer);
        state.listed = state.named("");
        rows.made.store(0, Ordering::Relaxed);
        state.step(70_000);
        state.list.reveal(20, state.len());
        let shown: Vec<String> =
            state.shown(state.list.top..state.list.top + 20, &locale).map(|row| row.left.clone()).collect();
        assert_eq!((shown.len(), shown[0].as_str(), shown[19].as_str()), (20, "69981", "70000"));
        assert_eq!(state.current(&locale).unwrap().left, "70000");
        assert_eq!(rows.made.load(Ordering::Relaxed), 21);
    }
}
