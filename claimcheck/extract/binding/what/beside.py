"""Figures told in passing beside another: shares in brackets, "or 12%", "The survey, at 6.9%,", "from 9 hectares"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, quantity_before
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.binding.whose.entities import is_name
from claimcheck.model.measure import dimension_of, measure_of
from claimcheck.model.mention import Role

_WHOLES = ("count", "money", "mass")  # sorts of figures of which a percentage behind them may be the share
_NEAR = 3  # pieces of a sentence: "vessels" and a bracket


def share_beside(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"871 bones (65.0%)", "12,418 finished, or 95.5%": the same things, as a share or with a sign as a change."""
    draft, before = draft_at(sentence, at), sentence.around[at - 1]
    after = sentence.around[at + 1].classes
    if draft.unit != "percent" or "whole-link" in after or "goal-link" in after:
        return None
    earlier = quantity_before(sentence, at)
    if earlier is None or unit_sort(draft_at(sentence, earlier)) not in _WHOLES or "_per_" in draft_at(
            sentence, earlier).unit:
        return None
    between = sentence.items[earlier + 1:at - 1]
    signed = sentence.text[:sentence.items[at].start - sentence.start].rstrip().endswith(("+", "-", "−"))
    role: Role | None = "change" if draft.trend or signed or _is_negative(sentence, at) else "share"
    if before.text == "(" and sentence.around[at + 1].text in (")", ",") and len(between) < _NEAR:
        plain = all(item.kind in ("NP", "P") for item in between)
        return Binding(same_as=earlier, role=role) if plain else None
    told = all(item.kind in ("NP", "V", "A", "P") or item.text == "," for item in between)
    level = draft_at(sentence, earlier).role == "level"
    if "restating-joint" in before.classes and between and between[-1].text == "," and told and level:
        return Binding(same_as=earlier, role=role)
    return None


def _is_negative(sentence: Sentence, at: int) -> bool:
    value = draft_at(sentence, at).value
    return not isinstance(value, tuple) and value < 0


def enclosed(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"The survey, at 6.9%, asks ...": what so much is said of; of one with a name, what was measured before."""
    noun, comma, link = sentence.around[at - 3], sentence.around[at - 2], sentence.around[at - 1]
    behind = sentence.around[at + 1].text == "," and noun.kind == "NP" and comma.text == "," and at > 2
    if not behind or "aside-link" not in link.classes or unit_sort(draft_at(sentence, at)) == "count":
        return None
    if noun.place is not None or is_name(noun, lexicon):
        return Binding(None, None, at - 3, None, -1, is_holder=True)
    return Binding(noun_phrase(sentence, at - 3, lexicon, reach=0), None, at - 3, None)


def yielding(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"5.7 million tonnes of wheat from 1.6 million hectares": the area of what grew there."""
    draft, earlier = draft_at(sentence, at), quantity_before(sentence, at)
    grown = "area-link" in sentence.around[at - 1].classes
    if not grown or dimension_of(measure_of(draft.unit).base) != "area" or earlier is None:
        return None
    crop = sentence.around[earlier + 1 + ("whole-link" in sentence.around[earlier + 1].classes)]
    if crop.kind != "NP" or unit_sort(draft_at(sentence, earlier)) != "mass":
        crop = sentence.around[earlier - 2]
        if sentence.around[earlier - 1].text != ":" or crop.kind != "NP":
            return None
    return Binding(f"{crop.text} area", "level", None, None)
