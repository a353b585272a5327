//! `plenary import`: files become documents; other files are refused with a reason, and what they would replace stays.

use crate::support::files;
use crate::support::home::Home;
use crate::support::zip_file::{ZipEntry, zip_file};

use super::{Output, column, fields, list, run_in};

/// An invented report in French.
const REPORT_FR: &str = "   Rapport du Groupe de travail sur la conservation des phares\n\n\n I. Introduction\n\n\n1. Le Groupe de travail s’est réuni à \
Brest du 3 au 7 juin 2024 et a examiné l’état des phares de la côte.\n\n2. Les membres ont présenté leurs vues sur les points suivants :\n\n a) L’entretien \
des lanternes et de leurs lentilles ;\n\n b) La formation des gardiens.\n\n II. Mesures de sauvegarde\n\n3. Les membres ont rappelé que les phares sont \
un bien commun de tous les marins.\n\n Prochaines étapes recommandées\n\n1. Les États conviennent d’établir un inventaire des phares à la quatrième \
session du Groupe de travail.\n\n2. Le Secrétariat est prié de publier l’inventaire d’ici à la fin de mars 2025.\n";

/// An invented report in English.
const REPORT_EN: &str = "   Report of the working group on the care of lighthouses\n\n\n I. Introduction\n\n\n1. The working group met in \
Bristol from 3 to 7 June 2024 and considered the state of the lighthouses of the coast.\n\n2. Members presented their views on the following:\n\n (a) The \
upkeep of lanterns and of their lenses;\n\n (b) The training of keepers.\n\n II. Measures of care\n\n3. Members recalled that lighthouses are a good \
shared by all who sail.\n\n Recommended next steps\n\n1. States agree to establish an inventory of lighthouses at the fourth session of the working \
group.\n\n2. The Secretariat is requested to publish the inventory by the end of March 2025.\n";

/// An invented resolution.
const RESOLUTION: &str = " 79/901. Sauvegarde des phares\n\n L’Assemblée générale,\n\n Rappelant sa résolution 70/1 du 25 septembre 2015,\n\n Consciente \
de l’importance des phares pour tous les marins,\n\n 1. Se félicite des travaux du Groupe de travail ;\n\n 2. Prie le Secrétaire général de lui faire \
rapport à sa quatre-vingtième session ;\n\n 3. Décide de rester saisie de la question.\n";

/// Writes a file in this home folder.
fn put(home: &Home, name: &str, bytes: impl AsRef<[u8]>) {
    files::write(&home.path().join(name), bytes);
}

/// Fails unless the file is refused with these messages and nothing is written.
#[track_caller]
fn refused(home: &Home, name: &str, code: i32, english: &str, french: &str) {
    let before = files::tree(home.path());
    for (lang, words) in [("en", english), ("fr", french)] {
        run_in(home, &["import", name, "--lang", lang]).fails(code, &[name, words]);
        let output = run_in(home, &["import", name, "--lang", lang, "--json"]);
        assert_eq!(output.code, code);
        let rows: serde_json::Value = serde_json::from_str(&output.out).expect("one JSON value");
        let [row] = list(&rows) else { panic!("{rows}") };
        assert_eq!((fields(row), row["file"].as_str()), (vec!["file", "error"], Some(name)));
        assert!(row["error"].as_str().expect("a text").contains(words), "{row}");
    }
    assert!(files::tree(home.path()) == before, "{name}: something was written");
}

#[track_caller]
fn imported(home: &Home, name: &str) -> String {
    let rows = run_in(home, &["import", name, "--json"]).json();
    let [row] = list(&rows) else { panic!("{rows}") };
    assert_eq!(
        fields(row),
        ["file", "symbol", "language", "outcome", "replaced", "paragraphs", "missing", "findings"]
    );
    assert_eq!(row["missing"], 0);
    row["symbol"].as_str().expect("a symbol").to_owned()
}

