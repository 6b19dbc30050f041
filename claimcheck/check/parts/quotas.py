"""Quotas: parts that the words of a story count out of a whole, for a share told elsewhere in it in words or per cent.

Nothing but the words ties a share to them: it must name what is counted, and share a word of what the part did. Then a
share that none of such quotas makes, nor leaves of its whole, was meant for the one whose words it shares most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.evidence import Evidence, stem_of_word
from claimcheck.check.comparing.objections import are_set_apart
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.check.parts.candidates import ShareWords, is_in_reach, is_right_or_rest
from claimcheck.check.parts.quotients import Quotient, percentage_of, stems_in
from claimcheck.model.claim import Claim, Relation

_COVERED = 0.5  # of what the words of a share tell, so much of which must stand with a quota
_FARTHEST = 3  # times that a share may miss what it should be
_HEADLINE = 1  # line

Quota = tuple[Claim, Claim]  # a part and its whole


@dataclass(frozen=True, slots=True)
class _Meant:
    """A quota that a share may be told of, and how much of the words of the share stands with it."""

    part: Claim
    whole: Claim
    covered: float


class Quotas:
    """The quotas of all stories."""

    def __init__(self, stories: Stories, evidence: Evidence, relations: Iterable[Relation]) -> None:
        self._stories = stories
        self._evidence = evidence
        self._told: dict[str, list[Quota]] = defaultdict(list)
        self._now: set[int] = set()  # the parts of those that are not told of another time
        for relation in relations:
            part, whole = relation.roles["part"][0], relation.roles["whole"][0]
            self._told[relation.path].append((part, whole))
            if relation.complete:
                self._now.add(id(part))

    def missed_by(self, share: Claim, words: ShareWords) -> Quotient | None:
        """The part and the whole that a share was meant to be of and does not fit; None where it may be of others."""
        near = [quota for path in self._stories.near(share.path) for quota in self._told.get(path, ())]
        if not near or share.reading is None or any(is_right_or_rest(share, *quota) for quota in near):
            return None
        meant = sorted(self._meant(share, words, near), key=lambda each: -each.covered)
        if not meant:
            return None
        best = meant[0]
        if not is_in_reach(share, best.part, best.whole, _FARTHEST):
            return None
        made = float(percentage_of(best.part, best.whole).middle or 0)
        return Quotient(best.part, best.whole, best.covered, made)

    def _meant(self, share: Claim, words: ShareWords, near: Sequence[Quota]) -> Iterator[_Meant]:
        all_ = words.part | words.whole
        weight = self._evidence.weight(all_, share.path)
        for part, whole in near:
            if not (id(part) in self._now and _may_meet(share, part, whole)):
                continue
            noun = whole.noun or part.noun or ""
            told = frozenset(map(stem_of_word, (*part.context, *whole.context, *share.story))) | stems_in(noun)
            if words.limited_by(noun.rpartition(" ")[2], told):
                continue
            deed = (all_ & told) - stems_in(noun) - frozenset(map(stem_of_word, share.story))
            covered = self._evidence.weight(all_ & told, share.path) / weight
            if (deed and covered >= _COVERED) or self._leads_into(share, part, whole):
                yield _Meant(part, whole, covered)

    def _leads_into(self, share: Claim, part: Claim, whole: Claim) -> bool:
        """True for a share in a headline, where the first figures below it are part and whole."""
        if share.path != part.path or share.line != _HEADLINE:
            return False
        below = [each for each in self._stories.figures(share.path) if each.line > _HEADLINE]
        return {id(each) for each in below[:2]} == {id(part), id(whole)}


def _may_meet(share: Claim, part: Claim, whole: Claim) -> bool:
    """False for figures of two times or owners, and where one was done and the other is planned."""
    if are_of_two_times(share, part) or are_of_two_times(part, whole):
        return False
    return are_alike(share.status, part.status) and not are_set_apart(share, part)
