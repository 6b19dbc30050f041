"""Scans a block for quantities: takes its text, gives drafts of quantities and of numbers refused with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.drafts import QuantityDraft, RefusedDraft
from claimcheck.extract.quantities.contexts import is_before_era, is_pronoun_one, refusal_after, refusal_before
from claimcheck.extract.quantities.cut import Cut, cut_block
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.neighbours import tie_neighbours
from claimcheck.extract.quantities.numerals import is_endless
from claimcheck.extract.quantities.ranges import Pair, read_range
from claimcheck.extract.quantities.readings import COUNT, RATIO, Measured, read_measured
from claimcheck.extract.quantities.special import read_special
from claimcheck.extract.quantities.starts import VULGAR
from claimcheck.extract.quantities.surroundings import hedge_before, is_throughout, read_surroundings
from claimcheck.model.measure import measure_of

_AGE_REACH, _AGE_IN = 10, "year"
_BOUNDS = ("above", "at-least", "under", "at-most")


def scan_quantities(
    text: str, taken: Sequence[tuple[int, int]], lexicon: QuantityLexicon
) -> tuple[list[QuantityDraft], list[RefusedDraft]]:
    """All quantities of a block, and the numbers that are none; `taken` are sorted stretches never to be read."""
    cut = cut_block(text, taken, lexicon.decimal, lexicon.group)
    found: list[QuantityDraft] = []
    refused: list[RefusedDraft] = []
    after = 0
    for at in lexicon.starts.candidates(cut):
        if at >= after:
            after = _step(cut, at, lexicon, found, refused)
    return tie_neighbours(text, found, lexicon), refused


def _step(
    cut: Cut, at: int, lexicon: QuantityLexicon, found: list[QuantityDraft], refused: list[RefusedDraft]
) -> int:
    """Reads what starts at the token, if anything does, and gives the token to go on from."""
    if is_endless(cut, at):
        refused.append(RefusedDraft(cut.start[at], cut.end[at], "more digits than any amount has"))
        return at + 1
    special = read_special(cut, at, lexicon) if cut.kind[at] == "w" else None
    if special is not None:
        found.append(special.draft)
        return special.end
    measured = read_measured(cut, at, lexicon)
    if measured is None:
        return at + 1
    reason = refusal_before(cut, at, lexicon)
    if reason is None and not _is_countable(cut, measured, lexicon):
        return measured.amount.end
    if reason is None:
        pair = read_range(cut, measured, lexicon)
        if pair is not None:
            _keep_pair(cut, pair, lexicon, found, refused)
            return pair.end
        reason = None if _is_excused(cut, measured, lexicon) else refusal_after(cut, measured, lexicon)
    if reason is not None:
        pair = read_range(cut, measured, lexicon)
        end = pair.high.amount.end if pair is not None and pair.high.is_bare else measured.amount.end
        refused.append(RefusedDraft(cut.start[at], cut.end[end - 1], reason))
        return end
    found.append(_draft(cut, measured, lexicon))
    return max(measured.end, measured.full_end)


def _is_excused(cut: Cut, measured: Measured, lexicon: QuantityLexicon) -> bool:
    """A hedge before the number, or a rank, tells that it is a quantity after all."""
    first = measured.amount.first
    if first > 0 and cut.low[first - 1] in lexicon.words["rank-before"]:
        return True
    end = measured.amount.end
    if is_before_era(cut, end, lexicon):
        return False
    glued = end < cut.size and cut.glued(end) and cut.kind[end] != "s"
    return bool(hedge_before(cut, first, lexicon)[0]) and not glued


def _is_countable(cut: Cut, measured: Measured, lexicon: QuantityLexicon) -> bool:
    """False for words that only look like numbers: "one" as a pronoun, "the second half", "a quarter"."""
    amount = measured.amount
    first = amount.first
    if cut.kind[first] == "n":
        return True
    if measured.unit == RATIO and amount.form == "fraction":
        return _is_fraction(cut, first, amount.end, lexicon)
    if measured.of_many:
        return True
    multiplier = lexicon.numerals.get(cut.low[first], ("",))[0] == "hundred"
    if multiplier and measured.is_bare and amount.end == first + 1:
        return False  # "a baker's dozen", "the last hundred"
    single = amount.end == first + 1 and amount.number == 1
    if single and measured.unit is None and cut.low[first] not in VULGAR and amount.unit is None:
        return not is_pronoun_one(cut, first, amount.end, lexicon)
    return True


def _is_fraction(cut: Cut, first: int, end: int, lexicon: QuantityLexicon) -> bool:
    if cut.low[first] in lexicon.numerals or cut.low[first] in VULGAR:
        return True
    if first > 0 and (cut.low[first - 1] in lexicon.words["not-fraction"] or cut.low[first - 1] in ("-", "–")):
        return False
    if end >= cut.size or cut.kind[end] == "s":
        return not (end < cut.size and cut.low[end] in ("-", "–") and cut.glued(end))
    return cut.low[end] in lexicon.words["fraction-follow"] or bool(hedge_before(cut, first, lexicon)[0])


def _keep_pair(
    cut: Cut, pair: Pair, lexicon: QuantityLexicon, found: list[QuantityDraft], refused: list[RefusedDraft]
) -> None:
    low, high = pair.low, pair.high
    bare = low.is_bare and high.is_bare and high.amount.scale == 1
    years = is_before_era(cut, pair.end, lexicon)
    if pair.after_from and cut.low[max(0, low.amount.first - 2)] in lexicon.words["ranges"]:
        bare = years
    bare = bare and not _is_aged(cut, low, lexicon)
    grouped = lexicon.group in cut.low[low.amount.first] and low.amount.value < high.amount.value
    if bare and cut.kind[low.amount.first] == "n" and (years or not (pair.is_change or grouped)):
        start, end = cut.start[low.amount.first], cut.end[high.amount.end - 1]
        refused.append(RefusedDraft(start, end, "a score, a span of years or a code"))
        return
    if not pair.is_change:
        found.append(_range(cut, low, high, lexicon))
        if pair.after_from and found[-1].hedge in _BOUNDS:
            found[-1].hedge = ""  # "from up to 4 to 6 hours": the bound is said of one side
        return
    found.append(_draft(cut, low, lexicon))
    if pair.top is not None:
        found.append(_range(cut, high, pair.top, lexicon))
        return
    found.append(_draft(cut, high, lexicon))
    found[-2].end_of_course, found[-1].end_of_course = "from", "to"


def _range(cut: Cut, low: Measured, high: Measured, lexicon: QuantityLexicon) -> QuantityDraft:
    draft = _draft(cut, high, lexicon, first=low.amount.first)
    draft.value = (low.amount.value, high.amount.value)
    places = [place for place in (low.amount.last_place, high.amount.last_place) if place is not None]
    rounds = [place for place in (low.amount.round_place, high.amount.round_place) if place is not None]
    draft.last_place = max(places, default=None)
    draft.round_place = min(rounds, default=None)
    if draft.unit == _AGE_IN and _is_aged(cut, low, lexicon):
        draft.unit = "year_of_age"
    return draft


def _is_aged(cut: Cut, low: Measured, lexicon: QuantityLexicon) -> bool:
    """True for a range behind words for an age: "aged between 34 and 88"."""
    known = lexicon.phrases.get("age-before")
    start = hedge_before(cut, low.amount.first, lexicon)[1]
    return known is not None and low.amount.scale == 1 and known.before(cut, start) is not None


def _draft(cut: Cut, measured: Measured, lexicon: QuantityLexicon, first: int | None = None) -> QuantityDraft:
    amount = measured.amount
    first = amount.first if first is None else first
    around = read_surroundings(cut, first, max(measured.end, amount.end), lexicon, measured.full_end)
    unit = measured.unit or COUNT
    if around.hedge == "above" and is_throughout(cut, around.first, measured.end, unit, lexicon):
        around.hedge, around.first = "", around.first + 1
    if measured.unit is None and _is_age(cut, first, amount.end, measured, lexicon):
        unit = "year_of_age"
    topped = around.first > 0 and cut.low[around.first - 1] in lexicon.words["rank-before"]
    ranked = topped and measured.noun is None
    if topped and measured.noun is not None:
        measured.noun = f"{cut.low[around.first - 1]} {measured.noun}"
    if around.moved and _is_feat(cut, around.first, unit, lexicon):
        around.trend = around.moved = ""
    return QuantityDraft(
        start=cut.start[first],
        end=cut.end[max(measured.end, amount.end) - 1],
        value=amount.value,
        unit=unit,
        number_end=cut.end[amount.end - 1],
        full_start=cut.start[around.first],
        full_end=cut.end[max(measured.full_end, around.last) - 1],
        noun=None if unit == "year_of_age" else measured.noun,
        hedge="at-most" if ranked else around.hedge,
        trend=around.trend,
        moved=around.moved,
        form=amount.form,
        last_place=amount.last_place,
        round_place=amount.round_place,
        scale=amount.scale,
        role="rank" if ranked else "other" if measured.of_many and amount.value == 1 else None,
    )


def _is_feat(cut: Cut, first: int, unit: str, lexicon: QuantityLexicon) -> bool:
    """True for "she jumped 2.02 metres", "the climber fell 30 metres": how far somebody went, not what changed."""
    if first == 0 or measure_of(unit).base != "meter":
        return False
    who = cut.low[first - 2] if first > 1 else ""
    return cut.low[first - 1] in lexicon.words["leap"] or who in lexicon.words["somebody"]


def _is_age(cut: Cut, first: int, end: int, measured: Measured, lexicon: QuantityLexicon) -> bool:
    """ "aged 35", and the number between commas after a name: "Nick Hague, 44, has"."""
    if measured.noun is not None or measured.amount.scale != 1 or not 0 < measured.amount.number < 120:
        return False
    hedge, start = hedge_before(cut, first, lexicon)
    if hedge in _BOUNDS and start > 0 and cut.low[start - 1] in lexicon.words["aged-people"]:
        return True
    known = lexicon.phrases.get("age-before")
    if known is not None and known.before(cut, start) is not None:
        return True
    if _after_age_words(cut, start, lexicon):
        return True
    if not (first > 1 and end < cut.size and cut.low[first - 1] == cut.low[end] == "," and not cut.glued(first)):
        return False
    return cut.kind[first - 2] == "w" and cut.raw(first - 2)[0].isupper()


def _after_age_words(cut: Cut, start: int, lexicon: QuantityLexicon) -> bool:
    """True where the sentence has told before, within reach, that it speaks of an age: "life expectancy ... is 73"."""
    known = lexicon.phrases["age-context"]
    for at in range(start - 1, max(-1, start - _AGE_REACH), -1):
        if cut.low[at] in ".;:!?" or cut.kind[at] == "n":
            return False
        if known.at(cut, at) is not None:
            return True
    return False
