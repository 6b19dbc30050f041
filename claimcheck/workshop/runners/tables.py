"""Runs the examples of the words of tables."""

from __future__ import annotations

from claimcheck.extract.tables.lexicon import compile_tables
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.tables import TableWords


def run(entry: TableWords, packs: Packs) -> list[str]:
    """What is wrong with the examples of an entry."""
    lexicon = compile_tables(packs, packs.languages)
    problems = [f"{label!r} is no {entry.says!r}" for label in entry.examples if not lexicon.says(label, entry.says)]
    wrongly = [label for label in entry.counterexamples if lexicon.says(label, entry.says)]
    return problems + [f"{label!r} is {entry.says!r}" for label in wrongly]
