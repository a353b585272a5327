//! The index of documents in the cache folder: brought up to date, locked, damaged, in memory.

#![allow(clippy::disallowed_methods, reason = "a test changes and damages files beside the program")]

use std::fs;
use std::path::Path;

use plenary::base::{Now, Unwatched};
use plenary::model::{Delegations, Language};
use plenary::search::{Concepts, Query, SearchOptions, find};
use plenary::store::Places;
use plenary::store::cache;
use plenary::store::index::{DocumentIndex, FullText, IndexState, SharedTexts, WrittenIndex};
use plenary::workspace::{Contents, Note, Notebook};

const INVENTED: &str = r#"version = 2
symbol = "A/99/1"
language = "en"
kind = "report"
title = "Report on lighthouses"

[[blocks]]
address = "1"
kind = "paragraph"
number = "1"
text = "States maintain WORD along their coasts."
"#;

fn found(index: &DocumentIndex, typed: &str) -> Vec<String> {
    let concepts = Concepts::bundled();
    let query = Query::read(typed, concepts);
    let options = SearchOptions { language: Language::EN, with_rings: true, most: 50 };
    let result = find(&query, concepts, &FullText::new(Some(index), None), options);
    result.hits.iter().map(|hit| format!("{}:{}", hit.entry.symbol, hit.entry.address)).collect()
}

fn write(workspace: &Path, name: &str, word: &str) {
    fs::create_dir_all(workspace.join("documents")).expect("a folder");
    fs::write(workspace.join("documents").join(name), INVENTED.replace("WORD", word)).expect("a document");
}

fn updated(places: &Places, workspace: &Path) -> DocumentIndex {
    let mut index = DocumentIndex::open(places, workspace).expect("an index");
    index.update(&Unwatched).expect("the index is written").expect("nobody stops it");
    index
}

#[test]
fn the_index_follows_the_files_of_the_workspace() {
    let home = tempfile::tempdir().expect("a folder");
    let (places, workspace) = (Places::under(home.path()), home.path().join("ws"));
    write(&workspace, "a.toml", "lighthouses");
    let index = updated(&places, &workspace);
    assert_eq!(index.state(), IndexState::Kept);
    assert_eq!(found(&index, "lighthouse"), ["A/99/1:1"]);
    assert!(!found(&index, "souveraineté").is_empty(), "the bundled documents are indexed too");

    let opened = DocumentIndex::open(&places, &workspace).expect("an index");
    assert!(opened.is_current());
    assert_eq!(found(&opened, "lighthouses"), ["A/99/1:1"], "what is kept is found without indexing again");

    write(&workspace, "a.toml", "foghorns and bells");
    assert!(!opened.is_current());
    let index = updated(&places, &workspace);
    assert_eq!(found(&index, "lighthouse"), [] as [&str; 0]);
    assert_eq!(found(&index, "foghorn"), ["A/99/1:1"]);

    // A later file of the same symbol replaces it, and when that is gone the first one is found again.
    write(&workspace, "b.toml", "buoys anchored there");
    assert_eq!(found(&updated(&places, &workspace), "foghorn"), [] as [&str; 0]);
    fs::remove_file(workspace.join("documents/b.toml")).expect("the file is removed");
    assert_eq!(found(&updated(&places, &workspace), "foghorn"), ["A/99/1:1"]);
    fs::remove_file(workspace.join("documents/a.toml")).expect("the file is removed");
    assert_eq!(found(&updated(&places, &workspace), "foghorn"), [] as [&str; 0]);
}

#[test]
fn a_damaged_index_is_made_again_and_one_that_cannot_be_kept_is_in_memory() {
    let home = tempfile::tempdir().expect("a folder");
    let (places, workspace) = (Places::under(home.path()), home.path().join("ws"));
    updated(&places, &workspace);
    let folder = fs::read_dir(cache::folder(&places, &workspace)).expect("a cache").next().expect("an index");
    fs::write(folder.expect("an index").path().join("meta.json"), "{").expect("it is damaged");
    let index = updated(&places, &workspace);
    assert_eq!(index.state(), IndexState::Kept);
    assert!(!found(&index, "souveraineté").is_empty());

    // A file of the index that another program has changed.
    let folder = fs::read_dir(cache::folder(&places, &workspace)).expect("a cache").next().expect("an index");
    let files = fs::read_dir(folder.expect("an index").path()).expect("files").flatten();
    let store = files.map(|file| file.path()).find(|path| path.extension().is_some_and(|end| end == "store"));
    let store = store.expect("the texts are stored");
    let mut bytes = fs::read(&store).expect("the texts");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    fs::write(&store, bytes).expect("it is damaged");
    let opened = DocumentIndex::open(&places, &workspace).expect("an index");
    assert!(!opened.is_sound());
    let mut made = opened.made_again(&places).expect("an index");
    made.update(&Unwatched).expect("the index is written").expect("nobody stops it");
    assert!(made.is_sound() && !found(&made, "souveraineté").is_empty());

    let blocked = home.path().join("blocked");
    fs::write(&blocked, "a file where the cache folder should be").expect("a file");
    let places = Places { cache: blocked, ..places };
    let index = updated(&places, &workspace);
    assert_eq!(index.state(), IndexState::Memory);
    assert!(!found(&index, "souveraineté").is_empty());
}

