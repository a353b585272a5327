//! Any text that is an address or a citation is unchanged after writing and parsing it again in each language.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenary::cite::{parse_exact, write};
use plenary::model::{Address, Language};

fuzz_target!(|text: &str| {
    if let Ok(address) = text.parse::<Address>() {
        assert_eq!(address.to_string().parse(), Ok(address));
    }
    let Some((symbol, address)) = parse_exact(text) else { return };
    for language in [Language::FR, Language::EN] {
        let written = write(symbol.as_ref(), &address, language);
        let again = parse_exact(&written);
        let once_more = again.as_ref().map(|(symbol, address)| write(symbol.as_ref(), address, language));
        assert_eq!(once_more.as_deref(), Some(written.as_str()), "{text:?}");
    }
});
