"""What a report is about as a whole."""

from __future__ import annotations

import pytest

from claimcheck.model.document import Block, Document
from claimcheck.model.mention import DateMention, Extraction
from claimcheck.packs.load import load_packs
from claimcheck.resolve.settings import setting_of, with_years
from claimcheck.resolve.subjects import Setting, canonical, compile_subjects, may_own

SUBJECTS = compile_subjects(load_packs())


def setting(heading: str, text: str, *dates: DateMention) -> Setting:
    whole = f"{heading}\n{text}"
    blocks = (Block(kind="heading", start=0, end=len(heading)),
              Block(kind="paragraph", start=len(heading) + 1, end=len(whole)))
    document = Document(path="a.txt", text=whole, reading=whole, blocks=blocks)
    return setting_of(document, Extraction(mentions=dates), SUBJECTS)


@pytest.mark.parametrize(("heading", "text", "home"), [
    ("CUSTOMS OFFICE OF PHU YEN", "Exports rose.", "Phu Yen"),
    ("Exports rose", "BIEN HOA, 3 May - Exports of Phu Yen rose.", "Phu Yen"),
    ("A weak year", "CA MAU, 9 January - A long drought in the hills hurt the province.", "Ca Mau"),
    ("Exports rose", "HANOI, 3 May - Exports rose.", None),
    ("Vietnam and Dong Nai", "Exports rose.", None),
    ("Dong Nai and Long An", "Exports rose.", None),
])
def test_the_home_of_a_report_is_the_place_that_stands_out(heading: str, text: str, home: str | None) -> None:
    assert setting(heading, text).home == home


def test_the_province_is_the_home_and_the_company_is_not() -> None:
    about = Setting(subject="northgate", home="Phu Yen", home_kind="province")
    assert [canonical(words, about, SUBJECTS) for words in ("the province", "provincial", "the company")] == [
        "Phu Yen", "Phu Yen", "northgate"]


def test_common_nouns_before_a_name_are_left_off() -> None:
    assert canonical("the brewery group Fairwater Ales", Setting(), SUBJECTS) == "fairwater ales"
    assert canonical("Bank of Marrow", Setting(), SUBJECTS) == "bank of marrow"


@pytest.mark.parametrize(("name", "owner", "expected"), [
    ("provincial people council", "place", False),
    ("provincial people council", "any", True),
    ("labour force survey", "any", False),
    ("Upper Valley", "place", True),
])
def test_sources_own_no_figures(name: str, owner: str, expected: bool) -> None:
    assert may_own(name, owner, SUBJECTS) is expected  # type: ignore[arg-type]


def day(value: str) -> DateMention:
    return DateMention(start=0, end=4, text="1234", value=value)


def test_a_day_without_a_year_is_the_one_that_another_report_tells_in_full() -> None:
    full, bare = (setting("The opening", "It opened.", day(value)) for value in ("2023-09-18", "XXXX-09-18"))
    assert [each.day for each in with_years([full, bare])] == ["2023-09-18", "2023-09-18"]
    assert [each.day for each in with_years([bare])] == [None]
    other = setting("The opening", "It opened.", day("2022-09-18"))
    assert with_years([full, other, bare])[-1].day is None


def test_a_report_of_two_days_tells_of_none() -> None:
    assert setting("The opening", "It opened.", day("2023-09-18"), day("2023-09-19")).day is None


def test_a_person_without_a_title_is_not_what_a_report_is_about() -> None:
    whole = "Neil Ross waits\nHe took 60 people a day to the rocks, and Neil Ross, whom all know, wants to do so again."
    blocks = (Block(kind="heading", start=0, end=15), Block(kind="paragraph", start=16, end=len(whole)))
    document = Document(path="a.txt", text=whole, reading=whole, blocks=blocks)
    assert setting_of(document, Extraction(mentions=()), SUBJECTS).subject == "neil ross"
    assert setting_of(document, Extraction(mentions=(), untitled=("Neil Ross",)), SUBJECTS).subject is None
