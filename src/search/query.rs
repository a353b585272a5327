//! The query as typed: words, "phrases", `-not`, `prefix*`, `field:value`. Nothing typed is an error; what is not understood is
//! reported.
//!
//! ```text
//! "points de contact" -annex capac* doc:A/77/275 kind:norm
//! └phrase──────────┘  └not   └prefix └field──────┘
//! ```

use crate::base::nearest::nearest;
use crate::base::text::fold;
use crate::base::{Message, Span};
use crate::search::concepts::Concepts;
use crate::search::fields::{FieldFilter, SearchField};
use crate::search::words::words;

/// How a term is to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermForm {
    /// Inflected words count too.
    Word,
    /// The words as they are, one after the other.
    Phrase,
    /// The beginning of a word.
    Prefix,
}

/// A word or phrase of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryTerm {
    /// Where it was typed, in bytes of the query, without signs.
    pub span: Span,
    /// Its words, folded.
    pub words: Vec<String>,
    /// How it is to be found.
    pub form: TermForm,
    /// Whether it must not occur.
    pub excluded: bool,
}

/// A query as understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The text as typed.
    pub typed: String,
    /// Words and phrases, in order.
    pub terms: Vec<QueryTerm>,
    /// Fields.
    pub filters: Vec<FieldFilter>,
    /// What was ignored, and why: `search-unknown-field` (`field`, `nearest`), `search-empty-field` (`field`),
    /// `search-unknown-value` (`field`, `value`, `nearest`), `search-open-quote`, `search-alone` (`sign`), `search-too-long`
    /// (`most`), `search-only-excluded`: nothing is to be found, and something only must not occur.
    pub ignored: Vec<Message>,
}

/// Longer queries are cut here: nobody types them.
const LONGEST: usize = 2000;

impl Query {
    /// Reads a query. `concepts` has the names of kinds and parts.
    #[must_use]
    pub fn read(typed: &str, concepts: &Concepts) -> Self {
        let read = &typed[..typed.floor_char_boundary(LONGEST)];
        let mut query = Self { typed: read.to_owned(), ..Self::default() };
        if read.len() < typed.len() {
            query.ignored.push(Message::new("search-too-long").with("most", LONGEST));
        }
        let typed = read;
        for piece in pieces(typed) {
            query.add(typed, &piece, concepts);
        }
        if query.is_empty() && (!query.terms.is_empty() || !query.filters.is_empty()) {
            query.ignored.push(Message::new("search-only-excluded"));
        }
        query
    }

    /// The words that must not occur, as typed.
    #[must_use]
    pub fn excluded(&self) -> Vec<&str> {
        let excluded = self.terms.iter().filter(|term| term.excluded);
        excluded.map(|term| term.span.of(&self.typed)).collect()
    }

    /// Reads a query that is being typed: its last word may be unfinished.
    #[must_use]
    pub fn while_typing(typed: &str, concepts: &Concepts) -> Self {
        let mut query = Self::read(typed, concepts);
        let is_open = !typed.ends_with(|c: char| !c.is_alphanumeric());
        if let Some(last) = query.terms.last_mut().filter(|last| is_open && last.form == TermForm::Word)
            && last.words.len() == 1
            && last.span.end == query.typed.len()
            && !last.excluded
        {
            last.form = TermForm::Prefix;
        }
        query
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.iter().all(|term| term.excluded) && self.filters.iter().all(|filter| filter.excluded)
    }

    fn add(&mut self, typed: &str, piece: &QueryPiece, concepts: &Concepts) {
        let text = piece.span.of(typed);
        if piece.is_unclosed {
            self.ignored.push(Message::new("search-open-quote"));
        }
        if let Some(name) = piece.field {
            let (name, value) = (name.of(typed), text.trim());
            match SearchField::from_name(name) {
                Some(_) if fold(value).trim().is_empty() => {
                    self.ignored.push(Message::new("search-empty-field").with("field", name));
                }
                Some(field) => self.limit(field, value, piece.excluded, concepts),
                None => self.ignored.push(unknown_field(name)),
            }
            if SearchField::from_name(name).is_some() {
                return;
            }
        }
        self.add_words(text, piece);
    }

