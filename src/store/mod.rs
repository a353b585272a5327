//! The only floor that touches files.
