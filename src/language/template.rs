//! A way of writing a citation: words with holes, `étape {n} de la section {s}`.

/// One piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words as they are.
    Literal(String),
    /// `{n}`: a number with its sub-paragraphs and bullets, `16 a)`.
    Number,
    /// `{sub}`: one sub-paragraph, `a`.
    Sub,
    /// `{mark}`: the mark of a footnote.
    Mark,
    /// `{s}`: the path of a section, `II.A`.
    Section,
}

/// A template, cut into its pieces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template(pub Vec<Piece>);

impl Template {
    /// Reads a template; `None` if it has an unknown or open hole.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, more)) = rest.split_once('{') {
            let (hole, more) = more.split_once('}')?;
            pieces.push(Piece::Literal(literal.to_owned()));
            pieces.push(match hole {
                "n" => Piece::Number,
                "sub" => Piece::Sub,
                "mark" => Piece::Mark,
                "s" => Piece::Section,
                _ => return None,
            });
            rest = more;
        }
        pieces.push(Piece::Literal(rest.to_owned()));
        pieces.retain(|piece| *piece != Piece::Literal(String::new()));
        Some(Self(pieces))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_at_its_holes() {
        let literal = |text: &str| Piece::Literal(text.to_owned());
        let step = Template::new("step {n} of section {s}").unwrap();
        assert_eq!(step.0, [literal("step "), Piece::Number, literal(" of section "), Piece::Section]);
        assert_eq!(Template::new("{sub})").unwrap().0, [Piece::Sub, literal(")")]);
        assert_eq!((Template::new("para. {x}"), Template::new("para. {n")), (None, None));
    }
}
