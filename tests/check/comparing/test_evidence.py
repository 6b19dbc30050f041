"""Evidence: what the words of two figures tell of each other."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim
from tests.check.claims import figure

WORDS = st.frozensets(st.sampled_from(["ferry", "pier", "island", "bakery", "bread", "ship"]), max_size=4)


def told(path: str, at: int, *words: str, rest: tuple[str, ...] = (), **fields: Any) -> Claim:
    """A figure with words of its own part of its sentence, and of the rest of it."""
    near = frozenset(words)
    return figure(path, at, at=at, sentence=at, near=near, context=near | frozenset(rest), metric=None, phrase=None,
                  **fields)


def score(a: Claim, b: Claim, *others: Claim) -> float:
    return Evidence(Stories([a, b, *others])).of_words(a, b)[0]


def test_a_rare_word_tells_more_than_one_that_every_sentence_has() -> None:
    others = [told(path, at, "harbour", f"word{at}") for path in ("a", "b") for at in range(30, 40)]
    rare = score(told("a", 10, "ferry", "harbour"), told("b", 20, "ferry"), *others)
    common = score(told("a", 10, "ferry", "harbour"), told("b", 20, "harbour"), *others)
    assert rare > 3 * common > 0


def test_a_word_tells_less_outside_of_the_own_parts() -> None:
    others = [told("b", at, f"word{at}") for at in range(30, 40)]
    scores = [
        score(told("a", 10, "ferry"), told("b", 20, "ferry"), *others),
        score(told("a", 10, "ferry"), told("b", 20, "pier", rest=("ferry",)), *others),
        score(told("a", 10, "pier", rest=("ferry",)), told("b", 20, "bread", rest=("ferry",)), *others),
        score(told("a", 10, "pier"), told("b", 20, "bread"), *others),
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == 0


def test_figures_of_one_sentence_share_its_words_whatever_they_are_of() -> None:
    a = told("a", 10, "ferry")
    b = told("a", 20, "ferry").model_copy(update={"sentence": 10})
    assert in_one_sentence(a, b)
    assert score(a, b) == 0


@given(WORDS, WORDS, WORDS)
def test_it_is_the_same_from_both_sides_and_never_negative(
    one: frozenset[str], other: frozenset[str], more: frozenset[str]
) -> None:
    a, b, c = told("a", 10, *sorted(one)), told("b", 20, *sorted(other)), told("b", 30, *sorted(more))
    evidence = Evidence(Stories([a, b, c]))
    assert evidence.of_words(a, b) == evidence.of_words(b, a)
    assert evidence.of_words(a, b)[0] >= 0


def test_a_figure_made_for_one_question_leaves_no_words_to_the_next() -> None:
    a, b = told("a", 10, "ferry"), told("b", 20, "pier")
    evidence = Evidence(Stories([a, b]))
    words = ("bakery", "bread", "ship", "island") * 50
    scores = [evidence.of_words(a.model_copy(update={"near": frozenset([word])}), b)[0] for word in (*words, "pier")]
    assert not any(scores[:-1])
    assert scores[-1] > 0
