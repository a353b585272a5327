//! Signals of the operating system, turned into messages.

use std::ffi::c_int;
use std::sync::mpsc::Sender;

use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPIPE, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
    SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;

use crate::app::event::Event;
use crate::base::{Error, Result};

/// Signals that end the program: it saves and restores the terminal first.
const ENDING: &[c_int] = &[SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU];

/// Signals that mean nothing to the program and would end it. After SIGPIPE and SIGXFSZ the write itself fails, and that is
/// reported.
const IGNORED: &[c_int] = &[SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPIPE, SIGXFSZ];

/// More signals of Linux that end a program: SIGSTKFLT, SIGPWR, and the real-time signals. They have no name in
/// `signal_hook`.
fn of_linux() -> impl Iterator<Item = c_int> {
    [16, 30].into_iter().chain(34..=64).filter(|_| cfg!(target_os = "linux"))
}

/// Listens for all signals that would end or suspend the program, for SIGCONT and SIGWINCH, in a thread of its own. Left
/// out are those that report a fault of the program itself (SIGSEGV, SIGBUS, SIGILL, SIGFPE): it cannot continue after them.
///
/// # Errors
/// When the system refuses.
pub fn listen(messages: Sender<Event>) -> Result<()> {
    let known = [ENDING, IGNORED, &[SIGTSTP, SIGCONT, SIGWINCH]].concat();
    let mut signals = Signals::new(known.into_iter().chain(of_linux()))
        .map_err(|error| Error::broken("signals-refused").with("what", error.to_string()))?;
    std::thread::spawn(move || {
        for message in signals.forever().filter_map(message) {
            if messages.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// The message for a signal; `None` if it is ignored.
fn message(signal: c_int) -> Option<Event> {
    match signal {
        SIGTSTP => Some(Event::Suspend),
        SIGCONT => Some(Event::Continued),
        SIGWINCH => Some(Event::Tick),
        ignored if IGNORED.contains(&ignored) => None,
        _ => Some(Event::Terminate),
    }
}

/// Suspends the program until the system continues it.
pub fn suspend() {
    // As the system itself would; the terminal has been released before.
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}
