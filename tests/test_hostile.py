"""Hostile text: one line of the same few characters, over and over. Twice the text takes about twice the time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck import check, extract
from tests.cost import assert_at_most

UNITS = {
    "digits": "1234567890", "grouped digits": "1,234,", "commas": ",", "brackets": "(", "all brackets": "()[]{}",
    "numbers in open brackets": "(1 ", "spaces": " ", "no-break spaces": "5\u00a0", "tabs": "5\t", "lines": "5\n",
    "returns": "5 \r", "units": "5 km ", "unit words": "km kg percent tonnes ", "currency signs": "$€£¥",
    "money": "$5 ", "percents": "5% ", "combining marks": "e\u0301", "bare marks": "\u0301", "quotes": "\"'“”’",
    "capitals": "ABCDEFG", "capitalised words": "Abc ", "names": "Anna Berg ", "titles": "Deputy Prime Minister ",
    "titles and names": "Deputy Mayor Anna Berg, ", "honorifics": "Mr. ", "ministers": "Minister of ",
    "possessives": "Nghe An's ", "hyphens": "-", "hyphenated words": "a-", "hyphenated digits": "5-", "dots": ".",
    "initials": "a.", "abbreviations": "U.S. ", "questions": "? ", "semicolons": "; ", "colons": "5: ", "a": "a ",
    "and": "and ", "numbers with and": "5, 6 and ", "to": "to ", "of the": "of the ", "who said": "who said that ",
    "number words": "twenty one hundred thousand million ", "one": "one ", "halves": "half ", "doubled": "doubled ",
    "hedges": "more than ", "hedged": "more than 5 ", "millions": "5 million ", "dates": "12/03/2024 ",
    "beginnings of dates": "on the first of January ", "months": "January ", "years": "2023 ",
    "spans of years": "2023-", "weeks": "the week of ", "quarters": "the first quarter of ",
    "a year earlier": "a year earlier ", "days with verbs": "opened on 3 May 2023 ", "slashes": "1/2/3/",
    "codes": "64/NQ-CP/", "ordinals": "the 18th Conference ",
    "resolutions": "Resolution No. 64/NQ-CP dated May 19, 2019 ", "addresses": "http://a.b/", "mail": "a@b.",
    "telephones": "0123 456 789 ", "clocks": "12:30 ", "scores": "3-1 ", "versions": "1.2.3.", "minus": "-5 ",
    "from to": "from 5 to 6 ", "rises": "rose 12% to 5 ", "records": "5 record ", "lists": "5 tonnes including ",
    "parts": "5 people, of whom 3 ", "asides": "5 (6) ", "balances": "exports 5 imports 6 surplus 1 ",
    "rates": "5 per km ", "table": "| 5 ", "years in a table": "| 2023 ", "emphasis": "*5* ", "underscores": "_",
    "Vietnamese": "tỷ đồng năm 2023 ", "sentences": "Exports rose by 12.4% to nearly 31.4 billion USD in 2023. ",
    "places": "rose 5 places to 6th, ", "places moved": "up three places, from 16th to 13th, ",
    "places behind": "Orla was 12th in the table behind Harby (58), ", "highest": "It was the highest in 12 years, ",
    "anniversaries": "40 years after it was founded in 1983, ", "lengths": "a week later, on 9 May 2023, ",
    "images": "![", "links": "[a](", "footnotes": "[^", "comments": "<!--", "tags": "<a ", "autolinks": "<https://",
}
FEW = (
    "digits", "spaces", "money", "names", "honorifics", "number words", "resolutions", "rises", "colons", "sentences",
)


def alone(unit: str, size: int) -> str:
    """Nothing but the unit, always the whole of it: half a year ("20") would be a figure, and cost what figures do."""
    return unit * (size // len(unit))


def among_figures(unit: str, size: int) -> str:
    """The unit, with a figure at the start and now and then, so that nothing can be left out for want of any."""
    run = alone(unit, 200) + " 5 tonnes "
    return "Output rose 5% to 7 tonnes in 2023, " + alone(run, size)


FRAMES: tuple[Callable[[str, int], str], ...] = (alone, among_figures)


@pytest.fixture(autouse=True)
def words_loaded() -> None:
    """Both languages are loaded before anything is timed."""
    extract("Exports rose by 12.4% to nearly 31.4 billion USD in 2023.")
    extract("Xuất khẩu đạt 3,5 tỷ USD năm 2023, tăng 12% so với năm trước.")


def assert_linear(action: Callable[[str], object], text: Callable[[int], str], size: int) -> None:
    half, whole = text(size // 2), text(size)
    assert_at_most(2.3, lambda: action(whole), lambda: action(half))


@pytest.mark.parametrize("name", FEW)
def test_extraction_of_a_short_line_is_linear(name: str) -> None:
    assert_linear(extract, lambda size: among_figures(UNITS[name], size), 8_000)


@pytest.mark.slow
@pytest.mark.hostile
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", UNITS)
def test_extraction_is_linear(name: str, frame: Callable[[str, int], str]) -> None:
    assert_linear(extract, lambda size: frame(UNITS[name], size), 100_000)


@pytest.mark.slow
@pytest.mark.hostile
@pytest.mark.parametrize("name", UNITS)
def test_checking_markdown_is_linear(name: str) -> None:
    assert_linear(lambda text: check(texts={"a.md": text}), lambda size: among_figures(UNITS[name], size), 20_000)
