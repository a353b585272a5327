//! The clipboard of the desktop, beside that of the terminal: a thread that holds what was copied.

use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

#[cfg(any(target_os = "macos", windows))]
mod system;
#[cfg(not(any(target_os = "macos", windows)))]
mod x11;

#[cfg(any(target_os = "macos", windows))]
use system::{ClipboardAddress, ClipboardOwner};
#[cfg(not(any(target_os = "macos", windows)))]
use x11::{ClipboardAddress, ClipboardOwner};

/// Sends texts to the thread; without a desktop on this machine it does nothing.
pub(super) struct ClipboardThread {
    texts: Option<Sender<String>>,
    ended: Option<Receiver<()>>,
}

/// How long the desktop may take at the end to keep what was copied.
const PATIENCE: Duration = Duration::from_millis(300);

impl ClipboardThread {
    /// Starts the thread where there is a desktop on this machine.
    pub(super) fn start(variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let Some(address) = address(variable) else {
            return Self { texts: None, ended: None };
        };
        let (texts, queue) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        std::thread::spawn(move || {
            hold(&queue, &address);
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

impl Drop for ClipboardThread {
    /// Gives the desktop a moment to take over what was copied, so that it can be pasted after the program ended.
    fn drop(&mut self) {
        drop(self.texts.take());
        if let Some(ended) = &self.ended {
            let _ = ended.recv_timeout(PATIENCE);
        }
    }
}

/// Whether the terminal is on another machine, whose desktop is not the one before the user.
fn is_remote(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(|name| variable(name).is_some())
}

/// Where the clipboard is; `None` without a desktop on this machine.
fn address(variable: &dyn Fn(&str) -> Option<String>) -> Option<ClipboardAddress> {
    (!is_remote(variable)).then(|| ClipboardAddress::of(variable)).flatten()
}

/// Holds the newest of the texts until no more can come.
fn hold(queue: &Receiver<String>, address: &ClipboardAddress) {
    let mut clipboard: Option<ClipboardOwner> = None;
    while let Ok(first) = queue.recv() {
        let text = queue.try_iter().last().unwrap_or(first);
        if clipboard.is_none() {
            clipboard = ClipboardOwner::open(address).ok();
        }
        if clipboard.as_mut().is_some_and(|clipboard| clipboard.set(text).is_err()) {
            // The desktop may have been started again: next time it is asked again.
            clipboard = None;
        }
    }
    if let Some(clipboard) = clipboard {
        let _ = clipboard.hand_over(PATIENCE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_ssh_there_is_none() {
        for name in ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"] {
            let variable = |asked: &str| match asked {
                "DISPLAY" => Some(":0".to_owned()),
                asked => (asked == name).then(|| "x".to_owned()),
            };
            assert!(address(&variable).is_none(), "{name}");
        }
        assert!(address(&|asked| (asked == "DISPLAY").then(|| ":0".to_owned())).is_some());
    }

    #[test]
    fn a_display_nobody_listens_at_fails_quietly() {
        let variable = |name: &str| (name == "DISPLAY").then(|| ":9876".to_owned());
        let clipboard = ClipboardThread::start(&variable);
        clipboard.put("A/77/275, annexe, par. 16 a)");
    }
}
