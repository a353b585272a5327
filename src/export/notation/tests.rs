//! Tests of the sentences of amendments: every kind of passage, and sentences read back and applied.

use proptest::prelude::*;

use super::*;
use crate::compare::{ChangeKind, words as compared};

/// With ordinary spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[track_caller]
fn case(address: &str, operation: Operation, texts: (&str, &str), [en, fr]: [&str; 2]) {
    let address: Address = address.parse().unwrap();
    let in_language = |language| plain(&sentence(&address, operation, texts, language));
    assert_eq!([in_language(Language::EN), in_language(Language::FR)], [en, fr]);
}

#[test]
fn changes_of_words_are_said_after_the_place() {
    let old = "States consider funding, on a voluntary basis, of other projects.";
    let reword = |new: &str, expected| case("annex/17/e", Operation::Reword, (old, new), expected);
    reword(
        &old.replace("funding", "funding [predictable]"),
        [
            "In paragraph 17 (e) of the annex, after “funding”, insert “[predictable]”",
            "Au paragraphe 17 e) de l’annexe, après « funding », insérer « [predictable] »",
        ],
    );
    reword(
        &old.replace("projects.", "projects and programmes."),
        [
            "In paragraph 17 (e) of the annex, at the end, add “and programmes”",
            "Au paragraphe 17 e) de l’annexe, à la fin, ajouter « and programmes »",
        ],
    );
    reword(
        &old.replace(", on a voluntary basis,", "").replace("other", "all"),
        [
            "In paragraph 17 (e) of the annex, delete “, on a voluntary basis,”; and replace “other” with “all”",
            "Au paragraphe 17 e) de l’annexe, supprimer « , on a voluntary basis, » ; et remplacer « other » par « all »",
        ],
    );
    reword(
        &format!("All {old}"),
        [
            "In paragraph 17 (e) of the annex, at the beginning, insert “All”",
            "Au paragraphe 17 e) de l’annexe, au début, insérer « All »",
        ],
    );
    reword(
        "No text.",
        [
            "Replace paragraph 17 (e) of the annex with the following: “No text.”",
            "Remplacer le paragraphe 17 e) de l’annexe par le texte suivant : « No text. »",
        ],
    );
    reword(old, ["", ""]);
}

#[test]
fn every_kind_of_passage_has_a_name() {
    let delete = |address: &str, expected| case(address, Operation::Delete, ("", ""), expected);
    delete("17", ["Delete paragraph 17", "Supprimer le paragraphe 17"]);
    delete(
        "annex-II/14/c/ii",
        ["Delete paragraph 14 (c) (ii) of annex II", "Supprimer le paragraphe 14 c) ii) de l’annexe II"],
    );
    delete(
        "7/bullet-3",
        ["Delete paragraph 7, third bullet point", "Supprimer la troisième puce du paragraphe 7"],
    );
    delete("pp/7", ["Delete the seventh preambular paragraph", "Supprimer le septième alinéa du préambule"]);
    delete(
        "pp/1/a",
        ["Delete the first preambular paragraph (a)", "Supprimer le premier alinéa a) du préambule"],
    );
    delete("pp/45", ["Delete preambular paragraph 45", "Supprimer l’alinéa 45 du préambule"]);
    delete("op/4", ["Delete operative paragraph 4", "Supprimer le paragraphe 4 du dispositif"]);
    delete("norm/i", ["Delete norm 13 (i)", "Supprimer la norme 13 i)"]);
    delete(
        "annex/E/next/2",
        [
            "Delete recommended next step 2 of section E of the annex",
            "Supprimer l’étape recommandée 2 de la section E de l’annexe",
        ],
    );
    delete("next/2", ["Delete recommended next step 2", "Supprimer l’étape recommandée 2"]);
    delete(
        "E/next",
        [
            "Delete the heading of the recommended next steps of section E",
            "Supprimer l’intitulé des prochaines étapes recommandées de la section E",
        ],
    );
    delete("heading/II/A", ["Delete the heading of section II.A", "Supprimer l’intitulé de la section II.A"]);
    delete(
        "heading/V/~2",
        ["Delete the second subheading of section V", "Supprimer le deuxième intertitre de la section V"],
    );
    delete("annex/heading", ["Delete the title of the annex", "Supprimer le titre de l’annexe"]);
    delete("title", ["Delete the title", "Supprimer le titre"]);
    delete(
        "annex/note/14",
        ["Delete footnote 14 of the annex", "Supprimer la note de bas de page 14 de l’annexe"],
    );
    delete("item/5/f", ["Delete agenda item 5 (f)", "Supprimer le point 5 f) de l’ordre du jour"]);
    delete(
        "front/text/3",
        [
            "Delete unnumbered passage 3 of the front matter",
            "Supprimer le passage non numéroté 3 des pages liminaires",
        ],
    );
}

