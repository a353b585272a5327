//! Forms of documents and scripts beside the usual resolution: treaties, letters, reports, Chinese, Arabic and Russian texts.

use plenary::import::{Given, import};
use plenary::model::Document;
use plenary::store::bundled;

fn read(text: &str) -> Document {
    import("text.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies()).expect("text")
}

/// The addresses of all passages with the beginning of their words.
#[track_caller]
fn case(text: &str, expected: &[&str]) -> Document {
    let document = read(text);
    let passage = |block: &plenary::model::Block| {
        let number = block.number.as_deref().map(|number| format!("[{number}] ")).unwrap_or_default();
        format!("{} {number}{}", block.address, block.text)
    };
    let found: Vec<String> = document.blocks.iter().map(passage).collect();
    assert_eq!(found, expected);
    document
}

#[test]
fn articles_of_a_treaty_have_titles_and_begin_with_1_again() {
    case(
        "Convention on the care of lighthouses\n\nHave agreed as follows:\n\nArticle 1\nDefinitions\n\n1. For the purposes of this \
         Convention:\n\n(a) \"Lamp\" means a light;\n\n2. The term includes lanterns.\n\nArticle 2\nScope\n\n1. This Convention applies to \
         lamps.\n\nArticle 3\n\nEach State Party shall light its lamps.\n",
        &[
            "title Convention on the care of lighthouses",
            "front/text/1 Have agreed as follows:",
            "heading/~1 Article 1 Definitions",
            "1 [1] For the purposes of this Convention:",
            "1/a [1 (a)] \"Lamp\" means a light;",
            "2 [2] The term includes lanterns.",
            "heading/~2 Article 2 Scope",
            "1~2 [1] This Convention applies to lamps.",
            "heading/~3 Article 3",
            "text/1 Each State Party shall light its lamps.",
        ],
    );
}

#[test]
fn a_letter_has_its_text_its_annex_and_its_enclosures() {
    case(
        "A/79/901\n\nDistr.: General\n12 January 2025\nOriginal: English\n\nLetter dated 10 January 2025 from the Keeper of the Lamps\n\n\
         I have the honour to transmit a list of lamps (see annex).\n\n(Signed) A. Keeper\n\nAnnex to the letter dated 10 January 2025 \
         from the Keeper of the Lamps to the United Nations addressed to the Secretary-General, with all the lamps of the islands and of \
         the coast\n\nList of lamps\n\n1. The lamp of the north.\n\n2. The lamp of the south.\n\nEnclosure I\n\n1. A drawing.\n",
        &[
            "front/text/1 A/79/901",
            "front/text/2 Distr.: General",
            "front/text/3 12 January 2025",
            "front/text/4 Original: English",
            "title Letter dated 10 January 2025 from the Keeper of the Lamps",
            "text/1 I have the honour to transmit a list of lamps (see annex).",
            "text/2 (Signed) A. Keeper",
            "annex/heading Annex to the letter dated 10 January 2025 from the Keeper of the Lamps to the United Nations addressed to the \
             Secretary-General, with all the lamps of the islands and of the coast",
            "annex/heading/~1 List of lamps",
            "annex/1 [1] The lamp of the north.",
            "annex/2 [2] The lamp of the south.",
            "annex-I/heading Enclosure I",
            "annex-I/1 [1] A drawing.",
        ],
    );
}

#[test]
fn a_report_has_headings_with_numbers_like_paragraphs_and_drafts_that_begin_with_1() {
    case(
        "I. Overview\n\nA. Activities\n\n1. Lamps\n\n1. Ten lamps were lit.\n\n2. Two were broken.\n\n2. Mirrors\n\n3. A mirror was \
         cleaned:\n\n3.1 It was large.\n\n3.14 It was also old.\n\nDraft resolution I\nLamps\n\nThe General Assembly,\n\nRecalling its \
         resolution 77/12,\n\n1. Decides to light the lamps.\n\nDraft resolution II\nMirrors\n\nThe General Assembly,\n\nRecalling its \
         resolution 77/13,\n\n1. Decides to clean the mirrors.\n",
        &[
            "heading/I [I] Overview",
            "heading/I/A [A] Activities",
            "heading/I/A/1 [1] Lamps",
            "1 [1] Ten lamps were lit.",
            "2 [2] Two were broken.",
            "heading/I/A/2 [2] Mirrors",
            "3 [3] A mirror was cleaned:",
            "3/1 [3.1] It was large.",
            "3/14 [3.14] It was also old.",
            "heading/I/A/2/~1 Draft resolution I Lamps",
            "text/1 The General Assembly,",
            "pp/1 Recalling its resolution 77/12,",
            "op/1 [1] Decides to light the lamps.",
            "heading/I/A/2/~2 Draft resolution II Mirrors",
            "text/2 The General Assembly,",
            "pp/2 Recalling its resolution 77/13,",
            "op/1~2 [1] Decides to clean the mirrors.",
        ],
    );
}

#[test]
fn a_resolution_of_the_security_council_is_named_after_its_number() {
    let document = read(
        "S/RES/2999 (2025)\n\nResolution 2999 (2025)\n\nAdopted by the Security Council at its 9999th meeting, on 31 January \
         2025\n\nThe Security Council,\n\nRecalling its lamps,\n\n1. Decides to light them.\n",
    );
    assert_eq!(
        (document.symbol.as_str(), document.title.as_str()),
        ("S/RES/2999 (2025)", "Resolution 2999 (2025)")
    );
}

#[test]
fn a_chinese_resolution_has_sections_a_meeting_and_an_annex() {
    let document = case(
        "78/901. 灯塔的照管\n\n大会，\n\n一\n\n灯\n\n回顾其2022年12月7日第77/12号决议，\n\n1. 决定点亮各岛的灯；\n\n二\n\n镜\n\n\
         审议了秘书长的报告，\n\n1. 请守灯人清洁镜子。\n\n第50次全体会议\n\n2023年12月22日\n\n附件\n\n灯的清单\n\n1. 北方的灯。\n",
        &[
            "title [78/901] 灯塔的照管",
            "text/1 大会，",
            "heading/I [一] 灯",
            "pp/1 回顾其2022年12月7日第77/12号决议，",
            "op/1 [1] 决定点亮各岛的灯；",
            "heading/II [二] 镜",
            "pp/2 审议了秘书长的报告，",
            "op/1~2 [1] 请守灯人清洁镜子。",
            "text/2 第50次全体会议",
            "text/3 2023年12月22日",
            "annex/heading 附件 灯的清单",
            "annex/1 [1] 北方的灯。",
        ],
    );
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2023-12-22"));
}

#[test]
fn an_arabic_resolution_has_a_meeting_an_annex_and_numbered_headings() {
    let document = case(
        "78/901. رعاية المنارات\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 77/12 المؤرخ 7 كانون الأول/ديسمبر 2022،\n\n\
         1 - تقرر إضاءة المصابيح.\n\nالجلسة العامة 50\n22 كانون الأول/ديسمبر 2023\n\nالمرفق\n\nقائمة المصابيح\n\nأولاً - مقدمة\n\n\
         1 - مصباح الشمال قديم.\n",
        &[
            "title [78/901] رعاية المنارات",
            "text/1 إن الجمعية العامة،",
            "pp/1 إذ تشير إلى قرارها 77/12 المؤرخ 7 كانون الأول/ديسمبر 2022،",
            "op/1 [1] تقرر إضاءة المصابيح.",
            "text/2 الجلسة العامة 50",
            "text/3 22 كانون الأول/ديسمبر 2023",
            "annex/heading المرفق قائمة المصابيح",
            "annex/heading/I [أولاً] مقدمة",
            "annex/1 [1] مصباح الشمال قديم.",
        ],
    );
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2023-12-22"));
}

#[test]
fn a_russian_preamble_begins_with_small_letters_also_in_broken_lines() {
    case(
        "78/901. Уход за маяками островов\n\nГенеральная Ассамблея,\nссылаясь на свою резолюцию 77/12 от 7 декабря 2022 года о маяках \
         островов и\nпобережья, принятую без голосования всеми государствами-членами,\nс удовлетворением отмечая работу смотрителей маяков, которые \
         зажигают лампы каждый\nвечер и чистят зеркала, уделяя внимание каждому из них,\n1. постановляет зажечь лампы на всех островах и на \
         побережье в течение ближайшего\nгода;\n56-е (возобновленное) пленарное заседание\n30 декабря 2022 года\n",
        &[
            "title [78/901] Уход за маяками островов",
            "text/1 Генеральная Ассамблея,",
            "pp/1 ссылаясь на свою резолюцию 77/12 от 7 декабря 2022 года о маяках островов и побережья, принятую без голосования всеми \
             государствами-членами,",
            "pp/2 с удовлетворением отмечая работу смотрителей маяков, которые зажигают лампы каждый вечер и чистят зеркала, уделяя внимание \
             каждому из них,",
            "op/1 [1] постановляет зажечь лампы на всех островах и на побережье в течение ближайшего года;",
            "text/2 56-е (возобновленное) пленарное заседание",
            "text/3 30 декабря 2022 года",
        ],
    );
}

#[test]
fn a_misprinted_number_keeps_its_paragraph_and_a_letter_in_brackets_may_head_the_next_ones() {
    let document = case(
        "Lights of harbours\n\nI. Lamps\n\n1. Lamps are lit.\n\n2. Lamps are put out.\n\n8. Lamps are cleaned.\n\n(a) Oil\n\n\
         4. Oil is bought.\n\n5. Oil is kept.\n",
        &[
            "title Lights of harbours",
            "heading/I [I] Lamps",
            "1 [1] Lamps are lit.",
            "2 [2] Lamps are put out.",
            "8 [8] Lamps are cleaned.",
            "heading/I/~1 (a) Oil",
            "4 [4] Oil is bought.",
            "5 [5] Oil is kept.",
        ],
    );
    assert!(
        document.findings.iter().any(|finding| finding.source == "8."),
        "the number out of order is no finding"
    );
}

#[test]
fn paragraphs_of_a_preamble_begin_on_new_lines_in_every_script() {
    // Lines as a program wraps them, without empty lines between the paragraphs.
    let arabic = [
        "78/901. رعاية المنارات",
        "إن الجمعية العامة،",
        "إذ تشير إلى قراراتها السابقة بشأن رعاية المنارات التي تقع على سواحل الجزر الصغيرة والبعيدة كلها،",
        "وقد نظرت في تقرير الأمين العام عن رعاية المنارات التي تقع على سواحل الجزر الصغيرة والبعيدة،",
        "1 - تقرر إضاءة المصابيح التي تقع على سواحل الجزر الصغيرة والبعيدة كلها في كل ليلة من ليالي السنة.",
    ];
    case(
        &arabic.join("\n"),
        &[
            "title [78/901] رعاية المنارات",
            "text/1 إن الجمعية العامة،",
            &format!("pp/1 {}", arabic[2]),
            &format!("pp/2 {}", arabic[3]),
            &format!("op/1 [1] {}", &arabic[4][4..]),
        ],
    );
    let russian = [
        "78/901. Уход за маяками",
        "Генеральная Ассамблея,",
        "ссылаясь на свои резолюции о маяках, о лампах и о смотрителях и на доклад совещания в Баку,",
        "Азербайджанская Республика, о маяках, о лампах и о смотрителях маяков на всех островах мира,",
        "решительно осуждая кражу масла, которое нужно для маяков и для ламп на всех островах мира,",
        "1. постановляет зажигать лампы на всех островах мира каждую ночь каждого месяца и каждого года.",
    ];
    case(
        &russian.join("\n"),
        &[
            "title [78/901] Уход за маяками",
            "text/1 Генеральная Ассамблея,",
            &format!("pp/1 {} {}", russian[2], russian[3]),
            &format!("pp/2 {}", russian[4]),
            &format!("op/1 [1] {}", &russian[5][3..]),
        ],
    );
    let chinese = "78/901. 灯塔的照管\n大会，\n回顾其关于灯塔的《灯塔议程》，1\n并注意到守灯人在该议程中所作的承诺，\n又认识到灯塔的重要性，\n\
                   1. 决定根据《灯塔议程》，2\n点亮各岛的灯。\n__________\n1 第70/1号决议。\n2 同上。\n";
    case(
        chinese,
        &[
            "title [78/901] 灯塔的照管",
            "text/1 大会，",
            "pp/1 回顾其关于灯塔的《灯塔议程》， 并注意到守灯人在该议程中所作的承诺，",
            "pp/2 又认识到灯塔的重要性，",
            "op/1 [1] 决定根据《灯塔议程》， 点亮各岛的灯。",
            "note/1 [1] 第70/1号决议。",
            "note/2 [2] 同上。",
        ],
    );
}

#[test]
fn a_paragraph_with_a_number_printed_twice_keeps_it() {
    let long = "We note the lamps of all the ports of the world, which are lit at sunset and put out at sunrise each day of the year, in summer and in winter, by keepers.";
    let numbered = |number: u32| format!("{number}. {long}\n\n");
    let before: String = (1..=14).map(numbered).collect();
    let text = format!("I. Lamps\n\n{before}Key action areas\n\n{}{}", numbered(12), numbered(15));
    let document = read(&text);
    let last: Vec<String> =
        document.blocks.iter().rev().take(3).map(|block| block.address.to_string()).collect();
    assert_eq!(last, ["15", "12~2", "heading/I/~1"]);
}

#[test]
fn a_letter_without_empty_lines_has_its_title_and_its_text() {
    case(
        "S/2025/77\nSecurity Council\nDistr.: General\n3 February 2025\nOriginal: English\nLetter dated 3 February 2025 from the Keeper \
         of the Lamps of Lampland to\nthe United Nations addressed to the President of the Security Council\nI have the honour to \
         transmit herewith the report on the lamps of ports (see\nannex).\nI should be grateful if you would have the present letter and \
         its annex\ncirculated as a document of the Security Council.\n(Signed) Ann Keeper\n",
        &[
            "front/text/1 S/2025/77",
            "front/text/2 Security Council",
            "front/text/3 Distr.: General",
            "front/text/4 3 February 2025",
            "front/text/5 Original: English",
            "title Letter dated 3 February 2025 from the Keeper of the Lamps of Lampland to the United Nations addressed to the President \
             of the Security Council",
            "text/1 I have the honour to transmit herewith the report on the lamps of ports (see annex).",
            "text/2 I should be grateful if you would have the present letter and its annex circulated as a document of the Security \
             Council.",
            "text/3 (Signed) Ann Keeper",
        ],
    );
}

#[test]
fn the_printed_title_comes_before_the_title_of_the_window() {
    let page = "<html><head><title>Doc 7</title></head><body><p>S/PRST/2025/3</p><p>Security Council</p><h3>Statement by the President \
                of the Security Council</h3><p>At the 9991st meeting of the Security Council the President made a statement.</p></body></html>";
    let document = read(page);
    assert_eq!(
        (document.symbol.as_str(), document.title.as_str()),
        ("S/PRST/2025/3", "Statement by the President of the Security Council")
    );
    let page = "<html><head><title>Statement of Lampland</title></head><body><p>We thank the Chair of the working group for the lamps of \
                ports.</p><p>We also thank the keepers of all the lamps.</p></body></html>";
    assert_eq!(read(page).title, "Statement of Lampland");
}

#[test]
fn a_text_without_numbers_has_the_symbol_on_its_first_line_and_a_compendium_its_title() {
    let document = read(
        "A/AC.292/2023/1\n\n20 January 2023\n\nOrder of the fourth session of ports\n\n10 a.m. Opening of the session by the Chair.\n",
    );
    assert_eq!(
        (document.symbol.as_str(), document.title.as_str()),
        ("A/AC.292/2023/1", "Order of the fourth session of ports")
    );
    let text = "A/AC.292/2023/INF/9\n\n12 December 2023\n\nViews of States on the lamps of ports\n\nArgentina\n\nThe lamps are to be lit at \
                sunset and put out at sunrise, as all the keepers have agreed.\n\nBrazil\n\n1. Oil is dear.\n\n2. Wicks are poor.\n";
    assert_eq!(read(text).title, "Views of States on the lamps of ports");
}

#[test]
fn paragraphs_of_a_draft_in_brackets_keep_their_numbers_and_their_brackets() {
    let document = read(
        "The General Assembly,\n\nRecalling its lamps,\n\n1. [Decides] [Agrees] to light them;\n\n2. Requests the keepers:\n\n(a) To buy oil;\n\n\
         [(b) To clean mirrors;]\n\n[3. Also requests them to report.]\n",
    );
    let last: Vec<(String, &str)> = document
        .blocks
        .iter()
        .rev()
        .take(2)
        .map(|block| (block.address.to_string(), block.text.as_str()))
        .collect();
    assert_eq!(
        last,
        [
            ("op/3".to_owned(), "[Also requests them to report.]"),
            ("op/2/b".to_owned(), "[To clean mirrors;]")
        ]
    );
}

#[test]
fn the_title_of_a_draft_is_below_who_submits_it_and_never_the_session_or_the_masthead() {
    let front = "United Nations    A/C.2/80/L.44\nGeneral Assembly    Distr.: Limited\n14 November 2025\n\nOriginal: English\n\nEightieth \
                 session\n\nSecond Committee\n\nAgenda item 16 (e)\n\n";
    let draft = "Matters of light: lamps of ports\n\nDraft resolution submitted by the Vice-Chair of the Committee, on the basis of informal \
                 consultations on draft resolution A/C.2/80/L.21\n\nLamps of ports\n\nThe General Assembly,\n\nGuided by the Charter,\n\n1. \
                 Decides to light the lamps;\n\n2. Requests the Secretary-General to report on them.\n";
    assert_eq!(read(&format!("{front}{draft}")).title, "Lamps of ports");
    let parted = draft.replace("Lamps of ports\n\nThe", "Lamps of ports\n\nA\n\nThe");
    assert_eq!(read(&format!("{front}{parted}")).title, "Lamps of ports");
    let proposed = draft.replace(
        "Lamps of ports\n\nThe",
        "Lamps of ports\n\n[on a proposal considered in plenary meeting (A/80/L.16)]\n\nThe",
    );
    assert_eq!(read(&format!("{front}{proposed}")).title, "Lamps of ports");
    let amendment = "After operative paragraph 70, insert the following operative paragraph:\n\nStresses that the lamps are lit by all.\n";
    let document = read(&format!("{front}{amendment}"));
    assert!(
        !["Eightieth session", "United Nations"].contains(&document.title.as_str()),
        "{}",
        document.title
    );
}
