//! Two texts as one, with signs around what changed: `les {-points de contact-} {+interlocuteurs+} désignés`.

use crate::base::Span;
use crate::compare::{ChangeKind, Piece, words};

/// One text that shows the differences between two texts.
///
/// The signs are braces, because square brackets mean text that is not yet agreed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// The words of both texts, with signs around the changed ones.
    pub text: String,
    /// Where the changed words are in it, with their signs.
    pub marks: Vec<(Span, ChangeKind)>,
}

/// Writes two texts as one. With `context`, only this number of equal words is shown on either side of a change, and
/// twice this number of a change at the very start or end; the rest is shown as `…`.
#[must_use]
pub fn marked(before: &str, after: &str, context: Option<usize>) -> Marked {
    let pieces = words(before, after);
    let mut marked = Marked::default();
    for (at, piece) in pieces.iter().enumerate() {
        let text = piece.text(before, after);
        let text = match context {
            Some(context) => {
                let edges = Edges { is_first: at == 0, is_last: at + 1 == pieces.len() };
                shortened(text, piece, edges, context)
            }
            None => text.to_owned(),
        };
        marked.push(piece.kind, &text);
    }
    marked
}

/// Whether a piece is the first or the last of all.
struct Edges {
    is_first: bool,
    is_last: bool,
}

/// The words of a piece, shortened to its context.
fn shortened(text: &str, piece: &Piece, edges: Edges, context: usize) -> String {
    let Edges { is_first: first, is_last: last } = edges;
    match piece.kind {
        ChangeKind::Same if first && last => text.to_owned(),
        ChangeKind::Same => cut(text, if first { 0 } else { context }, if last { 0 } else { context }),
        ChangeKind::Removed | ChangeKind::Added if first || last => cut(text, context, context),
        ChangeKind::Removed | ChangeKind::Added => text.to_owned(),
    }
}

/// The first and the last words of a text; `…` replaces the words between them, if there are more.
fn cut(text: &str, head: usize, tail: usize) -> String {
    let starts: Vec<usize> = starts(text);
    if starts.len() <= head + tail + 1 {
        return text.to_owned();
    }
    let until = starts[head];
    let from = starts.get(starts.len() - tail).copied().unwrap_or(text.len());
    let before = if head == 0 { "" } else { &text[..until] };
    let spaces = text[..starts[0]].to_owned();
    let before = if head == 0 { spaces } else { before.trim_end().to_owned() + " " };
    format!("{before}…{}{}", if tail == 0 { "" } else { " " }, &text[from..])
}

/// The byte offsets at which the words of a text begin.
fn starts(text: &str) -> Vec<usize> {
    let mut space = true;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        if space && !c.is_whitespace() {
            found.push(at);
        }
        space = c.is_whitespace();
    }
    found
}

impl Marked {
    fn push(&mut self, kind: ChangeKind, text: &str) {
        let signs = match kind {
            ChangeKind::Same => {
                // The space belonged to the changed words.
                if self.text.ends_with('}') && text.starts_with(char::is_alphanumeric) {
                    self.text.push(' ');
                }
                self.text.push_str(text);
                return;
            }
            ChangeKind::Removed => ("{-", "-}"),
            ChangeKind::Added => ("{+", "+}"),
        };
        let words = text.trim();
        let lead = text.len() - text.trim_start().len();
        // A space separates added words from those they replace.
        let apart = self.text.ends_with('}') && lead == 0;
        self.text.push_str(if apart { " " } else { &text[..lead] });
        let start = self.text.len();
        self.text.push_str(signs.0);
        self.text.push_str(words);
        self.text.push_str(signs.1);
        self.marks.push((Span::new(start, self.text.len()), kind));
        self.text.push_str(&text[lead + words.len()..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(before: &str, after: &str, context: Option<usize>, expected: &str) {
        let found = marked(before, after, context);
        assert_eq!(found.text, expected);
        for (span, kind) in found.marks {
            let sign = if kind == ChangeKind::Removed { "{-" } else { "{+" };
            assert!(span.of(&found.text).starts_with(sign) && span.of(&found.text).ends_with('}'));
        }
    }

    #[test]
    fn changes_are_between_signs() {
        let (old, new) = (
            "Les États désignent des points de contact, à leur gré.",
            "Les États désignent des relais, à leur gré.",
        );
        case(old, new, None, "Les États désignent des {-points de contact-} {+relais+}, à leur gré.");
        case(old, old, Some(1), old);
        case("vieux", "", None, "{-vieux-}");
        case("l’État", "l’Organisation", None, "l’{-État-} {+Organisation+}");
    }

    #[test]
    fn words_far_from_a_change_are_left_out() {
        let old = "un deux trois quatre cinq six sept huit neuf dix onze";
        case(old, &old.replace("six", "SIX"), Some(2), "… quatre cinq {-six-} {+SIX+} sept huit …");
        case(old, &old.replace("six ", ""), Some(20), &old.replace("six", "{-six-}"));
        case(old, "neuf dix onze", Some(2), "{-un deux … sept huit-} neuf dix onze");
        let two = old.replace("deux", "2").replace("dix", "10");
        case(old, &two, Some(2), "un {-deux-} {+2+} trois quatre … huit neuf {-dix-} {+10+} onze");
    }
}
