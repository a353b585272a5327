//! Signals of the operating system, turned into messages.

use std::sync::mpsc::Sender;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::app::event::Event;
use crate::base::{Error, Result};

/// Listens for SIGTERM, SIGHUP, SIGINT (end), SIGTSTP (suspend), SIGCONT (continue) and SIGWINCH (look at the
/// size again) in a thread of its own.
///
/// # Errors
/// When the system refuses.
pub fn listen(messages: Sender<Event>) -> Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])
        .map_err(|error| Error::broken("signals-refused").with("what", error.to_string()))?;
    std::thread::spawn(move || {
        for signal in &mut signals {
            let message = match signal {
                SIGTSTP => Event::Suspend,
                SIGCONT | SIGWINCH => Event::Tick,
                _ => Event::Terminate,
            };
            if messages.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Suspends the program until the system continues it.
pub fn suspend() {
    // As the system itself would; the terminal has been released before.
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}
