//! A child process of this program with limits of memory and time: for files that may be made to take all of either.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// What a child process may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Memory, in megabytes of 1,048,576 bytes.
    pub megabytes: u32,
    /// Time from its start, in seconds.
    pub seconds: u32,
}

/// How a child process ended.
#[derive(Debug)]
pub enum Ending {
    /// It answered with these bytes.
    Answered(Vec<u8>),
    /// It took all the time it may take, and was stopped.
    TookAllTime,
    /// It took all the memory it may take.
    TookAllMemory,
    /// It ended without an answer.
    Failed,
    /// It could not be started.
    NotStarted(io::Error),
}

/// The exit code of a child that has no memory left for its input.
pub const NO_MEMORY: u8 = 12;

/// The longest answer, in bytes; a longer one counts as none.
const LONGEST: u64 = 256 << 20;
/// What the allocator of the standard library says before it gives up.
const ALLOCATION: &[u8] = b"memory allocation of";

/// Starts this program with an argument, gives it the input, and waits for its answer.
#[must_use]
pub fn ask(argument: &str, input: Vec<u8>, limits: Limits) -> Ending {
    let started = std::env::current_exe().and_then(|program| {
        Command::new(program)
            .args([argument, &limits.megabytes.to_string(), &limits.seconds.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
    });
    match started {
        Ok(child) => wait(child, input, Duration::from_secs(limits.seconds.into())),
        Err(error) => Ending::NotStarted(error),
    }
}

/// Writes the input and reads the answer in threads of their own, so that neither side waits for the other.
fn wait(mut child: Child, input: Vec<u8>, limit: Duration) -> Ending {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        if let Some(mut stdin) = stdin {
            // A child that ends early does not read all of it; how it ended says why.
            let _ = stdin.write_all(&input);
        }
    });
    thread::spawn(move || {
        let errors = thread::spawn(move || read(stderr, 1 << 16));
        let answer = read(stdout, LONGEST);
        let _ = sender.send((answer, errors.join().unwrap_or_default()));
    });
    let reported = receiver.recv_timeout(limit);
    if reported.is_err() {
        // It may have ended at this very moment; then there is nothing to stop.
        let _ = child.kill();
    }
    let status = child.wait();
    match (reported, status) {
        (Ok((answer, errors)), Ok(status)) => ending(status, answer, &errors),
        (Err(RecvTimeoutError::Timeout), _) => Ending::TookAllTime,
        _ => Ending::Failed,
    }
}

fn read(pipe: Option<impl Read>, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let Some(pipe) = pipe else { return bytes };
    match pipe.take(limit + 1).read_to_end(&mut bytes) {
        Ok(length) if length as u64 <= limit => bytes,
        _ => Vec::new(),
    }
}

fn ending(status: ExitStatus, answer: Vec<u8>, errors: &[u8]) -> Ending {
    if status.success() && !answer.is_empty() {
        return Ending::Answered(answer);
    }
    if took_all_time(status) {
        return Ending::TookAllTime;
    }
    let no_memory = errors.windows(ALLOCATION.len()).any(|window| window == ALLOCATION)
        || status.code() == Some(NO_MEMORY.into());
    if no_memory { Ending::TookAllMemory } else { Ending::Failed }
}

/// Whether the system stopped the child because it took all processor time.
#[cfg(unix)]
fn took_all_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn took_all_time(_: ExitStatus) -> bool {
    false
}

/// Sets the limits of this process, which is the child: memory, processor time, no files written, no image of its memory.
#[cfg(unix)]
pub fn restrict(limits: Limits) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let seconds = u64::from(limits.seconds);
    let set = |resource, most| {
        // A limit that the system refuses is left as it is: the parent still watches the time.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    };
    set(Resource::As, u64::from(limits.megabytes) << 20);
    set(Resource::Core, 0);
    set(Resource::Fsize, 0);
    let time = Rlimit { current: Some(seconds), maximum: Some(seconds + 1) };
    let _ = setrlimit(Resource::Cpu, time);
}

/// Other systems have no such limits; the parent still watches the time.
#[cfg(not(unix))]
pub fn restrict(_: Limits) {}