#[test]
fn an_imported_report_can_be_listed_shown_searched_and_tracked() {
    for (name, text, language, title, actor) in [
        (
            "phares.txt",
            REPORT_FR,
            "fr",
            "Rapport du Groupe de travail sur la conservation des phares",
            "Les États",
        ),
        ("lights.txt", REPORT_EN, "en", "Report of the working group on the care of lighthouses", "States"),
    ] {
        let home = Home::new();
        put(&home, name, text);
        let symbol = imported(&home, name);
        let rows = run_in(&home, &["documents", "--json"]).json();
        let row = list(&rows).iter().find(|row| row["symbol"] == symbol.as_str()).expect("the new document");
        assert_eq!((&row["language"], &row["title"]), (&language.into(), &title.into()));
        assert_eq!((&row["paragraphs"], &row["next_steps"]), (&3.into(), &2.into()));
        let passage = run_in(&home, &["show", &format!("{symbol}:2"), "--json"]).json();
        assert_eq!(column(&passage, "address"), ["2", "2/a", "2/b"]);
        let steps = run_in(&home, &["steps", "--document", &symbol, "--json"]).json();
        assert_eq!((&steps[0]["actor"], &steps[0]["sessions"]), (&actor.into(), &serde_json::json!([4])));
        assert_eq!(steps[1]["deadline"]["date"], "2025-03-31");
    }
}

#[test]
fn an_imported_resolution_has_preambular_and_operative_paragraphs() {
    let home = Home::new();
    put(&home, "phares.txt", RESOLUTION);
    let symbol = imported(&home, "phares.txt");
    assert_eq!(symbol, "A/RES/79/901");
    let passage = run_in(&home, &["show", "A/RES/79/901:op/2", "--json"]).json();
    assert!(passage[0]["text"].as_str().expect("a text").starts_with("Prie le Secrétaire général"));
    let rows = run_in(&home, &["show", &symbol, "--json"]).json();
    let count = |kind: &str| column(&rows, "kind").iter().filter(|own| **own == kind).count();
    assert_eq!((count("preambular"), count("operative")), (2, 3));
}

#[test]
fn line_endings_make_no_difference() {
    let (unix, other) = (Home::new(), Home::new());
    put(&unix, "phares.txt", REPORT_FR);
    put(&other, "phares.txt", format!("\u{feff}{}", REPORT_FR.replace('\n', "\r\n")));
    let symbol = imported(&unix, "phares.txt");
    assert_eq!(imported(&other, "phares.txt"), symbol);
    let shown = |home: &Home| run_in(home, &["show", &symbol, "--json"]).json();
    assert_eq!(shown(&unix), shown(&other));
}

#[test]
fn the_source_is_stored_and_the_report_is_in_the_language_of_the_delegate() {
    let home = Home::new();
    put(&home, "phares.txt", REPORT_FR);
    let output = run_in(&home, &["import", "phares.txt", "--lang", "fr"]);
    assert_eq!(output.code, 0);
    assert!(output.out.contains("3 paragraphes"), "{}", output.out);
    // The text contains no symbol: the message states the symbol used, and how to give another one.
    let name = output.out.split_whitespace().nth(1).expect("a symbol");
    assert!(output.error.contains("pas de cote") && output.error.contains(name), "{}", output.error);
    assert!(output.error.contains("phares.toml") && output.error.lines().count() == 1, "{}", output.error);
    let stored = files::ending(&home.data().join("workspace/documents"), "phares.txt");
    assert_eq!(stored.len(), 1);
    assert_eq!(files::text(&stored[0]), REPORT_FR);
}

#[test]
fn missing_details_are_read_from_a_toml_file_next_to_the_source() {
    let home = Home::new();
    put(&home, "phares.txt", REPORT_FR);
    put(&home, "phares.toml", "symbol = \"A/79/902\"\nreason = \"Dans la lettre d’envoi.\"\n");
    assert_eq!(imported(&home, "phares.txt"), "A/79/902");
    put(&home, "phares.toml", "symbol = A/79/902\n");
    refused(&home, "phares.txt", 3, "next to the source", "joint à la source");
}

