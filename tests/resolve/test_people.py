"""People and their offices in canonical form."""

from __future__ import annotations

from functools import cache

import pytest

from claimcheck.model.document import Block, Document
from claimcheck.model.letters import fold
from claimcheck.model.mention import AnyMention, DateMention, PersonMention
from claimcheck.packs.load import load_packs
from claimcheck.resolve.offices import OfficeWords, compile_offices, read_office
from claimcheck.resolve.people import person_keys, resolve_people
from claimcheck.resolve.references import normal_identifier


@cache
def _words() -> OfficeWords:
    return compile_offices(load_packs())


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Vice Chairman of the Provincial People's Committee", "Phó Chủ tịch UBND tỉnh"),
        ("Standing Vice Chairwoman of the Provincial People's Committee", "Phó Chủ tịch Thường trực UBND tỉnh"),
        ("member of the Provincial Party Committee", "Tỉnh ủy viên"),
        ("Deputy Minister of Finance", "Thứ trưởng Bộ Tài chính"),
        ("Director of the Provincial Department of Health", "Giám đốc Sở Y tế"),
        ("Deputy Secretary of the Provincial Party Committee of Cao Bang", "Phó Bí thư Tỉnh ủy Cao Bằng"),
        ("PM", "Thủ tướng"),
    ],
)
def test_twins_are_one_office(english: str, vietnamese: str) -> None:
    assert read_office(english, _words()) == read_office(vietnamese, _words()) is not None


def test_wordings_of_one_office() -> None:
    assert read_office("Trade Minister", _words()) == read_office("Minister of Trade", _words())
    written_out = "Chairman of the Provincial People's Committee"
    assert read_office("PPC Chairman", _words()) == read_office(written_out, _words())
    assert read_office("FM", _words()) == read_office("Minister of Foreign Affairs", _words())


@pytest.mark.parametrize("title", ["former mayor", "then minister of finance", "ex-president", "gardener of dreams"])
def test_no_office_now(title: str) -> None:
    assert read_office(title, _words()) is None


def test_short_forms_belong_to_one_report() -> None:
    assert person_keys(["Kien"]) == {}
    assert fold("Đỗ Thị Hạnh") == "do thi hanh"


def test_an_appointment_in_the_text_marks_the_claim() -> None:
    text = "Mayor Ida Holm spoke on 4 May 2023. Ms. Holm was elected in April."
    mentions: list[AnyMention] = [
        PersonMention(start=0, end=14, text="Mayor Ida Holm", name="Ida Holm", titles=("Mayor",)),
        DateMention(start=24, end=34, text="4 May 2023", value="2023-05-04"),
        PersonMention(start=36, end=44, text="Ms. Holm", name="Holm"),
    ]
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(path="a.txt", text=text, reading=text, blocks=(block,))
    (claim,) = resolve_people(document, mentions, None, load_packs())
    assert (claim.person, claim.titles, str(claim.period), claim.status) == (
        "ida holm", ("mayor|||",), "2023-05-04", "revised",
    )


def test_numbers_of_documents_in_one_spelling() -> None:
    assert normal_identifier("15-CT/TW") == normal_identifier("15/CT-TW")
    assert normal_identifier("14/2023/NQ-HĐND") == normal_identifier("14/2023/NQ-HDND")
