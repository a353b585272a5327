//! Sessions of the General Assembly as dates, what comes again, and what is no deadline.

use super::*;

/// The follow-ups of a resolution with one operative paragraph, adopted on 22 December 2023 by the seventy-eighth session.
pub(super) fn asked(language: Language, text: &str) -> Vec<FollowUp> {
    let address = Address::body(Place::Operative(vec!["3".to_owned()]));
    let document = Document {
        symbol: "A/RES/78/999".parse().unwrap(),
        language,
        kind: DocumentKind::Resolution,
        title: "Ports".to_owned(),
        date: "2023-12-22".parse().ok(),
        remark: None,
        blocks: vec![Block::new(address, BlockKind::Operative, text)],
        findings: Vec::new(),
    };
    read(&document, None, &VOCABULARY)
}

/// What is due, in order: each date, or `?`, with its basis; sessions in brackets.
pub(super) fn due(followups: &[FollowUp]) -> Vec<String> {
    let sessions = followups.iter().flat_map(|one| &one.sessions).map(|number| format!("[{number}]"));
    let deadlines = followups.iter().flat_map(FollowUp::deadlines).map(|deadline| {
        let date = deadline.date.map_or("?".to_owned(), |date| date.to_string());
        format!("{date} {}", deadline.basis.as_ref().map_or("?".to_owned(), Basis::name))
    });
    deadlines.chain(sessions).collect()
}

#[track_caller]
fn case(language: Language, text: &str, expected: &[&str]) {
    assert_eq!(due(&asked(language, text)), expected, "{text}");
}

#[test]
fn a_session_of_the_assembly_is_a_date() {
    let eightieth = &["2025-09-09 start-of-assembly-session-80"];
    let en = |text: &str, expected: &[&str]| case(Language::EN, text, expected);
    en(
        "Requests the Secretary-General to submit to the General Assembly at its eightieth session a report on ports;",
        eightieth,
    );
    en("Requests the Secretary-General to report at its 80th session on ports;", eightieth);
    en(
        "Requests the Secretary-General to report to the eightieth session of the General Assembly;",
        eightieth,
    );
    en(
        "Requests the Secretary-General to submit such material in advance of its eightieth session;",
        &["2025-09-08 before-assembly-session-80"],
    );
    en(
        "Requests the Secretary-General to report during its seventy-eighth session;",
        &["2024-09-09 end-of-assembly-session-78"],
    );
    case(
        Language::FR,
        "Prie le Secrétaire général de lui présenter, à sa quatre-vingtième session, un rapport ;",
        eightieth,
    );
    case(
        "es".parse().unwrap(),
        "Solicita al Secretario General que en su octogésimo período de sesiones le presente un informe;",
        eightieth,
    );
}

#[test]
fn sessions_of_other_bodies_are_no_dates_and_none_of_the_group() {
    let en = |text: &str| case(Language::EN, text, &[]);
    en("Requests the Secretary-General to report to the Human Rights Council at its fifty-eighth session;");
    en("Calls upon States to implement the plan adopted by the Environment Assembly at its fourth session;");
    en("Invites the Commission on Ports to consider the matter at its sixty-ninth session;");
    en("Requests the Working Group on Lighthouses to report at its sixth session;");
    case(Language::FR, "Invite les États à appliquer le plan de sa quatrième session extraordinaire ;", &[]);
    case(
        "es".parse().unwrap(),
        "Exhorta a los Estados a que apliquen el plan de su octavo período de sesiones;",
        &[],
    );
}

#[test]
fn what_comes_again_is_a_deadline_without_a_day() {
    let en = |text: &str, expected: &[&str]| case(Language::EN, text, expected);
    en("Requests the Secretary-General to report annually on ports;", &["? every-1-years"]);
    en("Invites Member States to submit every two years a report on ports;", &["? every-2-years"]);
    en(
        "Requests the Secretary-General to report each year, beginning at its eightieth session, on ports;",
        &["2025-09-09 start-of-assembly-session-80", "? every-1-years"],
    );
    en("Urges States to provide 100 billion dollars annually;", &[]);
    case(
        Language::FR,
        "Prie le Secrétaire général de lui rendre compte chaque année de l’état des ports ;",
        &["? every-1-years"],
    );
    case(
        Language::FR,
        "Prie le Secrétaire général de lui présenter tous les deux ans un rapport ;",
        &["? every-2-years"],
    );
    case(
        "es".parse().unwrap(),
        "Solicita al Secretario General que le presente cada año un informe;",
        &["? every-1-years"],
    );
}

#[test]
fn the_time_of_an_event_and_what_is_past_are_no_deadlines() {
    let en = |text: &str| case(Language::EN, text, &[]);
    en("Encourages States to apply the code of the conference on ports in 2026;");
    en("Encourages States to apply the code approved by the Board of Harbours in March 2004;");
    en("Urges States to communicate their plans by 2020;");
    case(
        Language::FR,
        "Encourage les États à appliquer le code de la conférence sur les ports en 2026 ;",
        &[],
    );
}

#[test]
fn the_verb_of_reporting_and_the_report_are_named_and_a_decision_is_a_request_of_its_own() {
    let text = "Requests the Secretary-General to submit to the General Assembly at its eightieth session a report on ports, and \
                decides to include in the provisional agenda of its eighty-first session the item entitled “Ports”;";
    let found = asked(Language::EN, text);
    let named = |one: &FollowUp| {
        let reporting = one.reporting.as_ref().map_or("-", |verb| verb.text.as_str()).to_owned();
        let products = one.products.iter().map(|product| product.text.as_str());
        (one.request, reporting, products.collect::<Vec<_>>().join(", "))
    };
    assert_eq!(
        found.iter().map(named).collect::<Vec<_>>(),
        [(Some(1), "submit".to_owned(), "a report".to_owned()), (Some(2), "-".to_owned(), String::new()),]
    );
    assert_eq!(found[1].force, Some(Force::Agree));
    assert_eq!(
        due(&found),
        ["2025-09-09 start-of-assembly-session-80", "2026-09-08 start-of-assembly-session-81"]
    );
    let french = asked(
        Language::FR,
        "Prie le Secrétaire général de lui présenter un rapport, et décide d’inscrire à l’ordre du jour provisoire de sa \
         quatre-vingtième session la question intitulée « Ports » ;",
    );
    assert_eq!(due(&french), ["2025-09-09 start-of-assembly-session-80"]);
    assert_eq!(french.iter().map(|one| one.actors.len()).collect::<Vec<_>>(), [1, 0]);
}
