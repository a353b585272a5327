//! Programmes of work as secretariats set them, of our own wording.

use super::*;
use crate::calendar::tests::{group, with_items};

fn today() -> NaiveDate {
    "2032-02-20".parse().unwrap()
}

/// Reading for a process, with no last day counted from a session.
fn of(process: &Process) -> ProgrammeSetting<'_> {
    ProgrammeSetting { process, today: today(), session: None, counting: &|_| None }
}

/// What each line was read as: `#1 2032-03-08 10:00-13:00 3,5/a about`, `day`, `heads`, `+#1`, or the faults.
fn summary(text: &str) -> Vec<String> {
    let process = with_items(group(), &["1", "3", "5", "5/a", "5/b", "5/c", "6"]);
    let made = read(text, &of(&process));
    let items = |meeting: &Meeting| {
        let short = |item: &Address| item.to_string().replace("item/", "");
        meeting.items.iter().map(short).collect::<Vec<_>>().join(",")
    };
    let summary = |meeting: &Meeting| {
        let time =
            |time: Option<NaiveTime>| time.map_or("?".to_owned(), |time| time.format("%H:%M").to_string());
        let number = meeting.number.map_or(String::new(), |number| format!("#{number} "));
        let session = meeting.session.map_or("-".to_owned(), |session| session.to_string());
        let (from, to) = (time(meeting.from), time(meeting.to));
        format!("{session}: {number}{} {from}-{to} [{}] {}", meeting.date, items(meeting), meeting.about)
    };
    let line = |line: &ProgrammeLine| {
        let doubts: String = line.doubts.iter().map(|doubt| format!(" !{doubt}")).collect();
        let read = match line.read {
            Read::Heading => "heads".to_owned(),
            Read::Day(day) => format!("day {day}"),
            Read::Meeting(at) => summary(&made.meetings[at]).trim_end().to_owned(),
            Read::More(at) => format!("more {at}"),
            Read::Deadline(at) => {
                let CalendarDeadline { kind, date, document, about, .. } = &made.deadlines[at];
                let (date, document) = (date.map(|date| date.to_string()), document.as_ref());
                let document = document.map(|symbol| format!(" [{symbol}]")).unwrap_or_default();
                format!("{} {}{document} {about}", kind.name(), date.unwrap_or_default())
                    .trim_end()
                    .to_owned()
            }
            Read::Nothing => "nothing".to_owned(),
        };
        read + &doubts
    };
    made.lines.iter().map(line).collect()
}

#[test]
fn a_table_with_heads_in_any_order() {
    let text = "Agenda item(s)\tDate\tTime\tMeeting\tSubject\n\
        1, 3\tMonday, 8 March 2032\t10 a.m.–1 p.m.\t1st\tOpening of the session\n\
        5 (a) and (b)\tMonday, 8 March 2032\t3–6 p.m.\t2nd\tThreats; norms\n\
        5 (a)–(c)\t9 March\t10 a.m. to noon\t3\t\n";
    assert_eq!(
        summary(text),
        [
            "heads",
            "2: #1 2032-03-08 10:00-13:00 [1,3] Opening of the session",
            "2: #2 2032-03-08 15:00-18:00 [5/a,5/b] Threats; norms",
            "2: #3 2032-03-09 10:00-12:00 [5/a,5/b,5/c]",
        ]
    );
}

#[test]
fn a_french_table_in_every_setting() {
    let expected = [
        "heads",
        "2: #1 2032-03-08 10:00-13:00 [5/a,5/b] Menaces",
        "2: #2 2032-03-08 15:00-18:00 [6] Clôture",
    ];
    for text in [
        "Date;Heure;Séance;Points;Objet\nlundi 8 mars 2032;10 h-13 h;1re;points 5 a) et b);Menaces\n08/03/2032;15 h 00 – 18 h 00;2e;6;Clôture\n",
        "| Date | Heure | Séance | Point(s) de l’ordre du jour | Objet |\n|---|---|---|---|---|\n| 8.3.2032 | 10h00 à 13h00 | 1 | 5 a), 5 b) | Menaces |\n| 2032-03-08 | 15:00-18:00 | 2 | 6 | Clôture |",
        "Date        Heure        Séance  Points    Objet\n8 mars 2032  10 h à 13 h  1re     5 a), b)  Menaces\n             15 h à 18 h  2e      6         Clôture\n",
    ] {
        assert_eq!(summary(text), expected, "{text}");
    }
}

