"""Superlatives against the columns of tables."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts

ROWS = (
    "Island,Population 2022,Population 2023,Ferry trips\n"
    "Orla,41210,42055,1310\nMarra,38440,39120,2044\nVelden,29975,30310,1875\nSarn,12480,12610,902\n"
)
PAGE = "<h1>Islands</h1><p>{text}</p><table>{rows}{total}</table>"
TOTAL = "<tr><td>Total</td><td>122105</td><td>124095</td><td>6131</td></tr>"


def _page(text: str, total: str = TOTAL) -> str:
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(','))}</tr>" for line in ROWS.strip().split("\n")
    )
    return PAGE.format(text=text, rows=rows, total=total)


def _alarms(texts: dict[str, str]) -> list[tuple[str, set[str]]]:
    return [
        (found.rule, {claim.text for claim in found.claims}) for found in check_texts(texts).findings
        if found.severity != "note"
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Marra has the largest population of all islands.", {"largest", "39120", "42055"}),
        ("Velden had the second-largest population in 2023.", {"second-largest", "30310", "42055", "39120"}),
        ("Sarn had the lowest population and Velden the most ferry trips.", set()),
        ("Orla has the highest population.", set()),
        ("Velden has the highest population density.", set()),
        ("Velden has the highest population of the southern islands.", set()),
        ("Velden has the largest school of the islands.", set()),
        ("Marra had the largest population in 1990.", set()),
        ("Velden and Marra have the highest population.", set()),
    ],
)
def test_a_superlative_against_the_column_of_its_measure(text: str, figures: set[str]) -> None:
    found = _alarms({"a.html": _page(text)})
    assert [told for rule, told in found if rule == "rank-contradicts-list" and told >= figures] == (
        [found[0][1]] if figures else []
    )
    assert bool(found) == bool(figures)


def test_too_few_ahead_belie_a_place_in_a_table_that_has_a_total() -> None:
    text = "Orla has the second-highest population of the islands."
    assert _alarms({"a.html": _page(text)})
    assert not _alarms({"a.html": _page(text, total="")})


@pytest.mark.parametrize("year", ["2023", "2019"])
def test_the_table_of_another_report_must_tell_of_the_same_year(year: str) -> None:
    text = f"Velden had the highest population of all islands in {year}, with Orla and its ferries behind."
    found = _alarms({"a.txt": text, "islands.csv": ROWS})
    assert [rule for rule, _ in found] == (["rank-contradicts-list"] if year == "2023" else [])


def test_rows_of_values_and_of_bars_are_seen_too() -> None:
    bars = "\n".join(f"| {' | '.join(line.split(','))} |" for line in ROWS.strip().split("\n"))
    found = _alarms({"a.md": f"# Islands\n\nSarn has the largest population of all islands.\n\n{bars}\n"})
    assert "rank-contradicts-list" in [rule for rule, _ in found]
