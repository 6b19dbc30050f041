"""The town and the day that a report is sent from: "HANOI, January 12, 2024 - ...", "(Ghent) ..."."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import islice

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.lexicon import KnownPlace

_DASHES = ("-", "–", "—")
_BETWEEN = (",", ".", "(", ")", ":", "|", *_DASHES)
_MOST_OF_DATELINE = 3  # pieces: a town, its country, a day


def without_dateline(items: list[Item]) -> list[Item]:
    """The items without the town and the day that a report is sent from: "HANOI, January 12, 2024 - ..."."""
    if items and items[0].text == "(":
        return _without_brackets(items)
    for at, item in enumerate(items[:8]):
        if item.text in _DASHES and at > 0:
            return items[at + 1:] if _is_dateline(items[:at]) and at + 1 < len(items) else items
        if item.kind in "VQPS" or item.text in (":", ";"):
            break
    return items


def is_dateline_alone(items: list[Item]) -> bool:
    """True for a line of a town and a day and no more: "Ghent, 1 October 2024", "MUMBAI, 9 November"."""
    said = list(islice((item for item in items if item.text not in _BETWEEN), _MOST_OF_DATELINE + 1))
    named = all(item.kind == "NP" and item.text[:1].isupper() and not (item.det or item.owner) for item in said[:-1])
    few = 1 < len(said) <= _MOST_OF_DATELINE
    return few and named and len(items) > len(said) and said[-1].kind == "T" and _is_day(said[-1])


def _is_day(item: Item) -> bool:
    date = item.date
    return date is not None and (date.period is None or date.period.sort == "day")


def _without_brackets(items: list[Item]) -> list[Item]:
    """The items behind "(Ghent)", "(Ghent Herald) -"."""
    end = next((at for at, item in enumerate(items[:6]) if item.text == ")"), 0)
    if not end or any(item.kind not in ("NP", "T", ".") for item in items[:end]):
        return items
    first = end + 2 if end + 1 < len(items) and items[end + 1].text in _DASHES else end + 1
    return items[first:] or items


def _is_dateline(items: list[Item]) -> bool:
    """True for a town in capitals or a known one with its country or day, or for a day alone."""
    first = items[0]
    if first.kind == "T":
        return all(item.kind in "T.A" or item.text.isupper() for item in items)
    if first.kind != "NP":
        return False
    town = first.text.isupper() or (first.place is not None and len(items) > 1 and items[1].kind == ".")
    return town and all(item.kind in "T." or item.kind == "NP" for item in items)


def town(item: Item, names: AbstractSet[str]) -> KnownPlace | None:
    """The place of a dateline; a town that no gazetteer knows, if the report speaks of it as well."""
    if item.place is not None or item.kind != "NP":
        return item.place
    name = item.text.title()
    return KnownPlace(name, "city", None) if set(name.split()) <= names else None
