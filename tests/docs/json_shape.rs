//! The shape of a JSON value: its fields and their types, written on one line.

use serde_json::Value;

/// The types found at one place of several values of the same kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    /// Types of plain values, in order of appearance: `text`, `number`, `true or false`, `null`.
    plain: Vec<&'static str>,
    /// The fields of the objects here, in order, each with the number of objects that have it.
    fields: Vec<(String, usize, Shape)>,
    /// The number of objects here.
    objects: usize,
    /// The shape of the items of the lists here.
    items: Option<Box<Shape>>,
}

impl Shape {
    /// The shape of one value.
    pub fn of(value: &Value) -> Self {
        let mut shape = Self::default();
        shape.add(value);
        shape
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Null => self.add_plain("null"),
            Value::Bool(_) => self.add_plain("true or false"),
            Value::Number(_) => self.add_plain("number"),
            Value::String(_) => self.add_plain("text"),
            Value::Array(items) => {
                let shape = self.items.get_or_insert_default();
                items.iter().for_each(|item| shape.add(item));
            }
            Value::Object(fields) => {
                self.objects += 1;
                for (name, value) in fields {
                    self.field(name).add(value);
                }
            }
        }
    }

    fn add_plain(&mut self, kind: &'static str) {
        if !self.plain.contains(&kind) {
            self.plain.push(kind);
        }
    }

    fn field(&mut self, name: &str) -> &mut Self {
        let at = self.fields.iter().position(|(known, ..)| known == name).unwrap_or_else(|| {
            self.fields.push((name.to_owned(), 0, Self::default()));
            self.fields.len() - 1
        });
        let (_, count, shape) = &mut self.fields[at];
        *count += 1;
        shape
    }

    /// The names of the fields of the object here, or of the objects in the list here.
    pub fn names(&self) -> Vec<&str> {
        let own = self.fields.iter().map(|(name, ..)| name.as_str());
        own.chain(self.items.iter().flat_map(|items| items.names())).collect()
    }
}

impl std::fmt::Display for Shape {
    /// `[{symbol, paragraphs: number, date: text or null}]`: a field without a type is a text.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut kinds: Vec<String> = self.plain.iter().map(|kind| (*kind).to_owned()).collect();
        kinds.sort_by_key(|kind| kind == "null");
        if let Some(items) = &self.items {
            kinds.insert(0, format!("[{items}]"));
        }
        if self.objects > 0 {
            let field = |(name, count, shape): &(String, usize, Self)| {
                let sometimes = if *count < self.objects { "?" } else { "" };
                match shape.to_string().as_str() {
                    "text" => format!("{name}{sometimes}"),
                    shape => format!("{name}{sometimes}: {shape}"),
                }
            };
            let fields: Vec<String> = self.fields.iter().map(field).collect();
            kinds.insert(0, format!("{{{}}}", fields.join(", ")));
        }
        f.write_str(&kinds.join(" or "))
    }
}

#[test]
fn a_shape_is_written_on_one_line() {
    let case = |json: &str, expected: &str| {
        let value = serde_json::from_str(json).expect("JSON");
        assert_eq!(Shape::of(&value).to_string(), expected);
    };
    case("[]", "[]");
    case("\"a\"", "text");
    case(
        r#"[{"a": "x", "b": 1}, {"a": null, "b": 2, "c": true}]"#,
        "[{a: text or null, b: number, c?: true or false}]",
    );
    case(r#"{"d": null, "e": [1, 2], "f": {"g": "h"}}"#, "{d: null, e: [number], f: {g}}");
    case(r#"[{"d": null}, {"d": {"x": "y"}}]"#, "[{d: {x} or null}]");
}
