"""Words by their part: what finds them, and a quick look that never hides what would be found."""

from __future__ import annotations

import pytest

from claimcheck.extract.parts import Parts
from claimcheck.extract.telling import words_in

PARTS: Parts[str] = Parts({"verb": ["came", "came in"], "sign": ["No.", "№"], "title": ["Thứ trưởng", "runner-up"]})


def test_the_longest_words_of_a_part_are_found_in_any_case() -> None:
    assert [match[0] for match in PARTS.find("verb").finditer("Ann CAME IN first, Bo came last, became")] == [
        "CAME IN", "came"]
    assert PARTS.find("noun").search("a noun") is None


@pytest.mark.parametrize("text", ["she came", "CAME IN", "№ 7", "THỨ TRƯỞNG", "the runner-up", "a comet", "No. 5"])
def test_a_quick_look_hides_nothing(text: str) -> None:
    for part in PARTS.words:
        assert PARTS.find(part).search(text) is None or PARTS.may_stand(part, words_in(text)), part


def test_a_quick_look_tells_where_nothing_can_be() -> None:
    assert not PARTS.may_stand("verb", words_in("It rained in Oban"))
    assert not PARTS.may_stand("noun", words_in("It rained in Oban"))
