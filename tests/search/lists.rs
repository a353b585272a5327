//! The lists of the desk that search: go-to by words, the palette, passages on the same subject. Each has a table that was written
//! before it was tried; what is not as expected is printed.

#![allow(clippy::print_stdout, reason = "what is not as expected is printed")]

use plenary::app::effect::Effect;
use plenary::app::event::Event;
use plenary::app::finder::SearchAnswer;
use plenary::app::layer::Layer;
use plenary::app::requests::{Answer, Request};
use plenary::app::screen::picker::{ChoiceTarget, State};
use plenary::model::Language;
use plenary::search::fields::{FieldFilter, SearchField};
use plenary::search::{Concepts, Query, SearchOptions, alike, find};
use plenary::store::index::FullText;

use crate::screens::Delegate;
use crate::search::relevance::{BUNDLED, DOCUMENTS};

const OPTIONS: SearchOptions = SearchOptions { language: Language::FR, with_rings: true, most: 60 };

fn rows(text: &str, key: &str) -> Vec<toml::Table> {
    let table: toml::Table = text.parse().expect("the table is TOML");
    let rows = table[key].as_array().expect("rows").iter();
    rows.map(|row| row.as_table().expect("a table").clone()).collect()
}

fn texts(row: &toml::Table, key: &str) -> Vec<String> {
    let texts = row[key].as_array().expect("texts").iter();
    texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
}

fn list(desk: &Delegate) -> &State {
    match desk.app.layers.last() {
        Some(Layer::Picker(list)) => list,
        _ => panic!("no list is open: {}", desk.words()),
    }
}

/// Answers the search that was asked for last, as the program does.
fn answered(desk: Delegate) -> Delegate {
    let asked = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Ask(ticket, Request::Search(request)) => Some((*ticket, request.clone())),
        _ => None,
    });
    let Some((ticket, request)) = asked else { return desk };
    let concepts = Concepts::bundled();
    let mut query = Query::while_typing(&list(&desk).input.text(), concepts);
    let values = vec!["footnote".to_owned(), "text".to_owned()];
    query.filters.push(FieldFilter { field: SearchField::Kind, values, excluded: true });
    let result = find(&query, concepts, &FullText::in_memory([&*BUNDLED]), OPTIONS);
    let answer = SearchAnswer { request, result, rings: Vec::new() };
    desk.send(Event::Answered(ticket, Answer::Found(Box::new(answer))))
}

/// The first row of the go-to list.
fn gone_to(list: &State) -> Option<String> {
    match &*list.target(0)? {
        ChoiceTarget::Passage(passage) => Some(passage.to_string()),
        ChoiceTarget::Passages { passages, at } => Some(passages[*at].to_string()),
        other => Some(format!("{other:?}")),
    }
}

#[test]
fn words_in_the_go_to_list_lead_to_the_best_passage_first() {
    let rows = rows(include_str!("goto.toml"), "query");
    let count = rows.len();
    let mut right = 0;
    let mut desk = Delegate::at("2023-03-07");
    for row in rows {
        let typed = row["typed"].as_str().expect("what is typed").to_owned();
        let expected = texts(&row, "right");
        desk = answered(desk.press("g").types_in_one_frame(&typed));
        let first = gone_to(list(&desk));
        let is_right = first.as_ref().map_or(expected.is_empty(), |first| expected.contains(first));
        if !is_right {
            println!("{typed}: {first:?}");
        }
        right += usize::from(is_right);
        desk = desk.press("Esc");
    }
    println!("go-to by words: {right} of {count}");
    assert!(count >= 40 && right * 20 >= count * 19, "{right} of {count}");
}

#[test]
fn the_palette_lists_what_is_meant_first_and_nothing_dangerous_beside_it() {
    let mut desk = Delegate::at("2023-03-07");
    let (mut count, mut faults) = (0, 0);
    for row in rows(include_str!("palette.toml"), "typed") {
        let (first, never) = (texts(&row, "first"), texts(&row, "never"));
        for typed in texts(&row, "typed") {
            desk = desk.press(":").types_in_one_frame(&typed);
            let verbs: Vec<String> = (0..list(&desk).len())
                .filter_map(|line| match &*list(&desk).target(line)? {
                    ChoiceTarget::Verb(binding) => Some(binding.to_string()),
                    _ => None,
                })
                .collect();
            let is_first = first.is_empty() || verbs.first().is_some_and(|verb| first.contains(verb));
            let listed: Vec<&String> = never.iter().filter(|verb| verbs.contains(verb)).collect();
            if !is_first || !listed.is_empty() {
                faults += 1;
                println!("{typed}: {:?}, and {listed:?}", verbs.iter().take(4).collect::<Vec<_>>());
            }
            count += 1;
            desk = desk.press("Esc Esc");
        }
    }
    assert!(count >= 60);
    assert_eq!(faults, 0, "of {count}");
}

#[test]
fn passages_on_the_same_subject_are_among_the_first_five() {
    let concepts = Concepts::bundled();
    let index = FullText::in_memory([&*BUNDLED]);
    let rows = rows(include_str!("alike.toml"), "passage");
    let count = rows.len();
    let mut right = 0;
    for row in rows {
        let at = row["at"].as_str().expect("a passage");
        let (symbol, address) = at.split_once(':').expect("symbol and address");
        let document = DOCUMENTS.iter().find(|document| document.symbol.as_str() == symbol);
        let block = document.and_then(|document| document.block(&address.parse().expect("an address")));
        let found = alike(&block.expect("a passage").text, concepts, &index, OPTIONS);
        let places = found.hits.iter().map(|hit| format!("{}:{}", hit.entry.symbol, hit.entry.address));
        let five: Vec<String> = places.filter(|place| place != at).take(5).collect();
        let is_right = texts(&row, "like").iter().any(|like| five.contains(like));
        if !is_right {
            println!("{at}: {five:?}");
        }
        right += usize::from(is_right);
    }
    println!("passages on the same subject: {right} of {count}");
    assert!(count >= 20 && right * 10 >= count * 9, "{right} of {count}");
}
