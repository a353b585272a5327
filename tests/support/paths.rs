//! Tokens and paths of a Rust source: `use crate::{base::Id, model}` is two paths.

/// A token of blanked code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// A word, `::`, or one other character.
    pub text: &'a str,
    /// Where it starts in the source.
    pub start: usize,
}

impl Token<'_> {
    /// Whether it is a name or a keyword.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c == '_' || c.is_alphabetic())
    }
}

/// A path; a `use` with groups gives one path for each branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path<'a> {
    /// Its segments; a glob ends in `*`.
    pub words: Vec<&'a str>,
    /// Where it starts, or where its branch of a group starts.
    pub start: usize,
    /// The number of modules between the crate root and this place; `super` counts from here.
    pub depth: usize,
}

impl Path<'_> {
    /// Whether the path starts with these words.
    pub fn starts_with(&self, words: &[&str]) -> bool {
        self.words.starts_with(words)
    }

    /// The path from the crate root, without `crate`; `None` if it starts elsewhere.
    pub fn below_root(&self) -> Option<&[&str]> {
        let words = match self.words.as_slice() {
            ["crate", rest @ ..] => return Some(rest),
            ["self", rest @ ..] => rest,
            all => all,
        };
        let climbs = words.iter().take_while(|word| **word == "super").count();
        (climbs > 0 && climbs >= self.depth).then(|| &words[climbs..])
    }
}

/// The tokens of blanked code.
pub fn tokens(code: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    while let Some(first) = code[at..].chars().next() {
        let rest = &code[at..];
        let word = |c: char| c == '_' || c.is_alphanumeric();
        let length = if word(first) {
            rest.find(|c| !word(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.push(Token { text: &rest[..length], start: at });
        }
        at += length;
    }
    tokens
}

/// All paths of blanked code in a file `depth` modules below the crate root.
pub fn paths(code: &str, depth: usize) -> Vec<Path<'_>> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let (mut braces, mut modules, mut followed) = (0usize, Vec::new(), 0);
    for (at, token) in tokens.iter().enumerate() {
        if at < followed {
            continue;
        }
        match token.text {
            "{" => braces += 1,
            "}" => {
                braces = braces.saturating_sub(1);
                modules.retain(|opened| *opened <= braces);
            }
            _ => {}
        }
        if token.text == "mod" && tokens.get(at + 2).is_some_and(|next| next.text == "{") {
            modules.push(braces + 1);
        }
        if token.is_word() && !is_keyword(token.text) && !continues_a_path(&tokens, at) {
            let path = Path { words: Vec::new(), start: token.start, depth: depth + modules.len() };
            followed = follow(&tokens, at, path, &mut found);
        }
    }
    found
}

/// Whether the token continues a path or a method call that began before it.
fn continues_a_path(tokens: &[Token<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|index| tokens.get(index));
    match before(1).map(|token| token.text) {
        Some(".") => true,
        Some("::") => {
            before(2).is_some_and(|token| token.text == ">" || (token.is_word() && !is_keyword(token.text)))
        }
        _ => false,
    }
}

/// Keywords after which a path may start with `::`.
fn is_keyword(word: &str) -> bool {
    ["use", "in", "as", "return", "mut", "dyn", "impl", "match", "if", "else", "let", "where"].contains(&word)
}

/// Collects the path that starts here, one for each branch of its groups; returns where it ends.
fn follow<'a>(tokens: &[Token<'a>], mut at: usize, mut path: Path<'a>, found: &mut Vec<Path<'a>>) -> usize {
    while let Some(token) = tokens.get(at) {
        if token.text == "{" {
            return branches(tokens, at, &path, found);
        }
        if !token.is_word() && token.text != "*" {
            break;
        }
        path.words.push(token.text);
        at += 1;
        if tokens.get(at).is_none_or(|next| next.text != "::") {
            break;
        }
        at += 1;
    }
    found.push(path);
    at
}

/// Collects the branches of the group that opens here.
fn branches<'a>(tokens: &[Token<'a>], open: usize, trunk: &Path<'a>, found: &mut Vec<Path<'a>>) -> usize {
    let mut at = open + 1;
    while let Some(token) = tokens.get(at) {
        match token.text {
            "}" => return at + 1,
            text if token.is_word() || text == "*" || text == "{" => {
                let branch = Path { start: token.start, ..trunk.clone() };
                at = follow(tokens, at, branch, found).max(at + 1);
                if tokens.get(at).is_some_and(|next| next.text == "as") {
                    at += 2;
                }
            }
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(code: &str, expected: &[&str]) {
        let found: Vec<String> = paths(code, 2)
            .iter()
            .map(|path| path.words.join("::"))
            .filter(|path| path.contains("::"))
            .collect();
        assert_eq!(found, expected, "{code}");
    }

    #[test]
    fn groups_give_one_path_per_branch() {
        case("use crate::base;", &["crate::base"]);
        case(
            "use crate::{base::{Id, text}, model::*};",
            &["crate::base::Id", "crate::base::text", "crate::model::*"],
        );
        case("use crate::{base as b, view};", &["crate::base", "crate::view"]);
        case("use {std::fs, ::ratatui::Frame};", &["std::fs", "ratatui::Frame"]);
        case("use ::clap::Parser;", &["clap::Parser"]);
    }

    #[test]
    fn paths_are_found_anywhere() {
        case("fn f() { crate :: view::draw(x.toml::<u8>()); }", &["crate::view::draw"]);
        case("impl From<std::io::Error> for E {}", &["std::io::Error"]);
        case("<A as crate::app::T>::f(); $crate::view::x!();", &["crate::app::T", "crate::view::x"]);
        case("super::Language::FR", &["super::Language::FR"]);
    }

    #[track_caller]
    fn climbs(depth: usize, code: &str, root: Option<&str>) {
        let found = paths(code, depth);
        let path = found.iter().find(|path| path.words.len() > 1).expect("one path");
        assert_eq!(path.below_root().map(|words| words.join("::")).as_deref(), root, "{code}");
    }

    #[test]
    fn super_counts_from_the_current_module() {
        climbs(1, "super::view::draw()", Some("view::draw"));
        climbs(2, "super::view::draw()", None);
        climbs(2, "super::super::view::draw()", Some("view::draw"));
        climbs(2, "self::super::super::view::draw()", Some("view::draw"));
        climbs(1, "mod inner { fn f() { super::view::draw() } }", None);
        climbs(1, "mod inner { } fn f() { super::view::draw() }", Some("view::draw"));
        climbs(3, "crate::view::draw()", Some("view::draw"));
        climbs(1, "self::view::draw()", None);
    }
}
