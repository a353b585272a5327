//! Panics: one of the main thread restores the terminal; one of another thread becomes an error, and the desk continues.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::thread;

use crate::base::{Error, Result};

thread_local! {
    /// The file and line of the last panic of this thread; the hook has no other way to report them.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on a panic of this thread restores the terminal and is printed; other threads only note the place of theirs,
/// which [`caught`] reports: text printed over the desk would be unreadable.
pub(super) fn watch(restore: fn()) {
    let main = thread::current().id();
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == main {
            restore();
            print(info);
        } else {
            PLACE.with_borrow_mut(|place| *place = place_of(info));
        }
    }));
}

/// Does a piece of work of a thread. What the work was changing may be half changed after a panic.
///
/// # Errors
/// `work-panicked` when the work panicked.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let place = PLACE.take();
        Error::broken("work-panicked").with("what", format!("{place} {}", text(&*payload)).trim().to_owned())
    })
}

fn place_of(info: &PanicHookInfo<'_>) -> String {
    info.location().map(|place| format!("{}:{}:", place.file(), place.line())).unwrap_or_default()
}

/// The message of a panic.
fn text(payload: &(dyn Any + Send)) -> &str {
    let literal = payload.downcast_ref::<&str>().copied();
    literal.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_with_its_words() {
        let error = caught(|| panic!("no {} here", "row")).unwrap_err();
        assert!(error.to_string().contains("no row here"), "{error}");
        let error = caught(|| assert_eq!([1].first(), None, "one")).unwrap_err();
        assert!(error.to_string().contains("one"), "{error}");
        assert_eq!(caught(|| 7).unwrap(), 7);
    }
}
