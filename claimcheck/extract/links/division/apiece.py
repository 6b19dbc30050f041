"""Amounts for each of several things, whose total and number may stand anywhere: a price, a yield, an average."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_bare, is_stretch_of_time
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, is_aside, sign_of

_PER, _COUNT = "_per_", "count"
_BEFORE, _AFTER = 80, 25
_WORD = re.compile(r"\s*(?P<word>[^\W\d_]{3,})")
_LEAD = 12  # characters of " price of " between "average" and its amount
_BEHIND = 40  # characters from an amount to the thing that it is for
_WORDS_OF_ONE = 4  # of "one qualified class teacher"
_PLAIN = re.compile(r"(?:[\s'’-][^\W\d_]+)*")
_OWN_NOUN = re.compile(r"(?:\s[^\W\d_]+){0,2}\s")


def find_apiece(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each amount that is told for one thing of many; `scope` is the thing where words or unit name it,
    and `when` are the words behind what may limit it.

    An amount for each unit of time must be called an average: others are speeds, wages and what is done regularly.
    """
    passage = page[number]
    for at, figure in passage.skeleton.figures.items():
        if isinstance(figure.value, tuple) or figure.trend or sign_of(figure) != AMOUNT or not figure.value:
            continue
        if figure.role == "difference" or _is_other_case(passage, at) or _is_in_unit_before(passage, at):
            continue  # "1,300 above the average"
        first, last = passage.sentence(at)
        if any(passage.says(name, first, at) for name in ("stands-out", "of-each-coin")):
            continue  # "each of the three clubs receives 500; ..."
        if passage.says("all-the-rest", at, last):
            continue  # "... the remaining 900 are sold"
        start, end = passage.clause(at)
        low, high = max(start, at - _BEFORE), min(end, at + _AFTER)
        one = _one_before(passage, at) if figure.unit == _COUNT else None
        ratio = _of_ratio(passage, at, low, end) if figure.unit == _COUNT and one is None else None
        told = one is not None or ratio is not None or _is_told_apiece(passage, at, low, high)
        thing = figure.unit.partition(_PER)[2] or one or ratio or _thing_behind(passage, at, end, told=told)
        if not (thing or told) or at in _numbers_of_things(passage, low, at + 1) or passage.says("not-now", start, at):
            continue
        if thing and is_stretch_of_time(thing) and not passage.says("average", start, end):
            continue
        roles: dict[str, list[Draft]] = {"each": [figure]}
        if counted := _counted(figure, passage.skeleton.figures, start, end):
            roles["base"] = counted
        if total := _total_before(passage, figure, at, start):
            roles["of"] = [total]
        thing = thing or _thing_named(passage, low, _clause_end(passage, at, high))
        thing = passage.lexicon.units.get(thing, thing)
        is_time = is_stretch_of_time(thing) or not passage.says("average-one", low, high)
        if not (is_time or _average_behind(passage, at, high)):
            continue  # "on an ordinary Sunday each station lends 14 bikes"
        limits = _limits(passage, start, _clause_end(passage, at, end))
        yield LinkDraft(figure.start, figure.end, "each", roles, scope=thing, when=limits,
                        complete=not passage.says("told-apart", start, end))


def _limits(passage: Passage, start: int, end: int) -> str:
    """The words behind what may limit the things that an amount is for: "in the mountains each hive gave 40 kg"."""
    low, lexicon = passage.skeleton.low, passage.lexicon
    lead = len(low[start:end]) - len(low[start:end].lstrip())
    time = lexicon.phrases["time-first"].match(low, start + lead, end)
    told = [time[0].strip()] if time else []
    for found in lexicon.phrases["limit"].regex.finditer(low, start, end):
        if found.start() <= start + lead and lexicon.phrases["points-back"].fullmatch(found[0].strip()):
            continue
        words = _PLAIN.match(low, found.end(), end)
        behind = (word for word in (words[0] if words else "").split() if word not in lexicon.function_words)
        told.append(next(behind, ""))
    return " ".join(word for word in told if not lexicon.phrases["apiece"].search(word))


