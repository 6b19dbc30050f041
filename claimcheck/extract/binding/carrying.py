"""What period one sentence leaves to the next, and which figures take it."""

from __future__ import annotations

import datetime as dt

from claimcheck.extract.binding.clauses import Sentence
from claimcheck.extract.binding.pattern import Binding
from claimcheck.extract.binding.period import When
from claimcheck.model.period import Period

_YEAR = dt.timedelta(days=365)
_LONG = 2 * _YEAR


def carries_over(when: When, known: Period | None) -> bool:
    """True when the next sentences are of that time too, and not still of the longer one that was told before.

    "The season was wet. The most rain, 91 mm, fell on 3 May. Hail did damage of 2 million euros."
    """
    inner = when.period is not None and known is not None and known != when.period and known.contains(when.period)
    return not (when.is_aside or (when.is_behind and inner))


def looks_back(sentence: Sentence, found: Binding | None, when: When, known: Period | None) -> bool:
    """True for "In 2017 it had won 49 seats" and "In 2017 the figure was 49" behind what was so in 2021.

    The sentences behind it go on with the later time.
    """
    if found is None or when.period is None or when.period.end is None:
        return False
    refers, verb = found.same_as is not None, sentence.items[found.verb] if found.verb is not None else None
    if known is None:
        return refers
    perfect = verb is not None and verb.words[0] == "had" and len(verb.words) > 1
    return when.period.end <= known.start and (perfect or refers)


def moves_on(sentence: Sentence, known: Period | None) -> bool:
    """True for "Since May 2024 ..." behind what was so in 2019: what follows is of a time that nobody tells."""
    if known is None or known.end is None or sentence.items[0].head != "since" or not sentence.dates:
        return False
    date = sentence.items[sentence.dates[0]].date
    return date is not None and date.period is not None and date.period.start >= known.end


def shares_outlook(when: When, today: dt.date | None, *, is_ahead: bool) -> bool:
    """True unless a figure is planned and the time told before is over, or the time is that of a plan, and it is not.

    "In 2021 the dam cost 4 million. It is to be raised by 6 metres." "By 2030 it will have 4 gates. It cost 9 million."
    """
    if when.period is None:
        return True
    if today is not None and not is_ahead and when.period.start > today:
        return False  # what has been was not at a time that is still to come
    if is_ahead == when.is_ahead:
        return True
    return is_ahead and today is not None and (when.period.end is None or when.period.end > today)


def is_part_of_year(period: Period | None) -> bool:
    """True for a month, a quarter and the like, which goals and plans are hardly ever made for."""
    return period is not None and period.end is not None and period.end - period.start < _YEAR


def is_long_over(period: Period, today: dt.date | None) -> bool:
    """True for a time so long ago that it is told for comparison: "the record that was set in 2019"."""
    return today is not None and period.end is not None and today - period.end > _LONG
