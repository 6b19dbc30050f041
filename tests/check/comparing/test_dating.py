"""One event with two days, told by all words of its sentences."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts


def _found(*texts: str) -> list[Finding]:
    return [each for each in check_texts(texts).findings if each.rule == "event-has-two-dates"]


@pytest.mark.parametrize(("one", "other"), [
    ("A gas leak at the Orla colliery killed four miners on 9 January 2019.",
     "The gas leak at the Orla colliery, on 19 January 2019, killed four miners."),
    ("Water overtopped the dam of Orrin at night on 9 January 2019.",
     "On 9 February 2019, at night, water overtopped the dam of Orrin."),
    ("The airline began flying to Marra in March 2018, its website says.",
     "In May 2018 the airline began flying to Marra, as its website says."),
    ("Nhà máy được khởi công ngày 12/3/2022 và khánh thành ngày 5/9/2023 với 1240 công nhân.",
     "The plant, on which work began on 12 March 2022, was inaugurated on 9 May 2023 with 1240 workers."),
])
def test_two_days(one: str, other: str) -> None:
    finding, = _found(one, other)
    assert finding.kind == "date"


@pytest.mark.parametrize(("one", "other"), [
    ("A gas leak at the Orla colliery killed four miners on 9 January 2019.",
     "A gas leak at the Orla colliery killed two miners on 19 January 2019."),
    ("A gas leak at the Orla colliery killed four miners on 9 January 2019.",
     "A gas leak at the Orla colliery killed four miners on 10 February 2021."),
    ("ORLA, 9 January 2019 - A gas leak at the Orla colliery killed four miners.",
     "ORLA, 10 January 2019 - A gas leak at the Orla colliery killed four miners."),
    ("The council of Orla met on 4 March 2024 to discuss the budget of the pool.",
     "The council of Orla met on 14 March 2024 to discuss the budget of the pool."),
    ("The library of Orla reopened on 8 April 2024 after two years of repairs, with many books.",
     "The children's library of Orla reopened on 18 April 2024 after a year of repairs."),
    ("The bridge at Orla will open to lorries on 6 May 2024.", "The bridge at Orla opened to lorries on 8 May 2024."),
    ("Bids for the bridge at Orla must arrive by 6 May 2024.", "Bids for the bridge at Orla arrive on 5 May 2024."),
    ("Director Anna Berg of the tram company in Orla thanked the drivers on 6 May 2024.",
     "Director Anna Berg of the tram company in Orla opened the depot on 16 May 2024."),
])
def test_two_events(one: str, other: str) -> None:
    assert not _found(one, other)
