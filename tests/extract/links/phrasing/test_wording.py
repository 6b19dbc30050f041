"""The quick look before a search must never rule out what an expression fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from claimcheck.extract.links import compile_links
from claimcheck.pipeline import packs_of

SEEDS = Path(__file__).parents[4] / "seeds"
LINES = [line.lower() for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_quick_look_hides_nothing_that_fits(language: str) -> None:
    found = 0
    lexicon = compile_links(packs_of(), language)
    extremes = {
        f"{field.name} {words.direction}": getattr(words, field.name)
        for words in lexicon.superlatives for field in fields(words) if field.name != "direction"
    }
    for name, wording in {**lexicon.phrases, **lexicon.signs, **extremes}.items():
        for line in LINES:
            fits = wording.regex.search(line)
            assert (wording.search(line) is None) == (fits is None), (name, line)
            found += fits is not None
            if fits is not None:
                place, stretch = fits.start(), fits.span()
                assert _spans(wording.match, line, place) == _spans(wording.regex.match, line, place), (name, line)
                assert _spans(wording.fullmatch, line, *stretch) == _spans(wording.regex.fullmatch, line, *stretch)
    assert found > 10


def _spans(find: Callable[..., re.Match[str] | None], line: str, *stretch: int) -> tuple[int, int] | None:
    found = find(line, *stretch)
    return None if found is None else found.span()


def test_a_search_of_a_stretch_looks_no_further() -> None:
    wording = compile_links(packs_of(), "en").phrases["own-base"]
    text = "it rose by 5 percent on the year"
    first = wording.search(text)
    assert first is not None
    assert wording.search(text, first.start() + 1) is None
    assert wording.search(text, 0, first.start() + 1) is None
