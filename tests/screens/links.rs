//! Hyperlinks: citations link to the address where the United Nations publish the document.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;

use crate::screens::Delegate;

/// All links on screen: id, text and address.
fn links(desk: &Delegate) -> BTreeMap<String, (String, String)> {
    let cells = desk.cells();
    let mut found: BTreeMap<String, (String, String)> = BTreeMap::new();
    for row in 0..cells.area.height {
        for column in 0..cells.area.width {
            let Some(rest) = cells[(column, row)].symbol().strip_prefix("\u{1b}]8;id=") else { continue };
            let (name, rest) = rest.split_once(';').expect("a name and an address");
            let (address, rest) = rest.split_once("\u{1b}\\").expect("the escape ends");
            let character = rest.strip_suffix("\u{1b}]8;;\u{1b}\\").expect("the link ends in its cell");
            let link = found.entry(name.to_owned()).or_insert_with(|| (String::new(), address.to_owned()));
            assert_eq!(link.1, address, "all of {name} leads to one place");
            link.0.push_str(character);
        }
    }
    found
}

#[track_caller]
fn leads(desk: &Delegate, words: &str, address: &str) {
    let found = links(desk);
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let hit = found.values().any(|(shown, to)| plain(shown).contains(words) && to == address);
    assert!(hit, "{words} → {address} is missing among {found:#?}");
}

#[test]
fn citations_in_the_text_and_in_footnotes_are_links() {
    let desk = Delegate::at("2023-03-07").with_links().on(120, 40).reading("A/77/275:annex/15/b/ii");
    let desk = desk.press("Tab f");
    leads(&desk, "A/76/135", "https://undocs.org/fr/A/76/135");
}

#[test]
fn a_citation_on_two_rows_is_one_link() {
    let name = |cells: &Buffer, column: u16, row: u16| {
        let rest = cells[(column, row)].symbol().strip_prefix("\u{1b}]8;id=")?.to_owned();
        Some(rest.split(';').next()?.to_owned())
    };
    let mut desk = Delegate::at("2023-03-07").with_links().on(44, 24).reading("A/77/275").press("Tab");
    let mut parted = false;
    for _ in 0..160 {
        desk = desk.press("Down");
        let cells = desk.cells();
        let names = |row: u16| (0..44).filter_map(|column| name(&cells, column, row)).collect();
        let rows: Vec<Vec<String>> = (0..24).map(names).collect();
        parted |= rows.windows(2).any(|two| two[0].last().is_some_and(|last| two[1].first() == Some(last)));
    }
    assert!(parted, "one of the citations is on two rows");
}

#[test]
fn cited_documents_and_official_addresses_are_links() {
    let desk = Delegate::at("2023-03-07").with_links().on(120, 40).reading("A/77/275:annex/15/b/ii");
    let desk = desk.press("Tab Space");
    leads(&desk, "A/76/135, par. 71 f)", "https://undocs.org/fr/A/76/135");
    leads(&desk, "A/RES/76/19", "https://undocs.org/fr/A/RES/76/19");
    let desk = Delegate::at("2023-03-07").in_english().with_links().press("g").types("A/75/816");
    leads(&desk, "https://undocs.org/en/A/75/816", "https://undocs.org/en/A/75/816");
}

#[test]
fn links_do_not_change_the_screen() {
    let scene = |desk: Delegate| desk.reading("A/77/275:annex/15/b/ii").press("Tab f Space");
    let (plain, linked) = (scene(Delegate::at("2023-03-07")), scene(Delegate::at("2023-03-07").with_links()));
    let (plain, linked) = (plain.cells(), linked.cells());
    for (one, other) in plain.content.iter().zip(&linked.content) {
        let shown = other.symbol().split("\u{1b}\\").nth(1).unwrap_or(other.symbol());
        assert_eq!(one.symbol(), shown.split('\u{1b}').next().unwrap_or_default());
        assert_eq!((one.fg, one.bg, one.modifier), (other.fg, other.bg, other.modifier));
    }
    let without = Delegate::at("2023-03-07").reading("A/77/275:1");
    assert!(links(&without).is_empty());
}
