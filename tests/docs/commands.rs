//! docs/commands.md, generated from the command line parser and from the output of the real program.

use std::fmt::Write as _;

use clap::{Arg, Command};
use plenary::base::Now;
use plenary::locale::Locale;
use plenary::model::{Language, Reference};
use plenary::store::{Access, Manifest, WorkspaceFolder};
use plenary::workspace::statement::{self, Delivery};
use plenary::workspace::{ActTarget, Note, Status, position};
use serde_json::Value;

use crate::support::bless;
use crate::support::home::Home;

use super::json_shape::Shape;

const OPENING: &str = "\
# The command line

This page is generated from the program; a test keeps it up to date. Every view of the interface is also a command. With
`--json` a command prints one JSON value, otherwise text for people. `plenary --help` shows the same information in the
language of the interface.

The JSON shapes below come from the bundled documents: a field without a type is a text, `[…]` is a list, `{…}` an
object, and a field with `?` is left out if it has no value. A passage is written `SYMBOL:ADDRESS`
(`A/77/275:annex/16/a`); addresses are the same in every language.
";

const CODES: &str = "\
## Exit codes

| code | meaning |
| --- | --- |
| 0 | done |
| 1 | not found, or nothing matched |
| 2 | wrong use: the command line is not valid |
| 3 | broken data, or a failed operation on a file, a folder or the terminal |

Error messages go to standard error and state what happened, where, and what to do. A closed pipe is not an error.
";

/// A command that is run: its name, the arguments shown as an example, and the expected exit code.
struct Trial {
    name: &'static str,
    arguments: &'static [&'static str],
    code: i32,
    /// The command that prints a list of such values, if there is one.
    one_of: Option<&'static str>,
}

