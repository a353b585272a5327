//! How long work reports its progress and learns that nobody waits for it any more.

/// Somebody who waits for long work.
pub trait Watch {
    /// Hears how many parts there are, before the first of them.
    fn begins(&self, _total: usize) {}

    /// Hears that `done` of `total` parts are done; `false` if the work should stop.
    fn continues(&self, done: usize, total: usize) -> bool;
}

/// Nobody watches: the work is done to its end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn continues(&self, _: usize, _: usize) -> bool {
        true
    }
}
