//! Options, languages and exit codes.

use crate::support::files;
use crate::support::home::Home;

use super::{ask, column, fields, list, say};

#[test]
fn wrong_use_ends_with_two_and_makes_nothing() {
    let home = Home::new();
    let wrong: [&[&str]; 9] = [
        &["--nonsense"],
        &["documents", "--nonsense"],
        &["nonsense"],
        &["documents", "--today", "2023-99-99"],
        &["documents", "--today", "demain"],
        &["documents", "--lang", "de"],
        &["show"],
        &["note"],
        &["completions", "cmd"],
    ];
    for arguments in wrong {
        let said = ask(&home, arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!said.error.is_empty(), "{arguments:?}");
    }
    for (arguments, english, french) in [
        (&["documents", "--workspce", "x"] as &[&str], "Did you mean “--workspace”?", "Vouliez-vous dire"),
        (&["documnts"], "No command “documnts”", "Aucune commande"),
        (&["documents", "--today", "2023-99-99"], "“2023-99-99” is not a valid value", "2023-99-99"),
        (
            &["track", "set", "E.2", "--session", "4", "--status", "done"],
            "Valid values: open",
            "open, raised",
        ),
        (&["show"], "Missing: <REF>.", "<RENVOI>."),
    ] {
        ask(&home, arguments).complains(2, &[english]);
        ask(&home, &[arguments, &["--lang", "fr"]].concat()).complains(2, &[french]);
    }
    assert_eq!(files::tree(home.path()).len(), 0);
}

#[test]
fn reading_makes_no_files() {
    let home = Home::new();
    let reading: [&[&str]; 9] = [
        &["documents"],
        &["show", "E.2"],
        &["agenda"],
        &["steps"],
        &["track"],
        &["note", "list"],
        &["search", "répertoire"],
        &["keys"],
        &["check"],
    ];
    for arguments in reading {
        ask(&home, arguments).text();
    }
    assert_eq!(files::tree(home.path()).len(), 0);
}

#[test]
fn the_day_one_works_in_can_be_named() {
    let home = Home::new();
    let added = ask(&home, &["note", "add", "E.2", "hier", "--today", "2023-03-07", "--json"]).json();
    assert!(added["at"].as_str().expect("a moment").starts_with("2023-03-07T"), "{added}");
    let rows = ask(&home, &["agenda", "--today", "2020-02-11", "--json"]).json();
    assert_eq!(list(&rows).len(), 13, "the group at work on that day comes first");
}

#[test]
fn the_language_comes_from_the_option_then_the_settings_then_the_system() {
    let word = |home: &Home, arguments: &[&str]| {
        let said = ask(home, &[&["check"], arguments].concat());
        if said.text().contains("No problem found") { "en" } else { "fr" }
    };
    let (english, french) = (Home::new(), Home::in_language("fr_FR.UTF-8"));
    assert_eq!([word(&english, &[]), word(&french, &[])], ["en", "fr"]);
    assert_eq!([word(&english, &["--lang", "fr"]), word(&french, &["--lang=en"])], ["fr", "en"]);
    files::write(&english.config().join("settings.toml"), "language = \"fr\"\n");
    assert_eq!([word(&english, &[]), word(&english, &["--lang", "en"])], ["fr", "en"]);
    assert_eq!(word(&Home::in_language("sw_KE.UTF-8"), &[]), "en");
}

#[test]
fn help_speaks_the_language_of_the_delegate() {
    let verbs = [
        "documents",
        "show",
        "resolve",
        "agenda",
        "steps",
        "track",
        "note",
        "search",
        "import",
        "keys",
        "check",
        "completions",
    ];
    for (lang, words) in [("en", "every key and what it does"), ("fr", "chaque touche et ce qu’elle fait")]
    {
        let said = say(&["--help", "--lang", lang]);
        assert!(verbs.iter().all(|verb| said.text().contains(verb)), "{}", said.out);
        assert!(said.out.to_lowercase().contains(words), "{}", said.out);
    }
    assert!(say(&["--version"]).text().starts_with("plenary "));
}

#[test]
fn the_words_of_the_parser_are_said_in_the_language_of_the_delegate() {
    let english =
        ["Usage", "Commands", "Print", "possible values", "error:", "invalid", "unrecognized", "For more"];
    let verbs = ["", "show", "note", "note add", "track", "track set", "search", "import"];
    for verb in verbs {
        let mut words: Vec<&str> = verb.split_whitespace().collect();
        words.extend(["--help", "--lang", "fr"]);
        let said = say(&words);
        assert!(
            said.text().contains("Utilisation\u{a0}: plenary") && said.out.contains("afficher cette aide"),
            "{}",
            said.out
        );
        assert!(english.iter().all(|word| !said.out.contains(word)), "{}", said.out);
    }
    let case = |arguments: &[&str], words: &[&str]| {
        let said = ask(&Home::in_language("fr_FR.UTF-8"), arguments);
        said.complains(2, words);
        assert!(english.iter().all(|word| !said.error.contains(word)), "{}", said.error);
    };
    case(&["documents", "--lang", "de"], &["« de »", "--lang <LANGUE>", "en, fr"]);
    case(&["documnets"], &["Aucune commande « documnets »", "Vouliez-vous dire « documents »"]);
    case(&["documents", "--jsn"], &["« --jsn »", "« --json »"]);
    case(&["show"], &["Il manque", "<RENVOI>"]);
    case(&["documents", "--today", "demain"], &["« demain »", "--today <AAAA-MM-JJ>"]);
    case(&["documents", "--today"], &["--today <AAAA-MM-JJ>", "attend une valeur"]);
    case(&["documents", "--lang", "fr", "--lang", "fr"], &["--lang <LANGUE>", "une fois"]);
    case(&["documents", "trop"], &["« trop »"]);
    case(&["track", "set", "E.2", "--session", "4", "--status", "fini"], &["« fini »", "discussed"]);
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = say(&["completions", shell]);
        assert!(said.text().contains("plenary") && said.out.contains("completions"), "{shell}");
    }
}

#[test]
fn keys_are_listed_by_scope_with_their_words() {
    let rows = say(&["keys", "--json"]).json();
    assert_eq!(fields(&rows[0]), ["scope", "keys", "verb", "argument"]);
    let next = list(&rows).iter().find(|row| row["keys"] == ">").expect("the key >");
    assert_eq!((&next["scope"], &next["verb"]), (&"desk".into(), &"next-item".into()));
    assert!(column(&rows, "scope").contains(&"editor"));
    for (lang, words) in
        [("en", "go to the next agenda item"), ("fr", "passer au point suivant de l’ordre du jour")]
    {
        let said = say(&["keys", "--lang", lang]);
        assert!(said.text().contains(words), "{}", said.out);
    }
}
