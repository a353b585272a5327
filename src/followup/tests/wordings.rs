//! Other wordings of a step, in both languages: passive, inverted, after an introduction, with the verb at the end.

use super::gold::{NOTHING, Said};

/// Each step with what a careful reader underlines in it.
pub(super) const EN: [(&str, Said); 9] = [
    (
        "Building on the work of the fourth and fifth sessions, States will elaborate a tide table.",
        Said {
            step: "A.1",
            actors: &[("States", "states")],
            verb: "will elaborate",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "The Secretariat is requested to compile soundings and to report on them at its tenth session \
at the latest.",
        Said {
            step: "A.2",
            actors: &[("The Secretariat", "secretariat")],
            verb: "is requested to compile",
            force: "request",
            sessions: &[10],
            session_words: &["tenth session"],
            deadline: Some(("at its tenth session at the latest", "2025-02-21", "end-of-session-10")),
            ..NOTHING
        },
    ),
    (
        "A directory of harbour masters shall be established and maintained by the Secretariat.",
        Said {
            step: "A.3",
            actors: &[("the Secretariat", "secretariat")],
            verb: "shall be established",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "It is proposed that the Chair convene a regatta of pilot boats during the intersessional period.",
        Said {
            step: "A.4",
            actors: &[("the Chair", "chair")],
            verb: "It is proposed that",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "States and interested stakeholders, including shipyards, organizations of dockers and \
academia, could discuss dredging.",
        Said {
            step: "A.5",
            actors: &[("States", "states"), ("interested stakeholders", "other")],
            verb: "could discuss",
            force: "may",
            ..NOTHING
        },
    ),
    (
        "The Chair, assisted by two facilitators, will present a zero draft of the signals.",
        Said {
            step: "A.6",
            actors: &[("The Chair", "chair")],
            verb: "will present",
            force: "will",
            products: &["a zero draft"],
            ..NOTHING
        },
    ),
    (
        "Any State may at any time request the Chair to hold informal soundings.",
        Said { step: "A.7", actors: &[("Any State", "states")], verb: "may", force: "may", ..NOTHING },
    ),
    (
        "States will seek to hold a foghorn test twice a year, beginning in 2025.",
        Said {
            step: "A.8",
            actors: &[("States", "states")],
            verb: "will seek to hold",
            force: "will",
            deadline: Some(("twice a year", "", "every-6-months")),
            ..NOTHING
        },
    ),
    (
        "Where appropriate, States, in particular coastal States, should nominate a harbour master.",
        Said {
            step: "A.9",
            actors: &[("States", "states")],
            verb: "should nominate",
            force: "encourage",
            ..NOTHING
        },
    ),
];

/// Each step with what a careful reader underlines in it.
pub(super) const FR: [(&str, Said); 10] = [
    (
        "S’il y a lieu, les États, en particulier les États côtiers, désignent un capitaine de port à \
la dixième session au plus tard.",
        Said {
            step: "A.1",
            actors: &[("les États", "states")],
            verb: "désignent",
            force: "will",
            sessions: &[10],
            session_words: &["dixième session"],
            deadline: Some(("à la dixième session au plus tard", "2025-02-21", "end-of-session-10")),
            ..NOTHING
        },
    ),
    (
        "Dans le prolongement des travaux de la cinquième session, les États élaboreront de nouvelles cartes.",
        Said {
            step: "A.2",
            actors: &[("les États", "states")],
            verb: "élaboreront",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "Est prié le Secrétariat de publier un glossaire avant le 15 juin 2024.",
        Said {
            step: "A.3",
            actors: &[("le Secrétariat", "secretariat")],
            verb: "Est prié",
            force: "request",
            deadline: Some(("avant le 15 juin 2024", "2024-06-14", "day-before")),
            products: &["un glossaire"],
            ..NOTHING
        },
    ),
    (
        "Un répertoire des phares sera établi et tenu à jour par le Secrétariat.",
        Said {
            step: "A.4",
            actors: &[("le Secrétariat", "secretariat")],
            verb: "sera établi",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "Il est proposé que la Présidence organise un exercice au cours du premier semestre de 2025.",
        Said {
            step: "A.5",
            actors: &[("la Présidence", "chair")],
            verb: "Il est proposé que",
            force: "encourage",
            deadline: Some(("au cours du premier semestre de 2025", "2025-06-30", "end-of-month")),
            ..NOTHING
        },
    ),
    (
        "Les États informeront le Secrétariat, le 15 septembre 2024 au plus tard, de toute bouée perdue.",
        Said {
            step: "A.6",
            actors: &[("Les États", "states")],
            verb: "informeront",
            force: "will",
            deadline: Some(("le 15 septembre 2024 au plus tard", "2024-09-15", "stated")),
            ..NOTHING
        },
    ),
    (
        "À cette fin, le Groupe de travail prie son Président de consulter les pilotes.",
        Said {
            step: "A.7",
            actors: &[("son Président", "chair")],
            verb: "prie",
            force: "request",
            ..NOTHING
        },
    ),
    (
        "Au plus tard à sa dixième session, le Groupe de travail adoptera un code des signaux.",
        Said {
            step: "A.8",
            actors: &[("le Groupe de travail", "other")],
            verb: "adoptera",
            force: "will",
            sessions: &[10],
            session_words: &["dixième session"],
            deadline: Some(("Au plus tard à sa dixième session", "2025-02-21", "end-of-session-10")),
            ..NOTHING
        },
    ),
    (
        "Il appartiendra à la Présidente de tenir les ports informés d’ici à la fin de l’année 2024.",
        Said {
            step: "A.9",
            actors: &[("la Présidente", "chair")],
            verb: "Il appartiendra à",
            force: "will",
            deadline: Some(("d’ici à la fin de l’année 2024", "2024-12-31", "end-of-year")),
            ..NOTHING
        },
    ),
    (
        "Il convient que les États poursuivent leurs sondages.",
        Said {
            step: "A.10",
            actors: &[("les États", "states")],
            verb: "Il convient que",
            force: "encourage",
            ..NOTHING
        },
    ),
];

/// Steps with a day written in another way, and the day.
pub(super) const DAYS_EN: [(&str, &str); 22] = [
    ("States are invited to submit their views by Friday, 14 February 2025, at noon.", "2025-02-14"),
    ("States are invited to submit their views by 5 p.m. on Friday, 14 February 2025.", "2025-02-14"),
    ("States are invited to submit their views by 15/03/2025.", "2025-03-15"),
    ("States are invited to submit their views by 2025-03-15.", "2025-03-15"),
    ("States are invited to submit their views no later than 1 Sept. 2025.", "2025-09-01"),
    ("States are invited to submit their views by 5 p.m. 14 February 2025.", "2025-02-14"),
    // Both orders are used in English: the day is in doubt.
    ("States are invited to submit their views by 05/03/2025.", ""),
    (
        "States are invited to submit their views by close of business on Friday, 14 February 2025.",
        "2025-02-14",
    ),
    ("States are invited to submit their views not later than 14 February 2025.", "2025-02-14"),
    ("States are invited to submit their views on or before 14 February 2025.", "2025-02-14"),
    ("States are invited to submit their views by Feb. 14, 2025.", "2025-02-14"),
    ("States are invited to submit their views by February 14, 2025.", "2025-02-14"),
    ("States are invited to submit their views by 14 Feb 2025.", "2025-02-14"),
    ("States are invited to submit their views by the 14th of February 2025.", "2025-02-14"),
    ("States are invited to submit their views by Friday 14 February 2025 (6 p.m.).", "2025-02-14"),
    ("States are invited to submit their views by 14.02.2025.", "2025-02-14"),
    ("States are invited to submit their views by 15/3/2025.", "2025-03-15"),
    ("States are invited to submit their views by midnight on 28 February 2025.", "2025-02-28"),
    ("States are invited to submit their views before 1 March 2025.", "2025-02-28"),
    ("States are invited to submit their views by the end of February 2025.", "2025-02-28"),
    ("States are invited to submit their views by the first quarter of 2025.", "2025-03-31"),
    ("States are invited to submit their views in the second half of 2025.", "2025-12-31"),
];
pub(super) const DAYS_FR: [(&str, &str); 15] = [
    ("Les États sont invités à présenter leurs vues d’ici au vendredi 14 février 2025.", "2025-02-14"),
    ("Les États sont invités à présenter leurs vues d’ici au 1er sept. 2025.", "2025-09-01"),
    ("Les États sont invités à présenter leurs vues au plus tard le 15/03/2025.", "2025-03-15"),
    ("Les États sont invités à présenter leurs vues au plus tard le 05/03/2025.", "2025-03-05"),
    (
        "Les États sont invités à présenter leurs vues avant le vendredi 14 février 2025 à 18 heures.",
        "2025-02-13",
    ),
    ("Les États sont invités à présenter leurs vues le 14 février 2025 au plus tard.", "2025-02-14"),
    ("Les États sont invités à présenter leurs vues avant le 1er mars 2025.", "2025-02-28"),
    ("Les États sont invités à présenter leurs vues pour le 14 février 2025.", "2025-02-14"),
    ("Les États sont invités à présenter leurs vues d’ici le 14 févr. 2025.", "2025-02-14"),
    ("Les États sont invités à présenter leurs vues d’ici à fin février 2025.", "2025-02-28"),
    (
        "Les États sont invités à présenter leurs vues au plus tard le vendredi 14 février 2025, à midi.",
        "2025-02-14",
    ),
    ("Les États sont invités à présenter leurs vues au plus tard le 14/02/2025 à 18 h.", "2025-02-14"),
    ("Les États sont invités à présenter leurs vues au plus tard le 14.02.2025.", "2025-02-14"),
    (
        "Les États sont invités à présenter leurs vues au plus tard à 18 heures le 14 février 2025.",
        "2025-02-14",
    ),
    (
        "Les États sont invités à présenter leurs vues dans le courant du premier trimestre 2025.",
        "2025-03-31",
    ),
];
/// Spanish sets a small word before the month and before the year.
pub(super) const DAYS_ES: [(&str, &str); 6] = [
    (
        "Se invita a los Estados a que presenten sus opiniones a más tardar el viernes 14 de febrero de 2025.",
        "2025-02-14",
    ),
    ("Se invita a los Estados a que presenten sus opiniones antes del 1 de marzo de 2025.", "2025-02-28"),
    ("Se invita a los Estados a que presenten sus opiniones para el 14 de febrero de 2025.", "2025-02-14"),
    ("Se invita a los Estados a que presenten sus opiniones a más tardar el 15/03/2025.", "2025-03-15"),
    (
        "Se invita a los Estados a que presenten sus opiniones a más tardar a fines de febrero de 2025.",
        "2025-02-28",
    ),
    (
        "Se invita a los Estados a que presenten sus opiniones a más tardar el 14 de febrero de 2025 a las 18 horas.",
        "2025-02-14",
    ),
];
/// Times of events, and sessions of other bodies, which are no deadlines.
pub(super) const NO_DAYS_EN: [&str; 6] = [
    "States recalled the conference held in 2018.",
    "States are encouraged to contribute to the conference to be held in 2025.",
    "Requests the Commission to consider the matter at its fifty-eighth session.",
    "Requests the Human Rights Council to consider the matter at its sixtieth session.",
    "Welcomes the fourth special session of the Assembly devoted to disarmament.",
    "Calls upon States to take part in the third session of the conference in 2026.",
];
/// Times of events, and sessions of other bodies, which are no deadlines.
pub(super) const NO_DAYS_FR: [&str; 6] = [
    "Les États ont rappelé la conférence tenue en 2018.",
    "Les États sont invités à contribuer à la conférence qui se tiendra en 2025.",
    "Prie la Commission d’examiner la question à sa cinquante-huitième session.",
    "Prie le Conseil des droits de l’homme d’examiner la question à sa soixantième session.",
    "Se félicite de la quatrième session extraordinaire de l’Assemblée consacrée au désarmement.",
    "Invite la coprésidence du forum qui doit se tenir en 2025 à faire figurer des informations dans son résumé.",
];
/// Times of events, and sessions of other bodies, which are no deadlines.
pub(super) const NO_DAYS_ES: [&str; 2] = [
    "Solicita a la Comisión que examine la cuestión en su 58º período de sesiones.",
    "Recuerda la conferencia que se celebrará en 2025.",
];
