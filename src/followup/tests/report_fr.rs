//! The recommended next steps of A/77/275 (United Nations, first annual progress report, French text).

use super::gold::{NOTHING, Said};

/// What a careful reader underlines in each step.
pub(super) const SAID: [Said; 20] = [
    will("B.1", "poursuivent"),
    Said {
        sessions: &[4, 5],
        session_words: &["quatrième et cinquième sessions"],
        cites: &[("paragraphes 8 à 13", "A/99/1:annex/8 annex/9 annex/10 annex/11 annex/12 annex/13")],
        ..will("B.2", "ont")
    },
    Said {
        sessions: &[4, 5],
        session_words: &["quatrième et cinquième sessions"],
        cites: &[("paragraphe 14 e) ci-dessus", "A/99/1:annex/14/e")],
        ..will("C.1", "poursuivent")
    },
    Said {
        step: "C.2",
        actors: &[("Les États ou groupes d’États intéressés", "interested-states")],
        verb: "sont invités",
        force: "invite",
        voluntary: "à titre facultatif",
        products: &["des documents de travail"],
        ..NOTHING
    },
    Said {
        verb: "sont encouragés à effectuer",
        force: "encourage",
        voluntary: "à titre facultatif",
        ..will("C.3", "")
    },
    will("D.1", "poursuivent"),
    Said {
        sessions: &[4, 5],
        session_words: &["quatrième et cinquième sessions"],
        topics: &[
            (
                "1",
                "les sujets énumérés dans la liste non exhaustive figurant au paragraphe 15 a)-b) ci-dessus",
            ),
            (
                "2",
                "les propositions figurant dans le rapport de 2021 du Groupe de travail et le résumé établi \
                 par le Président",
            ),
        ],
        cites: &[
            ("paragraphe 15 a)-b) ci-dessus", "A/99/1:annex/15/a annex/15/b"),
            ("rapport de 2021 du Groupe de travail", "A/75/816:"),
        ],
        ..will("D.2", "engagent")
    },
    Said {
        verb: "sont invités à continuer",
        force: "invite",
        voluntary: "à titre volontaire",
        ..will("D.3", "")
    },
    will("E.1", "poursuivent"),
    Said {
        verb: "conviennent d’établir",
        force: "agree",
        sessions: &[4, 5],
        session_words: &["quatrième et cinquième sessions"],
        topics: &[
            ("1", "l’établissement de ce répertoire"),
            ("2", "les initiatives de renforcement des capacités connexes"),
        ],
        ..will("E.2", "")
    },
    Said {
        step: "E.3",
        actors: &[("Le Secrétariat de l’ONU", "secretariat")],
        verb: "est prié de solliciter",
        force: "request",
        sessions: &[4],
        session_words: &["quatrième session"],
        deadline: Some(("d’ici la fin du mois de janvier 2023", "2023-01-31", "end-of-month")),
        products: &["un document d’information"],
        ..NOTHING
    },
    Said {
        step: "E.4",
        actors: &[("Le Président du Groupe de travail", "chair")],
        verb: "est prié de tenir",
        force: "request",
        sessions: &[4],
        session_words: &["quatrième session"],
        deadline: Some(("au plus tard au début de la quatrième session", "2023-03-06", "start-of-session-4")),
        ..NOTHING
    },
    Said {
        verb: "sont encouragés à continuer",
        force: "encourage",
        voluntary: "à titre volontaire",
        ..will("E.5", "")
    },
    will("F.1", "continuent d’échanger"),
    Said {
        sessions: &[4, 5],
        session_words: &["quatrième et cinquième sessions"],
        topics: &[
            (
                "a",
                "le financement dédié au renforcement des capacités en matière de sécurité d’utilisation des \
                 technologies numériques, s’appuyant sur les possibilités de coordination et d’harmonisation \
                 avec les programmes et fonds de développement existants",
            ),
            (
                "b",
                "les échanges de vues et d’idées sur les activités de renforcement des capacités en matière \
                 de sécurité d’utilisation des technologies numériques faisant fond sur les initiatives \
                 existantes",
            ),
            (
                "c",
                "les meilleures pratiques et les enseignements tirés de l’expérience sur la question des \
                 partenariats public-privé en matière de sécurité d’utilisation du numérique",
            ),
            ("d", "la dimension de genre de la sécurité d’utilisation des technologies numériques"),
        ],
        ..will("F.2", "engagent")
    },
    Said {
        verb: "sont encouragés à étudier",
        force: "encourage",
        voluntary: "à titre volontaire",
        ..will("F.3", "")
    },
    Said {
        step: "F.4",
        actors: &[("Les États qui en ont la possibilité", "states-able")],
        verb: "sont invités à continuer",
        force: "invite",
        ..NOTHING
    },
    will("G.1", "poursuivent"),
    Said {
        sessions: &[4, 5],
        session_words: &["quatrième et cinquième sessions"],
        topics: &[
            (
                "1",
                "étoffer le Programme d’action en vue de sa mise en place en tant que mécanisme visant à \
                 promouvoir un comportement responsable des États en matière de technologies numériques",
            ),
            ("2", "la relation entre le Programme d’action et le Groupe de travail"),
            ("3", "la portée, le contenu et la structure du Programme d’action"),
        ],
        ..will("G.2", "continuent")
    },
    Said {
        step: "G.3",
        actors: &[("Les États qui sont en mesure de le faire", "states-able")],
        verb: "continuent de s’employer",
        force: "will",
        ..NOTHING
    },
];

