//! Citations: how a passage is named, read and written the UN way.
