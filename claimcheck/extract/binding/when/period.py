"""When: the period of each quantity, and the base that a change is measured from."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from claimcheck.extract.binding.grammar.asides import (
    date_of_when_clause,
    explained_date,
    in_brackets,
    is_of_what_went_before,
    is_told_aside,
    same_aside,
)
from claimcheck.extract.binding.grammar.clauses import Sentence, verb_before
from claimcheck.extract.binding.grammar.reach import (
    ends_before,
    is_of_next_clause,
    is_of_other_verb,
    is_of_purpose,
    same_clause,
)
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.status import FORWARD
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.binding.when.bases import is_bare_former
from claimcheck.extract.binding.when.lags import counted_since, up_to
from claimcheck.extract.binding.when.series import date_in_series, date_in_turn, is_in_series
from claimcheck.extract.binding.when.shifting import earlier_by_phrase
from claimcheck.extract.binding.when.tied import is_tied, is_tied_elsewhere, within_reach
from claimcheck.extract.binding.when.times import settings
from claimcheck.extract.drafts import QuantityDraft
from claimcheck.model.period import Period


class When(NamedTuple):
    """A period, or none although words name one ("in March" of no known year).

    is_aside: it is told in passing, of this figure alone, and not when the next ones were; is_behind: it stands behind
    the figure, or is itself what the sentence speaks of ("October alone brought 40 mm"); is_ahead: it is told of what
    is planned, hoped or forecast.
    """

    period: Period | None = None
    is_open: bool = False
    is_aside: bool = False
    is_behind: bool = False
    is_ahead: bool = False

    @property
    def is_known(self) -> bool:
        """True when the words settle the matter, be it as open."""
        return self.period is not None or self.is_open


NEVER = When()


def find_when(sentence: Sentence, at: int, lexicon: BindingLexicon) -> When:
    """The period that the sentence gives the quantity at a place."""
    paired = date_in_series(sentence, at)
    if paired is not None:
        return _when(sentence, at, paired)._replace(is_aside=True)
    tied = [place for place in within_reach(sentence.dates, at) if is_tied(sentence, at, place, lexicon)]
    if tied:
        return _when(sentence, at, tied[0])
    explained = explained_date(sentence, at)
    if explained is None:
        explained = date_in_turn(sentence, at, settings(sentence, lexicon))
    if explained is None:
        explained = date_of_when_clause(sentence, at, lexicon)
    if explained is not None:
        return _when(sentence, at, explained)._replace(is_aside=True)
    since = counted_since(sentence, at, lexicon)
    if since is not None:
        return When(since, is_aside=True)
    if _names_open_period(sentence, lexicon) or _is_start(sentence, at, lexicon):
        return When(is_open=True)
    is_ahead = _is_ahead(sentence, at)
    free = [
        place for place in settings(sentence, lexicon)
        if not is_tied_elsewhere(sentence, at, place, lexicon) and not _is_mere_day(sentence, at, place, lexicon)
        and not (is_told_aside(sentence, place) and not same_aside(sentence, at, place))
        and not is_of_next_clause(sentence, at, place) and not is_of_other_verb(sentence, at, place)
        and (is_ahead or not is_of_purpose(sentence, at, place))
    ]
    inside = [place for place in free if same_clause(sentence, at, place)]
    if _is_of_now(sentence, at, lexicon) and not (is_ahead and inside):  # "for 2025 it now expects 9 million"
        return When(is_open=True, is_aside=True)
    within = [place for place in free if place < at or not ends_before(sentence, at, place)]
    for group in (inside, [place for place in free if place < at], within):
        if group:
            nearest = min(group, key=lambda place: (abs(place - at), place))
            one_of_many = is_in_series(sentence, nearest)
            when = When(is_open=True) if one_of_many else _when(sentence, at, nearest)
            return when._replace(is_aside=when.is_aside or one_of_many or _is_day_of_rate(sentence, at, nearest))
    if any(in_brackets(sentence, place) and _is_span(sentence, place) for place in sentence.dates if place < at):
        return When(is_open=True)  # "the holiday lasted four days (31 August to 3 September), parks had 900 guests"
    return _aimed_at(sentence, at)


def _is_span(sentence: Sentence, place: int) -> bool:
    date = sentence.items[place].date
    return date is not None and date.period is not None and date.period.sort == "span"


def _is_ahead(sentence: Sentence, at: int) -> bool:
    draft = sentence.items[at].quantity
    return draft is not None and draft.status in FORWARD


def _aimed_at(sentence: Sentence, at: int) -> When:
    """The time by which a goal is to be reached: "by 2030 it wants 25 boats", "wants to cut costs by 5% by 2030"."""
    if not _is_ahead(sentence, at):
        return NEVER
    ends = [
        place for place in sentence.dates
        if "deadline-link" in sentence.around[place - 1].classes
        and same_clause(sentence, at, place) and not _is_day(sentence, place)
    ]
    return _when(sentence, at, ends[0])._replace(is_aside=True) if len(ends) == 1 else NEVER


def _is_day(sentence: Sentence, place: int) -> bool:
    date = sentence.items[place].date
    return date is not None and date.period is not None and date.period.sort in ("day", "as-of")


def _is_of_now(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True when a word like "now" stands by the figure, or opens what the sentence says of it."""
    behind = at + 2 if sentence.around[at + 1].kind == "NP" else at + 1
    words = lexicon.classes["now-word"]
    if words.isdisjoint(sentence.heads):
        return False
    if sentence.around[behind].head in words:
        return True
    for place in range(at - 1, -1, -1):
        item = sentence.items[place]
        if item.head in words:
            return True
        if item.kind in "SRQT" or item.text in (";", ":"):
            return False
    return False


