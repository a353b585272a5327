//! A delegate whose interface writes to a real workspace while another program changes its files.

#![allow(clippy::disallowed_methods, reason = "it is another program that writes here")]

use std::collections::VecDeque;
use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta};
use plenary::app::effect::Effect;
use plenary::app::event::Event;
use plenary::app::outcome::{Intent, Outcome};
use plenary::app::overlay::Overlay;
use plenary::app::requests::{Answer, Request, Reread, Ticket};
use plenary::app::write::Write;
use plenary::base::Now;
use plenary::store::contents::Loaded;
use plenary::store::{Access, Manifest, WorkspaceFolder};
use plenary::workspace::{Note, Saved, note};

use crate::screens::Delegate;
use crate::support::home::Home;

/// The interface, its workspace, and the effects that are not carried out yet.
pub struct Desk {
    home: Home,
    delegate: Option<Delegate>,
    workspace: WorkspaceFolder,
    waiting: VecDeque<Effect>,
    /// How many effects the interface has returned in all.
    taken: usize,
    seconds: i64,
}

impl Desk {
    /// The interface at a next step of the first report, with an empty workspace.
    pub fn new() -> Self {
        let home = Home::new();
        let folder = home.path().join("work");
        let opened =
            WorkspaceFolder::open(&folder, Access::Write, &Manifest::default()).expect("a new workspace");
        let delegate = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/E/next/2");
        let taken = delegate.effects.len();
        let (workspace, waiting) = (opened.workspace, VecDeque::new());
        Self { home, delegate: Some(delegate), workspace, waiting, taken, seconds: 0 }
    }

    /// The interface with this note, which has been saved.
    pub fn with_note(text: &str) -> Self {
        Self::new().press("n").types(text).press("Esc Tab Tab").settle()
    }

    /// Opens a layer over what is open.
    pub fn opens(self, overlay: Overlay) -> Self {
        self.with(|mut delegate| {
            let effects = delegate.app.carry_out(Outcome::of(Intent::Open(overlay)));
            delegate.effects.extend(effects);
            delegate
        })
    }

