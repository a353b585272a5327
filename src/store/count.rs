//! Counts what a thread does with files, for tests.

#![cfg(test)]

use std::cell::Cell;
use std::thread::LocalKey;

thread_local! {
    /// How many files this thread has read.
    pub static FILES_READ: Cell<usize> = const { Cell::new(0) };
    /// How often this thread has written a note out.
    pub static NOTES_RENDERED: Cell<usize> = const { Cell::new(0) };
}

/// Adds one to a count; [`LocalKey::take`] reads it and sets it to 0.
pub fn add(count: &'static LocalKey<Cell<usize>>) {
    count.set(count.get() + 1);
}
