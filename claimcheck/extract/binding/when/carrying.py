"""What period one sentence leaves to the next, which figures take it, and which go on with the subject before."""

from __future__ import annotations

import datetime as dt

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of, verb_after, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at
from claimcheck.extract.binding.grammar.reach import is_past
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.status import FORWARD
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.binding.when.period import When
from claimcheck.model.mention import Role
from claimcheck.model.period import Period

COMPARED: tuple[Role, ...] = ("change", "difference")  # what is told of a figure that stands before
_MONTHS = dt.timedelta(days=100)
_YEAR = dt.timedelta(days=365)


def carries_over(when: When, known: Period | None) -> bool:
    """True when the next sentences are of that time too, and not still of the longer one that was told before.

    "The season was wet. The most rain, 91 mm, fell on 3 May. Hail did damage of 2 million euros."
    """
    inner = when.period is not None and known is not None and known != when.period and known.contains(when.period)
    return not (when.is_aside or (when.is_behind and (inner or (when.is_open and known is not None))))


def looks_back(sentence: Sentence, found: Binding | None, when: When, known: Period | None) -> bool:
    """True for "In 2017 it had won 49 seats" and "In 2017 the figure was 49" behind what was so in 2021.

    The sentences behind it go on with the later time.
    """
    if found is None or when.period is None or when.period.end is None:
        return False
    refers, verb = found.same_as is not None, sentence.items[found.verb] if found.verb is not None else None
    if known is None:
        return refers
    perfect = verb is not None and "pluperfect-helper" in verb.helper and len(verb.words) > 1
    before = when.period.end <= known.start or (when.period.sort == known.sort and when.period.start < known.start)
    return before and (perfect or refers)


def moves_on(sentence: Sentence, known: Period | None) -> bool:
    """True for "Since May 2024 ..." behind what was so in 2019: what follows is of a time that nobody tells."""
    if known is None or known.end is None or "since-link" not in sentence.items[0].classes or not sentence.dates:
        return False
    date = sentence.items[sentence.dates[0]].date
    return date is not None and date.period is not None and date.period.start >= known.end


def is_background(when: When, today: dt.date | None) -> bool:
    """True for the day of "The trial began on 3 May 2022", told a year later: what follows is not of that day."""
    period = when.period
    short = period is not None and period.end is not None and period.end - period.start < _MONTHS
    return short and when.is_behind and today is not None and period is not None and today - period.start > _YEAR


def is_byline(sentence: Sentence, today: dt.date | None) -> bool:
    """True for "Compiled by our sports desk, 3 June 2024": the day of the report, and not of what it tells."""
    date = sentence.items[-1].date
    day = date.period if date is not None and len(sentence.items) > 1 else None
    return day is not None and day.sort == "day" and day.start == today


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


def is_reached_then(sentence: Sentence, at: int, when: When) -> bool:
    """True for the goal of "in March it sold 3 tonnes, a tenth of the goal of 30": that of a longer time."""
    before = (draft_at(sentence, other) for other in sentence.quantities if other < at)
    return any(other.status not in FORWARD and other.period == when.period for other in before)


def was_then(sentence: Sentence, at: int, found: Binding | None, lexicon: BindingLexicon) -> bool:
    """True for what may have been on the day of an event: things counted, or shares of them, told in the past tense."""
    verb = found.verb if found is not None else None
    told = sentence.items[verb] if verb is not None and verb < at else None
    after = verb_after(sentence, at)
    told = sentence.items[after] if told is None and after is not None else told
    sort = unit_sort(draft_at(sentence, at))
    return told is not None and sort in ("count", "percent", "points", "fraction") and is_past(told, lexicon)


def is_allotted(sentence: Sentence, at: int, verb: int | None) -> bool:
    """True for "Parks get 4 million", told in the present of a budget for a time to come; what is or has it, is so now.
    """
    told = sentence.items[verb] if verb is not None else None
    states = told is not None and (told.modal or len(told.words) > 1 or told.head in ("be", "have"))
    draft = draft_at(sentence, at)
    return not states and (unit_sort(draft) in ("money", "percent") or (draft.unit == "count" and draft.noun is None))


def is_quoted(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "Its shares fell 6% to 4.15 euros": a move of one day on an exchange, and not that of the quarter."""
    verb = verb_before(sentence, at)
    subject = subject_of(sentence, verb) if verb is not None else None
    if subject is None or unit_sort(draft_at(sentence, at)) not in ("percent", "money"):
        return False
    return lexicon.has("traded-noun", sentence.items[subject].head)


def is_part_of_that(sentence: Sentence, at: int) -> bool:
    """True for "12 million of it", and for those listed behind it: "of it, roads 9 million and parks 2 million"."""
    for place in reversed([place for place in sentence.quantities if place <= at]):
        link, whole = sentence.around[place + 1], sentence.around[place + 2]
        if "whole-link" in link.classes and whole.kind == "N" and not whole.owner:
            return True
        before = next((other for other in reversed(sentence.quantities) if other < place), 0)
        if any(item.kind in "VSR" or item.text == ";" for item in sentence.items[before:place]):
            return False
    return False


def telling_verb(sentence: Sentence, at: int, found: Binding | None) -> int | None:
    """The verb that tells whether a figure is of now: that of its metric, else the one behind it.

    None where the time is that of a figure before: "That is 9 more", "schools take 12 million of it".
    """
    deed = sentence.items[found.verb].helper if found is not None and found.verb is not None else ()
    perfect = "perfect-helper" in deed
    if found is not None and (
        (found.deed and not perfect) or (found.same_as is not None and draft_at(sentence, at).role in COMPARED)
    ):
        return None
    if is_part_of_that(sentence, at):
        return None
    verb = found.verb if found is not None else None
    behind = next((other for other in sentence.quantities if other > at), at)
    if verb is None and verb_after(sentence, at) is None and sentence.around[behind - 1].kind == "NP":
        verb = verb_after(sentence, behind)  # "41% of people over 65 have been vaccinated"
    if verb is not None or (verb := verb_after(sentence, at)) is None:
        return verb
    between, told = sentence.items[at:verb], sentence.items[verb]
    parted = any(item.text == "," for item in between)  # "the deficit, 4 million, is the largest"
    doubtful = len(told.words) == 1 and sentence.around[verb + 1].kind == "."  # "3% of all posts."
    return None if parted or doubtful or sentence.around[at - 1].kind == "R" else verb


def is_of_another(sentence: Sentence, at: int, source: int | None) -> bool:
    """True for the 9 of "Selm drew 40 guests, while little Lomm had only 9": its clause has a subject of its own."""
    verb = verb_before(sentence, at)
    agent = subject_of(sentence, verb) if verb is not None else None
    if source is None or agent is None or not source < agent < at:
        return False
    opened = any(item.kind == "S" or item.text == ";" for item in sentence.items[source:agent])
    elsewhere = [sentence.around[agent - 2].kind, sentence.around[agent - 1].kind] == ["P", "NP"]  # "in Torrau it rose"
    return opened and (sentence.items[agent].kind == "NP" or elsewhere or sentence.around[agent + 1].kind == "P")
