//! The command line as scripts and delegates use it: what is said, in which form, and how it ends.

mod beside;
mod calendar;
mod documents;
mod follow;
mod health;
mod import;
mod notes;
mod pipes;
mod track;
mod usage;

use serde_json::Value;

use crate::support::home::Home;

/// What the program said, and how it ended.
pub struct Said {
    /// What stands on its output.
    pub out: String,
    /// What stands on its error channel.
    pub error: String,
    /// Its exit code.
    pub code: i32,
}

/// Runs the program in a home of its own for this call.
#[track_caller]
pub fn say(arguments: &[&str]) -> Said {
    ask(&Home::new(), arguments)
}

/// Runs the program in a home.
#[track_caller]
pub fn ask(home: &Home, arguments: &[&str]) -> Said {
    let output = home.plenary().args(arguments).output().expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    let code = output.status.code().unwrap_or_else(|| panic!("{arguments:?}: {:?}", output.status));
    Said { out: text(output.stdout), error: text(output.stderr), code }
}

impl Said {
    /// The one JSON value said; fails when the program complained.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!((self.code, self.error.as_str()), (0, ""), "{}", self.out);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {}", self.out))
    }

    /// The text said; fails when the program complained.
    #[track_caller]
    pub fn text(&self) -> &str {
        assert_eq!((self.code, self.error.as_str()), (0, ""), "{}", self.out);
        &self.out
    }

    /// Fails unless the program ended with this code, said nothing on its output, and complained in these words.
    #[track_caller]
    pub fn complains(&self, code: i32, words: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.error);
        assert!(self.error.starts_with("plenary: "), "{}", self.error);
        for word in words {
            assert!(self.error.contains(word), "{word} in {}", self.error);
        }
    }
}

/// The names of an object's fields, in order.
#[track_caller]
pub fn fields(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// What stands under a name in each object of an array; empty where it is no text.
#[track_caller]
pub fn column<'a>(rows: &'a Value, name: &str) -> Vec<&'a str> {
    list(rows).iter().map(|row| row[name].as_str().unwrap_or_default()).collect()
}

/// The values of an array.
#[track_caller]
pub fn list(value: &Value) -> &[Value] {
    value.as_array().expect("an array")
}
