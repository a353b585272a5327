//! Choosing what the tracker shows: filter, groups and order, each told in words.

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::screen::picker::{self, Row, Target};
use crate::app::screen::tracker::marks;
use crate::app::screen::tracker::{board, chosen_line, pass_headings, select_here, show_chosen};
use crate::base::text::fold;
use crate::board::{Facet, FacetKind, Sort};
use crate::cite;
use crate::locale::dates;
use crate::model::{Address, Place};

/// What holds of some rows, in words: `4e session`, `section E`, `point 5 f)`, `Secrétariat`.
#[must_use]
pub fn said(app: &App, facet: &Facet) -> String {
    let locale = &app.locale;
    match facet {
        Facet::Session(session) => {
            let ordinal = dates::ordinal(locale, *session);
            locale.say_with("session", &[("ordinal", (&ordinal).into())])
        }
        Facet::Standing => locale.say("facet-standing"),
        Facet::Section(path) => {
            locale.say_with("label-section", &[("number", path.join(".").as_str().into())])
        }
        Facet::Item(item) => {
            let number = cite::number(item, locale.language());
            locale.say_with("label-item", &[("number", number.as_str().into())])
        }
        Facet::Actor(kind) => locale.say(&format!("actor-{}", kind.name())),
        Facet::Force(force) => locale.say(&format!("force-{}", force.name())),
        Facet::Status(status) => locale.say(&format!("status-{}", status.name())),
    }
}

/// The same with what tells more of it: the heading of a section, the few words of an agenda item.
#[must_use]
pub fn said_in_full(app: &App, facet: &Facet) -> String {
    let words = said(app, facet);
    match more(app, facet) {
        Some(more) => format!("{words} · {more}"),
        None => words,
    }
}

fn more(app: &App, facet: &Facet) -> Option<String> {
    match facet {
        Facet::Section(path) => {
            let board = board(app)?;
            let step = board.followups.iter().find(|followup| followup.section == *path)?;
            let heading = Address { part: step.step.part.clone(), place: Place::Heading(path.clone()) };
            let document = app.shelf.get(&board.report, None)?;
            document.block(&heading).map(|block| block.text.clone())
        }
        Facet::Item(item) => {
            let link = app.process().items.iter().find(|link| link.item == *item)?;
            Some(link.short.get(app.locale.language()).to_owned())
        }
        Facet::Status(status) => Some(status.sign().to_string()),
        _ => None,
    }
}

/// What the filter can be made of, each with the number of steps; what is in use is marked.
#[must_use]
pub fn filters(app: &App) -> Vec<Row> {
    let Some(board) = board(app) else { return Vec::new() };
    let view = &app.board.view;
    let mut facets = board.all_facets(view.session, &app.tracker);
    let idle = view.filter.facets.iter().filter(|facet| !facets.iter().any(|(known, _)| known == *facet));
    let idle: Vec<(Facet, usize)> = idle.map(|facet| (facet.clone(), 0)).collect();
    facets.extend(idle);
    let row = |(facet, count): (Facet, usize)| {
        let sign = if view.filter.facets.contains(&facet) { "✓" } else { " " };
        let kind = app.locale.say(&format!("facet-{}", facet.kind().name()));
        Row {
            left: format!("{sign} {kind}"),
            text: said_in_full(app, &facet),
            right: count.to_string(),
            target: Target::Facet(facet),
        }
    };
    let text = view.filter.text.trim();
    let words = (!text.is_empty()).then(|| words_row(app, text, "✓"));
    words.into_iter().chain(facets.into_iter().map(row)).collect()
}

fn words_row(app: &App, text: &str, sign: &str) -> Row {
    Row {
        left: format!("{sign} {}", app.locale.say("facet-words")),
        text: app.locale.say_with("filter-words", &[("words", text.into())]),
        right: String::new(),
        target: Target::Words(text.to_owned()),
    }
}

/// Which of the rows hold the typed words, and, when none does, the filter the words themselves can be.
#[must_use]
pub fn narrow(app: &App, rows: &[Row], typed: &str) -> (Vec<usize>, Vec<Row>) {
    let typed = typed.trim();
    let words = fold(typed);
    let fits = |row: &Row| {
        let own = fold(&format!("{} {}", row.left, row.text));
        words.split_whitespace().all(|word| own.contains(word))
    };
    let mut shown: Vec<usize> = (0..rows.len()).filter(|at| fits(&rows[*at])).collect();
    // "section E" means section E before all whose names hold an e.
    let whole = |row: &Row| {
        let own = fold(&format!("{} {}", row.left, row.text));
        let own: Vec<&str> = own.split(|c: char| !c.is_alphanumeric()).collect();
        words.split_whitespace().all(|word| own.contains(&word))
    };
    shown.sort_by_key(|at| !whole(&rows[*at]));
    let none = shown.is_empty() && !typed.is_empty();
    (shown, if none { vec![words_row(app, typed, " ")] } else { Vec::new() })
}

