//! The terminal: entered and left whole, whatever happens, and painted with one write a frame.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

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
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Model;
use crate::ui;

/// Whether the terminal is in our hands. Read by [`leave`], which anyone may call at any time: the session
/// when it ends, a signal, a panic.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub struct Session {
    shown: Buffer,
    drawing: Buffer,
}

impl Session {
    /// Takes the terminal: alternate screen, raw keys, mouse, paste and focus messages.
    pub fn enter(size: (u16, u16)) -> io::Result<Session> {
        take()?;
        let area = Rect::new(0, 0, size.0, size.1);
        Ok(Session {
            shown: Buffer::empty(area),
            drawing: Buffer::empty(area),
        })
    }

    /// Takes the terminal again after a stop: everything is painted anew.
    pub fn enter_again(&mut self) -> io::Result<()> {
        // The shell may have changed the modes: let crossterm forget what it believes.
        leave();
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
        self.drawing.reset();
        ui::draw(model, &mut self.drawing);
        let changed = self.shown.diff(&self.drawing);
        if changed.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(changed.len() * 8 + 64);
        queue!(bytes, BeginSynchronizedUpdate)?;
        CrosstermBackend::new(&mut bytes).draw(changed.into_iter())?;
        queue!(bytes, EndSynchronizedUpdate)?;
        write_whole(&bytes)?;
        std::mem::swap(&mut self.shown, &mut self.drawing);
        Ok(())
    }

    /// Gives a text to the terminal's clipboard (OSC 52). A terminal that does not let us does nothing.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        write_whole(&bytes)
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

/// A panic gives the terminal back before it speaks, so that its words can be read.
pub fn restore_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
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
