"""The part a figure plays: level, change, share, ratio, difference, rank or other."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.asides import explained_date
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, quantity_before
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.drafts import QuantityDraft
from claimcheck.model.measure import dimension_of, measure_of
from claimcheck.model.mention import Role, Trend
from claimcheck.packs.schema.grammar import ClassId


def find_role(sentence: Sentence, at: int, found: Binding | None, lexicon: BindingLexicon) -> Role | None:
    """The role of a quantity, by the pattern that bound it, its unit and its trend."""
    draft = sentence.items[at].quantity
    assert draft is not None
    if draft.role == "other":
        return draft.role
    sort = unit_sort(draft)
    if sort not in ("percent", "points", "fraction") and explained_date(sentence, at) is not None:
        return "level"
    if sort == "percent" and not draft.trend:
        draft.trend = _signed_trend(sentence, at) or _shared_trend(sentence, at)
    if found is not None and found.role is not None:
        return found.role
    if ("_per_" in draft.unit and not _is_speed(draft)) or _is_per(sentence, at, lexicon):
        return "ratio"
    if sort == "points":
        return "difference" if _joins_difference(sentence, at) else "change"
    if draft.form == "multiple":
        return "change"
    if draft.unit == "count" and draft.noun is None and _leaves_out_percent(sentence, at, found):
        return "change"
    of_whole = "whole-link" in sentence.around[at + 1].classes
    if draft.trend and (sort == "percent" or (sort == "fraction" and not of_whole)):
        return "change"  # "up by a quarter", but not "lost a quarter of its seats"
    if sort == "percent" and found is not None and found.metric is not None:
        head = found.metric.lower().split()[-1]
        if lexicon.has("growth-noun", head) or lexicon.has("change-noun", head) or _tells_growth(found, lexicon):
            return "change"
    if sort == "percent" and _follows_change(sentence, at, lexicon):
        return "change"
    if sort == "fraction" or (sort == "percent" and _continues_share(sentence, found)):
        return "share"
    if sort == "percent" and not isinstance(draft.value, tuple) and draft.value < 0 and not _tells_rate(found, lexicon):
        return "change"  # "exports: 45 million dollars (-12%)"
    if sort == "percent" and (not _tells_rate(found, lexicon) or _tells_share(found, lexicon)):
        return "share"
    return "level"


def _signed_trend(sentence: Sentence, at: int) -> Trend:
    """The trend of a percentage with a plus behind the figure that it is of: "5,640 billion, +13%", "745 (+13%)"."""
    before = sentence.around[at - 1]
    signed = sentence.text[:sentence.items[at].start - sentence.start].endswith("+")
    while signed and before.text in ("+", "(", ","):
        at -= 1
        before = sentence.around[at - 1]
    return "up" if signed and before.kind == "Q" else ""


def _shared_trend(sentence: Sentence, at: int) -> Trend:
    """The trend of the change that a percentage goes on with: "an increase of 29% in volume and 19% in value"."""
    before = quantity_before(sentence, at)
    if before is not None and _goes_on(sentence, before, at):
        change = draft_at(sentence, before)
        return change.trend if change.role == "change" and unit_sort(change) == "percent" else ""
    if before is not None and all(item.kind in "ACT" for item in sentence.items[before + 1:at]):
        change = draft_at(sentence, before)  # "up 1.2% month on month and 10.1% year on year"
        return change.trend if change.role == "change" and change.unit == "percent" else ""
    if before is None or sentence.around[before + 1].kind != "P":
        return ""
    *between, joint = sentence.items[before + 1:at]
    same = sentence.around[at + 1].kind == "P" and sentence.around[at + 1].head == between[0].head if between else False
    change = draft_at(sentence, before)
    joined = joint.text == "," or "adding-joint" in joint.classes
    if not same or not joined or any(item.kind not in ("P", "NP", "T") for item in between):
        return ""
    return change.trend if change.role == "change" and unit_sort(change) == "percent" else ""


def _leaves_out_percent(sentence: Sentence, at: int, found: Binding | None) -> bool:
    """True for the bare 1.1 of "births fell by 4.2%, deaths by 1.1" and "flats lost 2.1%, houses 0.4"."""
    before = quantity_before(sentence, at)
    if before is None or found is None or found.anchor is None or not before < found.anchor < at:
        return False
    if any(item.kind not in ("C", "NP", "P", "A", "N") and item.text != "," for item in sentence.items[before + 1:at]):
        return False
    change = draft_at(sentence, before)
    same = sentence.around[at - 1].head == sentence.around[before - 1].head or sentence.around[before - 1].kind == "V"
    return same and change.role == "change" and unit_sort(change) == "percent"


def _goes_on(sentence: Sentence, before: int, at: int) -> bool:
    """True for "visits grew by 6% and stays by 1%": the verb counts for both."""
    by = "extent-link" in sentence.around[at - 1].classes & sentence.around[before - 1].classes
    between = sentence.items[before + 1:at - 1]
    return by and all(item.kind in ("C", "NP", "P", "A", "N") or item.text == "," for item in between)


def _joins_difference(sentence: Sentence, at: int) -> bool:
    """True for the points of "a lead of 520 subscribers and 3.1 percentage points"."""
    before = quantity_before(sentence, at)
    if before is None or sentence.around[at - 1].kind != "C":
        return False
    return draft_at(sentence, before).role == "difference"


def _is_per(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    after = sentence.around[at + 1]
    if sentence.around[at + 2].kind == "A":  # "a year earlier" is no unit
        return False
    one = after.kind == "NP" and len(after.words) == 1
    if one and lexicon.has("way-noun", after.head):
        return False  # "30 minutes each way"
    return lexicon.has("rate-opener", after.head) or (one and lexicon.has("one-each", after.det))


def _is_speed(draft: QuantityDraft) -> bool:
    return dimension_of(measure_of(draft.unit).base) == "speed"


def _follows_change(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for the 4% of "sales rose by 5%, after 4% in 2022"."""
    before = quantity_before(sentence, at)
    if before is None or not lexicon.has("same-kind-link", sentence.around[at - 1].head):
        return False
    change = draft_at(sentence, before)
    return change.role == "change" and unit_sort(change) == "percent"


def _continues_share(sentence: Sentence, found: Binding | None) -> bool:
    """True for the 24% of "two thirds went by bus, up from 24%": what it refers back to is a share."""
    if found is None or found.same_as not in sentence.quantities:
        return False
    return draft_at(sentence, found.same_as).role == "share"


def _tells_rate(found: Binding | None, lexicon: BindingLexicon) -> bool:
    return _names(found, "rate-noun", lexicon)


def _tells_growth(found: Binding, lexicon: BindingLexicon) -> bool:
    """True for a growth that is told in several words, in whatever order ("tốc độ tăng trưởng GRDP")."""
    named = (found.metric or "").lower()
    return any(" " in word and word in named for word in lexicon.classes["growth-noun"])


def _tells_share(found: Binding | None, lexicon: BindingLexicon) -> bool:
    return _names(found, "share-noun", lexicon)


def _names(found: Binding | None, words: ClassId, lexicon: BindingLexicon) -> bool:
    if found is None or found.metric is None:
        return False
    return not lexicon.classes[words].isdisjoint(found.metric.lower().split())
