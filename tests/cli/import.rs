//! `plenary import`: files become documents; other files are refused with a reason, and nothing is written.

use crate::support::files;
use crate::support::home::Home;

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
        run_in(home, &["import", name, "--lang", lang, "--json"]).fails(code, &[name, words]);
    }
    assert!(files::tree(home.path()) == before, "{name}: something was written");
}

#[track_caller]
fn imported(home: &Home, name: &str) -> String {
    let rows = run_in(home, &["import", name, "--json"]).json();
    let [row] = list(&rows) else { panic!("{rows}") };
    assert_eq!(fields(row), ["file", "symbol", "language", "paragraphs", "missing", "findings"]);
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
    refused(&home, "binary.txt", 3, "not a text file", "pas un fichier de texte");
    put(&home, "latin.txt", b"Rapport\nL\x92Assembl\xe9e g\xe9n\xe9rale\n");
    refused(&home, "latin.txt", 3, "line 2", "ligne 2");
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
    put(&home, "folder/inside.txt", "1");
    refused(&home, "folder", 3, "is not a regular file", "n’est pas un fichier ordinaire");
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
fn nothing_is_imported_if_one_of_the_files_is_refused() {
    let home = Home::new();
    put(&home, "good.txt", REPORT_EN);
    put(&home, "bad.txt", "");
    let before = files::tree(home.path());
    run_in(&home, &["import", "good.txt", "bad.txt"]).fails(3, &["bad.txt"]);
    assert!(files::tree(home.path()) == before);
    assert_eq!(run_in(&home, &["import"]).code, 2);
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
