//! How a statement looks over the desk: its title, words and time, and its paragraphs with what was found out about them.

use crate::app::context::Context;
use crate::app::screen::statement::{self, INDENT, State, StatementRow};
use crate::base::text::truncate;
use crate::view::canvas::{Canvas, Styled};
use crate::view::rect;
use crate::view::theme::Role;
use crate::workspace::statement::ParagraphKind;

/// Draws the statement.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let mut canvas = canvas.within(rect(context.layout.main));
    let title = truncate(&state.title, usize::from(canvas.area.width).saturating_sub(6));
    let style = canvas.style(Role::TitleFocus);
    let mut inside = canvas.bordered(Styled::new(&format!("▸ {title} "), style));
    let role = if state.is_over { Role::Alarm } else { Role::Heading };
    let style = inside.style(role);
    inside.put_truncated(&state.length, style);
    let mut rows = inside.within(rect(statement::area(context)));
    if state.rows.is_empty() {
        let empty = rows.locale.say("statement-empty");
        rows.paragraph(&empty, rows.style(Role::Dim));
        return;
    }
    let mut line = 0;
    for (at, row) in state.rows.iter().enumerate().skip(state.list.top) {
        if line >= rows.area.height {
            return;
        }
        line += draw_row(row, at == state.list.selected, &mut rows.rows_from(line)) + 1;
    }
}

/// Draws a paragraph and what was found out about its quotations. Returns how many lines it took.
fn draw_row(row: &StatementRow, is_chosen: bool, canvas: &mut Canvas) -> u16 {
    let (role, sign) = match row.kind {
        ParagraphKind::Heading => (Role::Heading, "#"),
        ParagraphKind::Words => (Role::Text, " "),
        ParagraphKind::LeftOut => (Role::Dim, "×"),
        ParagraphKind::Internal => (Role::Dim, "■"),
    };
    let style = canvas.style(role);
    let mut taken = lines(canvas.columns_from(INDENT).paragraph(&row.shown(), style)).max(1);
    canvas.put_at(1, sign, style);
    for mark in &row.marks {
        let style = canvas.style(if mark.is_doubtful { Role::Alarm } else { Role::Dim });
        let mut below = canvas.rows_from(taken);
        taken += lines(below.columns_from(INDENT).paragraph(&mark.text, style)).max(1);
    }
    let bar = canvas.style(Role::Bar);
    for line in 0..taken {
        let Some(mut canvas) = canvas.row(line.into()) else { break };
        canvas.put(if is_chosen { "▌" } else { " " }, bar);
    }
    taken
}

fn lines(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
