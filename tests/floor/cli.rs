//! `plenary intervene` and `plenary said`: what a delegation says is kept with its fields, and found again.

use serde_json::Value;

use crate::cli::{fields, list, run_in};
use crate::support::files;
use crate::support::home::Home;

fn intervene(home: &Home, line: &str, more: &[&str]) -> Vec<Value> {
    let day = ["--today", "2023-03-07", "--json"];
    list(&run_in(home, &[&["intervene", line][..], more, &day].concat()).json()).to_vec()
}

fn said(home: &Home, more: &[&str]) -> Vec<(String, String)> {
    let all = run_in(home, &[&["said", "--json"][..], more].concat()).json();
    let row = |row: &Value| (row["name"].to_string(), row["words"].to_string());
    list(&all).iter().map(row).map(|(name, words)| (name.replace('"', ""), words.replace('"', ""))).collect()
}

#[test]
fn a_line_becomes_an_intervention_with_all_its_fields() {
    let home = Home::new();
    let made = intervene(&home, "Égypte au nom du Groupe arabe ? E.2 qui paie", &["--meeting", "3"]);
    let [row] = &made[..] else { panic!("{made:?}") };
    let known = [
        "id",
        "at",
        "session",
        "meeting",
        "item",
        "delegation",
        "name",
        "on_behalf_of",
        "stance",
        "anchor",
        "words",
    ];
    assert_eq!(fields(row)[..11], known);
    assert_eq!((&row["delegation"], &row["on_behalf_of"]), (&"EGY".into(), &"ARAB-GROUP".into()));
    assert_eq!((&row["stance"], &row["words"]), (&"asks".into(), &"qui paie".into()));
    assert_eq!((&row["session"], &row["meeting"], &row["name"]), (&4.into(), &3.into(), &"Egypt".into()));
    assert_eq!((&row["anchor"], &row["item"]), (&"A/77/275:annex/E/next/2".into(), &"item/5/f".into()));
    assert_eq!(list(&run_in(&home, &["said", "--json"]).json()), &made[..]);

    let file = files::ending(&home.data().join("workspace/notes"), ".md").remove(0);
    let text = files::text(&file);
    for line in [
        "delegation = \"EGY\"",
        "on-behalf-of = [\"ARAB-GROUP\"]",
        "stance = \"asks\"",
        "meeting = 3",
        "session = 4",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(
        text.contains("typed = \"Égypte au nom du Groupe arabe ? E.2\"") && text.ends_with("+++\nqui paie\n"),
        "{text}"
    );
}

#[test]
fn several_names_are_several_interventions() {
    let home = Home::new();
    let made = intervene(&home, "fr,de,ca - 14c trop tôt", &["--at", "E.2"]);
    let ids: Vec<&Value> = made.iter().map(|row| &row["delegation"]).collect();
    assert_eq!(ids, ["FRA", "DEU", "CAN"]);
    assert!(made.iter().all(|row| row["stance"] == "opposes" && row["words"] == "trop tôt"));
    let anchors: Vec<&str> = made.iter().filter_map(|row| row["anchor"].as_str()).collect();
    assert_eq!(anchors, ["A/77/275:annex/14/c"; 3]);
}

#[test]
fn an_unknown_name_is_kept_as_typed_and_an_ambiguous_one_is_reported() {
    let home = Home::new();
    let made = intervene(&home, "Wakanda + vibranium", &["--at", "E.2"]);
    assert_eq!((&made[0]["delegation"], &made[0]["name"]), (&Value::Null, &"Wakanda".into()));
    let output = run_in(&home, &["intervene", "SG + oui", "--at", "E.2"]);
    assert!(
        output.code == 0 && output.error.contains("Secretary-General") && output.error.contains("Singapore")
    );
    files::write(&home.data().join("workspace/delegations.toml"), "[names]\nSG = \"SGP\"\n");
    assert_eq!(intervene(&home, "SG + oui", &["--at", "E.2"])[0]["delegation"], "SGP");
    let nobody = run_in(&home, &["intervene", "pause jusqu’à 15:00"]);
    nobody.fails(2, &["pause jusqu’à 15:00", "note add"]);
}

#[test]
fn interventions_are_found_by_session_step_and_delegation() {
    let home = Home::new();
    for line in [
        "Jamaica on behalf of CARICOM + E.2 capacities",
        "CARICOM + E.2 as one",
        "Barbados - E.3 own view",
        "France = E.2 wait",
        "Wakanda + E.2 vibranium",
    ] {
        intervene(&home, line, &[]);
    }
    let words = |found: Vec<(String, String)>| {
        let mut words: Vec<String> = found.into_iter().map(|(_, words)| words).collect();
        words.sort();
        words
    };
    assert_eq!(words(said(&home, &["--by", "CARICOM"])), ["as one", "capacities"]);
    assert_eq!(words(said(&home, &["--by", "FRA"])), ["wait"]);
    assert_eq!(words(said(&home, &["--by", "France"])), ["wait"]);
    assert_eq!(words(said(&home, &["--by", "wakanda"])), ["vibranium"]);
    assert_eq!(words(said(&home, &["--step", "E.3"])), ["own view"]);
    assert_eq!(words(said(&home, &["--stance", "opposes"])), ["own view"]);
    assert_eq!(said(&home, &["--session", "4"]).len(), 5);
    let none = run_in(&home, &["said", "--by", "Chad", "--json"]);
    assert_eq!((none.code, none.out.trim()), (1, "[]"));
}

#[test]
fn notes_of_older_versions_are_interventions_too() {
    let home = Home::new();
    let note = "+++\nid = \"01GTVZ0000000000000000000A\"\nat = 2023-03-06T10:44:00-05:00\nauthor = \"M. Roy\"\n\
        anchor = \"A/77/275:annex/E/next/2\"\nsession = 4\ndelegation = \"sgp\"\n+++\n+ capacités d’abord\n";
    files::write(&home.data().join("workspace/notes/old.md"), note);
    let row = &list(&run_in(&home, &["said", "--by", "Singapore", "--json"]).json())[0].clone();
    assert_eq!((&row["delegation"], &row["stance"]), (&"SGP".into(), &"supports".into()));
    assert_eq!(row["words"], "capacités d’abord");
}

#[test]
fn notes_and_search_show_the_delegation() {
    let home = Home::new();
    intervene(&home, "Jamaïque au nom de la CARICOM + E.2 capacités", &[]);
    let listed = list(&run_in(&home, &["note", "list", "--json"]).json()).to_vec();
    assert_eq!(listed[0]["delegation"], "JAM");
    let text = run_in(&home, &["note", "list", "--lang", "fr"]);
    assert!(text.text().contains("Jamaïque (CARICOM) + capacités"), "{}", text.out);
    for query in ["CARICOM", "Jamaica", "capacites"] {
        let found = run_in(&home, &["search", query, "--in", "notes", "--json"]).json();
        assert_eq!(list(&found).len(), 1, "{query}: {found}");
        assert_eq!(found[0]["delegation"], "JAM");
    }
    let text = run_in(&home, &["search", "capacites", "--in", "notes", "--lang", "fr"]);
    assert!(text.text().contains("Jamaïque (CARICOM) + capacités"), "{}", text.out);
}

#[test]
fn the_statement_of_another_delegation_is_not_ours() {
    let home = Home::new();
    intervene(&home, "Iran - E.2 too early", &[]);
    let coverage = |home: &Home| {
        let arguments = ["track", "--coverage", "--session", "4", "--section", "E", "--lang", "en"];
        let rows = run_in(home, &[&arguments[..], &["--json"]].concat()).json();
        let row =
            list(&rows).iter().find(|row| row["step"] == "A/77/275:annex/E/next/2").expect("E.2").clone();
        (row, run_in(home, &arguments).text().to_owned())
    };
    let (row, text) = coverage(&home);
    assert_eq!((&row["interventions"], &row["covered"]), (&1.into(), &true.into()));
    assert!(text.contains("set “delegation” in the settings"), "{text}");
    files::write(&home.config().join("settings.toml"), "delegation = \"FRA\"\n");
    let (row, text) = coverage(&home);
    assert_eq!((&row["interventions"], &row["interventions_of_others"]), (&0.into(), &1.into()));
    assert_eq!(row["covered"], false);
    assert!(text.contains("nothing prepared (1 intervention of others)"), "{text}");
    assert!(!text.contains("the setting"), "{text}");
    intervene(&home, "fr + E.2 now", &[]);
    let (row, _) = coverage(&home);
    assert_eq!((&row["interventions"], &row["covered"]), (&1.into(), &true.into()));
}

#[test]
fn a_record_names_delegations_with_those_for_whom_they_spoke_and_their_stances() {
    let home = Home::new();
    for line in
        ["Jamaïque au nom de la CARICOM + E.2 capacités", "Chine - E.2 trop tôt", "Chili ? E.3 qui paie"]
    {
        intervene(&home, line, &["--session", "4"]);
    }
    let record = |file: &str, more: &[&str]| {
        let to = home.path().join(file);
        let to = to.to_str().expect("the path is text");
        let arguments = [&["digest", "--session", "4", "--lang", "fr", "--to", to], more].concat();
        assert_eq!(run_in(&home, &arguments).code, 0);
        files::text(std::path::Path::new(to))
    };
    let text = record("item.md", &[]);
    assert!(text.contains("**Jamaïque** (CARICOM) + soutient\u{a0}: capacités"), "{text}");
    assert!(text.contains("**Chine** - s’oppose\u{a0}: trop tôt"), "{text}");
    let text = record("by.md", &["--by", "delegation"]);
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).take(3).collect();
    assert_eq!(headings, ["## Chili", "## Chine", "## Jamaïque"]);
    assert!(text.contains("(CARICOM) + soutient") && text.contains(" - s’oppose\u{a0}: trop tôt"), "{text}");
}

