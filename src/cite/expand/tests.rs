//! What citations mean in documents of our own wording.

use super::*;

fn document(symbol: &str, kind: DocumentKind, blocks: &[(&str, BlockKind, &str)]) -> Document {
    let block =
        |(address, kind, text): &(&str, BlockKind, &str)| Block::new(address.parse().unwrap(), *kind, *text);
    Document {
        symbol: symbol.parse().unwrap(),
        language: Language::EN,
        kind,
        title: "Ports and lighthouses".to_owned(),
        date: None,
        remark: None,
        blocks: blocks.iter().map(block).collect(),
        findings: Vec::new(),
    }
}

#[track_caller]
fn case(document: &Document, expected: &[&str]) {
    let found: Vec<String> = super::document(document, Aliases::bundled())
        .iter()
        .flat_map(|one| {
            let from = &document.blocks[one.block].address;
            one.targets.iter().map(move |target| {
                let symbol = target.symbol.as_ref().map_or("charter", |symbol| symbol.as_str());
                format!("{from} -> {symbol}:{}", target.address)
            })
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_around_a_citation_says_what_it_means() {
    use BlockKind::{Footnote, Paragraph, Subparagraph};
    let report = document(
        "A/90/1",
        DocumentKind::Report,
        &[
            ("3", Paragraph, "As resolution 80/1 says. The said resolution, para. 2, says more."),
            ("4", Paragraph, "Paragraph 3 above, and the 2015 report of the Working Group."),
            ("annex/3", Paragraph, "Ports."),
            ("annex/4", Paragraph, "Paragraph 3 above; paragraph 9 above; subparagraph (a) above."),
            ("annex/4/a", Subparagraph, "Lighthouses."),
            ("annex/4/b", Subparagraph, "See subparagraph (a) above."),
            ("annex/9/c", Subparagraph, "The only one."),
            ("note/1", Footnote, "A/80/2, annex I, para. 5."),
            ("note/2", Footnote, "Ibid., para. 7."),
            ("note/3", Footnote, "Ibid."),
            ("note/4", Footnote, "A/74/10 and A/74/10/Corr.1."),
            ("note/5", Footnote, "Ibid., para. 4."),
            ("note/6", Footnote, "Ibid., Sixth Session, Supplement No. 3."),
            ("note/7", Footnote, "Ibid., para. 4."),
            ("note/8", Footnote, "The Protocol (annex VI)."),
            (
                "5",
                Paragraph,
                "In operative paragraph 1, replace the words; paragraph 77 is another's; see paragraph 12.",
            ),
            ("text/1", BlockKind::Text, "All will be provided. (para. 3) | Done"),
        ],
    );
    case(
        &report,
        &[
            "3 -> A/RES/80/1:title",
            "3 -> A/RES/80/1:op/2",
            "4 -> A/90/1:3",
            "annex/4 -> A/90/1:annex/3",
            "annex/4 -> A/90/1:annex/9",
            "annex/4 -> A/90/1:annex/4/a",
            "annex/4/b -> A/90/1:annex/4/a",
            "note/1 -> A/80/2:annex-I/5",
            "note/2 -> A/80/2:annex-I/7",
            "note/3 -> A/80/2:annex-I/7",
            "note/4 -> A/74/10:title",
            "note/4 -> A/74/10/Corr.1:title",
            "note/5 -> A/74/10:4",
        ],
    );
}

#[test]
fn that_resolution_is_known_only_after_one_of_them() {
    let resolution = document(
        "A/RES/90/1",
        DocumentKind::Resolution,
        &[
            (
                "pp/1",
                BlockKind::Preambular,
                "Recalling its resolution 80/2 and the annex to that resolution,",
            ),
            (
                "pp/2",
                BlockKind::Preambular,
                "Recalling resolutions 81/1 and 82/2 and paragraph 3 of that resolution,",
            ),
            (
                "pp/3",
                BlockKind::Preambular,
                "Recalling resolution 83/4, Conference resolution 8/2 and that resolution,",
            ),
        ],
    );
    case(
        &resolution,
        &[
            "pp/1 -> A/RES/80/2:title",
            "pp/1 -> A/RES/80/2:annex/heading",
            "pp/2 -> A/RES/81/1:title",
            "pp/2 -> A/RES/82/2:title",
            "pp/3 -> A/RES/83/4:title",
        ],
    );
}

#[test]
fn in_a_resolution_paragraphs_are_operative_ones() {
    let resolution = document(
        "A/HRC/RES/60/1",
        DocumentKind::Resolution,
        &[
            (
                "pp/1",
                BlockKind::Preambular,
                "Recalling its resolution 50/2 and General Assembly resolution 70/3,",
            ),
            ("op/1", BlockKind::Operative, "Decides to act;"),
            ("op/2", BlockKind::Operative, "Requests a report on paragraph 1 above."),
        ],
    );
    case(
        &resolution,
        &["pp/1 -> A/HRC/RES/50/2:title", "pp/1 -> A/RES/70/3:title", "op/2 -> A/HRC/RES/60/1:op/1"],
    );
}

#[test]
fn two_parts_of_a_resolution_adopted_on_one_day_are_one_document() {
    let resolution = document(
        "A/RES/90/1",
        DocumentKind::Resolution,
        &[
            (
                "pp/1",
                BlockKind::Preambular,
                "Recalling its resolutions 86/84 A, entitled “Ports”, and 86/84 B, entitled “Lighthouses”, of 9 December 2031,",
            ),
            (
                "pp/2",
                BlockKind::Preambular,
                "Recalling resolutions 86/84 A-B and 87/1 A and B of 3 May 2032, 87/2 A and B,",
            ),
            (
                "pp/3",
                BlockKind::Preambular,
                "Recalling resolutions 84/232 A of 19 December 2029, 84/232 B of 11 August 2030, 83/5 A, B and C, 82/3 C to F, 65/37 A, 65/37 B of 4 April 2011,",
            ),
            ("pp/4", BlockKind::Preambular, "Recalling resolution 86/84 A, para. 2, and 86/84 B, para. 3,"),
        ],
    );
    case(
        &resolution,
        &[
            "pp/1 -> A/RES/86/84A-B:title",
            "pp/1 -> A/RES/86/84A-B:title",
            "pp/2 -> A/RES/86/84A-B:title",
            "pp/2 -> A/RES/86/84A-B:title",
            "pp/2 -> A/RES/87/1A-B:title",
            "pp/2 -> A/RES/87/1A-B:title",
            "pp/2 -> A/RES/87/2A:title",
            "pp/2 -> A/RES/87/2B:title",
            "pp/3 -> A/RES/84/232A:title",
            "pp/3 -> A/RES/84/232B:title",
            "pp/3 -> A/RES/83/5A:title",
            "pp/3 -> A/RES/83/5B:title",
            "pp/3 -> A/RES/83/5C:title",
            "pp/3 -> A/RES/82/3C:title",
            "pp/3 -> A/RES/82/3D:title",
            "pp/3 -> A/RES/82/3E:title",
            "pp/3 -> A/RES/82/3F:title",
            "pp/3 -> A/RES/65/37A:title",
            "pp/3 -> A/RES/65/37B:title",
            "pp/4 -> A/RES/86/84A:op/2",
            "pp/4 -> A/RES/86/84B:op/3",
        ],
    );
}

#[test]
fn the_name_of_an_annex_in_its_own_heading_cites_nothing() {
    let report = document(
        "A/90/1",
        DocumentKind::Report,
        &[
            ("annex-1/heading", BlockKind::Heading, "Annex 1 Model form"),
            ("annex-1~2/heading", BlockKind::Heading, "Appendix 1 Model of another form"),
            ("3", BlockKind::Paragraph, "See annex 1."),
        ],
    );
    case(&report, &["3 -> A/90/1:annex-1/heading"]);
}
