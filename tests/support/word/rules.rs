//! The rules of ECMA-376 that Word checks when it opens a document: parts, relationships, ids, the order of elements.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::{W, WordFile, attribute, name};

const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The end of the type of a relationship, and the content type of the part it leads to.
const KINDS: [(&str, &str); 7] = [
    ("/officeDocument", "document.main+xml"),
    ("/styles", "styles+xml"),
    ("/settings", "settings+xml"),
    ("/footer", "footer+xml"),
    ("/footnotes", "footnotes+xml"),
    ("/comments", "comments+xml"),
    ("/core-properties", "application/vnd.openxmlformats-package.core-properties+xml"),
];

/// The elements that may be in an element, in the order of the schema. Elements that are not listed are faults.
const ORDERS: &[(&str, &str)] = &[
    ("document", "background body"),
    ("p", "pPr *r,ins,del,commentRangeStart,commentRangeEnd,fldSimple,hyperlink,bookmarkStart,bookmarkEnd"),
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
         snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
         textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "rPr",
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint \
         noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText \
         vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    ),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols \
         formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    ),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers \
         cellIns cellDel cellMerge tcPrChange",
    ),
    (
        "r",
        "rPr *t,delText,sym,tab,br,footnoteReference,footnoteRef,commentReference,annotationRef,separator,continuationSeparator",
    ),
    ("ins", "*r"),
    ("del", "*r"),
    ("styles", "docDefaults latentStyles *style"),
    ("docDefaults", "rPrDefault pPrDefault"),
    ("rPrDefault", "rPr"),
    ("pPrDefault", "pPr"),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal \
         personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    (
        "settings",
        "writeProtection view zoom removePersonalInformation mirrorMargins trackRevisions defaultTabStop evenAndOddHeaders \
         characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol \
         listSeparator",
    ),
    ("footnotes", "*footnote"),
    ("footnote", "*p"),
    ("comments", "*comment"),
    ("comment", "*p"),
    ("ftr", "*p"),
    ("fldSimple", "*r"),
    ("tabs", "*tab"),
    ("compat", "*compatSetting"),
    ("footnotePr", "*footnote"),
];

/// The attributes that an element must have.
const REQUIRED: &[(&str, &[&str])] = &[
    ("ins", &["id", "author"]),
    ("del", &["id", "author"]),
    ("comment", &["id", "author"]),
    ("commentRangeStart", &["id"]),
    ("commentRangeEnd", &["id"]),
    ("commentReference", &["id"]),
    ("footnoteReference", &["id"]),
    ("footnote", &["id"]),
    ("sym", &["font", "char"]),
    ("style", &["type", "styleId"]),
    ("pStyle", &["val"]),
    ("rStyle", &["val"]),
    ("pgSz", &["w", "h"]),
    ("pgMar", &["top", "right", "bottom", "left", "header", "footer", "gutter"]),
    ("fldSimple", &["instr"]),
    ("footerReference", &["type"]),
];

impl WordFile {
    /// What Word would complain about, or repair silently.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Faults::default();
        let parse = |text| Document::parse(text);
        let mut parts: BTreeMap<&str, Document<'_>> = BTreeMap::new();
        for (path, text) in &self.0 {
            match parse(text) {
                Ok(part) => _ = parts.insert(path, part),
                Err(error) => faults.add(path, error.to_string()),
            }
        }
        package(&parts, &mut faults);
        for (path, part) in &parts {
            part.descendants()
                .filter(|node| node.is_element())
                .for_each(|node| element(path, node, &mut faults));
        }
        ids(&parts, &mut faults);
        styles(&parts, &mut faults);
        body(&parts, &mut faults);
        faults.0
    }
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, path: &str, what: impl std::fmt::Display) {
        self.0.push(format!("{path}: {what}"));
    }

    fn unless(&mut self, good: bool, path: &str, what: impl std::fmt::Display) {
        if !good {
            self.add(path, what);
        }
    }
}

type Parts<'a> = BTreeMap<&'a str, Document<'a>>;

