//! The inbox at the desk: what is saved there is offered, never taken, and offered once.

#![allow(clippy::disallowed_methods, reason = "a test writes files beside the workspace")]
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::TimeDelta;

use crate::app::event::Event;
use crate::app::layer::Layer;
use crate::app::overlay::Picker;
use crate::model::Language;

use super::desk::{Desk, begin};

/// A home folder with settings, and a folder `Downloads`.
struct Trial {
    home: tempfile::TempDir,
}

impl Trial {
    fn new(settings: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(home.path().join("config")).unwrap();
        std::fs::write(home.path().join("config/settings.toml"), settings).unwrap();
        let trial = Self { home };
        std::fs::create_dir_all(trial.inbox()).unwrap();
        trial
    }

    fn inbox(&self) -> PathBuf {
        self.home.path().join("Downloads")
    }

    fn open(&self) -> Desk {
        let mut desk = Desk::open(self.home.path(), Language::EN, (120, 40), begin());
        desk.settle();
        desk
    }

    /// Saves a report so many seconds ago.
    fn save(&self, name: &str, symbol: &str, seconds_ago: u64) {
        let path = self.inbox().join(name);
        let text = format!(
            "{symbol}\n\n1 March 2035\nOriginal: English\n\nReport of the group on the seabed\n\n\
             1. States met in three meetings and agreed that the work of the group would continue.\n"
        );
        std::fs::write(&path, text).unwrap();
        age(&path, seconds_ago);
    }
}

/// Makes a file look as if it had been written so many seconds ago.
fn age(path: &Path, seconds: u64) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(seconds)).unwrap();
}

/// The window gets the focus, half a minute later.
fn look(desk: &mut Desk) {
    desk.app.notice = None;
    desk.wait(TimeDelta::seconds(30));
    desk.send(Event::Looked);
    desk.settle();
}

fn notice(desk: &Desk) -> String {
    desk.app
        .notice
        .as_ref()
        .map(|notice| desk.app.appearance.locale.message(&notice.message))
        .unwrap_or_default()
}

fn offered(desk: &Desk) -> Vec<&str> {
    desk.app.inbox.files.iter().map(|file| file.name.as_str()).collect()
}

fn holds(desk: &Desk, symbol: &str) -> bool {
    desk.app.library.shelf.holds(&symbol.parse().unwrap())
}

const ON: &str = "inbox = \"~/Downloads\"\n";

#[test]
fn what_is_saved_in_the_inbox_is_offered_and_imported_when_the_delegate_says_so() {
    let trial = Trial::new(ON);
    trial.save("A_90_1.txt", "A/90/1", 60);
    trial.save("A_90_2.txt", "A/90/2", 60);
    trial.save("photo.jpg", "A/90/3", 60);
    let mut desk = trial.open();
    assert_eq!(offered(&desk), ["A_90_1.txt", "A_90_2.txt"]);
    // At the start another notice is shown, which this one does not replace.
    look(&mut desk);
    assert!(notice(&desk).starts_with("2 new documents in the inbox"), "{}", notice(&desk));
    assert!(!holds(&desk, "A/90/1"), "nothing is taken without being asked for");
    desk.press("Alt-i");
    let screen = desk.screen();
    assert!(
        screen.contains("All 2 files") && screen.contains("A_90_1.txt") && screen.contains("KB"),
        "{screen}"
    );
    desk.press("Down Enter");
    assert!(holds(&desk, "A/90/1") && !holds(&desk, "A/90/2"));
    desk.press("Esc");
    assert_eq!(offered(&desk), ["A_90_2.txt"], "what is imported is not offered again");
    look(&mut desk);
    assert_eq!((offered(&desk), notice(&desk)), (vec!["A_90_2.txt"], String::new()), "it is said once");
    trial.save("A_90_3.txt", "A/90/3", 60);
    look(&mut desk);
    assert!(notice(&desk).starts_with("One new document"), "{}", notice(&desk));
    desk.press("Alt-i Enter");
    assert!(holds(&desk, "A/90/2") && holds(&desk, "A/90/3"));
}

#[test]
fn a_dismissed_file_is_offered_again_only_if_it_changes() {
    let trial = Trial::new(ON);
    trial.save("A_90_1.txt", "A/90/1", 60);
    let mut desk = trial.open();
    desk.press("Alt-i Ctrl-d");
    assert!(
        matches!(&desk.app.layers[..], [Layer::Picker(list)] if list.picker == Picker::Inbox && list.is_empty())
    );
    desk.press("Esc");
    look(&mut desk);
    assert!(offered(&desk).is_empty());
    drop(desk);
    let mut desk = trial.open();
    assert!(offered(&desk).is_empty(), "the next run knows it too");
    trial.save("A_90_1.txt", "A/90/11", 30);
    look(&mut desk);
    assert_eq!(offered(&desk), ["A_90_1.txt"]);
}

#[test]
fn a_download_is_offered_when_it_is_complete() {
    let trial = Trial::new(ON);
    trial.save("A_90_1.txt.part", "A/90/1", 0);
    trial.save("A_90_2.txt", "A/90/2", 0);
    let mut desk = trial.open();
    assert!(offered(&desk).is_empty());
    std::fs::rename(trial.inbox().join("A_90_1.txt.part"), trial.inbox().join("A_90_1.txt")).unwrap();
    age(&trial.inbox().join("A_90_1.txt"), 10);
    look(&mut desk);
    assert_eq!(offered(&desk), ["A_90_1.txt"], "the other one was written a moment ago");
    age(&trial.inbox().join("A_90_2.txt"), 10);
    look(&mut desk);
    assert_eq!(offered(&desk), ["A_90_1.txt", "A_90_2.txt"]);
}

#[test]
fn a_folder_that_is_missing_is_said_once_and_without_the_setting_nothing_is_looked_at() {
    let trial = Trial::new("inbox = \"~/Elsewhere\"\n");
    let mut desk = trial.open();
    assert!(notice(&desk).contains("Elsewhere is not a folder"), "{}", notice(&desk));
    look(&mut desk);
    assert_eq!(notice(&desk), "");
    std::fs::create_dir(trial.home.path().join("Elsewhere")).unwrap();
    look(&mut desk);
    assert_eq!((desk.app.inbox.fault.as_ref(), notice(&desk)), (None, String::new()));

    let trial = Trial::new("");
    trial.save("A_90_1.txt", "A/90/1", 60);
    let mut desk = trial.open();
    assert!(desk.app.inbox.files.is_empty());
    desk.press("Alt-i");
    assert!(notice(&desk).contains("No inbox is set"), "{}", notice(&desk));
}
