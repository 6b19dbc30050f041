"""What happens on a day: the sorts of the happenings that its own part of the sentence tells.

A sentence may recall one thing and date another: "The lorry that overturned on the bridge was sold on 3 May". So only
the words between the clause marks around the day count, and a verb before another one is that of another happening.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.model.letters import any_of
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.happenings import Happening, HappeningGrammar
from claimcheck.packs.schema.references import Occurrence

_PLACE = r"\s+(?:\w{2,4}\s+)?(?:[A-ZÀ-Ỹ][\w'’-]*\s*){1,4}(?:,|$|\s(?=[a-zà-ỹ]))"  # "in Orla, West Velm, on 3 May"
_FRONT = re.compile(r"(?:[\w’']+\W+){0,4}$")
_LEAD = re.compile(r"\W*(?:\w{1,4}\W+)?")  # "on 3 May"
_SMALL = re.compile(r"(?:\W+\w{1,3})*\W*$")  # "is 3 May", "was on 3 May"
_NEAR = 40  # characters before a day in which a noun stands that it belongs to
_LETTERS = 3  # of a word that may tell who or what it happened to
_NONE: tuple[frozenset[str], bool] = frozenset(), False


@dataclass(frozen=True, slots=True)
class Happenings:
    """What finds the words of all languages: sort and kind of each, clause marks, and auxiliaries."""

    words: re.Pattern[str]
    kinds: Mapping[str, tuple[tuple[str, ...], str]]
    breaks: re.Pattern[str]
    ends: re.Pattern[str]
    others: re.Pattern[str]
    relatives: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    any_event: frozenset[str]

    def noun_sort(self, word: str) -> str:
        """The sort of a noun for what happens; "" for a verb, and for a noun of whatever event."""
        sorts, kind = self.kinds[word.lower()]
        return sorts[0] if kind == "noun" and not self.any_event.issuperset(sorts) else ""

    def begins_at(self, text: str, at: int) -> bool:
        """True where a word for what happens, or a verb that goes with one, begins."""
        return bool(self.words.match(text, at) or self.auxiliaries.match(text, at) or self.ends.match(text, at))


@lru_cache(maxsize=4)
def compile_happenings(packs: Packs) -> Happenings:
    """The words of all languages of some packs."""
    kinds: dict[str, tuple[tuple[str, ...], str]] = {}
    entries = [each for language in packs.languages for each in packs.select(Happening, language)]
    occurrences = [each for language in packs.languages for each in packs.select(Occurrence, language)]
    for entry in entries:
        for kind, words in (("done", entry.done), ("form", entry.forms), ("noun", entry.nouns)):
            for word in words:
                kinds[word] = (*kinds.get(word, ((), ""))[0], entry.id), kind
    for each in occurrences:
        for kind, words in (("done", each.words), ("form", each.forms)):
            for word in words:
                known, named = kinds.get(word, ((), kind))
                kinds[word] = (*known, each.id), named
    grammars = [each for language in packs.languages for each in packs.select(HappeningGrammar, language)]
    together = {word for each in grammars for word in each.together}
    breaks = [word for each in grammars for word in each.breaks]
    auxiliaries = any_of(word for each in grammars for word in each.auxiliaries)
    joins = any_of(word for each in grammars for word in each.joins)
    return Happenings(
        _any_of(kinds), kinds, re.compile(rf"(?i:\b(?:{any_of(breaks)})\b)|[;—–]|:(?!\d)|,(?!{_PLACE})"),
        re.compile(rf"(?i:\b(?:{any_of(word for word in breaks if word not in together)})\b)|[;—–]|:(?!\d)"
                   rf"|,(?!\s*(?i:{any_of(together)})\b)|(?i:\b(?:{joins})\s+(?:{auxiliaries})\b)"),
        re.compile(rf"(?i:\b(?:{any_of(word for word in breaks if word not in together)})\b)|[;—–]"
                   rf"|(?i:\b(?:{joins})\s+(?:{auxiliaries})\b)"),
        re.compile(rf",?\s*(?i:{any_of(together)})\b"),
        re.compile(rf"(?i)\b(?:{auxiliaries})\b"),
        frozenset(each.id for each in entries if each.any_event),
    )


def happened_on(before: str, after: str, words: Happenings) -> tuple[frozenset[str], bool]:
    """The sorts of what is told of a day, by the text of its sentence before and after it, and whether it is past."""
    own, rest, fronted = _clause(before, after, words)
    if fronted:
        told = [*_dated_noun(before, words), *words.words.findall(rest)]
        main = before[: len(before) - len(own)].rstrip()
        if not told and main.endswith(",") and not words.auxiliaries.search(rest):  # "bought it, on 3 May, for a song"
            own, _ = _clause_before(main[:-1], words, aside=False)
            told = words.words.findall(own)
        return _sorts(told, words)
    found = list(words.words.finditer(own))
    later = _behind_auxiliary(own, found, words)
    verb = None if words.relatives.match(after) else words.auxiliaries.search(rest)
    follows = words.words.findall(rest[: verb.start()] if verb else rest)
    dated = _dated_noun(own, words) if len(later) < len(found) else []
    return _sorts([*dated, *(match[0] for match in later), *follows], words)


def _dated_noun(before: str, words: Happenings) -> list[str]:
    """The noun for what happens that a day stands right behind, whatever is said of it: "the theft, on 3 May, was"."""
    last = next(iter(list(words.words.finditer(before, max(len(before) - _NEAR, 0)))[-1:]), None)
    if last is None or _kind(last[0], words) != "noun" or not _LEAD.fullmatch(before, last.end()):
        return []
    return [last[0]]


def until_other(after: str, words: Happenings) -> str:
    """What stands behind a day, up to where something else is told: "and will", "which", "after"."""
    other = words.others.search(after)
    return after[: other.start()] if other and not words.relatives.match(after) else after


def clause_of(before: str, after: str, words: Happenings) -> tuple[str, str]:
    """The day's own part of its sentence, before and behind it; with all before it where that begins with the verb."""
    own, rest, fronted = _clause(before, after, words)
    verb = words.words.search(own)
    led = words.auxiliaries.sub("", own[: verb.start() if verb else None])
    told = fronted or any(len(word) >= _LETTERS for word in led.split())
    return (own if told else before), rest


