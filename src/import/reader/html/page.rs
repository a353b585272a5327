//! The lines of a page: its paragraphs, headings, items of lists and rows of tables.

use std::collections::HashMap;

use super::tokens::HtmlToken;
use crate::base::numbering::{letters, roman};
use crate::import::line::{Label, Line, LineRole, NoteCall};
use crate::import::mark;
use crate::import::reader::words::squeezed;

/// What a page has.
#[derive(Debug, Default)]
pub struct WebPage {
    /// Its lines; each is a whole paragraph.
    pub lines: Vec<Line>,
    /// What the window shows as its title.
    pub title: Option<String>,
    /// The code of its language.
    pub language: Option<String>,
}

/// Elements whose words are not of the text.
const LEFT_OUT: [&str; 16] = [
    "script", "style", "nav", "noscript", "template", "svg", "form", "button", "select", "iframe", "footer",
    "aside", "object", "textarea", "head", "dialog",
];
/// Elements inside of a line.
const INLINE: [&str; 30] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
    "wbr",
];

/// A list that is open.
#[derive(Debug)]
struct OpenList {
    /// How its items are numbered; `None` for bullets.
    style: Option<char>,
    next: u32,
}

#[derive(Debug, Default)]
struct HtmlBuilder<'a> {
    page: WebPage,
    text: String,
    calls: Vec<NoteCall>,
    label: Option<Label>,
    role: Option<LineRole>,
    lists: Vec<OpenList>,
    /// The cells of the row that is read; `None` outside of rows.
    row: Option<Vec<String>>,
    /// Elements left out that are open.
    left_out: Vec<String>,
    /// The mark of each footnote by the name of the place where it is.
    notes: HashMap<&'a str, String>,
    /// The words of the title of the window follow.
    in_title: bool,
}

impl WebPage {
    /// Reads a page. If it has a main part, only that is read.
    #[must_use]
    pub fn of(tokens: &[HtmlToken]) -> Self {
        let mut builder = HtmlBuilder { notes: notes(tokens), ..HtmlBuilder::default() };
        let main = main_part(tokens);
        for (at, token) in tokens.iter().enumerate() {
            builder.head(token);
            if main.as_ref().is_none_or(|main| main.contains(&at)) {
                builder.token(tokens, at, token);
            }
        }
        builder.end();
        builder.page
    }
}

/// The tokens of the main part of a page.
fn main_part(tokens: &[HtmlToken]) -> Option<std::ops::Range<usize>> {
    ["main", "article"].into_iter().find_map(|wanted| {
        let opens = |token: &HtmlToken| matches!(token, HtmlToken::Open(name, _) if name == wanted);
        let closes = |token: &HtmlToken| matches!(token, HtmlToken::Close(name) if name == wanted);
        let start = tokens.iter().position(opens)?;
        let end = tokens.iter().rposition(closes).filter(|end| *end > start)?;
        Some(start..end)
    })
}

/// The footnotes: places that a short raised link leads to, with its words as their mark.
fn notes(tokens: &[HtmlToken]) -> HashMap<&str, String> {
    let mut notes = HashMap::new();
    for at in 0..tokens.len() {
        if let Some((target, mark, _)) = call(tokens, at) {
            notes.entry(target).or_insert(mark);
        }
    }
    notes
}

/// A raised link to a place of the page, `<sup><a href="#n1">1</a></sup>` or `<a href="#n1"><sup>[1]</sup></a>`: the place, the
/// mark, and how many tokens it has.
fn call(tokens: &[HtmlToken], at: usize) -> Option<(&str, String, usize)> {
    let (first, second, text) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    let (HtmlToken::Open(outer, _), HtmlToken::Open(inner, _), HtmlToken::Text(text)) = (first, second, text)
    else {
        return None;
    };
    if !matches!((outer.as_str(), inner.as_str()), ("sup", "a") | ("a", "sup")) {
        return None;
    }
    let target = attribute(first, "href").or_else(|| attribute(second, "href"))?.strip_prefix('#')?;
    let mark: String = text.trim().trim_matches(['[', ']', '(', ')']).trim().to_owned();
    let fits = (1..=4).contains(&mark.chars().count()) && !target.is_empty();
    fits.then_some((target, mark, 5))
}

fn attribute<'a>(token: &'a HtmlToken, name: &str) -> Option<&'a str> {
    let HtmlToken::Open(_, attributes) = token else { return None };
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

