"""How claims are named in messages and explanations, so that a reader can check a finding by eye."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.model.claim import Claim
from claimcheck.model.in_words import as_name, span
from claimcheck.model.period import Period
from claimcheck.model.period_words import period_words

_ROLE_NAMES = {"change": "change of ", "share": "share: ", "ratio": "", "difference": "difference: "}
_OURS = "en"  # the language that findings are told in


def quote(claim: Claim) -> str:
    """The quotation and its place: “36.6 billion USD” (a.txt:3)."""
    place = claim.location if claim.part else f"{claim.path}:{claim.line}"
    return f"“{claim.words}” ({place})"


def sentence(text: str) -> str:
    """A text as a sentence of its own: with a capital letter, and a full stop.

    >>> sentence("exports of Nghe An: “3 USD” (a.txt:1)")
    'Exports of Nghe An: “3 USD” (a.txt:1).'
    """
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def fact_name(claim: Claim, other: Claim | None = None) -> str:
    """What a figure is about in words: "exports of Nghe An in 2023".

    other: a figure of the same fact; then only what both tell of it is named, for the rest may be a guess.
    """
    words = [measured(claim) if other is None else _measured_by_both(claim, other)]
    told = claim.subject and (other is None or _is_about(other, claim.subject) or claim.subject == claim.place)
    if claim.subject and told and claim.subject.casefold() not in words[0].casefold():
        owner = as_name(claim.subject)
        words.append(f"in {owner}" if claim.of_event else f"of {owner}")
    if claim.period and (other is None or other.period == claim.period):
        words.append(when(claim.period))
    return " ".join(words)


def _is_about(claim: Claim, subject: str) -> bool:
    """True when a figure is about a subject, or its report names it."""
    own = (claim.subject or "").casefold()
    return own == subject.casefold() or set(subject.casefold().split()) <= claim.story


def _measured_by_both(claim: Claim, other: Claim) -> str:
    """What two figures measure: by their one name, or by that whose words more of the other's sentence has."""
    if claim.metric == other.metric and claim.known:
        return measured(claim)
    said = [(len(_words(one) & another.context), bool(one.metric), one.language == _OURS, at, one)
            for at, (one, another) in enumerate(((other, claim), (claim, other)))]
    best = max(said)[-1]
    if best.metric is None:
        return "one figure"
    return measured(best.model_copy(update={"known": best.known and claim.metric == other.metric}))


def _words(claim: Claim) -> set[str]:
    return set((claim.phrase or "").casefold().split())


def when(period: Period) -> str:
    """A period with its preposition.

    >>> when(Period.parse("2024-H1")), when(Period.parse("2024-05-07")), when(Period.parse("2023"))
    ('in the first half of 2024', 'on 7 May 2024', 'in 2023')
    """
    prepositions = {"day": "on ", "as-of": "as of "}
    return prepositions.get(period.sort, "since " if period.end is None else "in ") + period_words(period)


def measured(claim: Claim) -> str:
    """What is measured in words: "change of foreign exports"; open metrics in the words of the text."""
    return _name_of(claim.metric, claim.phrase, claim.facets, claim.role, known=claim.known)


@lru_cache(maxsize=4096)
def _name_of(metric: str | None, phrase: str | None, facets: tuple[str, ...], role: str | None, *, known: bool) -> str:
    """As `measured`, of what many claims have in common."""
    metric = metric or "amount"
    name = phrase if phrase and (" " in metric or not known) else metric.replace("-", " ")
    apart = [facet for facet in facets if facet not in name.casefold().split()]
    return _ROLE_NAMES.get(role or "level", "") + " ".join((*apart, name))


def told(claim: Claim) -> str:
    """What a figure says of its fact in words, as widely as is fair."""
    assert claim.reading is not None
    return f"{fact_name(claim)} is {span(claim.reading.lenient, claim.measure)} by {quote(claim)}"