    fn add_words(&mut self, text: &str, piece: &QueryPiece) {
        let start = piece.span.start;
        let found: Vec<_> = words(text).map(|word| (word.span, word.folded.into_owned())).collect();
        let (Some((first, _)), Some((last, _))) = (found.first(), found.last()) else {
            let is_empty = text.trim().is_empty();
            if !is_empty || piece.excluded || piece.quoted {
                let sign = match text.trim() {
                    _ if piece.excluded => "-",
                    "" => "\"\"",
                    text => text,
                };
                self.ignored.push(Message::new("search-alone").with("sign", sign));
            }
            return;
        };
        let span = Span::new(start + first.start, start + last.end);
        let is_symbol = text.contains('/') && found.len() > 1;
        let form = match () {
            () if piece.quoted || is_symbol => TermForm::Phrase,
            () if text.ends_with('*') && found.len() == 1 => TermForm::Prefix,
            () => TermForm::Word,
        };
        let excluded = piece.excluded;
        if form == TermForm::Word && !excluded {
            let single = |(span, word): (Span, String)| QueryTerm {
                span: Span::new(start + span.start, start + span.end),
                words: vec![word],
                form,
                excluded,
            };
            self.terms.extend(found.into_iter().map(single));
        } else {
            let words = found.into_iter().map(|(_, word)| word).collect();
            self.terms.push(QueryTerm { span, words, form, excluded });
        }
    }

    fn limit(&mut self, field: SearchField, value: &str, excluded: bool, concepts: &Concepts) {
        let folded = fold(value.trim());
        match concepts.values(field, &folded) {
            Ok(values) => self.filters.push(FieldFilter { field, values, excluded }),
            Err(nearest) => {
                let message = Message::new("search-unknown-value").with("field", field.name());
                self.ignored.push(message.with("value", value).with("nearest", nearest));
            }
        }
    }
}

fn unknown_field(name: &str) -> Message {
    let folded = fold(name);
    let names = SearchField::ALL.map(SearchField::name);
    let near = nearest(&folded, names, |known| known.len().max(3) - 1).unwrap_or("doc");
    Message::new("search-unknown-field").with("field", name).with("nearest", near)
}

/// A piece of a query between spaces, or in quotation marks.
#[derive(Debug)]
struct QueryPiece {
    /// Its text, without signs before it and without quotation marks.
    span: Span,
    /// The name before a colon.
    field: Option<Span>,
    excluded: bool,
    quoted: bool,
    /// Whether a quotation mark is not closed.
    is_unclosed: bool,
}

fn pieces(typed: &str) -> Vec<QueryPiece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(skipped) = typed[at..].find(|c: char| !c.is_whitespace()) {
        let (piece, end) = piece_at(typed, at + skipped);
        at = end;
        pieces.push(piece);
    }
    pieces
}

/// The piece that begins at a place, and where the next one may begin.
fn piece_at(typed: &str, start: usize) -> (QueryPiece, usize) {
    let rest = &typed[start..];
    let excluded = rest.starts_with(['-', '−']);
    let sign = if excluded { rest.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let start = start + sign;
    let field = field_at(typed, start);
    let start = field.map_or(start, |field| field.end + 1);
    let opening = typed[start..].chars().next().filter(|c| closing(*c).is_some());
    if let Some(opening) = opening {
        let inside = start + opening.len_utf8();
        let closing = closing(opening).unwrap_or_default();
        let end = typed[inside..].find(closing).map(|length| inside + length);
        let span = Span::new(inside, end.unwrap_or(typed.len()));
        let next = end.map_or(typed.len(), |end| end + typed[end..].chars().next().map_or(0, char::len_utf8));
        return (QueryPiece { span, field, excluded, quoted: true, is_unclosed: end.is_none() }, next);
    }
    let length = typed[start..].find(char::is_whitespace).unwrap_or(typed.len() - start);
    let span = Span::new(start, start + length);
    (QueryPiece { span, field, excluded, quoted: false, is_unclosed: false }, span.end)
}

/// The signs that close what a quotation mark opens.
fn closing(opening: char) -> Option<&'static [char]> {
    match opening {
        '"' => Some(&['"']),
        '“' | '”' => Some(&['”', '“']),
        '«' => Some(&['»']),
        _ => None,
    }
}