def _is_start(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for what a movement came from without telling when: the second of "sank to 127 metres from 149 metres"."""
    before, draft = sentence.around[at - 1], sentence.items[at].quantity
    other = sentence.around[at - 2].quantity
    after = "after-link" in before.classes
    if after and sentence.around[at - 2].text == "," and sentence.around[at + 1].kind in ".S":
        other = _told_before(sentence, at - 2)  # "a profit of 6 million in 2023, after 5 million"
    if lexicon.has("lag-back", before.head):
        return True  # "13.50 an hour, previously 12.70"
    if earlier_by_phrase(sentence, at, lexicon.base_phrases) or (draft is not None and draft.status == "revised"):
        return False
    if is_bare_former(sentence, at, lexicon):
        return True
    return "course-link" in before.classes or (
        (after or "origin-link" in before.classes) and draft is not None and other is not None
        and (other.role == "change" or (other.unit == draft.unit and (
            after or "reached-link" in sentence.around[at - 3].classes or other.hedge == "at-most")))
    )


def _told_before(sentence: Sentence, at: int) -> QuantityDraft | None:
    """The figure before a place that no verb parts from it."""
    for place in range(at - 1, -1, -1):
        item = sentence.items[place]
        if item.kind in "QVSR":
            return item.quantity
    return None


def _names_open_period(sentence: Sentence, lexicon: BindingLexicon) -> bool:
    """True for "the first half" of no known year: neither a date near it nor the last one named says when it was."""
    if sentence.is_open is None:
        ends = lexicon.open_period_ends
        nouns = (item for item in sentence.items if item.kind == "NP" and not ends.isdisjoint(item.words))
        telling = (item.text.casefold().split() for item in nouns)
        sentence.is_open = any(
            lexicon.has("open-period", " ".join(words)) for phrase in telling for words in (phrase[:2], phrase[-2:])
        )
    return sentence.is_open


def sentence_when(sentence: Sentence, lexicon: BindingLexicon) -> When:
    """The period that a sentence leaves to those after it although no figure has it: the first that it names."""
    for place in settings(sentence, lexicon):
        is_behind = any(item.kind == "V" for item in sentence.items[:place])
        return _when(sentence, place, place)._replace(is_behind=is_behind)
    return NEVER


def is_day_alone(sentence: Sentence) -> bool:
    """True for a sentence that is nothing but a day: "6 July." heads the entry of a chronicle."""
    days = list(islice((item.date for item in sentence.items if item.kind != "."), 2))
    return len(days) == 1 and days[0] is not None and days[0].period is not None and days[0].period.sort == "day"


def _is_mere_day(sentence: Sentence, at: int, place: int, lexicon: BindingLexicon) -> bool:
    """True for a day beside an amount of money or a rate: hardly ever its period, mostly the day of a meeting.

    A share of that day is none, nor what was so on it: "On 12 November wind met 71% of demand", "On 30 June it owed 4
    million".
    """
    draft = sentence.items[at].quantity
    if draft is None or not _is_day_of_rate(sentence, at, place):
        return False
    verb = verb_before(sentence, at)
    if place < at and draft.status is None and same_clause(sentence, at, place):
        state = place == 1 and verb is not None and lexicon.has("holding-verb", sentence.items[verb].head)
        told = verb is not None and "say" in lexicon.kinds_of(sentence.items[verb].head)
        if state or (draft.role == "share" and not told):
            return False
    return True


def _is_day_of_rate(sentence: Sentence, at: int, place: int) -> bool:
    """True for a day beside an amount of money, a share or a weight: what follows is hardly of that day as well."""
    date, draft = sentence.items[place].date, sentence.items[at].quantity
    if date is None or draft is None or date.period is None or date.period.sort != "day":
        return False
    return unit_sort(draft) in ("money", "percent", "points", "mass")


def _when(sentence: Sentence, at: int, place: int) -> When:
    date = sentence.items[place].date
    assert date is not None
    behind = place > at or _is_subject(sentence, place)
    aside = is_told_aside(sentence, place) or is_of_what_went_before(sentence, place)
    return When(up_to(sentence, place, date.period), date.period is None, aside, behind)


def _is_subject(sentence: Sentence, place: int) -> bool:
    """True for "October alone brought 40 mm": the sentence speaks of the date itself."""
    after = place + 1
    while sentence.around[after].kind == "A":
        after += 1
    return sentence.around[after].kind == "V" and sentence.around[place - 1].kind not in ("P", "NP")