#[test]
fn a_table_without_heads_is_known_by_its_content() {
    let text =
        "1\t8 March 2032\t10:00-13:00\t5 (a)\tThreats to all\n2\t8 March 2032\t15:00-18:00\t5 (b)\tNorms\n";
    assert_eq!(
        summary(text),
        ["2: #1 2032-03-08 10:00-13:00 [5/a] Threats to all", "2: #2 2032-03-08 15:00-18:00 [5/b] Norms"]
    );
    let text = "Norms, rules; 2032-03-09; 3 ; 15:00-18:00\nOther matters; 2032-03-10; 6; 10:00-13:00\n";
    assert_eq!(
        summary(text),
        ["2: 2032-03-09 15:00-18:00 [3] Norms, rules", "2: 2032-03-10 10:00-13:00 [6] Other matters"]
    );
}

#[test]
fn lines_below_a_day_belong_to_it() {
    let text = "Programme of work\nMonday, 8 March\n10 a.m.–1 p.m., item 5 (a): Threats\n3 p.m.–6 p.m., item 5 (b)\n\
        Tuesday 9 March\n10 a.m.-1 p.m. items 5 (b) and 6\nitem 3\nLunch is served in the lobby\n";
    assert_eq!(
        summary(text),
        [
            "nothing !programme-not-understood",
            "day 2032-03-08",
            "2: 2032-03-08 10:00-13:00 [5/a] Threats",
            "2: 2032-03-08 15:00-18:00 [5/b]",
            "day 2032-03-09",
            "2: 2032-03-09 10:00-13:00 [5/b,6,3]",
            "more 2",
            "nothing !programme-not-understood",
        ]
    );
}

#[test]
fn what_is_doubtful_is_said_and_nothing_is_invented() {
    let text = "Date\tTime\tItems\n\
        Sunday 8 March 2032\t10:00-13:00\t5 (a)\n\
        8 March 2032\t15:00-18:00\t9\n\
        30 February 2032\t10:00-13:00\t6\n\
        to be decided\t10:00-13:00\t6\n\
        1 May 2040\t10:00\t6\n\
        8–12 March 2032\t\tall\n\
        10 March 2032\t13:00-10:00\t6\n";
    assert_eq!(
        summary(text),
        [
            "heads",
            "2: 2032-03-08 10:00-13:00 [5/a] !programme-weekday date=\"2032-03-08\"",
            "2: 2032-03-08 15:00-18:00 [] !programme-item item=\"item/9\"",
            "nothing !programme-no-such-day",
            "nothing !programme-no-such-day",
            "-: 2040-05-01 10:00-? [6] !programme-no-session date=\"2040-05-01\"",
            "nothing !programme-several-days",
            "2: 2032-03-10 13:00-? [6] !programme-hours",
        ]
    );
}

#[test]
fn a_day_alone() {
    let today = "2023-05-01".parse().unwrap();
    let case = |text: &str, expected: Option<&str>| {
        assert_eq!(day(text, today), expected.map(|day| day.parse().unwrap()), "{text}");
    };
    for text in [
        "2023-03-06",
        "6.3.2023",
        "6/3/2023",
        "06/03/23",
        "6 mars 2023",
        "6 March",
        "March 6, 2023",
        "6th of March",
        "lundi 6 mars",
        "le 6 mars 2023",
        "6 mars.",
        "3/6/2023x",
    ] {
        case(text, Some("2023-03-06").filter(|_| !text.ends_with('x')));
    }
    case("1er mars 2024", Some("2024-03-01"));
    case("12/31/2023", Some("2023-12-31"));
    for text in
        ["", "mars", "31 février", "2023-02-30", "6", "mardi 6 mars 2023", "6 March at noon", "6-10 March"]
    {
        case(text, None);
    }
}

