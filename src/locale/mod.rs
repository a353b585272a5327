//! Text of messages, dates and numbers in the user's language.
//!
//! The texts are in `data/locale/*.ftl`; the code has only their ids.

mod catalogue;
pub mod dates;

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::base::text::visible;
use crate::base::{Error, Message, Value};
use crate::model::Language;

pub use catalogue::messages;

/// The languages of the interface; the first one is the default.
#[must_use]
pub fn available() -> [Language; 2] {
    [Language::EN, Language::FR]
}

/// The language of the interface: the first of these that is available, otherwise English.
///
/// All usual spellings are accepted: `fr`, `FR`, `fr-CA`, `fr_CH.UTF-8`.
#[must_use]
pub fn choose(asked: Option<&str>, settings: Option<&str>, system: Option<&str>) -> Language {
    [asked, settings, system].into_iter().flatten().find_map(known).unwrap_or(Language::DEFAULT)
}

fn known(requested: &str) -> Option<Language> {
    let code = requested.trim().split(['_', '-', '.', '@']).next()?.to_ascii_lowercase();
    available().into_iter().find(|language| language.code() == code)
}

/// The messages of one language; a message that is not translated is shown in English.
#[derive(Clone)]
pub struct Locale {
    language: Language,
}

/// The messages of a language. Each file is read once, and only if one of its messages is shown.
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::EN));
static FRENCH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::FR));

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.language)
    }
}

impl Locale {
    /// The messages of a language; those of English if the language is not available.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let language = available().into_iter().find(|known| *known == language).unwrap_or(Language::DEFAULT);
        Self { language }
    }

    /// Its messages, then those of English.
    fn bundles(&self) -> impl Iterator<Item = &'static FluentBundle<FluentResource>> {
        let of = |language| -> &'static FluentBundle<FluentResource> {
            if language == Language::FR { &FRENCH } else { &ENGLISH }
        };
        let behind = (self.language != Language::EN).then_some(Language::EN);
        std::iter::once(self.language).chain(behind).map(of)
    }

    /// The language of the messages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the language has a message with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundles().next().is_some_and(|bundle| bundle.has_message(id))
    }

    /// The text of a message without values; `⟨id⟩` if there is no message with this id.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// The text of a message with the given values; `⟨id⟩` if there is no message with this id.
    ///
    /// The values are put in unchanged: a caller that puts in text from outside makes it visible first, or
    /// uses [`Self::message`].
    #[must_use]
    pub fn say_with(&self, id: &str, args: &[(&str, Value)]) -> String {
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Value::Text(text) => named.set(*name, text.as_str()),
                Value::Number(number) => named.set(*name, *number),
                Value::Message(message) => named.set(*name, self.message(message)),
            }
        }
        self.format(id, Some(&named))
    }

    /// The text of a message; `⟨id⟩` if there is no message with its id.
    ///
    /// Control codes in its values are replaced by visible signs, so that a terminal does not obey them.
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        let mut named = FluentArgs::with_capacity(message.args.len());
        for (name, value) in &message.args {
            match value {
                Value::Text(text) => named.set(*name, visible(text)),
                Value::Number(number) => named.set(*name, *number),
                Value::Message(inner) => named.set(*name, self.message(inner)),
            }
        }
        self.format(message.id, Some(&named))
    }

    /// The text of an error's message; see [`Self::message`].
    #[must_use]
    pub fn explain(&self, error: &Error) -> String {
        self.message(&error.message)
    }

    /// Keys as people read them, from the notation of keymaps: `Ctrl-←` for `Ctrl-Left`; in French `Espace` for `Space`.
    #[must_use]
    pub fn keys(&self, written: &str) -> String {
        self.each_key(written, |name| self.key_name(&["key"], name))
    }

    /// The same, abbreviated for a narrow line.
    #[must_use]
    pub fn keys_short(&self, written: &str) -> String {
        self.each_key(written, |name| self.key_name(&["key-short", "key"], name))
    }

    fn each_key(&self, written: &str, name: impl Fn(&str) -> String) -> String {
        let key = |mut rest: &str| {
            let mut text = String::new();
            while let Some((modifier, after)) = ["Ctrl", "Alt", "Shift"].into_iter().find_map(|modifier| {
                Some((modifier, rest.strip_prefix(modifier)?.strip_prefix('-').filter(|r| !r.is_empty())?))
            }) {
                text = text + &name(modifier) + "-";
                rest = after;
            }
            text + &name(rest)
        };
        written.split(' ').map(key).collect::<Vec<_>>().join(" ")
    }

    fn key_name(&self, families: &[&str], name: &str) -> String {
        let is_word = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        let ids = families.iter().filter(|_| is_word).map(|family| format!("{family}-{name}"));
        ids.into_iter().find(|id| self.has(id)).map_or_else(|| name.to_owned(), |id| self.say(&id))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let found = self.bundles().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
        });
        found.unwrap_or_else(|| format!("⟨{id}⟩"))
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    // A test checks that the files have no errors. If one has, its correct messages are still used.
    let resource = FluentResource::try_new(catalogue::text(language).to_owned())
        .unwrap_or_else(|(partial, _faults)| partial);
    let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    // Both fail only for what has been added before.
    let _ = bundle.add_builtins();
    let _ = bundle.add_resource(resource);
    bundle
}

#[cfg(test)]
mod tests;