#[test]
fn an_index_that_another_program_writes_is_searched_as_it_is() {
    let home = tempfile::tempdir().expect("a folder");
    let (places, workspace) = (Places::under(home.path()), home.path().join("ws"));
    write(&workspace, "a.toml", "lighthouses");
    updated(&places, &workspace);
    let folder = fs::read_dir(cache::folder(&places, &workspace)).expect("a cache").next().expect("an index");
    let other = tantivy::Index::open_in_dir(folder.expect("an index").path()).expect("the index");
    let writer: tantivy::IndexWriter = other.writer(20_000_000).expect("another program writes");
    write(&workspace, "a.toml", "foghorns");
    let mut index = DocumentIndex::open(&places, &workspace).expect("an index");
    index.update(&Unwatched).expect("that is no error").expect("nobody stops it");
    assert_eq!(index.state(), IndexState::Locked);
    assert_eq!(found(&index, "lighthouse"), ["A/99/1:1"]);
    drop(writer);
    index.update(&Unwatched).expect("the index is written").expect("nobody stops it");
    assert_eq!((index.state(), found(&index, "foghorn")), (IndexState::Kept, vec!["A/99/1:1".to_owned()]));
}

#[test]
fn an_index_without_the_list_of_its_sources_is_written_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (places, workspace) = (Places::under(home.path()), home.path().join("ws"));
    write(&workspace, "a.toml", "lighthouses");
    updated(&places, &workspace);
    let folder = fs::read_dir(cache::folder(&places, &workspace)).expect("a cache").next().expect("an index");
    let lists = || {
        let files = fs::read_dir(folder.as_ref().expect("an index").path()).expect("files").flatten();
        files.map(|file| file.path()).filter(|path| path.to_string_lossy().contains("sources-"))
    };
    assert_eq!(lists().count(), 1);
    fs::write(lists().next().expect("a list"), "0000000000000000\n{}").expect("it is damaged");
    fs::remove_file(workspace.join("documents/a.toml")).expect("the file is removed");
    write(&workspace, "b.toml", "foghorns");
    let index = updated(&places, &workspace);
    assert_eq!(found(&index, "lighthouse"), [] as [&str; 0], "what the list would have named is not found");
    assert_eq!(found(&index, "foghorn"), ["A/99/1:1"]);
    assert_eq!(lists().count(), 1, "only the list of what is indexed is kept");
}

#[test]
fn a_note_is_found_as_soon_as_it_is_typed_among_thousands() {
    let start: chrono::DateTime<chrono::FixedOffset> = "2023-03-07T10:00:00Z".parse().expect("a moment");
    let now = |at: i64| Now::new(start + chrono::TimeDelta::seconds(at), [7; 10]);
    let delegations = Delegations::bundled();
    let note = |at| Note::new(&now(at), "roy", format!("entretien numéro{at} sur les capacités"));
    let notes: Vec<Note> = (0..3000).map(note).collect();
    let mut contents = Contents { notebook: Notebook::new(notes.clone(), Vec::new()), ..Contents::default() };
    let mut index = WrittenIndex::default();
    index.update(&SharedTexts::of(&contents, &delegations));
    let found = |index: &WrittenIndex, typed: &str| {
        let concepts = Concepts::bundled();
        let options = SearchOptions { language: Language::FR, with_rings: true, most: 50 };
        let full_text = FullText::with_written(None, Some(index));
        let result = find(&Query::read(typed, concepts), concepts, &full_text, options);
        result.hits.into_iter().map(|hit| hit.entry.text).collect::<Vec<_>>()
    };
    assert_eq!(found(&index, "numéro1234").len(), 1);

    let mut edited = notes[1234].clone();
    edited.text = "guichet unique".to_owned();
    contents.notebook.add(edited);
    contents.notebook.remove(notes[77].id);
    contents.notebook.add(Note::new(&now(5000), "roy", "interlocuteur désigné"));
    let began = std::time::Instant::now();
    index.update(&SharedTexts::of(&contents, &delegations));
    println!("3,000 notes, one new, one changed, one removed: {:?}", began.elapsed());
    assert_eq!(found(&index, "numéro1234"), [] as [&str; 0], "the old words are gone");
    assert_eq!(found(&index, "guichet"), ["guichet unique"]);
    assert_eq!(found(&index, "interlocuteur"), ["interlocuteur désigné"]);
    assert_eq!(found(&index, "numéro77"), [] as [&str; 0], "what is removed is not found");
    assert_eq!(found(&index, "numéro78").len(), 1);

    // So many changes that all are indexed again.
    contents.notebook = Notebook::new(notes.into_iter().take(1000), Vec::new());
    index.update(&SharedTexts::of(&contents, &delegations));
    assert_eq!(found(&index, "guichet"), [] as [&str; 0]);
    assert_eq!((found(&index, "numéro999").len(), found(&index, "numéro1000").len()), (1, 0));
}