const fn trial(name: &'static str, arguments: &'static [&'static str]) -> Trial {
    Trial { name, arguments, code: 0, one_of: None }
}

/// The order matters: a note is added before notes are listed.
const TRIALS: &[Trial] = &[
    trial("documents", &[]),
    trial("show", &["A/77/275:annex/heading/E"]),
    trial("resolve", &["14", "--from", "A/77/275:annex/13"]),
    trial("cites", &["A/77/275:annex/15/b/ii"]),
    trial("cited-by", &["A/76/135:57/d"]),
    trial("findings", &["A/77/275"]),
    trial("fetch-list", &[]),
    trial("agenda", &[]),
    trial("steps", &["--document", "A/77/275"]),
    Trial {
        one_of: Some("track"),
        ..trial(
            "track set",
            &[
                "E.2",
                "--session",
                "4",
                "--status",
                "discussed",
                "--note",
                "liste des points",
                "--meeting",
                "3",
            ],
        )
    },
    Trial { one_of: Some("track"), ..trial("track undo", &[]) },
    Trial { one_of: Some("track"), ..trial("track redo", &[]) },
    trial("track", &["--session", "4"]),
    trial("calendar add", &["programme.txt"]),
    trial("calendar deadline", &["Draft report A/77/275: four business days before the fifth session"]),
    trial("calendar", &["--session", "4"]),
    Trial {
        one_of: Some("note list"),
        ..trial("note add", &["A/77/275:annex/E/next/2", "capacités d’abord"])
    },
    Trial { one_of: Some("note list"), ..trial("note set", &[ID, "--restricted", "yes"]) },
    trial("beside", &["A/77/275", "A/AC.292/2023/CRP.2"]),
    trial("note list", &[]),
    Trial { one_of: Some("note list"), ..trial("note show", &[ID]) },
    Trial {
        one_of: Some("position list"),
        ..trial(
            "position set",
            &[
                "E.2",
                "--text",
                "Nous appuyons la poursuite des travaux.",
                "--red-line",
                "Aucun vote.",
                "--status",
                "draft",
            ],
        )
    },
    trial("said", &[]),
    Trial {
        one_of: Some("said"),
        ..trial("intervene", &["Jamaica on behalf of CARICOM + E.2 yes", "--meeting", "3"])
    },
    Trial { one_of: Some("said"), ..trial("correct", &[ID, "--stance", "opposes", "--meeting", "2"]) },
    trial("speakers add", &["Jamaica (CARICOM), France"]),
    trial("speakers next", &[]),
    trial("speakers list", &[]),
    trial("position list", &[]),
    Trial { one_of: Some("position list"), ..trial("position show", &[POSITION]) },
    Trial {
        one_of: Some("amendments"),
        ..trial(
            "amend",
            &["A/77/275:17", "--text", "Le Groupe de travail adopte son rapport.", "--reason", "Plus court."],
        )
    },
    trial("amendments", &["--document", "A/77/275"]),
    Trial { one_of: Some("statement list"), ..trial("statement make", &["--session", "4", "--item", "5/f"]) },
    trial("statement list", &[]),
    Trial { one_of: Some("statement list"), ..trial("statement show", &[DELIVERED]) },
    Trial { one_of: Some("statement list"), ..trial("statement set", &[STATEMENT, "--minutes", "4"]) },
    Trial { one_of: Some("statement list"), ..trial("statement deliver", &[STATEMENT, "--meeting", "3"]) },
    trial("statement", &["--session", "4", "--item", "5/f", "--to", "statement.md"]),
    trial("digest", &["--session", "4", "--day", "2023-03-06", "--to", "record.md"]),
    trial("search", &["points de contact", "--in", "docs,notes"]),
    trial("import", &["compte-rendu.txt"]),
    trial("inbox", &[]),
    trial("document correct", &["A/77/275:annex/16/a", "--confirm"]),
    trial("document set", &["A/77/275", "--title", "Premier rapport annuel"]),
    trial("document corrections", &["A/77/275"]),
    trial("document undo", &["A/77/275"]),
    trial("document remove", &["A/77/275"]),
    trial("share", &["--to", "for-colleagues"]),
    trial("export tracker", &["--to", "tracker.xlsx", "--session", "4"]),
    trial("export calendar", &["--to", "sessions.ics"]),
    trial("export amendments", &["--document", "A/77/275", "--to", "draft.docx"]),
    trial("handover", &["--to", "handover.zip"]),
    trial("takeover", &["handover.zip"]),
    trial("keys", &[]),
    Trial { code: 3, ..trial("check", &[]) },
];

/// The id of a note that is in the workspace from the start.
const ID: &str = "01GTVTW1C00000000000000000";

/// The id of a position that is in the workspace from the start.
const POSITION: &str = "01GTVTW1C00000000000000001";

/// The ids of a statement that is in the workspace from the start, and of one that has been delivered.
const STATEMENT: &str = "01GTVTW1C00000000000000002";
const DELIVERED: &str = "01GTVTW1C00000000000000003";

/// A small text to import.
const SOURCE: &str = "Compte rendu de la réunion\n\n1. Le Groupe s’est réuni en application de la résolution [75/240](#).\n\n2. La réunion a été levée .\n";

/// A later report in the library, in the language of A/77/275.
const LATER: &str = "   Rapport du Groupe de travail\n\n\n I. Introduction\n\n\n1. Le Groupe s’est réuni.\n\n II. Mesures\n\n\
2. Les membres ont rappelé leurs engagements.\n\n Prochaines étapes recommandées\n\n1. Les États échangent, à la sixième session, \
leurs vues sur un inventaire.\n\n2. Le Secrétariat est prié d’établir une liste.\n";

/// A statement that is being written, and one that has been delivered.
fn statements(now: &Now) -> [Note; 2] {
    let item = "item/5/f".parse().ok();
    let mut draft = statement::blank(now, "Marie Roy", item, Some(3), Language::FR);
    draft.id = STATEMENT.parse().expect("an id");
    let position = POSITION.parse().expect("an id");
    let words = "Nous saluons les « points de contact » (A/76/135, par. 57 d)).";
    statement::take_up(&mut draft, words, &[position], false);
    let delivery = Delivery { at: now.instant, session: Some(3), meeting: Some(2) };
    let delivered = statement::delivered(&draft, &delivery, now);
    [draft, Note { id: DELIVERED.parse().expect("an id"), ..delivered }]
}

/// A home folder with a note and an undone status in its workspace, a text to import and an error in its settings.
fn home() -> Home {
    let home = Home::new();
    let root = home.data().join("workspace");
    let now = Now::new("2023-03-06T10:44:00-05:00".parse().expect("a moment"), [0; 10]);
    let mut note = Note::new(&now, "Marie Roy", "d’accord");
    note.id = ID.parse().expect("an id");
    note.delegation = Some("SG".to_owned());
    let mut opened = WorkspaceFolder::open(&root, Access::Write, &Manifest::default()).expect("a workspace");
    opened.workspace.save(&note, &now).expect("a note is saved");
    let step: Reference = "A/77/275:annex/F/next/2".parse().expect("a step");
    let mut position = position::blank(&now, "Marie Roy", Some(step.clone()));
    position.id = POSITION.parse().expect("an id");
    position.text = "Voir « points de contact » (A/76/135, par. 57 d)).\n\n## Repli\nUne réunion.".to_owned();
    opened.workspace.save(&position, &now).expect("a position is saved");
    for statement in statements(&now) {
        opened.workspace.save(&statement, &now).expect("a statement is saved");
    }
    let act = opened.contents.tracker.set(
        ActTarget { step: &step, topic: Some("a"), session: 4 },
        Status::Raised,
        "Marie Roy",
        &now,
    );
    opened.contents.tracker.add(act.clone());
    let later = Now::new(now.instant, [1; 10]);
    let undo = opened.contents.tracker.undo(act.id, "Marie Roy", &later).expect("it can be undone");
    let machine = "k7m2q9xa".parse().expect("a machine");
    for act in [act, undo] {
        opened.workspace.append(&act, &machine).expect("an act is stored");
    }
    write(&home.path().join("compte-rendu.txt"), SOURCE);
    write(&home.path().join("compte-rendu.toml"), "symbol = \"A/AC.292/2023/CRP.1\"\nlanguage = \"fr\"\n");
    write(&home.path().join("suite.txt"), LATER);
    write(&home.path().join("suite.toml"), "symbol = \"A/AC.292/2023/CRP.2\"\nlanguage = \"fr\"\n");
    write(&home.path().join("programme.txt"), "6 March 2023\t10 a.m.–1 p.m.\t5 (a)\tThreats\n(lunch)\n");
    write(&home.config().join("settings.toml"), "colour = \"blue\"\ninbox = \"~/inbox\"\n");
    save(&home.path().join("inbox/rapport.pdf"));
    drop(opened);
    home.plenary().args(["import", "suite.txt"]).assert().success();
    home
}

#[allow(clippy::disallowed_methods, reason = "a test creates the files it needs")]
fn write(path: &std::path::Path, text: &str) {
    let folder = path.parent().expect("the file is in a folder");
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, text))
        .expect("the home can be written");
}

