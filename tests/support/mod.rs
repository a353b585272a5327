//! Shared by the tests: the sources of the project, generated files, a temporary home folder.

pub mod bless;
pub mod files;
pub mod home;
pub mod paths;
pub mod pdf;
pub mod scan;
pub mod sources;
pub mod word;
pub mod word_writer;
pub mod zip_file;
