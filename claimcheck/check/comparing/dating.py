"""One event by the words of its sentence, two days: no verb need be known.

Two sentences that share nearly all their words tell of one event, unless their figures, other days or small words set
them apart; so do two whose days the very same words lead to. Where the days differ in one part only, the day or the
month, the one is a slip of the other; so are days with day and month swapped, in reports that share more than that.
Where the sentences tell that the same sort of thing happened ("opened", "launch"), the rare words that they share weigh
for one event. Stretches of time that share one end differ in the other as days do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile

from claimcheck.check.comparing.event_words import Telling
from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.comparing.stems import noun_of, stem_of
from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import DONE, Claim

_MOST = 40  # days of one report that are compared, so that the cost stays linear
_FEWEST, _MANY = 2, 4  # words for what happened that two sentences share; those that make up for a name or a sort
_PART, _MOST_OF = (3, 5), (7, 10)  # of the words of the shorter sentence, that must be shared
_FEWEST_LED = 3  # words that lead to both of two days
_CLOSE = 2  # anchors that the reports of two days share whose day and month are swapped
_MONTH_AND_DAY = len("2024-")  # where they begin
_DAY = len("2024-05-31")
_ENOUGH, _PLENTY = 3.0, 5.5  # log odds of the shared words: for a slip, and for any other day of the year
_SOME, _MUCH = 1.5, 10.0  # of what happens again and again: the same amounts beside both days, or words without them
_SAME_WORDS = 6.0  # the same where nothing is known of what happened
_SURE = 9.5  # the same where nothing but the words that lead to two days tells of one event
BESIDE = 2.0  # what equal amounts beside both days must tell against others that differ
_HOURS = 24
_ONE_END = 2.0  # what it tells of two stretches of time that they share an end

Lengths = Mapping[tuple[str, int], list[Claim]]  # between two things, by report and sentence
_Figures = Mapping[tuple[str, int], list[Claim]]  # by report and sentence


def days_of_one_event(ledger: Ledger, words: Telling) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of days that two reports give to one event."""
    by_path: dict[str, list[Claim]] = defaultdict(list)
    given: dict[str, set[str]] = defaultdict(set)
    for claim in ledger.claims_of("date"):
        days = _days(claim)
        given[claim.path].update(day[_MONTH_AND_DAY:] for day in days)
        if claim.near:
            by_path[claim.path].append(claim)
    figures = _figures(ledger) if len(by_path) > 1 else {}
    for path in sorted(by_path):
        for other in ledger.stories.sisters(path) if len(by_path) > 1 else ():
            if path < other:
                for a, b in _pairs(by_path[path][:_MOST], by_path.get(other, [])[:_MOST], given):
                    if _are_of_one_event(a, b, ledger, figures, words):
                        yield a, b


def lengths_between(ledger: Ledger) -> Lengths:
    """The lengths of time that each sentence puts between two things, by report and sentence."""
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for relation in ledger.relations_of("elapsed"):
        length = relation.roles["length"][0]
        found[length.path, length.sentence].append(length)
    return found


def are_told_apart(a: Claim, b: Claim, lengths: Lengths) -> bool:
    """True where one sentence puts its event as long after another as the two days lie apart."""
    if a.date is None or b.date is None:
        return False
    days = abs((a.date - b.date).days)
    told = (*lengths.get((a.path, a.sentence), ()), *lengths.get((b.path, b.sentence), ()))
    return any(each.reading is not None and each.reading.lenient.contains(Fraction(days * _HOURS)) for each in told)


def _days(claim: Claim) -> list[str]:
    return claim.identifier.split("/") if claim.identifier is not None else []


def _pairs(mine: list[Claim], yours: list[Claim], given: Mapping[str, set[str]]) -> Iterator[tuple[Claim, Claim]]:
    """The days, or stretches with one end in common, of which neither report gives the day of the other."""
    for a in mine:
        for b in yours:
            days = _that_differ(a, b)
            if days is not None and not (_is_given(days[0], given[b.path]) or _is_given(days[1], given[a.path])):
                yield a, b


def _that_differ(a: Claim, b: Claim) -> tuple[str, str] | None:
    """The one day that each of two claims gives instead of the other; None for a day against a stretch of time."""
    mine, yours = _days(a), _days(b)
    if len(mine) != len(yours):
        return None
    pairs = zip(mine, yours, strict=True)
    differing = [(one, other) for one, other in pairs if one[_MONTH_AND_DAY:] != other[_MONTH_AND_DAY:]]
    return differing[0] if len(differing) == 1 else None


