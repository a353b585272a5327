//! From the state of the interface to the cells of a terminal. It reads the state and changes nothing.

pub mod screen;
pub mod theme;
pub mod widget;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::layout::{self, Pane};
use crate::view::theme::{Role, Theme};

/// A rectangle of the layout as the terminal library knows it.
pub(crate) fn rect(of: layout::Rect) -> Rect {
    Rect::new(of.x, of.y, of.width, of.height)
}

/// Draws the whole desk.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, theme.of(Role::Text));
    if app.layout.too_small() {
        screen::desk::draw_too_small(app, theme, frame);
        return;
    }
    screen::desk::draw_header(app, theme, frame);
    for (pane, _) in &app.layout.panes {
        match pane {
            Pane::Agenda => screen::agenda::draw(app, theme, frame),
            Pane::Reader => screen::reader::draw(app, theme, frame),
            Pane::Notes => match app.typing() {
                Some(typing) => screen::typing::draw(app, typing, theme, frame),
                None => screen::notes::draw(app, theme, frame),
            },
            Pane::Tracker => screen::tracker::draw(app, theme, frame),
        }
    }
    screen::desk::draw_footer(app, theme, frame);
    for layer in &app.layers {
        match layer {
            Layer::Picker(state) => screen::picker::draw(app, state, theme, frame),
            Layer::Line(state) => screen::line::draw(app, state, theme, frame),
            Layer::Timeline(state) => screen::timeline::draw(app, state, theme, frame),
            Layer::Details(state) => screen::tracker::details::draw(app, state, theme, frame),
            Layer::Typing(_) => {}
        }
    }
    if app.notice.is_some() {
        // Over everything: what a layer covers is not read.
        screen::desk::draw_footer(app, theme, frame);
    }
    if !app.typed.is_empty() {
        screen::which_key::draw(app, theme, frame);
    }
}
