//! The clipboard of an X display, reached through its local socket and in no other way.
//!
//! A program that copies keeps the text and gives it to each program that pastes, so the connection stays open.

use std::error::Error;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use x11rb::connection::{Connection, RequestConnection};
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
    SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::reexports::x11rb_protocol::parse_display::ConnectAddress;
use x11rb::reexports::x11rb_protocol::xauth;
use x11rb::rust_connection::{DefaultStream, RustConnection};
use x11rb::wrapper::ConnectionExt as _;

type X11Result<T> = Result<T, Box<dyn Error>>;

/// Bytes of a request beside the text it carries, and more.
const OVERHEAD: usize = 1024;

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        CLIPBOARD,
        CLIPBOARD_MANAGER,
        SAVE_TARGETS,
        TARGETS,
        UTF8_STRING,
        TEXT,
        MIME: b"text/plain;charset=utf-8",
        COPIED: b"PLENARY_COPIED",
    }
}

/// Keeps a text for the programs that paste it.
pub(super) struct ClipboardOwner {
    shared: Arc<SharedText>,
    /// A message for each text that the clipboard manager has taken over, or refused to.
    saved: Receiver<()>,
}

struct SharedText {
    display: RustConnection,
    window: Window,
    atoms: Atoms,
    /// The text; `None` after another program has copied something.
    text: Mutex<Option<String>>,
}

/// Where a display is reached: the path of its socket, its number and the number of its screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ClipboardAddress {
    pub(super) socket: String,
    pub(super) display: u16,
    pub(super) screen: usize,
}

impl ClipboardAddress {
    /// The display of this machine, if `DISPLAY` names one: never that of another, for a display with the name of a machine
    /// is reached over a network.
    pub(super) fn of(variable: &dyn Fn(&str) -> Option<String>) -> Option<Self> {
        let name = variable("DISPLAY")?;
        let number = name.strip_prefix("unix").unwrap_or(&name).strip_prefix(':')?;
        let (number, screen) = number.split_once('.').unwrap_or((number, "0"));
        let (display, screen) = (plain(number)?, plain(screen)?);
        Some(Self { socket: format!("/tmp/.X11-unix/X{display}"), display, screen: screen.into() })
    }
}

/// A number written with digits only.
fn plain(digits: &str) -> Option<u16> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

impl ClipboardOwner {
    /// Connects to a display. It is not looked for at any other place if its socket refuses.
    ///
    /// # Errors
    /// When the display refuses.
    pub(super) fn open(address: &ClipboardAddress) -> X11Result<Self> {
        let socket = ConnectAddress::Socket(address.socket.clone());
        let (stream, (family, peer)) = DefaultStream::connect(&socket)?;
        let (name, data) = xauth::get_auth(family, &peer, address.display).ok().flatten().unwrap_or_default();
        let display = RustConnection::connect_to_stream_with_auth_info(stream, address.screen, name, data)?;
        let atoms = Atoms::new(&display)?.reply()?;
        let window = display.generate_id()?;
        let root = display.setup().roots[address.screen].root;
        let aux = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        display.create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &aux)?.check()?;
        let shared = Arc::new(SharedText { display, window, atoms, text: Mutex::new(None) });
        let (sender, saved) = mpsc::channel();
        let serving = Arc::clone(&shared);
        std::thread::spawn(move || serving.serve(&sender));
        Ok(Self { shared, saved })
    }

    /// Puts a text on the clipboard.
    ///
    /// # Errors
    /// When the display refuses, or the text is too long for one answer.
    pub(super) fn set(&self, text: String) -> X11Result<()> {
        let SharedText { display, window, atoms, .. } = &*self.shared;
        if text.len() + OVERHEAD > display.maximum_request_bytes() {
            return Err("too long".into());
        }
        *self.shared.text.lock().unwrap_or_else(PoisonError::into_inner) = Some(text);
        display.set_selection_owner(*window, atoms.CLIPBOARD, x11rb::CURRENT_TIME)?.check()?;
        Ok(())
    }

    /// Asks the clipboard manager of the desktop, if there is one, to keep the text, and waits until it has.
    ///
    /// # Errors
    /// When the display refuses.
    pub(super) fn hand_over(&self, limit: Duration) -> X11Result<()> {
        let SharedText { display, window, atoms, text } = &*self.shared;
        let manager = display.get_selection_owner(atoms.CLIPBOARD_MANAGER)?.reply()?.owner;
        if manager != x11rb::NONE && text.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            display.convert_selection(
                *window,
                atoms.CLIPBOARD_MANAGER,
                atoms.SAVE_TARGETS,
                atoms.COPIED,
                x11rb::CURRENT_TIME,
            )?;
            display.flush()?;
            self.saved.recv_timeout(limit)?;
        }
        Ok(())
    }
}

