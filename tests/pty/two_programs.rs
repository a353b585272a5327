//! Two programs on one workspace: the second one is read-only, shows this, and writes nothing.

use crate::support::files;
use crate::support::home::Home;

use super::desk;
use super::terminal::Exit;

#[test]
fn a_second_program_is_read_only_and_shows_it() {
    for (lang, sign, why) in
        [("en", "[read only]", "another Plenary"), ("fr", "[lecture seule]", "un autre Plenary")]
    {
        let home = Home::new();
        let mut first = desk(&home, &["--at", "E.2"]);
        let mut second = desk(&home, &["--at", "E.2", "--lang", lang]);
        second.sees(sign).sees(why).press(">").sees_no_more(why).press("<");
        for keys in ["n", "i", "Down s d"] {
            second.press(keys).sees(why).press("Esc");
        }
        second.paste("perdu ?").sees(why).press("q");
        assert_eq!(second.wait_exit(), Exit::Code(0));
        first.press("n").types("toujours là").sees("toujours là").press("Esc").sees("Note saved").press("q");
        assert_eq!(first.wait_exit(), Exit::Code(0));
        assert_eq!(super::only_note(&home), "toujours là");
    }
}

#[test]
fn the_command_line_reads_but_does_not_write_while_the_interface_is_open() {
    let home = Home::new();
    let mut first = desk(&home, &["--at", "E.2"]);
    let add = home.plenary().args(["note", "add", "E.2", "x"]).output().expect("it runs");
    assert_eq!(add.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&add.stderr).contains("another Plenary"));
    let set = ["track", "set", "E.2", "--session", "4", "--status", "agreed"];
    assert_eq!(home.plenary().args(set).output().expect("it runs").status.code(), Some(3));
    assert!(home.plenary().args(["note", "list"]).output().expect("it runs").status.success());
    first.press("q");
    assert_eq!(first.wait_exit(), Exit::Code(0));
    assert!(home.plenary().args(set).output().expect("it runs").status.success());
}

#[test]
fn changes_by_a_colleague_appear_when_the_window_gets_the_focus() {
    let home = Home::new();
    assert!(home.plenary().args(["note", "add", "E.2", "avant"]).output().expect("it runs").status.success());
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.sees("avant");
    let file = super::notes(&home).remove(0);
    files::write(&file, files::text(&file).replace("avant", "arrivé par le nuage"));
    // A terminal sends this when its window gets the focus.
    terminal.types("\x1b[I").sees("arrivé par le").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}

#[test]
fn a_note_changed_by_a_colleague_is_kept_as_a_second_version() {
    let home = Home::new();
    assert!(home.plenary().args(["note", "add", "E.2", "avant"]).output().expect("it runs").status.success());
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.sees("avant").press("Tab Tab e").sees("Editing note");
    let file = super::notes(&home).remove(0);
    let theirs = files::text(&file).replace("avant", "le sien");
    files::write(&file, &theirs);
    terminal
        .types(" ")
        // The notice disappears with the next key, so the test waits for it before typing.
        .sees("both versions are kept")
        .types("le mien")
        .press("Esc")
        .sees("le sien")
        .sees("avant le mien")
        .press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    let texts: Vec<String> = super::notes(&home).iter().map(|path| files::text(path)).collect();
    assert_eq!(texts.len(), 2);
    assert!(
        texts.contains(&theirs) && texts.iter().any(|text| text.ends_with("avant le mien\n")),
        "{texts:?}"
    );
}

#[test]
fn quitting_right_after_typing_loses_and_overwrites_nothing() {
    let home = Home::new();
    assert!(
        home.plenary().args(["note", "add", "E.2", "Original"]).output().expect("it runs").status.success()
    );
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.sees("Original").press("Tab Tab e").sees("Editing note");
    let file = super::notes(&home).remove(0);
    let theirs = files::text(&file) + "le sien\n";
    files::write(&file, &theirs);
    // The test does not wait between the keys: several states are queued when the first one is refused.
    terminal.types(" PLUS").press("Esc").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(files::text(&file), theirs);
    let texts: Vec<String> = super::notes(&home).iter().map(|path| files::text(path)).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts.iter().any(|text| text.ends_with("+++\nOriginal PLUS\n")), "{texts:?}");
}

