//! What the tests share: the sources of the house, generated files, a temporary home.

pub mod bless;
pub mod files;
pub mod home;
pub mod paths;
pub mod scan;
pub mod sources;
