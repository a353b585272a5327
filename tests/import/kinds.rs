//! Kinds of texts that are hard to read, each in a few invented lines: notes, numbers, openers, furniture, symbols.

use plenary::import::{Given, import};
use plenary::model::Document;
use plenary::store::bundled;

fn read(text: &str) -> Document {
    import("text.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies()).expect("text")
}

/// The passages, each as address, words and the marks of the footnotes called.
#[track_caller]
fn case(text: &str, expected: &[&str]) -> Document {
    let document = read(text);
    let passage = |block: &plenary::model::Block| {
        let calls: String = block.calls().map(|(mark, _)| format!(" [{mark}]")).collect();
        format!("{} | {}{calls}", block.address, block.text)
    };
    let found: Vec<String> = document.blocks.iter().map(passage).collect();
    assert_eq!(found, expected);
    document
}

const TITLE: &str = "78/901. Lamps of the lighthouses and of the harbours of small islands";

#[test]
fn a_row_of_marks_is_paired_with_the_row_of_notes() {
    let text = format!(
        "{TITLE}\n\nThe General Assembly,\n\nHaving considered the report of the Secretary-General 1 and the related report of the \
         Committee of Lamps, 2\n\n1. Takes note of the reports, which it received in good time for its session.\n\n\
         ____________\n1\n2\n\n23-12345 (E)\n\nA/78/275.\nA/78/276.\n\n171025\n\n*2312345*\n"
    );
    case(
        &text,
        &[
            "title | Lamps of the lighthouses and of the harbours of small islands",
            "text/1 | The General Assembly,",
            "pp/1 | Having considered the report of the Secretary-General and the related report of the Committee of Lamps, [1] [2]",
            "op/1 | Takes note of the reports, which it received in good time for its session.",
            "note/1 | A/78/275.",
            "note/2 | A/78/276.",
        ],
    );
}

#[test]
fn a_note_continues_after_an_abbreviation_and_over_the_end_of_a_page() {
    let text = format!(
        "{TITLE}\n\nThe General Assembly,\n\nRecalling the report of the Committee,1 and its annex,2\n\n____________\n\
         1 See Official Records of the General Assembly, Supplement No. 23\n(A/75/23), para.\n4.\n2 Ibid., annex, which was printed in\n\u{c}\
         1. Takes note of the report and of its annex;3\n\n____________\ntwo volumes.\n3 A/78/1.\n"
    );
    let document = read(&text);
    let notes: Vec<String> = document
        .blocks
        .iter()
        .filter(|block| block.address.to_string().starts_with("note/"))
        .map(|block| block.text.clone())
        .collect();
    assert_eq!(
        notes,
        [
            "See Official Records of the General Assembly, Supplement No. 23 (A/75/23), para. 4.",
            "Ibid., annex, which was printed in two volumes.",
            "A/78/1.",
        ]
    );
}

#[test]
fn sections_have_headings_and_numbers_begin_again() {
    let text = format!(
        "{TITLE}\n\nThe General Assembly,\n\nI\n\nLamps\n\nRecalling its resolution 77/12,\n\n1. Decides to light the lamps;\n\n\
         Role of the keepers\n\n2. Invites the keepers to continue;\n\nII\n\nShips\n\n1. Welcomes the ships.\n"
    );
    case(
        &text,
        &[
            "title | Lamps of the lighthouses and of the harbours of small islands",
            "text/1 | The General Assembly,",
            "heading/I | Lamps",
            "pp/1 | Recalling its resolution 77/12,",
            "op/1 | Decides to light the lamps;",
            "heading/I/~1 | Role of the keepers",
            "op/2 | Invites the keepers to continue;",
            "heading/II | Ships",
            "op/1~2 | Welcomes the ships.",
        ],
    );
}

#[test]
fn labels_of_drafts_and_dotted_numbers_are_numbers() {
    case(
        "The General Assembly,\n\nPP1. Recalling its resolution 77/12,\n\nPP2 bis. Aware of the ships,\n\nOP1. Decides to light [all] the \
         lamps;\n\nOP2 alt. Requests the keepers to continue.\n",
        &[
            "text/1 | The General Assembly,",
            "pp/1 | Recalling its resolution 77/12,",
            "pp/2bis | Aware of the ships,",
            "op/1 | Decides to light [all] the lamps;",
            "op/2alt | Requests the keepers to continue.",
        ],
    );
    case(
        "1. The harbours were examined by the Working Group.\n\n2. They enjoy the support of the islands:\n\n2.1 Light the lamps at dusk \
         (First Island);\n\n2.2 Clean the mirrors (Second Island).\n\n3. The islands took note.\n",
        &[
            "1 | The harbours were examined by the Working Group.",
            "2 | They enjoy the support of the islands:",
            "2/1 | Light the lamps at dusk (First Island);",
            "2/2 | Clean the mirrors (Second Island).",
            "3 | The islands took note.",
        ],
    );
}

#[test]
fn an_opener_needs_no_comma_and_an_operative_paragraph_no_number() {
    let text = format!("{TITLE}\n\nThe General Assembly\n\n1. Decides to light the lamps.\n");
    case(
        &text,
        &[
            "title | Lamps of the lighthouses and of the harbours of small islands",
            "text/1 | The General Assembly",
            "op/1 | Decides to light the lamps.",
        ],
    );
    let text = format!(
        "{TITLE}\n\nThe General Assembly,\n\nRecalling its resolution 77/12,\n\nDecides to take note of the report.\n\n\
         52nd plenary meeting 1 December 2025\n"
    );
    let document = case(
        &text,
        &[
            "title | Lamps of the lighthouses and of the harbours of small islands",
            "text/1 | The General Assembly,",
            "pp/1 | Recalling its resolution 77/12,",
            "op/1 | Decides to take note of the report.",
            "text/2 | 52nd plenary meeting 1 December 2025",
        ],
    );
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2025-12-01"));
}

#[test]
fn words_after_the_last_sub_paragraph_are_a_passage_of_their_own() {
    let text = format!(
        "{TITLE}\n\nThe General Assembly,\n\n1. Calls upon the islands:\n\n(a) To light the lamps;\n\n(b) To clean the mirrors;\n\n\
         and demands that the harbours be kept open;\n\n2. Decides to remain seized of the matter.\n"
    );
    case(
        &text,
        &[
            "title | Lamps of the lighthouses and of the harbours of small islands",
            "text/1 | The General Assembly,",
            "op/1 | Calls upon the islands:",
            "op/1/a | To light the lamps;",
            "op/1/b | To clean the mirrors;",
            "text/2 | and demands that the harbours be kept open;",
            "op/2 | Decides to remain seized of the matter.",
        ],
    );
}

#[test]
fn the_organ_decides_what_a_number_is_the_symbol_of() {
    let symbol = |opener: &str, number: &str| {
        read(&format!(
            "{number} Lamps of the harbours\n\n{opener}\n\n1. Decides to light the lamps of the harbours.\n"
        ))
        .symbol
        .to_string()
    };
    assert_eq!(symbol("The General Assembly,", "59/25."), "A/RES/59/25");
    assert_eq!(symbol("The Human Rights Council,", "59/25."), "A/HRC/RES/59/25");
    assert_eq!(symbol("The Economic and Social Council,", "2023/5."), "E/RES/2023/5");
    let spanish = "59/25. Las lámparas de los faros de las islas\n\nEl Consejo de Derechos Humanos,\n\n1. Decide que se enciendan las lámparas de \
                   los faros al anochecer y que los guardianes sigan con su labor.\n";
    assert_eq!(read(spanish).symbol.to_string(), "A/HRC/RES/59/25");
}

#[test]
fn running_titles_are_no_text() {
    let text = "A/RES/78/901\n\n78/901. Lamps of the harbours\n\nThe General Assembly,\n\nRecalling its resolution 77/12 on the lamps of the \
                islands,\n\n\u{c}A/RES/78/901                 Lamps of the harbours\n\n1. Decides to light the lamps.\n\n\
                \u{c}Lamps of the harbours                 A/RES/78/901\n\n2. Thanks the keepers.\n\n2/2              23-26252\n";
    let found: Vec<String> = read(text).blocks.iter().map(|block| block.text.clone()).collect();
    let expected = [
        "Lamps of the harbours",
        "The General Assembly,",
        "Recalling its resolution 77/12 on the lamps of the islands,",
        "Decides to light the lamps.",
        "Thanks the keepers.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn dates_and_numbered_paragraphs_are_read_in_the_other_languages() {
    let cases = [
        (
            "ru",
            "78/901. Лампы гаваней малых островов\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 77/12 о лампах,\n\n1. постановляет зажечь лампы на всех островах, которые просят об этом.\n\n50-е пленарное заседание,\n\n22 декабря 2023 года\n",
        ),
        (
            "zh",
            "78/901. 小岛屿港口灯塔的灯光\n\n大会，\n\n回顾其关于灯光的第77/12号决议，\n\n1. 决定在所有提出请求的岛屿点亮灯塔的灯光，并请守护者继续开展工作。\n\n第50次全体会议\n\n2023年12月22日\n",
        ),
        (
            "ar",
            "78/901. مصابيح المنارات في الجزر الصغيرة\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 77/12 بشأن المصابيح،\n\n1 - تقرر إضاءة المصابيح في جميع الجزر التي تطلب ذلك وتدعو الحراس إلى مواصلة عملهم.\n\nالجلسة العامة 50\n\n22 كانون الأول/ديسمبر 2023\n",
        ),
    ];
    for (language, text) in cases {
        let document = read(text);
        assert_eq!(document.language.code(), language);
        assert_eq!(document.symbol.to_string(), "A/RES/78/901");
        assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2023-12-22"), "{language}");
        let addresses: Vec<String> = document.blocks.iter().map(|block| block.address.to_string()).collect();
        assert!(
            addresses.contains(&"pp/1".to_owned()) && addresses.contains(&"op/1".to_owned()),
            "{addresses:?}"
        );
    }
}

#[test]
fn a_letter_has_its_symbol_and_its_title_and_begins_after_them() {
    let document = case(
        "United Nations\n\nSecurity Council\n\nS/2025/901\n\nDistr.: General\n\n12 May 2025\n\nOriginal: English\n\n\
         Letter dated 9 May 2025 from the Keeper of the Lamps addressed to the President of the Security Council\n\n\
         I have the honour to inform you that the lamps of the harbour are lit again.\n\n\
         I should be grateful if you would have the present letter issued as a document.\n\n(Signed) A. Keeper\n",
        &[
            "front/text/1 | United Nations",
            "front/text/2 | Security Council",
            "front/text/3 | S/2025/901",
            "front/text/4 | Distr.: General",
            "front/text/5 | 12 May 2025",
            "front/text/6 | Original: English",
            "title | Letter dated 9 May 2025 from the Keeper of the Lamps addressed to the President of the Security Council",
            "text/1 | I have the honour to inform you that the lamps of the harbour are lit again.",
            "text/2 | I should be grateful if you would have the present letter issued as a document.",
            "text/3 | (Signed) A. Keeper",
        ],
    );
    assert_eq!(document.symbol.as_str(), "S/2025/901");
    assert!(document.title.starts_with("Letter dated 9 May 2025"), "{}", document.title);
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2025-05-12"));
}

#[test]
fn a_line_with_room_for_the_next_word_ends_its_paragraph_in_a_preamble() {
    let full = "Recordando los informes sobre los faros y las lámparas de los puertos de las islas que se";
    let text = format!(
        "78/901. Las lámparas de los faros\nLa Asamblea General,\n{full}\npresentaron al Comité en su período de sesiones\n\
         Reconociendo la labor de los guardianes de los faros durante las tormentas de los años\nanteriores,\n\
         1. Toma nota de los informes sobre los faros y las lámparas de los puertos de las islas;\n"
    );
    let document = read(&text);
    let preamble = document.blocks.iter().filter(|block| block.address.to_string().starts_with("pp/"));
    let starts: Vec<&str> = preamble.map(|block| block.text.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(starts, ["Recordando", "Reconociendo"]);
}
