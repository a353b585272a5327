//! `plenary beside`: the proposed pairs of steps of two reports, and what confirming a pair sets.

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;

use super::{list, run_in};

const OLD: &str = "   Rapport du Groupe de travail sur la conservation des phares\n\n\n I. Introduction\n\n\n1. Le Groupe de travail s’est réuni.\n\n \
II. Mesures de sauvegarde\n\n2. Les membres ont rappelé que les phares sont un bien commun.\n\n Prochaines étapes recommandées\n\n1. Les États mèneront, à la \
quatrième session, des discussions ciblées sur un inventaire des lanternes.\n\n2. Le Secrétariat est prié d’établir une liste des gardiens formés.\n\n3. Les États \
échangent leurs vues sur les cornes de brume.\n";

const NEW: &str = "   Rapport du Groupe de travail sur la conservation des phares\n\n\n I. Introduction\n\n\n1. Le Groupe de travail s’est réuni de nouveau.\n\n \
II. Mesures de sauvegarde\n\n2. Les membres ont rappelé que les phares sont un bien commun.\n\n Prochaines étapes recommandées\n\n1. Les États pourraient mener, à la \
sixième session, des discussions ciblées sur un inventaire des lanternes.\n\n2. Le Secrétariat est prié d’établir une liste des gardiens formés.\n\n3. Le Président est \
invité à tenir une table ronde avec les armateurs.\n";

/// A home folder with both reports in the library.
fn home() -> Home {
    let home = Home::in_language("fr_FR.UTF-8");
    for (name, text, symbol) in [("ancien", OLD, "A/98/40"), ("nouveau", NEW, "A/99/41")] {
        files::write(&home.path().join(format!("{name}.txt")), text);
        files::write(&home.path().join(format!("{name}.toml")), format!("symbol = \"{symbol}\"\n"));
        run_in(&home, &["import", &format!("{name}.txt"), "--json"]).json();
    }
    home
}

fn relations(value: &Value) -> Vec<String> {
    let word =
        |row: &Value, key: &str| row[key].as_str().unwrap_or("–").rsplit('/').next().unwrap_or("").to_owned();
    let written = |row: &Value| {
        format!("{} {} {}", word(row, "old"), row["relation"].as_str().expect("a word"), word(row, "new"))
    };
    list(value).iter().map(written).collect()
}

#[test]
fn steps_are_listed_as_reworded_repeated_dropped_and_new() {
    let home = home();
    let pairs = run_in(&home, &["beside", "A/98/40", "A/99/41", "--json"]).json();
    assert_eq!(relations(&pairs), ["1 reworded 1", "2 repeated 2", "3 dropped –", "– new 3"]);
    let reworded = &list(&pairs)[0];
    assert_eq!(reworded["force"], serde_json::json!({ "old": "will", "new": "may" }));
    assert_eq!(reworded["sessions"], serde_json::json!({ "old": [4], "new": [6] }));
    let words = reworded["words"].as_str().unwrap();
    assert!(
        words.contains("{-mèneront, à la quatrième-}")
            && words.contains("{+pourraient mener, à la sixième+}"),
        "{words}"
    );
    let text = run_in(&home, &["beside", "A/98/40", "A/99/41"]);
    assert!(
        text.text().contains("reformulée") && text.text().contains("{+pourraient mener, à la sixième+}"),
        "{}",
        text.out
    );
}

#[test]
fn confirming_a_pair_supersedes_only_the_earlier_step() {
    let home = home();
    let set = [
        "track",
        "set",
        "A/98/40:II/next/1",
        "--session",
        "4",
        "--status",
        "agreed",
        "--note",
        "fait",
        "--json",
    ];
    run_in(&home, &set).json();
    let arguments = ["beside", "A/98/40", "A/99/41", "--session", "4", "--json"];
    let confirmed = |value: &Value| -> Vec<bool> {
        list(value).iter().map(|row| row["confirmed"].as_bool().unwrap()).collect()
    };
    assert_eq!(confirmed(&run_in(&home, &arguments).json()), [false; 4]);
    let one = run_in(&home, &[&arguments[..], &["--confirm", "II.1"]].concat()).json();
    assert_eq!(confirmed(&one), [true, false, false, false]);
    let all = run_in(&home, &[&arguments[..], &["--confirm", "all"]].concat()).json();
    assert_eq!(confirmed(&all), [true, true, true, false]);
    let track = run_in(&home, &["track", "--json"]).json();
    let of = |step: &str, session: u64| {
        let rows = list(&track).iter().filter(|row| row["session"] == session && row["step"] == step);
        rows.map(|row| row["status"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("A/98/40:II/next/1", 4), ["agreed"], "what was done stays done");
    assert_eq!(of("A/98/40:II/next/2", 4), ["superseded"]);
    // A confirmed pair is not confirmed a second time.
    run_in(&home, &[&arguments[..], &["--confirm", "all"]].concat()).json();
    let again = run_in(&home, &["track", "--json"]).json();
    assert_eq!(again, track);
    // Undo and redo apply to all pairs confirmed by one command, and to no others.
    let lines = run_in(&home, &["track", "undo"]).text().lines().count();
    assert!(lines > 1, "every row is printed: {lines}");
    assert_eq!(confirmed(&run_in(&home, &arguments).json()), [true, false, false, false]);
    assert_eq!(run_in(&home, &["track", "redo"]).text().lines().count(), lines);
    assert_eq!(confirmed(&run_in(&home, &arguments).json()), [true, true, true, false]);
}

#[test]
fn reports_that_cannot_be_compared_are_refused_with_a_reason() {
    let home = home();
    run_in(&home, &["beside", "A/98/40", "A/1/1"]).fails(1, &["A/1/1"]);
    // The draft has its annex still to come: nothing was dropped.
    run_in(&home, &["beside", "A/77/275", "A/AC.292/2023/L.1", "--lang", "en"])
        .fails(1, &["A/AC.292/2023/L.1 has no next steps", "still be to come"]);
    run_in(&home, &["beside", "A/98/40", "A/99/41", "--confirm", "Z.9"]).fails(1, &["Z.9"]);
    run_in(&home, &["beside", "A/98/40", "A/99/41", "--confirm", "A/99/41:II/next/1"])
        .fails(2, &["II/next/1"]);
    run_in(&home, &["beside", "A/98/40", "pas une cote"]).fails(2, &["pas une cote"]);
}
