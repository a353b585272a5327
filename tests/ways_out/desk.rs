//! The desk: every verb is run with restricted texts under it, and nothing restricted gets to other programs or other folders
//! unless the delegate chooses that.

use std::collections::BTreeSet;

use plenary::app::effect::{Effect, Exchange};
use plenary::app::layer::Layer;
use plenary::app::layout::Pane;
use plenary::app::panes::Panes;
use plenary::app::verbs::{self, Verb};
use plenary::app::write::Write;
use plenary::base::Id;
use plenary::keymap::Binding;
use plenary::workspace::{Contents, Kind};

use crate::screens::Delegate;

use super::marked::{MARKED, marked};
use super::readable::found;

/// The verbs that give something to other programs, or write it to another folder: scope and name.
const WAYS_OUT: &[(&str, &str)] = &[
    ("desk", "copy-citation"),
    ("desk", "copy-quote"),
    // The address of a cited document that the library does not have.
    ("desk", "open"),
    ("desk", "peek"),
    ("editor", "copy"),
    ("editor", "cut"),
    // A handover has everything, and says so.
    ("global", "handover"),
    ("global", "save-as"),
    // The file of a statement or of a record.
    ("line", "accept"),
    ("notes", "copy-note"),
];

/// All other verbs, by scope. A verb that is in neither list fails the test: does it let words of the delegate out?
const STAYS: &[(&str, &str)] = &[
    ("agenda", "fold unfold"),
    ("global", "help palette quit save suspend redraw takeover import inbox language theme mouse"),
    (
        "desk",
        "templates next-pane previous-pane next-item previous-item goto find note position instruction positions basis amend \
         search similar amend-as amendments marked-text notes-shown intervention speakers next-speaker limit tracker status undo redo back forward \
         documents outline findings zoom next-version footnote reload section-notes working-session cancel up down \
         left right page-up page-down first last find-next find-previous cited-by statement \
         session-statement timeline working-day deadline browser said digest session-digest",
    ),
    (
        "browser",
        "open edit-note restrict cancel next-grouping previous-grouping next-group previous-group up down \
         page-up page-down first last delete-back delete-word-back clear help save suspend",
    ),
    (
        "said",
        "open open-delegation members all-members columns next-session previous-session cancel up down left right page-up \
         page-down first last",
    ),
    ("details", "cancel open up down page-up page-down first last"),
    (
        "editor",
        "leave save suspend newline undo redo delete-back delete-forward delete-word-back delete-to-end \
         paste restrict select-all left right up down word-left word-right line-start line-end page-up \
         page-down text-start text-end select-left select-right select-up select-down select-line-start \
         select-line-end look-up put-citation break-line tab tab-back command-mode find-in-note \
         find-next-in-note find-previous-in-note select-word-left select-word-right select-page-up \
         select-page-down select-text-start select-text-end follow-link",
    ),
    (
        "commands",
        "leave save suspend insert insert-after insert-at-start insert-at-end open-below open-above count \
         left right up down page-up page-down next-word word-left word-last line-start line-text line-end \
         text-start text-end delete-forward delete-back delete-words delete-to-word-end delete-word-back \
         delete-to-end delete-lines change-words change-to-end change-lines copy-words copy-to-end \
         copy-lines put-after put-before join-lines undo redo find-in-note find-next-in-note \
         find-previous-in-note look-up put-citation follow-link restrict",
    ),
    ("lookup", "return-to-note put-citation put-quote"),
    (
        "line",
        "equivalents set-status dismiss cancel complete complete-back save suspend space restrict clear list-up list-down list-page-up list-page-down \
         delete-back delete-forward delete-word-back left right word-left word-right line-start line-end",
    ),
    ("notes", "edit-note fields parts restrict delete-note follow-link"),
    ("reader", "next-heading previous-heading correct"),
    (
        "statement",
        "read edit-statement add leave-out move-up move-down take take-restricted longer shorter \
         on-behalf-of meeting write-file ready deliver copy-statement delete-statement undo redo cancel up down page-up page-down first last",
    ),
    ("prompter", "next-paragraph previous-paragraph pause restart deliver stop-reading"),
    ("timeline", "open cancel working-day deadline today up down page-up page-down first last"),
    (
        "tracker",
        "status remark evidence history mark mark-all filter filter-clear uncovered standing group sort \
         beside",
    ),
];

