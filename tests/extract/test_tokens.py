"""Tokens and sentences: exact slices, and no split where a point ends no sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.tokens import split_sentences, tokenize

ABBREVIATIONS = frozenset({"pm", "no", "mr"})


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_every_token_is_a_slice_and_tokens_are_in_order(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert text[token.start:token.end] == token.text
        assert token.start >= end
        end = token.end


@given(st.text(alphabet="ab .A\n!", max_size=120))
@settings(max_examples=100, deadline=None)
def test_sentences_leave_out_nothing_but_space(text: str) -> None:
    spans = split_sentences(text, ABBREVIATIONS)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("PM. Pham spoke. He left.", 2),
        ("Resolution No. 21 was passed. It is law.", 2),
        ("The U.S. economy grew. Exports rose.", 2),
        ("J. Smith met Mr. Jones at 5 p.m. on Monday.", 1),
        ("Prices rose 3.5% in May.", 1),
        ("\"We won.\" Fans cheered.", 2),
        ("First heading\nSecond line", 2),
        ("A line that runs\non here", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text, ABBREVIATIONS)) == count
