"""The method "growth": a change set against levels that stand in other sentences or other reports.

Where the words tie no level to the change, the ledger is asked for levels of the same thing in the period of the change
and in the period it is measured from. What is not stated is not guessed: without both periods nothing is compared,
save that a change over a year without a base is measured from the year before, and that two levels told together
elsewhere may be shown to be those of the change, see `claimcheck.check.changes.joins`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from claimcheck.check.changes.level_pairs import is_made_of_neighbours
from claimcheck.check.changes.levels import OpenChange, with_levels
from claimcheck.check.comparing.comparable import WORLDS_APART, role_of
from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.comparing.slips import same_digits
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.echoes import merge_echoes
from claimcheck.check.formulas.relation_rule import RelationRule, Roles, ready
from claimcheck.check.formulas.working import judge_case, may_hold_for
from claimcheck.check.hints.corroboration import corroborated
from claimcheck.check.ledger import Ledger
from claimcheck.check.parts.doubts import are_of_two_groups, is_rate_of_neighbours
from claimcheck.check.parts.quotients import is_amount, size_of
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_Place = tuple[str, int]
_LEVEL_NOT_STEP = 4  # times that what is called a change is larger than the step, and as large as a level
_APPOSED = 40  # characters between an amount and the change that is told of it
_NEAR = 250  # characters between two levels, of which either may be meant


@dataclass(frozen=True)
class _Apart:
    """Levels that are tied to others: parts by their wholes, and earlier levels by the later ones told with them."""

    ledger: Ledger

    @cached_property
    def wholes(self) -> Mapping[_Place, Sequence[Claim]]:
        """The wholes of each part, by where the part stands."""
        found: dict[_Place, list[Claim]] = defaultdict(list)
        for relation in self.ledger.relations_of("total"):
            for part in relation.roles.get("part", ()):
                found[(part.path, part.start)].extend(relation.roles.get("whole", ()))
        return found

    @cached_property
    def later(self) -> Mapping[_Place, Sequence[Claim]]:
        """The later levels told with each earlier one, by where that stands."""
        found: dict[_Place, list[Claim]] = defaultdict(list)
        for relation in (*self.ledger.relations_of("levels"), *self.ledger.relations_of("change")):
            for base in relation.roles.get("from", ()):
                found[(base.path, base.start)].extend(relation.roles.get("to", ()))
        return found

    def may_be_pair(self, to: Claim, base: Claim) -> bool:
        """False for a part of the later level, and for the earlier level of something else."""
        place = (base.path, base.start)
        if any(_is_one_amount(whole, to) for whole in self.wholes.get(place, ())):
            return False
        told = self.later.get(place, ())
        return not told or any(_is_one_amount(level, to) for level in told)


def _is_one_amount(one: Claim, other: Claim) -> bool:
    if one.reading is None or other.reading is None:
        return one.value == other.value
    return one.measure == other.measure and not one.reading.lenient.is_disjoint(other.reading.lenient)


def check_growth(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """The findings and verdicts of one rule on all changes whose levels have to be looked up."""
    parsed, apart = ready(rule), _Apart(ledger)
    found = (outcome for change in ledger.open_changes for outcome in _on_levels(parsed, change, ledger, apart))
    return found if ledger.trial else merge_echoes(found)  # the first misfit answers a trial


def _on_levels(
    parsed: RelationRule, change: OpenChange, ledger: Ledger, apart: _Apart
) -> Iterator[Finding | Verdict]:
    """One outcome for a change: it agrees when some pair of levels fits, else the first misfit is reported."""
    if not parsed.may_concern(change.relation):
        return
    own = (
        _nearest(figures, ledger) for figures in change.filled
        if apart.may_be_pair(figures["to"][0], figures["from"][0])
        and not _are_of_other(change.relation, figures, ledger)
    )
    told = list(_of_pairs(parsed, change.relation, own, ledger))
    if told:
        yield from told
        return
    joins = ledger.joins
    joined = joins.levels_for(change.relation) or joins.year_before(change.relation)
    reckoned = () if joined else ledger.reckonings.missed_by(change.relation)
    for pairs in (joined, reckoned, () if joined or reckoned else joins.missed_by_digit(change.relation)):
        filled = (
            _nearest(with_levels(change.relation, *pair), ledger) for pair in pairs
            if apart.may_be_pair(*pair) and not _is_of_others(change.relation, *pair, ledger)
        )
        yield from _of_pairs(parsed, change.relation, filled, ledger)


def _is_of_others(relation: Relation, to: Claim, base: Claim, ledger: Ledger) -> bool:
    """True for a change that the report of the levels tells of something else, or that is worlds too small or large.

    "Revenue 3,412 million (3,250). Sales in old stores up 3.1%"; "1.38 million tonnes", "0.6 tonnes less"; "1.9
    billion, above their reckoning of 1.84 billion"; "at constant exchange rates sales grew by 5%".
    """
    (change,) = relation.roles["change"]
    if any(path != change.path and _tells(path, change, ledger) for path in (to.path, base.path)):
        return True
    if _is_itself(change, to) or are_of_two_groups(to, base, ledger.stories):
        return True
    if _has_own_level(change, to, base, ledger):
        return True
    if change.marks - to.marks - to.context - base.context:
        return True
    if change.measure != to.measure or change.reading is None or same_digits(to, change):
        return False
    step, told = abs(size_of(to) - size_of(base)), size_of(change)
    return told * WORLDS_APART < step or (2 * told > min(size_of(to), size_of(base)) and told > _LEVEL_NOT_STEP * step)


def _has_own_level(change: Claim, to: Claim, base: Claim, ledger: Ledger) -> bool:
    """True where right before a change stands another amount of what two levels of other reports count.

    "The yard handled 262,000 boxes in May, 3.1% more than a year earlier": no boxes of the whole port.
    """
    if change.path in (to.path, base.path) or not noun_of(to):
        return False
    beside = [each for each in ledger.stories.beside(change) if each.end <= change.start]
    own = max(beside, key=lambda each: each.start, default=None)
    if own is None or change.start - own.end > _APPOSED or role_of(own) != "level" or noun_of(own) != noun_of(to):
        return False
    return not (_is_one_amount(own, to) or _is_one_amount(own, base))


def _is_itself(change: Claim, level: Claim) -> bool:
    """True for "Retreat of the glacier: 46 m" beside "it retreated by 46 m": the level measures the move itself."""
    if change.value != level.value or not change.metric or not level.metric:
        return False
    named = frozenset(map(stem_of_word, level.metric.split())) - frozenset(map(stem_of_word, change.metric.split()))
    return not named.isdisjoint(map(stem_of_word, change.context))


def _tells(path: str, change: Claim, ledger: Ledger) -> bool:
    """True where a report tells a change as well, be it rounded: "12.2%", "12 per cent"."""
    return any(
        each.measure == change.measure and role_of(each) == "change" and each.reading is not None
        and (each.value == change.value or
             (change.reading is not None and not each.reading.strict.is_disjoint(change.reading.strict)))
        for each in ledger.stories.figures(path)
    )


def _are_of_other(relation: Relation, figures: Roles, ledger: Ledger) -> bool:
    """True for levels that make another change which the sentence of this one tells too."""
    (change,), (to,), (base,) = relation.roles["change"], figures["to"], figures["from"]
    if to.reading is None or base.reading is None or change.measure == "percentage_point":
        return False
    return ledger.reckonings.is_told_beside(change, to, base)


def _nearest(figures: Roles, ledger: Ledger) -> Roles:
    """The figures of a change, with the levels as its own report tells them, where it tells both as another does."""
    (change,) = figures["change"]
    if any(level.path == change.path for role in ("to", "from") for level in figures[role]):
        return figures
    own = {role: ledger.stories.reading_alike(change.path, figures[role][0]) for role in ("to", "from")}
    return figures if None in own.values() else {**figures, **{role: (level,) for role, level in own.items() if level}}


def _of_pairs(
    parsed: RelationRule, change: Relation, filled: Iterable[Roles], ledger: Ledger
) -> Iterator[Finding | Verdict]:
    """What the first pair that fits makes of the change, else the first of all."""
    misfit = None
    for figures in filled:
        if parsed.why_not_of(figures, complete=change.complete) is None:
            roles = {name: figures[name] for name in parsed.formula.names}
            outcome = judge_case(parsed, roles, change.direction, stated=False, worded=False)
            if isinstance(outcome, Verdict):
                yield outcome
                return
            misfit = misfit or roles
    if misfit is not None and not _is_borne_out(parsed, change, misfit, ledger):
        outcome = judge_case(parsed, misfit, change.direction, stated=False, worded=not ledger.trial)
        fits = partial(_fits, parsed, misfit, change.direction)
        yield outcome if isinstance(outcome, Verdict) else corroborated(outcome, outcome.claims, fits, ledger)


def _fits(parsed: RelationRule, roles: Roles, direction: str, one: Claim, other: Claim) -> bool:
    """True when a change may hold with another figure in place of one of its own."""
    swapped = {role: [other if claim is one else claim for claim in claims] for role, claims in roles.items()}
    return may_hold_for(parsed, swapped, direction)


def _is_borne_out(parsed: RelationRule, change: Relation, misfit: Roles, ledger: Ledger) -> bool:
    """True where the story has another figure of the time of one level that makes a change by an amount right.

    Or two figures told one after the other that make it, or for a rate two others of its own sentence: "18,900 points
    at 6,480 places, 6.2% more than in July (17,800 at 6,210)".
    """
    told = misfit["change"][0]
    if is_rate_of_neighbours(told, (misfit["to"][0], misfit["from"][0]), change.direction, ledger.stories):
        return True
    if told.measure != misfit["to"][0].measure:  # a rate fits many a figure by chance, but for the other level's kin
        return _is_made_with_kin(parsed, change, misfit, ledger)
    near = ledger.stories.near(change.path)
    if any(is_made_of_neighbours(told, ledger.stories.figures_that(is_amount, path)) for path in near):
        return True
    for role in ("to", "from"):
        level = misfit.get(role, ())[:1]
        for other in ledger.stories.told_by(change.path) if level and level[0].period else ():
            alike = other.measure == level[0].measure and other.period == level[0].period and other is not level[0]
            if alike and role_of(other) == "level" and isinstance(
                judge_case(parsed, {**misfit, role: (other,)}, change.direction, stated=False, worded=False), Verdict
            ):
                return True
    return False


def _is_made_with_kin(parsed: RelationRule, change: Relation, misfit: Roles, ledger: Ledger) -> bool:
    """True where, told in another report, one level of a rate has a like one near the other that makes it right."""
    for role, other in (("to", "from"), ("from", "to")):
        (kept, *_), (left, *_) = misfit[role], misfit[other]
        if change.path in (kept.path, left.path):
            return False
        if any(
            may_hold_for(parsed, {**misfit, other: (each,)}, change.direction)
            for each in ledger.stories.figures_that(is_amount, left.path)
            if each.measure == kept.measure and each not in (kept, left) and abs(each.start - left.start) <= _NEAR
        ):
            return True
    return False
