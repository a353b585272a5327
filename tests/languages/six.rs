//! The same report in all six official languages, in whatever letters: every text is held, shown and switched to.

use plenary::model::{Block, BlockKind, Document, DocumentKind, Language};
use proptest::prelude::*;

use super::english;
use crate::screens::Delegate;

/// Each further language: its code, the name it has in a French list, a title, a step, and a paragraph in which UN
/// numbers, Latin letters and the language's own are mixed.
const TEXTS: [(&str, &str, &str, &str, &str); 4] = [
    (
        "es",
        "espagnol",
        "Informe del Grupo de Trabajo de composición abierta",
        "Los Estados acuerdan crear un directorio mundial de puntos de contacto.",
        "El Grupo de Trabajo recordó la resolución 75/240 y el párrafo 57 d) del documento A/76/135.",
    ),
    (
        "ru",
        "russe",
        "Доклад Рабочей группы открытого состава",
        "Государства договариваются создать глобальный реестр контактных пунктов.",
        "Рабочая группа сослалась на резолюцию 75/240 и пункт 57 d) документа A/76/135.",
    ),
    (
        "ar",
        "arabe",
        "تقرير الفريق العامل المفتوح العضوية",
        "تتفق الدول على إنشاء دليل عالمي لجهات الاتصال.",
        "وأشار الفريق العامل إلى القرار 75/240 وإلى الفقرة 57 (د) من الوثيقة A/76/135.",
    ),
    (
        "zh",
        "chinois",
        "不限成员名额工作组报告",
        "各国同意建立一个全球联络点名录。",
        "工作组回顾了第75/240号决议和A/76/135号文件第57(d)段。",
    ),
];

fn document(code: &str, title: &str, step: &str, paragraph: &str) -> Document {
    let block = |address: &str, kind, text: &str| Block::new(address.parse().unwrap(), kind, text);
    Document {
        symbol: "A/77/275".parse().unwrap(),
        language: code.parse().unwrap(),
        kind: DocumentKind::Report,
        title: title.to_owned(),
        date: None,
        remark: None,
        blocks: vec![
            block("title", BlockKind::Text, title),
            block("1", BlockKind::Paragraph, paragraph),
            block("annex/heading/E", BlockKind::Heading, title),
            block("annex/E/next", BlockKind::Heading, title),
            block("annex/E/next/2", BlockKind::NextStep, step),
        ],
        findings: Vec::new(),
    }
}

/// A delegate with the report in six languages, who reads French.
fn desk() -> Delegate {
    let others = TEXTS.map(|(code, _, title, step, paragraph)| document(code, title, step, paragraph));
    Delegate::with("2023-03-07", [english()].into_iter().chain(others)).on(130, 40)
}

/// The letters on the screen in their order, without what separates words and without cells that continue a character.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text is on the screen in its logical order, row by row.
#[track_caller]
fn shows_letters(desk: &Delegate, text: &str) {
    let screen = desk.words();
    // A row of the reader is a part of a row of the screen: each word must be there whole.
    for word in text.split_whitespace().map(letters).filter(|word| !word.is_empty()) {
        let there = screen.split_whitespace().any(|found| letters(found).contains(&word));
        let broken = word.chars().count() > 6 && screen.contains(&word.chars().take(3).collect::<String>());
        assert!(there || broken, "“{word}” is not on the screen:\n{screen}");
    }
}

#[test]
fn a_text_in_any_official_language_is_listed_opened_and_left_again() {
    for (code, name, title, step, paragraph) in TEXTS {
        let desk = desk().press("d").types(&format!("77/275 {name}"));
        assert!(desk.words().contains(name), "{code} is not in the list:\n{}", desk.words());
        let desk = desk.press("Enter");
        shows_letters(&desk, title);
        shows_letters(&desk.reading("A/77/275:1"), paragraph);
        let desk = self::desk().press("d").types(&format!("77/275 {name}")).press("Enter");
        let desk = desk.reading("A/77/275:annex/E/next/2");
        shows_letters(&desk, step);
        assert_eq!(desk.place(), "A/77/275:annex/E/next/2");
        // The choice ends with a change of the language of the interface, and both of these have their own texts.
        let desk = desk.press("L");
        assert!(desk.words().contains("States agree to establish"), "{code}: {}", desk.words());
        let desk = desk.press("L");
        assert!(desk.words().contains("Les États conviennent"), "{code}: {}", desk.words());
    }
}

#[test]
fn a_step_in_six_languages_is_one_row_with_one_status() {
    for (code, name, ..) in TEXTS {
        let desk = desk().press("d").types(&format!("77/275 {name}")).press("Enter");
        let desk = desk.reading("A/77/275:annex/E/next/2").press("t s d");
        let rows = |desk: &Delegate| {
            let board = desk.app.panes.tracker.board().unwrap();
            board.rows.iter().filter(|row| row.label == "E.2").count()
        };
        assert_eq!(rows(&desk), 1, "{code}");
        assert_eq!(desk.app.workspace.tracker.len(), 1, "{code}");
        assert_eq!(rows(&desk.press("L")), 1, "{code}");
    }
}

#[test]
fn every_screen_is_drawn_with_a_text_of_any_language_at_every_size() {
    const SCREENS: [&str; 14] =
        ["", "t Esc t", "t Enter", "t +", "t f", "C", "d", "g", "o", "Enter", "?", "c", "y", "Space"];
    for (_, name, ..) in TEXTS {
        for (columns, rows) in [(130, 40), (80, 24), (40, 12), (17, 5), (3, 2), (1, 1), (200, 60)] {
            let mut desk =
                desk().press("d").types(&format!("77/275 {name}")).press("Enter").on(columns, rows);
            for keys in SCREENS {
                desk = desk.reading("A/77/275:annex/E/next/2").press(keys);
                assert!(!desk.screen().is_empty());
                desk = desk.press("Down Right Up Esc Esc Esc");
            }
            assert!(!desk.press("n").types("نص 工作组 текст").screen().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Letters of any language, mixed, in a document and in a note, at any size.
    #[test]
    fn any_letters_are_drawn_and_kept(
        text in "[a-z\u{5d0}-\u{5ea}\u{627}-\u{64a}\u{4e00}-\u{4e20}\u{410}-\u{44f}\u{e01}-\u{e3a} 0-9/().,\u{200d}\u{200f}\u{202b}]{1,80}",
        columns in 1u16..120, rows in 1u16..40,
    ) {
        let report = document("ar", &text, &text, &text);
        let desk = Delegate::with("2023-03-07", [report]).on(columns, rows).press("d").types("arabe").press("Enter");
        let desk = desk.reading("A/77/275:annex/E/next/2");
        prop_assert!(!desk.screen().is_empty());
        let desk = desk.press("n").types(&text);
        prop_assert!(!desk.screen().is_empty());
        let desk = desk.press("Esc");
        let kept: Vec<String> = desk.app.workspace.notebook.notes().map(|note| note.text.clone()).collect();
        prop_assert!(text.trim().is_empty() || kept.iter().any(|kept| kept.trim_end() == text.trim_end()), "{kept:?}");
        prop_assert_eq!(Language::FR, desk.app.appearance.locale.language());
    }
}
