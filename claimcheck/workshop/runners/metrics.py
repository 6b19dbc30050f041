"""Runs the examples of metrics, facets and word classes."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.metrics import FacetGroup, Glossary, MetricSpec, WordClass
from claimcheck.resolve.naming import compile_names, name_metric
from claimcheck.resolve.subjects import Setting, canonical, compile_subjects, may_own


def run(entry: MetricSpec | FacetGroup | WordClass, packs: Packs) -> list[str]:
    """What is wrong with the entry's example: phrases that should be one thing and are not, or the other way round."""
    if isinstance(entry, WordClass) and entry.role in ("self", "nation", "rank", "everywhere"):
        subjects, setting = compile_subjects(packs), Setting("Own Subject", "Own Nation")
        same = [canonical(phrase, setting, subjects) for phrase in entry.example.same]
        other = [canonical(phrase, setting, subjects) for phrase in entry.example.other]
        return _judge(entry.example.same, same, other)
    if isinstance(entry, WordClass) and entry.role in ("body", "document"):
        subjects = compile_subjects(packs)
        return [
            f"{phrase} should {'own' if owns else 'not own'} the figures of a place"
            for phrases, owns in ((entry.example.same, True), (entry.example.other, False))
            for phrase in phrases if may_own(phrase, "place", subjects) != owns
        ]
    names = compile_names(packs)
    dimension = entry.dimensions[0] if isinstance(entry, MetricSpec) else "any"
    named = [name_metric(phrase, None, dimension, names) for phrase in entry.example.same]
    others = [name_metric(phrase, None, dimension, names) for phrase in entry.example.other]
    problems = _judge(entry.example.same, named, others)
    if isinstance(entry, MetricSpec) and not all(name and name.known for name in named):
        problems.append(f"{entry.example.same} should be a known metric")
    return problems


def run_glossary(entry: Glossary, packs: Packs) -> list[str]:
    """What is wrong with the example of words of another language: each may be in either."""
    names = compile_names(packs)
    lexicons = {True: names, False: names.of(entry.language)}

    def named(phrases: tuple[str, ...]) -> list[object]:
        return [name_metric(phrase, None, "", lexicons[phrase.isascii()]) for phrase in phrases]

    return _judge(entry.example.same, named(entry.example.same), named(entry.example.other))


def _judge(phrases: tuple[str, ...], same: Sequence[object], other: Sequence[object]) -> list[str]:
    problems = []
    if len(set(same)) != 1:
        problems.append(f"{phrases} should be one thing, but are {same}")
    if set(same) & set(other):
        problems.append(f"{phrases} should not be {other}")
    return problems