/// What leaves the program with an effect; `None` if nothing does. A new effect does not compile before it is judged here.
fn leaving(effect: &Effect) -> Option<Vec<u8>> {
    match effect {
        Effect::Copy(text) => Some(text.clone().into()),
        Effect::Export(file) => Some(file.bytes.clone()),
        Effect::SaveAs(asked) => Some(format!("{:?}", asked.writes).into()),
        Effect::Exchange(asked) => (asked.exchange == Exchange::Handover).then(|| asked.file.clone().into()),
        // The workspace, the place of the delegate, the program itself.
        Effect::Write(_)
        | Effect::Remember(_)
        | Effect::WorkOn(_)
        | Effect::Ask(..)
        | Effect::Cancel(_)
        | Effect::Accept(..)
        | Effect::AcceptConflict(_)
        | Effect::Mouse(_)
        | Effect::Redraw
        | Effect::Suspend
        | Effect::Correct(_)
        | Effect::Quit => None,
    }
}

/// A desk with all marked words, and the texts to begin each trial with.
struct Trials {
    desk: Option<Delegate>,
    contents: Contents,
}

impl Trials {
    fn new() -> Self {
        let mut contents = Contents::default();
        let marked = marked();
        for text in marked.texts {
            contents.notebooks().of(text.kind).add(text);
        }
        marked.acts.into_iter().for_each(|act| contents.tracker.add(act));
        let desk = Delegate::at("2023-03-06").on(140, 50);
        Self { desk: Some(desk), contents }
    }

    /// The desk as at the beginning.
    fn reset(&mut self) {
        let mut desk = self.desk.take().expect("a desk");
        let app = &mut desk.app;
        app.layers.clear();
        app.panes = Panes::default();
        app.desk.session = Some(4);
        app.window.zoomed = false;
        app.input.typed.clear();
        let Contents { notebook, positions, amendments, statements, tracker } = self.contents.clone();
        let workspace = &mut app.workspace;
        (workspace.notebook, workspace.positions) = (notebook, positions);
        (workspace.amendments, workspace.statements) = (amendments, statements);
        workspace.tracker = tracker;
        app.window.focus = Pane::Reader;
        self.desk = Some(desk.reading("A/77/275:annex/E/next/2"));
    }

    /// The passage of a note or a position.
    fn anchor(&self, id: Id) -> String {
        let texts = [&self.contents.notebook, &self.contents.positions];
        let text = texts.iter().find_map(|texts| texts.get(id)).expect("it is there");
        text.anchor.as_ref().expect("it is on a passage").to_string()
    }

    fn desk(&mut self) -> &mut Delegate {
        self.desk.as_mut().expect("a desk")
    }

    /// Whether a list is open.
    fn has_list(&mut self) -> bool {
        matches!(self.desk().app.layers.last(), Some(Layer::Picker(_)))
    }

    /// Runs a verb in the scopes that are active.
    fn run(&mut self, name: &str, argument: Option<&str>) {
        let binding = Binding { verb: name.to_owned(), argument: argument.map(str::to_owned) };
        let desk = self.desk();
        let scopes = desk.app.scopes();
        let effects = plenary::app::keys::run(&mut desk.app, &scopes, &binding);
        desk.effects.extend(effects);
        desk.app.settle();
    }

    /// Presses keys.
    fn press(&mut self, keys: &str) {
        self.desk = self.desk.take().map(|desk| desk.press(keys));
    }

