"""The quick look: what it finds in a text, and that it never hides what a search would find."""

from __future__ import annotations

import pytest

from claimcheck.extract.telling import telling_words, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 3rd Deputy-Mayor's", {"the", "rd", "deputy", "mayor", "s"}),
        ("R&D", {"r", "&", "d"}),
        ("Thứ trưởng", {"thứ", "trưởng"}),
        ("Thu\u031b\u0301", {"thứ"}),
        ("12 %", set()),
    ],
)
def test_words_are_runs_of_letters_in_one_form(text: str, words: set[str]) -> None:
    assert words_in(text) == words


def test_each_phrase_is_told_by_a_word_of_its_own() -> None:
    assert telling_words(["official dispatch", "people's envoy", "Thứ trưởng"]) == {"dispatch", "people", "trưởng"}


@pytest.mark.parametrize("phrase", ["official dispatch", "people’s envoy", "twenty-first", "Thứ trưởng", "R&D head"])
def test_a_text_with_the_phrase_has_its_telling_word(phrase: str) -> None:
    assert not telling_words([phrase]).isdisjoint(words_in(f"On Monday, {phrase.upper()}: 3 seats."))
