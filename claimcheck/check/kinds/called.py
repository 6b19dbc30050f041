"""The method "called": a superlative over time without a figure, against the figures of years in its story.

Relations of the kind "record" carry what limits the superlative and the words of its sentence. The figures must be
those of one thing by years, the year of the superlative among them, and share a word with its sentence. Keys of `when`,
beside those of the method "superlative": `themes` ties superlatives to the measure and the words of what they are about
("wettest=meter rain rainfall"), `parts` lists parts of the year, of which only like ones are compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from claimcheck.check.kinds.superlative import years_in
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.stories import stem_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.letters import fold
from claimcheck.model.period_words import period_words
from claimcheck.packs.schema.rules import RuleSpec

_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_SINCE = re.compile(r"since (?:[^\W\d_]+ )?(1[5-9]\d\d|20\d\d)")  # with a month, or without
_FARTHEST = 3  # times that a figure may be another of its thing
_BESIDE = 60  # characters between a superlative and the figure that it is said of
_MOST = 40  # superlatives of one report that are tried
_LEVELS = (None, "level", "share", "ratio")


def check_called(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for superlatives that a figure of another year belies."""
    tried: dict[str, int] = defaultdict(int)
    for relation in ledger.relations_of("record"):
        tried[relation.path] += 1
        since = _since(rule, relation)
        if since is None or relation.words is None or tried[relation.path] > _MOST:
            continue
        called = Claim(kind="ordinal", sure=False, value=Decimal(1), **relation.words.model_dump())
        beside = {
            claim.measure for claim in ledger.stories.figures(relation.path)
            if claim.line == called.line and abs(claim.start - called.start) < _BESIDE
        }
        for values in _told_by_years(rule, ledger, relation):
            if beside and values[0].measure not in beside:
                continue  # "a margin of 12 percent is the best": it is called so by another figure
            found = _belied(values, relation, since)
            if found is not None:
                yield _finding(rule, called, *found)
                break


def _since(rule: RuleSpec, relation: Relation) -> int | None:
    """The first year that a superlative speaks for; None where something else than time limits it."""
    scope = fold(relation.scope.partition("\n")[0])
    if not relation.when:
        return None
    year = _SINCE.fullmatch(scope)
    if year:
        return int(year[1]) + 1
    if (years := years_in(scope, rule)) is not None:
        return int(relation.when.rpartition("/")[2]) - years + 2
    for phrase in sorted(map(str, rule.when.get("unlimited", ())), key=len, reverse=True):
        scope = re.sub(rf"\b{re.escape(fold(phrase))}\b", " ", scope)
    scope = _YEAR.sub(" ", scope)
    return None if scope.replace(" in ", " ").strip(" in") else 0


def _told_by_years(rule: RuleSpec, ledger: Ledger, relation: Relation) -> Iterator[Sequence[Claim]]:
    """The figures of one thing by years, in the report and those of its story, that the sentence may speak of."""
    words = relation.scope.partition("\n")[2].split()
    for path in ledger.stories.near(relation.path):
        alike = (("", values) for values in _alike(ledger.stories.figures(path)))
        for caption, values in (*ledger.series.dated(path), *alike):
            if _is_topic(values, caption, words, rule):
                yield values


def _alike(figures: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """The figures of a report that give one thing for several years."""
    found: dict[object, dict[object, Claim]] = defaultdict(dict)
    for claim in figures:
        if claim.metric and claim.period and claim.role in _LEVELS and not claim.trend and claim.status == "outcome":
            key = (claim.metric, claim.facets, claim.subject, claim.measure, claim.noun, claim.period.sort)
            found[key].setdefault(claim.period.start, claim)
    return (list(by_time.values()) for by_time in found.values() if len(by_time) > 1)


def _is_topic(values: Sequence[Claim], caption: str, words: Sequence[str], rule: RuleSpec) -> bool:
    """True where figures and sentence share a word, or what the superlative is about, and the part of the year."""
    said, parts = _stems(words), _stems(map(str, rule.when.get("parts", ())))
    named = _stems(re.findall(r"[^\W\d_]{4,}", fold(caption)))
    for value in values:
        named |= _stems((*value.context, *f"{value.metric or ''} {fold(value.phrase or '')}".replace("-", " ").split()))
    months = {stem_of(f"{value.period.start:%B}".lower()) for value in values if value.period is not None}
    if not (said & parts <= named or (len(months) == 1 and said & parts <= months)):
        return False
    theme = _theme(words, rule)
    return theme[0] == values[0].measure or bool(_stems(theme[1:]) & named) if theme else bool((said - parts) & named)


def _theme(words: Sequence[str], rule: RuleSpec) -> list[str]:
    """What a superlative is about: its measure and its words; nothing where the rule knows none."""
    pairs = (str(each).partition("=") for each in rule.when.get("themes", ()))
    themes = {name: theme.split() for name, _, theme in pairs}
    return next((themes[word] for word in words if word in themes), [])


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem_of, words))


def _belied(values: Sequence[Claim], relation: Relation, since: int) -> tuple[Claim, Claim, str] | None:
    """The figure of the year that is called the highest, the first that beats it, and the side of that."""
    dated = [value for value in values if value.period is not None and isinstance(value.value, Decimal)]
    own = [value for value in dated if value.period and f"{value.period.start.year}" in relation.when.split("/")]
    if not own or (len(own) > 1 and "/" not in relation.when):
        return None
    mine = max(own, key=lambda value: str(value.period))
    if mine.period is None:
        return None
    start = mine.period.start
    sign = -1 if relation.direction == "lowest" else 1
    for value in dated:
        assert isinstance(value.value, Decimal)
        assert isinstance(mine.value, Decimal)
        earlier = value.period is not None and value.period.start < start and value.period.start.year >= since
        small, large = sorted((mine.value, value.value))
        if earlier and small > 0 and large <= _FARTHEST * small and sign * value.value > sign * mine.value:
            return mine, value, "lower" if sign < 0 else "higher"
    return None


def _finding(rule: RuleSpec, called: Claim, own: Claim, rival: Claim, side: str) -> Finding:
    claims = tuple(sorted((called, own, rival), key=lambda claim: (claim.path, claim.start)))
    assert rival.period is not None
    assert own.period is not None
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True), claims=claims,
        message=f"{quote(called)}: yet {quote(rival)} of {period_words(rival.period)} is {side} than {quote(own)}.",
        explanation=f"{quote(own)} is the figure of {period_words(own.period)}, and {quote(rival)} that of "
        f"{period_words(rival.period)}, for which the words speak too.",
    )