impl SharedText {
    /// Answers other programs until the display is gone.
    fn serve(&self, saved: &Sender<()>) {
        while let Ok(event) = self.display.wait_for_event() {
            if self.handle(&event, saved).is_err() {
                return;
            }
        }
    }

    fn handle(&self, event: &Event, saved: &Sender<()>) -> X11Result<()> {
        match event {
            Event::SelectionRequest(asked) => self.answer(asked)?,
            Event::SelectionClear(_) => *self.text.lock().unwrap_or_else(PoisonError::into_inner) = None,
            Event::SelectionNotify(_) => saved.send(())?,
            _ => {}
        }
        Ok(())
    }

    fn answer(&self, asked: &SelectionRequestEvent) -> X11Result<()> {
        // Old programs name no property: then the target is meant.
        let property = if asked.property == x11rb::NONE { asked.target } else { asked.property };
        let is_given = self.give(asked.requestor, property, asked.target)?;
        let reply = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: if is_given { property } else { x11rb::NONE },
        };
        self.display.send_event(false, asked.requestor, EventMask::NO_EVENT, reply)?;
        self.display.flush()?;
        Ok(())
    }

    /// Writes the text, or the list of its forms, into a property of another program's window. Returns whether it did.
    fn give(&self, window: Window, property: Atom, target: Atom) -> X11Result<bool> {
        let Atoms { TARGETS, UTF8_STRING, TEXT, MIME, .. } = self.atoms;
        let text = self.text.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(text) = text else { return Ok(false) };
        let forms = [UTF8_STRING, MIME, TEXT, AtomEnum::STRING.into()];
        if target == TARGETS {
            let list: Vec<Atom> = [TARGETS].into_iter().chain(forms).collect();
            self.display.change_property32(PropMode::REPLACE, window, property, AtomEnum::ATOM, &list)?;
        } else if forms.contains(&target) {
            let form = if target == TEXT { UTF8_STRING } else { target };
            self.display.change_property8(PropMode::REPLACE, window, property, form, text.as_bytes())?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(display: Option<&str>, expected: Option<(u16, usize)>) {
        let variable = |name: &str| display.filter(|_| name == "DISPLAY").map(str::to_owned);
        let expected = expected.map(|(display, screen)| {
            let socket = format!("/tmp/.X11-unix/X{display}");
            ClipboardAddress { socket, display, screen }
        });
        assert_eq!(ClipboardAddress::of(&variable), expected, "{display:?}");
    }

    #[test]
    fn only_a_display_of_this_machine_counts() {
        case(Some(":0"), Some((0, 0)));
        case(Some("unix:12.1"), Some((12, 1)));
        for display in [
            "near:10.0",
            "host:0",
            "192.0.2.1:0",
            "[::1]:0",
            "tcp/host:0",
            ":",
            ":x",
            "",
            ":0.",
            "host",
            ":70000",
            ":+1",
        ] {
            case(Some(display), None);
        }
        case(None, None);
    }
}
