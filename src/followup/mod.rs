//! Next steps read as follow-ups: who, with what force, at which sessions, by when, on which topics.
