from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.model.letters import _PLAIN, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Nghệ  An", "nghe an"), ("Łódź", "lodz"), ("the mayor’s “plan” – 5 €", "the mayor's “plan” – 5 €"),
     ("Straße", "strasse"), ("Æ\u0301sir", "aesir"), ("\u0928\u094d", "\u0928"), ("\u00a0", "")],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
@example("a\u034fb\u0483c\u20d0d")
@example("".join(map(chr, range(0x20, 0x3100))))
def test_folding_takes_every_mark_away_and_no_other_sign(text: str) -> None:
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    assert fold(text) == " ".join(bare.casefold().split())