/// Takes what was chosen in one of the lists: a facet leaves the list open, all else closes it.
pub fn take(app: &mut App, target: &Target) -> Vec<Effect> {
    match target {
        Target::Facet(facet) => {
            app.board.view.filter.toggle(facet.clone());
            picker::renew(app);
        }
        Target::Words(words) => {
            let text = &mut app.board.view.filter.text;
            if text == words {
                text.clear()
            } else {
                text.clone_from(words)
            }
            close(app);
        }
        Target::Grouping(kind) => {
            app.board.view.group = *kind;
            close(app);
        }
        _ => close(app),
    }
    stay_in_sight(app);
    Vec::new()
}

fn close(app: &mut App) {
    if matches!(app.layers.last(), Some(Layer::Picker(_))) {
        app.layers.pop();
    }
}

/// Where the row one is at is no longer shown, the first one that is becomes it: no key of the tracker may
/// mean a row out of sight.
fn stay_in_sight(app: &mut App) {
    select_here(app);
    if app.focus == Pane::Tracker && chosen_line(app).is_none() {
        app.board.list.selected = 0;
        pass_headings(app, 1);
        show_chosen(app);
    }
}

/// The ways to group, the one in use marked.
#[must_use]
pub fn groupings(app: &App) -> Vec<Row> {
    let row = |kind: Option<FacetKind>| Row {
        left: if app.board.view.group == kind { "✓" } else { " " }.to_owned(),
        text: app.locale.say(&format!("by-{}", kind.map_or("none", FacetKind::name))),
        right: String::new(),
        target: Target::Grouping(kind),
    };
    std::iter::once(None).chain(FacetKind::ALL.map(Some)).map(row).collect()
}

/// The next order, and says which it is.
pub fn sort(app: &mut App) -> Vec<Effect> {
    let at = Sort::ALL.iter().position(|sort| *sort == app.board.view.sort).unwrap_or(0);
    app.board.view.sort = Sort::ALL[(at + 1) % Sort::ALL.len()];
    let order = app.locale.say(&format!("order-{}", app.board.view.sort.name()));
    app.notice = Some(Notice::new("notice-order").with("order", order));
    // The line was chosen for the old order.
    app.board.list.selected = usize::MAX;
    stay_in_sight(app);
    Vec::new()
}

/// Shows also the steps that name no session and no deadline, or hides them again.
pub fn toggle_standing(app: &mut App) -> Vec<Effect> {
    app.board.view.standing = !app.board.view.standing;
    stay_in_sight(app);
    Vec::new()
}

/// Shows only the due steps on which there is nothing, or all again.
pub fn toggle_uncovered(app: &mut App) -> Vec<Effect> {
    app.board.uncovered = !app.board.uncovered;
    stay_in_sight(app);
    Vec::new()
}

/// Shows everything again.
pub fn clear(app: &mut App) -> Vec<Effect> {
    app.board.view.filter = crate::board::Filter::default();
    app.board.uncovered = false;
    stay_in_sight(app);
    Vec::new()
}

/// Whether anything is left out on purpose.
#[must_use]
pub fn is_filtered(app: &App) -> bool {
    app.board.uncovered || !app.board.view.filter.is_empty()
}

/// The title of the pane: the report, and how its rows are filtered, grouped and ordered.
#[must_use]
pub fn title(app: &App) -> String {
    let locale = &app.locale;
    let view = &app.board.view;
    let mut parts = vec![locale.say("pane-tracker")];
    // First, where no narrow pane cuts it off: it says what the next key is for.
    let marked = marks::marked(app).len();
    if marked > 0 {
        parts.push(locale.say_with("count-marked", &[("count", marked.into())]));
    }
    parts.extend(app.desk.report.as_ref().map(ToString::to_string));
    let mut filter: Vec<String> = view.filter.facets.iter().map(|facet| said(app, facet)).collect();
    let text = view.filter.text.trim();
    if !text.is_empty() {
        filter.push(locale.say_with("filter-words", &[("words", text.into())]));
    }
    if app.board.uncovered {
        filter.push(locale.say("filter-uncovered"));
    }
    parts.extend((!filter.is_empty()).then(|| filter.join(", ")));
    parts.extend(view.group.map(|kind| locale.say(&format!("by-{}", kind.name()))));
    if view.sort != Sort::Report {
        parts.push(locale.say(&format!("order-{}", view.sort.name())));
    }
    let waiting = app.board.seen.waiting;
    // Only of the later report: the earlier one may long be closed.
    let later = app
        .board
        .seen
        .beside
        .as_ref()
        .is_some_and(|beside| Some(&beside.new.report) == app.desk.report.as_ref());
    if waiting > 0 && later {
        parts.push(locale.say_with("count-waiting", &[("count", waiting.into())]));
    }
    parts.join(" · ")
}
