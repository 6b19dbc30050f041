"""Finds the day of an event that bears a name: "the Orla Classic starts on 3 May", "the Glass Fair, held on 3 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model.letters import any_of, fold
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import all_words
from claimcheck.packs.schema.references import StagedEvent

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class StagedLexicon:
    """How names of events are built in one language, and the words that say when such an event is."""

    names: re.Pattern[str]
    held: re.Pattern[str]
    begins: re.Pattern[str]
    series: frozenset[str]
    barring: frozenset[str]
    plain: frozenset[str]
    sorts: frozenset[str]
    hanging: frozenset[str]
    ordinal_endings: tuple[str, ...]


def compile_staged(packs: Packs, language: str) -> StagedLexicon:
    """The lexicon of one language; an unknown language gives one that finds nothing."""
    entries = packs.select(StagedEvent, language)
    nouns = any_of(noun.capitalize() for entry in entries for noun in (*entry.nouns, *entry.series))
    inner = any_of(word for entry in entries for word in entry.inner)
    return StagedLexicon(
        names=re.compile(rf"(?<![\w-])(?:{_CAPITALS} (?:(?:{inner}) )?){{1,5}}(?:{nouns})(?![\w-])"),
        held=_verbs(verb for entry in entries for verb in (*entry.held, *entry.begins)),
        begins=_verbs(verb for entry in entries for verb in entry.begins),
        series=frozenset(noun for entry in entries for noun in entry.series),
        barring=all_words(entries, "barring"),
        plain=all_words(entries, "plain"),
        sorts=frozenset(word for each in entries for word in (*each.sorts, *each.nouns, *each.series)),
        hanging=all_words(entries, "hanging"),
        ordinal_endings=tuple(ending for entry in entries for ending in entry.ordinal_endings),
    )


def _verbs(words: Iterator[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{any_of(words)})\b")


def staged_event(clause: str, lexicon: StagedLexicon) -> list[str] | None:
    """The words of the event that a clause dates, the clause being a sentence up to its date; None for no event.

    The name must be what the verb is said of: the subject, or followed by a comma and what is said of it.
    """
    names = list(lexicon.names.finditer(clause))
    if not names:
        return None
    name = names[-1]
    after = clause[name.end() :]
    verbs = lexicon.begins if fold(name[0]).split()[-1] in lexicon.series else lexicon.held
    said = {fold(word) for word in _WORD.findall(clause)}
    if not verbs.search(after) or said & lexicon.barring or not _is_subject(clause[: name.start()], after, lexicon):
        return None
    words = [fold(word).removesuffix("'s") for word in _WORD.findall(name[0]) if word[0].isupper()]
    telling = [word for word in words if word not in lexicon.plain]
    return [word.upper() for word in telling] if len(telling) >= 2 and _tells(telling, lexicon) else None


def _tells(words: list[str], lexicon: StagedLexicon) -> bool:
    """True when something besides the sort of the event is named."""
    return any(word not in lexicon.sorts for word in words)


def _is_subject(before: str, after: str, lexicon: StagedLexicon) -> bool:
    """True unless the name hangs on another noun ("tickets for the Orla Fair go on sale")."""
    words = [fold(word) for word in _WORD.findall(before)]
    while words and (words[-1] in lexicon.plain or words[-1].endswith(lexicon.ordinal_endings)):
        words.pop()
    return not words or words[-1] not in lexicon.hanging or after.startswith((", ", " ("))