def _are_of_one_event(a: Claim, b: Claim, ledger: Ledger, figures: _Figures, words: Telling) -> bool:
    days = _that_differ(a, b)
    if days is None:
        return False
    close = ledger.stories.closeness(a.path, b.path)
    alike = a.marks - {DONE} == b.marks - {DONE} and not _comes_again(a, b, words)
    if alike and close >= _CLOSE and _are_swapped(*days):
        return True
    if words.serial & a.near & b.near:
        return False  # two bulletins, each with its day
    if "/" in str(a.identifier):
        return (_ends_alike(a, b) or bool(a.scene & b.scene)) and _is_told_of_one(a, b, days, ledger, words)
    slips = alike and _may_be_of_one_sort(a, b) and _are_slips(*days) and (
        _is_one_event(a, b, close=close > _CLOSE) or (close > _CLOSE and _are_led_alike(a, b, ledger)))
    if not (slips or _is_told_of_one(a, b, days, ledger, words)):
        return False
    return _figures_agree(a, b, figures) or ledger.evidence.of_company(a, b) >= BESIDE


def _ends_alike(a: Claim, b: Claim) -> bool:
    """True for stretches of time with one last day: what begins on one day may be counted up to another later on."""
    return _days(a)[-1][_MONTH_AND_DAY:] == _days(b)[-1][_MONTH_AND_DAY:]


def _is_told_of_one(a: Claim, b: Claim, days: tuple[str, str], ledger: Ledger, words: Telling) -> bool:
    """True where the same sort of thing happened on two days of one year, and the rare words shared make it one.

    The word for what happened is not enough, and a word that makes the day a plan or another one must stand by both.
    """
    is_stretch = "/" in str(a.identifier)
    if _are_marked_apart(a, b, words) or not _is_one_year(*days):
        return False
    if not (is_stretch or a.scene & b.scene):
        return _are_slips(*days) and not (a.scene and b.scene) and _is_told_in_one_way(a, b, ledger)
    score, told = ledger.evidence.of_words(a, b)
    if len(told - {stem_of_word(word) for word in a.scene}) < _FEWEST - is_stretch:
        return False
    company, translated = ledger.evidence.of_company(a, b), a.language != b.language
    score += company + _ONE_END * (is_stretch and not translated) - ledger.stories.doubt(a.path, b.path)
    slips = _are_slips(*days)
    if not is_stretch and a.scene & b.scene <= words.recurring:
        return slips and score >= (_PLENTY if company >= _SOME else _MUCH)
    sparse = slips and not translated  # two languages share names alone, as two events of one place may
    return score >= (_ENOUGH if sparse else _PLENTY) and {len(day) for day in days} == {_DAY}


def _is_told_in_one_way(a: Claim, b: Claim, ledger: Ledger) -> bool:
    """True where many rare words, and not names alone, make one event of what no list of sorts knows; no document."""
    if not (_is_in_digits(a) and _is_in_digits(b)) or a.language != b.language or _is_of_document(a, b, ledger):
        return False
    score, told = ledger.evidence.of_words(a, b)
    score += ledger.evidence.of_company(a, b) - ledger.stories.doubt(a.path, b.path)
    names = frozenset(map(stem_of_word, a.story | b.story))
    return score >= _SAME_WORDS and len(told - names) >= _MANY


def _is_in_digits(claim: Claim) -> bool:
    """True for a day that the text itself tells, unlike "Thursday"."""
    return any(map(str.isdigit, claim.text)) and len(_days(claim)[0]) == _DAY


def _is_of_document(a: Claim, b: Claim, ledger: Ledger) -> bool:
    """True where one of two days is that of a document, of which there are many that are called alike."""
    dated = {(each.path, each.date) for each in ledger.claims_of("reference") if each.path in (a.path, b.path)}
    return (a.path, a.date) in dated or (b.path, b.date) in dated


def _may_be_of_one_sort(a: Claim, b: Claim) -> bool:
    """False where things of two sorts are known to have happened on two days."""
    return not (a.scene and b.scene and a.scene.isdisjoint(b.scene))


def _comes_again(a: Claim, b: Claim, words: Telling) -> bool:
    """True where the words by one of two days tell of what happens again and again; a stretch of time tells enough."""
    return "/" not in str(a.identifier) and bool(words.apart & (a.near | b.near))