#[test]
fn a_file_that_is_not_text_is_refused_with_a_reason() {
    let home = Home::new();
    put(&home, "empty.txt", "");
    refused(&home, "empty.txt", 3, "file is empty", "est vide");
    put(&home, "blank.txt", " \r\n\n\t");
    refused(&home, "blank.txt", 3, "file is empty", "est vide");
    put(&home, "binary.txt", b"\x7fELF\x02\x01\x01\0\0\0");
    refused(&home, "binary.txt", 3, "this is no document", "ce n’est pas un document");
    put(&home, "damaged.txt", b"Assembl\xc3\xa9e\ng\xc3\xa9n\xe9rale\n");
    refused(&home, "damaged.txt", 3, "line 2", "ligne 2");
    put(
        &home,
        "old.doc",
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"].concat(),
    );
    refused(&home, "old.doc", 3, "of before 2007 (.doc). Open it", "d’avant 2007 (.doc). Ouvrez-le");
    put(&home, "sheet.xlsx", zip_file(&[ZipEntry::stored("xl/workbook.xml", b"<x/>")]));
    refused(&home, "sheet.xlsx", 3, "spreadsheets", "tableurs");
    put(
        &home,
        "error.pdf",
        "<html><head><title>Error</title></head><body><h1>There is an error.</h1></body></html>",
    );
    refused(&home, "error.pdf", 3, "something went wrong", "signale une erreur");
    put(&home, "cut.xml", "<akomaNtoso><statement>");
    refused(&home, "cut.xml", 3, "the XML is damaged", "XML est endommagé");
    let deep = format!("<akomaNtoso>{}{}</akomaNtoso>", "<p>".repeat(300), "</p>".repeat(300));
    put(&home, "deep.xml", deep);
    refused(&home, "deep.xml", 3, "nested more than 200 deep", "plus de 200 niveaux");
    let mut locked = ZipEntry::stored("word/document.xml", b"<x/>");
    locked.flags |= 1;
    put(&home, "locked.docx", zip_file(&[locked]));
    refused(&home, "locked.docx", 3, "protected by a password", "protégé par un mot de passe");
    let mut bomb = ZipEntry::stored("word/document.xml", b"<x/>");
    bomb.size = 900 << 20;
    put(&home, "bomb.docx", zip_file(&[bomb]));
    refused(&home, "bomb.docx", 3, "would unpack to more than", "une fois décompressée");
}

#[test]
fn a_folder_with_those_below_it_and_an_archive_are_imported_file_by_file() {
    let home = Home::new();
    put(&home, "session/b.txt", REPORT_FR);
    put(&home, "session/b.toml", "symbol = \"A/79/902\"\n");
    put(&home, "session/.hidden.txt", REPORT_EN);
    put(&home, "session/inside/deeper/c.txt", REPORT_EN);
    put(&home, "session/.hidden/d.txt", REPORT_EN);
    let output = run_in(&home, &["import", "session", "--json"]);
    let rows: serde_json::Value = serde_json::from_str(&output.out).expect("one JSON value");
    assert_eq!(column(&rows, "file"), ["session/b.txt", "session/inside/deeper/c.txt"]);
    assert_eq!(column(&rows, "symbol")[0], "A/79/902");
    let archive = zip_file(&[
        ZipEntry::stored("papers/z.txt", REPORT_EN.as_bytes()),
        ZipEntry::stored("papers/a.txt", REPORT_FR.as_bytes()),
        ZipEntry::stored("papers/a.toml", b"symbol = \"A/79/903\"\n"),
        ZipEntry::stored("__MACOSX/a.txt", b"x"),
    ]);
    put(&home, "papers.zip", archive);
    let output = run_in(&home, &["import", "papers.zip", "--json"]);
    let rows: serde_json::Value = serde_json::from_str(&output.out).expect("one JSON value");
    assert_eq!(column(&rows, "file"), ["papers.zip/papers/a.txt", "papers.zip/papers/z.txt"]);
    assert_eq!(column(&rows, "symbol")[0], "A/79/903");
}

