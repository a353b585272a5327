//! Whether the terminal supports hyperlinks. Terminals cannot be asked, so the variables of the environment decide.

/// The values of the setting: as the terminal is known, always, never.
pub const LINKS: [&str; 3] = ["auto", "yes", "no"];

/// A variable of the environment; `None` if it is not set or empty.
pub(super) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether symbols are shown as hyperlinks.
pub(super) fn are_shown(setting: Option<&str>, variable: &dyn Fn(&str) -> Option<String>) -> bool {
    match setting {
        Some("yes") => true,
        Some("no") => false,
        _ => has_links(variable),
    }
}

/// Terminals known by their name in `TERM_PROGRAM`.
const PROGRAMS: [&str; 7] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "WarpTerminal"];
/// Terminals known by how `TERM` begins.
const TERMS: [&str; 7] = ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour", "rio"];
/// Variables that only terminals with hyperlinks set.
const SIGNS: [&str; 4] = ["WT_SESSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "DOMTERM"];

fn has_links(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    let program = variable("TERM_PROGRAM").unwrap_or_default();
    if matches!(term.as_str(), "" | "dumb" | "linux") || variable("STY").is_some() {
        return false;
    }
    // Inside tmux the variables of the terminal around it may be left over: tmux alone counts.
    if variable("TMUX").is_some() || program == "tmux" {
        let version = variable("TERM_PROGRAM_VERSION").unwrap_or_default();
        return program == "tmux" && version_of(&version) >= (3, 4);
    }
    let number = |name: &str| variable(name).and_then(|value| value.parse::<u32>().ok()).unwrap_or(0);
    // VTE 0.50 supports them, but crashes.
    number("VTE_VERSION") > 5000
        || number("KONSOLE_VERSION") >= 201_200
        || PROGRAMS.contains(&program.as_str())
        || TERMS.iter().any(|known| term.starts_with(known))
        || SIGNS.iter().any(|name| variable(name).is_some())
}

/// `3.4`, `3.5a`, `next-3.6` as two numbers.
fn version_of(text: &str) -> (u32, u32) {
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut numbers = digits.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(variables: &[(&str, &str)], expected: bool) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(are_shown(Some("auto"), &variable), expected, "{variables:?}");
        assert_eq!(are_shown(None, &variable), expected);
        assert!(are_shown(Some("yes"), &variable) && !are_shown(Some("no"), &variable));
    }

    #[test]
    fn terminals_are_known_by_what_they_say() {
        case(&[], false);
        case(&[("TERM", "xterm-256color")], false);
        case(&[("TERM", "xterm-256color"), ("VTE_VERSION", "6003")], true);
        case(&[("TERM", "xterm-256color"), ("VTE_VERSION", "4600")], false);
        case(&[("TERM", "dumb"), ("VTE_VERSION", "6003")], false);
        case(&[("TERM", "linux"), ("KITTY_WINDOW_ID", "1")], false);
        case(&[("TERM", "xterm-kitty")], true);
        case(&[("TERM", "xterm-256color"), ("WT_SESSION", "x")], true);
        case(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")], false);
        case(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")], true);
        case(&[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "220401")], true);
        case(&[("TERM", "screen"), ("STY", "1.x"), ("VTE_VERSION", "6003")], false);
    }

    #[test]
    fn tmux_has_them_since_3_4() {
        let tmux = |version| {
            [
                ("TERM", "tmux-256color"),
                ("TMUX", "/tmp/x"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", version),
                ("VTE_VERSION", "6003"),
            ]
        };
        case(&tmux("3.3a"), false);
        case(&tmux("3.4"), true);
        case(&tmux("next-3.6"), true);
        case(&[("TERM", "screen-256color"), ("TMUX", "/tmp/x"), ("VTE_VERSION", "6003")], false);
    }
}
