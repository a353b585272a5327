//! Only a few functions may change the whole interface: those with a `&mut App` parameter.

use crate::support::paths::{self, Token};
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// The largest allowed number of functions with a `&mut App` parameter.
const FUNCTIONS: usize = 50;

/// The functions of a source with a `&mut App` parameter.
fn functions(source: &Source) -> Vec<Fault> {
    let tokens = paths::tokens(&source.program);
    let starts = (0..tokens.len()).filter(|at| tokens[*at].text == "fn");
    let whole = starts.filter(|at| parameters(&tokens, *at).is_some_and(takes_app));
    whole.map(|at| format!("{}: fn {}", source.place(tokens[at].start), tokens[at + 1].text)).collect()
}

/// The tokens between the brackets of the parameters of the function that starts here; `None` without a name.
pub(super) fn parameters<'a, 'b>(tokens: &'b [Token<'a>], at: usize) -> Option<&'b [Token<'a>]> {
    tokens.get(at + 1).filter(|name| name.is_word())?;
    let (mut angles, mut round, mut open) = (0usize, 0usize, None);
    for (index, token) in tokens.iter().enumerate().skip(at + 2) {
        match token.text {
            "<" => angles += 1,
            ">" if tokens[index - 1].text != "-" => angles = angles.saturating_sub(1),
            "(" => {
                open = open.or((angles == 0).then_some(index));
                round += 1;
            }
            ")" => {
                round = round.saturating_sub(1);
                if let (0, Some(open)) = (round, open) {
                    return Some(&tokens[open + 1..index]);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether one of the parameters is a `&mut App`, with or without a lifetime.
fn takes_app(parameters: &[Token<'_>]) -> bool {
    parameters.windows(2).any(|pair| pair[0].text == "mut" && pair[1].text == "App")
}

#[test]
fn few_functions_change_the_whole_interface() {
    let found: Vec<Fault> = sources::program().iter().flat_map(functions).collect();
    let faults = if found.len() > FUNCTIONS { found } else { Vec::new() };
    none(&format!("At most {FUNCTIONS} functions take a `&mut App`, here {}:", faults.len()), &faults);
}

#[test]
fn functions_that_take_the_app_are_found() {
    let case = |text: &str, expected| finds(&functions(&Source::new("src/app/mod.rs", text)), expected);
    case("fn f(app: &mut App) {} pub fn g(x: u8, app: &mut App) -> Vec<Effect> {}", 2);
    case("fn f<'a>(app: &'a mut App) {} fn g<F: Fn(u8) -> u8>(f: F, app: &mut App) {}", 2);
    case("fn f(app: &App) {} fn g(mut app: AppState) {} fn h() { g(&mut App::new()) }", 0);
    case("// fn f(app: &mut App)\n#[cfg(test)] mod tests { fn f(app: &mut App) {} }", 0);
    case("const VERBS: [fn(&mut App); 1] = [f];", 0);
}
