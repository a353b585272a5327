//! Events of the terminal, turned into messages.

use std::sync::mpsc::Sender;

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use crate::app::message::{Message, Mouse, Pointer};
use crate::keymap::{Code, Key};

/// Reads the terminal in a thread of its own until the receiver is gone.
pub fn listen(messages: Sender<Message>) {
    std::thread::spawn(move || {
        while let Ok(event) = event::read() {
            if let Some(message) = message(event)
                && messages.send(message).is_err()
            {
                return;
            }
        }
        // The terminal is gone.
        let _ = messages.send(Message::Terminate);
    });
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))),
        Event::Resize(columns, rows) => Some(Message::Resize(columns, rows)),
        Event::FocusGained => Some(Message::Looked),
        Event::Mouse(event) => {
            let action = match event.kind {
                MouseEventKind::Down(MouseButton::Left) => Mouse::Click,
                MouseEventKind::ScrollUp => Mouse::Wheel(-1),
                MouseEventKind::ScrollDown => Mouse::Wheel(1),
                _ => return None,
            };
            Some(Message::Mouse(Pointer { action, column: event.column, row: event.row }))
        }
        Event::Key(_) | Event::FocusLost => None,
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
