"""The part and the whole that the words about a share give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.fitting.fits import is_amount, is_count, is_share, is_stretch_of_time
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import DATE, FIGURES, is_aside

_PER = "_per_"
_REACH = 60  # characters from a share to an amount that the words tie to it
_OF_TIME = 3  # spaces in "of the last" before a stretch of time
_LONGEST_NAME = 6  # words of a counted thing behind its noun
_BESIDE = 4  # signs between a part and its share: "26,520 or 85 per cent", "124 (67%)"
CLAUSE = re.compile(r"[,;:][\"\u201d\u2019']?\s")
WORD = re.compile(r"[^\W\d_]+")
_WHOLE_BEHIND = re.compile(f" [^{FIGURES}{DATE},;:]*")


@dataclass(frozen=True, slots=True)
class _Ends:
    """The amounts that a share is told to be, and those that it may be told to be of; `named` are words between a part
    and its share that name the whole."""

    part: list[QuantityDraft]
    whole: list[QuantityDraft]
    named: str = ""


def words_in(clause: str) -> str:
    return " ".join(WORD.findall(clause))


def ends_of(page: Page, number: int, at: int) -> _Ends:
    """The part and the whole that the words give: amounts right beside the share, and those that it is said to be of.

    The amount before "half of them" is the whole; so is the one that a part beside the share is "out of"; and that
    before "12% more" is neither.
    """
    passage = page[number]
    if _is_change(passage, at):
        return _Ends([], [])
    beside = _amount_before(passage, at)
    if beside is not None and _is_of_them(passage, at):
        return _Ends([], [passage.skeleton.figures[beside]])
    out_of = None if beside is None else _amount_that_is_part(passage, beside)
    if beside is not None and out_of is not None:
        return _Ends([passage.skeleton.figures[out_of]], [passage.skeleton.figures[beside]])
    whole = _whole(page, number, at)
    if beside is not None:
        named = _whole_between(passage, passage.skeleton.low[beside + 1 : at])
        return _Ends([passage.skeleton.figures[beside]], whole, named)
    renamed = _amounts_behind_or(passage, at)
    if renamed is not None:
        return renamed
    return _Ends(_part_in_apposition(passage, at) or _part_behind(passage, at), whole)


def _is_change(passage: Passage, at: int) -> bool:
    """True for a percentage by which something is more or less than something else."""
    behind = passage.skeleton.low[at + 1 : at + _REACH].lstrip(" ,)")
    return passage.lexicon.phrases["changed"].match(behind) is not None


def _is_of_them(passage: Passage, at: int) -> bool:
    behind = passage.skeleton.low[at + 1 : at + _REACH].lstrip()
    return passage.lexicon.phrases["of-them"].match(behind) is not None


def _amount_before(passage: Passage, at: int) -> int | None:
    """The place of the amount that the words call this share: right before it, or "makes up" it, or is "a rate of" it.

    An amount with nothing but a comma between may be the whole just as well, where more than "of the whole" follows.
    """
    start, end = passage.sentence(at)
    figures, low, phrases = passage.skeleton.figures, passage.skeleton.low, passage.lexicon.phrases
    before = max((place for place in figures if start <= place < at), default=None)
    beside = _without_aside(before, at, passage)
    if beside is None or at - beside[0] > _REACH or not _may_be_part(figures[beside[0]]):
        return None
    before, between = beside
    if _whole_between(passage, between):
        return before
    words = unhedged(phrases["of-them"].regex.sub(" ", between).strip(" (,"), passage.lexicon)
    if words == "" and "," in between and "(" not in between:
        behind = low[at + 1 : end].lstrip()
        of = phrases["share-sign"].match(behind) or phrases["of-them"].match(behind)
        return before if of or not WORD.match(behind) else None
    sure = words == "" or any(phrases[name].fullmatch(words) for name in ("told-otherwise", "makes-up"))
    sure = sure or (low[at + 1 : at + 2] == ")" and _is_rest_of_thing(between, passage))
    return before if sure or phrases["as-rate"].ends(between.rstrip()) else None


def _without_aside(before: int | None, at: int, passage: Passage) -> tuple[int, str] | None:
    """The place of the figure before a share and the words between, without one in parentheses: "4.2 (3.8), a margin".
    """
    low, figures = passage.skeleton.low, passage.skeleton.figures
    if before is None or not is_aside(passage.skeleton.text, before):
        return None if before is None else (before, low[before + 1 : at])
    close = low.find(")", before, at)
    earlier = passage.skeleton.before(before)
    if close < 0 or not earlier or figures[earlier[-1]].unit != figures[before].unit:
        return before, low[before + 1 : at]
    opened = low.rfind("(", 0, before)
    return earlier[-1], low[earlier[-1] + 1 : opened].rstrip() + low[close + 1 : at]


def _is_rest_of_thing(between: str, passage: Passage) -> bool:
    """True for what a counted thing is called besides its noun: "417 riders and passengers (32%)", "279 users of vans".
    """
    words, phrases = between.removesuffix("(").strip().split(), passage.lexicon.phrases
    if not between.endswith(" (") or not 1 < len(words) <= _LONGEST_NAME or CLAUSE.search(between[:-1]):
        return False
    return phrases["thing-goes-on"].fullmatch(words[0]) is not None


def _whole_between(passage: Passage, between: str) -> str:
    """The words between a part and its share that name the whole: "620 crates of the catch, or 31%"; else nothing."""
    told, comma, tie = between.rpartition(",")
    phrases = passage.lexicon.phrases
    renamed = phrases["in-other-words"].fullmatch(unhedged(f" {tie.strip()}", passage.lexicon).strip())
    of = phrases["share-sign"].match(told.strip())
    alone = comma and renamed and CLAUSE.search(f"{told} ") is None
    return words_in(told.strip()[of.end() :]) if of and alone else ""


def _amounts_behind_or(passage: Passage, at: int) -> _Ends | None:
    """The two amounts that a share of a whole is told as: "a third of those who wait, or 4,600 of 13,800"."""
    _, end = passage.sentence(at)
    low, figures = passage.skeleton.low, passage.skeleton.figures
    behind = sorted(place for place in figures if at < place < end)[:2]
    if len(behind) < 2 or behind[0] - at > _REACH or not all(is_amount(figures[place]) for place in behind):
        return None
    part, whole = behind
    of = passage.lexicon.phrases["out-of"].fullmatch(low[part + 1 : whole].strip())
    told = of and _may_be_part(figures[part]) and _whole_between(passage, low[at + 1 : part])
    return _Ends([figures[part]], [figures[whole]]) if told else None


def _amount_that_is_part(passage: Passage, whole: int) -> int | None:
    """The place of the amount before "of" or "out of" another one ("174 of 290 lamps, 60%")."""
    start, _ = passage.sentence(whole)
    figures = passage.skeleton.figures
    before = max((place for place in figures if start <= place < whole), default=None)
    if before is None or not is_amount(figures[before]):
        return None
    between = passage.skeleton.low[before + 1 : whole].strip()
    return before if passage.lexicon.phrases["out-of"].fullmatch(between) else None


def _part_in_apposition(passage: Passage, at: int) -> list[QuantityDraft]:
    """The amount that a share "of the total" behind a comma is told of ("1,196 lived upstream, two thirds of all")."""
    start, end = passage.sentence(at)
    low, figures = passage.skeleton.low, passage.skeleton.figures
    before = max((place for place in figures if start <= place < at), default=None)
    if before is None or not _may_be_part(figures[before]):
        return []
    apposed = unhedged(low[before + 1 : at].rstrip(), passage.lexicon).rstrip().endswith(",")
    total = passage.lexicon.signs["of-total"].match(low[at + 1 : end].lstrip())
    return [figures[before]] if apposed and total else []


def _part_behind(passage: Passage, at: int) -> list[QuantityDraft]:
    """The amount right behind a share, in parentheses of its own ("85 per cent (26,520)")."""
    _, end = passage.sentence(at)
    low, figures = passage.skeleton.low, passage.skeleton.figures
    after = min((place for place in figures if at < place < end), default=None)
    if after is None or after - at > _BESIDE or not _may_be_part(figures[after]):
        return []
    between = low[at + 1 : after].strip(" ,")
    opened = between == "("
    beside = opened or not between or passage.lexicon.phrases["told-otherwise"].fullmatch(between) is not None
    return [figures[after]] if beside and (not opened or low[after + 1 : after + 2] == ")") else []


def _may_be_part(figure: QuantityDraft) -> bool:
    """True for an amount in digits that is no stretch of time ("after six weeks 43%")."""
    return is_amount(figure) and figure.form == "digits" and not is_stretch_of_time(figure.unit)


def _leads_to_whole(between: str, passage: Passage) -> bool:
    of = passage.lexicon.phrases["share-sign"].match(between.lstrip())
    return of is not None and _WHOLE_BEHIND.fullmatch(between) is not None


def _whole(page: Page, number: int, at: int) -> list[QuantityDraft]:
    """The amount that the share is of, or the amounts that "of them" may point back to."""
    passage = page[number]
    start, end = passage.sentence(at)
    low, figures = passage.skeleton.low, passage.skeleton.figures
    near = [place for place, each in figures.items() if start <= place < min(end, at + _REACH) and is_amount(each)]
    behind = next((place for place in near if place > at), None)
    if behind is not None and is_stretch_of_time(figures[behind].unit) and low[at + 1 : behind].count(" ") > _OF_TIME:
        behind = None  # "a quarter of the jobs will go within two years"
    if behind is not None and not _is_of_them(passage, at) and _leads_to_whole(low[at + 1 : behind], passage):
        return [figures[behind]]
    for place in near:
        if place < at and passage.lexicon.phrases["of-opening"].fullmatch(low[start:place].strip()):
            return [figures[place]]
    if passage.lexicon.signs["of-total"].match(low[at + 1 : end].lstrip()):
        return _only_amount_before(passage, start, at)
    them = passage.lexicon.phrases["of-them"].search(low, start, min(end, at + _REACH))
    if not them:
        return []
    last = max((place for place in figures if start <= place < them.start()), default=None)
    if them.start() < at and last is not None and low[last + 1 : them.start()].strip() == ",":
        return [figures[last]] if is_amount(figures[last]) else []
    single = passage.lexicon.phrases["of-it"].fullmatch(them[0].strip()) is not None
    own = _counts_before(passage, start, min(at, them.start())) if at < them.start() and not single else []
    found = own or _last_amounts(passage, start, single=single)
    if found or number == 0 or any(place < start for place in figures):
        return found
    return _last_amounts(page[number - 1], len(page[number - 1].skeleton.low), single=single)


def _only_amount_before(passage: Passage, start: int, at: int) -> list[QuantityDraft]:
    """The only amount of a sentence before a share "of the total": "it took 4 million, with rents making 45% of it"."""
    figures = passage.skeleton.figures
    told = [figure for place, figure in figures.items() if start <= place < at and not is_share(figure)]
    plain = all(is_amount(each) and not each.trend and not is_stretch_of_time(each.unit) for each in told)
    return told if len(told) == 1 and plain and (told[0].noun or told[0].unit != "count") else []


def _counts_before(passage: Passage, start: int, at: int) -> list[QuantityDraft]:
    """The numbers of things in a sentence before a share "of them": "it had 4,120 visitors, 30% of them children"."""
    figures = passage.skeleton.figures
    return [figure for place, figure in figures.items() if start <= place < at and is_count(figure)]


def _last_amounts(passage: Passage, upto: int, *, single: bool) -> list[QuantityDraft]:
    """The numbers of things in the last sentence with figures before a place; for "it" an amount that counts nothing.
    """
    figures = passage.skeleton.figures
    last = max((place for place in figures if place < upto), default=None)
    if last is None:
        return []
    start, end = passage.sentence(last)
    told = [figure for place, figure in figures.items() if start <= place < min(end, upto) and is_amount(figure)]
    sums = [figure for figure in told if figure.unit != "count" and _PER not in figure.unit]
    return sums if single and sums else [figure for figure in told if is_count(figure)]
