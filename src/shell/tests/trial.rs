//! One trial: steps are taken, and after them the workspace on the disk must be what the interface says.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use tempfile::TempDir;

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::event::{Event, Mouse, Pointer};
use crate::app::layer::Layer;
use crate::app::write::Write;
use crate::keymap::{Code, Key};
use crate::model::Language;
use crate::store::file;
use crate::workspace::{Contents, Kind, Notebook, Tracker};

use super::desk::{Desk, begin};
use super::others::{self, Others};
use super::samples;
use super::step::Step;
use super::typed;

/// A delegate, their program and another program, in a temporary home.
pub struct Trial {
    pub desk: Desk,
    home: TempDir,
    language: Language,
    others: Others,
}

impl Trial {
    /// Starts the program in an empty home.
    pub fn new(language: Language) -> Self {
        let home = tempfile::tempdir().unwrap();
        let desk = Desk::open(home.path(), language, (80, 24), begin());
        let others = Others::new(desk.folder.clone());
        Self { desk, home, language, others }
    }

    /// Takes a step and draws the screen.
    ///
    /// # Errors
    /// In words, when something is lost.
    pub fn take(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::Key(key) => self.user(Event::Key(*key)),
            Step::Type(text) => keys(text).for_each(|key| self.user(Event::Key(key))),
            Step::Burst(text) => self.user(Event::Burst(keys(text).collect())),
            Step::Paste(name) => self.user(Event::Paste(samples::pasted(name).unwrap())),
            Step::Click(column, row) => self.mouse(Mouse::Click, *column, *row),
            Step::Wheel(by, column, row) => self.mouse(Mouse::Wheel(*by), *column, *row),
            Step::Resize(columns, rows) => self.user(Event::Resize(*columns, *rows)),
            Step::Tick(minutes) => {
                self.desk.wait(TimeDelta::minutes((*minutes).into()));
                self.desk.send(Event::Tick);
            }
            Step::Look => self.user(Event::Looked),
            Step::Journal => self.desk.journal(),
            Step::Write(count) => self.desk.write(*count),
            Step::Answer(count) => self.answer(*count)?,
            Step::Other(action, which) => self.others.act(*action, *which, &self.desk.now()),
            Step::Kill => self.kill()?,
        }
        self.desk.draw();
        if self.desk.has_ended { self.end() } else { Ok(()) }
    }

    fn mouse(&mut self, action: Mouse, column: u16, row: u16) {
        self.user(Event::Mouse(Pointer { action, column, row }));
    }

    /// Something the delegate does. What another program wrote may be changed or removed only by a delegate who has
    /// opened it to edit it, or has deleted it.
    fn user(&mut self, event: Event) {
        if self.desk.has_ended {
            return;
        }
        let effects = self.desk.send(event);
        let removed = effects.iter().filter_map(|effect| match effect {
            Effect::Write(Write::Remove(note)) => Some(note.text.as_str()),
            _ => None,
        });
        let edited =
            self.desk.app.typing().and_then(|typing| Some(typing.draft.before.as_ref()?.text.as_str()));
        for text in removed.chain(edited) {
            for word in typed::words_of_others(text) {
                self.others.written.remove(&word);
            }
        }
    }

    /// Delivers answers; the words on screen may not become fewer by that, unless another program has changed their file.
    fn answer(&mut self, count: usize) -> Result<(), String> {
        for _ in 0..count {
            let Some(event) = self.desk.answers.pop_front() else { break };
            let before = words_of(&self.desk.app);
            let shown = format!("{event:?}").chars().take(60).collect::<String>();
            self.desk.send(event);
            self.none_lost(&before, &words_of(&self.desk.app), &shown)?;
        }
        Ok(())
    }

    fn none_lost(
        &self,
        before: &BTreeSet<String>,
        after: &BTreeSet<String>,
        when: &str,
    ) -> Result<(), String> {
        let lost: Vec<&String> = before
            .iter()
            .filter(|word| !after.contains(*word) && !self.others.spoilt.contains(*word))
            .collect();
        if lost.is_empty() { Ok(()) } else { Err(format!("lost {lost:?} on {when}")) }
    }

    /// Kills the program between two jobs of the keeper, and starts it again: what was written is there.
    fn kill(&mut self) -> Result<(), String> {
        // What is in the journal takes the place of the file of the same text.
        let mut written = others::words_in_journal(&self.desk.folder.join(".journal"));
        let drafts = file::names(&self.desk.folder.join(".journal")).unwrap();
        let contents = self.desk.disk().contents;
        let texts = [&contents.notebook, &contents.positions, &contents.amendments];
        let texts = texts.into_iter().flat_map(Notebook::notes);
        for note in texts.filter(|note| !drafts.contains(&format!("{}.md", note.id).into())) {
            written.extend(typed::words(&note.text));
            written.extend(note.delegation.as_deref().map(typed::words).unwrap_or_default());
        }
        for folder in Kind::ALL.map(Kind::folder) {
            let trashed = others::words_below(&self.desk.folder.join(folder).join(".trash"));
            written.retain(|word| !trashed.contains(word));
        }
        self.start_again();
        let own = |word: &String| word.starts_with('µ');
        let written = written.into_iter().filter(own).collect();
        self.none_lost(&written, &words_of(&self.desk.app), "a kill")?;
        self.agrees("after a kill")
    }

    /// Ends the program that works in the folder, as the system does: its lock is free. Starts it again.
    fn start_again(&mut self) {
        let (size, now) = (self.desk.app.window.size, self.desk.now());
        let size = (size.columns, size.rows);
        let elsewhere = self.home.path().join("elsewhere");
        // The lock is free only when the first program is gone; until then, another one on another folder takes its place.
        self.desk = Desk::open(&elsewhere, self.language, size, now);
        self.desk = Desk::open(self.home.path(), self.language, size, now);
        self.others.has_changed = false;
    }

    /// The delegate has left: all is on the disk, and the next start shows it.
    fn end(&mut self) -> Result<(), String> {
        self.desk.settle();
        if !self.others.has_changed {
            self.agrees("when the delegate left")?;
        }
        self.none_destroyed()?;
        self.start_again();
        self.agrees("at the next start")
    }

    /// Ends the trial: the delegate looks once more if another program was at work, and the system ends the program.
    ///
    /// # Errors
    /// In words, when something is lost or the disk is not what the interface says.
    pub fn finish(mut self) -> Result<(), String> {
        self.desk.settle();
        if self.others.has_changed {
            self.user(Event::Looked);
            self.desk.settle();
            self.others.has_changed = false;
        }
        self.user(Event::Terminate);
        self.end()
    }

    /// Whether what other programs wrote is still somewhere in the workspace.
    fn none_destroyed(&self) -> Result<(), String> {
        let there = others::words_below(&self.desk.folder);
        let lost: Vec<&String> = self.others.written.iter().filter(|word| !there.contains(*word)).collect();
        if lost.is_empty() { Ok(()) } else { Err(format!("what another program wrote is gone: {lost:?}")) }
    }

    /// Whether the disk holds what the interface says.
    fn agrees(&self, when: &str) -> Result<(), String> {
        let Contents { notebook, positions, amendments, statements, tracker } = &self.desk.disk().contents;
        let here = &self.desk.app.workspace;
        let faults = [
            notebook_difference("notes", notebook, &here.notebook),
            notebook_difference("positions", positions, &here.positions),
            notebook_difference("amendments", amendments, &here.amendments),
            notebook_difference("statements", statements, &here.statements),
            tracker_difference(tracker, &here.tracker),
        ];
        match faults.into_iter().flatten().next() {
            Some(fault) => Err(format!("{when}, the disk and the interface differ: {fault}")),
            None => Ok(()),
        }
    }
}

