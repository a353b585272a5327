//! The command line as scripts and delegates use it: output, errors and exit codes.

mod amend;
mod beside;
mod caches;
mod calendar;
mod digest;
mod documents;
mod export;
mod export_amendments;
mod follow;
mod handover;
mod health;
mod hundred;
mod import;
mod import_many;
mod import_pdf;
mod inbox;
mod notes;
mod pipes;
mod position;
mod preparation;
mod prepared;
mod share;
mod statement;
mod takeover;
mod track;
mod usage;

use serde_json::Value;

use crate::support::home::Home;

/// The output and the exit code of a run of the program.
pub struct Output {
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub error: String,
    /// Its exit code.
    pub code: i32,
}

/// Runs the program in a new home folder.
#[track_caller]
pub fn run(arguments: &[&str]) -> Output {
    run_in(&Home::new(), arguments)
}

/// Runs the program in an existing home folder.
#[track_caller]
pub fn run_in(home: &Home, arguments: &[&str]) -> Output {
    let output = home.plenary().args(arguments).output().expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
    let code = output.status.code().unwrap_or_else(|| panic!("{arguments:?}: {:?}", output.status));
    Output { out: text(output.stdout), error: text(output.stderr), code }
}

impl Output {
    /// The printed JSON value; fails if the program reported an error.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!((self.code, self.error.as_str()), (0, ""), "{}", self.out);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {}", self.out))
    }

    /// The printed text; fails if the program reported an error.
    #[track_caller]
    pub fn text(&self) -> &str {
        assert_eq!((self.code, self.error.as_str()), (0, ""), "{}", self.out);
        &self.out
    }

    /// Fails unless the program ended with this code, printed nothing to standard output, and its error has these words.
    #[track_caller]
    pub fn fails(&self, code: i32, words: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.error);
        assert!(self.error.starts_with("plenary: "), "{}", self.error);
        for word in words {
            assert!(self.error.contains(word), "{word} in {}", self.error);
        }
    }
}

/// The names of the fields of an object, in order.
#[track_caller]
pub fn fields(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// The text of a field in each object of an array; empty if it is not a text.
#[track_caller]
pub fn column<'a>(rows: &'a Value, name: &str) -> Vec<&'a str> {
    list(rows).iter().map(|row| row[name].as_str().unwrap_or_default()).collect()
}

/// The values of an array.
#[track_caller]
pub fn list(value: &Value) -> &[Value] {
    value.as_array().expect("an array")
}
