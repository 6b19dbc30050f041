"""Runs the examples of the grammar: word classes, verbs, frames, cues of status, and names of places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from claimcheck.extract.binding import BindingLexicon, bind, compile_binding
from claimcheck.extract.binding.grammar.chunks import find_place
from claimcheck.extract.binding.grammar.inflection import VerbForm, verb_forms
from claimcheck.extract.drafts import BlockDrafts, QuantityDraft
from claimcheck.extract.tokens import tokenize
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.grammar import (
    BindingExample,
    GrammarClass,
    IrregularVerbs,
    StatusCue,
    VerbClass,
    VerbEnding,
    VerbFrame,
)
from claimcheck.packs.schema.places import Gazetteer

_MARKED = re.compile(r"\[([^\]]+)\]")
_compile = lru_cache(maxsize=4)(compile_binding)


def run_class(entry: GrammarClass, packs: Packs) -> list[str]:
    """A word class: every example must contain one of its words."""
    return [
        f"no word of {entry.id} stands in {text!r}" for text in entry.examples
        if not any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.lower()) for word in entry.words)
    ]


def run_irregular(entry: IrregularVerbs, packs: Packs) -> list[str]:
    """Irregular verbs: the example must contain a past form that the lexicon leads back to its verb."""
    lexicon = _compile(packs, entry.language)
    known = [lexicon.verbs.get(token.lower) for token in tokenize(entry.example)]
    return [] if any(verb and "past" in verb.forms for verb in known) else [f"no past form in {entry.example!r}"]


def run_ending(entry: VerbEnding, packs: Packs) -> list[str]:
    """A form of verbs: each example is a base form and the form that must be made of it."""
    pairs = [(example, *example.split()) for example in entry.examples]
    made = {base: verb_forms([base], [entry], packs.select(IrregularVerbs, entry.language)) for _, base, _ in pairs}
    return [f"{example!r} is not so" for example, base, form in pairs if entry.form not in _forms(made[base], form)]


def _forms(made: Mapping[str, VerbForm], form: str) -> frozenset[str]:
    return made[form].forms if form in made else frozenset()


def run_place(entry: Gazetteer, packs: Packs) -> list[str]:
    """A gazetteer: the example must name the place that it says."""
    lexicon = _compile(packs, "en")
    found = find_place(entry.example, lexicon)
    return [] if found is not None and found.name == entry.finds else [f"{entry.example!r} names {found}"]


def run_binding(entry: VerbClass | VerbFrame | StatusCue, packs: Packs) -> list[str]:
    """Verbs, frames and cues: the quantity in square brackets must be bound as the example says."""
    lexicon = _compile(packs, entry.language)
    return [problem for example in entry.examples for problem in _problems(example, lexicon, entry.language)]


def _problems(example: BindingExample, lexicon: BindingLexicon, language: str) -> list[str]:
    draft = bind_example(example, lexicon, language)
    found = []
    for name in ("metric", "role", "status", "subject"):
        wanted, given = getattr(example, name), getattr(draft, name)
        same = (given or "").lower() == wanted.lower() if wanted is not None else True
        if not same:
            found.append(f"{example.text!r}: {name} is {given!r}, not {wanted!r}")
    return found


def bind_example(example: BindingExample, lexicon: BindingLexicon, language: str = "en") -> QuantityDraft:
    """The quantity that an example marks, bound."""
    marked = _MARKED.search(example.text)
    if marked is None:
        raise ValueError(f"no quantity in square brackets in {example.text!r}")
    start, end = marked.start(), marked.end() - 2
    text = example.text.replace("[", "", 1).replace("]", "", 1)
    number = re.match(r"\S+", marked[1])
    number_end = start + (number.end() if number is not None and example.unit == "count" else end - start)
    draft = QuantityDraft(start, end, Decimal(1), example.unit, number_end, start, end)
    bind([BlockDrafts(text, "paragraph", language=language, quantities=[draft])], lexicon, None)
    return draft