#[test]
fn texts_in_old_encodings_and_pages_are_imported() {
    let home = Home::new();
    let latin: Vec<u8> =
        REPORT_FR.chars().map(|c| if c == '’' { 0x92 } else { u8::try_from(c).unwrap_or(b'-') }).collect();
    put(&home, "latin.txt", latin);
    let output = run_in(&home, &["import", "latin.txt", "--json"]);
    assert!(
        output.out.contains("\"kind\": \"encoding\"") && output.out.contains("windows-1252"),
        "{}",
        output.out
    );
    let page = "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title></head><body><nav>Menu</nav>\
        <h1>Report on lights</h1><p>A/79/904</p><h2>I. Lamps</h2><ol><li>The group met.<li>It agreed:<ol type=a><li>On oil;</ol></ol>";
    put(&home, "page.html", page);
    let rows: serde_json::Value =
        serde_json::from_str(&run_in(&home, &["import", "page.html", "--json"]).out).expect("one JSON value");
    let symbol = column(&rows, "symbol")[0].to_owned();
    let shown = run_in(&home, &["show", &symbol, "--json"]).out;
    for passage in ["\"address\": \"heading/I\"", "\"address\": \"2/a\"", "On oil;"] {
        assert!(shown.contains(passage), "{passage}: {shown}");
    }
    assert!(!shown.contains("Menu"));
    let headed = "---\nsymbol: A/79/905\ntitle: Lamps\ndate: 2025-01-02\n---\n\n1. The group met.\n";
    put(&home, "headed.md", headed);
    assert_eq!(imported(&home, "headed.md"), "A/79/905");
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let home = Home::new();
    put(&home, "huge.txt", "");
    let file = std::fs::OpenOptions::new().write(true).open(home.path().join("huge.txt")).expect("a file");
    file.set_len(1 << 36).expect("a file can have a hole");
    let output = run_in(&home, &["import", "huge.txt"]);
    output.fails(3, &["huge.txt", "KB"]);
    run_in(&home, &["import", "huge.txt", "--lang", "fr"]).fails(3, &["huge.txt", "dépasse"]);
    assert!(!home.data().exists());
}

#[test]
fn missing_files_and_folders_have_different_messages() {
    let home = Home::new();
    refused(&home, "nowhere.txt", 1, "does not exist", "n’existe pas");
    put(&home, "folder/.hidden", "1");
    refused(&home, "folder", 1, "no files to import", "aucun fichier à importer");
}

#[cfg(unix)]
#[test]
fn a_file_without_read_permission_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    put(&home, "secret.txt", REPORT_EN);
    let file = home.path().join("secret.txt");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).expect("the mode can be set");
    // Root can read every file.
    if std::fs::File::open(&file).is_err() {
        run_in(&home, &["import", "secret.txt"]).fails(3, &["secret.txt", "no permission"]);
        run_in(&home, &["import", "secret.txt", "--lang", "fr"]).fails(3, &["pas le droit"]);
        assert!(!home.data().exists());
    }
}

#[test]
fn a_refused_file_does_not_keep_the_others_out() {
    let home = Home::new();
    put(&home, "good.txt", REPORT_EN);
    put(&home, "bad.txt", "");
    let output = run_in(&home, &["import", "nowhere.txt", "good.txt", "bad.txt", "--json"]);
    assert_eq!(output.code, 3);
    assert!(output.error.contains("nowhere.txt") && output.error.contains("bad.txt"), "{}", output.error);
    let rows: serde_json::Value = serde_json::from_str(&output.out).expect("one JSON value");
    assert_eq!(column(&rows, "file"), ["nowhere.txt", "good.txt", "bad.txt"]);
    assert_eq!(column(&rows, "outcome"), ["", "new", ""]);
    let symbol = column(&rows, "symbol")[1].to_owned();
    assert!(run_in(&home, &["documents"]).out.contains(&symbol));
    assert_eq!(run_in(&home, &["import"]).code, 2);
}

