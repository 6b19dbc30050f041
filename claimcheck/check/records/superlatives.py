"""Superlatives over time as checks see them: what each speaks for, and the marks that it may be said of.

Keys of a rule's `when`, beside those of `check.records.extents`: `themes` ties superlatives to the measure and the
words of what they are about ("wettest=meter rain rainfall"); `quick` lists those that a short time earns, `lasting`
those that a stretch of time does, `fresh` begins a record that a time has set, `records` are the words it may have ("a
course record", no "national" one), `of_day` those that are said of days, `moves` the nouns of changes, `of_parts` those
for parts of all years ("the wettest month"); `any_part` tells that all parts of the year are compared ("in any
month"), `bounds` what is not to be passed ("alarm"), `old` tells of an earlier extreme ("the record"), `among` that it
is one among all things ("no well", but for `any_time`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.ledger import Ledger
from claimcheck.check.records.extents import Extent, When, extent_of
from claimcheck.check.records.marks import DAY, TIME, are_of_one_theme, is_level, size_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.document import Place
from claimcheck.model.letters import fold
from claimcheck.model.reading import Reading

_MOST = 40  # superlatives of one report that are tried
_NEAREST = 2  # marks of its sentence that a superlative may be said of
_BESIDE = 250  # characters from a superlative to a mark of the next sentence
_FEWEST = 20  # things; smaller numbers stand by the way
_SAID = 0.7  # of the words of its sentence that stand by a mark of the sentence
_SHORT = 3  # letters of a word that limits nothing
_ROLES = ("value", "beside")
_NAMED = 3  # words behind a superlative that may name what it is said of
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Superlative:
    """A superlative over time: its extent, the years that it is of, and the marks that it may be said of.

    said: the words of its sentence; words: how they begin. theme: the measure and the words of what it is about, where
    it tells. of_all: whether it is said of all things of its sort ("no well"). parts: how the parts of the year begin
    of which alone it speaks. is_fresh: whether it is a record that a time has just set.
    """

    relation: Relation
    called: Claim
    extent: Extent
    years: tuple[int, ...]
    said: frozenset[str]
    parts: frozenset[str]
    direction: str
    theme: Sequence[str]
    own: Sequence[Claim]
    of_all: bool
    is_fresh: bool = False

    @cached_property
    def words(self) -> frozenset[str]:
        """How the words of its sentence begin."""
        return frozenset(map(stem_of_word, self.said))

    @cached_property
    def rest(self) -> frozenset[str]:
        """How the words begin that limit it, beside those of its time."""
        return frozenset(stem_of_word(word) for word in self.extent.rest.split() if len(word) > _SHORT)


class Superlatives:
    """The superlatives of all reports whose words tell the years that they speak for."""

    def __init__(self, ledger: Ledger, when: When) -> None:
        self._ledger, self._when = ledger, when
        self._themes = {name: theme.split() for name, _, theme in (each.partition("=") for each in when["themes"])}
        self._tied: dict[str, list[Relation]] = defaultdict(list)
        for relation in ledger.relations_of("superlative"):
            self._tied[relation.path].append(relation)

    def __iter__(self) -> Iterator[Superlative]:
        tried: Counter[str] = Counter()
        for relation in self._ledger.relations_of("record"):
            tried[relation.path] += 1
            if relation.words is not None and tried[relation.path] <= _MOST:
                yield from self._read(relation, relation.words)
        for relation in self._ledger.relations_of("superlative"):
            if relation.roles.get("passed") and relation.words is not None:
                yield from self._first_time(relation, relation.words)

    def _read(self, relation: Relation, place: Place) -> Iterator[Superlative]:
        """A superlative, with the marks that its words, its sentence or those beside it give."""
        scope, said, parts = relation.scope.split("\n")
        years = tuple(int(year) for year in relation.when.split("/") if year) or self._years_of_own(relation)
        extent = extent_of(scope, self._when, max(years, default=None))
        if extent is None or fold(place.text) in self._when["old"] or self._is_former(place, said):
            return
        words = words_in(place.text)
        theme = next((self._themes[word] for word in words if word in self._themes), [])
        timed = self._told(relation, said, TIME)
        fresh = _is_fresh(place, timed, said, self._when)
        is_run = fresh or bool(words & set(self._when["quick"]))
        if timed and "value" not in relation.roles and not is_run:
            return  # "Course record, women: 2:26:02 (2023)", beside a list of other figures
        times = timed if is_run else []
        if words & set(self._when["of_day"]):
            own = self._told(relation, said, DAY)[-1:]
        else:
            own = times or self._amounts(relation, theme, lasting=bool(words & set(self._when["lasting"])))
        if self._is_of_change(place, said):
            own = [mark for mark in own if mark.role == "change"]
        own.sort(key=lambda mark: abs(mark.start - relation.start))
        if any(phrase in fold(scope) for phrase in self._when["any_part"]) or self._is_of_parts(place, said):
            parts = ""
        yield Superlative(
            relation, _called(place), extent, years, words_in(said), stems_in(parts),
            "lowest" if times else relation.direction, theme, own[:_NEAREST], self._is_of_all(f"{place.text} {scope}"),
            is_fresh=fresh,
        )

    def _is_of_change(self, place: Place, said: str) -> bool:
        """True for "the smallest weekly rise since May" beside a level."""
        return not set(self._when["moves"]).isdisjoint(_behind(place, said)[:_NAMED])

    def _is_of_parts(self, place: Place, said: str) -> bool:
        """True for "the wettest month" of October, which is set against all months."""
        return not set(self._when["of_parts"]).isdisjoint({*words_in(place.text), *_behind(place, said)[:1]})

    def _is_former(self, place: Place, said: str) -> bool:
        """True for one that a newer has beaten, whatever stands between: "the old solar record"."""
        words, first = said.split(), fold(place.text).split()[0]
        before = words[:words.index(first)][-_NAMED:] if first in words else []
        return not set(self._when["former"]).isdisjoint(before)

    def _years_of_own(self, relation: Relation) -> tuple[int, ...]:
        """The year of the figure that is tied to a superlative, or of the only one, in a sentence that tells none."""
        told = self._values_tied(relation)
        if not told and len(relation.roles.get("value", ())) == 1:
            told = [*relation.roles["value"]]
        return tuple(each.period.start.year for each in told if each.period)

    def _values_tied(self, relation: Relation) -> list[Claim]:
        return [
            each.roles["value"][0] for each in self._tied[relation.path]
            if each.start <= relation.start < each.end and each.roles.get("value")
        ]

    def _first_time(self, relation: Relation, place: Place) -> Iterator[Superlative]:
        """A mark that is said to be passed for the first time, as a superlative of the mark itself."""
        (passed,), reached = relation.roles["passed"], relation.roles["value"][0]
        strict = None if passed.reading is None else passed.reading.strict
        limit = None if strict is None else strict.high if strict.low is None else strict.low
        years = (reached.period.start.year,) if reached.period else ()
        extent = extent_of(relation.scope, self._when, max(years, default=None))
        if extent is not None and limit is not None:
            own = passed.model_copy(update={
                "hedge": "", "reading": Reading.exactly(limit), "period": reached.period, "facets": reached.facets,
            })
            yield Superlative(
                relation, _called(place), extent, years, passed.context, frozenset(), relation.direction, (), (own,),
                of_all=False,
            )

    def _is_bound(self, figure: Claim) -> bool:
        """True for a figure that is called one not to be passed, and that nothing reached: "the alarm level of 8 m"."""
        named = words_in(f"{figure.metric or ''} {figure.phrase or ''}")
        return not named.isdisjoint(self._when["bounds"])

    def _is_of_all(self, text: str) -> bool:
        """True where words say that a superlative is one among all things, and not all times of one."""
        plain = fold(text)
        for phrase in (*self._when["any_time"], *self._when["any_part"]):
            plain = plain.replace(phrase, " ")
        return not set(self._when["among"]).isdisjoint(plain.split())

    def _told(self, relation: Relation, said: str, measure: str) -> list[Claim]:
        """The marks of one sort in the sentence of a superlative, else beside it; of days those told before it."""
        beside = [
            mark for mark in self._ledger.marks.others(relation.path)
            if mark.measure == measure and abs(mark.start - relation.start) < _BESIDE
            and (measure != DAY or mark.start < relation.start)
        ]
        return [mark for mark in beside if _is_of_sentence(mark, said)] or beside

    def _amounts(self, relation: Relation, theme: Sequence[str], *, lasting: bool) -> list[Claim]:
        """The figures that a superlative may be said of: one tied to it, else those of its sentence, or beside it."""
        told = (("tied", self._values_tied(relation)), *((role, relation.roles.get(role, ())) for role in _ROLES))
        for role, figures in told:
            tied = role == "tied"
            lasts = lasting and (tied or len([each for each in figures if each.measure == "hour"]) == 1)
            figures = [each for each in figures if (each.measure != "hour" or lasts) and not self._is_bound(each)]
            fit = [each for each in figures if _may_be_own(each, theme, small=tied)]
            fit = fit or [each for each in figures if _may_be_own(each, theme, change=True)]
            if fit or (figures and not theme):
                return fit
        return []


def _is_fresh(place: Place, timed: Sequence[Claim], said: str, when: When) -> bool:
    """True for a record that a time of its sentence has just set: "in 2:24:51, a course record"."""
    first, *words = fold(place.text).split()
    plain = first in when["fresh"] and {*words} <= {*when["records"], *when["fresh"]}
    return plain and any(_is_of_sentence(mark, said) for mark in timed)


def _behind(place: Place, said: str) -> list[str]:
    """The words behind a superlative, of those of its sentence."""
    words, last = said.split(), fold(place.text).split()[-1]
    return words[words.index(last) + 1:] if last in words else []


def words_in(text: str) -> frozenset[str]:
    """The words of a text, without the shortest."""
    return frozenset(_WORD.findall(fold(text)))


def stems_in(text: str) -> frozenset[str]:
    """How the words of a text begin."""
    return frozenset(map(stem_of_word, words_in(text)))


def _called(place: Place) -> Claim:
    return Claim(kind="ordinal", sure=False, value=Decimal(1), **place.model_dump())


def _is_of_sentence(mark: Claim, said: str) -> bool:
    """True for a mark around which the words of a sentence stand."""
    words = said.split()
    return sum(word in mark.context for word in words) >= _SAID * len(words)


def _may_be_own(figure: Claim, theme: Sequence[str], *, change: bool = False, small: bool = False) -> bool:
    if figure.measure == "count" and size_of(figure) < _FEWEST and not small:
        return False
    return is_level(figure, change=change) and (not theme or are_of_one_theme(figure, theme))
