//! The clipboard of the desktop, beside that of the terminal: a thread that holds what was copied.

use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use x11rb::reexports::x11rb_protocol::parse_display::ConnectAddress;
use x11rb::rust_connection::DefaultStream;

/// Sends texts to the thread; without a desktop on this machine it does nothing.
pub(super) struct Clipboard {
    texts: Option<Sender<String>>,
    ended: Option<Receiver<()>>,
}

/// How the desktop is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Desktop {
    /// The system has one clipboard for all.
    System,
    /// The X display behind this socket.
    Display(String),
}

/// How long the desktop may take at the end to keep what was copied.
const PATIENCE: Duration = Duration::from_millis(300);

impl Clipboard {
    /// Starts the thread where there is a desktop on this machine.
    pub(super) fn start(variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let Some(desktop) = desktop(variable, cfg!(target_os = "macos")) else {
            return Self { texts: None, ended: None };
        };
        let (texts, queue) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        std::thread::spawn(move || {
            hold(&queue, &desktop);
            let _ = end.send(());
        });
        Self { texts: Some(texts), ended: Some(ended) }
    }

    /// Puts text on the clipboard; nobody waits for it, and where it cannot be done the terminal's own way is left.
    pub(super) fn put(&self, text: &str) {
        if let Some(texts) = &self.texts {
            let _ = texts.send(text.to_owned());
        }
    }
}

impl Drop for Clipboard {
    /// Gives the desktop a moment to take over what was copied, so that it can be pasted after the program ended.
    fn drop(&mut self) {
        drop(self.texts.take());
        if let Some(ended) = &self.ended {
            let _ = ended.recv_timeout(PATIENCE);
        }
    }
}

/// The desktop of this machine, if one sits before it: never that of another, for a display with the name of a
/// machine, and any display over SSH, is reached over a network.
fn desktop(variable: &dyn Fn(&str) -> Option<String>, system: bool) -> Option<Desktop> {
    let afar = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(|name| variable(name).is_some());
    if afar {
        return None;
    }
    if system {
        return Some(Desktop::System);
    }
    let display = variable("DISPLAY")?;
    let number = display.strip_prefix("unix").unwrap_or(&display).strip_prefix(':')?;
    let (number, screen) = number.split_once('.').unwrap_or((number, "0"));
    let plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (plain(number) && plain(screen)).then(|| Desktop::Display(format!("/tmp/.X11-unix/X{number}")))
}

/// Holds the newest of the texts until no more can come.
fn hold(queue: &Receiver<String>, desktop: &Desktop) {
    let mut clipboard: Option<arboard::Clipboard> = None;
    while let Ok(first) = queue.recv() {
        let text = queue.try_iter().last().unwrap_or(first);
        if clipboard.is_none() && answers(desktop) {
            clipboard = arboard::Clipboard::new().ok();
        }
        if clipboard.as_mut().is_some_and(|clipboard| clipboard.set_text(text).is_err()) {
            // The desktop may have been started again: next time it is asked again.
            clipboard = None;
        }
    }
}

/// Whether somebody listens at the socket: otherwise the display would be tried over the network next.
fn answers(desktop: &Desktop) -> bool {
    match desktop {
        Desktop::System => true,
        Desktop::Display(socket) => DefaultStream::connect(&ConnectAddress::Socket(socket.clone())).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(variables: &[(&str, &str)], expected: Option<&str>) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let expected = expected.map(|socket| Desktop::Display(socket.to_owned()));
        assert_eq!(desktop(&variable, false), expected, "{variables:?}");
    }

    #[test]
    fn only_a_display_of_this_machine_counts() {
        case(&[("DISPLAY", ":0")], Some("/tmp/.X11-unix/X0"));
        case(&[("DISPLAY", "unix:12.1")], Some("/tmp/.X11-unix/X12"));
        for display in
            ["near:10.0", "host:0", "192.0.2.1:0", "[::1]:0", "tcp/host:0", ":", ":x", "", ":0.", "host"]
        {
            case(&[("DISPLAY", display)], None);
        }
        case(&[], None);
        case(&[("WAYLAND_DISPLAY", "wayland-0")], None);
    }

    #[test]
    fn over_ssh_there_is_none() {
        for name in ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"] {
            case(&[("DISPLAY", ":0"), (name, "x")], None);
            assert_eq!(desktop(&|asked| (asked == name).then(|| "x".to_owned()), true), None);
        }
        assert_eq!(desktop(&|_| None, true), Some(Desktop::System));
    }

    #[test]
    fn a_display_nobody_listens_at_fails_quietly() {
        let variable = |name: &str| (name == "DISPLAY").then(|| ":98765".to_owned());
        let clipboard = Clipboard::start(&variable);
        clipboard.put("A/77/275, annexe, par. 16 a)");
    }
}
