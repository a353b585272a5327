//! Documents of many kinds, written for these tests: a treaty, a report with drafts, letters, a decision, a statement, as text
//! with empty lines and without them, and as printed pages of short paragraphs.

use plenary::import::{Given, import};
use plenary::model::{BlockKind, Document};
use plenary::store::bundled;

use crate::support::pdf::{Page, Pdf};

fn read(name: &str, bytes: &[u8]) -> Document {
    import(name, bytes, &Given::default(), &bundled::vocabularies()).expect("a document")
}

/// The kinds of the passages, `H` for a heading, `P` for one with a number, with their numbers and their words.
fn rows(document: &Document) -> Vec<String> {
    let row = |block: &plenary::model::Block| {
        let kind = match block.kind {
            BlockKind::Heading => "H ",
            _ if block.number.is_some() => "P ",
            _ => "",
        };
        let number = block.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
        format!("{kind}{number}{}", block.text)
    };
    document.blocks.iter().map(row).collect()
}

#[track_caller]
fn case(passages: &[&str], expected: &[&str]) -> Document {
    let document = read("text.txt", passages.join("\n\n").as_bytes());
    assert_eq!(rows(&document), expected);
    document
}

#[test]
fn articles_of_a_treaty_may_have_their_titles_on_the_same_line() {
    let document = case(
        &[
            "A/CONF.240/2024/8",
            "12 de junio de 2024",
            "Convenio sobre los pasos de montaña",
            "Las Partes en el presente Convenio,",
            "Artículo 1 Términos empleados",
            "1. Por “paso” se entiende un lugar entre dos cumbres.",
            "2. Por “guardián” se entiende toda persona que toca la campana.",
            "Artículo 2 Objetivo",
            "El objetivo del presente Convenio es la seguridad de los viajeros en todos los pasos del mundo.",
            "Artículo 3 Deberes",
            "1. Los guardianes tocan la campana al anochecer.",
        ],
        &[
            "A/CONF.240/2024/8",
            "12 de junio de 2024",
            "Convenio sobre los pasos de montaña",
            "Las Partes en el presente Convenio,",
            "H Artículo 1 Términos empleados",
            "P 1 Por “paso” se entiende un lugar entre dos cumbres.",
            "P 2 Por “guardián” se entiende toda persona que toca la campana.",
            "H Artículo 2 Objetivo",
            "El objetivo del presente Convenio es la seguridad de los viajeros en todos los pasos del mundo.",
            "H Artículo 3 Deberes",
            "P 1 Los guardianes tocan la campana al anochecer.",
        ],
    );
    assert_eq!(document.title, "Convenio sobre los pasos de montaña");
}

#[test]
fn drafts_in_a_report_may_have_their_titles_on_the_same_line() {
    case(
        &[
            "I. Recommendations",
            "1. The Committee recommends the following draft resolutions:",
            "Draft resolution I Bells of mountain huts",
            "The General Assembly,",
            "Recalling its resolution 79/277 of 19 December 2024,",
            "1. Decides to cast larger bells.",
            "Draft resolution II Mules of mountain huts",
            "The General Assembly,",
            "Recalling its resolution 78/12 of 4 December 2023,",
            "1. Decides to feed the mules.",
        ],
        &[
            "H I Recommendations",
            "P 1 The Committee recommends the following draft resolutions:",
            "H Draft resolution I Bells of mountain huts",
            "The General Assembly,",
            "Recalling its resolution 79/277 of 19 December 2024,",
            "P 1 Decides to cast larger bells.",
            "H Draft resolution II Mules of mountain huts",
            "The General Assembly,",
            "Recalling its resolution 78/12 of 4 December 2023,",
            "P 1 Decides to feed the mules.",
        ],
    );
}

#[test]
fn a_decision_has_the_date_of_its_meeting() {
    let text = "78/545. Wardens of mountain passes\n\nAt its 61st plenary meeting, on 5 March 2024, the General Assembly decided to include \
                the item entitled “Wardens of mountain passes” in its agenda.\n";
    let document = read("text.txt", text.as_bytes());
    assert_eq!(document.symbol.as_str(), "A/DEC/78/545");
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2024-03-05"));
}

#[test]
fn the_annex_of_a_letter_follows_its_signature_without_an_empty_line() {
    let text = "S/2025/301\nDistr.: General\n12 May 2025\nOriginal: English\nIdentical letters dated 11 May 2025 from the Permanent \
                Representative of\nAlpinia to the United Nations addressed to the Secretary-General\nI have the honour to transmit \
                herewith a list of the bells of all mountain huts (see\nannex).\n(Signed) Jo Warden\nPermanent Representative\nAnnex to the \
                identical letters dated 11 May 2025 from the Permanent Representative of\nAlpinia to the United Nations addressed to the \
                Secretary-General\n1. The bell at the lower lake is heard in strong wind, and it is rung each night.\n2. The bell on the \
                saddle is not heard.\n";
    let annex = "Annex to the identical letters dated 11 May 2025 from the Permanent Representative of Alpinia to the United Nations \
                 addressed to the Secretary-General";
    let found = rows(&read("text.txt", text.as_bytes()));
    assert_eq!(
        found[found.len() - 3..],
        [
            &format!("H {annex}"),
            "P 1 The bell at the lower lake is heard in strong wind, and it is rung each night.",
            "P 2 The bell on the saddle is not heard."
        ]
    );
}

