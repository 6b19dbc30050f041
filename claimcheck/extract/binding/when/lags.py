"""Times told by their distance from another: "five years earlier the figure was 49%", "1.2% three years ago"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.model.period import Period

_DISTANT = 200  # years


def lag_of(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The place of the length of time that tells when the figure was: right behind it, or at the head of its clause."""
    if lexicon.classes["lag"].isdisjoint(sentence.heads):
        return None
    if _is_lag(sentence, at + 1, lexicon):
        return at + 1
    for place in range(at - 1, -1, -1):
        item = sentence.items[place]
        if item.kind in "SR" or item.text == ";":
            return None
        if item.kind == "Q" and _is_lag(sentence, place, lexicon):
            return place if place == 0 or sentence.items[place - 1].kind in ".SC" else None
    return None


def lagged(sentence: Sentence, lag: int, known: Period | None, lexicon: BindingLexicon) -> Period | None:
    """So many years before or after a known year; None for what counts from today, or in other units."""
    draft, word = sentence.items[lag].quantity, sentence.items[lag + 1].head
    if draft is None or known is None or known.sort != "year" or draft.unit != "year" or isinstance(draft.value, tuple):
        return None
    sign = -1 if lexicon.has("lag-back", word) else 1 if lexicon.has("lag-ahead", word) else 0
    years = int(draft.value)
    return known.shifted_years(sign * years) if sign and years == draft.value and 0 < years < _DISTANT else None


def counted_since(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Period | None:
    """The time up to now of "Since 1 June 2024 the clinics have reported 412 cases": what was counted all that time.

    So, too, where the words stand right behind the figure: "have reported 412 cases since June", and where the day is
    that of something: "since the start of the strike on 3 May".
    """
    if lexicon.classes["since-link"].isdisjoint(sentence.heads):
        return None
    draft = sentence.items[at].quantity
    fronted = "since-link" in sentence.items[0].classes and bool(sentence.dates) and sentence.dates[0] < at
    since = 0 if fronted else at + 1 + (sentence.around[at + 1].kind == "NP")
    verb = next((item for item in sentence.items[:None if fronted else at] if item.kind == "V"), None)
    whole = sentence.around[at - 1].kind in ("N", "P")  # "three of the city's 412"
    if not fronted and not whole and sentence.around[since].kind == "V":  # "412 people have died since June"
        verb, since = sentence.items[since], since + 1
    if draft is None or draft.role != "level" or unit_sort(draft) not in ("count", "money"):
        return None
    place = next((place for place in sentence.dates if place > since), since)
    led = "since-link" in sentence.around[since].classes
    plain = led and all(item.kind in ("NP", "P") for item in sentence.items[since + 1:place])
    date = sentence.items[place].date if plain else None
    if date is None or date.period is None or verb is None:
        return None
    said = any(item.kind == "V" and "say" in lexicon.kinds_of(item.head) for item in sentence.items[:at])
    if not lexicon.has("retold-perfect-helper" if said else "perfect-helper", verb.words[0]):
        return None  # "the mayor said 412 people had died since June"
    return Period(date.period.start, None, "to-date")


def up_to(sentence: Sentence, place: int, period: Period | None) -> Period | None:
    """The day of "by 14 July 17 boats had been sold" as the one up to which this was counted.

    In "by 30 June it had made 7 tons since the beginning of the year" that day ends the time told.
    """
    if period is None or "deadline-link" not in sentence.around[place - 1].classes or period.sort != "day":
        return _bounded(sentence, period)
    return Period(period.start, period.end, "as-of")


def ends_count(sentence: Sentence, place: int) -> bool:
    """True for the day of "by 30 June it had made 7 tons since the beginning of the year"."""
    days = [date.period for each in sentence.dates if (date := sentence.items[each].date) is not None and date.period]
    date = sentence.items[place].date
    ends = date is not None and date.period is not None and date.period.sort in ("day", "as-of")
    return ends and any(day.sort == "to-date" and day.end is None for day in days)


def _bounded(sentence: Sentence, period: Period | None) -> Period | None:
    if period is None or period.sort != "to-date" or period.end is not None:
        return period
    days = (sentence.items[place].date for place in sentence.dates)
    ends = {day.period.end for day in days if day and day.period and day.period.sort in ("day", "as-of")}
    end = ends.pop() if len(ends) == 1 else None
    return Period(period.start, end, "to-date") if end is not None and end > period.start else period


def _is_lag(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    draft = sentence.around[place].quantity
    return draft is not None and draft.unit in _UNITS and lexicon.has("lag", sentence.around[place + 1].head)


_UNITS = ("day", "week", "month", "year", "decade")