/// Content types and relationships.
fn package(parts: &Parts<'_>, faults: &mut Faults) {
    let types_path = "[Content_Types].xml";
    let Some(types) = parts.get(types_path) else { return faults.add(types_path, "missing") };
    let mut by_part: BTreeMap<&str, &str> = BTreeMap::new();
    let mut by_ending: BTreeMap<&str, &str> = BTreeMap::new();
    for node in types.root_element().children().filter(Node::is_element) {
        let kind = node.attribute("ContentType").unwrap_or("");
        let known = match node.tag_name().name() {
            "Override" => by_part.insert(node.attribute("PartName").unwrap_or(""), kind),
            "Default" => by_ending.insert(node.attribute("Extension").unwrap_or(""), kind),
            other => return faults.add(types_path, other),
        };
        faults.unless(
            known.is_none() && node.tag_name().namespace() == Some(CONTENT_TYPES),
            types_path,
            kind,
        );
    }
    for path in by_part.keys() {
        faults.unless(
            parts.contains_key(path.trim_start_matches('/')),
            types_path,
            format!("no part {path}"),
        );
    }
    for path in parts.keys().filter(|path| **path != types_path) {
        let ending = path.rsplit('.').next().unwrap_or("");
        faults.unless(by_ending.contains_key(ending), path, "has no content type");
        let ordinary = path.split('/').all(|name| !name.is_empty() && name != ".." && !name.contains('\\'));
        faults.unless(ordinary, path, "is not a name of a part");
    }
    let mut reached: BTreeSet<String> = BTreeSet::new();
    for (path, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let Some(part) = parts.get(path) else { return faults.add(path, "missing") };
        let mut ids = BTreeSet::new();
        for node in part.root_element().children().filter(Node::is_element) {
            let [id, kind, target] = ["Id", "Type", "Target"].map(|name| node.attribute(name).unwrap_or(""));
            faults.unless(node.tag_name().namespace() == Some(RELATIONSHIPS), path, "wrong namespace");
            faults.unless(!id.is_empty() && ids.insert(id), path, format!("the id {id} is used twice"));
            let target = format!("{folder}{target}");
            faults.unless(parts.contains_key(&*target), path, format!("no part {target}"));
            let expected = KINDS.iter().find(|(ending, _)| kind.ends_with(ending)).map(|(_, kind)| *kind);
            let found = by_part.get(&*format!("/{target}")).copied().unwrap_or("");
            let same = expected.is_some_and(|kind| found == kind || found == format!("{WORD}{kind}"));
            faults.unless(same, path, format!("{target} is {found}, and {kind}"));
            reached.insert(target);
        }
    }
    for path in by_part.keys().map(|path| path.trim_start_matches('/')) {
        faults.unless(reached.contains(path), path, "has no relationship");
    }
}

/// The children of an element, their order, its attributes, and what depends on whether it is deleted.
fn element(path: &str, node: Node<'_, '_>, faults: &mut Faults) {
    let own = name(node);
    if let Some((_, order)) = ORDERS.iter().find(|(parent, _)| *parent == own) {
        children(path, node, order, faults);
    }
    let in_settings = path.ends_with("settings.xml");
    for (_, attributes) in REQUIRED.iter().filter(|(element, _)| *element == own) {
        for wanted in *attributes {
            faults.unless(node.has_attribute((W, *wanted)), path, format!("{own} has no {wanted}"));
        }
    }
    let deleted = node.ancestors().any(|above| name(above) == "del");
    match own {
        "t" => faults.unless(!deleted, path, "t is deleted"),
        "delText" => faults.unless(deleted, path, "delText is not deleted"),
        "footnote" | "comment" if !in_settings => {
            faults.unless(node.children().any(|child| name(child) == "p"), path, "a note has a paragraph");
        }
        _ => {}
    }
    if let Some(text) = node.text().filter(|_| ["t", "delText"].contains(&own)) {
        let kept = node.attribute(("http://www.w3.org/XML/1998/namespace", "space")) == Some("preserve");
        let edge = |c: char| " \t\n\r".contains(c);
        let same = !text.starts_with(edge) && !text.ends_with(edge);
        faults.unless(kept || same, path, format!("spaces are lost: {text:?}"));
        faults.unless(!text.contains(['\t', '\n', '\r']), path, format!("white space is changed: {text:?}"));
    }
    if let Some(date) = node.attribute((W, "date")) {
        let good = chrono::NaiveDateTime::parse_from_str(date, "%Y-%m-%dT%H:%M:%S").is_ok();
        faults.unless(good, path, format!("no date: {date}"));
    }
}

/// `order` lists the elements in their order, each at most once; those after `*` may come in any order and number.
fn children(path: &str, node: Node<'_, '_>, order: &str, faults: &mut Faults) {
    let (ordered, free) = order.split_once('*').unwrap_or((order, ""));
    let ordered: Vec<&str> = ordered.split_whitespace().collect();
    let free: Vec<&str> = free.split(',').filter(|name| !name.is_empty()).collect();
    let mut last = None;
    for child in node.children().filter(Node::is_element) {
        let own = name(child);
        let place = ordered.iter().position(|known| *known == own);
        match place {
            Some(place) => {
                // Only references to headers and footers may be repeated.
                let again = own.ends_with("Reference") && last == Some(place);
                let good = last.is_none_or(|last| last < place) || again;
                faults.unless(good, path, format!("{own} is out of order in {}", name(node)));
                last = Some(place);
            }
            None => {
                faults.unless(free.contains(&own), path, format!("{own} is not allowed in {}", name(node)));
                last = Some(ordered.len());
            }
        }
    }
}

