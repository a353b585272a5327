//! The notes as the browser lists them: the words by which each is found, and its groups. Made once for all filters.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use chrono::Datelike;

use super::{BrowserRow, Group};
use crate::app::context::Context;
use crate::app::screen::{naming, statement};
use crate::base::Id;
use crate::base::text::fold;
use crate::locale::dates;
use crate::model::{Address, Reference};
use crate::workspace::{Intervention, Note, Speaker, Stance, Tally};

/// What notes are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// The day on which they were begun, the newest first.
    Day,
    /// The agenda item, in the order of the agenda.
    Item,
    /// The passage, in the order of the documents.
    Passage,
    /// The delegation that spoke, by its name; our own notes come last.
    Delegation,
    /// The stance.
    Stance,
    /// The session, the newest first.
    Session,
}

impl Grouping {
    /// All groupings, in the order in which one changes to the next.
    pub const ALL: [Self; 6] =
        [Self::Day, Self::Item, Self::Passage, Self::Delegation, Self::Stance, Self::Session];

    /// The stable name, as in locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Item => "item",
            Self::Passage => "passage",
            Self::Delegation => "delegation",
            Self::Stance => "stance",
            Self::Session => "session",
        }
    }

    /// The grouping `by` places further; after the last one comes the first.
    #[must_use]
    pub fn step(self, by: isize) -> Self {
        let at = isize::try_from(self as usize).unwrap_or(0);
        let count = isize::try_from(Self::ALL.len()).unwrap_or(1);
        Self::ALL[usize::try_from((at + by).rem_euclid(count)).unwrap_or(0)]
    }
}

/// A group in its order: those without a value come last, then a number decides, then the folded name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct GroupKey(bool, i64, String);

/// A note as it is listed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The note.
    pub id: Id,
    /// Everything by which it is found, folded: its words, day, item, passage, delegation, stance and session.
    words: String,
    /// For each grouping, its group by number.
    groups: [usize; Grouping::ALL.len()],
    /// Whose voice it is, by number, and its stance; `None` without one.
    voice: Option<(usize, Stance)>,
}

impl Entry {
    /// Whether it has all these words, which are folded.
    #[must_use]
    pub fn has(&self, words: &[&str]) -> bool {
        words.iter().all(|word| self.words.contains(word))
    }
}

/// All entries, newest first, and the names of the groups.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    list: Vec<Entry>,
    /// For each grouping, the names of its groups in order.
    names: [Vec<String>; Grouping::ALL.len()],
}

impl Entries {
    /// The entries of all notes, or of those selected.
    #[must_use]
    pub fn of(context: &Context, selected: Option<&HashSet<Id>>) -> Self {
        let notes = context.workspace.notebook.notes();
        let wanted = notes.filter(|note| selected.is_none_or(|selected| selected.contains(&note.id)));
        let mut reader = EntryReader { context, places: HashMap::new() };
        let read: Vec<ReadNote> = wanted.map(|note| reader.read(note)).collect();
        let mut names: [Vec<String>; Grouping::ALL.len()] = Default::default();
        let mut numbers: [HashMap<GroupKey, usize>; Grouping::ALL.len()] = Default::default();
        for (at, (names, numbers)) in names.iter_mut().zip(&mut numbers).enumerate() {
            let ordered: BTreeMap<&GroupKey, &String> =
                read.iter().map(|read| (&read.groups[at].0, &read.groups[at].1)).collect();
            *names = ordered.values().map(|name| (*name).clone()).collect();
            *numbers = ordered.into_keys().cloned().zip(0..).collect();
        }
        let mut voices = NumberedValues::default();
        let entry = |read: ReadNote| Entry {
            id: read.id,
            words: read.words,
            groups: std::array::from_fn(|at| numbers[at][&read.groups[at].0]),
            voice: read.voice.map(|(speaker, stance)| (voices.of(speaker), stance)),
        };
        Self { list: read.into_iter().map(entry).collect(), names }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The entry with an index.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&Entry> {
        self.list.get(at)
    }

    /// Some entries, newest first, as rows in groups.
    #[must_use]
    pub fn arranged(&self, entries: &[usize], grouping: Grouping) -> (Vec<BrowserRow>, Vec<Group>) {
        let of = grouping as usize;
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.names[of].len()];
        for at in entries {
            members[self.list[*at].groups[of]].push(*at);
        }
        let (mut rows, mut groups) = (Vec::new(), Vec::new());
        for (members, name) in members.into_iter().zip(&self.names[of]) {
            if members.is_empty() {
                continue;
            }
            groups.push(Group { name: name.clone(), tally: self.tally(&members), row: rows.len() });
            rows.push(BrowserRow::Group(groups.len() - 1));
            rows.extend(members.into_iter().map(BrowserRow::Entry));
        }
        (rows, groups)
    }

    /// How many entries there are, and how the delegations in them stand.
    fn tally(&self, entries: &[usize]) -> Tally {
        let mut tally = Tally { notes: entries.len(), ..Tally::default() };
        let mut counted = HashSet::new();
        for (speaker, stance) in entries.iter().filter_map(|at| self.list[*at].voice) {
            if counted.insert(speaker) {
                tally.add(stance);
            }
        }
        tally
    }
}

/// Numbers given to values in the order in which they come.
struct NumberedValues<T>(HashMap<T, usize>);

impl<T> Default for NumberedValues<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Eq + Hash> NumberedValues<T> {
    fn of(&mut self, value: T) -> usize {
        let next = self.0.len();
        *self.0.entry(value).or_insert(next)
    }
}

