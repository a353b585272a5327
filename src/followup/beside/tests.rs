//! Two reports of our own wording beside each other.

use std::sync::Arc;

use super::*;
use crate::followup::{FollowUpVocabulary, read};
use crate::language::Languages;
use crate::model::{Address, Block, BlockKind, Document, DocumentKind, Language, Part, Place};
use proptest::prelude::*;

/// A report whose steps are `E.2 text`, numbered as given.
fn report(language: Language, steps: &[&str]) -> Arc<Document> {
    let block = |step: &&str| {
        let (label, text) = step.split_once(' ').unwrap();
        let (section, number) = label.split_once('.').unwrap();
        let path: Vec<String> = number.split('/').map(str::to_owned).collect();
        let kind = if path.len() == 1 { BlockKind::NextStep } else { BlockKind::Subparagraph };
        let place = Place::Step(vec![section.to_owned()], path);
        Block::new(Address { part: Part::Annex(None), place }, kind, text)
    };
    Arc::new(Document {
        symbol: "A/99/1".parse().unwrap(),
        language,
        kind: DocumentKind::Report,
        title: String::new(),
        date: None,
        remark: None,
        blocks: steps.iter().map(block).collect(),
        findings: Vec::new(),
    })
}

/// The pairs as a delegate would note them: `E.2 = E.3`, `E.2 ~ E.3`, `E.2 -`, `+ E.3`.
fn laid(language: Language, old: &[&str], new: &[&str]) -> Vec<String> {
    let vocabulary = &FollowUpVocabulary::new(Languages::bundled(), &[]);
    let (old, new) = (report(language, old), report(language, new));
    let (olds, news) = (read(&old, None, vocabulary), read(&new, None, vocabulary));
    let label = |followup: &FollowUp| format!("{}.{}", followup.section.join("."), followup.number);
    let pairs = beside(&olds, &news);
    let written = pairs.into_iter().map(|pair| {
        let one = pair.old.map(|at| label(&olds[at])).unwrap_or_default();
        let two = pair.new.map(|at| label(&news[at])).unwrap_or_default();
        let sign = match pair.relation {
            Relation::Repeated => "=",
            Relation::Reworded => "~",
            Relation::Dropped => "-",
            Relation::New => "+",
        };
        format!("{one} {sign} {two}").trim().to_owned()
    });
    written.collect()
}

const FRENCH: &[&str] = &[
    "A.1 Les États poursuivent les échanges de vues, dans le cadre du Groupe de travail, sur les menaces que font peser les logiciels rançonneurs.",
    "B.1 Les États poursuivent les échanges de vues, dans le cadre du Groupe de travail, sur la protection des câbles sous-marins.",
    "B.2 Aux quatrième et cinquième sessions du Groupe de travail, les États mèneront des discussions ciblées sur un glossaire commun.",
    "B.3 Le Secrétariat est prié d’établir, d’ici la fin du mois de janvier 2023, un inventaire des formations existantes.",
    "C.1 Les États sont encouragés à désigner, à titre volontaire, une autorité nationale.",
];

#[test]
fn what_only_names_other_sessions_and_dates_is_repeated() {
    let later = &[
        FRENCH[0],
        FRENCH[1],
        "B.2 De la sixième à la huitième session du Groupe de travail, les États mèneront des discussions ciblées sur un glossaire commun.",
        "B.3 Le Secrétariat est prié d’établir, d’ici la fin du mois de mars 2024, un inventaire des formations existantes.",
        FRENCH[4],
    ];
    let pairs = laid(Language::FR, FRENCH, later);
    assert_eq!(pairs, ["A.1 = A.1", "B.1 = B.1", "B.2 = B.2", "B.3 = B.3", "C.1 = C.1"]);
}

#[test]
fn reworded_moved_dropped_and_new_steps_are_reported_apart() {
    let later = &[
        "A.1 Les États continuent d’échanger leurs vues sur les menaces que font peser les logiciels rançonneurs et l’intelligence artificielle.",
        "A.2 Le Président est prié de convoquer une table ronde de haut niveau avec les entreprises.",
        "B.1 Aux sixième et septième sessions, les États pourraient avoir des discussions ciblées sur un glossaire commun.",
        "D.1 Les États sont priés de désigner une autorité nationale et de la faire connaître.",
    ];
    let pairs = laid(Language::FR, FRENCH, later);
    assert_eq!(pairs, ["A.1 ~ A.1", "B.1 -", "+ A.2", "B.2 ~ B.1", "B.3 -", "C.1 ~ D.1"]);
}

