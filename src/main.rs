//! The program: passes its arguments to the command line and returns its exit code.

fn main() -> std::process::ExitCode {
    plenary::cli::main()
}
