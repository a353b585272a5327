//! How a list to choose from looks.

use crate::app::App;
use crate::app::screen::picker::{ChoiceTarget, PickerChoice, State};
use crate::base::Span;
use crate::base::text::{truncate, width};
use crate::model::Language;
use crate::view::canvas::{Canvas, Styled};
use crate::view::rect;
use crate::view::screen::{line, preview};
use crate::view::theme::Role;
use crate::view::widget::link::Hyperlink;

/// Draws the frame, what is typed, the choices that fit, and a preview of the current one.
pub fn draw(state: &State, app: &App, canvas: &mut Canvas) {
    let area = state.area(&app.window.layout);
    let title = format!(" {} ", (state.definition().title)(app));
    let style = canvas.style(Role::TitleFocus);
    canvas.within(rect(area.frame)).bordered(Styled::new(&title, style));
    let rows = rect(area.rows);
    let typed = ratatui::layout::Rect { y: area.frame.y + 1, height: 1, ..rows };
    draw_field(state, &mut canvas.within(typed));
    draw_choices(state, &mut canvas.within(rows));
    if area.preview.height > 0
        && let Some(choice) = state.current(canvas.locale)
    {
        let canvas = &mut canvas.within(rect(area.preview));
        let room = preview::room(canvas);
        preview::draw(&(state.definition().preview)(&app.context(), &choice, room), canvas);
    }
}

/// Draws what is typed, with the cursor, and at the right how many choices fit.
fn draw_field(state: &State, canvas: &mut Canvas) {
    let text = state.input.text();
    let count = state.len().to_string();
    let used = canvas.put("› ", canvas.style(Role::Key));
    let room = usize::from(canvas.area.width.saturating_sub(used)).saturating_sub(count.len() + 2);
    if text.is_empty() {
        let hint = truncate(&canvas.locale.say("type-to-filter"), room);
        canvas.put_at(used, &hint, canvas.style(Role::Dim));
    }
    let window = line::window(&text, state.input.cursor(), room);
    canvas.put_at(used, window.text, canvas.style(Role::Text));
    let right = canvas.area.width.saturating_sub(u16::try_from(count.len()).unwrap_or(0));
    canvas.put_at(right, &count, canvas.style(Role::Dim));
    canvas.show_cursor(used + window.cursor);
}

/// Draws the visible choices, or a message that there are none.
fn draw_choices(state: &State, canvas: &mut Canvas) {
    if state.is_empty() {
        let id = if state.input.text().is_empty() { "nothing-here" } else { "nothing-fits" };
        canvas.put_truncated(&canvas.locale.say(id), canvas.style(Role::Dim));
    }
    let left = state.left_width.min((state.definition().left_columns)(canvas.area.width.into()));
    let top = state.list.top;
    let visible = top..top + usize::from(canvas.area.height);
    for (line, choice) in state.shown(visible, canvas.locale).enumerate() {
        let (at, choice) = (top + line, choice.as_ref());
        let Some(mut row) = canvas.row(line) else { break };
        draw_choice(choice, left, &mut row);
        if row.theme.has_links()
            && let Some(address) = official(state, choice, row.locale.language())
        {
            let columns = u16::try_from(width(&choice.left).min(left)).unwrap_or(0);
            Hyperlink { name: format!("row{at}"), address }.over(0, columns, &mut row);
        }
        if at == state.list.selected {
            row.restyle(Role::Selection);
        }
    }
}

fn draw_choice(choice: &PickerChoice, left: usize, canvas: &mut Canvas) {
    if choice.target == ChoiceTarget::Title {
        canvas.put_truncated(&choice.text, canvas.style(Role::Heading));
        return;
    }
    let mut x = 0;
    if left > 0 {
        canvas.put(&truncate(&choice.left, left), canvas.style(Role::Key));
        x = u16::try_from(left + 2).unwrap_or(0);
    }
    let mut rest = canvas.columns_from(x);
    // The reason at the right matters more than the end of the text, which keeps at least 24 columns, or half.
    let columns = usize::from(rest.area.width);
    let right = truncate(&choice.right, columns.saturating_sub(24.min(columns / 2)));
    let (text, dim) = (rest.style(Role::Text), rest.style(Role::Dim));
    rest.spread(Styled::new(&choice.text, text), Styled::new(&right, dim));
    if let ChoiceTarget::Hit { marks, .. } = &choice.target {
        let room = columns.saturating_sub(width(&right) + 2);
        mark(&choice.text, marks, &mut rest.columns(0, u16::try_from(room).unwrap_or(0)));
    }
}

/// Marks words of a text that was written at the left of the canvas.
fn mark(text: &str, marks: &[Span], canvas: &mut Canvas) {
    for mark in marks {
        let start = width(&text[..mark.start]);
        let end = (start + width(mark.of(text))).min(canvas.width());
        if start < end {
            let columns = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
            canvas.columns(columns(start), columns(end - start)).restyle(Role::Match);
        }
    }
}

/// The official address of the document named at the left of a choice; `None` if it names none.
fn official(state: &State, choice: &PickerChoice, language: Language) -> Option<String> {
    match &choice.target {
        ChoiceTarget::Official(address) => (!address.is_empty()).then(|| address.clone()),
        ChoiceTarget::Passage(passage) if state.definition().links_document => {
            Some(passage.symbol.official_address(language))
        }
        _ => None,
    }
}
