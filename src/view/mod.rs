//! From the state of the interface to cells of a terminal; it only reads.
