//! The rows of the tracker that are shown, their groups and their order; and the title of the pane, which shows these.

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::tracker::{State, facets};
use crate::board::{FacetKind, Filter, Sort, View};
use crate::model::Reference;

/// The options the delegate has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The filter; an empty one shows all rows.
    pub filter: Filter,
    /// The property by which rows are grouped; `None` for no groups.
    pub group: Option<FacetKind>,
    /// The order of the steps.
    pub sort: Sort,
    /// Whether steps without session and deadline are shown too.
    pub standing: bool,
    /// Whether only steps due at the session are shown for which there is no note, intervention, position or statement.
    pub uncovered: bool,
}

impl Options {
    /// The same for the board, with the session whose statuses count and the step that is shown in any case.
    #[must_use]
    pub fn view(&self, session: Option<u32>, here: Option<Reference>) -> View {
        View {
            filter: self.filter.clone(),
            group: self.group,
            sort: self.sort,
            session,
            standing: self.standing,
            here,
        }
    }

    /// Whether a filter hides rows.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.uncovered || !self.filter.is_empty()
    }
}

impl State {
    /// Changes to the next order, and shows its name.
    #[must_use]
    pub fn sort(&mut self, context: &Context) -> Outcome {
        let at = Sort::ALL.iter().position(|sort| *sort == self.options.sort).unwrap_or(0);
        self.options.sort = Sort::ALL[(at + 1) % Sort::ALL.len()];
        let order = context.locale().say(&format!("order-{}", self.options.sort.name()));
        let notice = Notice::new("notice-order").with("order", order);
        // The line was chosen in the old order.
        self.list.selected = usize::MAX;
        Outcome::of(Intent::Notify(notice)).then(self.stay_in_view(context))
    }

    /// Shows also the steps that name no session and no deadline, or hides them again.
    #[must_use]
    pub fn toggle_standing(&mut self, context: &Context) -> Outcome {
        self.options.standing = !self.options.standing;
        self.stay_in_view(context)
    }

    /// Shows only the due steps for which there is no note, intervention, position or statement; or all again.
    #[must_use]
    pub fn toggle_uncovered(&mut self, context: &Context) -> Outcome {
        self.options.uncovered = !self.options.uncovered;
        let outcome = self.stay_in_view(context);
        let workspace = context.workspace;
        let counts_all =
            workspace.own().is_none() && workspace.notebook.notes().any(|note| note.delegation.is_some());
        match self.options.uncovered && counts_all {
            true => outcome.and(Intent::Notify(Notice::new("coverage-of-all"))),
            false => outcome,
        }
    }

    /// Removes the filter.
    #[must_use]
    pub fn clear_filter(&mut self, context: &Context) -> Outcome {
        self.options.filter = Filter::default();
        self.options.uncovered = false;
        self.stay_in_view(context)
    }

    /// If the current row is no longer shown, goes to the first row that is: verbs never act on a hidden row.
    pub(super) fn stay_in_view(&mut self, context: &Context) -> Outcome {
        self.select_here(context);
        if context.focus != Pane::Tracker || self.chosen_line(context).is_some() {
            return Outcome::none();
        }
        self.list.selected = 0;
        self.skip_headings(1);
        self.show_chosen()
    }

    /// The title of the pane: the report, and how its rows are filtered, grouped and ordered.
    #[must_use]
    pub fn title(&self, context: &Context) -> String {
        let locale = context.locale();
        let options = &self.options;
        let mut parts = vec![locale.say("pane-tracker")];
        // Near the beginning, where a narrow pane does not cut it off: it shows what the next key acts on.
        let marked = self.marked_rows().len();
        if marked > 0 {
            parts.push(locale.say_with("count-marked", &[("count", marked.into())]));
        }
        parts.extend(context.desk.report.as_ref().map(ToString::to_string));
        let filter = filter_names(options, context);
        parts.extend((!filter.is_empty()).then(|| filter.join(", ")));
        parts.extend(options.group.map(|kind| locale.say(&format!("by-{}", kind.name()))));
        if options.sort != Sort::Report {
            parts.push(locale.say(&format!("order-{}", options.sort.name())));
        }
        let waiting = self.waiting(context);
        if waiting > 0 {
            parts.push(locale.say_with("count-waiting", &[("count", waiting.into())]));
        }
        parts.join(" · ")
    }

    /// How many pairs of steps are not confirmed yet; 0 in the earlier of the two reports, which may be closed.
    fn waiting(&self, context: &Context) -> usize {
        let beside = self.cached.beside.as_ref();
        let is_later = beside.is_some_and(|beside| Some(&beside.new.report) == context.desk.report.as_ref());
        if is_later { self.cached.waiting } else { 0 }
    }
}

fn filter_names(options: &Options, context: &Context) -> Vec<String> {
    let locale = context.locale();
    let mut names: Vec<String> =
        options.filter.facets.iter().map(|facet| facets::name(locale, facet)).collect();
    let text = options.filter.text.trim();
    if !text.is_empty() {
        names.push(locale.say_with("filter-words", &[("words", text.into())]));
    }
    if options.uncovered {
        names.push(locale.say("filter-uncovered"));
    }
    names
}
