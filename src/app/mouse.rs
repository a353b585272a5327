//! The mouse: a click chooses the item under the pointer, the wheel scrolls the pane or list under it. Beside a note being
//! typed they choose and scroll in the text; the keys stay with the note.

use crate::app::effect::Effect;
use crate::app::event::{Mouse, Pointer};
use crate::app::layer::Layer;
use crate::app::layout::Pane;
use crate::app::outcome::{Intent, Outcome};
use crate::app::pane::{Content, PaneCell};
use crate::app::{App, Split};

/// Handles a mouse event in the top layer if there is one, else in the pane under the pointer.
pub fn act(app: &mut App, pointer: Pointer) -> Vec<Effect> {
    app.settle_if_needed();
    if app.layers.is_empty() {
        return on_desk(app, pointer);
    }
    if matches!(app.layers.last(), Some(Layer::Typing(_)))
        && app.window.layout.at(pointer.column, pointer.row) == Some(Pane::Reader)
    {
        return app.with(|on| in_text(on, pointer));
    }
    app.with(|on| match on.layers.last_mut() {
        Some(layer) => layer.cover_mut().mouse(pointer, &on.context),
        None => Outcome::none(),
    })
}

fn on_desk(app: &mut App, pointer: Pointer) -> Vec<Effect> {
    let Some(pane) = app.window.layout.at(pointer.column, pointer.row) else { return Vec::new() };
    match pointer.action {
        Mouse::Wheel(by) => app.with(|on| on.panes.get_mut(pane).wheel(&on.context, by)),
        // The tracker is larger when it has the focus, so the first click only moves the focus to it.
        Mouse::Click if pane == Pane::Tracker && app.window.focus != Pane::Tracker => {
            app.with(|_| Outcome::of(Intent::Enter(pane)))
        }
        Mouse::Click => {
            app.window.focus = pane;
            app.with(|on| click(on, pane, pointer))
        }
    }
}

/// Scrolls the text, or chooses the passage under the pointer; the focus stays where it is.
fn in_text(on: Split, pointer: Pointer) -> Outcome {
    match pointer.action {
        Mouse::Wheel(by) => on.panes.reader.wheel(&on.context, by),
        Mouse::Click => click(on, Pane::Reader, pointer),
    }
}

fn click(on: Split, pane: Pane, pointer: Pointer) -> Outcome {
    let content = on.context.content(pane);
    let Some(content) = content.filter(|content| content.holds(pointer.column, pointer.row)) else {
        return Outcome::none();
    };
    let line = usize::from(pointer.row - content.y);
    let cell = PaneCell { line, column: pointer.column - content.x, width: content.width };
    on.panes.get_mut(pane).click(&on.context, cell)
}