/// An invented report with a symbol and a date.
fn dated(date: &str) -> String {
    format!("Nations Unies    A/79/903\nAssemblée générale    Distr. générale\n{date}\n\n{REPORT_FR}")
}

#[test]
fn the_report_says_what_was_replaced_and_an_older_file_is_refused() {
    let home = Home::new();
    put(&home, "juin.txt", dated("3 juin 2024"));
    put(&home, "juillet.txt", dated("4 juillet 2024"));
    let outcome = |name: &str| run_in(&home, &["import", name, "--json"]).json()[0].clone();
    assert_eq!(outcome("juin.txt")["outcome"], "new");
    assert_eq!(outcome("juin.txt")["outcome"], "same");
    let row = outcome("juillet.txt");
    assert_eq!(row["outcome"], "replaced");
    assert_eq!(fields(&row["replaced"]), ["symbol", "language", "title", "old_date", "new_date"]);
    let dates = (&row["replaced"]["old_date"], &row["replaced"]["new_date"]);
    assert_eq!(dates, (&"2024-06-03".into(), &"2024-07-04".into()));
    let documents = home.data().join("workspace/documents");
    let before = files::tree(&documents);
    run_in(&home, &["import", "juin.txt", "--lang", "en"])
        .fails(3, &["juin.txt", "A/79/903", "2024-07-04", "--replace"]);
    run_in(&home, &["import", "juin.txt", "--lang", "fr"]).fails(3, &["plus ancien", "2024-06-03"]);
    assert!(files::tree(&documents) == before);
    let forced = run_in(&home, &["import", "juin.txt", "--replace", "--lang", "fr"]);
    assert!(
        forced.code == 0 && forced.out.contains("remplace la version du 4 juillet 2024"),
        "{}",
        forced.out
    );
}

#[test]
fn two_files_of_one_name_are_both_kept() {
    let home = Home::new();
    put(&home, "one/report.txt", dated("3 juin 2024"));
    put(&home, "two/report.txt", dated("3 juin 2024").replace("A/79/903", "A/79/904"));
    run_in(&home, &["import", "one/report.txt", "two/report.txt"]).text();
    let sources = files::ending(&home.data().join("workspace/documents"), "report.txt");
    let mut texts: Vec<String> = sources.iter().map(|source| files::text(source)).collect();
    texts.sort();
    assert_eq!(texts, [dated("3 juin 2024"), dated("3 juin 2024").replace("A/79/903", "A/79/904")]);
}

/// Invented resolutions in languages for which the program has no words, each with a word of its own to search for.
const OTHERS: [(&str, &str, &str); 4] = [
    (
        "es",
        "faros",
        "79/911. Protección de los faros\n\nLa Asamblea General,\n\nRecordando su resolución 70/1, de 25 de septiembre de 2015, y consciente de la importancia de los faros para los marinos,\n\n1. Acoge con beneplácito los trabajos del Grupo de Trabajo sobre los faros;\n\n2. Solicita al Secretario General que le presente un informe en su próximo período de sesiones;\n\n3. Decide seguir ocupándose de la cuestión.\n",
    ),
    (
        "ru",
        "маяков",
        "79/911. Охрана маяков\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года и сознавая значение маяков для моряков,\n\n1. с удовлетворением отмечает работу Рабочей группы по охране маяков;\n\n2. просит Генерального секретаря представить ей доклад на следующей сессии;\n\n3. постановляет продолжать заниматься этим вопросом.\n",
    ),
    (
        "ar",
        "المنارات",
        "79/911. حماية المنارات\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015، وإذ تدرك أهمية المنارات للبحارة في جميع أنحاء العالم،\n\n1. ترحب بأعمال الفريق العامل المعني بحماية المنارات؛\n\n2. تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها المقبلة؛\n\n3. تقرر أن تبقي المسألة قيد نظرها.\n",
    ),
    (
        "zh",
        "灯塔",
        "79/911. 保护灯塔\n\n大会，\n\n回顾其2015年9月25日第70/1号决议，意识到灯塔对所有海员的重要性，并认识到各国有责任维护其海岸的灯塔，以及国际合作在这一领域的重要作用，\n\n1. 欢迎工作组关于保护灯塔的工作，并赞赏工作组在其届会期间进行的讨论以及各代表团提出的建议和意见；\n\n2. 请秘书长在大会下一届会议上提交报告，说明本决议的执行情况以及各国为维护灯塔所采取的措施；\n\n3. 决定继续处理此案，并将题为“保护灯塔”的项目列入大会下一届会议临时议程。\n",
    ),
];

