//! A reader of sentences of amendments that shares no code with their writer: carries them out on the old words.

use crate::compare::{ChangeKind, words as compared};
use crate::model::Language;

/// Carries out the sentence of a change of words as a reader would who has only the sentence and the old text.
pub(super) fn carried_out(old: &str, sentence: &str, language: Language) -> Option<String> {
    let read = Reader::new(language);
    if let Some(rest) = sentence.strip_prefix(read.whole) {
        return read.quoted(rest.split_once(": ")?.1).map(|(words, _)| words.to_owned());
    }
    let mut rest = sentence.split_once(", ")?.1;
    let mut changes: Vec<(Range, String)> = Vec::new();
    while !rest.is_empty() {
        let (change, more) = read.change(old, rest)?;
        changes.push(change);
        rest = more;
        for between in [read.last, read.between] {
            rest = rest.strip_prefix(between).unwrap_or(rest);
        }
    }
    let mut text = old.to_owned();
    for (range, words) in changes.into_iter().rev() {
        text.replace_range(range, &words);
    }
    Some(text)
}

type Range = std::ops::Range<usize>;

struct Reader {
    whole: &'static str,
    quotes: [&'static str; 2],
    between: &'static str,
    last: &'static str,
    at: [&'static str; 3],
    verbs: [&'static str; 4],
    with: &'static str,
    occurrence: [&'static str; 4],
    ordinals: [&'static str; 10],
    ends: [&'static str; 2],
}

impl Reader {
    fn new(language: Language) -> Self {
        if language == Language::FR {
            return Self {
                whole: "Remplacer ",
                quotes: ["« ", " »"],
                between: " ; ",
                last: " ; et ",
                at: ["au début, ", "à la fin, ", "après "],
                verbs: ["insérer ", "ajouter ", "remplacer ", "supprimer "],
                with: " par ",
                ends: ["les mots allant de ", " à "],
                occurrence: [", à sa ", " occurrence, par ", " à sa ", " occurrence"],
                ordinals: [
                    "première",
                    "deuxième",
                    "troisième",
                    "quatrième",
                    "cinquième",
                    "sixième",
                    "septième",
                    "huitième",
                    "neuvième",
                    "dixième",
                ],
            };
        }
        Self {
            whole: "Replace ",
            quotes: ["“", "”"],
            between: "; ",
            last: "; and ",
            at: ["at the beginning, ", "at the end, ", "after "],
            verbs: ["insert ", "add ", "replace ", "delete "],
            with: " with ",
            ends: ["the words from ", " to "],
            occurrence: [", the ", " time it occurs, with ", " the ", " time it occurs"],
            ordinals: [
                "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            ],
        }
    }

    /// The words in quotation marks at the start, and what follows them.
    fn quoted<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        text.strip_prefix(self.quotes[0])?.split_once(self.quotes[1])
    }

    /// The words that go, in quotation marks or between the ends that are.
    fn gone<'t>(&self, old: &'t str, text: &'t str) -> Option<(&'t str, &'t str)> {
        let Some(rest) = text.strip_prefix(self.ends[0]) else { return self.quoted(text) };
        let (from, rest) = self.quoted(rest)?;
        let (to, rest) = self.quoted(rest.strip_prefix(self.ends[1])?)?;
        Some((&old[only(places(old, from))?.start..only(places(old, to))?.end], rest))
    }

    fn ordinal<'t>(&self, text: &'t str, [before, after]: [&str; 2]) -> Option<(usize, &'t str)> {
        let rest = text.strip_prefix(before)?;
        let (word, rest) = rest.split_once(after)?;
        Some((self.ordinals.iter().position(|ordinal| *ordinal == word)? + 1, rest))
    }

    /// One change, as the range of the old text that is replaced and the words for it, and the rest of the sentence.
    fn change<'t>(&self, old: &'t str, text: &'t str) -> Option<((Range, String), &'t str)> {
        let (mut at, mut rest) = (None, text);
        let mut context = String::new();
        let is_end = rest.starts_with(self.at[1]);
        if let Some(more) = rest.strip_prefix(self.at[0]) {
            (at, rest) = (Some(0), more);
        } else if let Some(more) = rest.strip_prefix(self.at[1]) {
            rest = more;
        } else if let Some(more) = rest.strip_prefix(self.at[2]) {
            let (words, more) = self.quoted(more)?;
            let occurrence = self.ordinal(
                more,
                [
                    self.occurrence[0],
                    if self.whole == "Replace " { " time it occurs, " } else { " occurrence, " },
                ],
            );
            let number = occurrence.map(|(number, _)| number);
            rest = occurrence.map_or_else(|| more.strip_prefix(", "), |(_, rest)| Some(rest))?;
            context = words.to_owned();
            at = number.map(|number| places(old, words)[number - 1].end);
        }
        let [insert, add, replace, delete] = self.verbs;
        if let Some((verb, more)) =
            [insert, add].iter().find_map(|verb| Some((verb, rest.strip_prefix(*verb)?)))
        {
            let (words, more) = self.quoted(more)?;
            let at = match at {
                Some(at) => at,
                None if is_end && *verb == add => {
                    let stops = [".", ";", ":", "!", "?"];
                    let inside = old.trim_end_matches(['.', ';', ':', '!', '?']).len();
                    let has_stop = stops.iter().any(|stop| words.ends_with(stop));
                    if has_stop || inside + 1 != old.len() { old.len() } else { inside }
                }
                None => only(places(old, &context))?.end,
            };
            return Some(((at..at, spaced(old, at, words)), more));
        }
        let is_replaced = rest.starts_with(replace);
        let (words, more) =
            self.gone(old, rest.strip_prefix(replace).or_else(|| rest.strip_prefix(delete))?)?;
        let before = places(old, &context);
        let is_after = |range: &Range| {
            let end = old[..range.start].trim_end().len();
            context.is_empty() || before.iter().any(|known| known.end == end || known.end == range.start)
        };
        let joined = |range: &Range| at.map_or_else(|| is_after(range), |at| range.start == at);
        let found: Vec<Range> = places(old, words).into_iter().filter(joined).collect();
        if !is_replaced {
            let occurrence = self
                .ordinal(&format!("{more}|"), [self.occurrence[2], self.occurrence[3]])
                .map(|(number, _)| number);
            let rest = occurrence
                .map_or(more, |_| &more[more.find(self.occurrence[3]).unwrap() + self.occurrence[3].len()..]);
            let range =
                occurrence.map_or_else(|| only(found.clone()), |number| found.get(number - 1).cloned())?;
            return Some(((range, String::new()), rest));
        }
        let (number, more) = match self.ordinal(more, [self.occurrence[0], self.occurrence[1]]) {
            Some((number, more)) => (Some(number), more),
            None => (None, more.strip_prefix(self.with)?),
        };
        let (by, more) = self.quoted(more)?;
        let range = number.map_or_else(|| only(found.clone()), |number| found.get(number - 1).cloned())?;
        Some(((range, by.to_owned()), more))
    }
}

/// The places of words in a text, whole words only.
fn places(text: &str, words: &str) -> Vec<Range> {
    let is_inside = |c: char| c.is_alphanumeric();
    let whole = |(at, found): &(usize, &str)| {
        let before = text[..*at].chars().next_back().is_some_and(is_inside) && found.starts_with(is_inside);
        let after =
            text[at + found.len()..].chars().next().is_some_and(is_inside) && found.ends_with(is_inside);
        !before && !after
    };
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(at) = text[start..].find(words).filter(|_| !words.is_empty()) {
        let at = start + at;
        if whole(&(at, words)) {
            found.push(at..at + words.len());
        }
        start = at + text[at..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

fn only(found: Vec<Range>) -> Option<Range> {
    <[Range; 1]>::try_from(found).ok().map(|[range]| range)
}

/// Words with the spaces that they need where they are inserted.
fn spaced(old: &str, at: usize, words: &str) -> String {
    let is_mark = |c: char| ",.;:!?".contains(c);
    let before = if at == 0 || words.starts_with(is_mark) { "" } else { " " };
    let after = if at == 0 && !old.is_empty() { " " } else { "" };
    format!("{before}{words}{after}")
}

/// Two texts are the same words and marks, however they are spaced.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    bare(one) == bare(other) || compared(one, other).iter().all(|piece| piece.kind == ChangeKind::Same)
}