def _is_other_case(passage: Passage, at: int) -> bool:
    """True for an amount in brackets with a time of its own: "6,800 on average (2024: 4,900 at 11 matches)"."""
    low = passage.skeleton.low
    return is_aside(passage.skeleton.text, at) and DATE in low[low.rfind("(", 0, at):low.find(")", at)]


def _is_in_unit_before(passage: Passage, at: int) -> bool:
    """True for a bare number behind an amount whose unit it may leave out: "9 minutes for engines, 13 for posts"."""
    figures = passage.skeleton.figures
    if not is_bare(figures[at]):
        return False
    told = (figures[place] for place in reversed(passage.skeleton.before(at)))
    last = next((figure for figure in told if not is_bare(figure)), None)
    return last is not None and last.unit != _COUNT and sign_of(last) == AMOUNT and _PER not in last.unit


def _is_told_apiece(passage: Passage, at: int, start: int, end: int) -> bool:
    """True for words that make an amount one for each, but for those that call another the middle: "a mean of 175"."""
    for found in passage.lexicon.phrases["apiece"].found_in(passage.skeleton.low, start, end):
        led = range(found.end(), found.end() + _LEAD * passage.says("middle", found.start(), found.end()))
        behind = found.end() + passage.skeleton.low.startswith(" ", found.end())
        if behind != at and behind in passage.skeleton.figures and _one_before(passage, behind) is not None:
            continue
        if next((place for place in led if place in passage.skeleton.figures), at) == at:
            return True
    return False


def _one_before(passage: Passage, at: int) -> str | None:
    """The thing that there is one of for so many others: "tutor" of "one tutor for every 27 pupils".

    "" where it is but called "one"; None where the words before a figure tell no such thing.
    """
    skeleton, phrases = passage.skeleton, passage.lexicon.phrases
    start = max(skeleton.sentence(at)[0], at - _BEHIND)
    words = skeleton.low[start:at].split()
    every = next((size for size in (2, 1) if phrases["for-every"].fullmatch(" ".join(words[-size:]))), 0)
    if not every and not (words and phrases["one-to"].fullmatch(words[-1]) and passage.says("ratio", start, at)):
        return None
    lead = words[: -(every or 1)]
    if lead and lead[-1] == AMOUNT:
        place = skeleton.low.rfind(AMOUNT, 0, at)
        one = skeleton.figures[place]
        return (one.noun or "").rpartition(" ")[2].lower() if one.value == 1 and (one.noun or every) else None
    for size in range(1, _WORDS_OF_ONE + 1):
        if phrases["just-one"].fullmatch(" ".join(lead[-size:][:1])):
            return lead[-1] if size > 1 else "" if every else None
    return None


def _of_ratio(passage: Passage, at: int, start: int, end: int) -> str | None:
    """The thing that a ratio to one is for: "nurse" of "the ratio of beds to nurses is 6 to one"; "" where it is bare.

    None for a figure that the words make no such ratio.
    """
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    one = phrases["to-bare-one"].match(low, at + 2, end) if low[at + 1 : at + 2] == " " else None
    if one is None or _WORD.match(low, one.end(), end) or passage.says("other-ratio", start, at):
        return None
    if named := phrases["ratio-of"].search(low, start, at):
        thing = _WORD.match(low, named.end(), at)
        return thing["word"] if thing else None
    return "" if passage.says("bare-ratio", start, at) else None


def _total_before(passage: Passage, figure: QuantityDraft, at: int, start: int) -> QuantityDraft | None:
    """The total that the words tell to make an amount: "at 96 million euros, the order works out at 4 million each"."""
    before = [place for place in passage.skeleton.before(at) if place >= start]
    total = passage.skeleton.figures[before[-1]] if before else None
    if total is None or total.unit != figure.unit.partition(_PER)[0] or isinstance(total.value, tuple):
        return None
    made = passage.says("works-out", before[-1], at) and not passage.says("told-apart", start, at)
    return total if made else None


