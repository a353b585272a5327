//! Other spellings of what was typed, tried where nothing else fits: `78 / 237`, `résolution 78-237`, `A 76 135`, `57 / 59`, `ac292`.

/// The texts that may have been meant, the nearest first.
pub(super) fn others(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.contains(&"/") {
        found.push(text.replace(" /", "/").replace("/ ", "/"));
        found.push(text.replace(" / ", ", "));
    }
    let joined = |word: &str| Some(stroked(word, '-')?.replacen('-', "/", 1));
    found.extend(changed(&words, joined));
    let parted = |word: &str| {
        let (before, after) = word.rsplit_once('.')?;
        (before.contains('/') && is_number(after)).then(|| format!("{before} {after}"))
    };
    found.extend(changed(&words, parted));
    // `ac292` is the body of A/AC.292.
    let whole = |word: &str| body(word);
    found.extend(changed(&words, whole));
    let below = |organ: &str| changed(&words, |word| Some(format!("{organ}/{}", body(word)?)));
    found.extend(["a", "e"].into_iter().filter_map(below));
    if let [organ, session, number, rest @ ..] = words.as_slice()
        && organ.len() == 1
        && is_number(session)
        && is_number(number)
    {
        found.push(format!("{organ}/{session}/{number} {}", rest.join(" ")));
    }
    found
}

/// The text with the words that a change fits changed; `None` if it fits none.
fn changed(words: &[&str], change: impl Fn(&str) -> Option<String>) -> Option<String> {
    let new: Vec<String> =
        words.iter().map(|word| change(word).unwrap_or_else(|| (*word).to_owned())).collect();
    (new != words).then(|| new.join(" "))
}

/// A word that is two numbers with a mark between them.
fn stroked(word: &str, mark: char) -> Option<&str> {
    let (session, number) = word.split_once(mark)?;
    (is_number(session) && is_number(number)).then_some(word)
}

/// The name of a body with the full stop that was left out, and what is behind it: `ac.292/2023/l.1` of `ac292/2023/l.1`.
fn body(word: &str) -> Option<String> {
    const BODIES: [&str; 4] = ["ac", "conf", "cn", "c"];
    let (first, rest) = word.split_once('/').map_or((word, None), |(first, rest)| (first, Some(rest)));
    let lower = first.to_lowercase();
    let number = |name: &&str| Some(lower.strip_prefix(*name)?.trim_start_matches('.').to_owned());
    let (name, number) =
        BODIES.iter().find_map(|name| Some((name, number(name).filter(|number| is_number(number))?)))?;
    // `c1` alone is a step of section C.
    let rest = match rest {
        Some(rest) => format!("/{rest}"),
        None if *name == "c" => return None,
        None => String::new(),
    };
    Some(format!("{name}.{number}{rest}"))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