/// A file that was saved long ago.
#[allow(clippy::disallowed_methods, reason = "a test creates the files it needs")]
fn save(path: &std::path::Path) {
    write(path, "%PDF-1.7");
    let file = std::fs::File::options().write(true).open(path).expect("it was written");
    file.set_modified(std::time::UNIX_EPOCH).expect("a file has a time");
}

impl Trial {
    /// The shape of the output with `--json`.
    fn answer(&self, home: &Home) -> Shape {
        let mut command = home.plenary();
        command.args(self.name.split(' ')).args(self.arguments).args(["--json", "--today", "2023-03-06"]);
        let output = command.assert().code(self.code).get_output().stdout.clone();
        let value: Value =
            serde_json::from_slice(&output).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        Shape::of(&value)
    }

    /// The command line as a user types it.
    fn example(&self) -> String {
        let quoted =
            |word: &&str| if word.contains([' ', ')']) { format!("'{word}'") } else { (*word).to_owned() };
        let words: Vec<String> = self.arguments.iter().map(quoted).collect();
        format!("plenary {} {}", self.name, words.join(" ")).trim_end().to_owned()
    }
}

/// A table of arguments, each with its help text in English.
fn arguments<'a>(arguments: impl Iterator<Item = &'a Arg>) -> String {
    let mut text = String::new();
    for argument in arguments {
        let values = argument.get_value_names().unwrap_or_default().join(" ");
        let takes = argument.get_action().takes_values();
        let many = argument.get_num_args().is_some_and(|count| count.max_values() > 1);
        let mut name = match argument.get_long() {
            Some(long) if takes => format!("--{long} {values}"),
            Some(long) => format!("--{long}"),
            None => values,
        };
        if many {
            name.push('…');
        }
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let known: Vec<String> =
            argument.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
        let known =
            if takes && !known.is_empty() { format!(": {}", known.join(", ")) } else { String::new() };
        let needed = if argument.is_required_set() { " (required)" } else { "" };
        let _ = writeln!(text, "| `{name}` | {help}{known}{needed} |");
    }
    if text.is_empty() { text } else { format!("| argument | meaning |\n| --- | --- |\n{text}\n") }
}

