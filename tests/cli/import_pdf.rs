//! `plenary import` of PDF files: read in a child process; a file that takes too much is refused, and the others are imported.

use crate::support::files;
use crate::support::home::Home;
use crate::support::pdf::{Page, Pdf, resolution};

use super::{list, run_in};

fn put(home: &Home, name: &str, pdf: &Pdf) {
    files::write(&home.path().join(name), pdf.bytes());
}

fn settings(home: &Home, text: &str) {
    files::write(&home.config().join("settings.toml"), text);
}

#[test]
fn a_pdf_file_becomes_a_document() {
    let home = Home::new();
    put(&home, "download.pdf", &resolution());
    let rows = run_in(&home, &["import", "download.pdf", "--json"]).json();
    let [row] = list(&rows) else { panic!("{rows}") };
    assert_eq!((row["symbol"].as_str(), &row["missing"]), (Some("A/RES/79/901"), &0.into()));
    let shown = run_in(&home, &["show", "A/RES/79/901, para. 3", "--lang", "en"]);
    assert!(shown.text().contains("the States that have built them"), "{}", shown.out);
}

#[test]
fn a_file_that_takes_all_time_costs_only_itself() {
    let home = Home::new();
    settings(&home, "pdf-seconds = 1\n");
    put(&home, "good.pdf", &resolution());
    put(&home, "endless.pdf", &Pdf::new().page(Page::default().endless()));
    let output = run_in(&home, &["import", "endless.pdf", "good.pdf", "--lang", "en"]);
    assert_eq!(output.code, 3);
    assert!(output.error.contains("endless.pdf: reading it took longer than 1 second"), "{}", output.error);
    assert!(output.out.contains("A/RES/79/901"), "{}", output.out);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_takes_all_memory_is_refused() {
    let home = Home::new();
    settings(&home, "pdf-megabytes = 90\n");
    let page =
        (0..150).fold(Page::default(), |page, _| page.paragraphs(90.0, 90, &["word ".repeat(2000).trim()]));
    put(&home, "large.pdf", &(0..20).fold(Pdf::new(), |pdf, _| pdf.page(page.clone())));
    run_in(&home, &["import", "large.pdf", "--lang", "en"])
        .fails(3, &["large.pdf", "memory", "pdf-megabytes"]);
    run_in(&home, &["import", "large.pdf", "--lang", "fr"]).fails(3, &["large.pdf", "mémoire"]);
}

#[test]
fn a_scan_is_refused_and_nothing_is_written() {
    let home = Home::new();
    put(&home, "scan.pdf", &(0..4).fold(Pdf::new(), |pdf, _| pdf.page(Page::default().picture())));
    let before = files::tree(home.path());
    run_in(&home, &["import", "scan.pdf", "--lang", "en"]).fails(3, &["no text: 4 pages are pictures"]);
    run_in(&home, &["import", "scan.pdf", "--lang", "fr"]).fails(3, &["4 pages sont des images"]);
    assert!(files::tree(home.path()) == before, "something was written");
}
