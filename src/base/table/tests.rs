//! Files with all kinds of values, and with all kinds of mistakes.

use chrono::NaiveTime;

use super::*;

const MESSAGES: Messages =
    Messages { syntax: "syntax", unknown_key: "unknown", missing_key: "missing", value: "value" };

/// Reads a text and shows each error without the file name.
fn read_with<T>(text: &str, read: impl FnOnce(&Table<'_>) -> T) -> (T, Vec<String>) {
    let (made, errors) = super::read("x.toml", text, &MESSAGES, read);
    let shown = errors.iter().map(|error| error.to_string().replace(" file=\"x.toml\"", "")).collect();
    (made, shown)
}

#[test]
fn every_type_of_value_is_read() {
    let text = "\u{feff}name = 'x'\nlist = ['a', 'b']\nalone = 'c'\nrows = [['d', 'e'], 'f']\nnumber = -3\n\
        count = 4\ncounts = [6, 7]\nflag = true\ndate = 2023-03-06\nquoted = '2023-03-07'\ntime = 10:00:00\n\
        [inner]\nkey = 'k'\n[[entries]]\nname = 'one'\n[[entries]]\nname = 'two'\n";
    let (_, errors) = read_with(text, |root| {
        assert_eq!(root.text("name").as_deref(), Some("x"));
        assert_eq!(
            (root.texts("list"), root.texts("alone")),
            (vec!["a".into(), "b".into()], vec!["c".into()])
        );
        assert_eq!(root.lists("rows"), [vec!["d".to_owned(), "e".to_owned()], vec!["f".to_owned()]]);
        assert_eq!((root.number::<i32>("number"), root.count("count")), (Some(-3), Some(4)));
        assert_eq!((root.counts("counts"), root.flag("flag")), (vec![6, 7], Some(true)));
        assert_eq!(root.date("date").map(|day| day.to_string()).as_deref(), Some("2023-03-06"));
        assert_eq!(root.date("quoted").map(|day| day.to_string()).as_deref(), Some("2023-03-07"));
        assert_eq!(root.time("time", |_| None), NaiveTime::from_hms_opt(10, 0, 0));
        assert_eq!(root.table("inner", |inner| inner.text("key")).flatten().as_deref(), Some("k"));
        let names = root.tables("entries", |entry| entry.text("name"));
        assert_eq!(names.iter().map(|name| name.value.as_str()).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(root.text("absent"), None);
    });
    assert_eq!(errors, [] as [&str; 0]);
}

#[test]
fn all_errors_are_reported_together_in_order_with_their_lines() {
    let text = "name = 5\nlist = ['a', 6]\nsize = 300\n[inner]\nkey = 'k'\ncolour = 'blue'\n\
        [[entries]]\nday = 'soon'\n[[entries]]\n";
    let (made, errors) = read_with(text, |root| {
        root.require(&["name", "title"]);
        let entries = root.tables("entries", |entry| {
            entry.require(&["day"]);
            entry.date("day")
        });
        root.table("inner", |inner| inner.text("key"));
        (root.text("name"), root.texts("list"), root.number::<u8>("size"), entries.len())
    });
    assert_eq!(made, (None, vec!["a".to_owned()], None, 0));
    assert_eq!(
        errors,
        [
            r#"missing line="1" key="title""#,
            r#"value line="1" key="name" value="5" expected="text""#,
            r#"value line="2" key="list" value="6" expected="texts""#,
            r#"value line="3" key="size" value="300" expected="number""#,
            r#"unknown line="6" key="colour" known="key""#,
            r#"value line="8" key="day" value="'soon'" expected="date""#,
            r#"missing line="9" key="day""#,
        ]
    );
}

#[test]
fn a_line_that_is_not_toml_is_reported_once_and_the_rest_counts() {
    let text = "name = Roy\nplace = 'Geneva'\n[[entries]]\nday = 2023-99-01\n[[entries]]\nday = 2023-03-06\n";
    let (made, errors) = read_with(text, |root| {
        root.require(&["name", "place"]);
        let days = root.tables("entries", |entry| entry.date("day"));
        (root.text("name"), root.text("place"), days.len())
    });
    assert_eq!(made, (None, Some("Geneva".to_owned()), 1));
    let lines: Vec<_> =
        errors.iter().map(|error| error.split_whitespace().take(2).collect::<Vec<_>>()).collect();
    assert_eq!(lines, [["syntax", "line=\"1\""], ["syntax", "line=\"4\""]]);
}

#[test]
fn tables_whose_keys_are_data_have_no_unknown_keys() {
    let (keys, errors) = read_with("[verbs]\nask = 'request'\nmay = 'may'\n", |root| {
        root.table("verbs", |verbs| {
            verbs.keys().into_iter().map(|key| (verbs.text(&key.value), key.value)).collect::<Vec<_>>()
        })
    });
    assert_eq!(keys.unwrap()[1], (Some("may".to_owned()), "may".to_owned()));
    assert_eq!(errors, [] as [&str; 0]);
    assert_eq!(read_with("later = 1\n", |root| root.accept_any_key()).1, [] as [&str; 0]);
}

#[test]
fn a_reader_reports_what_only_it_can_know() {
    let (_, errors) = read_with("\ncolour = 'blau'\n", |root| {
        let colour = root.parsed("colour", "colour", |text| (text == "blue").then_some(()));
        root.report(root.place(), Message::new("own").with("reason", "none"));
        colour
    });
    assert_eq!(
        errors,
        [r#"own line="1" reason="none""#, r#"value line="2" key="colour" value="'blau'" expected="colour""#]
    );
}
