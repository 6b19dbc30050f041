from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.api import check
from claimcheck.model.document import Block, Document
from claimcheck.model.table import Cell, Table
from claimcheck.report import render_report
from claimcheck.report.look import Look
from claimcheck.report.page.passages import anchors_of, passages_of
from claimcheck.report.page.scale import LENGTH, bars_of
from claimcheck.report.page.view import view_of
from claimcheck.report.rows import Rows
from tests.report import built

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "claimcheck" / "report" / "page"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
READABLE = 4.5  # the contrast that WCAG AA asks of text


class _Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attributes}))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.all if attribute in attributes]


def _page(folder: Path) -> _Elements:
    return _Elements(render_report(check(folder), "html", Look(everything=True)))


@pytest.mark.parametrize("folder", [ROOT / "seeds", ROOT / "fixtures" / "readers", ROOT / "fixtures" / "tourism"])
def test_every_link_leads_somewhere_and_every_name_is_given_once(folder: Path) -> None:
    page = _page(folder)
    names = page.values("id")
    assert len(set(names)) == len(names)
    leads = {link.removeprefix("#") for link in page.values("href") if link != "data:,"}
    assert leads <= set(names)
    labels = {name for value in page.values("aria-labelledby") for name in value.split()}
    assert labels <= set(names)


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = _page(ROOT / "seeds")
    assert not page.values("src")
    assert [tag for tag, attributes in page.all if tag == "link"] == ["link"]  # the empty icon
    assert not [tag for tag, _ in page.all if tag in ("iframe", "object", "embed", "base")]
    assert not page.values("style")  # which the policy would not apply


def test_what_reports_and_their_names_hold_is_text() -> None:
    name = f"{HOSTILE}.txt"
    texts = {name: f"Exports of Laos reached 3 billion USD in 2023. {HOSTILE}",
             "b.txt": "Exports of Laos reached 5 billion USD in 2023."}
    page = _Elements(render_report(check(texts=texts), "html", Look(everything=True)))
    assert len([tag for tag, _ in page.all if tag == "script"]) == 1
    assert not [tag for tag, _ in page.all if tag == "img"]
    assert not page.values("onerror")


def test_the_marks_of_a_fact_and_its_finding_lead_to_each_other() -> None:
    view = view_of(check(ROOT / "fixtures" / "tourism"), Look(rows=Rows("all")))
    assert view.findings
    for each in view.findings:
        for excerpt in each.excerpts:
            for run in excerpt.runs:
                assert not run.quoted or view.links[run.anchor].target.startswith("finding-")
    told = [row for row in view.rows if row.findings]
    assert told
    assert {number for row in told for number in row.findings} <= {each.number for each in view.findings}


def test_conflicts_come_first_and_rows_can_be_chosen() -> None:
    report = built.report()
    marks = [row.fact.mark for row in view_of(report, Look(rows=Rows("all"))).rows]
    assert marks == ["conflicts", "agrees", "said once"]
    assert [row.fact.mark for row in view_of(report, Look(rows=Rows("conflicts"))).rows] == ["conflicts"]
    assert [row.fact.metric for row in view_of(report, Look(rows=Rows("all", metric="Growth-of"))).rows] == [
        "growth of exports"
    ]
    assert not view_of(report, Look(rows=Rows("all", place="Laos"))).rows
    assert len(view_of(report, Look(rows=Rows("all", place="nghe an"))).rows) == 3


def test_many_reports_are_listed_below_each_other() -> None:
    texts = {f"{n}.txt": "Exports of Laos reached 3 billion USD in 2023." for n in range(9)}
    view = view_of(check(texts=texts), Look())
    assert not view.columns
    assert [len(row.cells) for row in view.rows] == [9]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20))), st.lists(st.integers(0, 80), unique=True))
def test_a_text_is_shown_whole_whatever_is_marked_in_it(spans: list[tuple[int, int]], cuts: list[int]) -> None:
    text = "".join(chr(ord("a") + at % 26) for at in range(80))
    edges = [0, *sorted(cuts), len(text)]
    blocks = tuple(
        Block(kind="paragraph", start=start, end=end) for start, end in pairwise(edges) if end > start
    )
    document = Document(path="a.txt", text=text, reading=text, blocks=blocks)
    anchors = anchors_of([(start, min(start + length, 80)) for start, length in spans], "t")
    runs = [run for passage in passages_of(document, anchors) for cell in passage.cells for run in cell]
    assert "".join(run.text for run in runs) == text
    marks = [run.anchor for run in runs if run.anchor]
    assert len(marks) == len(set(marks))
    assert set(marks) == set(anchors.values())


def test_a_web_page_is_shown_as_people_read_it() -> None:
    source = "<div><p>Exports of Laos reached <b>3 billion USD</b> in 2023.</p><script>run()</script></div>"
    report = check(texts={"a.html": source, "b.txt": "Exports of Laos reached 5 billion USD in 2023."})
    (text,) = (text for text in view_of(report, Look()).texts if text.name == "a.html")
    assert ["".join(run.text for run in passage.cells[0]).split() for passage in text.passages] == [
        ["Exports", "of", "Laos", "reached", "3", "billion", "USD", "in", "2023."]
    ]


def test_a_table_is_shown_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Item,2022,2023\nExports of Laos,,3.1 million USD\nTotal,5,\n", encoding="utf-8")
    (text,) = view_of(check(tmp_path), Look()).texts
    rows = [["".join(run.text for run in cell) for cell in passage.cells] for passage in text.passages]
    assert rows == [["Item", "2022", "2023"], ["Exports of Laos", "", "3.1 million USD"], ["Total", "5"]]


def test_what_stands_between_the_rows_of_a_table_is_not_lost() -> None:
    text = "| a | b |\n|---|---|\nstray words\n| 1 | 2 |\n"
    cells = [[Cell(text.index(a), text.index(a) + 1, row, 0), Cell(text.index(b), text.index(b) + 1, row, 1)]
             for row, (a, b) in enumerate([("a", "b"), ("1", "2")])]
    document = Document(path="a.md", text=text, reading=text, blocks=(),
                        tables=(Table(0, len(text), tuple(map(tuple, cells))),))
    shown = ["|".join("".join(run.text for run in cell) for cell in passage.cells)
             for passage in passages_of(document, {})]
    assert shown == ["a|b", "stray words", "1|2"]
    claimed = passages_of(document, anchors_of([(text.index("|---"), text.index("|---") + 4)], "t"))
    assert len(claimed) == 4  # line by line, for the sake of a claim that stands in no cell


def test_bars_lie_as_the_readings_do() -> None:
    (finding,) = check(texts=["Exports of Laos reached 3.1 billion USD in 2023.",
                              "In 2023 exports of Laos exceeded 5 billion USD."]).findings
    low, high = bars_of(finding)
    assert low.widest.start < low.face.start
    assert low.widest.start + low.widest.length < high.widest.start
    assert high.widest.start + high.widest.length == LENGTH  # no upper end


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_colours_can_be_told_apart(dark: bool) -> None:
    style = (PAGE / "page.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style)
    colours = {name: (night if dark else day) for name, day, night in pairs}
    grounds = {"ink": ("paper", "card", "raised", "grey-ground"), "soft": ("paper", "card", "raised", "grey-ground"),
               "link": ("paper", "card", "raised"), "red": ("card", "red-ground"), "amber": ("card", "amber-ground"),
               "green": ("card", "green-ground")}
    for text, several in grounds.items():
        for ground in several:
            assert _contrast(colours[text], colours[ground]) >= READABLE, (text, ground)
