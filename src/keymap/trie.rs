//! The keymap: for each scope a trie of key sequences with their bindings.

use std::fmt;

use crate::keymap::{Key, Sequence};

/// What keys are bound to: a verb and possibly an argument.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Binding {
    /// The name of the verb.
    pub verb: String,
    /// The argument: `discussed` in `status discussed`.
    pub argument: Option<String>,
}

impl Binding {
    /// Id of the message that describes it: `verb-goto`, `verb-status-open`.
    #[must_use]
    pub fn message(&self) -> String {
        let words = [Some("verb"), Some(self.verb.as_str()), self.argument.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join("-")
    }

    /// Reads `verb` or `verb argument`; `None` if the text is empty.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (verb, argument) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let argument = argument.trim();
        (!verb.is_empty()).then(|| Self {
            verb: verb.to_owned(),
            argument: (!argument.is_empty()).then(|| argument.to_owned()),
        })
    }
}

impl fmt::Display for Binding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.verb)?;
        self.argument.as_ref().map_or(Ok(()), |argument| write!(f, " {argument}"))
    }
}

/// A key that can follow the keys typed so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next<'a> {
    /// The key.
    pub key: Key,
    /// The binding that it completes; `None` if more keys must follow.
    pub binding: Option<&'a Binding>,
}

/// The meaning of the keys typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyMeaning<'a> {
    /// They are a complete sequence.
    Bound(&'a Binding),
    /// They are the start of a sequence: the keys that can follow, in the order of the keymap, innermost scope first.
    Pending(Vec<Next<'a>>),
    /// No binding begins with them.
    Unbound,
}

/// The bindings of all scopes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    scopes: Vec<Scope>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Scope {
    name: String,
    bindings: Vec<(Sequence, Binding)>,
    root: TrieNode,
}

/// A scope as it is read: its name, and its bindings in the order of the file.
pub(super) struct ScopeBindings {
    pub(super) name: String,
    pub(super) bindings: Vec<(Sequence, Binding)>,
}

/// A node of the trie; a leaf has the index of its binding.
#[derive(Debug, Clone, PartialEq, Eq)]
enum TrieNode {
    Leaf(usize),
    Branch(Vec<(Key, TrieNode)>),
}

/// The result of following keys through the trie of a scope.
enum Walk<'a> {
    /// No binding begins with these keys.
    Nowhere,
    /// A binding was complete before the last key, so that it hides longer sequences of outer scopes.
    Beyond,
    At(&'a TrieNode),
}

impl TrieNode {
    fn insert(&mut self, keys: &[Key], index: usize) {
        let (Self::Branch(next), [key, rest @ ..]) = (&mut *self, keys) else {
            debug_assert!(false, "no sequence of a loaded keymap begins with another");
            return;
        };
        let at = next.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
            next.push((*key, Self::Branch(Vec::new())));
            next.len() - 1
        });
        if rest.is_empty() {
            next[at].1 = Self::Leaf(index);
        } else {
            next[at].1.insert(rest, index);
        }
    }

    fn walk(&self, typed: &[Key]) -> Walk<'_> {
        match (self, typed) {
            (_, []) => Walk::At(self),
            (Self::Leaf(_), _) => Walk::Beyond,
            (Self::Branch(next), [key, rest @ ..]) => match next.iter().find(|(known, _)| known == key) {
                Some((_, node)) => node.walk(rest),
                None => Walk::Nowhere,
            },
        }
    }
}

impl Scope {
    fn new(scope: ScopeBindings) -> Self {
        let ScopeBindings { name, bindings } = scope;
        let mut root = TrieNode::Branch(Vec::new());
        for (index, (sequence, _)) in bindings.iter().enumerate() {
            root.insert(sequence.keys(), index);
        }
        Self { name, bindings, root }
    }

    fn next(&self, key: Key, node: &TrieNode) -> Next<'_> {
        let binding = match node {
            TrieNode::Leaf(index) => Some(&self.bindings[*index].1),
            TrieNode::Branch(_) => None,
        };
        Next { key, binding }
    }
}

impl Keymap {
    /// Builds the tries. No sequence of a scope may begin with another one of the same scope.
    pub(super) fn new(scopes: Vec<ScopeBindings>) -> Self {
        Self { scopes: scopes.into_iter().map(Scope::new).collect() }
    }

    /// The meaning of the keys typed so far in these scopes, innermost first.
    ///
    /// The innermost scope that has the keys decides. If they are only the start of a sequence there, outer scopes add
    /// their sequences with the same start.
    #[must_use]
    pub fn press(&self, scopes: &[&str], typed: &[Key]) -> KeyMeaning<'_> {
        let mut pending: Vec<Next<'_>> = Vec::new();
        for scope in scopes.iter().filter_map(|name| self.scope(name)) {
            match scope.root.walk(typed) {
                Walk::Nowhere => {}
                Walk::Beyond => break,
                Walk::At(TrieNode::Leaf(index)) if pending.is_empty() => {
                    return KeyMeaning::Bound(&scope.bindings[*index].1);
                }
                Walk::At(TrieNode::Leaf(_)) => break,
                Walk::At(TrieNode::Branch(next)) => {
                    let inner = pending.len();
                    for found in next.iter().map(|(key, node)| scope.next(*key, node)) {
                        if pending[..inner].iter().all(|known| known.key != found.key) {
                            pending.push(found);
                        }
                    }
                }
            }
        }
        if pending.is_empty() { KeyMeaning::Unbound } else { KeyMeaning::Pending(pending) }
    }

    /// The bindings of a scope in the order of the file.
    pub fn bindings(&self, scope: &str) -> impl Iterator<Item = (&Sequence, &Binding)> {
        let bindings = self.scope(scope).map(|scope| scope.bindings.as_slice()).unwrap_or_default();
        bindings.iter().map(|(sequence, binding)| (sequence, binding))
    }

    /// The key sequences for a verb in these scopes (innermost first): the shortest first, then in the order of the
    /// keymap. Sequences hidden by an inner scope are left out.
    #[must_use]
    pub fn keys_for(&self, scopes: &[&str], verb: &str, argument: Option<&str>) -> Vec<&Sequence> {
        let mut found: Vec<&Sequence> = Vec::new();
        for (sequence, binding) in scopes.iter().flat_map(|scope| self.bindings(scope)) {
            let wanted = binding.verb == verb && binding.argument.as_deref() == argument;
            if wanted
                && !found.contains(&sequence)
                && self.press(scopes, sequence.keys()) == KeyMeaning::Bound(binding)
            {
                found.push(sequence);
            }
        }
        found.sort_by_key(|sequence| sequence.keys().len());
        found
    }

    /// The names of all scopes in the order of the file.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scopes.iter().map(|scope| scope.name.as_str())
    }

    fn scope(&self, name: &str) -> Option<&Scope> {
        self.scopes.iter().find(|scope| scope.name == name)
    }
}