/// The name of a field at a place: letters before a colon and a value. `https://…` is none, nor is `étapes :`.
fn field_at(typed: &str, start: usize) -> Option<Span> {
    let rest = &typed[start..];
    let length = rest.find(|c: char| !c.is_alphabetic()).filter(|length| *length > 0)?;
    let after = rest[length..].strip_prefix(':')?;
    (!after.starts_with("//")).then(|| Span::new(start, start + length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Query {
        Query::read(typed, Concepts::bundled())
    }

    fn shown(query: &Query) -> Vec<String> {
        let terms = query.terms.iter().map(|term| {
            let sign = if term.excluded { "-" } else { "" };
            format!("{sign}{:?} {}", term.form, term.words.join(" "))
        });
        let filters =
            query.filters.iter().map(|filter| format!("{}={}", filter.field.name(), filter.values.join("|")));
        terms.chain(filters).chain(query.ignored.iter().map(|message| message.id.to_owned())).collect()
    }

    #[track_caller]
    fn case(typed: &str, expected: &[&str]) {
        assert_eq!(shown(&read(typed)), expected, "{typed}");
    }

    #[test]
    fn words_phrases_and_fields_are_read() {
        case("point de contact", &["Word point", "Word de", "Word contact"]);
        case(
            "\"points de contact\" -annexe capac*",
            &["Phrase points de contact", "-Word annexe", "Prefix capac"],
        );
        case("« mise en œuvre »", &["Phrase mise en oeuvre"]);
        case("A/RES/78/237", &["Phrase a res 78 237"]);
        case("doc:A/77/275 kind:norme État", &["Word etat", "doc=a/77/275", "kind=norm"]);
        case("sous-régional", &["Word sous", "Word regional"]);
        case("un -\"deux mots\"", &["Word un", "-Phrase deux mots"]);
        case("", &[]);
    }

    #[test]
    fn what_is_not_understood_is_reported_and_the_rest_still_searched() {
        case("kid:norm contact", &["Word norm", "Word contact", "search-unknown-field"]);
        case("\"points de", &["Phrase points de", "search-open-quote"]);
        case("doc: contact", &["Word contact", "search-empty-field"]);
        case("- contact", &["Word contact", "search-alone"]);
        case("-contact", &["-Word contact", "search-only-excluded"]);
        case(&"mot ".repeat(600), &[&["Word mot"; 500][..], &["search-too-long"]].concat());
        case("kind:nrm x", &["Word x", "search-unknown-value"]);
        case("https://un.org", &["Phrase https un org"]);
        let nearest = read("knd:norm").ignored[0].get("nearest").unwrap().to_string();
        assert_eq!(nearest, "kind");
    }

    #[test]
    fn the_last_word_is_a_beginning_while_it_is_typed() {
        let forms = |typed: &str| -> Vec<TermForm> {
            Query::while_typing(typed, Concepts::bundled()).terms.iter().map(|term| term.form).collect()
        };
        assert_eq!(forms("points de cont"), [TermForm::Word, TermForm::Word, TermForm::Prefix]);
        assert_eq!(forms("points "), [TermForm::Word]);
        assert_eq!(forms("-annex"), [TermForm::Word]);
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(typed in "(\\PC{0,12}|[a-zé:\"«»“* /-]{0,40}|doc:|-|kind:norm ){0,4}") {
            let query = read(&typed);
            for term in &query.terms {
                prop_assert!(!term.words.is_empty());
                prop_assert!(typed.get(term.span.start..term.span.end).is_some_and(|text| !text.is_empty()));
            }
            prop_assert_eq!(Query::while_typing(&typed, Concepts::bundled()).typed, typed);
        }
    }
}