def _are_marked_apart(a: Claim, b: Claim, words: Telling) -> bool:
    """True where words by one of two days make it a plan or another day; not by "will" where neither is past."""
    if words.variants & ((a.near - b.context) | (b.near - a.context)):
        return True
    marks = ((a.marks - b.context) | (b.marks - a.context)) - words.counting - a.story - {DONE}
    done = any(DONE in each.marks and not each.marks & words.ahead for each in (a, b))
    return bool(marks - words.ahead) or (bool(marks) and done)


def _is_one_year(one: str, other: str) -> bool:
    years = {day[:_MONTH_AND_DAY] for day in (one, other)} - {"XXXX-"}
    return len(years) <= 1


def _are_slips(one: str, other: str) -> bool:
    """True for days of one year that differ in the day or in the month alone, and for a month against another.

    >>> _are_slips("2024-05-06", "2024-05-16"), _are_slips("XXXX-05-06", "2024-05-16")
    (True, True)
    >>> _are_slips("2024-05-06", "2024-06"), _are_slips("2024-05-06", "2024-05")
    (True, False)
    >>> _are_slips("2024-05-06", "2024-06-07"), _are_slips("2024-05-06", "2023-05-06")
    (False, False)
    """
    year, month, *day = one.split("-")
    their_year, their_month, *their_day = other.split("-")
    if year != their_year and "XXXX" not in (year, their_year):
        return False
    return (month == their_month) != (day == their_day) if day and their_day else month != their_month


def _is_given(day: str, given: set[str]) -> bool:
    """True when a report names a day or month, or a day of that month."""
    told = day[_MONTH_AND_DAY:]
    return any(each.startswith(told) or told.startswith(each) for each in given)


def _is_one_event(a: Claim, b: Claim, *, close: bool) -> bool:
    """True for sentences that share nearly all their words: a name of both reports and what happened, or much of that.

    Names are left out of what happened: one person does many things. Words of its own in each sentence may be what sets
    the two apart ("library", "children's library"), unless much is shared by them or by the reports.
    """
    names = frozenset(map(stem_of, a.story & b.story))  # those that only one report gives hang on who copied it
    mine, yours = frozenset(map(stem_of, a.near)), frozenset(map(stem_of, b.near))
    done, fewest = (mine & yours) - names, min(len(mine - names), len(yours - names))
    if len(done) < (_FEWEST if mine & yours & names else _MANY):
        return False
    if mine - yours - names and yours - mine - names and not (close and len(done) >= _MANY):
        return len(done) > _MANY and _MOST_OF[1] * len(done) >= _MOST_OF[0] * fewest
    return _PART[1] * len(done) >= _PART[0] * fewest


def _are_led_alike(a: Claim, b: Claim, ledger: Ledger) -> bool:
    """True where the same words lead to both days, a name of both reports and what happened among them."""
    led = [[stem_of_word(word) for word in reversed((each.phrase or "").split())] for each in (a, b)]
    shared = frozenset(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(*led, strict=False)))
    names = frozenset(map(stem_of_word, a.story & b.story))
    told = len(shared) >= _FEWEST_LED and bool(shared & names) and bool(shared - names)
    return told and ledger.evidence.of_words(a, b)[0] >= _SURE


def _are_swapped(one: str, other: str) -> bool:
    """True for days of one year of which the one has the month of the other for its day.

    >>> _are_swapped("2023-09-05", "2023-05-09"), _are_swapped("2023-09-05", "2023-09-06")
    (True, False)
    """
    parts, theirs = one.split("-"), other.split("-")
    return parts[1:] == theirs[:0:-1] and parts[0] == theirs[0] and parts[1] != parts[2]


def _figures(ledger: Ledger) -> _Figures:
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in ledger.claims_of("quantity"):
        found[claim.path, claim.sentence].append(claim)
    return found


def _figures_agree(a: Claim, b: Claim, figures: _Figures) -> bool:
    """False where both sentences count or measure one thing, with two results: these are two events."""
    mine, yours = (_amounts(figures.get((claim.path, claim.sentence), ())) for claim in (a, b))
    return all(mine[thing] & yours[thing] for thing in mine.keys() & yours.keys())


def _amounts(figures: list[Claim] | tuple[Claim, ...]) -> dict[tuple[str | None, str], set[Decimal]]:
    found: dict[tuple[str | None, str], set[Decimal]] = defaultdict(set)
    for claim in figures:
        if isinstance(claim.value, Decimal):
            found[claim.measure, noun_of(claim)].add(claim.value)
    return found
