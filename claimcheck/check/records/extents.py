"""What a superlative speaks for: the years, and the words that limit it to a part of what there is.

Keys of a rule's `when`: `since` the words before the first year ("since", "from"), `begun` those between the two for
what began in that year, which then counts itself; `unlimited` those that limit nothing ("ever", "on record");
`this_year` those that limit it to the year of the report ("this season"), `whole` to a list ("of the race"); `limits`
begin words that limit it otherwise ("on the course"), up to one of `breaks`, `doers` those for some of whom it is one
("by a Swede"), `at_home` limits it to where its report is from ("in the town"); `numbers`, `units` and `around` make
"in ten years", `spans` tells other words for such a time ("half a century"). `history` are the words for all the time
that something has been there, `history_of` what leads to that ("in the history of the race"), `lately` make it a
shorter one ("in recent history").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.model.letters import fold
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_YEAR = r"(1[5-9]\d\d|20\d\d)"
_REACH = 60  # letters from "since" to its year
_NUMBER_AND_UNIT = 2
_LONGEST_COUNT = 3  # digits of a number of years

When = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Extent:
    """The first year that a superlative speaks for, 0 for all, and whether for one year alone; `rest`: other words.

    whole: it speaks for all things of one list, whatever their times.
    """

    since: int
    one_year: bool = False
    rest: str = ""
    whole: bool = False

    def takes_in(self, rival: Period | None, own: Period | None, years: tuple[int, ...]) -> bool:
        """True where a superlative of a time, or of one of some years, speaks for the time of a rival as well.

        One whose time nobody knows is taken to be of a later one.
        """
        if rival is None or rival.end is None or rival.start.year < self.since:
            return False
        if self.one_year:
            return rival.start.year in (years or ((own.start.year,) if own else ()))
        if own is not None:
            return rival.end <= own.start
        return not years or rival.end.year <= min(years)


def phrases_of(rule: RuleSpec) -> When:
    """The keys of a rule's `when`, each with all its phrases; none for a key that it lacks."""
    return defaultdict(tuple, {key: (told,) if isinstance(told, str) else told for key, told in rule.when.items()})


def extent_of(scope: str, when: When, year: int | None) -> Extent | None:
    """What the words that limit a superlative of a year say of its extent; None where they tell no time."""
    years = years_in(fold(scope), when)
    plain = without_history(fold(scope), when) if years is None or year is None else fold(scope)
    since = re.search(rf"\b{_any(when['since'])}\b(?:.{{0,{_REACH}}}?\b)?{_YEAR}\b", plain)
    if since:
        begun = re.search(rf"\b{_any(when['begun'])}\b", since[0]) is not None  # that year counts itself
        return Extent(int(since[1]) + (not begun), rest=_rest(f"{plain[: since.start()]} {plain[since.end() :]}", when))
    if years is not None and year is not None:
        return Extent(year - years + 2)
    if re.match(rf"{_any(when['whole'])}\b", plain):
        return Extent(0, one_year=True, whole=True)
    if re.search(rf"\b{_any(when['unlimited'])}\b", plain) or not plain:
        return Extent(0, rest=_rest(plain, when))
    if re.search(rf"\b{_any(when['this_year'])}\b", plain):
        return Extent(0, one_year=True, rest=_rest(plain, when))
    return Extent(0, rest=_rest(plain, when)) if re.search(rf"\b{_any(when['since'])}\b", plain) else None


def without_history(plain: str, when: When) -> str:
    """Folded words without those for all the time that something has been there.

    "In the club's long history", "in its 40-year history", "in the 27 years of the race"; not "in recent history".
    """
    numbers, units = (_any(tuple(each.partition("=")[0] for each in when[key])) for key in ("numbers", "units"))
    of = rf"{_any(when['history_of'])} \S+(?: \S+)?"
    told = rf"\bin (?:(?:(?!{_any(when['lately'])}\b)\S+ ){{0,4}}?{_any(when['history'])}\b(?: {of})?"
    told += rf"|the (?:\d+|{numbers}) {units} {of})"
    return " ".join(re.sub(told, " ", plain).split())


def years_in(words: str, when: When) -> int | None:
    """How many years "in ten years", "a ten-year high" or "in two decades of measuring" are; None for other words."""
    numbers = {name: int(number) for each in when["numbers"] for name, _, number in [each.partition("=")]}
    units = {name: int(number) for each in when["units"] for name, _, number in [each.partition("=")]}
    for name, _, told in (each.partition("=") for each in when["spans"]):
        words = words.replace(name, told)
    found: list[int] = []
    for word in words.replace("-", " ").split():
        if word in units:
            found.append(units[word])
        elif word in numbers or (word.isdigit() and len(word) <= _LONGEST_COUNT):
            found.append(numbers.get(word) or int(word))
        elif word not in when["around"]:
            break
    return found[0] * found[1] if len(found) == _NUMBER_AND_UNIT else None


def _rest(words: str, when: When) -> str:
    """The words that limit a superlative otherwise: those from a limiting one on, without those that limit nothing."""
    for phrase in sorted((*when["unlimited"], *when["this_year"], *when["at_home"]), key=len, reverse=True):
        words = re.sub(rf"\b{re.escape(fold(phrase))}\b", " ", words)
    words = re.sub(rf"(?:\b{_any(when['limits'])} (?:\w+ )?)?\b{_YEAR}\b", " ", words)  # the own time limits nothing
    words = re.split(rf"\b{_any(when['breaks'])}\b", words)[0]
    limit = re.search(rf"\b{_any(when['limits'])}\b", words)
    return " ".join(words[limit.start() :].split()) if limit else ""


def _any(phrases: tuple[str, ...]) -> str:
    words = "|".join(re.escape(fold(each)) for each in sorted(phrases, key=len, reverse=True))
    return f"(?:{words or '(?!)'})"