def _clause(before: str, after: str, words: Happenings) -> tuple[str, str, bool]:
    """The day's own part of its sentence, before and behind it, and whether the day stands before that part."""
    related = words.relatives.match(after)
    own, fronted = _clause_before(before, words, aside=after.startswith(",") and related is None)
    if related:  # "on 3 May, when the bridge was opened"
        own, after, fronted = "" if fronted else own, after[related.end():], False
    rest = after.lstrip(" ,") if fronted else after
    stop = (words.breaks if fronted else words.ends).search(rest)
    return own, rest[: stop.start()] if stop else rest, fronted


def _behind_auxiliary(own: str, found: list[re.Match[str]], words: Happenings) -> list[re.Match[str]]:
    """The words for what happens that the last auxiliary of a part leaves to its day: those behind it.

    A noun before it counts where nothing but its being held, or being at all, is said of it.
    """
    auxiliary = next(iter(list(words.auxiliaries.finditer(own))[-1:]), None)
    if auxiliary is None:
        return found
    later = [match for match in found if match.end() > auxiliary.start()]
    plain = all(_is_of_any_event(match[0], words) for match in later) if later else _SMALL.match(own, auxiliary.end())
    return [match for match in found if match in later or _kind(match[0], words) == "noun"] if plain else later


def _clause_before(before: str, words: Happenings, *, aside: bool) -> tuple[str, bool]:
    """The part of a sentence right before its day; True where its part follows.

    That is so where the day comes first, or stands aside between two commas.
    """
    ends = [match.end() for match in words.breaks.finditer(before)]
    while not aside and ends and before[: ends[-1]].endswith(",") and _LEAD.fullmatch(before, ends[-1]):
        ends = ends[: -2 if len(ends) > 1 and before[: ends[-2]].endswith(",") else -1]  # ", 120 metres long, on"
    last = ends[-1] if ends else 0
    own = before[last:].lstrip(" -")  # "ORLA, 3 May - On 2 May, the mayor ..."
    comma = before[:last].endswith(",")
    first = not before[:last].strip(" ,;:—–") or (comma and aside)
    first = first or (not comma and own.strip() != "" and _LEAD.fullmatch(own) is not None)  # "when on 3 May the mill"
    fronted = first and _FRONT.match(own) is not None and not words.words.search(own)
    return own, fronted


def _is_of_any_event(word: str, words: Happenings) -> bool:
    return words.any_event.issuperset(words.kinds[word.lower()][0])


def _kind(word: str, words: Happenings) -> str:
    return words.kinds[word.lower()][1]


def _sorts(found: Iterable[str], words: Happenings) -> tuple[frozenset[str], bool]:
    told = list(found)
    if not told:
        return _NONE
    return (frozenset(sort for word in told for sort in words.kinds[word.lower()][0]),
            any(_kind(word, words) == "done" for word in told))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{any_of(words)})\b")