#[test]
fn english_reports_are_laid_beside_each_other_too() {
    let old = &[
        "A.1 States continue to exchange views on ransomware.",
        "A.2 States engage in focused discussions, at the fourth and fifth sessions, on a shared glossary of terms.",
        "A.3 The Secretariat is requested to compile an inventory of existing training courses.",
    ];
    let new = &[
        "A.1 States engage in focused discussions, at the sixth, seventh and eighth sessions, on a shared glossary of terms.",
        "A.2 The Secretariat is invited to update the inventory of existing training courses every year.",
        "B.1 Interested States could consider hosting a simulation exercise.",
    ];
    assert_eq!(laid(Language::EN, old, new), ["A.1 -", "A.2 = A.1", "A.3 ~ A.2", "+ B.1"]);
}

#[test]
fn sub_paragraphs_count_as_words_of_their_step() {
    let old = &["F.1 States discuss the following:", "F.1/a funding;", "F.1/b exercises."];
    let new = &["F.1 States discuss the following:", "F.1/a funding;", "F.1/b simulations."];
    assert_eq!(laid(Language::EN, old, old), ["F.1 = F.1"]);
    assert_eq!(laid(Language::EN, old, new), ["F.1 ~ F.1"]);
}

#[test]
fn a_change_of_force_sessions_and_deadline_is_reported() {
    let vocabulary = &FollowUpVocabulary::new(Languages::bundled(), &[]);
    let one = |text: &str| read(&report(Language::EN, &[text]), None, vocabulary).remove(0);
    let old = one("A.1 States will discuss, at the fourth session, a glossary.");
    let new = one("A.1 States could discuss, at the sixth session, a glossary, by the end of 2024.");
    let changes = Changes::between(&old, &new);
    assert_eq!(changes.force, Some(Differing { before: Some(Force::Will), after: Some(Force::May) }));
    assert_eq!(changes.sessions, Some(Differing { before: vec![4], after: vec![6] }));
    assert_eq!(
        changes.deadline,
        Some(Differing { before: None, after: Some("by the end of 2024".to_owned()) })
    );
    assert_eq!(Changes::between(&old, &old), Changes::default());
}

/// Steps of random words from a small vocabulary, so that many are alike.
fn steps() -> impl Strategy<Value = Vec<String>> {
    let word = proptest::sample::select(vec![
        "States",
        "discuss",
        "norms",
        "threats",
        "glossary",
        "directory",
        "the",
        "of",
        "session",
        "fourth",
        "sixth",
        "may",
    ]);
    let text = proptest::collection::vec(word, 0..9).prop_map(|words| words.join(" "));
    proptest::collection::vec(text, 0..12).prop_map(|texts| {
        texts.into_iter().enumerate().map(|(at, text)| format!("A.{} {text}", at + 1)).collect()
    })
}

proptest! {
    #[test]
    fn every_step_is_in_exactly_one_pair(old in steps(), new in steps()) {
        let vocabulary = &FollowUpVocabulary::new(Languages::bundled(), &[]);
        let of = |steps: &[String]| {
            let document = report(Language::EN, &steps.iter().map(String::as_str).collect::<Vec<_>>());
            read(&document, None, vocabulary)
        };
        let (olds, news) = (of(&old), of(&new));
        let pairs = beside(&olds, &news);
        let mut one: Vec<usize> = pairs.iter().filter_map(|pair| pair.old).collect();
        let two: Vec<usize> = pairs.iter().filter_map(|pair| pair.new).collect();
        one.sort_unstable();
        prop_assert_eq!(one, (0..olds.len()).collect::<Vec<_>>());
        prop_assert_eq!(two, (0..news.len()).collect::<Vec<_>>());
        for pair in &pairs {
            let both = pair.old.is_some() && pair.new.is_some();
            prop_assert_eq!(both, matches!(pair.relation, Relation::Repeated | Relation::Reworded));
        }
    }
}
