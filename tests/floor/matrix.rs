//! Who said what as a table: by command and at the desk.

use serde_json::Value;

use crate::cli::{list, run_in};
use crate::screens::Delegate;
use crate::support::home::Home;

const LINES: [&str; 6] = [
    "Jamaica on behalf of CARICOM + E.2 capacities",
    "Barbados - E.2 own view",
    "France + E.2 now",
    "France - E.2 on second thoughts",
    "France ? E.3 who pays",
    "Wakanda + E.3 vibranium",
];

fn home() -> Home {
    let home = Home::new();
    for line in LINES {
        let output = run_in(&home, &["intervene", line, "--session", "4", "--today", "2023-03-07"]);
        assert_eq!(output.code, 0, "{}", output.error);
    }
    home
}

fn row<'a>(table: &'a Value, name: &str) -> &'a Value {
    list(&table["rows"]).iter().find(|row| row["name"] == name).expect("a row of this name")
}

fn stances(row: &Value, column: usize) -> Vec<String> {
    list(&row["cells"][column]).iter().map(|said| said["stance"].to_string().replace('"', "")).collect()
}

#[test]
fn a_session_is_a_table_of_delegations_and_steps() {
    let home = home();
    let table =
        run_in(&home, &["said", "--session", "4", "--table", "step", "--json", "--lang", "en"]).json();
    let labels: Vec<&str> =
        list(&table["columns"]).iter().map(|column| column["label"].as_str().expect("text")).collect();
    assert_eq!(labels, ["E.2", "E.3"]);
    let names: Vec<&str> =
        list(&table["rows"]).iter().map(|row| row["name"].as_str().expect("text")).collect();
    assert_eq!(
        names,
        ["CARICOM", "Barbados", "France", "Wakanda"],
        "groups come first, Jamaica spoke for one"
    );
    assert_eq!(stances(row(&table, "France"), 0), ["supports", "opposes"], "in the order of time");
    assert_eq!(stances(row(&table, "CARICOM"), 0), ["supports"]);
    let total = &table["totals"][0];
    assert_eq!(
        (&total["statements"], &total["supports"], &total["opposes"]),
        (&4.into(), &1.into(), &2.into())
    );
}

#[test]
fn groups_are_expanded_to_their_members() {
    let home = home();
    let arguments = ["said", "--table", "step", "--members", "--json", "--lang", "en"];
    let table = run_in(&home, &arguments).json();
    let members: Vec<&Value> =
        list(&table["rows"]).iter().filter(|row| row["member_of"] == "CARICOM").collect();
    assert!(members.len() >= 14, "{} members", members.len());
    let barbados = members.iter().find(|row| row["delegation"] == "BRB").expect("Barbados is a member");
    assert_eq!(
        stances(barbados, 0),
        ["supports", "opposes"],
        "what the group said, then what it said itself"
    );
    assert_eq!(barbados["cells"][0][0]["of_group"], true);
    assert_eq!(barbados["statements"], 1, "what the group said is not counted again");
    assert_eq!(table["totals"][0]["statements"], 4);
}

#[test]
fn the_table_is_readable_as_text_and_by_item() {
    let home = home();
    let text = run_in(&home, &["said", "--session", "4", "--table", "step", "--lang", "fr"]);
    let lines: Vec<&str> = text.text().lines().collect();
    assert!(lines[0].starts_with("Délégation") && lines[0].contains("E.2"), "{}", text.out);
    assert!(lines.iter().any(|line| line.starts_with("France") && line.contains("+ -")), "{}", text.out);
    assert!(lines.last().is_some_and(|line| line.contains("+1 -2")), "{}", text.out);
    let table = run_in(&home, &["said", "--table", "item", "--json", "--lang", "fr"]).json();
    assert_eq!(table["columns"][0]["label"], "5 f)");
    assert_eq!(list(&table["columns"]).len(), 1);
    let none = run_in(&home, &["said", "--session", "5", "--table", "step"]);
    assert_eq!(none.code, 1);
    // The list has a line with names, and the ids at its end.
    let text = run_in(&home, &["said", "--step", "E.3", "--lang", "en"]);
    let lines: Vec<&str> = text.text().lines().collect();
    assert!(lines[0].starts_with("When") && lines[0].ends_with("Id"), "{}", text.out);
    assert_eq!(lines.len(), 3, "{}", text.out);
}

