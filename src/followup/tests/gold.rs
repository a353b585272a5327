//! Steps with everything a careful reader underlines in them, and the comparison with what is read.

use super::*;

/// What one step says, as its own words; empty where it says nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    /// `E.2`.
    pub step: &'static str,
    /// Each actor with the stable name of its kind.
    pub actors: &'static [(&'static str, &'static str)],
    pub verb: &'static str,
    pub force: &'static str,
    pub voluntary: &'static str,
    pub sessions: &'static [u32],
    /// The words that name them.
    pub session_words: &'static [&'static str],
    /// Words, day and basis.
    pub deadline: Option<(&'static str, &'static str, &'static str)>,
    /// Label and words.
    pub topics: &'static [(&'static str, &'static str)],
    pub products: &'static [&'static str],
    /// Words and passages.
    pub cites: &'static [(&'static str, &'static str)],
}

/// A step that says nothing.
pub(super) const NOTHING: Said = Said {
    step: "",
    actors: &[],
    verb: "",
    force: "",
    voluntary: "",
    sessions: &[],
    session_words: &[],
    deadline: None,
    topics: &[],
    products: &[],
    cites: &[],
};

/// The same, of a step that was read.
fn read_of(followup: &FollowUp) -> Vec<(&'static str, String)> {
    let said = |words: Vec<String>| words.join(" + ");
    let quotes = |quotes: &[Quote]| said(quotes.iter().map(|quote| quote.text.clone()).collect());
    let actors = followup.actors.iter().map(|actor| format!("{} [{}]", actor.text, actor.kind.name()));
    let deadline = followup.deadline.as_ref().map_or(String::new(), |deadline| {
        let date = deadline.date.map_or(String::new(), |date| date.to_string());
        let basis = deadline.basis.as_ref().map_or(String::new(), Basis::name);
        format!("{} = {date} {basis}", deadline.text)
    });
    let topics = followup.topics.iter().map(|topic| format!("{}: {}", topic.label, topic.text));
    let cites = followup.cites.iter().map(|cite| {
        let addresses: Vec<_> = cite.addresses.iter().map(ToString::to_string).collect();
        let symbol = cite.symbol.as_ref().map_or(String::new(), ToString::to_string);
        format!("{} -> {symbol}:{}", cite.text, addresses.join(" "))
    });
    vec![
        ("actors", said(actors.collect())),
        ("verb", followup.verb.as_ref().map_or(String::new(), |verb| verb.text.clone())),
        ("force", followup.force.map_or("", Force::name).to_owned()),
        ("voluntary", followup.voluntary.as_ref().map_or(String::new(), |words| words.text.clone())),
        ("sessions", format!("{:?}", followup.sessions)),
        ("session words", quotes(&followup.session_words)),
        ("deadline", deadline),
        ("topics", said(topics.collect())),
        ("products", quotes(&followup.products)),
        ("cites", said(cites.collect())),
    ]
}

fn expected(said: &Said) -> Vec<String> {
    let join = |words: Vec<String>| words.join(" + ");
    let plain = |words: &[&str]| words.join(" + ");
    let pairs = |pairs: &[(&str, &str)], write: fn(&str, &str) -> String| {
        join(pairs.iter().map(|(one, two)| write(one, two)).collect())
    };
    vec![
        pairs(said.actors, |text, kind| format!("{text} [{kind}]")),
        said.verb.to_owned(),
        said.force.to_owned(),
        said.voluntary.to_owned(),
        format!("{:?}", said.sessions),
        plain(said.session_words),
        said.deadline.map_or(String::new(), |(text, date, basis)| format!("{text} = {date} {basis}")),
        pairs(said.topics, |label, text| format!("{label}: {text}")),
        plain(said.products),
        pairs(said.cites, |words, passages| format!("{words} -> {passages}")),
    ]
}

/// Compares every attribute of every step, and reports all that differ at once.
#[track_caller]
pub(super) fn compare(language: Language, steps: &[Step], said: &[Said]) {
    let read = followups(language, steps);
    assert_eq!((read.len(), said.len()), (steps.len(), steps.len()));
    let mut faults = Vec::new();
    for ((followup, (section, number, _)), said) in read.iter().zip(steps).zip(said) {
        assert_eq!(said.step, format!("{section}.{number}"));
        for ((name, found), expected) in read_of(followup).into_iter().zip(expected(said)) {
            if found != expected {
                faults.push(format!("{} {name}\n    read      {found}\n    it should {expected}", said.step));
            }
        }
    }
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
}

/// Compares steps that stand beside what they say.
#[track_caller]
pub(super) fn compare_listed(language: Language, listed: &[(&'static str, Said)]) {
    let step = |(text, said): &(&'static str, Said)| {
        let (section, number) = said.step.split_once('.').unwrap_or_default();
        (section, number, *text)
    };
    let said: Vec<Said> = listed.iter().map(|(_, said)| *said).collect();
    compare(language, &listed.iter().map(step).collect::<Vec<Step>>(), &said);
}
