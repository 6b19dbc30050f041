"""Runs the examples of refused numbers and of ordinals."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.extract.refusals import compile_refusals, scan_refusals
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.refusals import OrdinalWords, RefusalSpec

_lexicon = lru_cache(maxsize=4)(compile_refusals)


def run_refusal(entry: RefusalSpec, packs: Packs) -> list[str]:
    """The problems with the examples of one kind of refused number."""
    lexicon = _lexicon(packs, entry.language)
    problems = []
    for text, wanted in (entry.examples | dict.fromkeys(entry.silent, "")).items():
        refused = [(text[draft.start : draft.end], draft.reason) for draft in scan_refusals(text, (), lexicon)[1]]
        if (wanted and (wanted, entry.reason) not in refused) or (not wanted and refused):
            problems.append(f"in {text!r} is refused {refused}, not {wanted!r}")
    return problems


def run_ordinals(entry: OrdinalWords, packs: Packs) -> list[str]:
    """The problems with the examples of ordinals."""
    lexicon = _lexicon(packs, entry.language)
    problems = []
    for text, wanted in (entry.examples | dict.fromkeys(entry.silent, "")).items():
        found = [f"{draft.value} {draft.noun}" for draft in scan_refusals(text, (), lexicon)[0]]
        if found != ([wanted] if wanted else []):
            problems.append(f"in {text!r} the ordinals are {found}, not {wanted!r}")
    return problems
