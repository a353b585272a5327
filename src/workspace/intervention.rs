//! An intervention typed in one line while somebody speaks: `SG + capacités d’abord`.
//!
//! ```text
//!  SG  +  capacités d’abord        SG :  texte
//!  └delegation                     └delegation
//!      └─────text──────────┘             └text┘
//! ```

use crate::base::text::fold;

/// The stance of a delegation on what is discussed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Typed `+`.
    For,
    /// Typed `-`.
    Against,
    /// Typed `=`: neither, or as before.
    Neutral,
}

impl Stance {
    /// The sign it is typed and shown with.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::For => '+',
            Self::Against => '-',
            Self::Neutral => '=',
        }
    }

    /// The stance a text begins with: `+ capacités d’abord`.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut chars = text.trim_start().chars();
        let stance = match chars.next()? {
            '+' => Self::For,
            '-' | '−' => Self::Against,
            '=' => Self::Neutral,
            _ => return None,
        };
        // “-3 %” is a number and “==” a rule; neither is a stance.
        let follows = chars.next();
        follows
            .is_none_or(|c| c.is_whitespace() || c.is_alphabetic() || "«\"“'’(".contains(c))
            .then_some(stance)
    }
}

/// What one delegation said, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intervention {
    /// Whose it is, as typed; none when the line names nobody.
    pub delegation: Option<String>,
    /// Its stance, if a sign gives one.
    pub stance: Option<Stance>,
    /// The words, with the sign as typed.
    pub text: String,
}

/// A delegation's name has at most so many characters; longer, it is a sentence.
const LONGEST_NAME: usize = 60;

/// Reads the one-line form; a line that names no delegation is all text.
#[must_use]
pub fn read(line: &str) -> Intervention {
    let line = line.trim();
    let (name, text) = cut(line).unwrap_or(("", line));
    let delegation = (!name.is_empty()).then(|| name.to_owned());
    Intervention { delegation, stance: Stance::of(text), text: text.to_owned() }
}

/// The name before the first colon or stance sign, and the rest from the sign on.
fn cut(line: &str) -> Option<(&str, &str)> {
    if Stance::of(line).is_some() {
        return None;
    }
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        let rest = &line[at + c.len_utf8()..];
        let after = rest.chars().next().unwrap_or(' ');
        let found = match c {
            ':' if after.is_whitespace() => Some(rest.trim_start()),
            '+' | '-' | '−' | '=' if before.is_whitespace() => Stance::of(&line[at..]).map(|_| &line[at..]),
            _ => None,
        };
        if let Some(text) = found {
            let name = line[..at].trim();
            let named = !fold(name).is_empty() && name.chars().count() <= LONGEST_NAME;
            return named.then_some((name, text));
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(line: &str, delegation: Option<&str>, stance: Option<Stance>, text: &str) {
        let read = read(line);
        assert_eq!((read.delegation.as_deref(), read.stance, read.text.as_str()), (delegation, stance, text));
    }

    #[test]
    fn a_line_typed_while_somebody_speaks_is_understood() {
        case("SG + capacités d’abord", Some("SG"), Some(Stance::For), "+ capacités d’abord");
        case("SG - trop tôt", Some("SG"), Some(Stance::Against), "- trop tôt");
        case("SG −trop tôt", Some("SG"), Some(Stance::Against), "−trop tôt");
        case("SG = comme en 2021", Some("SG"), Some(Stance::Neutral), "= comme en 2021");
        case("SG: registre", Some("SG"), None, "registre");
        case("SG : registre", Some("SG"), None, "registre");
        case("SG\u{a0}: + registre", Some("SG"), Some(Stance::For), "+ registre");
        case("Pays-Bas + oui", Some("Pays-Bas"), Some(Stance::For), "+ oui");
        case(
            "Royaume-Uni au nom de 12 États - non",
            Some("Royaume-Uni au nom de 12 États"),
            Some(Stance::Against),
            "- non",
        );
        case("UE + registre: deux étapes", Some("UE"), Some(Stance::For), "+ registre: deux étapes");
        case("  SG +  ", Some("SG"), Some(Stance::For), "+");
    }

    #[test]
    fn a_line_that_names_nobody_is_all_text() {
        case("", None, None, "");
        case("pause jusqu’à 15:00", None, None, "pause jusqu’à 15:00");
        case("+ bon accueil", None, Some(Stance::For), "+ bon accueil");
        case("réduire de -3 %", None, None, "réduire de -3 %");
        case("vote à 10:44", None, None, "vote à 10:44");
        let long = "le Président rappelle que le délai de dépôt des propositions écrites : vendredi";
        case(long, None, None, long);
    }
}
