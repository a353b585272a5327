//! A passage by the symbol of its document and its address.

use std::fmt;
use std::str::FromStr;

use crate::base::Value;
use crate::model::{Address, Symbol};

/// A passage of a document: symbol and address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The document.
    pub symbol: Symbol,
    /// The passage.
    pub address: Address,
}

impl fmt::Display for Reference {
    /// The spelling used in notes, the tracker and the command line: `A/77/275:annex/E/next/2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.symbol, self.address)
    }
}

impl From<&Reference> for Value {
    fn from(reference: &Reference) -> Self {
        Self::Text(reference.to_string())
    }
}

impl FromStr for Reference {
    type Err = ();

    /// Reads `SYMBOL:ADDRESS`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (symbol, address) = text.split_once(':').ok_or(())?;
        Ok(Self { symbol: symbol.parse()?, address: address.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_writes_back_as_it_was_read() {
        for text in ["A/77/275:annex/E/next/2", "A/76/135:13", "A/AC.290/2020/L.1:item/5/f"] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), text);
        }
        for wrong in ["", "A/77/275", "A/77/275:", ":16", "A/77/275 : 16"] {
            assert!(wrong.parse::<Reference>().is_err(), "{wrong}");
        }
    }
}
