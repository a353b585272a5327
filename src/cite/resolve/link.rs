//! Links to documents of the United Nations: undocs.org, docs.un.org, the official documents, the digital library.

/// Where links are recognised without `https://`.
const HOSTS: [&str; 7] = [
    "undocs.org",
    "www.undocs.org",
    "docs.un.org",
    "documents.un.org",
    "digitallibrary.un.org",
    "www.un.org",
    "un.org",
];

/// What a pasted link to a document names, and what is typed after it; any other text as it is.
pub(super) fn document(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_lowercase();
    let scheme = lower.find("://").map(|at| at + 3);
    let hosted = |at: &usize| {
        HOSTS.iter().any(|host| lower[*at..].strip_prefix(host).is_some_and(|rest| rest.starts_with('/')))
    };
    let bare = || lower.char_indices().map(|(at, _)| at).filter(|at| begins_word(&lower, *at)).find(hosted);
    let Some(start) = scheme.or_else(bare) else { return text.to_owned() };
    // Pages of others name no document.
    if !hosted(&start) {
        return String::new();
    }
    let before = if scheme.is_some() {
        lower[..start].rsplit_once(char::is_whitespace).map_or("", |(before, _)| before)
    } else {
        &lower[..start]
    };
    let rest = &lower[start..];
    let link: &str = rest.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
    let after = rest[link.len()..].trim_start_matches('>').trim();
    let link = unescaped(link.trim_end_matches([',', ';', '.']));
    format!("{before} {} {after}", symbol(&link)).trim().to_owned()
}

fn begins_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "(<".contains(c))
}

/// The symbol in a link without its scheme; what the path says, if there is none.
fn symbol(link: &str) -> String {
    let (path, rest) = link.split_once(['?', '#']).unwrap_or((link, ""));
    if let Some(named) = rest
        .split(['?', '&', '#'])
        .filter_map(|field| field.split_once('='))
        .find_map(|(_, value)| in_query(value))
    {
        return named;
    }
    let components: Vec<&str> = path.split('/').skip(1).filter(|part| !part.is_empty()).collect();
    // `record/4010217/files/A_77_275-EN.pdf`: strokes are underscores in the names of files.
    if let Some(file) = components.last().filter(|last| last.ends_with(".pdf") || last.ends_with(".docx")) {
        let name = file.rsplit_once('.').map_or(*file, |(name, _)| name);
        let name = name.rsplit_once('-').filter(|(_, end)| is_language(end)).map_or(name, |(name, _)| name);
        return if name.contains('_') { name.replace('_', "/") } else { name.to_owned() };
    }
    // The number of a record of the library says nothing of its document.
    if components.first() == Some(&"record") {
        return String::new();
    }
    let spoken =
        |part: &&&str| part.len() == 2 && is_language(part) || matches!(**part, "symbol" | "doc" | "access");
    let skipped = components.iter().take_while(spoken).count();
    components[skipped..].join("/")
}

/// The symbol in a field of a query: `symbol=A/77/275`, `p=191__a:"A/77/275"`.
fn in_query(value: &str) -> Option<String> {
    let value = value.replace('+', " ");
    let words = value.split(|c: char| c.is_whitespace() || "\":'".contains(c));
    let is_symbol = |word: &&str| {
        let first = word.split('/').next().unwrap_or_default();
        let organ = (1..=6).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        organ && word.contains('/') && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    let symbol = words.into_iter().find(is_symbol)?;
    // The year of a resolution of the Security Council comes after a space or at once.
    let year = value.split(symbol).nth(1).map(str::trim).filter(|rest| rest.starts_with('('));
    Some(format!("{symbol} {}", year.unwrap_or_default()).trim().to_owned())
}

fn is_language(part: &str) -> bool {
    matches!(part, "a" | "ar" | "c" | "e" | "en" | "es" | "f" | "fr" | "r" | "ru" | "s" | "zh")
}

/// A link with its `%2F` written out.
fn unescaped(link: &str) -> String {
    let mut written = String::new();
    let mut rest = link;
    while let Some((before, after)) = rest.split_once('%') {
        written.push_str(before);
        let code = after.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(u8::is_ascii) {
            Some(byte) => {
                written.push(char::from(byte));
                rest = &after[2..];
            }
            None => {
                written.push('%');
                rest = after;
            }
        }
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_a_document() {
        let cases = [
            ("https://undocs.org/fr/A/77/275", "a/77/275"),
            ("docs.un.org/A/77/275 annexe 16 a", "a/77/275 annexe 16 a"),
            ("par. 3 de docs.un.org/en/A/77/275", "par. 3 de  a/77/275"),
            ("https://digitallibrary.un.org/record/1?ln=fr&p=A%2F77%2F275", "a/77/275"),
            ("https://digitallibrary.un.org/search?p=191__a%3A%22A%2F77%2F275%22&ln=en", "a/77/275"),
            ("https://digitallibrary.un.org/record/4010217/files/A_77_275-EN.pdf?ln=en", "a/77/275"),
            ("https://undocs.org/S/RES/2341%20(2017)", "s/res/2341 (2017)"),
            ("https://www.un.org/en/ga/search/view_doc.asp?symbol=S/RES/2341(2017)", "s/res/2341(2017)"),
            ("https://example.org/57", ""),
            ("A/77/275", "A/77/275"),
        ];
        for (link, expected) in cases {
            assert_eq!(document(link), expected, "{link}");
        }
    }
}