    fn now(&mut self) -> Now {
        self.seconds += 1;
        let instant = DateTime::parse_from_rfc3339("2023-03-08T10:00:00-05:00").expect("an instant");
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.seconds.to_be_bytes());
        Now::new(instant + TimeDelta::seconds(self.seconds), random)
    }

    fn with(mut self, act: impl FnOnce(Delegate) -> Delegate) -> Self {
        let delegate = act(self.delegate.take().expect("it is put back below"));
        self.waiting.extend(delegate.effects[self.taken..].iter().cloned());
        self.taken = delegate.effects.len();
        self.delegate = Some(delegate);
        self
    }

    /// The interface.
    pub fn delegate(&self) -> &Delegate {
        self.delegate.as_ref().expect("it is only taken out in between")
    }

    /// Presses keys, written as in a keymap. Nothing is written until [`Self::settle`].
    pub fn press(self, keys: &str) -> Self {
        self.with(|delegate| delegate.press(keys))
    }

    /// Types text, character by character.
    pub fn types(self, text: &str) -> Self {
        self.with(|delegate| delegate.types(text))
    }

    /// Writes everything that is to be written, and takes over what comes of it.
    pub fn settle(mut self) -> Self {
        while !self.waiting.is_empty() {
            let (desk, event) = self.carry_out_one();
            self = desk;
            if let Some(event) = event {
                self = self.with(|delegate| delegate.send(event));
            }
        }
        self
    }

    /// Writes everything that is to be written while the interface is busy; what comes of it is handled afterwards.
    pub fn write(mut self) -> (Self, Vec<Event>) {
        let mut events = Vec::new();
        while !self.waiting.is_empty() {
            let (desk, event) = self.carry_out_one();
            self = desk;
            events.extend(event);
        }
        (self, events)
    }

    /// Reports to the interface what came of writing.
    pub fn hears(mut self, events: Vec<Event>) -> Self {
        for event in events {
            self = self.with(|delegate| delegate.send(event));
        }
        self
    }

    fn carry_out_one(mut self) -> (Self, Option<Event>) {
        let now = self.now();
        let effect = self.waiting.pop_front();
        let workspace = &mut self.workspace;
        let event = match effect {
            Some(Effect::Write(write)) => {
                let saved = match &write {
                    Write::Save(note) => workspace.save_typed(note, &now),
                    Write::Restore(note) => workspace.restore(note, &now),
                    Write::Remove(note) => workspace.trash(note, &now),
                    Write::Append(_) | Write::AddToCalendar(_) => Ok(Saved::Written),
                };
                let (saved, is_removal) =
                    (saved.expect("the disk takes it"), matches!(write, Write::Remove(_)));
                match write.note() {
                    Some(note) if saved != Saved::Written || !is_removal => {
                        Some(Event::Saved(note.clone(), saved))
                    }
                    _ => Some(Event::Written(write)),
                }
            }
            Some(Effect::Accept(files, typed)) => {
                workspace.accept(&files, &typed);
                None
            }
            Some(Effect::AcceptConflict(id)) => {
                workspace.accept_conflict(id);
                None
            }
            Some(Effect::Ask(ticket, Request::Reload { .. })) => Some(self.read_again(ticket)),
            _ => None,
        };
        (self, event)
    }

    fn read_again(&self, ticket: Ticket) -> Event {
        let Loaded { contents, files, .. } = self.workspace.reload();
        Event::Answered(
            ticket,
            Answer::Reloaded(Box::new(Reread { contents, gone: None, files, materials: None })),
        )
    }

    /// Comes back to the window: the workspace is read again.
    pub fn reload(self) -> Self {
        self.with(|delegate| delegate.send(Event::Looked)).settle()
    }

    /// The notes on screen, newest first.
    pub fn notes(&self) -> Vec<Note> {
        self.delegate().app.workspace.notebook.notes().cloned().collect()
    }

    /// The words of the notes on screen, sorted.
    pub fn shown(&self) -> Vec<String> {
        let mut texts: Vec<String> = self.notes().into_iter().map(|note| note.text).collect();
        texts.sort();
        texts
    }

    /// The folder of the notes.
    pub fn folder(&self) -> PathBuf {
        self.home.path().join("work/notes")
    }

    fn files(&self, folder: &str) -> Vec<PathBuf> {
        let path = folder
            .strip_prefix("../")
            .map_or(self.folder().join(folder), |other| self.folder().with_file_name(other));
        let entries = fs::read_dir(path).into_iter().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.retain(|path| path.is_file());
        paths.sort();
        paths
    }

    /// The words of the files in a folder inside that of the notes (`""` for itself), sorted.
    pub fn on_disk(&self, folder: &str) -> Vec<String> {
        let read =
            |path: PathBuf| note::read(&fs::read_to_string(path).expect("a file")).expect("a note").text;
        let mut texts: Vec<String> = self.files(folder).into_iter().map(read).collect();
        texts.sort();
        texts
    }

    /// The file of a note, position or amendment that holds these words.
    pub fn file_of(&self, words: &str) -> PathBuf {
        let holds = |path: &PathBuf| fs::read_to_string(path).expect("a file").contains(words);
        self.files("")
            .into_iter()
            .chain(self.files("../positions"))
            .chain(self.files("../amendments"))
            .find(holds)
            .unwrap_or_else(|| panic!("no file with “{words}”"))
    }

    /// Another program replaces words in the file that has them.
    pub fn other_program_writes(self, old: &str, new: &str) -> Self {
        let path = self.file_of(old);
        let text = fs::read_to_string(&path).expect("a file");
        fs::write(path, text.replacen(old, new, 1)).expect("the disk takes it");
        self
    }

    /// Another program gives the file with these words another name.
    pub fn other_program_renames(self, words: &str, name: &str) -> Self {
        fs::rename(self.file_of(words), self.folder().join(name)).expect("it can be renamed");
        self
    }

    /// Checks that the screen shows what is on the disk, now and after it was read again.
    #[track_caller]
    pub fn shows(self, texts: &[&str]) -> Self {
        let desk = self.settle();
        assert_eq!((desk.shown(), desk.on_disk("")), (owned(texts), owned(texts)));
        let desk = desk.reload();
        assert_eq!(desk.shown(), owned(texts), "after reading again");
        desk
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
