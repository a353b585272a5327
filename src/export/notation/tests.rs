//! Tests of the sentences of amendments: every kind of passage, and sentences read back and applied.

mod reader;

use proptest::prelude::*;

use super::*;
use reader::{carried_out, is_same};

/// With ordinary spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[track_caller]
fn case(address: &str, operation: Operation, (original, wording): (&str, &str), [en, fr]: [&str; 2]) {
    let address: Address = address.parse().unwrap();
    let made_on = MadeOn { original, taken: 0 };
    let in_language = |language| plain(&sentence(&address, operation, made_on, wording, language));
    assert_eq!([in_language(Language::EN), in_language(Language::FR)], [en, fr]);
}

/// The sentence of a change of the words of paragraph 17 (e).
fn reworded_17e(original: &str, wording: &str, language: Language) -> String {
    let (address, made_on) = ("17/e".parse().unwrap(), MadeOn { original, taken: 0 });
    plain(&sentence(&address, Operation::Reword, made_on, wording, language))
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
    delete("pp/145", ["Delete preambular paragraph 145", "Supprimer l’alinéa 145 du préambule"]);
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
        let made_on = MadeOn { original: "un deux", taken: 0 };
        let in_language =
            |language| plain(&sentence(&address, Operation::Reword, made_on, "un trois", language));
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

#[test]
fn new_passages_continue_where_the_numbers_taken_end() {
    #[track_caller]
    fn case(address: &str, taken: usize, wording: &str, expected: [&str; 2]) {
        let (address, made_on) = (address.parse().unwrap(), MadeOn { original: "", taken });
        let in_language =
            |language| plain(&sentence(&address, Operation::InsertAfter, made_on, wording, language));
        assert_eq!([in_language(Language::EN), in_language(Language::FR)], expected);
    }
    case(
        "17",
        1,
        "Oui.",
        [
            "Insert a new paragraph 17 ter reading: “Oui.”",
            "Ajouter un nouveau paragraphe 17 ter, libellé comme suit : « Oui. »",
        ],
    );
    case(
        "annex/17/e",
        2,
        "Oui.",
        [
            "Insert a new paragraph 17 (e) quater in the annex reading: “Oui.”",
            "Ajouter un nouveau paragraphe 17 e) quater de l’annexe, libellé comme suit : « Oui. »",
        ],
    );
    // After a passage that has an adverb itself, the adverb is replaced.
    case(
        "12bis",
        1,
        "Oui.",
        [
            "Insert a new paragraph 12 ter reading: “Oui.”",
            "Ajouter un nouveau paragraphe 12 ter, libellé comme suit : « Oui. »",
        ],
    );
    case(
        "E/next/2",
        0,
        "Un.\nDeux.\nTrois.",
        [
            "Insert new recommended next steps 2 bis, 2 ter and 2 quater in section E reading: “Un.\nDeux.\nTrois.”",
            "Ajouter de nouvelles étapes recommandées 2 bis, 2 ter et 2 quater à la section E, libellées comme suit : « Un.\nDeux.\nTrois. »",
        ],
    );
    case(
        "17",
        40,
        "Oui.",
        [
            "After paragraph 17, insert a new passage reading: “Oui.”",
            "Après le paragraphe 17, insérer un nouveau passage, libellé comme suit : « Oui. »",
        ],
    );
}

#[test]
fn many_words_that_go_are_named_by_their_ends() {
    let many = "et aux autres États intéressés, dans la mesure de leurs moyens et compte tenu des besoins, des priorités \
                et des capacités propres à chacun d’eux, de verser chaque année des contributions prévisibles";
    let old = format!("Il est demandé aux États parties {many} au fonds.");
    assert_eq!(
        reworded_17e(&old, "Il est demandé aux États parties au fonds.", Language::FR),
        "Au paragraphe 17 e), supprimer les mots allant de « et aux autres » à « des contributions prévisibles »"
    );
    assert_eq!(
        reworded_17e(&old, "Il est demandé aux États parties d’aider au fonds.", Language::EN),
        "In paragraph 17 (e), replace the words from “et aux autres” to “des contributions prévisibles” with “d’aider”"
    );
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
            let sentence = reworded_17e(old, &new, language);
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
            let sentence = reworded_17e(&old, &new, language);
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

    /// Long stretches go, in texts whose words occur again and again.
    #[test]
    fn long_deletions_carried_out_give_the_new_words(
        old in "[a-g]{1,2}( [a-g]{1,2}[,;]?){40,90}\\.",
        cut in (any::<prop::sample::Index>(), 20usize..60),
        by in "([h-k]{2,4}( [h-k]{2,4})?)?",
    ) {
        let words: Vec<&str> = old.split(' ').collect();
        let start = 1 + cut.0.index(words.len() - 2);
        let end = (start + cut.1).min(words.len() - 1);
        let kept = [&words[..start], &[by.as_str()][..usize::from(!by.is_empty())], &words[end..]].concat();
        let new = kept.join(" ");
        for language in [Language::EN, Language::FR] {
            let sentence = reworded_17e(&old, &new, language);
            let carried = carried_out(&old, &sentence, language);
            prop_assert!(
                carried.as_ref().is_some_and(|carried| is_same(carried, &new)),
                "{old:?} → {new:?}: {sentence} gives {carried:?}"
            );
        }
    }
}
