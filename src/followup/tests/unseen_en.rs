//! An English report in the manner of the United Nations, of our own wording: harbours, lights and buoys.

use super::gold::{NOTHING, Said};

/// Each step with what a careful reader underlines in it.
pub(super) const SAID: [(&str, Said); 34] = [
    (
        "States continue to exchange views at the Working Group’s sixth to eighth sessions on the risks \
of drifting containers.",
        Said {
            step: "B.1",
            actors: &[("States", "states")],
            verb: "continue to exchange",
            force: "will",
            sessions: &[6, 7, 8],
            session_words: &["sixth to eighth sessions"],
            ..NOTHING
        },
    ),
    (
        "At its ninth session, and thereafter as appropriate, the Working Group will examine how ports \
warn each other.",
        Said {
            step: "B.2",
            actors: &[("the Working Group", "other")],
            verb: "will examine",
            force: "will",
            sessions: &[9],
            session_words: &["ninth session"],
            ..NOTHING
        },
    ),
    (
        "The Secretariat is requested to compile the replies received and to report thereon no later than \
the tenth session.",
        Said {
            step: "B.3",
            actors: &[("The Secretariat", "secretariat")],
            verb: "is requested to compile",
            force: "request",
            sessions: &[10],
            session_words: &["tenth session"],
            deadline: Some(("no later than the tenth session", "2025-02-21", "end-of-session-10")),
            ..NOTHING
        },
    ),
    (
        "States are urged to mark wrecks by the end of 2024.",
        Said {
            step: "B.4",
            actors: &[("States", "states")],
            verb: "are urged to mark",
            force: "encourage",
            deadline: Some(("by the end of 2024", "2024-12-31", "end-of-year")),
            ..NOTHING
        },
    ),
    (
        "Interested States or groups of States are called upon, on a voluntary basis, to table working \
papers by 31 May 2024 at the latest.",
        Said {
            step: "B.5",
            actors: &[("Interested States or groups of States", "interested-states")],
            verb: "are called upon",
            force: "encourage",
            voluntary: "on a voluntary basis",
            deadline: Some(("by 31 May 2024 at the latest", "2024-05-31", "stated")),
            products: &["working papers"],
            ..NOTHING
        },
    ),
    (
        "States in a position to do so could consider funding the training of harbour pilots, including \
pilots from small islands.",
        Said {
            step: "B.6",
            actors: &[("States in a position to do so", "states-able")],
            verb: "could consider",
            force: "may",
            ..NOTHING
        },
    ),
    (
        "The Chair, with the support of the Secretariat, is requested to convene informal consultations \
during the intersessional period, prior to the seventh session.",
        Said {
            step: "C.1",
            actors: &[("The Chair", "chair")],
            verb: "is requested to convene",
            force: "request",
            sessions: &[7],
            session_words: &["seventh session"],
            deadline: Some(("prior to the seventh session", "", "before-session-7")),
            ..NOTHING
        },
    ),
    (
        "Within six months of the adoption of the present report, the Secretariat shall circulate a \
glossary of harbour terms.",
        Said {
            step: "C.2",
            actors: &[("the Secretariat", "secretariat")],
            verb: "shall circulate",
            force: "will",
            deadline: Some((
                "Within six months of the adoption of the present report",
                "",
                "6-months-after-adoption",
            )),
            products: &["a glossary"],
            ..NOTHING
        },
    ),
    (
        "States decide to establish a register of lightships and agree that it shall be open to all.",
        Said {
            step: "C.3",
            actors: &[("States", "states")],
            verb: "decide to establish",
            force: "agree",
            ..NOTHING
        },
    ),
    (
        "The Working Group recommends that regional organizations share their charts before 1 June 2024.",
        Said {
            step: "C.4",
            actors: &[("regional organizations", "other")],
            verb: "recommends that",
            force: "encourage",
            deadline: Some(("before 1 June 2024", "2024-05-31", "day-before")),
            ..NOTHING
        },
    ),
    (
        "States are also encouraged to respond annually, on a voluntary basis, to the survey of moorings.",
        Said {
            step: "C.5",
            actors: &[("States", "states")],
            verb: "are also encouraged to respond",
            force: "encourage",
            voluntary: "on a voluntary basis",
            ..NOTHING
        },
    ),
    (
        "The Secretary-General is invited to organize, in 2024, a round table on night navigation.",
        Said {
            step: "C.6",
            actors: &[("The Secretary-General", "other")],
            verb: "is invited to organize",
            force: "invite",
            deadline: Some(("in 2024", "2024-12-31", "end-of-year")),
            ..NOTHING
        },
    ),
    (
        "States engage in focused discussions, at the seventh and ninth sessions, on: (a) tides and \
currents; (b) the dredging of channels; (c) signals in fog; and (d) any other matter raised \
under paragraph 12 (b) of the present report.",
        Said {
            step: "D.1",
            actors: &[("States", "states")],
            verb: "engage",
            force: "will",
            sessions: &[7, 9],
            session_words: &["seventh and ninth sessions"],
            topics: &[
                ("a", "tides and currents"),
                ("b", "the dredging of channels"),
                ("c", "signals in fog"),
                ("d", "any other matter raised under paragraph 12 (b) of the present report"),
            ],
            cites: &[("paragraph 12 (b) of the present report", "A/99/1:annex/12/b")],
            ..NOTHING
        },
    ),
    (
        "Delegations should submit their views to the Chair at least four weeks before the tenth session.",
        Said {
            step: "D.2",
            actors: &[("Delegations", "states")],
            verb: "should submit",
            force: "encourage",
            sessions: &[10],
            session_words: &["tenth session"],
            deadline: Some((
                "at least four weeks before the tenth session",
                "2025-01-20",
                "4-weeks-before-session-10",
            )),
            ..NOTHING
        },
    ),
    (
        "States may wish to nominate contact officers by mid-2025.",
        Said {
            step: "D.3",
            actors: &[("States", "states")],
            verb: "may wish to nominate",
            force: "may",
            deadline: Some(("by mid-2025", "", "")),
            ..NOTHING
        },
    ),
    (
        "The Co-Chairs of the informal group will prepare a summary and will present it to the sixth \
session.",
        Said {
            step: "D.4",
            actors: &[("The Co-Chairs of the informal group", "chair")],
            verb: "will prepare",
            force: "will",
            sessions: &[6],
            session_words: &["sixth session"],
            products: &["a summary"],
            ..NOTHING
        },
    ),
    (
        "It was agreed that States would hold two workshops by the first quarter of 2025.",
        Said {
            step: "E.1",
            actors: &[("States", "states")],
            verb: "It was agreed that",
            force: "agree",
            deadline: Some(("by the first quarter of 2025", "2025-03-31", "end-of-month")),
            ..NOTHING
        },
    ),
    (
        "The private sector and academia are invited to contribute, as appropriate, to the sixth session.",
        Said {
            step: "E.2",
            actors: &[("The private sector", "other"), ("academia", "other")],
            verb: "are invited to contribute",
            force: "invite",
            sessions: &[6],
            session_words: &["sixth session"],
            ..NOTHING
        },
    ),
    (
        "States undertake to protect buoys, drawing on the outcome of the fifth session.",
        Said {
            step: "E.3",
            actors: &[("States", "states")],
            verb: "undertake to protect",
            force: "agree",
            ..NOTHING
        },
    ),
    (
        "The Office for Disarmament Affairs is tasked with preparing, in advance of the sixth session, a \
mapping of funds.",
        Said {
            step: "E.4",
            actors: &[("The Office for Disarmament Affairs", "secretariat")],
            verb: "is tasked",
            force: "request",
            sessions: &[6],
            session_words: &["sixth session"],
            deadline: Some(("in advance of the sixth session", "2023-12-10", "before-session-6")),
            products: &["a mapping"],
            ..NOTHING
        },
    ),
    (
        "States that have not yet done so are encouraged to ratify the instrument at an early date.",
        Said {
            step: "E.5",
            actors: &[("States that have not yet done so", "states")],
            verb: "are encouraged to ratify",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "Member States and the relevant entities of the United Nations system are requested to inform the \
Secretariat of their needs not later than 30 days after the tenth session.",
        Said {
            step: "F.1",
            actors: &[
                ("Member States", "states"),
                ("the relevant entities of the United Nations system", "other"),
            ],
            verb: "are requested to inform",
            force: "request",
            sessions: &[10],
            session_words: &["tenth session"],
            deadline: Some((
                "not later than 30 days after the tenth session",
                "2025-03-23",
                "30-days-after-session-10",
            )),
            ..NOTHING
        },
    ),
    (
        "The Group continues its exchange of views on lighthouses, as well as on foghorns, at its 6th, \
7th and 8th sessions.",
        Said {
            step: "F.2",
            actors: &[("The Group", "other")],
            verb: "continues",
            force: "will",
            sessions: &[6, 7, 8],
            session_words: &["6th, 7th and 8th sessions"],
            topics: &[("1", "lighthouses"), ("2", "foghorns")],
            ..NOTHING
        },
    ),
    (
        "No later than the start of its tenth session, the Chair is requested to circulate a non-paper \
containing elements of a draft decision.",
        Said {
            step: "F.3",
            actors: &[("the Chair", "chair")],
            verb: "is requested to circulate",
            force: "request",
            sessions: &[10],
            session_words: &["tenth session"],
            deadline: Some((
                "No later than the start of its tenth session",
                "2025-02-17",
                "start-of-session-10",
            )),
            products: &["a non-paper"],
            ..NOTHING
        },
    ),
    (
        "States reaffirm their commitment to safe harbours, as expressed in the report adopted in 2021.",
        Said { step: "F.4", actors: &[("States", "states")], verb: "reaffirm", force: "will", ..NOTHING },
    ),
    (
        "States support the convening of a conference between the sixth and tenth sessions.",
        Said {
            step: "F.5",
            actors: &[("States", "states")],
            verb: "support",
            force: "will",
            sessions: &[10],
            session_words: &["sixth and tenth sessions"],
            deadline: Some(("between the sixth and tenth sessions", "2025-02-16", "before-session-10")),
            ..NOTHING
        },
    ),
    (
        "Facilitators are to report on their consultations at each substantive session.",
        Said {
            step: "G.1",
            actors: &[("Facilitators", "chair")],
            verb: "are to report",
            force: "will",
            ..NOTHING
        },
    ),
    (
        "The Secretariat is requested to maintain the register and, by 1 September 2024, to report to \
States on its use; the Working Group will review the register at its eighth session, to be held \
in 2024.",
        Said {
            step: "G.2",
            actors: &[("The Secretariat", "secretariat")],
            verb: "is requested to maintain",
            force: "request",
            sessions: &[8],
            session_words: &["eighth session"],
            deadline: Some(("by 1 September 2024", "2024-09-01", "stated")),
            ..NOTHING
        },
    ),
    (
        "States request the Secretariat to prepare a compendium of good practices in time for the sixth \
session.",
        Said {
            step: "G.3",
            actors: &[("the Secretariat", "secretariat")],
            verb: "request",
            force: "request",
            sessions: &[6],
            session_words: &["sixth session"],
            deadline: Some(("in time for the sixth session", "2023-12-11", "start-of-session-6")),
            products: &["a compendium"],
            ..NOTHING
        },
    ),
    (
        "The Working Group calls on all States to fly the agreed flags.",
        Said {
            step: "G.4",
            actors: &[("all States", "states")],
            verb: "calls on",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "In order to engage smaller ports, regional groups are invited to hold briefings, at the request \
of any State, in the second half of 2025.",
        Said {
            step: "G.5",
            actors: &[("regional groups", "other")],
            verb: "are invited to hold",
            force: "invite",
            deadline: Some(("in the second half of 2025", "2025-12-31", "end-of-month")),
            ..NOTHING
        },
    ),
    (
        "Shipowners are strongly encouraged to report near misses within 48 hours.",
        Said {
            step: "H.1",
            actors: &[("Shipowners", "other")],
            verb: "are strongly encouraged to report",
            force: "encourage",
            ..NOTHING
        },
    ),
    (
        "A background paper should be prepared by the Secretariat for the sixth session.",
        Said {
            step: "H.2",
            actors: &[("the Secretariat", "secretariat")],
            verb: "should be prepared",
            force: "encourage",
            sessions: &[6],
            session_words: &["sixth session"],
            products: &["A background paper"],
            ..NOTHING
        },
    ),
    (
        "States will not change the buoyage before the second half of 2024.",
        Said {
            step: "H.3",
            actors: &[("States", "states")],
            verb: "will not change",
            force: "will",
            deadline: Some(("before the second half of 2024", "2024-06-30", "end-of-month")),
            ..NOTHING
        },
    ),
];
