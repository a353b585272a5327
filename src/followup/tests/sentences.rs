//! Deadlines and sessions in a hundred sentences of our own: each with all that is due, and nothing else.

use super::assembly::{asked, due};
use crate::model::Language;

/// The language, a sentence of a resolution adopted on 22 December 2023 by the seventy-eighth session, and what is due.
const SENTENCES: [(&str, &str, &[&str]); 113] = [
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
    ("en", "Decides that the Group shall submit its final report in 2025;", &["2025-12-31 end-of-year"]),
    ("en", "Decides that the final report shall be submitted in 2026;", &["2026-12-31 end-of-year"]),
    ("en", "Decides that the Working Group will complete its work in 2025;", &["2025-12-31 end-of-year"]),
    (
        "en",
        "Decides that the Group shall hold a session in New York in 2025 and shall submit its final report in 2026;",
        &["2026-12-31 end-of-year"],
    ),
    (
        "fr",
        "Décide que le Groupe de travail présentera son rapport final en 2025 ;",
        &["2025-12-31 end-of-year"],
    ),
    ("fr", "Décide que le rapport final sera présenté en 2026 ;", &["2026-12-31 end-of-year"]),
    (
        "fr",
        "Décide que le Groupe soumettra son rapport à l’Assemblée générale en 2025 ;",
        &["2025-12-31 end-of-year"],
    ),
    ("fr", "Rappelle la conférence sur les ports, qui s’est tenue en 2018 ;", &[]),
    ("es", "Decide que el Grupo presentará su informe final en 2025;", &["2025-12-31 end-of-year"]),
    ("es", "Decide que el informe final se presentará en 2026;", &["2026-12-31 end-of-year"]),
    ("es", "Decide que el Grupo de Trabajo concluirá su labor en 2025;", &["2025-12-31 end-of-year"]),
    ("en", "Takes note of the final report that the Group submitted in 2021;", &[]),
    (
        "en",
        "Requests the Group to present its conclusions, and the Secretary-General to circulate them, in 2025;",
        &["2025-12-31 end-of-year"],
    ),
    (
        "en",
        "Decides that the first report shall be submitted in 2024 and the final report in 2025;",
        &["2024-12-31 end-of-year", "2025-12-31 end-of-year"],
    ),
    ("en", "Decides that the conference shall be held in 2025 in Geneva;", &[]),
    ("fr", "Décide que la conférence se tiendra à Genève en 2025 ;", &[]),
    (
        "en",
        "Requests the Secretary-General to submit his report in the first half of 2025;",
        &["2025-06-30 end-of-month"],
    ),
    (
        "en",
        "Requests the Secretary-General to submit, in June 2025, an interim report and, by 31 March 2026, a final report;",
        &["2025-06-30 end-of-month", "2026-03-31 stated"],
    ),
    (
        "fr",
        "Prie le Secrétaire général de lui présenter un rapport en 2025 et un rapport final en 2026 ;",
        &["2025-12-31 end-of-year", "2026-12-31 end-of-year"],
    ),
    (
        "fr",
        "Prie le Secrétariat de distribuer, d’ici à juin 2024, un questionnaire et d’en publier les résultats avant la fin de 2024 ;",
        &["2024-06-30 end-of-month", "2024-12-31 end-of-year"],
    ),
    (
        "en",
        "Requests the Secretary-General to keep the matter under review and to report thereon every five years;",
        &["? every-5-years"],
    ),
    (
        "es",
        "Solicita al Secretario General que presente un informe provisional en 2025 y un informe final en 2026;",
        &["2025-12-31 end-of-year", "2026-12-31 end-of-year"],
    ),
    (
        "en",
        "Invites Member States to provide information for the report within 90 days of the adoption of the present resolution;",
        &["2024-03-21 90-days-after-adoption"],
    ),
    (
        "en",
        "Calls upon States to ratify the Convention, which entered into force in 2021, by the end of 2026;",
        &["2026-12-31 end-of-year"],
    ),
    (
        "en",
        "Requests the Secretariat to issue the note not later than 1 p.m. on Friday, 15 March 2024;",
        &["2024-03-15 stated"],
    ),
    ("fr", "Prie le Secrétariat de publier la note le 15 mars 2024 au plus tard ;", &["2024-03-15 stated"]),
    (
        "fr",
        "Invite les États à communiquer leurs vues au Secrétariat jusqu’au 31 mars 2024 ;",
        &["2024-03-31 stated"],
    ),
    ("en", "Invites States to send their views until 31 March 2024;", &["2024-03-31 stated"]),
    (
        "es",
        "Invita a los Estados a enviar sus opiniones hasta el 31 de marzo de 2024;",
        &["2024-03-31 stated"],
    ),
    ("en", "Encourages the Group to finalize its report during 2025;", &["2025-12-31 end-of-year"]),
    ("en", "Urges States to reduce losses of containers by half by 2030;", &["2030-12-31 end-of-year"]),
    (
        "fr",
        "Demande aux États de réduire de moitié les pertes de conteneurs d’ici à 2030 ;",
        &["2030-12-31 end-of-year"],
    ),
    (
        "es",
        "Pide a los Estados que reduzcan a la mitad las pérdidas de contenedores para 2030;",
        &["2030-12-31 end-of-year"],
    ),
    ("en", "Notes that the report in 2018 was late;", &[]),
    (
        "fr",
        "Prie le Groupe d’achever ses travaux au cours du premier semestre de 2025 ;",
        &["2025-06-30 end-of-month"],
    ),
    ("fr", "Prend note du rapport que le Groupe a présenté en 2021 ;", &[]),
    ("es", "Toma nota del informe que el Grupo presentó en 2021;", &[]),
    ("en", "Requests the Group, which submitted a report in 2021, to continue its work;", &[]),
    (
        "en",
        "Decides that the second review conference shall take place in 2026 and that its report shall be submitted to the Assembly in 2027;",
        &["2027-12-31 end-of-year"],
    ),
    (
        "fr",
        "Décide que le Groupe tiendra sa dernière session en 2025 et qu’il présentera son rapport à la même session ;",
        &[],
    ),
    (
        "en",
        "Welcomes the report that the Secretary-General submitted in 2021, and decides that the Board shall be established;",
        &[],
    ),
    ("en", "Decides that the membership of the Group shall be open to all States;", &[]),
    ("en", "Decides that the Group shall meet for one week in 2025 in New York;", &[]),
    ("en", "Decides to extend the mandate of the Mission until 31 December 2024;", &[]),
    ("fr", "Décide de proroger le mandat de la Mission jusqu’au 31 décembre 2024 ;", &[]),
    ("en", "Decides that the costs of the Conference held in 2024 shall be borne by the host;", &[]),
    ("en", "Decides that the year 2025 shall be the International Year of Ports;", &[]),
    ("fr", "Décide que les dépenses engagées en 2024 seront réparties entre les États ;", &[]),
    (
        "en",
        "Requests the Secretary-General to provide the conference, to be held in Geneva in 2025, with services;",
        &[],
    ),
    (
        "en",
        "Decides that the Group shall start its work in 2024 and report to the Assembly at its eightieth session;",
        &["2025-09-09 start-of-assembly-session-80"],
    ),
    (
        "en",
        "Requests the Secretary-General to report on the implementation of the plan adopted in 2019;",
        &[],
    ),
    ("en", "Requests the Secretary-General to prepare the report on the decade ending in 2030;", &[]),
    ("en", "Decides that the programme budget for 2025 shall be increased;", &[]),
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
