//! A disk that fails for real: the system itself refuses a byte in the midst of a write.
//!
//! The size a file may grow to is limited for this process while one thing is written, to a size drawn by
//! lot. The write that passes it is cut short and refused, wherever that is: in a page of the log, in the
//! index beside it, in the database while the log is emptied, in a settings file. The system says so with a
//! signal, and each one is counted: that is how many faults have landed inside a real write.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// The signal of a write beyond the limit, on every system this runs on.
const SIGXFSZ: i32 = 25;

/// The limit on the size of files, and whether something ran into it.
pub struct Limit {
    hit: Arc<AtomicBool>,
}

impl Limit {
    /// Begins to listen for refused writes; until then one ends the process.
    pub fn listen() -> Limit {
        let hit = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(SIGXFSZ, Arc::clone(&hit)).expect("a signal");
        Limit { hit }
    }

    /// Does something while no file may grow beyond so many bytes. The limit holds for the whole process, so
    /// nothing else may write meanwhile. True when the system refused a byte.
    pub fn within<T>(&self, bytes: u64, work: impl FnOnce() -> T) -> (T, bool) {
        let before = getrlimit(Resource::Fsize);
        self.hit.store(false, Ordering::SeqCst);
        let limit = Rlimit {
            current: Some(bytes),
            maximum: before.maximum,
        };
        setrlimit(Resource::Fsize, limit).expect("a limit");
        let done = work();
        setrlimit(Resource::Fsize, before).expect("no limit");
        (done, self.hit.load(Ordering::SeqCst))
    }
}
