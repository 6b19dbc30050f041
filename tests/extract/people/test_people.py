"""People with titles are found in the forms that newspapers use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.people import PeopleLexicon, compile_people, scan_people
from claimcheck.extract.people.words import split_words
from claimcheck.packs.load import load_packs


@pytest.fixture(scope="module")
def english() -> PeopleLexicon:
    return compile_people(load_packs(), "en")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Deputy Prime Minister Omar Said Haddad left.", [("Omar Said Haddad", ("Deputy Prime Minister",))]),
        ("Present: Otto Berg, Chairman of the Provincial People's Committee; Ida Holm, Permanent Vice Chairman of the "
         "Provincial People's Committee.",
         [("Otto Berg", ("Chairman of the Provincial People's Committee",)),
          ("Ida Holm", ("Permanent Vice Chairman of the Provincial People's Committee",))]),
        ("comrade Otto Berg - Deputy Secretary of the Provincial Party Committee, Chairman of the Provincial People's "
         "Committee.",
         [("Otto Berg", ("Deputy Secretary of the Provincial Party Committee",
                         "Chairman of the Provincial People's Committee"))]),
        ("PM. Omar Haddad asked for more, and PM Haddad left.",
         [("Omar Haddad", ("Prime Minister",)), ("Haddad", ("Prime Minister",))]),
        ("the Chairman of the Provincial People's Committee, Lu Van Berg, told them",
         [("Lu Van Berg", ("Chairman of the Provincial People's Committee",))]),
        ("Minister of Finance Ho Duc Berg, Minister of Planning and Investment Ida Holm and Minister of Labour Bo Ek.",
         [("Ho Duc Berg", ("Minister of Finance",)), ("Ida Holm", ("Minister of Planning and Investment",)),
          ("Bo Ek", ("Minister of Labour",))]),
        ("Deputy Prime Minister, Minister of Foreign Affairs Bo Van Ek spoke.",
         [("Bo Van Ek", ("Deputy Prime Minister", "Minister of Foreign Affairs"))]),
        ("Le Ba Ek, Vice Chairman of the Provincial People's Committee, and the Director of the Department of Foreign "
         "Affairs, Tran Thi Holm, attended.",
         [("Le Ba Ek", ("Vice Chairman of the Provincial People's Committee",)),
          ("Tran Thi Holm", ("Director of the Department of Foreign Affairs",))]),
        ("Rain fell on Orla Bridge, and the chairman of the club was late.", []),
        ("It was sold by the programme director. Auditors came.", []),
        ("Ida Holm, the Norland consul general, left.", [("Ida Holm", ("consul general",))]),
        ("The union's president, Ida Holm, left.", [("Ida Holm", ("union's president",))]),
        ("Ida Holm, president of the dockers' union, left.", [("Ida Holm", ("president of the dockers' union",))]),
        ("Ida Holm of the dockers' union, its president, left.", [("Ida Holm", ("dockers' union, its president",))]),
        ("Ida Holm, who is a lecturer in geology, left.", [("Ida Holm", ("lecturer in geology",))]),
        ("In Orla Falls is the mayor.", []),
    ],
)
def test_forms_of_titles(english: PeopleLexicon, text: str, people: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(each.name, each.titles) for each in scan_people(text, english)] == people


def test_the_span_takes_in_name_and_titles(english: PeopleLexicon) -> None:
    text = "Then Ms. Ida Holm, Vice Rector, spoke."
    (person,) = scan_people(text, english)
    assert text[person.start : person.end] == "Ms. Ida Holm, Vice Rector"


def test_unknown_language_finds_nobody() -> None:
    assert scan_people("Mayor Ida Holm", compile_people(load_packs(), "xx")) == []


@given(st.text(alphabet="AbMayor ofthe.,-()'’ \nđĐ", max_size=80))
def test_spans_lie_inside_the_text(english: PeopleLexicon, text: str) -> None:
    for person in scan_people(text, english):
        assert 0 <= person.start < person.end <= len(text)
    for word in split_words(text):
        assert text[word.start : word.end] == word.text
