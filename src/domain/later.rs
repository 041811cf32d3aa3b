//! A value that is made when it is first looked at.
//!
//! The first screen shows eleven points of 410 and one view of thirty: what nobody looks at costs nothing.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, OnceLock, PoisonError};

/// A value that is made when it is first looked at, once.
pub struct Later<T> {
    made: OnceLock<T>,
    make: Mutex<Option<Make<T>>>,
}

type Make<T> = Box<dyn FnOnce() -> T + Send>;

impl<T> Later<T> {
    /// A value that will be made this way.
    pub fn new(make: impl FnOnce() -> T + Send + 'static) -> Later<T> {
        Later {
            made: OnceLock::new(),
            make: Mutex::new(Some(Box::new(make))),
        }
    }
}

impl<T> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.made.get_or_init(|| {
            let make = self.make.lock().unwrap_or_else(PoisonError::into_inner).take();
            make.expect("a value is made once")()
        })
    }
}

impl<T> DerefMut for Later<T> {
    fn deref_mut(&mut self) -> &mut T {
        let _: &T = self;
        self.made.get_mut().expect("it was made just now")
    }
}

impl<T> From<T> for Later<T> {
    fn from(value: T) -> Later<T> {
        Later {
            made: OnceLock::from(value),
            make: Mutex::new(None),
        }
    }
}

impl<T: Default + Send + 'static> Default for Later<T> {
    fn default() -> Later<T> {
        Later::new(T::default)
    }
}

impl<T: Clone> Clone for Later<T> {
    fn clone(&self) -> Later<T> {
        Later::from((**self).clone())
    }
}

impl<T: PartialEq> PartialEq for Later<T> {
    fn eq(&self, other: &Later<T>) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Later;

    #[test]
    fn a_value_is_made_at_the_first_look_and_only_then() {
        let made = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&made);
        let later = Later::new(move || count.fetch_add(1, Ordering::Relaxed) + 7);
        assert_eq!(made.load(Ordering::Relaxed), 0);
        assert_eq!((*later, *later), (7, 7));
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }
}
