//! A text and a width become lines that keep their source ranges; no terminal types.
