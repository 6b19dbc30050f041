"""How well people are read: the annotated reports of `fixtures/people/` against what is extracted from them."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from pydantic import BaseModel, ConfigDict

from claimcheck import extract
from claimcheck.pipeline import extract_text

FOLDER = Path(__file__).parent.parent.parent.parent / "fixtures" / "people"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Person(_Strict):
    """A person as the text names them at one place."""

    quote: str
    name: str
    titles: tuple[str, ...]


class Report(_Strict):
    """A report with everybody whom it names with a title or an honorific, in the order of the text."""

    language: str
    text: str
    people: tuple[Person, ...]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, in percent."""

    precision: float
    recall: float
    f1: float


def reports() -> dict[str, tuple[Report, ...]]:
    """The annotated reports by sort."""
    return {
        path.stem: tuple(Report.model_validate(table) for table in tomllib.loads(path.read_text("utf-8"))["report"])
        for path in sorted(FOLDER.glob("*.toml"))
    }


REPORTS = [(sort, report) for sort, several in reports().items() for report in several]


def _key(name: str, titles: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return name, tuple(title.casefold() for title in titles)


def found(report: Report) -> list[Person]:
    """The people that are read from a report, each with the whole of the words that claims quote."""
    return [
        Person(quote=mention.text, name=mention.name, titles=mention.titles)
        for mention in extract_text(report.text)
        if mention.kind == "person"
    ]


def test_people_are_told_at_their_names() -> None:
    for _, report in REPORTS:
        for mention in extract(report.text):
            if mention.kind == "person":
                assert report.text[mention.start : mention.end] == mention.text == mention.name


def differences(report: Report) -> tuple[list[Person], list[Person]]:
    """Whom the report names without being found, and who is found without being named so."""
    wanted, got = list(report.people), found(report)
    count_wanted = Counter(_key(person.name, person.titles) for person in wanted)
    count_got = Counter(_key(person.name, person.titles) for person in got)
    missed, extra = count_wanted - count_got, count_got - count_wanted
    return (
        [person for person in wanted if _key(person.name, person.titles) in missed],
        [person for person in got if _key(person.name, person.titles) in extra],
    )


def score(several: list[Report]) -> Score:
    """Of all pairs of a name with all of its titles."""
    wanted = sum(len(report.people) for report in several)
    got = sum(len(found(report)) for report in several)
    right = wanted - sum(len(differences(report)[0]) for report in several)
    precision, recall = 100 * right / got, 100 * right / wanted
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def test_the_set_is_large_and_varied() -> None:
    assert sum(len(report.people) for _, report in REPORTS) >= 120
    assert len({sort for sort, _ in REPORTS}) >= 10
    assert {report.language for _, report in REPORTS} == {"en", "vi"}


@pytest.mark.parametrize(("sort", "report"), REPORTS)
def test_quotations_stand_in_their_report_in_order(sort: str, report: Report) -> None:
    at = 0
    for person in report.people:
        at = report.text.find(person.quote, at)
        assert at >= 0, (sort, person.quote)
        assert person.name in person.quote
        at += len(person.quote)


def test_people_are_found_with_all_their_titles() -> None:
    result = score([report for _, report in REPORTS])
    assert result.f1 >= 93, result
    assert result.precision >= 93, result


def test_spans_cover_the_name_and_its_titles_and_no_more() -> None:
    def spans(people: Iterable[Person]) -> set[tuple[str, str]]:
        return {(person.quote, person.name) for person in people}

    right = sum(len(spans(report.people) & spans(found(report))) for _, report in REPORTS)
    wanted = sum(len(spans(report.people)) for _, report in REPORTS)
    assert right >= 0.93 * wanted
