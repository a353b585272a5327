//! Queries over texts and fuzzy names.
