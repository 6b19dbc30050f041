"""Shares of a whole, with what their sentence says of part and whole; the figures to test them may stand anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.changes import unhedged
from claimcheck.extract.links.fits import is_amount, is_count, is_stretch_of_time
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.skeleton import DATE, FIGURES, FRACTION, PERCENT, sign_of

_PER = "_per_"
_REACH = 60  # characters from a share to an amount that the words tie to it
_BESIDE = 4  # signs between a part and its share: "26,520 or 85 per cent", "124 (67%)"
_CLAUSE = re.compile(r"[,;:][\"\u201d\u2019']?\s")
_WORD = re.compile(r"[^\W\d_]+")
_BAR, _OTHER_TIME = "|", "+"
_POSSESSIVE = ("'s", "’s")
_PARTICIPLE = "ing"  # how a word ends that limits what it stands behind ("nurses working at night")
_NOTHING = re.compile("")
_WORD_THAT_TELLS = re.compile(r"[^\W\d_]{4}")
_WHOLE_BEHIND = re.compile(f" [^{FIGURES}{DATE},;:]*")


@dataclass(frozen=True, slots=True)
class _Ends:
    """The amounts that a share is told to be, and those that it may be told to be of; `named` are words between a part
    and its share that name the whole."""

    part: list[QuantityDraft]
    whole: list[QuantityDraft]
    named: str = ""


def find_portions(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each share, with the part and the whole that the words give; `scope` is its clause
    without verbs that only tie the three: the words about the part, and, where no figure stands for the whole, those
    about the whole in a second line; `when` is what may limit the share, see `_limits`."""
    passage = page[number]
    for at, figure in passage.skeleton.figures.items():
        if sign_of(figure) not in (PERCENT, FRACTION) or figure.trend or isinstance(figure.value, tuple):
            continue
        start, end = _clause(passage, at)
        if passage.says("wished-for", start, end):
            continue
        ends = _ends(page, number, at)
        roles = ("share", [figure]), ("part", ends.part), ("whole", ends.whole)
        told: dict[str, list[Draft]] = {role: list(each) for role, each in roles if each}
        scope = f"\n{ends.named}" if ends.named else _told_of_both(passage, at, whole="whole" in told)
        when = "" if "part" in told or "whole" in told else _limits(passage, at, end)
        yield LinkDraft(figure.start, figure.end, "portion", told, scope=scope, when=when)


def _limits(passage: Passage, at: int, end: int) -> str:
    """The telling words of a sentence before a share, and in a second line those of its clause behind it.

    A bar stands where what limits the things counted may begin ("a third of clinics | in the north pass"), and a cross
    for another time.
    """
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    start, stop = passage.clause(at)
    lead = low[start:at]
    parted = [found.end() for name in ("attribution", "next-statement") for found in phrases[name].found_in(lead)]
    lead = _unhedged(lead[max(parted, default=0) :], passage)
    other = _OTHER_TIME if phrases["earlier-time"].search(low, start, stop) or DATE in low[start:stop] else ""
    words = (word for word in _WORD.findall(lead) if word not in passage.lexicon.function_words)
    return f"{other} {' '.join(words)}\n{' '.join(_barred(low[at + 1 : end], passage))}"


def _barred(clause: str, passage: Passage) -> Iterator[str]:
    """The telling words of a clause behind a share, with bars."""
    of = passage.lexicon.phrases["share-sign"].match(clause.lstrip())
    tokens = [token.strip("\"“”’'.!?()") for token in (clause.lstrip()[of.end() :] if of else clause).split()]
    for before, token in pairwise(["", *tokens]):
        acts = token.endswith(_PARTICIPLE) and passage.lexicon.phrases["is-part"].fullmatch(before) is None
        if acts or passage.lexicon.phrases["limit"].fullmatch(token):
            yield _BAR
        if token and token not in passage.lexicon.function_words and not token.endswith(_POSSESSIVE):
            yield token


