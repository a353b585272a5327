//! Reports for other programs. Nothing stands here yet.
