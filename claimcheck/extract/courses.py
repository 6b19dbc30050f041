"""Shows mentions as readers meet them: "from A to B" as one quantity, trends where a verb tells them, names alone.

The claims keep both ends apart, since each is a figure of its own day; what is shown is the course that the text tells.
Claims quote people with their titles; what is shown is where the name stands, and the titles beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.mention import AnyMention, PersonMention, QuantityMention

_COUNT_PER = "count_per_"


def as_told(text: str, mentions: Iterable[AnyMention]) -> tuple[AnyMention, ...]:
    """The mentions of a text in its order: the two ends of each course as one mention of both values, people at their
    names, beside which their titles are told."""
    told: list[AnyMention] = []
    open_at: int | None = None
    for mention in mentions:
        if not isinstance(mention, QuantityMention):
            told.append(_at_name(mention) if isinstance(mention, PersonMention) else mention)
            continue
        shown = _plain(mention)
        if mention.end_of_course == "to" and open_at is not None:
            told[open_at] = _course(text, told[open_at], shown)
            open_at = None
            continue
        open_at = len(told) if mention.end_of_course == "from" else None
        told.append(shown)
    return tuple(told)


def _at_name(mention: PersonMention) -> PersonMention:
    """The person where the name stands; where the text breaks the name otherwise, with all that was said of them."""
    at = mention.text.find(mention.name)
    if at < 0:
        return mention
    start = mention.start + at
    return mention.model_copy(update={"start": start, "end": start + len(mention.name), "text": mention.name})


def _plain(mention: QuantityMention) -> QuantityMention:
    """One figure as told: trends by verbs, and so many things a day as a count of "things per day"."""
    told: dict[str, str] = {}
    if mention.trend != mention.moved:
        told["trend"] = mention.moved
    if mention.noun is not None and mention.unit.startswith(_COUNT_PER):
        told["unit"] = "count"
        told["noun"] = f"{mention.noun} per {mention.unit.removeprefix(_COUNT_PER).replace('_', ' ')}"
    return mention.model_copy(update=told) if told else mention


def _course(text: str, first: AnyMention, second: QuantityMention) -> QuantityMention:
    """Both ends as one mention; what it is about is said of the later one."""
    assert isinstance(first, QuantityMention)
    span = {"start": first.start, "text": text[first.start : second.end], "value": (first.value, second.value)}
    return second.model_copy(update=span)
