"""The part a figure plays: level, change, share, ratio, difference, rank or other."""

from __future__ import annotations

from claimcheck.extract.binding.clauses import Sentence
from claimcheck.extract.binding.frames import unit_sort
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.pattern import Binding
from claimcheck.model.mention import Role


def find_role(sentence: Sentence, at: int, found: Binding | None, lexicon: BindingLexicon) -> Role | None:
    """The role of a quantity, by the pattern that bound it, its unit and its trend."""
    draft = sentence.items[at].quantity
    assert draft is not None
    if draft.role == "other":
        return draft.role
    if found is not None and found.role is not None:
        return found.role
    sort = unit_sort(draft)
    if "_per_" in draft.unit or _is_per(sentence, at):
        return "ratio"
    if sort == "points":
        return "change"
    if draft.form == "multiple":
        return "change"
    if draft.trend and (sort == "percent" or (sort == "fraction" and sentence.around[at + 1].head != "of")):
        return "change"  # "up by a quarter", but not "lost a quarter of its seats"
    if sort == "percent" and found is not None and found.metric is not None:
        head = found.metric.lower().split()[-1]
        if lexicon.has("growth-noun", head) or lexicon.has("change-noun", head):
            return "change"
    if sort == "fraction":
        return "share"
    if sort == "percent" and (found is None or found.metric is None or not _is_rate(found.metric, lexicon)):
        return "share"
    return "level"


def _is_per(sentence: Sentence, at: int) -> bool:
    after = sentence.around[at + 1]
    if sentence.around[at + 2].kind == "A":  # "a year earlier" is no unit
        return False
    return after.head in ("per", "each") or (after.kind == "NP" and after.det in ("a", "an", "each", "every")
                                             and len(after.words) == 1)


def _is_rate(metric: str, lexicon: BindingLexicon) -> bool:
    return not lexicon.classes.get("rate-noun", frozenset()).isdisjoint(metric.lower().split())
