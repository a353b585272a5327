//! How the texts beside the passage being read look.

use crate::app::context::Context;
use crate::app::screen::{companion, reader};
use crate::view::canvas::Canvas;
use crate::view::screen::version;
use crate::view::theme::Role;
use crate::view::widget::pane;

/// Draws the text in another language, if one is beside, else the texts that belong to the passage, each with its heading, as many as there is room for.
pub fn draw(reader: &reader::State, context: &Context, canvas: &mut Canvas) {
    if let Some(text) = &reader.versions.text {
        return version::draw(text, reader, context, canvas);
    }
    let canvas = &mut pane::draw(&canvas.locale.say("pane-companion"), false, canvas);
    let mut texts = companion::of_passage(context);
    let mut line = 0;
    if texts.is_empty() {
        texts = companion::of_section(context);
        let id = if texts.is_empty() { "companion-none" } else { "companion-section" };
        line += put(&canvas.locale.say(id), Role::Dim, line, canvas) + 1;
    }
    for text in &texts {
        line += put(&text.heading, Role::Heading, line, canvas);
        for paragraph in &text.paragraphs {
            line += put(paragraph, Role::Text, line, canvas);
        }
        line += 1;
    }
}

/// Writes a text from a row on; what does not fit ends with an ellipsis. Returns the rows it took.
fn put(text: &str, role: Role, line: u16, canvas: &mut Canvas) -> u16 {
    let style = canvas.style(role);
    let mut rest = canvas.rows_from(line);
    let mut text_area = rest.columns_from(1);
    text_area.area.width = text_area.area.width.saturating_sub(1);
    u16::try_from(text_area.excerpt(text, style)).unwrap_or(u16::MAX)
}