#[test]
fn a_text_in_any_of_the_six_languages_is_kept_in_its_own() {
    let home = Home::new();
    for (code, word, text) in OTHERS {
        let name = format!("{code}.txt");
        put(&home, &name, text);
        let rows = run_in(&home, &["import", &name, "--json"]).json();
        assert_eq!((&rows[0]["language"], &rows[0]["symbol"]), (&code.into(), &"A/RES/79/911".into()));
        assert_eq!((&rows[0]["outcome"], &rows[0]["missing"]), (&"new".into(), &0.into()));
        let kinds = column(&rows[0]["findings"], "kind");
        // Spanish is read in full.
        assert!(
            kinds.contains(&"language-not-read") != (code == "es") && !kinds.contains(&"language-doubtful"),
            "{kinds:?}"
        );
        assert!(run_in(&home, &["search", word]).text().contains("A/RES/79/911"), "{word}");
    }
    let rows = run_in(&home, &["documents", "--json"]).json();
    let held = list(&rows).iter().filter(|row| row["symbol"] == "A/RES/79/911").count();
    assert_eq!(held, 4);
    let commands: [&[&str]; 9] = [
        &["documents"],
        &["show", "A/RES/79/911"],
        &["show", "A/RES/79/911:1"],
        &["cites", "A/RES/79/911"],
        &["cited-by", "A/RES/70/1"],
        &["steps", "--document", "A/RES/79/911"],
        &["resolve", "79/911 op 2"],
        &["check"],
        &["track"],
    ];
    for command in commands {
        for lang in ["en", "fr"] {
            let output = run_in(&home, &[command, &["--lang", lang]].concat());
            assert!(output.code < 2 && !output.error.contains("panic"), "{command:?}: {}", output.error);
        }
    }
}

#[test]
fn the_language_of_a_text_can_be_given() {
    let home = Home::new();
    put(&home, "short.txt", "1. Les phares.\n");
    let rows = run_in(&home, &["import", "short.txt", "--json"]).json();
    assert!(column(&rows[0]["findings"], "kind").contains(&"language-doubtful"));
    let rows = run_in(&home, &["import", "short.txt", "--language", "es", "--json"]).json();
    assert_eq!(rows[0]["language"], "es");
    assert!(!column(&rows[0]["findings"], "kind").contains(&"language-doubtful"));
    put(&home, "short.toml", "language = \"ru\"\n");
    assert_eq!(run_in(&home, &["import", "short.txt", "--json"]).json()[0]["language"], "ru");
    assert_eq!(run_in(&home, &["import", "short.txt", "--language", "xx"]).code, 2);
}