def _told_of_both(passage: Passage, place: int, *, whole: bool) -> str:
    """The words of a clause before "of", and those behind it; with none before, what the part does stands behind a
    given whole, or behind the verb of one in words ("a quarter of all nights were on camp sites", "9p a pound")."""
    ties, phrases = passage.lexicon.signs["composition"].regex, passage.lexicon.phrases
    start, end = _clause(passage, place)
    clause, at = passage.skeleton.low[start:end], place - start
    figure = passage.skeleton.figures[place]
    money = phrases["of-money"].fullmatch(passage.skeleton.source[figure.number_end : figure.end].strip().lower())
    of = _NOTHING.match(clause, at + 1) if money else phrases["share-sign"].search(clause)
    lead = _unhedged(clause[: of.start()], passage) if of else ""
    verb = of and (ties.search(clause, of.end()) or phrases["is-part"].search(clause, of.end()))
    if of and verb and not whole and (phrases["mere"].fullmatch(lead) or not _WORD_THAT_TELLS.search(lead)):
        return f"{_words(clause[verb.end() :])}\n{_words(clause[of.end() : verb.start()])}"
    clause = phrases["of-them"].regex.sub(" ", f"{_without_verb(clause[:at], clause[at:], passage)} {clause[at:]}")
    clause = ties.sub(" ", clause)
    of = phrases["share-sign"].search(clause)
    if of is None:
        return _words(clause)
    lead, behind = _unhedged(clause[: of.start()], passage), _words(clause[of.end() :])
    return behind if whole and not lead else f"{lead}\n{behind}"


def _without_verb(before: str, behind: str, passage: Passage) -> str:
    """The words before a share "of" something without the verb next to it ("schools get 27 percent of")."""
    words = _unhedged(before, passage)
    if not passage.lexicon.phrases["share-sign"].match(behind[1:].lstrip()):
        return words
    tied = passage.lexicon.signs["composition"].ends(words)
    return words if tied or " " not in words else words.rpartition(" ")[0]


def _unhedged(clause: str, passage: Passage) -> str:
    """Words without those that hedge the share behind them ("more than half")."""
    return unhedged(f" {_words(clause)}", passage.lexicon).strip()


def _words(clause: str) -> str:
    return " ".join(_WORD.findall(clause))


def _ends(page: Page, number: int, at: int) -> _Ends:
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
    if before is None or at - before > _REACH or not _may_be_part(figures[before]):
        return None
    between = low[before + 1 : at]
    if _whole_between(passage, between):
        return before
    words = unhedged(phrases["of-them"].regex.sub(" ", between).strip(" (,"), passage.lexicon)
    if words == "" and "," in between and "(" not in between:
        behind = low[at + 1 : end].lstrip()
        of = phrases["share-sign"].match(behind) or phrases["of-them"].match(behind)
        return before if of or not _WORD.match(behind) else None
    sure = words in ("", "or") or phrases["makes-up"].fullmatch(words) is not None
    return before if sure or phrases["as-rate"].ends(between.rstrip()) else None


def _whole_between(passage: Passage, between: str) -> str:
    """The words between a part and its share that name the whole: "620 crates of the catch, or 31%"; else nothing."""
    told, comma, tie = between.rpartition(",")
    phrases = passage.lexicon.phrases
    renamed = phrases["in-other-words"].fullmatch(unhedged(f" {tie.strip()}", passage.lexicon).strip())
    of = phrases["share-sign"].match(told.strip())
    alone = comma and renamed and _CLAUSE.search(f"{told} ") is None
    return _words(told.strip()[of.end() :]) if of and alone else ""


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
    opened = low[at + 1 : after].strip() == "("
    beside = opened or low[at + 1 : after].strip(" ,") in ("", "or")
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
    if behind is not None and not _is_of_them(passage, at) and _leads_to_whole(low[at + 1 : behind], passage):
        return [figures[behind]]
    for place in near:
        if place < at and passage.lexicon.phrases["of-opening"].fullmatch(low[start:place].strip()):
            return [figures[place]]
    them = passage.lexicon.phrases["of-them"].search(low, start, min(end, at + _REACH))
    if not them:
        return []
    last = max((place for place in figures if start <= place < them.start()), default=None)
    if them.start() < at and last is not None and low[last + 1 : them.start()].strip() == ",":
        return [figures[last]] if is_amount(figures[last]) else []
    single = passage.lexicon.phrases["of-it"].fullmatch(them[0].strip()) is not None
    found = _last_amounts(passage, start, single=single)
    if found or number == 0 or any(place < start for place in figures):
        return found
    return _last_amounts(page[number - 1], len(page[number - 1].skeleton.low), single=single)


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


def _clause(passage: Passage, at: int) -> tuple[int, int]:
    """The stretch around a share up to the next comma, colon or semicolon on each side."""
    start, end = passage.sentence(at)
    low = passage.skeleton.low
    for match in _CLAUSE.finditer(low, start, at):
        start = match.end()
    stop = _CLAUSE.search(low, at, end)
    return start, stop.start() if stop else end
