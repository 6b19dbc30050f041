"""What may be meant by a share: the words of its clause, and the figures that may be its part and its whole."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.check.comparing.evidence import in_one_sentence, stem_of_word
from claimcheck.check.comparing.slips import as_told
from claimcheck.check.parts.quotients import Weighed, lacks_unit, percentage_of, size_of, stems_in
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.interval import Interval
from claimcheck.model.slips import swapped_over

_FARTHEST = 2  # times that a share may miss what it should be
_NEARLY_ALL = Decimal("0.97")  # of a whole, beyond which nobody gives a share
_PER_CENT = 100
_ALL = Interval.point(100)
OTHER_TIME = "+"  # at the head of what may limit a share: it may be of another time
OTHER_TIMES = ("+", "~")  # the same, and where the time stands behind
_BAR = "|"  # before what may limit a share
_SHORT = 2  # letters of words that tell nothing


@dataclass(frozen=True, slots=True)
class ShareWords:
    """How the words of a share's clause begin: those that name the part, and those that name the whole.

    limits: what may limit the share, see `limited_by`.
    """

    part: frozenset[str]
    whole: frozenset[str]
    limits: str = ""

    @classmethod
    def of(cls, portion: Relation) -> ShareWords:
        """The words of a share, as its clause tells them of the part and of the whole."""
        part, _, whole = portion.scope.partition("\n")
        named, of = stems_in(part), stems_in(whole)
        if named == of and portion.when[:1] in OTHER_TIMES:
            named = frozenset()  # "last year 88 percent of the pupils passed": nothing but the deed names the part
        return cls(named, of, portion.when)

    def limited_by(self, thing: str, said: Set[str]) -> bool:
        """True where the share may be one of other things than those of a name, or at another time.

        So it may where words before the share or the name, behind what may begin a limit, or at the end behind that are
        not among those `said` of the things.
        """
        lead, _, behind = self.limits.partition("\n")
        other, _, lead = lead.partition(" ")
        words = behind.split()
        named = next((at for at, word in enumerate(words) if stem_of_word(word) == stem_of_word(thing)), None)
        if other or named is None:
            return True
        bars = [at for at, word in enumerate(words) if at > named and word == _BAR]
        behind_bars = [word for at in bars for word in words[at + 1 : at + 2]] + (words[-1:] if bars else [])
        told = (*lead.split(), *words[:named], *behind_bars)
        return not {stem_of_word(word) for word in told if len(word) > _SHORT} <= said


@dataclass(frozen=True, slots=True)
class Candidates:
    """The figures that may be the part of a share, and those that may be the whole, each with what tells for it.

    part, whole: the one that the clause gives, if it gives one.
    """

    share: Claim
    words: ShareWords
    part: Claim | None
    whole: Claim | None
    parts: Sequence[Weighed]
    wholes: Sequence[Weighed]


def may_be_pair(part: Claim, whole: Claim) -> bool:
    """True for amounts of one sort, or in one unit that one leaves out, the first of them well below the other."""
    return size_of(part) < _NEARLY_ALL * size_of(whole) and _are_of_one_sort(part, whole)


def _are_of_one_sort(part: Claim, whole: Claim) -> bool:
    return part.measure == whole.measure or any(
        lacks_unit(each) and other.measure != "hour" for each, other in ((part, whole), (whole, part))
    )


def is_right(share: Claim, part: Claim, whole: Claim, *, rest: bool = False) -> bool:
    """True for a part that makes a share of a whole right, be it nearly all, or that leaves so much of it."""
    assert share.reading is not None
    if part is whole or size_of(part) > size_of(whole) or not _are_of_one_sort(part, whole):
        return False
    told = share.reading.strict if share.form == "digits" and not share.hedge else share.reading.lenient
    made = percentage_of(part, whole)
    return not told.is_disjoint(_ALL - made if rest else made)


def is_right_or_rest(share: Claim, part: Claim, whole: Claim) -> bool:
    """True for a part that makes a share of a whole right, or leaves it."""
    return any(is_right(share, part, whole, rest=rest) for rest in (False, True))


def is_in_reach(share: Claim, part: Claim, whole: Claim, times: int = _FARTHEST) -> bool:
    """True for a part of a whole that a share misses by no more than a writer may."""
    assert share.reading is not None
    told, made = share.reading.strict.middle or 0, percentage_of(part, whole).middle or 0
    return (told <= times * made and made <= times * told) or _has_swapped_digits(share, float(made))


def _has_swapped_digits(share: Claim, made: float) -> bool:
    """True for a share in digits of which two have changed places: "31 per cent" for 13."""
    if not isinstance(share.value, Decimal) or share.form != "digits" or share.hedge:
        return False
    return swapped_over(share.value, as_told(share, made)) == 1


def is_of_list(share: Claim, part: Claim, levels: Sequence[Claim]) -> bool:
    """True for a share of several amounts together: "the two deepest, 182 and 175, hold 43.1% of it"."""
    assert share.reading is not None
    listed = [
        level.reading.strict for level in levels
        if level.measure == part.measure and in_one_sentence(level, part) and level.start <= part.start
        and level.reading is not None
    ]
    together = sum(listed[1:], listed[0]) if len(listed) > 1 else None
    return together is not None and any(
        not share.reading.strict.is_disjoint((together / level.reading.strict).scale(_PER_CENT))
        for level in levels
        if level.measure == part.measure and level.reading is not None and not in_one_sentence(level, part)
    )
