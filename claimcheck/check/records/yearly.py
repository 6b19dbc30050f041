"""Figures of one thing by years: what a superlative without a figure speaks of, and which of them belie it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.ledger import Ledger
from claimcheck.check.records.marks import are_of_one_theme, is_level, is_surely_beyond, size_of
from claimcheck.check.records.superlatives import Superlative, stems_in
from claimcheck.model.claim import Claim

_FARTHEST = 3  # times that a figure may be another of its thing


def belied_by_years(said: Superlative, ledger: Ledger) -> Iterator[tuple[Claim, Claim]]:
    """The figure of the year that a superlative is of, and one of another year that belies it.

    The figures must share a word with the sentence of the superlative, or be what it is about.
    """
    for path in ledger.stories.near(said.called.path):
        alike = (("", values) for values in _alike(ledger.stories.figures(path)))
        for caption, values in (*ledger.series.dated(path), *alike):
            own = _of_years(values, said.years)
            if own is None or not _is_topic(values, caption, said):
                continue
            rival = next((each for each in values if _is_rival(each, own, said)), None)
            if rival is not None:
                yield own, rival


def _alike(figures: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """The figures of a report that give one thing for several years."""
    found: dict[object, dict[object, Claim]] = defaultdict(dict)
    for claim in figures:
        if claim.metric and claim.period and is_level(claim) and not claim.trend:
            key = (claim.metric, claim.facets, claim.subject, claim.measure, claim.noun, claim.period.sort)
            found[key].setdefault(claim.period.start, claim)
    return (list(by_time.values()) for by_time in found.values() if len(by_time) > 1)


def _of_years(values: Sequence[Claim], years: Sequence[int]) -> Claim | None:
    """The figure of the last of some years; None where several are of one year."""
    own = [value for value in values if value.period and value.period.start.year in years]
    if not own or (len(own) > 1 and len(years) == 1):
        return None
    return max(own, key=lambda value: str(value.period))


def _is_topic(values: Sequence[Claim], caption: str, said: Superlative) -> bool:
    """True where figures and sentence share a word, or what the superlative is about, and the part of the year."""
    named = stems_in(caption)
    for value in values:
        named |= stems_in(f"{value.metric or ''} {value.phrase or ''}") | set(map(stem_of_word, value.context))
    months = {stem_of_word(f"{value.period.start:%B}".lower()) for value in values if value.period is not None}
    if not (said.parts <= named or (len(months) == 1 and said.parts <= months)):
        return False
    if said.theme:
        return are_of_one_theme(values[0], said.theme) or bool(stems_in(" ".join(said.theme[1:])) & named)
    return bool((said.words - said.parts) & named)


def _is_rival(value: Claim, own: Claim, said: Superlative) -> bool:
    if value.period is None or own.period is None or not is_surely_beyond(value, own, said.direction):
        return False
    small, large = sorted((size_of(value), size_of(own)))
    earlier = value.period.start < own.period.start and value.period.start.year >= said.extent.since
    return earlier and small > 0 and large <= _FARTHEST * small