#[test]
fn short_paragraphs_on_a_page_are_not_joined_where_a_gap_is_usual() {
    let lines = [
        "The bells are rung each night.",
        "The mules are fed.",
        "The huts are clean.",
        "The stoves are warm, and all the wardens who sleep there in winter",
        "have wood.",
        "The fences are high.",
    ];
    let mut page = Page::default();
    let mut top = 90.0;
    for line in lines {
        top += if line == "have wood." { 12.0 } else { 18.0 };
        page = page.text(72.0, top, 10.0, line);
    }
    let found = rows(&read("page.pdf", &Pdf::new().page(page).bytes()));
    assert_eq!(
        found,
        [
            lines[0],
            lines[1],
            lines[2],
            "The stoves are warm, and all the wardens who sleep there in winter have wood.",
            lines[5]
        ]
    );
}

#[test]
fn notes_are_known_without_a_rule_in_brackets_and_with_the_addresses_they_speak_of() {
    let text = "79/31. Lamps in ports\n\nThe General Assembly,\n\nRecalling its resolution 78/12 of 4 December 2023[1] on the lamps of small \
                ports,\n\n1. Welcomes the list of lamps[2] and the report on oil;\n\n2. Requests a report on lamps and \
                oil.\n\n____\n[1] Available at\nhttps://example.org/lamps/list\n[2] See A/79/12.\n";
    let found = rows(&read("text.txt", text.as_bytes()));
    let expected = [
        "P 79/31 Lamps in ports",
        "The General Assembly,",
        "Recalling its resolution 78/12 of 4 December 2023 on the lamps of small ports,",
        "P 1 Welcomes the list of lamps and the report on oil;",
        "P 2 Requests a report on lamps and oil.",
        "P 1 Available at https://example.org/lamps/list",
        "P 2 See A/79/12.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_notes_of_a_page_without_a_rule_are_no_text() {
    let text = "79/31. Lamps in ports\n\nThe General Assembly,\n\nRecalling its resolution of 4 December 20231 on the lamps of small ports \
                and on\nthe oil that is burnt in them during the long nights of the winter,\n\n1. Welcomes the list of lamps, which is \
                read out in all the ports of the\n\n1 Resolution 78/12, in which the lamps of small ports are counted.\n\n1/4          \
                24-12345\n                        A/RES/79/31\n\nnorthern coast and of the islands that are before it, at the end of \
                each year;\n\n2. Requests a report on lamps and oil.\n";
    let found = rows(&read("text.txt", text.as_bytes()));
    let expected = [
        "P 79/31 Lamps in ports",
        "The General Assembly,",
        "Recalling its resolution of 4 December 2023 on the lamps of small ports and on the oil that is burnt in them during the long \
         nights of the winter,",
        "P 1 Welcomes the list of lamps, which is read out in all the ports of the northern coast and of the islands that are before it, \
         at the end of each year;",
        "P 2 Requests a report on lamps and oil.",
        "P 1 Resolution 78/12, in which the lamps of small ports are counted.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_paragraph_that_welcomes_a_meeting_closes_nothing() {
    let text = "79/32. Law of the lamps\n\nThe General Assembly,\n\nRecalling its resolution 78/12,\n\n1. Welcomes the report of the \
                thirty-second meeting of\nthe Parties to the Convention on Lamps in all the ports;\n\n2. Requests a report on lamps and \
                on the oil that is burnt in\nthem, and on the wicks, and on all those who trim them.\n\n50th plenary meeting\n\n4 \
                December 2024\n";
    let found = rows(&read("text.txt", text.as_bytes()));
    assert_eq!(
        found[3..],
        [
            "P 1 Welcomes the report of the thirty-second meeting of the Parties to the Convention on Lamps in all the ports;",
            "P 2 Requests a report on lamps and on the oil that is burnt in them, and on the wicks, and on all those who trim them.",
            "50th plenary meeting",
            "4 December 2024"
        ]
    );
}

#[test]
fn articles_and_the_words_of_a_decision_follow_titles_without_empty_lines() {
    let text = "A/CONF.240/2024/7\n12 juin 2024\nConvention sur les cols de montagne\nSont convenues de ce qui suit :\nArticle premier \
                Définitions\n1. Le terme « col » désigne un passage entre deux sommets, et le terme « refuge » une\nmaison où les voyageurs \
                passent la nuit.\nArticle 2 Objet\nLa présente Convention a pour objet la sûreté des voyageurs dans tous les cols du \
                monde et\ncelle de leurs gardiens, qui sonnent les cloches par grand vent et qui nourrissent les mules\nde tous.\n";
    let found = rows(&read("text.txt", text.as_bytes()));
    assert_eq!(
        found[4..],
        [
            "H Article premier Définitions",
            "P 1 Le terme « col » désigne un passage entre deux sommets, et le terme « refuge » une maison où les voyageurs passent la nuit.",
            "H Article 2 Objet",
            "La présente Convention a pour objet la sûreté des voyageurs dans tous les cols du monde et celle de leurs gardiens, qui \
             sonnent les cloches par grand vent et qui nourrissent les mules de tous."
        ]
    );
    let decision = "78/545. Wardens of mountain passes\nAt its 61st plenary meeting, on 5 March 2024, the General Assembly, on the \
                    report of the\nSecond Committee, decided to include in the provisional agenda of its next session the item\non the \
                    wardens of mountain passes and the bells of all huts.\n";
    assert_eq!(read("text.txt", decision.as_bytes()).title, "Wardens of mountain passes");
}

#[test]
fn short_paragraphs_of_a_printed_resolution_are_not_joined() {
    let lines = [
        (100.0, 90.0, "Adopted by the Security Council at its 9917th meeting, on 14 May"),
        (72.0, 109.0, "The Security Council,"),
        (100.0, 128.0, "Recalling its resolutions on the passes of the mountains and of all"),
        (72.0, 141.0, "the valleys,"),
        (100.0, 160.0, "Taking note of the report of the Secretary-General of 2 May 2025,"),
        (100.0, 179.0, "Acting under Chapter VII of the Charter of the United Nations now,"),
        (72.0, 198.0, "OP1 Decides to ring the bells;"),
        (72.0, 217.0, "OP2 Decides to feed the mules."),
    ];
    let page =
        lines.into_iter().fold(Page::default(), |page, (left, top, text)| page.text(left, top, 10.0, text));
    let found = rows(&read("page.pdf", &Pdf::new().page(page).bytes()));
    let expected = [
        lines[0].2,
        lines[1].2,
        "Recalling its resolutions on the passes of the mountains and of all the valleys,",
        lines[4].2,
        lines[5].2,
        "P OP1 Decides to ring the bells;",
        "P OP2 Decides to feed the mules.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_resolution_of_any_organ_has_its_symbol_and_its_title() {
    let head = ["Distr.: General", "17 December 2021", "Original: English"];
    let body = [
        "Recalling its resolution 3/1 on lamps,",
        "1. Decides to light the lamps;",
        "2. Requests a report on oil.",
    ];
    let numbered = [
        "United Nations Environment Assembly",
        "3/20. Lamps of ports",
        "The United Nations Environment Assembly,",
    ];
    let text = [&["UNEP/EA.3/Res.20"], &head[..], &numbered, &body].concat().join("\n\n");
    let found = read("text.txt", text.as_bytes());
    assert_eq!((found.symbol.as_str(), found.title.as_str()), ("UNEP/EA.3/Res.20", "Lamps of ports"));
    let drafted = [
        "Conference of the States Parties to the Convention on Lamps",
        "Alpinia and Andorra: revised draft resolution",
        "Lamps of ports",
        "The Conference of the States Parties to the Convention on Lamps,",
    ];
    let text = [&["CAC/COSP/2021/L.5/Rev.1"], &head[..], &drafted, &body].concat().join("\n\n");
    let found = read("text.txt", text.as_bytes());
    assert_eq!((found.symbol.as_str(), found.title.as_str()), ("CAC/COSP/2021/L.5/Rev.1", "Lamps of ports"));
    assert_eq!(
        rows(&found)[8..],
        [body[0], "P 1 Decides to light the lamps;", "P 2 Requests a report on oil."]
    );
}

#[test]
fn flush_paragraphs_of_a_printed_preamble_are_known_by_their_first_words() {
    let lines = [
        "The General Assembly,",
        "Recalling its resolutions on the passes of the mountains and of all, and",
        "recalling also those on the bells that are heard in wind and in snow,",
        "Noting with concern that the lamps of the huts on the passes are old,",
        "Convinced that mules are better than horses on the paths of the hills,",
        "1. Decides to ring the bells and to feed the mules that carry the wood;",
        "2. Requests a report that describes the bells and the lamps of all huts.",
        "64th plenary meeting",
    ];
    let put = |page: Page, (at, text): (usize, &&str)| page.text(72.0, 90.0 + 12.0 * at as f64, 10.0, text);
    let page = lines.iter().enumerate().fold(Page::default(), put);
    let found = rows(&read("page.pdf", &Pdf::new().page(page).bytes()));
    let expected = [
        lines[0].to_owned(),
        format!("{} {}", lines[1], lines[2]),
        lines[3].to_owned(),
        lines[4].to_owned(),
        format!("P {}", lines[5].replacen("1.", "1", 1)),
        format!("P {}", lines[6].replacen("2.", "2", 1)),
        lines[7].to_owned(),
    ];
    assert_eq!(found, expected);
}
