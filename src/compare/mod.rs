//! Paragraphs paired and words diffed. Nothing stands here yet.