/// States do it: so most steps begin.
const fn will(step: &'static str, verb: &'static str) -> Said {
    Said { step, actors: &[("Les États", "states")], verb, force: "will", ..NOTHING }
}

/// Section, number and text of each step.
pub(super) const STEPS: [(&str, &str, &str); 20] = [
    (
        "B",
        "1",
        "Les États poursuivent les échanges de vues, dans le cadre du Groupe de travail, sur \
         les menaces que l’utilisation du numérique pose ou pourrait poser pour la sécurité et \
         qui représentent un risque pour la paix et la sécurité internationales, ainsi que sur \
         les mesures de coopération qui pourraient être prises pour y parer. À cet égard, ils \
         réaffirment leur engagement à respecter et à appliquer le cadre de comportement \
         responsable des États dans l’utilisation des TIC, qui est essentiel pour faire face \
         aux menaces informatiques qui pèsent ou pourraient peser sur la sécurité \
         internationale.",
    ),
    (
        "B",
        "2",
        "Les États ont des discussions ciblées sur les menaces existantes et potentielles \
         identifiées aux paragraphes 8 à 13 lors des quatrième et cinquième sessions du Groupe \
         de travail.",
    ),
    (
        "C",
        "1",
        "Les États poursuivent les échanges de vues au sein du Groupe de travail dans le but de \
         parvenir à une vision commune des règles, normes et principes relatifs au comportement \
         responsable des États dans l’utilisation du numérique, y compris les meilleures \
         pratiques à cet égard, et d’en faciliter la mise en œuvre, et examinent les \
         propositions figurant dans la liste non exhaustive mentionnée au paragraphe 14 e) \
         ci-dessus aux quatrième et cinquième sessions du Groupe.",
    ),
    (
        "C",
        "2",
        "Les États ou groupes d’États intéressés sont invités, à titre facultatif, à présenter \
         des documents de travail afin de contribuer à l’élaboration d’orientations et de \
         listes de contrôle et de partager les points de vue nationaux sur les termes \
         techniques relatifs aux TIC, ainsi que d’autres outils destinés à aider les États à \
         parvenir à une vision commune des règles, normes et principes de comportement \
         responsable dans l’utilisation du numérique et à en faciliter la mise en œuvre. Ces \
         documents de travail pourraient faciliter un échange de vues ciblé au sein du Groupe \
         de travail.",
    ),
    (
        "C",
        "3",
        "Les États sont encouragés à effectuer des enquêtes ou à faire rapport, à titre \
         facultatif, sur les efforts qu’ils déploient au niveau national pour mettre en œuvre \
         les règles, normes et principes, notamment dans le cadre du rapport du Secrétaire \
         général sur les progrès de l’informatique et des télécommunications dans le contexte \
         de la sécurité internationale et de l’enquête nationale sur la mise en œuvre.",
    ),
    (
        "D",
        "1",
        "Les États poursuivent les échanges de vues au sein du Groupe de travail sur la manière \
         dont le droit international s’applique à l’utilisation des technologies numériques.",
    ),
    (
        "D",
        "2",
        "Les États engagent des discussions ciblées sur les sujets énumérés dans la liste non \
         exhaustive figurant au paragraphe 15 a)-b) ci-dessus ainsi que sur les propositions \
         figurant dans le rapport de 2021 du Groupe de travail et le résumé établi par le \
         Président, le cas échéant, aux quatrième et cinquième sessions du Groupe.",
    ),
    (
        "D",
        "3",
        "Les États sont invités à continuer d’échanger à titre volontaire leurs vues et leurs \
         positions sur la façon dont le droit international s’applique à l’utilisation des \
         technologies numériques, notamment dans le cadre des mécanismes existants tels que le \
         rapport du Secrétaire général sur les progrès de l’informatique et des \
         télécommunications dans le contexte de la sécurité internationale, l’enquête nationale \
         sur la mise en œuvre et le Portail des politiques de cybersécurité de l’Institut des \
         Nations Unies pour la recherche sur le désarmement (UNIDIR).",
    ),
    (
        "E",
        "1",
        "Les États poursuivent les échanges de vues, au sein du Groupe de travail, sur \
         l’élaboration et la mise en œuvre des mesures de confiance, notamment sur la \
         possibilité de définir des mesures de confiance supplémentaires.",
    ),
    (
        "E",
        "2",
        "Les États conviennent d’établir un répertoire mondial et intergouvernemental de points \
         de contact, en s’appuyant sur les travaux déjà réalisés au niveau régional. Aux \
         quatrième et cinquième sessions du Groupe de travail, les États mèneront de nouvelles \
         discussions ciblées sur l’établissement de ce répertoire, sur la base du consensus, \
         ainsi que des discussions sur les initiatives de renforcement des capacités connexes, \
         en tenant compte des meilleures pratiques existantes telles que les expériences \
         régionales et sous-régionales, selon qu’il conviendra.",
    ),
    (
        "E",
        "3",
        "Le Secrétariat de l’ONU est prié de solliciter les vues des États sur le répertoire \
         mondial des points de contact, qui pourraient inclure des réflexions sur les \
         initiatives menées aux niveaux régional et sous-régional, et d’élaborer, d’ici la fin \
         du mois de janvier 2023, un document d’information relatif à ces vues qui sera \
         présenté à la quatrième session du Groupe pour examen.",
    ),
    (
        "E",
        "4",
        "Le Président du Groupe de travail est prié de tenir une réunion intersessions avec les \
         États, les organisations régionales et sous-régionales et les parties prenantes \
         intéressées, dont les entreprises, les organisations non gouvernementales et les \
         universités, selon qu’il convient, au plus tard au début de la quatrième session, afin \
         d’examiner les questions qui pourraient favoriser l’instauration de la confiance.",
    ),
    (
        "E",
        "5",
        "Les États sont encouragés à continuer de partager, à titre volontaire, les documents \
         de réflexion, les stratégies, politiques et programmes nationaux, ainsi que les \
         informations sur les institutions et structures liées au numérique présentant un \
         intérêt pour la sécurité internationale, notamment dans le cadre du rapport du \
         Secrétaire général sur les progrès de l’informatique et des télécommunications dans le \
         contexte de la sécurité internationale, ainsi que dans le Portail des politiques de \
         cybersécurité de l’UNIDIR, selon qu’il convient.",
    ),
    (
        "F",
        "1",
        "Les États continuent d’échanger des vues, dans le cadre du Groupe de travail, sur le \
         renforcement des capacités en matière de sécurité d’utilisation des technologies \
         numériques.",
    ),
    (
        "F",
        "2",
        "Les États engagent, aux quatrième et cinquième sessions du Groupe de travail, des \
         discussions ciblées sur les thèmes suivants : a) le financement dédié au renforcement \
         des capacités en matière de sécurité d’utilisation des technologies numériques, \
         s’appuyant sur les possibilités de coordination et d’harmonisation avec les programmes \
         et fonds de développement existants ; b) les échanges de vues et d’idées sur les \
         activités de renforcement des capacités en matière de sécurité d’utilisation des \
         technologies numériques faisant fond sur les initiatives existantes ; c) les \
         meilleures pratiques et les enseignements tirés de l’expérience sur la question des \
         partenariats public-privé en matière de sécurité d’utilisation du numérique ; d) la \
         dimension de genre de la sécurité d’utilisation des technologies numériques. Des \
         experts pourraient être invités à présenter des exposés sur ces sujets afin \
         d’approfondir les débats.",
    ),
    (
        "F",
        "3",
        "Les États sont encouragés à étudier, à titre volontaire, leurs besoins en matière de \
         capacités, notamment à l’aide de l’enquête nationale sur la mise en œuvre ou d’autres \
         outils.",
    ),
    (
        "F",
        "4",
        "Les États qui en ont la possibilité sont invités à continuer de soutenir les \
         programmes de renforcement des capacités, y compris en collaboration, selon qu’il \
         convient, avec les organisations régionales et sous-régionales et les autres parties \
         prenantes intéressées, dont les entreprises, les organisations non gouvernementales et \
         les universités.",
    ),
    (
        "G",
        "1",
        "Les États poursuivent les échanges de vues, dans le cadre du Groupe de travail, sur le \
         dialogue institutionnel régulier et sur les propositions qu’ils ont formulées en vue \
         de faciliter le dialogue institutionnel régulier sur la sécurité en matière \
         d’utilisation des technologies numériques.",
    ),
    (
        "G",
        "2",
        "Les États continuent, aux quatrième et cinquième sessions du Groupe de travail, de \
         mener des discussions ciblées afin d’étoffer le Programme d’action en vue de sa mise \
         en place en tant que mécanisme visant à promouvoir un comportement responsable des \
         États en matière de technologies numériques, ce qui permettrait notamment d’aider les \
         États à honorer les engagements pris dans ce domaine. Lors de ces sessions, les États \
         tiendront également des discussions ciblées sur la relation entre le Programme \
         d’action et le Groupe de travail, ainsi que sur la portée, le contenu et la structure \
         du Programme d’action.",
    ),
    (
        "G",
        "3",
        "Les États qui sont en mesure de le faire continuent de s’employer à mettre en place ou \
         à appuyer des programmes de parrainage et d’autres mécanismes pour assurer une large \
         participation aux travaux de l’ONU dans ce domaine.",
    ),
];
