"""Growth upon growth: the rates of two years, and what they come to: "up 8% in 2022 and 5% in 2023, 13.4% in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.movement.earlier import is_earlier, is_of_time_before
from claimcheck.extract.links.movement.movers import OF_CHANGE, names, names_new
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import PERCENT, Skeleton, sign_of

_TWO = 2
_STEM = 4  # letters by which a word is known again
_YEAR = "year"
_WORD = re.compile(r"[^\W\d_]+")


def find_stacked(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A link "compounding" for each growth over two years behind the only two yearly rates told before it.

    known: the links already found; a change with both its levels needs no rates.
    """
    rates = [at for at, figure in skeleton.figures.items() if _is_rate(figure)]
    if len(rates) <= _TWO:
        return
    told = {id(link.roles["change"][0]) for link in known
            if link.kind == "change" and {"to", "from"} <= set(link.roles)}
    for at in rates[_TWO:]:
        total = skeleton.figures[at]
        steps = _steps_before(at, rates, skeleton) if id(total) not in told else []
        if len(steps) == _TWO and _is_over_both(at, steps, skeleton, lexicon):
            one, other = (skeleton.figures[place] for place in steps)
            ways = {each.trend for each in (one, other, total) if each.trend}
            if len(ways) == 1 and size(total) > max(size(one), size(other)):
                roles: dict[str, list[Draft]] = {"rate": [one, other], "total": [total]}
                yield LinkDraft(one.start, total.end, "compounding", roles, direction=ways.pop())


def _is_rate(figure: QuantityDraft) -> bool:
    plain = sign_of(figure) == PERCENT and not isinstance(figure.value, tuple)
    return plain and figure.role == "change" and figure.unit == "percent"


def _steps_before(at: int, rates: Sequence[int], skeleton: Skeleton) -> list[int]:
    """The rates that stand before one in its sentence, else in the one or two sentences before."""
    places, first = skeleton.before(at), skeleton.sentence(at)[0]
    for _ in range(_TWO + 1):
        steps = [place for place in places if place in rates]
        own = figures_of_sentence_before(first, skeleton)
        if len(steps) >= _TWO or not own:
            return steps
        places, first = [*own, *places], skeleton.sentence(own[0])[0]
    return []


def _is_over_both(at: int, steps: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a growth over the two years that the rates are of, of which one stands in the year before the other."""
    start, end = skeleton.sentence(at)
    first = max(start, steps[-1] + 1)
    words = f"{skeleton.told(first, at)} {skeleton.told(at + 1, end)}"
    if not _are_of_two_years(steps, skeleton, lexicon) or lexicon.phrases["growth-apart"].search(words):
        return False
    both, thus = (lexicon.phrases[each].search(words) is not None for each in ("over-two-years", "concludes"))
    if not thus and _names_other(at, steps, skeleton, lexicon):
        return False
    since = thus and lexicon.phrases["since-when"].search(words) is not None
    return both or (since and _is_since_before(at, steps, skeleton))


def _names_other(at: int, steps: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a growth of something that was not told of: "In all, 9% more flats were let", "and profit by 9%"."""
    start, end = skeleton.sentence(at)
    start = max(start, steps[-1] + 1)
    told = skeleton.told(skeleton.sentence(steps[0])[0], start)
    lead = lexicon.phrases["over-two-years"].regex.sub(" ", skeleton.told(start, at))
    for phrase in OF_CHANGE:
        lead = lexicon.phrases[phrase].regex.sub(" ", lead)
    behind = skeleton.low[at + 1:end].split()
    more = behind[1:2] if behind and lexicon.phrases["more-of"].fullmatch(behind[0]) else []
    new = any(names(word, lexicon) and word[:_STEM] not in told for word in (*_WORD.findall(lead), *more))
    return new or names_new(at, steps[0], skeleton, lexicon)


def _is_since_before(at: int, steps: Sequence[int], skeleton: Skeleton) -> bool:
    """False for a growth that is measured from another year than the one before both rates."""
    base, periods = skeleton.figures[at].base, [skeleton.figures[place].period for place in steps]
    years = [period.start.year for period in periods if period is not None and period.sort == _YEAR]
    return base is None or len(years) < _TWO or base.start.year == min(years) - 1


def _are_of_two_years(steps: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for rates of two years that follow each other, or of which words set one in the year before."""
    periods = [skeleton.figures[place].period for place in steps]
    years = [period.start.year for period in periods if period is not None and period.sort == _YEAR]
    if len(years) == _TWO:
        return abs(years[1] - years[0]) == 1
    return any(
        [is_told(place, skeleton, lexicon) for place in steps].count(True) == 1
        for is_told in (is_of_time_before, is_earlier)
    )