#[test]
fn items_and_times_alone() {
    let items = |text: &str| {
        let summary =
            |items: Vec<Address>| items.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        agenda_items(text).map(summary)
    };
    for (text, expected) in [
        ("5 a)", "item/5/a"),
        ("item/5/f", "item/5/f"),
        ("5(a)", "item/5/a"),
        ("points 5 a) et b)", "item/5/a item/5/b"),
        ("5 d) et l'item 6", "item/5/d item/6"),
        ("5 a) à d)", "item/5/a item/5/b item/5/c item/5/d"),
        ("3 to 6", "item/3 item/4 item/5 item/6"),
        ("Items 3, 4 and 5 (a)", "item/3 item/4 item/5/a"),
        ("5 (c) (ii)", "item/5/c/ii"),
        ("5 a, b et point 7", "item/5/a item/5/b item/7"),
    ] {
        assert_eq!(items(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["", "all", "item", "99", "5 bananas"] {
        assert_eq!(items(text), None, "{text}");
    }
    for (text, expected) in [
        ("10:00", "10:00:00"),
        ("10 h", "10:00:00"),
        ("15h30", "15:30:00"),
        ("3 p.m.", "15:00:00"),
        ("midi", "12:00:00"),
        ("12 a.m.", "00:00:00"),
    ] {
        assert_eq!(time(text).map(|time| time.to_string()).as_deref(), Some(expected), "{text}");
    }
    assert_eq!((time("10"), time("10:00-13:00"), time("25:00")), (None, None, None));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_every_line_is_reported(
        text in "(6|31|2032|March|mars|Monday|lun\\.|10|h|:|00|–|-| to | à |a\\.m\\.|p\\.m|item |points |5|\\(a\\)|b\\)|,|;|\\||\t|  | |\n|1st|séance|noon|n°|\"|é|/|\\.|99999999999|Date|Time)*"
    ) {
        let process = with_items(group(), &["5", "5/a"]);
        let made = read(&text, &of(&process));
        let said = text.lines().filter(|line| line.chars().any(char::is_alphanumeric)).count();
        proptest::prop_assert_eq!(made.lines.len(), said);
        let held = made.lines.iter().filter_map(ProgrammeLine::meeting).all(|at| at < made.meetings.len());
        proptest::prop_assert!(held);
        let _ = (day(&text, today()), agenda_items(&text), time(&text));
    }
}

#[test]
fn last_days_that_a_programme_announces_are_no_meetings() {
    let text = "Monday, 8 March 2032\n\
        10 a.m.–1 p.m. 5 (a) Deadlines of the process\n\
        6 p.m. Deadline for amendments to A/77/275\n\
        Closing date for the list of speakers: 5 March\n\
        Date limite de dépôt des propositions : vendredi 12 mars, 18 h\n\
        Deadline for registration: 6–10 March\n";
    assert_eq!(
        summary(text),
        [
            "day 2032-03-08",
            "2: 2032-03-08 10:00-13:00 [5/a] Deadlines of the process",
            "tabling 2032-03-08 [A/77/275] 18:00",
            "other 2032-03-05 Closing date for the list of speakers",
            "tabling 2032-03-12 18:00",
            "nothing !programme-several-days",
        ]
    );
    let alone = summary("Deadline for amendments to A/77/275\n");
    assert_eq!(alone, ["nothing !programme-no-day"]);
}

#[test]
fn day_and_month_in_figures_have_the_order_that_weekday_column_or_session_show() {
    // 8 March 2032 is a Monday of session 2, 3 August a Tuesday.
    assert_eq!(summary("Monday 03/08/2032\titem 3\t10:00-13:00\n"), ["2: 2032-03-08 10:00-13:00 [3]"]);
    assert_eq!(
        summary("03/15/2032\t10:00-13:00\titem 3\n04/05/2032\t10:00-13:00\titem 6\n"),
        [
            "-: 2032-03-15 10:00-13:00 [3] !programme-no-session date=\"2032-03-15\"",
            "-: 2032-04-05 10:00-13:00 [6] !programme-no-session date=\"2032-04-05\"",
        ]
    );
    assert_eq!(summary("03/08/2032\t10:00-13:00\titem 3\n"), ["2: 2032-03-08 10:00-13:00 [3]"]);
    let doubtful = summary("04/05/2032\t10:00-13:00\titem 3\n");
    assert!(
        doubtful[0].contains("2032-05-04") && doubtful[0].contains("!programme-day-order"),
        "{doubtful:?}"
    );
}

#[test]
fn four_digits_joined_with_four_are_hours_and_years_are_none() {
    let text = "Monday, 8 March 2032\n1000-1300\titem 3\n1500–1800 hours\titem 6\n";
    assert_eq!(summary(text)[1..], ["2: 2032-03-08 10:00-13:00 [3]", "2: 2032-03-08 15:00-18:00 [6]"]);
    assert!(summary("The working group 2021-2025\n")[0].starts_with("nothing"));
}

#[test]
fn a_line_with_the_subject_of_an_item_belongs_to_it() {
    let text = "Monday, 8 March 2032\n10 a.m.–1 p.m.\nRules of the road (continued)\n3 p.m.–6 p.m. Rules of the road\n";
    let read = summary(text);
    assert!(read[1].contains("[5/c]") && read[3].contains("[5/c]"), "{read:?}");
}

#[test]
fn a_date_in_figures_may_lack_its_year_after_the_day_of_the_week() {
    // 8 March 2032 is a Monday, 9 March a Tuesday; "10/03" alone could be a fraction.
    let text = "lundi 08/03/2032\t10:00-13:00\tpoint 3\nmardi 09/03\t15:00-18:00\tpoint 6\n";
    assert_eq!(summary(text), ["2: 2032-03-08 10:00-13:00 [3]", "2: 2032-03-09 15:00-18:00 [6]"]);
    let month_first =
        "03/08/2032\t10:00-13:00\titem 3\n03/15/2032\t10:00-13:00\titem 3\nTue 03/09\t15:00-18:00\titem 6\n";
    assert!(
        summary(month_first)[2].starts_with("2: 2032-03-09 15:00-18:00 [6]"),
        "{:?}",
        summary(month_first)
    );
    assert!(!summary("Monday, 8 March 2032\n10:00-13:00\titem 3 10/03\n")[1].contains("03-10"));
}

#[test]
fn six_programmes_in_the_settings_of_three_languages() {
    let case = |text: &str, expected: &[&str]| assert_eq!(summary(text), expected, "{text}");
    case(
        "Monday, 8 March 2032\n10 a.m.–1 p.m.\t1st meeting\tItems 1 and 3\n3–6 p.m.\t2nd meeting\tItem 5 (a)\n",
        &["day 2032-03-08", "2: #1 2032-03-08 10:00-13:00 [1,3]", "2: #2 2032-03-08 15:00-18:00 [5/a]"],
    );
    case(
        "Mardi 9 mars 2032\n10 heures–13 heures\tpoint 5 b)\n15 heures–18 heures\tpoints 5 a) et 6\n",
        &["day 2032-03-09", "2: 2032-03-09 10:00-13:00 [5/b]", "2: 2032-03-09 15:00-18:00 [5/a,6]"],
    );
    // The day of the week decides the order of day and month.
    case(
        "Friday 12/03/2032\t10:00-13:00\titem 6\nThursday 11/03/2032\t1500-1800\titem 5 (a)\n",
        &["2: 2032-03-12 10:00-13:00 [6]", "2: 2032-03-11 15:00-18:00 [5/a]"],
    );
    case(
        "Date\tTime\tAgenda items\nWed., 10 March 2032\t10:00–13:00\t5 (a), (b)\n\t15:00–18:00\t5 (c)\n",
        &["heads", "2: 2032-03-10 10:00-13:00 [5/a,5/b]", "2: 2032-03-10 15:00-18:00 [5/c]"],
    );
    case(
        "Jeudi 11 mars 2032\n10 h 00 – 13 h 00\tRules of the road (suite)\nDate limite pour les amendements : vendredi 12 mars, 12 h\n",
        &[
            "day 2032-03-11",
            "2: 2032-03-11 10:00-13:00 [5/c] Rules of the road (suite)",
            "tabling 2032-03-12 12:00",
        ],
    );
    case(
        "Viernes 12 de marzo de 2032\n10.00 a 13.00 horas\ttema 6\n",
        &["day 2032-03-12", "2: 2032-03-12 10:00-13:00 [6]"],
    );
}

#[test]
fn four_programmes_with_parts_of_the_day_and_hours_in_words() {
    let cases: [(&str, &[&str]); 4] = [
        (
            "Fecha\tHora\tSesión\tTema\tAsunto\n\
             lunes 8 de marzo de 2032\t10.00 a 13.00 horas\t1ª\t1 y 3\tApertura\n\
             \t15.00 a 18.00 horas\t2ª\t5 a)\tAmenazas\n\
             martes 9 de marzo\t10.00 a 13.00 horas\t3ª\t5 b) y c)\tNormas\n",
            &[
                "heads",
                "2: #1 2032-03-08 10:00-13:00 [1,3] Apertura",
                "2: #2 2032-03-08 15:00-18:00 [5/a] Amenazas",
                "2: #3 2032-03-09 10:00-13:00 [5/b,5/c] Normas",
            ],
        ),
        (
            "MONDAY, 8 MARCH 2032\n\
             1000–1300\tAgenda item 5 (a): Existing and potential threats\n\
             1500–1800\tAgenda item 5 (a) (continued)\n\
             TUESDAY, 9 MARCH 2032\n\
             1000–1300\tAgenda items 5 (b)–(c)\n\
             1500–1800\tAgenda item 6: Other matters\n",
            &[
                "day 2032-03-08",
                "2: 2032-03-08 10:00-13:00 [5/a] Existing and potential threats",
                "2: 2032-03-08 15:00-18:00 [5/a] continued",
                "day 2032-03-09",
                "2: 2032-03-09 10:00-13:00 [5/b,5/c]",
                "2: 2032-03-09 15:00-18:00 [6] Other matters",
            ],
        ),
        (
            "Lundi 8 mars 2032, matin (10 heures-13 heures)\tPoint 5 a)\n\
             Lundi 8 mars 2032, après-midi (15 heures-18 heures)\tPoint 5 b)\n\
             Mardi 9 mars 2032, matin (10 heures-13 heures)\tPoints 5 c) et 6\n",
            &[
                "2: 2032-03-08 10:00-13:00 [5/a] matin (10 heures-13 heures)",
                "2: 2032-03-08 15:00-18:00 [5/b] après-midi (15 heures-18 heures)",
                "2: 2032-03-09 10:00-13:00 [5/c,6] matin (10 heures-13 heures)",
            ],
        ),
        (
            "1re séance | lundi 8 mars, 10 h | points 1 et 3\n\
             2e séance | lundi 8 mars, 15 h | point 5 a)\n\
             3e séance | mardi 9 mars, 10 h | point 5 b)\n",
            &[
                "2: #1 2032-03-08 10:00-? [1,3]",
                "2: #2 2032-03-08 15:00-? [5/a]",
                "2: #3 2032-03-09 10:00-? [5/b]",
            ],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(summary(text), expected, "{text}");
    }
}
