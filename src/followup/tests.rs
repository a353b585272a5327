//! Next steps read as a delegate would underline them.

mod assembly;
mod clauses;
mod gold;
mod report_en;
mod report_fr;
mod sentences;
mod unseen_en;
mod unseen_fr;
mod wordings;

use std::sync::LazyLock;

use super::*;
use crate::language::Languages;
use crate::model::{
    Block, BlockKind, DocumentKind, Language, Names, Part, Place, Reference, ReportLink, Session, SessionKind,
};

static VOCABULARY: LazyLock<FollowUpVocabulary> =
    LazyLock::new(|| FollowUpVocabulary::new(Languages::bundled(), &crate::store::process::processes()));

type Step = (&'static str, &'static str, &'static str);

fn document(language: Language, steps: &[Step]) -> Document {
    let block = |(section, number, text): &Step| {
        let place = Place::Step(vec![(*section).to_owned()], vec![(*number).to_owned()]);
        Block::new(Address { part: Part::Annex(None), place }, BlockKind::NextStep, *text)
    };
    Document {
        symbol: "A/99/1".parse().unwrap(),
        language,
        kind: DocumentKind::Report,
        title: String::new(),
        date: None,
        remark: None,
        blocks: steps.iter().map(block).collect(),
        findings: Vec::new(),
    }
}

fn process() -> Process {
    let session = |number, from: &str, to: &str| Session {
        kind: SessionKind::Substantive,
        number: Some(number),
        from: from.parse().ok(),
        to: to.parse().ok(),
        year: None,
        place: Names::default(),
        about: Names::default(),
        citation: Some("A/99/2:3".to_owned()),
        words: String::new(),
        own: false,
    };
    Process {
        id: "group".to_owned(),
        names: Names::default(),
        body: std::collections::BTreeMap::default(),
        agenda: Reference { symbol: "A/99/1".parse().unwrap(), address: "6".parse().unwrap() },
        items: Vec::new(),
        reports: Vec::new(),
        sessions: vec![
            session(4, "2023-03-06", "2023-03-10"),
            session(5, "2023-07-24", "2023-07-28"),
            session(6, "2023-12-11", "2023-12-15"),
            session(10, "2025-02-17", "2025-02-21"),
        ],
        meetings: Vec::new(),
        deadlines: Vec::new(),
        time_zone: chrono_tz::America::New_York,
    }
}

fn followups(language: Language, steps: &[Step]) -> Vec<FollowUp> {
    read(&Arc::new(document(language, steps)), Some(&process()), &VOCABULARY)
}

/// One line for each step: what it says of actor, verb, force, will and sessions.
fn summary(followup: &FollowUp) -> String {
    let actors: Vec<_> =
        followup.actors.iter().map(|actor| format!("{} [{}]", actor.text, actor.kind.name())).collect();
    let deadline = followup.deadline.as_ref().map(|deadline| {
        let date = deadline.date.map_or("?".to_owned(), |date| date.to_string());
        let basis = deadline.basis.as_ref().map_or("?".to_owned(), Basis::name);
        format!(" | {} = {date} {basis}", deadline.text)
    });
    format!(
        "{}.{} {} | {} | {}{} | {:?}{}",
        followup.section.join("."),
        followup.number,
        actors.join(" + "),
        followup.verb.as_ref().map_or("-", |verb| verb.text.as_str()),
        followup.force.map_or("-", Force::name),
        if followup.voluntary.is_some() { ", voluntary" } else { "" },
        followup.sessions,
        deadline.unwrap_or_default(),
    )
}

#[track_caller]
fn table(language: Language, steps: &[Step], expected: &[&str]) {
    let found: Vec<_> = followups(language, steps).iter().map(summary).collect();
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

fn step(followups: &[FollowUp], name: &str) -> FollowUp {
    let named = |followup: &&FollowUp| format!("{}.{}", followup.section.join("."), followup.number) == name;
    followups.iter().find(named).unwrap().clone()
}

fn topics(followup: &FollowUp) -> Vec<(&str, &str)> {
    followup.topics.iter().map(|topic| (topic.label.as_str(), topic.text.as_str())).collect()
}

#[test]
fn the_first_progress_report_is_read_step_by_step() {
    gold::compare(Language::FR, &report_fr::STEPS, &report_fr::SAID);
    let read = followups(Language::FR, &report_fr::STEPS);
    let naming = |session| read.iter().filter(|followup| followup.sessions.contains(&session)).count();
    assert_eq!((naming(4), naming(5)), (8, 6));
    assert_eq!(read.iter().filter(|followup| followup.sessions.is_empty()).count(), 12);
}

#[test]
fn other_reports_in_both_languages_are_read_step_by_step() {
    gold::compare_listed(Language::EN, &unseen_en::SAID);
    gold::compare_listed(Language::FR, &unseen_fr::SAID);
    gold::compare_listed(Language::EN, &wordings::EN);
    gold::compare_listed(Language::FR, &wordings::FR);
    gold::compare_listed(Language::EN, &clauses::EN);
    gold::compare_listed(Language::FR, &clauses::FR);
}

#[test]
fn an_english_report_is_read_the_same_way() {
    let expected = [
        "B.1 States [states] | continue to exchange | will | []",
        "B.2 States [states] | engage | will | [4, 5]",
        "B.3 States [states] | agree to establish | agree | [6, 7, 8]",
        "C.1 The United Nations Secretariat [secretariat] | is requested to seek | request | [7] \
         | by the end of 2024 = 2024-12-31 end-of-year",
        "C.2 The Chair of the Working Group [chair] | is requested to convene | request | [10] \
         | no later than its tenth session = 2025-02-21 end-of-session-10",
        "C.3 Interested States or groups of States [interested-states] | are invited | invite, voluntary | [] \
         | by 31 January 2025 = 2025-01-31 stated",
        "C.4 States in a position to do so [states-able] | are encouraged to continue | encourage | []",
        "D.1 States [states] | to hold | will | [9]",
        "D.2 States [states] | will hold | will | [6, 7, 8]",
        "D.3 Regional organizations [other] + the Secretariat [secretariat] + other stakeholders [other] \
         | may share | may, voluntary | [6] | before the sixth session = 2023-12-10 before-session-6",
        // The session of the General Assembly is none of the group's.
        "E.1 States [states] | should report | encourage | [] \
         | seventy-ninth session of the General Assembly = 2024-09-10 start-of-assembly-session-79",
        "E.2 The Secretariat [secretariat] | is requested to circulate | request | [4] \
         | by the start of the 4th session = 2023-03-06 start-of-session-4",
        "E.3 States [states] | are encouraged to survey | encourage | []",
        "E.4 Delegations [states] | could nominate | may | [6, 7, 8] \
         | in time for January 15, 2026 = 2026-01-15 stated",
        "F.1 States [states] | recommends that | encourage | [6, 7]",
        "F.2  | - | - | []",
        "F.3 The facilitators [chair] | shall report | will | [] \
         | by the end of the month of February 2025 = 2025-02-28 end-of-month",
        // No twenty-fourth session of a group, and no June without its year.
        "F.4 All States [states] + the United Nations Institute for Harbours [other] + academia [other] \
         | are invited to take | invite | [] | by the end of June = ? ?",
    ];
    table(Language::EN, &report_en::STEPS, &expected);
}

#[test]
fn other_turns_of_phrase_are_understood() {
    let french = [
        (
            "X",
            "1",
            "Le Secrétariat est prié d’établir, d’ici à la fin de 2024, un rapport sur les réponses reçues, \
             qui sera examiné à la dixième session du Groupe de travail.",
        ),
        (
            "X",
            "2",
            "La présidence du Groupe de travail est priée d’organiser une réunion avant la neuvième session.",
        ),
        (
            "X",
            "3",
            "De la sixième à la huitième session, le Groupe de travail tiendra des débats sur les ports.",
        ),
        (
            "X",
            "4",
            "Les organisations régionales et les parties prenantes pourraient contribuer à la 7e session.",
        ),
        ("X", "5", "Le Secrétaire général est prié de présenter un rapport à sa quatre-vingtième session."),
        ("X", "6", "Les États sont convenus que le répertoire serait établi d’ici au 1er mai 2024."),
        ("X", "7", "Les États également réaffirment leurs engagements avant tout."),
    ];
    let expected = [
        "X.1 Le Secrétariat [secretariat] | est prié d’établir | request | [10] | d’ici à la fin de 2024 = 2024-12-31 end-of-year",
        "X.2 La présidence du Groupe de travail [chair] | est priée d’organiser | request | [9] \
         | avant la neuvième session = ? before-session-9",
        "X.3 le Groupe de travail [other] | tiendra | will | [6, 7, 8]",
        "X.4 Les organisations régionales [other] + les parties prenantes [other] | pourraient contribuer | may | [7]",
        "X.5 Le Secrétaire général [other] | est prié de présenter | request | []",
        "X.6 Les États [states] | sont convenus | agree | [] | d’ici au 1er mai 2024 = 2024-05-01 stated",
        "X.7 Les États [states] | réaffirment | will | []",
    ];
    table(Language::FR, &french, &expected);
    let english = [
        ("Y", "1", "The OEWG Chair is requested to convene a round table in May 2024."),
        ("Y", "2", "States, in a position to do so, are encouraged to support training."),
        ("Y", "3", "Interested States to nominate, on a voluntary basis, points of contact by January 2024."),
        ("Y", "4", "As a next step, States agree to act no later than the start of the sixth session."),
        ("Y", "5", "It is recommended that States consider the matter at the 6th to 8th sessions."),
        ("Y", "6", "States, at the fourth and fifth sessions of the OEWG, to engage in discussions."),
        ("Y", "7", "States also share their views from the sixth session to the eighth session."),
    ];
    let expected = [
        "Y.1 The OEWG Chair [chair] | is requested to convene | request | [] | in May 2024 = 2024-05-31 end-of-month",
        "Y.2 States, in a position to do so [states-able] | are encouraged to support | encourage | []",
        "Y.3 Interested States [interested-states] | to nominate | will, voluntary | [] | by January 2024 = 2024-01-31 end-of-month",
        "Y.4 States [states] | agree to act | agree | [6] \
         | no later than the start of the sixth session = 2023-12-11 start-of-session-6",
        "Y.5 States [states] | It is recommended that | encourage | [6, 7, 8]",
        "Y.6 States [states] | to engage | will | [4, 5]",
        "Y.7 States [states] | share | will | [6, 7, 8]",
    ];
    table(Language::EN, &english, &expected);
}

#[test]
fn topics_are_what_the_step_wants_discussed() {
    let french = followups(Language::FR, &report_fr::STEPS);
    let directory = step(&french, "E.2");
    let expected = [
        ("1", "l’établissement de ce répertoire"),
        ("2", "les initiatives de renforcement des capacités connexes"),
    ];
    assert_eq!(topics(&directory), expected);
    let programme = step(&french, "G.2");
    let starts: Vec<_> = topics(&programme)
        .iter()
        .map(|(_, text)| text.split(' ').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(starts, ["étoffer le Programme", "la relation entre", "la portée, le"]);
    assert_eq!(programme.topics[2].text, "la portée, le contenu et la structure du Programme d’action");
    let listed = step(&french, "F.2");
    let letters: Vec<_> = topics(&listed).iter().map(|(label, _)| (*label).to_owned()).collect();
    assert_eq!(letters, ["a", "b", "c", "d"]);
    assert_eq!(
        listed.topics[3].text,
        "la dimension de genre de la sécurité d’utilisation des technologies numériques"
    );
    for name in ["B.1", "B.2", "C.1", "E.1", "E.3", "G.1", "G.3"] {
        assert!(step(&french, name).topics.is_empty(), "{name}: nothing is split that the step leaves whole");
    }
    let english = followups(Language::EN, &report_en::STEPS);
    let expected = [
        ("a", "buoys and their lights"),
        ("b", "the charting of shoals, as reflected in paragraph 31 (a)-(c)"),
        ("c", "the pilotage of large ships"),
    ];
    assert_eq!(topics(&step(&english, "D.1")), expected);
    let expected =
        [("1", "the relation between the directory and the mechanism"), ("2", "its scope and content")];
    assert_eq!(topics(&step(&english, "D.2")), expected);
}

#[test]
fn sub_paragraphs_of_their_own_are_topics() {
    let mut document =
        document(Language::EN, &[("B", "1", "States engage in discussions on the following:")]);
    for (letter, text) in [("a", "ports"), ("b", "tides")] {
        let address: Address = format!("annex/B/next/1/{letter}").parse().unwrap();
        document.blocks.push(Block::new(address, BlockKind::NextStep, text));
    }
    let read = read(&Arc::new(document), None, &VOCABULARY);
    assert_eq!(read.len(), 1, "a sub-paragraph is no step of its own");
    assert_eq!(topics(&read[0]), [("a", "ports"), ("b", "tides")]);
    assert_eq!(read[0].topics[1].address.to_string(), "annex/B/next/1/b");
}

#[test]
fn a_step_with_several_limits_keeps_them_all() {
    let text = "The Secretariat is requested to circulate a paper by 31 January 2023, to convene a meeting no later \
                than the start of the fourth session and to report by 31 January 2023.";
    let [followup] = &followups(Language::EN, &[("B", "1", text)])[..] else { panic!("one step") };
    let days: Vec<String> =
        followup.deadlines().filter_map(|deadline| deadline.date).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2023-01-31", "2023-03-06"], "the same limit twice is one");
    let mut group = process();
    let symbol: Symbol = "A/99/1".parse().unwrap();
    let sections = Vec::new();
    group.reports.push(ReportLink { symbol, sections, next_sessions: vec![4], citation: None });
    let shelf = Shelf::new([document(Language::EN, &[("B", "1", text)])]);
    let followups = of_shelf(&shelf, &[group.clone()], Languages::bundled());
    let entries = timeline::entries(&group, &followups, Language::EN);
    let limits = entries.iter().filter(|entry| matches!(entry.what, timeline::What::Deadline { .. }));
    assert_eq!(limits.filter_map(|entry| entry.from).map(|day| day.to_string()).collect::<Vec<_>>(), days);
}

#[test]
fn what_sub_paragraphs_point_to_belongs_to_their_step() {
    let mut document =
        document(Language::EN, &[("B", "1", "States engage in discussions on the following:")]);
    let address: Address = "annex/B/next/1/a".parse().unwrap();
    let text = "The depths mentioned in General Assembly resolution 76/19; and";
    document.blocks.push(Block::new(address.clone(), BlockKind::NextStep, text));
    let read = read(&Arc::new(document), None, &VOCABULARY);
    assert_eq!(read[0].topics[0].text, "The depths mentioned in General Assembly resolution 76/19");
    let [cite] = read[0].cites.as_slice() else { panic!("one citation: {:?}", read[0].cites) };
    assert_eq!((&cite.address, cite.span.of(text)), (&address, "resolution 76/19"));
}

#[test]
fn what_is_counted_from_adoption_falls_on_a_day_where_the_report_says_when_it_was_adopted() {
    let step =
        "States are requested to mark their wrecks within 60 days of the adoption of the present report.";
    let deadline = |account: &str| {
        let mut document = document(Language::EN, &[("B", "1", step)]);
        for (number, text) in [("4", "On 1 March 2024, the Group adopted its agenda."), ("5", account)] {
            document.blocks.push(Block::new(number.parse().unwrap(), BlockKind::Paragraph, text));
        }
        let [followup] = &read(&Arc::new(document), None, &VOCABULARY)[..] else { panic!("one step") };
        let deadline = followup.deadline.clone().unwrap();
        let basis = deadline.basis.unwrap();
        (deadline.date.map(|date| date.to_string()), basis.citation().map(str::to_owned))
    };
    let summary = "At its last meeting, on 12 July 2024, the Group adopted, by consensus, its second annual progress report.";
    assert_eq!(deadline(summary), (Some("2024-09-10".to_owned()), Some("A/99/1:5".to_owned())));
    assert_eq!(deadline("The Group adopted its report by consensus."), (None, None), "no day is invented");
}

#[test]
fn documents_to_be_produced_are_reported() {
    let case = |language, steps: &[Step], name: &str, expected: &str| {
        let read = step(&followups(language, steps), name);
        let products: Vec<_> = read.products.iter().map(|words| words.text.as_str()).collect();
        assert_eq!(products, [expected], "{name}");
    };
    case(Language::FR, &report_fr::STEPS, "E.3", "un document d’information");
    case(Language::FR, &report_fr::STEPS, "C.2", "des documents de travail");
    case(Language::EN, &report_en::STEPS, "C.1", "a background paper");
    case(Language::EN, &report_en::STEPS, "E.2", "an initial report");
}

#[test]
fn citations_of_the_document_stand_in_its_own_part() {
    let cited = |followup: &FollowUp| -> Vec<String> {
        let written = followup.cites.iter().map(|cite| {
            let addresses: Vec<_> = cite.addresses.iter().map(ToString::to_string).collect();
            format!("{}:{}", cite.symbol.as_ref().map_or("", |symbol| symbol.as_str()), addresses.join(" "))
        });
        written.collect()
    };
    let french = followups(Language::FR, &report_fr::STEPS);
    assert_eq!(cited(&step(&french, "B.2")), ["A/99/1:annex/8 annex/9 annex/10 annex/11 annex/12 annex/13"]);
    assert_eq!(cited(&step(&french, "C.1")), ["A/99/1:annex/14/e"]);
    assert_eq!(cited(&step(&french, "D.2")), ["A/99/1:annex/15/a annex/15/b", "A/75/816:"]);
    let english = followups(Language::EN, &report_en::STEPS);
    assert_eq!(cited(&step(&english, "E.1")), ["A/RES/77/36:", "A/77/92:annex-II/5 annex-II/7"]);
}

#[test]
fn operative_paragraphs_that_ask_are_read_too() {
    let paragraphs = [
        ("", "1", "Appuie les travaux menés par le Groupe de travail ;"),
        ("", "2", "Demande aux États de continuer de participer aux négociations ;"),
        ("", "3", "Recommande que les États Membres poursuivent les discussions, sur les règles ;"),
        (
            "",
            "4",
            "Invite tous les États Membres à continuer d’informer le Secrétaire général de leurs vues, durant sa \
             soixante-dix-huitième session, afin d’en débattre lors des réunions du Groupe de travail à sa \
             huitième session, en 2024 ;",
        ),
        (
            "",
            "5",
            "Prie également le Secrétaire général, compte tenu du paragraphe 4 de la présente résolution, de lui \
             présenter un rapport ;",
        ),
        ("", "6", "Décide de créer un mécanisme qui tiendra cinq sessions ;"),
    ];
    let mut document = document(Language::FR, &paragraphs);
    for block in &mut document.blocks {
        block.kind = BlockKind::Operative;
        block.address = Address::body(Place::Operative(vec![block.address.last().unwrap().to_owned()]));
    }
    document.kind = DocumentKind::Resolution;
    document.title = "La sécurité du numérique".to_owned();
    let followups = super::read(&Arc::new(document), None, &VOCABULARY);
    let read: Vec<_> = followups.iter().map(summary).collect();
    let expected = [
        ".2 États [states] | Demande aux | request | []",
        ".3 les États Membres [states] | Recommande que | encourage | []",
        ".4 tous les États Membres [states] | Invite | invite | [8]",
        ".5 le Secrétaire général [other] | Prie | request | []",
    ];
    assert_eq!(read, expected);
    assert_eq!(followups[3].cites[0].addresses[0].to_string(), "op/4");
}

#[test]
fn a_language_without_words_leaves_everything_empty() {
    let german =
        followups("de".parse().unwrap(), &[("B", "1", "Die Staaten kommen überein, bis Ende 2024 …")]);
    assert_eq!(summary(&german[0]), "B.1  | - | - | []");
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_every_span_holds_its_words(
        text in "(Les États |sont invités |à |States |agree to |, |\\. |a\\) |\\(b\\) |; |: |sur |on |discussions |fourth |4e |session |et |and |by |d’ici |the end of |2024 |d’|mars |par\\. |é|’)*"
    ) {
        for language in [Language::FR, Language::EN] {
            let text: &'static str = text.clone().leak();
            for followup in followups(language, &[("A", "1", text)]) {
                for actor in &followup.actors {
                    proptest::prop_assert_eq!(actor.span.of(text), &actor.text);
                }
                for topic in &followup.topics {
                    proptest::prop_assert_eq!(topic.span.of(text), &topic.text);
                }
                proptest::prop_assert!(followup.deadline.is_none_or(|found| found.span.of(text) == found.text));
                proptest::prop_assert!(followup.verb.is_none_or(|found| found.span.of(text) == found.text));
            }
        }
    }
}

#[test]
fn days_are_read_with_weekday_hour_short_month_and_in_figures() {
    let day = |language: Language, text: &'static str| {
        let read = followups(language, &[("A", "1", text)]);
        let deadline = read[0].deadline.as_ref().unwrap_or_else(|| panic!("no deadline: {text}"));
        deadline.date.map(|date| date.to_string()).unwrap_or_default()
    };
    for (text, expected) in wordings::DAYS_EN {
        assert_eq!(day(Language::EN, text), expected, "{text}");
    }
    for (text, expected) in wordings::DAYS_FR {
        assert_eq!(day(Language::FR, text), expected, "{text}");
    }
    for (text, expected) in wordings::DAYS_ES {
        assert_eq!(day("es".parse().unwrap(), text), expected, "{text}");
    }
}

#[test]
fn the_time_of_an_event_and_the_session_of_another_body_are_no_deadline() {
    let none = |language: Language, texts: &[&'static str]| {
        for text in texts {
            let place = Address::body(Place::Operative(vec!["1".to_owned()]));
            let mut resolution = document(language, &[]);
            resolution.symbol = "A/RES/79/99".parse().unwrap();
            resolution.kind = DocumentKind::Resolution;
            resolution.blocks = vec![Block::new(place, BlockKind::Operative, *text)];
            let found = read(&Arc::new(resolution), None, &VOCABULARY);
            let limits = |followup: &FollowUp| (followup.deadline.clone(), followup.sessions.clone());
            let is_free = |followup: &FollowUp| limits(followup) == (None, Vec::new());
            assert!(found.iter().all(is_free), "{text}: {:?}", found.iter().map(limits).collect::<Vec<_>>());
        }
    };
    none(Language::EN, &wordings::NO_DAYS_EN);
    none(Language::FR, &wordings::NO_DAYS_FR);
    none("es".parse().unwrap(), &wordings::NO_DAYS_ES);
}
