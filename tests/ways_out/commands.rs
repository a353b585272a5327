//! The commands: which of them write words of the delegate to a file for others, and that nothing restricted is among them.

use std::any::TypeId;
use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Arg, Command};
use plenary::locale::Locale;
use plenary::model::Language;
use plenary::store::{Access, Manifest, WorkspaceFolder};
use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;

use super::marked::{MARKED, marked, now};
use super::readable::found;

/// What a command does with the words of the delegate.
enum Way {
    /// It writes them for others: what is restricted only with `--with restricted`.
    Out {
        /// Its file, if it takes no `--format`; empty for a folder.
        ending: &'static str,
        /// Words that are in every file.
        open: &'static [&'static str],
        /// Restricted words that are in it if that is asked for.
        asked: &'static [&'static str],
    },
    /// It writes all of them, restricted or not: that is what it is for, and it says so.
    Whole,
    /// It shows them on the screen of the delegate.
    Screen,
    /// It changes them in the workspace, or reads a file into it.
    In,
    /// It has none of them.
    Without,
}

/// A command with arguments to try it with.
struct Tried {
    name: &'static str,
    way: Way,
    arguments: &'static [&'static str],
}

const fn tried(name: &'static str, way: Way, arguments: &'static [&'static str]) -> Tried {
    Tried { name, way, arguments }
}

/// Every command. One that is not here fails the test: what does it do with restricted words?
const COMMANDS: &[Tried] = &[
    tried("documents", Way::Without, &[]),
    tried("show", Way::Without, &["A/77/275:annex/E/next/2"]),
    tried("resolve", Way::Without, &["57d"]),
    tried("cites", Way::Without, &["A/77/275:annex/15/b/ii"]),
    tried("cited-by", Way::Without, &["A/76/135:57/d"]),
    tried("findings", Way::Without, &["A/77/275"]),
    tried("document correct", Way::In, &["A/77/275:annex/16/a", "--confirm"]),
    tried("document set", Way::In, &["A/77/275", "--title", "Report"]),
    tried("document corrections", Way::Without, &["A/77/275"]),
    tried("document undo", Way::In, &["A/77/275"]),
    tried("document remove", Way::In, &["A/77/275"]),
    tried("fetch-list", Way::Without, &[]),
    tried("agenda", Way::Without, &[]),
    tried("steps", Way::Without, &["--document", "A/77/275"]),
    tried("track", Way::Screen, &["--session", "4"]),
    tried("track set", Way::In, &[]),
    tried("track undo", Way::In, &[]),
    tried("track redo", Way::In, &[]),
    tried("beside", Way::Without, &["A/77/275", "A/77/275"]),
    tried("calendar", Way::Without, &["--session", "4"]),
    tried("calendar add", Way::In, &[]),
    tried("intervene", Way::In, &[]),
    tried("correct", Way::In, &[]),
    tried("said", Way::Screen, &[]),
    // The workspace has no speaking list: that a restricted one is only on the screen is not tried.
    tried("speakers", Way::In, &[]),
    tried("speakers list", Way::In, &[]),
    tried("speakers add", Way::In, &[]),
    tried("speakers next", Way::In, &[]),
    tried("calendar deadline", Way::In, &[]),
    tried("note add", Way::In, &[]),
    tried("note set", Way::In, &[]),
    tried("note list", Way::Screen, &[]),
    tried("note show", Way::In, &[]),
    tried("position list", Way::Screen, &[]),
    tried("position show", Way::In, &[]),
    tried("position set", Way::In, &[]),
    tried("amend", Way::In, &[]),
    tried("amendments", Way::Screen, &[]),
    tried(
        "statement",
        Way::Out { ending: "", open: &["pourtousposition"], asked: &["zmarkposition"] },
        &["--item", "5/f", "--session", "4"],
    ),
    tried(
        "statement",
        Way::Out { ending: "", open: &[], asked: &["zmarkstatement"] },
        &["--item", "5/f", "--session", "1"],
    ),
    tried(
        "statement",
        Way::Out { ending: "", open: &[], asked: &["zmarkmade"] },
        &["--item", "5/f", "--session", "2"],
    ),
    tried(
        "statement",
        Way::Out { ending: "", open: &["pourtousdiscours"], asked: &[] },
        &["--item", "5/f", "--session", "3"],
    ),
    tried("statement make", Way::In, &[]),
    tried("statement list", Way::Screen, &[]),
    tried("statement show", Way::In, &[]),
    tried("statement set", Way::In, &[]),
    tried("statement deliver", Way::In, &[]),
    tried(
        "digest",
        Way::Out {
            ending: "",
            open: &["pourtousnote", "pourtousremarque"],
            asked: &["zmarknote", "zmarkversion", "zmarksaid", "zmarkremark", "zmarktopic", "zmarkdraft"],
        },
        &["--session", "4"],
    ),
    tried("search", Way::Screen, &["zmarknote", "--in", "notes"]),
    tried("import", Way::In, &[]),
    tried("inbox", Way::In, &[]),
    tried(
        "export tracker",
        Way::Out {
            ending: "",
            open: &["pourtousremarque"],
            asked: &["zmarknote", "zmarkremark", "zmarktopic"],
        },
        &["--session", "4"],
    ),
    tried("export calendar", Way::Out { ending: "ics", open: &[], asked: &[] }, &[]),
    tried(
        "export amendments",
        Way::Out { ending: "", open: &["pourtousamendement"], asked: &["zmarkamendment", "zmarkreason"] },
        &["--document", "A/77/275"],
    ),
    tried("handover", Way::Whole, &[]),
    tried("takeover", Way::In, &[]),
    tried(
        "share",
        Way::Out {
            ending: "",
            open: &[
                "pourtousnote",
                "pourtousposition",
                "pourtousmotif",
                "pourtousdiscours",
                "pourtousremarque",
            ],
            asked: &MARKED,
        },
        &[],
    ),
    tried("keys", Way::Without, &[]),
    tried("check", Way::Without, &[]),
    tried("completions", Way::Without, &["bash"]),
];

/// A home folder whose workspace has all marked words.
fn home() -> Home {
    let home = Home::in_language("fr_FR.UTF-8");
    let root = home.data().join("workspace");
    let mut opened = WorkspaceFolder::open(&root, Access::Write, &Manifest::default()).expect("a workspace");
    let marked = marked();
    for text in &marked.texts {
        opened.workspace.save(text, &now(59)).expect("a text is saved");
    }
    let machine = "k7m2q9xa".parse().expect("a machine");
    for act in &marked.acts {
        opened.workspace.append(act, &machine).expect("an act is stored");
    }
    home
}

/// Runs a command; its output and its errors.
fn run(home: &Home, arguments: &[&str]) -> Vec<Vec<u8>> {
    let output = home.plenary().args(arguments).args(["--today", "2023-03-06"]).output().expect("it runs");
    vec![output.stdout, output.stderr]
}

/// The bytes of all files in a folder, with their paths.
fn written(home: &Home, folder: &str) -> Vec<Vec<u8>> {
    let tree = files::tree(&home.path().join(folder));
    let named = |(path, bytes): (PathBuf, Option<Vec<u8>>)| {
        [path.to_string_lossy().into_owned().into_bytes(), bytes.unwrap_or_default()]
    };
    tree.into_iter().flat_map(named).collect()
}

/// The leaf commands of the program and those that do something themselves, by their names.
fn names(command: &Command, above: &str, found: &mut Vec<(String, Command)>) {
    for below in command.get_subcommands() {
        let name = format!("{above}{}", below.get_name());
        if !below.is_subcommand_required_set() {
            found.push((name.clone(), below.clone()));
        }
        names(below, &format!("{name} "), found);
    }
}

fn commands() -> Vec<(String, Command)> {
    let mut found = Vec::new();
    names(&plenary::cli::command(&Locale::new(Language::EN)), "", &mut found);
    found
}

fn argument<'a>(command: &'a Command, id: &str) -> Option<&'a Arg> {
    command.get_arguments().find(|argument| argument.get_id() == id)
}

