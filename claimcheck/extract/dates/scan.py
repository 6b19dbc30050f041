"""Finds the dates of a block, from left to right, the longest form first.

What stands in the text (`find_candidates`) is told apart from what it means (`read_candidates`), since the latter hangs
on the day and the year of the report, which are read from its dates first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import accumulate, pairwise

from claimcheck.extract.dates.context import Context, Outlook
from claimcheck.extract.dates.guards import is_date, stands_free
from claimcheck.extract.dates.lexicon import DateLexicon, Form
from claimcheck.extract.dates.parts import Understood
from claimcheck.extract.dates.patterns import WORD, Slots
from claimcheck.extract.dates.readers import READERS
from claimcheck.extract.drafts import DateDraft
from claimcheck.model.period import Period

_NUMERIC = re.compile(r"(?<![\w/.-])(\d\d?)([/.-])(\d\d?)\2(?:19|20)\d\d(?![\w/])")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_MAY_BE_AS_OF = ("day", "month", "quarter", "half", "year")
_ANCHORS = ("month", "quarter", "half", "year", "to-date", "fiscal-year", "school-year", "season", "span", "week",
            "as-of")
_YEARS = range(1000, 3000)  # "a year earlier", said over and over, must not count back to where no calendar reaches
_WORDS = re.compile(f"({WORD.pattern})")
_SLOT_NAME = re.compile(r"\d+$")


_LONGEST_PHRASE = 8  # words
_LONGEST_ASIDE = 40  # letters


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a date may stand: each form that fits, the longest first, with its match. What it says is read later."""

    start: int
    forms: tuple[tuple[re.Match[str], Form], ...]

    def outlook(self, lexicon: DateLexicon) -> Outlook:
        """Where the words before it look; few dates need it to be read, see `Context`."""
        return _outlook(self.forms[0][0].string, self.start, lexicon)


@dataclass(frozen=True)
class Candidates:
    """The candidates of a block; words: its words and numbers, in small letters."""

    text: str
    found: tuple[Candidate, ...]
    lexicon: DateLexicon
    words: Sequence[str] = ()

    @cached_property
    def orders(self) -> frozenset[bool]:
        """The orders of day and month that the block shows (True: the day first)."""
        return _orders(self.text, self.lexicon)


def scan_dates(
    text: str, lexicon: DateLexicon, today: date | None = None, known_year: int | None = None
) -> list[DateDraft]:
    """The dates, periods and tied durations of one block, in order and without overlap.

    today: the day of the report, from which "last year" counts. known_year: the year that it is evidently about.
    """
    return read_candidates(find_candidates(text, lexicon), lexicon, today, known_year)


def find_candidates(text: str, lexicon: DateLexicon) -> Candidates:
    """Everything in a block that has the form of a date; candidates may overlap."""
    # all in small letters at once costs less, but for letters whose small form is longer
    parts = _WORDS.split(text.lower() if text.isascii() else text)  # words, and what stands around them
    words = parts[1::2] if text.isascii() else [word.lower() for word in parts[1::2]]
    opened = lexicon.forms.opened_in(words)
    if not opened:
        return Candidates(text, (), lexicon, words)
    starts = list(accumulate(map(len, parts)))[:-1:2]
    candidates = (_candidate(text, starts[at], forms, lexicon) for at, forms in opened)
    found = tuple(candidate for candidate in candidates if candidate is not None)
    return Candidates(text, found, lexicon, words)


def read_candidates(
    candidates: Candidates,
    lexicon: DateLexicon,
    today: date | None = None,
    known_year: int | None = None,
    day_first: bool | None = None,
    anchor: Period | None = None,
    spoken: Sequence[Period] = (),
) -> list[DateDraft]:
    """What the candidates of a block mean, in order and without overlap.

    day_first: the order of day and month in 04/03/2024, where other blocks of the report show it (`day_order`).
    anchor: what "a year earlier" counts from until the block names a period itself (`headed_period`).
    spoken: the periods that blocks before name (`anchors`), of which "the quarter" may be one.
    """
    if not candidates.found:
        return []
    text = candidates.text
    order = day_order([candidates])
    day_first = day_first if order is None else order
    found: list[DateDraft] = []
    position = 0
    headed = anchor
    for candidate in candidates.found:
        if candidate.start < position:
            continue
        look = partial(candidate.outlook, lexicon)
        draft = _read(candidate, Context(today, known_year, anchor, look, day_first, spoken), lexicon)
        if draft is not None:
            found.append(draft)
            position = draft.end
            if may_anchor(text, draft, lexicon):
                anchor = draft.period
            elif anchor is headed and _is_day_told(draft):
                anchor = None  # "On 1 November prices were 9% lower than a year earlier": than on that day
    return found


def _is_day_told(draft: DateDraft) -> bool:
    """True for a day of a month; "on Friday" something was said, and hardly measured."""
    return draft.period is not None and draft.period.sort in ("day", "as-of") and draft.weekday is None


