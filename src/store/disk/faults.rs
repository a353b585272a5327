//! Makes operations of this thread fail, for tests.
//!
//! ```ignore
//! let (_, operations) = faults::record(scenario);
//! for at in 0..operations.len() {
//!     faults::during(Fault::at(at, Failure::Error(ENOSPC)), scenario);
//! }
//! ```

#![cfg(test)]

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Condvar, Mutex};

/// A kind of operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {
    /// Opening a file or a folder.
    Open,
    /// Reading bytes.
    Read,
    /// Writing bytes, or cutting a file off.
    Write,
    /// Waiting for the disk.
    Sync,
    /// Giving another name.
    Rename,
    /// Removing a file.
    Remove,
    /// Taking a lock.
    Lock,
    /// Listing a folder.
    List,
    /// Making a folder.
    MakeFolder,
    /// Asking what something is or where a link leads, or setting a mode.
    Describe,
}

/// An error number of Linux: the device fails.
pub const EIO: i32 = 5;
/// No permission.
pub const EACCES: i32 = 13;
/// Too many open files.
pub const EMFILE: i32 = 24;
/// The disk is full.
pub const ENOSPC: i32 = 28;
/// The file system is read-only.
pub const EROFS: i32 = 30;
/// No locks are available.
pub const ENOLCK: i32 = 37;
/// There is no such function.
pub const ENOSYS: i32 = 38;
/// The file system does not support it.
pub const EOPNOTSUPP: i32 = 95;

/// How an operation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// With this error number; nothing was done.
    Error(i32),
    /// A write writes half of its bytes, and the next one fails with this error number. Other operations fail at once.
    Torn(i32),
    /// A write writes half of its bytes and says so. Other operations do not fail.
    Short,
    /// The thread panics; nothing was done.
    Panic,
}

/// Which operations fail.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// Only operations of this kind are counted; all if `None`.
    pub kind: Option<Operation>,
    /// How many operations are done before the first one that fails.
    pub after: usize,
    /// How many fail, one after the other.
    pub times: usize,
    /// How they fail.
    pub failure: Failure,
}

impl Fault {
    /// The failure of an operation, if it is to fail; `met` counts those of the kind.
    fn meet(self, met: &mut usize, operation: Operation) -> Option<Failure> {
        if self.kind.is_some_and(|kind| kind != operation) {
            return None;
        }
        *met += 1;
        let nth = *met - 1;
        (nth >= self.after && nth - self.after < self.times).then_some(self.failure)
    }

    /// One operation fails, counted from 0.
    pub fn at(after: usize, failure: Failure) -> Self {
        Self { kind: None, after, times: 1, failure }
    }

    /// All operations of a kind fail.
    pub fn every(kind: Operation, failure: Failure) -> Self {
        Self { kind: Some(kind), after: 0, times: usize::MAX, failure }
    }
}

#[derive(Default)]
struct Plan {
    fault: Option<Fault>,
    /// How many operations of the kind that fails were met.
    met: usize,
    /// The error number of the next write: the one before wrote only a part.
    torn: Option<i32>,
    done: Vec<Operation>,
}

thread_local! {
    static PLAN: RefCell<Plan> = RefCell::default();
}

type Hook = Box<dyn FnMut(Operation)>;

thread_local! {
    /// What this thread does before each operation.
    static HOOK: RefCell<Option<Hook>> = RefCell::default();
    /// The gate that the operations of this thread pass.
    static GATE: RefCell<Option<Gate>> = RefCell::default();
    /// The gates of the threads that this one starts, by their names.
    static GATES: RefCell<HashMap<&'static str, Gate>> = RefCell::default();
}

/// Runs something and calls `hook` before each operation of this thread, but not before those of the hook itself.
pub fn interrupted<T>(hook: impl FnMut(Operation) + 'static, run: impl FnOnce() -> T) -> T {
    HOOK.set(Some(Box::new(hook)));
    let result = run();
    HOOK.take();
    result
}

/// Holds the operations of another thread, or makes them fail, when a test says so.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<(Mutex<Passage>, Condvar)>);

/// What passes a gate.
#[derive(Debug, Default)]
struct Passage {
    /// The kind of operation that is held; all if it is `Some(None)`, none if it is `None`.
    held: Option<Option<Operation>>,
    /// The operation that waits at the gate.
    waiting: Option<Operation>,
    fault: Option<Fault>,
    /// How many operations of the kind that fails were met.
    met: usize,
}