#[test]
fn a_damaged_stored_document_is_reported_and_the_others_are_loaded() {
    let home = Home::new();
    put(&home, "phares.txt", REPORT_FR);
    imported(&home, "phares.txt");
    let folder = home.data().join("workspace/documents");
    let file = files::ending(&folder, ".toml").remove(0);
    files::write(&file, "version = 1\nsymbol = \n");
    let output = run_in(&home, &["documents", "--json"]);
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(output.error.contains(&name), "{}", output.error);
    assert!(output.out.contains("A/77/275"));
    assert_eq!(run_in(&home, &["check"]).code, 3);
    assert_eq!(files::text(&file), "version = 1\nsymbol = \n");
}

/// Fails if the output contains control codes.
#[track_caller]
fn harmless(output: &Output) {
    let text = format!("{}{}", output.out, output.error);
    let bad = |c: char| {
        (c.is_control() && c != '\n')
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    assert!(!text.contains(bad), "{:?}", text.chars().filter(|c| bad(*c)).collect::<String>());
}

#[test]
fn control_codes_in_a_document_never_reach_the_terminal() {
    let home = Home::new();
    let evil = "rouge \u{1b}[31m\u{9b}31m titre \u{1b}]0;pris\u{7} droite \u{202e}ehcuag\u{202c} \u{2066}isole\u{2069}";
    let text = REPORT_FR.replace("phares de la côte", evil);
    put(&home, "phares.txt", text.replace("inventaire des phares", evil).replace("conservation", evil));
    let output = run_in(&home, &["import", "phares.txt", "--json"]);
    harmless(&output);
    let symbol = output.json()[0]["symbol"].as_str().expect("a symbol").to_owned();
    run_in(&home, &["note", "add", &format!("{symbol}:1"), evil]).text();
    run_in(&home, &["track", "set", "E.2", "--session", "4", "--status", "raised", "--note", evil]).text();
    let reference = format!("{symbol}:1");
    let commands: [&[&str]; 8] = [
        &["documents"],
        &["show", &reference],
        &["steps", "--document", &symbol],
        &["search", "rouge"],
        &["note", "list"],
        &["track"],
        &["check"],
        &["resolve", &reference],
    ];
    for command in commands {
        let output = run_in(&home, command);
        assert!(!output.out.is_empty(), "{command:?}");
        harmless(&output);
        harmless(&run_in(&home, &[command, &["--json"]].concat()));
    }
    let shown = run_in(&home, &["show", &reference]);
    assert!(shown.out.contains("␛[31m"), "{}", shown.out);
    harmless(&run_in(&home, &["show", evil]));
    harmless(&run_in(&home, &["import", "\u{1b}[31m.txt"]));
    harmless(&run_in(&home, &["agenda", "--document", evil]));
    harmless(&run_in(&home, &["agenda", "--process", evil]));
}

#[test]
fn a_join_is_confirmed_by_a_document_imported_with_it() {
    let home = Home::new();
    let front = |symbol: &str| {
        format!(
            "United Nations    {symbol}\nGeneral Assembly    Distr.: General\n\nReport on lights\n\nI.    Introduction\n\n"
        )
    };
    let words = (
        "1.    The Group recalled that keepers of lights write down each night what they have seen, with the\nhour,",
        "and hand their books over to those who come after them in the morning.",
    );
    put(&home, "cited.txt", format!("{}{} {}\n2.    The Group rose.\n", front("A/90/1"), words.0, words.1));
    put(
        &home,
        "cut.txt",
        format!(
            "{}{}1\n\n__________\n      1 A/90/1, para. 1.\n\nA/90/2    2/4\n\n{}\n2.    The Group rose.\n",
            front("A/90/2"),
            words.0,
            words.1
        ),
    );
    let rows = run_in(&home, &["import", "cited.txt", "cut.txt", "--json"]).json();
    let joined = list(&list(&rows)[1]["findings"]).iter().find(|finding| finding["kind"] == "joined-page");
    let proof = &joined.expect("the page is joined")["proof"];
    assert_eq!((proof["passage"].as_str(), proof["words"].as_str()), (Some("A/90/1:1"), Some("same")));
}