/// Ids of changes, comments and footnotes are unique, and what refers to them finds them.
fn ids(parts: &Parts<'_>, faults: &mut Faults) {
    let path = "word/document.xml";
    let in_part = |path: &str, wanted: &str| -> Vec<String> {
        let nodes = parts.get(path).into_iter().flat_map(|part| part.descendants());
        let nodes = nodes.filter(|node| name(*node) == wanted && !attribute(*node, "id").is_empty());
        nodes.map(|node| attribute(node, "id").to_owned()).collect()
    };
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids
    };
    let mut annotations: Vec<String> = in_part("word/comments.xml", "comment");
    for part in [path, "word/footnotes.xml"] {
        annotations.extend(["ins", "del"].iter().flat_map(|name| in_part(part, name)));
    }
    let unique: BTreeSet<&String> = annotations.iter().collect();
    faults.unless(unique.len() == annotations.len(), path, "an id of a change or comment is used twice");
    let comments = sorted(in_part("word/comments.xml", "comment"));
    for wanted in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        faults.unless(
            sorted(in_part(path, wanted)) == comments,
            path,
            format!("{wanted} and comments differ"),
        );
    }
    let special = in_part("word/settings.xml", "footnote");
    let notes = in_part("word/footnotes.xml", "footnote").into_iter().filter(|id| !special.contains(id));
    let calls = sorted(in_part(path, "footnoteReference"));
    faults.unless(sorted(notes.collect()) == calls, path, "calls and footnotes differ");
    let numbers = in_part("word/footnotes.xml", "footnote").into_iter().chain(annotations.iter().cloned());
    numbers.filter(|id| id.parse::<i32>().is_err()).for_each(|id| faults.add(path, format!("{id} is no id")));
    if parts.contains_key("word/footnotes.xml") {
        faults.unless(special.len() == 2, path, "footnotes have two separators");
    }
    for node in parts.get(path).into_iter().flat_map(|part| part.descendants()) {
        let Some(id) = node.attribute((OFFICE, "id")) else { continue };
        let relationships = parts.get("word/_rels/document.xml.rels");
        let mut related = relationships.into_iter().flat_map(|part| part.descendants());
        faults.unless(related.any(|node| node.attribute("Id") == Some(id)), path, format!("no part {id}"));
    }
}

/// Styles are defined once, and those used are defined.
fn styles(parts: &Parts<'_>, faults: &mut Faults) {
    let path = "word/styles.xml";
    let nodes =
        |part: &str| parts.get(part).into_iter().flat_map(|part| part.descendants()).collect::<Vec<_>>();
    let mut known: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut names = BTreeSet::new();
    for style in nodes(path).into_iter().filter(|node| name(*node) == "style") {
        let id = attribute(style, "styleId");
        faults.unless(
            known.insert((attribute(style, "type"), id)),
            path,
            format!("the style {id} is there twice"),
        );
        let own =
            style.children().find(|node| name(*node) == "name").map_or("", |node| attribute(node, "val"));
        faults.unless(
            !own.is_empty() && names.insert(own),
            path,
            format!("the style {id} has no name of its own"),
        );
    }
    for part in parts.keys() {
        for node in nodes(part) {
            let kind = match name(node) {
                "pStyle" | "next" => "paragraph",
                "rStyle" => "character",
                _ => continue,
            };
            let id = attribute(node, "val");
            faults.unless(known.contains(&(kind, id)), part, format!("no style {id}"));
        }
    }
}

/// The body ends with the properties of its section, after a paragraph whose end is not changed.
fn body(parts: &Parts<'_>, faults: &mut Faults) {
    let path = "word/document.xml";
    let Some(document) = parts.get(path) else { return faults.add(path, "missing") };
    let body = document.descendants().find(|node| name(*node) == "body");
    let children: Vec<Node<'_, '_>> =
        body.into_iter().flat_map(|body| body.children()).filter(Node::is_element).collect();
    let Some((last, paragraphs)) = children.split_last() else { return faults.add(path, "no body") };
    faults.unless(name(*last) == "sectPr", path, "the section has no properties");
    faults.unless(paragraphs.iter().all(|node| name(*node) == "p"), path, "not a paragraph");
    let changed = |paragraph: &Node<'_, '_>| {
        let marks = paragraph.children().filter(|node| name(*node) == "pPr").flat_map(|node| node.children());
        marks
            .filter(|node| name(*node) == "rPr")
            .flat_map(|node| node.children())
            .any(|node| ["ins", "del"].contains(&name(node)))
    };
    faults.unless(
        paragraphs.last().is_some_and(|last| !changed(last)),
        path,
        "the last paragraph is changed",
    );
}
