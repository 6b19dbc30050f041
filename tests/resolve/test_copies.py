"""Copies of one text are known again, whatever becomes of their figures."""

from __future__ import annotations

import random

from claimcheck import check
from claimcheck.model.document import Document
from claimcheck.pipeline import packs_of, read_texts
from claimcheck.resolve.copies import issue_of, origins_of, stories_of

WIRE = """The port of Lach Hai handled {cargo} million tonnes of cargo in 2019, the harbour master said on Tuesday.
Two new quays will open next spring, and a third is being planned with a lender from abroad.
Of the 840 dockers at the port, 310 work by day, 280 in the evening and {night} at night.
Shipowners had asked for cheaper pilotage, and were promised an answer before the month was out. {end}"""
OTHER = """A school in Lach Hai has a new roof. Parents paid for the tiles and the teachers laid them in June.
The old roof had leaked since the storm, and lessons were held in the market hall for two winters.
The head teacher thanked the fishermen, who lent their ropes, and the baker, who sent bread every day."""


def _documents(texts: dict[str, str]) -> list[Document]:
    return read_texts(texts, packs_of())


def _wire(cargo: str = "36.5", night: int = 250, end: str = "") -> str:
    return WIRE.format(cargo=cargo, night=night, end=end)


def test_copies_with_other_figures_and_another_end_are_copies() -> None:
    texts = {"c": _wire(), "a": _wire(cargo="35.6"), "b": _wire(end="Rain is forecast for the weekend."), "d": OTHER}
    assert origins_of(_documents(texts)) == ["a", "a", "a", "d"]


def test_the_order_of_reports_does_not_matter() -> None:
    texts = {f"r{at}": _wire(cargo=f"3{at}.5") if at % 2 else OTHER for at in range(8)}
    expected = dict(zip(texts, origins_of(_documents(texts)), strict=True))
    shuffled = list(texts)
    random.Random(4).shuffle(shuffled)
    found = origins_of(_documents({name: texts[name] for name in shuffled}))
    assert dict(zip(shuffled, found, strict=True)) == expected


def test_short_texts_and_other_texts_are_no_copies() -> None:
    texts = {"a": "Exports rose.", "b": "Exports rose.", "c": _wire(), "d": OTHER}
    assert origins_of(_documents(texts)) == ["a", "b", "c", "d"]


def test_a_name_does_not_become_common_by_being_printed_often() -> None:
    documents = _documents({f"r{at:02}": _wire() for at in range(30)})
    assert all("lach" in story for story in stories_of(documents, origins=origins_of(documents)))
    assert not any(stories_of(documents))


def test_a_conflict_that_copies_repeat_is_told_once_with_all_places() -> None:
    texts = {f"wire{at}": _wire(night=230, end="" if at else "Rain is forecast.") for at in range(4)}
    (finding,) = check(texts=texts).findings
    assert finding.kind == "total"
    assert {claim.path for claim in (*finding.claims, *finding.repeats)} == set(texts)


def test_a_copy_with_a_slip_conflicts_once_with_the_copies_that_agree() -> None:
    texts = {f"wire{at}": _wire(cargo="35.6" if at == 2 else "36.5") for at in range(5)}
    (finding,) = check(texts=texts).findings
    assert {claim.text for claim in finding.claims} == {"35.6 million tonnes", "36.5 million tonnes"}
    assert {claim.path for claim in (*finding.claims, *finding.repeats)} == set(texts)


def test_two_slips_in_one_report_are_two_findings() -> None:
    text = _wire(night=230) + "\nOf the 643 sailors, 182 came from the north, 270 from the hills and 212 from here."
    assert len(check(texts={"a": text, "b": text}).findings) == 2


def test_issues_of_a_series_share_the_words_of_their_first_lines() -> None:
    titles = ("Lake bulletin 11/2024, 3 May", "Lake bulletin 12/2024, 7 June", "The lake rises")
    documents = _documents({f"{at}.txt": f"{title}\nThe level is 3 metres." for at, title in enumerate(titles)})
    told = [issue_of(document, {"may", "june"}) for document in documents]
    assert told == [("lake bulletin", "11 2024 3 may"), ("lake bulletin", "12 2024 7 june"), ("", "")]
