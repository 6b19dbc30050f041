"""The forms of verbs, by the endings that the pack of their language tells: "trim, trims, trimmed, trimming"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.packs.schema.grammar import IrregularVerbs, VerbEnding


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word form may be: the verb's base form, and which of base, s, past, participle, ing it is."""

    lemma: str
    forms: frozenset[str]


def verb_forms(
    lemmas: Iterable[str], endings: Iterable[VerbEnding], irregular: Iterable[IrregularVerbs]
) -> dict[str, VerbForm]:
    """Every form of the verbs, the irregular ones as told; a language without endings has base forms alone.

    >>> sorted(verb_forms(["trim"], (), ()))
    ['trim']
    """
    forms: dict[str, tuple[str, set[str]]] = {}

    def add(form: str, lemma: str, kind: str) -> None:
        forms.setdefault(form, (lemma, set()))[1].add(kind)

    by_form = {ending.form: ending for ending in endings}
    told: dict[str, tuple[str, str]] = {}
    for entry in irregular:
        for line in entry.forms:
            base, past, participle = line.split()
            told[base] = (past, participle)
    for lemma in sorted({*lemmas, *told}):
        if " " in lemma:
            continue  # "go up" is told by "go" and the word behind it
        add(lemma, lemma, "base")
        if "past" in by_form or lemma in told:
            past, participle = told.get(lemma) or (_spelled(lemma, by_form["past"]),) * 2
            for form in past.split("/"):
                add(form, lemma, "past")
            for form in participle.split("/"):
                add(form, lemma, "participle")
        for kind, ending in by_form.items():
            if kind != "past":
                for form in _as_past(told.get(lemma), lemma, ending) or (_spelled(lemma, ending),):
                    add(form, lemma, kind)
    return {form: VerbForm(lemma, frozenset(kinds)) for form, (lemma, kinds) in forms.items()}


def _spelled(lemma: str, ending: VerbEnding) -> str:
    """The form of a verb by its spelling; one that fits none keeps its base form."""
    for spelling in ending.spellings:
        form, fits = re.subn(spelling.fits, spelling.put, lemma)
        if fits:
            return form
    return lemma


def _as_past(told: tuple[str, str] | None, lemma: str, ending: VerbEnding) -> list[str]:
    """The forms of a verb that are spelled as its told past is, but for the ending."""
    if told is None or not ending.told:
        return []
    return [
        form.removesuffix(ending.told) + ending.ending for form in told[0].split("/")
        if form.endswith(ending.told) and form.startswith(lemma)
    ]
