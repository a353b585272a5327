//! Leaving the program: it ends when everything is written; if something is refused, the delegate is asked.

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::overlay::{Leave, Overlay, Picker, Prompt};
use crate::app::routing;

impl App {
    /// Leaves as soon as everything is written. Asked a second time while that takes long, asks what to do.
    pub fn quit(&mut self) -> Vec<Effect> {
        if self.is_leaving {
            return self.ask_about_leaving();
        }
        self.is_leaving = true;
        self.hand_over_all()
    }

    /// Hands everything over to be written, and ends the program without asking.
    pub fn terminate(&mut self) -> Vec<Effect> {
        let mut effects = self.hand_over_all();
        effects.push(Effect::Quit);
        effects
    }

    /// Closes all layers and hands over what was typed in them and what was refused before.
    fn hand_over_all(&mut self) -> Vec<Effect> {
        let mut effects = self.workspace.try_again(self.now.instant);
        while let Some(mut layer) = self.layers.pop() {
            let outcome = layer.cover_mut().finish(&self.context());
            effects.extend(self.carry_out(outcome));
        }
        effects
    }

    /// After each event, if the delegate wants to leave: ends the program, waits, or asks what to do.
    pub fn continue_leaving(&mut self) -> Vec<Effect> {
        if !self.is_leaving {
            return Vec::new();
        }
        if self.workspace.unsaved.is_waiting() {
            self.notice = Some(Notice::new("notice-still-saving"));
            return Vec::new();
        }
        if self.workspace.unsaved.nowhere().next().is_some() {
            return self.ask_about_leaving();
        }
        self.is_leaving = false;
        self.notice = None;
        vec![Effect::Quit]
    }

    fn ask_about_leaving(&mut self) -> Vec<Effect> {
        self.is_leaving = false;
        self.notice = None;
        routing::open(self, Overlay::Picker(Picker::Leaving))
    }

    /// Leaves, or stays, as the delegate chose.
    pub fn leave_by(&mut self, how: Leave) -> Vec<Effect> {
        match how {
            Leave::AfterTryingAgain => self.quit(),
            Leave::AfterSavingAs => routing::open(self, Overlay::Line(Prompt::Folder { leaves: true })),
            Leave::Anyway => vec![Effect::Quit],
            Leave::Not => Vec::new(),
        }
    }
}
