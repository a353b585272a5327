//! Events of the terminal become events of the interface.

use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::event::{
    self as terminal, Event as Input, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton,
    MouseEventKind,
};

use crate::app::event::{Event, Mouse, Pointer};
use crate::keymap::{Code, Key};
use crate::shell::burst::{self, EventSource};
use crate::shell::ground::{self, Reply, ReplyPart};
use crate::shell::panics;

/// Reads the terminal in a thread of its own until the receiver is gone.
/// Parts of a late `reply` of the terminal are no keys.
pub fn listen(events: Sender<Event>, reply: Reply) {
    std::thread::spawn(move || {
        let mut terminal = Terminal { reply };
        loop {
            let gathered = match panics::caught(|| burst::gather(&mut terminal)) {
                Ok(Ok(gathered)) => gathered,
                // What the terminal sent is dropped.
                Err(panicked) => vec![Event::Failed(panicked)],
                Ok(Err(_)) => break,
            };
            for event in gathered {
                if events.send(event).is_err() {
                    return;
                }
            }
        }
        // The terminal is gone.
        let _ = events.send(Event::Terminate);
    });
}

/// The events of the terminal that the interface knows.
struct Terminal {
    /// An answer that is still to come.
    reply: Reply,
}

impl EventSource for Terminal {
    type Error = io::Error;

    fn next(&mut self, limit: Option<Duration>) -> io::Result<Option<Event>> {
        loop {
            if let Some(limit) = limit
                // Asked twice: the first answer is no if the thread had to wait for the processor until the time was over.
                && !(terminal::poll(limit)? || terminal::poll(limit)?)
            {
                return Ok(None);
            }
            let input = terminal::read()?;
            match self.reply.take(&input) {
                ReplyPart::None => {}
                ReplyPart::Last(text) if ground::is_light(&text) == Some(true) => {
                    return Ok(Some(Event::LightGround));
                }
                ReplyPart::Some | ReplyPart::Last(_) => continue,
            }
            if let Some(event) = event(input) {
                return Ok(Some(event));
            }
        }
    }
}

/// The event of an input; `None` for what the interface does not know.
pub(super) fn event(input: Input) -> Option<Event> {
    match input {
        Input::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Event::Key),
        Input::Paste(text) => Some(Event::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))),
        Input::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        Input::FocusGained => Some(Event::Looked),
        Input::Mouse(event) => {
            let action = match event.kind {
                MouseEventKind::Down(MouseButton::Left) => Mouse::Click,
                MouseEventKind::ScrollUp => Mouse::Wheel(-1),
                MouseEventKind::ScrollDown => Mouse::Wheel(1),
                _ => return None,
            };
            Some(Event::Mouse(Pointer { action, column: event.column, row: event.row }))
        }
        Input::Key(_) | Input::FocusLost => None,
    }
}

/// A key as the keymap knows it; `None` for keys that a keymap cannot name.
fn key(event: KeyEvent) -> Option<Key> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        // AltGr arrives as Ctrl-Alt on some systems: what it types is the character itself.
        KeyCode::Char(c) if ctrl && alt && !c.is_ascii_alphanumeric() => {
            return Some(Key::plain(Code::Char(c)));
        }
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => return Some(Key::new(Code::Tab, ctrl, alt, true)),
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key::new(code, ctrl, alt, shift))
}
