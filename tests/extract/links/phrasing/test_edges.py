"""The quick look at how a text ends must never rule out what an expression fits."""

from __future__ import annotations

import pytest

from claimcheck.extract.links.phrasing.edges import last_of
from claimcheck.extract.links.phrasing.wording import Phrases
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.links import LinkPhrase

_PHRASES = Phrases({
    "plain": ["last year", "year's end", "20%"],
    "choice": ["(up|down) [by]", "down to [the|a]"],
    "nested": ["[(sharp|slow)] (rise|fall) [[,] (of|by)]"],
    "sign": ["vs.", "<( <plain> [:]"],
    "slot": ["before {date}"],
    "gap": ["more than ..."],
    "within": ["since <plain>", "<gap>"],
})


@pytest.mark.parametrize(("wording", "endings"), [
    ("last year", {"year"}),
    ("year's end|x", {"end", "x"}),
    ("(up|down) [by]", {"up", "down", "by"}),
    ("[[,] (of|by)]", {"", "of", "by"}),
    ("rise [[,] (of|by)]", {"rise", "of", "by"}),
    ("vs .", {"."}),
    ("<( <plain> [:]", {"year", "end", "%", ":"}),
    ("more than ...", None),
    ("more than ... so", {"so"}),
    ("since [<gap>]", None),
])
def test_endings_of_a_wording(wording: str, endings: set[str] | None) -> None:
    assert _PHRASES.wording([wording]).endings == endings


@pytest.mark.parametrize(("wording", "openings"), [
    ("last year", {"last"}),
    ("[(sharp|slow)] (rise|fall) [by]", {"sharp", "slow", "rise", "fall"}),
    ("[[,] (of|by)]", {"", ",", "of", "by"}),
    ("<( <plain> [:]", {"("}),
    ("[<plain>] , so", {"last", "year", "20", ","}),
    ("... so", None),
])
def test_openings_of_a_wording(wording: str, openings: set[str] | None) -> None:
    assert _PHRASES.wording([wording]).choices[0].openings == openings


def test_ends_is_true_of_the_end_alone() -> None:
    wording = _PHRASES.wording(["(up|down) [by]"])
    assert wording.ends("sales went up by")
    assert wording.ends("sales went up")
    assert not wording.ends("sales went up by a third")
    assert not wording.ends("they put it so")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_shipped_phrase_ends_as_its_examples_do(language: str) -> None:
    packs = load_packs(())
    entries = packs.select(LinkPhrase, language)
    phrases = Phrases({"up": (), "down": ()} | {entry.id: entry.any for entry in entries})
    wrong = []
    for entry in entries:
        wording = phrases.wording(entry.any)
        for example in entry.examples:
            low = example.lower()
            fits = any(match.end() == len(low) for match in wording.regex.finditer(low))
            if fits != wording.ends(low):
                wrong.append((entry.id, example))
    assert entries
    assert wrong == []


def test_the_last_word_or_sign() -> None:
    told = {"the year-earlier": "year-earlier", "(2024:": ":", "its rival’s": "rival’s", "": ""}
    assert {text: last_of(text) for text in told} == told
