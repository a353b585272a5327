//! The keeper of the workspace: a thread that writes what it is sent, in order, the newest state of a note once.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use crate::app::message::{Effect, Message, Place, Read};
use crate::base::{Error, Id};
use crate::followup::Materials;
use crate::model::{Meeting, Process};
use crate::shell::Clock;
use crate::store::workspace::Loaded;
use crate::store::{Places, Source, Workspace, desk};
use crate::workspace::{Note, Saved};

/// Sends work to the thread; dropping it, or [`Keeper::finish`], waits until all is on the disk.
pub struct Keeper {
    jobs: Option<Sender<Effect>>,
    thread: Option<JoinHandle<Workspace>>,
}

/// What the thread works with.
struct Desk {
    workspace: Workspace,
    places: Places,
    source: Source,
    /// As documents and calendar stood when they were last read.
    seal: u64,
    messages: Sender<Message>,
    clock: Clock,
}

impl Keeper {
    /// Starts the thread.
    #[must_use]
    pub fn start(
        workspace: Workspace,
        (places, source): (Places, Source),
        messages: Sender<Message>,
        clock: Clock,
    ) -> Self {
        let (jobs, queue) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let seal = source.seal();
            Desk { workspace, places, source, seal, messages, clock }.work(&queue)
        });
        Self { jobs: Some(jobs), thread: Some(thread) }
    }

    /// Hands something over to be written.
    pub fn keep(&self, effect: Effect) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(effect);
        }
    }

    /// Waits until everything handed over is on the disk.
    pub fn finish(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

impl Desk {
    fn work(mut self, queue: &Receiver<Effect>) -> Workspace {
        while let Ok(first) = queue.recv() {
            let mut batch = vec![first];
            batch.extend(queue.try_iter());
            for at in 0..batch.len() {
                if !overtaken(&batch, at) {
                    self.keep(&batch[at]);
                }
            }
        }
        self.workspace
    }

    fn keep(&mut self, effect: &Effect) {
        let now = self.clock.now();
        let done = match effect {
            Effect::SaveNote(note) => return self.save(note),
            Effect::RemoveNote(note) => self.workspace.trash(note.id),
            Effect::RestoreNote(note) => {
                let restored = self.workspace.restore(note, &now);
                return self.told(note, restored);
            }
            Effect::Append(act) => self.workspace.append(act),
            Effect::Remember(place) => self.remember(place),
            Effect::Taken(typed) => {
                self.workspace.take(*typed);
                Ok(())
            }
            Effect::Followed(id) => {
                self.workspace.follow(*id);
                Ok(())
            }
            Effect::Reload(changes) => {
                if self.workspace.try_again() {
                    let _ = self.messages.send(Message::Access(None));
                }
                let Loaded { notebook, positions, tracker, .. } = self.workspace.reload();
                let read = Read { notebook, positions, tracker, materials: self.materials() };
                let _ = self.messages.send(Message::Reloaded(*changes, Box::new(read)));
                Ok(())
            }
            Effect::WorkOn(day) => {
                self.clock.today = *day;
                Ok(())
            }
            Effect::AddMeetings(asked) => self.add_meetings(&asked.0, &asked.1),
            Effect::Copy(_) | Effect::Redraw | Effect::Suspend | Effect::Quit | Effect::ReadCitations => {
                Ok(())
            }
        };
        if let Err(error) = done {
            self.failed(error);
        }
    }

    /// Documents and dates, when they have changed since they were last read.
    fn materials(&mut self) -> Option<Materials> {
        let seal = self.source.seal();
        if seal == self.seal {
            return None;
        }
        self.seal = seal;
        Some(self.source.read(self.clock.now().today))
    }

    fn save(&mut self, note: &Note) {
        // First where it costs no waiting for the disk: should the program die while the disk is slow, the
        // words stand in the journal. What cannot be journalled cannot be saved either, and saving says why.
        let _ = self.workspace.journal(note);
        let saved = self.workspace.save(note, &self.clock.now());
        self.told(note, saved);
    }

    /// Tells what saving a note came to.
    fn told(&self, note: &Note, saved: crate::base::Result<Saved>) {
        let message = match saved {
            Ok(saved) => Message::Saved(Box::new(note.clone()), saved),
            Err(error) => Message::Failed(error),
        };
        let _ = self.messages.send(message);
    }

    fn add_meetings(&mut self, meetings: &[Meeting], process: &Process) -> crate::base::Result<()> {
        let count = self.workspace.add_meetings(meetings, process)?;
        // The interface adds them by itself.
        self.seal = self.source.seal();
        let _ = self.messages.send(Message::Added(process.id.clone(), meetings.to_vec(), count));
        Ok(())
    }

    fn remember(&self, place: &Place) -> crate::base::Result<()> {
        let remembered = desk::Desk {
            document: place.symbol.parse().ok(),
            address: place.address.parse().ok(),
            item: place.item.parse().ok(),
            report: place.report.parse().ok(),
            session: place.session,
            pane: Some(place.pane.clone()),
            theme: place.theme.clone(),
            keymap: None,
            left: Some(self.clock.now().stamp()),
            language: place.interface.as_deref().and_then(|language| language.parse().ok()),
        };
        desk::save(&self.places, self.workspace.root(), &remembered)
    }

    fn failed(&self, error: Error) {
        let _ = self.messages.send(Message::Failed(error));
    }
}

/// Whether a later job of the batch makes this one needless: a newer state of the same note or place.
fn overtaken(batch: &[Effect], at: usize) -> bool {
    let note = |effect: &Effect| -> Option<Id> {
        match effect {
            Effect::SaveNote(note) => Some(note.id),
            _ => None,
        }
    };
    let later = &batch[at + 1..];
    match &batch[at] {
        Effect::SaveNote(own) => {
            // Up to a removal of the note: what is removed was saved before, so that it can come back whole.
            let until = later
                .iter()
                .position(|effect| matches!(effect, Effect::RemoveNote(gone) if gone.id == own.id));
            later[..until.unwrap_or(later.len())].iter().any(|effect| note(effect) == Some(own.id))
        }
        Effect::Remember(_) => later.iter().any(|effect| matches!(effect, Effect::Remember(_))),
        _ => false,
    }
}