def anchors(text: str, dates: Iterable[DateDraft], lexicon: DateLexicon) -> list[Period]:
    """The periods that a block names and that what follows may go back to."""
    return [date.period for date in dates if date.period is not None and may_anchor(text, date, lexicon)]


def day_order(blocks: Iterable[Candidates]) -> bool | None:
    """Whether dates in figures put the day first (31/03/2024), where one of them shows it or the text says so.

    None when nothing tells, or when they disagree.
    """
    orders = frozenset[bool]().union(*(block.orders for block in blocks))
    return next(iter(orders)) if len(orders) == 1 else None


def _orders(text: str, lexicon: DateLexicon) -> frozenset[bool]:
    orders = set()
    for match in _NUMERIC.finditer(text) if any(text.count(mark) > 1 for mark in "/.-") else ():
        if int(match[1]) > 12 >= int(match[3]):
            orders.add(True)
        elif int(match[3]) > 12 >= int(match[1]):
            orders.add(False)
    low = text.lower()
    for words, order in lexicon.orders:
        if words in low:
            orders.add(order)
    return frozenset(orders)


def _candidate(text: str, start: int, opened: Iterable[Form], lexicon: DateLexicon) -> Candidate | None:
    if not stands_free(text, start):
        return None
    matches = [(match, form) for form in opened if (match := form.regex.match(text, start))]
    if not matches:
        return None
    matches.sort(key=lambda pair: -pair[0].end())
    forms = tuple(
        (match, form) for match, form in matches if is_date(text, start, match.end(), form.reads, lexicon)
    )
    return Candidate(start, forms) if forms else None


def _read(candidate: Candidate, context: Context, lexicon: DateLexicon) -> DateDraft | None:
    for match, form in candidate.forms:
        understood = READERS[form.reads](_parts(match, form, lexicon.slots), context)
        if understood is not None:
            return _draft(match.string, candidate.start, match.end(), understood, lexicon)
    return None


def _parts(match: re.Match[str], form: Form, slots: Slots) -> dict[str, int | str]:
    parts: dict[str, int | str] = dict(form.constants)
    for name, text in match.groupdict().items():
        if text is not None:
            parts[name] = slots.meaning(_SLOT_NAME.sub("", name), text)
    return parts


def _draft(text: str, start: int, end: int, understood: Understood, lexicon: DateLexicon) -> DateDraft:
    period = understood.period
    ends = period is not None and period.end is not None and period.sort in _MAY_BE_AS_OF
    if ends and preceded(text, start, lexicon.contexts["as-of"]) and period is not None and period.end is not None:
        period = Period(period.end - timedelta(days=1), period.end, "as-of")
    return DateDraft(start, end, understood.value, period, understood.weekday)


def may_anchor(text: str, draft: DateDraft, lexicon: DateLexicon) -> bool:
    """Whether "a year earlier" may count from this date: a period, and not itself what a change is measured from."""
    if draft.period is None or draft.period.sort not in _ANCHORS or draft.period.start.year not in _YEARS:
        return False
    return not preceded(text, draft.start, lexicon.contexts["base"]) and not _is_of_aside(text, draft)


def _is_of_aside(text: str, draft: DateDraft) -> bool:
    """True for the time of a figure in brackets, which is over with them: "97 calls (2023: 84), 13 more"."""
    opened = text.rfind("(", max(0, draft.start - _LONGEST_ASIDE), draft.start)
    closed = text.find(")", draft.end, draft.end + _LONGEST_ASIDE)
    if opened < 0 or closed < 0 or ")" in text[opened:draft.start]:
        return False
    return any(letter.isdigit() for letter in text[opened:draft.start] + text[draft.end:closed])


def preceded(text: str, start: int, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands right before a place."""
    before = text[max(0, start - 40) : start].lower().split()[-_LONGEST_PHRASE:]
    return any(" ".join(before[at:]) in phrases for at in range(len(before)))


def _comes_from(words: Sequence[str], lexicon: DateLexicon) -> bool:
    """True behind "will rise to 5% from 4% in": what a figure is to rise from has been."""
    base = lexicon.contexts["base"]
    return any(word in base and number[0].isdigit() for word, number in pairwise(words))


def _outlook(text: str, start: int, lexicon: DateLexicon) -> Outlook:
    """Where words earlier in the sentence look: ahead ("is due on"), to the nearest ("by the end of"), or back."""
    if preceded(text, start, lexicon.contexts["backward"]):
        return "back"
    if preceded(text, start, lexicon.contexts["forward"]):
        return "ahead"
    window = text[max(0, start - 80) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(window)]
    words = [word.group().lower() for word in WORD.finditer(window, ends[-1] if ends else 0)]
    ahead = max((at for at, word in enumerate(words) if word in lexicon.contexts["forward"]), default=None)
    if ahead is not None:
        return "back" if _comes_from(words[ahead:], lexicon) else "ahead"
    return "near" if preceded(text, start, lexicon.contexts["deadline"]) else "back"
