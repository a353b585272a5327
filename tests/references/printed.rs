//! References as they are printed, in a table: each citation with all its passages, and nothing else.

use plenary::cite::{Aliases, Citation, Setting, Whose, read};

/// A citation as the table gives it: document or text itself, and passages.
fn shown(citation: &Citation) -> String {
    let whose = match citation.whose {
        Whose::Document => citation.symbol.as_ref().map_or("?", |symbol| symbol.as_str()),
        Whose::Own => "-",
        Whose::Beside => "beside",
        Whose::Said => "said",
        Whose::Same => "same",
        Whose::Charter => "charter",
        Whose::Other => "other",
    };
    let passages = citation.addresses.iter().map(ToString::to_string);
    std::iter::once(whose.to_owned()).chain(passages).collect::<Vec<_>>().join(" ")
}

#[test]
fn printed_references_are_read_whole_and_nothing_else_is() {
    let table: toml::Table = include_str!("printed.toml").parse().expect("the table is TOML");
    let rows = table["printed"].as_array().expect("rows");
    assert!(rows.len() >= 1000, "{} rows", rows.len());
    let (mut expected_passages, mut wrong, mut missed) = (0, 0, 0);
    for row in rows {
        let mut cells = row.as_array().expect("a row").iter().map(|cell| cell.as_str().expect("words"));
        let language = cells.next().expect("a language").parse().expect("a code");
        let text = cells.next().expect("a text");
        let expected: Vec<&str> = cells.collect();
        let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: None };
        let found: Vec<String> = read(text, &setting).iter().map(shown).collect();
        expected_passages += expected.len();
        let unexpected = found.iter().filter(|one| !expected.contains(&one.as_str())).count();
        let absent = expected.iter().filter(|one| !found.iter().any(|found| found == *one)).count();
        (wrong, missed) = (wrong + unexpected, missed + absent);
        if unexpected + absent > 0 {
            println!("{text:?} is {found:?}, not {expected:?}");
        }
    }
    println!("{} texts, {expected_passages} citations: {missed} missed, {wrong} silently wrong", rows.len());
    assert_eq!((wrong, missed), (0, 0), "printed above");
}