/// The part of the page about one command and its subcommands.
fn part(english: &Command, french: &Command, above: &str, answers: &[(&Trial, Shape)]) -> String {
    let name = format!("{above}{}", english.get_name());
    let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut text =
        format!("## `plenary {name}`\n\n{}.\n\n*{}.*\n\n", capital(&about(english)), capital(&about(french)));
    let own = english.get_arguments().filter(|argument| !argument.is_global_set());
    text += &arguments(own.filter(|argument| argument.get_id() != "help"));
    if let Some((trial, shape)) = answers.iter().find(|(trial, _)| trial.name == name) {
        let answer = match trial.one_of {
            Some(list) => format!("one value of the list of `plenary {list}`"),
            None => format!("`{shape}`"),
        };
        let _ = write!(text, "```sh\n{}\n```\n\nJSON: {answer}\n\n", trial.example());
    }
    for (english, french) in english.get_subcommands().zip(french.get_subcommands()) {
        text += &part(english, french, &format!("{name} "), answers);
    }
    text
}

fn capital(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

#[test]
fn docs_commands_md_is_up_to_date() {
    let (english, french) = (Locale::new(Language::EN), Locale::new(Language::FR));
    let (english, french) = (plenary::cli::command(&english), plenary::cli::command(&french));
    let home = home();
    let answers: Vec<(&Trial, Shape)> = TRIALS.iter().map(|trial| (trial, trial.answer(&home))).collect();
    for (trial, shape) in &answers {
        let list = trial.one_of.and_then(|list| answers.iter().find(|(trial, _)| trial.name == list));
        assert!(list.is_none_or(|(_, list)| list.names() == shape.names()), "{}: {shape}", trial.name);
    }
    let mut page = format!("{OPENING}\n## `plenary`\n\nOpens the desk.\n\n");
    page += &arguments(english.get_arguments().filter(|argument| !argument.is_global_set()));
    page += "## With every command\n\n";
    page += &arguments(english.get_arguments().filter(|argument| argument.is_global_set()));
    for (english, french) in english.get_subcommands().zip(french.get_subcommands()) {
        page += &part(english, french, "", &answers);
    }
    bless::compare_or_bless("docs/commands.md", &(page + CODES));
}

#[test]
fn every_command_with_json_output_is_tried() {
    let command = plenary::cli::command(&Locale::new(Language::EN));
    let tried = |name: &str| TRIALS.iter().any(|trial| trial.name == name);
    for verb in command.get_subcommands() {
        let name = verb.get_name();
        let below: Vec<&str> = verb.get_subcommands().map(Command::get_name).collect();
        assert!(below.iter().all(|below| tried(&format!("{name} {below}"))), "{name} {below:?}");
        let is_tried = tried(name) || !below.is_empty() || name == "completions";
        assert!(is_tried, "docs/commands.md lacks the output of {name}");
    }
}
