//! Reading a file in a child process of this program: what the parent asks, and what the child answers.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use crate::base::{Error, Result};
use crate::import::line::Line;
use crate::import::reader::FileContent;
use crate::import::reader::pdf::{self, PdfRefusal};
use crate::shell::child::{self, Ending, Limits};

/// The first argument of a child; no verb has this name, and the help does not list it.
const ARGUMENT: &str = "read-in-child";

/// What a child answers, as JSON.
#[derive(Debug, Serialize, Deserialize)]
enum ChildAnswer {
    /// The content of the file.
    Content { lines: Vec<Line>, words: String },
    /// Why it is not read.
    Refused(PdfRefusal),
}

/// Does the work of a child if the arguments are those of one: reads the file from the standard input and writes the answer.
#[must_use]
pub fn serve(arguments: &[OsString]) -> Option<ExitCode> {
    let [_, first, limits @ ..] = arguments else { return None };
    if first != ARGUMENT {
        return None;
    }
    let number = |at: usize| limits.get(at)?.to_str()?.parse::<u32>().ok();
    let (Some(megabytes), Some(seconds)) = (number(0), number(1)) else { return Some(ExitCode::FAILURE) };
    child::restrict(Limits { megabytes, seconds });
    let done = answer();
    Some(match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::OutOfMemory => ExitCode::from(child::NO_MEMORY),
        Err(_) => ExitCode::FAILURE,
    })
}

fn answer() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let answer = match pdf::content(&bytes) {
        Ok(content) => ChildAnswer::Content { lines: content.lines, words: content.words },
        Err(refusal) => ChildAnswer::Refused(refusal),
    };
    let mut output = io::stdout().lock();
    serde_json::to_writer(&mut output, &answer)?;
    output.flush()
}

/// Reads a file in a child; `name` is its name for messages.
///
/// # Errors
/// Those of the reader, and `import-child` (`what`), `import-slow` (`seconds`), `import-memory` (`megabytes`),
/// `import-pdf-damaged`, all with `file`.
pub fn read(name: &str, bytes: &[u8], limits: Limits) -> Result<FileContent> {
    let error = |id| Error::broken(id).with("file", name);
    match child::ask(ARGUMENT, bytes.to_vec(), limits) {
        Ending::Answered(answer) => match serde_json::from_slice(&answer) {
            Ok(ChildAnswer::Content { lines, words }) => {
                Ok(FileContent { lines, words, ..FileContent::default() })
            }
            Ok(ChildAnswer::Refused(refusal)) => Err(refusal.error(name)),
            Err(_) => Err(error("import-pdf-damaged")),
        },
        Ending::TookAllTime => Err(error("import-slow").with("seconds", limits.seconds)),
        Ending::TookAllMemory => Err(error("import-memory").with("megabytes", limits.megabytes)),
        Ending::Failed => Err(error("import-pdf-damaged")),
        Ending::NotStarted(what) => Err(error("import-child").with("what", what.to_string())),
    }
}
