//! Steps whose sentence is long before it asks for anything, or says more than one thing: clauses that only recall,
//! passives, subjects put off, papers named before their verb, several matters in a row.

use super::gold::{NOTHING, Said};

/// Each step with what a careful reader underlines in it.
pub(super) const EN: [(&str, Said); 26] = [
    (
        "Convinced that a single chart would help States to keep clear of wrecks, the Working Group asks the \
Secretariat to draw up a list of shoals.",
        Said {
            step: "A.1",
            actors: &[("the Secretariat", "secretariat")],
            verb: "asks",
            force: "request",
            products: &["a list"],
            ..NOTHING
        },
    ),
    (
        "Having considered at its third session how to proceed, and without prejudging what any port may wish, \
the Group agrees that its sixth to eighth sessions shall include an item on pilotage.",
        Said {
            step: "A.2",
            actors: &[("the Group", "other")],
            verb: "agrees",
            force: "agree",
            sessions: &[6, 7, 8],
            session_words: &["sixth to eighth sessions"],
            ..NOTHING
        },
    ),
    (
        "While noting that the tour given at the fourth session was useful, States will hold a drill at the fifth session.",
        Said {
            step: "A.3",
            actors: &[("States", "states")],
            verb: "will hold",
            force: "will",
            sessions: &[5],
            session_words: &["fifth session"],
            ..NOTHING
        },
    ),
    (
        "The Secretariat, which was asked at the fourth session to gather soundings, continues to publish them.",
        Said {
            step: "A.4",
            actors: &[("The Secretariat", "secretariat")],
            verb: "continues to publish",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "The sextant presented at the fifth session will be discussed and adopted at the sixth session.",
        Said {
            step: "A.5",
            verb: "will be discussed",
            force: "will",
            sessions: &[6],
            session_words: &["sixth session"],
            ..NOTHING
        },
    ),
    (
        "Lighthouses shall be kept under review.",
        Said { step: "A.6", verb: "shall be kept", force: "will", ..NOTHING },
    ),
    (
        "Regional and subregional organizations, together with States in a position to do so, are encouraged to \
carry out drills.",
        Said {
            step: "A.7",
            actors: &[
                ("Regional and subregional organizations", "other"),
                ("States in a position to do so", "states-able"),
            ],
            verb: "are encouraged to carry out",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "The Group invites States in a position to do so to report on tides by 30 April 2024.",
        Said {
            step: "A.8",
            actors: &[("States in a position to do so", "states-able")],
            verb: "invites",
            force: "invite",
            deadline: Some(("by 30 April 2024", "2024-04-30", "stated")),
            ..NOTHING
        },
    ),
    (
        "The Chair will hold a tea at the fifth session and circulate questions two weeks before that session.",
        Said {
            step: "A.9",
            actors: &[("The Chair", "chair")],
            verb: "will hold",
            force: "will",
            sessions: &[5],
            session_words: &["fifth session"],
            deadline: Some(("two weeks before that session", "2023-07-10", "2-weeks-before-session-5")),
            ..NOTHING
        },
    ),
    (
        "The Chair is requested to inform the Ad Hoc Committee on Salvage before the fifth session of that Committee, \
and to report to States by 31 May 2024.",
        Said {
            step: "A.10",
            actors: &[("The Chair", "chair")],
            verb: "is requested to inform",
            force: "request",
            deadline: Some(("by 31 May 2024", "2024-05-31", "stated")),
            ..NOTHING
        },
    ),
    (
        "States commit to making use of the register, which became operational in May 2024.",
        Said {
            step: "A.11",
            actors: &[("States", "states")],
            verb: "commit to making",
            force: "agree",
            ..NOTHING
        },
    ),
    (
        "At the fourth and fifth sessions States will continue to discuss the depth of fairways in winter, the number \
and height of their marks, and the calendar of their dredging.",
        Said {
            step: "A.12",
            actors: &[("States", "states")],
            verb: "will continue to discuss",
            force: "will",
            sessions: &[4, 5],
            session_words: &["fourth and fifth sessions"],
            topics: &[
                ("1", "the depth of fairways in winter"),
                ("2", "the number and height of their marks"),
                ("3", "the calendar of their dredging"),
            ],
            ..NOTHING
        },
    ),
    (
        "States will discuss at the fifth session the role of the pilots, the skippers and the mates.",
        Said {
            step: "A.13",
            actors: &[("States", "states")],
            verb: "will discuss",
            force: "will",
            sessions: &[5],
            session_words: &["fifth session"],
            ..NOTHING
        },
    ),
    (
        "States agree to consider at the fifth session whether new rules could be drawn and how old ones can best be kept.",
        Said {
            step: "A.14",
            actors: &[("States", "states")],
            verb: "agree to consider",
            force: "agree",
            sessions: &[5],
            session_words: &["fifth session"],
            topics: &[("1", "whether new rules could be drawn"), ("2", "how old ones can best be kept")],
            ..NOTHING
        },
    ),
    (
        "States will hold discussions at the fifth session on two matters: the link between buoys and bells; and the \
time it takes to repair them.",
        Said {
            step: "A.15",
            actors: &[("States", "states")],
            verb: "will hold",
            force: "will",
            sessions: &[5],
            session_words: &["fifth session"],
            topics: &[("1", "the link between buoys and bells"), ("2", "the time it takes to repair them")],
            ..NOTHING
        },
    ),
    (
        "In line with paragraph 3 above, a catalogue of requests should be compiled by the Chair.",
        Said {
            step: "A.16",
            actors: &[("the Chair", "chair")],
            verb: "should be compiled",
            force: "encourage",
            products: &["a catalogue"],
            cites: &[("paragraph 3 above", "A/99/1:annex/3")],
            ..NOTHING
        },
    ),
    (
        "The Secretary-General is requested to submit to the General Assembly, at its eightieth session, an updated \
report on wrecks, together with an addendum.",
        Said {
            step: "A.17",
            actors: &[("The Secretary-General", "other")],
            verb: "is requested to submit",
            force: "request",
            deadline: Some(("eightieth session", "2025-09-09", "start-of-assembly-session-80")),
            products: &["an updated report", "an addendum"],
            ..NOTHING
        },
    ),
    (
        "States are invited to reply to a questionnaire to be issued by the Secretariat.",
        Said {
            step: "A.18",
            actors: &[("States", "states")],
            verb: "are invited to reply",
            force: "invite",
            products: &["a questionnaire"],
            ..NOTHING
        },
    ),
    (
        "The facilitators to be named by the Chair will hold soundings and are to report on them.",
        Said {
            step: "A.19",
            actors: &[("The facilitators to be named by the Chair", "chair")],
            verb: "will hold",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "States, recognizing that wrecks were discussed at the fourth session, and that questions remain, agree to hold \
discussions at the fifth session.",
        Said {
            step: "A.20",
            actors: &[("States", "states")],
            verb: "agree to hold",
            force: "agree",
            sessions: &[5],
            session_words: &["fifth session"],
            ..NOTHING
        },
    ),
    (
        "The Secretariat to be requested to prepare, within existing resources, a paper on fog.",
        Said {
            step: "A.21",
            actors: &[("The Secretariat", "secretariat")],
            verb: "to be requested to prepare",
            force: "request",
            products: &["a paper"],
            ..NOTHING
        },
    ),
    (
        "States, so that a final chart may be adopted at the tenth session, agree to further refine their soundings.",
        Said {
            step: "A.22",
            actors: &[("States", "states")],
            verb: "agree to further refine",
            force: "agree",
            sessions: &[10],
            session_words: &["tenth session"],
            ..NOTHING
        },
    ),
    (
        "The facilitators, as decided in principle at the fourth session, will hold soundings at the fifth session.",
        Said {
            step: "A.23",
            actors: &[("The facilitators", "chair")],
            verb: "will hold",
            force: "will",
            sessions: &[5],
            session_words: &["fifth session"],
            ..NOTHING
        },
    ),
    (
        "States engage, at the 4th session, in discussions on fog and mist; the wind; and respect for tides.",
        Said {
            step: "A.24",
            actors: &[("States", "states")],
            verb: "engage",
            force: "will",
            sessions: &[4],
            session_words: &["4th session"],
            topics: &[("1", "fog and mist"), ("2", "the wind"), ("3", "respect for tides")],
            ..NOTHING
        },
    ),
    (
        "The Secretariat is to compile, on the basis of the survey, a list of piers.",
        Said {
            step: "A.25",
            actors: &[("The Secretariat", "secretariat")],
            verb: "is to compile",
            force: "will",
            products: &["a list"],
            ..NOTHING
        },
    ),
    (
        "At the fourth session States will sound the harbour.",
        Said {
            step: "A.26",
            actors: &[("States", "states")],
            verb: "will sound",
            force: "will",
            sessions: &[4],
            session_words: &["fourth session"],
            ..NOTHING
        },
    ),
];

/// Each step with what a careful reader underlines in it.
pub(super) const FR: [(&str, Said); 13] = [
    (
        "Quoique les vues divergent et qu’il ait été proposé, à la quatrième session, d’ajourner le débat, le code des \
signaux continue d’être examiné par les États.",
        Said {
            step: "A.1",
            actors: &[("les États", "states")],
            verb: "continue d’être examiné",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "Le Secrétariat, qui a été prié à la quatrième session de réunir les sondages, continue de les publier.",
        Said {
            step: "A.2",
            actors: &[("Le Secrétariat", "secretariat")],
            verb: "continue",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "Sont encouragées à faire part de leur expérience les organisations régionales et sous-régionales.",
        Said {
            step: "A.3",
            actors: &[("les organisations régionales et sous-régionales", "other")],
            verb: "Sont encouragées à faire part",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "À sa cinquième session, le Groupe de travail se penche sur le feu des bouées.",
        Said {
            step: "A.4",
            actors: &[("le Groupe de travail", "other")],
            verb: "se penche",
            force: "will",
            sessions: &[5],
            session_words: &["cinquième session"],
            ..NOTHING
        },
    ),
    (
        "À la cinquième session, les États examinent les besoins des petits ports, la largeur de la passe entre les \
digues et le financement durable des phares.",
        Said {
            step: "A.5",
            actors: &[("les États", "states")],
            verb: "examinent",
            force: "will",
            sessions: &[5],
            session_words: &["cinquième session"],
            topics: &[
                ("1", "les besoins des petits ports"),
                ("2", "la largeur de la passe entre les digues"),
                ("3", "le financement durable des phares"),
            ],
            ..NOTHING
        },
    ),
    (
        "Le Président est prié de faire distribuer, un mois avant la cinquième session, un premier avant-projet de rapport \
et de faire rapport à ladite session.",
        Said {
            step: "A.6",
            actors: &[("Le Président", "chair")],
            verb: "est prié de faire distribuer",
            force: "request",
            sessions: &[5],
            session_words: &["cinquième session"],
            deadline: Some(("un mois avant la cinquième session", "2023-06-24", "1-months-before-session-5")),
            products: &["un premier avant-projet de rapport"],
            ..NOTHING
        },
    ),
    (
        "Le tableau publié par le Secrétariat est mis à jour avant la cinquième session.",
        Said {
            step: "A.7",
            sessions: &[5],
            session_words: &["cinquième session"],
            deadline: Some(("avant la cinquième session", "2023-07-23", "before-session-5")),
            ..NOTHING
        },
    ),
    (
        "Ayant pris note de l’exposé fait à la quatrième session, les États côtiers sont invités à baliser leurs passes.",
        Said {
            step: "A.8",
            actors: &[("les États côtiers", "states")],
            verb: "sont invités à baliser",
            force: "invite",
            ..NOTHING
        },
    ),
    (
        "Il conviendrait que les États balisent leurs épaves au premier semestre de 2025.",
        Said {
            step: "A.9",
            actors: &[("les États", "states")],
            verb: "Il conviendrait que",
            force: "encourage",
            deadline: Some(("au premier semestre de 2025", "2025-06-30", "end-of-month")),
            ..NOTHING
        },
    ),
    (
        "Les États, agissant à titre individuel, s’attachent à entretenir, selon qu’il convient, leurs balises.",
        Said {
            step: "A.10",
            actors: &[("Les États", "states")],
            verb: "s’attachent à entretenir",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "Le Groupe de travail prie le Secrétariat : a) d’élaborer une note sur la houle ; b) de mesurer les passes.",
        Said {
            step: "A.11",
            actors: &[("le Secrétariat", "secretariat")],
            verb: "prie",
            force: "request",
            topics: &[("a", "d’élaborer une note sur la houle"), ("b", "de mesurer les passes")],
            products: &["une note"],
            ..NOTHING
        },
    ),
    (
        "À la cinquième session, les États mèneront une discussion sur les dangers que la brume fait ou pourrait faire courir et sur le prix des phares.",
        Said {
            step: "A.12",
            actors: &[("les États", "states")],
            verb: "mèneront",
            force: "will",
            sessions: &[5],
            session_words: &["cinquième session"],
            topics: &[
                ("1", "les dangers que la brume fait ou pourrait faire courir"),
                ("2", "le prix des phares"),
            ],
            ..NOTHING
        },
    ),
    (
        "Les États présentent leurs cartes en vue de la cinquième session.",
        Said {
            step: "A.13",
            actors: &[("Les États", "states")],
            verb: "présentent",
            force: "will",
            sessions: &[5],
            session_words: &["cinquième session"],
            deadline: Some(("en vue de la cinquième session", "2023-07-24", "start-of-session-5")),
            ..NOTHING
        },
    ),
];