/// The files a command can write: name and arguments that choose the format.
fn formats(command: &Command, ending: &str) -> Vec<(String, Vec<String>)> {
    let format = argument(command, "format").map(Arg::get_possible_values).unwrap_or_default();
    if format.is_empty() {
        let dot = if ending.is_empty() { "" } else { "." };
        return vec![(format!("of{dot}{ending}"), Vec::new())];
    }
    let names = format.iter().map(|value| value.get_name().to_owned());
    names.map(|name| (format!("of.{name}"), vec!["--format".to_owned(), name])).collect()
}

#[test]
fn every_command_is_classified_by_what_it_does_with_the_words_of_the_delegate() {
    let commands = commands();
    let known: BTreeSet<&str> = COMMANDS.iter().map(|tried| tried.name).collect();
    let real: BTreeSet<&str> = commands.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(known, real, "a command is a way out or not: add it to COMMANDS");
    let path = TypeId::of::<PathBuf>();
    for (name, command) in &commands {
        let own = command.get_arguments().filter(|argument| !argument.is_global_set());
        let paths: Vec<&str> = own
            .filter(|argument| argument.get_value_parser().type_id() == path)
            .map(|argument| argument.get_id().as_str())
            .collect();
        let way = &COMMANDS.iter().find(|tried| tried.name == name).expect("it is known").way;
        let (expected, asks): (&[&str], bool) = match way {
            Way::Out { .. } => (&["to"], true),
            Way::Whole => (&["to"], false),
            Way::In if ["takeover", "import"].contains(&name.as_str()) => (&["file"], false),
            // With their words, restricted positions make the statement restricted.
            Way::In if ["statement make", "statement set"].contains(&name.as_str()) => (&[], true),
            _ => (&[], false),
        };
        assert_eq!(paths, expected, "{name}: an argument that is a path can be a way out");
        assert_eq!(argument(command, "with").is_some(), asks, "{name} --with restricted");
    }
    let program = plenary::cli::command(&Locale::new(Language::EN));
    let ids = program.get_arguments().map(|argument| argument.get_id().as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["json", "workspace", "lang", "today", "session", "at"]);
}

