"""Lists that belong together one by one: "Selm and Torrau follow with 97 and 52 boats respectively"."""

from __future__ import annotations

from claimcheck.extract.binding.clauses import Sentence

_RESPECTIVELY = "respectively"


def holder_of(sentence: Sentence, at: int) -> int | None:
    """The noun phrase that a figure belongs to, where as many are listed as figures; None for other sentences."""
    end = next((place for place in range(at, len(sentence.items)) if sentence.items[place].head == _RESPECTIVELY), None)
    if end is None:
        return None
    figures = _listed(sentence, end - 1, "Q", ("NP", "P"))
    verb = next((place for place in range(figures[0], -1, -1) if sentence.items[place].kind == "V"), None)
    if verb is None or at not in figures:
        return None
    holders = _listed(sentence, verb - 1, "NP", ())
    return holders[figures.index(at)] if len(holders) == len(figures) > 1 else None


def _listed(sentence: Sentence, last: int, kind: str, besides: tuple[str, ...]) -> list[int]:
    """The places of the items of a kind in a list that ends at a place; besides: kinds that may stand among them."""
    found: list[int] = []
    for place in range(last, -1, -1):
        item = sentence.items[place]
        if item.kind == kind:
            found.append(place)
        elif not (item.kind == "C" or item.text == "," or item.kind in besides):
            break
    return found[::-1] or [last]
