"""The one place that decides whether two figures are about the same thing, and says why not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter

from claimcheck.check.comparing.slips import same_digits
from claimcheck.check.comparing.times import OUTCOMES, are_told_at_two_times, is_foretold
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Status

_COMPARED_ROLES = ("level", "change", "share", "ratio", "difference")
_TELLING_WORDS = 3  # "school repair programme" needs no subject to be known again
_MOST_GAPS = 2
_FITNESS = itemgetter("kind", "reading", "metric", "role", "status")  # whether a figure is fit, asked at once
# what sets figures apart: those that are alike in all of it, as most of one fact are, need not be asked one by one
_SETTING = itemgetter(
    "metric", "measure", "role", "facets", "scene", "subject", "place", "trend", "status", "period", "base", "sure",
)
OTHER_SPAN = 2  # times that a figure of a year may be one of an unknown time, which a figure of a quarter exceeds
WORLDS_APART = 1000  # times that one of two amounts of other digits may be the other, where not all is stated
SHARED_NAMES = 2  # so many rare names in common make two reports one story


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two figures that state one fact; `sure` is False when that was inferred."""

    sure: bool


_SURE = Meeting(sure=True)


def why_unfit(claim: Claim) -> str | None:
    """Why a claim can be compared with no other figure; None when it can."""
    kind, reading, metric, role, status = _FITNESS(vars(claim))
    if kind != "quantity" or reading is None:
        return "not a figure"
    if metric is None:
        return "the text does not say what is measured"
    if role is not None and role not in _COMPARED_ROLES:
        return "a rank or a limit, which states no amount"
    if status in ("denied", "hypothetical"):
        return f"the text itself calls the figure {status}"
    return None


def role_of(claim: Claim) -> str:
    """The role of a figure; a figure is a level unless the text says otherwise."""
    return claim.role or "level"


def is_amount(claim: Claim) -> bool:
    """True for levels and for rates by a unit ("euros per share"), which may be compared as they stand."""
    return role_of(claim) == "level" or (claim.role == "ratio" and "_per_" in (claim.measure or ""))


def compare(a: Claim, b: Claim) -> Meeting | str:
    """Whether two figures state one fact: how surely, or the reason why they do not.

    >>> from claimcheck.model.claim import Claim
    >>> from claimcheck.model.reading import Reading
    >>> exports = Claim(metric="exports", measure="USD", subject="Nghe An", reading=Reading.exactly(3))
    >>> compare(exports, exports.model_copy(update={"metric": "imports"}))
    'exports is not imports'
    """
    return why_unfit(a) or why_unfit(b) or meeting_of(a, b)


def meeting_of(a: Claim, b: Claim) -> Meeting | str:
    """As `compare`, for figures that are known to be fit for it."""
    if a.sure and a.subject is not None and a.period is not None and a.path != b.path and (
            _SETTING(vars(a)) == _SETTING(vars(b))):
        return _SURE
    reason = _differ(a, b) or _differ_in_time(a, b)
    if reason:
        return reason
    sure = a.sure and b.sure and a.status == b.status and a.base == b.base
    if not sure and not (a.telling and b.telling):
        return "the text says too little of what is counted"
    if not sure and are_apart_by(WORLDS_APART, a, b):
        return "they are too far apart to measure one thing"
    if a.path == b.path:
        return _within_report(a, b, sure)
    if None not in (a.period, b.period, a.subject, b.subject):
        return Meeting(sure)
    gaps = _gaps(a, b)
    if are_told_at_two_times(a, b):
        return "the reports are of two times"
    running = any(claim.period is not None and claim.period.end is None for claim in (a, b))
    if "period" in gaps and running and not a.timeless:
        return "one runs up to a day that is not told"
    if not a.timeless and are_apart_by(OTHER_SPAN, a, b):
        return "one may be of a shorter time, or of a part of what the other is of"
    return Meeting(sure=False) if _one_story(a, b, gaps) else f"the {' and the '.join(gaps)} of one is not known"


def are_apart_by(times: int, a: Claim, b: Claim) -> bool:
    """True for amounts of other digits, one of which is more than so many times as large as the other."""
    sizes = _sizes_of(a, b)
    return sizes is not None and sizes[1] > times * sizes[0] and not same_digits(a, b)


def _sizes_of(a: Claim, b: Claim) -> tuple[Decimal, Decimal] | tuple[Fraction, Fraction] | None:
    """The sizes of two amounts, the smaller one first, in the unit of both or of their measure; None for others."""
    if not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal):
        return None
    if a.unit == b.unit:
        one, other = abs(a.value), abs(b.value)
        return (one, other) if one < other else (other, one)
    if a.measure != b.measure or a.reading is None or b.reading is None:
        return None
    ends = a.reading.strict.middle, b.reading.strict.middle
    if ends[0] is None or ends[1] is None:
        return None
    mine, yours = abs(ends[0]), abs(ends[1])
    return (mine, yours) if mine < yours else (yours, mine)


