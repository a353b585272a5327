//! The words of what is chosen in a list, below its rows: a passage, what changed in it, an address.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::App;
use crate::app::screen::citations;
use crate::app::screen::picker::{Purpose, Row, State, Target};
use crate::app::screen::tracker::beside;
use crate::base::Span;
use crate::base::text::truncate;
use crate::compare::Kind;
use crate::model::Reference;
use crate::typeset::wrap;
use crate::view::theme::{Role, Theme};
use crate::view::widget::link::Link;
use crate::view::widget::row;

/// What is shown of the chosen row.
#[derive(Default)]
struct Preview {
    /// Words in the rule above, to say what the signs mean.
    legend: String,
    text: String,
    /// The changed words.
    marks: Vec<(Span, Kind)>,
    /// The address among the words.
    address: Option<Span>,
}

/// Draws a rule and the words, as many as there is room for.
pub fn draw(app: &App, state: &State, (area, theme): (Rect, &Theme), frame: &mut Frame) {
    let Some(chosen) = state.chosen() else { return };
    let width = usize::from(area.width).max(1);
    let preview = preview(app, (state.purpose, chosen), (width, usize::from(area.height) - 1));
    let rule = "─".repeat(width);
    row::put(frame.buffer_mut(), (area.x, area.y), area.width, &rule, theme.of(Role::Border));
    if !preview.legend.is_empty() {
        let legend = format!(" {} ", truncate(&preview.legend, width.saturating_sub(4)));
        row::put(frame.buffer_mut(), (area.x + 1, area.y), area.width - 1, &legend, theme.of(Role::Dim));
    }
    let lines = wrap(&preview.text, width);
    let shown = usize::from(area.height) - 1;
    for (line, span) in lines.iter().enumerate() {
        let Some(place) = row::nth(area, line + 1) else { return };
        let more = line + 1 == shown && lines.len() > shown;
        draw_line(&preview, *span, (Rect { width: area.width, ..place }, theme), frame.buffer_mut());
        if more {
            row::put(frame.buffer_mut(), (place.right() - 1, place.y), 1, "…", theme.of(Role::Dim));
        }
    }
}

fn draw_line(preview: &Preview, span: Span, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let link = preview.address.map(|address| {
        (address, Link { name: "preview".to_owned(), address: address.of(&preview.text).to_owned() })
    });
    let mut x = area.x;
    for (offset, grapheme) in span.of(&preview.text).trim_end().grapheme_indices(true) {
        let at = span.start + offset;
        let mark = preview.marks.iter().find(|(span, _)| span.contains(at));
        let style = mark.map_or_else(|| theme.of(Role::Text), |(_, kind)| changed(*kind, theme));
        let used = row::put(buffer, (x, area.y), area.right().saturating_sub(x), grapheme, style);
        if let Some((_, link)) = link.as_ref().filter(|(span, _)| theme.has_links() && span.contains(at)) {
            link.over(buffer, (x, area.y), used);
        }
        x += used;
    }
}

/// The signs tell what changed; this only helps the eye.
fn changed(kind: Kind, theme: &Theme) -> Style {
    match kind {
        Kind::Same => theme.of(Role::Text),
        Kind::Removed => theme.of(Role::Dim).add_modifier(Modifier::CROSSED_OUT),
        Kind::Added => theme.of(Role::Text).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
    }
}

fn preview(app: &App, (purpose, chosen): (Purpose, &Row), (width, rows): (usize, usize)) -> Preview {
    let plain = |text: String| Preview { text, ..Preview::default() };
    match (&chosen.target, purpose) {
        // What stands in the row itself, whole.
        (_, Purpose::History | Purpose::Findings) => plain(chosen.text.clone()),
        (Target::Passage(passage), Purpose::Citations) => match citations::changes(app, passage) {
            Some(changes) => {
                let marked = changes.fitted(width, rows);
                let legend = app.locale.say("changes-legend");
                Preview { legend, text: marked.text, marks: marked.marks, address: None }
            }
            None => plain(passage_words(app, passage)),
        },
        (Target::Pair { old, new }, _) => {
            let marked = beside::marked(app, old.as_ref(), new.as_ref(), None).unwrap_or_default();
            let legend =
                if marked.marks.is_empty() { String::new() } else { app.locale.say("changes-legend") };
            Preview { legend, text: marked.text, marks: marked.marks, address: None }
        }
        (Target::Passage(passage), _) => plain(passage_words(app, passage)),
        (Target::Official(address), _) => absent(app, chosen, address),
        _ => plain(chosen.text.clone()),
    }
}

/// What is not at hand: its citation, where it is published, and what Enter does.
fn absent(app: &App, chosen: &Row, address: &str) -> Preview {
    let held = app.locale.say("not-in-library");
    let first = format!("{} · {held}", chosen.left);
    if address.is_empty() {
        return Preview { text: first, ..Preview::default() };
    }
    let start = first.len() + 1;
    let text = format!("{first}\n{address}\n{}", app.locale.say("absent-enter"));
    Preview { text, address: Some(Span::new(start, start + address.len())), ..Preview::default() }
}

/// The first words of a passage with its sub-paragraphs.
fn passage_words(app: &App, passage: &Reference) -> String {
    let document = app.shelf.get(&passage.symbol, Some(app.document().language));
    let blocks = document.and_then(|document| Some(&document.blocks[document.passage(&passage.address)?]));
    let words = blocks.unwrap_or_default().iter().take(8).map(|block| block.text.as_str());
    words.collect::<Vec<_>>().join(" — ")
}
