"""Runs the examples of the words that tie figures together.

In an example each figure of the link is written {role|the words}: some link found must hold, in each role, figures that
overlap those words, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.extract.links import compile_links
from claimcheck.model.mention import Extraction, Link
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.links import Balance, LinkPattern, LinkPhrase, ListOpener, ListSign, Superlative
from claimcheck.packs.schema.ranking import RankingSpec
from claimcheck.packs.schema.timing import TimingSpec
from claimcheck.pipeline import extract_document, read_texts

Stating = LinkPattern | ListOpener | Balance | Superlative | RankingSpec | TimingSpec
Figure = tuple[str, int, int]

_FIGURE = re.compile(r"\{([a-z]+)\|([^}]*)\}")
_KINDS: dict[type[Stating], str] = {ListOpener: "total", Balance: "difference", Superlative: "superlative"}
_lexicon = lru_cache(maxsize=4)(compile_links)


def run_stating(entry: Stating, packs: Packs) -> list[str]:
    """The problems with the examples of a pattern, an opener, a balance or a superlative."""
    kind = entry.kind if isinstance(entry, LinkPattern | RankingSpec | TimingSpec) else _KINDS[type(entry)]
    kind = "total" if isinstance(entry, Balance) and entry.percent else kind
    problems = []
    for example in entry.examples:
        text, marked = unmarked(example)
        found = list(_links(text, kind, packs))
        if not any(_is_as_marked(figures, marked) for figures in found):
            said = [[f"{role}: {text[start:end]}" for role, start, end in figures] for figures in found]
            problems.append(f"in {text!r} the {kind} links are {said}")
    problems += [f"{text!r} holds a {kind} link" for text in entry.silent if any(_links(text, kind, packs))]
    return problems


def run_words(entry: LinkPhrase | ListSign, packs: Packs) -> list[str]:
    """The problems with the examples of phrases: a pattern made of the phrase alone must find each of them."""
    lexicon = _lexicon(packs, entry.language)
    words = (lexicon.phrases[entry.id] if isinstance(entry, LinkPhrase) else lexicon.signs[entry.id]).regex
    return [f"{entry.key} does not cover {text!r}" for text in entry.examples if not words.fullmatch(text.lower())]


def unmarked(example: str) -> tuple[str, list[Figure]]:
    """The text of an example without its marks, and the figures that were marked.

    >>> unmarked("Sales rose {change|12%}.")
    ('Sales rose 12%.', [('change', 11, 14)])
    """
    text, figures, at = "", [], 0
    for mark in _FIGURE.finditer(example):
        text += example[at:mark.start()]
        figures.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        at = mark.end()
    return text + example[at:], figures


def _links(text: str, kind: str, packs: Packs) -> Iterator[list[Figure]]:
    (document,) = read_texts([text], packs)
    extraction = extract_document(document, packs)
    for link in extraction.links:
        if link.kind == kind:
            yield _figures(link, extraction)


def _figures(link: Link, extraction: Extraction) -> list[Figure]:
    mentions = extraction.mentions
    return [(role, mentions[at].start, mentions[at].end) for role, places in link.roles.items() for at in places]


def _is_as_marked(figures: list[Figure], marked: list[Figure]) -> bool:
    """True when the figures and the marks overlap one to one, role by role."""
    left = list(marked)
    for role, start, end in figures:
        fit = next((mark for mark in left if mark[0] == role and mark[1] < end and start < mark[2]), None)
        if fit is None:
            return False
        left.remove(fit)
    return not left
