"""Runs the examples of entries that say how a page is read: furniture and languages."""

from __future__ import annotations

from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.furniture import FurnitureSpec, PageElement
from claimcheck.packs.schema.languages import LanguageSpec, language_of
from claimcheck.read.furniture import Furniture
from claimcheck.read.surroundings import Surroundings


def run_furniture(entry: FurnitureSpec, packs: Packs) -> list[str]:
    """Each example must be furniture by this entry alone; each counterexample by no entry at all."""
    alone = Furniture([entry])
    everything = Furniture([spec for code in packs.languages for spec in packs.select(FurnitureSpec, code)])
    problems = [f"not furniture: {line!r}" for line in entry.examples if not alone.reason(line)]
    problems += [f"taken for furniture: {line!r}" for line in entry.counterexamples if everything.reason(line)]
    return problems


def run_page_element(entry: PageElement, packs: Packs) -> list[str]:
    """Each example must be furniture by this entry alone; each counterexample by no entry at all."""
    alone, everything = Surroundings([entry]), Surroundings(packs.select(PageElement))
    problems = [f"not furniture: {tag}" for tag in entry.examples if not alone.reason_of_tag(tag)]
    return problems + [f"taken for furniture: {tag}" for tag in entry.counterexamples if everything.reason_of_tag(tag)]


def run_language(entry: LanguageSpec, packs: Packs) -> list[str]:
    """Each example must be told as this language, each counterexample as another."""
    languages = [spec for code in packs.languages for spec in packs.select(LanguageSpec, code)]
    read = {text: language_of(text, languages, "en") for text in (*entry.examples, *entry.counterexamples)}
    problems = [f"not {entry.name}: {text!r}" for text in entry.examples if read[text] != entry.id]
    return problems + [f"taken for {entry.name}: {text!r}" for text in entry.counterexamples if read[text] == entry.id]