#[test]
fn a_read_only_program_may_write_after_the_other_one_has_ended() {
    let home = Home::new();
    let mut first = desk(&home, &["--at", "E.2"]);
    let mut second = desk(&home, &["--at", "E.2"]);
    second.sees("[read only]");
    first.press("q");
    assert_eq!(first.wait_exit(), Exit::Code(0));
    // A reload, by key or because the window gets the focus, tries to take the lock.
    second.press("Ctrl-r").sees_no_more("[read only]").press("n").types("enfin").sees("enfin").press("Esc q");
    assert_eq!(second.wait_exit(), Exit::Code(0));
    assert_eq!(super::only_note(&home), "enfin");
}

/// A draft as a program that died has left it in the journal of the default workspace.
fn leave_draft(home: &Home, text: &str) -> std::path::PathBuf {
    use plenary::base::Now;
    use plenary::store::{Access, Manifest, WorkspaceFolder, WritePath};
    use plenary::workspace::Note;
    let folder = home.data().join("workspace");
    let opened = WorkspaceFolder::open(&folder, Access::Read, &Manifest::default()).expect("it can be read");
    drop(opened);
    let instant = chrono::DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").expect("a moment");
    let mut note = Note::new(&Now::new(instant, [9; 10]), "roy", text);
    note.anchor = "A/77/275:annex/E/next/2".parse().ok();
    let mut journal = plenary::store::journal::Journal::new(WritePath::of_user(folder.join(".journal")));
    let rendered = plenary::store::rendered::Rendered::of(std::borrow::Cow::Borrowed(&note));
    journal.write(&rendered, plenary::store::version::Bases::default()).expect("it is written");
    folder.join(format!(".journal/{}.md", note.id))
}

#[test]
fn taking_over_recovers_the_draft_of_a_program_that_died() {
    let home = Home::new();
    let mut first = desk(&home, &["--at", "E.2"]);
    let mut second = desk(&home, &["--at", "E.2"]);
    second.sees("[read only]");
    first.kill();
    first.wait_exit();
    let draft = leave_draft(&home, "le brouillon du défunt");
    let check = home.plenary().args(["check", "--json"]).output().expect("it runs");
    let value: serde_json::Value = serde_json::from_slice(&check.stdout).expect("JSON");
    assert_eq!(value["recovered"], 1, "{value}");
    assert!(draft.exists(), "check changes nothing");
    second.press("Ctrl-r").sees("has been recovered").sees("le brouillon du défunt");
    second.press("n").types("enfin").sees("enfin").press("Esc q");
    assert_eq!(second.wait_exit(), Exit::Code(0));
    assert_eq!((super::notes(&home).len(), draft.exists()), (2, false));
}

#[test]
fn a_draft_that_is_too_long_or_broken_does_not_keep_the_desk_from_opening() {
    let home = Home::new();
    let long = leave_draft(&home, &"long\n".repeat(1 << 20));
    let torn = long.with_file_name("01GTVZ00000000000000000000.md");
    files::write(&torn, "plenary-journal 1 0 -\n+++\n");
    files::write(&home.data().join("workspace/notes/broken.md"), "no front matter\n");
    let mut first = desk(&home, &["--at", "E.2"]);
    first.sees("recovered whole").sees("2 notes").sees("problems; plenary check").press("q");
    assert_eq!(first.wait_exit(), Exit::Code(0));
    assert_eq!((super::notes(&home).len(), torn.exists(), long.exists()), (3, true, false));
    let check = home.plenary().args(["check"]).output().expect("it runs");
    let shown = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(shown.contains(".journal/01GTVZ") && shown.contains("notes/broken.md"), "{shown}");
}
