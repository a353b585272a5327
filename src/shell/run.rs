//! The loop: take a message, update, do the effects, draw when nothing waits any more.

use std::io::{IsTerminal, stdin, stdout};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};

use crate::app::message::{Effect, Message};
use crate::app::update::update;
use crate::app::{App, Opening};
use crate::base::{Error, Result};
use crate::cite::Aliases;
use crate::cite::graph::Graph;
use crate::shell::clipboard::Clipboard;
use crate::shell::keeper::Keeper;
use crate::shell::terminal::Screen;
use crate::shell::{Clock, input, links, signals};
use crate::store::{Places, Source, Workspace};
use crate::view;
use crate::view::theme::Theme;

/// What the desk is opened with.
pub struct Desk {
    /// What the interface is made from; its size is that of the terminal.
    pub opening: Opening,
    /// Done with the interface before the first frame: going where one was, or where one asked to be.
    pub start: Box<dyn FnOnce(&mut App)>,
    /// The workspace.
    pub workspace: Workspace,
    /// The folders of the user.
    pub places: Places,
    /// Where documents and dates are read from.
    pub source: Source,
    /// The clock.
    pub clock: Clock,
    /// Whether colours are wanted.
    pub colour: bool,
    /// Whether symbols are hyperlinks.
    pub links: bool,
}

/// Opens the desk and stays until the delegate leaves.
///
/// # Errors
/// `not-a-terminal` when there is none to draw on; whatever the terminal refuses.
pub fn open(desk: Desk) -> Result<()> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Error::wrong_use("not-a-terminal"));
    }
    let themes = themes(&desk.opening.themes, desk.colour, desk.links)?;
    let (sender, messages) = mpsc::channel();
    // Before the terminal is asked for its size: a window is often given another one just after it opens.
    signals::listen(sender.clone())?;
    let mut screen = Screen::take()?;
    let mut opening = desk.opening;
    opening.size = screen.size();
    let mut app = App::new(opening);
    (desk.start)(&mut app);
    app.settle();
    screen.draw(|frame| view::draw(&app, &themes[app.theme], frame))?;
    input::listen(sender.clone());
    read_citations(&app, sender.clone());
    let clipboard = Clipboard::start(&links::environment);
    let mut keeper = Keeper::start(desk.workspace, (desk.places, desk.source), sender.clone(), desk.clock);
    let helpers = Helpers { keeper: &keeper, clipboard: &clipboard, messages: &sender };
    let ended = live(&mut app, &themes, &mut screen, &messages, (helpers, desk.clock));
    if ended.is_err() {
        // The terminal is gone: what is being typed is still handed over.
        update(&mut app, Message::Terminate, desk.clock.now())
            .into_iter()
            .for_each(|effect| keeper.keep(effect));
    }
    keeper.finish();
    drop(screen);
    ended.and_then(|()| last_words(&messages))
}

/// Reads who cites whom in a thread of its own: nobody waits for it.
fn read_citations(app: &App, messages: mpsc::Sender<Message>) {
    let shelf = app.shelf.clone();
    std::thread::spawn(move || {
        let graph = Graph::of(&shelf, Aliases::bundled());
        let _ = messages.send(Message::Cited(Arc::new(graph)));
    });
}

fn themes(names: &[String], colour: bool, links: bool) -> Result<Vec<Theme>> {
    let dressed = |theme: Theme| if colour { theme } else { theme.without_colour() };
    names.iter().map(|name| Theme::bundled(name).map(dressed).map(|theme| theme.with_links(links))).collect()
}

/// Who does what the interface asks for.
#[derive(Clone, Copy)]
struct Helpers<'a> {
    keeper: &'a Keeper,
    clipboard: &'a Clipboard,
    /// Where answers are sent.
    messages: &'a mpsc::Sender<Message>,
}

fn live(
    app: &mut App,
    themes: &[Theme],
    screen: &mut Screen,
    messages: &Receiver<Message>,
    (helpers, mut clock): (Helpers<'_>, Clock),
) -> Result<()> {
    let Helpers { keeper, clipboard, messages: sender } = helpers;
    loop {
        let first = match messages.recv_timeout(clock.until_next_minute()) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => Message::Tick,
            Err(RecvTimeoutError::Disconnected) => Message::Terminate,
        };
        let mut next = Some(first);
        while let Some(message) = next {
            for effect in update(app, message, clock.now()) {
                match effect {
                    Effect::Quit => return Ok(()),
                    Effect::Redraw => screen.forget()?,
                    Effect::Suspend => {
                        screen.lend(signals::stand_still)?;
                        let (columns, rows) = screen.size();
                        app.size = (columns, rows);
                        app.settle();
                    }
                    Effect::Copy(text) => {
                        clipboard.put(&text);
                        screen.copy(&text)?;
                    }
                    Effect::ReadCitations => read_citations(app, sender.clone()),
                    Effect::WorkOn(day) => {
                        clock.today = day;
                        keeper.keep(Effect::WorkOn(day));
                    }
                    other => keeper.keep(other),
                }
            }
            next = messages.try_recv().ok();
        }
        if app.size != screen.size() {
            app.size = screen.size();
            app.settle();
        }
        screen.draw(|frame| view::draw(app, &themes[app.theme], frame))?;
    }
}

/// What could not be saved at the very end is said after the terminal is handed back.
fn last_words(messages: &Receiver<Message>) -> Result<()> {
    let failed = messages.try_iter().find_map(|message| match message {
        Message::Failed(error) => Some(error),
        _ => None,
    });
    failed.map_or(Ok(()), Err)
}
