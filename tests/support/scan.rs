//! Splits a Rust source into code and string literals: comments and the contents of literals become spaces.
//!
//! It handles quotation marks in comments, comments in strings, and lifetimes that look like character literals.

use std::ops::Range;

/// A scanned source.
pub struct Scan {
    /// The source with comments and the contents of literals replaced by spaces; offsets and lines are unchanged.
    pub code: String,
    /// The strings of the source, in order.
    pub literals: Vec<Literal>,
}

/// A string literal of the source; escapes are not decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// Where its opening quotation mark (with its prefix) starts.
    pub start: usize,
    /// The text between the quotation marks.
    pub text: String,
}

/// Scans a source; an unfinished comment or string extends to the end.
pub fn scan(source: &str) -> Scan {
    let mut reader = Reader { source, at: 0, blanks: Vec::new(), literals: Vec::new() };
    while reader.at < source.len() {
        reader.step();
    }
    Scan { code: blanked(source, &reader.blanks), literals: reader.literals }
}

/// The text with these ranges replaced by spaces, except line breaks.
pub fn blanked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for byte in ranges.iter().flat_map(|range| range.clone()) {
        if bytes[byte] != b'\n' {
            bytes[byte] = b' ';
        }
    }
    String::from_utf8(bytes).expect("whole characters are blanked")
}

/// The line of an offset, counted from 1.
pub fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    blanks: Vec<Range<usize>>,
    literals: Vec<Literal>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            self.blank(end);
        } else if rest.starts_with("/*") {
            let end = block_comment(rest);
            self.blank(end);
        } else if let Some((prefix, hashes)) = string_opening(rest) {
            self.string(prefix, hashes);
        } else if let Some(end) = character(rest) {
            self.blank(end);
        } else {
            // A word is read as a whole, so that the `r` of `for` does not open a raw string.
            let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            let one = rest.chars().next().map_or(1, char::len_utf8);
            self.at += word.max(one);
        }
    }

    fn blank(&mut self, length: usize) {
        self.blanks.push(self.at..self.at + length);
        self.at += length;
    }

    /// `prefix`: bytes up to and including the opening mark; `hashes`: `None` for a string with escapes.
    fn string(&mut self, prefix: usize, hashes: Option<usize>) {
        let start = self.at;
        let inside = &self.source[start + prefix..];
        let (length, mark) = match hashes {
            Some(count) => {
                let mark = format!("\"{}", "#".repeat(count));
                (inside.find(&mark).unwrap_or(inside.len()), mark.len())
            }
            None => (escaped_end(inside, b'"'), 1),
        };
        self.literals.push(Literal { start, text: inside[..length].to_owned() });
        self.at += prefix;
        self.blank(length);
        self.at = (self.at + mark).min(self.source.len());
    }
}

fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The length of a block comment; comments can be nested.
fn block_comment(text: &str) -> usize {
    let (bytes, mut depth, mut at) = (text.as_bytes(), 0usize, 0);
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Where a string with escapes ends, before its closing mark.
fn escaped_end(text: &str, mark: u8) -> usize {
    let (bytes, mut at) = (text.as_bytes(), 0);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == mark => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The bytes up to and including the opening mark of a string, and the number of hashes of a raw string.
fn string_opening(text: &str) -> Option<(usize, Option<usize>)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let raw = match &text[..letters] {
        "" | "b" | "c" => false,
        "r" | "br" | "cr" => true,
        _ => return None,
    };
    let hashes = if raw { text[letters..].bytes().take_while(|byte| *byte == b'#').count() } else { 0 };
    let prefix = letters + hashes + 1;
    (text.as_bytes().get(prefix - 1) == Some(&b'"')).then_some((prefix, raw.then_some(hashes)))
}

/// The length of the character literal that starts here; `None` for a lifetime.
fn character(text: &str) -> Option<usize> {
    let prefix = if text.starts_with("b'") { 1 } else { 0 };
    let inside = text[prefix..].strip_prefix('\'')?;
    if inside.starts_with('\\') {
        return Some(prefix + 1 + (escaped_end(inside, b'\'') + 1).min(inside.len()));
    }
    let one = inside.chars().next()?.len_utf8();
    inside[one..].starts_with('\'').then_some(prefix + one + 2)
}

/// The ranges of scanned code that are excluded from the program by `#[cfg(test)]`.
pub fn test_parts(code: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let start = from + found;
        from = item_end(code, start);
        parts.push(start..from);
    }
    parts
}

/// The end of the item whose attributes start here: after its block or its semicolon.
fn item_end(code: &str, start: usize) -> usize {
    let mut depth = 0usize;
    for (index, byte) in code.bytes().enumerate().skip(start) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && byte == b'}' {
                    return index + 1;
                }
            }
            b';' if depth == 0 => return index + 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(source: &str, code: &str, literals: &[&str]) {
        let scan = scan(source);
        assert_eq!(scan.code.split_whitespace().collect::<Vec<_>>().join(" "), code);
        assert_eq!(scan.literals.iter().map(|literal| literal.text.as_str()).collect::<Vec<_>>(), literals);
        assert_eq!(scan.code.len(), source.len(), "everything stays in its place");
    }

    #[test]
    fn comments_and_literals_are_separated() {
        case("a // use x \"y\"\nb", "a b", &[]);
        case("a /* one /* two */ \" */ b", "a b", &[]);
        case("say(\"not // a comment\") + 1", "say(\" \") + 1", &["not // a comment"]);
        case(r#"x("a \" b", 'c')"#, r#"x(" ", )"#, &[r#"a \" b"#]);
        case("r#\"raw \" mark\"# end", "r#\" \"# end", &["raw \" mark"]);
        case("br\"raw\" b\"bytes\" c\"c\"", "br\" \" b\" \" c\" \"", &["raw", "bytes", "c"]);
        case("for\"x\"", "for\" \"", &["x"]);
        case("fn r#use() {}", "fn r#use() {}", &[]);
    }

    #[test]
    fn lifetimes_are_not_characters() {
        case(
            "fn f<'a>(x: &'a str) -> &'static str { '\"' }",
            "fn f<'a>(x: &'a str) -> &'static str { }",
            &[],
        );
        case("['\\'', '\\u{e9}', 'é', b'\\\\', '\\\\'] \"s\"", "[ , , , , ] \" \"", &["s"]);
    }

    #[test]
    fn unfinished_literals_extend_to_the_end() {
        case("a \"open", "a \"", &["open"]);
        case("a /* open", "a", &[]);
    }

    #[test]
    fn test_parts_end_with_their_item() {
        let code = "fn a() {}\n#[cfg(test)]\n#[path = \"x\"]\nmod tests { fn b() { [1; 2]; } }\nfn c() {}";
        let parts = test_parts(code);
        let rest = blanked(code, &parts);
        assert_eq!(rest.split_whitespace().collect::<Vec<_>>().join(" "), "fn a() {} fn c() {}");
        let rest =
            blanked("#[cfg(test)] mod tests; fn c() {}", &test_parts("#[cfg(test)] mod tests; fn c() {}"));
        assert_eq!(rest.trim(), "fn c() {}");
    }
}
