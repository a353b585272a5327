//! A workspace with a marked word in every place whose words may not leave, and open texts beside them.

use plenary::base::{Id, Now};
use plenary::model::{Language, Reference, Shelf};
use plenary::store::bundled;
use plenary::workspace::{
    Act, ActTarget, Mark, Note, Operation, RemarkAccess, Status, Tracker, amendment, position, speakers,
    statement,
};

/// The marked words, each in another place.
pub const MARKED: [&str; 19] = [
    "zmarknote",
    "zmarkversion",
    "zmarksaid",
    "zmarkposition",
    "zmarkargument",
    "zmarkfallback",
    "zmarkredline",
    "zmarklabel",
    "zmarkfrom",
    "zmarkreference",
    "zmarkfield",
    "zmarkamendment",
    "zmarkreason",
    "zmarkstatement",
    "zmarkmade",
    "zmarkremark",
    "zmarktopic",
    "zmarkdraft",
    "zmarkspeaker",
];

/// Everything a delegate has: texts of every kind, restricted and open, and acts of the tracker.
pub struct Marked {
    /// Texts of every kind.
    pub texts: Vec<Note>,
    /// Statuses with remarks.
    pub acts: Vec<Act>,
}

/// The moment of the given second of a day of the fourth session.
pub fn now(second: u32) -> Now {
    let instant = format!("2023-03-06T10:44:{second:02}-05:00").parse().expect("a moment");
    Now::new(instant, [u8::try_from(second).unwrap_or_default(); 10])
}

fn passage(address: &str) -> Reference {
    format!("A/77/275:{address}").parse().expect("a passage")
}

fn on(note: Note, address: &str) -> Note {
    Note { anchor: Some(passage(address)), item: "item/5/f".parse().ok(), ..note }
}

fn restricted(mut note: Note) -> Note {
    note.restrict(true);
    note
}

/// The texts of a workspace, the restricted ones and the open ones.
pub fn marked() -> Marked {
    let note = |second, text: &str| on(Note::new(&now(second), "Roy", text), "annex/E/next/2");
    let secret = restricted(note(1, "zmarknote avant la cinquième session de mars"));
    // Another program has written this version, and left the mark out.
    let version = Note { id: Id::new(&now(50)), text: "zmarkversion tout autre".to_owned(), ..note(1, "") };
    let said = restricted(Note { delegation: Some("SG".to_owned()), ..note(2, "zmarksaid") });
    let draft = restricted(note(3, "zmarkdraft"));
    let list = speakers::blank_list(&now(5), "Roy", Some(4));
    let list = restricted(speakers::with_speakers(&list, &["zmarkspeaker".to_owned()], &now(6)));
    let mut texts = vec![secret, version, said, draft, list, note(4, "pourtousnote")];
    texts.extend(positions());
    texts.extend(amendments());
    let closed = texts.iter().find(|text| text.text.contains("zmarkposition")).expect("it is there").id;
    texts.extend(statements(closed));
    Marked { texts, acts: acts() }
}

fn positions() -> [Note; 2] {
    let blank = |second, address| on(position::blank(&now(second), "Roy", None), address);
    let closed = Note {
        text: "zmarkposition\n\n## Arguments\nzmarkargument".to_owned(),
        ..blank(11, "annex/E/next/1")
    };
    let mut open = blank(12, "annex/E/next/2");
    open.text =
        "pourtousposition\n\nRepli : zmarklabel\n\n## Repli\nzmarkfallback\n\n## Red line\nzmarkredline"
            .to_owned();
    let instruction =
        "instruction = { from = 'zmarkfrom', reference = 'zmarkreference' }\ncable = 'zmarkfield'";
    open.extra = instruction.parse().expect("TOML");
    [restricted(closed), open]
}

fn amendments() -> [Note; 2] {
    let (shelf, anchor) = (Shelf::new(bundled::documents()), passage("17"));
    let original = shelf.passage(&anchor, Language::FR).expect("it is held").block().text.clone();
    let blank = |second, words: &str| {
        let mut note =
            amendment::blank(&now(second), "Roy", anchor.clone(), Language::FR, &original, Operation::Reword);
        note.text = words.to_owned();
        note
    };
    let closed = blank(21, "zmarkamendment\n\n## Motif\nzmarkreason");
    [restricted(closed), blank(22, "pourtousamendement\n\n## Motif\npourtousmotif")]
}

/// One that is restricted, and one without a mark that was made of a restricted position.
fn statements(position: Id) -> [Note; 3] {
    let made = |second, session, words: &str, uses: &[Id]| {
        let item = "item/5/f".parse().ok();
        let mut note = statement::blank(&now(second), "Roy", item, Some(session), Language::FR);
        statement::take_up(&mut note, words, uses, false);
        note
    };
    [
        restricted(made(31, 1, "zmarkstatement", &[])),
        made(32, 2, "zmarkmade", &[position]),
        made(33, 3, "pourtousdiscours", &[]),
    ]
}

/// A restricted remark, one that repeats a restricted note, and an open one, each on another step.
fn acts() -> Vec<Act> {
    let mark =
        |remark: &str, access| Mark { remark: Some(remark.to_owned()), access, ..Status::Raised.into() };
    let marks = [
        ("annex/E/next/2", mark("zmarkremark", RemarkAccess::Restricted)),
        ("annex/E/next/1", mark("Pas zmarknote avant la cinquième session", RemarkAccess::Open)),
        ("annex/F/next/2", mark("pourtousremarque", RemarkAccess::Open)),
        ("annex/F/next/1", mark("zmarktopic", RemarkAccess::Restricted)),
    ];
    let act = |(second, (address, mark)): (u32, (&str, Mark))| {
        let step = passage(address);
        let target = ActTarget { step: &step, topic: None, session: 4 };
        Tracker::default().set(target, mark, "Roy", &now(second))
    };
    (40..).zip(marks).map(act).collect()
}
