//! A message for people as data: the id of its text in the locale files, and the values to put in.

use std::borrow::Cow;
use std::fmt;

/// A message: which text of `data/locale/*.ftl` it is, and the values of the text's variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Id of the text in `data/locale/*.ftl`.
    pub id: &'static str,
    /// The value of each variable of the text, by the name of the variable.
    pub args: Vec<(&'static str, Value)>,
}

/// A value put into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, shown as it is; it never decides between singular and plural, not even if it is "1".
    Text(String),
    /// A whole number, shown without separators between thousands; it can decide between singular and plural.
    Number(i64),
    /// Another message, shown as its whole text.
    Message(Box<Message>),
}

impl Message {
    /// A message without values.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// The same message with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The value of a variable; `None` if the message has no such variable.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Replaces the value of a variable; does nothing if the message has no such variable.
    pub fn replace(&mut self, name: &str, value: impl Into<Value>) {
        if let Some((_, old)) = self.args.iter_mut().find(|(known, _)| *known == name) {
            *old = value.into();
        }
    }

    /// The line of the file that the message is about (`line`), counted from 1; `None` if it gives no line.
    #[must_use]
    pub fn line(&self) -> Option<i64> {
        match self.get("line")? {
            Value::Number(line) => Some(*line),
            Value::Text(_) | Value::Message(_) => None,
        }
    }
}

impl fmt::Display for Message {
    /// The id and the values, for logs and tests. People read the text that the locale makes of the message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        self.args.iter().try_for_each(|(name, value)| write!(f, " {name}={:?}", value.to_string()))
    }
}

impl fmt::Display for Value {
    /// The text or the digits; of a message its id and values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Message(message) => write!(f, "{message}"),
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Cow<'_, str>> for Value {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_the_type_of_each_value() {
        let message = Message::new("x").with("line", 3_usize).with("version", "1").with("file", "a.toml");
        assert_eq!(message.line(), Some(3));
        assert_eq!(message.get("version"), Some(&Value::Text("1".to_owned())));
        assert_eq!(message.get("missing"), None);
        assert_eq!(message.to_string(), r#"x line="3" version="1" file="a.toml""#);
    }

    #[test]
    fn a_value_is_replaced_in_its_place() {
        let mut message = Message::new("x").with("file", "/tmp/a").with("line", 3);
        message.replace("file", "notes/a");
        message.replace("missing", "nothing");
        assert_eq!(message, Message::new("x").with("file", "notes/a").with("line", 3));
    }
}
