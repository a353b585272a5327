//! The terminal, the clock and the threads: where effects are done.
