//! Invented resolutions in three languages, printed in several ways: how much of each is read right, as a table.

use plenary::import::{Given, import};
use plenary::model::{Block, BlockKind, Document, InlineKind};
use plenary::store::bundled;

/// What is printed; a call is written `{1}` in the words.
#[derive(Clone, Copy)]
enum Printed {
    /// The title with its number before it.
    Title(&'static str),
    Opener(&'static str),
    Preambular(&'static str),
    /// A numbered paragraph.
    Paragraph(&'static str, &'static str),
    /// A sub-paragraph.
    Sub(&'static str, &'static str),
    /// The number of a section, alone on its line.
    Section(&'static str),
    Heading(&'static str),
    Closing(&'static str),
}

use Printed::{Closing, Heading, Opener, Paragraph, Preambular, Section, Sub, Title};

struct Resolution {
    language: &'static str,
    symbol: &'static str,
    date: &'static str,
    passages: &'static [Printed],
    notes: &'static [(&'static str, &'static str)],
}

const RESOLUTIONS: [Resolution; 3] = [
    Resolution {
        language: "en",
        symbol: "A/RES/78/999",
        date: "2023-12-22",
        passages: &[
            Title("78/999. Lamps of the lighthouses of small islands and their keepers"),
            Opener("The General Assembly,"),
            Preambular(
                "Recalling its resolutions 59/300{1} of 22 June 2005 and 77/12 of 1 December 2022, chapter 17 of Agenda 21,{2} and the principles of the Charter of the Lamps,",
            ),
            Preambular(
                "Aware that the lamps went out during the storms of 2021,{3} and that the keepers could not be paid in most of the islands concerned,",
            ),
            Section("I"),
            Heading("Lamps and mirrors"),
            Paragraph(
                "1.",
                "Takes note of the report of the Secretary-General,{4} and of the first{5} report of the Committee of Lamps, which it received at its session in 2022;",
            ),
            Paragraph("2.", "Requests the Secretary-General, within existing resources:"),
            Sub(
                "(a)",
                "To light the lamps at dusk, taking into account paragraphs 2, 3 and 4 of the guidelines;",
            ),
            Sub("(b)", "To clean the mirrors every week;"),
            Heading("Role of the keepers"),
            Paragraph(
                "3.",
                "Invites the keepers to continue their work, and decides to consider the question at its next session.",
            ),
            Section("II"),
            Heading("Ships and harbours"),
            Preambular("Recalling section II of its resolution 77/12,"),
            Paragraph("1.", "Endorses the conclusions of the Committee of Lamps;{6}"),
            Paragraph("2.", "Decides to remain seized of the matter."),
            Closing("50th plenary meeting"),
            Closing("22 December 2023"),
        ],
        notes: &[
            (
                "1",
                "See Official Records of the General Assembly, Fifty-ninth Session, Supplement No. 23 (A/59/23), chap. III, para. 4, and the annex to the report of the keepers.",
            ),
            ("2", "Report of the Conference on Lamps, Harbour City, 3–14 June 1992, vol. I, sect. A."),
            ("3", "United Nations, Treaty Series, vol. 2051, No. 35457."),
            ("4", "A/78/275."),
            ("5", "A/78/276, annex, sect. II, para. 4."),
            ("6", "Ibid."),
        ],
    },
    Resolution {
        language: "fr",
        symbol: "A/RES/78/998",
        date: "2023-12-22",
        passages: &[
            Title("78/998. Les lampes des phares des petites îles et leurs gardiens"),
            Opener("L’Assemblée générale,"),
            Preambular(
                "Rappelant sa résolution 59/300{1} du 22 juin 2005 et la résolution 77/12 du 1er décembre 2022, ainsi que les principes de la Charte des lampes,",
            ),
            Preambular(
                "Ayant à l’esprit que 7,5 % des lampes se sont éteintes en 2021{2}, et que les gardiens de la plupart des îles n’ont pas pu être payés,",
            ),
            Paragraph(
                "1.",
                "Prend note du rapport du Secrétaire général{3} et des paragraphes 2 et 3 du rapport du Comité des lampes, dont elle était saisie en 2022 ;",
            ),
            Paragraph("2.", "Prie le Secrétaire général, dans les limites des ressources existantes :"),
            Sub("a)", "D’allumer les lampes au crépuscule{4} ;"),
            Sub("b)", "De nettoyer les miroirs chaque semaine ;"),
            Heading("Rôle des gardiens"),
            Paragraph(
                "3.",
                "Invite les gardiens à poursuivre leurs travaux et décide d’examiner la question à sa prochaine session.",
            ),
            Closing("50e séance plénière"),
            Closing("22 décembre 2023"),
        ],
        notes: &[
            (
                "1",
                "Voir Documents officiels de l’Assemblée générale, cinquante-neuvième session, Supplément no 23 (A/59/23), chap. III, par. 4, ainsi que l’annexe du rapport des gardiens.",
            ),
            ("2", "Nations Unies, Recueil des Traités, vol. 2051, no 35457."),
            ("3", "A/78/275."),
            ("4", "Ibid., sect. A."),
        ],
    },
    Resolution {
        language: "es",
        symbol: "A/RES/78/997",
        date: "2023-12-22",
        passages: &[
            Title("78/997. Las lámparas de los faros de las islas pequeñas y sus guardianes"),
            Opener("La Asamblea General,"),
            Preambular(
                "Recordando su resolución 59/300{1}, de 22 de junio de 2005, y la resolución 77/12, de 1 de diciembre de 2022, así como los principios de la Carta de las Lámparas,",
            ),
            Preambular(
                "Consciente de que el 7,5 % de las lámparas se apagó en 2021{2} y de que no se pudo pagar a los guardianes de la mayoría de las islas,",
            ),
            Paragraph(
                "1.",
                "Toma nota del informe del Secretario General{3} y de los párrafos 2 y 3 del informe del Comité de las Lámparas, que recibió en 2022;",
            ),
            Paragraph("2.", "Solicita al Secretario General, dentro de los recursos existentes:"),
            Sub("a)", "Que encienda las lámparas al anochecer{4};"),
            Sub("b)", "Que limpie los espejos todas las semanas;"),
            Heading("Función de los guardianes"),
            Paragraph(
                "3.",
                "Invita a los guardianes a que continúen su labor y decide examinar la cuestión en su próximo período de sesiones.",
            ),
            Closing("50a sesión plenaria"),
            Closing("22 de diciembre de 2023"),
        ],
        notes: &[
            (
                "1",
                "Véanse los Documentos Oficiales de la Asamblea General, quincuagésimo noveno período de sesiones, suplemento núm. 23 (A/59/23), cap. III, párr. 4, y el anexo del informe de los guardianes.",
            ),
            ("2", "Naciones Unidas, Treaty Series, vol. 2051, núm. 35457."),
            ("3", "A/78/275."),
            ("4", "Ibid., secc. A."),
        ],
    },
];

/// How a resolution is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// A line for each passage, an empty line between, calls right behind the word before.
    Clean,
    /// Lines of 88 letters without empty lines between.
    Wrapped,
    /// As `Clean`, with a space before each call.
    Apart,
}

fn fold(text: &str, way: Way) -> Vec<String> {
    if way != Way::Wrapped {
        return vec![text.to_owned()];
    }
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is a line");
        if line.chars().count() + 1 + word.chars().count() > 88 {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

fn printed(resolution: &Resolution, way: Way) -> String {
    let mut text = String::new();
    for passage in resolution.passages {
        let words = match passage {
            Paragraph(number, words) | Sub(number, words) => format!("{number} {words}"),
            Title(words) | Opener(words) | Preambular(words) | Section(words) | Heading(words)
            | Closing(words) => (*words).to_owned(),
        };
        let words = words.replace('{', if way == Way::Apart { " " } else { "" }).replace('}', "");
        fold(&words, way).iter().for_each(|line| text.push_str(&format!("{line}\n")));
        if way != Way::Wrapped {
            text.push('\n');
        }
    }
    text.push_str("__________________\n");
    for (mark, words) in resolution.notes {
        fold(&format!("{mark} {words}"), way).iter().for_each(|line| text.push_str(&format!("{line}\n")));
    }
    text
}

/// The words of a passage with its calls as `{1}`.
fn called(block: &Block) -> String {
    let mut text = block.text.clone();
    for inline in block.inlines.iter().rev() {
        if let InlineKind::Call(mark) = &inline.kind {
            let mark = mark.split('~').next().unwrap_or_default();
            text.insert_str(inline.span.start, &format!("{{{mark}}}"));
        }
    }
    text
}

/// How many of the wanted texts are among those read, in order.
fn right(wanted: &[String], read: &[String]) -> usize {
    let mut best = vec![0; read.len() + 1];
    for want in wanted {
        let mut diagonal = 0;
        for (at, got) in read.iter().enumerate() {
            let above = best[at + 1];
            best[at + 1] = if want == got { diagonal + 1 } else { above.max(best[at]) };
            diagonal = above;
        }
    }
    best[read.len()]
}

/// The rows of the table: what is counted, the passages wanted and the passages read.
fn rows(resolution: &Resolution, document: &Document) -> Vec<(&'static str, Vec<String>, Vec<String>)> {
    let wanted = |of: fn(&Printed) -> Option<String>| resolution.passages.iter().filter_map(of).collect();
    let read = |kinds: &[BlockKind], of: fn(&Block) -> String| -> Vec<String> {
        document.blocks.iter().filter(|block| kinds.contains(&block.kind)).map(of).collect()
    };
    let last = |block: &Block| {
        let number = block.number.as_deref().unwrap_or_default().rsplit(' ').next().unwrap_or_default();
        format!("{} {}", number.trim_matches(['.', '(', ')']), called(block))
    };
    let numbered = [BlockKind::Operative, BlockKind::Paragraph, BlockKind::Subparagraph];
    vec![
        (
            "paragraphs with their calls",
            wanted(|passage| match passage {
                Paragraph(number, words) | Sub(number, words) => {
                    Some(format!("{} {words}", number.trim_matches(['.', '(', ')'])))
                }
                _ => None,
            }),
            read(&numbered, last),
        ),
        (
            "preambular paragraphs",
            wanted(|passage| if let Preambular(words) = passage { Some((*words).to_owned()) } else { None }),
            read(&[BlockKind::Preambular], called),
        ),
        (
            "headings",
            wanted(|passage| if let Heading(words) = passage { Some((*words).to_owned()) } else { None }),
            read(&[BlockKind::Heading], called),
        ),
        (
            "footnotes",
            resolution.notes.iter().map(|(mark, words)| format!("{mark} {words}")).collect(),
            read(&[BlockKind::Footnote], |block| {
                format!("{} {}", block.number.as_deref().unwrap_or_default(), block.text)
            }),
        ),
        (
            "symbol and date",
            vec![resolution.symbol.to_owned(), resolution.date.to_owned()],
            vec![document.symbol.to_string(), document.date.map(|date| date.to_string()).unwrap_or_default()],
        ),
    ]
}

#[test]
fn invented_resolutions_are_read_right_however_they_are_printed() {
    let mut table = String::new();
    let mut wrong = Vec::new();
    for way in [Way::Clean, Way::Wrapped, Way::Apart] {
        for resolution in &RESOLUTIONS {
            let text = printed(resolution, way);
            let document =
                import("x.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies()).expect("text");
            assert_eq!(document.language.code(), resolution.language);
            for (what, wanted, read) in rows(resolution, &document) {
                let found = right(&wanted, &read);
                table.push_str(&format!(
                    "{way:?} {} {what:30} {found} of {}\n",
                    resolution.language,
                    wanted.len()
                ));
                if found < wanted.len() {
                    let missing = wanted.into_iter().filter(|want| !read.contains(want));
                    wrong.extend(missing.map(|want| format!("{way:?} {want}")));
                }
            }
        }
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{table}\nnot read right:\n{}", wrong.join("\n"));
}