impl HtmlBuilder<'_> {
    /// The title and the language of the page.
    fn head(&mut self, token: &HtmlToken) {
        match token {
            HtmlToken::Open(name, _) if name == "html" => {
                self.page.language = attribute(token, "lang").map(short_code)
            }
            HtmlToken::Open(name, _) => self.in_title = name == "title" && self.page.title.is_none(),
            HtmlToken::Text(text) if self.in_title => self.page.title = Some(squeezed(text)),
            _ => self.in_title = false,
        }
    }

    fn token(&mut self, tokens: &[HtmlToken], at: usize, token: &HtmlToken) {
        match token {
            HtmlToken::Open(name, _)
                if LEFT_OUT.contains(&name.as_str()) || is_hidden(token) && !is_void(name) =>
            {
                self.left_out.push(name.clone());
            }
            HtmlToken::Open(name, _) if self.left_out.last() == Some(name) => {
                self.left_out.push(name.clone())
            }
            HtmlToken::Close(name) if self.left_out.contains(name) => {
                let open = self.left_out.iter().rposition(|open| open == name).unwrap_or_default();
                self.left_out.truncate(open);
            }
            _ if !self.left_out.is_empty() => {}
            HtmlToken::Open(name, _) => self.open(tokens, at, name, token),
            HtmlToken::Close(name) => self.close(name),
            HtmlToken::Text(text) => self.text.push_str(text),
        }
    }

    fn open(&mut self, tokens: &[HtmlToken], at: usize, name: &str, token: &HtmlToken) {
        if call(tokens, at).is_some_and(|(target, ..)| self.notes.contains_key(target)) {
            // The words of the link are the mark; they are taken off when its element ends.
            self.text.push(mark::CALL);
            let mark = call(tokens, at).map(|(_, mark, _)| mark).unwrap_or_default();
            self.calls.push(NoteCall { mark, note: None });
            self.left_out.push(name.to_owned());
            return;
        }
        match name {
            "i" | "em" => self.text.push(mark::EMPHASIS),
            "b" | "strong" => self.text.push(mark::STRONG),
            "br" => self.line_break(tokens, at),
            "td" | "th" => self.end_cell(),
            _ if INLINE.contains(&name) => {}
            _ => self.end(),
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.role = Some(self.heading(name)),
            "ol" => self.lists.push(OpenList { style: Some(style(token)), next: start(token) }),
            "ul" | "menu" => self.lists.push(OpenList { style: None, next: 1 }),
            "li" => self.item(token),
            "tr" => self.row = Some(Vec::new()),
            _ => {}
        }
        let place = attribute(token, "id").or_else(|| attribute(token, "name"));
        if let Some(mark) =
            place.and_then(|place| self.notes.get(place)).filter(|_| self.text.trim().is_empty())
        {
            self.role = Some(LineRole::Note);
            self.label = Some(Label { text: mark.clone(), level: None });
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "i" | "em" => self.text.push(mark::EMPHASIS_END),
            "b" | "strong" => self.text.push(mark::STRONG_END),
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            "ol" | "ul" | "menu" => {
                self.end();
                self.lists.pop();
            }
            _ if INLINE.contains(&name) || name == "br" => {}
            _ => self.end(),
        }
    }

    /// Two breaks end a paragraph, one is a space.
    fn line_break(&mut self, tokens: &[HtmlToken], at: usize) {
        let before = tokens[..at]
            .iter()
            .rev()
            .find(|token| !matches!(token, HtmlToken::Text(text) if text.trim().is_empty()));
        if matches!(before, Some(HtmlToken::Open(name, _)) if name == "br") {
            self.end()
        } else {
            self.text.push(' ')
        }
    }

    fn heading(&self, name: &str) -> LineRole {
        let titled = self.page.lines.iter().any(|line| line.role == Some(LineRole::Title));
        match name[1..].parse::<u8>() {
            Ok(1) if !titled => LineRole::Title,
            Ok(level) => LineRole::Heading(Some(level)),
            Err(_) => LineRole::Heading(None),
        }
    }

    fn item(&mut self, token: &HtmlToken) {
        let depth = self.lists.len();
        let Some(list) = self.lists.last_mut() else { return };
        let number = attribute(token, "value").and_then(|value| value.parse().ok()).unwrap_or(list.next);
        list.next = number.saturating_add(1);
        let text = match list.style {
            None => "•".to_owned(),
            Some('a') => format!("({})", letters(number.max(1))),
            Some('A') => format!("{}.", letters(number.max(1)).to_uppercase()),
            Some('i') => format!("({})", roman(number.min(3999))),
            Some('I') => format!("{}.", roman(number.min(3999)).to_uppercase()),
            Some(_) => format!("{number}."),
        };
        let level = if depth > 1 { u8::try_from(depth - 1).ok() } else { None };
        self.label = Some(Label { text, level });
    }

    fn end_cell(&mut self) {
        let text = squeezed(&std::mem::take(&mut self.text));
        match &mut self.row {
            Some(cells) if !text.is_empty() => cells.push(text),
            Some(_) => {}
            None => self.text = text,
        }
    }

    /// A row of several cells is one line; a single cell only lays out the page.
    fn end_row(&mut self) {
        self.end_cell();
        let cells = self.row.take().unwrap_or_default();
        self.role = (cells.len() > 1).then_some(LineRole::Row);
        self.text = cells.join("\t");
        self.end();
    }

    /// Ends a paragraph. Inside a row its words stay in their cell.
    fn end(&mut self) {
        if self.row.is_some() {
            self.text.push(' ');
            return;
        }
        let text = std::mem::take(&mut self.text);
        let row = self.role == Some(LineRole::Row);
        let text = if row { text } else { squeezed(&text) };
        let blank = !text.contains(|c: char| !c.is_whitespace() && (!mark::is(c) || c == mark::CALL));
        if blank {
            return;
        }
        let (role, label) = (self.role.take(), self.label.take());
        let text = if role == Some(LineRole::Note) { without_mark(&text, label.as_ref()) } else { text };
        let number = u32::try_from(self.page.lines.len() + 1).unwrap_or(u32::MAX);
        let calls = std::mem::take(&mut self.calls);
        self.page.lines.push(Line {
            number,
            text,
            role,
            label,
            calls,
            begins: Some(true),
            gap: 1,
            ..Line::default()
        });
    }
}

