//! What should happen in the world, and what the world says about it. Plain data: a test compares it.

use std::sync::{Arc, OnceLock};

use super::keep::{Keep, Kept};
use super::search::Index;
use super::signal::{Report, Signal};
use crate::content::Content;
use crate::content::looks::Ground;
use crate::content::source::Plain;
use crate::domain::routine::Routine;
use crate::domain::words::Lang;

/// Something the world is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the journal.
    Keep(Keep),
    /// Write a choice into the person's settings; see [`choices::chosen`](super::choices::chosen).
    Choose {
        /// Its key.
        key: &'static str,
        /// What was chosen.
        value: Plain,
        /// The language of the comments, if the file has to be begun.
        lang: Lang,
    },
    /// Give a text to the terminal's clipboard.
    Copy(String),
    /// Read the points and routines of the person's own. There may be many: the answer comes when it comes.
    ReadOwn,
    /// Take in what the terminal has said of its ground by now. If it says it later, that is an answer then.
    HearGround,
    /// Tell something beyond the screen.
    Signal(Signal),
    /// Write a routine of the person's own, or take it away.
    SaveRoutine {
        /// Its id, and the name of its file.
        id: String,
        /// The file; `None` to take it away.
        text: Option<String>,
    },
    /// Open the person's own editor on a note, and answer with what it became.
    EditNote(String),
    /// Stop like any program on ctrl-z: leave the screen, wait to be continued, come back.
    Suspend,
    /// End the program.
    Quit,
}

/// What became of an effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The journal's.
    Kept(Kept),
    /// The person's own points and routines.
    Own(Own),
    /// The terminal's ground. A terminal that does not say is no answer.
    Ground {
        /// Dark or light.
        ground: Ground,
        /// Its colour: red, green, blue.
        paper: (u8, u8, u8),
    },
    /// The note as the editor left it; `None` where no editor could be started.
    Edited(Option<String>),
    /// A choice could not be written, and why. One that was written needs no answer.
    NotChosen(String),
    /// From those who make sounds, speak, and run the person's own command. Comes when it comes.
    Beside(Report),
    /// A routine could not be written, and why. One that was needs no answer.
    RoutineNotSaved(String),
}

/// What the person's own files hold.
#[derive(Clone, Debug)]
pub struct Own {
    /// Everything shipped, with the person's own points among it.
    pub content: &'static Content,
    /// Their routines.
    pub routines: Vec<Routine>,
    /// The search's index, if it was built already.
    pub index: Arc<OnceLock<Index>>,
    /// How many things are wrong with the files.
    pub problems: usize,
}

/// Two readings are the same one or not the same.
impl PartialEq for Own {
    fn eq(&self, other: &Own) -> bool {
        std::ptr::eq(self.content, other.content) && Arc::ptr_eq(&self.index, &other.index)
    }
}