impl Gate {
    /// A gate for the thread of this name, and for those which that one starts: to be made before the thread is started by
    /// this one.
    pub fn of_thread(name: &'static str) -> Self {
        let gate = Self::default();
        GATES.with_borrow_mut(|gates| gates.insert(name, gate.clone()));
        gate
    }

    /// From now on operations of this kind wait; all if `None`.
    pub fn hold(&self, kind: Option<Operation>) {
        self.set(|passage| passage.held = Some(kind));
    }

    /// Waits until an operation is held, and returns it.
    pub fn wait_until_held(&self) -> Operation {
        let (passage, changed) = &*self.0;
        let mut passage = passage.lock().unwrap();
        loop {
            match passage.waiting {
                Some(operation) => return operation,
                None => passage = changed.wait(passage).unwrap(),
            }
        }
    }

    /// Lets everything pass.
    pub fn release(&self) {
        self.set(|passage| passage.held = None);
    }

    /// From now on operations fail like this; none do if `None`.
    pub fn fail(&self, fault: Option<Fault>) {
        self.set(|passage| (passage.fault, passage.met) = (fault, 0));
    }

    fn set(&self, change: impl FnOnce(&mut Passage)) {
        change(&mut self.0.0.lock().unwrap());
        self.0.1.notify_all();
    }

    /// An operation passes; returns its failure, if it is to fail.
    fn pass(&self, operation: Operation) -> Option<Failure> {
        let (passage, changed) = &*self.0;
        let mut passage = passage.lock().unwrap();
        while passage.held.is_some_and(|kind| kind.is_none_or(|kind| kind == operation)) {
            passage.waiting = Some(operation);
            changed.notify_all();
            passage = changed.wait(passage).unwrap();
        }
        passage.waiting = None;
        let fault = passage.fault;
        fault.and_then(|fault| fault.meet(&mut passage.met, operation))
    }
}

/// The gates for a thread that this one is about to start.
pub fn gates() -> Gates {
    Gates(GATES.with_borrow(Clone::clone))
}

/// The gates of threads, by their names.
pub struct Gates(HashMap<&'static str, Gate>);

impl Gates {
    /// From now on they are the gates of this thread, which has this name, and of those which it starts.
    pub fn install(self, name: &str) {
        GATE.set(self.0.get(name).cloned());
        GATES.set(self.0);
    }
}

/// Runs something and lists the operations of this thread.
pub fn record<T>(run: impl FnOnce() -> T) -> (T, Vec<Operation>) {
    PLAN.set(Plan::default());
    let result = run();
    (result, PLAN.take().done)
}

/// Runs something while operations of this thread fail.
pub fn during<T>(fault: Fault, run: impl FnOnce() -> T) -> T {
    PLAN.set(Plan { fault: Some(fault), ..Plan::default() });
    let result = run();
    PLAN.take();
    result
}

/// The failure of the next operation, if it is to fail.
fn next(operation: Operation) -> Option<Failure> {
    if let Some(mut hook) = HOOK.take() {
        // What the hook does is not part of what it interrupts.
        let plan = PLAN.take();
        hook(operation);
        PLAN.set(plan);
        HOOK.set(Some(hook));
    }
    let gate = GATE.with_borrow(Clone::clone);
    let refused = gate.and_then(|gate| gate.pass(operation));
    PLAN.with_borrow_mut(|plan| {
        plan.done.push(operation);
        let fault = plan.fault;
        refused.or_else(|| fault?.meet(&mut plan.met, operation))
    })
}

/// Fails if this operation is to fail.
pub(super) fn fail(operation: Operation) -> io::Result<()> {
    match next(operation) {
        Some(Failure::Error(number) | Failure::Torn(number)) => Err(io::Error::from_raw_os_error(number)),
        Some(Failure::Panic) => panic!("a fault of the test"),
        Some(Failure::Short) | None => Ok(()),
    }
}

/// How many of these bytes a write writes, if not all; or its failure.
pub(super) fn part(bytes: usize) -> io::Result<Option<usize>> {
    if let Some(number) = PLAN.with_borrow_mut(|plan| plan.torn.take()) {
        return Err(io::Error::from_raw_os_error(number));
    }
    match next(Operation::Write) {
        Some(Failure::Error(number)) => Err(io::Error::from_raw_os_error(number)),
        Some(Failure::Torn(number)) => {
            PLAN.with_borrow_mut(|plan| plan.torn = Some(number));
            Ok(Some(bytes / 2).filter(|part| *part > 0))
        }
        Some(Failure::Short) => Ok(Some(bytes.div_ceil(2))),
        Some(Failure::Panic) => panic!("a fault of the test"),
        None => Ok(None),
    }
}
