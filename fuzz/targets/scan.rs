//! Searches any text for citations in both languages: they are in order, do not overlap, and their spans are correct.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenary::cite::{Aliases, Setting, read};
use plenary::model::Language;

fuzz_target!(|text: &str| {
    for language in [Language::FR, Language::EN] {
        let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: Some("A/HRC") };
        let mut end = 0;
        for citation in read(text, &setting) {
            assert!(citation.span.start >= end, "citations overlap");
            assert_eq!(citation.span.of(text), citation.raw);
            end = citation.span.end;
        }
    }
});
