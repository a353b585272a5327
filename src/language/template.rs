//! A way of writing a citation: words with holes, `étape {n} de la section {s}`.

/// One piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplatePiece {
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
pub struct Template(pub Vec<TemplatePiece>);

impl Template {
    /// Reads a template; `None` if it has an unknown or open hole.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, more)) = rest.split_once('{') {
            let (hole, more) = more.split_once('}')?;
            pieces.push(TemplatePiece::Literal(literal.to_owned()));
            pieces.push(match hole {
                "n" => TemplatePiece::Number,
                "sub" => TemplatePiece::Sub,
                "mark" => TemplatePiece::Mark,
                "s" => TemplatePiece::Section,
                _ => return None,
            });
            rest = more;
        }
        pieces.push(TemplatePiece::Literal(rest.to_owned()));
        pieces.retain(|piece| *piece != TemplatePiece::Literal(String::new()));
        Some(Self(pieces))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_at_its_holes() {
        let literal = |text: &str| TemplatePiece::Literal(text.to_owned());
        let step = Template::new("step {n} of section {s}").unwrap();
        assert_eq!(
            step.0,
            [literal("step "), TemplatePiece::Number, literal(" of section "), TemplatePiece::Section]
        );
        assert_eq!(Template::new("{sub})").unwrap().0, [TemplatePiece::Sub, literal(")")]);
        assert_eq!((Template::new("para. {x}"), Template::new("para. {n")), (None, None));
    }
}