/// The speaking list as printed: the name of each delegation and whether it has spoken.
fn speakers(value: &Value) -> Vec<String> {
    let line = |row: &Value| {
        format!("{} {}", row["name"].as_str().expect("a name"), row["state"].as_str().expect("a word"))
    };
    list(value).iter().map(line).collect()
}

#[test]
fn the_speaking_list_is_kept_from_the_command_line() {
    let home = Home::new();
    let on =
        |arguments: &[&str]| run_in(&home, &[&["speakers"], arguments, &["--today", "2023-03-07"]].concat());
    on(&["next"]).fails(1, &["speakers add"]);
    let added = on(&["add", "Egypt", "(Arab", "Group),", "Peru,", "Wakanda", "--json"]).json();
    assert_eq!(speakers(&added), ["Egypt waiting", "Peru waiting", "Wakanda [?] waiting"]);
    assert_eq!(
        (&list(&added)[0]["delegation"], &list(&added)[0]["on_behalf_of"]),
        (&"EGY".into(), &"ARAB-GROUP".into())
    );
    on(&["add", "France"]).text();
    let next = on(&["next", "--json"]).json();
    assert_eq!(speakers(&next)[..2], ["Egypt floor", "Peru waiting"]);
    assert!(list(&next)[0]["since"].is_string() && list(&next)[1]["since"].is_null());
    // Out of turn, by any of its names.
    let next = on(&["next", "fra", "--json"]).json();
    assert_eq!(speakers(&next), ["Egypt spoken", "France floor", "Peru waiting", "Wakanda [?] waiting"]);
    on(&["next", "Egypt"]).fails(1, &["Egypt", "is not waiting"]);
    let text = on(&["list"]);
    assert!(
        text.text().contains("France") && text.text().contains("has had the floor since"),
        "{}",
        text.out
    );
    let another = run_in(&home, &["speakers", "list", "--today", "2023-03-08", "--json"]).json();
    assert!(list(&another).is_empty(), "each day has its own list");
    for _ in 0..3 {
        on(&["next"]).text();
    }
    assert!(
        list(&on(&["list", "--json"]).json()).iter().all(|row| row["state"] == "spoken"),
        "nobody has the floor"
    );
}