#[test]
fn every_kind_of_passage_can_be_changed_in_its_words() {
    let change =
        |address: &str, expected| case(address, Operation::Reword, ("un deux", "un trois"), expected);
    change(
        "pp/7",
        [
            "In the seventh preambular paragraph, replace “deux” with “trois”",
            "Au septième alinéa du préambule, remplacer « deux » par « trois »",
        ],
    );
    change(
        "op/4",
        [
            "In operative paragraph 4, replace “deux” with “trois”",
            "Au paragraphe 4 du dispositif, remplacer « deux » par « trois »",
        ],
    );
    for address in
        ["17/e", "7/bullet-1", "norm/a", "E/next/2", "heading/II", "heading/~1", "title", "note/2", "text/3"]
    {
        let address = address.parse().unwrap();
        let in_language =
            |language| plain(&sentence(&address, Operation::Reword, ("un deux", "un trois"), language));
        let (en, fr) = (in_language(Language::EN), in_language(Language::FR));
        assert!(en.starts_with("In ") && en.ends_with(", replace “deux” with “trois”"), "{en}");
        assert!(
            fr.contains(", remplacer « deux » par « trois »") && fr.starts_with(char::is_uppercase),
            "{fr}"
        );
    }
}

#[test]
fn new_passages_have_the_number_of_the_one_before_them() {
    let after = |address: &str, expected| case(address, Operation::InsertAfter, ("", "Oui."), expected);
    after(
        "17",
        [
            "Insert a new paragraph 17 bis reading: “Oui.”",
            "Ajouter un nouveau paragraphe 17 bis, libellé comme suit : « Oui. »",
        ],
    );
    after(
        "annex/E/next/2",
        [
            "Insert a new recommended next step 2 bis in section E of the annex reading: “Oui.”",
            "Ajouter une nouvelle étape recommandée 2 bis à la section E de l’annexe, libellée comme suit : « Oui. »",
        ],
    );
    after(
        "pp/7",
        [
            "After the seventh preambular paragraph, insert a new passage reading: “Oui.”",
            "Après le septième alinéa du préambule, insérer un nouveau passage, libellé comme suit : « Oui. »",
        ],
    );
    case(
        "op/1",
        Operation::InsertBefore,
        ("", "Oui."),
        [
            "Before operative paragraph 1, insert a new passage reading: “Oui.”",
            "Avant le paragraphe 1 du dispositif, insérer un nouveau passage, libellé comme suit : « Oui. »",
        ],
    );
}

/// Carries out the sentence of a change of words as a reader would who has only the sentence and the old text.
fn carried_out(old: &str, sentence: &str, language: Language) -> Option<String> {
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

    fn ordinal<'t>(&self, text: &'t str, [before, after]: [&str; 2]) -> Option<(usize, &'t str)> {
        let rest = text.strip_prefix(before)?;
        let (word, rest) = rest.split_once(after)?;
        Some((self.ordinals.iter().position(|ordinal| *ordinal == word)? + 1, rest))
    }

    /// One change, as the range of the old text that is replaced and the words for it, and the rest of the sentence.
    fn change<'t>(&self, old: &str, text: &'t str) -> Option<((Range, String), &'t str)> {
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
        let (words, more) = self.quoted(rest.strip_prefix(replace).or_else(|| rest.strip_prefix(delete))?)?;
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
fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    bare(one) == bare(other) || compared(one, other).iter().all(|piece| piece.kind == ChangeKind::Same)
}

#[test]
fn the_sentences_of_real_changes_are_carried_out() {
    let old = "Les États continuent d’envisager, à titre volontaire, de verser des contributions au fonds d’affectation \
               spéciale, et d’autres États versent des contributions aux programmes.";
    let cases = [
        old.replace("des contributions aux", "des contributions prévisibles aux"),
        old.replace("à titre volontaire", "à titre gracieux")
            .replace("d’autres États", "les États intéressés"),
        old.replace(", à titre volontaire,", "").replace("programmes.", "programmes, selon qu’il convient."),
        format!("Tous {old} Ils en rendent compte."),
        "Les États versent.".to_owned(),
    ];
    for new in cases {
        for language in [Language::EN, Language::FR] {
            let sentence =
                plain(&sentence(&"17/e".parse().unwrap(), Operation::Reword, (old, &new), language));
            let carried = carried_out(old, &sentence, language);
            assert!(
                carried.as_ref().is_some_and(|carried| is_same(carried, &new)),
                "{sentence}: {carried:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]
    #[test]
    fn a_sentence_carried_out_on_the_old_words_gives_the_new_ones(
        old in "[a-d]{1,2}( [a-d]{1,3}[,;]?){2,14}\\.",
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..4, "[e-h]{1,4}"), 1..5),
    ) {
        let mut words: Vec<String> = old.split(' ').map(str::to_owned).collect();
        for (at, action, word) in edits {
            let at = at.index(words.len());
            match action {
                0 => words.insert(at, word),
                1 => words[at] = word,
                2 if words.len() > 1 => drop(words.remove(at)),
                _ => words.push(word),
            }
        }
        let new = words.join(" ");
        for language in [Language::EN, Language::FR] {
            let sentence = plain(&sentence(&"17/e".parse().unwrap(), Operation::Reword, (&old, &new), language));
            if sentence.is_empty() {
                prop_assert!(is_same(&old, &new));
                continue;
            }
            let carried = carried_out(&old, &sentence, language);
            prop_assert!(
                carried.as_ref().is_some_and(|carried| is_same(carried, &new)),
                "{old:?} → {new:?}: {sentence} gives {carried:?}"
            );
        }
    }
}
