//! A French report in the manner of the United Nations, of our own wording: harbours, lights and buoys.

use super::gold::{NOTHING, Said};

/// Each step with what a careful reader underlines in it.
pub(super) const SAID: [(&str, Said); 18] = [
    (
        "Le Groupe de travail prie les États de communiquer leurs cartes au plus tard à sa dixième \
session.",
        Said {
            step: "B.1",
            actors: &[("les États", "states")],
            verb: "prie",
            force: "request",
            sessions: &[10],
            session_words: &["dixième session"],
            deadline: Some(("au plus tard à sa dixième session", "2025-02-21", "end-of-session-10")),
            ..NOTHING
        },
    ),
    (
        "Les États sont priés de baliser les épaves avant la septième session.",
        Said {
            step: "B.2",
            actors: &[("Les États", "states")],
            verb: "sont priés de baliser",
            force: "request",
            sessions: &[7],
            session_words: &["septième session"],
            deadline: Some(("avant la septième session", "", "before-session-7")),
            ..NOTHING
        },
    ),
    (
        "Les États décident de créer un registre des phares, qui sera tenu à jour chaque année.",
        Said {
            step: "B.3",
            actors: &[("Les États", "states")],
            verb: "décident de créer",
            force: "agree",
            ..NOTHING
        },
    ),
    (
        "Les États prient le Secrétaire général de présenter un rapport d’ici à juin 2024.",
        Said {
            step: "B.4",
            actors: &[("le Secrétaire général", "other")],
            verb: "prient",
            force: "request",
            deadline: Some(("d’ici à juin 2024", "2024-06-30", "end-of-month")),
            products: &["un rapport"],
            ..NOTHING
        },
    ),
    (
        "Les États engagent les organisations régionales à mettre en commun leurs données.",
        Said {
            step: "C.1",
            actors: &[("les organisations régionales", "other")],
            verb: "engagent",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "Les États demandent instamment aux entreprises de rallumer leurs feux.",
        Said {
            step: "C.2",
            actors: &[("entreprises", "other")],
            verb: "demandent instamment aux",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "Les délégations recommandent au Secrétariat d’organiser un atelier dans les six mois suivant \
l’adoption du présent rapport.",
        Said {
            step: "C.3",
            actors: &[("Secrétariat", "secretariat")],
            verb: "recommandent au",
            force: "encourage",
            deadline: Some((
                "dans les six mois suivant l’adoption du présent rapport",
                "",
                "6-months-after-adoption",
            )),
            ..NOTHING
        },
    ),
    (
        "Les États intéressés pourraient, à titre volontaire, envoyer des pilotes, au plus tard le 31 mai \
2024.",
        Said {
            step: "C.4",
            actors: &[("Les États intéressés", "interested-states")],
            verb: "pourraient",
            force: "may",
            voluntary: "à titre volontaire",
            deadline: Some(("au plus tard le 31 mai 2024", "2024-05-31", "stated")),
            ..NOTHING
        },
    ),
    (
        "De la sixième à la huitième session, les États examineront la carte des courants, ainsi que \
celle des hauts-fonds.",
        Said {
            step: "D.1",
            actors: &[("les États", "states")],
            verb: "examineront",
            force: "will",
            sessions: &[6, 7, 8],
            session_words: &["sixième à la huitième session"],
            ..NOTHING
        },
    ),
    (
        "La Présidente, avec l’appui du Secrétariat, est priée d’établir une synthèse quatre semaines au \
moins avant la dixième session.",
        Said {
            step: "D.2",
            actors: &[("La Présidente", "chair")],
            verb: "est priée d’établir",
            force: "request",
            sessions: &[10],
            session_words: &["dixième session"],
            deadline: Some((
                "quatre semaines au moins avant la dixième session",
                "2025-01-20",
                "4-weeks-before-session-10",
            )),
            products: &["une synthèse"],
            ..NOTHING
        },
    ),
    (
        "Les États qui en ont les moyens sont instamment invités à financer des bouées.",
        Said {
            step: "D.3",
            actors: &[("Les États qui en ont les moyens", "states-able")],
            verb: "sont instamment invités à financer",
            force: "invite",
            ..NOTHING
        },
    ),
    (
        "Le Secrétariat établira, avant le 1er juin 2024, un recueil des avis reçus.",
        Said {
            step: "D.4",
            actors: &[("Le Secrétariat", "secretariat")],
            verb: "établira",
            force: "will",
            deadline: Some(("avant le 1er juin 2024", "2024-05-31", "day-before")),
            products: &["un recueil"],
            ..NOTHING
        },
    ),
    (
        "Il est recommandé aux États d’adopter, d’ici la fin de 2025, un plan de balisage.",
        Said {
            step: "E.1",
            actors: &[("États", "states")],
            verb: "Il est recommandé aux",
            force: "encourage",
            deadline: Some(("d’ici la fin de 2025", "2025-12-31", "end-of-year")),
            ..NOTHING
        },
    ),
    (
        "À ses septième et huitième sessions, le Groupe de travail tiendra des débats ciblés sur les \
points suivants : a) le pilotage ; b) le remorquage ; et c) les feux de port.",
        Said {
            step: "E.2",
            actors: &[("le Groupe de travail", "other")],
            verb: "tiendra",
            force: "will",
            sessions: &[7, 8],
            session_words: &["septième et huitième sessions"],
            topics: &[("a", "le pilotage"), ("b", "le remorquage"), ("c", "les feux de port")],
            ..NOTHING
        },
    ),
    (
        "Les États sont convenus de tenir, entre les sixième et septième sessions, une réunion \
informelle.",
        Said {
            step: "E.3",
            actors: &[("Les États", "states")],
            verb: "sont convenus de tenir",
            force: "agree",
            sessions: &[7],
            session_words: &["sixième et septième sessions"],
            deadline: Some(("entre les sixième et septième sessions", "", "before-session-7")),
            ..NOTHING
        },
    ),
    (
        "La société civile et les universités sont invitées à contribuer aux travaux de la sixième \
session, compte tenu des résultats de la cinquième session.",
        Said {
            step: "F.1",
            actors: &[("La société civile", "other"), ("les universités", "other")],
            verb: "sont invitées à contribuer",
            force: "invite",
            sessions: &[6],
            session_words: &["sixième session"],
            ..NOTHING
        },
    ),
    (
        "Les armateurs sont vivement encouragés à signaler, dans un délai de trente jours, les conteneurs \
perdus.",
        Said {
            step: "F.2",
            actors: &[("Les armateurs", "other")],
            verb: "sont vivement encouragés à signaler",
            force: "encourage",
            deadline: Some(("dans un délai de trente jours", "", "")),
            ..NOTHING
        },
    ),
    (
        "Le Groupe de travail recommande que les États rendent compte, en 2025, de ce qu’ils ont fait des \
recommandations adoptées en 2021.",
        Said {
            step: "F.3",
            actors: &[("les États", "states")],
            verb: "recommande que",
            force: "encourage",
            deadline: Some(("en 2025", "2025-12-31", "end-of-year")),
            ..NOTHING
        },
    ),
];
