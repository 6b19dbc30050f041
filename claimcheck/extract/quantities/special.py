"""Numbers that no numeral writes: "dozens of", "tens of thousands", "doubled", "twice the"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.nouns import read_noun
from claimcheck.extract.quantities.surroundings import read_surroundings

_HYPHENS = {"-", "–"}


@dataclass(slots=True)
class Special:
    """A quantity without numeral, and the token after it."""

    draft: QuantityDraft
    end: int


def read_special(cut: Cut, at: int, lexicon: QuantityLexicon) -> Special | None:
    """The vague number or multiple that starts at the token, or None."""
    return _vague(cut, at, lexicon) or _multiple(cut, at, lexicon)


def _vague(cut: Cut, at: int, lexicon: QuantityLexicon) -> Special | None:
    """ "hundreds of thousands of people" is a hundred thousand up to ten times as many."""
    value, step = _several(cut, at, lexicon)
    while cut.is_open(step) and cut.low[step] in lexicon.vague:
        value *= lexicon.vague[cut.low[step]]
        step += 1
        if step < cut.size and cut.low[step] in lexicon.words["of"]:
            step += 1
    if step == at:
        return None
    end = step - 1 if cut.low[step - 1] in lexicon.words["of"] else step
    noun = read_noun(cut, step, Decimal(2), lexicon)
    unit = lexicon.unit_words.at(cut, step)
    if end == step and noun is None and unit is None:
        return None
    around = read_surroundings(cut, at, end, lexicon)
    draft = QuantityDraft(
        start=cut.start[at],
        end=cut.end[end - 1],
        value=(value, value * 10),
        unit=unit[1].large if unit else "count",
        number_end=cut.end[end - 1],
        full_start=cut.start[around.first],
        full_end=cut.end[(unit[0] if unit else noun[1] if noun else end) - 1],
        noun=noun[0] if noun and not unit else None,
        hedge=around.hedge,
        form="vague",
    )
    if unit:
        draft.end = draft.full_end
    return Special(draft, unit[0] if unit else end)


def _several(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[Decimal, int]:
    """What "several hundred thousand" counts in, and the token after it; one where no such word stands."""
    kind, value = lexicon.numerals.get(cut.low[at], ("", Decimal(1)))
    if kind != "hundred" or lexicon.phrases["several"].before(cut, at) is None:
        return Decimal(1), at
    scale = lexicon.scales.at(cut, at + 1)
    return (value, at + 1) if scale is None else (value * scale[1], scale[0])


def _multiple(cut: Cut, at: int, lexicon: QuantityLexicon) -> Special | None:
    """A verb is a multiple anywhere ("doubled"); "double" and "twice" only before what is multiplied."""
    found = lexicon.multiples.at(cut, at)
    if found is None or (at > 0 and cut.low[at - 1] in _HYPHENS and cut.glued(at)):
        return None
    end, value = found
    if end < cut.size and cut.low[end] in _HYPHENS and cut.glued(end):
        return None
    word = cut.low[at]
    moves = word.endswith(tuple(lexicon.words["multiple-ending"])) or not lexicon.plural
    follows = end < cut.size and cut.low[end] in lexicon.words["times-follow"]
    if not (moves or follows):
        return None
    around = read_surroundings(cut, at, end, lexicon)
    draft = QuantityDraft(
        start=cut.start[at],
        end=cut.end[end - 1],
        value=value,
        unit="dimensionless",
        number_end=cut.end[end - 1],
        full_start=cut.start[around.first],
        full_end=cut.end[end - 1],
        hedge=around.hedge,
        trend=("up" if value > 1 else "down") if moves else around.trend,
        moved=("up" if value > 1 else "down") if moves else around.moved,
        form="multiple",
    )
    return Special(draft, end)
