//! Why the system refused something: reported in the language of the interface, with what to do.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use crate::app::screen::unsaved;
use crate::base::Error;
use crate::locale::Locale;
use crate::model::Language;
use crate::store::file;

/// The messages about a file or a folder that the system refused.
const MESSAGES: [&str; 7] = [
    "file-unreadable",
    "file-not-written",
    "file-not-moved",
    "file-not-removed",
    "folder-not-made",
    "folder-unreadable",
    "output-refused",
];

/// Error numbers that a delegate can meet, and the reason that each is.
#[cfg(unix)]
const NUMBERS: [(i32, &str); 20] = [
    (libc::EACCES, "permission"),
    (libc::EPERM, "permission"),
    (libc::ENOSPC, "full"),
    (libc::EDQUOT, "quota"),
    (libc::ENOENT, "missing"),
    (libc::EROFS, "read-only"),
    (libc::EMFILE, "many-files"),
    (libc::ENFILE, "many-files"),
    (libc::EIO, "device"),
    (libc::ENXIO, "device"),
    (libc::ENAMETOOLONG, "long-name"),
    (libc::ELOOP, "link"),
    (libc::ENOTDIR, "not-folder"),
    (libc::EISDIR, "is-folder"),
    (libc::EEXIST, "exists"),
    (libc::EFBIG, "too-large"),
    (libc::ETXTBSY, "busy"),
    (libc::ESTALE, "network"),
    (libc::EHOSTUNREACH, "network"),
    (libc::ENOMEM, "memory"),
];

fn refused(id: &'static str, error: &io::Error) -> Error {
    file::refused(id, Path::new("notes/a.md"), error)
}

#[cfg(unix)]
#[test]
fn the_reasons_of_the_system_are_reported_in_the_language_of_the_interface() {
    for language in [Language::EN, Language::FR] {
        let locale = Locale::new(language);
        let other = io::Error::from_raw_os_error(libc::EPROTO);
        let (unknown, in_short) =
            (refused(MESSAGES[1], &other), unsaved::reason(&locale, &refused("x", &other)));
        assert!(
            locale.explain(&unknown).contains("os error"),
            "what has no words of ours is shown as a detail"
        );
        let mut texts = BTreeSet::new();
        for (number, reason) in NUMBERS {
            let error = io::Error::from_raw_os_error(number);
            for id in MESSAGES {
                let refused = refused(id, &error);
                assert_eq!(refused.message.get("reason"), Some(&reason.into()), "{error}");
                let text = locale.explain(&refused);
                let first = text.split(['(', '.', ',']).next().unwrap_or_default();
                assert!(!text.contains("os error") && !text.contains('⟨') && !text.contains('{'), "{text}");
                assert!(text.matches(['.']).count() >= 2, "it says what to do: {first}: {text}");
                texts.insert((id, text));
            }
            let short = unsaved::reason(&locale, &refused(MESSAGES[1], &error));
            assert!(short.chars().count() <= 32 && short != in_short, "{reason}: {short}");
        }
        let reasons: BTreeSet<&str> = NUMBERS.iter().map(|(_, reason)| *reason).collect();
        assert_eq!(texts.len(), reasons.len() * MESSAGES.len(), "each reason has its own words");
    }
}

#[test]
fn a_name_that_no_file_can_have_is_reported_as_such() {
    let error = std::io::Error::from(io::ErrorKind::InvalidInput);
    assert_eq!(refused("file-not-written", &error).message.get("reason"), Some(&"bad-name".into()));
}
