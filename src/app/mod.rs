//! The interface as data: what is shown and what a message does to it.