#[test]
fn no_restricted_word_comes_out_of_any_command_in_any_format_unless_that_is_asked_for() {
    let (home, mut places) = (home(), (0..).map(|nth| format!("out/{nth}")));
    for tried in COMMANDS {
        let Way::Out { ending, open, asked } = &tried.way else { continue };
        let (_, command) = commands().into_iter().find(|(name, _)| name == tried.name).expect("it is there");
        for (file, format) in formats(&command, ending) {
            let words = tried.name.split(' ').chain(tried.arguments.iter().copied());
            let arguments: Vec<&str> = words.chain(format.iter().map(String::as_str)).collect();
            let mut place = || places.next().expect("there are numbers without end");
            let (read, manifest) = exported(&home, &arguments, &place(), &file);
            assert_eq!(read.concat_found(&MARKED), Vec::<&str>::new(), "{arguments:?}");
            assert_eq!(&read.concat_found(open), open, "{arguments:?}");
            let counted = manifest["left_out"].as_object().expect("a manifest").len();
            assert!(counted > 0 || asked.is_empty(), "{arguments:?}: {manifest}");
            // A kept statement also counts the restricted positions on its occasion that it was made without.
            let is_kept = tried.name == "statement";
            assert!(counted == 0 || is_kept || !asked.is_empty(), "{arguments:?}: {manifest}");
            let printed = run(&home, &[&arguments[..], &["--to", "-"]].concat());
            assert_eq!(printed.concat_found(&MARKED), Vec::<&str>::new(), "{arguments:?} --to -");

            let arguments = [&arguments[..], &["--with", "restricted"]].concat();
            let (read, _) = exported(&home, &arguments, &place(), &file);
            assert_eq!(&read.concat_found(&MARKED), asked, "{arguments:?}");
        }
    }
}

/// What a command says and writes to a file in a folder: everything it has written, and its manifest.
fn exported(home: &Home, arguments: &[&str], place: &str, file: &str) -> (Vec<Vec<u8>>, Value) {
    files::write(&home.path().join(place).join("keep"), "");
    let mut read = run(home, &[arguments, &["--to", &format!("{place}/{file}"), "--json"]].concat());
    let manifest = serde_json::from_slice(&read[0]);
    let manifest =
        manifest.unwrap_or_else(|_| panic!("{arguments:?}: {}", String::from_utf8_lossy(&read.concat())));
    let written = written(home, place);
    assert!(written.len() > 2, "{arguments:?} writes {file}");
    read.extend(written);
    (read, manifest)
}

trait ConcatFound {
    /// The words that are in at least one of the files.
    fn concat_found<'a>(&self, words: &[&'a str]) -> Vec<&'a str>;
}

impl ConcatFound for Vec<Vec<u8>> {
    fn concat_found<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        let all: BTreeSet<&str> = self.iter().flat_map(|bytes| found(words, bytes)).collect();
        words.iter().copied().filter(|word| all.contains(word)).collect()
    }
}

#[test]
fn commands_without_words_of_the_delegate_have_none_and_those_that_show_them_do_so() {
    let home = home();
    for tried in COMMANDS {
        let words: Vec<&str> = tried.name.split(' ').chain(tried.arguments.iter().copied()).collect();
        for json in [&[][..], &["--json"]] {
            let output = run(&home, &[&words[..], json].concat());
            let found = output.concat_found(&MARKED);
            match tried.way {
                Way::Without => assert_eq!(found, Vec::<&str>::new(), "{words:?}"),
                Way::Screen => assert_ne!(found, Vec::<&str>::new(), "{words:?}"),
                Way::Out { .. } | Way::Whole | Way::In => {}
            }
        }
    }
}

#[test]
fn a_handover_has_every_word_and_says_so() {
    let home = home();
    files::write(&home.path().join("out/keep"), "");
    let output = run(&home, &["handover", "--to", "out/h.zip"]).concat();
    assert_eq!(written(&home, "out").concat_found(&MARKED), MARKED);
    let said = String::from_utf8(output).expect("text");
    assert!(said.contains("lignes rouges") && said.contains("textes réservés"), "{said}");
}
