//! The loop, and the one trait at the edge. The whole program, in one page.
//!
//! ```text
//!  world ── Message, Now ──▶ app::update(&mut Model) ── Vec<Effect> ──▶ world.perform
//!    ▲                              │                                        │
//!    └───────── answer: Message ◀───┼────────────────────────────────────────┘
//!                                   ▼
//!                          ui::draw(&Model, buffer)          wake(&Model) = when the next tick is needed
//! ```
//!
//! *Time is an argument*: nothing inside asks what time it is. *Effects are data*: nothing inside touches
//! disk, terminal or speaker. *The view decides nothing.*

use crate::app::message::{Hit, Pointer};
use crate::app::{Effect, Message, Model, update::update, wake::wake};
use crate::domain::time::{Moment, Now};
use crate::ui;

/// Everything outside the program. Two implementations: the real one (`platform::world`) and a simulated
/// one for tests.
pub trait World {
    /// What can go wrong so badly that the program must end: the terminal is gone.
    type Error;

    /// What the clocks say.
    fn now(&mut self) -> Now;

    /// The next message. Waits for one until `until` (for ever if `None`); `None` when the moment has come.
    fn wait(&mut self, until: Option<Moment>) -> Result<Option<Message>, Self::Error>;

    /// A message that is already there, without waiting.
    fn pending(&mut self) -> Result<Option<Message>, Self::Error>;

    /// Does what an effect says, and answers. A failed effect is an answer like any other.
    fn perform(&mut self, effect: Effect) -> Vec<Message>;

    /// Shows the model.
    fn draw(&mut self, model: &Model) -> Result<(), Self::Error>;
}

/// How many messages are taken before a frame is drawn between them: a flood of keys must not wait for a
/// frame each, and must not keep the screen still either.
const BATCH: usize = 100;

/// Runs the program until it is over, and returns the last model.
///
/// `first` are the effects of the start; they are carried out after the first frame, so that nothing on disk
/// stands between a person and the first screen, and what each of them changes is seen at once.
pub fn run<W: World>(world: &mut W, mut model: Model, first: Vec<Effect>) -> Result<Model, W::Error> {
    world.draw(&model)?;
    for effect in first {
        perform_all(world, &mut model, vec![effect]);
        if !model.over {
            world.draw(&model)?;
        }
    }
    while !model.over {
        let until = wake(&model);
        let mut next = world.wait(until)?.unwrap_or(Message::Tick);
        for _ in 0..BATCH {
            step(world, &mut model, next);
            if model.over {
                return Ok(model);
            }
            match world.pending()? {
                Some(message) => next = message,
                None => break,
            }
        }
        world.draw(&model)?;
    }
    Ok(model)
}

/// One message through the program, with everything that follows from it.
pub fn step<W: World>(world: &mut W, model: &mut Model, message: Message) {
    let message = match message {
        Message::Mouse { pointer, column, row } => match ui::hit::at(model, column, row) {
            Some(hit) => Message::Pointed { pointer, hit },
            // The wheel turns the page wherever it stands.
            None if matches!(pointer, Pointer::WheelUp | Pointer::WheelDown) => Message::Pointed {
                pointer,
                hit: Hit::Figure,
            },
            None => return,
        },
        message => message,
    };
    let now = world.now();
    let effects = update(model, message, now);
    perform_all(world, model, effects);
}

fn perform_all<W: World>(world: &mut W, model: &mut Model, effects: Vec<Effect>) {
    let mut waiting: std::collections::VecDeque<Effect> = effects.into();
    while let Some(effect) = waiting.pop_front() {
        for answer in world.perform(effect) {
            let now = world.now();
            waiting.extend(update(model, answer, now));
        }
    }
}
