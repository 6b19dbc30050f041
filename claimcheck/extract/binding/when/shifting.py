"""How the period of a figure differs from the one that its sentence tells: a year earlier, the end of a span."""

from __future__ import annotations

import re

from claimcheck.extract.binding.grammar.clauses import Sentence, verb_before
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.model.period import Period


def earlier_by_phrase(sentence: Sentence, at: int, phrases: tuple[str, ...]) -> bool:
    """True when "a year earlier" or the like stands right behind the figure: its period is the one before."""
    if "T" in (sentence.around[at + 1].kind, sentence.around[at + 2].kind):
        return False
    end = sentence.items[at].end - sentence.start
    tail = sentence.text[end:end + 60].lower().lstrip(" ,(")
    return tail.startswith(phrases)


def end_of_span(sentence: Sentence, at: int, period: Period, lexicon: BindingLexicon) -> Period:
    """"from 6% to 9%" over a span of years: the first figure is of the first year, the second of the last.

    Something must have moved: "between 2019 and 2023 the bill came to 9 million", and in a season nothing moves so.
    """
    link = sentence.around[at - 1].classes
    ends = "origin-link" in link or "goal-link" in link
    whole = re.fullmatch(r"(\d{4})/(\d{4})", period.iso) if ends else None
    if whole is None or period.sort != "span" or not _moved(sentence, at, lexicon):
        return period
    return Period.year(int(whole[1] if "origin-link" in link else whole[2]))


def _moved(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True between the two ends of a movement ("from 6% to 9%"), and behind a verb or a figure that tells one."""
    links = [sentence.around[place].classes for place in (at - 1, at - 3, at + 1)]
    if any("origin-link" in link for link in links) and any("goal-link" in link for link in links):
        return True
    verb, other = verb_before(sentence, at), sentence.around[at - 2].quantity
    moves = verb is not None and lexicon.kinds_of(sentence.items[verb].head) & {"up", "down"}
    return bool(moves) or (other is not None and other.role == "change")


def months_to_date(sentence: Sentence, at: int, period: Period) -> Period:
    """"an 11-month increase of ..." in a known year: the first eleven months of it."""
    if period.sort != "year":
        return period
    for place in range(at - 1, -1, -1):
        item = sentence.items[place]
        months = re.fullmatch(r"P(\d+)M", item.date.value) if item.date is not None else None
        if months is not None and 1 < int(months[1]) < 12:
            return Period.months(period.start.year, 1, int(months[1]), "to-date")
        if item.text in (",", ";"):
            break
    return period
