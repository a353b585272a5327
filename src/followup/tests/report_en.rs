//! Next steps in the manner of a report, of our own wording: ports and ocean data, no document at all.

/// Section, number and text of each step.
pub(super) const STEPS: [(&str, &str, &str); 18] = [
    (
        "B",
        "1",
        "States continue to exchange views, within the Working Group, on the safety of ports, and on measures \
         of cooperation to improve it.",
    ),
    (
        "B",
        "2",
        "States engage in focused discussions on the matters listed in paragraphs 8 to 13 above at the fourth \
         and fifth sessions of the Working Group.",
    ),
    (
        "B",
        "3",
        "States agree to establish a directory of harbour masters. At its sixth to eighth sessions, the \
         Working Group will discuss the rules of that directory, taking into account regional experience.",
    ),
    (
        "C",
        "1",
        "The United Nations Secretariat is requested to seek the views of States on the directory and to \
         prepare, by the end of 2024, a background paper for consideration at the seventh session.",
    ),
    (
        "C",
        "2",
        "The Chair of the Working Group is requested to convene an intersessional meeting with States and \
         stakeholders, no later than its tenth session, to examine lessons learned.",
    ),
    (
        "C",
        "3",
        "Interested States or groups of States are invited, on a voluntary basis, to submit working papers \
         on tide tables by 31 January 2025.",
    ),
    (
        "C",
        "4",
        "States in a position to do so are encouraged to continue supporting the training of pilots, \
         including with regional organizations.",
    ),
    (
        "D",
        "1",
        "States to hold, at the ninth session, dedicated discussions on: (a) buoys and their lights; (b) the \
         charting of shoals, as reflected in paragraph 31 (a)-(c); and (c) the pilotage of large ships. \
         Experts could be invited to brief delegations.",
    ),
    (
        "D",
        "2",
        "At the sixth, seventh and eighth sessions, States will hold focused discussions on the relation \
         between the directory and the mechanism, as well as further discussions on its scope and content, \
         as appropriate.",
    ),
    (
        "D",
        "3",
        "Regional organizations, the Secretariat and other stakeholders may share, voluntarily, their charts \
         with the Chair before the sixth session.",
    ),
    (
        "E",
        "1",
        "States should report to the Secretary-General, at the seventy-ninth session of the General \
         Assembly, on the follow-up to resolution 77/36 (A/77/92, annex II, paras. 5 and 7).",
    ),
    (
        "E",
        "2",
        "The Secretariat is requested to circulate an initial report on the directory by the start of the \
         4th session, and to update it prior to March 2025.",
    ),
    (
        "E",
        "3",
        "In this regard, States are encouraged to survey their needs. This paragraph asks for nothing by consensus.",
    ),
    (
        "E",
        "4",
        "Delegations could nominate focal points from the sixth session to the eighth session of the Group, \
         in time for January 15, 2026.",
    ),
    ("F", "1", "The Working Group recommends that States exchange views at sessions 6 and 7 on dredging."),
    ("F", "2", "Nothing further."),
    ("F", "3", "The facilitators shall report by the end of the month of February 2025 on lighthouses."),
    (
        "F",
        "4",
        "All States, the United Nations Institute for Harbours and academia are invited to take part in the \
         twenty-fourth session on fog, by the end of June.",
    ),
];
