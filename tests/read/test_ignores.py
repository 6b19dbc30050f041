from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.api import check
from claimcheck.model.document import Document
from claimcheck.model.report import Report
from claimcheck.read import read_document
from claimcheck.read.furniture import Furniture
from claimcheck.read.ignores import find_comments, without_comments
from tests.read.report_files import word

SEED = Path(__file__).parent.parent.parent / "seeds" / "nghe-an-plenary-2023.txt"
ASK = "claimcheck: ignore total because so"
PARAGRAPHS = ["Exports rose to 36.6 billion USD in the year 2023, the office said.", "Imports fell.", "It rained."]


def _read(text: str, path: str = "a.md") -> Document:
    return read_document(text, path, Furniture([]))


def _stretch(text: str, path: str = "a.md") -> str:
    """What the only comment in a text is about."""
    (ignore,) = _read(text, path).ignores
    return text[ignore.first : ignore.last]


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize("comment", [f"<!-- {ASK} -->", f"[{ASK}]"])
def test_a_comment_is_about_the_paragraph_it_stands_in_behind_or_before(comment: str, path: str) -> None:
    first, second, third = PARAGRAPHS
    for text in (f"{first}\n\n{second} {comment}\n\n{third}", f"{first}\n\n{second}\n{comment}\n\n{third}"):
        assert _stretch(text, path) == second
    assert second in _stretch(f"{first}\n\n{comment} {second}\n\n{third}", path)
    assert _stretch(f"{first}\n\n{comment}\n\n{second}\n\n{third}", path).endswith(f"\n\n{second}")
    assert _stretch(f"{comment}\n{first}\n\n{second}", path).endswith(first)
    assert _stretch(f"{first}\n\n{comment}", path) == ""


def test_behind_a_heading_it_is_about_what_follows() -> None:
    assert _stretch(f"# Exports\n<!-- {ASK} -->\n\nThey rose.").endswith("They rose.")


def test_it_may_be_about_the_whole_report() -> None:
    text = f"One.\n\n<!-- {ASK.replace('ignore', 'ignore-file')} -->\n\nTwo."
    assert _stretch(text) == text


def test_before_a_table_it_is_about_the_table() -> None:
    table = "| year | exports |\n|---|---|\n| 2023 | 36 |\n| 2024 | 38 |"
    text = f"It rose.\n\n<!-- {ASK} -->\n\n{table}\n\nIt fell."
    assert "2024 | 38" in _stretch(text)
    assert "It fell" not in _stretch(text)


def test_in_code_it_is_an_example() -> None:
    assert _read(f"It rose.\n\n```\n<!-- {ASK} -->\n```\n").ignores == ()


def test_in_a_word_document_it_stands_in_brackets() -> None:
    first = "<w:p><w:r><w:t>It rose by 3.1 million USD.</w:t></w:r></w:p>"
    body = f"{first}<w:p><w:r><w:t>[{ASK}]</w:t></w:r></w:p>{first.replace('rose', 'fell')}"
    document = read_document(word(body), "a.docx", Furniture([]))
    (ignore,) = document.ignores
    assert "fell" in document.text[ignore.first : ignore.last]
    assert "rose" not in document.text[ignore.first : ignore.last]
    assert all("claimcheck" not in document.reading[block.start : block.end] for block in document.blocks)
    assert len(document.blocks) == 2


def test_web_pages_have_comments_of_their_own() -> None:
    page = f"<p>It rose.</p>\n<!-- {ASK} -->\n<p>Exports &amp; imports fell.</p><p>It rained.</p>"
    assert _stretch(page, "a.html").endswith("<p>Exports &amp; imports fell.")
    assert _stretch(f"<p>It rose. <!-- {ASK} --></p><p>It fell.</p>", "a.html") == "It rose."


@pytest.mark.parametrize(("words", "rules", "reason"), [
    ("ignore total because the  other\nis old", ("total",), "the other is old"),
    ("ignore total , same-fact because x", ("total", "same-fact"), "x"),
    ("ignore total", ("total",), ""),
    ("ignore total because", ("total",), ""),
    ("ignore total because ", ("total",), ""),
    ("ignore", (), ""),
    ("ignore because it is old", (), ""),
    ("ignroe total because x", (), ""),
    ("ignore total since x", (), ""),
])
def test_what_a_comment_asks_for(words: str, rules: tuple[str, ...], reason: str) -> None:
    (ignore,) = _read(f"It rose.\n<!-- claimcheck: {words} -->").ignores
    assert (ignore.rules, ignore.reason) == (rules, reason)
    assert (ignore.line, ignore.column) == (2, 1)


def test_other_comments_and_brackets_are_none_of_ours() -> None:
    assert _read("It rose [claim: x] <!-- claimcheck is good --> [see claimcheck: there].").ignores == ()


@pytest.mark.law
@given(st.lists(st.sampled_from(["One. ", "\n", "\n\n", f"[{ASK}]", f"<!-- {ASK} -->", "[claimcheck: a\nb]", " "])))
def test_what_is_blanked_out_keeps_every_offset(pieces: list[str]) -> None:
    text = "".join(pieces)
    blank = without_comments(text, find_comments(text))
    assert len(blank) == len(text)
    assert "claimcheck" not in blank
    assert all(new in (old, " ") for old, new in zip(text, blank, strict=True))


def _told(report: Report) -> list[tuple[str, str | None, str | None]]:
    return [(claim.text, claim.metric, claim.subject) for claim in report.claims]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_comment_changes_nothing_of_what_is_read(suffix: str) -> None:
    text = SEED.read_text(encoding="utf-8")
    plain = _told(check(texts={f"a{suffix}": text}))
    behind = text.replace("\n", f"\n[{ASK}]\n").replace(". ", f". <!-- {ASK} --> ", 3)
    assert _told(check(texts={f"a{suffix}": behind})) == plain


def test_endless_comments_take_no_endless_time() -> None:
    assert find_comments("<!-- claimcheck:" * 20_000) == ()
    assert len(find_comments("[claimcheck:" * 20_000 + "]")) == 1
