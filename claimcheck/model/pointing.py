"""Claims named as a person names them: by their place, or in the words of the report.

A name is `path:line:column`, `path:line`, a quotation, or `path:quotation`; a quotation may stand in quotation marks. A
path may lack its leading folders, or have some that the report's own name lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.errors import InputError
from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.report import Report

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
_MARKS = "\"'“”„«»‘’"
_MOST_LISTED = 8
_NAMES = "a claim is named by path:line:column, path:line, a quotation, or path:quotation"


def claim_named(report: Report, name: str) -> Claim:
    """The claim that is meant; raises InputError, with what there is to choose from, when none or several can be."""
    place = _PLACE.fullmatch(name.strip())
    if place and (paths := _paths(report, place["path"])):
        return _at(report, name, paths, int(place["line"]), int(place["column"]) if place["column"] else None)
    path, _, quotation = name.partition(":")
    paths = _paths(report, path) if quotation else ()
    words = _plain((quotation if paths else name).strip().strip(_MARKS))
    if not words:
        raise InputError(name, f"names no claim: {_NAMES}")
    return _quoted(report, name, paths or report.tellers or _all_paths(report), words)


def _paths(report: Report, given: str) -> tuple[str, ...]:
    """The reports of a name: exactly so, or so after their folders."""
    known = _all_paths(report)
    exact = tuple(path for path in known if path == given)
    return exact or tuple(path for path in known if path.endswith("/" + given) or given.endswith("/" + path))


def _all_paths(report: Report) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*report.documents, *(claim.path for claim in report.claims))))


def _at(report: Report, name: str, paths: Sequence[str], line: int, column: int | None) -> Claim:
    on_line = [claim for claim in report.claims if claim.path in paths and claim.line == line]
    hit = [claim for claim in on_line if column is None or claim.column <= column < claim.column + len(claim.text)]
    return _only(name, hit, on_line, "there is no claim on that line" if column is None else "no claim stands there")


def _quoted(report: Report, name: str, paths: Sequence[str], words: str) -> Claim:
    within = [claim for claim in report.claims if claim.path in paths]
    tiers = (
        [claim for claim in within if _plain(claim.text) == words],
        [claim for claim in within if _holds(_plain(claim.text), words)],
        _under(report, within, words),
    )
    hit = next((tier for tier in tiers if tier), [])
    left_out = [each for each in report.not_compared if each.path in paths and _holds(_plain(each.text), words)]
    return _only(name, hit, (), _why_none(left_out))


def _why_none(left_out: Sequence[Unresolved]) -> str:
    if left_out:
        return f"“{' '.join(left_out[0].text.split())}” is no claim: {left_out[0].reason}"
    return "no claim reads so"


def _holds(text: str, words: str) -> bool:
    """True when the words stand in the text as whole words: "3.1" is not in "23.11"."""
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)", text) is not None


def _under(report: Report, claims: Iterable[Claim], words: str) -> list[Claim]:
    """The claims inside a longer quotation, such as "nearly 36.6 billion USD" or a whole sentence."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    spans = {path: [match.span() for match in pattern.finditer(text)] for path, text in report.sources.items()}
    return [
        claim for claim in claims
        if any(start <= claim.start and claim.end <= end for start, end in spans.get(claim.path, ()))
    ]


def _only(name: str, hit: Sequence[Claim], near: Sequence[Claim], none: str) -> Claim:
    """The one claim that was hit; of several on the same words, the figure."""
    places = {(claim.path, claim.start, claim.end) for claim in hit}
    if len(places) == 1:
        return min(hit, key=lambda claim: claim.kind != "quantity")
    listed = ", ".join(f"“{claim.words}” ({claim.location})"
                       for claim in (hit or near)[:_MOST_LISTED])
    more = len(hit or near) - _MOST_LISTED
    listed += f" and {more} more" if more > 0 else ""
    if hit:
        raise InputError(name, f"may be any of {len(hit)} claims: {listed}")
    raise InputError(name, f"{none}; near it: {listed}" if near else f"{none} ({_NAMES})")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
