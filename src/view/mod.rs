//! Draws the state of the interface in the cells of a terminal. It only reads the state.

pub mod canvas;
pub mod screen;
pub mod theme;
pub mod widget;

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::layout::{self, Pane, SMALLEST};
use crate::app::overlay::Prompt;
use crate::view::canvas::Canvas;
use crate::view::screen::line::FoundPlaces;
use crate::view::theme::{Role, Theme};
use crate::view::widget::pane;

/// A rectangle of the layout as ratatui writes it.
pub(crate) fn rect(of: layout::Rect) -> Rect {
    Rect::new(of.x, of.y, of.width, of.height)
}

/// Draws the whole terminal.
pub fn draw(app: &App, theme: &Theme, frame: &mut ratatui::Frame) {
    let (area, mut cursor) = (frame.area(), None);
    let locale = &app.appearance.locale;
    let mut canvas = Canvas { area, theme, locale, buffer: frame.buffer_mut(), cursor: &mut cursor };
    canvas.restyle(Role::Text);
    if app.window.layout.too_small() {
        draw_too_small(&mut canvas);
    } else {
        draw_desk(app, &mut canvas);
    }
    if let Some(position) = cursor {
        frame.set_cursor_position(position);
    }
}

/// States that the terminal is too small.
fn draw_too_small(canvas: &mut Canvas) {
    let (columns, rows) = SMALLEST;
    let args = [("columns", columns.into()), ("rows", rows.into())];
    let text = canvas.locale.say_with("too-small", &args);
    canvas.paragraph(&text, canvas.style(Role::Alarm));
}

/// Draws header, panes and footer, and over them the layers and the keys that may follow.
fn draw_desk(app: &App, canvas: &mut Canvas) {
    let (context, layout) = (app.context(), &app.window.layout);
    screen::header::draw(&app.panes.tracker, &context, &mut canvas.within(rect(layout.header)));
    for (pane, area) in &layout.panes {
        draw_pane(app, *pane, &mut canvas.within(rect(*area)));
    }
    if let Some(area) = layout.companion {
        screen::companion::draw(&app.panes.reader, &context, &mut canvas.within(rect(area)));
    }
    screen::footer::draw(app, &mut canvas.within(rect(layout.footer)));
    for layer in &app.layers {
        draw_layer(app, layer, canvas);
    }
    if app.notice.is_some() {
        // Drawn again over the layers, which may have covered it.
        screen::footer::draw(app, &mut canvas.within(rect(layout.footer)));
    }
    if !context.input.typed.is_empty() {
        screen::which_key::draw(&app.scopes(), &context, &mut canvas.within(rect(layout.main)));
    }
}

/// Draws a pane in its rectangle, title and separator included.
fn draw_pane(app: &App, pane: Pane, canvas: &mut Canvas) {
    let (context, panes, typing) = (app.context(), &app.panes, app.typing());
    let Some(content) = context.content(pane) else { return };
    let focused = app.focus() == pane;
    match (pane, typing) {
        (Pane::Agenda, _) => {
            let canvas = &mut pane::draw(&context.locale().say("pane-agenda"), focused, canvas);
            screen::agenda::draw(&panes.agenda, &panes.tracker, &context, canvas);
        }
        (Pane::Reader, _) => {
            let title =
                screen::reader::title(&panes.reader, context.here(), content.height, context.locale());
            screen::reader::draw(
                &panes.reader,
                context.here(),
                &context,
                &mut pane::draw(&title, focused, canvas),
            );
        }
        (Pane::Notes, Some(typing)) => {
            let title = screen::typing::title(typing, context.locale());
            screen::typing::draw(typing, &context, &mut pane::draw(&title, focused, canvas));
        }
        (Pane::Notes, None) => {
            let title = screen::notes::title(&panes.notes, &context);
            screen::notes::draw(&panes.notes, &context, &mut pane::draw(&title, focused, canvas));
        }
        (Pane::Tracker, _) => {
            let canvas = &mut pane::draw(&panes.tracker.title(&context), focused, canvas);
            match focused {
                true => screen::tracker::draw_matrix(&panes.tracker, &context, canvas),
                false => screen::tracker::draw_strip(&panes.tracker, &context, canvas),
            }
        }
    }
}

/// What the search for which words are typed has found; `None` if nothing was searched for.
pub(crate) fn found(app: &App, prompt: &Prompt) -> Option<FoundPlaces> {
    if let Prompt::FindInNote { .. } = prompt {
        let found = app.typing()?.found.as_ref()?;
        return Some(FoundPlaces { at: found.at, count: found.places.len() });
    }
    let found = app.panes.reader.found.as_ref()?;
    Some(FoundPlaces { at: found.at, count: found.matches.len() })
}

/// Draws a layer over the desk; a note being typed has been drawn in the notes pane.
fn draw_layer(app: &App, layer: &Layer, canvas: &mut Canvas) {
    let context = app.context();
    match layer {
        Layer::Picker(state) => screen::picker::draw(state, app, canvas),
        Layer::Line(state) => {
            let footer = rect(context.layout.footer);
            screen::line::draw(state, found(app, &state.prompt), &context, &mut canvas.within(footer));
        }
        Layer::Timeline(state) => screen::timeline::draw(state, &context, canvas),
        Layer::Details(state) => screen::tracker::details::draw(state, &context, canvas),
        // What is typed over it is drawn in the notes pane.
        Layer::Statement(_) | Layer::Browser(_) | Layer::Said(_) if app.typing().is_some() => {}
        Layer::Browser(state) => screen::browser::draw(state, &context, canvas),
        Layer::Said(state) => screen::said::draw(state, &context, canvas),
        Layer::Statement(state) => screen::statement::draw(state, &context, canvas),
        Layer::Prompter(state) => screen::prompter::draw(state, &context, canvas),
        Layer::Typing(_) => {}
    }
}
