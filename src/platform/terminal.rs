//! The terminal: entered and left whole, whatever happens, and painted with one write a frame.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::queue;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::paint;
use super::window::Abilities;
use crate::app::Model;
use crate::ui;
use crate::ui::window::Window;

/// Whether the terminal is in our hands. Read by [`leave`], which anyone may call at any time: the session
/// when it ends, a signal, a panic.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// What takes the window's title and progress back, while they are ours.
static TAKE_BACK: Mutex<Option<String>> = Mutex::new(None);

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub struct Session {
    shown: Buffer,
    drawing: Buffer,
    abilities: Abilities,
    window: Option<Window>,
}

impl Session {
    /// Takes the terminal: alternate screen, raw keys, mouse, paste and focus messages.
    pub fn enter(size: (u16, u16)) -> io::Result<Session> {
        take()?;
        let area = Rect::new(0, 0, size.0, size.1);
        Ok(Session {
            shown: Buffer::empty(area),
            drawing: Buffer::empty(area),
            abilities: Abilities::find(|name| std::env::var(name).ok()),
            window: None,
        })
    }

    /// Takes the terminal again after a stop: everything is painted anew.
    pub fn enter_again(&mut self) -> io::Result<()> {
        // The shell may have changed the modes: let crossterm forget what it believes.
        leave();
        self.window = None;
        take()?;
        self.forget()
    }

    /// Shows the model: draws it, and sends the cells that differ in one write. Sends nothing when no cell
    /// differs.
    pub fn show(&mut self, model: &Model) -> io::Result<()> {
        let (width, height) = model.known.size;
        let area = Rect::new(0, 0, width, height);
        if self.shown.area != area {
            self.shown = Buffer::empty(area);
            self.drawing = Buffer::empty(area);
            self.forget()?;
        }
        ui::draw(model, &mut self.drawing);
        let changed = self.shown.diff(&self.drawing);
        let window = ui::window::window(model);
        let around = self.abilities.change(self.window.as_ref(), window.as_ref());
        if changed.is_empty() && around.is_empty() {
            return Ok(());
        }
        if !around.is_empty() {
            let back = window.as_ref().map(|_| self.abilities.restore());
            *TAKE_BACK.lock().unwrap_or_else(PoisonError::into_inner) = back;
        }
        let mut bytes = Vec::with_capacity(changed.len() * 8 + around.len() + 64);
        bytes.extend_from_slice(around.as_bytes());
        queue!(bytes, BeginSynchronizedUpdate)?;
        paint(&mut bytes, changed);
        queue!(bytes, EndSynchronizedUpdate)?;
        write_whole(&bytes)?;
        std::mem::swap(&mut self.shown, &mut self.drawing);
        self.window = window;
        Ok(())
    }

    /// Gives a text to the terminal's clipboard (OSC 52). A terminal that does not let us does nothing.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        write_whole(&bytes)
    }

    /// Rings the terminal's bell.
    pub fn ring(&self) -> io::Result<()> {
        write_whole(b"\x07")
    }

    /// Shows a message outside the window, if the terminal does that. True when it does.
    pub fn notify(&self, text: &str) -> bool {
        let bytes = self.abilities.notify(text);
        bytes.is_some_and(|bytes| write_whole(bytes.as_bytes()).is_ok())
    }

    /// Nothing of what the terminal shows is known any more.
    fn forget(&mut self) -> io::Result<()> {
        self.shown.reset();
        let mut bytes = Vec::new();
        queue!(bytes, Clear(ClearType::All))?;
        write_whole(&bytes)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let mut bytes = Vec::new();
    queue!(
        bytes,
        EnterAlternateScreen,
        Hide,
        EnableMouseCapture,
        EnableBracketedPaste,
        EnableFocusChange,
        Clear(ClearType::All)
    )?;
    write_whole(&bytes)
}

/// Gives the terminal back as it was. Does nothing if it is not ours; never fails loudly.
pub fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    // Try only: a panic may come while it is held.
    if let Some(back) = TAKE_BACK.try_lock().ok().and_then(|mut back| back.take()) {
        bytes.extend_from_slice(back.as_bytes());
    }
    let queued = queue!(
        bytes,
        EndSynchronizedUpdate,
        DisableFocusChange,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        Show
    );
    if queued.is_ok() {
        drop(write_whole(&bytes));
    }
    drop(disable_raw_mode());
}

/// A panic gives the terminal back before it speaks, so that its words can be read. One beside the loop, where
/// something sounds or speaks, only ends that: the loop goes on, and its screen is left alone.
pub fn restore_on_panic() {
    let before = std::panic::take_hook();
    let the_loop = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        let ours = std::thread::current().id() == the_loop;
        if !ours && ENTERED.load(Ordering::SeqCst) {
            return;
        }
        leave();
        before(panic);
    }));
}

/// One frame, one write. The standard output's own buffer would split it at every line break.
fn write_whole(bytes: &[u8]) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        let owned = io::stdout().as_fd().try_clone_to_owned()?;
        std::fs::File::from(owned).write_all(bytes)
    }
    #[cfg(not(unix))]
    {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }
}