    /// Goes to where the trial begins.
    fn begin(&mut self, place: &Place) {
        self.reset();
        match place {
            Place::Pane(pane) => self.desk().app.window.focus = *pane,
            Place::At(passage) => {
                self.desk = self.desk.take().map(|desk| desk.reading(passage));
            }
            Place::Text(id) => {
                let anchor = self.anchor(*id);
                self.desk = self.desk.take().map(|desk| desk.reading(&anchor));
                let app = &mut self.desk().app;
                app.window.focus = Pane::Notes;
                app.settle();
                app.select_note(*id);
            }
            Place::Editor(id) => {
                self.begin(&Place::Text(*id));
                self.run("edit-note", None);
                self.run("select-all", None);
            }
            Place::After(pane, names) => {
                self.desk().app.window.focus = *pane;
                self.desk().app.settle();
                names.iter().for_each(|name| self.run(name, None));
            }
        }
        self.desk().app.settle();
        self.desk().effects.clear();
    }

    fn leaving(&mut self) -> Vec<Vec<u8>> {
        self.desk().effects.iter().filter_map(leaving).collect()
    }
}

/// Where verbs are tried.
#[derive(Debug)]
enum Place {
    /// In a pane.
    Pane(Pane),
    /// In the reader, at a passage.
    At(&'static str),
    /// At a text in the notes pane.
    Text(Id),
    /// In the editor with all words of a text selected.
    Editor(Id),
    /// Where verbs lead, from a pane.
    After(Pane, &'static [&'static str]),
}

fn places(contents: &Contents) -> Vec<Place> {
    let mut places: Vec<Place> = Pane::ALL.map(Place::Pane).into();
    // It cites a document that the library does not have.
    places.push(Place::At("A/77/275:1"));
    for kind in [Kind::Note, Kind::Position] {
        // A speaking list is on no passage: it is opened with its own keys.
        let on_passages = contents.of(kind).notes().filter(|note| note.anchor.is_some());
        let ids: Vec<Id> = on_passages.map(|note| note.id).collect();
        places.extend(ids.iter().map(|id| Place::Text(*id)));
        places.extend(ids.iter().map(|id| Place::Editor(*id)));
    }
    let after: &[(Pane, &'static [&'static str])] = &[
        (Pane::Tracker, &["open"]),
        (Pane::Tracker, &["remark"]),
        (Pane::Reader, &["timeline"]),
        (Pane::Reader, &["statement"]),
        (Pane::Reader, &["statement", "read"]),
        (Pane::Reader, &["statement", "write-file"]),
        (Pane::Reader, &["session-statement", "write-file"]),
        (Pane::Reader, &["intervention"]),
        (Pane::Reader, &["speakers"]),
        (Pane::Reader, &["next-speaker"]),
        (Pane::Reader, &["positions"]),
        (Pane::Reader, &["browser"]),
        (Pane::Reader, &["said"]),
        (Pane::Reader, &["digest", "leave"]),
        (Pane::Reader, &["palette"]),
        (Pane::Reader, &["basis"]),
        (Pane::Reader, &["note", "look-up"]),
        (Pane::Reader, &["note", "command-mode"]),
    ];
    places.extend(after.iter().map(|(pane, names)| Place::After(*pane, names)));
    places
}

fn arguments(verb: &Verb) -> Vec<Option<&'static str>> {
    match verb.arguments {
        [] if verb.takes_words => vec![None, Some("elsewhere")],
        [] => vec![None],
        words => words.iter().map(|word| Some(*word)).collect(),
    }
}

#[test]
fn every_verb_is_classified_by_whether_it_lets_words_out() {
    let stays =
        STAYS.iter().flat_map(|(scope, names)| names.split_whitespace().map(move |name| (*scope, name)));
    let known: Vec<(&str, &str)> = stays.chain(WAYS_OUT.iter().copied()).collect();
    let once: BTreeSet<(&str, &str)> = known.iter().copied().collect();
    assert_eq!(known.len(), once.len(), "each verb is in one of the lists, once");
    let real: BTreeSet<(&str, &str)> = verbs::all().map(|verb| (verb.scope, verb.name)).collect();
    let unjudged: Vec<_> = real.difference(&once).collect();
    let gone: Vec<_> = once.difference(&real).collect();
    assert!(unjudged.is_empty() && gone.is_empty(), "new verbs: {unjudged:?}; verbs that are gone: {gone:?}");
}

