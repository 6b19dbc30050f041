"""The forms of English verbs: "trim, trims, trimmed, trimming"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.packs.schema.grammar import IrregularVerbs

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word form may be: the verb's base form, and which of base, s, past, participle, ing it is."""

    lemma: str
    forms: frozenset[str]


def verb_forms(lemmas: Iterable[str], irregular: Iterable[IrregularVerbs]) -> dict[str, VerbForm]:
    """Every form of the verbs, the irregular ones as told.

    >>> sorted(verb_forms(["trim"], ()))
    ['trim', 'trimmed', 'trimming', 'trims']
    """
    forms: dict[str, tuple[str, set[str]]] = {}

    def add(form: str, lemma: str, kind: str) -> None:
        forms.setdefault(form, (lemma, set()))[1].add(kind)

    special: dict[str, tuple[str, str]] = {}
    for entry in irregular:
        for line in entry.forms:
            base, past, participle = line.split()
            special[base] = (past, participle)
    for lemma in sorted({*lemmas, *special}):
        if " " in lemma:
            continue  # "go up" is told by "go" and the word behind it
        add(lemma, lemma, "base")
        add(_third_person(lemma), lemma, "s")
        doubled = _doubled(lemma)
        past, participle = special.get(lemma, (_past(lemma, doubled),) * 2)
        for form in past.split("/"):
            add(form, lemma, "past")
        for form in participle.split("/"):
            add(form, lemma, "participle")
        for form in _ing_forms(lemma, doubled, past):
            add(form, lemma, "ing")
    return {form: VerbForm(lemma, frozenset(kinds)) for form, (lemma, kinds) in forms.items()}


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _doubled(lemma: str) -> str:
    """The stem before an ending that begins with a vowel: a short syllable doubles its last consonant."""
    one_syllable = sum(char in _VOWELS for char in lemma) == 1
    short = len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    return lemma + lemma[-1] if one_syllable and short else lemma


def _past(lemma: str, doubled: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return doubled + "ed"


def _ing_forms(lemma: str, doubled: str, past: str) -> tuple[str, ...]:
    if lemma.endswith("ie"):
        return (lemma[:-2] + "ying",)
    if lemma.endswith("e") and not lemma.endswith("ee") and lemma != "be":
        return (lemma[:-1] + "ing",)
    stems = {form[:-2] for form in past.split("/") if form.endswith("ed") and form.startswith(lemma)}
    if stems:
        return tuple(sorted(stem + "ing" for stem in stems))
    return (doubled + "ing",)
