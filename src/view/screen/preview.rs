//! How the preview of the current choice looks: a rule, and as much of the text as there is room for.

use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::screen::picker::preview::{Preview, Room};
use crate::base::Span;
use crate::base::text::truncate;
use crate::compare::ChangeKind;
use crate::typeset::wrap;
use crate::view::canvas::Canvas;
use crate::view::theme::{Role, Theme};
use crate::view::widget::link::Hyperlink;

/// The space for the text, below the rule.
#[must_use]
pub fn room(canvas: &Canvas) -> Room {
    Room { width: canvas.width(), rows: canvas.height().saturating_sub(1) }
}

/// Draws the rule, with the meaning of the signs in the text, and the text.
pub fn draw(preview: &Preview, canvas: &mut Canvas) {
    let Room { width, rows } = room(canvas);
    canvas.put(&"─".repeat(width), canvas.style(Role::Border));
    if !preview.legend.is_empty() {
        let legend = format!(" {} ", truncate(&preview.legend, width.saturating_sub(4)));
        canvas.put_at(1, &legend, canvas.style(Role::Dim));
    }
    let lines = wrap(&preview.text, width);
    for (line, span) in lines.iter().enumerate() {
        let Some(mut row) = canvas.row(line + 1) else { return };
        draw_line(preview, *span, &mut row);
        if line + 1 == rows && lines.len() > rows {
            row.put_at(row.area.width.saturating_sub(1), "…", row.style(Role::Dim));
        }
    }
}

/// Draws the part of the text that is on one row.
fn draw_line(preview: &Preview, span: Span, canvas: &mut Canvas) {
    let link = preview.address.filter(|_| canvas.theme.has_links()).map(|address| {
        let link = Hyperlink { name: "preview".to_owned(), address: address.of(&preview.text).to_owned() };
        (address, link)
    });
    let mut x = 0;
    for (offset, grapheme) in span.of(&preview.text).trim_end().grapheme_indices(true) {
        let at = span.start + offset;
        let mark = preview.marks.iter().find(|(span, _)| span.contains(at));
        let kind = mark.map_or(ChangeKind::Same, |(_, kind)| *kind);
        let used = canvas.put_at(x, grapheme, style(kind, canvas.theme));
        if let Some((_, link)) = link.as_ref().filter(|(address, _)| address.contains(at)) {
            link.over(x, used, canvas);
        }
        x += used;
    }
}

/// The style of a part of the text. What was changed is also marked by signs in the text, so that it is readable
/// without styles.
fn style(kind: ChangeKind, theme: &Theme) -> Style {
    match kind {
        ChangeKind::Same => theme.of(Role::Text),
        ChangeKind::Removed => theme.of(Role::Dim).add_modifier(Modifier::CROSSED_OUT),
        ChangeKind::Added => theme.of(Role::Text).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
    }
}