def may_meet(a: Claim, b: Claim) -> bool:
    """False when two figures cannot meet: a quick look, before the thorough one of `meeting_of`."""
    if a.path == b.path:
        return (a.sure and b.sure) or a.tabled != b.tabled
    if None not in (a.period, b.period, a.subject, b.subject):
        return True
    return len(a.story & b.story) >= SHARED_NAMES or has_telling_name(a)


def are_alike(one: Status, other: Status) -> bool:
    """True for statuses whose figures may be set against each other: an estimate speaks of the outcome."""
    return one == other or (one in OUTCOMES and other in OUTCOMES)


def is_told_alike(a: Claim, b: Claim) -> bool:
    """True when nothing that is known sets the two figures apart."""
    return _differ(a, b) is None and _differ_in_time(a, b) is None


def compare_apart_from_period(a: Claim, b: Claim, nation: str | None = None) -> Meeting | str:
    """As `compare`, for figures of different periods, which may stand in one report.

    nation: figures of any place in this nation are compared, whatever their subjects.
    """
    reason = why_unfit(a) or why_unfit(b) or _differ_in_thing(a, b)
    if reason:
        return reason
    if nation is not None:
        return Meeting(sure=False) if a.nation == b.nation == nation else f"not both of {nation}"
    reason = _differ_in_setting(a, b)
    if reason:
        return reason
    if a.subject is None or b.subject is None:
        return Meeting(sure=False) if _one_story(a, b, ["subject"]) else "the subject of one is not known"
    return Meeting(a.sure and b.sure and a.status == b.status)


def _gaps(a: Claim, b: Claim) -> list[str]:
    """What is not known of both figures."""
    known = (("period", a.period, b.period), ("subject", a.subject, b.subject))
    return [gap for gap, one, other in known if one is None or other is None]


def _differ(a: Claim, b: Claim) -> str | None:
    """The first respect in which two figures are known to differ."""
    return _differ_in_thing(a, b) or _differ_in_setting(a, b)


def _differ_in_thing(a: Claim, b: Claim) -> str | None:
    if a.metric != b.metric:
        return f"{a.metric} is not {b.metric}".replace("-", " ")
    if a.measure != b.measure:
        return f"{a.measure} is not {b.measure}"
    if a.role != b.role and role_of(a) != role_of(b):
        return f"a {role_of(a)} is not a {role_of(b)}"
    if a.facets != b.facets and set(a.facets) != set(b.facets):
        apart = " and ".join(sorted({*a.facets} ^ {*b.facets}))
        return f"only one of them is {apart}"
    if a.scene and b.scene and a.scene.isdisjoint(b.scene):
        return f"{' and '.join(sorted(a.scene))} is not {' and '.join(sorted(b.scene))}"
    return None


def _differ_in_setting(a: Claim, b: Claim) -> str | None:
    if a.subject and b.subject and a.subject != b.subject:
        return f"{a.subject} is not {b.subject}"
    if a.place and b.place and a.place != b.place:
        return f"{a.place} is not {b.place}"
    if a.trend and b.trend and a.trend != b.trend:
        return "one rises and the other falls"
    if not are_alike(a.status, b.status) and not same_digits(a, b):
        return f"{a.status} is not {b.status}"
    if is_foretold(a, b):
        return "one was estimated before its period ended"
    return None


def _differ_in_time(a: Claim, b: Claim) -> str | None:
    if a.period and b.period and a.period != b.period:
        return f"{a.period} is not {b.period}"
    if a.base and b.base and a.base != b.base:
        return f"measured from {a.base} and from {b.base}"
    return None


def _within_report(a: Claim, b: Claim, sure: bool) -> Meeting | str:
    """A report that gives two values under one name usually means two things; only full agreement makes them one.

    Its text and its tables speak of the same things.
    """
    if a.tabled != b.tabled and None not in (a.subject, b.subject, a.period, b.period):
        return Meeting(sure=False)
    if not sure or a.line == b.line or a.phrase is None or b.phrase is None:
        return "one report gives both, and may mean two things"
    if a.phrase.casefold() != b.phrase.casefold():
        return "one report gives both, in different words"
    return Meeting(sure=False)


def _one_story(a: Claim, b: Claim, gaps: list[str]) -> bool:
    """The exception to "unknown never equals unknown": what is known leaves no second reading.

    Both reports share rare names and both figures are plain levels, or rates by a unit, of one metric. Both subject and
    period may be open, or the period of both figures, only when the metric is told in several words of its own; the day
    of an event makes up for its place; a figure that stays the same needs no period. Figures of the same digits need no
    shared names. Figures whose names differ, or of which less is known, meet in `check.twins` alone.
    """
    if not is_amount(a):
        return False
    if len(a.story & b.story) < SHARED_NAMES:
        return has_telling_name(a) and same_digits(a, b)
    if has_telling_name(a) or (a.of_event and a.period is not None and a.period == b.period):
        return True
    needed = [gap for gap in gaps if gap != "period" or not a.timeless]
    open_period = "period" in needed and a.period is None and b.period is None
    return len(needed) < _MOST_GAPS and not open_period


def has_telling_name(claim: Claim) -> bool:
    """True for a metric told in several words of its own."""
    return len(str(claim.metric).split()) >= _TELLING_WORDS
