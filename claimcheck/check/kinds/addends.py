"""The method "addends": amounts told one after the other, and the whole told elsewhere that they miss.

Which figure the whole is, digits and words tell (see `check.addends`).

Keys of `when`:
    says    the message; {whole} quotes the figure, {parts} the amounts, {computed} is what they come to
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.hints.corroboration import corroborated, with_witnesses
from claimcheck.check.hints.rewording import in_words_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.parts.addends import Missed
from claimcheck.check.wording import quote
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import is_misprint
from claimcheck.packs.schema.rules import RuleSpec

_SAYS, _TOLD = "says", "addends"
_COUNTED = "counted"  # the scope of a list of which words only tell how long it is
_PAIR, _SPLIT = "pair", "split"  # and of two amounts of one sentence, which may share out what stands before it


def check_addends(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """A finding for each whole that parts told one after the other miss; raises InputError for a rule not sound."""
    if set(rule.when) != {_SAYS}:
        raise InputError(rule.file, f"must hold {_SAYS!r} alone", entry=rule.id, key="when")
    found: dict[tuple[str, int], Missed] = {}
    for relation, parts in _lists(ledger):
        told = relation.kind == _TOLD
        missed = ledger.addends.missed_by(
            parts, closed=told and relation.complete, tabled=not told, counted=relation.scope == _COUNTED,
            paired=relation.scope in (_PAIR, _SPLIT), split=relation.scope == _SPLIT,
        )
        if missed is not None:
            place = missed.whole.path, missed.whole.start
            found[place] = max(found.get(place, missed), missed, key=lambda each: each.score)
    for missed in found.values():
        yield _with_witness(_finding(rule, missed), missed, ledger)


def _lists(ledger: Ledger) -> Iterator[tuple[Relation, Sequence[Claim]]]:
    """The amounts told one after the other, be it in sentences, lines or a column; but no column that has a total."""
    told = ledger.relations_of(_TOLD)
    pairs = [relation for relation in told if relation.scope in (_PAIR, _SPLIT)]
    lists = [relation for relation in told if relation.scope not in (_PAIR, _SPLIT)]
    columns = [relation for relation in ledger.relations_of("column") if not relation.complete]
    for relations in (lists, pairs, ledger.relations_of("series"), columns):
        for relation in few_of_each(relations):
            yield relation, relation.roles["part" if relation.kind == _TOLD else "value"]


def _with_witness(finding: Finding, missed: Missed, ledger: Ledger) -> Finding:
    """A finding with the figure of another report with which all comes out, which then needs no words in common."""
    for path in ledger.stories.near(missed.whole.path)[1:]:
        for other in ledger.stories.figures(path):
            for part in missed.parts:
                if _is_meant(part, other) and missed.comes_out_with(part, other):
                    return with_witnesses(finding, [other], f"With {quote(other)} it comes out.")
    return corroborated(finding, (), _never, ledger)


def _is_meant(part: Claim, other: Claim) -> bool:
    """True for a figure that a slip of the pen makes of a part."""
    if not isinstance(part.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    return part.unit == other.unit and is_misprint(part.value, other.value)


def _never(_: Claim, __: Claim) -> bool:
    return False


def _finding(rule: RuleSpec, missed: Missed) -> Finding:
    whole = missed.whole
    claims = in_order((whole, *missed.parts))
    made = (missed.made.middle or 0) / measure_of(str(whole.unit)).factor
    told = " + ".join(" ".join(part.text.split()) for part in missed.parts)
    closed = "\nThe words say that there are no other parts." if missed.closed else ""
    return finding_of(
        rule, claims, sure=False,
        message=str(rule.when[_SAYS]).format(whole=quote(whole), computed=in_words_of(whole, made), parts=told),
        explanation=f"{told} = {in_words_of(whole, made)}, against {quote(whole)}.{closed}",
    )