/// What was read of a note.
struct ReadNote {
    id: Id,
    words: String,
    groups: [(GroupKey, String); Grouping::ALL.len()],
    voice: Option<(Speaker, Stance)>,
}

/// What is said of a passage, found once for all notes on it.
#[derive(Clone)]
struct PassagePlace {
    item: Option<Address>,
    label: String,
    citation: String,
    /// Its place in its document.
    position: i64,
}

struct EntryReader<'a> {
    context: &'a Context<'a>,
    places: HashMap<Reference, PassagePlace>,
}

impl EntryReader<'_> {
    fn read(&mut self, note: &Note) -> ReadNote {
        let (locale, language) = (self.context.locale(), self.context.locale().language());
        let place = note.anchor.as_ref().map(|anchor| self.place(anchor));
        let item = place.as_ref().and_then(|place| place.item.clone()).or_else(|| note.item.clone());
        let all = &self.context.workspace.delegations;
        let said = Intervention::of(note, all);
        let stance = said.as_ref().and_then(|said| said.stance);
        let groups = [
            self.day(note),
            self.item(item.as_ref()),
            self.passage(note, place.as_ref()),
            self.delegation(said.as_ref()),
            self.stance(stance),
            self.session(note),
        ];
        let mut words = vec![note.at.format("%Y-%m-%d %H:%M").to_string(), note.text.clone()];
        words.extend(groups.iter().map(|(_, name)| name.clone()));
        words.extend(place.map(|place| place.label));
        words.extend(note.restricted.then(|| locale.say("mark-restricted")));
        if let Some(said) = &said {
            let names = said.delegation.into_iter().flat_map(|delegation| delegation.names());
            words.extend(names.map(str::to_owned));
            words.push(said.name.to_owned());
            words.extend(said.on_behalf_of.iter().map(|id| (*id).to_owned()));
            words.extend(said.behalf_labels(all, language).into_iter().map(str::to_owned));
        }
        let voice = said.as_ref().map(Intervention::speaker).zip(stance);
        ReadNote { id: note.id, words: fold(&words.join(" · ")), groups, voice }
    }

    fn place(&mut self, anchor: &Reference) -> PassagePlace {
        if let Some(known) = self.places.get(anchor) {
            return known.clone();
        }
        let context = self.context;
        let document = context.library.shelf.first_text(&anchor.symbol);
        let position = document.and_then(|document| document.position(&anchor.address));
        let place = PassagePlace {
            item: statement::agenda(context, &[]).item_of(anchor),
            label: naming::label(context.locale(), anchor),
            citation: naming::citation(context.locale().language(), anchor),
            position: position.and_then(|at| i64::try_from(at).ok()).unwrap_or(i64::MAX),
        };
        self.places.insert(anchor.clone(), place.clone());
        place
    }

    fn day(&self, note: &Note) -> (GroupKey, String) {
        let day = note.at.date_naive();
        let locale = self.context.locale();
        let name = format!("{} {}", dates::weekday(locale, day), dates::date(locale, day));
        (GroupKey(false, -i64::from(day.num_days_from_ce()), String::new()), name)
    }

    fn item(&self, item: Option<&Address>) -> (GroupKey, String) {
        let Some(item) = item else { return self.without(Grouping::Item) };
        let context = self.context;
        let place = context.process().items.iter().position(|link| link.item == *item);
        let rank = place.and_then(|at| i64::try_from(at).ok()).unwrap_or(i64::MAX);
        let title = statement::agenda(context, &[]).title(item, context.locale().language());
        (GroupKey(false, rank, item.to_string()), title)
    }

    fn passage(&self, note: &Note, place: Option<&PassagePlace>) -> (GroupKey, String) {
        let (Some(anchor), Some(place)) = (&note.anchor, place) else {
            return self.without(Grouping::Passage);
        };
        // Documents in the order of their symbols, which comes first in the name; the number is the place in the document.
        let key = GroupKey(false, 0, format!("{} {:020} {}", anchor.symbol, place.position, anchor.address));
        (key, format!("{} · {}", place.label, place.citation))
    }

    fn delegation(&self, said: Option<&Intervention<'_>>) -> (GroupKey, String) {
        let Some(said) = said else { return self.without(Grouping::Delegation) };
        let name = said.label(self.context.locale().language());
        (GroupKey(false, 0, fold(name)), name.to_owned())
    }

    fn stance(&self, stance: Option<Stance>) -> (GroupKey, String) {
        let Some(stance) = stance else { return self.without(Grouping::Stance) };
        let rank = Stance::ALL.iter().position(|other| *other == stance);
        let name = self.context.locale().say(&format!("stance-{}", stance.name()));
        let rank = rank.and_then(|rank| i64::try_from(rank).ok()).unwrap_or(0);
        (GroupKey(false, rank, String::new()), format!("{} {name}", stance.sign()))
    }

    fn session(&self, note: &Note) -> (GroupKey, String) {
        let Some(session) = note.session else { return self.without(Grouping::Session) };
        let locale = self.context.locale();
        let ordinal = dates::ordinal(locale, session);
        let name = locale.say_with("session", &[("ordinal", ordinal.as_str().into())]);
        (GroupKey(false, -i64::from(session), String::new()), name)
    }

    /// The group of what has no value: our own notes, notes on no passage.
    fn without(&self, grouping: Grouping) -> (GroupKey, String) {
        let name = self.context.locale().say(&format!("browser-without-{}", grouping.name()));
        (GroupKey(true, 0, String::new()), name)
    }
}
