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

fn line_end() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("\n"), Just("\r\n")]
}

/// Lines with ends of their own; the last one may have none.
fn lines(line: &'static str, count: usize) -> impl Strategy<Value = String> {
    let lines = proptest::collection::vec((line, prop_oneof![9 => line_end(), 1 => Just("\r")]), 0..count);
    (lines, any::<bool>()).prop_map(|(lines, closed)| {
        let mut text: String = lines.iter().map(|(line, end)| format!("{line}{end}")).collect();
        if !closed {
            let shorter = text.trim_end_matches(['\r', '\n']).len();
            text.truncate(shorter);
        }
        text
    })
}

/// A front matter as people write it: keys in any order and spelling, with comments, empty lines and keys of their own.
fn front() -> impl Strategy<Value = String> {
    let known = [
        "id = \"01GTVZ00000000000000000000\"",
        "at=2023-03-06T10:44:00Z # noted in the room",
        "\"author\"  =  'M. Roy'\t# who",
        "session = 0x4",
        "delegation = \"FRA\" # to be checked",
        "anchor = 'A/77/275:annex/16/a'",
    ];
    let own = "(# [a-z+é]{0,9}|mood-[a-z]{9} = 'calm' # mine|list-[a-z]{9} = \\[ 1,2 \\]||   )";
    let own = proptest::collection::vec(own, 0..6);
    let table = prop_oneof![Just(""), Just("[mine]\nx = 1 # kept\n# last\n")];
    let ends = proptest::collection::vec(line_end(), 40);
    (2usize..7, own, table, ends).prop_flat_map(move |(count, own, table, ends)| {
        let lines: Vec<String> = known.iter().take(count).map(ToString::to_string).chain(own).collect();
        (Just(lines).prop_shuffle(), Just(table), Just(ends)).prop_map(|(mut lines, table, ends)| {
            lines.extend(table.lines().map(str::to_owned));
            lines.iter().zip(ends.iter().cycle()).map(|(line, end)| format!("{line}{end}")).collect()
        })
    })
}

/// The file of a note as people and their editors write it.
fn file() -> impl Strategy<Value = String> {
    let mark = prop_oneof![Just(""), Just("\u{feff}")];
    let fence = || (prop_oneof![Just("+++"), Just("+++  ")], line_end());
    (mark, fence(), front(), fence(), lines("[a-zé ]{0,4}", 7)).prop_map(
        |(mark, (open, end), front, (close, last), body)| {
            format!("{mark}{open}{end}{front}{close}{last}{body}")
        },
    )
}

/// A file without the lines that begin with the key `edited`.
fn without_stamp(file: &str) -> String {
    file.split_inclusive('\n').filter(|line| !line.starts_with("edited = ")).collect()
}

