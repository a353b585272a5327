//! What a delegate types and pastes, and a document in a second language.

/// Texts typed letter by letter.
pub const TYPED: [&str; 12] = [
    "SG + capacités d’abord",
    "Nous appuyons l’œuvre commune",
    "FR ? par. 16 a)",
    "the Chair's text, para. 2",
    "voir A/76/135, par. 71 f)",
    "7 mars 2023",
    "16/a",
    "annexe E",
    "Ça, où\u{a0}? À l’été\u{202f}!",
    "ve\u{301}cu 山水",
    "  ",
    "g57d",
];

/// A programme of work that can be added to the calendar.
pub const PROGRAMME: &str =
    "Monday, 6 March 2023\n10 a.m. – 1 p.m. Item 5 d) Threats\nTuesday, 7 March 2023\n3 – 6 p.m. Item 5 f)\n";

/// What is pasted, by name.
pub const PASTED: [&str; 12] = [
    "lines",
    "emoji",
    "right-to-left",
    "controls",
    "returns",
    "programme",
    "empty",
    "blank",
    "combining",
    "long-line",
    "hundred-kilobytes",
    "quoted",
];

/// The text of a paste; `None` if no paste has this name.
pub fn pasted(name: &str) -> Option<String> {
    Some(match name {
        "lines" => "SG: oui\nq\n\n:quit\n+++\nid = \"x\"\n+++\n".into(),
        "emoji" => "🇫🇷👩‍👩‍👧‍👦 👍🏽 e\u{301} ﷽ \u{fe0f}\u{200d}".into(),
        "right-to-left" => "نص عربي \u{202e}abc\u{202c} שלום\n\u{2067}x\u{2069}".into(),
        "controls" => {
            (0u8..0x20).chain([0x7f]).map(char::from).chain(['\u{9b}', '\u{85}', '\u{2028}']).collect()
        }
        "returns" => "un\ndeux\n\n\n  trois\t\tquatre\n".into(),
        "programme" => PROGRAMME.into(),
        "empty" => String::new(),
        "blank" => " \n\u{a0}\u{202f}\t\n".into(),
        "combining" => "a".to_owned() + &"\u{301}".repeat(300),
        "long-line" => "mot ".repeat(2500),
        "hundred-kilobytes" => "Les États sont invités à œuvrer. 山\n".repeat(2900),
        "quoted" => "« Les États »\u{a0}: \"x\" '''y''' \\u{1}".into(),
        _ => return None,
    })
}

/// Texts of A/77/275 in English, shorter than the bundled French one; the second is a later version of the first.
pub const ENGLISH: [&str; 2] = [
    "A/77/275

Report of the Working Group

I. Introduction

1. The Working Group met.

Annex

A. Overview

1. Much was said.

B. Threats

2. Threats were discussed.

Recommended next steps

1. States meet at the fourth session.

2. The Chair is requested to report at the fourth and fifth sessions on: (a) one; (b) two.

C. Rules

3. Rules were discussed.

Recommended next steps

1. States act.

2. States meet.
",
    "A/77/275

Report

Annex

A. Overview

1. Nothing was said.

Recommended next steps

1. Continue.
",
];

/// Calendars of another program: a good one, one that is not TOML, one with wrong values, none at all.
pub const CALENDARS: [&str; 4] = [
    "version = 1\n[[sessions]]\nnumber = 4\nfrom = 2023-04-17\nto = 2023-04-21\n",
    "version = \n[[",
    "version = 1\n[[sessions]]\nnumber = 99999999999\nfrom = 2023-04-17\nto = 0001-01-01\n[[meetings]]\nfrom = '25:99'\n",
    "",
];
