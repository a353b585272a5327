//! Any text as a query: it is read, and searched for in the bundled documents; marks lie in their texts.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/search/any_query.rs"]
mod any_query;

fuzz_target!(|text: &str| any_query::check(text));