def _numbers_of_things(passage: Passage, start: int, end: int) -> Iterator[int]:
    """Where the 37 stands of "each of the 37 looms": that many have something each, and none has 37."""
    low, figures = passage.skeleton.low, passage.skeleton.figures
    for found in passage.lexicon.phrases["each-of-the"].found_in(low, start, end):
        place = found.end() + (low[found.end() : found.end() + 1] == " ")
        if place in figures:
            yield place


def _thing_behind(passage: Passage, at: int, end: int, *, told: bool) -> str:
    """The thing named behind an amount: "28 kg a colony", where it is told to be for each, "13 pupils to one tutor"."""
    low, stop = passage.skeleton.low, min(end, at + _BEHIND)
    place = next((place for place in range(at + 1, stop) if place in passage.skeleton.figures), None)
    one = passage.skeleton.figures[place] if place is not None else None
    if one is not None and one.value == 1 and one.noun:
        word = low[at + 1 : place].rstrip().rpartition(" ")[2]
        return one.noun.rpartition(" ")[2].lower() if passage.lexicon.phrases["to-one"].fullmatch(word) else ""
    if average := _average_behind(passage, at, stop):
        return average
    for found in passage.lexicon.phrases["for-one" if told else "to-each"].found_in(low, at + 1, stop):
        thing = _WORD.match(low, found.end(), stop)
        if thing and _OWN_NOUN.fullmatch(low, at + 1, found.start()):
            return thing["word"]
    return ""


def _average_behind(passage: Passage, at: int, end: int) -> str:
    """The thing that an amount is for, of which the words call one average: "3,000 euros for the average stall"."""
    low = passage.skeleton.low
    one = passage.lexicon.phrases["for-average"].match(low, at + 2, end) if low[at + 1 : at + 2] == " " else None
    thing = _WORD.match(low, one.end(), end) if one else None
    return thing["word"] if thing and not is_stretch_of_time(thing["word"]) else ""


def _thing_named(passage: Passage, start: int, end: int) -> str:
    """The one of many that the words name: "guest" of "each guest stayed"; "" where they name none."""
    for place in _numbers_of_things(passage, start, end):
        figure = passage.skeleton.figures[place]
        return (figure.noun or figure.unit).rpartition(" ")[2].lower()
    one = passage.lexicon.phrases["each-one"].search(passage.skeleton.low, start, end)
    word = _WORD.match(passage.skeleton.low, one.end()) if one else None
    return word["word"] if word else _time_named(passage, start, end) or _one_called_average(passage, start, end)


def _one_called_average(passage: Passage, start: int, end: int) -> str:
    """The one of many that is called average and has what a figure tells: "member" of "the average member got"."""
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    one = phrases["called-average"].search(low, start, end)
    word = _WORD.match(low, one.end(), end) if one else None
    if word is None or is_stretch_of_time(word["word"]) or phrases["measured"].fullmatch(word["word"]):
        return ""
    return word["word"]


def _time_named(passage: Passage, start: int, end: int) -> str:
    """The time of many that is called average: "day" of "on an average day the clinic received"."""
    one = passage.lexicon.phrases["average-one"].search(passage.skeleton.low, start, end)
    word = _WORD.match(passage.skeleton.low, one.end()) if one else None
    return word["word"] if word and is_stretch_of_time(word["word"]) else ""


def _clause_end(passage: Passage, at: int, end: int) -> int:
    """Where the clause of an amount ends: "80 euros apiece, and each pupil will sign for one"."""
    comma = passage.skeleton.low.find(",", at, end)
    return end if comma < 0 else comma


def _counted(
    figure: QuantityDraft, figures: dict[int, QuantityDraft], start: int, end: int
) -> list[Draft]:
    """The numbers of things in the sentence of an amount, one of which the amount may be for each of."""
    return [
        other for at, other in figures.items()
        if start <= at < end and other is not figure and other.unit == "count" and other.noun
        and not isinstance(other.value, tuple) and not other.trend
    ]