proptest! {
    #[test]
    fn what_is_written_reads_back_to_the_byte(note in note()) {
        let read = read(&write(&note)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(read.at.offset(), note.at.offset());
        prop_assert_eq!(read, note);
    }

    #[test]
    fn what_is_read_is_written_back_to_the_byte_however_it_is_written(file in file()) {
        let note = read(&file).map_err(|error| TestCaseError::fail(format!("{error}: {file:?}")))?;
        prop_assert!(!note.text.contains('\r'));
        prop_assert_eq!(write(&note), file);
    }

    #[test]
    fn editing_leaves_alone_what_is_not_edited(
        file in file(), at in 0usize..40, words in "[x\n]{1,3}", second in 0i64..9,
    ) {
        let note = read(&file).map_err(|error| TestCaseError::fail(format!("{error}: {file:?}")))?;
        prop_assume!(!note.text.is_empty());
        let at = note.text.floor_char_boundary(at.min(note.text.len()));
        let text = [&note.text[..at], words.as_str(), &note.text[at..]].concat();
        let edited = DateTime::from_timestamp(1_700_000_000 + second, 0).map(|edited| edited.fixed_offset());
        let after = note.with_body(text.clone(), edited);
        let written = write(&after);
        let there = read(&written).map_err(|error| TestCaseError::fail(format!("{error}: {written:?}")))?;
        prop_assert_eq!((&there.text, there.edited, &there.extra), (&text, edited, &note.extra));
        // Besides the words and one line with the time of the edit, everything is there in the same bytes.
        let is_windows = 2 * file.matches("\r\n").count() > file.matches('\n').count();
        let stamp = written.split_inclusive('\n').find(|line| line.starts_with("edited = ")).unwrap();
        prop_assert_eq!(stamp.ends_with("\r\n"), is_windows, "{:?}", stamp);
        let new = without_stamp(&written);
        let before = file.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
        let rest = file.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
        prop_assert!(before + rest >= file.len(), "{:?} {:?}", file, new);
        // Taking the words out again gives the file as it was.
        prop_assert_eq!(write(&after.with_body(note.text, note.edited)), file);
    }

    #[test]
    fn any_front_matter_takes_any_values(file in file(), other in note()) {
        let note = read(&file).map_err(|error| TestCaseError::fail(format!("{error}: {file:?}")))?;
        let changed = Note { extra: note.extra, form: note.form, text: "one\ntwo".into(), ..other };
        let written = write(&changed);
        let there = read(&written).map_err(|error| TestCaseError::fail(format!("{error}: {written:?}")))?;
        prop_assert_eq!(&there, &changed);
        for comment in file.lines().filter_map(|line| line.split_once('#').map(|(_, comment)| comment.trim_end())) {
            prop_assert!(written.contains(comment), "{} in {}", comment, written);
        }
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
    assert_eq!(windows.text, "l’été\n\n+++\nfin");
    assert_eq!(windows.extra, note.extra);
    assert_eq!(
        read(&unix.replace("2023-03-06T10:44:00-05:00", "\"2023-03-06T10:44:00-05:00\"")).unwrap(),
        note
    );
    assert_eq!(read(&format!("+++\n{HEAD}+++")).unwrap().text, "");
    for (body, text) in
        [("a", "a"), ("a\n", "a"), ("a\n\n", "a\n"), ("\n", ""), ("a\r\n", "a"), ("a\rb", "a\nb")]
    {
        assert_eq!(read(&format!("+++\n{HEAD}+++\n{body}")).unwrap().text, text, "{body:?}");
    }
    let windows = format!("+++\n{HEAD}+++\nl’été\n").replace('\n', "\r\n");
    assert_eq!(read(&windows).unwrap().text, "l’été");
}

#[test]
fn editing_a_note_written_by_hand_changes_only_what_was_edited() {
    let head = "# my own note\nid = \"01GTVZ00000000000000000000\" # never change\nmood = 'calm'\n\n\
                at = 2023-03-06T10:44:00-05:00\nauthor = 'M. Roy'   # the chair’s friend\nlist = [\n  1, # one\n]\n";
    let windows = |text: &str| text.replace('\n', "\r\n");
    let note = read(&format!("\u{feff}{}", windows(&format!("+++\n{head}+++\nun\ndeux\n")))).unwrap();
    let edited = DateTime::parse_from_rfc3339("2023-03-07T09:00:00-05:00").ok();
    let stamped = head.replace("44:00-05:00\n", "44:00-05:00\nedited = 2023-03-07T09:00:00-05:00\n");
    let expected = format!("\u{feff}{}", windows(&format!("+++\n{stamped}+++\nun\nzwei\ndeux\n")));
    assert_eq!(write(&note.with_body("un\nzwei\ndeux", edited)), expected);
    let other = Note { author: "Li".into(), delegation: Some("FRA".into()), ..note };
    let changed =
        head.replace("'M. Roy'   #", "\"Li\"   #").replace("friend\n", "friend\ndelegation = \"FRA\"\n");
    let expected = format!("\u{feff}{}", windows(&format!("+++\n{changed}+++\nun\ndeux\n")));
    assert_eq!(write(&other), expected);
}

#[track_caller]
fn with_values(front: &str, change: impl Fn(&mut toml::Table), expected: &str) {
    let mut note = read(&format!("+++\n{HEAD}{front}+++\nOui.\n")).unwrap();
    change(&mut note.extra);
    let written = write(&note);
    assert_eq!(written, format!("+++\n{HEAD}{expected}+++\nOui.\n"));
    assert_eq!(read(&written).unwrap().extra, note.extra);
}

#[test]
fn a_changed_value_leaves_the_comments_of_the_front_matter() {
    let status = |table: &mut toml::Table| drop(table.insert("status".into(), "sent".into()));
    with_values(
        "# for the capital\nstatus = 'draft' # by Friday\n# end\n",
        status,
        "# for the capital\nstatus = \"sent\" # by Friday\n# end\n",
    );
    with_values(
        "# no status yet\nmood = 'calm'\n",
        status,
        "status = \"sent\"\n# no status yet\nmood = 'calm'\n",
    );
    let removed = |table: &mut toml::Table| drop(table.remove("status"));
    with_values("status = 'draft' # by Friday\n# end\n", removed, "# by Friday\n# end\n");
    let instruction = |table: &mut toml::Table| {
        let instruction = table.get_mut("instruction").and_then(toml::Value::as_table_mut).unwrap();
        instruction.insert("from".into(), "Capital".into());
        instruction.insert("reference".into(), "ND 42".into());
    };
    with_values(
        "instruction = { from = 'me' } # by telephone\nkey = 1 # one\n",
        instruction,
        "instruction = { from = \"Capital\", reference = \"ND 42\" } # by telephone\nkey = 1 # one\n",
    );
    with_values(
        "# who\n[instruction]\n# first\nfrom = 'me' # by telephone\n\n[other] # kept\nkey = 1\n",
        instruction,
        "# who\n[instruction]\n# first\nfrom = \"Capital\" # by telephone\nreference = \"ND 42\"\n\n\
         [other] # kept\nkey = 1\n",
    );
}

#[test]
fn each_line_of_a_file_with_mixed_line_ends_keeps_its_own() {
    let file = format!("+++\n{HEAD}+++\na\r\nb\nc\r\nd\ne\n");
    let mut note = read(&file).unwrap();
    for (text, body) in [
        ("a\nb\nc\nd!\ne", "a\r\nb\nc\r\nd!\ne\n"),
        ("new\na\nb\nc\nd!\ne", "new\na\r\nb\nc\r\nd!\ne\n"),
        ("new\na\nc\nd!\ne", "new\na\r\nc\r\nd!\ne\n"),
        ("new\na\nc\nd!\ne\nf", "new\na\r\nc\r\nd!\ne\nf\n"),
        ("", ""),
        ("x\ny", "x\ny\n"),
    ] {
        note = note.with_body(text, None);
        assert_eq!(write(&note), format!("+++\n{HEAD}+++\n{body}"));
    }
}

#[test]
fn a_file_of_a_note_ends_with_a_line_end() {
    let mut note = read(&format!("+++\n{HEAD}+++\n")).unwrap();
    for (text, end) in [("", "\n+++\n"), ("a", "+++\na\n"), ("a\n\n", "+++\na\n\n\n"), ("\n", "+++\n\n\n")] {
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
fn the_name_of_a_file_has_day_time_and_place() {
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