#[test]
fn no_verb_gives_restricted_words_to_other_programs_and_only_the_known_ones_give_any() {
    let mut trials = Trials::new();
    let (mut used, mut tried) = (BTreeSet::new(), BTreeSet::new());
    for place in places(&trials.contents.clone()) {
        trials.begin(&place);
        let mut scopes = trials.desk().app.scopes();
        // What the verbs of the desk do does not depend on the text that is current in a pane.
        if matches!(place, Place::Text(_) | Place::Editor(_)) {
            scopes.truncate(1);
        }
        for verb in verbs::all().filter(|verb| scopes.contains(&verb.scope)) {
            for argument in arguments(verb) {
                trials.begin(&place);
                trials.run(verb.name, argument);
                // A list that has opened: its first choice is taken.
                if trials.has_list() && verb.scope != "line" {
                    trials.press("Enter");
                }
                tried.insert((verb.scope, verb.name));
                let left = trials.leaving();
                if left.is_empty() {
                    continue;
                }
                used.insert((verb.scope, verb.name));
                if !["save-as", "handover"].contains(&verb.name) {
                    let out: Vec<&str> = left.iter().flat_map(|text| found(&MARKED, text)).collect();
                    assert_eq!(out, Vec::<&str>::new(), "{verb:?} at {place:?}");
                }
            }
        }
    }
    assert_eq!(used.into_iter().collect::<Vec<_>>(), WAYS_OUT);
    let all: BTreeSet<_> = verbs::all().map(|verb| (verb.scope, verb.name)).collect();
    assert_eq!(tried, all, "every verb is tried in some place");
}

#[test]
fn restricted_words_get_to_other_programs_if_the_delegate_chooses_that() {
    let mut trials = Trials::new();
    let mut seen = BTreeSet::new();
    for kind in [Kind::Note, Kind::Position] {
        let texts = trials.contents.of(kind).notes().filter(|note| note.anchor.is_some());
        let texts: Vec<_> = texts.cloned().collect();
        for text in texts {
            trials.begin(&Place::Text(text.id));
            trials.run("copy-note", None);
            let marks = found(&MARKED, text.text.as_bytes());
            if !trials.has_list() {
                assert_eq!(trials.leaving().iter().flat_map(|text| found(&MARKED, text)).count(), 0);
                continue;
            }
            trials.press("PageDown Enter");
            let left = trials.leaving();
            seen.extend(left.iter().flat_map(|text| found(&MARKED, text)));
            assert!(marks.iter().all(|mark| seen.contains(mark)), "{left:?}");
        }
    }
    let expected =
        ["zmarknote", "zmarkversion", "zmarkposition", "zmarkredline", "zmarkfallback", "zmarklabel"];
    assert!(expected.iter().all(|mark| seen.contains(mark)), "{seen:?}");
}

#[test]
fn save_as_writes_everything_of_the_delegate() {
    let mut trials = Trials::new();
    trials.begin(&Place::Pane(Pane::Reader));
    trials.run("save-as", Some("elsewhere"));
    let saved = trials.desk().effects.iter().find_map(|effect| match effect {
        Effect::SaveAs(asked) => Some(asked.writes.clone()),
        _ => None,
    });
    let writes = saved.expect("it is saved");
    let texts = writes.iter().filter(|write| matches!(write, Write::Save(_))).count();
    let all: usize = Kind::ALL.into_iter().map(|kind| trials.contents.of(kind).len()).sum();
    assert_eq!(texts, all);
}