/// The keys that type a text.
fn keys(text: &str) -> impl Iterator<Item = Key> {
    text.chars().map(|c| Key::plain(Code::Char(c)))
}

/// The delegate's words in the interface: in finished texts, and in the one being typed.
fn words_of(app: &App) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut typing = None;
    for layer in &app.layers {
        match layer {
            Layer::Typing(state) => {
                typing = Some(state.draft.note.id);
                found.extend(typed::words(state.editor.text()));
            }
            Layer::Line(state) => {
                typing = typing.or(state.draft.as_ref().map(|draft| draft.note.id));
                found.extend(typed::words(&state.input.text()));
            }
            _ => {}
        }
    }
    let workspace = &app.workspace;
    let texts = [&workspace.notebook, &workspace.positions, &workspace.amendments, &workspace.statements];
    let texts = texts.into_iter().flat_map(Notebook::notes);
    for note in texts.filter(|note| Some(note.id) != typing) {
        found.extend(typed::words(&note.text));
        found.extend(note.delegation.as_deref().map(typed::words).unwrap_or_default());
    }
    found.retain(|word| word.starts_with('µ'));
    found
}

fn notebook_difference(name: &str, disk: &Notebook, app: &Notebook) -> Option<String> {
    let (there, here): (Vec<_>, Vec<_>) = (disk.notes().collect(), app.notes().collect());
    if there != here {
        let only = |a: &[&crate::workspace::Note], b: &[&crate::workspace::Note]| {
            let only = a.iter().filter(|note| !b.contains(note));
            only.map(|note| format!("{note:?}").chars().take(700).collect::<String>())
                .collect::<Vec<_>>()
                .join("\n  ")
        };
        return Some(format!(
            "{name}\non the disk only:\n  {}\nin the interface only:\n  {}",
            only(&there, &here),
            only(&here, &there)
        ));
    }
    let files = |notebook: &Notebook| {
        notebook.broken().iter().map(|broken| broken.file.clone()).collect::<BTreeSet<String>>()
    };
    let (there, here) = (files(disk), files(app));
    (there != here).then(|| format!("broken {name}: on the disk {there:?}, in the interface {here:?}"))
}

fn tracker_difference(disk: &Tracker, app: &Tracker) -> Option<String> {
    let states = |tracker: &Tracker| {
        let state = |(step, topic, session): (&crate::model::Reference, Option<&str>, u32)| {
            let state = tracker.state(step, topic, session);
            format!("{step} {topic:?} {session}: {state:?}")
        };
        tracker.tracked().into_iter().map(state).collect::<BTreeSet<String>>()
    };
    let (there, here) = (states(disk), states(app));
    let differ: Vec<&String> = there.symmetric_difference(&here).collect();
    let counts = (disk.len(), app.len());
    (!differ.is_empty() || counts.0 != counts.1).then(|| format!("statuses {counts:?}: {differ:?}"))
}
