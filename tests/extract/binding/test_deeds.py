"""What figures measure that no noun names, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from claimcheck import QuantityMention, extract


def _metrics(text: str) -> list[str | None]:
    return [mention.metric for mention in extract(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The office has bought 54 tonnes to support prices.", "bought"),
        ("At the gate a litre is sold for 2 euros.", "litre sold"),
        ("By the end of May 41 km had been polished.", "polished"),
        ("In the survey 58% voted for trams.", "share voted for trams"),
        ("Ferry tolls brought in 3 million euros.", "Ferry tolls"),
        ("Ferry fares rose 3% year-on-year.", "Ferry fares"),
        ("Ferry fares fell 3% q/q.", "Ferry fares"),
        ("Output, which began to slip in May, stood at 340 tonnes.", "Output"),
        ("People who came to the fair paid 9 euros.", "payment"),
        ("Coffee became 28% dearer and eggs 11% dearer.", "eggs"),
        ("He speaks for 280 family firms.", "family firms"),
        ("Gifts came to 640,000 euros and grants to 410,000 euros.", "grants"),
        ("Coal accounts for 54% of power, gas for 23%.", "gas"),
        ("Builders added 6,200 jobs and hospitals 3,900.", "jobs"),
        ("The Greens gained six seats and now hold 18.", "hold seats"),
        ("The firm bought 40 lorries for 3 million euros.", "bought lorries"),
        ("The ministry plans to cut delays by 20%.", "delays"),
        ("With an overall average of 6.7 the class came first.", "overall average"),
    ],
)
def test_verbs_tell_what_no_noun_does(text: str, metric: str) -> None:
    assert _metrics(text)[-1] == metric


def test_what_hotels_reported_tells_no_share_of_anything() -> None:
    assert _metrics("Hotels reported over 90%.") == [None]
