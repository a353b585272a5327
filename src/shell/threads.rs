//! Threads with names. In tests the operations on the disk of each of them can be held and made to fail.

use std::thread::JoinHandle;

/// The thread that saves.
pub const SAVING: &str = "saving";
/// The thread that keeps the journal.
pub const JOURNAL: &str = "journal";
/// A thread that does one piece of work that takes long.
pub const WORKER: &str = "worker";

/// Starts a thread with one of these names.
pub fn spawn(name: &'static str, work: impl FnOnce() + Send + 'static) -> JoinHandle<()> {
    #[cfg(test)]
    let gates = crate::store::disk::faults::gates();
    let run = move || {
        #[cfg(test)]
        gates.install(name);
        work();
    };
    std::thread::Builder::new().name(name.to_owned()).spawn(run).expect("the system has room for a thread")
}
