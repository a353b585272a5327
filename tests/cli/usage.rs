//! Options, languages and exit codes.

use crate::support::files;
use crate::support::home::Home;

use super::{column, fields, list, run, run_in};

#[test]
fn wrong_use_ends_with_exit_code_2_and_writes_nothing() {
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
        let output = run_in(&home, arguments);
        assert_eq!((output.code, output.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!output.error.is_empty(), "{arguments:?}");
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
        run_in(&home, arguments).fails(2, &[english]);
        run_in(&home, &[arguments, &["--lang", "fr"]].concat()).fails(2, &[french]);
    }
    assert_eq!(files::tree(home.path()).len(), 0);
}

#[test]
fn reading_commands_write_no_files() {
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
        run_in(&home, arguments).text();
    }
    let mut written = files::tree(home.path());
    written.retain(|path, _| !path.starts_with("cache"));
    assert_eq!(written.len(), 0, "only the cache, which may be deleted");
}

#[test]
fn the_working_day_can_be_set() {
    let home = Home::new();
    let added = run_in(&home, &["note", "add", "E.2", "hier", "--today", "2023-03-07", "--json"]).json();
    assert!(added["at"].as_str().expect("a moment").starts_with("2023-03-07T"), "{added}");
    let rows = run_in(&home, &["agenda", "--today", "2020-02-11", "--json"]).json();
    assert_eq!(list(&rows).len(), 13, "the group at work on that day comes first");
}

#[test]
fn the_language_comes_from_the_option_then_the_settings_then_the_system() {
    let word = |home: &Home, arguments: &[&str]| {
        let output = run_in(home, &[&["check"], arguments].concat());
        if output.text().contains("No problem found") { "en" } else { "fr" }
    };
    let (english, french) = (Home::new(), Home::in_language("fr_FR.UTF-8"));
    assert_eq!([word(&english, &[]), word(&french, &[])], ["en", "fr"]);
    assert_eq!([word(&english, &["--lang", "fr"]), word(&french, &["--lang=en"])], ["fr", "en"]);
    files::write(&english.config().join("settings.toml"), "language = \"fr\"\n");
    assert_eq!([word(&english, &[]), word(&english, &["--lang", "en"])], ["fr", "en"]);
    assert_eq!(word(&Home::in_language("sw_KE.UTF-8"), &[]), "en");
}

#[test]
fn help_is_in_the_language_of_the_delegate() {
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
        let output = run(&["--help", "--lang", lang]);
        assert!(verbs.iter().all(|verb| output.text().contains(verb)), "{}", output.out);
        assert!(output.out.to_lowercase().contains(words), "{}", output.out);
    }
    assert!(run(&["--version"]).text().starts_with("plenary "));
}

#[test]
fn messages_of_the_argument_parser_are_in_the_language_of_the_delegate() {
    let english =
        ["Usage", "Commands", "Print", "possible values", "error:", "invalid", "unrecognized", "For more"];
    let verbs = ["", "show", "note", "note add", "track", "track set", "search", "import"];
    for verb in verbs {
        let mut words: Vec<&str> = verb.split_whitespace().collect();
        words.extend(["--help", "--lang", "fr"]);
        let output = run(&words);
        assert!(
            output.text().contains("Utilisation\u{a0}: plenary")
                && output.out.contains("afficher cette aide"),
            "{}",
            output.out
        );
        assert!(english.iter().all(|word| !output.out.contains(word)), "{}", output.out);
    }
    let case = |arguments: &[&str], words: &[&str]| {
        let output = run_in(&Home::in_language("fr_FR.UTF-8"), arguments);
        output.fails(2, words);
        assert!(english.iter().all(|word| !output.error.contains(word)), "{}", output.error);
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
fn completions_exist_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&["completions", shell]);
        assert!(output.text().contains("plenary") && output.out.contains("completions"), "{shell}");
    }
}

#[test]
fn keys_are_listed_by_scope_with_descriptions() {
    let rows = run(&["keys", "--json"]).json();
    assert_eq!(fields(&rows[0]), ["scope", "keys", "verb", "argument"]);
    let next = list(&rows).iter().find(|row| row["keys"] == ">").expect("the key >");
    assert_eq!((&next["scope"], &next["verb"]), (&"desk".into(), &"next-item".into()));
    assert!(column(&rows, "scope").contains(&"editor"));
    for (lang, words) in
        [("en", "go to the next agenda item"), ("fr", "passer au point suivant de l’ordre du jour")]
    {
        let output = run(&["keys", "--lang", lang]);
        assert!(output.text().contains(words), "{}", output.out);
    }
}

#[test]
fn only_days_that_can_be_written_and_read_back_are_accepted() {
    let home = Home::new();
    let refused = [
        "-0001-01-01",
        "0000-01-01",
        "1944-12-31",
        "10000-01-01",
        "+262142-12-31",
        "262142-01-01",
        "2023-02-30",
    ];
    for day in refused {
        let today = format!("--today={day}");
        run_in(&home, &["note", "add", "E.2", "x", &today]).fails(2, &[day, "1945", "9999"]);
        run_in(&home, &["note", "add", "E.2", "x", &today, "--lang", "fr"])
            .fails(2, &["des années 1945 à 9999"]);
    }
    for day in ["1945-01-01", "9999-12-31"] {
        run_in(&home, &["note", "add", "E.2", "x", "--today", day]).text();
        run_in(&home, &["track", "set", "E.2", "--session", "4", "--status", "raised", "--today", day])
            .text();
        assert!(run_in(&home, &["note", "list"]).text().contains(day));
    }
    let value = run_in(&home, &["check", "--json"]).json();
    let counts = ["notes", "acts"].map(|name| value[name].as_u64());
    assert_eq!((counts, list(&value["problems"]).len()), ([Some(2), Some(2)], 0));
}
