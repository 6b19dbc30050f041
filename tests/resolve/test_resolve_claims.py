"""Mentions become claims, or say why not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.model.claim import Claim, Resolution
from claimcheck.model.document import Block, Document
from claimcheck.model.mention import (
    AnyMention,
    DateMention,
    Extraction,
    Link,
    OrdinalMention,
    PersonMention,
    QuantityMention,
    RefusedMention,
)
from claimcheck.packs.load import load_packs
from claimcheck.resolve import resolve_claims

PACKS = load_packs()


def document(path: str, text: str) -> Document:
    return Document(path=path, text=text, reading=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),))


def quantity(text: str, quote: str, value: int, **fields: Any) -> QuantityMention:
    start = text.index(quote)
    given = {"unit": "USD", "metric": "exports", "role": "level", "period": "2023"}
    return QuantityMention(start=start, end=start + len(quote), text=quote, value=Decimal(value), **{**given, **fields})


def resolve(text: str, *mentions: AnyMention, links: tuple[Link, ...] = ()) -> Resolution:
    return resolve_claims([(document("a.txt", text), Extraction(mentions=mentions, links=links))], PACKS)


TEXT = (
    "In 2023 Nghe An exported 311 dollars, and its imports were 200 dollars, said the people of Nghe An.\n"
    "In Vietnam all was well."
)


YEAR = DateMention(start=3, end=7, text="2023", value="2023")


def test_a_quantity_becomes_a_claim_at_its_place() -> None:
    given = quantity(TEXT, "311 dollars", 311, subject="Nghe An", place="Nghe An province")
    (claim,) = resolve(TEXT, YEAR, given).claims
    assert (claim.metric, claim.subject, claim.measure, str(claim.period)) == ("exports", "Nghe An", "USD", "2023")
    assert claim.sure
    assert TEXT[claim.start : claim.end] == claim.text == "311 dollars"


def test_the_subject_of_the_report_stands_in_and_is_not_sure() -> None:
    first = quantity(TEXT, "311 dollars", 311, subject="Nghe An")
    claims = resolve(TEXT, YEAR, first, quantity(TEXT, "200 dollars", 200, metric="imports")).claims
    assert [(claim.subject, claim.sure) for claim in claims] == [("Nghe An", True), ("Nghe An", False)]


def test_a_period_told_elsewhere_is_not_sure() -> None:
    text = "In 2023 all went well. Then Nghe An exported 311 dollars."
    (claim,) = resolve(text, quantity(text, "311 dollars", 311, subject="Nghe An")).claims
    assert str(claim.period) == "2023"
    assert not claim.sure


def test_our_country_is_the_nation_of_the_report() -> None:
    text = "Exports of our country, Vietnam, were 311 dollars."
    (claim,) = resolve(text, quantity(text, "311 dollars", 311, subject="our country", place="our country")).claims
    assert claim.subject == "Vietnam"


def test_a_period_that_is_open_stays_open() -> None:
    (claim,) = resolve(TEXT, quantity(TEXT, "311 dollars", 311, period="XXXX-05")).claims
    assert claim.period is None
    assert not claim.sure


@pytest.mark.parametrize("links", [(), (Link(kind="superlative", roles={"value": (0,)}, start=0, end=9),)])
def test_every_mention_ends_as_a_claim_or_with_a_reason(links: tuple[Link, ...]) -> None:
    mentions: tuple[AnyMention, ...] = (
        quantity(TEXT, "311 dollars", 311), quantity(TEXT, "200 dollars", 200, metric=None),
        RefusedMention(start=0, end=4, text="Nghe", reason="a name"),
        OrdinalMention(start=0, end=4, text="Nghe", value=1),
        PersonMention(start=0, end=7, text="Nghe An", name="Nghe An"),
        DateMention(start=0, end=4, text="Nghe", value="2023"),
    )
    resolution = resolve(TEXT, *mentions, links=links)
    assert len(resolution.claims) + len(resolution.unresolved) == len(mentions)
    assert all(gap.reason for gap in resolution.unresolved)
    assert len(resolution.relations) == len(links)


def test_reports_of_one_story_share_its_names() -> None:
    texts = ["The match at Dunmoor drew 10 fans.", "Fans at Dunmoor were 12.", "Nothing here."]
    extracted = [
        (document(f"{n}.txt", text), Extraction(mentions=(quantity(text, text[:3], 1),)))
        for n, text in enumerate(texts)
    ]
    stories = [claim.story for claim in resolve_claims(extracted, PACKS).claims]
    assert stories == [frozenset({"dunmoor"}), frozenset({"dunmoor"}), frozenset()]


def test_a_claim_keeps_what_it_rests_on() -> None:
    (claim,) = resolve(TEXT, quantity(TEXT, "311 dollars", 311, status="forecast", hedge="about")).claims
    assert isinstance(claim, Claim)
    assert (claim.status, claim.hedge, claim.phrase) == ("forecast", "about", "exports")
