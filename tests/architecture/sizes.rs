//! Limits for the length of files and functions.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::support::paths::{self, Token};
use crate::support::scan;
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// Longest allowed file, in lines without its tests; a file of unit tests may have `TEST_FILE_LINES`.
const FILE_LINES: usize = 400;
const TEST_FILE_LINES: usize = 500;

/// Files that are still longer, up to `TEST_FILE_LINES`. Do not add any; remove those that have become short.
const LONG_FILES: [&str; 0] = [];

/// Longest allowed function, in lines of code between its braces; blank lines and comments do not count.
const FUNCTION_LINES: usize = 60;

/// 99 functions of 100 in the program have at most this many lines.
const P99_LINES: usize = 45;

/// A fault if the file is too long.
fn long_file(source: &Source) -> Vec<Fault> {
    let all = source.text.lines().count();
    let tests: usize = scan::test_parts(&source.code).iter().map(|part| lines(&source.text, part)).sum();
    let count = all - tests.min(all);
    let is_longer = source.program.trim().is_empty() || LONG_FILES.contains(&source.path.as_str());
    let limit = if is_longer { TEST_FILE_LINES } else { FILE_LINES };
    let fault = || format!("{}: {count} lines without tests, at most {limit}", source.path);
    if count > limit { vec![fault()] } else { Vec::new() }
}

fn lines(text: &str, part: &Range<usize>) -> usize {
    text[part.clone()].lines().count()
}

/// The functions of a source that are too long, except in its unit tests.
fn long_functions(source: &Source) -> Vec<Fault> {
    let long =
        functions(source, &source.program).into_iter().filter(|function| function.lines > FUNCTION_LINES);
    let fault = |function: Function| {
        format!("{}: {} lines, at most {FUNCTION_LINES}", function.place, function.lines)
    };
    long.map(fault).collect()
}

/// A fault if more than one function in a hundred is longer than the limit.
fn long_tail(sources: &[Source]) -> Vec<Fault> {
    let all = sources.iter().flat_map(|source| functions(source, &source.program));
    let mut lines: Vec<usize> = all.map(|function| function.lines).collect();
    lines.sort_unstable();
    let p99 = lines.get((lines.len() * 99).div_ceil(100).saturating_sub(1)).copied().unwrap_or(0);
    let fault = || format!("99 functions in 100 have up to {p99} lines, at most {P99_LINES}");
    if p99 > P99_LINES { vec![fault()] } else { Vec::new() }
}

/// A function with a body.
struct Function {
    /// File, line and name.
    place: String,
    /// Lines of code between its braces.
    lines: usize,
}

/// The functions in the blanked code of a source.
fn functions(source: &Source, code: &str) -> Vec<Function> {
    let tokens = paths::tokens(code);
    let on = token_lines(code, &tokens);
    let measure = |at: usize| {
        let (name, body) = function(&tokens, at)?;
        let used: BTreeSet<usize> = on[body].iter().copied().collect();
        let place = format!("{}: fn {name}", source.place(tokens[at].start));
        Some(Function { place, lines: used.len() })
    };
    (0..tokens.len()).filter_map(measure).collect()
}

/// The line of each token.
fn token_lines(code: &str, tokens: &[Token<'_>]) -> Vec<usize> {
    let (mut line, mut from) = (1, 0);
    let on = |token: &Token<'_>| {
        line += code.as_bytes()[from..token.start].iter().filter(|byte| **byte == b'\n').count();
        from = token.start;
        line
    };
    tokens.iter().map(on).collect()
}

/// The name of the function that starts at this token, and the tokens between its braces.
fn function<'a>(tokens: &[Token<'a>], at: usize) -> Option<(&'a str, Range<usize>)> {
    let name = tokens.get(at + 1).filter(|name| tokens[at].text == "fn" && name.is_word())?;
    let mut depth = 0usize;
    let mut open = None;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match token.text {
            "{" if depth == 0 && open.is_none() => (open, depth) = (Some(index), 1),
            ";" if depth == 0 => return None,
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let (Some(open), 0) = (open, depth) {
            return Some((name.text, open + 1..index));
        }
    }
    None
}

#[test]
fn files_are_short() {
    let faults: Vec<Fault> = sources::program().iter().flat_map(long_file).collect();
    none("A file is short enough to read in one go:", &faults);
}

#[test]
fn functions_are_short() {
    let faults: Vec<Fault> = sources::all().iter().flat_map(long_functions).collect();
    none("A function does one thing:", &faults);
}

#[test]
fn nearly_all_functions_are_shorter() {
    none("Few functions come near the limit:", &long_tail(&sources::program()));
}

#[test]
fn a_long_file_is_found() {
    let long = "fn f() {}\n".repeat(FILE_LINES + 1);
    finds(&long_file(&Source::new("src/app/mod.rs", &long)), 1);
    let tests = format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
    finds(&long_file(&Source::new("src/app/mod.rs", &tests)), 0);
    let allowed = "fn f() {}\n".repeat(FILE_LINES);
    finds(&long_file(&Source::new("src/app/mod.rs", &allowed)), 0);
    finds(&long_file(&Source::new("src/app/tests.rs", &long)), 0);
    finds(&long_file(&Source::new("src/app/tests.rs", &"fn f() {}\n".repeat(TEST_FILE_LINES + 1))), 1);
}

#[test]
fn a_long_function_is_found() {
    let function = |count: usize| format!("fn f(a: [u8; 2]) -> u8 {{\n{}}}\n", "    g();\n".repeat(count));
    let source = |text: &str| Source::new("src/app/mod.rs", text);
    finds(&long_functions(&source(&function(FUNCTION_LINES))), 0);
    finds(&long_functions(&source(&function(FUNCTION_LINES + 1))), 1);
    let free = format!("fn f() {{\n{}}}\n", "    // why: { \"\n\n".repeat(100));
    finds(&long_functions(&source(&free)), 0);
    let after = format!("trait T {{ fn f(&self); }}\nconst F: fn() = x;\n{}", function(FUNCTION_LINES + 1));
    finds(&long_functions(&source(&after)), 1);
}

#[test]
fn a_long_tail_is_found() {
    let function = |count: usize| format!("fn f() {{\n{}}}\n", "    g();\n".repeat(count));
    let file = |long: usize| {
        let text = function(P99_LINES).repeat(100 - long) + &function(P99_LINES + 1).repeat(long);
        [Source::new("src/app/mod.rs", &text)]
    };
    finds(&long_tail(&file(1)), 0);
    finds(&long_tail(&file(2)), 1);
}
