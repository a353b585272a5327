//! The hidden copies that a kill leaves: removed at the next start for writing when nothing is lost with them.

use super::*;

/// The hidden files that are left after a start, and what was reported.
fn start(home: &Home) -> (Vec<String>, Vec<Error>) {
    let opened = home.open().unwrap();
    opened.broken.iter().for_each(|broken| reads_well(&broken.error));
    let reported = opened.broken.iter().map(|broken| broken.error.clone()).collect();
    drop(opened);
    let hidden = |name: &String| name.rsplit('/').next().unwrap().starts_with('.') || name.ends_with(".tmp");
    (home.tree().into_keys().filter(hidden).collect(), reported)
}

fn filled() -> Home {
    let home = Home::new();
    let mut opened = home.open().unwrap();
    let workspace = &mut opened.workspace;
    workspace.save(&text(1, "d’abord"), &now(2)).unwrap();
    workspace.save(&Note { kind: Kind::Position, ..text(2, "position") }, &now(3)).unwrap();
    workspace.add_to_calendar(&entries(), &group()).unwrap();
    keep(&workspace.documents_dir()).unwrap();
    workspace.journal(&text(3, "half a wo")).unwrap();
    home
}

#[test]
fn a_copy_whose_file_is_whole_is_removed_in_every_folder() {
    let home = filled();
    let files: Vec<String> = home.tree().into_keys().filter(|name| name.starts_with("work/")).collect();
    assert_eq!(files.len(), 7, "{files:?}");
    for file in &files {
        let (folder, name) = file.rsplit_once('/').unwrap();
        for (end, content) in [("AbCdEf", "+++\nhalf writ"), ("x7k2p9", "x = "), ("0AAAAA", "")] {
            fs::write(home.path(&format!("{folder}/.{name}.{end}")), content).unwrap();
        }
    }
    fs::write(home.work(&format!(".journal/{}.tmp", text(3, "").id)), "plenary-jour").unwrap();
    assert_eq!(start(&home), (vec![], vec![]));
    assert_eq!(home.tree().into_keys().filter(|name| name.starts_with("work/")).collect::<Vec<_>>(), files);
}

#[test]
fn a_copy_of_a_note_whose_draft_is_in_the_journal_is_removed() {
    let home = filled();
    let draft = note::file_name(&text(3, ""));
    fs::write(home.work(&format!("notes/.{draft}.AbCdE1")), "+++\nhalf writ").unwrap();
    assert_eq!(start(&home), (vec![], vec![]));
    assert_eq!(home.open().unwrap().recovered, [text(3, "half a wo")]);
}

#[test]
fn a_copy_that_may_be_the_only_one_is_kept_and_reported() {
    let home = filled();
    let lost = text(7, "nowhere else");
    let name = format!(".{}.AbCdE1", note::file_name(&lost));
    fs::write(home.work("notes").join(&name), note::write(&lost)).unwrap();
    fs::write(home.work("notes/.torn.md.AbCdE2"), "+++\nid").unwrap();
    fs::write(home.work("notes/broken.md"), "+++\nid").unwrap();
    fs::write(home.work("notes/.broken.md.AbCdE3"), "+++\nid = ").unwrap();
    let expected: Vec<String> = [name.as_str(), ".broken.md.AbCdE3", ".torn.md.AbCdE2"]
        .map(|name| format!("work/notes/{name}"))
        .into();
    for _ in 0..2 {
        let (mut left, reported) = start(&home);
        left.sort();
        let mut expected = expected.clone();
        expected.sort();
        assert_eq!(left, expected);
        assert!(reported.iter().all(|error| error.message.id == "hidden-copy"), "{reported:?}");
        assert_eq!(reported.len(), 3);
    }
    // The user renames it, as the message says.
    fs::rename(home.work("notes").join(&name), home.work("notes").join(note::file_name(&lost))).unwrap();
    assert_eq!(home.open().unwrap().contents.notebook.get(lost.id), Some(&lost));
}

#[test]
fn a_copy_of_a_note_that_was_renamed_or_put_in_the_trash_is_removed() {
    let home = filled();
    let note = text(1, "d’abord");
    let name = note::file_name(&note);
    fs::write(home.work(&format!("notes/.{name}.AbCdE1")), note::write(&note)).unwrap();
    fs::rename(home.work("notes").join(&name), home.work("notes/renamed.md")).unwrap();
    assert_eq!(start(&home), (vec![], vec![]));
    fs::write(home.work(&format!("notes/.{name}.AbCdE1")), note::write(&note)).unwrap();
    fs::create_dir_all(home.work("notes/.trash")).unwrap();
    fs::rename(home.work("notes/renamed.md"), home.work("notes/.trash").join(&name)).unwrap();
    assert_eq!(start(&home), (vec![], vec![]));
}

#[test]
fn a_torn_copy_of_a_draft_whose_words_are_in_a_note_is_removed() {
    let home = filled();
    let draft = Note { id: text(9, "").id, ..text(1, "d’abord") };
    let copy = home.work(".journal").join(format!(".{}.md.AbCdE1", draft.id));
    let whole = format!("plenary-journal 2 0 133 - notes\n{}", note::write(&draft));
    fs::create_dir_all(home.work(".journal")).unwrap();
    for end in [3, 40, whole.len() - 4, whole.len()] {
        fs::write(&copy, &whole.as_bytes()[..end]).unwrap();
        assert_eq!(start(&home), (vec![], vec![]), "{end}");
    }
    let new = Note { text: "d’abord autre chose".to_owned(), ..draft };
    fs::write(&copy, note::write(&new)).unwrap();
    assert_eq!(start(&home).0.len(), 1, "words that are nowhere else stay");
}

#[test]
fn other_hidden_files_stay_and_a_program_that_only_reads_removes_nothing() {
    let home = filled();
    let name = note::file_name(&text(1, ""));
    let own = [
        "notes/.obsidian",
        &format!("notes/.{name}.swp"),
        &format!("notes/.{name}.backup"),
        "notes/.gitignore",
    ];
    own.iter().for_each(|file| fs::write(home.work(file), "mine").unwrap());
    assert_eq!(start(&home).0.len(), own.len());
    fs::write(home.work(&format!("notes/.{name}.AbCdE1")), "").unwrap();
    let opened = home.open().unwrap();
    assert!(!home.work(&format!("notes/.{name}.AbCdE1")).exists());
    fs::write(home.work(&format!("notes/.{name}.AbCdE1")), "").unwrap();
    WorkspaceFolder::open(&home.path("work"), Access::Read, &Manifest::default()).unwrap();
    let second = home.open().unwrap();
    assert!(second.workspace.read_only().is_some() && home.work(&format!("notes/.{name}.AbCdE1")).exists());
    drop(opened);
}

#[test]
fn a_copy_has_a_name_that_is_recognised_and_never_too_long() {
    for name in ["k", "2023-03-06-d’abord.md", &"é".repeat(127), &"x".repeat(255)] {
        let copy = crate::store::copy_name::name(name.as_ref());
        assert!(copy.len() <= 255, "{copy:?}");
        let home = Home::new();
        file::write(&home.path(name), b"whole").unwrap();
        fs::write(home.path(copy.to_str().unwrap()), "older").unwrap();
        let old = std::time::SystemTime::UNIX_EPOCH;
        fs::File::open(home.path(copy.to_str().unwrap())).unwrap().set_modified(old).unwrap();
        crate::store::hidden::clear_older(home.home.path());
        assert_eq!(home.tree().len(), if name.len() > 240 { 2 } else { 1 });
    }
}