/// A desk at which the same was said.
fn desk() -> Delegate {
    LINES.iter().fold(
        Delegate::at("2023-03-06").in_english().on(100, 30).reading("A/77/275:annex/E/next/2"),
        |desk, line| desk.press("i").types(line).press("Enter"),
    )
}

#[test]
fn the_table_opens_at_the_desk_and_a_cell_leads_to_its_statements() {
    let desk = desk().press("V");
    let words = desk.words();
    assert!(words.contains("Who said what: 4th session, by step"), "{words}");
    assert!(words.contains("France") && words.contains("+ -") && words.contains("+1 -2"), "{words}");
    // France is the third row.
    let desk = desk.press("Down Down");
    assert!(
        desk.words().contains("France · A/77/275") && desk.words().contains("2 interventions"),
        "{}",
        desk.words()
    );
    let desk = desk.press("Enter");
    assert!(
        desk.words().contains("on second thoughts") && !desk.words().contains("own view"),
        "{}",
        desk.words()
    );
    let desk = desk.press("Esc");
    assert!(desk.words().contains("Who said what"), "Esc goes back to the table: {}", desk.words());
    let desk = desk.press("Enter Down Enter");
    assert!(desk.app.layers.is_empty(), "Enter goes to the passage");
    let chosen = desk.app.panes.notes.chosen(&desk.app.context()).expect("a note");
    assert_eq!(chosen.text, "now");
}

#[test]
fn groups_and_columns_change_with_a_key() {
    let desk = desk().press("V");
    let before = desk.words();
    assert!(before.contains("▸ CARICOM") && !before.contains("Bahamas"), "{before}");
    let desk = desk.press("Space");
    assert!(desk.words().contains("▾ CARICOM") && desk.words().contains("Bahamas"), "{}", desk.words());
    assert!(
        desk.words().contains("(+) -"),
        "Barbados has the sign of the group and its own: {}",
        desk.words()
    );
    let desk = desk.press("Space");
    assert_eq!(desk.words(), before);
    let desk = desk.press("x");
    assert!(desk.words().contains("by agenda item") && desk.words().contains("5 (f)"), "{}", desk.words());
    let desk = desk.press(">");
    assert!(
        desk.words().contains("5th session") && desk.words().contains("No delegation has spoken"),
        "{}",
        desk.words()
    );
}

#[test]
fn the_heads_stay_while_the_table_scrolls_both_ways() {
    let steps = ["B.2", "C.1", "D.2", "E.2", "E.3", "E.4", "F.2", "G.2"];
    let names = ["Chile", "Peru", "Cuba", "Ghana", "Kenya", "India", "Japan", "Italy", "Spain", "Egypt"];
    let mut desk = Delegate::at("2023-03-06").in_english().on(40, 12).reading("A/77/275:annex/E/next/2");
    for (name, step) in names.iter().zip(steps.iter().cycle()) {
        desk = desk.press("i").types(&format!("{name} + {step} yes")).press("Enter");
    }
    let desk = desk.press("V");
    assert!(desk.words().contains("B.2") && !desk.words().contains("G.2"), "{}", desk.words());
    let desk = desk.press("End");
    let words = desk.words();
    assert!(words.contains("G.2") && words.contains("Spain") && !words.contains("B.2"), "{words}");
    assert!(words.contains("for, against"), "{words}");
    let desk = desk.press("Home");
    assert!(desk.words().contains("B.2") && desk.words().contains("Chile"), "{}", desk.words());
}

#[test]
fn one_key_opens_everything_that_a_delegation_said_at_the_session() {
    let desk = desk().press("V Down Down o");
    let words = desk.words();
    assert!(words.contains("France · 4th session"), "{words}");
    assert!(words.contains("on second thoughts") && !words.contains("own view"), "{words}");
    assert!(desk.press("Esc").words().contains("Who said what"), "Esc goes back to the table");
}
