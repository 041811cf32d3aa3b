//! What every screen may read. Only `update` writes it.

use std::sync::{Arc, OnceLock};

use super::action::Action;
use super::diary::Diary;
use super::keymap::Keymap;
use super::places::Ground;
use super::search::Index;
use super::settings::Settings;
use super::signal::Ears;
use crate::content::Content;
use crate::domain::atlas::PointId;
use crate::domain::figure::{Chart, ViewId};
use crate::domain::later::Later;
use crate::domain::profile::{Profile, Today};
use crate::domain::routine::{Routine, Routines};
use crate::domain::time::Now;
use crate::domain::words::Lang;

/// The facts that belong to no single screen.
#[derive(Clone, Debug)]
pub struct Known {
    /// Everything shipped, and the person's own files.
    pub content: &'static Content,
    /// The routines: those that are shipped, and the person's own.
    pub routines: Later<Routines>,
    /// The person's choices.
    pub settings: Settings,
    /// What applies to this person.
    pub profile: Profile,
    /// What was answered today.
    pub today: Today,
    /// What the journal holds.
    pub diary: Diary,
    /// What an action is called in a language; its id where nobody has said.
    pub spell: fn(Lang, Action) -> String,
    /// Which key means what.
    pub keymap: Keymap,
    /// The moment of the last message.
    pub now: Now,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether the terminal window has the focus; true where it does not say.
    pub focused: bool,
    /// What plays and speaks.
    pub ears: Ears,
    /// The search's index, built when somebody first searches; see [`Known::index`].
    pub index: Arc<OnceLock<Index>>,
    /// The places one can pick on the body, found when first asked for; see [`Known::ground`].
    pub ground: Arc<OnceLock<Option<Ground>>>,
}

impl Known {
    /// What is known as the program opens: nothing of the person yet.
    pub fn new(content: &'static Content, settings: Settings, now: Now, size: (u16, u16)) -> Known {
        Known {
            content,
            routines: Later::new(|| Routines::clone(&content.routines)),
            settings,
            profile: Profile::default(),
            today: Today::default(),
            diary: Diary::default(),
            spell: |_, action| action.id(),
            keymap: Keymap::default(),
            now,
            size,
            focused: true,
            ears: Ears::default(),
            index: Arc::default(),
            ground: Arc::default(),
        }
    }

    /// The search's index.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let atlas = &self.content.atlas;
            Index::speaking(atlas, &self.routines, &self.settings.languages)
        })
    }

    /// A routine of the person's own is there from now on, as it is written now, and is found.
    pub fn put_routine(&mut self, routine: Routine) {
        self.routines.put(routine);
        self.index = Arc::default();
    }

    /// A routine of the person's own goes.
    pub fn take_routine(&mut self, id: &str) -> Option<Routine> {
        self.index = Arc::default();
        self.routines.take(id)
    }

    /// The places one can pick on the body.
    pub fn ground(&self) -> Option<&Ground> {
        self.ground
            .get_or_init(|| Ground::of(&self.content.figure))
            .as_ref()
    }

    /// Where every point shows.
    pub fn chart(&self) -> &Chart {
        self.content.chart()
    }

    /// The views that show a point, best first.
    pub fn views(&self, point: PointId) -> &[ViewId] {
        self.chart().views(point)
    }
}

#[cfg(test)]
impl Known {
    /// Everything shipped, at a moment, on a terminal of the usual size: what most tests begin with.
    pub(crate) fn at(moment: &str) -> Known {
        use crate::domain::time::Moment;
        use std::sync::LazyLock;
        // It follows from the shipped figure alone: found once for all tests.
        static GROUND: LazyLock<Arc<OnceLock<Option<Ground>>>> = LazyLock::new(Arc::default);
        let now = Now {
            steady: Moment(0),
            wall: moment.parse().expect("a moment"),
        };
        Known {
            ground: Arc::clone(&GROUND),
            ..Known::new(crate::shipped(), Settings::default(), now, (80, 24))
        }
    }

    /// The same in a language.
    pub(crate) fn speaking(mut self, lang: Lang) -> Known {
        self.settings.lang = lang;
        self
    }
}
