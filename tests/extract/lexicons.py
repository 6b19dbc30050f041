"""The shipped lexicons of dates and refused numbers, compiled once."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.extract.dates import DateLexicon, compile_dates
from claimcheck.extract.refusals import RefusalLexicon, compile_refusals
from claimcheck.packs.collection import Packs
from claimcheck.packs.load import load_packs


@lru_cache(maxsize=1)
def packs() -> Packs:
    return load_packs()


@lru_cache(maxsize=2)
def dates(language: str = "en") -> DateLexicon:
    return compile_dates(packs(), language)


@lru_cache(maxsize=2)
def refusals(language: str = "en") -> RefusalLexicon:
    return compile_refusals(packs(), language)
