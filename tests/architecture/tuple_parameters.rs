//! Parameters of functions are named: a tuple whose parts mean something is a struct, or several parameters.
//!
//! The arguments of functions and closures that are passed (`impl Fn((A, B))`) do not count.

use crate::support::paths::{self, Token};
use crate::support::sources::{self, Source};

use super::app_parameters::parameters;
use super::{Fault, finds, none};

/// Functions that may take tuples, each with the reason.
const ALLOWED: &[(&str, &str)] = &[
    ("src/locale/mod.rs: fn say_with", "the arguments of a message, name and value, written as a list"),
    ("src/language/pattern.rs: fn fill", "placeholders with what replaces them, written as a list"),
    ("src/language/amendment.rs: fn phrase", "placeholders with what replaces them, written as a list"),
    ("src/export/notation.rs: fn filled", "placeholders with what replaces them, written as a list"),
    ("src/language/phrases.rs: fn new", "keys and values of any type, as collections take them"),
    ("src/language/phrases.rs: fn indexed", "keys and values of any type, as collections take them"),
    ("src/workspace/position.rs: fn with_parts", "keys and values, as collections take them"),
    ("src/workspace/statement.rs: fn record_taken", "keys and values, as collections take them"),
    ("src/keymap/load.rs: fn load", "file names and texts, written as a list"),
    ("src/import/reader/pdf/rows.rs: fn most", "numbers and weights, as its callers compute them"),
];

/// The functions of a source with a tuple among their parameters, in a type or as a pattern.
fn functions(source: &Source) -> Vec<Fault> {
    let tokens = paths::tokens(&source.program);
    let starts = (0..tokens.len()).filter(|at| tokens[*at].text == "fn");
    let found = starts.filter(|at| parameters(&tokens, *at).is_some_and(has_tuple));
    found.map(|at| format!("{}: fn {}", source.path, tokens[at + 1].text)).collect()
}

/// Whether there is a tuple among these tokens: brackets with a comma of their own. What functions that are passed take and
/// return, and what constructors in patterns hold, does not count.
fn has_tuple(parameters: &[Token<'_>]) -> bool {
    let mut passed = 0usize;
    for (at, token) in parameters.iter().enumerate() {
        match token.text {
            "(" if passed > 0 || is_named(&parameters[..at]) => passed += 1,
            ")" => passed = passed.saturating_sub(1),
            "(" if is_returned(&parameters[..at]) => {}
            "(" if has_comma(&parameters[at + 1..]) => return true,
            _ => {}
        }
    }
    false
}

/// Whether these tokens end with the name of a function or constructor; `mut` and lifetimes are none.
fn is_named(before: &[Token<'_>]) -> bool {
    match before {
        [.., mark, name] => name.is_word() && name.text != "mut" && mark.text != "'",
        [name] => name.is_word(),
        [] => false,
    }
}

/// Whether what follows these tokens is what a function returns.
fn is_returned(before: &[Token<'_>]) -> bool {
    matches!(before, [.., minus, more] if minus.text == "-" && more.text == ">")
}

/// Whether there is a comma before the bracket that closes these tokens, outside all brackets in them.
fn has_comma(inside: &[Token<'_>]) -> bool {
    let mut depth = 0usize;
    for token in inside {
        match token.text {
            "," if depth == 0 => return true,
            "(" | "[" | "<" | "{" => depth += 1,
            ")" if depth == 0 => return false,
            ")" | "]" | ">" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// The functions that are not on the list, and the entries of the list that no function needs.
fn faults(sources: &[Source], allowed: &[(&str, &str)]) -> Vec<Fault> {
    let found: Vec<Fault> = sources.iter().flat_map(functions).collect();
    let is_allowed = |name: &&Fault| allowed.iter().any(|(known, _)| known == name);
    let new = found.iter().filter(|name| !is_allowed(name)).cloned();
    let gone = allowed.iter().filter(|(known, _)| !found.iter().any(|name| name == known));
    let gone = gone.map(|(known, _)| format!("{known}: no longer needed, take it off the list"));
    new.chain(gone).collect()
}

#[test]
fn parameters_are_named() {
    none("A struct, or several parameters, in place of a tuple:", &faults(&sources::program(), ALLOWED));
}

#[test]
fn tuples_in_signatures_are_found() {
    let case = |text: &str, expected| {
        finds(&faults(&[Source::new("src/app/mod.rs", text)], &[]), expected);
    };
    case("fn f(size: (u16, u16)) {}", 1);
    case("fn f((width, height): Size) {}", 1);
    case("pub fn f(&self, at: usize, (a, b): (A, B), c: C) -> C {}", 1);
    case("fn f(pairs: &[(A, B)]) {}", 1);
    case("fn f<'a>(one: &'a (A, B)) {} fn g(one: &mut (A, B)) {}", 2);
    case("fn f(pair: &(A, Vec<B>)) {} fn g(pair: Option<(A, B)>) {}", 2);
    case("fn f<'a, T: Into<(A, B)>>(pairs: impl IntoIterator<Item = (T, &'a B)>) {}", 1);
    case("fn f(of: impl Fn((A, B)) -> C, pairs: &mut dyn FnMut(&[(A, B)]) -> (A, B)) {}", 0);
    case("fn f(of: impl Fn(A, B) -> C, other: fn(A, B), third: &dyn FnMut(&A, usize)) {}", 0);
    case("fn f() -> (A, B) {} fn g(a: (), b: &(dyn Any + Send), c: [u8; 2]) {}", 0);
    case("fn f(Pair(a, b): Pair) {} fn g<T: Into<(A, B)>>(t: T) {}", 0);
    case("// fn f(a: (A, B))\n#[cfg(test)] mod tests { fn f(a: (A, B)) {} }", 0);
    case("fn f(a: (Vec<A>, B)) {} fn g(of: impl Fn((A, B)), b: (A, B)) {}", 2);
}

#[test]
fn the_list_of_exceptions_is_kept_short() {
    let sources = [Source::new("src/app/mod.rs", "fn f(pair: (A, B)) {} fn g(a: A) {}")];
    finds(&faults(&sources, &[("src/app/mod.rs: fn f", "a reason")]), 0);
    finds(&faults(&sources, &[("src/app/mod.rs: fn g", "a reason")]), 2);
}
