//! Deadlines and sessions in sixty sentences of our own: each with all that is due, and nothing else.

use super::assembly::{asked, due};
use crate::model::Language;

/// The language, a sentence of a resolution adopted on 22 December 2023 by the seventy-eighth session, and what is due.
const SENTENCES: [(&str, &str, &[&str]); 60] = [
    (
        "en",
        "Requests the Secretary-General to submit a report on lighthouses to the General Assembly at its seventy-ninth session;",
        &["2024-09-10 start-of-assembly-session-79"],
    ),
    (
        "en",
        "Requests the Secretary-General to report to it at its seventy-ninth and eightieth sessions on lighthouses;",
        &["2024-09-10 start-of-assembly-session-79", "2025-09-09 start-of-assembly-session-80"],
    ),
    (
        "en",
        "Also requests the Secretary-General to submit, at its eighty-first session, an action-oriented report;",
        &["2026-09-08 start-of-assembly-session-81"],
    ),
    (
        "en",
        "Requests the Secretary-General to submit a biennial report on lighthouses;",
        &["? every-2-years"],
    ),
    ("en", "Requests the Secretary-General to submit an annual report on lighthouses;", &["? every-1-years"]),
    (
        "en",
        "Requests the Secretary-General to submit a triennial report on lighthouses;",
        &["? every-3-years"],
    ),
    (
        "en",
        "Requests the Secretary-General to report every three years on lighthouses;",
        &["? every-3-years"],
    ),
    ("en", "Requests the Secretary-General to report biennially on lighthouses;", &["? every-2-years"]),
    ("en", "Requests the Secretary-General to provide a yearly update on lighthouses;", &["? every-1-years"]),
    (
        "en",
        "Requests the Secretary-General to submit quarterly reports on lighthouses;",
        &["? every-3-months"],
    ),
    (
        "en",
        "Requests the Secretary-General to report every six months on lighthouses;",
        &["? every-6-months"],
    ),
    ("en", "Welcomes the annual report of the Secretary-General on lighthouses;", &[]),
    ("en", "Takes note of the biennial report of the Board on lighthouses;", &[]),
    (
        "en",
        "Requests the Secretary-General to implement the recommendations in the annual report of the Board;",
        &[],
    ),
    (
        "en",
        "Invites the Secretariat to publish the findings of the annual report on lighthouses by 30 June 2025;",
        &["2025-06-30 stated"],
    ),
    ("en", "Invites Member States to submit their views by 31 May 2024;", &["2024-05-31 stated"]),
    (
        "en",
        "Invites Member States to submit, no later than 31 May 2024, their views;",
        &["2024-05-31 stated"],
    ),
    (
        "en",
        "Calls upon Member States to submit their views by Monday, 3 June 2024, at 6 p.m.;",
        &["2024-06-03 stated"],
    ),
    ("en", "Calls upon Member States to submit their views before 1 June 2024;", &["2024-05-31 day-before"]),
    (
        "en",
        "Calls upon Member States to submit their views not later than the end of 2024;",
        &["2024-12-31 end-of-year"],
    ),
    (
        "en",
        "Calls upon Member States to submit their views by the end of March 2024;",
        &["2024-03-31 end-of-month"],
    ),
    ("en", "Decides to hold a conference on lighthouses in 2025;", &[]),
    (
        "en",
        "Decides to include in the provisional agenda of its eightieth session the item entitled “Lighthouses”;",
        &["2025-09-09 start-of-assembly-session-80"],
    ),
    (
        "en",
        "Decides to include in the provisional agenda of its seventy-ninth session, under the item entitled “Ports”, the sub-item entitled “Lighthouses”;",
        &["2024-09-10 start-of-assembly-session-79"],
    ),
    ("en", "Recalls the decision taken at its seventy-seventh session to hold a conference;", &[]),
    ("en", "Invites the Economic and Social Council to consider lighthouses at its 2025 session;", &[]),
    (
        "en",
        "Requests the Commission on Lighthouses to report to the General Assembly at its eightieth session;",
        &["2025-09-09 start-of-assembly-session-80"],
    ),
    ("en", "Encourages States to sign the Convention on Lighthouses, adopted in 1974;", &[]),
    (
        "en",
        "Requests the Secretary-General to convene in 2025 a meeting of experts on lighthouses;",
        &["2025-12-31 end-of-year"],
    ),
    ("en", "Requests the Group to submit its final report in 2025;", &["2025-12-31 end-of-year"]),
    (
        "en",
        "Requests the Secretary-General to report on lighthouses at the main part of its eightieth session;",
        &["2025-09-09 start-of-assembly-session-80"],
    ),
    (
        "en",
        "Requests the Secretary-General to report on lighthouses at the first part of its resumed eightieth session;",
        &["? ?"],
    ),
    ("en", "Stresses the outcome of the forty-second session of the Committee on Lighthouses;", &[]),
    (
        "en",
        "Requests the Secretary-General to submit a report every two years, starting at its eightieth session;",
        &["2025-09-09 start-of-assembly-session-80", "? every-2-years"],
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter un rapport sur les phares à sa soixante-dix-neuvième session ;",
        &["2024-09-10 start-of-assembly-session-79"],
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui rendre compte à sa quatre-vingt-unième session ;",
        &["2026-09-08 start-of-assembly-session-81"],
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter un rapport biennal sur les phares ;",
        &["? every-2-years"],
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter un rapport annuel sur les phares ;",
        &["? every-1-years"],
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter un rapport triennal sur les phares ;",
        &["? every-3-years"],
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter tous les trois ans un rapport sur les phares ;",
        &["? every-3-years"],
    ),
    ("fr", "Prend note du rapport annuel du Comité des phares ;", &[]),
    ("fr", "Invite les États Membres à présenter leurs vues d’ici au 31 mai 2024 ;", &["2024-05-31 stated"]),
    (
        "fr",
        "Invite les États Membres à présenter leurs vues au plus tard le 31 mai 2024 ;",
        &["2024-05-31 stated"],
    ),
    (
        "fr",
        "Invite les États Membres à présenter leurs vues avant la fin de 2024 ;",
        &["2024-12-31 end-of-year"],
    ),
    (
        "fr",
        "Invite les États Membres à présenter leurs vues avant le 1er juin 2024 ;",
        &["2024-05-31 day-before"],
    ),
    ("fr", "Décide de tenir une conférence sur les phares en 2025 ;", &[]),
    (
        "fr",
        "Décide d’inscrire à l’ordre du jour provisoire de sa soixante-dix-neuvième session la question intitulée « Phares » ;",
        &["2024-09-10 start-of-assembly-session-79"],
    ),
    (
        "fr",
        "Prie la Commission des phares de lui rendre compte à sa quatre-vingtième session ;",
        &["2025-09-09 start-of-assembly-session-80"],
    ),
    ("fr", "Invite le Conseil économique et social à examiner la question à sa session de 2025 ;", &[]),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter un rapport à sa quatre-vingtième session, puis tous les deux ans ;",
        &["2025-09-09 start-of-assembly-session-80", "? every-2-years"],
    ),
    (
        "es",
        "Solicita al Secretario General que le presente un informe sobre faros en su septuagésimo noveno período de sesiones;",
        &["2024-09-10 start-of-assembly-session-79"],
    ),
    (
        "es",
        "Solicita al Secretario General que le presente un informe bienal sobre faros;",
        &["? every-2-years"],
    ),
    (
        "es",
        "Solicita al Secretario General que le presente un informe anual sobre faros;",
        &["? every-1-years"],
    ),
    (
        "es",
        "Solicita al Secretario General que le presente cada dos años un informe sobre faros;",
        &["? every-2-years"],
    ),
    ("es", "Toma nota del informe anual del Comité de Faros;", &[]),
    (
        "es",
        "Invita a los Estados Miembros a que presenten sus opiniones a más tardar el 31 de mayo de 2024;",
        &["2024-05-31 stated"],
    ),
    (
        "es",
        "Invita a los Estados Miembros a que presenten sus opiniones antes del 1 de junio de 2024;",
        &["2024-05-31 day-before"],
    ),
    (
        "es",
        "Invita a los Estados Miembros a que presenten sus opiniones antes de que finalice 2024;",
        &["2024-12-31 end-of-year"],
    ),
    ("es", "Decide celebrar una conferencia sobre faros en 2025;", &[]),
    (
        "es",
        "Decide incluir en el programa provisional de su octogésimo período de sesiones el tema titulado “Faros”;",
        &["2025-09-09 start-of-assembly-session-80"],
    ),
];

#[test]
fn all_that_is_due_is_read_in_every_language_and_nothing_else() {
    let mut wrong = Vec::new();
    for (language, text, expected) in SENTENCES {
        let language: Language = language.parse().unwrap();
        let found = due(&asked(language, text));
        if found != expected {
            wrong.push(format!("{text}\n    {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), SENTENCES.len(), wrong.join("\n"));
}
