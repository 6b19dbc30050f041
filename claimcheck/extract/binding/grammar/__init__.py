"""Light grammar: sentences, clauses and phrases, by closed classes and known verbs."""
