//! Takes the terminal over and restores it, whatever happens in between.

use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::terminal::{
    self, Clear, ClearType, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
    SetTitle,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;

use crate::app::window::WindowSize;
use crate::base::{Error, Result};
use crate::shell::backend::Careful;
use crate::shell::panics;
use crate::store::file;

/// Whether the terminal is taken over; a static, because the panic hook has no other way to know.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is taken over; dropping this restores it.
pub struct Screen {
    terminal: Terminal<Careful<Stdout>>,
    /// Whether the program gets the mouse; otherwise it is left to the terminal, to select text.
    has_mouse: bool,
}

impl Screen {
    /// Takes the terminal over: alternate screen, single keys, bracketed paste, and the mouse if it is wanted.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn take(has_mouse: bool) -> Result<Self> {
        panics::watch(hand_back);
        take(has_mouse).map_err(refused)?;
        Ok(Self { terminal: terminal()?, has_mouse })
    }

    /// Takes the mouse, or gives it back to the terminal.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn mouse(&mut self, has_mouse: bool) -> Result<()> {
        self.has_mouse = has_mouse;
        mouse(has_mouse).map_err(refused)
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> WindowSize {
        let usual = WindowSize { columns: 80, rows: 24 };
        self.terminal.size().map_or(usual, |size| WindowSize { columns: size.width, rows: size.height })
    }

    /// Draws a frame; only cells that changed are sent.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut ratatui::Frame)) -> Result<()> {
        let columns = self.size().columns;
        self.terminal.backend_mut().resize(columns);
        // The terminal shows a frame when it has all of it.
        execute!(io::stdout(), terminal::BeginSynchronizedUpdate).map_err(refused)?;
        self.terminal.draw(draw).map_err(refused)?;
        execute!(io::stdout(), terminal::EndSynchronizedUpdate).map_err(refused)
    }

    /// Takes the terminal over once more, whatever state it is in now, and draws the whole screen next time.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn take_again(&mut self) -> Result<()> {
        // Otherwise the terminal counts as raw, and what another program has changed stays.
        terminal::disable_raw_mode().and_then(|()| take(self.has_mouse)).map_err(refused)?;
        self.redraw()
    }

    /// Draws the whole screen again next time.
    fn redraw(&mut self) -> Result<()> {
        // Not `clear` of the old one: it asks the terminal where the cursor is, and the answer would go to the
        // thread that reads the keys.
        execute!(io::stdout(), Clear(ClearType::All)).map_err(refused)?;
        self.terminal = terminal()?;
        Ok(())
    }

    /// Puts text on the clipboard of the terminal, also from afar.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str) -> Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)).map_err(refused)
    }

    /// Restores the terminal, runs `meanwhile`, and takes it over again.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn lend(&mut self, meanwhile: impl FnOnce()) -> Result<()> {
        hand_back();
        meanwhile();
        take(self.has_mouse).map_err(refused)?;
        self.redraw()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        hand_back();
    }
}

/// A terminal on which nothing was drawn yet.
fn terminal() -> Result<Terminal<Careful<Stdout>>> {
    Terminal::new(Careful::new(io::stdout(), 80)).map_err(refused)
}

fn mouse(has_mouse: bool) -> io::Result<()> {
    if has_mouse {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

fn take(has_mouse: bool) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    if has_mouse {
        mouse(true)?;
    }
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        SetTitle("Plenary"),
        EnableBracketedPaste,
        EnableFocusChange,
        // A character that the terminal counts as wider than its cells must not continue in the next row.
        DisableLineWrap,
        cursor::Hide
    )
}

/// Gives the terminal back as it was; what fails is passed over, for nothing better can be done.
fn hand_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = execute!(
        io::stdout(),
        DisableFocusChange,
        DisableBracketedPaste,
        DisableMouseCapture,
        EnableLineWrap,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = terminal::disable_raw_mode();
    let _ = io::stdout().flush();
}

fn refused(error: io::Error) -> Error {
    file::of_system(Error::broken("terminal-refused"), &error)
}
