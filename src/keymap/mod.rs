//! Keys as people write them, a trie of them by scope, keymaps loaded with all their faults at once.
