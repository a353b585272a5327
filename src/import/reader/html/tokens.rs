//! HTML in tags and text, whatever its faults: a tag is never an error.

use super::entities::decoded;

/// A tag, or text between tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HtmlToken {
    /// `<p class="x">`: its name in small letters, its attributes.
    Open(String, Vec<(String, String)>),
    /// `</p>`.
    Close(String),
    /// Text, its references decoded.
    Text(String),
}

/// Elements whose content has no tags.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noscript", "iframe"];

/// The tags and the text of a page.
#[must_use]
pub fn tokens(page: &str) -> Vec<HtmlToken> {
    let mut tokens = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let at = rest.find('<').unwrap_or(rest.len());
        let (text, tag) = rest.split_at(at);
        if !text.is_empty() {
            tokens.push(HtmlToken::Text(decoded(text)));
        }
        rest = tag;
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        } else if tag.starts_with("<!") || tag.starts_with("<?") {
            rest = tag.find('>').map_or("", |end| &tag[end + 1..]);
        } else if tag.starts_with("</") && tag[2..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = tag.find('>').unwrap_or(tag.len());
            let name = tag[2..end].split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
            tokens.push(HtmlToken::Close(name.to_ascii_lowercase()));
            rest = tag.get(end + 1..).unwrap_or_default();
        } else if tag.len() > 1 && tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = open(tag, &mut tokens);
        } else if !tag.is_empty() {
            tokens.push(HtmlToken::Text("<".to_owned()));
            rest = &tag[1..];
        }
    }
    tokens
}

/// Reads an opening tag, and the content of an element without tags; returns what follows.
fn open<'a>(tag: &'a str, tokens: &mut Vec<HtmlToken>) -> &'a str {
    let name_end =
        tag[1..].find(|c: char| c.is_whitespace() || c == '>' || c == '/').map_or(tag.len(), |end| end + 1);
    let name = tag[1..name_end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut rest = tag[name_end..].trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    while !rest.is_empty() && !rest.starts_with('>') {
        let (attribute, after) = attribute(rest);
        attributes.extend(attribute);
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    }
    rest = rest.strip_prefix('>').unwrap_or(rest);
    tokens.push(HtmlToken::Open(name.clone(), attributes));
    if RAW.contains(&name.as_str()) {
        let end = closing(rest, &name);
        tokens.push(HtmlToken::Text(decoded(&rest[..end])));
        rest = &rest[end..];
    }
    rest
}

/// Where an element without tags ends.
fn closing(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text[from..].find("</").map(|at| from + at) {
        let end = at + 2 + name.len();
        if text.get(at + 2..end).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return at;
        }
        from = at + 2;
    }
    text.len()
}

/// One attribute and what follows it.
fn attribute(text: &str) -> (Option<(String, String)>, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '=' || c == '>').unwrap_or(text.len());
    if end == 0 {
        let first = text.chars().next().map_or(0, char::len_utf8);
        return (None, &text[first..]);
    }
    let name = text[..end].to_ascii_lowercase();
    let Some(value) = text[end..].trim_start().strip_prefix('=').map(str::trim_start) else {
        return (Some((name, String::new())), &text[end..]);
    };
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (inside, rest) = match quote {
        Some(quote) => {
            let inside = &value[1..];
            let end = inside.find(quote).unwrap_or(inside.len());
            (&inside[..end], inside.get(end + 1..).unwrap_or_default())
        }
        None => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
    };
    (Some((name, decoded(inside))), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> String {
        let shown = tokens(page).into_iter().map(|token| match token {
            HtmlToken::Open(name, attributes) => {
                let attributes = attributes.iter().map(|(name, value)| format!(" {name}={value}"));
                format!("<{name}{}>", attributes.collect::<String>())
            }
            HtmlToken::Close(name) => format!("</{name}>"),
            HtmlToken::Text(text) => format!("[{text}]"),
        });
        shown.collect()
    }

    #[test]
    fn tags_and_text_are_separated_whatever_the_faults() {
        let cases = [
            ("<P Class='a b' id=x>l&eacute;<br/>m</p >", "<p class=a b id=x>[l\u{e9}]<br>[m]</p>"),
            ("<!DOCTYPE html><!-- <p> -->x", "[x]"),
            ("<script>if (a < b) '</p>'</script>y", "<script>[if (a < b) '</p>']</script>[y]"),
            ("a < b", "[a ][<][ b]"),
            ("<a href=\"x>y\">z", "<a href=x>y>[z]"),
            ("<p", "<p>"),
            ("</", "[<][/]"),
            ("<input =x>", "<input x=>"),
        ];
        for (page, expected) in cases {
            assert_eq!(shown(page), expected, "{page}");
        }
    }
}
