//! The fields of the index, and an entry written to it and read from it.

use std::collections::HashMap;

use tantivy::TantivyDocument;
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value};

use crate::search::fields::SearchField;
use crate::search::index::SearchEntry;
use crate::store::index::tokens::{STEMS, WORDS, inflected};

/// The fields of the index.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    pub(super) schema: Schema,
    /// The document or text an entry belongs to: all its entries are replaced together.
    pub(super) group: Field,
    /// The text, and its folded words with their places.
    pub(super) words: Field,
    /// Stems; of texts in languages without stems, the folded words.
    pub(super) stems: Field,
    /// Stems of the context.
    pub(super) around: Field,
    kind: Field,
    symbol: Field,
    lang: Field,
    address: Field,
    id: Field,
    context: Field,
    title: Field,
    facets: HashMap<SearchField, Field>,
}

/// Fields that are kept with the entry, so that they are not written twice.
const OWN: [SearchField; 3] = [SearchField::Kind, SearchField::Doc, SearchField::Lang];

impl Fields {
    pub(super) fn new() -> Self {
        let mut builder = Schema::builder();
        let indexed = |tokenizer, option| {
            let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option);
            TextOptions::default().set_indexing_options(indexing)
        };
        let name = {
            let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::Basic))
        };
        let group = builder.add_text_field("group", name.clone());
        let words = builder
            .add_text_field("words", indexed(WORDS, IndexRecordOption::WithFreqsAndPositions) | STORED);
        let stems = builder.add_text_field("stems", indexed(STEMS, IndexRecordOption::WithFreqs));
        let around = builder.add_text_field("around", indexed(STEMS, IndexRecordOption::Basic));
        let kind = builder.add_text_field("kind", name.clone() | STORED);
        let symbol = builder.add_text_field("symbol", name.clone() | STORED);
        let lang = builder.add_text_field("lang", name.clone() | STORED);
        let address = builder.add_text_field("address", STORED);
        let id = builder.add_text_field("id", STORED);
        let context = builder.add_text_field("context", STORED);
        let title = builder.add_text_field("title", STORED);
        let mut facets =
            HashMap::from([(SearchField::Kind, kind), (SearchField::Doc, symbol), (SearchField::Lang, lang)]);
        for field in SearchField::ALL.into_iter().filter(|field| !OWN.contains(field)) {
            facets.insert(field, builder.add_text_field(field.name(), name.clone()));
        }
        let schema = builder.build();
        Self { schema, group, words, stems, around, kind, symbol, lang, address, id, context, title, facets }
    }

    /// The field of the index with the values of a field of queries.
    pub(super) fn of(&self, field: SearchField) -> Field {
        self.facets[&field]
    }

    pub(super) fn kind(&self) -> Field {
        self.kind
    }

    /// An entry as the index takes it.
    pub(super) fn write(&self, group: &str, entry: &SearchEntry) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.group, group);
        document.add_text(self.kind, &entry.kind);
        let language = entry.language.as_ref().map_or("", |language| language.code());
        let stored = [
            (self.symbol, entry.symbol.as_str()),
            (self.lang, language),
            (self.address, &entry.address),
            (self.id, &entry.id),
            (self.words, &entry.text),
            (self.context, &entry.context),
            (self.title, &entry.title),
        ];
        for (field, text) in stored.into_iter().filter(|(_, text)| !text.is_empty()) {
            document.add_text(field, text);
        }
        document.add_text(self.stems, inflected(&entry.text, entry.language));
        if !entry.context.is_empty() {
            document.add_text(self.around, inflected(&entry.context, entry.language));
        }
        for (field, value) in &entry.facets {
            document.add_text(self.facets[field], value);
        }
        document
    }

    /// The entry that was written, without facets.
    pub(super) fn read(&self, document: &TantivyDocument) -> SearchEntry {
        let text = |field: Field| {
            document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
        };
        SearchEntry {
            kind: text(self.kind),
            symbol: text(self.symbol),
            address: text(self.address),
            id: text(self.id),
            language: text(self.lang).parse().ok(),
            text: text(self.words),
            context: text(self.context),
            title: text(self.title),
            facets: Vec::new(),
        }
    }
}