/// The words of a note without the mark printed before them and the arrow that leads back.
fn without_mark(text: &str, label: Option<&Label>) -> String {
    let mark = label.map_or("", |label| label.text.as_str());
    let rest = text.trim_start_matches(['[', '(', '^']).strip_prefix(mark).unwrap_or(text);
    let rest = rest.trim_start_matches([']', ')', '.', ' ', '\u{a0}']);
    rest.trim_end_matches(['↩', '↑', '\u{fe0e}', ' ']).to_owned()
}

/// The numbering of a list: `1`, `a`, `A`, `i`, `I`.
fn style(token: &HtmlToken) -> char {
    let css = attribute(token, "style").unwrap_or_default();
    let by_css = [("lower-alpha", 'a'), ("upper-alpha", 'A'), ("lower-roman", 'i'), ("upper-roman", 'I')];
    let named = by_css.iter().find(|(name, _)| css.contains(name)).map(|(_, style)| *style);
    named.or_else(|| attribute(token, "type")?.chars().next()).unwrap_or('1')
}

fn start(token: &HtmlToken) -> u32 {
    attribute(token, "start").and_then(|start| start.parse().ok()).unwrap_or(1)
}

/// `fr` of `fr-CA`.
fn short_code(code: &str) -> String {
    code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn is_hidden(token: &HtmlToken) -> bool {
    let HtmlToken::Open(_, attributes) = token else { return false };
    attributes.iter().any(|(name, value)| match name.as_str() {
        "hidden" => true,
        "style" => value.replace(' ', "").contains("display:none"),
        _ => false,
    })
}

/// Whether an element has no end.
fn is_void(name: &str) -> bool {
    ["br", "hr", "img", "input", "link", "meta", "wbr", "col", "area", "base", "embed", "source", "track"]
        .contains(&name)
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn shown(page: &str) -> Vec<String> {
        let page = WebPage::of(&tokens(page));
        let shown = page.lines.iter().map(|line| {
            let label = line.label.as_ref().map(|label| format!("{} ", label.text)).unwrap_or_default();
            let role = line.role.map(|role| format!("{role:?}: ")).unwrap_or_default();
            format!("{role}{label}{}", line.text.replace(mark::CALL, "^"))
        });
        shown.collect()
    }

    #[test]
    fn paragraphs_headings_lists_and_rows_are_lines() {
        let page = "<html lang='fr-FR'><head><title>Page</title><style>p {}</style></head><body><nav><p>Menu</p></nav>\
            <h1>Titre</h1><h2>I. Partie</h2><p>Un\n  deux<br>trois<br><br>quatre<p>cinq\
            <ol start=4><li>A<ol type=a><li>B</li><li>C</li></ol></li><li>D</ol><ul><li>E</ul>\
            <table><tr><th>L<td>1 200</tr><tr><td><p>seul</p></td></tr></table><script>x</script><div hidden>no</div>fin";
        assert_eq!(
            shown(page),
            [
                "Title: Titre",
                "Heading(Some(2)): I. Partie",
                "Un deux trois",
                "quatre",
                "cinq",
                "4. A",
                "(a) B",
                "(b) C",
                "5. D",
                "• E",
                "Row: L\t1 200",
                "seul",
                "fin",
            ]
        );
        let page = WebPage::of(&tokens(page));
        assert_eq!((page.title.as_deref(), page.language.as_deref()), (Some("Page"), Some("fr")));
    }

    #[test]
    fn raised_links_call_the_notes_they_lead_to() {
        let page = "<main><p>In 1967<sup><a href='#n1'>[1]</a></sup>, lights.</p></main>\
            <p>Outside</p><main><ol><li id='n1'>[1] See A/1/2. <a href='#r'>↩</a></li></ol></main>";
        assert_eq!(shown(page)[0], "In 1967^, lights.");
        assert!(shown(page).contains(&"Note: 1 See A/1/2.".to_owned()), "{:?}", shown(page));
    }
}
