"""The quick look: what it finds in a text, and that it never hides what a search would find."""

from __future__ import annotations

import pytest

from claimcheck.extract.telling import Telling, words_in


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


def test_a_phrase_is_told_by_all_of_its_words() -> None:
    telling = Telling(["official dispatch", "people's envoy", "Thứ trưởng"])
    assert telling.may_stand_in(words_in("A dispatch, if an official one"))
    assert telling.may_stand_in(words_in("THỨ TRƯỞNG"))
    assert not telling.may_stand_in(words_in("The envoy of the people sent a dispatch"))
    assert not telling.may_stand_in(words_in("An official envoy"))


def test_a_phrase_without_letters_may_stand_anywhere() -> None:
    assert Telling(["№"]).may_stand_in(words_in("It is told"))
    assert not Telling([]).may_stand_in(words_in("It is told"))


@pytest.mark.parametrize("phrase", ["official dispatch", "people’s envoy", "twenty-first", "Thứ trưởng", "R&D head"])
def test_a_text_with_the_phrase_has_its_words(phrase: str) -> None:
    assert Telling([phrase]).may_stand_in(words_in(f"On Monday, {phrase.upper()}: 3 seats."))
