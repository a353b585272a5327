//! No unfinished code, no ignored tests, no waiting for a time, no rule written for a single document.

use crate::support::paths;
use crate::support::scan::Literal;
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// Parts of the symbols of the bundled documents, also in the spelling of their file names.
const DOCUMENTS: [&str; 8] = ["77/275", "77-275", "76/135", "76-135", "78/237", "78-237", "AC.290", "AC.292"];

/// Placeholders for missing code, ignored tests, debug output and sleeping.
fn unfinished(source: &Source) -> Vec<Fault> {
    let tokens = paths::tokens(&source.code);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut faults = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let wrong = match token.text {
            "todo" | "unimplemented" | "dbg" => text(at + 1) == "!",
            "ignore" => at > 1 && text(at - 1) == "[" && text(at - 2) == "#",
            "sleep" | "sleep_until" | "sleep_ms" => true,
            _ => false,
        };
        if wrong {
            faults.push(format!("{}: {}", source.place(token.start), token.text));
        }
    }
    faults
}

/// The list of bundled files: it may contain file names, but no symbols.
const BUNDLE: &str = "src/store/bundled.rs";

/// Strings outside tests that name a bundled document, except where its file is embedded.
fn documents(source: &Source) -> Vec<Fault> {
    let embeds = |literal: &&Literal| {
        let before = source.program[..literal.start].trim_end();
        let file = source.path == BUNDLE && !literal.text.contains('/');
        file || ["include_str!(", "include_bytes!("].iter().any(|call| before.ends_with(call))
    };
    let names = |text: &str| DOCUMENTS.iter().any(|part| text.contains(part));
    let wrong = source.literals.iter().filter(|literal| names(&literal.text) && !embeds(literal));
    wrong.map(|literal| format!("{}: \"{}\"", source.place(literal.start), literal.text)).collect()
}

#[test]
fn no_code_is_unfinished_or_waits_for_a_time() {
    let faults: Vec<Fault> = sources::all().iter().flat_map(unfinished).collect();
    none("Unfinished code, ignored tests, debug output, or waiting for a time instead of an event:", &faults);
}

#[test]
fn no_rule_is_written_for_one_document() {
    let faults: Vec<Fault> = sources::program().iter().flat_map(documents).collect();
    none("Facts about a single document belong in data/, not in code:", &faults);
}

#[test]
fn unfinished_code_is_found() {
    let case = |text: &str, expected| finds(&unfinished(&Source::new("tests/x.rs", text)), expected);
    case("fn f() { todo!() } fn g() { dbg!(x); unimplemented!() }", 3);
    case("#[test]\n#[ignore = \"slow\"]\nfn f() {}", 1);
    case("#[cfg(test)] mod tests { fn f() { std::thread::sleep(x); } }", 1);
    case("use std::thread::sleep;", 1);
    case("fn todo() { ignore(todo); asleep(); } // todo!()", 0);
}

#[test]
fn a_rule_for_one_document_is_found() {
    let in_file = |path: &str, text: &str, expected| finds(&documents(&Source::new(path, text)), expected);
    let case = |text: &str, expected| in_file("src/import/mod.rs", text, expected);
    case("fn f(s: &str) -> bool { s == \"A/77/275\" }", 1);
    case("fn f(s: &str) -> bool { s.starts_with(r\"A/AC.292/\") }", 1);
    case("/// Reads `A/77/275`.\nfn f() {} #[cfg(test)] mod tests { const A: &str = \"A/77/275\"; }", 0);
    case("const D: &str = include_str!(\n    \"../data/A-77-275.fr.toml\"\n);", 0);
    in_file(BUNDLE, "const D: [&str; 1] = [\"A-77-275.fr\"];", 0);
    in_file(BUNDLE, "fn f(s: &str) -> bool { s == \"A/77/275\" }", 1);
    case("const D: [&str; 1] = [\"A-77-275.fr\"];", 1);
}
