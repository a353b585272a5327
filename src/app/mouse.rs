//! The mouse: a click chooses what is under it, the wheel moves what is under it.

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::layout::Pane;
use crate::app::message::{Effect, Mouse};
use crate::app::screen::{agenda, notes, picker, reader, timeline, tracker};

/// Rows one notch of the wheel moves the text by.
const NOTCH: isize = 3;

/// The mouse did something at a cell.
pub fn act(app: &mut App, deed: Mouse, column: u16, row: u16) -> Vec<Effect> {
    match app.layers.last_mut() {
        Some(Layer::Picker(_)) => picker::mouse(app, deed, column, row),
        Some(Layer::Typing(_)) => {
            in_note(app, deed, column, row);
            Vec::new()
        }
        Some(Layer::Timeline(_)) => timeline::mouse(app, deed, column, row),
        Some(Layer::Details(_)) => tracker::details::mouse(app, deed, column, row),
        Some(Layer::Line(_)) => Vec::new(),
        None => {
            on_desk(app, deed, column, row);
            Vec::new()
        }
    }
}

fn on_desk(app: &mut App, deed: Mouse, column: u16, row: u16) {
    let Some(pane) = app.layout.at(column, row) else { return };
    match deed {
        Mouse::Wheel(by) => match pane {
            Pane::Reader => reader::scroll(app, by * NOTCH),
            Pane::Agenda => agenda::step(app, by),
            Pane::Notes => notes::step(app, by),
            Pane::Tracker => tracker::step(app, by),
        },
        Mouse::Click => {
            if pane == Pane::Tracker && app.focus != Pane::Tracker {
                tracker::enter(app);
                return;
            }
            let content = app.layout.content(pane).filter(|content| content.holds(column, row));
            app.focus = pane;
            let Some(content) = content else { return };
            let line = usize::from(row - content.y);
            match pane {
                Pane::Agenda => agenda::click(app, line),
                Pane::Reader => reader::click(app, line),
                Pane::Notes => notes::click(app, line),
                Pane::Tracker => tracker::click(app, line, column - content.x, content.width),
            }
        }
    }
}

fn in_note(app: &mut App, deed: Mouse, column: u16, row: u16) {
    let content = app.layout.content(Pane::Notes).filter(|content| content.holds(column, row));
    let (Some(content), Some(Layer::Typing(state))) = (content, app.layers.last_mut()) else { return };
    match deed {
        Mouse::Click if row > content.y => {
            state.editor.click(usize::from(row - content.y - 1), usize::from(column - content.x), false);
        }
        Mouse::Click => {}
        Mouse::Wheel(by) => state.editor.scroll(by * NOTCH),
    }
}
