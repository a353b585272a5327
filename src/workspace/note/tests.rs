//! Notes are written and read back, whatever was typed; broken ones are reported with their line.

use super::*;
use proptest::prelude::*;

fn moment() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (0i64..4_102_444_800, 0u32..1_000_000_000, -840i32..=840).prop_map(|(second, nano, minutes)| {
        let offset = FixedOffset::east_opt(minutes * 60).unwrap();
        DateTime::from_timestamp(second, nano).unwrap().with_timezone(&offset)
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[+\n\r \"'\\\\a-zé’]{0,40}", "(\\+\\+\\+\r?\n|é\n|\\[x\\]\n){0,5}"]
}

fn note() -> impl Strategy<Value = Note> {
    let anchor = prop_oneof![
        Just(None),
        "annex/[A-H]/next/[1-9]".prop_map(|address| format!("A/77/275:{address}").parse().ok()),
        "note/[*~0-9é]{1,9}".prop_map(|address| format!("A/76/135:{address}").parse().ok()),
    ];
    let extra = proptest::collection::btree_map("[a-zé .]{1,8}", any_text(), 0..4);
    let head = (moment(), proptest::option::of(moment()), any::<[u8; 10]>(), any_text(), any_text());
    let tail = (anchor, proptest::option::of(0u32..99), proptest::option::of(any_text()), extra);
    (head, tail).prop_map(|((at, edited, chance, author, text), (anchor, session, delegation, extra))| Note {
        edited,
        anchor,
        session,
        delegation,
        item: "item/5/f".parse().ok().filter(|_| session.is_some()),
        extra: extra
            .into_iter()
            .map(|(key, value)| (format!("x-{key}"), toml::Value::String(value)))
            .chain(session.map(|_| ("x".into(), toml::Table::from_iter([("y".into(), 1.into())]).into())))
            .collect(),
        ..Note::new(&Now::new(at, chance), author, text)
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_to_the_byte(note in note()) {
        let read = read(&write(&note)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(read.at.offset(), note.at.offset());
        prop_assert_eq!(read, note);
    }

    #[test]
    fn the_name_of_a_file_is_safe_whatever_the_note(note in note()) {
        let name = file_name(&note);
        prop_assert!(name.len() < 120 && name.is_ascii(), "{}", name);
        prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']), "{}", name);
        let last = format!("{}.md", note.id);
        prop_assert!(name.ends_with(&last), "{}", name);
    }

    #[test]
    fn a_text_in_pieces_is_the_same_text(text in any_text(), limit in 4usize..20) {
        let whole = Note::new(&Now::new(DateTime::UNIX_EPOCH.fixed_offset(), [9; 10]), "roy", text);
        let parts = split(whole.clone(), limit);
        prop_assert_eq!(parts.iter().map(|part| part.text.as_str()).collect::<String>(), whole.text.clone());
        prop_assert!(parts.iter().all(|part| part.text.len() <= limit));
        prop_assert!(parts.is_sorted_by(|one, other| one.id < other.id && one.at < other.at));
        prop_assert_eq!(split(whole, limit), parts);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any_text()) {
        let _ = read(&format!("+++\n{text}\n+++\n{text}"));
        let _ = read(&text);
    }
}

const HEAD: &str = "id = \"01GTVZ00000000000000000000\"\nat = 2023-03-06T10:44:00-05:00\n";

#[test]
fn a_note_written_by_hand_is_read_whatever_the_editor_made_of_it() {
    let unix = format!("+++\n{HEAD}author = \"M. Roy\"\nmood = \"calm\" # mine\n+++\nl’été\n\n+++\nfin");
    let note = read(&unix).unwrap();
    assert_eq!((note.author.as_str(), note.text.as_str()), ("M. Roy", "l’été\n\n+++\nfin"));
    assert_eq!(note.extra["mood"].as_str(), Some("calm"));
    assert_eq!(read(&format!("\u{feff}{unix}")).unwrap(), note);
    let windows = read(&unix.replace('\n', "\r\n")).unwrap();
    assert_eq!(windows.text, "l’été\r\n\r\n+++\r\nfin");
    assert_eq!(windows.extra, note.extra);
    assert_eq!(
        read(&unix.replace("2023-03-06T10:44:00-05:00", "\"2023-03-06T10:44:00-05:00\"")).unwrap(),
        note
    );
    assert_eq!(read(&format!("+++\n{HEAD}+++")).unwrap().text, "");
    for (body, text) in [("a", "a"), ("a\n", "a"), ("a\n\n", "a\n"), ("\n", ""), ("a\r\n", "a\r")] {
        assert_eq!(read(&format!("+++\n{HEAD}+++\n{body}")).unwrap().text, text, "{body:?}");
    }
    let windows = format!("+++\n{HEAD}+++\nl’été\n").replace('\n', "\r\n");
    assert_eq!(read(&windows).unwrap().text, "l’été");
}

#[test]
fn a_file_of_a_note_ends_with_a_line_end() {
    let mut note = read(&format!("+++\n{HEAD}+++\n")).unwrap();
    for (text, end) in [("", "\n+++\n"), ("a", "+++\na\n"), ("a\n\n", "+++\na\n\n\n"), ("\r", "+++\n\r\n")] {
        note.text = text.to_owned();
        let written = write(&note);
        assert!(written.ends_with(end), "{written:?}");
        assert_eq!(read(&written).unwrap().text, text);
    }
}

#[track_caller]
fn broken(text: &str, expected: &str) {
    assert_eq!(read(text).unwrap_err().to_string(), expected);
}

#[test]
fn a_broken_note_says_where_and_what() {
    broken("", r#"note-no-front-matter line="1""#);
    broken("just text\n", r#"note-no-front-matter line="1""#);
    broken(&format!("+++\n{HEAD}text"), r#"note-not-closed line="1""#);
    broken(
        &format!("+++\n{HEAD}session = \n+++\n"),
        "note-toml line=\"4\" what=\"string values must be quoted, expected literal string\"",
    );
    broken(
        &format!("+++\n{HEAD}\nsession = \"four\"\n+++\n"),
        r#"note-key line="5" key="session" value="\"four\"""#,
    );
    broken(
        &format!("+++\n{HEAD}anchor = \"annex/16\"\n+++\n"),
        r#"note-key line="4" key="anchor" value="\"annex/16\"""#,
    );
    broken("+++\nid = \"01GTVZ00000000000000000000\"\n+++\n", r#"note-key-missing line="1" key="at""#);
    broken("+++\nid = 12\n+++\n", r#"note-key line="2" key="id" value="12""#);
}

#[track_caller]
fn named(anchor: &str, place: &str) {
    let mut note = read(&format!("+++\n{HEAD}+++\n")).unwrap();
    note.anchor = anchor.parse().ok();
    assert_eq!(file_name(&note), format!("2023-03-06-1044-{place}01GTVZ00000000000000000000.md"));
}

#[test]
fn the_name_of_a_file_tells_day_time_and_place() {
    named("A/77/275:annex/E/next/2", "E.2-");
    named("A/77/275:annex/E/next", "E-");
    named("A/77/275:annex/16/a", "annex-16-a-");
    named("A/76/135:57/d", "57-d-");
    named("A/76/135:heading/II/A", "II.A-");
    named("A/77/275:annex/heading", "annex-");
    named("A/77/275:annex-II/heading/A", "annex-II-A-");
    named("A/77/275:annex/note/*", "annex-note-_-");
    named("A/77/275:item/5/f", "item-5-f-");
    named("", "");
}
